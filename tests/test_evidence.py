"""What a citation supports, what was seen of a clause, and up to which day a release covers."""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING, Any

import attrs
import pytest

import natopa_declarations as natopa
from natopa_declarations import errors, model
from natopa_declarations._show import text as as_text
from natopa_declarations._show.outline import outline
from tests import small_release
from tests.test_values import RELEASES

if TYPE_CHECKING:
    from pathlib import Path

CORPUS = natopa.load("2026.4")
CLAUSES = CORPUS.clauses()
RECORDED: list[dict[str, Any]] = [{"country": "RU"}, {"cited_text": 479}, {"seen": "whole"}]
OLDER = [release for release in RELEASES if natopa.load(release).release.format == 1]


@pytest.fixture
def small(tmp_path: Path) -> natopa.Corpus:
    """A release of invented records, in format 2."""
    return natopa.load(small_release.write(tmp_path / "small", small_release.documents()))


# Filters on what format 2 records.


@pytest.mark.parametrize("country", ["RU", "ru", "XK", "GE", "US"])
def test_clauses_by_a_country_that_they_name(country: str) -> None:
    """The same as a comprehension, whatever the case of the code."""
    expected = [clause for clause in CLAUSES if country.upper() in clause.countries]
    assert expected
    assert CORPUS.clauses(country=country) == tuple(expected)


def test_clauses_by_a_text_that_they_cite() -> None:
    """By number, id, title or the text itself."""
    expected = tuple(clause for clause in CLAUSES if "479" in clause.cited_texts)
    assert expected
    cited = CORPUS.resolution(479)
    for given in (479, "479", cited.title, cited):
        assert CORPUS.clauses(cited_text=given) == expected
    uncited = next(
        text
        for text in CORPUS.texts()
        if not any(text.id in clause.cited_texts for clause in CLAUSES)
    )
    assert CORPUS.clauses(cited_text=uncited) == ()


@pytest.mark.parametrize("seen", [*model.Seen, "cut-off"])
def test_clauses_by_how_much_of_them_was_seen(seen: Any) -> None:
    """Each clause has been seen whole, in part, or not at all."""
    expected = tuple(clause for clause in CLAUSES if clause.seen == seen)
    assert expected
    assert CORPUS.clauses(seen=seen) == expected


def test_the_three_filters_together_are_and() -> None:
    """A clause passes each of them."""
    found = CORPUS.clauses(country="RU", cited_text=479, seen="cut-off")
    assert [str(clause.id) for clause in found] == ["482#10"]
    assert CORPUS.clauses(country="RU", cited_text=479, seen="reported") == ()


def test_a_value_that_exists_nowhere_is_an_error_here_too() -> None:
    """An unknown country or text, or a word that is none of the three."""
    with pytest.raises(natopa.NotFoundError, match="no country 'ZZ'"):
        CORPUS.clauses(country="ZZ")
    with pytest.raises(natopa.NotFoundError, match="no adopted text '9999'"):
        CORPUS.clauses(cited_text=9999)
    with pytest.raises(natopa.NotFoundError, match="the words are whole, cut-off, reported"):
        CORPUS.clauses(seen="partly")  # type: ignore[arg-type]


@pytest.mark.parametrize(("version", "filters"), [*product(OLDER, RECORDED)])
def test_a_filter_on_what_a_release_does_not_record_is_an_error(
    version: str, filters: dict[str, Any]
) -> None:
    """An empty answer would say that no clause names the country, which is not known."""
    (name,) = filters
    with pytest.raises(errors.InvalidFilterError) as caught:
        natopa.load(version).clauses(**filters)
    assert caught.value.name == name
    message = str(caught.value)
    assert message.startswith(f"{name}: release {version} does not record `Clause.")
    assert message.endswith("its format is 1; load a release of format 2, such as the newest")
    assert natopa.load(version).clauses(**{name: None})


# Evidence for a field.


def test_the_evidence_for_a_field_is_what_names_it() -> None:
    """The citations that name a field, and no others; a citation without fields supports none."""
    clause = CORPUS.clause("482#10")
    found = clause.evidence("opening")
    assert [citation.source.id for citation in found] == ["folketing-20222-npa-7-2712403"]
    assert found[0].read_on == natopa.PartialDate(2026, 11, 26)
    assert clause.evidence("amendment") == ()
    dated = [text for text in CORPUS.texts() if text.evidence("adopted")]
    assert dated
    assert all("adopted" in one.fields for text in dated for one in text.evidence("adopted"))
    with pytest.raises(natopa.NotFoundError, match="no field of Clause 'verb'"):
        clause.evidence("verb")


