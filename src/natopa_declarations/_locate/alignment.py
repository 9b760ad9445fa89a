"""Align two runs of words: where they agree, and where they differ."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from math import isqrt
from typing import NamedTuple, final


@final
class Stretch(NamedTuple):
    """A stretch of the lemma, aligned with a stretch of the quote."""

    start: int
    """The first word of the lemma."""
    end: int
    """The word of the lemma after the last."""
    quoted_start: int
    quoted_end: int
    agrees: bool
    omitted: bool = False
    """Whether an ellipsis in the quote marks words that are left out here."""
    readings: tuple[int, ...] = ()
    """The numbers of the readings that explain it."""


def align(lemma: Sequence[str], pieces: Iterable[Sequence[str]]) -> list[Stretch]:
    """Align the pieces of a quote, in order, with the part of `lemma` that differs least.

    Each word inserted, deleted or replaced costs one (the edit distance of Levenshtein, over
    words; the lemma may start and end anywhere, after Sellers).  The words of the lemma between
    two pieces cost nothing.

    >>> for stretch in align("a b c d e".split(), ["b x d".split()]):
    ...     print(stretch[:5])
    (1, 2, 0, 1, True)
    (2, 3, 1, 2, False)
    (3, 4, 2, 3, True)
    """
    tables: list[_Table] = []
    tops = [0] * (len(lemma) + 1)
    for piece in pieces:
        table = _Table(lemma, piece, tops)
        tables.append(table)
        tops = table.lowest()
    at = tables[-1].best(len(lemma))
    quoted = sum([len(table.quote) for table in tables])
    steps: list[Stretch] = []
    for number, table in reversed(list(enumerate(tables))):
        quoted -= len(table.quote)
        for step in table.steps(at):
            start, end = step.quoted_start + quoted, step.quoted_end + quoted
            steps.append(step._replace(quoted_start=start, quoted_end=end))
            at = step.start
        if number:
            before = tables[number - 1].best(at)
            if before < at:
                steps.append(Stretch(before, at, quoted, quoted, agrees=False, omitted=True))
            at = before
    return _joined(reversed(steps))


@final
class _Column(NamedTuple):
    """How the costs change at one word of the lemma: a bit for each word of the quote.

    Two costs beside each other differ by one at most, so that two bits hold a difference, and
    one word of the lemma takes a few operations on whole numbers (Myers 1999).
    """

    rises: int
    """Where the cost is one more than with one word of the quote less."""
    falls: int
    """Where it is one less."""
    dearer: int
    """Where the cost is one more than with one word of the lemma less."""
    cheaper: int


@final
class _Table:
    """The cost of each part of the quote up to each word of the lemma.

    Only some columns are kept; the others are computed again when needed.
    """

    def __init__(self, lemma: Sequence[str], quote: Sequence[str], tops: Sequence[int]) -> None:
        self.lemma = lemma
        self.quote = quote
        self._tops = tops
        self._all = (1 << len(quote)) - 1
        self._places: dict[str, int] = {}
        for number, word in enumerate(quote):
            self._places[word] = self._places.get(word, 0) | (1 << number)
        self._apart = isqrt(len(lemma)) + 1
        self._kept: dict[int, _Column] = {}
        self._recomputed: dict[int, _Column] = {}
        self.costs = self._fill()

    def _fill(self) -> list[int]:
        """Return the cost of the whole quote up to each word of the lemma.

        Most time is spent here, so the steps of `_next` are repeated inline.
        """
        rises, falls, cost = self._all, 0, self._tops[0] + len(self.quote)
        high = 1 << (len(self.quote) - 1)
        mask, tops, apart, find = self._all, self._tops, self._apart, self._places.get
        dearer = cheaper = 0
        costs = [cost]
        for at, word in enumerate(self.lemma):
            if at % apart == 0:
                self._kept[at] = _Column(rises, falls, dearer, cheaper)
            same = find(word, 0)
            down = 1 if tops[at + 1] < tops[at] else 0
            across = same | falls
            same |= down
            through = (((same & rises) + rises) ^ rises) | same
            dearer = (falls | ~(through | rises)) & mask
            cheaper = rises & through
            if dearer & high:
                cost += 1
            elif cheaper & high:
                cost -= 1
            costs.append(cost)
            shifted = dearer << 1
            rises = ((cheaper << 1) | down | ~(across | shifted)) & mask
            falls = shifted & across
        return costs

    def _next(self, column: _Column, at: int) -> _Column:
        """Return the column of the word of the lemma before `at`, from the one before it."""
        rises, falls, _, _ = column
        same = self._places.get(self.lemma[at - 1], 0)
        down = 1 if self._tops[at] < self._tops[at - 1] else 0
        across = same | falls
        same |= down
        through = (((same & rises) + rises) ^ rises) | same
        dearer = (falls | ~(through | rises)) & self._all
        cheaper = rises & through & self._all
        shifted, lowered = dearer << 1, (cheaper << 1) | down
        return _Column(
            (lowered | ~(across | shifted)) & self._all, shifted & across, dearer, cheaper
        )

    def _column(self, at: int) -> _Column:
        """Return the column up to the word `at` of the lemma; compute it if it was not kept."""
        if at not in self._recomputed:
            first = (at // self._apart) * self._apart
            while first not in self._kept:
                first -= self._apart
            column = self._kept[first]
            self._recomputed = {first: column}
            for number in range(first + 1, min(first + self._apart, len(self.lemma)) + 1):
                column = self._recomputed[number] = self._next(column, number)
        return self._recomputed[at]

    def lowest(self) -> list[int]:
        """Return the least cost up to each word of the lemma or before it."""
        least, found = self.costs[0], []
        for cost in self.costs:
            least = min(least, cost)
            found.append(least)
        return found

    def best(self, last: int) -> int:
        """Return the first place, up to `last`, at which the whole quote costs least."""
        costs = self.costs[: last + 1]
        return costs.index(min(costs))

    def steps(self, at: int) -> Iterator[Stretch]:
        """Yield the steps of the cheapest alignment up to here, the last first."""
        quoted = len(self.quote)
        while quoted:
            if not at:
                yield Stretch(0, 0, 0, quoted, agrees=False)
                return
            bit = 1 << (quoted - 1)
            if self.lemma[at - 1] == self.quote[quoted - 1]:
                yield Stretch(at - 1, at, quoted - 1, quoted, agrees=True)
                at, quoted = at - 1, quoted - 1
                continue
            rises, falls, dearer, _ = here = self._column(at)
            rise = 1 if rises & bit else -1 if falls & bit else 0
            # Of steps with the same cost, take the one that lets most words of the quote agree.
            if dearer & bit:
                yield Stretch(at - 1, at, quoted, quoted, agrees=False)
                at -= 1
            elif rise + self._across(here, at, quoted - 1) == 1:
                yield Stretch(at - 1, at, quoted - 1, quoted, agrees=False)
                at, quoted = at - 1, quoted - 1
            else:
                yield Stretch(at, at, quoted - 1, quoted, agrees=False)
                quoted -= 1

    def _across(self, column: _Column, at: int, quoted: int) -> int:
        """Return the cost of `quoted` words with the word before `at`, less that without it."""
        if not quoted:
            return self._tops[at] - self._tops[at - 1]
        bit = 1 << (quoted - 1)
        return 1 if column.dearer & bit else -1 if column.cheaper & bit else 0


def _joined(steps: Iterable[Stretch]) -> list[Stretch]:
    """Join adjacent steps of one kind."""
    joined: list[Stretch] = []
    for step in steps:
        last = joined[-1] if joined else None
        if last and last[4:6] == step[4:6]:
            joined[-1] = last._replace(end=step.end, quoted_end=step.quoted_end)
        else:
            joined.append(step)
    return joined
