"""Read a PDF as pages of lines, by pypdf (extra ``pdf``)."""

from __future__ import annotations

import io
import logging
from typing import TYPE_CHECKING

from ..errors import MissingExtraError, UnreadableDocumentError
from .lines import Page

if TYPE_CHECKING:
    from pypdf import PdfReader

EXPECTED = "a PDF with a text layer"

_QUIET = logging.NullHandler()
"""The repairs of pypdf go to those who configure its log, and not to everybody."""


def pages_of(content: bytes, name: str, most_pages: int) -> list[Page]:
    """Return the lines of each page; a page that cannot be read has none.

    Raises `MissingExtraError` without pypdf and `UnreadableDocumentError` for a file that is not
    a PDF, is encrypted, or has more than `most_pages` pages.
    """
    try:
        import pypdf
    except ImportError:
        raise MissingExtraError("pypdf", "pdf") from None
    logging.getLogger("pypdf").addHandler(_QUIET)
    try:
        return _pages(_opened(pypdf.PdfReader, content, name), name, most_pages)
    except (UnreadableDocumentError, MemoryError):
        raise
    except Exception as error:  # noqa: BLE001 - Broken bytes can make pypdf raise any error.
        raise _broken(name, error) from None


def _opened(opened: type[PdfReader], content: bytes, name: str) -> PdfReader:
    reader = opened(io.BytesIO(content), strict=False)
    if reader.is_encrypted and not reader.decrypt(""):
        found = "a PDF that asks for a password"
        raise UnreadableDocumentError(name, EXPECTED, found, "save it without one")
    return reader


def _pages(reader: PdfReader, name: str, most_pages: int) -> list[Page]:
    pages: list[Page] = []
    for number, page in enumerate(reader.pages):
        if number == most_pages:
            found = f"more than {most_pages}"
            hint = "read a part of it, or raise most_pages"
            raise UnreadableDocumentError(name, f"at most {most_pages} pages", found, hint)
        try:
            text = page.extract_text()
        except MemoryError:
            raise
        except Exception:  # noqa: BLE001 - As above; the page counts as one without text.
            text = ""
        pages.append(text.splitlines())
    return pages


def _broken(name: str, error: Exception) -> UnreadableDocumentError:
    reason = " ".join(str(error).split())
    found = f"a file that is broken or not one ({reason[:80] or type(error).__name__})"
    return UnreadableDocumentError(name, "a PDF", found)
