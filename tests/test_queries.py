"""The filters of the queries: what they mean, what they accept, and what they refuse."""

from __future__ import annotations

import pickle
import re
import runpy
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, date, datetime
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Any, get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

import natopa_declarations as natopa
from natopa_declarations import PartialDate, _given
from natopa_declarations._names import fold

from . import small_release

if TYPE_CHECKING:
    from collections.abc import Callable

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


def one_of(values: list[Any]) -> st.SearchStrategy[Any]:
    """Draw None, or one of the values that the release has."""
    return st.none() | st.sampled_from(sorted({value for value in values if value is not None}))


YEARS = st.none() | st.integers(1950, 2030)
NUMBERS = st.none() | st.integers(290, 510)
DATES = st.none() | st.sampled_from(
    ["1955", "1990", "2001-10", "2005", "2005-05", "2005-05-31", "2016-11", "2024-05-27", "2025"]
)
SESSIONS = CORPUS.sessions()
TEXTS = CORPUS.texts()
CLAUSES = CORPUS.clauses()
STATEMENTS = CORPUS.statements()
CLAIMS = CORPUS.claims()
TOPICS = one_of([topic.id for clause in CLAUSES for topic in clause.topics])
ADDRESSEES = one_of([body.id for clause in CLAUSES for body in clause.addressees])
LANGUAGES = one_of([source.language for source in CORPUS.sources()])
ABOUT = one_of(
    [reference for claim in CLAIMS for reference in claim.about]
    + [reference for statement in STATEMENTS for reference in statement.about]
    + ["2024-annual", "490", "489@adopted"]
)


def ordered(first: Any, last: Any) -> tuple[Any, Any]:
    """Return both ends of a range in order, as far as they are given."""
    if first is not None and last is not None and first > last:
        return last, first
    return first, last


@given(
    YEARS,
    DATES,
    DATES,
    one_of(list(natopa.Season)),
    one_of([s.city for s in SESSIONS]),
    one_of([s.country for s in SESSIONS]),
    one_of([s.president.id for s in SESSIONS if s.president]),
    one_of(list(natopa.SessionFormat)),
    st.none() | st.booleans(),
    one_of(list(natopa.Confidence)),
)
def test_sessions_equal_the_comprehension(
    year: int | None, first: str | None, last: str | None, season: Any, city: Any,
    country: Any, president: Any, format_: Any, held: Any, confidence: Any,
) -> None:  # fmt: skip
    """Any combination of filters of sessions finds what a comprehension over all of them finds."""
    first, last = ordered(first, last)
    found = CORPUS.sessions(
        year=year, date_from=first, date_to=last, season=season, city=city, country=country,
        president=president, format=format_, held=held, confidence=confidence,
    )  # fmt: skip
    assert list(found) == [
        s for s in SESSIONS
        if may(s.year, year)
        and inside(s.start or PartialDate(s.year), first, None)
        and inside(s.end or PartialDate(s.year), None, last)
        and may(s.season, season) and may(s.city, city) and may(s.country, country)
        and may(s.president and s.president.id, president) and may(s.format, format_)
        and may(s.held, held) and may(s.confidence, confidence)
    ]  # fmt: skip


@given(
    YEARS,
    DATES,
    DATES,
    NUMBERS,
    NUMBERS,
    one_of([s.id for s in SESSIONS]),
    one_of([word for t in TEXTS for word in fold(t.title or "").split()]),
    one_of([t.committee.id for t in TEXTS if t.committee]),
    one_of([t.presenter.id for t in TEXTS if t.presenter]),
    one_of([t.rapporteur.id for t in TEXTS if t.rapporteur]),
    TOPICS,
    ADDRESSEES,
    one_of(list(natopa.Coverage)),
    one_of(list(natopa.Confidence)),
)
def test_texts_equal_the_comprehension(
    year: Any, first: Any, last: Any, lowest: Any, highest: Any, session: Any, title: Any,
    committee: Any, presenter: Any, rapporteur: Any, topic: Any, addressee: Any, coverage: Any,
    confidence: Any,
) -> None:  # fmt: skip
    """Any combination of filters of texts, for declarations and resolutions too."""
    first, last = ordered(first, last)
    lowest, highest = ordered(lowest, highest)
    for query in (CORPUS.texts, CORPUS.declarations, CORPUS.resolutions):
        found: tuple[natopa.AdoptedText, ...] = query(
            year=year, date_from=first, date_to=last, number_from=lowest, number_to=highest,
            session=session, title=title, committee=committee, presenter=presenter,
            rapporteur=rapporteur, topic=topic, addressee=addressee, coverage=coverage,
            confidence=confidence,
        )  # fmt: skip
        everything: tuple[natopa.AdoptedText, ...] = query()
        assert list(found) == [
            t for t in everything
            if may(t.year, year) and inside(t.adopted, first, last)
            and (lowest is None or (t.number or 0) >= lowest)
            and (highest is None or (t.number or 999) <= highest)
            and may(t.session and t.session.id, session)
            and (title is None or title in fold(
                " ".join([t.title or "", *[w.text for w in t.titles]])).split())
            and may(t.committee and t.committee.id, committee)
            and may(t.presenter and t.presenter.id, presenter)
            and may(t.rapporteur and t.rapporteur.id, rapporteur)
            and (topic is None or any(topic == o.id for c in t.clauses for o in c.topics))
            and (addressee is None
                 or any(addressee == o.id for c in t.clauses for o in c.addressees))
            and may(t.coverage, coverage) and may(t.confidence, confidence)
        ]  # fmt: skip


