"""The filters of the queries: what they mean, what they accept, and what they refuse."""

from __future__ import annotations

import pickle
import re
import runpy
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from enum import StrEnum
from pathlib import Path
from threading import Event
from time import sleep
from typing import TYPE_CHECKING, Any, get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

import natopa_declarations as natopa
from natopa_declarations import PartialDate, errors, model
from natopa_declarations._corpus import literals
from natopa_declarations._corpus.corpus import COLLECTIONS
from natopa_declarations._corpus.filters import filters_of
from natopa_declarations._corpus.indexes import Built
from natopa_declarations.model.names import fold

from . import small_release

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    Filters = dict[str, Any]
    Values = dict[str, list[Any]]

CORPUS = natopa.load("2026.2")
ROOT = Path(__file__).parent.parent


def ids(records: tuple[Any, ...]) -> list[str]:
    """Return the ids of records."""
    return [record.id for record in records]


def may(value: object, wanted: object) -> bool:
    """Say whether a filter that may be None lets `value` pass."""
    return wanted is None or value == wanted


def inside(value: PartialDate | None, first: str | None, last: str | None) -> bool:
    """Say whether a date certainly falls in a range of whole days, months or years."""
    if first is None and last is None:
        return True
    return (
        value is not None
        and (first is None or value.earliest >= PartialDate.parse(first).earliest)
        and (last is None or value.latest <= PartialDate.parse(last).latest)
    )


def touching(references: tuple[str, ...], wanted: str | None) -> bool:
    """Say whether one of the references is the wanted one, or a part or edition of it."""
    return wanted is None or any(
        reference == wanted or reference.startswith((f"{wanted}#", f"{wanted}@"))
        for reference in references
    )


def worded(wordings: tuple[natopa.Wording, ...], f: Filters) -> bool:
    """Say whether one of the wordings has the fidelity and language that are asked for."""
    fidelity, language = f.get("fidelity"), f.get("language")
    return fidelity is language is None or any(
        may(wording.fidelity, fidelity) and may(wording.language, language) for wording in wordings
    )


def session_passes(s: natopa.Session, f: Filters) -> bool:
    """Say whether a session passes, in the way of a comprehension."""
    return (
        may(s.year, f.get("year"))
        and inside(s.start or PartialDate(s.year), f.get("date_from"), None)
        and inside(s.end or PartialDate(s.year), None, f.get("date_to"))
        and may(s.season, f.get("season"))
        and may(s.city, f.get("city"))
        and may(s.country, f.get("country"))
        and may(s.president and s.president.id, f.get("president"))
        and may(s.format, f.get("format"))
        and may(s.held, f.get("held"))
        and may(s.confidence, f.get("confidence"))
    )


def text_passes(t: model.AdoptedText, f: Filters) -> bool:
    """Say whether a text passes."""
    words = fold(" ".join([t.title or "", *[wording.text for wording in t.titles]])).split()
    return (
        may(t.year, f.get("year"))
        and inside(t.adopted, f.get("date_from"), f.get("date_to"))
        and (t.number or 0) >= f.get("number_from", 0)
        and (t.number or (999 if "number_to" in f else 0)) <= f.get("number_to", 998)
        and may(t.session and t.session.id, f.get("session"))
        and all(word in words for word in fold(f.get("title", "")).split())
        and may(t.committee and t.committee.id, f.get("committee"))
        and may(t.presenter and t.presenter.id, f.get("presenter"))
        and may(t.rapporteur and t.rapporteur.id, f.get("rapporteur"))
        and ("topic" not in f or any(f["topic"] in ids(c.topics) for c in t.clauses))
        and ("addressee" not in f or any(f["addressee"] in ids(c.addressees) for c in t.clauses))
        and may(t.coverage, f.get("coverage"))
        and may(t.confidence, f.get("confidence"))
    )


def clause_passes(c: natopa.Clause, f: Filters) -> bool:
    """Say whether a clause passes."""
    text = CORPUS.text(c.id.partition("#")[0])
    return (
        may(text.id, f.get("text"))
        and may(text.session and text.session.id, f.get("session"))
        and may(c.role, f.get("role"))
        and may(c.opening, f.get("opening"))
        and ("topic" not in f or f["topic"] in ids(c.topics))
        and ("addressee" not in f or f["addressee"] in ids(c.addressees))
        and may(c.amendment and c.amendment.id, f.get("amendment"))
        and worded(c.wordings, f)
        and may(c.is_inferred, f.get("inferred"))
    )


