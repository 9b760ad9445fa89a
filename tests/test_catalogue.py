"""Release 2026.2, the catalogue: what is known of it, which the code must go on to say.

The release is frozen, so these are tests of the code over data that stays; what every release is
to satisfy stands in `test_data`.
"""

from __future__ import annotations

import datetime as dt
from collections import Counter

import pytest

import natopa_declarations as natopa
from natopa_declarations import errors, model

CORPUS = natopa.load("2026.2")
HELD = [session for session in CORPUS.sessions() if session.held]


def test_everything_sourced_is_there() -> None:
    """68 sessions were held, 23 declarations and 112 resolutions adopted, by the sources seen."""
    assert len(HELD) == 68
    assert len(CORPUS.declarations()) == 23
    assert len(CORPUS.resolutions()) == 112
    assert len(CORPUS.texts()) == 135
    assert Counter(session.season for session in HELD) == {"annual": 40, "spring": 28}
    assert (HELD[0].year, HELD[-1].year) == (1955, 2025)
    assert sum(session.ordinal is not None for session in HELD) == 28
    assert sum(session.start is not None and session.end is not None for session in HELD) == 58
    assert Counter(session.confidence for session in HELD) == {"high": 54, "medium": 13, "low": 1}
    bases = Counter(session.president_basis for session in HELD)
    assert bases == {"named": 32, "term": 16, None: 20}
    assert all(
        (session.president is None) == (session.president_basis is None) for session in HELD
    )


def test_the_sofia_record_is_still_there() -> None:
    """What 2026.1 has, 2026.2 has too; what it adds to a record of 2026.1 it says."""
    old = natopa.load("2026.1")
    said = {change.record for change in CORPUS.release.changes if change.kind == "extended"}
    changed = {
        identifier
        for kind, records in old._records.items()
        for record in records
        for identifier in [getattr(record, "id")]  # noqa: B009 - every record has one.
        if kind != "sources" and CORPUS.resolve(identifier) != record
    }
    direct = {"nato-parliamentary-assembly", "michal-szczerba", "gerald-connolly", "mike-turner"}
    assert said == direct | {"2024-spring", "489"}
    assert direct <= changed
    assert set(old.sources()) <= set(CORPUS.sources())
    assert [claim.text for claim in CORPUS.claims(source="lb-ua-29512")] == [
        claim.text for claim in old.claims(source="lb-ua-29512")
    ]


@pytest.mark.parametrize(
    ("identifier", "city", "country", "start", "end", "ordinal", "president"),
    [
        ("1955-annual", "Paris", "FR", "1955-07-18", "1955-07-22", None, "wishart-robertson"),
        ("1991-annual", "Madrid", "ES", "1991-10", None, None, None),
        ("1990-annual", "London", "GB", "1990-11-25", "1990-11-30", 36, "patrick-duffy"),
        ("2001-annual", "Ottawa", "CA", None, "2001-10-09", None, None),
        ("2006-spring", "Paris", "FR", None, None, None, "pierre-lellouche"),
        ("2013-annual", "Dubrovnik", "HR", "2013-10-11", "2013-10-14", 59, "hugh-bayley"),
        ("2017-spring", "Tbilisi", "GE", "2017-05-26", "2017-05-29", None, "paolo-alli"),
        ("2020-annual", None, None, "2020-11-18", "2020-11-23", 66, "attila-mesterhazy"),
        ("2025-annual", "Ljubljana", "SI", "2025-10-10", "2025-10-13", 71, "marcos-perestrello"),
    ],
)
def test_sessions_say_what_the_sources_say(
    identifier: str,
    city: str | None,
    country: str | None,
    start: str | None,
    end: str | None,
    ordinal: int | None,
    president: str | None,
) -> None:
    """Place, dates as exact as the sources, number and President; a blank stays a blank."""
    session = CORPUS.session(identifier)
    assert (session.city, session.country, session.ordinal) == (city, country, ordinal)
    assert (session.start and str(session.start)) == start
    assert (session.end and str(session.end)) == end
    assert (session.president and session.president.id) == president


def test_formats() -> None:
    """Two sessions met online, one was hybrid, and one was called off."""
    formats = {session.id: session.format for session in HELD if session.format != "in-person"}
    assert formats == {"2020-annual": "online", "2021-spring": "online", "2021-annual": "hybrid"}
    assert [session.id for session in CORPUS.sessions() if not session.held] == ["2020-spring"]
    postponed = CORPUS.session("2020-spring")
    assert (postponed.start, postponed.city) == (None, None)
    assert "Kyiv" in (postponed.note or "")


