"""What an interactive zsh completes, where the script lies in a folder of its `fpath`."""

from __future__ import annotations

import os
import select
import shutil
from contextlib import suppress
from typing import TYPE_CHECKING

import pytest

import natopa_declarations as natopa
from natopa_declarations._cli_completion import script
from natopa_declarations._cli_parser import parser

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(shutil.which("zsh") is None, reason="there is no zsh"),
]

SILENCE = 1.0
"""So many seconds without output, and the shell waits for the next key."""


class Terminal:
    """An interactive zsh that reads no settings of the user's, and what it prints."""

    def __init__(self, folder: Path) -> None:
        import pty

        child, self.screen = pty.fork()
        if child == 0:
            os.chdir(folder)
            environment = os.environ | {"TERM": "dumb", "ZDOTDIR": str(folder)}
            os.execvpe("zsh", ["zsh", "-f", "-i"], environment)  # noqa: S606, S607
        self.type(f"fpath=({folder} $fpath); autoload -U compinit; compinit -u -d {folder}/d\n")

    def type(self, keys: str) -> str:
        """Press these keys, and return what is printed until nothing more comes."""
        os.write(self.screen, keys.encode())
        printed = b""
        while select.select([self.screen], [], [], SILENCE)[0]:
            try:
                printed += os.read(self.screen, 65536)
            except OSError:
                break
        return printed.decode(errors="replace")


@pytest.fixture(scope="module")
def zsh(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Terminal]:
    """Return a shell that has found the script by itself."""
    folder = tmp_path_factory.mktemp("zsh")
    (folder / "_natopa").write_text(script(parser(), "zsh"), encoding="utf-8")
    terminal = Terminal(folder)
    yield terminal
    with suppress(OSError):
        terminal.type("\x15exit\n")
    os.close(terminal.screen)


@pytest.mark.parametrize(
    ("line", "offered"),
    [
        ("natopa sh", ["show"]),
        ("natopa list cla", ["claims", "clauses"]),
        ("natopa list texts --yea", ["--year"]),
        ("natopa cite 489 --format ", ["text", "csl-json", "bibtex", "ris"]),
        ("natopa show 489 --release 2026.", [one.version for one in natopa.releases()]),
        ("natopa verify _nat", ["_natopa"]),
    ],
)
def test_zsh_completes(line: str, offered: list[str], zsh: Terminal) -> None:
    """Commands, kinds, flags, the words after a flag, and files where a command takes them."""
    printed = zsh.type(f"\x15{line}\t\t")
    assert all(word in printed for word in offered), printed


def test_zsh_offers_no_file_where_none_is_taken(zsh: Terminal) -> None:
    """A record is not a file, and a word that resembles none stays as it is."""
    assert "_natopa" not in zsh.type("\x15natopa show _nat\t\t")
