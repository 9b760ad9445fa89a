"""A country, as people ask the command line for it."""

from __future__ import annotations

import json
import re

import pytest
from tools.site import country_names

import natopa_declarations as natopa
from natopa_declarations.__main__ import main
from natopa_declarations._show.countries import alike, code_of, named

CORPUS = natopa.load("2026.4")
NEWEST = ["--release", "2026.4"]


NAMED = {clause for one in CORPUS.clauses() for clause in one.countries} | {
    record.country
    for records in (CORPUS.sessions(), CORPUS.bodies(), CORPUS.member_states())
    for record in records
    if record.country
}
"""The codes of the countries that the record names."""


def changed(written: str) -> set[str]:
    """Return the codes of the countries that are called otherwise by what is installed here."""
    lines = set(written.splitlines()) ^ set(country_names.source().splitlines())
    return {line.partition("|")[0] for line in lines}


def test_the_names_are_those_of_cldr_and_iso() -> None:
    """Another version of either may call a few countries otherwise, and none of the record."""
    found = changed(country_names.TARGET.read_text(encoding="utf-8"))
    assert len(found) <= 5
    assert not found & NAMED


def test_a_changed_name_is_found() -> None:
    """The check itself is checked."""
    written = country_names.TARGET.read_text(encoding="utf-8")
    assert "BG" in changed(written.replace("BG|Bulgaria", "BG|Volga Bulgaria"))


def test_every_country_of_the_record_has_a_name() -> None:
    """Whatever code a session, a body, a member state or a clause has, it is one of a country."""
    assert len(NAMED) > 40
    assert all(named("country", code) != code for code in NAMED)


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("bulgaria", "BG"), ("bg", "BG"), ("BGR", "BG"), ("Bulgarie", "BG"),
        ("Russian Federation", "RU"), ("turkiye", "TR"), ("Czech Republic", "CZ"),
        ("Kosovo", "XK"), ("cote d'ivoire", "CI"), ("Sofia", None), ("489", None), ("", None),
    ],
)  # fmt: skip
def test_a_country_goes_by_many_names(name: str, code: str | None) -> None:
    """English, French and official names, and both codes; what is not a country has none."""
    assert code_of(name) == code


def test_a_name_that_is_a_little_off_is_suggested() -> None:
    """A spelling that no country has leads to those that look like it, and nothing else does."""
    assert alike("Bulgeria")[0] == "Bulgaria"
    assert alike("Turkey")[0] == "Türkiye"
    assert alike("standing with") == []


@pytest.mark.slow
@pytest.mark.parametrize("name", ["Bulgaria", "BG", "bulgarie"])
def test_show_takes_a_country(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    """The sessions there are listed, with the state's accession and the bodies of the country."""
    assert main(["show", name, *NEWEST]) == 0
    shown = " ".join(capsys.readouterr().out.split())
    assert shown.startswith("COUNTRY BG Bulgaria joined NATO 29 March 2004 (member-bg)")
    for session in CORPUS.sessions(country="BG"):
        assert f"({session.id})" in shown
    assert "National Assembly of Bulgaria" in shown


def test_show_counts_the_clauses_that_name_a_country(capsys: pytest.CaptureFixture[str]) -> None:
    """Each text that names it stands there with as many clauses as the filter finds."""
    assert main(["show", "Ukraine", *NEWEST]) == 0
    shown = " ".join(capsys.readouterr().out.split())
    found = CORPUS.clauses(country="UA")
    texts = list({CORPUS.text_of(clause).id: None for clause in found})
    assert f"named in {len(found)} clauses of {len(texts)} texts" in shown
    counts = [int(count) for count in re.findall(r"(\d+) clauses?(?= -| The clauses)", shown)]
    assert sum(counts) == len(found)
    assert all(f"({text})" in shown for text in texts)
    assert "natopa list clauses --country UA" in shown


@pytest.mark.slow
def test_a_country_as_json_has_the_ids(capsys: pytest.CaptureFixture[str]) -> None:
    """A program gets what the page leads to."""
    assert main(["show", "UA", "--json", *NEWEST]) == 0
    found = json.loads(capsys.readouterr().out)
    assert (found["record"], found["country"]) == ("country", "UA")
    assert {*found["clauses"]} == {clause.id for clause in CORPUS.clauses(country="UA")}


def test_what_a_release_does_not_record_is_said(capsys: pytest.CaptureFixture[str]) -> None:
    """In a release of format 1 no clause has countries, which does not mean "none"."""
    assert main(["show", "Ukraine", "--release", "2026.1"]) == 0
    assert "not recorded before release 2026.4" in capsys.readouterr().out


def test_the_record_of_a_member_state_is_shown_by_its_id(
    capsys: pytest.CaptureFixture[str],
) -> None:
    """Who asks for the record gets the record."""
    assert main(["show", "member-bg", *NEWEST]) == 0
    assert capsys.readouterr().out.startswith("MEMBER STATE member-bg")


@pytest.mark.slow
def test_a_city_of_the_same_name_does_not_hide_the_country(
    capsys: pytest.CaptureFixture[str],
) -> None:
    """Two sessions met in the city of Luxembourg, which is in the country."""
    assert main(["show", "Luxembourg", *NEWEST]) == 0
    assert capsys.readouterr().out.startswith("COUNTRY LU")


@pytest.mark.slow
@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("search Bulgaria", "Bulgaria is a country: `natopa show BG` shows its sessions"),
        ("search Morocco", "nothing was found; Morocco is a country, and the release has no"),
        ("locate Bulgaria", "Bulgaria is a country: `natopa show BG` shows"),
        ("locate 489", "'489' is the name of a declaration: `natopa show 489` shows it"),
        ("locate Sofia 2024", "'Sofia 2024' is the name of a session"),
        ("locate Sofia", "'Sofia' matches two sessions: '2002-spring', '2024-spring'"),
        ("locate 421", "nothing is held under '421': `natopa show gap-421` says why"),
        ("show Bulgeria", "perhaps the country 'Bulgaria'?"),
        ("show Georgia", "Georgia is a country: `natopa show GE` shows its sessions and texts"),
    ],
)
def test_what_is_only_a_name_leads_to_what_it_names(
    line: str, told: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """Search and locate say what the words are the name of, and what shows it."""
    main([*line.split(), *NEWEST])
    output = capsys.readouterr()
    assert told in " ".join((output.out + output.err).split())


@pytest.mark.slow
def test_words_that_name_nothing_have_no_such_hint(capsys: pytest.CaptureFixture[str]) -> None:
    """Words too short to be located, which are not a name, are only too short."""
    assert main(["locate", "xyzzy", *NEWEST]) == 0
    assert capsys.readouterr().err == ""


@pytest.mark.slow
def test_a_filter_takes_the_name_of_a_country(capsys: pytest.CaptureFixture[str]) -> None:
    """`--country Bulgaria` is `--country BG`."""
    assert main(["list", "sessions", "--country", "Bulgaria", *NEWEST]) == 0
    named = capsys.readouterr().out
    assert main(["list", "sessions", "--country", "BG", *NEWEST]) == 0
    assert capsys.readouterr().out == named != ""
