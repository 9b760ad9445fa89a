"""Files of the package that are missing, broken or others: one clear error, and never success."""

from __future__ import annotations

import json
import os
import shutil
import sys
import zipfile
from pathlib import Path
from types import SimpleNamespace
from typing import TYPE_CHECKING

import importlib_resources
import pytest

import natopa_declarations as natopa
from natopa_declarations.__main__ import main
from natopa_declarations._store import folder, releases
from natopa_declarations._store.digests import listing
from natopa_declarations._store.verification import unregistered

if TYPE_CHECKING:
    from collections.abc import Callable

SOURCE = Path(natopa.__file__).parent
OLD, NEWEST = "2026.1", natopa.releases()[-1].version

unix = pytest.mark.skipif(sys.platform == "win32", reason="no such files there")


@pytest.fixture
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the data of the package with one release, which is read from now on."""
    package = tmp_path / "natopa_declarations"
    shutil.copytree(SOURCE / "data" / OLD, package / "data" / OLD)
    for file in (SOURCE / "data").iterdir():
        if file.is_file() and (file.name.startswith(OLD) or not file.name[0].isdecimal()):
            shutil.copy(file, package / "data")
    listed = [entry for entry in json.loads((package / "data" / "releases.json").read_bytes())
              if entry["version"] == OLD]  # fmt: skip
    (package / "data" / "releases.json").write_text(json.dumps(listed), encoding="utf-8")
    monkeypatch.setattr(natopa, "__path__", [str(package), *natopa.__path__])
    monkeypatch.setattr(importlib_resources, "files", lambda _: package)
    return package / "data"


def _flip(file: Path) -> None:
    content = bytearray(file.read_bytes())
    content[len(content) // 2] ^= 1
    file.write_bytes(content)


def _in_place(make: Callable[[Path], object]) -> Callable[[Path], None]:
    def do(file: Path) -> None:
        file.unlink()
        make(file)

    return do


BREAKS: dict[str, Callable[[Path], object]] = {
    "missing": Path.unlink,
    "empty": lambda file: file.write_bytes(b""),
    "truncated": lambda file: file.write_bytes(file.read_bytes()[:-7]),
    "flipped": _flip,
    "an empty list": lambda file: file.write_bytes(b"[]\n"),
    "an empty object": lambda file: file.write_bytes(b"{}\n"),
    "null": lambda file: file.write_bytes(b"null\n"),
    "a list of null": lambda file: file.write_bytes(b"[null]\n"),
    "nested": lambda file: file.write_bytes(b"[" * 100_000),
    "no letters": lambda file: file.write_bytes(b"\xff\xfe\x00"),
    "a folder": _in_place(Path.mkdir),
    "a link to nowhere": _in_place(lambda file: file.symlink_to("nosuch")),
    "a link to itself": _in_place(lambda file: file.symlink_to(file.name)),
}
if sys.platform != "win32":
    BREAKS |= {
        "a link to a device": _in_place(lambda file: file.symlink_to("/dev/full")),
    }
FILES = [
    "releases.json",
    "advisories.json",
    f"{OLD}.sha256",
    f"{OLD}/manifest.json",
    f"{OLD}/declarations/489.json",
    f"{OLD}/sources.json",
]


@pytest.mark.slow
@unix
@pytest.mark.parametrize("breaks", BREAKS)
@pytest.mark.parametrize("name", FILES)
def test_a_broken_file_of_the_package_is_never_passed_over(
    data: Path, name: str, breaks: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """The command that verifies says so, in words or by an error in one line."""
    BREAKS[breaks](data / name)
    status = main(["verify"])
    captured = capsys.readouterr()
    if name == "advisories.json" and breaks in {"an empty list", "flipped"}:
        assert status == 0  # There may be none, and no digest covers a letter of them.
        return
    assert status in {1, 2}
    assert captured.err.count("\n") == (status == 2)
    shown = captured.out + captured.err
    assert name.removeprefix(f"{OLD}/") in shown or "releases.json" in name


@pytest.mark.slow
@unix
@pytest.mark.parametrize("breaks", BREAKS)
@pytest.mark.parametrize("name", FILES)
def test_a_broken_file_of_the_package_is_one_error(data: Path, name: str, breaks: str) -> None:
    """Every answer is either given or refused by an error of the package, again and again."""
    BREAKS[breaks](data / name)
    for _ in range(2):
        try:
            corpus = natopa.load(OLD)
        except natopa.NatopaError as error:
            assert str(error).isprintable()
            continue
        for ask in (
            lambda corpus=corpus: corpus.declaration(489),
            lambda corpus=corpus: corpus.release,
            lambda corpus=corpus: corpus.find("szczerba"),
            lambda corpus=corpus: corpus.declarations(),
            lambda corpus=corpus: corpus.search("ukraine"),
            lambda corpus=corpus: len(corpus),
        ):
            try:
                ask()
            except natopa.NatopaError as error:
                assert str(error)


@unix
def test_a_pipe_is_never_waited_for(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Nothing is read from what is not a plain file, and each such file is named."""
    for name in ("topics.json", "sources.json", "extra.json", "claims/x"):
        (data / OLD / name).unlink(missing_ok=True)
        os.mkfifo(data / OLD / name)
    (data / OLD / "persons.json").unlink()
    (data / OLD / "persons.json").symlink_to("/dev/zero")
    assert main(["verify", OLD]) == 1
    output = capsys.readouterr().out
    for name in ("topics.json", "sources.json", "persons.json"):
        assert f"\nchanged            {name}\n" in output
    for name in ("extra.json", "claims/x"):
        assert f"\nextra              {name}\n" in output