@given(
    one_of([t.id for t in TEXTS]),
    one_of([s.id for s in SESSIONS]),
    one_of(list(natopa.Role)),
    one_of([c.verb for c in CLAUSES]),
    TOPICS,
    ADDRESSEES,
    one_of([a.id for t in TEXTS for a in t.amendments]),
    one_of(list(natopa.Fidelity)),
    LANGUAGES,
    st.none() | st.booleans(),
)
def test_clauses_equal_the_comprehension(
    text: Any, session: Any, role: Any, verb: Any, topic: Any, addressee: Any, amendment: Any,
    fidelity: Any, language: Any, inferred: Any,
) -> None:  # fmt: skip
    """Any combination of filters of clauses."""
    found = CORPUS.clauses(
        text=text, session=session, role=role, verb=verb, topic=topic, addressee=addressee,
        amendment=amendment, fidelity=fidelity, language=language, inferred=inferred,
    )  # fmt: skip
    assert list(found) == [
        c for t in TEXTS for c in t.clauses
        if may(t.id, text) and may(t.session and t.session.id, session) and may(c.role, role)
        and may(c.verb, verb) and (topic is None or topic in ids(c.topics))
        and (addressee is None or addressee in ids(c.addressees))
        and may(c.amendment and c.amendment.id, amendment)
        and (fidelity is language is None
             or any(may(w.fidelity, fidelity) and may(w.language, language) for w in c.wordings))
        and may(c.is_inferred, inferred)
    ]  # fmt: skip


@given(
    DATES,
    DATES,
    one_of([p.id for p in CORPUS.persons()]),
    one_of([s.capacity for s in STATEMENTS]),
    one_of(list(natopa.Medium)),
    ABOUT,
    one_of(list(natopa.Fidelity)),
    LANGUAGES,
)
def test_statements_equal_the_comprehension(
    first: Any, last: Any, speaker: Any, capacity: Any, medium: Any, about: Any,
    fidelity: Any, language: Any,
) -> None:  # fmt: skip
    """Any combination of filters of statements."""
    first, last = ordered(first, last)
    found = CORPUS.statements(
        date_from=first, date_to=last, speaker=speaker, capacity=capacity, medium=medium,
        about=about, fidelity=fidelity, language=language,
    )  # fmt: skip
    assert list(found) == [
        s for s in STATEMENTS
        if inside(s.date, first, last) and may(s.speaker.id, speaker)
        and may(s.capacity, capacity) and may(s.medium, medium) and touching(s.about, about)
        and (fidelity is language is None
             or any(may(w.fidelity, fidelity) and may(w.language, language) for w in s.wordings))
    ]  # fmt: skip


@given(
    one_of([c.citation.source.id for c in CLAIMS]),
    one_of([c.citation.source.publisher for c in CLAIMS]),
    one_of(list(natopa.ClaimKind)),
    one_of(list(natopa.Verdict)),
    ABOUT,
)
def test_claims_equal_the_comprehension(
    source: Any, publisher: Any, kind: Any, verdict: Any, about: Any
) -> None:  # fmt: skip
    """Any combination of filters of claims."""
    found = CORPUS.claims(
        source=source, publisher=publisher, kind=kind, verdict=verdict, about=about
    )
    assert list(found) == [
        c for c in CLAIMS
        if may(c.citation.source.id, source) and may(c.citation.source.publisher, publisher)
        and may(c.kind, kind) and may(c.verdict, verdict) and touching(c.about, about)
    ]  # fmt: skip


