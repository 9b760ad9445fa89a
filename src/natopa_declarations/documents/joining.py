"""Join lines into paragraphs, with the words broken at line ends, and report guesses."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from ..model.documents import Doubt, DoubtKind
from .lines import SOFT, Line
from .vocabulary import PREFIXES

_WORDS = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_BROKEN = re.compile(r"([^\W_]+)-$")
_FIRST = re.compile(r"[^\W_]+")
_GLUED = re.compile(r"\b[a-zà-ÿ]{2,}[A-ZÀ-Þ][a-zà-ÿ]+")
_SPLIT = re.compile(
    r"\b[^\W\d_]{2,30} -[^\W\d_]{2,30}|\b[^\W\d_]{2,30}- (?!and |or |to |et |ou )[^\W\d_]{2,30}"
)
_NO_LETTER = re.compile("[\ufffd\ue000-\uf8ff]")
_OWN_NAMES = re.compile(r"\b(?:Mc|Mac|De|Di|La|Le|Van|e|i)[A-Z]")

Vocabulary = Counter[str]
"""How often each word occurs in a document, compounds with hyphens whole."""


def vocabulary_of(lines: Iterable[Line]) -> Vocabulary:
    """Count the words of a document that are not broken at a line end."""
    words: Vocabulary = Counter()
    lines = list(lines)
    if not any(line.text.endswith(("-", SOFT)) for line in lines):
        # Only broken words need the counts.
        return words
    broken = False
    for line in lines:
        found = _WORDS.findall(line.text.lower())
        if broken and found:
            del found[0]
        broken = line.text.endswith(("-", SOFT))
        if broken and found:
            del found[-1]
        words.update(found)
        words.update([half for word in found if "-" in word for half in word.split("-")])
    return words


def joined(
    parts: Sequence[str], words: Vocabulary, name: str, page: int | None
) -> tuple[str, list[Doubt]]:
    """Return the text of a paragraph of these lines, and the guesses in it."""
    pieces: list[str] = []
    doubts: list[Doubt] = []
    for part in parts:
        last = pieces[-1] if pieces else ""
        broken = _BROKEN.search(last[-60:])
        if last.endswith(SOFT):
            pieces[-1] = last[:-1] + part
        elif broken and part[:1].islower():
            first = _FIRST.match(part)
            halves = (broken.group(1), first.group() if first else "")
            keeps, why = _keeps_hyphen(*halves, words)
            pieces[-1] = (last if keeps else last[:-1]) + part
            if why:
                word = ("-" if keeps else "").join(halves)
                what = f"{halves[0]}-/{halves[1]} is read as {word!r}: {why}"
                doubts.append(Doubt(kind=DoubtKind.HYPHEN, what=what, at=name, page=page))
        elif broken and part[:1].isalnum():
            pieces[-1] = last + part
        else:
            pieces.append(part)
    text = " ".join(" ".join(pieces).replace(SOFT, "").split())
    return text, [*doubts, *_seen(text, name, page)]


def _keeps_hyphen(first: str, second: str, words: Vocabulary) -> tuple[bool, str]:
    """Say whether a word keeps its hyphen, and why if that is a guess."""
    one, other = first.lower(), second.lower()
    whole, compound = words[one + other], words[f"{one}-{other}"]
    if whole != compound and not (whole and compound):
        return compound > 0, ""
    if whole and compound:
        return compound > whole, "the document has both"
    if one in PREFIXES:
        return True, f"{one!r} keeps its hyphen more often than not"
    if words[one] and words[other]:
        return True, "both halves are words of the document"
    return False, "the document has the word in no other place"


def _seen(text: str, name: str, page: int | None) -> list[Doubt]:
    """Return doubts about words that look broken."""
    doubts: list[Doubt] = []
    for match in _GLUED.finditer(text):
        if not _OWN_NAMES.search(match.group()):
            doubts.append(Doubt(kind=DoubtKind.SPACE, what=match.group(), at=name, page=page))
    for match in _SPLIT.finditer(text):
        doubts.append(Doubt(kind=DoubtKind.SPACE, what=match.group(), at=name, page=page))
    strange = len(_NO_LETTER.findall(text))
    if strange:
        what = f"{strange} without a letter"
        doubts.append(Doubt(kind=DoubtKind.CHARACTERS, what=what, at=name, page=page))
    return doubts
