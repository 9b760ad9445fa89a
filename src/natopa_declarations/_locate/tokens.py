"""Split a text into words, numbers and signs: their places, and the forms to compare."""

from __future__ import annotations

import re
from enum import IntEnum
from typing import NamedTuple, final

from .numbers import NUMBER, NUMERAL, Numbers
from .readable import FILL, readable
from .spelling import WHOLE_COMPOUNDS, Spellings, may_close

_LETTER = (
    r"[^\W\d_\u00b2\u00b3\u00b9\u00bc-\u00be\u2070-\u2089\u2150-\u215f\u2189"
    r"\u2460-\u24ff\u2776-\u2793]"
)
_INSIDE = f"'\u2018\u2019\u02bc{FILL}\u0300-\u036f"
_DOT = r"(?:\u2026|\u22ef|\u2025|\ufe19|\.)"
ELLIPSIS = (
    rf"[\[(]?[^\S\n]?(?:[\u2026\u22ef\u2025\ufe19]|\.{FILL}*(?:[^\S\n]?\.)+)"
    rf"(?:[^\S\n{FILL}]?{_DOT})*[^\S\n{FILL}]?[\])]?"
)
"""The pattern of an ellipsis of any kind, with the brackets around it."""

_TOKEN = re.compile(
    rf"(?P<ellipsis>{ELLIPSIS})"
    rf"|(?P<item>\(\d{{1,3}}\))"
    rf"|(?P<number>{NUMBER}|{NUMERAL}|[\u2080-\u2089]+)"
    r"|(?P<initials>(?<![^\W_])(?:[A-Z]\.){2,}(?:[A-Z](?![^\W_]))?"
    r"|(?<![^\W_])[A-Z](?:[^\S\n][A-Z]){2,}(?![^\W_]|\.))"
    rf"|(?P<word>{_LETTER}+(?:[{_INSIDE}]+{_LETTER}+)*[\u0300-\u036f]*)"
    r"|(?P<sign>[%\u2030&\u00d7\u00f7]|[\u2070\u00b9\u00b2\u00b3\u2074-\u2079]+)"
)
_ELISION = re.compile(
    r"(?:l|d|j|m|t|s|n|c|qu|jusqu|lorsqu|puisqu|quoiqu)(?=['\u2019\u02bc])", re.IGNORECASE
)
_HYPHEN = re.compile(rf"{FILL}*[-\u2010\u2011]{FILL}*")
_LINE_END = re.compile(rf"{FILL}*[-\u2010\u2011]{FILL}*[^\S\n]*\n\s*")

# A text of these characters alone has no numbers, signs, elisions, hyphens or line ends.
_SIMPLE = re.compile(r"[A-Za-z ,;:!?\"]*(?:\.(?!\.)(?! \.)[A-Za-z ,;:!?\"]*)*")
_SIMPLE_WORD = re.compile(r"[a-z]+")
_LETTERSPACED = re.compile(r"\b[A-Z][ .][A-Z]\b")
_SIMPLE_WORDS = str.maketrans(dict.fromkeys(',;:!?".', " "))

GAP = "\u2026"
"""The key of an ellipsis among the words of a text."""
PERCENT = "%"
_PERCENT = frozenset({("per", "cent"), ("pour", "cent")})


@final
class Joint(IntEnum):
    """How a word is joined to the one before it."""

    APART = 0
    HYPHEN = 1
    LINE_END = 2
    """By a hyphen at the end of a line, which may only break the line."""
    CLOSE = 3
    """Directly: letters beside figures, or after an apostrophe."""


@final
class Word(NamedTuple):
    """One word, number or sign of a text."""

    key: str
    """The form in which it is compared."""
    start: int
    """The offset of its first character in the text."""
    end: int
    """The offset of the character after its last."""
    joint: Joint = Joint.APART
    is_number: bool = False


@final
class Vocabulary:
    """The forms of all words and numbers seen so far, since most recur often."""

    def __init__(self) -> None:
        self.words = Spellings()
        self.numbers = Numbers()


