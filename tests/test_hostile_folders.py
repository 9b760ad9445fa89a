"""Folders made to take minutes or gigabytes: each is loaded, or refused, within the limits.

Each is loaded in a process of its own, with a limit on its memory and on its time.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from itertools import islice
from typing import TYPE_CHECKING

import pytest

import natopa_declarations as natopa
from natopa_declarations import errors
from natopa_declarations._codec.limits import FILES, LARGEST, RECORDS, VALUES
from natopa_declarations._codec.parsing import measure
from natopa_declarations._codec.strict import decode_manifest
from natopa_declarations._store import opening
from tests.small_release import documents, write, written
from tests.test_bad_input import check, needs_links

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.small_release import Json

EACH = VALUES // 20 - 2000
"""As many values as each of twenty records may have."""
SECONDS = 5
BYTES = 1024**3
LOAD = f"""\
import resource, signal, sys, pathlib
resource.setrlimit(resource.RLIMIT_AS, ({BYTES} + 2**28, resource.RLIM_INFINITY))
resource.setrlimit(resource.RLIMIT_CPU, ({SECONDS}, {SECONDS}))
import natopa_declarations as natopa
try:
    print("loaded", len(natopa.load(pathlib.Path(sys.argv[1]))))
except natopa.NatopaError as error:
    print("refused", str(error)[:120])
    assert str(error).isprintable()
