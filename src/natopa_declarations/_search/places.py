"""Find where the terms of a query stand in a text."""

from __future__ import annotations

from typing import TYPE_CHECKING, final

from .spelling import PLAIN_WORD, pattern_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from typing import TypeAlias

    from .query import Term
    from .spelling import Spellings

    Place: TypeAlias = tuple[int, int, int]
    """Where a term starts and ends, and the number of the term."""

FEW = 30
"""Up to so many words are looked for one by one; of more, each word of a text is looked up."""

LETTERS = frozenset("abcdefghijklmnopqrstuvwxyz0123456789")
"""What a word of a plain text in lower case consists of."""


@final
class Finder:
    """What finds the places of the terms of one query, in any text that was indexed."""

    def __init__(self, terms: tuple[Term, ...], spellings: Spellings) -> None:
        self.terms = len(terms)
        self._spellings = spellings
        self._phrases = [
            (number, phrase, term.prefix)
            for number, term in enumerate(terms)
            for phrase in term.spellings
        ]
        # Only where terms share a word may two start at the same place.
        self._order: Callable[[Place], tuple[int, int]] | None = None
        # In plain texts a phrase is looked for as it is written there: by each way to write its
        # first word, or by the set of them; after it come the ways to write the next words.
        self._few: list[tuple[int, str, list[frozenset[str]]]] = []
        self._many: list[tuple[int, frozenset[str], list[frozenset[str]]]] = []
        for number, phrase, prefix in self._phrases:
            if prefix or len(phrase) > 1:
                self._order = _first_and_longest
            end = len(phrase) - 1
            written = [
                spellings.written(word, prefix=prefix and at == end)
                for at, word in enumerate(phrase)
            ]
            first, others = written[0], written[1:]
            if len(first) > FEW:
                self._many.append((number, first, others))
            else:
                self._few += [(number, word, others) for word in first]
        # Where a word is spelled as several, it is not found by how they are written.
        self._parted = [
            word
            for word, parts in spellings.parted_plain.items()
            if any(_shares(parts, phrase, prefix=prefix) for _, phrase, prefix in self._phrases)
        ]

    def places(self, text: str, *, plain: bool) -> list[Place]:
        """Return where the terms stand in `text`, in order."""
        lower = text.lower()
        if not plain or (self._parted and any(map(lower.__contains__, self._parted))):
            return sorted(set(self._by_words(text)), key=self._order)
        found: set[Place] = set()
        for number, word, others in self._few:
            start = lower.find(word)
            while start >= 0:
                end = start + len(word)
                if not (
                    (start and lower[start - 1] in LETTERS)
                    or (end < len(lower) and lower[end] in LETTERS)
                ):
                    last = _followed(lower, end, others) if others else end
                    if last:
                        found.add((start, last, number))
                start = lower.find(word, end)
        for number, words, others in self._many:
            for match in PLAIN_WORD.finditer(lower):
                last = _followed(lower, match.end(), others) if match[0] in words else 0
                if last:
                    found.add((match.start(), last, number))
        return sorted(found, key=self._order)

    def _by_words(self, text: str) -> Iterator[Place]:
        """Yield where the terms stand in a text, of whose words each is spelled."""
        # Most fields have none of the words, and to know that is cheaper than where words stand.
        spelled = f" {self._spellings.text(text)} "
        wanted = [
            (number, phrase, prefix)
            for number, phrase, prefix in self._phrases
            if f" {' '.join(phrase)}{'' if prefix else ' '}" in spelled
        ]
        if not wanted:
            return
        words = spelled.split()
        # A word that is spelled as several, or none, stands in as many places.
        standing = [
            match.span()
            for match in pattern_of(text).finditer(text)
            for _ in self._spellings[match[0]].split()
        ]
        for number, (*before, last), prefix in wanted:
            length = len(before)
            for at, word in enumerate(words):
                if (
                    (word.startswith(last) if prefix else word == last)
                    and at >= length
                    and words[at - length : at] == before
                ):
                    yield standing[at - length][0], standing[at][1], number


def _first_and_longest(place: Place) -> tuple[int, int]:
    return place[0], -place[1]


def _followed(text: str, end: int, words: list[frozenset[str]]) -> int:
    """Return where the words end that follow one after the other, or 0 where they do not."""
    for wanted in words:
        match = PLAIN_WORD.search(text, end)
        if match is None or match[0] not in wanted:
            return 0
        end = match.end()
    return end


def _shares(parts: list[str], phrase: tuple[str, ...], *, prefix: bool) -> bool:
    """Say whether a phrase asks for one of the words that a parted word is spelled as."""
    return not set(parts).isdisjoint(phrase) or (
        prefix and any(part.startswith(phrase[-1]) for part in parts)
    )
