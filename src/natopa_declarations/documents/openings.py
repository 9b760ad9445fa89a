"""The opening words of a paragraph, and the role that they give it."""

from __future__ import annotations

import re
from typing import NamedTuple, final

from ..model.words import Role
from .vocabulary import (
    ADJECTIVES,
    AFTER_PARTICIPLE,
    AFTER_VERB,
    CONNECTIVES,
    FRENCH_PARTICIPLES,
    JOINED_PARTICIPLES,
    NOT_OPENING,
    VERBS,
)

MOST_WORDS = 5
"""The most words of an opening."""

LONGEST_WORD = 40
"""The most characters of two words that are glued together."""

_WORD = re.compile(r"[^\W\d_]+(?:[-'\u2019][^\W\d_]+)*")
_CAPITALS = re.compile(r"[A-ZÀ-Þ]{2,}(?:S|E|ANDE|ENT|ONS)\b|[A-ZÀ-Þ]{3,}S\b")
_GLUED_VERB = re.compile(r"^((?:[A-Z]{3,}S))(?:UPON|ON)?(?:[a-z]{3,}|(?<=S)(?=UPON|ON\b))")
_NAMES = frozenset(
    "NATO OTAN UN EU UNSC ISAF OSCE WMD NATO'S GPS ALLIES STATES UNITED HAS IS AS THIS".split()
)
_SE = re.compile(r"^(?:Se|S['\u2019]) ?(\w+)")


def verb_of(text: str) -> str | None:
    """Return the verb in capitals that opens an operative paragraph, or None.

    >>> verb_of("CALLS UPON the Allies"), verb_of("NATO members"), verb_of("URGES member states")
    ('CALLS UPON', None, 'URGES')
    """
    words = text.split(maxsplit=3)
    first = words[0].rstrip(",:") if words else ""
    if len(first) < 4 or first in _NAMES or not _CAPITALS.fullmatch(first):
        return None
    # A heading in capitals is not a verb: what follows a verb is in lower case.
    kept = [first]
    for word in words[1:3]:
        if word.strip(",:") in AFTER_VERB or (word.isupper() and word in {"AND", "ET"}):
            kept.append(word.strip(",:"))
        elif word.isupper() and len(word) > 1 and word.rstrip(",").endswith("S"):
            kept.append(word)
        else:
            break
    rest = text[text.index(kept[-1]) + len(kept[-1]) :] if kept else ""
    letters = [char for char in rest[:60] if char.isalpha()]
    if letters and sum(map(str.isupper, letters)) > 0.6 * len(letters):
        return None
    return " ".join(kept)


def participle_of(text: str) -> str | None:
    """Return the opening words of a paragraph of a preamble, or None.

    >>> participle_of("Deeply concerned that"), participle_of("United and resolute in its")
    ('Deeply concerned', 'United and resolute')
    >>> participle_of("But also realising that"), participle_of("The members of the Assembly")
    ('But also realising', None)
    """
    tokens = text.split()[: MOST_WORDS + 1]
    words = [token.strip(",;:") for token in tokens]
    at = 0
    while at < len(words) and at < 3 and _leads(words[at], first=at == 0):
        at += 1
    if at >= len(words) or not _participle(words[at], first=at == 0):
        return None
    end = at + 1
    while end < min(len(words), MOST_WORDS):
        follows = words[end]
        if follows in {"and", "et"} and end + 1 < len(words) and _participle(words[end + 1]):
            end += 2
        elif follows in AFTER_PARTICIPLE and not (
            follows == "as" and words[end + 1 :][:1] != ["well"]
        ):
            end += 2 if follows == "as" else 1
        else:
            break
    return " ".join(tokens[: min(end, MOST_WORDS)]).rstrip(",;:")


def _leads(word: str, *, first: bool) -> bool:
    """Say whether a word may precede the participle: an adverb or a connective."""
    plain = word.capitalize() if not first else word
    return plain in CONNECTIVES or (plain.endswith(("ly", "ment")) and plain[:1].isupper())


def _participle(word: str, *, first: bool = False) -> bool:
    if first and not word[:1].isupper():
        return False
    plain = word.capitalize()
    if plain in NOT_OPENING or not _WORD.fullmatch(word):
        return False
    return (
        plain in ADJECTIVES
        or (plain.endswith("ing") and len(plain) > 5)
        or (plain.endswith(FRENCH_PARTICIPLES) and len(plain) > 6)
    )


def glued_opening(text: str) -> str | None:
    """Return the opening word if the next word is glued to it, or None.

    >>> glued_opening("Recallingthat the Allies"), glued_opening("Recalling that")
    ('Recalling', None)
    """
    first = text[:LONGEST_WORD].split(maxsplit=1)[0].rstrip(",;:") if text.strip() else ""
    glued = _GLUED_VERB.match(first)
    if glued and glued.group(1) not in _NAMES:
        return glued.group(1)
    for end in range(len(first) - 2, 4, -1):
        start, rest = first[:end], first[end:]
        follows = rest in JOINED_PARTICIPLES or rest in AFTER_PARTICIPLE
        if follows and _participle(start, first=True):
            return start
        if start.endswith("ly") and rest.islower() and _participle(rest):
            return start
    return None


@final
class Opening(NamedTuple):
    """The opening words of a paragraph, as printed, and the role that they give it."""

    words: str
    role: Role
    is_glued: bool = False
    """Whether the next word is glued to them."""
    is_lower: bool = False
    """Whether they are a verb that lacks its capitals."""


def opening_of(text: str) -> Opening | None:
    """Return the opening words of a paragraph, or None if they are unknown.

    >>> opening_of("URGES all Allies").words, opening_of("The members of the Assembly")
    ('URGES', None)
    """
    verb = verb_of(text)
    if verb:
        return Opening(verb, Role.OPERATIVE)
    glued = glued_opening(text)
    if glued:
        role = Role.OPERATIVE if glued.isupper() else Role.PREAMBLE
        return Opening(glued, role, is_glued=True)
    known = _reflexive(text) or participle_of(text)
    if known:
        return Opening(known, Role.PREAMBLE)
    words = text.split(maxsplit=2)[:2]
    first = words[0].rstrip(",;:") if words else ""
    if first not in VERBS:
        return None
    follows = [word for word in words[1:] if word in AFTER_VERB]
    return Opening(" ".join([first, *follows]), Role.OPERATIVE, is_lower=True)


def opens(text: str) -> bool:
    """Say whether these words look like the beginning of a paragraph."""
    return opening_of(text) is not None


def first_words(text: str, count: int) -> str:
    """Return the first words of a paragraph whose opening words are unknown."""
    return " ".join(text.split(maxsplit=count)[:count]).rstrip(",;:.")


def _reflexive(text: str) -> str | None:
    """Return the opening of a French paragraph with a reflexive verb (``Se félicitant``)."""
    match = _SE.match(text)
    if match is None or not _participle(match.group(1)):
        return None
    rest = text[match.end() :].split(maxsplit=1)
    more = f" {rest[0]}" if rest and rest[0] in AFTER_PARTICIPLE else ""
    return match.group() + more
