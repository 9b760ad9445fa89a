"""The brief form of an outline: the answer alone, without the apparatus and the sources."""

from __future__ import annotations

from itertools import takewhile

from .._deferred import fields
from ..model.value import Value, evolve
from .blocks import Cite, Fields, Outline, Piece, Section, plain
from .fields import WRONG
from .quotations import READINGS

TYPE_CHECKING = not __name__
if TYPE_CHECKING:
    from typing import Any

    from .blocks import Block, Line


def brief(outline: Outline) -> Outline:
    """Return the answer itself, with what was found wrong in it since.

    Left out are the parts of a record and the readings of others; a citation is the name of its
    publisher, as the sources are not listed.
    """
    first = list(takewhile(_is_answer, outline.blocks))
    wrong = [block for block in outline.blocks[len(first) :] if _is_advice(block)]
    return evolve(outline, blocks=_named((*first, *wrong)))


def _is_answer(block: Block) -> bool:
    if isinstance(block, tuple):
        return plain(block) != READINGS
    return not isinstance(block, Section) or _is_advice(block)


def _is_advice(block: Block) -> bool:
    return isinstance(block, Section) and plain(block.title).startswith(WRONG)


def _named(shown: Any) -> Any:
    """Return what is shown with names in place of the marks of sources, in each of its lines."""
    if isinstance(shown, Fields):
        rows = [(label, _line(one)) for label, one in shown.rows if _says_more(one)]
        return Fields(tuple(rows))
    if isinstance(shown, tuple):
        is_line = all(isinstance(one, Piece | Cite) for one in shown)
        found = map(_named, shown)
        return _line(shown) if is_line else tuple([one for one in found if one != Fields(())])
    if isinstance(shown, Value):
        inner = {name: _named(getattr(shown, name)) for name in fields(type(shown))}
        return evolve(shown, **inner)
    return shown


def _says_more(one: Line) -> bool:
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