"""

unix = pytest.mark.skipif(sys.platform == "win32", reason="limits of Unix")


def _filled(piece: bytes, before: bytes = b"[", after: bytes = b"0]") -> bytes:
    return before + piece * ((LARGEST - len(before) - len(after)) // len(piece)) + after


def _topics(number: int, more: str = "") -> bytes:
    return b"[%b]" % b",".join(
        [b'{"id":"t%d","name":"x"%b}' % (i, more.encode()) for i in range(number)]
    )


FILLED: dict[str, Callable[[], bytes]] = {
    "NaN": lambda: _filled(b"NaN,"),
    "long numbers": lambda: _filled(b"1" * 19 + b","),
    "fractions": lambda: _filled(b"1e9,"),
    "keys twice": lambda: _filled(b'{"":1,"":1},'),
    "empty lists": lambda: _filled(b"[],"),
    "empty objects": lambda: _filled(b"{},"),
    "unclosed lists": lambda: _filled(b"[", b"", b""),
    "unclosed objects": lambda: _filled(b'{"":', b"", b""),
    "a long key": lambda: _filled(b"a", b'[{"', b'":1}]'),
    "a long text": lambda: _filled(b"a", b'[{"id":"t","name":"', b'"}]'),
    "a long text of escapes": lambda: _filled(rb"\u00e9", b'[{"id":"t","name":"', b'"}]'),
    "a long text of quotation marks": lambda: _filled(rb"\"", b'[{"id":"t","name":"', b'"}]'),
    "a long text of backslashes": lambda: _filled(rb"\\", b'[{"id":"t","name":"', b'"}]'),
    "a long id": lambda: _filled(b"a-", b'[{"id":"', b'a","name":"x"}]'),
    "a broken long id": lambda: _filled(b"A-", b'[{"id":"', b'a","name":"x"}]'),
    "many texts": lambda: _filled(b'"",', b'[{"id":"t","name":"x","other_names":[', b'""]}]'),
    "many other texts": lambda: _filled(
        b'"ab",', b'[{"id":"t","name":"x","other_names":[', b'"c"]}]'
    ),
    "many keys": lambda: (
        b'[{"id":"t","name":"x",%b}]' % b",".join(b'"%d":1' % i for i in range(10**6))
    ),
    "as many spellings as may be": lambda: (
        b'[{"id":"t","name":"x","other_names":[%b]}]'
        % b",".join(b'"%d"' % i for i in range(VALUES - 1000))
    ),
    "as many records as may be": lambda: _topics(RECORDS),
    "one record more": lambda: _topics(RECORDS + 1),
    "many ids twice": lambda: _topics(RECORDS - 300)[:-1] + b"," + _topics(200)[1:],
    "many unknown keys": lambda: _topics(RECORDS, ',"nome":"x"'),
    "blank space": lambda: b"[" + b" " * (LARGEST - 2) + b"]",
    "a nested text": lambda: _filled(b"[]{},", b'[{"id":"t","name":"', b'"}]'),
}


@unix
@pytest.mark.slow
@pytest.mark.thorough
@pytest.mark.parametrize("fill", FILLED.values(), ids=FILLED)
def test_a_file_full_of_one_thing(tmp_path: Path, fill: Callable[[], bytes]) -> None:
    """A file at the limit, full of what costs the most, costs seconds."""
    _write(tmp_path, {"topics.json": fill()})
    assert _loaded(tmp_path).startswith(("loaded", "refused topics.json"))


def _retired(folder: Path) -> None:
    last = 12_000
    changes = [
        {"record": f"r{i}", "kind": "retired", "reason": "x", "successor": f"r{i + 1}"}
        for i in range(last)
    ]
    changes[-1]["successor"] = "t0"
    _write(folder, {"topics.json": _topics(1)}, {"changes": changes})


def _in_a_ring(folder: Path) -> None:
    changes = [
        {"record": f"r{i}", "kind": "retired", "reason": "x", "successor": f"r{(i + 1) % 50_000}"}
        for i in range(50_000)
    ]
    _write(folder, {"topics.json": _topics(1)}, {"changes": changes})


def _as_many_files(folder: Path) -> None:
    _write(folder, {f"topics/t{i}.json": b'[{"id":"t%d","name":"x"}]' % i for i in range(FILES)})


def _unlisted(folder: Path) -> None:
    _write(folder, {"topics.json": _topics(1)})
    for number in range(3 * FILES):
        (folder / f"u{number}.json").touch()


def _large_files(folder: Path) -> None:
    _write(folder, {f"topics/t{i}.json": b"[" + b" " * (LARGEST - 2) + b"]" for i in range(12)})


def _listed_again(folder: Path) -> None:
    _write(folder, {"topics.json": _topics(1)}, {"files": ["topics.json"] * 10**6})


def _a_tree(folder: Path) -> None:
    """Make a tree of folders without an end in sight."""
    _write(folder, {"topics.json": _topics(1)})
    for number in range(300):
        (folder / "/".join([str(number), *"abcdefghij"])).mkdir(parents=True)
    here = folder
    for _ in range(60):
        here /= "deep" * 10
        here.mkdir()


def _a_long_manifest(folder: Path) -> None:
    _write(folder, {"topics.json": _topics(1)}, {"changes": [{"record": "t0"}] * 100_000})


def _references(folder: Path) -> None:
    """Refer a hundred thousand times to what is not there."""
    files = documents()
    about = [f"nowhere-{number}" for number in range(100_000)]
    statements = files["statements/ada.json"]
    assert isinstance(statements, list)
    assert isinstance(statements[0], dict)
    statements[0]["about"] = list(about)
    write(folder, files)


def _a_sparse_file(folder: Path) -> None:
    """Write a file of a terabyte that takes no place."""
    _write(folder, {"topics.json": _topics(1)})
    os.truncate(folder / "topics.json", 2**40)


CITED: Json = [{"source": "press"}]
A_READING: Json = {"lemma": "x", "citation": {"source": "press"}}


def _clauses(number: int, **more: Json) -> list[Json]:
    """Return texts with clauses that have little more than they must."""
    texts: list[Json] = []
    for text in range(number // 1000):
        name = f"text-{text}"
        clauses: list[Json] = [
            {"id": f"{name}#c{clause}", "role": "operative", "summary": "x", "citations": CITED,
             "seen": "whole", **more}
            for clause in range(999)
        ]  # fmt: skip
        texts.append(
            {"id": name, "title": "x", "session": "2024-spring", "coverage": "partial",
             "confidence": "high", "citations": CITED, "clauses": clauses}
        )  # fmt: skip
    return texts


def _with(name: str, make_records: Callable[[], list[Json]]) -> Callable[[Path], None]:
    """Return what writes the small release with more records, five to a file."""

    def make(folder: Path) -> None:
        files, records = documents(), make_records()
        manifest, kind = files["manifest.json"], name.partition("/")[0]
        assert isinstance(manifest, dict)
        assert isinstance(manifest["files"], list)
        for start in range(0, len(records), 5):
            files[f"{kind}/more-{start}.json"] = records[start : start + 5]
            manifest["files"].append(f"{kind}/more-{start}.json")
        write(folder, files)

    return make


def _broken(records: list[Json]) -> list[Json]:
    """Break the last citation of the last record."""
    text = json.dumps(records)
    before, mark, after = text.rpartition('"source": "press"')
    broken: list[Json] = json.loads(before + mark.replace("press", "nowhere") + after)
    return broken


def _statement(number: int, readings: int) -> Json:
    wording: Json = {
        "text": "x", "language": "en", "fidelity": "quoted", "citation": {"source": "press"},
        "readings": [A_READING] * readings,
    }  # fmt: skip
    return {"id": f"s{number}", "speaker": "ada", "capacity": "x", "medium": "speech",
            "summary": "x", "wordings": [wording], "about": ["press"]}  # fmt: skip


def _persons(number: int, days: int) -> list[Json]:
    """Return persons who were seen in office on many days, no two of which are the same."""
    years = range(1, 10_000)
    dates = (f"{y:04}-{m:02}-{d:02}" for y in years for m in range(1, 13) for d in range(1, 29))
    return [
        {"id": f"p{person}", "name": "x", "memberships": [
            {"body": "assembly", "role": "x", "citations": CITED,
             "in_office": [*islice(dates, days)]}]}
        for person in range(number)
    ]  # fmt: skip


def _presences(number: int, presences: int) -> list[Json]:
    texts = _clauses(1000 * number)
    for text in texts:
        assert isinstance(text, dict)
        assert isinstance(text["clauses"], list)
        del text["clauses"][1:]
        presence: Json = {"clause": f"{text['id']}#c0", "present": True, "citations": CITED}
        repeated: list[Json] = [presence] * presences
        edition: Json = {"name": "draft", "citations": CITED, "presences": repeated}
        text["editions"] = [edition]
    return texts


def _full_clauses() -> list[Json]:
    wording: Json = {
        "text": "x", "language": "en", "fidelity": "official", "citation": {"source": "press"},
    }  # fmt: skip
    return _clauses(VALUES // 20 - 1000, wordings=[wording], topics=["weapons"], note="x")


def _readings() -> list[Json]:
    return [_statement(number, EACH // 5) for number in range(20)]


FOLDERS: dict[str, Callable[[Path], None]] = {
    "a chain of retired ids": _retired,
    "a ring of retired ids": _in_a_ring,
    "as many files as may be": _as_many_files,
    "files that are not listed": _unlisted,
    "large files": _large_files,
    "one file listed a million times": _listed_again,
    "a tree of folders": _a_tree,
    "a manifest of broken changes": _a_long_manifest,
    "references to nothing": _references,
    "a file of a terabyte": _a_sparse_file,
    "as many clauses as may be": _with("declarations", lambda: _clauses(99_000)),
    "as many clauses with as much in them as may be": _with("declarations", _full_clauses),
    "as many clauses, and the last is wrong": _with(
        "declarations", lambda: _broken(_clauses(99_000))
    ),
    "as many readings as may be": _with("statements", _readings),
    "as many readings, and the last is wrong": _with("statements", lambda: _broken(_readings())),
    "as many days as may be": _with("persons", lambda: _persons(20, EACH)),
    "as many presences as may be": _with("declarations", lambda: _presences(20, EACH // 6)),
}


@unix
@pytest.mark.slow
@pytest.mark.thorough
@pytest.mark.parametrize("name", FOLDERS)
def test_a_folder_full_of_one_thing(tmp_path: Path, name: str) -> None:
    """So is a folder; what is within the limits and right is loaded."""
    FOLDERS[name](tmp_path)
    outcome = "loaded" if name.startswith("as many") else ("loaded", "refused")
    if name.endswith("the last is wrong"):
        outcome = "refused"
    said = _loaded(tmp_path)
    assert said.startswith(outcome)
    assert outcome != "refused" or "the id of a source of this release" in said


def _write(
    folder: Path, files: dict[str, bytes], manifest: dict[str, object] | None = None
) -> None:
    for name, content in files.items():
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_bytes(content)
    whole = {"format": 1, "version": "mine", "published": "2026", "title": "t"}
    listed = whole | {"files": list(files)} | (manifest or {})
    (folder / "manifest.json").write_text(json.dumps(listed), encoding="utf-8")


def _loaded(folder: Path) -> str:
    """Load a folder within the limits, and return what came of it."""
    done = subprocess.run(
        [sys.executable, "-c", LOAD, str(folder)], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr[-300:]
    return done.stdout


# The limits themselves.


@pytest.mark.slow
def test_more_values_than_may_be_are_refused_before_they_are_read(tmp_path: Path) -> None:
    """The values are counted over all files."""
    content = b"[" + b"0," * (VALUES // 2) + b"0]"
    _write(tmp_path, {"topics/a.json": b"[]", "topics/b.json": content, "topics/c.json": content})
    values = f"at most {VALUES:,} values in all files of a release"
    check(tmp_path, "topics/c.json", "", values, "more")


def test_more_files_than_may_be_are_refused_before_they_are_opened(tmp_path: Path) -> None:
    """The list in the manifest is counted."""
    _write(tmp_path, {}, {"files": [f"topics/t{number}.json" for number in range(FILES + 1)]})
    check(tmp_path, "manifest.json", "$.files", "at most 10,000 items", "10,001")


def test_more_records_than_may_be_are_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The records of all files and their parts are counted."""
    monkeypatch.setattr("natopa_declarations._codec.strict.RECORDS", 5)
    _write(tmp_path, {"topics/a.json": _topics(3), "topics/b.json": b"[]"})
    files = {"topics/a.json": _topics(3), "topics/b.json": b'[{"id":"a","name":"a"}]'}
    _write(tmp_path, files | {"topics/c.json": b'[{"id":"b","name":"b"},{"id":"c","name":"c"}]'})
    records = "at most 5 records in a release, their parts counted"
    check(tmp_path, "topics/c.json", "", records, "more")


