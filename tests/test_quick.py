"""The quick way of the codec and the one that explains accept the same, with the same values."""

from __future__ import annotations

import copy
import datetime as dt
import gc
import json
from typing import TYPE_CHECKING, Any, cast

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

import natopa_declarations as natopa
from natopa_declarations import errors
from natopa_declarations._codec import leaves, strict
from natopa_declarations._codec.checks import Known
from natopa_declarations._codec.explaining import Explaining
from natopa_declarations._codec.kinds import BY_FOLDER, folder_of
from natopa_declarations._codec.parsing import MismatchError
from natopa_declarations._codec.quick import BROKEN, Quick
from natopa_declarations._codec.register import Register
from natopa_declarations.model.dates import PartialDate
from tests.small_release import MANIFEST, documents, documents_of_format_1, written
from tests.test_bad_input import ANYTHING, NODES, WAYS_TO_ALTER, alter, put, value_at

if TYPE_CHECKING:
    from collections.abc import Iterator

    from natopa_declarations.model.ids import FileName
    from tests.small_release import Documents, Json


class _Never:
    """A quick way that takes nothing, so that the other way is tried alone."""

    def record(self, _: type[Any]) -> None:
        return None

    def attempt(self, _structure: object, _document: object) -> object:
        return BROKEN


def _read(files: Documents, number: int, *, quick: bool) -> Register | None:
    """Read all files in one of the two ways; return None where one of them is refused."""
    register = Register()
    reader = Quick(register, number)
    register.documents = cast("dict[FileName, Any]", files)
    for name, cls in _in_order(files):
        register.file = name
        try:
            if quick:
                found = reader.file(files[name], cls, many=True)
            else:
                never = cast("Quick", _Never())
                found = Explaining(register, number, never).file(name, files[name], cls, many=True)
        except errors.InvalidReleaseError:
            return None
        if found is BROKEN:
            return None
    return register


def _in_order(files: Documents) -> Iterator[tuple[FileName, type[Any]]]:
    for folder, kind in BY_FOLDER.items():
        for name in files:
            if folder_of(name) == folder:
                yield cast("FileName", name), kind.cls


def _same(files: Documents, number: int) -> bool:
    """Assert that both ways say the same of some files, and say whether they take them."""
    files = {name: document for name, document in files.items() if name != MANIFEST}
    quick, slow = (_read(copy.deepcopy(files), number, quick=way) for way in (True, False))
    assert (quick is None) == (slow is None)
    if quick is None or slow is None:
        return False
    assert list(quick.index) == list(slow.index)
    assert quick.index == slow.index
    assert quick.found.texts == slow.found.texts
    assert slow.found.keys.items() <= quick.found.keys.items()
    for record in quick.index.values():
        # No slot is left without anything.
        repr(record)
    return True


@pytest.mark.slow
def test_both_ways_read_the_small_release() -> None:
    """Every key of both formats."""
    assert _same(documents(), 2)
    assert _same(documents_of_format_1(), 1)
    assert not _same(documents(), 1)


@pytest.mark.slow
@pytest.mark.parametrize("version", [release.version for release in natopa.releases()])
def test_both_ways_read_a_packaged_release(version: str) -> None:
    """Every record that is packaged."""
    folder, release = natopa.release_files(version), natopa.load(version).release
    files: Documents = {}
    for name in release.files:
        files[name] = json.loads(folder.joinpath(name).read_bytes())
    assert _same(files, release.format)


@pytest.mark.slow
@settings(deadline=None)
@example(("statements/ada.json", "$[0].about"), "replace", [], "note", (MANIFEST, "$"))
@given(
    node=st.sampled_from([node for node in NODES if node[0] != MANIFEST]),
    how=st.sampled_from([*WAYS_TO_ALTER, "swap"]),
    value=ANYTHING,
    key=st.sampled_from(["note", "date", "inference", "fields", "citations", "colour"]),
    other=st.sampled_from(NODES),
)
def test_both_ways_say_the_same_of_anything(
    node: tuple[str, str], how: str, value: Json, key: str, other: tuple[str, str]
) -> None:
    """Whatever stands anywhere is taken by both, and is the same, or by neither."""
    files = documents()
    if how == "swap":
        how, value = "replace", copy.deepcopy(value_at(files, *other))
    alter(files, node, how, value, key)
    _same(files, 2)


FIELDS: dict[str, tuple[list[str], bool]] = {
    "a field of the record": (["label"], True),
    "two": (["label", "opening"], True),
    "one twice": (["label", "label"], False),
    "none": ([], False),
    "a field of the record around it": (["clauses"], False),
    "no field": (["colour"], False),
}