def statement_passes(s: natopa.Statement, f: Filters) -> bool:
    """Say whether a statement passes."""
    return (
        inside(s.date, f.get("date_from"), f.get("date_to"))
        and may(s.speaker.id, f.get("speaker"))
        and may(s.capacity, f.get("capacity"))
        and may(s.medium, f.get("medium"))
        and touching(s.about, f.get("about"))
        and worded(s.wordings, f)
    )


def claim_passes(c: natopa.Claim, f: Filters) -> bool:
    """Say whether a claim passes."""
    return (
        may(c.citation.source.id, f.get("source"))
        and may(c.citation.source.publisher, f.get("publisher"))
        and may(c.kind, f.get("kind"))
        and may(c.verdict, f.get("verdict"))
        and touching(c.about, f.get("about"))
    )


def person_passes(p: natopa.Person, f: Filters) -> bool:
    """Say whether a person passes."""
    return not f or any(
        may(m.body.id, f.get("body")) and may(m.role, f.get("role")) for m in p.memberships
    )


def source_passes(s: natopa.Source, f: Filters) -> bool:
    """Say whether a source passes."""
    return (
        may(s.publisher, f.get("publisher"))
        and may(s.kind, f.get("kind"))
        and may(s.language, f.get("language"))
        and inside(s.published, f.get("date_from"), f.get("date_to"))
    )


def dates(records: Sequence[PartialDate | None]) -> list[str]:
    """Return dates that records have, the months and years of them, and two that lie outside."""
    days = {"1950", "2030", *[str(record) for record in records if record]}
    return sorted({day[:length] for day in days for length in (4, 7, 10)})


SESSIONS, TEXTS, CLAUSES = CORPUS.sessions(), CORPUS.texts(), CORPUS.clauses()
STATEMENTS, CLAIMS, SOURCES = CORPUS.statements(), CORPUS.claims(), CORPUS.sources()
PERSONS = CORPUS.persons()
TOPICS, BODIES = ids(CORPUS.topics()), ids(CORPUS.bodies())
LANGUAGES = [source.language for source in SOURCES]
ABOUT = [
    *[reference for claim in CLAIMS for reference in claim.about],
    *[reference for statement in STATEMENTS for reference in statement.about],
    *["2024-annual", "490", "489@adopted"],
]
SESSION_DATES = dates([day for s in SESSIONS for day in (s.start, s.end)])
OF_TEXTS: Values = {
    "year": [*range(1953, 2028)],
    "date_from": dates([text.adopted for text in TEXTS]),
    "date_to": dates([text.adopted for text in TEXTS]),
    "number_from": [*range(290, 510)],
    "number_to": [*range(290, 510)],
    "session": ids(SESSIONS),
    "title": [word for text in TEXTS for word in fold(text.title or "").split()]
    + ["ukraine victory", "the of nato"],
    "committee": BODIES,
    "presenter": ids(PERSONS),
    "rapporteur": ids(PERSONS),
    "topic": TOPICS,
    "addressee": BODIES,
    "coverage": [*model.Coverage],
    "confidence": [*model.Confidence],
}
QUERIES: dict[str, tuple[Callable[[Any, Filters], bool], Values]] = {
    "sessions": (session_passes, {
        "year": [*range(1953, 2028)],
        "date_from": SESSION_DATES,
        "date_to": SESSION_DATES,
        "season": [*model.Season],
        "city": [session.city for session in SESSIONS],
        "country": [session.country for session in SESSIONS],
        "president": ids(PERSONS),
        "format": [*model.SessionFormat],
        "held": [True, False],
        "confidence": [*model.Confidence],
    }),
    "texts": (text_passes, OF_TEXTS),
    "declarations": (text_passes, OF_TEXTS),
    "resolutions": (text_passes, OF_TEXTS),
    "clauses": (clause_passes, {
        "text": ids(TEXTS),
        "session": ids(SESSIONS),
        "role": [*model.Role],
        "opening": [clause.opening for clause in CLAUSES],
        "topic": TOPICS,
        "addressee": BODIES,
        "amendment": [each.id for text in TEXTS for each in text.amendments],
        "fidelity": [*model.Fidelity],
        "language": LANGUAGES,
        "inferred": [True, False],
    }),
    "statements": (statement_passes, {
        "date_from": dates([statement.date for statement in STATEMENTS]),
        "date_to": dates([statement.date for statement in STATEMENTS]),
        "speaker": ids(PERSONS),
        "capacity": [statement.capacity for statement in STATEMENTS],
        "medium": [*model.Medium],
        "about": ABOUT,
        "fidelity": [*model.Fidelity],
        "language": LANGUAGES,
    }),
    "claims": (claim_passes, {
        "source": ids(SOURCES),
        "publisher": [source.publisher for source in SOURCES],
        "kind": [*model.ClaimKind],
        "verdict": [*model.Verdict],
        "about": ABOUT,
    }),
    "persons": (person_passes, {
        "body": BODIES,
        "role": [each.role for person in PERSONS for each in person.memberships],
    }),
    "sources": (source_passes, {
        "publisher": [source.publisher for source in SOURCES],
        "kind": [*model.SourceKind],
        "language": LANGUAGES,
        "date_from": dates([source.published for source in SOURCES]),
        "date_to": dates([source.published for source in SOURCES]),
    }),
}  # fmt: skip


