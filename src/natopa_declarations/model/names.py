"""Compare names as people do: without case, diacritics and punctuation.

`fold` is the one rule.  Search and locating extend it in opposite ways: in a search, British and
American spellings are the same, and an apostrophe separates words (`_search.spelling`); in a
quotation, spellings differ, and neither an apostrophe nor a hyphen at the end of a line separates
words (`_locate.tokens`).
"""

from __future__ import annotations

import unicodedata

TYPE_CHECKING = not __name__
if TYPE_CHECKING:
    from collections.abc import Mapping

# Letters that Unicode does not decompose into a letter and a mark.
WHOLE_LETTERS = str.maketrans(
    {"ł": "l", "đ": "d", "ø": "o", "æ": "ae", "œ": "oe", "ı": "i", "ð": "d", "þ": "th"}  # noqa: RUF001
)


AS_FAR = 4
"""A name this many times as far as the closest one is still suggested."""


def fold(name: str) -> str:
    """Return `name` in lower case, without diacritics, with single spaces.

    >>> fold("Michał  SZCZERBA")
    'michal szczerba'
    """
    # A mathematical letter may decompose into a capital, so case is folded again.
    letters = unicodedata.normalize("NFKD", name.casefold()).casefold().translate(WHOLE_LETTERS)
    kept = [
        letter if letter.isalnum() else " "
        for letter in letters
        if not unicodedata.combining(letter)
    ]
    return " ".join("".join(kept).split())


def close(value: str, names: Mapping[str, str], likeness: float = 0.7) -> list[str]:
    """Return up to three suggestions for `value`: the meanings of the most similar names.

    `names` has the meaning of each folded name; `likeness` is the least similarity, from 0 to 1.

    >>> close("Szczerbo", {"szczerba": "michal-szczerba", "turner": "mike-turner"})
    ['michal-szczerba']
    """
    # The import is slow, and only needed for suggestions.
    from difflib import SequenceMatcher, get_close_matches

    folded = fold(value)
    found = get_close_matches(folded, names, n=3, cutoff=likeness)
    ratios = [SequenceMatcher(None, folded, name).ratio() for name in found]
    # Beside an almost equal name, merely similar ones are noise.
    return [
        names[name]
        for name, ratio in zip(found, ratios, strict=True)
        if 1 - ratio <= AS_FAR * (1 - ratios[0])
    ]
