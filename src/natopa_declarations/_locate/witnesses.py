"""A wording as another source has it, with its readings in place."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple, final

from ..model.wordings import Reading
from .tokens import Vocabulary, keys_of, words


@final
class Origin(NamedTuple):
    """The origin of a word of a version: words of the lemma, or a reading of them."""

    start: int
    """The first word of the lemma."""
    end: int
    """The word of the lemma after the last."""
    reading: int | None = None
    """The number of the reading, or None for a word of the lemma itself."""


@final
class Version(NamedTuple):
    """The words of a wording as one source reads them."""

    source: str
    keys: Sequence[str]
    origins: Sequence[Origin]


def places(readings: Sequence[Reading], lemma: Sequence[str]) -> Iterator[tuple[int, int, int]]:
    """Yield the place of each reading: its number, its first word and the one after its last."""
    for number, reading in enumerate(readings):
        here = [word.key for word in words(reading.lemma)]
        for start in range(len(lemma) - len(here) + 1):
            if here and list(lemma[start : start + len(here)]) == here:
                yield number, start, start + len(here)


def stands_alone(reading: Reading, language: str) -> bool:
    """Say whether a reading is in another language, so that it does not fit among the words."""
    return reading.language not in (None, language)


def versions(
    text: str, language: str, readings: Sequence[Reading], vocabulary: Vocabulary
) -> Iterator[Version]:
    """Yield the wording as each source with readings has it.

    A reading in another language is a version of its own.  Of two readings of a source that
    overlap, the longer one counts.
    """
    if not readings:
        return
    lemma = keys_of(text, vocabulary)
    found = sorted(places(readings, lemma), key=lambda one: (one[1] - one[2], one[1]))
    by_source: dict[str, list[tuple[int, int, int]]] = {}
    for number, start, end in found:
        reading = readings[number]
        source = str(reading.citation.source.id)
        if stands_alone(reading, language):
            keys = keys_of(reading.text or "", vocabulary)
            yield Version(source, keys, [Origin(start, end, number)] * len(keys))
            continue
        taken = by_source.setdefault(source, [])
        if all(end <= other[1] or other[2] <= start for other in taken):
            taken.append((number, start, end))
    for source, taken in by_source.items():
        version: list[tuple[str, Origin]] = []
        at = 0
        for number, start, end in sorted(taken, key=lambda one: one[1]):
            version += [(lemma[n], Origin(n, n + 1)) for n in range(at, start)]
            there = keys_of(readings[number].text or "", vocabulary)
            version += [(word, Origin(start, end, number)) for word in there]
            at = end
        version += [(lemma[n], Origin(n, n + 1)) for n in range(at, len(lemma))]
        yield Version(source, [word for word, _ in version], [origin for _, origin in version])
