"""The small rules of the reader, one by one: words, lines, lists and page breaks."""

from __future__ import annotations

from collections import Counter

import pytest

from natopa_declarations.documents import docx, html, plain
from natopa_declarations.documents.joining import joined
from natopa_declarations.documents.lines import SOFT, lines_of
from natopa_declarations.errors import UnreadableDocumentError
from natopa_declarations.model import DoubtKind
from tests.test_documents_bad_input import document_xml


@pytest.mark.parametrize(
    ("parts", "counts", "text", "why"),
    [
        (["a harbour-", "master"], {"harbourmaster": 2}, "a harbourmaster", None),
        (["a harbour-", "master"], {"harbour-master": 2}, "a harbour-master", None),
        (["a harbour-", "master"], {"harbour-master": 2, "harbourmaster": 1},
         "a harbour-master", "the document has both"),
        (["a non-", "member"], {}, "a non-member", "'non' keeps its hyphen more often than not"),
        (["a quiet-", "sea"], {"quiet": 1, "sea": 1}, "a quiet-sea",
         "both halves are words of the document"),
        (["a har-", "bour"], {}, "a harbour", "the document has the word in no other place"),
        (["Anglo-", "French"], {}, "Anglo-French", None),
        ([f"har{SOFT}", "bour"], {}, "harbour", None),
        (["one", "-", "two"], {}, "one - two", None),
    ],
)  # fmt: skip
def test_a_word_is_joined_at_the_end_of_a_line(
    parts: list[str], counts: dict[str, int], text: str, why: str | None
) -> None:
    """The other words of the document decide about the hyphen, and a guess is a doubt."""
    found, doubts = joined(parts, Counter(counts), "p1", 1)
    assert found == text
    hyphens = [doubt.what for doubt in doubts if doubt.kind is DoubtKind.HYPHEN]
    assert [what.rpartition(": ")[2] for what in hyphens] == ([] if why is None else [why])


def test_words_that_look_broken_are_doubts() -> None:
    """A lost space, a space inside a word, and characters without a letter."""
    _, doubts = joined(["a quietHarbour, a light -house and a \ufffd"], Counter(), "p1", 2)
    assert [(doubt.kind.value, doubt.what) for doubt in doubts] == [
        ("space", "quietHarbour"),
        ("space", "light -house"),
        ("characters", "1 without a letter"),
    ]


def test_the_ending_of_an_ordinal_stays_with_its_number() -> None:
    """It breaks a line where the page has it above the line; the words after it go on."""
    lines = lines_of([["The 20", "th", "session of the harbours", "is over"]])
    assert [line.text for line in lines] == ["The 20th session of the harbours", "is over"]


@pytest.mark.parametrize(
    ("attributes", "labels"),
    [
        ("", ["1.", "2."]),
        ('start="4"', ["4.", "5."]),
        ('type="a"', ["a.", "b."]),
        ('type="A"', ["A.", "B."]),
        ('type="i"', ["i.", "ii."]),
        ('type="I" start="9"', ["IX.", "X."]),
        ('style="list-style-type: lower-alpha"', ["a.", "b."]),
        ('style="list-style-type: lower-latin" start="26"', ["z.", "27."]),
        ('style="list-style-type: lower-roman"', ["i.", "ii."]),
    ],
)
def test_the_items_of_a_list_have_its_labels(attributes: str, labels: list[str]) -> None:
    """As a browser shows them; the words of an item may be in a paragraph."""
    content = f"<body><ol {attributes}><li>one</li><li><p>two</p></li></ol></body>".encode()
    (lines,) = html.pages_of(content, "page.html")
    assert [line for line in lines if line] == [f"{labels[0]} one", f"{labels[1]} two"]


@pytest.mark.parametrize(
    ("content", "text"),
    [
        (b'<meta charset="koi8-r"><p>\xf7\xcf\xc4\xc1</p>', "Вода"),
        (b'<meta charset="no-such"><p>caf\xe9</p>', "café"),
        ("<p>café</p>".encode("utf-16"), "café"),
        (b"<p>one<br>two</p>", "one two"),
    ],
)
def test_the_characters_of_a_page_are_read(content: bytes, text: str) -> None:
    """By the character set that it names, if there is one of that name."""
    (lines,) = html.pages_of(content, "page.html")
    assert " ".join(line for line in lines if line) == text


def test_bytes_that_are_no_text_are_refused() -> None:
    """A null byte is in no text; other bytes are those of Windows."""
    assert plain.decoded(b"caf\xe9 \x93quiet\x94", "a.txt") == "café “quiet”"
    with pytest.raises(UnreadableDocumentError, match="bytes that are not those of a text"):
        plain.decoded(b"a\0b", "a.txt")


def test_the_marks_inside_a_paragraph_of_word_are_read() -> None:
    """Tabs, fixed hyphens, line breaks and page breaks, in a paragraph and by themselves."""
    run = (
        "<w:t>one</w:t><w:tab/><w:t>two</w:t><w:noBreakHyphen/><w:t>three</w:t>"
        '<w:br/><w:t>four</w:t><w:br w:type="page"/><w:t>five</w:t>'
    )
    alone = '<w:p><w:r><w:br w:type="page"/></w:r></w:p>'
    content = document_xml(
        f"<w:p><w:r>{run}</w:r></w:p>{alone}<w:p><w:r><w:t>six</w:t></w:r></w:p>"
    )
    assert docx.pages_of(content, "a.docx") == [
        ["one two-three", "four"],
        ["five", ""],
        ["six", ""],
    ]
