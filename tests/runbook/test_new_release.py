"""A data release is only data: a new one needs no edit outside it but what one command writes.

The repository is copied, the newest release is copied to a new version by the runbook, and every
test that reads the newest release runs in the copy; then again with a session more.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from tools import digests

import natopa_declarations as natopa

if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import Any

ROOT = Path(__file__).parent.parent.parent
NEXT = "2099.1"
ABOUT_DATA = {"advisories", "changes", "citation", "data", "data_laws", "downstream", "offices",
              "releases", "tools", "words"}  # fmt: skip
"""The modules of tests that hold every release, or the newest, to laws."""
ABOUT_CODE = {"bad_input", "broken_package", "completion", "deferred", "export_command", "exports",
              "files", "frozen", "structure"}  # fmt: skip
"""The modules that read the newest release, would say the same of any, and take long."""
READS_NEWEST = re.compile(r"\bload\(\)|(releases\(\)|RELEASES|VERSIONS)\[-1\]|NEWEST")
"""What a module has in it that reads the newest release."""


def run(tree: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run a module of Python in the copy of the repository, with the package that is in it."""
    path = os.pathsep.join([str(tree / "src"), str(tree)])
    environment = {**os.environ, "PYTHONPATH": path, "PYTHONDONTWRITEBYTECODE": "1"}
    return subprocess.run(
        [sys.executable, "-m", *arguments],
        cwd=tree, env=environment, capture_output=True, text=True, encoding="utf-8", check=False,
    )  # fmt: skip


def tool(tree: Path, *arguments: str) -> str:
    """Run a command of the tools, which must succeed, and return what it prints."""
    done = run(tree, "tools", *arguments)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def suite(tree: Path, modules: Iterable[str], *pages: str) -> subprocess.CompletedProcess[str]:
    """Run these modules of tests in the copy, and the examples that these pages print.

    What is said of one older release by its name was said of it before.
    """
    names = [f"tests/test_{name}.py" for name in modules]
    return run(
        tree, "pytest", "-q", "-x", "-p", "no:cacheprovider", "-k", "not 2026", *names, *pages
    )


