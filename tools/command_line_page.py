"""The page of the command line: what each command says of itself."""

from __future__ import annotations

import argparse
import os
import subprocess
import sys

from natopa_declarations import _cli_parser as command_line

HEAD = """\
---
orphan: true
---

(command-line)=
# The command line

The package brings one command, `natopa`.  This page is what it says of itself: `natopa --help`,
and so on for each of its commands.  Errors are one line on the standard error stream, and never
a traceback."""


def page() -> str:
    """Return the page, with the help of `natopa` and of each of its commands."""
    commands = ["", *names(command_line.parser())]
    return "\n\n".join([HEAD, *map(_section, commands)]) + "\n"


def names(parser: argparse.ArgumentParser) -> list[str]:
    """Return the names of the commands of a parser."""
    for action in parser._actions:
        if isinstance(action, argparse._SubParsersAction):
            return list(action.choices)
    return []


def _section(command: str) -> str:
    title = f"natopa {command}".strip()
    return f"## {title}\n\n```console\n$ {title} --help\n{_help(command)}```"


def _help(command: str) -> str:
    """Return what the command prints, at a width that does not depend on the terminal."""
    arguments = [sys.executable, "-m", "natopa_declarations", *command.split(), "--help"]
    environment = os.environ | {"COLUMNS": "80", "NO_COLOR": "1", "PYTHONIOENCODING": "utf-8"}
    found = subprocess.run(  # noqa: S603 - The arguments are our own.
        arguments, check=True, capture_output=True, encoding="utf-8", env=environment
    )
    return found.stdout