def test_titles_are_titles() -> None:
    """Where only a translation, a draft or a short title is known, there is no title."""
    for text in CORPUS.texts():
        assert (text.title is None) == (text.coverage == model.Coverage.NUMBER)
    assert CORPUS.declaration(460).title is None
    assert CORPUS.declaration(460).subject == "NATO 2030"
    georgia = CORPUS.declaration("2006-georgia")
    assert georgia.title is None
    assert georgia.edition("draft").title == "Georgia's relationship with NATO"
    assert CORPUS.resolution(403).subject is not None
    italian = {
        text.id for text in CORPUS.texts() for title in text.titles if title.language == "it"
    }
    assert italian == {"401", "402", "403", "404", "405", "406", "428"}
    assert CORPUS.resolution(393).subject is None
    assert [text.number for text in CORPUS.texts() if text.inference and "paired" in text.inference
            ] == [401, 404, 405, 406, 407]  # fmt: skip


def test_dates_are_as_exact_as_the_sources() -> None:
    """A day, a month or a year; what a booklet dates is marked."""
    assert str(CORPUS.declaration(333).adopted) == "2005-05"
    assert str(CORPUS.resolution(381).adopted) == "2010"
    assert CORPUS.resolution(381).session is None
    assert str(CORPUS.resolution(302).adopted) == "2000-11"
    booklet = [text.number for text in CORPUS.texts() if "booklet" in (text.inference or "")]
    assert booklet == [*range(328, 333), *range(491, 496), *range(498, 504)]
    undated = [text.id for text in CORPUS.texts() if text.adopted is None]
    assert len(undated) == 7
    assert all(identifier.startswith("shortcut-") for identifier in undated)


def test_linked_texts_are_linked() -> None:
    """Who cites, follows or accompanies whom can be asked of the texts."""
    links = {
        (text.id, relation.kind, relation.target)
        for text in CORPUS.texts()
        for relation in text.relations
    }
    assert {
        ("489", "follows", "474"),
        ("489", "follows", "481"),
        ("489", "follows", "482"),
        ("494", "follows", "489"),
        ("419", "cites", "409"),
        ("482", "cites", "479"),
        ("487", "cites", "481"),
        ("487", "cites", "482"),
        ("328", "cites", "323"),
        ("473", "accompanies", "474"),
        ("345", "accompanies", "346"),
        ("409", "accompanies", "2014-support-of-ukraine"),
        ("481", "accompanies", "482"),
        ("489", "accompanies", "490"),
        ("496", "accompanies", "497"),
    } <= links
    assert "strike" in (CORPUS.resolution(494).summary or "")


def test_committees_and_rapporteurs() -> None:
    """A text names its committee and rapporteur where a source does."""
    assert CORPUS.resolution(479).committee is CORPUS.body("PC")
    assert CORPUS.resolution(479).rapporteur is CORPUS.person("Tomas Valasek")
    assert CORPUS.declaration(419).committee is CORPUS.body("Standing Committee")
    assert CORPUS.resolution(344).edition("draft").code == "193 STC 05 E"
    assert CORPUS.declaration(496).code == "178 SESA 25 E"
    assert CORPUS.resolution(339).code == "238 SESA 05 E"
    drafts = [str(text.id) for text in CORPUS.texts() if text.editions and text.number != 489]
    assert drafts == ["335", "339", "341", "344", "345", "346", "490", "2006-georgia"]
    assert CORPUS.declaration(497).votes[0].accounts[0].unanimous is True


def test_names_are_found_in_any_spelling() -> None:
    """Native names and their spellings without diacritics lead to one record."""
    names = {
        "michal-szczerba": ("Michał Szczerba", "MICHAL SZCZERBA", "szczerba"),
        "attila-mesterhazy": ("Attila Mesterházy", "mesterhazy", "ATTILA MESTERHAZY"),
        "rasa-jukneviciene": ("Juknevičienė", "rasa jukneviciene"),
        "joelle-garriaud-maylam": ("Joëlle Garriaud-Maylam", "garriaud maylam"),
        "jose-lello": ("José Lello", "Jose Lello"),
        "mike-turner": ("Michael R. Turner", "Mike Turner"),
        "nato-parliamentary-assembly": ("North Atlantic Assembly",),
        "2024-annual": ("Montréal", "Montreal", "MONTRÉAL"),
        "2006-annual": ("Québec City", "quebec city"),
    }
    for identifier, spellings in names.items():
        for spelling in spellings:
            assert getattr(CORPUS.find(spelling), "id", None) == identifier
    assert CORPUS.session("The Hague").id == "2014-annual"
    with pytest.raises(natopa.NotFoundError, match="matches four sessions") as caught:
        CORPUS.session("London")
    assert caught.value.suggestions == ("1974-annual", "1982-annual", "1990-annual", "2019-annual")


