"""Read a DOCX as blocks: the words of each paragraph after its automatic number.

Tracked insertions are read, and tracked deletions are not.
"""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Iterator
from typing import Any
from xml.etree.ElementTree import Element, ParseError, XMLPullParser

from ..errors import UnreadableDocumentError
from .lines import Page
from .numbering import Numbering, W

EXPECTED = "a DOCX"
MOST_BYTES = 32 * 2**20
"""The most bytes of one part, unpacked."""

_CHUNK = 2**16
_KEPT = "word/document.xml"
_UNREAD = frozenset({f"{W}del", f"{W}moveFrom", f"{W}instrText", f"{W}delText", f"{W}pPr"})


def pages_of(content: bytes, name: str) -> list[Page]:
    """Return the blocks of each page, as far as the file records its last page breaks.

    Raises `UnreadableDocumentError` for a file that is not a DOCX, is broken, or is too large.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            if _KEPT not in archive.namelist():
                raise UnreadableDocumentError(
                    name, EXPECTED, "a ZIP file without word/document.xml"
                )
            numbering = Numbering(
                _part(archive, "word/numbering.xml", name), _part(archive, "word/styles.xml", name)
            )
            pages: list[Page] = [[]]
            for block in _paragraphs(archive, name):
                _read(block, numbering, pages)
            notes = _footnotes(archive, name)
    except (zipfile.BadZipFile, zipfile.LargeZipFile, NotImplementedError, EOFError, OSError,
            RuntimeError, ValueError, LookupError, ParseError, zlib.error) as error:  # fmt: skip
        if isinstance(error, UnreadableDocumentError):
            raise
        found = f"a file that is broken or not one ({' '.join(str(error).split())[:80]})"
        raise UnreadableDocumentError(name, EXPECTED, found) from None
    pages[-1] += notes
    return pages


def _part(archive: zipfile.ZipFile, part: str, name: str) -> Element | None:
    """Return a small part as a whole, or None if the file lacks it."""
    if part not in archive.namelist():
        return None
    parser: Any = XMLPullParser(events=("start",))
    root: Element | None = None
    for chunk in _chunks(archive, part, name):
        parser.feed(chunk)
        for _, element in parser.read_events():
            root = element if root is None else root
    parser.close()
    return root


def _paragraphs(archive: zipfile.ZipFile, name: str) -> Iterator[Element]:
    """Yield the paragraphs one by one, and forget each before the next."""
    parser: Any = XMLPullParser(events=("start", "end"))
    depth = 0
    stack: list[Element] = []
    for chunk in _chunks(archive, _KEPT, name):
        parser.feed(chunk)
        for event, element in parser.read_events():
            if event == "start":
                stack.append(element)
                depth += element.tag == f"{W}p"
                continue
            stack.pop()
            if element.tag == f"{W}p":
                depth -= 1
                if depth == 0:
                    yield element
            if depth == 0:
                element.clear()
                if stack:
                    # Otherwise the empty element stays in its parent.
                    stack[-1].remove(element)
    parser.close()


def _chunks(archive: zipfile.ZipFile, part: str, name: str) -> Iterator[bytes]:
    size, tail = 0, b""
    with archive.open(part) as file:
        while chunk := file.read(_CHUNK):
            size += len(chunk)
            if size > MOST_BYTES:
                found = f"more than {MOST_BYTES >> 20} MiB in {part}"
                raise UnreadableDocumentError(name, "a document of usual size", found)
            if b"<!DOCTYPE" in tail + chunk or b"<!ENTITY" in tail + chunk:
                # Word never writes one, and entities can make XML explode.
                raise UnreadableDocumentError(name, EXPECTED, f"a document type in {part}")
            tail = chunk[-16:]
            yield chunk


def _read(paragraph: Element, numbering: Numbering, pages: list[Page]) -> None:
    """Add a paragraph to the pages; a page may break inside it."""
    label = numbering.label(paragraph.find(f"{W}pPr"))
    parts: list[str] = []
    for element in _seen(paragraph):
        if element.tag == f"{W}t":
            parts.append(element.text or "")
        elif element.tag in {f"{W}tab", f"{W}ptab"}:
            parts.append(" ")
        elif element.tag == f"{W}noBreakHyphen":
            parts.append("-")
        elif element.tag == f"{W}br" and element.get(f"{W}type") != "page":
            parts.append("\n")
        elif element.tag == f"{W}lastRenderedPageBreak" or element.get(f"{W}type") == "page":
            parts.append("\f")
    text = "".join(parts)
    if not text.strip("\f").strip():
        pages += [[] for _ in range(text.count("\f"))]
        return
    for number, piece in enumerate(
        (label + text if text[:1] != "\f" else f"\f{label}{text[1:]}").split("\f")
    ):
        if number:
            pages.append([])
        lines = [line.strip() for line in piece.split("\n") if line.strip()]
        pages[-1] += lines
    pages[-1].append("")


def _seen(element: Element) -> Iterator[Element]:
    """Yield the visible elements in order, at any depth."""
    waiting = list(reversed(element))
    while waiting:
        found = waiting.pop()
        if found.tag in _UNREAD:
            continue
        yield found
        waiting += reversed(found)


def _footnotes(archive: zipfile.ZipFile, name: str) -> Page:
    """Return each footnote as a block; the note of adoption may be one."""
    root = _part(archive, "word/footnotes.xml", name)
    notes: Page = []
    for note in () if root is None else root.iter(f"{W}footnote"):
        text = "".join([t.text or "" for t in _seen(note) if t.tag == f"{W}t"]).strip()
        if text:
            notes += [f"* {text.lstrip('*1 ')}", ""]
    return notes