@pytest.mark.slow
@pytest.mark.parametrize(("fields", "right"), FIELDS.values(), ids=FIELDS)
def test_the_fields_that_a_citation_supports_are_those_of_its_record(
    fields: list[str], *, right: bool
) -> None:
    """They are compared with the record that has the citation, and not with one around it."""
    files = documents()
    put(files, "declarations/489.json", "$[0].clauses[0].citations[0].fields", list(fields))
    assert _same(files, 2) == right


def test_what_was_not_taken_leaves_nothing() -> None:
    """Neither a record nor a field that was noted on the way is left of what is wrong."""
    register = Register()
    reader = Quick(register, 2)
    register.file = cast("FileName", "persons.json")
    cls = BY_FOLDER["persons"].cls
    sources, source = BY_FOLDER["sources"].cls, documents()["sources.json"]
    assert reader.file(source, sources, many=True) is not BROKEN
    before = list(register.index)
    person = {"id": "p", "name": "P", "citations": [{"source": "press", "fields": ["name"]}]}
    wrong = person | {"id": "q", "note": 1}
    assert reader.file([person, wrong], cls, many=True) is BROKEN
    assert list(register.index) == before
    broken = {"id": "r", "name": "R", "citations": [{"source": "press", "fields": ["kind"]}]}
    assert reader.file([broken], cls, many=True) is BROKEN
    (found,) = reader.file([person], cls, many=True)
    assert found.citations[0].fields == ("name",)


@pytest.mark.parametrize("text", ["0000-01-01", "2023-02-29", "1900-02-29", "٢٠٢٤-01-01", "24"])
def test_a_day_that_no_calendar_has_is_in_no_table(text: str) -> None:
    """Tables of days are asked first; what is not in them is read as any date is."""
    with pytest.raises(MismatchError):
        leaves.LEAVES[PartialDate](text)


@given(st.dates())
def test_a_day_is_the_same_with_and_without_tables(day: dt.date) -> None:
    """Every day of the calendar, and the month and the year around it."""
    for text in (str(day), str(day)[:7], str(day)[:4]):
        date = leaves.LEAVES[PartialDate](text)
        assert date == PartialDate.parse(text)
        assert repr(date) == repr(PartialDate.parse(text))


def test_only_so_many_texts_are_remembered(monkeypatch: pytest.MonkeyPatch) -> None:
    """A file with a million different dates costs no memory for those that are gone."""
    monkeypatch.setattr("natopa_declarations._codec.checks._MANY", 2)
    known = Known(leaves.LEAVES[PartialDate])
    assert [known[str(year)].year for year in (2001, 2002, 2003, 2001)] == [2001, 2002, 2003, 2001]
    assert list(known) == ["2001", "2002"]


def test_the_collector_of_garbage_is_as_it_was_after_an_interrupt() -> None:
    """It rests while values are made, and is woken on every way out."""

    def interrupted() -> None:
        assert not gc.isenabled()
        raise KeyboardInterrupt

    assert gc.isenabled()
    with pytest.raises(KeyboardInterrupt):
        strict.without_collector(interrupted)
    assert gc.isenabled()


KEYS_TWICE = {
    "a key": b'[{"id": "t", "name": "T", "name": "T"}]',
    "a key with an escape": rb'[{"id": "t", "name": "T", "n\u0061me": "T"}]',
    "an inner key": b'[{"id": "t", "name": "T", "other_names": {"a": 1, "a": 2}}]',
}


@pytest.mark.parametrize("content", KEYS_TWICE.values(), ids=KEYS_TWICE)
def test_a_key_that_is_there_twice_is_found_by_counting(content: bytes) -> None:
    """Keys are counted in the bytes and in what was read; colons in texts are not keys."""
    release = strict.decode_manifest(written(_manifest()))
    with pytest.raises(errors.InvalidReleaseError, match="each key once"):
        strict.decode(release, {release.files[0]: content})
    fine = b'[{"id": "t", "name": "T: \\"a\\": b"}]'
    records, _ = strict.decode(release, {release.files[0]: fine})
    assert records["topics"][0] == natopa.model.Topic(id="t", name='T: "a": b')  # type: ignore[arg-type]


def _manifest() -> Documents:
    manifest = documents()[MANIFEST]
    assert isinstance(manifest, dict)
    del manifest["changes"]
    manifest["files"] = ["topics.json"]
    return manifest
