"""Read a file of the user's into a `Document`."""

from __future__ import annotations

import hashlib
import os
import re
from collections import Counter
from collections.abc import Sequence
from importlib import import_module
from pathlib import Path
from typing import BinaryIO

from .._messages import printed
from ..errors import InvalidFilterError, UnreadableDocumentError
from ..model.documents import Document, DocumentFormat, Doubt, DoubtKind
from ..model.words import Fidelity
from .formats import format_of
from .lines import Page
from .texts import texts_of
from .vocabulary import COMMON

MOST_BYTES = 50_000_000
MOST_PAGES = 300
CHARACTERS = 10_000
"""How many characters count as a page in a format without pages."""

_NO_LETTERS = re.compile("[\ufffd\ue000-\uf8ff]")
_COMMON = frozenset[str]().union(*COMMON.values())

FIDELITIES = (Fidelity.OFFICIAL, Fidelity.QUOTED, Fidelity.TRANSLATED)


def read(  # noqa: PLR0913 - Each argument is needed, and passed by name.
    source: str | os.PathLike[str] | bytes | BinaryIO,
    *,
    name: str | None = None,
    format: str | None = None,  # noqa: A002 - This is the usual word for it.
    fidelity: Fidelity | str = Fidelity.QUOTED,
    most_bytes: int = MOST_BYTES,
    most_pages: int = MOST_PAGES,
) -> Document:
    r"""Read a document of your own: a booklet, a reprint, a page of the Assembly.

    `source` is the path of a file, its bytes, or a file opened for reading bytes; PDF needs
    the extra ``pdf``; DOCX, HTML and plain text need nothing.  The texts may be English or
    French.  Nothing is downloaded, stored or sent.

    `name` names a document without a path.  `format` (``pdf``, ``docx``, ``html`` or ``text``)
    overrides the format that the bytes and the name suggest.  `fidelity` is *quoted*; use
    *official* only for the Assembly's own document, and *translated* for a translation.
    `most_bytes` and `most_pages` limit what is read.

    Each guess is a `Doubt` of the text or of the document.

    Raises `UnreadableDocumentError`, with the reason, if no text of the Assembly can be read, and
    `MissingExtraError` for a PDF without pypdf.

    >>> import natopa_declarations as natopa
    >>> document = natopa.read(b"DECLARATION 901\nQUIET HARBOURS\nThe Assembly,\n"
    ...     b"1. Recalling its earlier texts;\n2. URGES all harbours:\na. to be quiet.")
    >>> [(p.label, p.role.value, p.opening) for p in document.texts[0].paragraphs]
    [('1.', 'preamble', 'Recalling'), ('2.', 'operative', 'URGES'), ('a.', 'operative', 'to be')]
    """
    fidelity = _fidelity(fidelity)
    content, name = _content(source, name, most_bytes)
    file_format = format_of(content, name) if format is None else _format(format)
    pages = _pages(content, name, file_format, most_pages)
    _check_characters(pages, name, file_format)
    texts = texts_of(pages)
    if not texts:
        expected = "a declaration or resolution of the Assembly, in English or French"
        hint = 'a text is known by its heading and by "The Assembly," before its paragraphs'
        raise UnreadableDocumentError(name, expected, "none", hint)
    return Document(
        digest=f"sha256:{hashlib.sha256(content).hexdigest()}",
        name=name,
        format=file_format,
        pages=len(pages),
        fidelity=fidelity,
        texts=texts,
        doubts=tuple(_empty_pages(pages)),
    )


def _fidelity(fidelity: Fidelity | str) -> Fidelity:
    if fidelity not in FIDELITIES:
        expected = " or ".join(FIDELITIES)
        raise InvalidFilterError("fidelity", printed(fidelity), expected)
    return Fidelity(fidelity)


def _format(word: str) -> DocumentFormat:
    if word not in set(DocumentFormat):
        raise InvalidFilterError("format", printed(word), " or ".join(DocumentFormat))
    return DocumentFormat(word)


def _content(
    source: str | os.PathLike[str] | bytes | BinaryIO, name: str | None, most_bytes: int
) -> tuple[bytes, str]:
    """Return the bytes and the name of a document."""
    if isinstance(source, bytes | bytearray | memoryview):
        content, known = bytes(source), ""
    elif isinstance(source, str | os.PathLike):
        content, known = _from_path(source, most_bytes)
    elif hasattr(source, "read"):
        content, known = source.read(most_bytes + 1), getattr(source, "name", "")
        known = Path(known).name if isinstance(known, str) else ""
        if not isinstance(content, bytes):
            raise TypeError("expected a file opened for reading bytes, found one of text")
    else:
        raise TypeError(f"expected a path, bytes or a file, found {type(source).__name__}")
    name = known if name is None else name
    if len(content) > most_bytes:
        found = f"more than {most_bytes:,} bytes"
        raise UnreadableDocumentError(name, "a smaller file", found, "or raise most_bytes")
    return content, name


def _from_path(source: str | os.PathLike[str], most_bytes: int) -> tuple[bytes, str]:
    path = Path(source)
    try:
        with path.open("rb") as file:
            return file.read(most_bytes + 1), path.name
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise UnreadableDocumentError(str(source), "a file", f"none ({reason})") from None


def _pages(content: bytes, name: str, file_format: DocumentFormat, most_pages: int) -> list[Page]:
    if file_format is DocumentFormat.PDF:
        from .pdf import pages_of

        return pages_of(content, name, most_pages)
    module = "plain" if file_format is DocumentFormat.TEXT else file_format.value
    pages: list[Page] = import_module(f".{module}", __package__).pages_of(content, name)
    length = sum([len(line) for page in pages for line in page])
    if len(pages) > most_pages or length > most_pages * CHARACTERS:
        found = f"{max(len(pages), length // CHARACTERS)}"
        hint = "read a part of it, or raise most_pages"
        raise UnreadableDocumentError(name, f"at most {most_pages} pages", found, hint)
    return pages


def _check_characters(pages: Sequence[Page], name: str, file_format: DocumentFormat) -> None:
    """Refuse a document without words, or without readable ones."""
    text = " ".join([line for page in pages for line in page])
    words = text.split()
    letters = sum(map(str.isalpha, text))
    if letters < 40 * min(len(pages), 3) and file_format is DocumentFormat.PDF:
        found = f"{len(pages)} page(s) with almost no text, probably scans"
        raise UnreadableDocumentError(
            name, "a PDF with a text layer", found, "run OCR on it first"
        )
    strange = len(_NO_LETTERS.findall(text))
    known = sum([count for word, count in Counter(words).items() if word.lower() in _COMMON])
    if strange > 0.05 * max(letters, 1) or (len(words) >= 100 and known < 0.02 * len(words)):
        expected = "text in English or French"
        found = "characters that make no words of either"
        hint = "its text layer may be damaged: run OCR on it again"
        raise UnreadableDocumentError(name, expected, found, hint)


def _empty_pages(pages: Sequence[Page]) -> list[Doubt]:
    """Return a doubt for each page without words in a document of several pages."""
    return [
        Doubt(kind=DoubtKind.PAGE, what="no text: blank, a picture, or broken", page=number)
        for number, page in enumerate(pages, 1)
        if len(pages) > 1 and not any(line.strip() for line in page)
    ]
