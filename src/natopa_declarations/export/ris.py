"""Citations as RIS, which EndNote, Zotero and Mendeley read."""

from __future__ import annotations

from collections.abc import Iterable

from ..model.dates import PartialDate
from .dates import in_words
from .works import Work, one_line

TYPES = {"report": "RPRT", "webpage": "ELEC", "dataset": "DATA"}
"""The types of RIS; a work of another type is generic."""


def write(works: Iterable[Work]) -> str:
    """Return a record for each work; lines end with CR and LF, as RIS requires."""
    return "\r\n".join(map(_record, works))


def _record(work: Work) -> str:
    notes = [*work.notes, f"{work.pinned}."]
    if work.end is not None:
        # RIS has one date only.
        notes.insert(0, f"{in_words(work)}.")
    fields: list[tuple[str, str | None]] = [
        ("TY", TYPES.get(work.type, "GEN")),
        ("ID", work.key),
        ("AU", work.author),
        ("TI", work.printed_title),
        ("T2", work.container),
        ("PB", work.publisher),
        ("CY", work.place),
        ("PY", None if work.start is None else f"{work.start.year:04}"),
        ("DA", _date(work.start)),
        ("M3", work.genre),
        ("SN", work.number),
        ("SE", work.section),
        ("C1", work.code),
        ("LA", work.language),
        ("UR", work.url),
        *[("N1", note) for note in notes],
        ("ER", ""),
    ]
    lines = [f"{tag}  - {one_line(value)}" for tag, value in fields if value is not None]
    return "\r\n".join(lines) + "\r\n"


def _date(date: PartialDate | None) -> str | None:
    """Return a date with slashes, blank where the month or day is not known."""
    if date is None or date.month is None:
        return None
    day = "" if date.day is None else f"{date.day:02}"
    return f"{date.year:04}/{date.month:02}/{day}"
