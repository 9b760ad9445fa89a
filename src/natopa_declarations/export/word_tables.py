"""The tables about words: wordings, readings, statements and claims."""

from __future__ import annotations

from typing import NamedTuple

from .._corpus.corpus import Corpus
from ..model.claims import Claim
from ..model.sources import Citation
from ..model.statements import Statement
from ..model.wordings import Reading, Wording
from . import brought
from .columns import Filled, boolean, dates, integer, sources, text, texts, word


class WordingRow(NamedTuple):
    """A wording, and the record and field that contain it."""

    ref: str
    field: str
    position: int
    wording: Wording
    confirmed_by: tuple[Citation, ...]


class ReadingRow(NamedTuple):
    """A reading, and the wording that it differs from."""

    wording: WordingRow
    position: int
    reading: Reading


class StatementRow(NamedTuple):
    """A statement, and those of its wordings that are exported."""

    statement: Statement
    wordings: tuple[Wording, ...]


def wording_rows(corpus: Corpus, documents: bool) -> list[WordingRow]:
    """Return a row for each wording: of titles, clauses and statements."""
    fields: list[tuple[str, str, tuple[Wording, ...]]] = []
    for adopted in corpus.texts():
        fields.append((adopted.id, "titles", adopted.titles))
        fields += [(f"{adopted.id}@{one.name}", "titles", one.titles) for one in adopted.editions]
        clauses = brought.clauses(adopted, documents=documents)
        fields += [(clause.id, "wordings", clause.wordings) for clause in clauses]
    fields += [(one.id, "wordings", one.wordings) for one in corpus.statements()]
    return [
        WordingRow(
            ref, field, position, wording,
            brought.exported(wording.confirmed_by, documents=documents),
        )
        for ref, field, wordings in fields
        for position, wording in enumerate(brought.exported(wordings, documents=documents), 1)
    ]  # fmt: skip


def reading_rows(corpus: Corpus, documents: bool) -> list[ReadingRow]:
    """Return a row for each reading of each wording."""
    return [
        ReadingRow(row, position, reading)
        for row in wording_rows(corpus, documents)
        for position, reading in enumerate(
            brought.exported(row.wording.readings, documents=documents), 1
        )
    ]


def statement_rows(corpus: Corpus, documents: bool) -> list[StatementRow]:
    """Return a row for each statement."""
    return [
        StatementRow(one, brought.exported(one.wordings, documents=documents))
        for one in corpus.statements()
    ]


WORDINGS: tuple[Filled[WordingRow], ...] = (
    text("record", lambda row: row.ref, "The reference of the record that has the words"),
    text("field", lambda row: row.field, "The field that has them: `wordings` or `titles`"),
    integer("position", lambda row: row.position, "Its place in the field, from 1"),
    text("text", lambda row: row.wording.text, "The words, as the source prints them"),
    text("language", lambda row: row.wording.language, "Their language: a BCP 47 tag"),
    word("fidelity", lambda row: row.wording.fidelity, "How near they are to the text's words"),
    text("source", lambda row: row.wording.citation.source.id, "The id of the source"),
    text("locator", lambda row: row.wording.citation.locator, "The place in the source"),
    texts("confirmed_by", lambda row: [one.source.id for one in row.confirmed_by],
          "The ids of the other sources that print the same words"),
    integer("readings", lambda row: len(row.wording.readings), "The number of its readings"),
    text("inference", lambda row: row.wording.inference, "Our reasoning about whose they are"),
)  # fmt: skip

READINGS: tuple[Filled[ReadingRow], ...] = (
    text("record", lambda row: row.wording.ref, "The reference of the record"),
    text("field", lambda row: row.wording.field, "The field that has the wording"),
    integer("wording", lambda row: row.wording.position, "The place of the wording, from 1"),
    integer("position", lambda row: row.position, "The place of the reading, from 1"),
    text("lemma", lambda row: row.reading.lemma, "The words of the wording"),
    text("text", lambda row: row.reading.text, "The words of the other source; blank for none"),
    text("language", lambda row: row.reading.language or row.wording.wording.language,
         "The language of `text`: a BCP 47 tag"),
    text("source", lambda row: row.reading.citation.source.id, "The id of the other source"),
    text("locator", lambda row: row.reading.citation.locator, "The place in that source"),
    text("note", lambda row: row.reading.note, "What a reader should know"),
)  # fmt: skip

STATEMENTS: tuple[Filled[StatementRow], ...] = (
    text("id", lambda row: row.statement.id, "The id of the statement"),
    text("speaker", lambda row: row.statement.speaker.id, "The id of who made it"),
    text("speaker_name", lambda row: row.statement.speaker.name, "The name of who made it"),
    text("capacity", lambda row: row.statement.capacity, "The capacity in which the person spoke"),
    word("medium", lambda row: row.statement.medium, "Where it was said"),
    *dates("date", lambda row: row.statement.date, "When it was said"),
    text("summary", lambda row: row.statement.summary, "What was said, in our words"),
    texts("about", lambda row: row.statement.about, "The references of what it is about"),
    integer("wordings", lambda row: len(row.wordings), "The number of its known wordings"),
    integer(
        "accounts", lambda row: len(row.statement.accounts), "The number of accounts that differ"
    ),
    sources(lambda row: [one.citation for one in row.wordings], "The ids of who prints it"),
    text("note", lambda row: row.statement.note, "What a reader should know"),
)

CLAIMS: tuple[Filled[Claim], ...] = (
    text("id", lambda claim: claim.id, "The id of the claim"),
    text("label", lambda claim: claim.label, "A short label"),
    word("kind", lambda claim: claim.kind, "The kind of assertion"),
    text("text", lambda claim: claim.text, "What the source asserts"),
    text("source", lambda claim: claim.citation.source.id, "The id of the source"),
    text("locator", lambda claim: claim.citation.locator, "The place in the source"),
    texts("about", lambda claim: claim.about, "The references of what it is about"),
    word("verdict", lambda claim: claim.verdict, "How it compares with the other sources"),
    text("finding", lambda claim: claim.finding, "The same in our words"),
    texts("evidence", lambda claim: dict.fromkeys([one.source.id for one in claim.evidence]),
          "The ids of the sources that the finding rests on"),
    boolean("is_inferred", lambda claim: claim.inference is not None, "Whether we inferred it"),
    text("inference", lambda claim: claim.inference, "Our reasoning"),
)  # fmt: skip
