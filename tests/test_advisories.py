"""Advisories: what was found wrong in a release since it was published, and who says so."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import attrs
import pytest

import natopa_declarations as natopa
from natopa_declarations.__main__ import main
from natopa_declarations._codec.advisories import decode
from natopa_declarations._codec.formats import ADVISORIES
from natopa_declarations._codec.writing import encode
from natopa_declarations._store import releases as _releases
from natopa_declarations.errors import InvalidReleaseError
from natopa_declarations.model.advisories import Advisory
from natopa_declarations.model.ids import Ref, record_of

if TYPE_CHECKING:
    from typing import Any

DATA = Path(natopa.__file__).parent / "data"
VERSIONS = [release.version for release in natopa.releases()]
LIFT = {
    "release": "2026.1",
    "record": "489#lift-restrictions",
    "wrong": "A word is wrong.",
    "mended_in": "2026.2",
}
PRESIDENT = LIFT | {"record": "michal-szczerba", "wrong": "A day is wrong."}


def everything_packaged() -> dict[str, natopa.Corpus]:
    """Return every packaged release, oldest first; `in` a corpus's index asks for an id."""
    return {version: natopa.load(version) for version in VERSIONS}


def checked(entries: object) -> tuple[Advisory, ...]:
    """Check these entries against the packaged releases."""
    known = {version: corpus._index for version, corpus in everything_packaged().items()}
    return decode(json.dumps(entries).encode(), known)


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Put two advisories in the place of the packaged ones, and list the files that are read."""
    read, asked = _releases.packaged_file, []

    def spied(name: str) -> bytes:
        asked.append(name)
        return json.dumps([LIFT, PRESIDENT]).encode() if name == ADVISORIES else read(name)

    monkeypatch.setattr(_releases, "packaged_file", spied)
    return asked


# The packaged file.


def test_the_packaged_file_leads_to_records_and_to_releases_that_mend_them() -> None:
    """Each entry names a record of its release, which the release that mends it lists as changed.

    What a release between the two changed is not what the advisory is about.
    """
    content = (DATA / ADVISORIES).read_bytes()
    corpora = everything_packaged()
    found = decode(content, {version: corpus._index for version, corpus in corpora.items()})
    assert encode(found) == content
    for advisory in found:
        changes = corpora[advisory.mended_in].release.changes
        changed = {str(change.record) for change in changes if change.retired_in is None}
        assert changed & {advisory.record, record_of(advisory.record)}, advisory


@pytest.mark.slow
@pytest.mark.parametrize("version", VERSIONS)
def test_a_release_has_its_own_advisories(version: str) -> None:
    """By version and as a folder; the newest release has none, as nothing could mend it."""
    content = (DATA / ADVISORIES).read_bytes()
    own = [entry for entry in json.loads(content) if entry["release"] == version]
    release = natopa.load(version).release
    assert [advisory.wrong for advisory in release.advisories] == [one["wrong"] for one in own]
    assert natopa.load(DATA / version).release == release
    assert natopa.verify(version).advisories == release.advisories
    assert not natopa.load().release.advisories


def _edited(**keys: str) -> list[dict[str, str]]:
    return [LIFT, PRESIDENT | keys]


BREAKS: dict[str, tuple[Any, str]] = {
    "release": (_edited(release="1949.1"), r'\$\[1\]\.release: .*2026\.1, .*found "1949\.1"'),
    "record": (_edited(record="nobody"), r'\$\[1\]\.record: .*release 2026\.1, found "nobody"'),
    "part": (_edited(record="489#nothing"), r'\$\[1\]\.record: .*found "489#nothing"'),
    "grammar": (_edited(record="4 8 9"), r'\$\[1\]\.record: .*found "4 8 9"'),
    "later": (
        _edited(mended_in="2026.1"),
        r"\$\[1\]\.mended_in: expected a release after 2026\.1",
    ),
    "unknown": (_edited(mended_in="1949.1"), r'\$\[1\]\.mended_in: .*found "1949\.1"'),
    "twice": ([LIFT, LIFT], r"\$\[1\]\.record: expected one advisory on a record"),
    "blank": (_edited(wrong=" "), r"\$\[1\]\.wrong: expected text that is not blank"),
    "key": (_edited(why="So."), r'found key "why"'),
    "no key": ([{"release": "2026.1"}], r"expected key 'record', found none"),
    "no list": (LIFT, "expected a list"),
}


@pytest.mark.parametrize(("entries", "message"), BREAKS.values(), ids=BREAKS)
def test_a_broken_file_is_refused(entries: object, message: str) -> None:
    """The place is named, what was expected there, and what was found."""
    assert len(checked([LIFT, PRESIDENT])) == 2
    with pytest.raises(InvalidReleaseError, match=f"^advisories.json: .*{message}"):
        checked(entries)


# Who says so.


def test_the_file_is_read_when_the_release_is_asked_for(asked: list[str]) -> None:
    """Neither a load, nor a lookup, nor a search reads it; and it is read once for a corpus."""
    corpus = natopa.load("2026.1")
    assert corpus.declaration(489).title
    assert corpus.person("szczerba") == natopa.load("2026.1").person("Szczerba")
    assert corpus == natopa.load("2026.1")
    assert "2026.1" in repr(corpus)
    assert ADVISORIES not in asked
    assert [advisory.record for advisory in corpus.release.advisories] == [
        "489#lift-restrictions",
        "michal-szczerba",
    ]
    assert corpus.release is corpus.release
    assert asked.count(ADVISORIES) == 1


@pytest.mark.parametrize(
    ("reference", "found"),
    [
        ("489#lift-restrictions", True),
        ("489", True),
        ("489@draft", False),
        ("489#everything-it-needs", False),
        ("490", False),
        ("michal-szczerba", False),
    ],
)
def test_what_an_advisory_concerns(reference: str, found: bool) -> None:  # noqa: FBT001
    """A part concerns its record, and not another part; a record concerns each of its parts."""
    part = Advisory(release="2026.1", record=Ref("489#lift-restrictions"), wrong="W.",
                    mended_in="2026.2")  # fmt: skip
    assert part.concerns(reference) is found
    whole = attrs.evolve(part, record=Ref("489"))
    assert whole.concerns(reference) is reference.startswith("489")


def test_a_folder_has_the_advisories_of_the_release_that_it_is(
    tmp_path: Path, asked: list[str]
) -> None:
    """With one byte changed it is a user's own, and nothing is said of it."""
    folder = shutil.copytree(DATA / "2026.1", tmp_path / "mine")
    assert len(natopa.load(folder).release.advisories) == 2
    file = folder / "topics.json"
    file.write_bytes(file.read_bytes().replace(b'"name": "', b'"name": "The ', 1))
    assert natopa.load(folder).release.advisories == ()
    assert asked.count(ADVISORIES) == 1


