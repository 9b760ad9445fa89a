"""Every record: what each release must satisfy beyond its format.

Each check is a function from a corpus to a list of problems.  It runs on the packaged data, and on
the same data broken on purpose, so that a check that checks nothing is found out.
"""

from __future__ import annotations

import calendar
import datetime as dt
import re
import unicodedata
from collections import Counter
from itertools import pairwise
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import attrs
import pycountry
import pytest

import natopa_declarations as natopa
from natopa_declarations import model
from tests.test_values import RELEASES, values_in

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from natopa_declarations.model.value import Value

    Check = Callable[[natopa.Corpus], list[str]]


def everything(corpus: natopa.Corpus) -> Iterator[Value]:
    """Yield every value of every record."""
    for records in corpus._records.values():
        yield from values_in(records)


def strings_in(value: Value) -> Iterator[str]:
    """Yield the text of every field of `value` that holds text, or several."""
    for field in attrs.fields(type(value)):
        held = getattr(value, field.name)
        yield from [
            text
            for text in (held if isinstance(held, tuple) else (held,))
            if isinstance(text, str)
        ]


def unused_sources(corpus: natopa.Corpus) -> list[str]:
    """Every source is cited by something, or is where a text can be read."""
    uses = (natopa.Citation, model.Copy)
    cited = {value.source.id for value in everything(corpus) if isinstance(value, uses)}
    return [source.id for source in corpus.sources() if source.id not in cited]


def uncited_assertions(corpus: natopa.Corpus) -> list[str]:
    """Whatever has a place for citations has one; a claim may lack evidence if unconfirmed."""
    found = [
        repr(value)
        for value in everything(corpus)
        if getattr(value, "citations", "-") == ()
        or (isinstance(value, model.Decision | model.Vote) and not value.accounts)
        or (isinstance(value, natopa.Statement) and not (value.wordings or value.accounts))
    ]
    for claim in corpus.claims():
        if not claim.evidence and claim.verdict != model.Verdict.UNCONFIRMED:
            found.append(claim.id)
    return found


def unmarked_inferences(corpus: natopa.Corpus) -> list[str]:
    """A clause that no source of its own kind places in its text says why it is there."""
    return [
        clause.id
        for clause in corpus.clauses()
        if not clause.is_inferred
        and all(citation.source.kind == model.SourceKind.WEAK for citation in clause.citations)
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
        if isinstance(reading, model.Reading) and len((reading.text or "").split()) > 8
    ]


def untidy_texts(corpus: natopa.Corpus) -> list[str]:
    """Text is in Unicode's NFC, without stray spaces."""
    return [
        text
        for value in everything(corpus)
        for text in strings_in(value)
        if text != unicodedata.normalize("NFC", text) or text != " ".join(text.split())
    ]


def bad_addresses(corpus: natopa.Corpus) -> list[str]:
    """An address is an absolute one of the web."""
    return [
        source.url
        for source in corpus.sources()
        if urlsplit(source.url).scheme not in {"http", "https"}
        or "." not in urlsplit(source.url).netloc
        or not source.url.isascii()
        or " " in source.url
    ]


def repeated_addresses(corpus: natopa.Corpus) -> list[str]:
    """A page is one source, and not two under different ids."""
    addresses = Counter(source.url for source in corpus.sources())
    return [address for address, count in addresses.items() if count > 1]


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
        if text.adopted is None or held is None:
            continue
        if (
            text.adopted.year != held.year
            or (held.start and text.adopted < held.start)
            or (held.end and text.adopted > held.end)
        ):
            found.append(text.id)
    return found


def one_sided_links(corpus: natopa.Corpus) -> list[str]:
    """Texts that accompany each other say so both; what is cited or followed is not later."""
    found = []
    for text in corpus.texts():
        for relation in text.relations:
            other = corpus.text(relation.target)
            back = {str(link.target) for link in other.relations if link.kind == relation.kind}
            days = {(text.session, text.adopted), (other.session, other.adopted)}
            later = text.adopted and other.adopted and other.adopted > text.adopted
            if (
                text.id not in back or len(days) > 1
                if relation.kind == model.RelationKind.ACCOMPANIES
                else later
            ):
                found.append(f"{text.id} {relation.kind} {other.id}")
    return found


