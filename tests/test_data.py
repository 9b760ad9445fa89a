"""Every record: what each release must satisfy beyond its format.

Each check is a function from a corpus to a list of problems.  It runs on the packaged data, and on
the same data broken on purpose, so that a check that checks nothing is found out.
"""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import attrs
import pytest

import natopa_declarations as natopa
from tests.test_values import RELEASES, values_in

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from natopa_declarations._model.value import Value

    Check = Callable[[natopa.Corpus], list[str]]


def everything(corpus: natopa.Corpus) -> Iterator[Value]:
    """Yield every value of every record."""
    for records in corpus._records.values():
        yield from values_in(records)


def unused_sources(corpus: natopa.Corpus) -> list[str]:
    """Every source is cited by something."""
    cited = {value.source.id for value in everything(corpus) if isinstance(value, natopa.Citation)}
    return [source.id for source in corpus.sources() if source.id not in cited]


def uncited_assertions(corpus: natopa.Corpus) -> list[str]:
    """Whatever has a place for citations has one; a claim may lack evidence if unconfirmed."""
    found = [repr(value) for value in everything(corpus) if getattr(value, "citations", "-") == ()]
    for claim in corpus.claims():
        if not claim.evidence and claim.verdict != natopa.Verdict.UNCONFIRMED:
            found.append(claim.id)
    return found


def unmarked_inferences(corpus: natopa.Corpus) -> list[str]:
    """A clause that no source of its own kind places in its text says why it is there."""
    return [
        clause.id
        for clause in corpus.clauses()
        if not clause.is_inferred
        and all(citation.source.kind == natopa.SourceKind.WEAK for citation in clause.citations)
        and clause.note is None
    ]


def lost_lemmas(corpus: natopa.Corpus) -> list[str]:
    """The words of a reading occur in the wording that it belongs to, once."""
    return [
        f"{reading.lemma!r} in {wording.text!r}"
        for wording in everything(corpus)
        if isinstance(wording, natopa.Wording)
        for reading in wording.readings
        if wording.text.count(reading.lemma) != 1
    ]


def long_readings(corpus: natopa.Corpus) -> list[str]:
    """A reading from another source is a few words, and no more."""
    return [
        str(reading.text)
        for reading in everything(corpus)
        if isinstance(reading, natopa.Reading) and len((reading.text or "").split()) > 8
    ]


def foreign_quotations(corpus: natopa.Corpus) -> list[str]:
    """Words are quoted from the founding article only; titles are names."""
    titles = {id(title) for value in everything(corpus) for title in getattr(value, "titles", ())}
    return [
        wording.text
        for wording in everything(corpus)
        if isinstance(wording, natopa.Wording)
        and id(wording) not in titles
        and wording.fidelity != natopa.Fidelity.PARAPHRASED
        and wording.citation.source.id != "lb-ua-29512"
    ]


def untidy_texts(corpus: natopa.Corpus) -> list[str]:
    """Text is in Unicode's NFC, without stray spaces."""
    return [
        text
        for value in everything(corpus)
        for field in attrs.fields(type(value))
        for text in [getattr(value, field.name)]
        if isinstance(text, str)
        and (text != unicodedata.normalize("NFC", text) or text != " ".join(text.split()))
    ]


def bad_addresses(corpus: natopa.Corpus) -> list[str]:
    """An address is an absolute one of the web."""
    return [
        source.url
        for source in corpus.sources()
        if urlsplit(source.url).scheme not in {"http", "https"}
        or "." not in urlsplit(source.url).netloc
        or not source.url.isascii()
    ]


def misplaced_presences(corpus: natopa.Corpus) -> list[str]:
    """An edition speaks of the clauses of its own text."""
    return [
        f"{text.id}@{edition.name}: {presence.clause}"
        for text in corpus.texts()
        for edition in text.editions
        for presence in edition.presences
        if presence.clause not in [str(clause.id) for clause in text.clauses]
    ]


def late_adoptions(corpus: natopa.Corpus) -> list[str]:
    """A text is adopted within its session, and a session starts before it ends."""
    found: list[str] = [
        session.id
        for session in corpus.sessions()
        if session.start and session.end and session.start > session.end
    ]
    for text in corpus.texts():
        held = text.session
        if text.adopted is None or held is None or held.start is None or held.end is None:
            continue
        if text.adopted < held.start or text.adopted > held.end:
            found.append(text.id)
    return found


SOURCE = natopa.load("2026.1").sources()[0]
TEXT = natopa.load("2026.1").declaration(489)
WORDING = TEXT.clauses[-3].wordings[0]
CLAUSE = TEXT.clauses[0]
MAY = natopa.PartialDate(2023, 5, 1)

CHECKS: dict[Check, tuple[str, Value]] = {
    unused_sources: ("sources", attrs.evolve(SOURCE, id=natopa.SourceId("nobody"))),
    uncited_assertions: ("declarations", attrs.evolve(TEXT, citations=())),
    unmarked_inferences: (
        "declarations",
        attrs.evolve(
            TEXT,
            clauses=(
                attrs.evolve(
                    CLAUSE,
                    citations=(
                        natopa.Citation(source=attrs.evolve(SOURCE, kind=natopa.SourceKind.WEAK)),
                    ),
                ),
            ),
        ),
    ),
    lost_lemmas: (
        "declarations",
        attrs.evolve(TEXT, titles=(attrs.evolve(WORDING, text="Other words"),)),
    ),
    long_readings: (
        "declarations",
        attrs.evolve(
            TEXT,
            titles=(
                attrs.evolve(
                    WORDING, readings=(attrs.evolve(WORDING.readings[0], text="one " * 9),)
                ),
            ),
        ),
    ),
    foreign_quotations: (
        "declarations",
        attrs.evolve(
            TEXT,
            clauses=(
                attrs.evolve(
                    CLAUSE, wordings=(attrs.evolve(WORDING, citation=CLAUSE.citations[0]),)
                ),
            ),
        ),
    ),
    untidy_texts: ("declarations", attrs.evolve(TEXT, title="Standing  with")),
    bad_addresses: ("sources", attrs.evolve(SOURCE, url="lb.ua/news")),
    misplaced_presences: ("declarations", attrs.evolve(TEXT, clauses=(CLAUSE,))),
    late_adoptions: ("declarations", attrs.evolve(TEXT, adopted=MAY)),
}
"""Each check, with the kind of record and the record that it must find fault with."""


@pytest.mark.parametrize("version", RELEASES, ids=str)
@pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.__name__)
def test_the_data_passes(check: Check, version: str | Path) -> None:
    """No release has a problem of any kind that is looked for."""
    assert check(natopa.load(version)) == []


@pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.__name__)
def test_data_broken_on_purpose_fails(check: Check) -> None:
    """Each check finds the fault that it is for."""
    kind, broken = CHECKS[check]
    corpus = natopa.load("2026.1")
    records = {**corpus._records, kind: (broken,)}
    assert check(natopa.Corpus(corpus.release, records, corpus._index))


def test_untidy_means_not_composed_too() -> None:
    """A letter and a combining mark where one letter would do is found."""
    corpus = natopa.load("2026.1")
    broken = attrs.evolve(TEXT, title="Cafe\u0301")
    records = {**corpus._records, "declarations": (broken,)}
    assert untidy_texts(natopa.Corpus(corpus.release, records, corpus._index)) == ["Cafe\u0301"]
