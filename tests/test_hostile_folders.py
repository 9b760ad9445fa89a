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
from natopa_declarations._store import opening, writing
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
    folder = tmp_path / "mine"
    folder.mkdir()
    _write(folder, {f"topics/{name}.json": b"[]".ljust(2**20) for name in "abc"})
    total = sum(file.stat().st_size for file in folder.rglob("*.json"))
    monkeypatch.setattr("natopa_declarations._store.folder.TOTAL", total)
    assert len(natopa.load(folder)) == 0
    assert natopa.verify(folder).files == 4
    monkeypatch.setattr("natopa_declarations._store.folder.TOTAL", total - 1)
    expected = "at most 3 MiB in all files"
    check(folder, str(folder), "", expected, "more")
    with pytest.raises(errors.InvalidReleaseError) as caught:
        natopa.verify(folder)
    assert str(caught.value) == f"{folder}: expected {expected}, found more"


def test_more_names_than_may_be_are_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Folders, and what is hidden or left by systems, are counted with the files."""
    monkeypatch.setattr(opening, "FILES", 2)
    (tmp_path / "claims").mkdir()
    for name in ("Thumbs.db", ".hidden", "claims/a.json"):
        (tmp_path / name).touch()
    assert opening.names(tmp_path) == {"claims/a.json"}
    assert opening.left(tmp_path) == ("Thumbs.db",)
    (tmp_path / "claims" / ".hidden").touch()
    with pytest.raises(errors.InvalidReleaseError) as caught:
        opening.names(tmp_path)
    told = f"{tmp_path}: expected a folder with at most 2 files, found more"
    assert str(caught.value) == told


def test_of_files_that_are_not_listed_the_first_is_named(tmp_path: Path) -> None:
    """And the others are counted."""
    _write(tmp_path, {"topics.json": _topics(1)})
    for name in ("z.txt", "b.txt", "y.txt"):
        (tmp_path / name).touch()
    listed = "a name in the list of manifest.json"
    check(tmp_path, "b.txt", "", listed, "a file that is not in it", 2)


def test_what_is_hidden_hides_nothing_else(tmp_path: Path) -> None:
    """Files that come after one with a dot are seen, in whatever order the system gives them."""
    names = {f"{letter}.json" for letter in "abcdefgh"}
    for name in [f".{name}" for name in names] + list(names):
        (tmp_path / name).touch()
    assert opening.names(tmp_path) == names


def test_a_folder_that_may_not_be_listed_is_one_clear_error(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With what the system says about it."""

    def refuse(_: Path) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(os, "scandir", refuse)
    with pytest.raises(errors.InvalidReleaseError) as caught:
        opening.names(tmp_path)
    told = f"{tmp_path}: expected a folder that can be read, found Permission denied"
    assert str(caught.value) == told


# Files that are swapped while the folder is read.


PIPE = "a file, found something else, such as a pipe"
SWAPPED = {
    "link": "a file that can be read, found Too many levels of symbolic links",
    "pipe": PIPE,
    "device": PIPE,
    "folder": "a file, found a folder",
    "nothing": "a file, found nothing there",
    "link to nowhere": "a file, found a link that leads nowhere",
    "other": "",
}
"""What a file is swapped for, and what is then expected and found."""


@needs_links
@pytest.mark.parametrize("kind", SWAPPED)
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
            "link to nowhere": lambda: file.symlink_to("nosuch"),
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
    told = str(caught.value)
    if sys.platform == "linux" or kind != "link":
        assert told == f"topics.json: expected {SWAPPED[kind]}"
    assert "SECRET" not in told


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
    with pytest.raises(errors.InvalidReleaseError) as caught:
        opening.read(folder, "claims/press.json")
    assert str(caught.value) == (
        "claims/press.json: expected a file that stays while it is read,"
        " found another in its place"
    )


@needs_links
def test_a_file_in_a_folder_that_is_a_link_is_read_where_links_may_lead_out(
    tmp_path: Path,
) -> None:
    """A user's own folder has no such links; an installer's may have."""
    (tmp_path / "outside").mkdir()
    (tmp_path / "outside" / "press.json").write_bytes(b"[]")
    folder = tmp_path / "mine"
    folder.mkdir()
    (folder / "claims").symlink_to(tmp_path / "outside", target_is_directory=True)
    (folder / "press.json").symlink_to(tmp_path / "outside" / "press.json")
    for name in ("claims/press.json", "press.json"):
        assert opening.read(folder, name, links_out=True) == b"[]"
        with pytest.raises(errors.InvalidReleaseError) as caught:
            opening.read(folder, name)
        told = f"{name}: expected a file inside the folder, found a link out of it"
        assert str(caught.value) == told
    assert opening.names(folder) == {"claims", "press.json"}


