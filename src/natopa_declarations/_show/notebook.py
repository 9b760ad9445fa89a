"""Show values in a notebook, and tuples of them once the extension is loaded."""

from __future__ import annotations

from ..model.value import Value, evolve
from .blocks import Piece, line
from .countries import named
from .html import render
from .outline import outline

TYPE_CHECKING = not __name__
if TYPE_CHECKING:
    from typing import Any


MOST = 100
"""The most values of a tuple that are shown, because a notebook keeps what it shows."""


def shown(value: Value | tuple[Value, ...]) -> str:
    """Return the HTML of a value, an answer or a collection."""
    if not isinstance(value, tuple) or len(value) <= MOST:
        return render(outline(value, named=named))
    found = outline(value[:MOST], named=named)
    rest = f"and {len(value) - MOST:,} more, which a slice shows, such as "
    more = line(rest, Piece(f"[{MOST}:]", "id"))
    return render(evolve(found, title=outline(value).title, blocks=(*found.blocks, more)))


def register(shell: Any) -> None:
    """Ask IPython to show tuples of records as tables."""
    shell.display_formatter.formatters["text/html"].for_type(tuple, _tuple)


def _tuple(values: tuple[object, ...]) -> str | None:
    """Return the HTML of a tuple of values, and None for any other, which stays as it is."""
    records = tuple([value for value in values if isinstance(value, Value)])
    return shown(records) if values and len(records) == len(values) else None