@pytest.fixture(scope="module")
def tree(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the repository in which the newest release is published, and the next started."""
    tree = tmp_path_factory.mktemp("new-release") / "repository"
    ignored = shutil.ignore_patterns(".*", "__pycache__", "_build", "build", "dist", "record")
    shutil.copytree(ROOT, tree, ignore=ignored)
    for version in digests.unpublished():
        assert f"froze {version}\n" in tool(tree, "publish")
    tool(tree, "new-release", NEXT, "A copy", "--published", "2099-01-31")
    return tree


def data(tree: Path) -> Path:
    """Return the folder of the new release."""
    return tree / "src" / "natopa_declarations" / "data" / NEXT


def edit(file: Path, change: Any) -> None:
    """Change the document in a file of the new release, and write it as a maintainer would."""
    document = json.loads(file.read_bytes())
    change(document)
    file.write_text(json.dumps(document, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")


def test_a_copy_of_the_newest_release_turns_no_test_red(tree: Path) -> None:
    """No fact changed, one command, and everything that follows from the data is there."""
    before = natopa.load().release
    manifest = natopa.load(data(tree)).release
    assert (manifest.version, manifest.title) == (NEXT, "A copy")
    retired = {change.record for change in before.changes if change.kind == "retired"}
    assert {change.record for change in manifest.changes} == retired
    assert all(change.retired_in for change in manifest.changes)
    changelog = (tree / "CHANGELOG.md").read_text(encoding="utf-8")
    item = f"\n- Release {NEXT}: A copy.\n  `{manifest.digest}`\n  Changes: none.\n"
    assert item in changelog
    done = suite(tree, sorted(ABOUT_DATA))
    assert done.returncode == 0, done.stdout[-5000:]


def test_a_session_added_by_the_runbook_turns_no_test_red(tree: Path) -> None:
    """Source, row, changes, the one command: the counts in the docs follow by themselves."""
    folder = data(tree)
    year = max(session.year for session in natopa.load(folder).sessions()) + 50
    source = {"id": "invented-2099", "publisher": "An invented parliament", "kind": "parliament",
              "url": "https://parliament.example/nato-pa/2099", "title": "Session",
              "language": "en"}  # fmt: skip
    edit(folder / "sources" / "sessions.json", lambda document: document.append(source))
    row = (
        "year,season,ordinal,city,country,start,end,president,basis,confidence,sources\n"
        f"{year},spring,,Sofia,BG,,,,,medium,{source['url']}\n"
    )
    (tree / "new.csv").write_text(row, encoding="utf-8")
    written = tool(tree, "import-table", "sessions", "new.csv")
    assert written == f"wrote sessions/{year}-spring.json\n"
    changes = [
        {"record": record, "kind": "added", "reason": "A test.", "sources": ["invented-2099"]}
        for record in ("invented-2099", f"{year}-spring")
    ]
    edit(
        folder / "manifest.json",
        lambda document: document.update(changes=[*changes, *document.get("changes", [])]),
    )
    told = tool(tree, "derive").splitlines()
    assert f"wrote src/natopa_declarations/data/{NEXT}/manifest.json" in told
    assert "wrote README.md" in told
    assert tool(tree, "check") == "every change is listed, and nothing else\n"
    reading = {
        path.stem.removeprefix("test_")
        for path in (tree / "tests").glob("test_*.py")
        if READS_NEWEST.search(path.read_text(encoding="utf-8"))
    }
    assert {"command_line", "data"} < reading
    modules = sorted((reading | ABOUT_DATA) - ABOUT_CODE)
    done = suite(tree, modules, "tests/test_docs_console.py", "README.md", "docs")
    assert done.returncode == 0, done.stdout[-5000:]


def test_a_release_that_does_not_load_is_said_in_one_line(tree: Path) -> None:
    """A file that is gone while a change still speaks of its record is named, and nothing more."""
    folder = data(tree)
    changes = [{"record": "nowhere", "kind": "added", "reason": "A test."}]
    before = (folder / "manifest.json").read_bytes()
    edit(folder / "manifest.json", lambda document: document.update(changes=changes))
    done = run(tree, "tools", "derive")
    (folder / "manifest.json").write_bytes(before)
    assert done.returncode == 1
    assert done.stderr.count("\n") == 1
    assert "manifest.json: " in done.stderr
    assert 'found "nowhere"' in done.stderr


def test_the_version_of_the_package_is_printed_from_one_place(tree: Path) -> None:
    """After `__version__` alone was changed, the same command changes whatever prints it."""
    face = tree / "src" / "natopa_declarations" / "__init__.py"
    before = face.read_bytes()
    face.write_bytes(before.replace(natopa.__version__.encode(), b"7.8.9", 1))
    told = tool(tree, "derive").splitlines()
    assert {"wrote CITATION.cff", "wrote docs/how-to/pin-and-verify.md"} <= set(told)
    requirement = (tree / "tests" / "downstream" / "requirements.txt").read_text(encoding="utf-8")
    assert requirement == "natopa-declarations==7.8.9\n"
    project = (tree / "tests" / "downstream" / "pyproject.toml").read_text(encoding="utf-8")
    assert '"natopa-declarations>=7.8.9,<8.0"' in project
    face.write_bytes(before)
    tool(tree, "derive")
    assert (tree / "CITATION.cff").read_text(encoding="utf-8").count(natopa.__version__) == 1


def test_a_published_release_is_never_written_again(tree: Path) -> None:
    """Published, it is frozen; then one byte more stops every command that writes."""
    assert f"froze {NEXT}\n" in tool(tree, "publish")
    assert f"  {NEXT}.sha256\n" in (tree / "tests" / "frozen.sha256").read_text(encoding="utf-8")
    assert run(tree, "tools", "publish").stderr.startswith(f"{NEXT} is published")
    assert run(tree, "tools", "import-table", "sessions", "new.csv").returncode == 1
    with (data(tree) / "topics.json").open("ab") as stream:
        stream.write(b"\n")
    assert run(tree, "tools", "derive").stderr.startswith(f"{NEXT} is frozen with sha256:")