def words(text: str, vocabulary: Vocabulary | None = None) -> list[Word]:
    r"""Return the words, numbers and signs of `text`; an ellipsis is one too.

    >>> [word.key for word in words("Russia\u2019s long-term o\ufb03ces \u2026 cost 1,500")]
    ["russia's", 'long', 'term', 'offices', '\u2026', 'cost', '1500']
    """
    simple = _simple(text)
    if simple is not None:
        return [Word(match.group(), *match.span()) for match in _SIMPLE_WORD.finditer(simple)]
    text, known = readable(text), vocabulary or Vocabulary()
    shouted = text.isupper()
    found: list[Word] = []
    for match in _TOKEN.finditer(text):
        kind, start, end = match.lastgroup, match.start(), match.end()
        if kind == "word":
            elided = None if match.group().isalpha() else _ELISION.match(text, start, end)
            # What begins a line may be the rest of a word, such as "d'hui".
            if elided and _joint(text, found, start) is not Joint.LINE_END:
                key = known.words[elided.group()]
                found.append(_word(text, found, key, start, elided.end()))
                start = elided.end() + 1
            key = known.words[text[start:end]]
            if key == "us" and not shouted and text[start:end] == "US":
                key = "US"
            if key == "percent":
                key = PERCENT
            found.append(_word(text, found, key, start, end))
            _compound(found)
        elif kind == "initials":
            letters = "".join([c for c in match.group() if c.isalpha()])
            key = "US" if letters == "US" else letters.lower()
            found.append(_word(text, found, key, start, end))
        elif kind == "number":
            number = known.numbers[match.group()]
            found.append(_word(text, found, number, start, end, is_number=True))
        elif kind == "item":
            attached = found and found[-1].is_number and not text[found[-1].end : start].strip()
            if attached:
                found.append(Word(match.group(), start, end, Joint.CLOSE, is_number=True))
            else:
                found.append(Word(match.group()[1:-1], start + 1, end - 1, is_number=True))
        else:
            key = GAP if kind == "ellipsis" else match.group()
            found.append(Word(key, start, end))
    return found


def _word(
    text: str, found: list[Word], key: str, start: int, end: int, *, is_number: bool = False
) -> Word:
    return Word(key, start, end, _joint(text, found, start), is_number)


def _joint(text: str, found: list[Word], start: int) -> Joint:
    """Return how the word that starts here is joined to the one before it."""
    if not found:
        return Joint.APART
    between = text[found[-1].end : start]
    if between == " ":
        return Joint.APART
    if not between.strip(f"{FILL}'\u2019\u02bc\u2018") and found[-1].key != GAP:
        return Joint.CLOSE
    if _HYPHEN.fullmatch(between):
        return Joint.HYPHEN
    return Joint.LINE_END if _LINE_END.fullmatch(between) else Joint.APART


def _compound(found: list[Word]) -> None:
    """Join the last two words if they are one, whatever is between them."""
    if len(found) < 2:
        return
    one, other = found[-2:]
    if other.key != "cent" and other.joint is Joint.APART:
        return
    pair = (one.key, other.key)
    if pair in _PERCENT:
        found[-2:] = [Word(PERCENT, one.start, other.end, one.joint)]
    elif other.joint in {Joint.HYPHEN, Joint.LINE_END} and pair in WHOLE_COMPOUNDS:
        found[-2:] = [Word(WHOLE_COMPOUNDS[pair], one.start, other.end, one.joint)]
    elif other.joint is Joint.LINE_END and not may_close(*pair) and one.key != "re":
        found[-2:] = [Word(one.key + other.key, one.start, other.end, one.joint)]


def keys_of(text: str, vocabulary: Vocabulary) -> list[str]:
    """Return the keys of the words of `text`, faster than `words` does."""
    simple = _simple(text)
    return [word.key for word in words(text, vocabulary)] if simple is None else simple.split()


def _simple(text: str) -> str | None:
    """Return `text` in lower case and without punctuation, or None if that is not enough."""
    if not _SIMPLE.fullmatch(text):
        return None
    simple = text.translate(_SIMPLE_WORDS).lower()
    special = " us " in f" {simple} " or "cent" in simple or _LETTERSPACED.search(text)
    return None if special else simple
