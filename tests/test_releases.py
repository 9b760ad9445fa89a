"""Releases are pinned, verified and never changed: digests, listings and the list of releases."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tools import derived, digests

import natopa_declarations as natopa
from natopa_declarations import errors, model
from natopa_declarations.__main__ import main
from natopa_declarations._store import digests as _digests
from natopa_declarations._store import folder as _folder
from natopa_declarations._store import index as _index
from natopa_declarations._store import releases as _releases
from tests.processes import printed_by
from tests.small_release import MANIFEST, documents, write

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from typing import Any

    from natopa_declarations.model.ids import FileName

DATA = Path(natopa.__file__).parent / "data"
RELEASES = natopa.releases()
VERSIONS = [release.version for release in RELEASES]
ZERO = "sha256:" + 64 * "0"
RULE = "find * -type f | LC_ALL=C sort | xargs sha256sum"

needs_sha256sum = pytest.mark.skipif(
    not shutil.which("sha256sum"), reason="there is no sha256sum here"
)


@pytest.fixture
def copied(tmp_path: Path) -> Path:
    """A copy of the folder of release 2026.1, free to be changed."""
    return shutil.copytree(DATA / "2026.1", tmp_path / "copied")


@pytest.fixture
def package(tmp_path: Path) -> Path:
    """A copy of the package, free to be changed."""
    ignore = shutil.ignore_patterns("__pycache__")
    return shutil.copytree(DATA.parent, tmp_path / DATA.parent.name, ignore=ignore)


def natopa_of(package: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run the command of a copy of the package."""
    code = (
        f"import sys; sys.path.insert(0, {str(package.parent)!r});"
        " from natopa_declarations.__main__ import run; run()"
    )
    return subprocess.run(
        [sys.executable, "-c", code, *arguments], capture_output=True, text=True, check=False
    )


# The rule, and where its outcome is recorded.


@needs_sha256sum
@pytest.mark.parametrize("release", RELEASES, ids=VERSIONS)
def test_a_person_gets_the_same_digest(release: model.PackagedRelease) -> None:
    """The documented command prints the digest; the listing is checked by `sha256sum -c`."""
    folder = DATA / release.version
    printed = subprocess.run(
        f"{RULE} | sha256sum", shell=True, cwd=folder, capture_output=True, text=True, check=True
    )
    assert release.digest == "sha256:" + printed.stdout.split()[0]
    subprocess.run(["sha256sum", "--check", "--quiet", f"../{folder.name}.sha256"],  # noqa: S607
                   cwd=folder, check=True)  # fmt: skip


@pytest.mark.slow
def test_what_is_derived_is_fresh() -> None:
    """Manifest, listings, list of releases, changelog, citation and docs follow the data."""
    assert digests.versions() == VERSIONS
    assert derived.stale() == [], "run python -m tools derive"


def changed_since_frozen(data: Path, frozen: dict[str, str]) -> list[str]:
    """Name the frozen releases whose bytes are not those that were frozen."""
    return [
        version
        for version, digest in frozen.items()
        if _digests.digest_of(_digests.listing(_folder.contents(data / version).items())) != digest
    ]


@pytest.mark.slow
def test_a_frozen_release_never_changes(tmp_path: Path) -> None:
    """The bytes of a published release are those of the recorded digest; one byte more is seen."""
    frozen = digests.frozen()
    assert changed_since_frozen(DATA, frozen) == []
    assert set(VERSIONS[:-1]) <= set(frozen) <= set(VERSIONS)
    for version in frozen:
        shutil.copytree(DATA / version, tmp_path / version)
        with (tmp_path / version / MANIFEST).open("ab") as stream:
            stream.write(b"\n")
    assert changed_since_frozen(tmp_path, frozen) == list(frozen)


def test_the_first_release_has_the_digest_it_was_published_with() -> None:
    """Not even the list of frozen releases may be rewritten: the first digest stands here."""
    digest = "sha256:772ae1a2232e456c3cb0abc1591fec4c3e1cab71f1aa635e745e0372433ed8f6"
    assert RELEASES[0] == model.PackagedRelease(version="2026.1", digest=digest)
    assert digests.frozen()["2026.1"] == digest