@pytest.mark.parametrize(
    ("name", "key", "most"), [("FILES", "files", 13), ("RECORDS", "changes", 2)]
)
def test_a_list_of_the_manifest_may_be_as_long_as_the_limit(
    monkeypatch: pytest.MonkeyPatch, name: str, key: str, most: int
) -> None:
    """And by one longer it may not."""
    content = written(documents()["manifest.json"])
    monkeypatch.setattr(f"natopa_declarations._codec.strict.{name}", most)
    assert len(getattr(decode_manifest(content), key)) == most
    monkeypatch.setattr(f"natopa_declarations._codec.strict.{name}", most - 1)
    with pytest.raises(errors.InvalidReleaseError) as caught:
        decode_manifest(content)
    told = (caught.value.path, caught.value.expected, caught.value.found)
    assert told == (f"$.{key}", f"at most {most - 1} items", str(most))


def test_a_release_may_have_as_many_records_and_values_as_the_limit(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """And by one more it may not; what is counted is counted over all files."""
    folder = write(tmp_path, documents())
    records = len(natopa.load(folder))
    files = [name for name in documents() if name != "manifest.json"]
    values = sum(measure(name, (folder / name).read_bytes()) for name in files)
    limits = "natopa_declarations._codec.strict"
    expected = "at most {:,} records in a release, their parts counted"
    for name, most, what in (
        ("RECORDS", records, expected.format(records - 1)),
        ("VALUES", values, f"at most {VALUES:,} values in all files of a release"),
    ):
        with monkeypatch.context() as patched:
            patched.setattr(f"{limits}.{name}", most)
            assert len(natopa.load(folder)) == records
            patched.setattr(f"{limits}.{name}", most - 1)
            check(folder, "gaps.json", "", what, "more")


def test_more_bytes_than_may_be_are_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The bytes of all files are counted, by a load and by a verification."""
    monkeypatch.setattr("natopa_declarations._store.folder.TOTAL", 1024)
    _write(tmp_path, {f"topics/{name}.json": b"[]".ljust(400) for name in "abc"})
    check(tmp_path, str(tmp_path), "", "at most 0 MiB in all files", "more")


# Files that are swapped while the folder is read.


@needs_links
@pytest.mark.parametrize("kind", ["link", "pipe", "device", "folder", "nothing", "other"])
def test_a_file_swapped_before_it_is_opened_is_not_read(
    tmp_path: Path, kind: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What is opened is what is checked, so a swap at the last moment gains nothing."""
    folder = write(tmp_path / "mine", documents())
    file, secret = folder / "topics.json", tmp_path / "secret.json"
    secret.write_bytes(b'[{"id": "weapons", "name": "SECRET"}]')
    opened = os.open

    def swap() -> None:
        file.unlink()
        makers: dict[str, Callable[[], object]] = {
            "link": lambda: file.symlink_to(secret),
            "pipe": lambda: os.mkfifo(file),
            "device": lambda: file.symlink_to("/dev/zero"),
            "folder": file.mkdir,
            "nothing": lambda: None,
            "other": lambda: file.write_bytes(b"[]"),
        }
        makers[kind]()

    def swapping(path: str | Path, flags: int, *rest: int) -> int:
        if str(path) == str(file) and not file.is_symlink():
            swap()
        return opened(path, flags, *rest)

    monkeypatch.setattr(os, "open", swapping)
    if kind == "other":
        assert opening.read(folder, "topics.json") == b"[]"
        return
    with pytest.raises(errors.InvalidReleaseError) as caught:
        opening.read(folder, "topics.json")
    assert caught.value.file == "topics.json"
    assert "SECRET" not in str(caught.value)


@needs_links
def test_a_file_swapped_after_it_was_opened_is_not_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A link out of the folder that was opened, and is a plain file again, is found out."""
    folder = write(tmp_path / "mine", documents())
    outside = tmp_path / "outside"
    outside.mkdir()
    (outside / "press.json").write_bytes(b"[]")
    claims = folder / "claims"
    claims.rename(folder / ".claims")
    claims.symlink_to(outside, target_is_directory=True)
    opened = os.open

    def swapping(path: str | Path, flags: int, *rest: int) -> int:
        descriptor = opened(path, flags, *rest)
        if str(path).endswith("press.json"):
            claims.unlink()
            (folder / ".claims").rename(claims)
        return descriptor

    monkeypatch.setattr(os, "open", swapping)
    with pytest.raises(errors.InvalidReleaseError, match="another in its place"):
        opening.read(folder, "claims/press.json")


@needs_links
def test_links_as_a_mounted_volume_has_them(tmp_path: Path) -> None:
    """A file may be a link to one inside the folder, also through a link with a dot."""
    folder = tmp_path / "mine"
    (folder / "..2026").mkdir(parents=True)
    (folder / "..2026" / "topics.json").write_bytes(b"[]")
    (folder / "..data").symlink_to("..2026", target_is_directory=True)
    (folder / "topics.json").symlink_to("..data/topics.json")
    assert opening.read(folder, "topics.json") == b"[]"
    assert opening.names(folder) == {"topics.json"}
