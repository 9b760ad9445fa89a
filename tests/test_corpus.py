"""Lookups and collections."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

import natopa_declarations as natopa
from natopa_declarations import errors

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

CORPUS = natopa.load("2026.1")


def test_every_record_answers_to_its_id() -> None:
    """Whatever has an id is found by it, as the very object that the others hold."""
    for identifier, record in CORPUS._index.items():
        assert CORPUS.resolve(identifier) is record
        assert CORPUS.find(identifier) is record
    for clause in CORPUS.clauses():
        assert CORPUS.clause(clause.id) is clause
    declaration = CORPUS.declaration(489)
    assert CORPUS.declaration("489") is CORPUS.text(489) is declaration
    assert CORPUS.session(declaration.session.id) is declaration.session
    assert CORPUS.resolve("489@draft") is declaration.edition("draft")


def test_collections_are_in_document_order() -> None:
    """Texts by number, clauses as in their texts."""
    assert [text.number for text in CORPUS.texts()] == [489, 490]
    assert CORPUS.clauses() == CORPUS.declaration(489).clauses + CORPUS.declaration(490).clauses
    assert CORPUS.resolutions() == ()
    assert repr(CORPUS).startswith("<Corpus 2026.1: topics ")


def test_unknown_is_an_error_with_suggestions() -> None:
    """Nothing near is given in place of what was asked for."""
    with pytest.raises(natopa.NotFoundError) as caught:
        CORPUS.clause("489#lift-restriction")
    assert caught.value.kind == "clause"
    assert caught.value.value == "489#lift-restriction"
    assert caught.value.suggestions[0] == "489#lift-restrictions"
    with pytest.raises(KeyError, match="did you mean 'yehor-chernyev'"):
        CORPUS.person("Chernyew")
    with pytest.raises(natopa.NotFoundError, match=r"no adopted text '12'$"):
        CORPUS.text(12)


def test_the_wrong_kind_is_said() -> None:
    """An id of another kind is not an unknown id."""
    with pytest.raises(natopa.NotFoundError, match="it is a declaration"):
        CORPUS.resolution(489)
    with pytest.raises(natopa.NotFoundError, match="it is a person"):
        CORPUS.source("michal-szczerba")


def test_references_that_lead_nowhere() -> None:
    """Editions, parts and grammar each have their own error."""
    with pytest.raises(natopa.NotFoundError, match="edition of 489 'third'"):
        CORPUS.resolve("489@third")
    with pytest.raises(natopa.NotFoundError, match="no record '489#nowhere'"):
        CORPUS.resolve("489#nowhere")
    with pytest.raises(errors.InvalidReferenceError):
        CORPUS.resolve("489##")


LOOKUPS: list[Callable[[Any], object]] = [
    CORPUS.topic, CORPUS.source, CORPUS.body, CORPUS.person, CORPUS.session, CORPUS.clause,
    CORPUS.statement, CORPUS.claim, CORPUS.resolve, CORPUS.find, CORPUS.search, CORPUS.locate,
    CORPUS.declaration(489).edition("draft").has,
    natopa.Reference.parse, natopa.PartialDate.parse, natopa.release_files,
    lambda digest: natopa.load("2026.1", digest=digest),
    lambda kind: CORPUS.search("air", kind=kind),
    lambda session: CORPUS.search("air", session=session),
]  # fmt: skip


@pytest.mark.parametrize("value", [489, 2024.5, True, b"489", [], ("489",), {}, CORPUS], ids=repr)
@pytest.mark.parametrize("look_up", LOOKUPS)
def test_what_is_no_text_is_a_type_error(look_up: Callable[[Any], object], value: object) -> None:
    """The error says what was to be given, and not where it broke inside."""
    with pytest.raises(TypeError, match=r"^expected .+ as a str, found "):
        look_up(value)


def test_unknown_releases_name_the_known_ones() -> None:
    """No release is ever put in the place of another."""
    for unknown in ("2026.0", "latest", "", "./folder", "2026.1 "):
        with pytest.raises(natopa.NotFoundError, match=r"the packaged releases are .*2026\.1"):
            natopa.load(unknown)
    with pytest.raises(natopa.NotFoundError, match="pathlib"):
        natopa.load(str(Path("some") / "folder"))
    with pytest.raises(natopa.NotFoundError):
        natopa.release_files("1999.1")


def test_claims_of_one_source() -> None:
    """The filter takes the source or its id; an unknown source is an error."""
    source = CORPUS.source("lb-ua-29512")
    assert CORPUS.claims(source=source) == CORPUS.claims(source="lb-ua-29512")
    assert len(CORPUS.claims()) > len(CORPUS.claims(source=source)) == 31
    assert CORPUS.claims(source="nato-pa-release-489") == ()
    with pytest.raises(natopa.NotFoundError):
        CORPUS.claims(source="lb-ua")


def test_names_that_fit_two_records_are_not_decided() -> None:
    """A name that two records share is an error that names both."""
    catalogue = natopa.load("2026.2")
    met = tuple([session.id for session in catalogue.sessions() if session.city == "Sofia"])
    with pytest.raises(natopa.NotFoundError, match="single session 'sofia'") as caught:
        catalogue.session("sofia")
    assert caught.value.suggestions == met
    assert len(met) > 1
    assert CORPUS.session("sofia").id == met[-1]


def test_near_numbers_are_suggested_for_a_number() -> None:
    """The nearest number comes first, then what looks alike."""
    with pytest.raises(natopa.NotFoundError) as caught:
        natopa.load("2026.2").declaration(498)
    assert caught.value.hint == "it is a resolution"
    for unknown, nearest in (("488", "489"), ("347", "346"), ("4890", "490")):
        with pytest.raises(natopa.NotFoundError) as caught:
            natopa.load("2026.2").text(unknown)
        assert caught.value.suggestions[0] == nearest, unknown
