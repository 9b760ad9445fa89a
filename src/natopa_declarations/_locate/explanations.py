"""Differences that a known reading explains: another source has the words of the quotation."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from .alignment import Stretch
from .indexed import IndexedText
from .quote import Quote
from .tokens import Word, words
from .witnesses import places, stands_alone


def explained(
    entry: IndexedText, run: Sequence[Word], quote: Quote, stretches: Iterable[Stretch]
) -> list[Stretch]:
    """Return the stretches, with the differences that a reading explains marked."""
    found = list(stretches)
    if not entry.readings or all(stretch.agrees for stretch in found):
        return found
    lemma = [word.key for word in run]
    sites = sorted(places(entry.readings, lemma), key=lambda site: site[1] - site[2])
    for number, start, end in sites:
        reading = entry.readings[number]
        if stands_alone(reading, entry.language):
            continue
        there = [word.key for word in words(reading.text or "")]
        if there == lemma[start:end]:
            continue
        for at in _starts(quote.keys, there):
            replaced = _explain(found, (start, end), (at, at + len(there)), number)
            if replaced:
                found = replaced
                break
    return found


def _starts(keys: Sequence[str], part: Sequence[str]) -> Iterator[int]:
    for at in range(len(keys) - len(part) + 1):
        if keys[at : at + len(part)] == part:
            yield at


def _explain(
    stretches: Sequence[Stretch], lemma: tuple[int, int], quoted: tuple[int, int], number: int
) -> list[Stretch] | None:
    """Return the stretches with this part explained, or None if it does not fit."""
    (start, end), (quoted_start, quoted_end) = lemma, quoted
    before = _beside(stretches, start, quoted_start, after=False)
    after = _beside(stretches, end, quoted_end, after=True)
    if before is None or after is None:
        return None
    # Words that are only more than the text has stand at one place of it, beside what is inside.
    inside = [
        s for s in stretches
        if not (s.omitted or (s.end <= start and s.quoted_end <= quoted_start)
                or (s.start >= end and s.quoted_start >= quoted_end))
    ]  # fmt: skip
    found = Stretch(start, end, quoted_start, quoted_end, agrees=True, readings=(number,))
    if any(s.readings for s in inside):
        one, *others = inside
        if others:
            return None
        found = one._replace(readings=(*one.readings, number))
    elif all(s.agrees for s in inside):
        return None
    return [*before, found, *after]


def _beside(
    stretches: Sequence[Stretch], at: int, quoted: int, *, after: bool
) -> list[Stretch] | None:
    """Return the stretches before or after a place on both sides, or None if there is none."""
    found: list[Stretch] = []
    for s in reversed(stretches) if after else stretches:
        is_before = s.end <= at and s.quoted_end <= quoted
        is_after = s.start >= at and s.quoted_start >= quoted
        if is_after if after else is_before:
            found.append(s)
            continue
        if is_before if after else is_after:
            break
        if not _can_split(s, at, quoted):
            return None
        part = s._replace(start=at, quoted_start=quoted) if after else s._replace(
            end=at, quoted_end=quoted)  # fmt: skip
        found.append(part)
        break
    return found[::-1] if after else found


def _can_split(s: Stretch, at: int, quoted: int) -> bool:
    """Say whether a stretch can be split at this place."""
    inside = s.start <= at <= s.end and s.quoted_start <= quoted <= s.quoted_end
    if s.readings or s.omitted or not inside:
        return False
    return not s.agrees or at - s.start == quoted - s.quoted_start
