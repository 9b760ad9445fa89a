"""Where the texts of a document begin: headings, openers, titles."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, final

import attrs

from .labels import NUMBER, ROMAN
from .lines import CODE, CODE_AND_PAGE
from .notes import first_date, is_note
from .openings import opens
from .vocabulary import FOREIGN_KINDS, FOREIGN_OPENERS, KINDS, NOT_TITLE

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from .lines import Line

FARTHEST = 16
"""How many lines before its opener a heading may stand."""

_HEAD = re.compile(
    r"^(?P<whose>nato\s+(?:parliamentary\s+assemble?y\s+)?|committee\s+)?"
    r"(?:(?P<draft>draft|projet\s+de)\s+)?"
    rf"(?P<kind>{'|'.join([*KINDS, *FOREIGN_KINDS])})\b\s*"
    r"(?:n\s?[.\u00b0\u00ba]{1,2}\s?)?(?P<number>\d{3}(?!\d))?\s*(?:\(\d{4}\))?"
    r"(?P<mark>\s?(?:\(?\*{1,2}\)?|\(\d\)|\d(?!\d)))?\s*[:\-\u2013]?\s*(?P<rest>.*)$",
    re.IGNORECASE,
)
_OPENER = re.compile(
    r"^[*\u2020\s()1]{0,4}(?:(?:The\s)?Assembly|L['\u2019]Assembl[\u00e9e]e)\s?,\s*(?P<rest>.*)$", re.IGNORECASE
)
_PROSE = re.compile(r"^(?:We, the [Mm]embers|Nous, les membres|Preamble|Pr\u00e9ambule)\b")
_CONTENTS = re.compile(r"(?:\.\s?){3,}\s*[\divx]*$|\u2026+\s*\d+$")
_YEAR = re.compile(r"^(?:19|20)\d\d\s+\w+\s+session$", re.IGNORECASE)
_MARK = re.compile(r"(?:\s?\(?\*{1,2}\)?|\s?\(\d\)|\s?\u2020|(?<=[^\W\d_])\d)$")
_ON = frozenset({"on", "sur", "on the", "relative \u00e0", "relative au", "*", "1", "(*)", "(1)"})
_CRUMB = re.compile(r"-\s(?P<head>(?:RESOLUTION|DECLARATION)\b.*)$")
_INLINE = re.compile(
    r"(?<!DRAFT)(?<!PROJET DE)\s(?=(?:DRAFT |PROJET DE )?(?:DECLARATION|RESOLUTION|D\u00c9CLARATION|R\u00c9SOLUTION)"
    r"(?:\s\d{3}|\son\s[A-Z]|\ssur\s[A-Z]))"
    r"|(?<=[\sA-Z*\d])(?=(?:The |L['\u2019])Assembl(?:y|\u00e9e)\s?,\s?(?:\d{1,2}\.|[A-Z]))"
    r"|\s(?=[*1]\s?Presented by\s)|\s(?=presented by\s)|(?<=[A-Z*\d])\s(?=1\.\s[A-Z])"
)
_LONG = 200


@final
@attrs.frozen
class Heading:
    """Where a text begins, and what its heading says."""

    start: int
    """The first line of the heading."""
    body: int
    """The first line after the opener."""
    rest: str = ""
    """What stands in the line of the opener after it."""
    kind: str | None = None
    number: int | None = None
    title: str | None = None
    is_draft: bool = False
    is_foreign: bool = False
    """Whether kind and number come from a heading in a third language."""


def parted(lines: Sequence[Line]) -> list[Line]:
    """Break the long lines of pages whose lines were lost, at headings, openers and notes."""
    found: list[Line] = []
    for line in lines:
        pieces = [line.text]
        if len(line.text) > _LONG:
            plain = CODE_AND_PAGE.sub(" ", line.text)
            pieces = [piece.strip() for piece in _INLINE.split(plain) if piece.strip()]
        elif crumb := _CRUMB.search(line.text):
            pieces = [line.text[: crumb.start()], crumb["head"]]
        found += [line._replace(text=piece, gap=line.gap and not at) for at, piece in enumerate(pieces)]
    return found


def headings(lines: Sequence[Line]) -> list[Heading]:
    """Return where each text begins, in order.

    A heading counts only where its text follows, so those of contents pages do not.
    """
    found: list[Heading] = []
    first = 0
    for end, body, rest in _openings(lines):
        found.append(_heading(lines, first, end, body, rest))
        first = body
    return found


def foreign_start(lines: Sequence[Line], start: int, end: int) -> int:
    """Return where a text in a third language begins between two lines, or `end`."""
    for at in range(start, end):
        if lines[at].text.startswith(FOREIGN_OPENERS):
            return at
        head = _HEAD.match(lines[at].text)
        if head and head["kind"].lower() in FOREIGN_KINDS and head["number"]:
            return at
    return end


def opener_rest(text: str) -> str | None:
    """Return what follows the words that open a text in their line; None where it has none.

    >>> opener_rest("The Assembly,"), opener_rest("*The Assembly,1.Recallingthat")
    ('', '1.Recallingthat')
    >>> opener_rest("Assembly, which met in Sofia,") is None
    True
    """
    match = _OPENER.match(text)
    if match is None:
        return None
    rest = match["rest"]
    return rest if not rest or NUMBER.match(rest) or opens(rest) else None


def _openings(lines: Sequence[Line]) -> Iterator[tuple[int, int, str]]:
    """Yield where each heading block ends, where its body begins, and words before that."""
    last = -1
    for at, line in enumerate(lines):
        rest = opener_rest(line.text)
        if rest is not None:
            yield at, at + 1, rest
            last = at
        elif at <= last:
            continue
        elif _PROSE.match(line.text) and not _opener_near(lines, at):
            # "Preamble" is a heading of its own, and other words belong to the text.
            yield at, at + 1, "" if line.text.lower().startswith("pr") else line.text
            last = at
        elif (
            (head := _head(line.text, strict=True))
            and head["kind"].lower() in KINDS
            and not _opener_near(lines, at)
            and (body := _prose_body(lines, at)) is not None
        ):
            yield body, body, ""
            last = body


def _opener_near(lines: Sequence[Line], at: int) -> bool:
    """Say whether an opener follows before the next heading."""
    for line in lines[at + 1 : at + FARTHEST]:
        if opener_rest(line.text) is not None or _PROSE.match(line.text):
            return True
        head = _head(line.text, strict=True)
        if head and head["number"]:
            return False
    return False


def _prose_body(lines: Sequence[Line], at: int) -> int | None:
    """Return the first numbered line of a text that has a heading and no opener."""
    for place in range(at + 1, min(at + 8, len(lines))):
        text = lines[place].text
        if opener_rest(text) is not None:
            return None
        match = NUMBER.match(text) or ROMAN.match(text)
        if match and match["value"].lower() in {"1", "i"}:
            follows = match["rest"] or (lines[place + 1].text if place + 1 < len(lines) else "")
            return place if follows[:1].isupper() else None
        if _CONTENTS.search(text) or (_head(text, strict=True) and place > at + 1):
            return None
    return None


def _head(text: str, *, strict: bool) -> re.Match[str] | None:
    """Return what a line says as a heading; strictly, its kind is in capitals."""
    match = _HEAD.match(text)
    if match is None or _CONTENTS.search(text) or match["rest"].startswith(".."):
        return None
    kind, rest = match["kind"], match["rest"]
    if kind.isupper():
        return match
    if strict or (kind.islower() and not match["whose"]) or rest[:1].islower() and not rest.startswith(("on ", "sur ")):
        return None
    # In title case it is a reference as often, so it must have its line to itself.
    return match if len(text) < 120 and not text.endswith((";", ",")) else None


def _heading(lines: Sequence[Line], first: int, end: int, body: int, rest: str) -> Heading:
    """Return what the lines before `end` say of the text that begins at `body`."""
    first = max(first, end - FARTHEST)
    heads = (
        (place, match)
        for place in range(end - 1, first - 1, -1)
        if (match := _head(lines[place].text, strict=False))
    )
    at, head = next(heads, (end, None))
    if head is None:
        start, title = _title_alone(lines, first, end)
        return Heading(start, body, rest, title=title)
    number, top = head["number"], at
    for place in range(at - 1, max(first, at - 5) - 1, -1):
        other = _head(lines[place].text, strict=False)
        if number is None and other and other["number"]:
            number, top = other["number"], place
            break
    kind = head["kind"].lower()
    foreign = head["kind"].lower() in FOREIGN_KINDS
    after, above = _after(lines, at, end, head, alone=foreign), _above(lines, top, first)
    start = min(top, *[place for place, _ in above]) if above else top
    title = _title(after) or _title([text for _, text in above])
    start = _block_start(lines, start, first)
    return Heading(
        start,
        body,
        rest,
        kind={**KINDS, **FOREIGN_KINDS}[kind],
        number=int(number) if number else None,
        title=title,
        is_draft=head["draft"] is not None,
        is_foreign=foreign,
    )


def _after(
    lines: Sequence[Line], at: int, end: int, head: re.Match[str], *, alone: bool
) -> list[str]:
    """Return the lines of a title that stands below its heading; `alone`, the last block only."""
    below = list(lines[at + 1 : end])
    texts = [head["rest"], *[line.text for line in below]]
    if head["rest"] and not alone:
        # A title that begins in the line of the heading ends with its block.
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


def _above(lines: Sequence[Line], top: int, first: int) -> list[tuple[int, str]]:
    """Return the lines of a title that stands above its heading."""
    found: list[tuple[int, str]] = []
    for place in range(top - 1, max(first, top - 5) - 1, -1):
        text = lines[place].text
        if not _may_be_title(text) or not _is_capital(text) or _head(text, strict=True):
            break
        found.append((place, text))
    return found[::-1]


def _title_alone(lines: Sequence[Line], first: int, opener: int) -> tuple[int, str | None]:
    """Return where a heading block begins that names no kind, and its title, if it has one."""
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
    return start, _title(capitals or kept[-1:])


def _block_start(lines: Sequence[Line], start: int, first: int) -> int:
    """Go up over the lines of a heading block that stand above title and number."""
    while start > first:
        text = lines[start - 1].text
        if not (text.lower() in NOT_TITLE or CODE.search(text) or _head(text, strict=True)):
            return start - _is_crumb(text)
        start -= 1
    return start


def _is_crumb(text: str) -> bool:
    """Say whether a line tells where and when, as the links at the top of a page do."""
    told = first_date(text[-60:])[0] is not None and len(text) < _LONG
    lowered = text.lower()
    return told and not text.endswith((".", ";")) and "present" not in lowered[:30]


def _title(texts: Sequence[str]) -> str | None:
    title = " ".join(_MARK.sub("", text) for text in texts).strip()
    title = _MARK.sub("", title).strip(" *:-")
    return title or None


def _may_be_title(text: str) -> bool:
    lowered = text.lower().strip(" *")
    return (
        len(lowered) > 3
        and lowered not in NOT_TITLE
        and not lowered.startswith(("doc. ", "trasmess", "http", "submitted by", "home"))
        and not _CONTENTS.search(text)
        and not _YEAR.match(lowered)
        and not re.match(r"\d{2,3}\s[A-Z]{1,6}\b", text)
        and first_date(text)[0] is None
    )


def _is_capital(text: str) -> bool:
    letters = [char for char in text if char.isalpha()]
    return len(letters) > 3 and sum(map(str.isupper, letters)) > 0.75 * len(letters)
