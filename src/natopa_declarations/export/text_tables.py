"""The tables about adopted texts: texts, clauses, votes and copies."""

from __future__ import annotations

from typing import NamedTuple

from .._corpus.corpus import Corpus
from ..model.clauses import Clause
from ..model.texts import AdoptedText, Copy
from ..model.votes import Vote, VoteAccount
from ..model.wordings import Wording
from . import brought
from .columns import Filled, boolean, dates, id_or_none, ids, integer, sources, text, texts, word


class TextRow(NamedTuple):
    """A text, and those of its clauses and copies that are exported."""

    text: AdoptedText
    clauses: tuple[Clause, ...]
    copies: tuple[Copy, ...]


class ClauseRow(NamedTuple):
    """A clause, its text, its place there, and those of its wordings that are exported."""

    text: AdoptedText
    position: int
    clause: Clause
    wordings: tuple[Wording, ...]


class CopyRow(NamedTuple):
    """A copy of a text."""

    text: AdoptedText
    position: int
    copy: Copy


class VoteRow(NamedTuple):
    """One account of a vote, or a vote without an account."""

    text: AdoptedText
    vote: Vote
    position: int | None
    account: VoteAccount | None


def kind_of(found: AdoptedText) -> str:
    """Return ``declaration`` or ``resolution``."""
    return type(found).__name__.lower()


def text_rows(corpus: Corpus, documents: bool) -> list[TextRow]:
    """Return a row for each text."""
    return [
        TextRow(
            one,
            brought.clauses(one, documents=documents),
            brought.exported(one.copies, documents=documents),
        )
        for one in corpus.texts()
    ]


def clause_rows(corpus: Corpus, documents: bool) -> list[ClauseRow]:
    """Return a row for each clause, in the order of the texts."""
    return [
        ClauseRow(one, position, clause, brought.exported(clause.wordings, documents=documents))
        for one in corpus.texts()
        for position, clause in enumerate(brought.clauses(one, documents=documents), 1)
    ]


def copy_rows(corpus: Corpus, documents: bool) -> list[CopyRow]:
    """Return a row for each copy of each text."""
    return [
        CopyRow(one, position, copy)
        for one in corpus.texts()
        for position, copy in enumerate(brought.exported(one.copies, documents=documents), 1)
    ]


def vote_rows(corpus: Corpus, _: bool) -> list[VoteRow]:
    """Return a row for each account of each vote; accounts are never added up."""
    return [
        VoteRow(one, vote, position, account)
        for one in corpus.texts()
        for vote in one.votes
        for position, account in _accounts(vote)
    ]


def _accounts(vote: Vote) -> list[tuple[int | None, VoteAccount | None]]:
    return [*enumerate(vote.accounts, 1)] or [(None, None)]


def _session(row: TextRow | ClauseRow) -> str | None:
    return id_or_none(row.text.session)


def _city(row: TextRow) -> str | None:
    return None if row.text.session is None else row.text.session.city


def _country(row: TextRow) -> str | None:
    return None if row.text.session is None else row.text.session.country


TEXTS: tuple[Filled[TextRow], ...] = (
    text("id", lambda row: row.text.id, "The id of the text"),
    text("kind", lambda row: kind_of(row.text), "`declaration` or `resolution`"),
    integer("number", lambda row: row.text.number, "The number in the series that they share"),
    text("title", lambda row: row.text.title, "The title in English"),
    text("subject", lambda row: row.text.subject, "What it is about, where the title is unknown"),
    text("session", _session, "The id of the session that adopted it"),
    integer("year", lambda row: row.text.year, "The year of `adopted`, else that of the session"),
    text("city", _city, "The city of the session"),
    text("country", _country, "The country of the session: ISO 3166-1 alpha-2"),
    *dates("adopted", lambda row: row.text.adopted, "When the plenary adopted it"),
    text("presenter", lambda row: id_or_none(row.text.presenter), "The id of who presented it"),
    text("committee", lambda row: id_or_none(row.text.committee), "The id of the committee"),
    text("rapporteur", lambda row: id_or_none(row.text.rapporteur), "The id of the rapporteur"),
    text("code", lambda row: row.text.code, "The official code of its document"),
    text("summary", lambda row: row.text.summary, "What it says, in our words"),
    word("coverage", lambda row: row.text.coverage, "How much of it the release has"),
    word("confidence", lambda row: row.text.confidence, "How well the record is sourced"),
    integer("clauses", lambda row: len(row.clauses), "The number of its clauses in the release"),
    ids("amendments", lambda row: row.text.amendments, "The ids of its amendments"),
    ids("votes", lambda row: row.text.votes, "The ids of the votes on it"),
    texts("related", lambda row: [each.target for each in row.text.relations],
          "The texts that it cites, follows or was adopted with"),
    integer("copies", lambda row: len(row.copies), "The number of known copies"),
    sources(lambda row: row.text.citations, "The ids of the sources"),
    boolean("is_inferred", lambda row: row.text.inference is not None, "Whether we inferred it"),
    text("inference", lambda row: row.text.inference, "Our reasoning"),
    text("note", lambda row: row.text.note, "What a reader should know"),
)  # fmt: skip