def check(query: str, filters: Filters) -> None:
    """Compare an answer with the comprehension over everything."""
    passes, _ = QUERIES[query]
    ask: Callable[..., tuple[Any, ...]] = getattr(CORPUS, query)
    assert list(ask(**filters)) == [record for record in ask() if passes(record, filters)]


def some_filters(query: str) -> st.SearchStrategy[Filters]:
    """Draw up to four filters of a query, with values that the release has, or None."""
    _, values = QUERIES[query]
    drawn = {
        name: st.sampled_from(sorted({each for each in known if each is not None}))
        for name, known in values.items()
    }
    return st.sets(st.sampled_from(sorted(values)), max_size=4).flatmap(
        lambda names: st.fixed_dictionaries({name: drawn[name] for name in sorted(names)})
    )


FORMAT_2: dict[str, set[str]] = {
    query: {"country", "cited_text", "seen"} if query == "clauses" else set() for query in QUERIES
}
"""The filters on fields that only releases of format 2 record."""


def test_every_filter_is_compared() -> None:
    """The tables above have every filter of every query that releases of format 1 know."""
    for query, (_, values) in QUERIES.items():
        names = getattr(natopa.Corpus, query).__kwdefaults__
        assert list(values) == [name for name in names if name not in FORMAT_2[query]], query


@pytest.mark.slow
@pytest.mark.parametrize(
    ("filters", "found"),
    [
        ({"country": "XK"}, ["489#lift"]),
        ({"cited_text": 490}, ["489#lift"]),
        ({"cited_text": "standing"}, []),
        ({"seen": "reported"}, ["489#recall"]),
        ({"seen": model.Seen.CUT_OFF, "country": "BG", "cited_text": "490"}, ["489#lift"]),
        ({"seen": "whole"}, []),
    ],
)
def test_clauses_are_filtered_by_what_format_2_adds(
    tmp_path: Path, filters: Filters, found: list[str]
) -> None:
    """Countries, cited texts, and how a clause was seen."""
    corpus = natopa.load(small_release.write(tmp_path, small_release.documents()))
    assert [clause.id for clause in corpus.clauses(**filters)] == found


def test_a_filter_of_format_2_says_that_an_older_release_does_not_record_it() -> None:
    """It is neither ignored, nor answered with nothing."""
    for name, value in {"country": "UA", "cited_text": 489, "seen": "whole"}.items():
        with pytest.raises(errors.InvalidFilterError) as caught:
            natopa.load("2026.1").clauses(**{name: value})  # type: ignore[arg-type]
        assert caught.value.name == name
        assert "release 2026.1 does not record" in str(caught.value)


def test_every_filter_is_a_row_and_a_parameter() -> None:
    """The table of filters, the signatures and what these say of each parameter agree."""
    for collection, query in COLLECTIONS.items():
        rows = {row.name: row for row in filters_of(collection)}
        assert list(rows) == list(query.__kwdefaults__ or ()), collection
        described = dict(re.findall(r"^ {12}(\w+): (.+)$", query.__doc__ or "", re.MULTILINE))
        # Two collections refer to the filters of texts.
        if collection not in {"declarations", "resolutions"}:
            assert described == {name: row.help for name, row in rows.items()}, collection
        for name, row in rows.items():
            accepted = query.__annotations__[name]
            number = "Number" in accepted and "str" not in accepted
            shape = ("NUMBER" if number else "yes|no" if "bool" in accepted else
                     "DATE" if "PartialDate" in accepted else "VALUE")  # fmt: skip
            assert row.shape == shape, name


