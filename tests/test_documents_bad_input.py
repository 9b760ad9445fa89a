"""Whatever a user hands to the reader gives one clear error of ours, or doubts."""

from __future__ import annotations

import io
import pickle
import re
import sys
import time
import zlib
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

import pypdf
import pytest

import natopa_declarations as natopa
from natopa_declarations.errors import (
    InvalidFilterError,
    MissingExtraError,
    UnreadableDocumentError,
)
from tests.documents.invented import CUSTOMS, TRAINS
from tests.documents.layouts import docx, packed, page, plain
from tests.processes import printed_by

if TYPE_CHECKING:
    from collections.abc import Callable

HERE = Path(__file__).parent / "documents"
PDF = (HERE / "trains.pdf").read_bytes()
W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def encrypted(user: str, owner: str) -> bytes:
    """Return the PDF with these passwords."""
    writer = pypdf.PdfWriter(clone_from=io.BytesIO(PDF))
    writer.encrypt(user, owner, algorithm="RC4-128")
    buffer = io.BytesIO()
    writer.write(buffer)
    return buffer.getvalue()


def blank(pages: int) -> bytes:
    """Return a PDF of pages without a text layer, as a scanner makes them."""
    writer = pypdf.PdfWriter()
    for _ in range(pages):
        writer.add_blank_page(200, 200)
    buffer = io.BytesIO()
    writer.write(buffer)
    return buffer.getvalue()


def pdf_of(content: bytes) -> bytes:
    """Return a PDF of one page with this packed content."""
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]/Contents 4 0 R/Resources<<>>>>",
        b"<</Filter/FlateDecode/Length %d>>stream\n%s\nendstream" % (len(content), content),
    ]
    parts = [b"%PDF-1.4\n"]
    places = []
    for number, one in enumerate(objects, 1):
        places.append(sum(map(len, parts)))
        parts.append(b"%d 0 obj\n%s\nendobj\n" % (number, one))
    start = sum(map(len, parts))
    table = b"".join([b"%010d 00000 n \n" % place for place in places])
    parts.append(b"xref\n0 5\n0000000000 65535 f \n%strailer<</Size 5/Root 1 0 R>>\n" % table)
    parts.append(b"startxref\n%d\n%%%%EOF" % start)
    return b"".join(parts)


def document_xml(body: str, before: str = "") -> bytes:
    """Return a DOCX with this body."""
    xml = f'<?xml version="1.0"?>{before}<w:document {W}><w:body>{body}</w:body></w:document>'
    return packed({"word/document.xml": xml})


