"""The titles of texts, below or above their headings."""

from __future__ import annotations

import re
from collections.abc import Sequence

from .headlines import CONTENTS, LONG, headline
from .labels import NUMBER
from .lines import CODE, Line
from .notes import first_date, is_note
from .vocabulary import NOT_TITLE

_YEAR = re.compile(r"^(?:19|20)\d\d\s+\w+\s+session$", re.IGNORECASE)
_MARK = re.compile(r"(?:\s?\(?\*{1,2}\)?|\s?\(\d\)|\s?\u2020|(?<=[^\W\d_])\d)$")
_ON = frozenset({"on", "sur", "on the", "relative \u00e0", "relative au", "*", "1", "(*)", "(1)"})


def title_below(
    lines: Sequence[Line], at: int, end: int, head: re.Match[str], *, alone: bool
) -> list[str]:
    """Return the lines of a title below its heading; with `alone`, of the last block only."""
    below = list(lines[at + 1 : end])
    texts = [head["rest"], *[line.text for line in below]]
    if head["rest"] and not alone:
        # A title on the line of the heading ends with its block.
        gap = next((place for place, line in enumerate(below) if line.gap), len(below))
        texts = texts[: gap + 1]
    if alone:
        gaps = [place for place, line in enumerate(below) if line.gap]
        texts = [line.text for line in below[gaps[-1] if gaps else 0 :]]
    kept: list[str] = []
    for text in texts:
        if is_note(text) or text.lower().startswith(("presented by", "pr\u00e9sent")):
            break
        plain = re.sub(r"^(?:on|sur)\s+(?=\S)", "", text)
        plain = re.sub(r"^\d{3}\s[-\u2013]\s", "", plain).partition(" presented by ")[0]
        if plain.lower() in _ON or not _may_be_title(plain):
            continue
        kept.append(plain)
    capitals = [text for text in kept if _is_capital(text)]
    return capitals or kept[:3]


def title_above(lines: Sequence[Line], top: int, first: int) -> list[tuple[int, str]]:
    """Return the lines of a title above its heading."""
    found: list[tuple[int, str]] = []
    for place in range(top - 1, max(first, top - 5) - 1, -1):
        text = lines[place].text
        if not _may_be_title(text) or not _is_capital(text) or headline(text, strict=True):
            break
        found.append((place, text))
    return found[::-1]


def title_alone(lines: Sequence[Line], first: int, opener: int) -> tuple[int, str | None]:
    """Return the start of a heading block that names no kind, and its title, if any."""
    start = opener
    while start > first and lines[start - 1].page == lines[opener].page and opener - start < 6:
        if NUMBER.match(lines[start - 1].text) or lines[start - 1].text.endswith(";"):
            break
        start -= 1
    texts = [line.text for line in lines[start:opener]]
    kept: list[str] = []
    for text in texts:
        if is_note(text):
            break
        if _may_be_title(text) and len(text) < 150 and not text.endswith((":", ".")):
            kept.append(text)
    capitals = [text for text in kept if _is_capital(text)]
    return start, titled(capitals or kept[-1:])


def block_start(lines: Sequence[Line], start: int, first: int) -> int:
    """Return the first line of a heading block, above its title and number."""
    while start > first:
        text = lines[start - 1].text
        if not (text.lower() in NOT_TITLE or CODE.search(text) or headline(text, strict=True)):
            return start - _is_crumb(text)
        start -= 1
    return start


def _is_crumb(text: str) -> bool:
    """Say whether a line has a place and date, as the links at the top of a page do."""
    dated = first_date(text[-60:])[0] is not None and len(text) < LONG
    lowered = text.lower()
    return dated and not text.endswith((".", ";")) and "present" not in lowered[:30]


def titled(texts: Sequence[str]) -> str | None:
    """Return the lines of a title as one, without the mark of its note."""
    title = " ".join(_MARK.sub("", text) for text in texts).strip()
    title = _MARK.sub("", title).strip(" *:-")
    return title or None


def _may_be_title(text: str) -> bool:
    lowered = text.lower().strip(" *")
    return (
        len(lowered) > 3
        and lowered not in NOT_TITLE
        and not lowered.startswith(("doc. ", "trasmess", "http", "submitted by", "home"))
        and not CONTENTS.search(text)
        and not _YEAR.match(lowered)
        and not re.match(r"\d{2,3}\s[A-Z]{1,6}\b", text)
        and first_date(text)[0] is None
    )


def _is_capital(text: str) -> bool:
    letters = [char for char in text if char.isalpha()]
    return len(letters) > 3 and sum(map(str.isupper, letters)) > 0.75 * len(letters)
