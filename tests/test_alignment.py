"""Two runs of words side by side: the fewest differences, and every word in its place."""

from __future__ import annotations

import random
from functools import cache
from itertools import accumulate, pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from natopa_declarations._locate.alignment import Stretch, align

RUNS = st.lists(st.sampled_from(["ka", "lo", "mi", "nu"]), max_size=7)
PIECES = st.lists(RUNS.filter(bool), min_size=1, max_size=3)


def fewest(lemma: list[str], pieces: list[list[str]]) -> int:
    """Return the fewest words more, fewer or other, by trying every way."""
    quote = [word for piece in pieces for word in piece]
    gaps = set(accumulate(map(len, pieces)))

    @cache
    def from_here(at: int, quoted: int) -> int:
        if quoted == len(quote):
            return 0
        ways = [1 + from_here(at, quoted + 1)]
        if at < len(lemma):
            ways += [
                (lemma[at] != quote[quoted]) + from_here(at + 1, quoted + 1),
                (quoted not in gaps) + from_here(at + 1, quoted),
            ]
        return min(ways)

    return min(from_here(start, 0) for start in range(len(lemma) + 1))


def edits(stretches: list[Stretch]) -> int:
    """Return how many words differ."""
    return sum(
        max(s.end - s.start, s.quoted_end - s.quoted_start)
        for s in stretches
        if not s.agrees and not s.omitted
    )


@given(RUNS, PIECES)
def test_the_fewest_words_differ(lemma: list[str], pieces: list[list[str]]) -> None:
    """No way of laying the two side by side has fewer differences, with ellipses or without."""
    assert edits(align(lemma, pieces)) <= fewest(lemma, pieces)


@given(RUNS, PIECES)
def test_every_word_has_its_place(lemma: list[str], pieces: list[list[str]]) -> None:
    """The stretches follow one another without a hole, and those that agree are the same."""
    stretches = align(lemma, pieces)
    quote = [word for piece in pieces for word in piece]
    gaps = set(accumulate(map(len, pieces)))
    assert stretches[0].quoted_start == 0
    assert stretches[-1].quoted_end == len(quote)
    for one, other in pairwise(stretches):
        assert (one.end, one.quoted_end) == (other.start, other.quoted_start)
    for s in stretches:
        if s.agrees:
            assert lemma[s.start : s.end] == quote[s.quoted_start : s.quoted_end]
        if s.omitted:
            assert s.quoted_start == s.quoted_end
            assert s.quoted_end in gaps


def test_words_left_out_cost_nothing_where_they_are_said_to_be() -> None:
    """At an ellipsis any number of words may be missing, and elsewhere none."""
    lemma = ["a", "b", "c", "d", "e", "f"]
    (first, gap, last) = align(lemma, [["a", "b"], ["f"]])
    assert (first.agrees, gap.omitted, last.agrees) == (True, True, True)
    assert lemma[gap.start : gap.end] == ["c", "d", "e"]
    assert edits(align(lemma, [["a", "b", "f"]])) > 0


def costs(lemma: list[str], piece: list[str], tops: list[int]) -> list[list[int]]:
    """Return what it costs to lay so many words of a piece beside so many of the lemma."""
    table = [tops]
    for number, word in enumerate(piece, start=1):
        row = [tops[0] + number]
        for at, other in enumerate(lemma, start=1):
            beside = table[-1][at - 1] + (word != other)
            row.append(min(beside, table[-1][at] + 1, row[-1] + 1))
        table.append(row)
    return table


def aligned(lemma: list[str], pieces: list[list[str]]) -> list[Stretch]:
    """Align with whole tables of costs, which is slow and plain."""
    tables: list[list[list[int]]] = []
    tops = [0] * (len(lemma) + 1)
    for piece in pieces:
        tables.append(costs(lemma, piece, tops))
        tops = list(accumulate(tables[-1][-1], min))
    at, over = len(lemma), sum(map(len, pieces))
    steps: list[Stretch] = []
    for piece, table in zip(reversed(pieces), reversed(tables), strict=True):
        last = table[-1][: at + 1]
        if (first := last.index(min(last))) < at and steps:
            steps.append(Stretch(first, at, over, over, agrees=False, omitted=True))
        at, quoted = first, len(piece)
        over -= quoted
        while quoted:
            agrees = at > 0 and lemma[at - 1] == piece[quoted - 1]
            # What is left out is told before what is another word, and that before what is more.
            fewer = not agrees and at > 0 and table[quoted][at] == table[quoted][at - 1] + 1
            beside = at > 0 and not fewer and table[quoted][at] == table[quoted - 1][at - 1] + 1
            here, there = int(agrees or fewer or beside), int(not fewer)
            place = (at - here, at, over + quoted - there, over + quoted)
            steps.append(Stretch(*place, agrees=agrees))
            at, quoted = at - here, quoted - there
    joined: list[Stretch] = []
    for step in reversed(steps):
        if joined and joined[-1][4:6] == step[4:6]:
            start, quoted_start = joined[-1].start, joined[-1].quoted_start
            joined[-1] = step._replace(start=start, quoted_start=quoted_start)
        else:
            joined.append(step)
    return joined


@pytest.mark.parametrize("most", [1, 2, 3, 5, 8, 12])
def test_the_quick_way_lays_them_as_the_plain_way_does(most: int) -> None:
    """Stretch by stretch, for runs and pieces of every length, of words that often recur."""
    rng = random.Random(most)  # noqa: S311 - the same words each time, and no secret.
    for number in range(60):
        words = "abcdefgh"[: 2 + number % 5]
        lemma = rng.choices(words, k=rng.randrange(most + 1))
        pieces = [rng.choices(words, k=rng.randint(1, most)) for _ in range(1 + number % 3)]
        assert align(lemma, pieces) == aligned(lemma, pieces)


def test_columns_that_were_not_kept_are_made_again() -> None:
    """A long wording is laid beside its quotation as a short one is."""
    lemma = [f"word{number * number % 97}" for number in range(3000)]
    quote = list(lemma[500:2500])
    for at in range(0, 2000, 40):
        quote[at] = "other"
    assert edits(align(lemma, [quote])) == 50