@given(st.dictionaries(st.text("ab/-.é", min_size=1), st.binary(), max_size=5))
def test_reading_a_listing_is_the_inverse_of_writing_it(files: dict[str, bytes]) -> None:
    """What is written for any files is read as the digest of each, in the order of bytes."""
    if files:
        read = _digests.read_listing("x", _digests.listing(files.items()))
        assert read == {name: _digests.digest_of(content) for name, content in files.items()}
        assert list(read) == sorted(files, key=str.encode)


def test_names_are_sorted_by_their_bytes() -> None:
    """As `LC_ALL=C sort` does, also where a name has bytes of no letter."""
    digest = _digests.digest_of(b"")
    names = ["\udcff", "\N{GRINNING FACE}", "b", "a", "B"]
    listed = _digests.write_listing(dict.fromkeys(names, digest))
    assert list(_digests.read_listing("x", listed)) == [
        "B",
        "a",
        "b",
        "\N{GRINNING FACE}",
        "\udcff",
    ]
    assert listed.startswith(f"{digest.removeprefix('sha256:')}  B\n".encode())


@given(st.dictionaries(st.text("ab/", min_size=1), st.binary(), min_size=1, max_size=4), st.data())
def test_the_digest_covers_every_byte_and_every_name(
    files: dict[str, bytes], data: st.DataObject
) -> None:
    """Another byte, another name, one file more or less: another digest."""
    name = data.draw(st.sampled_from(sorted(files)))
    others = {key: content for key, content in files.items() if key != name}
    for changed in (
        {**files, name: files[name] + b"\0"},
        {**others, name + "b": files[name]} if name + "b" not in files else others,
        others,
    ):
        assert _digests.listing(changed.items()) != _digests.listing(files.items())


# Loading with a digest.


@pytest.mark.slow
@pytest.mark.parametrize("release", RELEASES, ids=VERSIONS)
def test_a_release_loads_with_its_digest(release: model.PackagedRelease) -> None:
    """By version and as a folder; the release says the digest itself."""
    for place in (release.version, DATA / release.version):
        corpus = natopa.load(place, digest=release.digest)
        assert corpus.release.digest == release.digest == natopa.load(place).release.digest
        assert corpus == natopa.load(release.version)


def test_releases_stand_side_by_side() -> None:
    """Two releases in one process do not touch each other; the newest is the default."""
    first, newest = natopa.load("2026.1"), natopa.load()
    assert first.release.version == "2026.1"
    assert newest.release.version == VERSIONS[-1]
    assert first != newest
    assert first == natopa.load("2026.1")


@pytest.mark.parametrize("place", ["2026.1", DATA / "2026.1"], ids=["version", "folder"])
def test_other_bytes_are_refused_with_both_digests(place: str | Path) -> None:
    """The error has what was given, what was asked for and what was found."""
    for digest in ("sha256:" + 4 * "0123456789abcdef", ZERO):
        with pytest.raises(errors.DigestMismatchError) as caught:
            natopa.load(place, digest=digest)
        assert (caught.value.release, caught.value.expected) == (str(place), digest)
    error = caught.value
    assert isinstance(error, ValueError)
    assert error.found == RELEASES[0].digest
    assert ZERO in str(error)
    assert error.found in str(error)


TAMPERINGS: dict[str, Callable[[Path], object]] = {
    "a byte": lambda folder: (folder / "topics.json").write_bytes(
        (folder / "topics.json").read_bytes().replace(b"a", b"e", 1)
    ),
    "a space at an end": lambda folder: (folder / "topics.json").write_bytes(
        (folder / "topics.json").read_bytes() + b" "
    ),
    "a truncated manifest": lambda folder: (folder / MANIFEST).write_bytes(
        (folder / MANIFEST).read_bytes()[:200]
    ),
    "no manifest": lambda folder: (folder / MANIFEST).unlink(),
    "a missing file": lambda folder: (folder / "persons.json").unlink(),
    "an extra file": lambda folder: (folder / "notes.txt").write_text("!"),
    "a renamed file": lambda folder: (folder / "declarations" / "490.json").rename(
        folder / "declarations" / "491.json"
    ),
}


@pytest.mark.parametrize("tamper", TAMPERINGS.values(), ids=TAMPERINGS)
def test_a_tampered_folder_is_refused_before_it_is_read(
    copied: Path, tamper: Callable[[Path], object]
) -> None:
    """Whatever was done to it, the digests are what the error is about."""
    tamper(copied)
    with pytest.raises(errors.DigestMismatchError) as caught:
        natopa.load(copied, digest=RELEASES[0].digest)
    assert caught.value.expected == RELEASES[0].digest
    assert caught.value.found not in (ZERO, caught.value.expected)


