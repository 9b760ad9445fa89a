"""Names compared as people compare them: case, diacritics and marks do not matter.

`fold` is the one rule of what does not matter.  Search and locating stand on it, and each adds
what the other cannot have: in a search, British and American spellings are one, and an apostrophe
parts words (`search.spelling`); in a quotation, spellings differ, and neither an apostrophe nor
the hyphen at the end of a line parts them (`locate.tokens`).
"""

from __future__ import annotations

import unicodedata

TYPE_CHECKING = not __name__
if TYPE_CHECKING:
    from collections.abc import Mapping

# Letters that Unicode does not take apart into a letter and a mark.
WHOLE_LETTERS = str.maketrans(
    {"ł": "l", "đ": "d", "ø": "o", "æ": "ae", "œ": "oe", "ı": "i", "ð": "d", "þ": "th"}  # noqa: RUF001
)


AS_FAR = 4
"""How many times as far as the closest name another may be, to be suggested too."""


def fold(name: str) -> str:
    """Return `name` in lower case, without diacritics, its words parted by one space.

    >>> fold("Michał  SZCZERBA")
    'michal szczerba'
    """
    # Taken apart, a letter of mathematics may turn out to be a capital, so case goes last.
    letters = unicodedata.normalize("NFKD", name.casefold()).casefold().translate(WHOLE_LETTERS)
    kept = [
        letter if letter.isalnum() else " "
        for letter in letters
        if not unicodedata.combining(letter)
    ]
    return " ".join("".join(kept).split())


def close(value: str, names: Mapping[str, str], likeness: float = 0.6) -> list[str]:
    """Return up to three that come close to `value`: did you mean one of these?

    `names` has what is meant by each name, as `fold` leaves it; `likeness` is how much alike
    they are at least, from 0 to 1.

    >>> close("Szczerbo", {"szczerba": "michal-szczerba", "turner": "mike-turner"})
    ['michal-szczerba']
    """
    # What is found needs no suggestions, and the module takes long to import.
    from difflib import SequenceMatcher, get_close_matches

    folded = fold(value)
    found = get_close_matches(folded, names, n=3, cutoff=likeness)
    ratios = [SequenceMatcher(None, folded, name).ratio() for name in found]
    # Beside one that is almost the same, those that merely look alike are noise.
    return [
        names[name]
        for name, ratio in zip(found, ratios, strict=True)
        if 1 - ratio <= AS_FAR * (1 - ratios[0])
    ]
