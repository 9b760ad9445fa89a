"""The words of a text, compared as readers compare them, and where they stand in it."""

from __future__ import annotations

import re
from typing import NamedTuple, final

from ..model.names import fold

# What stands inside a word and is no part of it: apostrophes, soft hyphens, characters
# without width, marks written after their letter, and a hyphen that ends a line.
_INSIDE = "'\u2019\u02bc\u00ad\u200b-\u200d\u2060\ufeff\u0300-\u036f"
_WORD = re.compile(
    rf"[^\W_]+(?:(?:[{_INSIDE}]+|[-\u2010\u00ad][^\S\n]*\n\s*)[^\W_]+)*[\u0300-\u036f]*"
)

# The same for ASCII without line ends, at a fraction of the time.
_PLAIN = {
    code: None if chr(code) == "'" else chr(code).lower() if chr(code).isalnum() else " "
    for code in range(128)
}


@final
class Word(NamedTuple):
    """One word of a text."""

    folded: str
    """Its letters and digits, without case, diacritics, ligatures and marks."""
    start: int
    """Where it starts in the text, in characters."""
    end: int
    """Where it ends: the character after its last."""


@final
class Folding(dict[str, str]):
    """The folded form of every word met so far: most words of a text are met often."""

    def __missing__(self, word: str) -> str:
        plain = word.isascii() and word.isalnum()
        folded = self[word] = word.lower() if plain else fold(word).replace(" ", "")
        return folded


def words(text: str) -> list[Word]:
    r"""Return the words of `text`.

    Hyphens part words, save at the end of a line.

    >>> [word.folded for word in words("Russia\u2019s long-term o\ufb03ces, for-\n  mally")]
    ['russias', 'long', 'term', 'offices', 'formally']
    """
    folding = Folding()
    found = [Word(folding[m.group()], m.start(), m.end()) for m in _WORD.finditer(text)]
    return [word for word in found if word.folded]


def folded_words(text: str, folding: Folding) -> list[str]:
    """Return the words of `text` as `words` does, folded and without their places."""
    plain = text.replace("\u2019", "'")
    if plain.isascii() and "\n" not in plain:
        return plain.translate(_PLAIN).split()
    return [folded for folded in map(folding.__getitem__, _WORD.findall(text)) if folded]
