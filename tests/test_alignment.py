"""Two runs of words side by side: the fewest differences, and every word in its place."""

from __future__ import annotations

from functools import cache
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from natopa_declarations._locate.alignment import Alternative, Stretch, align

RUNS = st.lists(st.sampled_from(["ka", "lo", "mi", "nu"]), max_size=7)


def fewest(lemma: list[str], quote: list[str]) -> int:
    """Return the fewest words more, fewer or other, by trying every way."""

    @cache
    def from_here(at: int, quoted: int) -> int:
        if quoted == len(quote):
            return 0
        ways = [1 + from_here(at, quoted + 1)]
        if at < len(lemma):
            ways += [
                (lemma[at] != quote[quoted]) + from_here(at + 1, quoted + 1),
                1 + from_here(at + 1, quoted),
            ]
        return min(ways)

    return min(from_here(start, 0) for start in range(len(lemma) + 1))


def edits(stretches: list[Stretch]) -> int:
    """Return how many words differ."""
    return sum(
        max(s.end - s.start, s.quoted_end - s.quoted_start) for s in stretches if not s.agrees
    )


@given(RUNS, RUNS.filter(bool))
def test_the_fewest_words_differ(lemma: list[str], quote: list[str]) -> None:
    """No way of laying the two side by side has fewer differences."""
    assert edits(align(lemma, quote)) <= fewest(lemma, quote)


@given(RUNS, RUNS.filter(bool), st.sets(st.integers(1, 6)))
def test_every_word_has_its_place(lemma: list[str], quote: list[str], gaps: set[int]) -> None:
    """The stretches follow one another without a hole, and those that agree are the same."""
    stretches = align(lemma, quote, {gap for gap in gaps if gap < len(quote)})
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


def test_a_alternative_agrees() -> None:
    """The words of an alternative, and words that an alternative leaves out, cost nothing."""
    lemma = ["it", "needs", "to", "be", "given", "help", "now"]
    alternatives = [
        Alternative(1, 4, ["must", "be"], 0),
        Alternative(5, 6, [], 1),
        Alternative(5, 6, [], 2),
    ]
    stretches = align(lemma, ["it", "must", "be", "given", "now"], alternatives=alternatives)
    assert edits(stretches) == 0
    assert [s.alternatives for s in stretches if s.alternatives] == [(0,), (1, 2)]
    assert (
        edits(align(lemma, ["it", "should", "be", "given", "now"], alternatives=alternatives)) == 2
    )


def test_words_spaced_otherwise_agree() -> None:
    """One word that the other has as two is the same word, whichever has it so."""
    one, other = (
        ["a", "longterm", "plan", "for", "long", "term", "peace"],
        ["a", "long", "term", "plan"],
    )
    assert edits(align(one, other)) == 0
    assert edits(align(other, ["longterm", "plan"])) == 0


def test_words_left_out_cost_nothing_where_they_are_said_to_be() -> None:
    """At an ellipsis any number of words may be missing, and elsewhere none."""
    lemma = ["a", "b", "c", "d", "e", "f"]
    (first, gap, last) = align(lemma, ["a", "b", "f"], {2})
    assert (first.agrees, gap.omitted, last.agrees) == (True, True, True)
    assert lemma[gap.start : gap.end] == ["c", "d", "e"]
    assert edits(align(lemma, ["a", "b", "f"])) > 0
