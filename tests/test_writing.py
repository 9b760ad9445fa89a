"""A way out: values to folders, dicts, JSON, and a schema of the files."""

from __future__ import annotations

import copy
import json
import pickle
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import attrs
import jsonschema
import pytest

import natopa_declarations as natopa
from natopa_declarations import errors, model
from natopa_declarations._codec.formats import FORMATS
from natopa_declarations._codec.kinds import BY_FOLDER, KINDS
from natopa_declarations._codec.shapes import Shape, shapes
from natopa_declarations.model.value import Value
from tests.small_release import documents, documents_of_format_1, write
from tests.test_values import all_values

if TYPE_CHECKING:
    from collections.abc import Iterator

DATA = Path(natopa.__file__).parent / "data"
VERSIONS = [release.version for release in natopa.releases()]
VALIDATOR = jsonschema.Draft202012Validator(natopa.json_schema())


def contents(folder: Path) -> dict[str, bytes]:
    """Return every file of a folder by its name in it."""
    files = [file for file in folder.rglob("*") if file.is_file()]
    return {file.relative_to(folder).as_posix(): file.read_bytes() for file in files}


@pytest.fixture
def small(tmp_path: Path) -> natopa.Corpus:
    """A corpus in which every field of every class says something."""
    return natopa.load(write(tmp_path / "small", documents()))


# Folders.


@pytest.mark.slow
@pytest.mark.parametrize("version", VERSIONS)
def test_a_packaged_release_is_written_byte_for_byte(version: str, tmp_path: Path) -> None:
    """The same files with the same bytes, so that it has the same digest."""
    natopa.write(natopa.load(version), tmp_path / "copy")
    assert contents(tmp_path / "copy") == contents(DATA / version)
    assert natopa.load(tmp_path / "copy") == natopa.load(version)


@pytest.mark.parametrize("made", [documents, documents_of_format_1])
def test_what_is_written_is_read_back_equal(made: Any, tmp_path: Path) -> None:
    """A folder of either format, also from a copy or a pickle of its corpus."""
    corpus = natopa.load(write(tmp_path / "first", made()))
    others = (corpus, copy.copy(corpus), copy.deepcopy(corpus), pickle.loads(pickle.dumps(corpus)))
    for number, other in enumerate(others):
        natopa.write(other, tmp_path / "made" / str(number))
        assert natopa.load(tmp_path / "made" / str(number)) == corpus
        assert contents(tmp_path / "made" / str(number)) == contents(tmp_path / "first")


def changed(corpus: natopa.Corpus, folder: str, records: tuple[Any, ...]) -> natopa.Corpus:
    """Return a corpus with other records of one kind."""
    kept = {name: corpus._records[name] for name in BY_FOLDER}
    index = {record.id: record for found in (kept | {folder: records}).values()
             for record in found}  # fmt: skip
    layout: Any = type(corpus._records)
    made = layout(kept | {folder: records}, corpus._records.layout)  # type: ignore[attr-defined]
    return natopa.Corpus(corpus.release, made, index)


def test_a_new_record_gets_a_place(small: natopa.Corpus, tmp_path: Path) -> None:
    """A text gets a file of its own, a topic goes with the others, each in the order given."""
    text = attrs.evolve(small.resolution(490), id=model.TextId("491"), number=491)
    topic = model.Topic(id=model.TopicId("peace"), name="Peace")
    corpus = changed(small, "resolutions", (text, *small.resolutions()))
    corpus = changed(corpus, "topics", (*small.topics(), topic))
    natopa.write(corpus, tmp_path / "made")
    again = natopa.load(tmp_path / "made")
    assert again.topics() == corpus.topics()
    assert again.resolutions() == corpus.resolutions()
    assert "resolutions/491.json" in again.release.files


def test_records_in_another_order_come_back_in_it(small: natopa.Corpus, tmp_path: Path) -> None:
    """Where the order does not fit the old files, each kind has files of its own again."""
    ada, ben = small.persons()
    other = attrs.evolve(ben, id=model.PersonId("cy"))
    corpus = changed(small, "persons", (ada, other, ben))
    kept: Any = corpus._records
    kept.layout = dict(kept.layout) | {"persons.json": ("ada", "ben"), "persons/c.json": ("cy",)}
    natopa.write(corpus, tmp_path / "made")
    assert natopa.load(tmp_path / "made").persons() == (ada, other, ben)


BROKEN: dict[str, tuple[str, dict[str, Any], str]] = {
    "a text for a number": ("declarations", {"number": "489"}, r"\$\[0\]\.number"),
    "a number for a text": ("declarations", {"title": 5}, r"\$\[0\]\.title"),
    "a blank text": ("topics", {"name": " "}, r"\$\[0\]\.name"),
    "a wrong id": ("topics", {"id": "Weapons!"}, r"\$\[0\]\.id"),
    "a word that is none": ("declarations", {"coverage": "half"}, r"\$\[0\]\.coverage"),
    "a country that is none": ("sessions", {"country": "Bulgaria"}, r"\$\[0\]\.country"),
    "a reference to nothing": ("claims", {"about": ("490#nothing",)}, r"\$\[0\]\.about\[0\]"),
}


