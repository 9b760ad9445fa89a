"""What release 2026.3 corrects, fact by fact, held against the release before it."""

from __future__ import annotations

from pathlib import Path

import pytest

import natopa_declarations as natopa
from natopa_declarations import model

OLD = natopa.load("2026.2")
NEW = natopa.load("2026.3")


@pytest.mark.parametrize(
    ("session", "start", "end"),
    [
        ("1955-annual", "1955-07-18", "1955-07"),
        ("1977-annual", "1977-09", "None"),
        ("1996-annual", "1996-11-17", "1996-11-21"),
        ("1996-spring", "1996-05-16", "1996-05-20"),
        ("2007-annual", "2007-10-06", "2007-10-09"),
        ("2014-spring", "2014-05-30", "2014-06"),
        ("2025-spring", "2025-05-22", "2025-05-26"),
    ],
)
def test_days_of_sessions(session: str, start: str, end: str) -> None:
    """A day on which sources of the same worth disagree is known to the month only."""
    held = NEW.session(session)
    assert (str(held.start), str(held.end)) == (start, end)


def test_sessions_that_were_gaps() -> None:
    """Five more sessions are held; no gap speaks of them, and the old ids lead to them."""
    added = {session.id for session in NEW.sessions()} - {s.id for s in OLD.sessions()}
    assert added == {"1977-annual", "1983-annual", "1991-spring", "1996-annual", "1996-spring"}
    assert NEW.session("2024-annual").ordinal == 70
    assert NEW.session("1982-annual").venue is None
    with pytest.raises(natopa.NotFoundError, match="1996-spring"):
        NEW.resolve("gap-1996-spring")


@pytest.mark.parametrize(
    ("person", "role", "start", "end"),
    [
        ("Voigt", "President", "1994", "1996"),
        ("Koenders", "President", "2006-11-17", "2007-02-19"),
        ("Bayley", "President", "2012-11-12", "2014-11-24"),
        ("Turner", "President", "2014-11-24", "2016-11-21"),
        ("Alli", "President", "2016-11-21", "2018-09-24"),
        ("Juknevičienė", "President", "2018-09-24", "2018-11-19"),
        ("Mesterházy", "Acting President", "2019-12", "2020-11-23"),
        ("Connolly", "President", "2020-11-23", "2022-11-21"),
        ("Garriaud-Maylam", "President", "2022-11-21", "2023-10-01"),
        ("Szczerba", "President", "2023-10-09", "2024-06"),
        ("Popa", "Secretary General of the Assembly", "2020-01-01", "2025-10-13"),
        ("Berti", "Secretary General of the Assembly", "2025-10-13", "None"),
        ("de Freitas", "President", "1977", "1978"),
    ],
)
def test_terms(person: str, role: str, start: str, end: str) -> None:
    """The days of election and handover are those of the sources, or a marked inference."""
    terms = [term for term in NEW.person(person).memberships if term.role == role]
    assert [(str(term.start), str(term.end)) for term in terms] == [(start, end)]


def test_the_end_of_a_third_term_is_unknown() -> None:
    """Hays left Congress in 1976, so the year 1977 of one list is given with reserve."""
    third = [term for term in NEW.person("Wayne Hays").memberships if str(term.start) == "1975"]
    assert [term.end for term in third] == [None]
    assert all("1 September 1976" in (term.note or "") for term in third)
    with pytest.raises(natopa.NotFoundError):
        NEW.president(on="1976-12-01")


@pytest.mark.parametrize(
    "spelling",
    [
        "Antoine Béthouart", "José Soares da Fonseca", "Jean-Eudes Dubé", "Kas\u0131m Gülek",
        "Matthías Árni Mathiesen", "Volodymyr Zelenskyy", "Volodymyr Zelensky",
    ],
)  # fmt: skip
def test_names_as_the_sources_print_them(spelling: str) -> None:
    """A name with its diacritics, or by either spelling, finds the person."""
    assert NEW.person(spelling).citations


def test_offices_in_sofia() -> None:
    """The sources name the offices of Umerov, Glavchev and Lundgren."""
    guests = {str(guest.person.id): guest for guest in NEW.session("2024-spring").participants}
    assert guests["rustem-umerov"].capacity == "Minister of Defence of Ukraine"
    assert guests["dimitar-glavchev"].capacity == "Acting Prime Minister of Bulgaria"
    assert guests["kerstin-lundgren"].capacity == "Third Deputy Speaker of the Riksdag"
    assert {"rositsa-kirova", "daniel-mitov"} <= set(guests)


def test_adopted_texts() -> None:
    """Titles, dates and unanimous votes."""
    terrorism = NEW.declaration("2001-fight-against-terrorism")
    assert str(terrorism.adopted) == "2001-10-09"
    for text in (terrorism, *(NEW.declaration(number) for number in (474, 496, 497))):
        for vote in text.votes:
            for account in vote.accounts:
                assert (account.unanimous, account.verdict) == (True, model.Verdict.CORROBORATED)
    titled = [NEW.resolution(number).title for number in (401, *range(403, 408))]
    assert all(titled)
    assert NEW.declaration(460).title == (
        "NATO 2030: A More United and Stronger Alliance on the Global Stage"
    )
    assert NEW.resolution(494).committee is NEW.body("Political Committee")
    assert NEW.resolution(494).inference is None
    assert NEW.body("CDS").name == "Committee on Democracy and Security"


def test_every_member_state_has_its_day() -> None:
    """The accession of all 32 is known to the day."""
    assert all(state.accession.day for state in NEW.member_states())
    days = {str(state.country): str(state.accession) for state in NEW.member_states()}
    assert (days["DE"], days["SK"], days["MK"]) == ("1955-05-06", "2004-03-29", "2020-03-27")


def test_sources_say_more_of_themselves() -> None:
    """Few sources are left without a language, and many have a date and a title now."""

    def count(corpus: natopa.Corpus, field: str) -> int:
        return sum(getattr(source, field) is not None for source in corpus.sources())

    assert count(NEW, "published") - count(OLD, "published") >= 101
    assert count(NEW, "title") - count(OLD, "title") >= 90
    assert len(NEW.sources()) - count(NEW, "language") <= 5
    assert NEW.source("turkish-news-world-kosovo-and-malta-join-nato").kind == "weak"


def test_the_licence_names_every_kind_of_words() -> None:
    """LICENSE-DATA says of each fidelity whether its words are ours to give."""
    licence = (Path(__file__).parent.parent / "LICENSE-DATA").read_text(encoding="utf-8")
    for fidelity in (*model.Fidelity, "reported"):
        assert f'"{fidelity}"' in licence
    theirs, _, ours = licence.partition('whose "fidelity" is "paraphrased"')
    assert ours
    assert '"paraphrased"' not in theirs
    for words in ("lemma", "title", "titles", "opening", "verb", "text"):
        assert f'"{words}"' in theirs
