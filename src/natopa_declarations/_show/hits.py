"""The hits of a search as plain text of 80 columns.

The words searched for stand in square brackets, which a pipe, a file and a terminal without
colours all show.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from .page import wrapped

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ..model.hits import Hit


def show(hits: Iterable[Hit]) -> str:
    """Return each hit as its place, its record and field, and below them the marked snippet."""
    lines = []
    for hit in hits:
        lines.append(f"{hit.rank:>3}. {hit.ref} ({hit.kind}, {hit.field})")
        lines += wrapped(marked(hit), 5)
    return "".join(f"{line}\n" for line in lines)


def marked(hit: Hit) -> str:
    """Return the snippet on one line, with brackets around the words searched for."""
    pieces, reached = [""], 0
    for span in hit.spans:
        between = hit.snippet[reached : span.start]
        if between.isspace():
            # Words side by side share their brackets.
            pieces[-1] = between
        else:
            pieces += [between, "["]
        pieces += [hit.snippet[span.start : span.end], "]"]
        reached = span.end
    return " ".join(("".join(pieces) + hit.snippet[reached:]).split())
