"""Tables, citations and Akoma Ntoso, as far as the standard library can judge them."""

from __future__ import annotations

import csv
import datetime as dt
import io
import json
import pickle
import sys
from pathlib import Path
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any
from xml.etree import ElementTree as ET

import attrs
import pytest

import natopa_declarations as natopa
from natopa_declarations import export
from natopa_declarations.errors import CannotWriteError, MissingExtraError
from natopa_declarations.export.citing import FORMATS
from natopa_declarations.export.tables import PARTIAL, TABLES
from natopa_declarations.model import (
    Citation,
    ClauseId,
    Copy,
    CopyKind,
    Fidelity,
    PartialDate,
    Reading,
    Role,
    Source,
    SourceId,
    SourceKind,
    Wording,
)
from tests import small_release
from tests.processes import printed_by

if TYPE_CHECKING:
    from natopa_declarations import Clause, Corpus, Declaration, Session, Statement
    from natopa_declarations.model import AdoptedText

ROOT = Path(__file__).parent.parent
RELEASES = [release.version for release in natopa.releases()]
AKN = "{http://docs.oasis-open.org/legaldocml/ns/akn/3.0}"
MINE = Source(
    id=SourceId("document-0123"),
    publisher="Me",
    kind=SourceKind.ASSEMBLY,
    url="file:///home/me/489.pdf",
)
WORDS = "every word of the paragraph as the Assembly printed it"
OTHER = "other words of a document"


