"""An outline as brief text: the answer alone, without the apparatus and the sources."""

from __future__ import annotations

from itertools import takewhile

from .._deferred import final
from ..model.value import evolve
from .blocks import Cite, Fields, Section, line, plain
from .fields import WRONG
from .phrases import visible
from .quotations import READINGS
from .text import WIDTH, Page

TYPE_CHECKING = not __name__
if TYPE_CHECKING:
    from ..model.sources import Citation
    from .blocks import Block, Outline, Piece


def render(outline: Outline) -> str:
    """Return the answer itself, and what was found wrong in it since.

    The parts of a record and other readings are left out.
    """
    first = list(takewhile(_is_answer, outline.blocks))
    wrong = [block for block in outline.blocks[len(first) :] if _is_advice(block)]
    return _Page(WIDTH).whole(evolve(outline, blocks=(*first, *wrong)))


def _is_answer(block: Block) -> bool:
    return block != line(READINGS) and (not isinstance(block, Section) or _is_advice(block))


def _is_advice(block: Block) -> bool:
    return isinstance(block, Section) and plain(block.title).startswith(WRONG)


@final
class _Page(Page):
    """Lines of text in which a citation is the name of its publisher, as no sources are listed."""

    def cited(self, text: str, citation: Citation) -> str:
        """Return `text` with the publisher, if it does not end with it, and the locator."""
        publisher, before = visible(citation.source.publisher), text.rstrip()
        place = f", {visible(citation.locator)}" if citation.locator else ""
        if before.endswith(f", {publisher}"):
            return before + place
        return (
            f"{text}{publisher}{place}" if before.endswith(",") else f"{text}({publisher}{place})"
        )

    def fields(self, block: Fields, indent: int) -> None:
        """Add the fields that say more than who says so."""
        rows = [row for row in block.rows if not all(_is_mark(piece) for piece in row[1])]
        if rows:
            super().fields(Fields(tuple(rows)), indent)


def _is_mark(piece: Piece | Cite) -> bool:
    return isinstance(piece, Cite) or not piece.text.strip()