def repeated_ids(corpus: natopa.Corpus) -> list[str]:
    """Every id is of one record or part, and the corpus resolves it to that one."""
    named: dict[str, list[Value]] = {}
    for records in corpus._records.values():
        for record in records:
            parts = [
                part
                for name in ("decisions", "amendments", "clauses", "votes")
                for part in getattr(record, name, ())
            ]
            for value in (record, *parts):
                named.setdefault(value.id, []).append(value)
    return [
        identifier
        for identifier, values in named.items()
        if len(values) > 1 or corpus._index.get(identifier) != values[0]
    ]


def dangling_references(corpus: natopa.Corpus) -> list[str]:
    """Whatever a record is about, or a change is of, can be resolved."""
    references: set[str] = {
        reference
        for change in corpus.release.changes
        for reference in (change.record, *change.sources)
        if reference != change.record or change.kind != model.ChangeKind.RETIRED
    }
    for value in everything(corpus):
        for name in ("about", "inserts"):
            references |= set(getattr(value, name, ()))
        for name in ("target", "on", "clause"):
            references |= {*filter(None, [getattr(value, name, None)])}
    return sorted(reference for reference in references if not _leads_somewhere(corpus, reference))


def _leads_somewhere(corpus: natopa.Corpus, reference: str) -> bool:
    try:
        corpus.resolve(reference)
    except natopa.NotFoundError:
        return False
    return True


DAY = re.compile(r"\b(\w+day),? (\d{1,2}) (\w+) (\d{4})\b")
MONTHS = [month for month in calendar.month_name if month]


def wrong_weekdays(corpus: natopa.Corpus) -> list[str]:
    """Where a day of the week stands beside a date, the calendar agrees."""
    found = []
    for value in everything(corpus):
        for text in strings_in(value):
            for weekday, day, month, year in DAY.findall(text):
                when = dt.date(int(year), MONTHS.index(month) + 1, int(day))
                if calendar.day_name[when.weekday()] != weekday:
                    found.append(f"{weekday} {when}")
    return found


def disordered_sessions(corpus: natopa.Corpus) -> list[str]:
    """Sessions stand in order of time, and no two of them overlap."""
    sessions = corpus.sessions()
    order = sorted(sessions, key=lambda session: (session.year, session.season == "annual"))
    found = [
        str(session.id)
        for session, wanted in zip(sessions, order, strict=True)
        if session is not wanted
    ]
    dated = [session for session in order if session.start and session.end]
    for before, after in pairwise(dated):
        if before.end is not None and after.start is not None and before.end >= after.start:
            found.append(f"{before.id} and {after.id}")
    years = [
        session.id
        for session in sessions
        if any(
            day is not None and day.year != session.year for day in (session.start, session.end)
        )
        or session.id != f"{session.year}-{session.season}"
    ]
    return found + [str(identifier) for identifier in years]


def wrong_ordinals(corpus: natopa.Corpus) -> list[str]:
    """The annual sessions are counted from 1955 on, and no other session has a number."""
    return [
        str(session.id)
        for session in corpus.sessions()
        if session.ordinal is not None
        and (session.season != model.Season.ANNUAL or session.ordinal != session.year - 1954)
    ]


def repeated_numbers(corpus: natopa.Corpus) -> list[str]:
    """No number of the series is given to two texts, and an id that is a number is that number."""
    numbers = Counter(text.number for text in corpus.texts() if text.number is not None)
    found = [str(number) for number, count in numbers.items() if count > 1]
    return found + [
        str(text.id)
        for text in corpus.texts()
        if (text.id.isdigit() or text.number is not None) and text.id != str(text.number)
    ]


