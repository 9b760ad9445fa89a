"""Words brought to one spelling, so that it does not matter how a word is written.

Both what is searched and what is asked for pass through here.  The rules:

- Case, diacritics and the marks around words do not matter (`_names.fold`).
- British and American spellings are one: -ise and -ize, -yse and -yze; the words of the lists
  below in -our and -or, -ence and -ense, -re and -er, with ll and l; and a few single words.
- A hyphen that only parts two vowels that are the same is left out: co-operation, re-elected.
- *percent* and *per cent* are one, and so are *cybersecurity* and *cyber security*.

Everything else stays as it is: there is no stemming, so *weapon* is not *weapons*, and an
apostrophe parts words, so *Russia* is found in *Russia's*.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from itertools import takewhile
from typing import final

from ..model.names import fold

WORD = re.compile(
    # The hyphen of "co-operation", in each of the three ways to write one.
    r"(?:(?<![^\W_])(?:co[-\u2010\u2011](?=o)|(?:re|pre)[-\u2010\u2011](?=e)))?"
    # Letters and digits; marks and soft hyphens do not end a word.
    r"[^\W_]+(?:[\u0300-\u036f\u00ad]+[^\W_]*)*",
    re.IGNORECASE,
)
"""A word as it stands in a text."""

PLAIN_WORD = re.compile(r"[a-zA-Z0-9]+")
"""A word of a plain text (`is_plain`); the same, but faster."""

_INSIDE = str.maketrans("", "", "-\u2010\u2011\u00ad")

_OUR = (
    "ard|arm|behavi|cand|clam|col|demean|endeav|fav|ferv|flav|glam|harb|hon|hum|lab|neighb|od|"
    "parl|ranc|rig|rum|sav|savi|splend|succ|tum|val|vap|vig"
)
_AFTER_OUR = "|s|ed|er|ers|ing|ings|able|ably|al|ally|ful|fully|hood|hoods|ism|ite|ites|less|ly|y"
_RE = (
    "amphitheat|calib|cent|epicent|fib|lit|lust|manoeuv|meag|(?:kilo|centi|milli)?met|sab|somb|"
    "spect|theat"
)
_LL = (
    "cancel|channel|counsel|equal|fuel|jewel|label|level|libel|marshal|model|panel|quarrel|"
    "rival|signal|total|travel|tunnel"
)

_COMPOUNDS = ((r"^cyber(?=[a-z])", "cyber "), (r"^percent$", "per cent"))
_SPELLINGS = (
    (r"^(mal)?practis(e|ed|es|ing)$", r"\1practic\2"),
    # Three letters before it keep "prise" and "prize" apart.
    (r"^(.{3,})is(e|ed|es|er|ers|ing|ings|able|ation|ations|ational)$", r"\1iz\2"),
    (r"^(.*)lys(e|ed|es|er|ers|ing)$", r"\1lyz\2"),
    (rf"^((?:dis|mis)?(?:{_OUR}))or({_AFTER_OUR})$", r"\1our\2"),
    (r"^(def|lic|off|pret)ens(e|es|eless)$", r"\1enc\2"),
    (r"^maneuv", r"manoeuv"),
    (rf"^({_RE})er(s?)$", r"\1re\2"),
    (rf"^({_RE})er(able|ed|ing)$", r"\1r\2"),
    (rf"^({_LL})(ed|er|ers|ing|ings|or|ors)$", r"\1l\2"),
    (r"^(enro|fulfi|insta)ll(s|ment|ments)?$", r"\1l\2"),
    (r"^(ski|wi)llful", r"\1lful"),
    (r"^program(s?)$", r"programme\1"),
    (r"^(anal|catal|dial)og(s?)$", r"\1ogue\2"),
    (r"^(acknowledg|judg)ment", r"\1ement"),
    (r"^aging$", "ageing"),
    (r"^aluminum$", "aluminium"),
    (r"^artifact", "artefact"),
    (r"^gray", "grey"),
    (r"^plow", "plough"),
    (r"^skeptic", "sceptic"),
)
_RULES = tuple([(re.compile(pattern), spelling) for pattern, spelling in _SPELLINGS])
_PARTING = tuple([(re.compile(pattern), spelling) for pattern, spelling in _COMPOUNDS])
# Most words follow no rule, and one look tells.
_ANY_PARTING = re.compile("|".join(pattern for pattern, _ in _COMPOUNDS))
_ANY_RULE = re.compile("|".join(pattern for pattern, _ in _SPELLINGS))

# What may follow the beginning of a word: the endings that the rules ask for, and their tails.
_ENDINGS = (
    *("ably", "ational", "ations", "eless", "ered", "ers", "es"),
    *("fully", "ings", "ments", "ors"),
)
_IRREGULAR = ("artifact", "maneuv", "percent", "skeptic")
"""Words, or their beginnings, that another spelling changes before the ending."""
_TAILS = sorted(
    {
        ending[start:stop]
        for ending in _ENDINGS
        for start in range(len(ending))
        for stop in range(start, len(ending) + 1)
    }
)


def spell(word: str) -> str:
    """Return the one spelling of `word`: mostly one word, seldom several or none.

    >>> spell("Co-ordinated"), spell("DEFENSE"), spell("cybersecurity")
    ('coordinated', 'defence', 'cyber security')
    """
    # Of plain letters, nothing is left to fold but capitals.
    plain = word.isascii() and word.isalnum()
    folded = word.lower() if plain else fold(word.translate(_INSIDE))
    if not plain or _ANY_PARTING.match(folded):
        for pattern, spelling in _PARTING:
            folded = pattern.sub(spelling, folded)
        return " ".join(map(_spell, folded.split()))
    return _spell(folded)


def _spell(word: str) -> str:
    if _ANY_RULE.match(word):
        for pattern, spelling in _RULES:
            word = pattern.sub(spelling, word)
    return word


def spell_prefix(beginning: str) -> tuple[str, ...]:
    """Return how the words that begin with `beginning` begin in their one spelling.

    >>> spell_prefix("organisat"), spell_prefix("weapon")
    (('organisat', 'organizat'), ('weapon',))
    """
    folded = fold(beginning.translate(_INSIDE))
    found: dict[str, None] = {folded: None}
    for tail in _TAILS:
        word = folded + tail
        if not _ANY_RULE.match(word) and not any(rule.search(word) for rule, _ in _PARTING):
            continue
        spelled = spell(word)
        if spelled != folded + tail:
            start = spelled.removesuffix(tail)
            # Where the rule changes the ending itself, the whole word is what it can be.
            found[start if start + tail == spelled and len(start) >= len(folded) else spelled] = (
                None
            )
    found |= {spell(word): None for word in _IRREGULAR if folded and word.startswith(folded)}
    return tuple([one for one in found if one == folded or not one.startswith(folded)])


_NONE: frozenset[str] = frozenset()


@final
class Spellings(dict[str, str]):
    """The words met so far, each with its one spelling; a new one is spelt when it is met."""

    def __init__(self) -> None:
        super().__init__()
        self._written: dict[str, frozenset[str]] = {}
        self._in_order: list[str] = []
        self.parted_plain: dict[str, list[str]] = {}
        """The plain words, in lower case, that are spelled as several, and those."""

    def __missing__(self, word: str) -> str:
        spelled = self[word] = spell(word)
        return spelled

    def text(self, text: str) -> str:
        """Return the words of `text`, each in its one spelling and parted by one space."""
        return " ".join(map(self.__getitem__, pattern_of(text).findall(text)))

    def complete(self) -> None:
        """Note how each spelling is written in plain texts, when all words have been met."""
        plain = {word.lower(): spelled for word, spelled in self.items() if is_plain(word)}
        self.parted_plain = {word: one.split() for word, one in plain.items() if " " in one}
        written: dict[str, list[str]] = {}
        for word, spelled in plain.items():
            written.setdefault(spelled, []).append(word)
        self._written = {spelled: frozenset(words) for spelled, words in written.items()}
        self._in_order = sorted(written)

    def written(self, spelled: str, *, prefix: bool = False) -> frozenset[str]:
        """Return how a word, or the words with this beginning, are written in plain texts."""
        if not prefix:
            return self._written.get(spelled, _NONE)
        first = bisect_left(self._in_order, spelled)
        having = takewhile(lambda each: each.startswith(spelled), self._in_order[first:])
        return frozenset([word for each in having for word in self._written[each]])


def is_plain(text: str) -> bool:
    """Say whether a text has neither hyphens nor anything beyond ASCII."""
    return text.isascii() and "-" not in text


def pattern_of(text: str) -> re.Pattern[str]:
    """Return what finds the words of `text`: most texts want no more than the faster pattern."""
    return PLAIN_WORD if is_plain(text) else WORD