@pytest.mark.slow
@pytest.mark.parametrize("query", QUERIES)
def test_each_filter_equals_its_comprehension(query: str) -> None:
    """With each value that the release has, a filter finds what a comprehension finds."""
    for name, values in QUERIES[query][1].items():
        for value in {each for each in values if each is not None}:
            check(query, {name: value})


@pytest.mark.slow
@pytest.mark.parametrize("query", QUERIES)
@given(data=st.data())
def test_filters_together_equal_the_comprehension(query: str, data: st.DataObject) -> None:
    """Whatever is combined, every filter holds, and None asks for nothing."""
    filters = data.draw(some_filters(query))
    for start, end in (("date_from", "date_to"), ("number_from", "number_to")):
        if start in filters and end in filters and filters[start] > filters[end]:
            filters[start], filters[end] = filters[end], filters[start]
    check(query, filters)
    _, values = QUERIES[query]
    ask: Callable[..., tuple[Any, ...]] = getattr(CORPUS, query)
    assert ask(**{**dict.fromkeys(values), **filters}) == ask(**filters)


ONE_RECORD_MEANT: list[tuple[str, str, list[Any]]] = [
    ("sessions", "city", ["Québec City", "QUEBEC CITY", "québec   city"]),
    ("sessions", "country", ["BG", "bg"]),
    ("sessions", "president", [CORPUS.person("szczerba"), "michal-szczerba", "MICHAL SZCZERBA"]),
    ("sessions", "season", [model.Season.ANNUAL, "annual", "Annual"]),
    ("sessions", "format", [model.SessionFormat.IN_PERSON, "in-person", "In person"]),
    ("sessions", "confidence", [model.Confidence.HIGH, "high"]),
    ("texts", "session", [CORPUS.session("2024-annual"), "2024-annual", "Montréal", "montreal"]),
    ("texts", "title", ["Ukraine VICTORY", "victory, ukraine"]),
    ("texts", "committee", [CORPUS.body("ESC"), "committee-economics-and-security", "esc"]),
    ("texts", "date_from", [date(2024, 5, 1), PartialDate(2024, 5), "2024-05", "2024-05-01"]),
    ("texts", "date_to", [date(2005, 12, 31), PartialDate(2005), "2005", "2005-12"]),
    ("resolutions", "rapporteur",
     [CORPUS.person("tomas-valasek"), "Tomáš Valášek", "tomas valasek"]),
    ("declarations", "topic", [CORPUS.topic("terrorism"), "terrorism", "Terrorism"]),
    ("clauses", "text",
     [CORPUS.declaration(489), 489, "489", "standing with ukraine until victory"]),
    ("clauses", "addressee", [CORPUS.body("NATO Allies"), "allied-governments", "nato allies"]),
    ("clauses", "opening", ["Stressing", "stressing"]),
    ("clauses", "role", [model.Role.OPERATIVE, "operative", "OPERATIVE"]),
    ("clauses", "amendment",
     [CORPUS.resolve("489#amendment-restrictions"), "489#amendment-restrictions"]),
    ("clauses", "fidelity", [model.Fidelity.QUOTED, "quoted"]),
    ("clauses", "language", ["en", "EN"]),
    ("statements", "speaker", [CORPUS.person("Chernyev"), "yehor-chernyev", "Cherniev"]),
    ("statements", "medium", [model.Medium.FACEBOOK, "facebook"]),
    ("statements", "about", [CORPUS.clause("489#lift-restrictions"), "489#lift-restrictions"]),
    ("statements", "capacity", ["Secretary General of NATO", "secretary general of nato"]),
    ("claims", "source", [CORPUS.source("lb-ua-29512"), "lb-ua-29512"]),
    ("claims", "publisher", ["LB.ua", "lb.ua"]),
    ("claims", "verdict", [model.Verdict.REFINED, "refined"]),
    ("claims", "kind", [model.ClaimKind.OFFICE, "office"]),
    ("persons", "body", [CORPUS.body("nato"), "nato", "the Alliance"]),
    ("persons", "role", ["President", "president"]),
    ("sources", "kind", [model.SourceKind.WEAK, "weak"]),
]  # fmt: skip


@pytest.mark.parametrize(("query", "name", "values"), ONE_RECORD_MEANT)
def test_a_filter_takes_the_object_its_id_and_its_names(
    query: str, name: str, values: list[Any]
) -> None:
    """However the same thing is given, the answer is the same, and there is one."""
    answers = [getattr(CORPUS, query)(**{name: value}) for value in values]
    assert answers[0]
    assert all(answer == answers[0] for answer in answers)
    assert len(answers[0]) < len(getattr(CORPUS, query)())


