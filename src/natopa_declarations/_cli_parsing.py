"""Find what is misspelt in the arguments of the command line, and what comes close to it."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from ._messages import printable, shortened
from .model.names import close

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

ASKED = ("help", "-help", "-?", "/?")
"""What people type for the help, besides ``--help`` and ``-h``."""


def commands_of(parser: argparse.ArgumentParser) -> dict[str, argparse.ArgumentParser]:
    """Return the parsers of the commands, by the names of the commands."""
    actions = [one for one in parser._actions if isinstance(one, argparse._SubParsersAction)]
    return dict(actions[0].choices) if actions else {}


def misspelt_command(parser: argparse.ArgumentParser, arguments: Sequence[str]) -> str:
    """Return what is wrong with the command, or nothing where it is one."""
    commands = commands_of(parser)
    if not commands or not arguments or arguments[0] in commands:
        return ""
    first = arguments[0]
    if first in ASKED:
        return "for help there is natopa --help"
    if first.startswith("-"):
        known = {flag for action in parser._actions for flag in action.option_strings}
        return "" if first in known else misspelt_flags(parser, (), [first])
    if any(letter.isdigit() or letter == "#" for letter in first):
        return f"no command {_quoted(first)}; did you mean 'show {printable(shortened(first))}'?"
    return f"no command {_quoted(first)}; {meant(first, commands)}"


def misspelt_flags(
    parser: argparse.ArgumentParser, arguments: Sequence[str], unknown: Sequence[str]
) -> str:
    """Return what is wrong with arguments that the parser does not know."""
    command = commands_of(parser).get(arguments[0], parser) if arguments else parser
    flags = [flag for action in command._actions for flag in action.option_strings]
    message = f"unrecognized arguments: {' '.join(map(shortened, map(printable, unknown)))}"
    written = unknown[0].partition("=")[0]
    if not written.startswith("--"):
        return message
    # The beginning of a flag is as close as a misspelt one.
    near = [flag for flag in flags if len(written) > len("--") and flag.startswith(written)]
    near = near or close(written, {flag.removeprefix("--"): flag for flag in flags})
    return f"{message}; did you mean {near[0]!r}?" if near else message


def meant(word: str, known: Iterable[str]) -> str:
    """Return which of the known words may be meant, or else all of them."""
    near = close(word, {one: one for one in known})
    return f"did you mean {near[0]!r}?" if near else f"expected one of {', '.join(known)}"


def _quoted(word: str) -> str:
    return repr(printable(shortened(word)))
