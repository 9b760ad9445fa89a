"""Find texts that contain all words of a quotation, one after the other."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise, product
from typing import NamedTuple, final

from .compounds import closes, compounds
from .indexed import IndexedText, Prepared
from .quote import Quote
from .tokens import Word, words

MOST_SITES = 6
"""The most compounds of a piece that are tried in both spellings."""


@final
class Spot(NamedTuple):
    """A line that contains all words of a quotation."""

    line: int
    spans: tuple[tuple[int, int], ...]
    """The first word of the line and the one after the last, for each piece of the quotation."""


def spots(
    prepared: Prepared, quote: Quote, allows: Callable[[IndexedText], bool] | None = None
) -> Iterator[Spot]:
    """Yield the lines that contain all words of `quote`, in document order."""
    pieces = [_spellings(prepared, piece) for piece in quote.pieces()]
    longest = max(range(len(pieces)), key=lambda number: len(pieces[number][0]))
    seen: set[int] = set()
    for spelled in pieces[longest]:
        at = prepared.lines.find(spelled)
        while at >= 0:
            line = bisect_right(prepared.starts, at) - 1
            end = prepared.lines.index("\n", at)
            entry = prepared.entries[prepared.of_line[line]]
            if line not in seen and not entry.is_name and (allows is None or allows(entry)):
                spans = _spans(prepared.lines[prepared.starts[line] : end], pieces)
                if spans and _has_hyphens(entry, prepared, quote, spelled):
                    seen.add(line)
                    yield Spot(line, spans)
            at = prepared.lines.find(spelled, end)


def whole(
    prepared: Prepared, quote: Quote, allows: Callable[[IndexedText], bool] | None = None
) -> Iterator[Spot]:
    """Yield the titles and names that equal the whole `quote`."""
    line_of_it = f"\n {' '.join(quote.keys)} \n"
    at = prepared.lines.find(line_of_it)
    while at >= 0:
        line = bisect_right(prepared.starts, at + 1) - 1
        entry = prepared.entries[prepared.of_line[line]]
        if (entry.is_title or entry.is_name) and (allows is None or allows(entry)):
            yield Spot(line, ((0, len(quote.words)),))
        at = prepared.lines.find(line_of_it, at + 1)


def _spellings(prepared: Prepared, piece: Sequence[Word]) -> list[str]:
    """Return the spellings of a piece that a line may have, its own first.

    A compound with a hyphen may be one word in the line, and the reverse.
    """
    sites: list[tuple[int, int, list[str]]] = []
    for number, word in enumerate(piece):
        parts = prepared.closed.get(word.key)
        if parts:
            sites.append((number, number + 1, [f"{one} {other}" for one, other in sorted(parts)]))
        if number and closes(piece[number - 1], word):
            together = piece[number - 1].key + word.key
            if together in prepared.having:
                sites.append((number - 1, number + 1, [together]))
    keys = [word.key for word in piece]
    found = [f" {' '.join(keys)} "]
    for chosen in product((False, True), repeat=min(len(sites), MOST_SITES)):
        taken = [site for site, wanted in zip(sites, chosen, strict=False) if wanted]
        if not taken or any(a[1] > b[0] for a, b in pairwise(taken)):
            continue
        spelled = list(keys)
        for start, end, others in reversed(taken):
            spelled[start:end] = others[:1]
        found.append(f" {' '.join(spelled)} ")
    return found


def _spans(line: str, pieces: list[list[str]]) -> tuple[tuple[int, int], ...]:
    """Return the first and last word of each piece in order, or `()` if one is missing."""
    at, found = 0, []
    for piece in pieces:
        places = [(line.find(spelled, at), spelled) for spelled in piece]
        places = [(place, spelled) for place, spelled in places if place >= 0]
        if not places:
            return ()
        place, spelled = min(places)
        start = line.count(" ", 0, place)
        found.append((start, start + spelled.count(" ") - 1))
        at = place + len(spelled) - 1
    return tuple(found)


def _has_hyphens(entry: IndexedText, prepared: Prepared, quote: Quote, spelled: str) -> bool:
    """Say whether parts that were tried as one word have a hyphen between them in the text."""
    parted = [prepared.closed[key] for key in quote.keys if key in prepared.closed]
    if not parted:
        return True
    joined = set(compounds(words(entry.text, prepared.vocabulary)))
    return all(
        not any(f" {one} {other} " in spelled for one, other in pairs) or bool(pairs & joined)
        for pairs in parted
    )
