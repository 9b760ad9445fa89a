"""The parser of the command line: the names of all commands, and the arguments of one.

To describe a command takes longer than to say what commands there are, so only the one that is
given is described.
"""

from __future__ import annotations

import argparse
import os
import sys

TYPE_CHECKING = not __name__
if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Any, NoReturn

    from _typeshed import SupportsWrite

EPILOG = """\
exit status: 0 done, found; 1 not found, or not as released; 2 everything else,
such as wrong arguments, a bad release, or output that could not be written.

examples:
  natopa locate "let Ukraine do what"  where these words stand, and whose
  natopa check article.txt             a verdict for each quotation in it
  natopa show "Declaration 489"        a text, session, person, clause, ...
  natopa search air defence            what has both words, the best first
  natopa list texts --year 2024        all records of one kind, filtered
  natopa cite 489 --format bibtex      for a reference manager

natopa COMMAND --help has more examples.
"""


COMMANDS = {
    "show": "show one record, with its sources",
    "list": "list the records of one kind",
    "search": "find records by their words, the best first",
    "verify": "name the files that are not as released",
    "diff": "compare two releases, editions or records",
    "locate": "say where the words of a quotation stand",
    "check": "say of every quotation in an article where it stands",
    "read": "say what texts of the Assembly a document of your own has",
    "cite": "cite records, for a footnote or a reference manager",
    "export": "write a table or a text into a file",
    "completion": "print a script that completes natopa in a shell",
}
"""What each command is for."""
AS_JSON = ("show", "list", "search", "locate", "check", "diff", "read")
BRIEF = ("show", "locate", "check")
WITH = ("show", "search", "locate", "check", "cite", "export")
"""The commands that take documents of the user's own."""


class Help(argparse.RawDescriptionHelpFormatter):
    """The help as it is written, as wide as the terminal.

    The formatter of Python imports a module for copying files to ask how wide that is.
    """

    def __init__(self, prog: str, **settings: Any) -> None:
        super().__init__(prog, **{"width": _width() - 2} | settings)


def _width() -> int:
    columns = os.environ.get("COLUMNS", "")
    if columns.isdecimal() and len(columns) < 6 and int(columns) > 0:
        return int(columns)
    try:
        return os.get_terminal_size(sys.__stdout__.fileno()).columns or 80  # type: ignore[union-attr]
    except (AttributeError, OSError, ValueError):
        return 80


class Parser(argparse.ArgumentParser):
    """A parser whose help is written or an error, and whose errors are one line each."""

    def print_help(self, file: SupportsWrite[str] | None = None) -> None:
        (file or sys.stdout).write(self.format_help())

    def error(self, message: str) -> NoReturn:
        """Say in one line what is wrong with the arguments, whatever they have in them."""
        from ._terminal import one_line

        super().error(one_line(message))

    def parse_args(self, args: Sequence[str], namespace: None = None) -> argparse.Namespace:  # type: ignore[override]
        """Read the arguments; what is misspelt is an error that says what comes close."""
        if args and args[0] not in {*COMMANDS, *self._option_string_actions}:
            from ._cli_parsing import misspelt_command

            wrong = misspelt_command(self, args)
            if wrong:
                self.error(wrong)
        options, unknown = self.parse_known_args(args, namespace)
        if unknown:
            from ._cli_parsing import misspelt_flags

            self.error(misspelt_flags(self, args, unknown))
        return options


class _Version(argparse.Action):
    """Print the version of the package and the newest release of the data."""

    def __call__(self, parser: argparse.ArgumentParser, *_: object) -> None:
        from ._cli_version import version

        sys.stdout.write(version())
        parser.exit()


def parser(arguments: Sequence[str] | None = None) -> argparse.ArgumentParser:
    """Return the parser, with the command that is given described, or every command."""
    main = Parser(
        prog="natopa",
        description="The declarations of the NATO Parliamentary Assembly, with their sources.",
        epilog=EPILOG,
        formatter_class=Help,
        allow_abbrev=False,
    )
    help_ = "print the version and the newest release of the data, and exit"
    main.add_argument("--version", action=_Version, nargs=0, help=help_)
    described = [*COMMANDS] if arguments is None else arguments[:1]

    def parser_of(**settings: Any) -> Parser:
        # Of the other commands only the names are needed, so any parser does for them.
        return Parser(**settings) if settings["prog"].split()[-1] in described else main

    # With its name given, the parser does not ask for the size of the terminal.
    parser_class: Any = parser_of
    commands = main.add_subparsers(
        prog="natopa", metavar="COMMAND", required=True, parser_class=parser_class
    )
    for name, help_ in COMMANDS.items():
        # A shortened flag would mean another one as soon as a second begins like it.
        command = commands.add_parser(name, help=help_, formatter_class=Help, allow_abbrev=False)
        if name in described:
            _describe(name, command, arguments or ())
    return main


def _describe(name: str, command: argparse.ArgumentParser, arguments: Sequence[str]) -> None:
    from . import _cli_arguments
    from ._cli_examples import examples

    command.epilog = examples(name)
    _cli_arguments.ADD[name](command, arguments)
    if name == "completion":
        command.set_defaults(command=_complete)
    if name in AS_JSON:
        form = command.add_mutually_exclusive_group()
        form.add_argument("--json", action="store_true", help="print the records as JSON")
        if name in BRIEF:
            help_ = "print the answer alone, without the clauses of a text and the sources"
            form.add_argument("--brief", action="store_true", help=help_)
        if name == "list":
            form.add_argument("--csv", action="store_true", help="print them as a table in CSV")
    if name in WITH:
        command.add_argument(
            "--with",
            dest="with_files",
            action="append",
            metavar="FILE",
            help="with the words of a document of your own, as natopa read understands it",
        )
    if name in {*AS_JSON, *WITH}:
        origin = command.add_mutually_exclusive_group()
        origin.add_argument("--release", metavar="VERSION", help="a packaged release (newest)")
        origin.add_argument("--folder", metavar="FOLDER", help="a release folder of your own")


def _complete(options: argparse.Namespace) -> tuple[int, str]:
    """Print a script that completes the commands and their flags."""
    from ._cli_completion import script

    return 0, script(parser(), options.shell)
