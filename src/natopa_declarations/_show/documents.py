"""A user's document as an outline: what the reader found in it, and where it was not sure."""

from __future__ import annotations

from .._messages import printable
from ..model.value import Value
from .blocks import Fields, Item, Items, Outline, Section, joined, line
from .fields import filled, rest, rows_of
from .phrases import capital, counted, label

TYPE_CHECKING = not __name__
if TYPE_CHECKING:
    from ..model.documents import Binding, Document, DocumentText
    from .blocks import Block
    from .view import View

TOLD = {
    "Doubt": ("kind", "what", "at", "page"),
    "BoundParagraph": ("paragraph", "clause", "basis", "agreement", "share", "note"),
    "Paragraph": ("name", "label", "role", "level", "opening", "text", "page"),
}
"""What the line of a value says already, so that only what else it has is added."""


def document(view: View, value: Document) -> Outline:
    """Return the paragraphs of each text in a document, and every doubt."""
    texts = tuple([Section(line(capital(str(text))), _text(view, text)) for text in value.texts])
    facts = _facts(view, value, "name", "format", "pages", "texts", "doubts")
    title = f"{value.format.upper()}, {counted(value.pages, 'page')}"
    found: tuple[Block, ...] = (*facts, *_list(view, "Doubts", value.doubts), *texts)
    return Outline("Document", printable(value.name), title, found)


def binding(view: View, value: Binding) -> Outline:
    """Return clause by clause what agrees between a text of a document and that of a release."""
    title = f"{value.text} -> {value.bound_to or 'nothing'} ({value.reason})"
    more = rest(view, value, "text", "bound_to", "reason", "paragraphs", "missing")
    found: tuple[Block, ...] = (
        *more,
        *_list(view, "Paragraphs", value.paragraphs),
        *_list(view, "Not in the document", value.missing),
    )
    return Outline("Binding", "", "", (Section(line(title), found),))


def _text(view: View, value: DocumentText) -> tuple[Block, ...]:
    items: list[Item] = []
    for one in value.paragraphs:
        item = _item(view, one, f"{one.label or one.name} {one.text}")
        if one.level > 1 and items:
            # An item of a paragraph stands under it.
            items[-1] = Item(items[-1].line, (*items[-1].blocks, Items((item,))))
        else:
            items.append(item)
    facts = _facts(view, value, "kind", "number", "title", "paragraphs", "doubts")
    return (*facts, Items(tuple(items)), *_list(view, "Doubts", value.doubts))


def _facts(view: View, value: Value, *known: str) -> tuple[Fields, ...]:
    rows = rows_of(view, value, [name for name in filled(value) if name not in known])
    return (Fields(tuple([(label(name), content) for name, content in rows])),)


def _list(view: View, title: str, values: tuple[Value | str, ...]) -> tuple[Section, ...]:
    items = tuple([_item(view, value, str(value)) for value in values])
    return (Section(line(title), (Items(items),)),) if items else ()


def _item(view: View, value: Value | str, words: str) -> Item:
    known = TOLD.get(type(value).__name__, ())
    more = rest(view, value, *known) if isinstance(value, Value) else ()
    return Item(joined([line(words), *more]))