def test_the_coverage_counts_the_evidence_for_each_field(small: natopa.Corpus) -> None:
    """How many records have a field, and how many of those have a citation that names it."""
    for corpus in (CORPUS, small):
        rows = {(row.kind, row.field): row for row in corpus.coverage().evidence}
        openings = [clause for clause in corpus.clauses() if clause.opening is not None]
        row = rows["clause", "opening"]
        assert row.held == len(openings)
        assert row.supported == sum(bool(clause.evidence("opening")) for clause in openings)
        assert row.share == row.supported / row.held
        assert all(0 <= row.supported <= row.held for row in rows.values())
    roles = [clause for clause in CLAUSES if clause.role != model.Role.UNKNOWN]
    row = next(row for row in CORPUS.coverage().evidence if row.field == "role")
    assert row.held == len(roles)


def test_a_release_that_names_no_fields_has_evidence_for_none() -> None:
    """Format 1 cites records as wholes; a kind of which nothing is held has no row."""
    rows = natopa.load("2026.1").coverage().evidence
    assert rows
    assert {row.supported for row in rows} == {0}
    assert "cited_texts" not in {row.field for row in rows}


def test_the_page_of_the_coverage_has_the_table() -> None:
    """A row for each field, with the share."""
    report = CORPUS.coverage()
    page = as_text.render(outline(report, CORPUS))
    assert "EVIDENCE FOR EACH FIELD" in page
    row = next(row for row in report.evidence if (row.kind, row.field) == ("text", "rapporteur"))
    assert f"{row.share:.0%}" in page.split("EVIDENCE FOR EACH FIELD")[1]


# Up to which day a release covers.

REACH = "release 2026.4 covers up to 26 November 2026"


def test_a_number_beyond_the_last_says_up_to_which_day_the_release_covers() -> None:
    """A text adopted since would have such a number; one that is missing has a gap."""
    last = max(text.number or 0 for text in CORPUS.texts())
    for look in (CORPUS.declaration, CORPUS.resolution, CORPUS.text):
        with pytest.raises(natopa.NotFoundError) as caught:
            look(last + 1)
        assert caught.value.hint == REACH
        assert REACH in str(caught.value)
    with pytest.raises(natopa.NotFoundError) as caught:
        CORPUS.resolve(str(last + 1))
    assert caught.value.hint == REACH
    with pytest.raises(natopa.NotFoundError) as caught:
        CORPUS.text("1")
    assert caught.value.hint.startswith("gap-1-295: ")
    with pytest.raises(natopa.NotFoundError) as caught:
        CORPUS.text("no-such-title")
    assert caught.value.hint == ""


@pytest.mark.slow
def test_an_absent_quotation_says_it_too(small: natopa.Corpus) -> None:
    """And only an absent one: what is found is found, whatever was adopted since."""
    absent = CORPUS.locate("the moon is made of very old green cheese")
    assert (absent.outcome, absent.reach) == (model.Outcome.ABSENT, REACH)
    assert REACH in str(absent)
    assert "Release 2026.4 covers up to 26 November 2026." in as_text.render(
        outline(absent, CORPUS)
    )
    (checked,) = CORPUS.check("He said: “the moon is made of very old green cheese”.").quotations
    assert checked.reach == REACH
    held = CORPUS.clause("489#lift-restrictions").wordings[0].text
    assert CORPUS.locate(held).reach == ""
    absent = small.locate("the moon is made of very old green cheese")
    assert absent.reach == "release small covers up to 31 December 2025"


@pytest.mark.parametrize("version", OLDER)
def test_a_release_that_does_not_say_says_nothing(version: str) -> None:
    """Nothing is put in its place: neither the day of publication nor that of today."""
    corpus = natopa.load(version)
    assert corpus.release.reach == ""
    assert corpus.locate("the moon is made of very old green cheese").reach == ""
    with pytest.raises(natopa.NotFoundError) as caught:
        corpus.text(9999)
    assert caught.value.hint == ""


def test_a_day_known_to_the_month_is_said_as_such() -> None:
    """A release covers up to what its manifest says, and no more exactly."""
    release = attrs.evolve(CORPUS.release, as_of=natopa.PartialDate(2026, 11))
    assert release.reach == "release 2026.4 covers up to November 2026"
