"""The spelling of words: which letters make the same word."""

from __future__ import annotations

import unicodedata
from typing import final

from ..model.names import WHOLE_LETTERS
from .readable import FILL

_APOSTROPHES = str.maketrans({"\u2019": "'", "\u02bc": "'", "\u2018": "'", FILL: None})

_LATIN = "aeopcyxijshdqwABEKMHOPCTYXIJSZN"
_CYRILLIC = (
    "\u0430\u0435\u043e\u0440\u0441\u0443\u0445\u0456\u0458\u0455\u04bb\u0501\u051b\u051d"
    "\u0410\u0412\u0415\u041a\u041c\u041d\u041e\u0420\u0421\u0422\u0423\u0425\u0406\u0408\u0405"
)
_GREEK = (
    "\u03bf\u03bd\u03c1\u03b1\u0391\u0392\u0395\u0396\u0397"
    "\u0399\u039a\u039c\u039d\u039f\u03a1\u03a4\u03a5\u03a7"
)
_TO_LATIN = str.maketrans(
    _CYRILLIC + _GREEK, "aeopcyxijshdqwABEKMHOPCTYXIJS" + "ovpaABEZHIKMNOPTYX"
)
_TO_CYRILLIC = str.maketrans(
    "aeopcyxiABEKMHOPCTYXI",
    "\u0430\u0435\u043e\u0440\u0441\u0443\u0445\u0456\u0410\u0412\u0415\u041a\u041c\u041d\u041e\u0420\u0421\u0422\u0423\u0425\u0406",
)

# An accent at the end distinguishes words: tue and tu\u00e9, resume and r\u00e9sum\u00e9.
_KEPT = {"\u0300": "`", "\u0301": "'"}
_ENDINGS = ("", "s")

# Compounds whose parts are other words when they are separate.
WHOLE_COMPOUNDS = {("peut", "etre"): "peut-etre"}

_CLOSED_CLASS = frozenset(
    "no not now nor any all some every an a the in on to may might is be at as or and it he do so"
    " if by".split()
)
_OTHER_WORDS = frozenset(
    "act address call cede coil collect cord count course cover create creation dress fine form"
    " formation fund lay lease lent mark move pair place play port present press prove quest rate"
    " search serve sign signed sound solve sort spect store strain strict tire treat turn view"
    " volve".split()
)


@final
class Spellings(dict[str, str]):
    """The form in which each word seen so far is compared."""

    def __missing__(self, word: str) -> str:
        plain = word.isascii() and word.isalpha()
        found = self[word] = word.lower() if plain else _one_form(word)
        return found


def _one_form(word: str) -> str:
    """Return a word without case, ligatures and accents, except an accent at its end.

    >>> [_one_form(word) for word in ("Micha\u0142", "o\ufb03ces", "c\u00f4t\u00e9", "We\u2019re")]
    ['michal', 'offices', "cote'", "we're"]
    """
    word = word.translate(_APOSTROPHES)
    if not word.isascii():
        word = in_one_script(word)
        letters = (
            unicodedata.normalize("NFKD", word.casefold()).casefold().translate(WHOLE_LETTERS)
        )
        word = "".join([c for c in letters if not unicodedata.combining(c)])
        at = max(letters.rfind("\u0300"), letters.rfind("\u0301"))
        if at > 0 and letters[at - 1] in "aeiou" and letters[at + 1 :] in _ENDINGS:
            word += _KEPT[letters[at]]
        # A word of accents alone stays as it is, since no word may be empty.
        return word or letters
    return word.lower()


def in_one_script(word: str) -> str:
    """Return a word of mixed scripts with its look-alike letters in one script.

    >>> in_one_script("f\u0435rry"), in_one_script("\u0430") == "\u0430"
    ('ferry', True)
    """
    latin = sum(c.isascii() and c.isalpha() for c in word)
    other = sum("\u0370" <= c <= "\u052f" and c.isalpha() for c in word)
    if not (latin and other):
        return word
    changed = word.translate(_TO_LATIN)
    if not any("\u0370" <= c <= "\u052f" for c in changed):
        return changed
    changed = word.translate(_TO_CYRILLIC)
    return word if any(c.isascii() and c.isalpha() for c in changed) else changed


def may_close(one: str, other: str) -> bool:
    """Say whether two words with a hyphen between them may also be written as one.

    >>> may_close("long", "term"), may_close("now", "here"), may_close("re", "sign")
    (True, False, False)
    """
    if one in _CLOSED_CLASS or other in _CLOSED_CLASS:
        return False
    return not (one == "re" and other in _OTHER_WORDS) and (one, other) not in WHOLE_COMPOUNDS