def unexplained_numbers(corpus: natopa.Corpus) -> list[str]:
    """Between the first and the last number held, each is that of one text or of one gap."""
    held = {text.number for text in corpus.texts() if text.number is not None}
    missing = Counter(
        number
        for gap in corpus.gaps()
        if gap.number is not None
        for number in range(gap.number, (gap.last_number or gap.number) + 1)
    )
    return [
        str(number)
        for number in range(min(held), max(held) + 1)
        if (number in held) + missing[number] != 1
    ]


def untitled_texts(corpus: natopa.Corpus) -> list[str]:
    """What is held of a text is what its coverage says, and a title is not a subject in brackets.

    A text can be held in part, and its title be unknown: a report tells of a clause of it.
    """
    return [
        str(text.id)
        for text in corpus.texts()
        if (text.coverage in {model.Coverage.PARTIAL, model.Coverage.FULL}) != bool(text.clauses)
        or (not text.clauses and (text.title is None) != (text.coverage == model.Coverage.NUMBER))
        or (text.title is not None and ("(" in text.title or text.subject is not None))
    ]


CODES = {country.alpha_2 for country in pycountry.countries} | {"XK"}


def unknown_countries(corpus: natopa.Corpus) -> list[str]:
    """Every country is a code of ISO 3166-1 that the standard gives to a country, or ``XK``."""
    found = []
    for value in everything(corpus):
        codes = {*filter(None, [getattr(value, "country", None)])}
        if isinstance(value, model.ParticipationClass | natopa.Clause):
            codes |= {*value.countries}
        found += sorted(codes - CODES)
    return found


SOURCE = natopa.load("2026.1").sources()[0]
TEXT = natopa.load("2026.1").declaration(489)
WORDING = TEXT.clauses[-3].wordings[0]
CLAUSE = TEXT.clauses[0]
MAY = natopa.PartialDate(2023, 5, 1)
SESSION = TEXT.session
RELATION = TEXT.relations[0]
OTHER = attrs.evolve(
    natopa.load(RELEASES[-1]).resolution(494), id=model.TextId("495"), number=495, title="Other"
)

