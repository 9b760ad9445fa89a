"""Read plain text as pages of lines."""

from __future__ import annotations

import codecs

from ..errors import UnreadableDocumentError
from .lines import Page

_MARKS = {
    codecs.BOM_UTF8: "utf-8-sig",
    codecs.BOM_UTF16_LE: "utf-16",
    codecs.BOM_UTF16_BE: "utf-16",
}


def decoded(content: bytes, name: str) -> str:
    """Return the text of `content`: UTF-8, UTF-16 with its mark, or else Windows-1252."""
    for mark, encoding in _MARKS.items():
        if content.startswith(mark):
            return content.decode(encoding, errors="replace")
    if b"\0" in content:
        found = "bytes that are not those of a text"
        raise UnreadableDocumentError(name, "a document as PDF, DOCX, HTML or text", found)
    try:
        return content.decode()
    except UnicodeDecodeError:
        # Windows-1252 is what older programs wrote; the few bytes that it lacks are replaced.
        return content.decode("cp1252", errors="replace")


def pages_of(content: bytes, name: str) -> list[Page]:
    """Return the lines of each page; a form feed ends a page."""
    # The last page ends with a form feed too, and begins no other.
    return [page.splitlines() for page in decoded(content, name).rstrip("\f\r\n ").split("\f")]
