"""The packaged files: one law for shape, types, keys and formatting."""

from __future__ import annotations

import json
import subprocess
import sys
import zipfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest
from tools import write_constructors

import natopa_declarations as natopa
from natopa_declarations import errors, model
from natopa_declarations._codec import strict as _codec
from natopa_declarations._codec import trusted
from natopa_declarations._codec.kinds import folder_of
from natopa_declarations._codec.writing import encode
from natopa_declarations._store import folder as _folder
from tests.processes import printed_by
from tests.unchecked import unchecked

DATA = Path(natopa.__file__).parent / "data"
VERSIONS = [release.version for release in natopa.releases()]


@pytest.mark.slow
@pytest.mark.parametrize("version", VERSIONS)
def test_encode_is_the_inverse_of_decode(version: str) -> None:
    """Every shipped file, read and written again, has the same bytes."""
    release, files = _folder.release(DATA / version)
    assert encode(release, release.format) == (DATA / version / "manifest.json").read_bytes()
    records, _ = _codec.decode(release, files)
    left = {kind: list(found) for kind, found in records.items()}
    for name, content in files.items():
        count = len(json.loads(content))
        kind = left[folder_of(name)]
        mine, kind[:] = kind[:count], kind[count:]
        assert encode(tuple(mine), release.format) == content, name
    assert not any(left.values())


@pytest.mark.slow
@pytest.mark.parametrize("version", VERSIONS)
def test_both_ways_of_reading_agree(version: str) -> None:
    """The constructors that check nothing build what the checking way builds."""
    release, files = _folder.release(DATA / version)
    records, index = unchecked(release, files)
    checked = _codec.decode(release, files)
    assert (dict(records), dict(index)) == checked
    manifest = (DATA / version / "manifest.json").read_bytes()
    assert trusted.decode_manifest(manifest) == _codec.decode_manifest(manifest)


@pytest.mark.slow
@pytest.mark.parametrize("version", VERSIONS)
def test_a_packaged_release_is_a_folder_like_any_other(version: str) -> None:
    """The folder in the package loads as a user's own folder does, to an equal corpus."""
    assert natopa.load(DATA / version) == natopa.load(version)


@pytest.mark.parametrize("version", VERSIONS)
def test_nothing_lies_beside_the_listed_files(version: str) -> None:
    """A release folder holds the manifest and what it lists, and nothing hidden."""
    listed = {"manifest.json", *natopa.load(version).release.files}
    found = {
        file.relative_to(DATA / version).as_posix()
        for file in (DATA / version).rglob("*")
        if file.is_file()
    }
    assert found == listed


def test_the_constructors_are_fresh() -> None:
    """The generated module is what the generator writes from the model of today."""
    assert write_constructors.TARGET.read_text(encoding="utf-8") == write_constructors.source()


def test_broken_packaged_bytes_are_named() -> None:
    """Where packaged bytes are damaged, the first lookup that needs them says where."""
    release, files = _folder.release(DATA / "2026.1")
    name = next(name for name in files if name.startswith("declarations/"))
    for damage in (b"", b"[{}]", files[name].replace(b'"partial"', b'"complete"', 1)):
        records, _ = unchecked(release, {**files, name: damage}, indexed=files)
        with pytest.raises(errors.InvalidReleaseError) as caught:
            records["declarations"]
        assert caught.value.file == name


@pytest.mark.slow
def test_reading_from_a_zip_file(tmp_path: Path) -> None:
    """The package works from a zip archive, as from a folder."""
    archive = tmp_path / "package.zip"
    with zipfile.ZipFile(archive, "w") as stream:
        for file in DATA.parent.rglob("*"):
            if file.is_file() and "__pycache__" not in file.parts:
                stream.write(file, Path(DATA.parent.name) / file.relative_to(DATA.parent))
    code = (
        f"import sys; sys.path.insert(0, {str(archive)!r}); import natopa_declarations as natopa;"
        " assert '.zip' in natopa.__file__; corpus = natopa.load();"
        " print(corpus.declaration(489).title);"
        " print(natopa.release_files('2026.1').joinpath('manifest.json').is_file())"
    )
    assert printed_by(code, "-I").splitlines() == ["Standing with Ukraine until Victory", "True"]