@pytest.mark.slow
@pytest.mark.parametrize(("folder", "change", "place"), BROKEN.values(), ids=BROKEN)
def test_what_load_would_refuse_is_not_written(
    small: natopa.Corpus, tmp_path: Path, folder: str, change: dict[str, Any], place: str
) -> None:
    """The checks of the loader run on the values, and no file is there after an error."""
    first, *others = small._records[folder]
    corpus = changed(small, folder, (attrs.evolve(first, **change), *others))
    with pytest.raises(errors.InvalidReleaseError, match=place):
        natopa.write(corpus, tmp_path / "made")
    assert not list(tmp_path.glob("*made*"))


def test_a_record_that_points_to_another_object_is_named(
    small: natopa.Corpus, tmp_path: Path
) -> None:
    """On disk an id stands for a record, so it must be the record of that id."""
    text = small.declaration(489)
    stranger = attrs.evolve(text.citations[0].source, publisher="Somebody else")
    citations = (attrs.evolve(text.citations[0], source=stranger),)
    corpus = changed(small, "declarations", (attrs.evolve(text, citations=citations),))
    with pytest.raises(errors.InvalidReleaseError) as caught:
        natopa.write(corpus, tmp_path / "made")
    assert str(caught.value) == (
        "declarations/489.json: $[0].citations[0].source.publisher: expected the record of this"
        " corpus with that id, found another one"
    )
    assert not list(tmp_path.glob("*made*"))


def test_the_place_of_another_object_is_that_of_the_first_difference(
    small: natopa.Corpus, tmp_path: Path
) -> None:
    """In the second of two; or a whole list, where it is longer or shorter than it should be."""
    ada, ben = small.persons()
    row = ada.memberships[0]
    stranger = attrs.evolve(row.body, name="Another")
    longer = attrs.evolve(row.body, other_names=(*row.body.other_names, "More"))
    for body, place in ((stranger, "name"), (longer, "other_names")):
        rows = (row, attrs.evolve(row, body=body))
        corpus = changed(small, "persons", (ben, attrs.evolve(ada, memberships=rows)))
        with pytest.raises(errors.InvalidReleaseError) as caught:
            natopa.write(corpus, tmp_path / "made")
        assert caught.value.path == f"$[1].memberships[1].body.{place}"


def test_a_corpus_that_was_made_by_hand_is_written(small: natopa.Corpus, tmp_path: Path) -> None:
    """Its records were read from no file, so each kind has its own."""
    records = {folder: small._records[folder] for folder in BY_FOLDER}
    corpus = natopa.Corpus(attrs.evolve(small.release, files=()), records, small._index)
    natopa.write(corpus, tmp_path / "made")
    again = natopa.load(tmp_path / "made")
    assert again == small
    assert again.release.files == (
        "topics.json", "sources.json", "bodies.json", "persons.json", "member-states.json",
        "sizes.json", "participation-classes.json", "sessions/2024-spring.json",
        "declarations/489.json", "resolutions/490.json", "statements.json", "claims.json",
        "gaps.json",
    )  # fmt: skip


def test_what_a_release_says_is_written_in_its_own_format(tmp_path: Path) -> None:
    """A manifest of format 1 has no place for a day."""
    old = natopa.load(write(tmp_path / "old", documents_of_format_1()))
    release = attrs.evolve(old.release, as_of=natopa.PartialDate(2026))
    with pytest.raises(errors.InvalidReleaseError) as caught:
        natopa.write(natopa.Corpus(release, old._records, old._index), tmp_path / "made")
    assert str(caught.value) == (
        "manifest.json: $.format: expected a format that has Release.as_of, such as 2,"
        " found format 1"
    )


@pytest.mark.slow
def test_nothing_that_is_there_is_written_over(small: natopa.Corpus, tmp_path: Path) -> None:
    """A folder must be new or empty, and its place must be writable."""
    full = tmp_path / "full"
    full.mkdir()
    (full / "notes.txt").write_text("mine", encoding="utf-8")
    for place in (full, full / "notes.txt", full / "notes.txt" / "deeper"):
        with pytest.raises(errors.InvalidReleaseError):
            natopa.write(small, place)
    assert contents(full) == {"notes.txt": b"mine"}
    (tmp_path / "empty").mkdir()
    natopa.write(small, tmp_path / "empty")
    assert natopa.load(tmp_path / "empty") == small
    with pytest.raises(TypeError, match=r"^expected a corpus, found tuple$"):
        natopa.write(small.topics(), tmp_path / "new")  # type: ignore[arg-type]