def test_an_object_of_another_release_stands_for_its_id() -> None:
    """The records that are compared are always those of the release that is asked."""
    sofia = natopa.load("2026.1")
    clause = sofia.clause("489#lift-restrictions")
    assert CORPUS.clauses(topic=clause.topics[0]) == CORPUS.clauses(topic=clause.topics[0].id)
    assert CORPUS.statements(about=clause) == CORPUS.statements(about=clause.id) != ()
    with pytest.raises(natopa.NotFoundError, match="no session '2024-annual'"):
        sofia.texts(session=CORPUS.session("2024-annual"))


UNKNOWN: list[tuple[str, dict[str, Any], str, str | None]] = [
    ("clauses", {"topic": "weapon-restrictions"}, "topic", "weapons-restrictions"),
    ("clauses", {"role": "operativ"}, "role", "operative"),
    ("clauses", {"opening": "Stresing"}, "opening", "Stressing"),
    ("clauses", {"text": "Standing with Ukraine till Victory"}, "adopted text", "489"),
    ("clauses", {"text": 488}, "adopted text", "489"),
    ("clauses", {"amendment": "489#amendment"}, "amendment", "489#amendment-restrictions"),
    ("clauses", {"language": "xx"}, "language", None),
    ("sessions", {"city": "Sofa"}, "city", "Sofia"),
    ("sessions", {"country": "Bulgaria"}, "country", None),
    ("sessions", {"president": "Szczerbaa"}, "person", "michal-szczerba"),
    ("sessions", {"season": "autumn"}, "season", None),
    ("texts", {"session": "2024-sprng"}, "session", "2024-spring"),
    ("texts", {"committee": "Political Comittee"}, "body", "political-committee"),
    ("texts", {"coverage": "titles"}, "coverage", "title"),
    ("statements", {"speaker": "Chernyew"}, "person", "yehor-chernyev"),
    ("statements", {"capacity": "President"}, "capacity",
     "President of the NATO Parliamentary Assembly"),
    ("statements", {"about": "489#lift-restriction"}, "record", "489#lift-restrictions"),
    ("claims", {"verdict": model.Role.OPERATIVE}, "verdict", None),
    ("claims", {"source": "lb-ua"}, "source", None),
    ("sources", {"publisher": "LBua"}, "publisher", "LB.ua"),
    ("persons", {"role": "Presidnt"}, "role", "President"),
]  # fmt: skip


@pytest.mark.parametrize(("query", "filters", "kind", "suggestion"), UNKNOWN)
def test_what_exists_nowhere_is_an_error(
    query: str, filters: dict[str, Any], kind: str, suggestion: str | None
) -> None:
    """The error says what was looked for, what was given, and what comes close."""
    with pytest.raises(natopa.NotFoundError) as caught:
        getattr(CORPUS, query)(**filters)
    assert caught.value.kind == kind
    assert caught.value.value == str(next(iter(filters.values())))
    assert suggestion is None or caught.value.suggestions[0] == suggestion
    assert "\n" not in str(caught.value)


def test_an_unknown_value_is_an_error_whatever_else_is_asked() -> None:
    """An earlier filter that lets nothing pass does not hide it."""
    with pytest.raises(natopa.NotFoundError):
        CORPUS.texts(year=1800, topic="weapon-restrictions")
    with pytest.raises(natopa.NotFoundError):
        CORPUS.clauses(text=500, role="operativ")  # type: ignore[arg-type]


def test_what_does_not_meet_is_empty() -> None:
    """Values that exist each for itself, and free ones that nothing has, give an empty tuple."""
    assert CORPUS.clauses(text=490, topic="weapons-restrictions") == ()
    assert CORPUS.clauses(text=489, session="2024-annual") == ()
    assert CORPUS.sessions(city="Sofia", country="GB") == ()
    assert CORPUS.sessions(country="UA") == ()
    assert CORPUS.texts(coverage="full") == ()
    assert CORPUS.statements(speaker="Stoltenberg", medium="telegram") == ()
    assert CORPUS.texts(year=1800) == CORPUS.texts(title="xyzzy") == ()
    assert CORPUS.texts(title="xxxx") == CORPUS.texts(title="none") == ()
    assert CORPUS.texts(number_from=10**9) == CORPUS.sessions(date_from="2999") == ()


