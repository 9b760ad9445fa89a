"""The labels of paragraphs and items: numbers, letters, roman numerals and dashes."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import pairwise

from .lines import Line
from .openings import opens

NUMBER = re.compile(r"^(?P<label>\(?(?P<value>\d{1,2})\s?[.)])(?!\d)\s*(?P<rest>.*)$")
ITEM = re.compile(r"^(?P<label>\(?(?P<value>[a-z])\s?[.)])\s*(?P<rest>.*)$")
ROMAN = re.compile(r"^(?P<label>\(?(?P<value>[ivx]{1,5}|[IVX]{1,5})\s?[.)])\s+(?P<rest>.*)$")
DASH = re.compile(r"^[-\u2013\u2014\u2022\u00b7*]\s+(?P<rest>\S.*)$")

ROMANS = tuple([
    tens + ones
    for tens in ("", "x", "xx", "xxx")
    for ones in ("", *"i ii iii iv v vi vii viii ix".split())
])  # fmt: skip
"""The Roman numerals up to 39; that of 0 is empty."""
_TERMINATOR = re.compile(
    r"[;:.,!?\u2026]['\"\u201d\u2019\u00bb)]*(?:\s*[,;]?\s*(?:and|but|or|et|mais|ou),?)?$"
)
_INSIDE = re.compile(
    r"(?<=[;:.,*])(?:\s*(?:and|but|et|mais),?)?\s+"
    r"(?=(?:\d{1,2}\.\s?[A-ZÀ-Þ\"\u201c\u00ab]|[a-z]\.\s+[a-zà-ÿ]))"
)
_GLUED = re.compile(
    r"(?<=[;:.,])(?=\d{1,2}\.\s?[A-ZÀ-Þ]|[a-z]\.\s[a-zà-ÿ])|(?<=[\s,;]and)(?=[a-z]\.\s[a-zà-ÿ])"
)
_ANY = re.compile(r"[;:.,*]\s*(?:and|but|et|mais)?,?\s*(?:\d{1,2}|[a-z])\.|and[a-z]\.\s")
LONG = 250
"""A longer line was not one line of a page."""


def roman(value: str) -> int:
    """Return the number of a Roman numeral up to 39, or 0 for another word.

    >>> roman("iv"), roman("IX"), roman("ixi")
    (4, 9, 0)
    """
    return ROMANS.index(value.lower()) if value.lower() in ROMANS else 0


def ends(text: str) -> bool:
    """Say whether a paragraph may end with this line.

    >>> ends("of the Alliance; and,"), ends("for member states"), ends("by:")
    (True, False, True)
    """
    return bool(_TERMINATOR.search(text[-40:]))


def starts_paragraph(text: str) -> bool:
    """Say whether a line begins with a label."""
    return bool(NUMBER.match(text) or ITEM.match(text))


def unfolded(lines: Iterable[Line]) -> list[Line]:
    """Split lines at labels, where the line ends of a page were lost.

    A piece that turns out not to begin with a label is joined again, so nothing is lost.
    """
    found: list[Line] = []
    for line in lines:
        text = line.text
        if not _ANY.search(text, 1):
            found.append(line)
            continue
        places = sorted({m.end() for cut in (_INSIDE, _GLUED) for m in cut.finditer(text)})
        cuts = [0, *[place for place in places if _is_label(text, place)], len(text)]
        pieces = [text[start:end].strip() for start, end in pairwise(cuts)]
        found.append(line._replace(text=pieces[0]))
        found += [line._replace(text=piece, gap=False) for piece in pieces[1:]]
    return found


def lost_spaces(lines: Iterable[Line]) -> bool:
    """Say whether labels are glued to the words before them, so that words may be glued too."""
    return any(_GLUED.search(line.text) for line in lines if len(line.text) > LONG)


def _is_label(text: str, place: int) -> bool:
    """Say whether a label may begin in this place of a line."""
    match = NUMBER.match(text[place : place + 120])
    return len(text) > LONG or (match is not None and opens(match["rest"]))
