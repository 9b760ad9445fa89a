"""Files of the package that are missing, broken or others: one clear error, and never success."""

from __future__ import annotations

import json
import os
import shutil
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import importlib_resources
import pytest

import natopa_declarations as natopa
from natopa_declarations.__main__ import main

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
    """A folder or a listing that belongs to no release is named beside them."""
    shutil.copytree(data / OLD, data / "2031.1")
    shutil.copy(data / f"{OLD}.sha256", data / "2031.2.sha256")
    (data / "__pycache__").mkdir()
    assert main(["verify"]) == 1
    output = capsys.readouterr().out
    assert "\nextra              data/2031.1/\n" in output
    assert "\nextra              data/2031.2.sha256\n" in output
    assert "pycache" not in output


def test_the_manifest_of_another_release_is_not_believed(data: Path) -> None:
    """A release is read by its own manifest, or not at all."""
    shutil.copy(SOURCE / "data" / NEWEST / "manifest.json", data / OLD / "manifest.json")
    with pytest.raises(natopa.NatopaError, match=r"expected the manifest of release 2026\.1"):
        natopa.load(OLD).release  # noqa: B018 - what is read late is read now.


def test_an_error_names_the_remedy(data: Path) -> None:
    """Where data was left out, the message says what to do about it."""
    shutil.rmtree(data)
    with pytest.raises(natopa.NatopaError, match="collect the data of natopa_declarations"):
        natopa.load()
    with pytest.raises(natopa.NatopaError, match="install the package again"):
        natopa.releases()