OLDER = (
    "release 2026.2 does not record `Clause.{}`, as its format is 1; load a release of format 2,"
    " such as the newest"
)
INVALID: list[tuple[str, dict[str, Any], str]] = [
    ("texts", {"year": "2024"}, "year: expected a whole number such as 2024; found '2024'"),
    ("texts", {"year": True}, "year: expected a whole number such as 2024; found True"),
    ("sessions", {"year": 2024.0}, "year: expected a whole number such as 2024; found 2024.0"),
    ("texts", {"number_to": "1"}, "number_to: expected a whole number such as 2024; found '1'"),
    ("texts", {"number_from": 490, "number_to": 489},
     "number_from (490) is greater than number_to (489)"),
    ("sources", {"date_from": "2025", "date_to": "2024-12"},
     "date_from (2025) is later than date_to (2024-12)"),
    ("sessions", {"held": "yes"}, "held: expected True or False; found 'yes'"),
    ("texts", {"title": "..."}, "title: expected at least one word; found '...'"),
    ("texts", {"title": 5}, "title: expected words of a title; found 5"),
    ("clauses", {"topic": 5}, "topic: expected a topic, its id or its name; found 5"),
    ("clauses", {"role": 5}, "role: expected one of its words; found 5"),
    ("sessions", {"city": 5}, "city: expected a text; found 5"),
    ("claims", {"about": 4.5}, "about: expected a record, its id or its name; found 4.5"),
    ("clauses", {"text": 4.5}, "text: expected a text, its id or its name; found 4.5"),
    ("clauses", {"session": 5}, "session: expected a session, its id or its name; found 5"),
    ("clauses", {"amendment": 5}, "amendment: expected an amendment, its id or its name; found 5"),
    ("sources", {"language": 5}, "language: expected a text; found 5"),
    ("clauses", {"country": "UA"}, f"country: {OLDER.format('countries')}"),
    ("clauses", {"seen": 5}, f"seen: {OLDER.format('seen')}"),
]  # fmt: skip


@pytest.mark.parametrize(("query", "filters", "message"), INVALID)
def test_what_cannot_be_meant_is_an_error(
    query: str, filters: dict[str, Any], message: str
) -> None:
    """The error names the filter, what it takes and what was given; it is a `ValueError` too."""
    with pytest.raises(errors.InvalidFilterError) as caught:
        getattr(CORPUS, query)(**filters)
    assert str(caught.value) == message
    assert isinstance(caught.value, ValueError)
    assert pickle.loads(pickle.dumps(caught.value)).name == caught.value.name


REFUSED: list[tuple[str, dict[str, Any], tuple[str, str, str]]] = [
    ("texts", {"number_from": 490, "number_to": 489},
     ("number_from", "490", "a number up to 489")),
    ("sources", {"date_from": date(2025, 1, 2), "date_to": "2024-12"},
     ("date_from", "2025-01-02", "a date up to 2024-12")),
    ("clauses", {"cited_text": 489}, ("cited_text", "489", "a release of format 2")),
    ("clauses", {"role": 5}, ("role", "5", "one of its words")),
]  # fmt: skip


@pytest.mark.parametrize(("query", "filters", "told"), REFUSED)
def test_the_fields_of_the_error_say_what_was_expected(
    query: str, filters: dict[str, Any], told: tuple[str, str, str]
) -> None:
    """The filter, its value as printed, and what it takes."""
    with pytest.raises(errors.InvalidFilterError) as caught:
        getattr(CORPUS, query)(**filters)
    assert (caught.value.name, caught.value.value, caught.value.expected) == told


WORDS = "preamble, operative, unknown"
TOLD: list[tuple[str, dict[str, Any], str]] = [
    ("clauses", {"role": "operativ"},
     f"no role 'operativ'; the words are {WORDS}; did you mean 'operative'?"),
    ("sessions", {"country": "Bulgaria"},
     "no country 'Bulgaria'; a country is given as ISO 3166-1 alpha-2, such as BG"),
    ("sources", {"language": "xx"},
     "no language 'xx'; a language is given as a BCP 47 tag, such as uk"),
    ("clauses", {"opening": "Zzz"}, "no opening 'Zzz'"),
]  # fmt: skip


