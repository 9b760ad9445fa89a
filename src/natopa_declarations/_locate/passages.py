"""A quotation beside the words that a corpus holds: what agrees and what differs."""

from __future__ import annotations

import re
from bisect import bisect_right
from itertools import pairwise
from typing import TYPE_CHECKING, final

import attrs

from ..model.quotations import Passage, Variant
from .alignment import Alternative, Stretch
from .tokens import Word, words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ..model.wordings import Reading
    from .held import Held

CONTEXT = 32
"""How many characters before and after a passage are given."""

_ELLIPSIS = re.compile(r"\u2026|\.(?:\s?\.){2,}")


@final
@attrs.frozen(eq=False)
class Given:
    """A quotation, or a part of one, taken apart into words."""

    text: str
    words: Sequence[Word]
    gaps: Sequence[int]
    """How many words stand before each ellipsis that has words on both sides."""

    @classmethod
    def of(cls, text: str) -> Given:
        """Take `text` apart."""
        run = words(text)
        starts = [word.start for word in run]
        gaps = {bisect_right(starts, match.start()) for match in _ELLIPSIS.finditer(text)}
        return cls(text, run, sorted(gaps - {0, len(run)}))

    def folded(self) -> list[str]:
        """Return the words as they are compared."""
        return [word.folded for word in self.words]

    def pieces(self) -> list[tuple[int, int]]:
        """Return from which word to which each piece between ellipses goes."""
        cuts = [0, *self.gaps, len(self.words)]
        return list(pairwise(cuts))

    def part(self, start: int, end: int) -> Given:
        """Return the part from the word `start` to before the word `end`."""
        return Given.of(_cut(self.text, self.words, start, end))


def alternatives(held: Held, lemma: Sequence[str]) -> Iterator[Alternative]:
    """Yield the known readings of these words, at each place where they stand."""
    for number, reading in enumerate(held.readings):
        here = [word.folded for word in words(reading.lemma)]
        there = [word.folded for word in words(reading.text or "")]
        if here == there:
            continue
        for start in range(len(lemma) - len(here) + 1):
            if lemma[start : start + len(here)] == here:
                yield Alternative(start, start + len(here), there, number)


def passage(
    held: Held, run: Sequence[Word], given: Given, stretches: Sequence[Stretch]
) -> Passage:
    """Turn two runs of words side by side into a passage; `run` has the words of `held`."""
    compared = agreeing = 0
    variants: list[Variant] = []
    omitted: list[str] = []
    for stretch in stretches:
        lemma = _cut(held.text, run, stretch.start, stretch.end)
        if stretch.omitted:
            omitted.append(lemma)
            continue
        of_lemma = stretch.end - stretch.start
        of_quote = stretch.quoted_end - stretch.quoted_start
        compared += of_quote if stretch.agrees else max(of_lemma, of_quote)
        agreeing += of_quote if stretch.agrees else 0
        if stretch.alternatives or not stretch.agrees:
            quoted = _cut(given.text, given.words, stretch.quoted_start, stretch.quoted_end)
            readings = tuple([held.readings[number] for number in stretch.alternatives])
            variants.append(Variant(lemma=lemma, quoted=_printable(quoted), readings=readings))
    first, last = stretches[0].start, stretches[-1].end
    start, end = run[first].start, run[last - 1].end
    return Passage(
        ref=held.ref,
        speaker=held.speaker,
        fidelity=held.fidelity,
        language=held.language,
        citations=held.citations,
        quoted=_printable(_cut(given.text, given.words, 0, len(given.words))),
        exact=held.text[start:end],
        prefix=held.text[max(0, start - CONTEXT) : start],
        suffix=held.text[end : end + CONTEXT],
        start=start,
        end=end,
        words=compared,
        agreeing=agreeing,
        variants=tuple(variants),
        omitted=tuple(omitted),
        readings=_readings(held, run, stretches),
        inference=held.inference,
    )


def _readings(
    held: Held, run: Sequence[Word], stretches: Sequence[Stretch]
) -> tuple[Reading, ...]:
    """Return the readings of words that the quotation has as the wording does."""
    same = [(s.start, s.end) for s in stretches if s.agrees and not s.alternatives]
    numbers = {
        alternative.number
        for alternative in alternatives(held, [word.folded for word in run])
        if any(start < alternative.end and alternative.start < end for start, end in same)
    }
    return tuple([held.readings[number] for number in sorted(numbers)])


def _cut(text: str, run: Sequence[Word], start: int, end: int) -> str:
    """Return the text from the word `start` to before the word `end`."""
    return text[run[start].start : run[end - 1].end] if start < end else ""


def _printable(text: str) -> str:
    """Return `text` in one line, without what could mislead a terminal."""
    return " ".join("".join([c for c in text if c.isprintable() or c.isspace()]).split())
