"""Find where the texts of a document begin, and read their headings."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import final

import attrs

from .headlines import CONTENTS, LONG, headline
from .labels import NUMBER, ROMAN
from .lines import CODE_AND_PAGE, Line
from .openings import opens
from .titles import block_start, title_above, title_alone, title_below, titled
from .vocabulary import FOREIGN_KINDS, FOREIGN_OPENERS, KINDS

FARTHEST = 16
"""The most lines between a heading and its opener."""

_OPENER = re.compile(
    r"^[*\u2020\s()1]{0,4}(?:(?:The\s)?Assembly|L['\u2019]Assembl[\u00e9e]e)\s?,\s*(?P<rest>.*)$",
    re.IGNORECASE,
)
_PROSE = re.compile(r"^(?:We, the [Mm]embers|Nous, les membres|Preamble|Pr\u00e9ambule)\b")
_CRUMB = re.compile(r"-\s(?P<head>(?:RESOLUTION|DECLARATION)\b.*)$")
_INLINE = re.compile(
    r"(?<!DRAFT)(?<!PROJET DE)\s(?=(?:DRAFT |PROJET DE )?"
    r"(?:DECLARATION|RESOLUTION|D\u00c9CLARATION|R\u00c9SOLUTION)"
    r"(?:\s\d{3}|\son\s[A-Z]|\ssur\s[A-Z]))"
    r"|(?<=[\sA-Z*\d])(?=(?:The |L['\u2019])Assembl(?:y|\u00e9e)\s?,\s?(?:\d{1,2}\.|[A-Z]))"
    r"|(?<=[A-Z])(?=(?:DECLARATION|RESOLUTION)\s?\d{3})"
    r"|(?<=[.;:])(?=[*1]\s?[Pp]resented by\s)"
    r"|\s(?=[*1]\s?Presented by\s)|\s(?=presented by\s)|(?<=[A-Z*\d])\s(?=1\.\s[A-Z])"
)


@final
@attrs.frozen
class Heading:
    """The beginning of a text, and the facts in its heading."""

    start: int
    """The first line of the heading."""
    body: int
    """The first line after the opener."""
    rest: str = ""
    """The rest of the line of the opener."""
    kind: str | None = None
    number: int | None = None
    title: str | None = None
    is_draft: bool = False
    is_foreign: bool = False
    """Whether kind and number are from a heading in a third language."""


def split_lines(lines: Sequence[Line]) -> list[Line]:
    """Split long lines, where line ends were lost, at headings, openers and notes."""
    found: list[Line] = []
    for line in lines:
        pieces = [line.text]
        if len(line.text) > LONG:
            plain = CODE_AND_PAGE.sub(" ", line.text)
            pieces = [piece.strip() for piece in _INLINE.split(plain) if piece.strip()]
        elif crumb := _CRUMB.search(line.text):
            pieces = [line.text[: crumb.start()], crumb["head"]]
        found += [
            line._replace(text=piece, gap=line.gap and not at) for at, piece in enumerate(pieces)
        ]
    return found


def headings(lines: Sequence[Line]) -> list[Heading]:
    """Return the beginning of each text, in order.

    A heading counts only if its text follows, so those of contents pages do not.
    """
    found: list[Heading] = []
    first = 0
    for end, body, rest in _openings(lines):
        found.append(_heading(lines, first, end, body, rest))
        first = body
    return found


def foreign_start(lines: Sequence[Line], start: int, end: int) -> int:
    """Return the line where a text in a third language begins, or `end`."""
    for at in range(start, end):
        if lines[at].text.startswith(FOREIGN_OPENERS):
            return at
        head = headline(lines[at].text, strict=False)
        if head and head["kind"].lower() in FOREIGN_KINDS and head["number"]:
            return at
    return end


def opener_rest(text: str) -> str | None:
    """Return the rest of a line after the words that open a text, or None without them.

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
    """Yield the end of each heading block, the start of its body, and words before that."""
    last = -1
    for at, line in enumerate(lines):
        rest = opener_rest(line.text)
        if rest is not None:
            yield at, at + 1, rest
            last = at
        elif at <= last:
            continue
        elif _PROSE.match(line.text) and not _opener_near(lines, at):
            # "Preamble" is only a heading; other words belong to the text.
            yield at, at + 1, "" if line.text.lower().startswith("pr") else line.text
            last = at
        elif (
            (head := headline(line.text, strict=True))
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
        head = headline(line.text, strict=True)
        if head and head["number"]:
            return False
    return False


def _prose_body(lines: Sequence[Line], at: int) -> int | None:
    """Return the first numbered line of a text with a heading and without an opener."""
    for place in range(at + 1, min(at + 8, len(lines))):
        text = lines[place].text
        if opener_rest(text) is not None:
            return None
        match = NUMBER.match(text) or ROMAN.match(text)
        if match and match["value"].lower() in {"1", "i"}:
            follows = match["rest"] or (lines[place + 1].text if place + 1 < len(lines) else "")
            return place if follows[:1].isupper() else None
        if CONTENTS.search(text) or (headline(text, strict=True) and place > at + 1):
            return None
    return None


def _heading(lines: Sequence[Line], first: int, end: int, body: int, rest: str) -> Heading:
    """Return the heading in the lines before `end` of the text that begins at `body`."""
    first = max(first, end - FARTHEST)
    heads = (
        (place, match)
        for place in range(end - 1, first - 1, -1)
        if (match := headline(lines[place].text, strict=False))
    )
    at, head = next(heads, (end, None))
    if head is None:
        start, title = title_alone(lines, first, end)
        return Heading(start, body, rest, title=title)
    number, top = head["number"], at
    for place in range(at - 1, max(first, at - 5) - 1, -1):
        other = headline(lines[place].text, strict=False)
        if number is None and other and other["number"]:
            number, top = other["number"], place
            break
    kind = head["kind"].lower()
    foreign = head["kind"].lower() in FOREIGN_KINDS
    after, above = title_below(lines, at, end, head, alone=foreign), title_above(lines, top, first)
    start = min(top, *[place for place, _ in above]) if above else top
    title = titled(after) or titled([text for _, text in above])
    start = block_start(lines, start, first)
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
