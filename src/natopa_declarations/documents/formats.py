"""Detect the format of a document from its first bytes; its name must agree."""

from __future__ import annotations

from ..errors import UnreadableDocumentError
from ..model.documents import DocumentFormat

EXPECTED = "a document as PDF, DOCX, HTML or text"

_NAMES = {
    "pdf": DocumentFormat.PDF,
    "docx": DocumentFormat.DOCX,
    "html": DocumentFormat.HTML,
    "htm": DocumentFormat.HTML,
    "xhtml": DocumentFormat.HTML,
    "txt": DocumentFormat.TEXT,
}
_OTHERS = {
    b"\xd0\xcf\x11\xe0": ("a Word file of the old kind (.doc)", "save it as .docx"),
    b"{\\rtf": ("a rich text file (.rtf)", "save it as .docx"),
    b"\x89PNG": ("a picture", "run OCR on it first"),
    b"\xff\xd8\xff": ("a picture", "run OCR on it first"),
    b"II*\0": ("a picture", "run OCR on it first"),
    b"MM\0*": ("a picture", "run OCR on it first"),
    b"GIF8": ("a picture", "run OCR on it first"),
    b"\x1f\x8b": ("a packed file", "unpack it first"),
}
_TAGS = (b"<!doctype html", b"<html", b"<head", b"<body", b"<p>", b"<p ", b"<div", b"<ol", b"<h1")


def format_of(content: bytes, name: str) -> DocumentFormat:
    """Return the format of a document.

    Raises `UnreadableDocumentError` for an empty file, another format, or a name that disagrees.
    """
    if not content.strip():
        raise UnreadableDocumentError(name, EXPECTED, "an empty file")
    for mark, (found, hint) in _OTHERS.items():
        if content.startswith(mark):
            raise UnreadableDocumentError(name, EXPECTED, found, hint)
    format_ = _by_bytes(content)
    named = _NAMES.get(name.rpartition(".")[2].lower())
    if named not in (None, format_):
        hint = f"give format={format_.value!r} to read it as that"
        raise UnreadableDocumentError(
            name, f"{named.upper()}, as the name says", format_.upper(), hint
        )
    return format_


def _by_bytes(content: bytes) -> DocumentFormat:
    start = content[:1024].lstrip(b"\xef\xbb\xbf \t\r\n")
    if b"%PDF-" in content[:1024]:
        return DocumentFormat.PDF
    if start.startswith(b"PK"):
        return DocumentFormat.DOCX
    lowered = content[:4096].lower()
    if start.startswith(b"<") and any(tag in lowered for tag in _TAGS):
        return DocumentFormat.HTML
    return DocumentFormat.TEXT
