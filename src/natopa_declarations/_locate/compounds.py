"""Compounds with a hyphen, and the same compounds written as one word."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from itertools import pairwise

from .spelling import may_close
from .tokens import Joint, Word


def closes(one: Word, other: Word) -> bool:
    """Say whether two adjacent words may also be written as one.

    They may if a hyphen joins them and the joined word is not another one; a hyphen at the end of
    a line may only break the line.
    """
    if other.joint is Joint.LINE_END:
        return True
    return other.joint is Joint.HYPHEN and may_close(one.key, other.key)


def compounds(run: Sequence[Word]) -> Iterator[tuple[str, str]]:
    """Yield the two parts of each compound that may also be written as one word."""
    for one, other in pairwise(run):
        if closes(one, other):
            yield one.key, other.key


def closed(run: Sequence[Word], known: Collection[str]) -> Sequence[Word]:
    """Return the words with each compound joined that is `known` as one word."""
    if all(word.joint in {Joint.APART, Joint.CLOSE} for word in run):
        return run
    found: list[Word] = []
    for word in run:
        if found and closes(found[-1], word) and found[-1].key + word.key in known:
            before = found.pop()
            found.append(Word(before.key + word.key, before.start, word.end, before.joint))
        else:
            found.append(word)
    return found
