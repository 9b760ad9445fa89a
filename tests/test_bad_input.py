"""Releases broken on purpose: each is refused with one error that says what is wrong and where.

Most tables here have one line for each case: the file, the place in it, what is put there,
and the words "expected" and "found" of the error that must follow.
"""

from __future__ import annotations

import copy
import gc
import json
import os
import pickle
import re
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import natopa_declarations as natopa
from natopa_declarations import errors, model
from natopa_declarations._codec import advisories, trusted
from natopa_declarations._codec import strict as _codec
from natopa_declarations._codec.kinds import BY_FOLDER, folder_of
from natopa_declarations._codec.limits import DEPTH, ENOUGH, LARGEST
from natopa_declarations._codec.writing import encode
from natopa_declarations._deferred import fields
from natopa_declarations._store import folder as _folder
from natopa_declarations.model.value import Value
from tests.small_release import MANIFEST, documents, documents_of_format_1, write, written
from tests.unchecked import unchecked

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from enum import StrEnum

    from tests.small_release import Documents, Json

TEXT = "text"
UNBLANK = "text that is not blank"
OBJECT = "an object"
LIST = "a list"
COUNTRY = "a country: two capital letters of ISO 3166-1, such as 'BG'"
TEXT_ID = "the id of a text of this release"
NUMBER = "a whole number"
TRUTH = "true or false"
DATE = "a date of the calendar as YYYY, YYYY-MM or YYYY-MM-DD"
ID = "an id: a-z and 0-9 in groups joined by single hyphens, such as 'michal-szczerba'"
PART_ID = "the id of a part: its owner's id, '#' and a name, such as '489#lift-restrictions'"
REFERENCE = (
    "a reference: names of a-z and 0-9 joined by single hyphens, then at most one"
    " '@edition' or '#part', such as '489#lift-restrictions'"
)
HELD = "a reference to a record of this release"
INSIDE = "a name inside the folder, such as 'declarations/489.json'"

SESSION = "sessions/2024-spring.json"
DECLARATION = "declarations/489.json"
STATEMENT = "statements/ada.json"
CLAIM = "claims/press.json"

needs_links = pytest.mark.skipif(sys.platform == "win32", reason="links need a privilege there")


def put(files: Documents, file: str, path: str, value: Json) -> None:
    """Put `value` at a path; the number after the last item of a list adds one."""
    place, last = _place(files, file, path)
    if isinstance(place, list):
        place[int(last) : int(last) + 1] = [value]
    else:
        place[last] = value


def drop(files: Documents, file: str, path: str) -> None:
    """Take away what stands at a path."""
    place, last = _place(files, file, path)
    if isinstance(place, list):
        del place[int(last)]
    else:
        del place[last]


def _place(files: Documents, file: str, path: str) -> tuple[list[Json] | Documents, str]:
    place: Json = files
    *way, last = [file, *re.findall(r"\w+", path)]
    for step in way:
        place = place[int(step)] if isinstance(place, list) else _object(place)[step]
    return (place if isinstance(place, list) else _object(place)), last


def _object(value: Json) -> Documents:
    assert isinstance(value, dict)
    return value


def refusal(folder: Path) -> errors.InvalidReleaseError:
    """Load a broken folder, and return the one error that comes of it."""
    with pytest.raises(errors.InvalidReleaseError) as caught:
        natopa.load(folder)
    error = caught.value
    assert error.__cause__ is None
    assert error.__context__ is None or error.__suppress_context__
    assert str(error).isprintable()
    return error


def check(folder: Path, file: str, path: str, expected: str, found: str, more: int = 0) -> None:
    """Prove that a broken folder is refused in these words, in the fields and in the message."""
    error = refusal(folder)
    fields = (error.file, error.path, error.expected, error.found, error.more)
    assert fields == (file, path, expected, found, more)
    others = {0: "", 1: " (and 1 more problem)"}.get(more, f" (and {more} more problems)")
    place = f"{file}: {path}" if path else file
    assert str(error) == f"{place}: expected {expected}, found {found}{others}"