@pytest.mark.parametrize(("query", "filters", "message"), TOLD)
def test_an_unknown_word_is_told_with_what_is_known(
    query: str, filters: dict[str, Any], message: str
) -> None:
    """The words of an enumeration, or the form of a code."""
    with pytest.raises(natopa.NotFoundError) as caught:
        getattr(CORPUS, query)(**filters)
    assert str(caught.value) == message


def test_a_record_of_another_kind_is_not_meant() -> None:
    """A person is not a topic, and an edition, which has no id, is given by its reference."""
    with pytest.raises(errors.InvalidFilterError, match="topic: expected a topic, its id"):
        CORPUS.clauses(topic=CORPUS.person("Cherniev"))  # type: ignore[arg-type]
    with pytest.raises(errors.InvalidFilterError, match="about: expected"):
        CORPUS.statements(about=CORPUS.declaration(489).edition("draft"))  # type: ignore[arg-type]
    assert ids(CORPUS.statements(about="489@draft")) == ["chernyev-last-minute"]


@pytest.mark.parametrize(
    "value",
    ["2024-13", "2024-02-30", "24", "", "May 2024", 2024],
)
def test_a_date_that_is_none_is_an_error(value: Any) -> None:
    """It is the error of every other date."""
    for filters in ({"date_from": value}, {"date_to": value}):
        for query in (CORPUS.sessions, CORPUS.texts, CORPUS.statements, CORPUS.sources):
            with pytest.raises(errors.InvalidDateError):
                query(**filters)


def test_a_date_is_in_a_range_only_where_that_is_certain() -> None:
    """A text of some day in May 2005 is in that month and year, and in no shorter time."""
    monthly = [text for text in CORPUS.texts() if text.adopted == PartialDate(2005, 5)]
    daily = [
        text for text in CORPUS.texts() if text.adopted and text.adopted.day and text.year == 2005
    ]
    assert monthly
    assert daily
    for first, last in (("2005-05", "2005-05"), ("2005", "2005"), ("2005-05-01", "2005-05-31")):
        found = CORPUS.texts(date_from=first, date_to=last)
        assert [text for text in found if text.adopted == PartialDate(2005, 5)] == monthly
    for first, last in (("2005-05-02", "2005"), ("2005", "2005-05-30"), ("2005-06", "2006")):
        found = CORPUS.texts(date_from=first, date_to=last)
        assert set(found).isdisjoint(monthly)
    day = daily[0].adopted
    assert day is not None
    assert daily[0] in CORPUS.texts(date_from=day, date_to=day)
    assert daily[0] in CORPUS.texts(date_from=str(day)[:7], date_to=str(day)[:7])
    undated = [text for text in CORPUS.texts() if text.adopted is None]
    assert undated
    assert set(undated).isdisjoint(CORPUS.texts(date_from="0001"))


def test_a_session_whose_days_are_not_known_is_somewhere_in_its_year() -> None:
    """The year is certain where the days are not."""
    unknown = CORPUS.session("2020-spring")
    assert unknown.start is unknown.end is None
    assert unknown in CORPUS.sessions(date_from="2020", date_to="2020")
    assert unknown not in CORPUS.sessions(date_from="2020-02")
    assert unknown not in CORPUS.sessions(date_to="2020-11")


def test_about_a_text_includes_what_is_in_it() -> None:
    """Its clauses, votes, amendments and editions count, and not a text whose number starts so."""
    whole = CORPUS.statements(about=489)
    parts = {reference for statement in whole for reference in statement.about}
    assert {"489", "489#lift-restrictions", "489#vote-whole", "489@draft"} <= parts
    assert set(CORPUS.statements(about="489#lift-restrictions")) < set(whole)
    assert CORPUS.statements(about="Standing with Ukraine until Victory") == whole
    with pytest.raises(natopa.NotFoundError, match="no record '48'"):
        CORPUS.statements(about=48)


@pytest.mark.parametrize(("key", "name"), [("topics", "weapons"), ("addressees", "assembly")])
def test_a_topic_given_twice_is_refused(tmp_path: Path, key: str, name: str) -> None:
    """A record does not repeat itself, so that no answer has a clause twice."""
    files = small_release.documents()
    text: Any = files["declarations/489.json"]
    text[0]["clauses"][0][key] = [name, name]
    with pytest.raises(errors.InvalidReleaseError, match=f'each once, found "{name}" twice'):
        natopa.load(small_release.write(tmp_path, files))