def test_what_nobody_registered_is_seen(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A folder, a listing or an index that belongs to no release is named beside them."""
    shutil.copytree(data / OLD, data / "2031.1")
    shutil.copy(data / f"{OLD}.sha256", data / "2031.2.sha256")
    shutil.copy(data / f"{OLD}.index", data / "2031.3.index")
    for name in ("__pycache__", ".git"):
        (data / name).mkdir()
    (data / ".2031.4.sha256").touch()
    (data / "notes.txt").touch()
    assert unregistered() == ("2031.1/", "2031.2.sha256", "2031.3.index")
    assert main(["verify"]) == 1
    output = capsys.readouterr().out
    assert "\nextra              data/2031.1/\n" in output
    assert "\nextra              data/2031.2.sha256\n" in output
    assert "pycache" not in output


def test_the_manifest_of_another_release_is_not_believed(data: Path) -> None:
    """A release is read by its own manifest, or not at all."""
    shutil.copy(SOURCE / "data" / NEWEST / "manifest.json", data / OLD / "manifest.json")
    with pytest.raises(natopa.NatopaError) as caught:
        natopa.load(OLD).release  # noqa: B018 - what is read late is read now.
    assert str(caught.value) == (
        f"data/{OLD}/manifest.json: $.version: expected the manifest of release {OLD}, found that"
        f" of {NEWEST!r}; {REMEDY}"
    )


def test_nothing_is_there_that_nobody_registered() -> None:
    """The package itself has the files of its releases, and no others."""
    assert unregistered() == ()


REMEDY = (
    "install the package again, or let the tool that packed this application collect the data of"
    " natopa_declarations, as the page on frozen applications says"
)
GOOD = '{"version": "2031.1", "digest": "sha256:0"}'


@pytest.mark.parametrize(
    "content",
    ["", "[]", "{}", "[1]", "[{}]", '[{"version": "2031.1"}]', '[{"digest": "sha256:0"}]',
     f'[{GOOD}, {{"version": "2031.2", "digest": "md5:0"}}]',
     f'[{{"version": "2031.2", "digest": ""}}, {GOOD}]'],
)  # fmt: skip
def test_a_list_of_releases_that_is_none_is_one_clear_error(data: Path, content: str) -> None:
    """What was expected, and what to do about it."""
    (data / "releases.json").write_text(content, encoding="utf-8")
    with pytest.raises(natopa.NatopaError) as caught:
        natopa.releases()
    assert str(caught.value) == (
        "data/releases.json: expected a list of the packaged releases, each with its version and"
        f" digest, found another; {REMEDY}"
    )


@unix
@pytest.mark.parametrize(
    ("breaks", "found"),
    [("missing", "No such file or directory"), ("a folder", "not a plain file"),
     ("a link to itself", "Too many levels of symbolic links")],
)  # fmt: skip
def test_a_file_of_the_package_that_cannot_be_read_is_named(
    data: Path, breaks: str, found: str
) -> None:
    """With what the system says about it."""
    BREAKS[breaks](data / f"{OLD}.index")
    with pytest.raises(natopa.NatopaError) as caught:
        natopa.load(OLD).declaration(489)
    assert str(caught.value) == (
        f"data/{OLD}.index: expected a file of natopa_declarations that can be read,"
        f" found {found}; {REMEDY}"
    )


@unix
def test_files_of_the_package_may_be_links_and_may_be_run(data: Path, tmp_path: Path) -> None:
    """An installer may link to its own store, and set whatever mode it likes."""
    file = data / OLD / "topics.json"
    stored = file.rename(tmp_path / "stored.json")
    file.symlink_to(stored)
    (data / "releases.json").chmod(0o755)
    assert not natopa.verify(OLD).differs
    assert len(natopa.load(OLD).topics()) == len(json.loads(stored.read_bytes()))


def test_a_listing_or_index_that_is_not_the_recorded_one_is_changed_itself(data: Path) -> None:
    """Whoever changes a file and the listing still has another digest than the recorded one."""
    before = natopa.verify(OLD)
    index = data / f"{OLD}.index"
    content = index.read_bytes()
    index.write_bytes(content + b" ")
    assert natopa.verify(OLD).changed == (index.name,)
    index.write_bytes(content)
    assert not natopa.verify(OLD).differs
    (data / OLD / "topics.json").write_bytes(b"[]\n")
    changed = listing(folder.contents(data / OLD).items())
    assert natopa.verify(OLD).changed == ("topics.json",)
    (data / f"{OLD}.sha256").write_bytes(changed)
    found = natopa.verify(OLD)
    assert found.changed == (f"{OLD}.sha256",)
    assert (found.advisories, found.against) == (before.advisories, "its record")


# Where the package is not a folder.


def test_the_package_may_be_an_archive(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Every file in the folder of a release is found there, but for what is hidden or left."""
    archive = tmp_path / "packed"
    with zipfile.ZipFile(archive, "w") as packed:
        for name in (f"{OLD}/.hidden", f"{OLD}/.d/a", f"{OLD}/Thumbs.db", f"{OLD}/claims/b.json",
                     f"{OLD}/a.json", f"{OLD}/claims/Thumbs.db", f"{OLD}/claims/deep/c.json",
                     f"{OLD}/z.json"):  # fmt: skip
            packed.writestr(f"data/{name}", name)
    with zipfile.ZipFile(archive) as packed:
        monkeypatch.setattr(importlib_resources, "files", lambda _: zipfile.Path(packed))
        found = releases.contents(OLD)
    assert found == {
        name: f"{OLD}/{name}".encode()
        for name in ("claims/b.json", "a.json", "claims/deep/c.json", "z.json")
    }


class Loader:
    """A loader that returns the path that is asked for, as one of an archive does its content."""

    def get_data(self, path: str) -> bytes:
        """Return the path."""
        return path.encode()


@pytest.mark.parametrize(
    ("folder", "path"),
    [("/nosuch/app.pyz/natopa", "/nosuch/app.pyz/natopa/data/2031.1/topics.json"),
     ("X:\\app.pyz\\natopa", "X:\\app.pyz\\natopa\\data\\2031.1\\topics.json")],
)  # fmt: skip
def test_a_loader_is_asked_with_the_separator_of_its_system(
    folder: str, path: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The folder of the package says which it is."""
    monkeypatch.setattr(natopa, "__path__", [folder])
    monkeypatch.setattr(natopa, "__spec__", SimpleNamespace(loader=Loader()))
    assert releases.packaged_file("2031.1/topics.json") == path.encode()


@pytest.mark.parametrize(
    "changes",
    [{"__path__": []}, {"__spec__": None}, {"__spec__": SimpleNamespace()},
     {"__spec__": SimpleNamespace(loader=object())}],
    ids=["no folder", "no spec", "no loader", "a loader that reads no data"],
)  # fmt: skip
def test_a_loader_that_cannot_be_asked_is_gone_around(
    changes: dict[str, object], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The files are then looked for as resources of the package."""
    asked: list[str] = []

    def files(package: str) -> Path:
        asked.append(package)
        return SOURCE

    monkeypatch.setattr(importlib_resources, "files", files)
    for name, value in changes.items():
        monkeypatch.setattr(natopa, name, value)
    name = f"{OLD}/manifest.json"
    assert releases.packaged_file(name) == (SOURCE / "data" / name).read_bytes()
    assert asked == ["natopa_declarations"]


def test_an_error_names_the_remedy(data: Path) -> None:
    """Where data was left out, the message says what to do about it."""
    shutil.rmtree(data)
    with pytest.raises(natopa.NatopaError, match="collect the data of natopa_declarations"):
        natopa.load()
    with pytest.raises(natopa.NatopaError, match="install the package again"):
        natopa.releases()