# Dicts and JSON.


@pytest.mark.slow
@pytest.mark.parametrize("version", VERSIONS)
def test_a_value_as_a_dict_has_the_keys_of_the_files(version: str) -> None:
    """The word for it comes first, then what the file of a release in the newest format has."""
    words = {kind.name for kind in KINDS}
    for value in all_values(version):
        if isinstance(value, natopa.Corpus | natopa.PartialDate | model.Difference):
            continue
        written = natopa.to_dict(value)
        assert next(iter(written)) == "record"
        assert json.loads(natopa.to_json(value)) == written
        if hasattr(value, "id"):
            assert written["record"] in words
            assert written["id"] == value.id


@pytest.mark.slow
def test_dicts_are_what_the_files_say() -> None:
    """Record by record, in the files of the packaged releases and of a folder in format 2."""
    for version in VERSIONS:
        corpus = natopa.load(version)
        for name in corpus.release.files:
            for document in json.loads((DATA / version / name).read_bytes()):
                written = natopa.to_dict(corpus[document["id"]])
                assert (
                    written.pop("record")
                    == BY_FOLDER[name.partition("/")[0].removesuffix(".json")].name
                )
                if corpus.release.format == 1:
                    written = json.loads(json.dumps(written).replace('"opening"', '"verb"'))
                assert written == document


def test_several_values_are_a_list(small: natopa.Corpus) -> None:
    """A tuple of records, as every query returns it."""
    assert json.loads(natopa.to_json(small.topics())) == [natopa.to_dict(small.topics()[0])]
    assert natopa.to_json(()) == "[]"


@pytest.mark.parametrize("value", ["489", 489, None, [], {}, natopa.load("2026.1")])
def test_what_is_not_a_value_has_no_dict(value: Any) -> None:
    """A corpus is written as a folder, and everything else is a mistake."""
    with pytest.raises(TypeError) as caught:
        natopa.to_dict(value)
    found = repr(value) if len(repr(value)) <= 60 else f"{repr(value)[:57]}..."
    assert str(caught.value) == (
        f"expected a record or another value of this package, found {found}"
    )


# The shapes of fields, which files and schema follow.


@attrs.frozen(kw_only=True)
class Shaped(Value):
    """A value with one field of each sort."""

    id: str
    number: int
    text: str | None = None
    several: tuple[str, ...] = ()
    topic: model.Topic | None = None
    topics: tuple[model.Topic, ...] = ()
    parts: tuple[model.Clause, ...] = attrs.field(default=(), metadata={"owned": True})
    late: model.Source | None = attrs.field(default=None, metadata={"late": True})
    due: str | None = attrs.field(default=None, metadata={"required": True})
    renamed: str = attrs.field(default="x", metadata={"key in format 1": "older"})
    newer: bool = attrs.field(default=False, metadata={"since": 2})
    either: str | int | None = None
    hidden: str = attrs.field(default="", metadata={"not written": True})


def test_a_field_has_the_shape_of_its_annotation() -> None:
    """Its type, whether there are several, what it holds if left out, and how it is written."""
    shape = partial(Shape, many=False, required=False, default=None, by_id=False, late=False,
                    owned=False)  # fmt: skip
    needed: dict[str, Any] = {"required": True, "default": attrs.NOTHING}
    several: dict[str, Any] = {"many": True, "default": ()}
    expected = [
        shape(name="id", key="id", item=str, **needed),
        shape(name="number", key="number", item=int, **needed),
        shape(name="text", key="text", item=str),
        shape(name="several", key="several", item=str, **several),
        shape(name="topic", key="topic", item=model.Topic, by_id=True),
        shape(name="topics", key="topics", item=model.Topic, by_id=True, **several),
        shape(name="parts", key="parts", item=model.Clause, owned=True, **several),
        shape(name="late", key="late", item=model.Source, by_id=True, late=True),
        shape(name="due", key="due", item=str, required=True),
        shape(name="renamed", key="renamed", item=str, default="x"),
        shape(name="newer", key="newer", item=bool, default=False),
        shape(name="either", key="either", item=object),
    ]
    assert list(shapes(Shaped)) == expected
    older = [one for one in expected if one.name != "newer"]
    older[9] = attrs.evolve(older[9], key="older")
    assert list(shapes(Shaped, 1)) == older
    assert shapes(Shaped) is shapes(Shaped)


# The schema.


@pytest.mark.slow
@pytest.mark.parametrize("version", VERSIONS)
def test_every_shipped_file_is_valid_by_the_schema_of_its_format(version: str) -> None:
    """The manifest and each file of records; and the schema is one itself."""
    number = natopa.load(version).release.format
    schema = natopa.json_schema(number)
    jsonschema.Draft202012Validator.check_schema(schema)
    validator = jsonschema.Draft202012Validator(schema)
    for name, content in contents(DATA / version).items():
        assert validator.is_valid(json.loads(content)), name


