"""Turn pages into lines: uniform characters, without page furniture."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import NamedTuple, final

Page = list[str]
"""The lines of one page, or its blocks if the format has blocks."""

SOFT = "\u00ad"
"""Replaces a hyphen that only ends a line and is not part of the word."""

CODE = re.compile(
    r"\b(\d{3} ?(?:SESA|SESP|SC|SA|CDS|CDSDG|DSC|DSCTC|ESC|PC|PCNP|STC|GEN|STCTTS|CIR) ?"
    r"\d\d ?[EF](?: ?rev\.? ?\d+)?(?: ?(?:fin|bis))?)\b"
)
"""An official document code: number, unit, year, language, revision."""

CODE_AND_PAGE = re.compile(rf"(?:^|\s){CODE.pattern}(?:[ |]*[\divx]{{1,3}}(?![.\d]))?(?=\s|$)")
"""A code in the middle of a line, where line ends of a page were lost."""

_PAGE_CODE = re.compile(rf"^{CODE.pattern}(?:[ |]*[\divx]+)?(?:\s*Original ?: ?\w+)?$")
_TAG = re.compile(
    r"(?<=[;.:,])\s(?:CIVIL DIMENSION OF SECURITY|DEFENCE AND SECURITY|ECONOMICS AND SECURITY"
    r"|POLITICAL|SCIENCE AND TECHNOLOGY|PLENARY)$"
)
_FURNITURE = re.compile(
    r"""(?ix)^(?:
    \d{1,3} | -\s?\d{1,3}\s?- | (?:pag\.|page|p\.)\s?\d+(?:\s?(?:of|sur|de|/)\s?\d+)?
    | [_\-\u2013\u2014=*.\s]{3,} | \d+_\d+\.png | offentligt | npa,?\s+alm\.?\s?del.*
    | nato\'?s?\sparlamentariske\sforsamling.* | nato\s(?:un)?classified | google\sbuzz
    | (?:share\son\s)?(?:facebook|twitter|linkedin|x|whatsapp|e-?mail|print|share)
    | camera\sdei\sdeputati.* | (?:[xivlc]+\slegislatura\b.*) | original\s?:\s?\w+
    )$"""
)
_OPENS = re.compile(
    r"(?:\W|draft |projet de |the )*"
    r"(?:assembl|l['\u2019]assembl|d.claration|r.solution|0\.)"
)
_SPACED = re.compile(r"^(?:\S{1,2} ){5,}\S{1,3}(?: \S{1,2})*$")
_LIGATURES = {0xFB00: "ff", 0xFB01: "fi", 0xFB02: "fl", 0xFB03: "ffi", 0xFB04: "ffl", 0xFB06: "st"}
_SPACES = dict.fromkeys([0xA0, 0x2000, *range(0x2001, 0x200B), 0x202F, 0x205F, 0x3000, 9], " ")
_GONE = dict.fromkeys([0x200B, 0x200C, 0x200D, 0x2060, 0xFEFF, 0], None)
_TABLE = {**_LIGATURES, **_SPACES, **_GONE, 0x2011: "-", 0x2: SOFT, 0xFFFE: SOFT}
_CONTROLS = re.compile(r"[\x01\x03-\x08\x0e-\x1f\x7f-\x84\x86-\x9f]")


@final
class Line(NamedTuple):
    """One line of a document."""

    text: str
    page: int
    """Its page, from 1."""
    gap: bool
    """Whether a blank line, a page break or dropped furniture precedes it."""


def lines_of(pages: Sequence[Page]) -> list[Line]:
    """Return the lines of texts, without blank lines and page furniture."""
    running = _running(pages)
    found: list[Line] = []
    for number, page in enumerate(pages, 1):
        gap = True
        for raw in page:
            text = normal(raw)
            if not text or is_furniture(text) or _pattern(text) in running:
                gap = gap or not text
                continue
            found.append(Line(_without_code(text), number, gap))
            gap = False
    return _superscripts_glued(found)


def _without_code(text: str) -> str:
    """Remove a document code, a page number and the tag of a committee from a paragraph."""
    text = _TAG.sub("", text)
    first = CODE_AND_PAGE.match(text)
    if first and first.end() < len(text):
        text = text[first.end() :].strip()
    match = CODE_AND_PAGE.search(text, max(0, len(text) - 30))
    ended = match is not None and match.end() == len(text) and text[match.start() - 1] in ";.:,"
    return text[: match.start()] if match and ended else text


def normal(text: str) -> str:
    r"""Return `text` with uniform spaces and hyphens, and every character composed (NFC).

    >>> normal("the\u00a0 o\ufb03ce ")
    'the office'
    """
    if text.isascii() and text.isprintable():
        # Most lines of an English text are uniform already.
        return " ".join(text.split()).strip("| ")
    plain = unicodedata.normalize("NFC", _CONTROLS.sub("", text.translate(_TABLE)))
    plain = " ".join(plain.split()).strip("| ")
    # This kind of hyphen at the end of a line is never part of the word.
    end = SOFT if plain.endswith(("\u2010", SOFT)) else ""
    return plain.removesuffix("\u2010").replace(SOFT, "").replace("\u2010", "-") + end


def is_furniture(text: str) -> bool:
    """Say whether a line belongs to the page, not to the text.

    >>> is_furniture("238 SESA 05 E 1"), is_furniture("Page 3 of 9"), is_furniture("1. Noting")
    (True, True, False)
    """
    if _PAGE_CODE.match(text) or _FURNITURE.match(text):
        return True
    return bool(_SPACED.match(text)) and not text.replace(" ", "").isdigit()


def _running(pages: Sequence[Page]) -> frozenset[str]:
    """Return the patterns of the lines at the edges of most pages."""
    edges: Counter[str] = Counter()
    for page in pages:
        filled = [normal(line) for line in page if line.strip()]
        edges.update({_pattern(line) for line in (*filled[:2], *filled[-2:])})
    least = max(3, len(pages) // 2)
    return frozenset(
        pattern
        for pattern, count in edges.items()
        # Booklets repeat headings and openers, which are not furniture.
        if count >= least and len(pattern) > 3 and not _OPENS.match(pattern)
    )


def _pattern(text: str) -> str:
    return re.sub(r"\d+", "0", text.lower())


def _superscripts_glued(lines: Iterable[Line]) -> list[Line]:
    """Join the ending of an ordinal with its number, if it broke the line."""
    glued: list[Line] = []
    after = False
    for line in lines:
        if glued and line.text in {"th", "st", "nd", "rd"} and glued[-1].text[-1].isdigit():
            glued[-1] = glued[-1]._replace(text=glued[-1].text + line.text)
            after = True
        elif after:
            glued[-1] = glued[-1]._replace(text=f"{glued[-1].text} {line.text}")
            after = False
        else:
            glued.append(line)
    return glued
