"""Cut out the part of a text that shows best where the terms of a query stand."""

from __future__ import annotations

from functools import lru_cache
from operator import itemgetter
from typing import TYPE_CHECKING

from ..model.spans import Span

if TYPE_CHECKING:
    from .places import Place

WIDTH = 160
"""The most characters of a snippet, without the marks that show where it was cut."""

CUT = "\u2026"


_END = itemgetter(1)

_span = lru_cache(5000)(Span)
"""Spans are values, and those of snippets are few: each is made once."""


def cut(text: str, found: list[Place]) -> tuple[str, tuple[Span, ...]]:
    """Return a part of `text` with as many of the terms as can be, and where they stand in it."""
    start, end = 0, len(text)
    if end > WIDTH:
        start, end = _window(text, found)
    offset, reached = (len(CUT) if start else 0) - start, start
    spans = []
    # Each part of the window that the places cover, once and in order.
    for first, last, _ in found:
        if last > reached and first < end:
            spans.append(_span(max(first, reached) + offset, min(last, end) + offset))
            reached = last
    shown = text[start:end]
    if end < len(text):
        shown += CUT
    return CUT + shown if start else shown, tuple(spans)


def _window(text: str, found: list[Place]) -> tuple[int, int]:
    """Return where to cut a text that is too long to be shown."""
    if not found:
        return 0, WIDTH
    first, last = found[0][0], max(found, key=_END)[1]
    if last - first > WIDTH:
        first, last = _best(found)
    # What is left of the width goes to both sides, and no word is cut where there is a space.
    start = max(0, min(first - (WIDTH - (last - first)) // 2, len(text) - WIDTH))
    end = start + WIDTH
    if start:
        start = text.find(" ", start, first) + 1 or start
    if end < len(text) and " " in text[last:end]:
        end = text.rfind(" ", last, end)
    return start, end


def _best(found: list[Place]) -> tuple[int, int]:
    """Return where the places start and end that have the most terms and fit into a window."""
    most, best = 0, found
    for number, (first, _, _) in enumerate(found):
        if most >= len(found) - number:
            # Those that are left are no more than the terms that are shown already.
            break
        limit = first + WIDTH
        inside = [place for place in found[number : number + WIDTH] if place[1] <= limit]
        terms = len({term for _, _, term in inside}) if len(inside) > 1 else len(inside)
        if terms > most:
            most, best = terms, inside
    first = best[0][0]
    return first, min(max(best, key=_END)[1], first + WIDTH)
