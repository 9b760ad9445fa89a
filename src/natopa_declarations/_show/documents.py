"""A user's document as text: what the reader found in it, and where it was not sure."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..errors import printable

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ..model.documents import Binding, Document, DocumentText

WIDTH = 80


def show(document: Document) -> str:
    """Return what was found in a document: a line for each paragraph, and every doubt."""
    pages = f"{document.pages} page{'s' if document.pages > 1 else ''}"
    name = f"{printable(document.name)}: " if document.name else ""
    lines = [f"{name}{document.format.upper()}, {pages}", document.digest]
    lines += _doubts(document.doubts, "")
    for text in document.texts:
        lines += ["", *_text(text)]
    return "\n".join(map(_line, lines)) + "\n"


def show_bindings(bindings: Iterable[Binding]) -> str:
    """Return clause by clause what agrees between a document and a corpus."""
    return "\n\n".join(map(str, bindings)) + "\n"


def _text(text: DocumentText) -> Iterator[str]:
    yield str(text)
    adopted = f"adopted {text.adopted}" if text.adopted else None
    presenter = text.committee or text.presenter
    presented = f"presented by {presenter}" if presenter else None
    facts = [text.language, f"page {text.page}", text.code, adopted, text.place, presented]
    yield f"  {', '.join(filter(None, facts))}"
    for paragraph in text.paragraphs:
        indent = "  " * paragraph.level
        yield f"{indent}{paragraph.label or '-'} {paragraph.text}"
    yield from _doubts(text.doubts, "  ")


def _doubts(doubts: Iterable[object], indent: str) -> Iterator[str]:
    found = [f"{indent}? {doubt}" for doubt in doubts]
    if found:
        yield f"{indent}doubts:"
        yield from found


def _line(line: str) -> str:
    """Return as much of a line as a terminal has room for."""
    return line if len(line) <= WIDTH or "?" in line[:4] else line[: WIDTH - 3].rstrip() + "..."
