"""Names compared as people compare them: case, diacritics and marks do not matter."""

from __future__ import annotations

import unicodedata

# Letters that Unicode does not take apart into a letter and a mark.
WHOLE_LETTERS = str.maketrans(
    {"ł": "l", "đ": "d", "ø": "o", "æ": "ae", "œ": "oe", "ı": "i", "ð": "d", "þ": "th"}  # noqa: RUF001
)


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
