"""What the docs show of a terminal is what the terminal shows."""

from __future__ import annotations

import re
import shlex
import textwrap
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from natopa_declarations.__main__ import main

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).parent.parent
MADE = {"_build", "record"}
FILES = [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))]
BLOCK = re.compile(r"^ *```console\n(.*?)^ *```$", re.MULTILINE | re.DOTALL)


def examples() -> Iterator[tuple[str, str]]:
    """Yield each command of the docs, and what they show after it."""
    for file in FILES:
        if MADE & set(file.relative_to(ROOT).parts):
            continue
        for block in BLOCK.findall(file.read_text(encoding="utf-8")):
            for part in re.split(r"^\$ ", textwrap.dedent(block), flags=re.MULTILINE)[1:]:
                command, _, shown = part.partition("\n")
                yield command, shown


COMMANDS = list(examples())


def test_there_are_examples() -> None:
    """The pattern finds the blocks of the tutorial and of the how-to pages."""
    assert len(COMMANDS) >= 3


@pytest.mark.slow
@pytest.mark.parametrize(("command", "shown"), COMMANDS)
def test_the_command_prints_what_the_docs_show(
    command: str, shown: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """Word for word, save for lines of three dots, which stand for any lines."""
    name, *arguments = shlex.split(command)
    assert name == "natopa"
    # Of the newest release, the answer may change, and then a page would have to be edited.
    assert re.search(r"\b\d{4}\.\d\b", command), f"name a release: {command}"
    assert main(arguments) == 0
    pattern = re.escape(shown.rstrip("\n")).replace(r"\.\.\.", ".*")
    printed = capsys.readouterr().out.rstrip("\n")
    assert re.fullmatch(pattern, printed, re.DOTALL), printed