@pytest.mark.parametrize("name", [MANIFEST, "topics.json"])
def test_a_file_that_is_missing_by_its_own_digest_is_missing(copied: Path, name: str) -> None:
    """A folder may be just what its digest says, and lack a file all the same."""
    (copied / name).unlink()
    digest = _digests.digest_of(_digests.listing(_folder.contents(copied).items()))
    with pytest.raises(errors.InvalidReleaseError) as caught:
        natopa.load(copied, digest=digest)
    assert str(caught.value) == f"{name}: expected a file, found nothing there"


def test_a_folder_that_changes_while_it_is_loaded_is_refused(
    copied: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The bytes that are read are held to the digest, and not only those that were checked."""
    read = _folder.release

    def changed(path: Path, digest: str | None) -> tuple[model.Release, dict[FileName, bytes]]:
        TAMPERINGS["a byte"](path)
        return read(path, digest)

    monkeypatch.setattr(_folder, "release", changed)
    with pytest.raises(errors.DigestMismatchError) as caught:
        natopa.load(copied, digest=RELEASES[0].digest)
    assert caught.value.found != RELEASES[0].digest


def test_the_bytes_that_were_checked_are_the_bytes_that_are_read(
    copied: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A folder that changes right after the check is loaded as it was checked."""
    check = _digests.check

    def then_changed(release: str | Path, files: Mapping[str, bytes], digest: str) -> None:
        check(release, files, digest)
        for tampering in ("a byte", "a missing file", "a truncated manifest"):
            TAMPERINGS[tampering](copied)

    monkeypatch.setattr(_digests, "check", then_changed)
    corpus = natopa.load(copied, digest=RELEASES[0].digest)
    assert corpus.release.digest == RELEASES[0].digest
    assert corpus == natopa.load("2026.1")


def test_packaged_files_that_change_after_the_check_are_not_read(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """With a digest, the manifest and the index too are those of the bytes that were checked."""
    expected = natopa.load(DATA / "2026.1")
    assert expected.release.title == "The Sofia record"
    read = _releases.packaged_file

    def tampered(name: str) -> bytes:
        return read(name).replace(b"The Sofia record", b"Another record").replace(b"489", b"488")

    corpus = natopa.load("2026.1", digest=RELEASES[0].digest)
    monkeypatch.setattr(_releases, "packaged_file", tampered)
    assert natopa.load("2026.1").release.title == "Another record"
    assert natopa.load("2026.1", digest=RELEASES[0].digest).release.title == "The Sofia record"
    assert corpus.declaration(489).title == "Standing with Ukraine until Victory"
    assert corpus == expected


@pytest.mark.slow
def test_tampered_packaged_bytes_are_refused(package: Path) -> None:
    """Also of a packaged release, although it is otherwise read on trust."""
    file = package / "data" / "2026.1" / "declarations" / "489.json"
    file.write_bytes(file.read_bytes().replace(b"Victory", b"victory", 1))
    code = (
        f"import sys; sys.path.insert(0, {str(package.parent)!r});"
        "import natopa_declarations as natopa; natopa.load('2026.1').declaration(489)\n"
        "from natopa_declarations import errors\n"
        f"try: natopa.load('2026.1', digest={RELEASES[0].digest!r})\n"
        "except errors.DigestMismatchError as error: print(error.release, error.expected)\n"
    )
    assert printed_by(code) == f"2026.1 {RELEASES[0].digest}\n"


@pytest.mark.parametrize(
    "digest",
    ["", "sha256:", 64 * "0", "sha256:" + 63 * "0", "sha256:" + 65 * "0", "sha256:" + 64 * "g",
     "SHA256:" + 64 * "0", "sha256:" + 64 * "A", "sha256:" + 64 * "X", "sha512:" + 64 * "0",
     " " + ZERO, ZERO + "\n",
     "sha256:" + 64 * "\N{ARABIC-INDIC DIGIT ZERO}", "2026.1"],
)  # fmt: skip
def test_a_digest_in_the_wrong_form_is_an_error_of_its_own(digest: str) -> None:
    """It is told before anything is looked at, and is not taken for a mismatch."""
    for place in ("2026.1", Path("no-such-folder")):
        with pytest.raises(errors.InvalidDigestError) as caught:
            natopa.load(place, digest=digest)
        assert isinstance(caught.value, ValueError)
        assert caught.value.value == digest
        assert str(caught.value).startswith("expected a digest: 'sha256:' and 64 of the digits")
        assert "\n" not in str(caught.value)


@pytest.mark.slow
def test_a_release_in_a_zip_file_is_checked_too(package: Path, tmp_path: Path) -> None:
    """The package in an archive verifies itself, and loads by digest."""
    archive = shutil.make_archive(str(tmp_path / "archive"), "zip", package.parent, package.name)
    code = (
        f"import sys; sys.path.insert(0, {archive!r}); import natopa_declarations as natopa\n"
        "for release in natopa.releases():\n"
        "    corpus = natopa.load(release.version, digest=release.digest)\n"
        "    print('.zip' in natopa.__file__, natopa.verify(release.version).differs)\n"
    )
    assert printed_by(code) == "True False\n" * len(RELEASES)


def test_an_unknown_release_is_never_replaced() -> None:
    """Nothing near it is loaded; the known ones are named."""
    for version in ("1949.1", "2026", "2026.1.0", "", "latest", "../data/2026.1"):
        for call in (natopa.load, natopa.verify, natopa.release_files):
            with pytest.raises(natopa.NotFoundError) as caught:
                call(version)
            assert (caught.value.kind, caught.value.value) == ("release", version)
            assert caught.value.hint.startswith(f"the packaged releases are {', '.join(VERSIONS)}")
            assert ("to load a folder" in caught.value.hint) == ("/" in version)


@pytest.mark.parametrize("version", ["../2026.1", "..\\2026.1"])
def test_a_path_given_as_text_is_told_what_to_give(version: str) -> None:
    """A text is a version, with either slash in it."""
    with pytest.raises(natopa.NotFoundError) as caught:
        natopa.verify(version)
    assert caught.value.hint == (
        f"the packaged releases are {', '.join(VERSIONS)};"
        " to load a folder, give a pathlib.Path, or --folder"
    )


def test_the_folder_of_a_packaged_release_is_that_of_its_files() -> None:
    """Its names are those that the manifest lists, and the manifest."""
    for version in VERSIONS:
        folder = natopa.release_files(version)
        assert folder.joinpath(MANIFEST).read_bytes() == (DATA / version / MANIFEST).read_bytes()


def test_what_is_no_text_is_neither_a_version_nor_a_digest() -> None:
    """The error says what was expected, and what was given."""
    given: Any = 2026
    with pytest.raises(TypeError, match=r"^expected a version as a str, found 2026$"):
        natopa.release_files(given)
    with pytest.raises(TypeError, match=r"^expected a digest as a str, found 2026$"):
        natopa.load("2026.1", digest=given)


def test_a_manifest_cannot_hold_its_own_digest(tmp_path: Path) -> None:
    """The key is refused, as any other that the format does not have."""
    files = documents()
    manifest = files[MANIFEST]
    assert isinstance(manifest, dict)
    manifest["digest"] = ZERO
    with pytest.raises(errors.InvalidReleaseError) as caught:
        natopa.load(write(tmp_path, files))
    assert caught.value.found == 'key "digest"'
    assert caught.value.expected == (
        "only the keys format, version, published, title, as_of, files, changes"
    )


# Verifying.


@pytest.mark.parametrize("release", RELEASES, ids=VERSIONS)
def test_packaged_releases_are_as_recorded(release: model.PackagedRelease) -> None:
    """By version, and as the folder that the version is packaged in."""
    for place in (release.version, DATA / release.version):
        found = natopa.verify(place)
        assert not found.differs
        assert found.digest == found.expected == release.digest
        against = "its record" if place == release.version else "the packaged release"
        assert (found.release, (found.against or "").startswith(against)) == (str(place), True)
        assert (found.changed, found.missing, found.extra) == ((), (), ())
        assert found.files == len(natopa.load(release.version).release.files) + 1


def test_each_file_that_differs_is_named(copied: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Changed, missing and extra files, by name; exit status 1."""
    (copied / "topics.json").write_bytes(b"[]\n")
    (copied / "declarations" / "490.json").unlink()
    (copied / "declarations" / "491.json").write_bytes(b"[]\n")
    found = natopa.verify(copied)
    assert found.differs
    assert found.against == "the packaged release 2026.1"
    assert found.changed == ("topics.json",)
    assert found.missing == ("declarations/490.json",)
    assert found.extra == ("declarations/491.json",)
    assert main(["verify", str(copied)]) == 1
    lines = capsys.readouterr().out.splitlines()
    # A long path takes two lines of its own.
    start = next(place for place, line in enumerate(lines) if "files, not the same" in line)
    assert [line.strip() for line in lines[start : start + 9]] == [
        "11 files, not the same as the packaged release 2026.1",
        "",
        "digest",
        found.digest,
        "expected",
        RELEASES[0].digest,
        "changed            topics.json",
        "missing            declarations/490.json",
        "extra              declarations/491.json",
    ]
    assert max(map(len, lines[1:])) <= 80


def test_a_folder_of_ones_own_is_verified_against_the_listing_beside_it(tmp_path: Path) -> None:
    """Without a listing there is nothing to compare with, and the digest alone is told."""
    folder = write(tmp_path / "mine", documents())
    found = natopa.verify(folder)
    assert (found.expected, found.against, found.differs) == (None, None, False)
    assert (found.release, found.files) == (str(folder), 14)
    assert found.digest == natopa.load(folder).release.digest
    listed = _digests.listing(_folder.contents(folder).items())
    (tmp_path / "mine.sha256").write_bytes(listed)
    assert natopa.verify(folder).expected == found.digest
    (folder / MANIFEST).write_bytes((folder / MANIFEST).read_bytes()[:100])
    broken = natopa.verify(folder)
    assert broken.against == "mine.sha256 beside it"
    assert broken.changed == (MANIFEST,)
    (folder / MANIFEST).unlink()
    assert natopa.verify(folder).missing == (MANIFEST,)


@pytest.mark.skipif(sys.platform == "win32", reason="no such files there")
def test_all_that_is_told_of_a_folder_of_ones_own(tmp_path: Path) -> None:
    """What it was compared with, and each file; one that cannot be read is changed, or extra."""
    folder = write(tmp_path / "mine", documents())
    listed = _digests.listing(_folder.contents(folder).items())
    (tmp_path / "mine.sha256").write_bytes(listed)
    (folder / "topics.json").write_bytes(b"[]\n")
    (folder / "gaps.json").unlink()
    (folder / "sizes.json").unlink()
    os.mkfifo(folder / "sizes.json")
    readable = _digests.listing(
        [(name, (folder / name).read_bytes()) for name in _digests.read_listing("", listed)
         if name not in {"gaps.json", "sizes.json"}]
    )  # fmt: skip
    for name in ("extra.json", "more.json"):
        os.mkfifo(folder / name)
    told = model.Verification(
        release=str(folder), digest=_digests.digest_of(readable), files=15,
        expected=_digests.digest_of(listed), against="mine.sha256 beside it",
        changed=("sizes.json", "topics.json"), missing=("gaps.json",),
        extra=("extra.json", "more.json"),
    )  # fmt: skip
    assert natopa.verify(folder) == told
    (tmp_path / "mine.sha256").unlink()
    with pytest.raises(errors.InvalidReleaseError) as caught:
        natopa.verify(folder)
    assert str(caught.value) == (
        "extra.json: expected a file, found something else, such as a pipe"
    )


LINES = "a listing of whole lines"
FIRST = "in line 1 a digest, two spaces and the name of one more file"


@pytest.mark.parametrize(
    ("content", "expected", "found"),
    [
        (b"", LINES, "an empty file"),
        (b"\n", FIRST, "''"),
        (b"\xff\n", FIRST, "'\\udcff'"),
        (b"0" * 64 + b"  a", LINES, "one that is cut off"),
        (b"0" * 63 + b"  a\n", FIRST, f"'{40 * '0'}'"),
        (b"0" * 64 + b" -a\n", FIRST, f"'{40 * '0'}'"),
        (b"0" * 64 + b"   \r\r\n", FIRST, f"'{40 * '0'}'"),
        (b"0" * 64 + b"  \r\n", FIRST, f"'{40 * '0'}'"),
        (b"0" * 64 + b"  \n", FIRST, f"'{40 * '0'}'"),
        (b"g" * 64 + b"  a\n", FIRST, f"'{40 * 'g'}'"),
        (2 * (b"0" * 64 + b"  a\n"), FIRST.replace("1", "2"), f"'{40 * '0'}'"),
        (b"0" * 64 + b"  a\nb\n", FIRST.replace("1", "2"), "'b'"),
    ],
)
def test_a_listing_that_is_none_is_one_clear_error(
    tmp_path: Path, content: bytes, expected: str, found: str
) -> None:
    """The file is named, and what was expected of it."""
    folder = write(tmp_path / "mine", documents())
    (tmp_path / "mine.sha256").write_bytes(content)
    with pytest.raises(errors.InvalidReleaseError) as caught:
        natopa.verify(folder)
    assert str(caught.value) == f"mine.sha256: expected {expected}, found {found}"


def test_a_listing_written_on_windows_is_the_same_listing(tmp_path: Path) -> None:
    """Lines may end as they do there, with digits as capitals and a star before the name."""
    folder = write(tmp_path / "mine", documents())
    (folder / "Thumbs.db").write_bytes(b"left by the file manager")
    listed = _digests.listing(_folder.contents(folder).items())
    lines = [line.split(b"  ") for line in listed.splitlines()]
    windows = b"".join([digest.upper() + b" *" + name + b"\r\n" for digest, name in lines])
    assert _digests.read_listing("", windows) == _digests.read_listing("", listed)
    (tmp_path / "mine.sha256").write_bytes(windows)
    assert not natopa.verify(folder).differs


def test_what_systems_leave_is_named_and_breaks_nothing(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The digest does not cover it, a load does not look at it, and a verification names it."""
    folder = write(tmp_path / "mine", documents())
    digest = natopa.load(folder).release.digest
    (folder / "Thumbs.db").touch()
    (folder / "claims" / "desktop.ini").touch()
    for name in ("@eaDir", "__pycache__"):
        (folder / name).mkdir()
        (folder / name / "topics.json@SynoEAStream").touch()
    assert natopa.load(folder, digest=digest).release.digest == digest
    found = natopa.verify(folder)
    assert found.left_by_systems == ("@eaDir", "Thumbs.db", "__pycache__", "claims/desktop.ini")
    assert (found.differs, found.extra, found.digest) == (False, (), digest)
    assert main(["verify", str(folder)]) == 0
    output = capsys.readouterr().out
    assert all(name in output for name in found.left_by_systems)


@pytest.mark.skipif(sys.platform == "win32", reason="names of files are Unicode there")
@pytest.mark.parametrize("name", [b"a\nb", b"\xff", b"\x1b[31m"], ids=ascii)
def test_an_odd_name_is_verified_like_any_other(
    tmp_path: Path, name: bytes, capsys: pytest.CaptureFixture[str]
) -> None:
    """The digest covers the bytes of the name, and what is printed of it is plain text."""
    folder = write(tmp_path / "mine", documents())
    (tmp_path / "mine.sha256").write_bytes(_digests.listing(_folder.contents(folder).items()))
    (folder / os.fsdecode(name)).touch()
    assert natopa.verify(folder).extra == (os.fsdecode(name),)
    assert main(["verify", str(folder)]) == 1
    output = capsys.readouterr().out
    assert output.replace("\n", " ").isprintable()
    assert f"\nextra              {os.fsdecode(name)!a}\n" in output
    # The listing of sha256sum has the bytes as they are, but for a line that breaks.
    listed = _digests.listing([(os.fsdecode(name), b"")])
    assert listed.endswith(b"  " + name + b"\n")
    if b"\n" not in name:
        assert list(_digests.read_listing("", listed)) == [os.fsdecode(name)]


def test_a_truncated_manifest_without_a_listing_is_one_clear_error(
    copied: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Exit status 2: it cannot be told which release the folder is to be."""
    (copied / MANIFEST).write_bytes((copied / MANIFEST).read_bytes()[:200])
    assert main(["verify", str(copied)]) == 2
    assert capsys.readouterr().err.startswith(f"natopa: {MANIFEST}: expected JSON, found an error")
    (copied / MANIFEST).unlink()
    assert main(["verify", str(copied)]) == 2
    assert capsys.readouterr().err == (
        f"natopa: {MANIFEST}: expected a file, found none in {copied}\n"
    )


@pytest.mark.slow
def test_the_command_verifies_every_packaged_release(package: Path) -> None:
    """Without an argument all are verified, and each one that is tampered with is told."""
    assert natopa_of(package, "verify").returncode == 0
    (package / "data" / "2026.1" / "topics.json").write_bytes(b"[]\n")
    (package / "data" / "2026.1" / "extra.json").write_bytes(b"[]\n")
    (package / "data" / "2026.1" / ".DS_Store").write_bytes(b"not looked at")
    output = natopa_of(package, "verify")
    assert output.returncode == 1
    assert "RELEASE 2026.1\n12 files, not the same as its record\n" in output.stdout
    assert "\nchanged            topics.json\n" in output.stdout
    assert "\nextra              extra.json\n" in output.stdout
    assert "DS_Store" not in output.stdout
    assert f"RELEASE {VERSIONS[-1]}\n" in output.stdout
    assert natopa_of(package, "verify", VERSIONS[-1]).returncode == int(VERSIONS[-1] == "2026.1")


@pytest.mark.slow
def test_a_listing_that_was_changed_with_the_files_is_found_out(package: Path) -> None:
    """Whoever changes a file and its listing still has another digest than the recorded one."""
    folder = package / "data" / "2026.1"
    (folder / "topics.json").write_bytes(b"[]\n")
    listed = _digests.listing(_folder.contents(folder).items())
    folder.with_name("2026.1.sha256").write_bytes(listed)
    output = natopa_of(package, "verify", "2026.1")
    assert output.returncode == 1
    assert "\nchanged            2026.1.sha256\n" in output.stdout


# The index beside a release.


def test_an_index_says_where_each_record_stands() -> None:
    """In bytes, whatever letters stand before; what stands inside a record has no place."""
    files = {
        "topics.json": '[{"id": "a", "name": "caf\u00e9"},\n{"id": "b"}]',
        "declarations/1.json": '[\n{"id": "1", "of": [{"id": "2"}]}\n]',
        "gaps.json": "[]",
    }
    made = _index.build({name: text.encode() for name, text in files.items()})
    names, table, lines = _index.parts(made)
    assert names.decode().split("\n") == list(files)
    assert table.count(b"\n") + 1 == 5  # The least prime number that is two more than the records.
    for name, text in files.items():
        places = _index.of_file(lines, name)
        assert [record for record, *_ in places] == [one["id"] for one in json.loads(text)]
        for record, start, end in places:
            assert json.loads(text.encode()[start:end])["id"] == record
            assert _index.find(table, lines, record) == (name, start, end)
    for unknown in ("2", "c", "", "a topics.json", "\ud800"):
        assert _index.find(table, lines, unknown) is None
    assert [_index.count(lines, kind) for kind in ("", "topics", "declarations")] == [3, 2, 1]


@pytest.mark.parametrize(
    ("records", "rows"), [(0, 2), (1, 3), (2, 5), (5, 7), (6, 11), (7, 11), (23, 29), (95, 97)]
)
def test_the_table_of_an_index_has_a_prime_number_of_rows(records: int, rows: int) -> None:
    """The least that is two more than the records, so that few records share a row."""
    content = json.dumps([{"id": f"t{number}"} for number in range(records)]).encode()
    _, table, _ = _index.parts(_index.build({"topics.json": content}))
    assert len(table.split(b"\n")) == rows


def test_records_of_a_file_come_in_its_order() -> None:
    """Whatever the order of their lines, and where they end."""
    lines = b"a x.json 50 60\nb y.json 1 2\nc x.json 9 70\nd x.json 700 800\n"
    assert _index.of_file(lines, "x.json") == [("c", 9, 70), ("a", 50, 60), ("d", 700, 800)]
    assert _index.of_file(lines, "y.json") == [("b", 1, 2)]
    assert _index.of_file(lines, "z.json") == []


@pytest.mark.parametrize("argument", ["2026.9", "no-such-folder", "./2026.9", "a/b"])
def test_what_cannot_be_verified_is_exit_status_two(
    argument: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:  # fmt: skip
    """One line on the error stream says that there is no such release or folder."""
    monkeypatch.chdir(tmp_path)
    assert main(["verify", argument]) == 2
    captured = capsys.readouterr()
    assert captured.out == ""
    assert captured.err.count("\n") == 1