ENUMERATIONS = [
    (model.Season, literals.SeasonWord),
    (model.Seen, literals.SeenWord),
    (model.SessionFormat, literals.SessionFormatWord),
    (model.Role, literals.RoleWord),
    (model.Fidelity, literals.FidelityWord),
    (model.Medium, literals.MediumWord),
    (model.Verdict, literals.VerdictWord),
    (model.Confidence, literals.ConfidenceWord),
    (model.Coverage, literals.CoverageWord),
    (model.SourceKind, literals.SourceKindWord),
    (model.ClaimKind, literals.ClaimKindWord),
]


@pytest.mark.parametrize(("enumeration", "literal"), ENUMERATIONS)
def test_type_checkers_know_the_words_of_each_enumeration(
    enumeration: type[StrEnum], literal: object
) -> None:
    """The words that a signature lists are those of the enumeration, in its order."""
    assert list(get_args(literal)) == [str(word) for word in enumeration]


def test_every_list_of_words_is_compared() -> None:
    """No list of words escapes the test above."""
    lists = {name for name in vars(literals) if name.endswith("Word")}
    assert lists == {f"{enumeration.__name__}Word" for enumeration, _ in ENUMERATIONS}


def test_what_type_checkers_accept_runs() -> None:
    """The documented uses are not only well typed."""
    runpy.run_path(str(ROOT / "typing_tests" / "uses.py"), run_name="__main__")


TABLE = re.findall(
    r"^\| `(corpus\..+)` \| `(.+)` \|$",
    (ROOT / "docs" / "how-to" / "query.md").read_text(encoding="utf-8"),
    re.MULTILINE,
)


@pytest.mark.parametrize(("query", "comprehension"), TABLE)
def test_the_comprehensions_of_the_documentation_are_equal(query: str, comprehension: str) -> None:
    """Both columns of the table give the same records, and some."""
    names = {"corpus": CORPUS}
    found = eval(query, names)  # noqa: S307 - it is our own page.
    assert found
    assert list(found) == list(eval(comprehension, names))  # noqa: S307


def test_the_table_of_the_documentation_is_read() -> None:
    """The test above has rows to compare."""
    assert len(TABLE) == 9


def test_what_two_ask_for_at_once_is_built_once() -> None:
    """The second waits for the first, and gets what that one built."""
    building, built = Event(), []

    def build() -> str:
        building.set()
        sleep(0.02)
        built.append("value")
        return "value"

    value: Built[str] = Built()
    with ThreadPoolExecutor(2) as pool:
        first = pool.submit(value.get, build)
        building.wait()
        assert pool.submit(value.get, build).result() == first.result() == "value"
    assert built == ["value"]


@pytest.mark.slow
def test_sixteen_threads_get_the_same_answers() -> None:
    """Whoever asks first of a corpus, and however many at once."""
    questions: list[Callable[[natopa.Corpus], tuple[Any, ...]]] = [
        lambda corpus: corpus.clauses(role="operative", topic="weapons-restrictions"),
        lambda corpus: corpus.clauses(opening="stressing", language="en"),
        lambda corpus: corpus.statements(speaker="Cherniev", about=489),
        lambda corpus: corpus.texts(title="ukraine", date_from="2024"),
        lambda corpus: corpus.resolutions(committee="esc", year=2005),
        lambda corpus: corpus.sessions(city="Copenhagen", president="Pierre Lellouche"),
        lambda corpus: corpus.sources(publisher="lb.ua", language="uk"),
        lambda corpus: corpus.claims(verdict="refined", publisher="LB.ua"),
    ]
    expected = [ids(question(CORPUS)) for question in questions] * 4
    for _ in range(3):
        fresh = natopa.load("2026.2")
        with ThreadPoolExecutor(16) as pool:
            answers = list(pool.map(lambda question: ids(question(fresh)), questions * 4))  # noqa: B023
        assert answers == expected


def test_a_copy_of_a_corpus_answers_the_same() -> None:
    """What is made on first use is made anew, of the records of the copy."""
    copy = pickle.loads(pickle.dumps(CORPUS))
    assert copy.clauses(topic="terrorism") == CORPUS.clauses(topic="terrorism") != ()
    assert copy.texts(title="ukraine") == CORPUS.texts(title="ukraine") != ()


def test_asking_for_one_text_reads_no_other() -> None:
    """The clauses of one text of a packaged release need the file of that text alone."""
    corpus = natopa.load("2026.2")
    assert corpus.clauses(text=489)
    made = corpus._index._shelf._made  # type: ignore[attr-defined]
    assert "489" in made
    assert not {"490", "491"} & set(made)
