"""What is shown, as data: the pieces of a line, and the blocks of a page.

An outline knows nothing of terminals, tags or Markdown: the style of a piece says what it is, and
each renderer decides how that looks.  A line by itself is a paragraph.
"""

from __future__ import annotations

from .._deferred import light
from ..model.value import Value

TYPE_CHECKING = not __name__
if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import Literal, TypeAlias

    from ..model.sources import Citation

    Style = Literal[
        "plain", "strong", "words", "mark", "old", "new", "id", "name", "record", "part", "web"
    ]  # fmt: skip
    """What a piece is.  Words are verbatim.  Three styles lead to a record: a name is shown
    without the id, a record with it, and a part may be shown as its id alone."""
    Line: TypeAlias = tuple["Piece | Cite", ...]
    Block: TypeAlias = "Line | Fields | Quote | Items | Table | Section"


@light
class Piece(Value):
    """A part of a line; `target` is the id or the address that it leads to."""

    text: str
    style: Style = "plain"
    target: str = ""
    language: str = ""


@light
class Cite(Value):
    """The mark of a citation; each renderer numbers it in its own way."""

    citation: Citation


@light
class Fields(Value):
    """Labels and their contents."""

    rows: tuple[tuple[str, Line], ...]


@light
class Quote(Value):
    """Words as a source prints them, whose they are, and the address where they were read."""

    words: Line
    below: Line
    url: str = ""


@light
class Item(Value):
    """An entry of a list."""

    line: Line
    blocks: tuple[Block, ...] = ()


@light
class Items(Value):
    """A list; a numbered one has a mark for its numbers, such as ``[%d]``."""

    items: tuple[Item, ...]
    mark: str = ""


@light
class Table(Value):
    """A table; the first cell of each row is its heading."""

    head: tuple[str, ...]
    rows: tuple[tuple[Line, ...], ...]


@light
class Section(Value):
    """A part with a heading; `ref` is the id of the record that it shows, if any."""

    title: Line
    blocks: tuple[Block, ...]
    ref: str = ""


@light
class Outline(Value):
    """A page: the kind of a record, its number or id, what it is called, and its blocks."""

    kind: str
    name: str
    title: str
    blocks: tuple[Block, ...]
    ref: str = ""

    @property
    def heading(self) -> str:
        """The full heading, such as ``Declaration 489: Standing with Ukraine until Victory``."""
        return ": ".join(filter(None, [f"{self.kind} {self.name}".strip(), self.title]))


def line(*parts: str | Piece | Cite | Line | None) -> Line:
    """Return a line of these parts; a string is plain text, and None is skipped."""
    pieces: list[Piece | Cite] = []
    for part in parts:
        if isinstance(part, tuple):
            pieces += part
        elif part:
            pieces.append(Piece(part) if isinstance(part, str) else part)
    return tuple(pieces)


def labelled(label: str, *parts: str | Piece | Cite | Line | None) -> Line:
    """Return a paragraph that begins with a label, such as "Inference"."""
    return line(Piece(f"{label}: ", "strong"), *parts)


def listed(entries: Iterable[Item | Line], mark: str = "") -> tuple[Items, ...]:
    """Return a list, or nothing if there are no entries; an entry may be a line."""
    items = tuple([Item(one) if isinstance(one, tuple) else one for one in entries])
    return (Items(items, mark),) if items else ()


def section(title: str, blocks: Iterable[Block]) -> tuple[Section, ...]:
    """Return a part with a heading, or nothing if it would be empty."""
    inner = tuple(blocks)
    return (Section(line(title), inner),) if inner else ()


def joined(lines: Iterable[Line], separator: str = ", ") -> Line:
    """Return the lines that are not empty as one line."""
    pieces: list[Piece | Cite] = []
    for one in lines:
        pieces += [*([Piece(separator)] if pieces and one else []), *one]
    return tuple(pieces)


def plain(one: Line) -> str:
    """Return a line as plain text, a citation as the id of its source."""
    return "".join([p.text if isinstance(p, Piece) else p.citation.source.id for p in one])
