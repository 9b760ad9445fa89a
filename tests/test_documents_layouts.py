"""Documents with invented texts are read in every format and layout, and guesses are told."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

import natopa_declarations as natopa
from tests.documents.invented import CUSTOMS, FRENCH, TRAINS, Invented
from tests.documents.layouts import docx, page, plain

if TYPE_CHECKING:
    from natopa_declarations.model import DocumentText

HERE = Path(__file__).parent / "documents"
PDFS = {
    "trains.pdf": [TRAINS],
    "trains-a5.pdf": [TRAINS],
    "customs.pdf": [CUSTOMS],
    "french.pdf": [FRENCH],
    "booklet.pdf": [TRAINS, CUSTOMS],
    "trains-reportlab.pdf": [TRAINS],
    "booklet-reportlab.pdf": [TRAINS, CUSTOMS, FRENCH],
}
DOCUMENTS: dict[str, tuple[bytes, list[Invented]]] = {
    **{name: ((HERE / name).read_bytes(), texts) for name, texts in PDFS.items()},
    **{
        f"{numbered_by}.docx": (docx(TRAINS, CUSTOMS, FRENCH, numbered_by=numbered_by),
                                [TRAINS, CUSTOMS, FRENCH])
        for numbered_by in ("lists", "typed")
    },
    "styles.docx": (docx(TRAINS, numbered_by="styles"), [TRAINS]),
    "footnote.docx": (docx(FRENCH, note="footnote"), [FRENCH]),
    **{
        f"{text.language}-{text.number}-{numbered_by}.html":
            (page(text, numbered_by=numbered_by).encode(), [text])
        for text in (TRAINS, CUSTOMS, FRENCH)
        for numbered_by in ("typed", "ol")
    },
    **{
        f"{text.language}-{text.number}.txt": (plain(text).encode(), [text])
        for text in (TRAINS, CUSTOMS, FRENCH)
    },
}  # fmt: skip
"""Every generated document, and the texts that it has."""


def uniform(text: str) -> str:
    """Return `text` with straight apostrophes, as the engines differ in them."""
    return " ".join(text.replace("\u2019", "'").split())


def letters(text: str) -> str:
    """Return the letters and digits of `text` alone."""
    return re.sub(r"[\W_]", "", text).lower()


def check(found: DocumentText, text: Invented) -> None:
    """Check everything but the words, which the next tests count."""
    assert (found.kind, found.number) == (
        text.kind.lower().replace("\u00e9", "e"),
        text.number,
    )
    assert found.title is not None
    assert letters(found.title) == letters(text.title)
    assert found.language == text.language
    wanted = [(name, label, role) for name, label, role, _, _ in text.paragraphs()]
    assert [(p.name, p.label, p.role.value) for p in found.paragraphs] == wanted
    openings = [(p.name, p.opening) for p in found.paragraphs if p.level == 1]
    assert openings == [(n, opening) for n, _, _, opening, _ in text.paragraphs() if "-" not in n]
    committee = {"C": "Commission permanente", "P": "Standing Committee"}
    if text.number == 901:
        assert (str(found.adopted), found.committee) == (
            "2027-05-24", committee["P" if text.language == "en" else "C"],
        )  # fmt: skip
        assert found.place is not None
        assert found.place.startswith("Ljubljana")
    else:
        assert (found.adopted, found.committee) == (None, "Economics and Security Committee")
    assert not found.is_draft


@pytest.mark.slow
@pytest.mark.parametrize("name", DOCUMENTS)
def test_labels_roles_and_notes_are_read(name: str) -> None:
    """Labels, roles, openings and adoption notes are right in every generated document."""
    content, texts = DOCUMENTS[name]
    document = natopa.read(content, name=name)
    assert len(document.texts) == len(texts)
    for found, text in zip(document.texts, texts, strict=True):
        check(found, text)


@pytest.mark.slow
def test_words_are_read() -> None:
    """Of all paragraphs 99 % are right in letters, and 95 % to the character."""
    count = exact = in_letters = 0
    for name, (content, texts) in DOCUMENTS.items():
        document = natopa.read(content, name=name)
        for found, text in zip(document.texts, texts, strict=True):
            for paragraph, (_, _, _, _, words) in zip(
                found.paragraphs, text.paragraphs(), strict=True
            ):
                count += 1
                in_letters += letters(paragraph.text) == letters(words)
                right = uniform(paragraph.text) == uniform(words)
                exact += right
                guessed = any(doubt.at == paragraph.name for doubt in found.doubts)
                assert right or guessed, (name, paragraph)
    assert count > 250
    assert in_letters >= 0.99 * count
    assert exact >= 0.95 * count


def test_one_text_is_the_same_in_every_format() -> None:
    """PDF, DOCX, HTML and plain text give equal paragraphs, but for the page."""
    sources = ["styles.docx", "en-901-typed.html", "en-901-ol.html", "en-901.txt"]
    found = [natopa.read(DOCUMENTS[name][0]).texts[0] for name in sources]
    words = [[(p.name, p.label, p.role, p.level, p.opening, p.text) for p in t.paragraphs]
             for t in found]  # fmt: skip
    assert all(one == words[0] for one in words)


def heads(text: Invented) -> dict[str, list[str]]:
    """Return the heading blocks of the layouts A to H."""
    sentence = text.title.capitalize()
    return {
        "A": ["NATO Parliamentary Assembly", "PLENARY", text.code, "Original: English",
              f"{text.kind} {text.number}", "on", f"{text.title}1"],
        "B": [text.title, f"{text.kind} {text.number}", "*"],
        "C": ["Doc. XII-quater, N. 19", "Pag. 2", "NATO PARLIAMENTARY ASSEMBLY",
              f"{text.kind} n. {text.number}", f"{sentence} (*)"],
        "C, mark on the number": ["NATO PARLIAMENTARY ASSEMBLY",
                                  f"{text.kind} n. {text.number}(1)", sentence],
        "D": ["Google Buzz", "Facebook", f"{text.kind} {text.number} on {text.title}",
              f"* {text.note}"],
        "E": [f"Committee {text.kind.title()} {text.number}", "2027 Annual Session",
              f"{text.kind.title()} on {text.title.title()}", text.note],
        "spaced": ["N A T O   P a r l i a m e n t a r y   A s s e m b l y",
                   f"{text.kind} {text.number}", "on", text.title],
    }  # fmt: skip


@pytest.mark.parametrize("layout", heads(TRAINS))
def test_headings_of_every_layout_are_read(layout: str) -> None:
    """Kind, number, title and note are found in each of the layouts that were seen."""
    lines = plain(TRAINS, head=heads(TRAINS)[layout])
    (found,) = natopa.read(lines.encode()).texts
    check(found, TRAINS)
    assert not found.doubts


def test_a_draft_says_that_it_is_one() -> None:
    """A draft has its kind and presenter, and no number and no date of adoption."""
    head = ["187 ESC 27 E", "Original: English", "ECONOMICS AND SECURITY",
            "NATO Parliamentary Assembly", "DRAFT RESOLUTION", "on", CUSTOMS.title,
            "presented by", "Jane ROE (Canada)", "General Rapporteur"]  # fmt: skip
    (found,) = natopa.read(plain(CUSTOMS, head=head).encode()).texts
    assert (found.is_draft, found.kind, found.number) == (True, "resolution", None)
    assert (found.presenter, found.code) == ("Jane ROE", "187 ESC 27 E")
    assert found.title == CUSTOMS.title
    assert str(found) == f"draft resolution: {CUSTOMS.title}"


def test_prose_has_numbers_and_no_roles() -> None:
    """A declaration in prose has numbered paragraphs, of which none is a preamble."""
    text = (
        "DECLARATION 903\non\nSLEEPING CARS*\n1. The members of the club are troubled by recent"
        " timetables. They\nsay so.\n2. The club supports longer nights.\n3. In the event of"
        " shorter nights, the club recommends that:\na. berths be shared, and\nb. lamps be lit."
    )
    (found,) = natopa.read(text.encode()).texts
    assert [(p.name, p.role.value) for p in found.paragraphs] == [
        ("p1", "unknown"), ("p2", "unknown"), ("p3", "unknown"),
        ("p3-a", "operative"), ("p3-b", "operative"),
    ]  # fmt: skip
    roman = "DECLARATION 904\nLAMPS\nPreamble\ni. On 8 and 9 July lamps were lit.\nii. In the past they were not.\n"  # noqa: E501
    (found,) = natopa.read(roman.encode()).texts
    assert [(p.name, p.label) for p in found.paragraphs] == [("p1", "i."), ("p2", "ii.")]


def test_several_texts_and_languages_of_one_document_are_told_apart() -> None:
    """A contents page holds no text, and a text in a third language is left out, with a doubt."""
    italian = "RISOLUZIONE 902\nIL RISCALDAMENTO DELLE SALE\nL'Assemblea,\n1. Plaudendo a tutti;"
    contents = "CONTENTS\nDECLARATION 901 ........ 3\nRESOLUTION 902 ........ 5\nResolution 427"
    whole = "\f".join([contents, plain(TRAINS), plain(CUSTOMS), italian, plain(FRENCH)])
    document = natopa.read(whole.encode())
    assert [(t.number, t.language, t.page) for t in document.texts] == [
        (901, "en", 2), (902, "en", 3), (901, "fr", 5),
    ]  # fmt: skip
    for found, text in zip(document.texts, (TRAINS, CUSTOMS, FRENCH), strict=True):
        check(found, text)
    assert [doubt.kind.value for doubt in document.texts[1].doubts] == ["language"]


TORN: dict[str, tuple[str, set[str]]] = {
    "note and page code after the third paragraph": (plain(TRAINS, note_after=3), set()),
    "each number on a line of its own": (re.sub(r"(?m)^(\d+\.) ", r"\1\n", plain(TRAINS)), set()),
    "numbers glued to their words": (plain(TRAINS, number="{}.{}".format), set()),
    "opener and first paragraph in one line": (
        plain(TRAINS).replace("The Assembly,\n\n1.", "*The Assembly,1."), set()),
    "opener without its article": (plain(TRAINS, opener="Assembly,"), set()),
    "no mark before the note": (plain(TRAINS).replace("* Presented", "Presented"), set()),
    "narrow lines": (plain(TRAINS, width=45), set()),
    "no line ends": (" ".join(plain(TRAINS).split()), set()),
    "every number is 1.": (re.sub(r"(?m)^\d+\. ", "1. ", plain(TRAINS)), {"segmentation"}),
    "no numbers": (re.sub(r"(?m)^\d+\. ", "", plain(TRAINS)), {"segmentation"}),
    "neither numbers nor letters": (
        re.sub(r"(?m)^(\d+|[a-h])\. ", "", plain(TRAINS)), {"segmentation"}),
    "dashes": (re.sub(r"(?m)^([a-h]|\d+)\. ", "- ", plain(TRAINS)), {"segmentation"}),
    "each number after its first line": (
        re.sub(r"(?m)^(\d+)\. (.*)\n(.*)", r"\2\n\1.\n\3", plain(TRAINS)), {"number"}),
    "one number lost": (plain(TRAINS).replace("\n4. ", "\n"), {"number"}),
    "a number above the items before it": (
        plain(TRAINS).replace("\n9. CALLS", "\nCALLS").replace("\na. ", "\n9.\n\na. "),
        {"number"}),
}  # fmt: skip
"""What copies do to a page, and the doubts that it leaves."""


@pytest.mark.parametrize("torn", TORN)
def test_torn_pages_are_put_together(torn: str) -> None:
    """Names, roles and words survive what real copies do to a page; guesses are doubts."""
    lines, doubts = TORN[torn]
    (found,) = natopa.read(lines.encode()).texts
    wanted = [(name, role, uniform(words)) for name, _, role, _, words in TRAINS.paragraphs()]
    assert [(p.name, p.role.value, uniform(p.text)) for p in found.paragraphs] == wanted
    assert {doubt.kind.value for doubt in found.doubts} == doubts


def test_paragraphs_are_told_apart_where_all_is_glued() -> None:
    """Where spaces were lost with the line ends, names and roles stay, and a doubt says so."""
    for width in (45, 60, 88, 120):
        glued = "".join(plain(TRAINS, width=width).split("\n"))
        (found,) = natopa.read(glued.encode()).texts
        assert (found.kind, found.number) == ("declaration", 901)
        assert str(found.adopted) == "2027-05-24"
        wanted = [(name, role) for name, _, role, _, _ in TRAINS.paragraphs()]
        assert [(p.name, p.role.value) for p in found.paragraphs] == wanted
        assert "line ends were lost" in "".join(map(str, found.doubts))


BROKEN = {
    "hyphen": ("the so-called emergency", "the so-\ncalled emergency"),
    "space": ("Recalling the", "Recallingthe"),
    "ending": ("their connection;", "their connection"),
    "date": ("Monday 24", "Tuesday 24"),
    "characters": ("warm blankets", "warm blan\ufffdets"),
    "role": ("URGES", "Urges"),
    "left-out": ("The Assembly,\n", "The Assembly,\n\nUnnumbered words of nobody;\n"),
}


@pytest.mark.parametrize("kind", BROKEN)
def test_every_guess_is_a_doubt(kind: str) -> None:
    """What is guessed or broken is told, and an unbroken text leaves no doubt."""
    whole = plain(TRAINS, width=10_000)
    old, new = BROKEN[kind]
    assert old in whole
    assert not natopa.read(whole.encode()).texts[0].doubts
    (found,) = natopa.read(whole.replace(old, new).encode()).texts
    assert [doubt.kind.value for doubt in found.doubts] == [kind]
    assert len(found.paragraphs) == len(TRAINS.paragraphs())


def test_a_text_without_a_heading_is_one_with_a_doubt() -> None:
    """An opener alone makes a text, of which kind, number and title are not known."""
    (found,) = natopa.read(
        plain(CUSTOMS, head=["presented by the Political Committee"]).encode()
    ).texts
    assert (found.kind, found.number, found.title) == (None, None, None)
    assert [doubt.kind.value for doubt in found.doubts] == ["heading"]


def test_page_breaks_change_nothing() -> None:
    """A page may end after any line, with a code and a page number between the pages."""
    lines = plain(TRAINS).split("\n")
    wanted = natopa.read("\n".join(lines).encode()).texts[0]
    first = next(at for at, line in enumerate(lines) if line.startswith("1."))
    for at in range(first, len(lines) - 3):
        broken = [*lines[:at], "311 SESA 27 E 1", "\f2", *lines[at:]]
        (found,) = natopa.read("\n".join(broken).encode()).texts
        assert [(p.name, p.text) for p in found.paragraphs] == [
            (p.name, p.text) for p in wanted.paragraphs
        ]