def test_who_was_president() -> None:
    """The terms answer for a day, month or year; the session on the day where they do not."""
    found = {
        "1955-07-20": "Wishart McL. Robertson",
        "1974": "Knud Damgaard",
        "1978-01-01": "Sir Geoffrey de Freitas",
        "1990-11-27": "Patrick Duffy",
        "2010-06": "John Tanner",
        "2013-05-18": "Hugh Bayley",
        "2014-05-30": "Hugh Bayley",
        "2014-12-24": "Mike Turner",
        "2018-11-20": "Madeleine Moon",
        "2022-11-19": "Gerald Connolly",
        "2023-10-07": "Michał Szczerba",
        "2024-05-27": "Michał Szczerba",
        "2024-08-01": "Gerald Connolly",
        "2025-06-01": "Marcos Perestrello",
    }
    for day, name in found.items():
        assert CORPUS.president(on=day).name == name, day
    assert CORPUS.president(on=dt.date(2024, 5, 27)).id == "michal-szczerba"
    assert CORPUS.president(on=natopa.PartialDate(2024, 5)).id == "michal-szczerba"
    sofia = CORPUS.session("2024-spring")
    assert sofia.end is not None
    assert CORPUS.president(on=sofia.end) is sofia.president


def test_the_secretaries_general_of_the_assembly() -> None:
    """An office dated on both sides answers; one that is open says who was last in it."""
    for day, name in [("2004-11", "Simon Lunn"), ("2010", "David Hobbs"),
                      ("2020-01", "Ruxandra Popa")]:  # fmt: skip
        assert CORPUS.secretary_general(on=day).name == name, day
    with pytest.raises(natopa.NotFoundError, match=r"do not settle it: Simon Lunn \(\? to \?\)"):
        CORPUS.secretary_general(on="2000")
    with pytest.raises(natopa.NotFoundError, match=r"last that began before it: Ruxandra Popa"):
        CORPUS.secretary_general(on="2023-05-01")
    with pytest.raises(natopa.NotFoundError, match=r"no source read names one$"):
        CORPUS.secretary_general(on="1990")
    with pytest.raises(errors.InvalidDateError):
        CORPUS.secretary_general(on="May")


def test_where_the_sources_do_not_settle_the_president() -> None:
    """A day of change, disagreeing terms and an unknown day are errors that say what is known."""
    with pytest.raises(natopa.NotFoundError, match=r"Tanner .*Lamers") as caught:
        CORPUS.president(on="2010-11-16")
    assert caught.value.value == "2010-11-16"
    with pytest.raises(natopa.NotFoundError, match="Garriaud-Maylam"):
        CORPUS.president(on="2022-11-21")
    with pytest.raises(natopa.NotFoundError, match=r"Wayne Hays \(1975 to 1977\), Sir Geoffrey"):
        CORPUS.president(on="1977-05")
    with pytest.raises(natopa.NotFoundError, match=r"names one; the last .* Marcos Perestrello"):
        CORPUS.president(on="2030")
    with pytest.raises(natopa.NotFoundError):
        natopa.load("2026.1").president(on="1999")
    for wrong in ("May 2024", "2024-13", ""):
        with pytest.raises(errors.InvalidDateError):
            CORPUS.president(on=wrong)
    noon = dt.datetime(2024, 5, 27, 12, tzinfo=dt.UTC)
    assert CORPUS.president(on=noon) is CORPUS.president(on="2024-05-27")
    with pytest.raises(errors.InvalidDateError):
        CORPUS.president(on=2024)  # type: ignore[arg-type]


def test_the_president_of_a_session_is_the_president_of_its_time() -> None:
    """Terms and sessions do not contradict each other."""
    for session in HELD:
        if session.president is None or session.start is None:
            continue
        try:
            found = CORPUS.president(on=session.start)
        except natopa.NotFoundError:
            continue
        assert found == session.president, session.id