CHECKS: dict[Check, tuple[str, Value | tuple[Value, ...]]] = {
    unused_sources: ("sources", attrs.evolve(SOURCE, id=model.SourceId("nobody"))),
    uncited_assertions: ("declarations", attrs.evolve(TEXT, citations=())),
    unmarked_inferences: (
        "declarations",
        attrs.evolve(
            TEXT,
            clauses=(
                attrs.evolve(
                    CLAUSE,
                    citations=(
                        natopa.Citation(source=attrs.evolve(SOURCE, kind=model.SourceKind.WEAK)),
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
    untidy_texts: ("declarations", attrs.evolve(TEXT, title="Standing  with")),
    bad_addresses: ("sources", attrs.evolve(SOURCE, url="lb.ua/news")),
    repeated_addresses: ("sources", (SOURCE, attrs.evolve(SOURCE, id=model.SourceId("twin")))),
    one_sided_links: (
        "declarations",
        attrs.evolve(TEXT, relations=(attrs.evolve(RELATION, target=model.Ref("489")),)),
    ),
    misplaced_presences: ("declarations", attrs.evolve(TEXT, clauses=(CLAUSE,))),
    repeated_ids: ("declarations", attrs.evolve(TEXT, id=model.TextId("never-heard-of"))),
    dangling_references: (
        "declarations",
        attrs.evolve(TEXT, relations=(attrs.evolve(RELATION, target=model.Ref("491")),)),
    ),
    wrong_weekdays: ("sessions", attrs.evolve(SESSION, note="On Sunday 27 May 2024.")),
    disordered_sessions: ("sessions", attrs.evolve(SESSION, start=MAY)),
    wrong_ordinals: ("sessions", attrs.evolve(SESSION, ordinal=70)),
    repeated_numbers: ("declarations", attrs.evolve(TEXT, number=490)),
    unexplained_numbers: ("resolutions", OTHER),
    untitled_texts: ("declarations", attrs.evolve(TEXT, title=None, clauses=())),
    unknown_countries: ("sessions", attrs.evolve(SESSION, country=model.Country("XX"))),
    late_adoptions: ("declarations", attrs.evolve(TEXT, adopted=MAY)),
}
"""Each check, with the kind of record and the records that it must find fault with."""


@pytest.mark.slow
@pytest.mark.parametrize("version", RELEASES)
@pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.__name__)
def test_the_packaged_data_passes(check: Check, version: str) -> None:
    """No packaged release has a problem of any kind that is looked for."""
    assert check(natopa.load(version)) == []


@pytest.mark.slow
@pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.__name__)
def test_data_broken_on_purpose_fails(check: Check) -> None:
    """Each check finds the fault that it is for."""
    kind, broken = CHECKS[check]
    corpus = natopa.load("2026.1")
    records = {**corpus._records, kind: broken if isinstance(broken, tuple) else (broken,)}
    assert check(natopa.Corpus(corpus.release, records, corpus._index))


def changed(kind: str, *records: Value, corpus: natopa.Corpus | None = None) -> natopa.Corpus:
    """Return `corpus`, or else release 2026.1, with these as its records of one kind."""
    corpus = corpus or natopa.load("2026.1")
    return natopa.Corpus(corpus.release, {**corpus._records, kind: records}, corpus._index)


def test_untidy_means_not_composed_too() -> None:
    """A letter and a combining mark where one letter would do is found, in a list of names too."""
    assert untidy_texts(changed("declarations", attrs.evolve(TEXT, title="Cafe\u0301")))
    session = attrs.evolve(SESSION, other_city_names=("Sofiya ",))
    assert untidy_texts(changed("sessions", session)) == ["Sofiya "]


def test_each_way_of_holding_more_or_less_than_the_coverage_says_is_found() -> None:
    """Partial needs a clause, and nothing else has one; without any, the title decides."""
    bare = attrs.evolve(TEXT, clauses=(), amendments=(), editions=(), votes=())
    clauses = TEXT.clauses

    def found(text: natopa.Declaration, **changes: object) -> list[str]:
        return untitled_texts(changed("declarations", attrs.evolve(text, **changes)))  # type: ignore[arg-type]

    assert found(TEXT, title=None) == []
    assert found(bare) == found(bare, title=None, coverage=model.Coverage.TITLE) == ["489"]
    assert found(bare, coverage=model.Coverage.TITLE) == []
    assert found(bare, coverage=model.Coverage.TITLE, clauses=clauses) == ["489"]
    assert found(bare, coverage=model.Coverage.NUMBER) == ["489"]
    assert found(bare, title=None, coverage=model.Coverage.NUMBER) == []
    assert (
        found(TEXT, title="Standing (with Ukraine)") == found(TEXT, subject="Ukraine") == ["489"]
    )


@pytest.mark.slow
def test_a_country_of_a_clause_is_a_code_and_a_copy_is_a_use() -> None:
    """The countries that a clause names are looked at, and Kosovo has the code of users."""
    latest = natopa.load(RELEASES[-1])
    text = latest.declaration(482)
    for code, wrong in (("XK", []), ("UK", ["UK"])):
        clause = attrs.evolve(text.clauses[0], countries=(model.Country(code),))
        broken = changed("declarations", attrs.evolve(text, clauses=(clause,)), corpus=latest)
        assert unknown_countries(broken) == wrong
    copies = [copy.source.id for text in latest.texts() for copy in text.copies]
    assert copies
    assert unused_sources(latest) == []
    kept = {
        kind: tuple(attrs.evolve(text, copies=()) for text in latest._records[kind])
        for kind in ("declarations", "resolutions")
    }
    bare = natopa.Corpus(latest.release, {**latest._records, **kept}, latest._index)
    assert {*unused_sources(bare)} <= {*copies}
    assert unused_sources(bare)


def test_an_account_and_a_wording_are_assertions_too() -> None:
    """A decision or vote that nobody tells of, or a statement that nobody reports, is found."""
    decision = attrs.evolve(SESSION.decisions[0], accounts=())
    assert uncited_assertions(changed("sessions", attrs.evolve(SESSION, decisions=(decision,))))
    vote = attrs.evolve(TEXT.votes[0], accounts=())
    assert uncited_assertions(changed("declarations", attrs.evolve(TEXT, votes=(vote,))))
    statement = attrs.evolve(natopa.load("2026.1").statements()[0], wordings=(), accounts=())
    assert uncited_assertions(changed("statements", statement))


@pytest.mark.slow
def test_an_adoption_in_another_year_or_after_the_known_end_is_found() -> None:
    """A session of which only the end, or neither day is known, still bounds its texts."""
    corpus = natopa.load(RELEASES[-1])
    ottawa = attrs.evolve(corpus.resolution(312), adopted=natopa.PartialDate(2001, 10, 10))
    assert late_adoptions(changed("resolutions", ottawa, corpus=corpus)) == ["312"]
    paris = corpus.declaration("2006-georgia")
    assert late_adoptions(changed("declarations", paris, corpus=corpus)) == []
    late = attrs.evolve(paris, adopted=natopa.PartialDate(2007))
    assert late_adoptions(changed("declarations", late, corpus=corpus)) == [paris.id]


@pytest.mark.slow
def test_a_link_to_a_later_text_is_found() -> None:
    """A text cannot follow or cite one that was adopted after it."""
    corpus = natopa.load(RELEASES[-1])
    (link,) = corpus.resolution(494).relations
    early = attrs.evolve(
        corpus.declaration(482), relations=(attrs.evolve(link, target=model.Ref("489")),)
    )
    found = one_sided_links(changed("declarations", early, corpus=corpus))
    assert "482 follows 489" in found


def test_a_part_with_the_id_of_another_is_found() -> None:
    """The ids of clauses are as unique as those of records."""
    twice = attrs.evolve(TEXT, clauses=(CLAUSE, CLAUSE))
    assert CLAUSE.id in repeated_ids(changed("declarations", twice))


def test_a_change_without_a_source_is_found() -> None:
    """The sources of a change are there; a retired record need not be."""
    corpus = natopa.load("2026.1")
    change = attrs.evolve(corpus.release.changes[0], sources=(model.SourceId("nobody"),))
    retired = model.Change(record=model.Ref("488"), kind=model.ChangeKind.RETIRED, reason="It.")
    release = attrs.evolve(corpus.release, changes=(change, retired))
    assert dangling_references(natopa.Corpus(release, corpus._records, corpus._index)) == [
        "nobody"
    ]


def test_sessions_that_overlap_or_stand_wrong_are_found() -> None:
    """Order and overlap are each found by themselves."""
    corpus = natopa.load(RELEASES[-1])
    spring, annual = corpus.session("2024-spring"), corpus.session("2024-annual")

    def broken(*sessions: natopa.Session) -> natopa.Corpus:
        return natopa.Corpus(corpus.release, {**corpus._records, "sessions": sessions}, {})

    assert disordered_sessions(broken(spring, annual)) == []
    assert disordered_sessions(broken(annual, spring)) == ["2024-annual", "2024-spring"]
    early = attrs.evolve(annual, start=natopa.PartialDate(2024, 5, 25))
    assert disordered_sessions(broken(spring, early)) == ["2024-spring and 2024-annual"]


def test_an_id_and_a_number_given_twice_are_found() -> None:
    """A second record with the id or number of another is found, and so is a held gap."""
    corpus = natopa.load(RELEASES[-1])
    twice = (*corpus.resolutions(), corpus.resolution(494))
    broken = natopa.Corpus(
        corpus.release, {**corpus._records, "resolutions": twice}, corpus._index
    )
    parts = [str(clause.id) for clause in corpus.resolution(494).clauses]
    assert repeated_ids(broken) == ["494", *parts]
    assert repeated_numbers(broken) == ["494"]
    gap = attrs.evolve(corpus.gaps()[-1], number=494)
    broken = natopa.Corpus(corpus.release, {**corpus._records, "gaps": (gap,)}, corpus._index)
    assert "494" in unexplained_numbers(broken)
