"""A citation as a plain sentence, for a footnote or an article."""

from __future__ import annotations

from collections.abc import Iterable

from .dates import in_words
from .works import Work, one_line


def write(works: Iterable[Work]) -> str:
    """Return a line for each work: who, what, where and when, as far as known."""
    return "\n".join(map(_line, works))


def _line(work: Work) -> str:
    named = " ".join(filter(None, [work.genre, work.number])) if work.type == "report" else None
    parts = [
        work.author or work.container,
        named,
        work.printed_title,
        None if work.section is None else f"clause {work.section}",
        # A clause without number and title is named by its id.
        work.id if work.section and not (work.number or work.title) else None,
        work.place,
        in_words(work),
        work.container if work.author else None,
        work.url,
    ]
    line = ", ".join([one_line(part) for part in parts if part])
    return f"{line} ({work.pinned})" if work.release else line