def test_show_says_so(asked: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    """First of all, on the record concerned and no other; with JSON on the error stream."""
    head = "FOUND WRONG SINCE RELEASE 2026.1 WAS PUBLISHED\n"
    told = f"\n\n{head}  - 489#lift-restrictions: A word is wrong. Mended in release 2026.2.\n\n"
    for reference in ("489", "489#lift-restrictions"):
        assert main(["show", reference, "--release", "2026.1"]) == 0
        assert told in capsys.readouterr().out
    for arguments in (["490", "--release", "2026.1"], ["489", "--release", "2026.2"],
                      ["489@draft", "--release", "2026.1"]):  # fmt: skip
        assert main(["show", *arguments]) == 0
        assert head not in capsys.readouterr().out
    assert main(["show", "Szczerba", "--release", "2026.1", "--json"]) == 0
    output = capsys.readouterr()
    assert json.loads(output.out)
    assert output.err == (
        "natopa: found wrong since: michal-szczerba: A day is wrong. Mended in release 2026.2.\n"
    )
    assert ADVISORIES in asked


@pytest.mark.usefixtures("asked")
def test_locate_says_so(capsys: pytest.CaptureFixture[str]) -> None:
    """Once, after the passages of a record that is advised against; with JSON, beside it."""
    quote = natopa.load("2026.1").clause("489#lift-restrictions").wordings[0].text
    assert main(["locate", quote, "--release", "2026.1"]) == 0
    output = capsys.readouterr().out
    assert output.startswith("EXACT")
    assert (
        output.count(
            "\nFOUND WRONG SINCE RELEASE 2026.1 WAS PUBLISHED\n"
            "  - 489#lift-restrictions: A word is wrong. Mended in release 2026.2.\n"
        )
        == 1
    )
    assert main(["locate", "for a modern deterrent to Russia", "--release", "2026.1"]) == 0
    assert "FOUND WRONG" not in capsys.readouterr().out
    main(["locate", quote, "--release", "2026.1", "--json"])
    found = capsys.readouterr()
    assert json.loads(found.out)
    assert found.err.count("natopa: found wrong since: 489#lift-restrictions: ") == 1


@pytest.mark.slow
@pytest.mark.usefixtures("asked")
def test_verify_says_so(capsys: pytest.CaptureFixture[str]) -> None:
    """The bytes are as released, which is status 0, and what is wrong in them is listed."""
    assert main(["verify", "2026.1"]) == 0
    output = capsys.readouterr().out
    assert re.search(r"FOUND WRONG SINCE IT WAS PUBLISHED: 2 RECORDS\n  - 489#lift", output)
    assert main(["verify", "2026.2"]) == 0
    assert "found wrong" not in capsys.readouterr().out
    assert main(["verify"]) == 0
    output = capsys.readouterr().out
    assert "published: 2 records;\nnatopa verify 2026.1 lists them\n\nRELEASE 2026.2\n" in output


def test_packaged_advisories_that_were_tampered_with_are_one_clear_error(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Whatever is in the file, the error is ours, and names the file."""
    read = _releases.packaged_file
    for content in (b"", b"{", b"[1]", b'[{"release": "2026.1"}]', b"7"):

        def spoilt(name: str, content: bytes = content) -> bytes:
            return content if name == ADVISORIES else read(name)

        monkeypatch.setattr(_releases, "packaged_file", spoilt)
        with pytest.raises(InvalidReleaseError, match=r"^advisories\.json: "):
            _ = natopa.load("2026.1").release