@pytest.mark.slow
def test_sixteen_threads_read_the_same() -> None:
    """Loading at once from many threads gives equal corpora."""
    with ThreadPoolExecutor(16) as pool:
        loaded = list(pool.map(natopa.load, ["2026.1"] * 16))
    assert all(corpus == loaded[0] for corpus in loaded)


@pytest.mark.slow
@pytest.mark.parametrize("version", VERSIONS)
def test_sixteen_threads_share_one_corpus(version: str) -> None:
    """A record is one object, whichever thread asks for it first and from whichever side."""
    ids = sorted(natopa.load(version)._index)
    corpus = natopa.load(version)

    def walk(step: int) -> list[int]:
        order = ids[step::16] + ids[::-1]
        return [id(found) for _, found in sorted((key, corpus.resolve(key)) for key in order)]

    with ThreadPoolExecutor(16) as pool:
        walked = list(pool.map(walk, range(16)))
    for step, found in enumerate(walked):
        keys = sorted(ids[step::16] + ids)
        assert found == [id(corpus.resolve(key)) for key in keys]
    assert corpus == natopa.load(version)


@pytest.mark.slow
@pytest.mark.parametrize("version", VERSIONS)
def test_the_order_of_questions_does_not_matter(version: str) -> None:
    """Whatever is asked for first, the same corpus comes of it, in the same order."""
    whole = natopa.load(DATA / version)
    one_of_each = {type(whole.resolve(identifier)): identifier for identifier in whole._index}
    for identifier in one_of_each.values():
        corpus = natopa.load(version)
        assert corpus.resolve(identifier) == whole.resolve(identifier)
        assert list(corpus._index) == list(whole._index)
        assert corpus == whole


def test_an_answer_reads_only_the_files_that_it_needs() -> None:
    """A text in a release is found without reading the other texts."""
    seen: list[str] = []
    release, files = _folder.release(DATA / VERSIONS[-1])

    class Watched(dict[model.FileName, bytes]):
        def __getitem__(self, name: model.FileName) -> bytes:
            seen.append(name)
            return files[name]

    _, index = unchecked(release, Watched(), indexed=files)
    text: Any = index["489"]
    others = ("sources", "sessions", "resolutions", "claims", "gaps", "statements")
    assert "declarations/489.json" in seen
    assert not [name for name in seen if name.startswith(others)]
    assert text.citations[0].source.publisher
    assert len([name for name in seen if name.startswith("sources")]) == 1
    assert text.session.city == "Sofia"
    read = [name for name in seen if name.startswith(("sessions/", "declarations/"))]
    assert read == ["declarations/489.json", "sessions/2024-spring.json"]


def test_loading_asks_nothing_of_the_world() -> None:
    """Neither network, clock, environment nor locale is read: the events of Python say so."""
    code = (
        "import sys, natopa_declarations as natopa\n"
        "import natopa_declarations._corpus.corpus, natopa_declarations._codec.constructors\n"
        "seen = []\n"
        "sys.addaudithook(lambda name, arguments: seen.append((name, str(arguments[:1]))))\n"
        "corpus = natopa.load()\n"
        "corpus.person('Cherniev')\n"
        "opened = [a for n, a in seen if n == 'open']\n"
        "assert all('natopa_declarations' in a or 'unicodedata' in a or '.py' in a for a in"
        " opened), opened\n"
        "other = {n for n, _ in seen} - {'open', 'import', 'exec', 'marshal.loads', 'compile',"
        " 'object.__getattr__', 'os.listdir', 'os.scandir', 'code.__new__',"
        " 'object.__setattr__', 'sys._getframe'}\n"
        "assert not other, other\n"
    )
    subprocess.run([sys.executable, "-X", "utf8", "-c", code], check=True)


def test_it_works_without_assertions() -> None:
    """Nothing depends on assert statements."""
    code = "import natopa_declarations as n; print(n.load().declaration(489).number)"
    assert printed_by(code, "-OO") == "489\n"