def test_offices_members_and_sizes() -> None:
    """The small records of the Assembly and the Alliance, in order of time."""
    states = CORPUS.member_states()
    assert len(states) == 32
    assert [state.accession.earliest for state in states] == sorted(
        state.accession.earliest for state in states
    )
    assert [state.country for state in states[-2:]] == ["FI", "SE"]
    sizes = {str(size.start): (size.members, size.countries) for size in CORPUS.sizes()}
    assert sizes["1993"] == (188, 16)
    assert sizes["2023"] == (274, 31)
    assert sizes["2024"] == (281, 32)
    candidate = CORPUS.resolve("class-candidate")
    assert isinstance(candidate, model.ParticipationClass)
    assert candidate.countries == ("BA", "GE", "UA")
    assert len(CORPUS.participation_classes()) == 9
    secretaries = [
        person.name
        for person in CORPUS.persons()
        if any("Secretary General of the Assembly" in term.role for term in person.memberships)
    ]
    assert secretaries == ["Simon Lunn", "David Hobbs", "Ruxandra Popa", "Benedetta Berti"]
    (term,) = CORPUS.person("Popa").memberships
    assert (str(term.start), term.end) == ("2020-01-01", None)


def test_dissent_is_kept_as_claims() -> None:
    """What a source says otherwise stands with the source that the record follows."""
    dissent = {
        "cameron-north-atlantic-assembly#paris-1955": "contradicted",
        "senat-cp20150718b#paris-1955": "contradicted",
        "bundestag-hib-2006-182-10#copenhagen-2005": "contradicted",
        "nedelia-2014-05-30#vilnius-2014": "corroborated",
        "althingi-2014-05-30-755#vilnius-2014": "contradicted",
        "news-az-sofia-2024#dates": "contradicted",
        "trend-4049032#dayton-2025": "contradicted",
        "newsru-2001-05-27#vilnius-2001": "refined",
        "bm-ge-69611#handover-2020": "corroborated",
        "nato-pa-elects-new-leadership#handover-2020": "unconfirmed",
        "camera-leg17-attivita-91#tirana-2016": "contradicted",
        "kst-19291-65#eight-resolutions": "contradicted",
        "kst-19291-71#ljubljana-2025": "refined",
        "lexicals-859#west-germany": "unconfirmed",
        "rks-news-candidate-status#moldova": "contradicted",
    }
    for identifier, verdict in dissent.items():
        assert CORPUS.claim(identifier).verdict == verdict, identifier


def test_coverage_answers_what_is_missing() -> None:
    """Held, partial, missing and unverified are values with citations."""
    report = CORPUS.coverage()
    assert report == CORPUS.coverage()
    assert report.held == ()
    assert {text.id for text in report.partial} == {"489", "490"}
    counted = [*report.held, *report.partial, *report.title_only, *report.number_only]
    assert len(counted) == len(CORPUS.texts())
    known = [gap.number for gap in report.missing_numbers if gap.number and gap.number >= 419]
    below = [gap.number for gap in report.missing_numbers if gap.number and gap.number < 419]
    assert below == [1, 305, 310, 313, 314, 324, 347, 374, 384, 388, 408, 410, 412]
    assert known == [421, *range(423, 427), 429, *range(432, 435), *range(436, 444), 455, 456, 458,
                     459, *range(461, 467), 469, 477, 478, 488]  # fmt: skip
    assert all(
        gap.last_number is None for gap in report.missing_numbers if (gap.number or 0) >= 419
    )
    annual = [gap.year for gap in report.missing_sessions if gap.season == "annual"]
    assert annual == [*range(1957, 1962), *range(1963, 1974), *range(1976, 1982), 1983, 1984, 1986,
                      1987, *range(1992, 1997), 2026]  # fmt: skip
    assert [session.id for session in report.not_held] == ["2020-spring"]
    assert [year.year for year in report.years] == list(range(1955, 2026))
    assert sum(len(year.sessions) for year in report.years) == 69
    in_years = sum(len(year.texts) for year in report.years)
    assert in_years + len(report.undated) == len(CORPUS.texts())
    unverified = {str(record.id) for record in report.unverified}
    assert {"1974-annual", "1991-annual", "401", "428", "shortcut-1312-afghanistan"} <= unverified
    assert all(gap.citations for gap in CORPUS.gaps())


@pytest.mark.parametrize("season", model.Season)
def test_every_session_is_held_or_missing(season: model.Season) -> None:
    """From 1955 to 2026 each year has its two sessions, called off or not, or a gap instead."""
    missing = {
        year
        for gap in CORPUS.gaps()
        if gap.year is not None and gap.season == season
        for year in range(gap.year, (gap.last_year or gap.year) + 1)
    }
    known = {session.year for session in CORPUS.sessions() if session.season == season}
    assert known | missing == set(range(1955, 2027))
    assert not known & missing


def test_an_empty_release_has_an_empty_report() -> None:
    """The report of a release without sessions has no years."""
    empty = natopa.Corpus(CORPUS.release, dict.fromkeys(CORPUS._records, ()), {})
    assert empty.coverage().years == ()
