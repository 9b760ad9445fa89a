"""A quotation, or a part of one, split into words."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Sequence
from itertools import pairwise
from typing import final

import attrs

from .compounds import closed
from .tokens import GAP, Joint, Vocabulary, Word, words

FEWEST_WORDS = 3
"""The fewest words of a quotation; each ellipsis requires two more."""


@final
@attrs.frozen(eq=False)
class Quote:
    """A quotation, or a part of one, split into words."""

    text: str
    words: Sequence[Word]
    gaps: Sequence[int]
    """How many words precede each ellipsis that has words on both sides."""

    @classmethod
    def of(cls, text: str, vocabulary: Vocabulary | None = None) -> Quote:
        """Split `text`."""
        run: list[Word] = []
        gaps: list[int] = []
        for word in words(text, vocabulary):
            if word.key != GAP:
                run.append(word)
            elif run and gaps[-1:] != [len(run)]:
                gaps.append(len(run))
        return cls(text, run, gaps[:-1] if gaps[-1:] == [len(run)] else gaps)

    @property
    def keys(self) -> list[str]:
        """The words in the form in which they are compared."""
        return [word.key for word in self.words]

    def pieces(self) -> list[Sequence[Word]]:
        """Return the words between the ellipses."""
        cuts = [0, *self.gaps, len(self.words)]
        return [self.words[start:end] for start, end in pairwise(cuts)]

    @property
    def is_too_short(self) -> bool:
        """Whether it has too few words to identify a text."""
        count = 0
        before = ""
        for word in self.words:
            # Letters directly after letters have an apostrophe between them, as in l'Ukraine.
            elided = word.joint is Joint.CLOSE and before.isalpha() and word.key[0].isalpha()
            count += elided or word.joint is Joint.APART
            before = word.key
        return count < FEWEST_WORDS + 2 * len(self.gaps)

    def closed(self, known: Collection[str]) -> Quote:
        """Return the quote with each compound joined that is `known` as one word."""
        run = closed(self.words, known)
        if run is self.words:
            return self
        starts = [word.start for word in run]
        gaps = [bisect_left(starts, self.words[gap].start) for gap in self.gaps]
        return Quote(self.text, run, gaps)

    def part(self, start: int, end: int) -> Quote:
        """Return the part from the word `start` up to the word `end`."""
        return Quote.of(cut(self.text, self.words, start, end))


def cut(text: str, run: Sequence[Word], start: int, end: int) -> str:
    """Return the text from the word `start` up to the word `end`."""
    return text[run[start].start : run[end - 1].end] if start < end else ""


def printable(text: str) -> str:
    """Return `text` on one line, without codes that a terminal obeys."""
    return " ".join("".join([c for c in text if c.isprintable() or c.isspace()]).split())
