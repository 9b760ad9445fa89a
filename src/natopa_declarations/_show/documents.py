"""A user's document as an outline: what the reader found in it, and where it was not sure."""

from __future__ import annotations

from .blocks import Outline
from .fields import blocks, part
from .phrases import counted

TYPE_CHECKING = not __name__
if TYPE_CHECKING:
    from ..model.documents import Binding, Document
    from .view import View


def document(view: View, value: Document) -> Outline:
    """Return the paragraphs of each text in a document, and every doubt."""
    title = f"{value.format.upper()}, {counted(value.pages, 'page')}"
    return Outline("Document", value.name, title, blocks(view, value, ("name", "format", "pages")))


def binding(view: View, value: Binding) -> Outline:
    """Return clause by clause what agrees between a text of a document and that of a release."""
    return Outline("Binding", "", "", (part(view, value),))