@pytest.fixture
def files() -> Documents:
    """The documents of a valid release, free to be broken."""
    return documents()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with a valid release, free to be broken."""
    return write(tmp_path / "release", documents())


# What is valid.


def test_the_small_release_loads(folder: Path) -> None:
    """The release that the other tests break is whole: it loads, and its records are there."""
    corpus = natopa.load(folder)
    assert corpus.clause("489#lift").amendment is corpus.declaration(489).amendments[0]
    assert corpus.resolve("489@draft") is corpus.declaration(489).editions[0]
    assert corpus.release.changes[1].record == "488"


@pytest.mark.parametrize("enabled", [True, False])
def test_a_load_leaves_the_collector_of_garbage_as_it_was(enabled: bool, folder: Path) -> None:  # noqa: FBT001
    """It rests while a folder is read, and after that it is as before, whatever came of it."""
    (gc.enable if enabled else gc.disable)()
    try:
        natopa.load(folder)
        assert gc.isenabled() == enabled
        write(folder, documents() | {"topics.json": [{"id": "weapons"}]})
        with pytest.raises(errors.InvalidReleaseError):
            natopa.load(folder)
        assert gc.isenabled() == enabled
    finally:
        gc.enable()


def test_the_small_release_uses_every_field(folder: Path) -> None:
    """Every field of every class says something, so that no hook goes untried.

    Advisories are on packaged releases, and stand in no file of a release.
    """

    def parts(value: object) -> Iterator[Value]:
        if isinstance(value, tuple):
            for item in value:
                yield from parts(item)
        elif isinstance(value, Value) and not isinstance(value, natopa.PartialDate):
            yield value
            for field in attrs.fields(type(value)):
                yield from parts(getattr(value, field.name))

    corpus = natopa.load(folder)
    records = tuple([record for kind in BY_FOLDER for record in _held(corpus, kind)])
    held = [*parts(corpus.release), *parts(records)]
    # A resolution has the fields of a declaration.
    for cls in {type(part) for part in held} - {natopa.Resolution}:
        mine = [part for part in held if type(part) is cls]
        for field in attrs.fields(cls):
            said = any(getattr(part, field.name) != field.default for part in mine)
            assert said or field.name == "advisories", field


def test_both_ways_lead_from_the_bytes_to_equal_values(folder: Path) -> None:
    """The checking way and the trusted way of the codec build the same values."""
    release, content = _folder.release(folder)
    manifest = (folder / MANIFEST).read_bytes()
    assert trusted.decode_manifest(manifest) == attrs.evolve(release, digest="")
    checked, _ = _codec.decode(release, content)
    assert checked == unchecked(release, content)[0]


def test_encode_gives_back_the_bytes(folder: Path) -> None:
    """What was decoded is encoded to the same bytes, file by file."""
    release, content = _folder.release(folder)
    assert encode(release, release.format) == (folder / MANIFEST).read_bytes()
    records, _ = _codec.decode(release, content)
    for name, file in content.items():
        assert encode(records[folder_of(name)]) == file, name


@pytest.mark.slow
@pytest.mark.parametrize("size", [LARGEST - 1, LARGEST])
def test_a_file_may_be_as_large_as_the_limit(folder: Path, size: int) -> None:
    """The limit itself is within the limit."""
    file = folder / "topics.json"
    file.write_bytes(file.read_bytes().ljust(size))
    assert natopa.load(folder).topic("weapons").name == "Weapons"


def test_what_a_folder_may_hold_beside_the_release(folder: Path) -> None:
    """Files whose names start with a dot, and empty folders, are not part of a release."""
    (folder / ".git").mkdir()
    (folder / ".git" / "config").touch()
    (folder / ".DS_Store").touch()
    (folder / "drafts").mkdir()
    assert natopa.load(folder).release.version == "small"


@needs_links
def test_links_inside_the_folder(folder: Path) -> None:
    """The folder may be reached by a link, and its files may be links that stay inside."""
    (folder / "topics.json").rename(folder / ".topics")
    (folder / "topics.json").symlink_to(".topics")
    link = folder.with_name("link")
    link.symlink_to(folder, target_is_directory=True)
    assert natopa.load(link) == natopa.load(folder)


# One value in the wrong place: file, path, value, expected, found.

BROKEN_VALUES: dict[str, tuple[str, str, Json, str, str]] = {
    "list for an object": ("topics.json", "$[0]", ["x"], OBJECT, "a list"),
    "empty list for an object": ("topics.json", "$[0]", [], OBJECT, "an empty list"),
    "text for an object": (CLAIM, "$[0].citation", "press", OBJECT, '"press"'),
    "null for an object": (CLAIM, "$[0].citation", None, OBJECT, "null"),
    "object for a list": ("topics.json", "$", {"id": "x"}, LIST, "an object"),
    "empty object for a list": ("topics.json", "$[0].other_names", {}, LIST, "an empty object"),
    "text for a list": (DECLARATION, "$[0].clauses[0].topics", "weapons", LIST, '"weapons"'),
    "null for a list": (DECLARATION, "$[0].votes", None, LIST, "null"),
    "number for a file": (CLAIM, "$", 5, LIST, "5"),
    "null for a file": (CLAIM, "$", None, LIST, "null"),
    "escape sequence": (
        "topics.json",
        "$[0].name",
        "a\x1b[31mb",
        "text without control characters",
        '"a\\u001b[31mb"',
    ),
    "control of eight bits": (
        "topics.json",
        "$[0].name",
        "a\x9b31mb",
        "text without control characters",
        '"a\\u009b31mb"',
    ),
    "deleted letter": (
        "topics.json",
        "$[0].name",
        "a\x7f",
        "text without control characters",
        '"a\\u007f"',
    ),
    "true for a number": (SESSION, "$[0].year", True, NUMBER, "true"),
    "fraction for a number": (SESSION, "$[0].attendance[0].value", 250.0, NUMBER, "250.0"),
    "text for a number": (DECLARATION, "$[0].number", "489", NUMBER, '"489"'),
    "null for a number": (SESSION, "$[0].ordinal", None, NUMBER, "null"),
    "text for true": (DECLARATION, "$[0].votes[0].adopted", "true", TRUTH, '"true"'),
    "number for true": (DECLARATION, "$[0].votes[0].adopted", 1, TRUTH, "1"),
    "null for false": (DECLARATION, "$[0].votes[0].accounts[0].unanimous", None, TRUTH, "null"),
    "null for text": ("topics.json", "$[0].name", None, TEXT, "null"),
    "null for text that may be absent": ("sources.json", "$[0].title", None, TEXT, "null"),
    "number for text": ("topics.json", "$[0].name", 5, TEXT, "5"),
    "list for text": ("topics.json", "$[0].other_names[0]", ["Arms"], TEXT, "a list"),
    "object for text": (STATEMENT, "$[0].summary", {"en": "x"}, TEXT, "an object"),
    "empty text": ("topics.json", "$[0].name", "", UNBLANK, '""'),
    "blank text": (STATEMENT, "$[0].wordings[0].text", " \n\u2003", UNBLANK, r'" \n\u2003"'),
    "long text": ("topics.json", "$[0].id", "X" * 99, ID, '"' + "X" * 56 + "..."),
    "number for a word": (CLAIM, "$[0].kind", 5, f"one of {', '.join(model.ClaimKind)}", "5"),
    "number for a date": ("sources.json", "$[0].published", 2024, TEXT, "2024"),
    "number for an id": ("topics.json", "$[0].id", 489, TEXT, "489"),
    "object for an id": (CLAIM, "$[0].citation.source", {"id": "press"}, TEXT, "an object"),
    "null for an id": (SESSION, "$[0].president", None, TEXT, "null"),
    "number for a reference": (DECLARATION, "$[0].votes[0].on", 489, TEXT, "489"),
    "word outside the list": (
        DECLARATION,
        "$[0].clauses[0].role",
        "preambular",
        "one of preamble, operative, unknown",
        '"preambular"',
    ),
    "word in capitals": (SESSION, "$[0].season", "Spring", "one of spring, annual", '"Spring"'),
    "nothing in a list that may be absent": (
        "topics.json",
        "$[0].other_names",
        [],
        "another value, or no key 'other_names'",
        "an empty list",
    ),
    "no citation where there need be none": (
        "bodies.json",
        "$[0].citations",
        [],
        "another value, or no key 'citations'",
        "an empty list",
    ),
    "word that holds without being said": (
        SESSION,
        "$[0].format",
        "in-person",
        "another value, or no key 'format'",
        '"in-person"',
    ),
    "source that is not there": (
        DECLARATION,
        "$[0].clauses[0].wordings[0].readings[0].citation.source",
        "nosuch",
        "the id of a source of this release",
        '"nosuch"',
    ),
    "person that is not there": (
        STATEMENT,
        "$[0].speaker",
        "nosuch",
        "the id of a person of this release",
        '"nosuch"',
    ),
    "person that is a source": (
        STATEMENT,
        "$[0].speaker",
        "press",
        "the id of a person of this release",
        '"press"',
    ),
    "session that is not there": (
        DECLARATION,
        "$[0].session",
        "2024-annual",
        "the id of a session of this release",
        '"2024-annual"',
    ),
    "amendment that is not there": (
        DECLARATION,
        "$[0].clauses[0].amendment",
        "489#nosuch",
        "the id of an amendment of this release",
        '"489#nosuch"',
    ),
    "topic that is not there, of several": (
        DECLARATION,
        "$[0].clauses[0].topics[1]",
        "nosuch",
        "the id of a topic of this release",
        '"nosuch"',
    ),
    "statement about nothing": (STATEMENT, "$[0].about[1]", "489#nosuch", HELD, '"489#nosuch"'),
    "claim about nothing": (CLAIM, "$[0].about[0]", "nosuch", HELD, '"nosuch"'),
    "decision about nothing": (
        SESSION,
        "$[0].decisions[0].about[0]",
        "491",
        HELD,
        '"491"',
    ),
    "presence of no clause": (
        DECLARATION,
        "$[0].editions[0].presences[0].clause",
        "489#nosuch",
        HELD,
        '"489#nosuch"',
    ),
    "insertion of no clause": (
        DECLARATION,
        "$[0].amendments[0].inserts[0]",
        "489#nosuch",
        HELD,
        '"489#nosuch"',
    ),
    "vote on nothing": (DECLARATION, "$[0].votes[0].on", "489#nosuch", HELD, '"489#nosuch"'),
    "edition of no such name": (STATEMENT, "$[0].about[2]", "489@nosuch", HELD, '"489@nosuch"'),
    "edition that this text has not": (
        DECLARATION,
        "$[0].relations[0].target",
        "490@draft",
        HELD,
        '"490@draft"',
    ),
    "edition of a person": (STATEMENT, "$[0].about[2]", "ada@draft", HELD, '"ada@draft"'),
    "change of nothing": (MANIFEST, "$.changes[0].record", "nosuch", HELD, '"nosuch"'),
    "retired id in use": (
        MANIFEST,
        "$.changes[1].record",
        "489#lift",
        "a retired id, which no record has",
        '"489#lift"',
    ),
    "successor of a change": (
        MANIFEST,
        "$.changes[0].successor",
        "490",
        "no successor where nothing is retired",
        '"490"',
    ),
    "earlier release of a change": (
        MANIFEST,
        "$.changes[0].retired_in",
        "2026.1",
        "no retired_in where nothing is retired",
        '"2026.1"',
    ),
    "successor that is nothing": (
        MANIFEST,
        "$.changes[1].successor",
        "nosuch",
        f"{HELD}, or a retired id",
        '"nosuch"',
    ),
    "change that rests on nothing": (
        MANIFEST,
        "$.changes[0].sources[1]",
        "nosuch",
        "the id of a source of this release",
        '"nosuch"',
    ),
    "change that rests on a person": (
        MANIFEST,
        "$.changes[0].sources[0]",
        "ada",
        "the id of a source of this release",
        '"ada"',
    ),
    "id that stands twice in a file": (
        "sources.json",
        "$[1].id",
        "press",
        "an id of its own",
        '"press", as in sources.json at $[0].id',
    ),
    "id of another kind": (
        "persons.json",
        "$[1].id",
        "press",
        "an id of its own",
        '"press", as in sources.json at $[0].id',
    ),
    "id of another file": (
        "resolutions/490.json",
        "$[0].id",
        "489",
        "an id of its own",
        f'"489", as in {DECLARATION} at $[0].id',
    ),
    "id of another part": (
        DECLARATION,
        "$[0].clauses[1].id",
        "489#lift",
        "an id of its own",
        f'"489#lift", as in {DECLARATION} at $[0].clauses[0].id',
    ),
    "id of a part of another sort": (
        DECLARATION,
        "$[0].votes[0].id",
        "489#amendment",
        "an id of its own",
        f'"489#amendment", as in {DECLARATION} at $[0].amendments[0].id',
    ),
    "edition that stands twice": (
        DECLARATION,
        "$[0].editions[1].name",
        "draft",
        "each edition once",
        '"draft" twice',
    ),
    "clause of another text": (
        DECLARATION,
        "$[0].clauses[1].id",
        "490#recall",
        "the id of a part of '489'",
        '"490#recall"',
    ),
    "decision of another session": (
        SESSION,
        "$[0].decisions[0].id",
        "2024-annual#status",
        "the id of a part of '2024-spring'",
        '"2024-annual#status"',
    ),
    "list for a manifest": (MANIFEST, "$", [], OBJECT, "an empty list"),
    "text for a manifest": (MANIFEST, "$", "manifest", OBJECT, '"manifest"'),
    "text for a format": (MANIFEST, "$.format", "1", NUMBER, '"1"'),
    "true for a format": (MANIFEST, "$.format", True, NUMBER, "true"),
    "newer format": (
        MANIFEST,
        "$.format",
        3,
        "format 1 or 2, which this version of the package knows",
        "format 3",
    ),
    "text for files": (MANIFEST, "$.files", "topics.json", LIST, '"topics.json"'),
    "file listed twice": (
        MANIFEST,
        "$.files[9]",
        "sources.json",
        "each once",
        '"sources.json" twice',
    ),
    "manifest in its own list": (
        MANIFEST,
        "$.files[9]",
        MANIFEST,
        "each file of records once",
        "manifest.json itself",
    ),
}


@pytest.mark.slow
@pytest.mark.parametrize(
    ("file", "path", "value", "expected", "found"), BROKEN_VALUES.values(), ids=BROKEN_VALUES
)
def test_a_broken_value_is_named(
    tmp_path: Path, files: Documents, file: str, path: str, value: Json, expected: str, found: str
) -> None:
    """What stands in the wrong place is refused there, and nothing is made of it."""
    put(files, file, path, value)
    check(write(tmp_path, files), file, path, expected, found)


MALFORMED: dict[str, tuple[str, str, str, list[str]]] = {
    "id": (
        "topics.json",
        "$[0].id",
        ID,
        ["Weapons", "a--b", "-a", "a-", "a_b", "a b", "żak", "²", "a#b", "a#", "489@draft", "a\n"],
    ),
    "id of a text": (DECLARATION, "$[0].id", ID, ["Nr 489", "489#lift", "489@draft"]),
    "id of a part": (
        DECLARATION,
        "$[0].clauses[1].id",
        PART_ID,
        ["489", "489#", "#recall", "489#re#call", "489#Recall", "489@draft", "489# recall"],
    ),
    "id of a claim": (CLAIM, "$[0].id", PART_ID, ["s1", "press@s1", "press#S1"]),
    "id of a change's source": (MANIFEST, "$.changes[0].sources[0]", ID, ["A Paper", "press#s1"]),
    "reference": (
        STATEMENT,
        "$[0].about[0]",
        REFERENCE,
        ["Declaration 489", "489#", "489@", "#lift", "489##lift", "489@draft#lift", "489#lift@x"],
    ),
    "reference of a change": (MANIFEST, "$.changes[0].record", REFERENCE, ["489/lift"]),
    "date": (
        "sources.json",
        "$[0].published",
        DATE,
        ["27.05.2024", "2024-13", "2024-02-30", "2024-5-27", "24", "0000", "٢٠٢٤", "2024-05-27Z"],
    ),
    "name of a file": (
        MANIFEST,
        "$.files[9]",
        INSIDE,
        [
            "../x.json",
            "topics/../../x.json",
            "./topics.json",
            "/topics.json",
            "//h/x.json",
            r"..\x.json",
            r"topics\x.json",
            "C:/x.json",
            "C:x.json",
            "topics//x.json",
            "topics/.json",
            ".topics.json",
            "topics",
            "topics.JSON",
            "topics.json/",
            "a\0.json",
        ],
    ),
}


@pytest.mark.slow
@pytest.mark.parametrize(
    ("file", "path", "expected", "value"),
    [
        pytest.param(file, path, expected, value, id=f"{kind} {value!a}")
        for kind, (file, path, expected, values) in MALFORMED.items()
        for value in values
    ],
)
def test_a_malformed_name_or_date_is_named(
    tmp_path: Path, files: Documents, file: str, path: str, expected: str, value: str
) -> None:
    """Ids, references, dates and names of files follow their grammars to the letter."""
    put(files, file, path, value)
    check(write(tmp_path, files), file, path, expected, json.dumps(value))


CONTROLLED: list[tuple[type[StrEnum], str, str]] = [
    (model.BodyKind, "bodies.json", "$[0].kind"),
    (model.ChangeKind, MANIFEST, "$.changes[0].kind"),
    (model.ClaimKind, CLAIM, "$[0].kind"),
    (model.Confidence, SESSION, "$[0].confidence"),
    (model.Coverage, DECLARATION, "$[0].coverage"),
    (model.EditionName, DECLARATION, "$[0].clauses[0].first_edition"),
    (model.Fidelity, STATEMENT, "$[0].wordings[0].fidelity"),
    (model.Medium, STATEMENT, "$[0].medium"),
    (model.Mode, SESSION, "$[0].participants[0].mode"),
    (model.Qualifier, SESSION, "$[0].attendance[0].qualifier"),
    (model.RelationKind, DECLARATION, "$[0].relations[0].kind"),
    (model.Role, DECLARATION, "$[0].clauses[1].role"),
    (model.Season, SESSION, "$[0].season"),
    (model.Seen, DECLARATION, "$[0].clauses[0].seen"),
    (model.CopyKind, DECLARATION, "$[0].copies[0].kind"),
    (model.SessionFormat, SESSION, "$[0].format"),
    (model.SourceKind, "sources.json", "$[1].kind"),
    (model.Verdict, SESSION, "$[0].decisions[0].accounts[0].verdict"),
]


@pytest.mark.slow
@pytest.mark.parametrize(
    ("words", "file", "path"), CONTROLLED, ids=[words.__name__ for words, *_ in CONTROLLED]
)
def test_the_words_are_listed(
    tmp_path: Path, files: Documents, words: type[StrEnum], file: str, path: str
) -> None:
    """Where one of a few words is due, an unknown one is refused and the few are listed."""
    put(files, file, path, "nosuch")
    # Paraphrases are of format 1 only.
    known = [word for word in words if word != model.Fidelity.PARAPHRASED]
    check(write(tmp_path, files), file, path, f"one of {', '.join(known)}", '"nosuch"')


MISSING = {
    "id of a record": ("topics.json", "$[0]", "id"),
    "key of a part": (DECLARATION, "$[0].clauses[0]", "role"),
    "key deep inside": (DECLARATION, "$[0].clauses[0].wordings[0].readings[0]", "citation"),
    "session of a declaration": (DECLARATION, "$[0]", "session"),
    "format": (MANIFEST, "$", "format"),
    "files": (MANIFEST, "$", "files"),
    "reason of a change": (MANIFEST, "$.changes[1]", "reason"),
}


@pytest.mark.parametrize(("file", "path", "key"), MISSING.values(), ids=MISSING)
def test_a_missing_key_is_named(
    tmp_path: Path, files: Documents, file: str, path: str, key: str
) -> None:
    """A key that a record must have is missed in the record that lacks it."""
    drop(files, file, f"{path}.{key}")
    check(write(tmp_path, files), file, path, f"key {key!r}", "none")


EXTRA = {
    "in a record": ("topics.json", "$[0]", "id, name, other_names"),
    "deep inside": (
        STATEMENT,
        "$[0].accounts[0].citations[0]",
        "source, locator, note, fields, read_on",
    ),
    "in the manifest": (MANIFEST, "$", "format, version, published, title, as_of, files, changes"),
}


FORMAT_2 = {
    "a country in small letters": ("clauses[0].countries[0]", "bg", COUNTRY, '"bg"'),
    "a country of three letters": ("clauses[0].countries[1]", "BGR", COUNTRY, '"BGR"'),
    "a country with a digit": ("clauses[0].countries[1]", "B1", COUNTRY, '"B1"'),
    "a country in other letters": (
        "clauses[0].countries[1]", "\u0411\u0413", COUNTRY, r'"\u0411\u0413"'
    ),
    "a country in full": ("clauses[0].countries[1]", "Bulgaria", COUNTRY, '"Bulgaria"'),
    "a cited text that is not there": ("clauses[0].cited_texts[0]", "9", TEXT_ID, '"9"'),
    "a cited session": ("clauses[0].cited_texts[0]", "2024-spring", TEXT_ID, '"2024-spring"'),
    "a cited clause": ("clauses[0].cited_texts[0]", "489#lift", TEXT_ID, '"489#lift"'),
    "a field that is not there": (
        "citations[0].fields[1]",
        "date",
        f"a field of the record: {', '.join(fields(natopa.Declaration))}",
        '"date"',
    ),
    "a source of a copy that is not there": (
        "copies[0].source", "ada", "the id of a source of this release", '"ada"'
    ),
    "words of format 1": (
        "clauses[0].wordings[0].fidelity",
        "paraphrased",
        "one of official, quoted, translated, reported",
        '"paraphrased"',
    ),
}  # fmt: skip


@pytest.mark.slow
@pytest.mark.parametrize(("path", "value", "expected", "found"), FORMAT_2.values(), ids=FORMAT_2)
def test_what_format_2_adds_is_checked(
    tmp_path: Path, files: Documents, path: str, value: Json, expected: str, found: str
) -> None:
    """Each new key is refused where it says what it may not."""
    put(files, DECLARATION, f"$[0].{path}", value)
    check(write(tmp_path, files), DECLARATION, f"$[0].{path}", expected, found)


def test_every_clause_of_format_2_says_how_it_was_seen(tmp_path: Path, files: Documents) -> None:
    """The key may not be left out."""
    del _object(value_at(files, DECLARATION, "$[0].clauses[1]"))["seen"]
    check(write(tmp_path, files), DECLARATION, "$[0].clauses[1]", "key 'seen'", "none")


@pytest.mark.slow
@pytest.mark.parametrize(
    ("path", "key", "value"),
    [
        ("$[0].clauses[0]", "opening", "Urges"),
        ("$[0].clauses[0]", "countries", ["BG"]),
        ("$[0].clauses[0]", "cited_texts", ["490"]),
        ("$[0].clauses[0]", "seen", "whole"),
        ("$[0].clauses[0].wordings[0]", "confirmed_by", [{"source": "press"}]),
        ("$[0]", "copies", [{"source": "press", "language": "en", "kind": "reprint"}]),
        ("$[0].citations[0]", "fields", ["title"]),
        ("$[0].citations[0]", "read_on", "2026-01-01"),
    ],
)
def test_format_1_has_no_keys_of_format_2(
    tmp_path: Path, path: str, key: str, value: Json
) -> None:
    """A release says by its format which keys it may have."""
    files = documents_of_format_1()
    natopa.load(write(tmp_path / "whole", files))
    _object(value_at(files, DECLARATION, path))[key] = value
    error = refusal(write(tmp_path / "broken", files))
    assert (error.path, error.found) == (path, f'key "{key}"')


def test_format_1_is_read_and_written_with_its_own_keys(tmp_path: Path) -> None:
    """A clause of format 1 has its opening word under `verb`, and both ways of reading agree."""
    files = documents_of_format_1()
    folder = write(tmp_path, files)
    corpus = natopa.load(folder)
    clause = corpus.clause("489#lift")
    assert (clause.opening, clause.seen, clause.countries) == ("Urges", None, ())
    release, content = _folder.release(folder)
    records, _ = _codec.decode(release, content)
    assert unchecked(release, content)[0] == records
    for name, file in content.items():
        assert encode(records[folder_of(name)], 1) == file
    assert encode(release, 1) == (folder / MANIFEST).read_bytes()
    assert json.loads(encode(clause))["opening"] == "Urges"


@pytest.mark.slow
def test_what_format_1_cannot_hold_is_not_left_out(folder: Path) -> None:
    """Writing a record of format 2 in format 1 is refused, and names the field."""
    with pytest.raises(errors.InvalidReleaseError) as caught:
        encode(natopa.load(folder).clause("489#lift"), 1)
    assert str(caught.value) == (
        "manifest.json: $.format: expected a format that has Clause.countries, such as 2,"
        " found format 1"
    )


@pytest.mark.slow
@pytest.mark.parametrize("key", ["colour", "Name", "a b\n", "", "ключ", "digest"])
@pytest.mark.parametrize(("file", "path", "known"), EXTRA.values(), ids=EXTRA)
def test_an_extra_key_is_named(
    tmp_path: Path, files: Documents, file: str, path: str, known: str, key: str
) -> None:
    """A key that the format does not know is refused, and those that it knows are listed."""
    _object(value_at(files, file, path))[key] = "red"
    found = f"key {json.dumps(key)}"
    check(write(tmp_path, files), file, path, f"only the keys {known}", found)


def value_at(files: Documents, file: str, path: str) -> Json:
    """Return what stands at a path."""
    place, last = _place(files, file, path)
    return place[int(last)] if isinstance(place, list) else place[last]


# Bytes that are not the JSON of a release: file, bytes, path, expected, found.

TOPIC = b'[{"id": "weapons", "name": "Weapons", "other_names": [%b]}]'
NAMED = "$[0].other_names[0]"
NESTED = ("JSON of at most 32 levels", "more")
DIGITS = "a number of at most 18 digits"
ONCE = "each key once in an object"

BROKEN_BYTES: dict[str, tuple[str, bytes, str, str, str]] = {
    "no JSON": (
        "topics.json",
        b"topics:\n  - weapons\n",
        "",
        "JSON",
        "an error at line 1, column 1 (Expecting value)",
    ),
    "JSON cut short": (
        "topics.json",
        b'[\n  {"id": "weapons"}',
        "",
        "JSON",
        "an error at line 2, column 20 (Expecting ',' delimiter)",
    ),
    "two documents": (
        "topics.json",
        b"[]\n[]\n",
        "",
        "JSON",
        "an error at line 2, column 1 (Extra data)",
    ),
    "manifest that is no JSON": (
        MANIFEST,
        b"format: 1",
        "",
        "JSON",
        "an error at line 1, column 1 (Expecting value)",
    ),
    "empty file": ("topics.json", b"", "", "JSON", "an empty file"),
    "empty manifest": (MANIFEST, b"", "", "JSON", "an empty file"),
    "blank file": ("topics.json", b" \n", "", "JSON", "an empty file"),
    "another encoding": (
        "topics.json",
        TOPIC % '"Зброя"'.encode("cp1251"),
        "",
        "UTF-8",
        "byte 0xc7 at offset 55",
    ),
    "UTF-16": (MANIFEST, "{}".encode("utf-16"), "", "UTF-8", "byte 0xff at offset 0"),
    "half a character in UTF-8": (
        "topics.json",
        TOPIC % b'"\xed\xa0\x80"',
        "",
        "UTF-8",
        "byte 0xed at offset 55",
    ),
    "half a character in JSON": (
        "topics.json",
        TOPIC % rb'"\ud800"',
        NAMED,
        "text in Unicode",
        r'"\ud800" with half a character',
    ),
    "half a character in a key": (
        "topics.json",
        rb'[{"id": "weapons", "name": "Weapons", "\udfff": 1}]',
        "$[0]",
        "only the keys id, name, other_names",
        r'key "\udfff"',
    ),
    "byte order mark": (
        "topics.json",
        b"\xef\xbb\xbf[]",
        "",
        "UTF-8 without a byte order mark",
        "one at the start",
    ),
    "byte order mark in the manifest": (
        MANIFEST,
        b"\xef\xbb\xbf{}",
        "",
        "UTF-8 without a byte order mark",
        "one at the start",
    ),
    "key twice": (
        "topics.json",
        b'[{"id": "weapons"}, {"id": "arms", "name": "A", "id": "x"}]',
        "$[1]",
        ONCE,
        'key "id" twice',
    ),
    "another key than the first twice": (
        "topics.json",
        b'[{"id": "arms", "name": "A", "name": "B"}]',
        "$[0]",
        ONCE,
        'key "name" twice',
    ),
    "key twice with the same value": (MANIFEST, b'{"a": 1, "a": 1}', "$", ONCE, 'key "a" twice'),
    "key twice under an odd key": (
        "topics.json",
        b'[{"a b\\n": {"a": 1, "a": 1}}]',
        r'$[0]["a b\n"]',
        ONCE,
        'key "a" twice',
    ),
    "broken values under a key that is there twice": (
        "topics.json",
        b'[{"a": NaN, "a": NaN}]',
        "$[0]",
        ONCE,
        'key "a" twice',
    ),
    "NaN": ("topics.json", TOPIC % b"NaN", NAMED, "a JSON value", "NaN"),
    "Infinity": ("topics.json", TOPIC % b"Infinity", NAMED, "a JSON value", "Infinity"),
    "-Infinity": (MANIFEST, b'{"format": -Infinity}', "$.format", "a JSON value", "-Infinity"),
    "number without end": (
        SESSION,
        b'[{"year": %b}]' % (b"9" * 5000),
        "$[0].year",
        DIGITS,
        "one of 5000",
    ),
    "format without end": (
        MANIFEST,
        b'{"format": %b}' % (b"9" * 5000),
        "$.format",
        DIGITS,
        "one of 5000",
    ),
    "zero with a sign": (
        SESSION,
        b'[{"year": -0}]',
        "$[0].year",
        "a number without a sign that says nothing",
        "-0",
    ),
    "lists in lists": ("topics.json", b"[" * 100_000 + b"]" * 100_000, "", *NESTED),
    "lists in lists without end": ("topics.json", b"[" * 100_000, "", *NESTED),
    "objects in objects": (CLAIM, b'{"a":' * 100_000 + b"0" + b"}" * 100_000, "", *NESTED),
    "manifest of lists in lists": (MANIFEST, b"[" * 100_000 + b"]" * 100_000, "", *NESTED),
    "manifest of objects in objects": (
        MANIFEST,
        b'{"files":' * 100_000 + b"0" + b"}" * 100_000,
        "",
        *NESTED,
    ),
    "too many bytes": (
        "topics.json",
        b"[]".ljust(LARGEST + 1),
        "",
        "at most 16 MiB in a file",
        "more",
    ),
    "manifest of too many bytes": (
        MANIFEST,
        b"{}".ljust(LARGEST + 1),
        "",
        "at most 16 MiB in a file",
        "more",
    ),
}


@pytest.mark.slow
@pytest.mark.parametrize(
    ("file", "content", "path", "expected", "found"), BROKEN_BYTES.values(), ids=BROKEN_BYTES
)
def test_broken_bytes_are_named(
    folder: Path, file: str, content: bytes, path: str, expected: str, found: str
) -> None:
    """Bytes that are not the JSON of a release are refused, with the place of what is wrong."""
    (folder / file).write_bytes(content)
    check(folder, file, path, expected, found)


# Files that are not there, not files or not listed: what breaks the folder, file, expected, found.


def _unlink(name: str) -> Callable[[Path], None]:
    return lambda folder: (folder / name).unlink()


def _in_place_of(name: str, make: Callable[[Path], object]) -> Callable[[Path], None]:
    def do(folder: Path) -> None:
        (folder / name).unlink()
        make(folder / name)

    return do


def _link_out(file: Path) -> None:
    outside = file.parent.with_name("outside.json")
    outside.write_bytes(written([]))
    file.symlink_to(outside)


def _folder_link_out(folder: Path) -> None:
    (folder / "claims").rename(folder.with_name("claims"))
    (folder / "claims").symlink_to(folder.with_name("claims"), target_is_directory=True)


def _pipe(file: Path) -> None:
    if sys.platform == "win32":
        pytest.skip("no named pipes there")
    os.mkfifo(file)


def _locked(file: Path) -> None:
    if sys.platform == "win32" or os.geteuid() == 0:
        pytest.skip("nothing is locked for this user")
    file.touch(0o000)


LISTED = f"a name in the list of {MANIFEST}"
UNLISTED = "a file that is not in it"
NOWHERE = "a link that leads nowhere"
OUT = ("a file inside the folder", "a link out of it")
PIPE = "something else, such as a pipe"

BROKEN_FOLDERS: dict[str, tuple[Callable[[Path], None], str, str, str]] = {
    "no manifest": (_unlink(MANIFEST), MANIFEST, "a file", "nothing there"),
    "a listed file is missing": (_unlink(CLAIM), CLAIM, "a file", "nothing there"),
    "a file is not listed": (
        lambda folder: (folder / "claims" / "more.json").touch(),
        "claims/more.json",
        LISTED,
        UNLISTED,
    ),
    "another manifest is not listed": (
        lambda folder: (folder / "claims" / MANIFEST).touch(),
        f"claims/{MANIFEST}",
        LISTED,
        UNLISTED,
    ),
    "a file of another sort is not listed": (
        lambda folder: (folder / "README.txt").touch(),
        "README.txt",
        LISTED,
        UNLISTED,
    ),
    "a folder for a file": (
        _in_place_of("topics.json", Path.mkdir),
        "topics.json",
        "a file",
        "a folder",
    ),
    "a folder for the manifest": (
        _in_place_of(MANIFEST, Path.mkdir),
        MANIFEST,
        "a file",
        "a folder",
    ),
    "a pipe for a file": (_in_place_of("topics.json", _pipe), "topics.json", "a file", PIPE),
    "a pipe for the manifest": (_in_place_of(MANIFEST, _pipe), MANIFEST, "a file", PIPE),
    "a pipe that is not listed": (lambda folder: _pipe(folder / "x"), "x", LISTED, UNLISTED),
    "a locked file": (
        _in_place_of("topics.json", _locked),
        "topics.json",
        "a file that can be read",
        "Permission denied",
    ),
}

BROKEN_LINKS: dict[str, tuple[Callable[[Path], None], str, str, str]] = {
    "a link out": (_in_place_of("topics.json", _link_out), "topics.json", *OUT),
    "a link out for the manifest": (_in_place_of(MANIFEST, _link_out), MANIFEST, *OUT),
    "a folder that is a link out": (_folder_link_out, "claims", LISTED, "a link to a folder"),
    "a link to a device": (
        _in_place_of("topics.json", lambda file: file.symlink_to("/dev/zero")),
        "topics.json",
        "a file",
        PIPE,
    ),
    "a link to nowhere": (
        _in_place_of("topics.json", lambda file: file.symlink_to("nosuch")),
        "topics.json",
        "a file",
        NOWHERE,
    ),
    "a link to itself": (
        _in_place_of("topics.json", lambda file: file.symlink_to(file)),
        "topics.json",
        "a file",
        NOWHERE,
    ),
    "a manifest that is a link to itself": (
        _in_place_of(MANIFEST, lambda file: file.symlink_to(file)),
        MANIFEST,
        "a file",
        NOWHERE,
    ),
    "a link to itself that is not listed": (
        lambda folder: (folder / "x").symlink_to("x"),
        "x",
        LISTED,
        UNLISTED,
    ),
}


@pytest.mark.parametrize(
    ("breaks", "file", "expected", "found"), BROKEN_FOLDERS.values(), ids=BROKEN_FOLDERS
)
def test_a_broken_folder_is_named(
    folder: Path, breaks: Callable[[Path], None], file: str, expected: str, found: str
) -> None:
    """The files of the folder are those of the list, each of them a plain one."""
    breaks(folder)
    check(folder, file, "", expected, found)


@needs_links
@pytest.mark.parametrize(
    ("breaks", "file", "expected", "found"), BROKEN_LINKS.values(), ids=BROKEN_LINKS
)
def test_a_broken_link_is_named(
    folder: Path, breaks: Callable[[Path], None], file: str, expected: str, found: str
) -> None:
    """No link leads out of the folder, in a circle or nowhere."""
    breaks(folder)
    check(folder, file, "", expected, found)


@needs_links
def test_a_link_to_the_folder_inside_it_is_no_maze(folder: Path) -> None:
    """A link from a folder to the one above it is named, and not followed round and round."""
    (folder / "claims" / "up").symlink_to(folder, target_is_directory=True)
    check(folder, "claims/up", "", LISTED, "a link to a folder")


def test_no_folder(tmp_path: Path) -> None:
    """What is not a folder is refused by its own name."""
    check(tmp_path / "no", str(tmp_path / "no"), "", "a folder with a release", "nothing there")
    file = tmp_path / "file.json"
    file.touch()
    check(file, str(file), "", "a folder with a release", "a file")
    check(tmp_path, MANIFEST, "", "a file", "nothing there")


@needs_links
def test_no_folder_at_the_end_of_a_link(tmp_path: Path) -> None:
    """A link that leads in a circle is not a folder."""
    link = tmp_path / "link"
    link.symlink_to(link)
    check(link, str(link), "", "a folder with a release", NOWHERE)


@pytest.mark.parametrize("name", ["x" * 5000, "a\0b", "a\nb"], ids=["long", "zero", "line"])
def test_no_folder_of_an_impossible_name(tmp_path: Path, name: str) -> None:
    """A name that no folder can have is refused like any other, in one line."""
    assert refusal(tmp_path / name).file == str(tmp_path / name)


@pytest.mark.skipif(sys.platform == "win32", reason="names of files are Unicode there")
@pytest.mark.parametrize("name", [b"a\nb.json", b"\xff.json", "\u202e.json".encode()], ids=ascii)
def test_an_odd_name_does_not_break_the_line(folder: Path, name: bytes) -> None:
    """The message is one line of plain text, whatever a file is called; the field is exact."""
    (folder / os.fsdecode(name)).touch()
    error = refusal(folder)
    assert error.file == os.fsdecode(name)
    assert str(error).startswith(ascii(error.file))


def test_a_folder_inside_that_may_not_be_read_is_not_an_empty_one(folder: Path) -> None:
    """Neither a load nor a verification takes the files for missing."""
    if sys.platform == "win32" or os.geteuid() == 0:
        pytest.skip("nothing is locked for this user")
    (folder / "claims").chmod(0)
    try:
        error = refusal(folder)
        with pytest.raises(errors.InvalidReleaseError, match="Permission denied"):
            natopa.verify(folder)
    finally:
        (folder / "claims").chmod(0o700)
    assert (error.expected, error.found) == ("a folder that can be read", "Permission denied")


def test_an_unknown_kind_of_file_is_named(tmp_path: Path, files: Documents) -> None:
    """A file or folder is called after the kind of its records, and the kinds are listed."""
    files["colours/red.json"] = []
    put(files, MANIFEST, "$.files[13]", "colours/red.json")
    expected = (
        "a file or folder named after a kind of record: topics, sources, bodies, persons,"
        " member-states, sizes, participation-classes, sessions, declarations, resolutions,"
        " statements, claims, gaps"
    )
    check(write(tmp_path, files), MANIFEST, "$.files[13]", expected, '"colours/red.json"')


def test_a_newer_format_is_told_before_anything_else(tmp_path: Path, files: Documents) -> None:
    """What a newer format has else is not judged by the rules of this one."""
    files[MANIFEST] = {"name": "x", "format": 3, "files": None}
    expected = "format 1 or 2, which this version of the package knows"
    check(write(tmp_path, files), MANIFEST, "$.format", expected, "format 3")


# Several problems.


def test_the_first_problem_is_told_and_the_others_are_counted(
    tmp_path: Path, files: Documents
) -> None:
    """The error is about the first problem in the order of the document, and counts the rest."""
    put(files, "persons.json", "$[1].name", 5)
    check(write(tmp_path, files), "persons.json", "$[1].name", TEXT, "5")
    put(files, "persons.json", "$[1].id", None)
    check(write(tmp_path, files), "persons.json", "$[1].id", TEXT, "null", 1)
    put(files, "persons.json", "$[0].memberships[0].end", "never")
    path = "$[0].memberships[0].end"
    check(write(tmp_path, files), "persons.json", path, DATE, '"never"', 2)


def test_the_order_is_that_of_the_document_and_not_of_the_model(
    tmp_path: Path, files: Documents
) -> None:
    """Keys may stand in any order, and the first problem is the first that a reader meets."""
    person: Documents = {"note": 1, "age": 2, "name": 3, "id": 4}
    files["persons.json"] = [person, {}]
    check(write(tmp_path, files), "persons.json", "$[0].note", TEXT, "1", 5)
    del person["note"]
    known = "only the keys id, name, other_names, memberships, citations, note"
    check(write(tmp_path, files), "persons.json", "$[0]", known, 'key "age"', 4)
    files["persons.json"] = [{}]
    check(write(tmp_path, files), "persons.json", "$[0]", "key 'id'", "none", 1)


def test_flaws_of_json_are_counted(folder: Path) -> None:
    """Of the values that JSON does not know, the first is told and the others are counted."""
    (folder / "topics.json").write_bytes(b'[{"a": NaN}, NaN, {"b": 1, "b": NaN}]')
    check(folder, "topics.json", "$[0].a", "a JSON value", "NaN", 2)


def test_dangling_references_are_counted_over_all_files(tmp_path: Path, files: Documents) -> None:
    """Of the references that lead nowhere, the first is told: the manifest's, then the files'."""
    put(files, CLAIM, "$[0].about[1]", "nosuch")
    put(files, STATEMENT, "$[0].about[0]", "489#nosuch")
    put(files, STATEMENT, "$[0].about[1]", "489#other")
    check(write(tmp_path, files), STATEMENT, "$[0].about[0]", HELD, '"489#nosuch"', 2)
    put(files, MANIFEST, "$.changes[0].record", "nosuch")
    check(write(tmp_path, files), MANIFEST, "$.changes[0].record", HELD, '"nosuch"', 3)


def test_a_dangling_reference_is_not_mistaken_for_a_title(
    tmp_path: Path, files: Documents
) -> None:
    """The path leads to the reference, even where a label before it has the same letters."""
    put(files, CLAIM, "$[0].label", "nosuch")
    put(files, CLAIM, "$[0].about[1]", "nosuch")
    check(write(tmp_path, files), CLAIM, "$[0].about[1]", HELD, '"nosuch"')


def test_both_ends_of_a_duplicate_are_told_in_any_order(tmp_path: Path, files: Documents) -> None:
    """The two places of one id are two places, even where keys stand in another order."""
    put(files, DECLARATION, "$[0].votes[0].id", "489#amendment")
    text = _object(value_at(files, DECLARATION, "$[0]"))
    files[DECLARATION] = [dict(reversed(text.items()))]
    found = f'"489#amendment", as in {DECLARATION} at $[0].amendments[0].id'
    path = "$[0].votes[0].id"
    # The clauses come before the amendment that they name, and yet they find it.
    check(write(tmp_path, files), DECLARATION, path, "an id of its own", found)


def test_a_long_list_of_problems_is_not_read_to_its_end(folder: Path) -> None:
    """A large file full of nonsense costs no more than the start of it."""
    (folder / "topics.json").write_bytes(b"[" + b"0," * 50_000 + b"0]")
    check(folder, "topics.json", "$[0]", OBJECT, "0", ENOUGH - 1)


FULL: dict[str, tuple[str, Json, str, str, str, int]] = {
    "keys": (
        "topics.json", [{f"k{number}": 1 for number in range(300)}],
        "$[0]", "only the keys id, name, other_names", 'key "k0"', ENOUGH - 1,
    ),
    "items of lists": (
        "topics.json",
        [{"id": f"t{number}", "name": "T", "other_names": [0]} for number in range(60)],
        "$[0].other_names[0]", TEXT, "0", 59,
    ),
    "references to nothing": (
        MANIFEST,
        [{"record": f"no-{number}", "kind": "corrected", "reason": "R."} for number in range(150)],
        "$.changes[0].record", HELD, '"no-0"', ENOUGH - 1,
    ),
}  # fmt: skip


@pytest.mark.parametrize(
    ("file", "value", "path", "expected", "found", "more"), FULL.values(), ids=FULL
)
def test_each_problem_is_counted_once_and_a_hundred_at_most(
    tmp_path: Path,
    files: Documents,
    file: str,
    value: Json,
    path: str,
    expected: str,
    found: str,
    more: int,
) -> None:
    """In objects, in lists within lists, and in the changes of the manifest."""
    if file == MANIFEST:
        put(files, file, "$.changes", value)
    else:
        files[file] = value
    check(write(tmp_path, files), file, path, expected, found, more)


class _Counted(list[int]):
    """A list that counts how many of its items were looked at."""

    looked = 0

    def __iter__(self) -> Iterator[int]:
        for item in range(len(self)):
            self.looked += 1
            yield item


def test_what_comes_after_a_hundred_problems_is_not_looked_at() -> None:
    """However long a list is."""
    document = _Counted(range(50_000))
    with pytest.raises(errors.InvalidReleaseError):
        _codec.Decoder(2).file("topics.json", document, model.Topic, many=True)
    assert document.looked == ENOUGH


CITED: dict[str, tuple[str, Json, str, type[Value], str]] = {
    "in the second of two citations": (
        "clauses[0].citations[1]", {"source": "minutes", "fields": ["opening", "colour"]},
        ".fields[1]", natopa.Clause, '"colour"',
    ),
    "a field of the record around it": (
        "clauses[0].wordings[0].citation", {"source": "minutes", "fields": ["opening"]},
        ".fields[0]", natopa.Wording, '"opening"',
    ),
}  # fmt: skip


@pytest.mark.parametrize(("path", "value", "place", "cls", "found"), CITED.values(), ids=CITED)
def test_a_citation_supports_fields_of_its_own_record(
    tmp_path: Path,
    files: Documents,
    path: str,
    value: Json,
    place: str,
    cls: type[Value],
    found: str,
) -> None:
    """Each citation of a record is looked at, and its fields are those of that record."""
    put(files, DECLARATION, f"$[0].{path}", value)
    expected = f"a field of the record: {', '.join(fields(cls))}"
    check(write(tmp_path, files), DECLARATION, f"$[0].{path}{place}", expected, found)


def test_a_large_record_has_an_id_of_its_own_too(tmp_path: Path, files: Documents) -> None:
    """The place of the first is named where both stand in one file."""
    second: Json = {"id": "489", "number": 491, "session": "2024-spring", "coverage": "number",
              "confidence": "low", "citations": [{"source": "press"}]}  # fmt: skip
    put(files, DECLARATION, "$[1]", second)
    found = f'"489", as in {DECLARATION} at $[0].id'
    check(write(tmp_path, files), DECLARATION, "$[1].id", "an id of its own", found)


@pytest.mark.parametrize(("opening", "closing"), [("[", "]"), ('{"a":', "}"), ('[{"a":', "}]")])
def test_a_file_may_be_nested_as_deep_as_the_limit(
    folder: Path, opening: str, closing: str
) -> None:
    """At the limit the content is what is wrong, one level deeper the nesting is."""

    def nested(levels: int) -> str:
        times = levels // (len(closing))
        return f"{opening * times}0{closing * times}"

    (folder / "topics.json").write_text(f"[{nested(DEPTH - 2)}, 1]")
    assert refusal(folder).path.startswith("$[0]")
    (folder / "topics.json").write_text(f"[{nested(DEPTH)}, 1]")
    check(folder, "topics.json", "", *NESTED)


def test_brackets_in_text_are_no_nesting(folder: Path) -> None:
    """What stands in quotation marks is text, whatever marks and escapes stand before it."""
    name = '\\"' + "[" * 99 + '\\\\", {'
    (folder / "topics.json").write_bytes(written([{"id": "weapons", "name": name}]))
    assert natopa.load(folder).topic("weapons").name == name


# What is left after an error.


@pytest.mark.slow
def test_nothing_is_left_half_loaded(tmp_path: Path, files: Documents) -> None:
    """A load that fails leaves no trace: not in the next load, nor in the packaged release."""
    packaged, whole = natopa.load(), natopa.load(write(tmp_path, files))
    put(files, CLAIM, "$[0].about[0]", "nosuch")
    for _ in range(2):
        check(write(tmp_path, files), CLAIM, "$[0].about[0]", HELD, '"nosuch"')
    assert natopa.load(write(tmp_path, documents())) == whole
    assert natopa.load() == packaged


ERRORS: list[natopa.NatopaError] = [
    errors.InvalidReleaseError("topics.json", "$[0]", "an object", "a list", 2),
    natopa.NotFoundError("declaration", "498", ("489",), "try another"),
    errors.InvalidReferenceError("489#", REFERENCE),
    errors.InvalidDateError("2024-13", DATE),
]


@pytest.mark.parametrize("error", ERRORS, ids=[type(error).__name__ for error in ERRORS])
def test_an_error_is_copied_whole(error: natopa.NatopaError) -> None:
    """An error that went through pickle or copy, as between processes, says what it said."""
    pickled = [pickle.loads(pickle.dumps(error, n)) for n in range(pickle.HIGHEST_PROTOCOL + 1)]
    for other in [*pickled, copy.copy(error), copy.deepcopy(error)]:
        assert type(other) is type(error)
        assert vars(other) == vars(error) != {}
        assert str(other) == str(error)


def test_an_error_from_a_load_is_copied_whole(folder: Path) -> None:
    """So is one that was raised, with the notes and the traceback that it gathered."""
    (folder / MANIFEST).write_bytes(b"{}")
    error = refusal(folder)
    other = pickle.loads(pickle.dumps(error))
    assert (vars(other), str(other)) == (vars(error), str(error))


def test_errors_can_be_caught_by_what_they_are() -> None:
    """Bad input is a `ValueError`, a failed lookup a `KeyError`, and all are `NatopaError`s."""
    bad = (errors.InvalidReleaseError, errors.InvalidReferenceError, errors.InvalidDateError)
    for error in bad:
        assert issubclass(error, natopa.NatopaError)
        assert issubclass(error, ValueError)
        assert not issubclass(error, KeyError)
    assert issubclass(natopa.NotFoundError, natopa.NatopaError)
    assert issubclass(natopa.NotFoundError, KeyError)
    assert not issubclass(natopa.NotFoundError, ValueError)


def test_a_folder_given_as_text_is_no_release(folder: Path) -> None:
    """A text is a version and never a path, and who gives a path is told what to give."""
    with pytest.raises(natopa.NotFoundError, match=r"to load a folder, give a pathlib\.Path"):
        natopa.load(str(folder))


# Anything at all, anywhere.


def _paths(value: Json, path: str = "$") -> Iterator[str]:
    yield path
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from _paths(inner, f"{path}.{key}")
    elif isinstance(value, list):
        for position, inner in enumerate(value):
            yield from _paths(inner, f"{path}[{position}]")


def _held(corpus: natopa.Corpus, kind: str) -> tuple[Value, ...]:
    records: tuple[Value, ...] = corpus._records[kind]
    return records


NODES = [(file, path) for file, document in documents().items() for path in _paths(document)]
WORDS = ["press", "ada", "489", "489#lift", "489@draft", "2024", "draft", "annual", "topics.json"]
ANYTHING: st.SearchStrategy[Json] = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.text(max_size=9)
    | st.sampled_from(WORDS),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from(["id", "note", "source"]) | st.text(), inner, max_size=3)
    ),
    max_leaves=6,
)
WAYS_TO_ALTER = ["replace", "remove", "add", "repeat"]


def alter(files: Documents, node: tuple[str, str], how: str, value: Json, key: str) -> None:
    """Alter what stands at a node in one of the ways; where that cannot be, replace it."""
    there = value_at(files, *node)
    if how == "add" and isinstance(there, dict):
        there[key] = value
    elif how == "repeat" and isinstance(there, list) and there:
        there.append(copy.deepcopy(there[0]))
    elif how == "remove" and node[1] != "$":
        drop(files, *node)
    else:
        put(files, *node, value)


@pytest.mark.slow
@settings(deadline=None)
@given(
    node=st.sampled_from(NODES),
    how=st.sampled_from(WAYS_TO_ALTER),
    value=ANYTHING,
    key=st.sampled_from(["note", "date", "inference", "colour"]),
)
def test_a_release_with_anything_in_it_is_kept_as_it_is_or_refused(
    node: tuple[str, str], how: str, value: Json, key: str
) -> None:
    """Whatever stands anywhere in a release is given back unchanged, or refused: no third way."""
    files = documents()
    alter(files, node, how, value, key)
    with tempfile.TemporaryDirectory() as name:
        folder = write(Path(name), files)
        try:
            corpus = natopa.load(folder)
        except errors.InvalidReleaseError as error:
            message = str(error)
            assert message.isprintable()
            return
    assert _same(encode(corpus.release, corpus.release.format), files[MANIFEST])
    for file in corpus.release.files:
        assert _same(encode(_held(corpus, folder_of(file))), files[file])


def _same(content: bytes, document: Json) -> bool:
    """Say whether bytes are the JSON of a document, with 1, 1.0 and true told apart."""
    back = json.loads(content)
    return json.dumps(back, sort_keys=True) == json.dumps(document, sort_keys=True)


# The file of advisories.

KNOWN = {"2031.1": {"489", "490"}, "2031.2": {"489"}, "2031.3": {"489"}}
ADVISORY = {"release": "2031.1", "record": "489", "wrong": "It was wrong.", "mended_in": "2031.2"}
WRONG_ADVISORIES: dict[str, tuple[dict[str, str], str, str, str]] = {
    "an unknown release": (
        {"release": "2031.9"},
        "release", "a packaged release: 2031.1, 2031.2, 2031.3", "2031.9",
    ),
    "mended in itself": (
        {"mended_in": "2031.1"}, "mended_in", "a release after 2031.1: 2031.2, 2031.3", "2031.1"
    ),
    "mended before": (
        {"release": "2031.3"}, "mended_in", "a release after 2031.3: there is none", "2031.2"
    ),
    "an unknown record": (
        {"record": "491"}, "record", "the id of a record of release 2031.1", "491"
    ),
    "a record of another release": (
        {"release": "2031.2", "mended_in": "2031.3", "record": "490"},
        "record", "the id of a record of release 2031.2", "490",
    ),
    "the same record": ({}, "record", "one advisory on a record of release 2031.1", "489"),
}  # fmt: skip


def _advisories(entries: list[dict[str, str]]) -> bytes:
    return json.dumps(entries).encode()


@pytest.mark.parametrize(
    ("keys", "key", "expected", "found"), WRONG_ADVISORIES.values(), ids=WRONG_ADVISORIES
)
def test_a_wrong_advisory_is_named(
    keys: dict[str, str], key: str, expected: str, found: str
) -> None:
    """The first that is wrong: by its release, by the one that mends it, and by its record."""
    others = [ADVISORY, ADVISORY | {"record": "490", "mended_in": "2031.3"}]
    assert len(advisories.decode(_advisories(others), KNOWN)) == 2
    with pytest.raises(errors.InvalidReleaseError) as caught:
        advisories.decode(_advisories([*others, ADVISORY | keys]), KNOWN)
    assert str(caught.value) == (
        f'advisories.json: $[2].{key}: expected {expected}, found "{found}"'
    )
