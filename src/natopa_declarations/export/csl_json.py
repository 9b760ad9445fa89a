"""Citations as CSL-JSON, which Zotero, pandoc and every CSL processor read."""

from __future__ import annotations

import json
from collections.abc import Iterable

from .dates import parts
from .works import Work, one_line


def write(works: Iterable[Work]) -> str:
    """Return a list of items, one for each work."""
    return json.dumps([_item(work) for work in works], ensure_ascii=False, indent=2)


def _item(work: Work) -> dict[str, object]:
    """Return a work as an item of CSL.

    A text of the Assembly is a report, the one type whose author, genre and number all common
    styles print.  Its publisher is its author, and would be printed twice.
    """
    dates = [parts(date) for date in (work.start, work.end) if date is not None]
    fields: dict[str, str | None] = {
        "type": work.type,
        "genre": work.genre,
        "number": work.number,
        "title": work.printed_title,
        "section": work.section,
        "container-title": work.container,
        "publisher": None if work.publisher == work.author else work.publisher,
        "event-title": work.event,
        "event-place": work.place,
        "language": work.language,
        "call-number": work.code,
        "URL": work.url,
        "note": " ".join([*work.notes, f"{work.pinned}."]),
    }
    item: dict[str, object] = {"id": work.id}
    item |= {name: one_line(value) for name, value in fields.items() if value}
    if work.author:
        # The sources do not say which part of a name is the family name.
        item["author"] = [{"literal": one_line(work.author)}]
    if dates:
        item["issued"] = {"date-parts": dates}
    return item
