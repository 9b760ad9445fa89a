"""The note of adoption: who presented a text, and when and where it was adopted."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple, final

from ..errors import InvalidDateError
from ..model.dates import PartialDate
from ..model.documents import Doubt, DoubtKind
from .labels import starts_paragraph
from .lines import Line
from .vocabulary import MONTHS, WEEKDAYS

_MONTHS = {
    name.lower(): number
    for names in MONTHS.values()
    for number, name in enumerate(names.split(), 1)
}
_DAYS = {
    name.lower(): number
    for names in WEEKDAYS.values()
    for number, name in enumerate(names.split())
}
_MARK = r"(?:\(?\*{1,2}\)?|\(?\d\)?|\u2020)?"
_NOTE = re.compile(
    rf"^{_MARK}\s*(?:Resolution\s|Declaration\s)?"
    r"(?:presented|submitted|adopted|pr[ée]sent[ée]e?|d[ée]pos[ée]e?|adopt[ée]e)\s+"
    r"(?:\w+\s+)?(?:by|par|on|le)\b",
    re.IGNORECASE,
)
_SECOND_NOTE = re.compile(
    r"^(?:\(\*{2}\)|\*{1,2}|\(\d\))\s+\S"
    r"|^\*{0,2}\s*(?:Turkey|T\u00fcrkiye|La Turquie) recogni[sz]es",
)
_DATE = re.compile(
    rf"(?:\b(?P<weekday>{'|'.join(_DAYS)}),?\s+)?(?P<day>\d{{1,2}})(?:er|st|nd|rd|th)?\s+"
    rf"(?P<month>{'|'.join(_MONTHS)}),?\s+(?P<year>(?:19|20)\d\d)",
    re.IGNORECASE,
)
_BY = re.compile(
    r"(?:presented|submitted|pr[ée]sent[ée]e?|d[ée]pos[ée]e?)\s+(?:by|par)\s+"
    r"(?:(?:the|la|le)\s+)?"
    r"(?P<who>.+?)(?=,?\s+(?:and\s+adopted|et\s+adopt|on\s+\w+day|at\s+the\s)|[.;(]|,\s"
    r"|\s+General\s+Rapporteur|$)",
    re.IGNORECASE | re.DOTALL,
)
_COMMITTEE = re.compile(r"\b(?:Committee|Commission)\b", re.IGNORECASE)
_END = re.compile(r"[.)]\s*$|\b(?:19|20)\d\d\b.*\w$|Committee$|[Cc]ommission\s.*\w$")
_LONGEST = 5
"""The most lines of a note."""


@final
class Note(NamedTuple):
    """The facts in the notes of a text."""

    adopted: PartialDate | None = None
    place: str | None = None
    committee: str | None = None
    presenter: str | None = None
    doubts: tuple[Doubt, ...] = ()


def is_note(text: str) -> bool:
    """Say whether a line begins a note of adoption.

    >>> is_note("* Presented by the Standing Committee"), is_note("1. Presented with a choice")
    (True, False)
    """
    return bool(_NOTE.match(text))


def lift_notes(all_lines: Sequence[Line]) -> tuple[list[Line], list[str]]:
    """Separate the notes from the other lines, which may surround them.

    Returns the other lines, and each note as one line.
    """
    lines = list(all_lines)
    kept: list[Line] = []
    notes: list[str] = []
    at = 0
    while at < len(lines):
        text = lines[at].text
        if not (is_note(text) or _SECOND_NOTE.match(text)):
            kept.append(lines[at])
            at += 1
            continue
        parts = [text]
        at += 1
        while (
            at < len(lines)
            and len(parts) < _LONGEST
            and not _END.search(parts[-1])
            and not starts_paragraph(lines[at].text)
            and not is_note(lines[at].text)
        ):
            parts.append(lines[at].text)
            at += 1
        if at < len(lines) and _is_last_of(parts[-1], lines[at].text):
            parts.append(lines[at].text)
            at += 1
        notes.append(" ".join(parts))
        if at < len(lines):
            # The text goes on after the note where it broke off.
            lines[at] = lines[at]._replace(gap=False)
    return kept, notes


def _is_last_of(before: str, text: str) -> bool:
    """Say whether a line is the country at the end of a long note."""
    ended = before.endswith((".", ")"))
    return not ended and len(text) < 40 and text.endswith((".", ")")) and not text[:1].islower()


def read_notes(notes: Sequence[str]) -> Note:
    """Return the facts about the adoption in these notes.

    >>> note = read_notes(["* Presented by the Standing Committee and adopted by the Plenary"
    ...                    " Assembly on Monday 24 May 2027, Reykjavik, Iceland."])
    >>> str(note.adopted), note.place, note.committee
    ('2027-05-24', 'Reykjavik, Iceland', 'Standing Committee')
    """
    adopted = place = committee = presenter = None
    doubts: list[Doubt] = []
    for note in notes:
        match = _DATE.search(note)
        if match and adopted is None and re.search("adopt", note, re.IGNORECASE):
            adopted, doubts = date_of(match)
            place = _place(note[match.end() :])
        by = _BY.search(note)
        if by is None:
            continue
        who = " ".join(by["who"].split()).strip(" ,*")
        if _COMMITTEE.search(who):
            committee = committee or who
        elif who:
            presenter = presenter or who
    return Note(adopted, place, committee, presenter, tuple(doubts))


def first_date(text: str) -> tuple[PartialDate | None, str | None]:
    """Return the first date in a line of a heading, and the place that follows it."""
    match = _DATE.search(text)
    if match is None:
        return None, None
    return date_of(match)[0], _place(text[match.end() :])


def date_of(match: re.Match[str]) -> tuple[PartialDate | None, list[Doubt]]:
    """Return the date, and a doubt if the calendar or the day of the week contradicts it."""
    kind = DoubtKind.DATE
    day, month = int(match["day"]), _MONTHS[match["month"].lower()]
    try:
        found = PartialDate(int(match["year"]), month, day)
    except InvalidDateError:
        return None, [Doubt(kind=kind, what=f"not in the calendar: {match.group()!r}")]
    weekday = match["weekday"]
    if weekday and found.earliest.weekday() != _DAYS[weekday.lower()]:
        return found, [Doubt(kind=kind, what=f"another day of the week: {match.group()!r}")]
    return found, []


def _place(rest: str) -> str | None:
    """Return the city and the country that follow a date."""
    match = re.match(r"\s*,?\s*(?:in|at|à|-)?\s*([^\W\d_][^.;()*]*(?:\([^)]*\))?)", rest)
    place = match.group(1).strip(" ,") if match else ""
    return place if 2 < len(place) <= 60 else None