CLAUSES: tuple[Filled[ClauseRow], ...] = (
    text("id", lambda row: row.clause.id, "The id of the clause"),
    text("text", lambda row: row.text.id, "The id of its text"),
    text("text_kind", lambda row: kind_of(row.text), "`declaration` or `resolution`"),
    integer("text_number", lambda row: row.text.number, "The number of its text"),
    text("session", _session, "The id of the session that adopted the text"),
    *dates("adopted", lambda row: row.text.adopted, "When the plenary adopted the text"),
    integer("position", lambda row: row.position, "Its place among these clauses, from 1"),
    text("label", lambda row: row.clause.label, "The label as printed"),
    word("role", lambda row: row.clause.role, "`preamble`, `operative` or `unknown`"),
    text("opening", lambda row: row.clause.opening, "The word or words that open it"),
    text("summary", lambda row: row.clause.summary, "What it says, in our words"),
    ids("addressees", lambda row: row.clause.addressees, "The ids of the bodies that it asks"),
    ids("topics", lambda row: row.clause.topics, "The ids of its topics"),
    texts("countries", lambda row: row.clause.countries,
          "The countries that it names: ISO 3166-1 alpha-2, and `XK`"),
    texts("cited_texts", lambda row: row.clause.cited_texts, "The ids of the texts that it cites"),
    word("seen", lambda row: row.clause.seen, "`whole`, `cut-off` or `reported`"),
    integer("wordings", lambda row: len(row.wordings), "The number of its known wordings"),
    text("amendment", lambda row: id_or_none(row.clause.amendment),
         "The id of the amendment that inserted it"),
    word("first_edition", lambda row: row.clause.first_edition, "The edition that first has it"),
    sources(lambda row: row.clause.citations, "The ids of the sources"),
    boolean("is_inferred", lambda row: row.clause.is_inferred, "Whether its place is inferred"),
    text("inference", lambda row: row.clause.inference, "Our reasoning"),
    text("note", lambda row: row.clause.note, "What a reader should know"),
)  # fmt: skip

VOTES: tuple[Filled[VoteRow], ...] = (
    text("id", lambda row: row.vote.id, "The id of the vote"),
    text("text", lambda row: row.text.id, "The id of the text"),
    text("on", lambda row: row.vote.on, "What was put to the vote: the text or an amendment"),
    boolean("adopted", lambda row: row.vote.adopted, "Whether that was adopted"),
    *dates("date", lambda row: row.vote.date, "When the vote took place"),
    integer("account", lambda row: row.position, "The number of the account of it, from 1"),
    text("summary", lambda row: row.account and row.account.summary,
         "What the sources of the account say, in our words"),
    word("verdict", lambda row: row.account and row.account.verdict,
         "How the account compares with the others"),
    text("unit", lambda row: row.account and row.account.unit, "What the figures count"),
    integer("in_favour", lambda row: row.account and row.account.in_favour, "For, in `unit`"),
    integer("against", lambda row: row.account and row.account.against, "Against, in `unit`"),
    integer("abstentions", lambda row: row.account and row.account.abstentions,
            "Abstentions, in `unit`"),
    integer("total", lambda row: row.account and row.account.total, "Out of how many, in `unit`"),
    boolean("unanimous", lambda row: row.account and row.account.unanimous,
            "Whether it is called unanimous"),
    texts("opponents", lambda row: row.account.opponents if row.account else (),
          "Who is named as voting against"),
    sources(lambda row: row.account.citations if row.account else (),
            "The ids of the sources of the account"),
    text("inference", lambda row: row.account and row.account.inference, "Our reasoning"),
    text("note", lambda row: row.vote.note, "What a reader should know of the vote"),
)  # fmt: skip

COPIES: tuple[Filled[CopyRow], ...] = (
    text("text", lambda row: row.text.id, "The id of the text"),
    integer("position", lambda row: row.position, "The place of the copy in the record, from 1"),
    word("kind", lambda row: row.copy.kind, "`official`, `reprint` or `translation`"),
    text("language", lambda row: row.copy.language, "The language of the copy: a BCP 47 tag"),
    text("publisher", lambda row: row.copy.source.publisher, "Who published it"),
    text("url", lambda row: row.copy.source.url, "The address"),
    text("locator", lambda row: row.copy.locator, "The place in the source"),
    text("source", lambda row: row.copy.source.id, "The id of the source"),
    boolean("is_inferred", lambda row: row.copy.inference is not None,
            "Whether the address is inferred, and was not opened"),
    text("inference", lambda row: row.copy.inference, "Our reasoning"),
    text("note", lambda row: row.copy.note, "What a reader should know"),
)  # fmt: skip