@pytest.fixture(scope="module", params=[*RELEASES, "small"])
def corpus(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Corpus:
    """Return each packaged release, and the small one with every key of the format."""
    if request.param != "small":
        return natopa.load(request.param)
    folder: Path = tmp_path_factory.mktemp("small")
    return natopa.load(small_release.write(folder, small_release.documents()))


def with_document(clause: Clause) -> Clause:
    """Return a clause with words that a document of the user brought, and a reading from it."""
    citation = Citation(source=MINE)
    [first, *others] = clause.wordings
    reading = Reading(lemma=first.text.split()[0], citation=citation, text=OTHER)
    mine = Wording(text=WORDS, language="en", fidelity=Fidelity.OFFICIAL, citation=citation)
    wordings = (attrs.evolve(first, readings=(reading,)), *others, mine)
    return attrs.evolve(clause, wordings=wordings)


def text_with_document() -> Declaration:
    """Return Declaration 489 with words from a document, and a clause that only it has."""
    text = natopa.load("2026.1").declaration(489)
    clause = next(one for one in text.clauses if one.wordings)
    brought = attrs.evolve(
        clause,
        id=ClauseId("489#p99"),
        label="99.",
        summary=OTHER,
        citations=(Citation(source=MINE),),
        wordings=(),
        inference=None,
    )
    others = [with_document(one) if one is clause else one for one in text.clauses]
    return attrs.evolve(text, clauses=(*others, brought))


# Tables


def read(text: str) -> tuple[list[str], list[dict[str, str]]]:
    """Return the header and the rows of a CSV, as a reader that knows nothing else has them."""
    reader = csv.DictReader(io.StringIO(text, newline=""))
    rows = list(reader)
    return list(reader.fieldnames or ()), rows


def as_written(cell: object) -> str:
    """Return what the CSV has for a cell."""
    if isinstance(cell, list):
        return ";".join(cell)
    if isinstance(cell, bool):
        return "true" if cell else "false"
    return "" if cell is None else str(cell)


@pytest.mark.slow
@pytest.mark.parametrize("kind", TABLES)
def test_csv_reads_back(kind: str, corpus: Corpus) -> None:
    """A reader of CSV finds every column and cell of every table."""
    table = corpus.table(kind)
    header, rows = read(table.to_csv())
    plain = table.to_dict()
    assert header == [column.name for column in table.columns] == list(plain)
    assert len(rows) == len(table)
    for name in header:
        assert [row[name] for row in rows] == [as_written(cell) for cell in plain[name]]


@pytest.mark.slow
@pytest.mark.parametrize("kind", TABLES)
def test_cells_have_the_type_of_their_column(kind: str, corpus: Corpus) -> None:
    """Each cell is blank or of the plain type that the schema fixes, in every release."""
    types = {"text": str, "integer": int, "boolean": bool, "date": dt.date, "list of text": list}
    table = corpus.table(kind)
    for column, cells in zip(table.columns, table.to_dict().values(), strict=True):
        assert {type(cell) for cell in cells} <= {types[column.type], type(None)}, column.name
    assert table.columns == natopa.load("2026.1").table(kind).columns
    assert table.kind == kind
    assert table.release == corpus.release.version


def test_the_page_has_every_column() -> None:
    """The reference page has a table for each kind, with its columns, types and meanings."""
    page = (ROOT / "docs" / "reference" / "exports" / "tables.md").read_text(encoding="utf-8")
    corpus = natopa.load("2026.1")
    for kind in TABLES:
        rows = [
            f"| `{column.name}` | {column.type} | {column.description} |"
            for column in corpus.table(kind).columns
        ]
        head = f"## {kind}\n\n| Column | Type | Has |\n|---|---|---|\n"
        assert head + "\n".join(rows) + "\n" in page


@pytest.mark.parametrize("kind", sorted(TABLES))
def test_lists_can_be_taken_apart_in_csv(kind: str, corpus: Corpus) -> None:
    """No item of a list has the semicolon that stands between the items of a CSV."""
    table = corpus.table(kind)
    for column, cells in zip(table.columns, table.cells, strict=True):
        if column.type == "list of text":
            assert not [cell for cell in cells if isinstance(cell, tuple) and ";" in "".join(cell)]


@pytest.mark.slow
def test_no_cell_is_a_formula() -> None:
    """A spreadsheet takes what begins with one of four signs for a formula; no cell does.

    A sign by itself, such as the dash of an item, is not a formula.
    """

    def formulas(kind: str, corpus: Corpus) -> list[object]:
        cells = [cell for column in corpus.table(kind).cells for cell in column]
        words = [cell for cell in cells if isinstance(cell, str) and len(cell) > 1]
        return [cell for cell in words if cell[0] in "=+-@"]

    for version in RELEASES:
        for kind in TABLES:
            assert formulas(kind, natopa.load(version)) == []


def test_every_record_has_its_row(corpus: Corpus) -> None:
    """The ids of the tables are those of the records, in the same order."""
    for kind in TABLES:
        collection = getattr(corpus, kind.replace("-", "_"), None)
        if collection is not None:
            ids = [record.id for record in collection()]
            assert corpus.table(kind).to_dict()["id"] == ids, kind
    votes = [vote.id for text in corpus.texts() for vote in text.votes for _ in vote.accounts]
    assert corpus.table("votes").to_dict()["id"] == votes
    assert set(PARTIAL.values()) <= set(TABLES)


def holding(text: AdoptedText) -> Any:
    """Return what the tables read of a corpus, with one text and nothing else."""
    return SimpleNamespace(texts=lambda: (text,), statements=tuple)


def test_a_vote_without_an_account_has_a_row() -> None:
    """Nothing that is recorded is lost, and its figures are blank."""
    from natopa_declarations.export.text_tables import VOTES, vote_rows

    text = natopa.load("2026.1").declaration(489)
    bare = attrs.evolve(text, votes=(attrs.evolve(text.votes[0], accounts=()),))
    [row] = vote_rows(holding(bare), _=False)
    filled = {one.column.name: one.fill(row) for one in VOTES}
    assert filled["id"] == "489#vote-amendment"
    assert (filled["account"], filled["against"], filled["sources"]) == (None, None, ())


def test_a_table_is_a_value() -> None:
    """It compares, hashes, pickles and prints as the values do, and hands out copies."""
    table = natopa.load("2026.1").table("texts")
    again = natopa.load("2026.1").table("texts")
    assert table == again
    assert hash(table) == hash(again)
    assert pickle.loads(pickle.dumps(table)) == table
    assert repr(table).startswith("<Table texts of 2026.1: 2 x ")
    table.to_dict()["sources"][0].clear()  # type: ignore[union-attr]
    assert table == again
    assert table != natopa.load("2026.2").table("texts")
    assert table.to_csv() == again.to_csv()


def test_a_table_is_written_into_a_file(tmp_path: Path) -> None:
    """The bytes are those of the text, on every system."""
    table = natopa.load("2026.1").table("statements")
    table.to_csv(tmp_path / "a.csv")
    table.to_csv(str(tmp_path / "b.csv"))
    assert (tmp_path / "a.csv").read_bytes() == table.to_csv().encode()
    assert (tmp_path / "a.csv").read_bytes() == (tmp_path / "b.csv").read_bytes()


@pytest.mark.parametrize("name", ["nowhere/a.csv", ".", "nul\0l"])
def test_what_cannot_be_written_is_said(name: str, tmp_path: Path) -> None:
    """A folder that is missing, a folder in place of a file, a name that no file can have."""
    with pytest.raises(CannotWriteError, match="cannot write") as caught:
        natopa.load("2026.1").table("topics").to_csv(tmp_path / name)
    assert caught.value.path == str(tmp_path / name)
    assert caught.value.reason
    assert isinstance(caught.value, OSError)
    assert str(pickle.loads(pickle.dumps(caught.value))) == str(caught.value)


def test_without_pyarrow_the_extra_is_named(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """Arrow and Parquet need it; CSV and dict do not."""
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    table = natopa.load("2026.1").table("topics")
    with pytest.raises(MissingExtraError, match=r'pip install "natopa-declarations\[arrow\]"'):
        table.to_parquet(tmp_path / "topics.parquet")
    with pytest.raises(MissingExtraError) as caught:
        table.__arrow_c_stream__()
    assert (caught.value.missing, caught.value.extra) == ("pyarrow", "arrow")
    assert isinstance(caught.value, ImportError)
    assert len(table.to_csv().splitlines()) == len(table) + 1


@pytest.mark.parametrize(
    ("kind", "message"),
    [("clause", "did you mean 'clauses'"), ("nonsense", "the tables are texts, clauses")],
)
def test_an_unknown_table_is_an_error(kind: str, message: str) -> None:
    """With suggestions, and with the tables that there are."""
    with pytest.raises(natopa.NotFoundError, match=message):
        natopa.load("2026.1").table(kind)
    with pytest.raises(TypeError, match="the kind of a table"):
        natopa.load("2026.1").table(7)  # type: ignore[arg-type]


@pytest.mark.slow
def test_importing_the_package_imports_no_exporter() -> None:
    """Neither the first answer nor a table brings in what only one format needs."""
    code = (
        "import sys, natopa_declarations as natopa; natopa.load().declaration(489).title;"
        " print(sorted(name for name in sys.modules if 'export' in name or name in"
        " {'csv', 'pyarrow', 'pandas', 'xml', 'lxml'}))"
    )
    assert printed_by(code, "-I") == "[]\n"
    code = (
        "import sys, natopa_declarations as natopa; natopa.load().table('texts').to_csv();"
        " print(sorted({'pyarrow', 'pandas', 'xml'} & set(sys.modules)))"
    )
    assert printed_by(code, "-I") == "[]\n"


# Citations


def citable(corpus: Corpus) -> list[AdoptedText | Clause | Statement | Session | Source]:
    """Return every record that can be cited."""
    return [
        *corpus.texts(),
        *corpus.clauses(),
        *corpus.statements(),
        *corpus.sessions(),
        *corpus.sources(),
    ]


@pytest.mark.slow
def test_every_record_is_cited_in_one_line(corpus: Corpus) -> None:
    """Each has a sentence of its own that pins release and record, and has no blank in it."""
    lines = export.cite(citable(corpus), corpus=corpus).splitlines()
    for record, line in zip(citable(corpus), lines, strict=True):
        pinned = f" (natopa-declarations {corpus.release.version}, record {record.id})"
        assert line.endswith(pinned)
        assert "None" not in line.removesuffix(pinned)
        assert ", ," not in line
        assert line == record.cite(corpus=corpus)


SENTENCES = {
    "489": "Declaration 489, Standing with Ukraine until Victory, Sofia, 27 May 2024",
    "393": "Resolution 393, Prague, 2012",
    "2006-georgia": "Declaration, [The relationship of Georgia with NATO], Paris, 30 May 2006",
    "shortcut-1310-western-balkans": "Resolution, [The Western Balkans]",
    "2024-spring": "2024 Spring Session, Sofia, 24 to 27 May 2024",
    "2020-annual": "2020 Annual Session, online, 18 to 23 November 2020",
    "489#lift-restrictions": "489, clause lift-restrictions",
}
"""What stands after the name of the Assembly."""


@pytest.mark.parametrize("reference", SENTENCES)
def test_a_sentence_says_what_is_known_and_no_more(reference: str) -> None:
    """Untitled, unnumbered and undated records have what they have; nothing is made up."""
    sentence = f"NATO Parliamentary Assembly, {SENTENCES[reference]}"
    assert natopa.load("2026.2")[reference].cite() == sentence


def test_a_source_is_cited_by_its_publisher_and_address() -> None:
    """An article has the day and the address; a document has its official code."""
    corpus = natopa.load("2026.2")
    url = "https://en.lb.ua/news/2024/05/27/29512_nato_pa_urges_governments_allow.html"
    assert corpus.source("lb-ua-29512").cite() == f"LB.ua, 27 May 2024, {url}"
    document = next(source for source in corpus.sources() if source.code is not None)
    assert document.cite().startswith(f"{document.publisher}, {document.code}, ")


def test_a_clause_is_cited_in_its_text() -> None:
    """With its corpus, a clause is cited with the title and number of its text."""
    corpus = natopa.load("2026.1")
    clause = corpus.clause("489#lift-restrictions")
    assert clause.cite(corpus=corpus) == (
        "NATO Parliamentary Assembly, Declaration 489, Standing with Ukraine until Victory,"
        " clause lift-restrictions, Sofia, 27 May 2024"
        " (natopa-declarations 2026.1, record 489#lift-restrictions)"
    )
    [item] = json.loads(clause.cite("csl-json", corpus=corpus))
    assert (item["id"], item["section"]) == ("489#lift-restrictions", "lift-restrictions")
    labelled = attrs.evolve(clause, label="14.")
    assert "clause 14," in labelled.cite(corpus=corpus)
    nameless = attrs.evolve(clause, id=ClauseId("slug#lift"))
    assert nameless.cite() == "NATO Parliamentary Assembly, clause lift, slug#lift"


def test_a_period_over_two_months_or_years_is_written_out() -> None:
    """What the first and the last day share stands once."""
    session = natopa.load("2026.1").session("2024-spring")
    for start, end, words in (
        ("2024-05-24", "2024-06-01", "24 May to 1 June 2024"),
        ("2024-12-30", "2025-01-02", "30 December 2024 to 2 January 2025"),
        ("2024-05", "2024-06", "May to June 2024"),
        ("2024-05-24", "2024-05-24", "24 May 2024"),
    ):
        moved = attrs.evolve(session, start=PartialDate.parse(start), end=PartialDate.parse(end))
        assert moved.cite().endswith(f"Sofia, {words}")
    undated = attrs.evolve(session, start=None, end=None, held=False)
    assert undated.cite().endswith("Sofia, 2024")
    assert "called off" in undated.cite("csl-json")


@pytest.mark.slow
@pytest.mark.parametrize("format_", FORMATS)
def test_citations_of_several_are_those_of_each(format_: str, corpus: Corpus) -> None:
    """What is cited together is what is cited one by one, and the same each time."""
    records = citable(corpus)
    together = export.cite(records, format_, corpus=corpus)
    assert together == export.cite(tuple(records), format_, corpus=corpus)
    alone = [record.cite(format_, corpus=corpus) for record in records]
    if format_ == "csl-json":
        assert json.loads(together) == [json.loads(one)[0] for one in alone]
    else:
        assert together == ("\r\n" if format_ == "ris" else "\n").join(alone)
    assert export.cite([], format_) in {"", "[]"}


def test_a_release_is_cited_as_data() -> None:
    """By its maintainers, with its version and digest; whatever a folder calls itself."""
    corpus = natopa.load("2026.1")
    [item] = json.loads(corpus.cite("csl-json"))
    assert (item["type"], item["id"]) == ("dataset", "2026.1")
    assert corpus.release.digest in item["note"]
    assert corpus.cite().startswith(
        "The natopa-declarations maintainers, natopa-declarations 2026.1"
    )
    assert corpus.cite("ris").startswith("TY  - DATA\r\nID  - natopa-2026.1\r\n")
    odd = attrs.evolve(corpus.release, version="my {own}\n release", digest="")
    mine = type(corpus)(release=odd, records=corpus._records, index=corpus._index)
    assert mine.cite("bibtex").startswith("@misc{natopa-my--own---release,\n")
    assert "(natopa-declarations my {own} release, record 489)" in mine.text(489).cite(corpus=mine)
    xml = export.akoma_ntoso(mine.declaration(489), corpus=mine)
    assert "/my%20%7Bown%7D%0A%20release.akn" in xml


def test_what_cannot_be_cited_is_said() -> None:
    """An unknown format, a record of another kind, a wrong type: one clear error each."""
    corpus = natopa.load("2026.1")
    with pytest.raises(natopa.NotFoundError, match="did you mean 'bibtex'"):
        corpus.text(489).cite("bibtx")
    with pytest.raises(natopa.NotFoundError, match="it is a Person; texts, clauses"):
        corpus.person("Cherniev").cite()
    with pytest.raises(natopa.NotFoundError, match="no adopted text '488'"):
        attrs.evolve(corpus.clauses()[0], id=ClauseId("488#nonsense")).cite(corpus=corpus)
    with pytest.raises(TypeError, match="expected a Corpus, found a dict"):
        corpus.text(489).cite(corpus={})
    with pytest.raises(TypeError, match="expected a record"):
        export.cite("489")  # type: ignore[arg-type]
    with pytest.raises(TypeError, match="a format of citations"):
        corpus.text(489).cite(3)  # type: ignore[arg-type]


# Akoma Ntoso


@pytest.mark.slow
def test_each_text_is_well_formed(corpus: Corpus) -> None:
    """An XML reader reads each, and every mark in it leads to an element of its own."""
    for text in corpus.texts():
        root = ET.fromstring(export.akoma_ntoso(text, corpus=corpus))  # noqa: S314 - our own.
        names = [each.get("eId") for each in root.iter() if each.get("eId")]
        assert len(set(names)) == len(names)
        marks = " ".join([each.get("refersTo", "") for each in root.iter()]).split()
        assert {mark[1:] for mark in marks} <= set(names)


def test_words_that_are_not_the_texts_are_no_text() -> None:
    """Our summary and words in translation are never given as words of the text."""
    corpus = natopa.load("2026.1")
    xml = export.akoma_ntoso(corpus.declaration(489), corpus=corpus)
    for clause in corpus.declaration(489).clauses:
        for wording in clause.wordings:
            quoted = wording.fidelity in {Fidelity.OFFICIAL, Fidelity.QUOTED}
            assert (f"{wording.text}</p>" in xml) == quoted
        assert f">{clause.summary}</p>" not in xml


def test_what_xml_cannot_hold_is_replaced() -> None:
    """A character that no XML may have does not make the document unreadable."""
    text = attrs.evolve(natopa.load("2026.1").declaration(489), title='A \x00 \ufffe "<&>"')
    root = ET.fromstring(export.akoma_ntoso(text))  # noqa: S314 - our own.
    assert root.findtext(f".//{AKN}docTitle") == 'A \ufffd \ufffd "<&>"'


def test_a_language_of_which_nothing_is_held_is_an_error() -> None:
    """And it names those that are; what is held in another language is given in that one."""
    text = natopa.load("2026.1").declaration(489)
    with pytest.raises(natopa.NotFoundError, match="in the language 'fr'; its words are in"):
        export.akoma_ntoso(text, language="fr")
    clause = text.clauses[0]
    words = Wording(
        text="condamnant", language="fr-FR", fidelity=Fidelity.QUOTED,
        citation=clause.citations[0],
    )  # fmt: skip
    french = attrs.evolve(
        text, clauses=(attrs.evolve(clause, wordings=(words,)), *text.clauses[1:])
    )
    root = ET.fromstring(export.akoma_ntoso(french, language="fr"))  # noqa: S314 - our own.
    assert root.find(f".//{AKN}FRBRLanguage") is None
    assert [each.get("language") for each in root.iter(f"{AKN}FRBRlanguage")] == ["fra"]
    assert [each.text for each in root.iter(f"{AKN}p") if each.text] == ["condamnant"]
    remark = next(root.iter(f"{AKN}remark"))
    assert remark.get("{http://www.w3.org/XML/1998/namespace}lang") == "en"
    assert "condamnant" not in export.akoma_ntoso(french)


def test_a_clause_of_which_the_part_is_not_known_says_so() -> None:
    """It stands in the body, and is marked: nobody is told that it is operative."""
    text = natopa.load("2026.1").declaration(489)
    clause = attrs.evolve(text.clauses[0], role=Role.UNKNOWN, inference="It fits.")
    root = ET.fromstring(export.akoma_ntoso(attrs.evolve(text, clauses=(clause,))))  # noqa: S314
    [paragraph] = root.iter(f"{AKN}paragraph")
    assert {"#role-unknown", "#is-inferred"} <= set(paragraph.get("refersTo", "").split())
    assert not list(root.iter(f"{AKN}recital"))


def test_only_texts_are_deliberations() -> None:
    """A wrong type is an error of the caller."""
    corpus = natopa.load("2026.1")
    with pytest.raises(TypeError, match="expected a declaration or resolution"):
        export.akoma_ntoso(corpus.session("2024-spring"))  # type: ignore[arg-type]
    with pytest.raises(TypeError, match="expected a Corpus"):
        export.akoma_ntoso(corpus.declaration(489), corpus={})
    with pytest.raises(TypeError, match="a language"):
        export.akoma_ntoso(corpus.declaration(489), language=None)  # type: ignore[arg-type]


# Format 2


def test_what_format_2_brought_is_in_every_export(tmp_path: Path) -> None:
    """Countries, cited texts, how a clause was seen, copies, and who prints the same words."""
    files = small_release.documents()
    corpus = natopa.load(small_release.write(tmp_path, files))
    [clause] = [one for one in corpus.clauses() if one.countries]
    at = corpus.table("clauses").to_dict()["id"].index(clause.id)
    row = {name: cells[at] for name, cells in corpus.table("clauses").to_dict().items()}
    assert row["countries"] == list(clause.countries)
    assert row["cited_texts"] == list(clause.cited_texts) != []
    assert row["seen"] == str(clause.seen)
    assert row["opening"] == clause.opening
    [text] = [one for one in corpus.texts() if one.copies]
    copies = corpus.table("copies").to_dict()
    assert copies["url"] == [copy.source.url for copy in text.copies]
    assert [one for one in corpus.table("wordings").to_dict()["confirmed_by"] if one]
    xml = export.akoma_ntoso(text, corpus=corpus)
    assert f'eId="country-{clause.countries[0]}"' in xml
    assert f'eId="text-{clause.cited_texts[0]}" name="' in xml
    assert 'name="copy"' in xml


@pytest.mark.parametrize(
    ("kind", "inference", "language", "is_cited"),
    [
        ("official", None, "fr", True),
        ("official", None, "en-GB", True),
        ("official", "It follows a pattern.", "en", False),
        ("reprint", None, "en", False),
    ],
)
def test_the_address_of_a_text_is_that_of_an_official_copy(
    kind: str, inference: str | None, language: str, *, is_cited: bool
) -> None:
    """An address that was worked out, and the copy of somebody else, are not cited."""
    text = natopa.load("2026.1").declaration(489)
    [source, other] = [citation.source for citation in text.citations[:2]]
    copy = Copy(source=source, language=language, kind=CopyKind(kind), inference=inference)
    late = Copy(source=other, language="de", kind=CopyKind.OFFICIAL)
    cited = attrs.evolve(text, copies=(copy,)).cite()
    assert cited.endswith(source.url) is is_cited
    assert attrs.evolve(text, copies=(late, copy)).cite().endswith(other.url) is (
        not is_cited or language == "fr"
    )


# Words that a document of the user brought


def test_words_of_a_document_stay_out_unless_asked_for() -> None:
    """The words, the readings and the clauses of a document leave only when asked for."""
    text = text_with_document()
    held_back = export.akoma_ntoso(text)
    assert WORDS not in held_back
    assert OTHER not in held_back
    assert "home/me" not in held_back
    asked = export.akoma_ntoso(text, documents=True)
    assert f">{WORDS}</p>" in asked
    assert OTHER in asked
    root = ET.fromstring(asked)  # noqa: S314 - our own.
    [whole] = [
        each for each in root.iter() if each.get("wId") and WORDS in "".join(each.itertext())
    ]
    assert whole.get("status") is None


def test_a_document_that_was_read_is_held_back_too() -> None:
    """What the reader brings into a corpus is what the exports hold back, and give when asked."""
    document = natopa.read(
        b"DECLARATION 489\nSTANDING WITH UKRAINE UNTIL VICTORY\nThe Assembly,\n"
        b"1. Holding an invented view;\n2. URGES nobody in particular to read invented words."
    )
    corpus = natopa.load("2026.1").with_documents(document)
    for documents in (False, True):
        xml = export.akoma_ntoso(corpus.declaration(489), corpus=corpus, documents=documents)
        assert ("invented" in xml) is documents
        for kind in TABLES:
            words = corpus.table(kind, documents=documents).to_csv()
            brought = documents and kind in {"wordings", "clauses", "sources"}
            assert ("invented" in words or "document-" in words) is brought, kind
    assert "invented" not in export.schema_org(corpus.declaration(489))
    assert "invented" not in export.cite(corpus.texts(), "csl-json", corpus=corpus)


def test_tables_leave_out_the_words_of_documents() -> None:
    """In each table that has words, and in that of the sources."""
    from natopa_declarations.export import text_tables, word_tables

    corpus = holding(text_with_document())
    for documents in (False, True):
        wordings = word_tables.wording_rows(corpus, documents)
        readings = word_tables.reading_rows(corpus, documents)
        clauses = text_tables.clause_rows(corpus, documents)
        assert (WORDS in [row.wording.text for row in wordings]) is documents
        assert (OTHER in [row.reading.text for row in readings]) is documents
        assert ("489#p99" in [row.clause.id for row in clauses]) is documents
        [row] = text_tables.text_rows(corpus, documents)
        assert len(row.clauses) == 14 + documents


def test_a_citation_names_no_file_of_the_user() -> None:
    """A statement whose words a document brought is not cited by the address of that document."""
    statement = natopa.load("2026.1").statements()[0]
    mine = attrs.evolve(statement.wordings[0], citation=Citation(source=MINE))
    assert "home/me" not in attrs.evolve(statement, wordings=(mine,)).cite()
    assert "lb.ua" in attrs.evolve(statement, wordings=(mine, *statement.wordings)).cite()


# schema.org


def test_a_page_can_say_what_it_is_about(corpus: Corpus) -> None:
    """Texts, sessions and the release have JSON-LD; none of it is a word of a text."""
    for record in (corpus, *corpus.texts(), *corpus.sessions()):
        node = json.loads(export.schema_org(record))
        assert node["@type"] in {"Dataset", "Legislation", "Event"}
        assert "url" not in node
        assert None not in node.values()
    text = text_with_document()
    assert WORDS not in export.schema_org(text)
    assert "489#p99" not in export.schema_org(text)


def test_sessions_that_were_called_off_say_so() -> None:
    """And those that met online are at no place."""
    corpus = natopa.load("2026.2")
    off = next(session for session in corpus.sessions() if not session.held)
    assert json.loads(export.schema_org(off))["eventStatus"].endswith("/EventCancelled")
    online = json.loads(export.schema_org(corpus.session("2020-annual")))
    assert online["eventAttendanceMode"].endswith("/OnlineEventAttendanceMode")
    assert "location" not in online
    with pytest.raises(natopa.NotFoundError, match="texts, sessions and corpora"):
        export.schema_org(corpus.person("Cherniev"))


def test_no_source_of_a_release_looks_like_a_document_of_the_user() -> None:
    """The ids by which documents are told apart are theirs alone."""
    for version in RELEASES:
        for source in natopa.load(version).sources():
            assert not source.id.startswith("document-")
