"""A page of plain text, 80 columns wide, and the sources that it cites.

The width is fixed, so that the same record is the same text on every machine.
Sources are numbered as they are cited, and listed at the end.
"""

from __future__ import annotations

import textwrap
from typing import TYPE_CHECKING, final

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ..model.sources import Citation, Source

WIDTH = 80
LABEL = 18
"""The columns that the label of a field takes."""


def wrapped(text: str, indent: int, *, hang: int = 0) -> list[str]:
    """Return `text` in lines; a word too long for a line, such as an address, stays whole."""
    start = " " * indent
    return textwrap.wrap(
        text,
        WIDTH,
        initial_indent=start,
        subsequent_indent=start + " " * hang,
        break_long_words=False,
        break_on_hyphens=False,
    )


def shortened(line: str) -> str:
    """Return `line` as it is, or as much of it as a line takes."""
    return line if len(line) <= WIDTH else line[: WIDTH - 3].rstrip() + "..."


@final
class Page:
    """Lines of text, and the sources cited in them so far."""

    def __init__(self) -> None:
        self.lines: list[str] = []
        self._cited: dict[str, tuple[int, Source]] = {}

    def write(self, text: str, indent: int, *, hang: int = 0) -> None:
        """Add `text`, wrapped."""
        self.lines += wrapped(text, indent, hang=hang) or [""]

    def field(self, label: str, text: str, indent: int) -> None:
        """Add a label and what stands beside it."""
        width = LABEL - indent
        self.write(f"{label.replace('_', ' ').ljust(width)}{text}", indent, hang=width)

    def heading(self, title: str, indent: int) -> None:
        """Add a heading, after a blank line."""
        if self.lines[-1]:
            self.lines.append("")
        title = title.replace("_", " ")
        self.write(f"{title}:" if indent else title.upper(), indent)

    def cite(self, citations: Iterable[Citation]) -> str:
        """Return the numbers of the sources, such as ``[1, paragraph 4] [2]``."""
        return " ".join(map(self._number, citations))

    def _number(self, citation: Citation) -> str:
        source = citation.source
        number, _ = self._cited.setdefault(source.id, (len(self._cited) + 1, source))
        return f"[{number}, {citation.locator}]" if citation.locator else f"[{number}]"

    def whole(self) -> str:
        """Return all that was written, and the list of the sources cited."""
        if self._cited:
            self.heading("Sources", 0)
        for number, source in self._cited.values():
            parts = [source.publisher, source.title, source.published, source.code]
            line = ", ".join([str(part) for part in parts if part])
            self.write(f"[{number}] {line} ({source.id})", 2, hang=5)
            self.write(source.url, 7)
            if source.note:
                self.write(source.note, 7)
        return "\n".join(self.lines) + "\n"
