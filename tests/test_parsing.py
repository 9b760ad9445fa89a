"""What reads JSON and files of anybody's, piece by piece: paths, counts, and what is there."""

from __future__ import annotations

import json
import os
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import natopa_declarations as natopa
from natopa_declarations import errors
from natopa_declarations._codec.limits import DEPTH, ENOUGH, VALUES
from natopa_declarations._codec.parsing import describe, find, measure, parse, parse_within
from natopa_declarations._store import opening
from tests.small_release import MANIFEST, documents, write
from tests.test_bad_input import CLAIM, check, put

if TYPE_CHECKING:
    from pathlib import Path

JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4),
    max_leaves=20,
)


def _values(document: Any) -> int:
    inside = document.values() if isinstance(document, dict) else document
    return 1 + sum(map(_values, inside)) if isinstance(document, dict | list) else 1


def _levels(document: Any) -> int:
    inside = document.values() if isinstance(document, dict) else document
    return 1 + max(map(_levels, inside), default=0) if isinstance(document, dict | list) else 0


@given(document=JSON)
def test_values_are_counted_before_they_are_read(document: object) -> None:
    """The count is never less than what there is, but for one alone, and at most twice as much."""
    content = json.dumps(document).encode()
    if _levels(document) <= DEPTH:
        found = measure("x", content)
        assert _values(document) - 1 <= found <= 2 * _values(document)
        assert measure("x", json.dumps(document, ensure_ascii=False, indent=2).encode()) == found


@pytest.mark.parametrize("more", [0, 1])
def test_the_levels_are_counted_exactly(more: int) -> None:
    """At the limit it is read, and one level deeper it is not."""
    for opening_, closing in (("[", "]"), ('{"[[": ', "}")):
        content = f"{opening_ * (DEPTH + more)}1{closing * (DEPTH + more)}".encode()
        if more:
            with pytest.raises(errors.InvalidReleaseError, match="at most 32 levels"):
                measure("x", content)
        else:
            assert measure("x", content) >= 1
    unclosed = b"[" * (DEPTH + more)
    if more:
        with pytest.raises(errors.InvalidReleaseError, match="at most 32 levels"):
            measure("x", unclosed)
    else:
        assert measure("x", unclosed) == DEPTH


