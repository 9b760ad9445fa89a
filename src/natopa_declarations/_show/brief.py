"""The brief form of an outline: the answer alone, without the apparatus and the sources."""

from __future__ import annotations

from itertools import takewhile

from ..model.value import evolve
from .blocks import (
    Cite,
    Fields,
    Item,
    Items,
    Outline,
    Paragraph,
    Piece,
    Quote,
    Section,
    Table,
    plain,
)
from .fields import WRONG
from .quotations import READINGS

TYPE_CHECKING = not __name__
if TYPE_CHECKING:
    from .blocks import Block, Line


def brief(outline: Outline) -> Outline:
    """Return the answer itself, with what was found wrong in it since.

    Left out are the parts of a record and the readings of others; a citation is the name of its
    publisher, as the sources are not listed.
    """
    first = list(takewhile(_is_answer, outline.blocks))
    wrong = [block for block in outline.blocks[len(first) :] if _is_advice(block)]
    blocks = [_block(block) for block in (*first, *wrong)]
    empty = Fields(())
    return evolve(outline, blocks=tuple([block for block in blocks if block != empty]))


def _is_answer(block: Block) -> bool:
    if isinstance(block, Paragraph):
        return plain(block.line) != READINGS
    return not isinstance(block, Section) or _is_advice(block)


def _is_advice(block: Block) -> bool:
    return isinstance(block, Section) and plain(block.title).startswith(WRONG)


def _block(block: Block) -> Block:
    if isinstance(block, Fields):
        return Fields(tuple([(label, _line(one)) for label, one in block.rows if _told(one)]))
    if isinstance(block, Paragraph):
        return Paragraph(_line(block.line))
    if isinstance(block, Quote):
        return evolve(block, words=_line(block.words), below=_line(block.below))
    if isinstance(block, Items):
        items = [Item(_line(item.line), tuple(map(_block, item.blocks))) for item in block.items]
        return evolve(block, items=tuple(items))
    if isinstance(block, Table):
        return evolve(block, rows=tuple([tuple(map(_line, row)) for row in block.rows]))
    return evolve(block, blocks=tuple(map(_block, block.blocks)))


def _told(one: Line) -> bool:
    """Say whether a line has more than citations."""
    return any(isinstance(piece, Piece) and piece.text.strip() for piece in one)


def _line(one: Line) -> Line:
    """Return a line with names in place of the numbers of sources that are not listed."""
    found: list[Piece | Cite] = []
    for piece in one:
        if isinstance(piece, Piece):
            found.append(piece)
            continue
        publisher, locator = piece.citation.source.publisher, piece.citation.locator
        before = plain(tuple(found)).rstrip()
        if before.endswith(f", {publisher}"):
            # The line has named it already, and a space stands after the name.
            del found[-1]
            found += [Piece(f", {locator}")] if locator else []
        else:
            named = ", ".join(filter(None, [publisher, locator]))
            found.append(Piece(named if before.endswith(",") else f"({named})"))
    return tuple(found)
