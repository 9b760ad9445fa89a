"""Find where terms stand in a text, and cut out the part that shows them best."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..model.spans import Span
from .spelling import pattern_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import TypeAlias

    from .query import Term
    from .spelling import Spellings

    Place: TypeAlias = tuple[int, int, Term]

WIDTH = 160
"""The most characters of a snippet, without the marks that show where it was cut."""

CUT = "\u2026"


def places(text: str, terms: tuple[Term, ...], spellings: Spellings) -> list[Place]:
    """Return where the terms stand in `text`, in order."""
    # Most fields have none of the words, and to know that is cheaper than where words stand.
    spelled_text = f" {spellings.text(text)} "
    terms = tuple([term for term in terms if _is_in(term, spelled_text)])
    if not terms:
        return []
    words = spelled_text.split()
    standing = [match.span() for match in pattern_of(text).finditer(text)]
    if not spellings.parted.isdisjoint(pattern_of(text).findall(text)):
        # A word that is spelled as several, or none, stands in as many places.
        standing = [
            match.span()
            for match in pattern_of(text).finditer(text)
            for _ in spellings[match[0]].split()
        ]
    found: set[Place] = set()
    for term in terms:
        for phrase in term.spellings:
            for first in _starts(phrase, words, prefix=term.prefix):
                found.add((standing[first][0], standing[first + len(phrase) - 1][1], term))
    return sorted(found, key=lambda place: (place[0], -place[1]))


def _is_in(term: Term, spelled: str) -> bool:
    """Say whether a term stands in a text that has a space before and after each word."""
    end = "" if term.prefix else " "
    return any(f" {' '.join(phrase)}{end}" in spelled for phrase in term.spellings)


def _starts(phrase: tuple[str, ...], words: list[str], *, prefix: bool) -> list[int]:
    """Return the numbers of the words at which `phrase` starts."""
    *before, last = phrase
    length = len(before)
    if not prefix and not before:
        found, at = [], -1
        for _ in range(words.count(last)):
            at = words.index(last, at + 1)
            found.append(at)
        return found
    return [
        number - length
        for number, word in enumerate(words)
        if (word.startswith(last) if prefix else word == last)
        and number >= length
        and words[number - length : number] == before
    ]


def cut(text: str, found: list[Place]) -> tuple[str, tuple[Span, ...]]:
    """Return a part of `text` with as many of the terms as can be, and where they stand in it."""
    start, end = _window(text, found)
    before, after = CUT if start else "", CUT if end < len(text) else ""
    offset = len(before) - start
    spans = [Span(first + offset, last + offset) for first, last in _merged(found, start, end)]
    return f"{before}{text[start:end]}{after}", tuple(spans)


def _window(text: str, found: list[Place]) -> tuple[int, int]:
    if len(text) <= WIDTH or not found:
        return 0, min(len(text), WIDTH)

    def inside(number: int) -> list[Place]:
        """Return the places that fit into a window that starts at one of them."""
        limit = found[number][0] + WIDTH
        return [place for place in found[number : number + WIDTH] if place[1] <= limit]

    best = max(range(len(found)), key=lambda number: len({term for _, _, term in inside(number)}))
    first = found[best][0]
    last = max([end for _, end, _ in inside(best)], default=first + WIDTH)
    # What is left of the width goes to both sides, and no word is cut where there is a space.
    start = max(0, min(first - (WIDTH - (last - first)) // 2, len(text) - WIDTH))
    end = start + WIDTH
    if start:
        start = text.find(" ", start, first) + 1 or start
    if end < len(text) and " " in text[last:end]:
        end = text.rfind(" ", last, end)
    return start, end


def _merged(found: list[Place], start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield the parts of the window that the places cover, each once and in order."""
    reached = start
    for first, last, _ in found:
        if last > reached and first < end:
            yield max(first, reached), min(last, end)
            reached = last