def test_what_has_no_flaw_is_read_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Only where a flaw may be is JSON read again, in a slower way that can name it."""
    read, loads = [], json.loads

    def counting(*given: Any, **keys: Any) -> Any:
        read.append(given)
        return loads(*given, **keys)

    monkeypatch.setattr(json, "loads", counting)
    fine = {"a": [1, {"b: c": "d: e", "f\\": -2}, 'g\\": '], "h": {"i": None, "j": 10**16}}
    assert parse("x", json.dumps(fine).encode()) == fine
    assert len(read) == 1
    assert parse("x", b'{"a": 100000000000000000}') == {"a": 10**17}
    assert len(read) == 2
    with pytest.raises(errors.InvalidReleaseError, match="at most 18 digits, found one of 19"):
        parse("x", b'{"a": 1000000000000000000}')


DESCRIBED: list[tuple[object, str]] = [
    ({}, "an empty object"), ({"a": 1}, "an object"), ([], "an empty list"), ([0], "a list"),
    (None, "null"), (True, "true"), (250.0, "250.0"), ("a b", '"a b"'),
    ("a\x7f\x1b", '"a\\u007f\\u001b"'), ("X" * 58, f'"{"X" * 58}"'), ("X" * 59, f'"{"X" * 56}...'),
]  # fmt: skip


@pytest.mark.parametrize(("value", "described"), DESCRIBED, ids=range(len(DESCRIBED)))
def test_a_value_is_described_in_a_few_words(value: object, described: str) -> None:
    """As JSON has it, but for what is inside; no letter of it moves a terminal."""
    assert describe(value) == described


def test_there_is_room_for_as_many_values_as_are_given() -> None:
    """The limit itself is within the limit."""
    content = b'{"a": [1, 2], "b": 3}'
    values = measure("x", content)
    assert parse_within("x", content, values) == ({"a": [1, 2], "b": 3}, values)
    with pytest.raises(errors.InvalidReleaseError) as caught:
        parse_within("x", content, values - 1)
    expected = f"at most {VALUES:,} values in all files of a release"
    assert str(caught.value) == f"x: expected {expected}, found more"


@pytest.mark.parametrize("end", ["\\", "\\\\", '\\"', '"', '\\"\\'], ids=range(5))
def test_a_text_ends_at_its_own_quotation_mark(end: str) -> None:
    """Whatever backslashes and marks stand at its end; brackets in the next text do not count."""
    document = {f"a{end}": [end, "[" * 99, f"{end}]", {"[": end}]}
    plain = {"a": ["b", "c", "d", {"e": "f"}]}
    found = measure("x", json.dumps(document).encode())
    assert found == measure("x", json.dumps(plain).encode())


DOCUMENT = {"a": [1, {"b c": 1, "d": 1}], "d": [[1]], "e": 1, "f": {}}


def test_what_is_wanted_is_found_with_its_path_in_order() -> None:
    """An item of a list goes by the key of the list; the document itself has no key."""
    found = list(find(DOCUMENT, lambda _, value: value == 1))
    assert found == [
        ("$.a[0]", "a", 1),
        ('$.a[1]["b c"]', "b c", 1),
        ("$.a[1].d", "d", 1),
        ("$.d[0][0]", "d", 1),
        ("$.e", "e", 1),
    ]
    assert list(find(DOCUMENT, lambda key, _: not key)) == [("$", "", DOCUMENT)]
    assert list(find(5, lambda _, value: value == 5)) == [("$", "", 5)]
    assert list(find(DOCUMENT, lambda key, _: key == "f")) == [("$.f", "f", {})]


def test_no_more_is_looked_for_than_is_wanted() -> None:
    """What comes after the last that is wanted is not looked at."""
    looked: list[object] = []

    def wanted(_: str, value: object) -> bool:
        looked.append(value)
        return value == 1

    assert [path for path, *_ in find(DOCUMENT, wanted, 2)] == ["$.a[0]", '$.a[1]["b c"]']
    assert len(looked) == 5
    assert [path for path, *_ in find(DOCUMENT, lambda _, value: value == 1, 1)] == ["$.a[0]"]
    assert len(list(find([0] * 500, lambda *_: True))) == ENOUGH


@pytest.mark.parametrize(
    ("error", "found"),
    [
        (PermissionError(13, "Permission denied"), "Permission denied"),
        (OSError("no number"), "no number"),
        (OSError(), "OSError"),
        (ValueError("not a name"), "not a name"),
    ],
)
def test_a_file_that_is_there_and_cannot_be_opened(
    tmp_path: Path, error: Exception, found: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What the system says is what was found, however little that is."""
    (tmp_path / "a").touch()

    def refuse(*_: object) -> int:
        raise error

    monkeypatch.setattr(os, "open", refuse)
    with pytest.raises(errors.InvalidReleaseError) as caught:
        opening.read(tmp_path, "a")
    told = (caught.value.file, caught.value.expected, caught.value.found)
    assert told == ("a", "a file that can be read", found)


@pytest.mark.parametrize("name", ["a\0b", "nothing"])
def test_a_file_that_is_not_there(tmp_path: Path, name: str) -> None:
    """A name that no file can have is that of none."""
    with pytest.raises(errors.InvalidReleaseError) as caught:
        opening.read(tmp_path, name)
    assert (caught.value.expected, caught.value.found) == ("a file", "nothing there")


def test_a_file_of_a_few_bytes_more_than_wanted(tmp_path: Path) -> None:
    """The limit that is given is within the limit."""
    (tmp_path / "a").write_bytes(b"x" * 1024**2)
    assert len(opening.read(tmp_path, "a", 1024**2)) == 1024**2
    (tmp_path / "a").write_bytes(b"x" * (1024**2 + 1))
    with pytest.raises(errors.InvalidReleaseError, match="at most 1 MiB in a file, found more"):
        opening.read(tmp_path, "a", 1024**2)


def test_a_successor_may_be_a_retired_part(tmp_path: Path) -> None:
    """The parts and editions of a retired record are retired with it."""
    files = documents()
    put(files, MANIFEST, "$.changes[2]",
        {"record": "487", "kind": "retired", "reason": "x", "successor": "488#part"})  # fmt: skip
    assert natopa.load(write(tmp_path, files)).release.changes[2].successor == "488#part"
    put(files, MANIFEST, "$.changes[2].successor", "486#part")
    held = "a reference to a record of this release, or a retired id"
    check(write(tmp_path, files), MANIFEST, "$.changes[2].successor", held, '"486#part"')


def test_no_more_than_a_hundred_references_to_nothing_are_counted(tmp_path: Path) -> None:
    """The rest of them is left unread."""
    files = documents()
    put(files, CLAIM, "$[0].about", [f"nowhere-{number}" for number in range(300)])
    held = "a reference to a record of this release"
    found, more = '"nowhere-0"', ENOUGH - 1
    check(write(tmp_path, files), CLAIM, "$[0].about[0]", held, found, more)
