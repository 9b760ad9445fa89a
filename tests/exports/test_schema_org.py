"""JSON-LD by the vocabulary of schema.org."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

import attrs
import pytest

import natopa_declarations as natopa
from natopa_declarations import export

if TYPE_CHECKING:
    from collections.abc import Iterator

    from natopa_declarations import Corpus

VOCABULARY: dict[str, Any] = json.loads(
    (Path(__file__).parent / "schema_org" / "vocabulary.json").read_text(encoding="utf-8")
)
TYPES, RANGES = VOCABULARY["types"], VOCABULARY["ranges"]
DATE = re.compile(r"\d{4}(-\d\d(-\d\d)?)?")
MEMBER = "https://schema.org/"


def problems(node: dict[str, Any], path: str = "$") -> Iterator[str]:
    """Say which properties a node must not have, and which values are of no type of theirs."""
    kind = node["@type"]
    for name, value in node.items():
        if name.startswith("@"):
            continue
        if name not in TYPES[kind]["properties"]:
            yield f"{path}: a {kind} has no {name}"
            continue
        for each in value if isinstance(value, list) else [value]:
            yield from _value(name, each, f"{path}.{name}")


def _value(name: str, value: object, path: str) -> Iterator[str]:
    ranges = set(RANGES[name])
    if isinstance(value, dict):
        if not ranges & set(TYPES[value["@type"]]["is"]):
            yield f"{path}: no {value['@type']}"
        yield from problems(value, path)
    elif not isinstance(value, str) or not value:
        yield f"{path}: no text"
    elif ranges <= {"Date", "DateTime"}:
        if not DATE.fullmatch(value):
            yield f"{path}: no date"
    elif not ranges & {"Text", "URL"} and not value.startswith(MEMBER):
        yield f"{path}: no word of schema.org"


def test_every_record_is_as_the_vocabulary_asks(corpus: Corpus) -> None:
    """Each text, each session and the release have only properties and values of their types."""
    for record in (corpus, *corpus.texts(), *corpus.sessions()):
        node = json.loads(export.schema_org(record, url="https://example.org/489"))
        assert node["@context"] == "https://schema.org"
        assert node["@id"] == node["url"]
        assert list(problems(node)) == []


def test_ids_are_those_of_the_records(corpus: Corpus) -> None:
    """The text and its clauses have the ids that they have in every other format."""
    for text in corpus.texts():
        node = json.loads(export.schema_org(text))
        assert node["identifier"] == text.id
        parts = [part["identifier"] for part in node.get("hasPart", [])]
        assert parts == [clause.id for clause in text.clauses]


@pytest.mark.parametrize(
    ("change", "problem"),
    [
        ({"legislationNumber": "489"}, "a Legislation has no legislationNumber"),
        ({"legislationDate": "27 May 2024"}, "no date"),
        ({"legislationPassedBy": {"@type": "Place"}}, "no Place"),
        ({"abstract": None}, "no text"),
    ],
)
def test_what_is_wrong_is_seen(change: dict[str, object], problem: str) -> None:
    """The check can fail: a wrong property, date, type and a blank are seen."""
    node = json.loads(export.schema_org(natopa.load("2026.1").text(489)))
    assert not list(problems(node))
    assert problem in " ".join(problems(node | change))


def test_nothing_ends_the_element_that_it_stands_in() -> None:
    """A title with a tag in it stays text, in the head of a page too."""
    text = attrs.evolve(natopa.load("2026.1").text(489), title="</script><b>")
    written = export.schema_org(text)
    assert "<" not in written
    assert json.loads(written)["name"] == "</script><b>"
