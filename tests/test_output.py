"""What the command line writes is whole or an error, and commands no terminal."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from natopa_declarations._terminal import COMMANDS, one_line, shown

COMMAND = [sys.executable, "-m", "natopa_declarations"]
HOSTILE = "\x1b[31m\u202e\u200f\u061c\x9b31m\U000e0041\x07\x7f\rnatopa: all is well"
UNBUFFERED = {"PYTHONUNBUFFERED": "1"}

unix = pytest.mark.skipif(sys.platform == "win32", reason="streams and limits of Unix")


@given(text=st.text())
def test_json_stays_the_same_json(text: str) -> None:
    """What is shown of JSON says the same, and has nothing left that commands a terminal."""
    written = shown(json.dumps(text, ensure_ascii=False))
    assert json.loads(written) == text
    assert not any(ord(letter) in COMMANDS for letter in written.replace("\r\n", "\n"))


@given(text=st.text())
def test_a_message_is_one_line(text: str) -> None:
    """Whatever stands in a message, it has no second line."""
    assert len(f"x{one_line(text)}x".splitlines()) == 1


def test_line_ends_and_other_letters_stay() -> None:
    """Only what commands a terminal is shown by its number."""
    assert shown("a\tb\r\nc\n\u00e9\u200d\U0001f600") == "a\tb\r\nc\n\u00e9\u200d\U0001f600"
    assert shown("a\rb\x1b") == r"a\u000db\u001b"
    assert shown("\U000e0041") == r"\udb40\udc41"


ARGUMENTS = [
    ["show", HOSTILE], ["search", f'"{HOSTILE}'], ["locate", HOSTILE], ["check", HOSTILE],
    ["read", HOSTILE], ["verify", HOSTILE], ["verify", f"./{HOSTILE}"], ["cite", HOSTILE],
    ["diff", HOSTILE, "489"], ["diff", f"./{HOSTILE}", "489"], ["export", HOSTILE, "--csv", "x"],
    ["export", "clauses", "--csv", f"/nowhere/{HOSTILE}"], ["list", HOSTILE], [HOSTILE],
    ["show", "489", f"--{HOSTILE}"], ["show", "489", "--release", HOSTILE],
    ["list", "texts", "--year", HOSTILE], ["search", "x", "--limit", HOSTILE],
    ["show", "489", "--folder", HOSTILE], ["show", "489", "--with", HOSTILE],
]  # fmt: skip
EACH = """\
import json, sys
from natopa_declarations.__main__ import main
from natopa_declarations._terminal import guard_streams

guard_streams()
for arguments in json.loads(sys.argv[1]):
    try:
        status = main(arguments)
    except SystemExit as error:
        status = error.code
    sys.stderr.flush()
    print("status", status, flush=True)
"""


@unix
@pytest.mark.slow
def test_no_argument_commands_the_terminal(tmp_path: Path) -> None:
    """Neither the messages of the package nor those of argparse let it through."""
    done = subprocess.run(
        [sys.executable, "-c", EACH, json.dumps(ARGUMENTS)], capture_output=True, check=True,
        cwd=tmp_path,
    )  # fmt: skip
    statuses = [line for line in done.stdout.decode().splitlines() if line.startswith("status")]
    assert len(statuses) == len(ARGUMENTS)
    assert set(statuses) <= {"status 1", "status 2"}
    printed = (done.stdout + done.stderr).decode()
    assert printed.replace("\n", "").isprintable()
    assert "Traceback" not in printed
    # No line that an argument wrote passes for one of the command's own.
    assert not any(line.startswith("natopa: all is well") for line in printed.splitlines())


@pytest.mark.slow
@unix
@pytest.mark.parametrize("environment", [{}, UNBUFFERED], ids=["buffered", "unbuffered"])
def test_output_that_does_not_fit_is_an_error(environment: dict[str, str], tmp_path: Path) -> None:
    """A limit on the size of files cuts nothing off silently, buffered or not."""
    # The limit would cut off the bytecode that Python writes, too.
    command = " ".join([COMMAND[0], "-B", *COMMAND[1:], "list", "claims", "--json"])
    with (tmp_path / "output").open("wb") as output:
        done = subprocess.run(
            f"ulimit -f 8; {command}", shell=True, check=False, stdout=output,
            stderr=subprocess.PIPE, text=True, env=environment,
        )  # fmt: skip
    assert (done.returncode, done.stderr) == (2, "natopa: cannot write: File too large\n")


@pytest.mark.slow
@unix
@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no /dev/full here")
@pytest.mark.parametrize(
    ("line", "status", "error"),
    [
        ("show 489 >/dev/full", 2, "natopa: cannot write: No space left on device\n"),
        ("show 489 >/dev/full 2>/dev/full", 2, ""),
        ("show nothing 2>/dev/full", 2, ""),
        ("list 2>/dev/full", 2, ""),
        ("--help >/dev/full", 2, "natopa: cannot write: No space left on device\n"),
    ],
)
def test_a_full_disk_without_a_buffer_is_an_error(line: str, status: int, error: str) -> None:
    """What Python does not buffer is written whole as well, or is an error."""
    done = subprocess.run(
        f"{' '.join(COMMAND)} {line}", shell=True, check=False, capture_output=True, text=True,
        env=UNBUFFERED,
    )  # fmt: skip
    assert (done.returncode, done.stderr) == (status, error)


@unix
@pytest.mark.slow
def test_a_slow_reader_gets_everything() -> None:
    """A pipe takes a part at a time, and the rest is written after it."""
    command = " ".join([*COMMAND, "list", "texts", "--json"])
    whole = subprocess.run(command, shell=True, check=True, capture_output=True).stdout
    slow = subprocess.run(
        f"{command} | (sleep 1; cat)", shell=True, check=True, capture_output=True, env=UNBUFFERED
    )
    assert slow.stdout == whole
    assert len(whole) > 2**17