GARBLED = "".join([chr(ord(c) + 7) if c.isalpha() else c for c in plain(TRAINS)]).encode()
ENTITIES = '<!DOCTYPE d [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'
EXTERNAL = '<!DOCTYPE d [<!ENTITY a SYSTEM "file:///etc/passwd">]>'
BAD: dict[str, tuple[str, bytes | Callable[[], bytes], str]] = {
    "empty": ("a.pdf", b"", "found an empty file"),
    "blank": ("a.txt", b" \n\t ", "found an empty file"),
    "text named as a PDF": ("a.pdf", b"The Assembly,\n1. Recalling x;", "expected PDF"),
    "a PDF named as text": ("a.txt", PDF, "found PDF; give format='pdf'"),
    "an error page named as a PDF": ("a.pdf", page(TRAINS).encode(), "found HTML"),
    "a ZIP file": ("a.zip", packed({"a.txt": "x"}), "without word/document.xml"),
    "a ZIP in a ZIP": ("a.docx", packed({"a.docx": docx(TRAINS)}), "without word/document.xml"),
    "half a DOCX": ("a.docx", docx(TRAINS)[:900], "broken"),
    "half a PDF": ("a.pdf", PDF[: len(PDF) // 2], "expected a PDF"),
    "a head of a PDF": ("a.pdf", PDF[:200], "expected a PDF"),
    "an old Word file": ("a.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "save it as .docx"),
    "rich text": ("a.rtf", b"{\\rtf1 hello}", "save it as .docx"),
    "a picture": ("a.png", b"\x89PNG\r\n\x1a\n", "run OCR"),
    "bytes of no text": ("a", b"\x01\x02\0\x03" * 9, "bytes that are not those of a text"),
    "a scan": ("a.pdf", lambda: blank(3), "almost no text, probably scans; run OCR"),
    "a password": ("a.pdf", lambda: encrypted("secret", "owner"), "asks for a password"),
    "too many pages": ("a.pdf", lambda: blank(301), "at most 300 pages, found more than 300"),
    "too many form feeds": ("a.txt", b"x\f" * 400 + b"x", "at most 300 pages"),
    "too long a text": ("a.txt", b"word " * 700_000, "at most 300 pages"),
    "a garbled text layer": ("a.txt", GARBLED, "run OCR on it again"),
    "characters without letters": ("a.txt", ("\ue001\ue002 " * 99).encode(), "run OCR"),
    "another text": ("a.txt", b"Dear Jane, the trains were late.", "found none"),
    "a text about texts": (
        "a.txt", b"DECLARATION 901 says:\nit is late\nand Resolution 479 too.", "found none"),
    "entities": ("a.docx", document_xml("&b;", ENTITIES), "a document type in word/document.xml"),
    "an external entity": ("a.docx", document_xml("&a;", EXTERNAL), "a document type"),
    "XML that does not end": ("a.docx", packed({"word/document.xml": f"<w:body {W}>"}), "broken"),
    "a bomb of XML": (
        "a.docx", lambda: packed({"word/document.xml": f"<w:d {W}>" + " " * 2 * 10**8}), "32 MiB"),
    "a bomb of numbers": (
        "a.docx", lambda: packed({"word/document.xml": f"<w:d {W}/>",
                                  "word/numbering.xml": " " * 40_000_000}), "32 MiB"),
    "a bomb of a PDF": (
        "a.pdf", lambda: pdf_of(zlib.compress(b"q " * 60_000_000, 9)), "almost no text"),
    "nested packing": (
        "a.pdf", lambda: pdf_of(zlib.compress(zlib.compress(b" " * 90_000_000, 9), 9)), "almost"),
}  # fmt: skip


@pytest.mark.slow
@pytest.mark.parametrize("case", BAD)
def test_what_cannot_be_read_says_why_in_one_line(case: str) -> None:
    """One error, one line, the name of the document, and what is wrong with it."""
    name, content, message = BAD[case]
    data = content if isinstance(content, bytes) else content()
    with pytest.raises(UnreadableDocumentError) as caught:
        natopa.read(data, name=name)
    text = str(caught.value)
    assert message in text
    assert text.startswith(f"{name}: expected ")
    assert "\n" not in text
    assert isinstance(caught.value, ValueError)
    copy = pickle.loads(pickle.dumps(caught.value))
    assert str(copy) == text


@pytest.mark.slow
def test_nothing_bad_is_read_by_chance() -> None:
    """The documents that the bad ones are made of can be read."""
    assert natopa.read(PDF).texts
    assert natopa.read(docx(TRAINS), name="a.docx").texts
    assert natopa.read(encrypted("", "owner")).texts
    assert natopa.read(
        document_xml("".join(re.findall("<w:p>.*?</w:p>", body_of(docx(TRAINS)))))
    ).texts


def body_of(content: bytes) -> str:
    """Return the XML of a DOCX."""
    import zipfile

    return zipfile.ZipFile(io.BytesIO(content)).read("word/document.xml").decode()


@pytest.mark.slow
def test_paths_and_files_are_read(tmp_path: Path) -> None:
    """A path as text or as an object, bytes and opened files lead to the same document."""
    path = tmp_path / "trains.pdf"
    path.write_bytes(PDF)
    with path.open("rb") as file:
        opened = natopa.read(file)
    wanted = natopa.read(PDF, name="trains.pdf")
    assert natopa.read(str(path)) == natopa.read(path) == opened == wanted
    assert natopa.read(io.BytesIO(PDF), name="trains.pdf") == wanted


@pytest.mark.parametrize("source", ["missing.pdf", ".", "a\0b", "x" * 300])
def test_a_path_that_leads_to_no_file_is_unreadable(source: str) -> None:
    """Nothing there, a folder and an impossible name are errors of ours."""
    with pytest.raises(UnreadableDocumentError, match="expected a file, found none"):
        natopa.read(source)


@pytest.mark.parametrize("source", [None, 489, ["a.pdf"], io.StringIO("The Assembly,")])
def test_what_is_no_document_is_a_type_error(source: object) -> None:
    """Arguments of other types are type errors."""
    with pytest.raises(TypeError, match="expected"):
        natopa.read(source)  # type: ignore[arg-type]


def test_arguments_are_checked() -> None:
    """Unknown formats and fidelities are refused, and the limits can be set."""
    text = plain(TRAINS).encode()
    with pytest.raises(InvalidFilterError, match="pdf or docx or html or text"):
        natopa.read(text, format="odt")
    with pytest.raises(InvalidFilterError, match="official or quoted or translated"):
        natopa.read(text, fidelity="paraphrased")
    with pytest.raises(UnreadableDocumentError, match="more than 100 bytes"):
        natopa.read(text, most_bytes=100)
    with pytest.raises(UnreadableDocumentError, match="at most 1 pages"):
        natopa.read(b"\f".join([text, text]), most_pages=1)
    assert natopa.read(text, fidelity="official").fidelity == "official"
    assert natopa.read(b"<p>" + text, name="a.txt", format="text").format == "text"


def test_a_pdf_without_pypdf_names_the_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    """The error says in one line what to install, and other formats need nothing."""
    monkeypatch.setitem(sys.modules, "pypdf", None)
    with pytest.raises(MissingExtraError) as caught:
        natopa.read(PDF)
    assert str(caught.value) == (
        'this needs pypdf, which is not installed; try: pip install "natopa-declarations[pdf]"'
    )
    assert isinstance(caught.value, ImportError)
    for content in (docx(TRAINS), page(TRAINS).encode(), plain(TRAINS).encode()):
        assert natopa.read(content).texts


def test_pages_without_text_are_doubts() -> None:
    """A scanned page among others is told, and the others are read."""
    writer = pypdf.PdfWriter(clone_from=io.BytesIO(PDF))
    writer.add_blank_page()
    buffer = io.BytesIO()
    writer.write(buffer)
    document = natopa.read(buffer.getvalue())
    assert [str(doubt) for doubt in document.doubts] == [
        "page (page 2): no text: blank, a picture, or broken"
    ]
    assert len(document.texts) == 1


DEEP = [
    "<div>" * 50_000 + plain(TRAINS).replace("\n", "<br>"),
    "<ol>" * 5_000 + "<li>" + plain(CUSTOMS).replace("\n", "<br>"),
    "<script>" + page(TRAINS),
    "<!-- " + page(TRAINS),
    page(TRAINS) + "<" * 100_000,
    page(TRAINS).replace("</", "<"),
]


@pytest.mark.slow
@pytest.mark.parametrize("content", DEEP, ids=range(len(DEEP)))
def test_broken_pages_end(content: str) -> None:
    """Markup nested without end, or not closed, is read or refused."""
    with suppress(UnreadableDocumentError):
        natopa.read(content.encode(), format="html")


LONG = {
    "paragraphs": "1. Noting x;\n" * 20_000,
    "numbers": "".join(f"{n}. Noting x;\n" for n in range(1, 100)) * 300,
    "lines": "1. Noting\n" + "and more-\n" * 20_000,
    "items": "1. URGES all:\n" + "to be kind;\n" * 20_000,
    "letters": "1. URGES all:\n" + "a. to be kind;\n" * 20_000,
    "notes": "* Presented by the Standing Committee\n" * 10_000,
    "openers": "1. Noting x;\nThe Assembly,\n" * 10_000,
    "headings": "1. Noting x;\nDECLARATION 901\nThe Assembly,\n" * 6_000,
    "one line": "1. Noting x; " * 20_000,
    "one word": "1. " + "Noting" * 300_000,
    "signs": "1. Noting " + ";" * 1_000_000,
    "dashes": "- " * 1_000_000,
}


@pytest.mark.slow
@pytest.mark.parametrize("case", LONG)
def test_long_texts_end(case: str) -> None:
    """However a long text is made, reading it takes a time in proportion to its length."""
    content = f"DECLARATION 901\nThe Assembly,\n{LONG[case]}".encode()
    started = time.process_time()
    with suppress(UnreadableDocumentError):
        natopa.read(content)
    assert time.process_time() - started < 10


@pytest.mark.slow
def test_deep_docx_is_read() -> None:
    """Elements may be nested without end."""
    body = "<w:p>" + "<w:r>" * 20_000 + "<w:t>x</w:t>" + "</w:r>" * 20_000 + "</w:p>"
    with pytest.raises(UnreadableDocumentError, match="found none"):
        natopa.read(document_xml(body))


def test_deleted_words_are_not_read_and_inserted_ones_are() -> None:
    """Tracked changes are read as if they were accepted; nothing is read from fields."""
    body = (
        "<w:p><w:r><w:t>DECLARATION 903</w:t></w:r></w:p>"
        "<w:p><w:r><w:t>The Assembly,</w:t></w:r></w:p>"
        "<w:p><w:r><w:t>1. Recalling kept</w:t></w:r>"
        "<w:del><w:r><w:delText> gone</w:delText></w:r></w:del>"
        "<w:ins><w:r><w:t> new</w:t></w:r></w:ins>"
        "<w:r><w:instrText> PAGE </w:instrText><w:t xml:space='preserve'> words</w:t>"
        "<w:noBreakHyphen/><w:t>here;</w:t></w:r></w:p>"
    )
    (text,) = natopa.read(document_xml(body)).texts
    assert text.paragraphs[0].text == "Recalling kept new words-here;"


MUTATED = """
import io, random, re, sys, time
sys.path.insert(0, {folder!r})
import natopa_declarations as natopa
from natopa_declarations.errors import NatopaError
from tests.documents.invented import CUSTOMS, TRAINS
from tests.documents.layouts import docx, page, plain
from pathlib import Path
here = Path({folder!r}) / "tests" / "documents"
sources = [(here / n).read_bytes() for n in ("trains.pdf", "booklet.pdf", "trains-reportlab.pdf")]
sources += [docx(TRAINS), docx(CUSTOMS, numbered_by="styles"), page(TRAINS).encode(),
            page(CUSTOMS, numbered_by="ol").encode(), plain(TRAINS).encode()]
chance = random.Random(489)
slowest, read, refused = 0.0, 0, 0
for number in range({count}):
    content = bytearray(sources[number % len(sources)])
    for _ in range(chance.choice([1, 3, 10, 100])):
        at = chance.randrange(len(content))
        how = chance.randrange(5)
        if how == 0: content[at] = chance.randrange(256)
        elif how == 1: del content[at : at + chance.randrange(1, 400)]
        elif how == 2: content[at:at] = content[at : at + chance.randrange(400)]
        elif how == 3: content[at : at + 4] = b"\\0\\0\\0\\0"
        else: content[at:at] = chance.choice([b"<", b"/Kids[", b"9999999999", b"<ol>", b">>"])
        if not content: break
    started = time.process_time()
    try:
        natopa.read(bytes(content))
        read += 1
    except NatopaError:
        refused += 1
    slowest = max(slowest, time.process_time() - started)
peak = int(re.search(r"VmHWM:\\s*(\\d+)", open("/proc/self/status").read())[1]) // 1024
print(read, refused, slowest < 10, peak < 300)
print(f"slowest {{slowest:.2f}} s, peak {{peak}} MiB", file=sys.stderr)
"""


@pytest.mark.slow
@pytest.mark.skipif(sys.platform != "linux", reason="the peak of the memory is read from /proc")
def test_mutated_documents_give_only_our_errors() -> None:
    """Of 500 documents with bytes changed, each is read or refused, in 10 s and 300 MiB."""
    folder = str(Path(__file__).parent.parent)
    read, refused, *within = printed_by(MUTATED.format(folder=folder, count=500)).split()
    assert int(read) + int(refused) == 500
    assert int(read) > 50
    assert int(refused) > 50
    assert within == ["True", "True"]