@given(
    one_of([m.body.id for p in CORPUS.persons() for m in p.memberships]),
    one_of([m.role for p in CORPUS.persons() for m in p.memberships]),
)
def test_persons_equal_the_comprehension(body: Any, role: Any) -> None:  # fmt: skip
    """Body and office are those of one membership."""
    assert list(CORPUS.persons(body=body, role=role)) == [
        p for p in CORPUS.persons()
        if body is role is None
        or any(may(m.body.id, body) and may(m.role, role) for m in p.memberships)
    ]  # fmt: skip


@given(
    one_of([s.publisher for s in CORPUS.sources()]),
    one_of(list(natopa.SourceKind)),
    LANGUAGES,
    DATES,
    DATES,
)
def test_sources_equal_the_comprehension(
    publisher: Any, kind: Any, language: Any, first: Any, last: Any
) -> None:  # fmt: skip
    """Any combination of filters of sources."""
    first, last = ordered(first, last)
    found = CORPUS.sources(
        publisher=publisher, kind=kind, language=language, date_from=first, date_to=last
    )
    assert list(found) == [
        s for s in CORPUS.sources()
        if may(s.publisher, publisher) and may(s.kind, kind) and may(s.language, language)
        and inside(s.published, first, last)
    ]  # fmt: skip


