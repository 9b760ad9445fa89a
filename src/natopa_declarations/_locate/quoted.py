"""Find the quotations in a text by its quotation marks."""

from __future__ import annotations

import re
from typing import NamedTuple, final

from .readable import FILL, is_invisible, readable

_MARKS = {
    "\u201c": '\u201d\u201c"', "\u201e": '\u201c\u201d"', "\u201f": "\u201d",
    "\u201d": "\u201d", "\u00ab": "\u00bb", "\u00bb": "\u00ab\u00bb", '"': '"\u201d',
    "\u2018": "\u2019", "\u201a": "\u2018\u2019", "\u2039": "\u203a", "\u203a": "\u2039",
    "'": "'", "``": "''", "<<": ">>", "\u300c": "\u300d",
}  # fmt: skip
"""Each mark that opens a quotation, and the marks that can close it."""

_SINGLE = frozenset("\u2018'")
_MARK = re.compile(r"``|''|<<|>>|[\"'\u2018-\u201f\u00ab\u00bb\u2039\u203a\u300c\u300d]")
_PARAGRAPH = re.compile(r"\n[^\S\n]*\n\s*")
_OPENERS = "([{-\u2013\u2014/:"


@final
class _Mark(NamedTuple):
    """A quotation mark and its place."""

    sign: str
    start: int
    end: int


def spans(text: str) -> list[tuple[int, int]]:
    """Return the places of the quotations in `text`, without their marks.

    A quotation inside another is part of it.  One without a closing mark goes on to the next
    paragraph if that begins with a mark, and otherwise ends with its own.

    >>> text = 'He said "no", and \u201cnever\u201d.'
    >>> [text[start:end] for start, end in spans(text)]
    ['no', 'never']
    """
    seen = readable(text)
    marks = [_Mark(m.group(), m.start(), m.end()) for m in _MARK.finditer(seen)]
    ends = [match.start() for match in _PARAGRAPH.finditer(seen)]
    found: list[tuple[int, int]] = []
    number = 0
    while number < len(marks):
        mark = marks[number]
        if not _opens(seen, mark):
            number += 1
            continue
        closing = _closing(seen, marks, number, ends)
        if closing is None and mark.sign in _SINGLE:
            number += 1
            continue
        end = _next(ends, mark.end, len(seen)) if closing is None else marks[closing].start
        start, end = _trimmed(text, seen, mark.end, end)
        if start < end:
            found.append((start, end))
        if closing is not None:
            number = closing + 1
        else:
            while number < len(marks) and marks[number].start < max(end, mark.end):
                number += 1
    return found


def inner(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Return the places in `text` of the quotations inside a quotation."""
    return [(start + first, start + last) for first, last in spans(text[start:end])]


def _closing(text: str, marks: list[_Mark], number: int, ends: list[int]) -> int | None:
    """Return the number of the mark that closes the mark with this number.

    Marks of the same kind that open in between are nested; one at the start of a paragraph only
    continues the quotation.
    """
    opening = marks[number]
    closers = _MARKS[opening.sign]
    depth = 0
    limit = _next(ends, opening.end, len(text))
    fallback: int | None = None
    for at in range(number + 1, len(marks)):
        mark = marks[at]
        if mark.start >= limit:
            after = text[limit:].lstrip()
            begins = len(text) - len(after)
            if mark.start != begins or mark.sign != opening.sign:
                return fallback
            limit = _next(ends, mark.end, len(text))
            continue
        if mark.sign in closers and _closes(text, mark, opening.sign):
            if opening.sign in _SINGLE and _may_be_apostrophe(text, mark):
                fallback = at
                continue
            if not depth:
                return at
            depth -= 1
        elif mark.sign == opening.sign and _opens(text, mark):
            if opening.sign in _SINGLE:
                return fallback
            depth += 1
    return fallback


def _opens(text: str, mark: _Mark) -> bool:
    """Say whether a mark can open a quotation in this place."""
    if mark.sign not in _MARKS:
        return False
    before = text[: mark.start].rstrip(FILL)[-1:]
    after = text[mark.end :].lstrip(FILL)[:1]
    free = (
        not before
        or before.isspace()
        or before in _OPENERS
        or before in "\"'\u201c\u2018\u00ab\u201e"
    )
    if mark.sign in {"\u00ab", "\u201e", "\u201c", "``", "<<", "\u300c"}:
        return mark.sign != "\u201c" or free or not after.isspace()
    if not free or not after or after.isspace():
        return False
    if mark.sign in _SINGLE:
        return after.isalnum() and not re.match(r"\d\ds?\b|(?:tis|twas|em|n)\b", text[mark.end :])
    return True


def _closes(text: str, mark: _Mark, opening: str) -> bool:
    """Say whether a mark can close a quotation in this place."""
    before = text[: mark.start].rstrip(FILL)[-1:]
    after = text[mark.end :].lstrip(FILL)[:1]
    if opening in {"\u00ab", "\u00bb", "\u2039", "\u203a", "<<"}:
        return True
    if opening in _SINGLE or opening == "\u201a":
        return not before.isspace() and not after.isalnum()
    return not before.isspace() or not after.isalnum()


def _may_be_apostrophe(text: str, mark: _Mark) -> bool:
    """Say whether a mark may be an apostrophe, as in "the Allies' plan"."""
    return bool(re.match(r" [a-z]", text[mark.end :])) and text[mark.start - 1] == "s"


def _next(ends: list[int], at: int, last: int) -> int:
    return next((end for end in ends if end >= at), last)


def _trimmed(text: str, seen: str, start: int, end: int) -> tuple[int, int]:
    """Return the place without white space and fillers at its ends."""

    def is_blank(at: int) -> bool:
        return seen[at].isspace() or (seen[at] == FILL and not is_invisible(text[at]))

    while start < end and is_blank(start):
        start += 1
    while start < end and is_blank(end - 1):
        end -= 1
    return start, end
