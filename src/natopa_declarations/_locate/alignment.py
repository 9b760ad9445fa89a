"""Two runs of words side by side: where they agree, and what differs."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple, final

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Sequence


@final
class Alternative(NamedTuple):
    """Words of the lemma that may read otherwise, as `number` says, and still agree."""

    start: int
    end: int
    words: Sequence[str]
    number: int


@final
class Stretch(NamedTuple):
    """A stretch of the lemma beside a stretch of the quote."""

    start: int
    """The first word of the lemma."""
    end: int
    """The word of the lemma after the last."""
    quoted_start: int
    quoted_end: int
    agrees: bool
    omitted: bool = False
    """Whether the quote says, by an ellipsis, that words are left out here."""
    alternatives: tuple[int, ...] = ()
    """The numbers of the alternatives that explain it."""


_Arcs = dict[int, dict[int, list[tuple[int, int, tuple[int, ...]]]]]
"""Ways that cost nothing, by where they end: in the quote, then in the lemma.

Each has its start in the lemma, its start in the quote, and the numbers of its alternatives: none
for the same letters, spaced otherwise.
"""


@final
class _Table(NamedTuple):
    """What the first words of the quote cost, by their number, up to each word of the lemma.

    A word that differs costs more than all the words that agree can earn, so of the ways with
    the fewest differences the cheapest is the one with the most words that agree.
    """

    lemma: Sequence[str]
    quote: Sequence[str]
    gaps: Collection[int]
    arcs: _Arcs
    costs: list[list[int]]

    @property
    def edit(self) -> int:
        """What one word more, fewer or other costs."""
        return len(self.quote) + 1


def align(
    lemma: Sequence[str],
    quote: Sequence[str],
    gaps: Collection[int] = (),
    alternatives: Iterable[Alternative] = (),
) -> list[Stretch]:
    """Lay the whole `quote` beside that part of `lemma` from which it differs least.

    Each word more, fewer or other costs one (the edit distance of Levenshtein, over words;
    the lemma may start and end anywhere, after Sellers).  What an alternative explains costs
    nothing, nor does leaving out words of the lemma where `gaps` has the number of the words
    of the quote that stand before an ellipsis.

    >>> for stretch in align("a b c d e".split(), "b x d".split()):
    ...     print(stretch[:5])
    (1, 2, 0, 1, True)
    (2, 3, 1, 2, False)
    (3, 4, 2, 3, True)
    """
    arcs = _arcs(lemma, quote, alternatives)
    table = _Table(lemma, quote, gaps, arcs, [[0] * (len(lemma) + 1)])
    for number in range(1, len(quote) + 1):
        table.costs.append(_row(table, number))
    at, quoted = min(range(len(lemma) + 1), key=table.costs[-1].__getitem__), len(quote)
    back: list[Stretch] = []
    while quoted:
        step = _last_step(table, at, quoted)
        back.append(step)
        at, quoted = step.start, step.quoted_start
    return _joined(reversed(back))


def _row(table: _Table, number: int) -> list[int]:
    """Return what the first `number` words of the quote cost."""
    word, above, edit = table.quote[number - 1], table.costs[-1], table.edit
    skip = 0 if number in table.gaps else edit
    shortcuts = table.arcs.get(number, {})
    left = above[0] + edit
    row = [left]
    for at, other in enumerate(table.lemma):
        cost = above[at] - 1 if word == other else above[at] + edit
        more, fewer = above[at + 1] + edit, left + skip
        if more < cost:  # noqa: PLR1730 - here calling `min` would take most of the time.
            cost = more
        if fewer < cost:  # noqa: PLR1730
            cost = fewer
        if at + 1 in shortcuts:
            for start, quoted_start, _ in shortcuts[at + 1]:
                before = row if quoted_start == number else table.costs[quoted_start]
                cost = min(cost, before[start] - (number - quoted_start))
        row.append(cost)
        left = cost
    return row


def _last_step(table: _Table, at: int, quoted: int) -> Stretch:
    """Return the last step of the cheapest way to here."""
    costs, edit = table.costs, table.edit
    cost = costs[quoted][at]
    for start, quoted_start, numbers in table.arcs.get(quoted, {}).get(at, ()):
        if costs[quoted_start][start] - (quoted - quoted_start) == cost:
            return Stretch(start, at, quoted_start, quoted, agrees=True, alternatives=numbers)
    if at:
        same = table.lemma[at - 1] == table.quote[quoted - 1]
        if costs[quoted - 1][at - 1] + (-1 if same else edit) == cost:
            return Stretch(at - 1, at, quoted - 1, quoted, agrees=same)
        gap = quoted in table.gaps
        if costs[quoted][at - 1] + (0 if gap else edit) == cost:
            return Stretch(at - 1, at, quoted, quoted, agrees=False, omitted=gap)
    return Stretch(at, at, quoted - 1, quoted, agrees=False)


def _arcs(
    lemma: Sequence[str], quote: Sequence[str], alternatives: Iterable[Alternative]
) -> _Arcs:
    """Return the ways that cost nothing."""
    ways: dict[tuple[int, int, int, int], list[int]] = {}
    for alternative in alternatives:
        length = len(alternative.words)
        for start in range(len(quote) - length + 1):
            if list(quote[start : start + length]) == list(alternative.words):
                way = (alternative.start, alternative.end, start, start + length)
                ways.setdefault(way, []).append(alternative.number)
    for at, start in _split(lemma, quote):
        ways.setdefault((at, at + 1, start, start + 2), [])
    for at, start in _split(quote, lemma):
        ways.setdefault((start, start + 2, at, at + 1), [])
    arcs: _Arcs = {}
    for (start, end, quoted_start, quoted_end), numbers in ways.items():
        ending = arcs.setdefault(quoted_end, {}).setdefault(end, [])
        ending.append((start, quoted_start, tuple(numbers)))
    return arcs


def _split(whole: Sequence[str], parted: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Yield which words of `whole` stand in `parted` as two."""
    pairs: dict[str, list[int]] = {}
    for start, (one, other) in enumerate(pairwise(parted)):
        pairs.setdefault(one + other, []).append(start)
    for at, word in enumerate(whole):
        for start in pairs.get(word, ()):
            yield at, start


def _joined(steps: Iterable[Stretch]) -> list[Stretch]:
    """Join steps of one kind that follow one another."""
    joined: list[Stretch] = []
    for step in steps:
        last = joined[-1] if joined else None
        if last and last[4:6] == step[4:6] and not (last.alternatives or step.alternatives):
            joined[-1] = last._replace(end=step.end, quoted_end=step.quoted_end)
        else:
            joined.append(step)
    return joined