ONE_RECORD_MEANT: list[tuple[str, str, list[Any]]] = [
    ("sessions", "city", ["Québec City", "QUEBEC CITY", "québec   city"]),
    ("sessions", "country", ["BG", "bg"]),
    ("sessions", "president", [CORPUS.person("szczerba"), "michal-szczerba", "MICHAL SZCZERBA"]),
    ("sessions", "season", [natopa.Season.ANNUAL, "annual", "Annual"]),
    ("sessions", "format", [natopa.SessionFormat.IN_PERSON, "in-person", "In person"]),
    ("sessions", "confidence", [natopa.Confidence.HIGH, "high"]),
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
    ("clauses", "verb", ["Stressing", "stressing"]),
    ("clauses", "role", [natopa.Role.OPERATIVE, "operative", "OPERATIVE"]),
    ("clauses", "amendment",
     [CORPUS.resolve("489#amendment-restrictions"), "489#amendment-restrictions"]),
    ("clauses", "fidelity", [natopa.Fidelity.QUOTED, "quoted"]),
    ("clauses", "language", ["en", "EN"]),
    ("statements", "speaker", [CORPUS.person("Chernyev"), "yehor-chernyev", "Cherniev"]),
    ("statements", "medium", [natopa.Medium.FACEBOOK, "facebook"]),
    ("statements", "about", [CORPUS.clause("489#lift-restrictions"), "489#lift-restrictions"]),
    ("statements", "capacity", ["Secretary General of NATO", "secretary general of nato"]),
    ("claims", "source", [CORPUS.source("lb-ua-29512"), "lb-ua-29512"]),
    ("claims", "publisher", ["LB.ua", "lb.ua"]),
    ("claims", "verdict", [natopa.Verdict.REFINED, "refined"]),
    ("claims", "kind", [natopa.ClaimKind.OFFICE, "office"]),
    ("persons", "body", [CORPUS.body("nato"), "nato", "the Alliance"]),
    ("persons", "role", ["President", "president"]),
    ("sources", "kind", [natopa.SourceKind.WEAK, "weak"]),
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
    ("clauses", {"verb": "Stresing"}, "verb", "Stressing"),
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
    ("claims", {"verdict": natopa.Role.OPERATIVE}, "verdict", None),
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
    assert CORPUS.texts(number_from=10**9) == CORPUS.sessions(date_from="2999") == ()


INVALID: list[tuple[str, dict[str, Any], str]] = [
    ("texts", {"year": "2024"}, "year: expected a whole number such as 2024; found '2024'"),
    ("texts", {"year": True}, "year: expected a whole number such as 2024; found True"),
    ("sessions", {"year": 2024.0}, "year: expected a whole number such as 2024; found 2024.0"),
    ("texts", {"number_to": "1"}, "number_to: expected a whole number such as 2024; found '1'"),
    ("texts", {"number_from": 490, "number_to": 489},
     "number_from: expected a number up to that of number_to, 489; found 490"),
    ("sources", {"date_from": "2025", "date_to": "2024-12"},
     "date_from: expected a date up to that of date_to, 2024-12; found 2025"),
    ("sessions", {"held": "yes"}, "held: expected True or False; found 'yes'"),
    ("texts", {"title": "..."}, "title: expected at least one word; found '...'"),
    ("texts", {"title": 5}, "title: expected words of a title; found 5"),
    ("clauses", {"topic": 5}, "topic: expected a record (Topic), its id or its name; found 5"),
    ("clauses", {"role": 5}, "role: expected one of its words; found 5"),
    ("sessions", {"city": 5}, "city: expected a text; found 5"),
    ("claims", {"about": 4.5}, "about: expected a record, its id or its name; found 4.5"),
]  # fmt: skip


@pytest.mark.parametrize(("query", "filters", "message"), INVALID)
def test_what_cannot_be_meant_is_an_error(
    query: str, filters: dict[str, Any], message: str
) -> None:
    """The error names the filter, what it takes and what was given; it is a `ValueError` too."""
    with pytest.raises(natopa.InvalidFilterError) as caught:
        getattr(CORPUS, query)(**filters)
    assert str(caught.value) == message
    assert isinstance(caught.value, ValueError)
    assert pickle.loads(pickle.dumps(caught.value)).name == caught.value.name


def test_a_record_of_another_kind_is_not_meant() -> None:
    """A person is no topic, and an edition, which has no id, is given by its reference."""
    with pytest.raises(natopa.InvalidFilterError, match=r"topic: expected a record \(Topic\)"):
        CORPUS.clauses(topic=CORPUS.person("Cherniev"))  # type: ignore[arg-type]
    with pytest.raises(natopa.InvalidFilterError, match="about: expected"):
        CORPUS.statements(about=CORPUS.declaration(489).edition("draft"))  # type: ignore[arg-type]
    assert ids(CORPUS.statements(about="489@draft")) == ["chernyev-last-minute"]


@pytest.mark.parametrize(
    "value",
    ["2024-13", "2024-02-30", "24", "", "May 2024", 2024, datetime(2024, 5, 1, tzinfo=UTC)],
)
def test_a_date_that_is_none_is_an_error(value: Any) -> None:
    """It is the error of every other date."""
    for filters in ({"date_from": value}, {"date_to": value}):
        for query in (CORPUS.sessions, CORPUS.texts, CORPUS.statements, CORPUS.sources):
            with pytest.raises(natopa.InvalidDateError):
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


def test_a_topic_given_twice_gives_the_clause_once(tmp_path: Path) -> None:
    """A user's own record may repeat itself; the answer does not."""
    files = small_release.documents()
    text: Any = files["declarations/489.json"]
    text[0]["clauses"][0]["topics"] = ["weapons", "weapons"]
    text[0]["clauses"][0]["addressees"] = ["assembly", "assembly"]
    corpus = natopa.load(small_release.write(tmp_path, files))
    assert ids(corpus.clauses(topic="Arms")) == ["489#lift"]
    assert ids(corpus.clauses(addressee="assembly")) == ["489#lift"]
    assert ids(corpus.texts(topic="weapons", title="стоїмо")) == ["489"]


ENUMERATIONS = [
    (natopa.Season, _given.SeasonWord),
    (natopa.SessionFormat, _given.SessionFormatWord),
    (natopa.Role, _given.RoleWord),
    (natopa.Fidelity, _given.FidelityWord),
    (natopa.Medium, _given.MediumWord),
    (natopa.Verdict, _given.VerdictWord),
    (natopa.Confidence, _given.ConfidenceWord),
    (natopa.Coverage, _given.CoverageWord),
    (natopa.SourceKind, _given.SourceKindWord),
    (natopa.ClaimKind, _given.ClaimKindWord),
]


@pytest.mark.parametrize(("enumeration", "literal"), ENUMERATIONS)
def test_type_checkers_know_the_words_of_each_enumeration(
    enumeration: type[StrEnum], literal: object
) -> None:
    """The words that a signature lists are those of the enumeration, in its order."""
    assert list(get_args(literal)) == [str(word) for word in enumeration]


def test_every_list_of_words_is_compared() -> None:
    """No list of words escapes the test above."""
    lists = {name for name in vars(_given) if name.endswith("Word")}
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


def test_sixteen_threads_get_the_same_answers() -> None:
    """Whoever asks first of a corpus, and however many at once."""
    questions: list[Callable[[natopa.Corpus], tuple[Any, ...]]] = [
        lambda corpus: corpus.clauses(role="operative", topic="weapons-restrictions"),
        lambda corpus: corpus.clauses(verb="stressing", language="en"),
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
    unread = corpus._index._shelf._unread  # type: ignore[attr-defined]
    assert "declarations/490.json" in unread
    assert "resolutions/491.json" in unread
