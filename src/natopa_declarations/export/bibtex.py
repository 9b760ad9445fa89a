"""Citations as BibTeX, with the fields that biblatex adds."""

from __future__ import annotations

from collections.abc import Iterable
from urllib.parse import quote

from ..model.dates import MONTHS
from .works import Work, one_line

ESCAPED = str.maketrans(
    {
        "\\": r"\textbackslash{}",
        "~": r"\textasciitilde{}",
        "^": r"\textasciicircum{}",
        **{character: f"\\{character}" for character in "&%#_${}"},
    }
)
URL_CHARACTERS = "!#$%&'()*+,-./:;=?@[]_~"
"""The characters of an address that need no escape; braces and backslashes end the field."""


def write(works: Iterable[Work]) -> str:
    """Return an entry for each work, in UTF-8."""
    return "\n".join(map(_entry, works))


def _entry(work: Work) -> str:
    report = work.type == "report"
    notes = [
        f"Clause {work.section}" if work.section else None,
        f"Document {work.code}" if work.code else None,
        *[note.rstrip(".") for note in work.notes],
        work.pinned,
    ]
    fields = {
        "author": f"{{{_tex(work.author)}}}" if work.author else None,
        "title": f"{{{_tex(work.printed_title)}}}" if work.printed_title else None,
        "institution" if report else "publisher": _tex(work.publisher),
        "type": _tex(work.genre),
        "number": _tex(work.number),
        "howpublished": _tex(work.container),
        "address": _tex(work.place),
        "year": None if work.start is None else f"{work.start.year:04}",
        "date": "/".join([str(date) for date in (work.start, work.end) if date is not None]),
        "url": None if work.url is None else quote(one_line(work.url), safe=URL_CHARACTERS),
        "note": "; ".join([_tex(note) for note in notes if note]),
    }
    lines = [f"  {name} = {{{value}}},\n" for name, value in fields.items() if value]
    if work.start is not None and work.start.month is not None:
        # The names of the months are macros, which each style writes in its own way.
        lines.append(f"  month = {MONTHS[work.start.month - 1][:3].lower()},\n")
    return f"@{'techreport' if report else 'misc'}{{{work.key},\n{''.join(lines)}}}\n"


def _tex(text: str | None) -> str:
    return "" if text is None else one_line(text).translate(ESCAPED)