def test_a_file_that_cannot_even_be_asked_about_is_one_that_cannot_be_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where a folder above it is locked, nothing says that it is not there."""

    def refuse(*_: object) -> bool:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(os, "open", refuse)
    monkeypatch.setattr("pathlib.Path.is_file", refuse)
    with pytest.raises(errors.InvalidReleaseError) as caught:
        opening.read(tmp_path, "a")
    assert str(caught.value) == "a: expected a file that can be read, found Permission denied"


@needs_links
@pytest.mark.parametrize(
    ("make", "found"),
    [(lambda path: path.mkdir(), "a folder"), (lambda path: path.touch(), "a file"),
     (os.mkfifo, "something else, such as a pipe"), (lambda _: None, "nothing there"),
     (lambda path: path.symlink_to("nosuch"), "a link that leads nowhere")],
    ids=["folder", "file", "pipe", "nothing", "link"],
)  # fmt: skip
def test_what_is_there_is_said(tmp_path: Path, make: Callable[[Path], object], found: str) -> None:
    """In the words of a person who looks."""
    make(tmp_path / "x")
    assert opening.what_is(tmp_path / "x") == found


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


# Folders that are written.


def test_files_are_written_into_a_folder_that_is_new_or_empty(tmp_path: Path) -> None:
    """With the folders above it and in it; nothing else is left there."""
    files = {"a.json": b"1", "b/c.json": b"2", "b/d.json": b"3", "b/e/f/g.json": b"4"}
    (tmp_path / "empty").mkdir()
    for folder in (tmp_path / "new" / "deep" / "er", tmp_path / "empty"):
        writing.write(folder, files)
        found = [file for file in folder.rglob("*") if file.is_file()]
        assert {file.relative_to(folder).as_posix(): file.read_bytes() for file in found} == files
        assert list(folder.parent.glob("*.part")) == list(folder.parent.glob(".*.part")) == []


def _refused(folder: Path, files: dict[str, bytes]) -> str:
    with pytest.raises(errors.InvalidReleaseError) as caught:
        writing.write(folder, files)
    return str(caught.value)


def test_what_cannot_be_written_is_one_clear_error(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A folder with files, a file, and a place below a file; and nothing of it is written."""
    full = tmp_path / "full"
    full.mkdir()
    (full / "notes.txt").touch()
    new_or_empty = "expected a folder that is new or empty, found"
    assert _refused(full, {}) == f"{full}: {new_or_empty} one with files"
    file = full / "notes.txt"
    assert _refused(file, {}) == f"{file}: {new_or_empty} a file"
    below = file / "below"
    writable = "expected a folder that can be written, found"
    if sys.platform != "win32":
        assert _refused(below, {}) == f"{below}: {writable} File exists"
    monkeypatch.setattr(writing, "LARGEST", 2**20)
    large = {"a.json": b"x" * 2**20, "b.json": b"x" * (2**20 + 1)}
    told = "b.json: expected at most 1 MiB in a file, found more"
    assert _refused(tmp_path / "new", large) == told
    del large["b.json"]
    writing.write(tmp_path / "new", large)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["full", "new"]


@pytest.mark.parametrize("taken_away", [False, True], ids=["there", "taken away"])
@pytest.mark.parametrize(
    ("error", "found"),
    [(OSError(28, "No space left on device"), "No space left on device"), (OSError(), "OSError")],
)
def test_a_disk_that_is_full_leaves_nothing_behind(
    tmp_path: Path,
    error: OSError,
    found: str,
    taken_away: bool,  # noqa: FBT001
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """The error says why, also where somebody else takes the folder away meanwhile."""

    def refuse(file: Path, _: bytes) -> None:
        if taken_away:
            file.parent.rmdir()
        raise error

    monkeypatch.setattr("pathlib.Path.write_bytes", refuse)
    told = f"{tmp_path / 'new'}: expected a folder that can be written, found {found}"
    assert _refused(tmp_path / "new", {"a.json": b""}) == told
    assert list(tmp_path.iterdir()) == []