def test_the_small_releases_are_valid_by_the_schema() -> None:
    """Every key of each format, and none of the other."""
    for number, made in ((1, documents_of_format_1), (2, documents)):
        validators = {
            each: jsonschema.Draft202012Validator(natopa.json_schema(each)) for each in FORMATS
        }
        for name, document in made().items():
            assert validators[number].is_valid(document), name
        assert not validators[3 - number].is_valid(made()["declarations/489.json"])


@pytest.mark.parametrize(
    ("name", "change"),
    [
        ("topics.json", {"name": None}),
        ("topics.json", {"colour": "red"}),
        ("topics.json", {"id": "Weapons"}),
        ("topics.json", {"name": " "}),
        ("sessions/2024-spring.json", {"country": "bg"}),
        ("sessions/2024-spring.json", {"season": "winter"}),
        ("sessions/2024-spring.json", {"year": "2024"}),
        ("sessions/2024-spring.json", {"start": "May"}),
        ("declarations/489.json", {"citations": {}}),
        ("manifest.json", {"files": ["../secret.json"]}),
    ],
)
def test_the_schema_refuses_what_load_refuses(name: str, change: dict[str, Any]) -> None:
    """A broken file is not valid: the schema says more than that there is JSON."""
    document: Any = documents()[name]
    assert VALIDATOR.is_valid(document)
    (document[0] if isinstance(document, list) else document).update(change)
    assert not VALIDATOR.is_valid(document)


def named_records(corpus: natopa.Corpus) -> Iterator[dict[str, Any]]:
    """Yield what `to_dict` returns for the release, and for each record and part of a corpus."""
    yield natopa.to_dict(corpus.release)
    for record in corpus.values():
        yield natopa.to_dict(record)
        for citation in getattr(record, "citations", ()):
            yield natopa.to_dict(citation)
        for wording in getattr(record, "wordings", ()):
            yield natopa.to_dict(wording)


@pytest.mark.slow
def test_what_to_dict_returns_is_valid_by_the_schema(small: natopa.Corpus) -> None:
    """Each record and part, of the newest release and of one that uses every field.

    Each is valid as a whole, and by the definition of its kind.
    """
    schema: Any = natopa.json_schema()
    whole = jsonschema.Draft202012Validator(schema)
    each = {
        name: jsonschema.Draft202012Validator(schema | {"anyOf": [{"$ref": f"#/$defs/{name}"}]})
        for name in schema["$defs"]
    }
    for record in named_records(natopa.load()):
        assert each[record["record"]].is_valid(record), record
    for record in named_records(small):
        assert whole.is_valid(record), record


@pytest.mark.slow
@pytest.mark.parametrize(
    "change",
    [
        {"record": "session"},
        {"record": "poem"},
        {"record": None},
        {"number": "489"},
        {"colour": "red"},
        {"session": {"id": "2024-spring"}},
        {"citations": [{"record": "citation", "source": "verkhovna-rada", "locator": "page 1"}]},
    ],
)
def test_a_broken_dict_is_not_valid_by_the_schema(change: dict[str, Any]) -> None:
    """A wrong or misplaced word for what it is, and a wrong field."""
    named = natopa.to_dict(natopa.load("2026.4").declaration(489))
    assert not VALIDATOR.is_valid(named | change)


def test_a_dict_says_what_it_is_and_a_file_does_not() -> None:
    """A record without the key is not valid by itself, and one with it is not valid in a file."""
    named = natopa.to_dict(natopa.load("2026.4").topic("china"))
    plain = {key: value for key, value in named.items() if key != "record"}
    assert VALIDATOR.is_valid(named)
    assert VALIDATOR.is_valid([plain])
    assert not VALIDATOR.is_valid(plain)
    assert not VALIDATOR.is_valid([named])


def test_each_kind_has_its_definition_and_the_schema_is_shipped() -> None:
    """By the word that `to_dict` uses; the files in the package are fresh."""
    for number in FORMATS:
        schema: Any = natopa.json_schema(number)
        assert {kind.name for kind in KINDS} <= set(schema["$defs"])
        shipped = (DATA / f"format-{number}.schema.json").read_text(encoding="utf-8")
        assert shipped == json.dumps(schema, indent=2) + "\n", "run python -m tools derive"
    unknown: list[Any] = [0, 3, "2"]
    for given in unknown:
        with pytest.raises(natopa.NotFoundError) as caught:
            natopa.json_schema(given)
        assert str(caught.value) == f"no format {repr(given)!r}; the formats are 1 and 2"
