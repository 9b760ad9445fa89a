"""What the documentation shows of the queries, with the types that it promises.

Type checkers read this; a test runs it too.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import assert_type

import natopa_declarations as natopa
from natopa_declarations import export, model


def sessions(corpus: natopa.Corpus) -> None:
    """Ask for sessions."""
    assert_type(corpus.sessions(), tuple[natopa.Session, ...])
    assert_type(corpus.sessions(country="BG", season="spring"), tuple[natopa.Session, ...])
    corpus.sessions(year=2024, season=model.Season.ANNUAL, held=True)
    corpus.sessions(president=corpus.person("Szczerba"), format="in-person", confidence="high")
    corpus.sessions(date_from=date(2005, 1, 1), date_to=natopa.PartialDate(2005, 5))
    corpus.sessions(city="sofia", date_from="2020", date_to="2024-05-31")
    # What may be None in a caller's own code may be passed on.
    year: int | None = None
    corpus.sessions(year=year, format=model.SessionFormat.ONLINE)


def texts(corpus: natopa.Corpus) -> None:
    """Ask for adopted texts."""
    sofia = corpus.session("2024-spring")
    assert_type(corpus.declarations(year=2024), tuple[natopa.Declaration, ...])
    assert_type(corpus.resolutions(session=sofia), tuple[natopa.Resolution, ...])
    assert_type(
        corpus.texts(session="2024-spring", number_from=480, number_to=490),
        tuple[natopa.Declaration | natopa.Resolution, ...],
    )
    corpus.texts(title="ukraine victory", topic="weapons-restrictions", addressee="NATO Allies")
    corpus.resolutions(committee="ESC", rapporteur="michal-szczerba", coverage="title")
    corpus.declarations(presenter="Szczerba", coverage=model.Coverage.PARTIAL)
    assert_type([text.year for text in corpus.texts()], list[int | None])


def clauses(corpus: natopa.Corpus) -> None:
    """Ask for clauses."""
    assert_type(
        corpus.clauses(role="operative", topic="weapons-restrictions"), tuple[natopa.Clause, ...]
    )
    corpus.clauses(role=model.Role.PREAMBLE, opening="stressing", text=489, inferred=False)
    corpus.clauses(text=corpus.declaration(489), topic=corpus.topic("terrorism"))
    corpus.clauses(amendment="489#amendment-restrictions", fidelity="quoted", language="en")
    corpus = natopa.load("2026.4")
    corpus.clauses(country="RU", cited_text=479, seen="cut-off")
    corpus.clauses(cited_text=corpus.resolution(479), seen=model.Seen.WHOLE)
    assert_type(corpus.declaration(489).evidence("adopted"), tuple[natopa.Citation, ...])
    for clause in corpus.clauses():
        if clause.amendment is not None:
            assert_type(corpus.clauses(amendment=clause.amendment), tuple[natopa.Clause, ...])


def statements_and_claims(corpus: natopa.Corpus) -> None:
    """Ask for what was said, and for what sources assert."""
    declaration = corpus.declaration(489)
    assert_type(
        corpus.statements(speaker="michal-szczerba", about="489"), tuple[natopa.Statement, ...]
    )
    corpus.statements(about=declaration, medium="facebook")
    corpus.statements(about=489, date_from="2024-05", fidelity=model.Fidelity.QUOTED)
    corpus.statements(about=declaration.clauses[0], speaker=corpus.person("Cherniev"))
    assert_type(corpus.claims(source="lb-ua-29512"), tuple[natopa.Claim, ...])
    corpus.claims(publisher="LB.ua", verdict=model.Verdict.REFINED, kind="quotation")
    corpus.claims(verdict="contradicted", about=corpus.session("2024-spring"))


def persons_and_sources(corpus: natopa.Corpus) -> None:
    """Ask for persons and sources."""
    assert_type(corpus.persons(body="NATO", role="Secretary General"), tuple[natopa.Person, ...])
    assert_type(corpus.sources(publisher="LB.ua"), tuple[natopa.Source, ...])
    corpus.sources(kind="press", language="uk", date_from="2024")
    corpus.persons(body=corpus.body("nato"))


def lookups(corpus: natopa.Corpus) -> None:
    """Look one record up, by its id, number, title or name, and ask for the way back."""
    declaration = corpus.declaration(489)
    assert_type(declaration, natopa.Declaration)
    assert_type(corpus.text("Standing with Ukraine until Victory").number, int | None)
    assert_type(corpus.gap(421), model.Gap)
    assert_type(corpus.vote("489#vote-whole"), model.Vote)
    assert_type(corpus.member_state("BG").accession, natopa.PartialDate)
    assert_type(
        corpus.texts_of(declaration.session), tuple[natopa.Declaration | natopa.Resolution, ...]
    )
    assert_type(corpus.text_of(declaration.clauses[0]), natopa.Declaration | natopa.Resolution)
    assert_type(corpus.about(489), tuple[model.Decision | natopa.Statement | natopa.Claim, ...])


def mapping(corpus: natopa.Corpus) -> None:
    """Use a corpus as the mapping that it is."""
    records: Mapping[str, object] = corpus
    assert_type("489" in records, bool)
    record = corpus["489"]
    if isinstance(record, natopa.Declaration):
        assert_type(record.title, str | None)
    assert_type(corpus.get("489", None) is None, bool)
    assert_type([key for key, _ in corpus.items()][:1], list[str])


def exports(corpus: natopa.Corpus) -> None:
    """Hand records to other tools."""
    table = corpus.table("clauses", documents=False)
    assert_type(table, export.Table)
    assert_type(table.columns, tuple[export.Column, ...])
    assert_type(table.to_csv(), str)
    assert_type(len(table), int)
    assert_type(corpus.declaration(489).cite("bibtex", corpus=corpus), str)
    assert_type(export.cite(corpus.texts(), "ris", corpus=corpus), str)
    assert_type(export.akoma_ntoso(corpus.text(489), corpus=corpus, language="en"), str)
    assert_type(export.schema_org(corpus.text(489), url=None), str)


def main() -> None:
    """Run everything above."""
    corpus = natopa.load("2026.2")
    for asking in (sessions, texts, clauses, statements_and_claims, persons_and_sources,
                   lookups, mapping, exports):  # fmt: skip
        asking(corpus)


if __name__ == "__main__":
    main()


def quotations(corpus: natopa.Corpus) -> None:
    """Ask where words stand, whose they are, and what a text names."""
    quotation = corpus.locate("They need it now", about=489, speaker=corpus.person("Szczerba"))
    assert_type(quotation, natopa.Quotation)
    assert_type(quotation.passages[0].variants[0].kind, model.VariantKind)
    check = corpus.check("He said no.", each_line=True)
    assert_type(check, model.Check)
    assert_type(check.counts, dict[model.Outcome, int])
    assert_type(check.quotations[0].places, tuple[tuple[int, int], ...])
    assert_type(corpus.references("Declaration 489"), tuple[model.Mention, ...])
