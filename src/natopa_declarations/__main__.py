"""The command line: ``natopa``."""

from __future__ import annotations

import argparse
import sys
from functools import partial
from typing import TYPE_CHECKING

from . import __version__

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from typing import NoReturn

    from _typeshed import SupportsWrite

EPILOG = """\
exit status: 0 done, found; 1 not found, or not as released; 2 everything else,
such as wrong arguments, a bad release, or output that could not be written.

examples:
  natopa show 489                      Declaration 489, with all that is held
  natopa show '489#lift-restrictions'  one clause (mind the quotes)
  natopa show Cherniev                 a person, by any spelling
  natopa list claims --json            every claim, in the format of the files
  natopa list texts --year 2024        filtered; see natopa list --help
  natopa search air defence            what has both words, the best first
  natopa search '"air defence" OR sanction*' --kind clause
  natopa diff 489@draft 489@adopted    what the Assembly changed in a text
  natopa diff 2026.1 2026.2            what changed between two releases
  natopa cite 489 --format bibtex      for a reference manager
  natopa export clauses --csv c.csv    every clause, as a table
  natopa verify                        the packaged releases, file by file
  natopa locate "let Ukraine do what"  where these words stand, and whose
  natopa check article.txt             a verdict for each quotation in it
  natopa read booklet.pdf              which texts a document of yours has
"""

READ = """\
PDF needs pypdf: pip install "natopa-declarations[pdf]".  Nothing is sent
anywhere.  Whatever was guessed stands among the doubts, after the paragraphs.
"""
FAILED = 2
"""The exit status where there is no answer; 0 and 1 are answers."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit status."""
    # What is imported here is interrupted like the rest, without a traceback.
    from ._terminal import say, shown
    from .errors import NatopaError

    options = _parser().parse_args(arguments)
    try:
        command: Callable[[argparse.Namespace], tuple[int, str]] = options.command
        status, output = command(options)
    except NatopaError as error:
        say(error)
        return FAILED
    sys.stdout.write(shown(output))
    return status


def run() -> None:
    """Run the command line of this process; end quietly when the reader has gone."""
    from ._terminal import drop, guard_streams, say

    guard_streams()
    try:
        try:
            status = main()
        finally:
            # The help ends by an exit of its own.
            sys.stdout.flush()
            sys.stderr.flush()
    except OSError as error:
        drop(sys.stdout)
        status = FAILED
        try:
            if not isinstance(error, BrokenPipeError):
                say(f"cannot write: {error.strerror}")
            sys.stderr.flush()
        except OSError:
            drop(sys.stderr)
    except KeyboardInterrupt:
        status = 130
    sys.exit(status)


class _Parser(argparse.ArgumentParser):
    """A parser whose help is written or an error, and whose errors are one line each."""

    def print_help(self, file: SupportsWrite[str] | None = None) -> None:
        (file or sys.stdout).write(self.format_help())

    def error(self, message: str) -> NoReturn:
        from ._terminal import one_line

        super().error(one_line(message))


def _parser() -> argparse.ArgumentParser:
    from . import _cli as _commands
    from . import _cli_exports as _exports
    from . import _cli_quotations as _quotations

    parser = _Parser(
        prog="natopa",
        description="The declarations of the NATO Parliamentary Assembly, with their sources.",
        epilog=EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    parser.add_argument("--version", action="version", version=f"natopa {__version__}")
    commands = parser.add_subparsers(metavar="COMMAND", required=True)
    # A shortened flag would mean another one as soon as a second begins like it.
    add = partial(commands.add_parser, allow_abbrev=False)

    show = add("show", help="show one record, with its sources")
    show.add_argument("reference", help="an id, number, name or reference such as 489@draft")
    show.set_defaults(command=_commands.show)

    listing = add(
        "list",
        help="list the records of one kind",
        usage="%(prog)s KIND [--FILTER VALUE ...] [--json | --csv]\n"
        "                   [--release VERSION | --folder FOLDER]",
        epilog="Filters combine with AND. Where nothing passes, nothing is printed.",
    )
    listing.add_argument(
        "kind", choices=_commands.LISTED, metavar="KIND", help=", ".join(_commands.LISTED)
    )
    _commands.add_filters(listing.add_argument_group("filters, each for some kinds"))
    listing.set_defaults(command=_commands.list_)

    search = add("search", help="find records by their words, the best first")
    search.add_argument(
        "query",
        nargs="+",
        metavar="QUERY",
        help='words, "phrases", prefix*, AND, OR, NOT, parentheses (mind the quotes)',
    )
    search.add_argument(
        "--kind",
        metavar="KIND",
        help="declaration, resolution, clause, statement, decision or claim",
    )
    search.add_argument("--session", metavar="SESSION", help="the id of a session, or its city")
    search.add_argument(
        "--limit", metavar="N", type=_positive, default=20, help="the most hits to show (20)"
    )
    search.set_defaults(command=_commands.search)

    verify = add("verify", help="name the files that are not as released")
    verify.add_argument(
        "release", nargs="?", metavar="RELEASE|FOLDER", help="(every packaged release)"
    )
    verify.set_defaults(command=_commands.verify)

    diff = add("diff", help="compare two releases, editions or records")
    help_ = "a release, a folder (with a '/'), or a reference such as 489@draft"
    diff.add_argument("old", metavar="OLD", help=help_)
    diff.add_argument("new", metavar="NEW", help="another one of the same kind")
    diff.set_defaults(command=_commands.diff)

    locating, checking = _quotations.add_to(add)

    reading = _add_reading(add)

    exporting = _exports.add_commands(add)

    forms = {
        command: command.add_mutually_exclusive_group()
        for command in (show, listing, search, locating, checking, diff, reading)
    }
    for form in forms.values():
        form.add_argument("--json", action="store_true", help="print the records as JSON")
    forms[listing].add_argument("--csv", action="store_true", help="print them as a table in CSV")
    _add_with(show, search, locating, checking, *exporting)
    for each in (*forms, *exporting):
        origin = each.add_mutually_exclusive_group()
        origin.add_argument("--release", metavar="VERSION", help="a packaged release (newest)")
        origin.add_argument("--folder", metavar="FOLDER", help="a release folder of your own")
    return parser


def _add_reading(add: Callable[..., argparse.ArgumentParser]) -> argparse.ArgumentParser:
    from . import _cli as _commands

    reading = add(
        "read",
        help="say what texts of the Assembly a document of your own has",
        description=READ,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    reading.add_argument("file", metavar="FILE", help="a PDF, DOCX, HTML or text file")
    reading.add_argument(
        "--compare", action="store_true", help="say clause by clause what agrees with a release"
    )
    reading.set_defaults(command=_commands.read)
    return reading


def _add_with(*commands: argparse.ArgumentParser) -> None:
    for command in commands:
        command.add_argument(
            "--with",
            dest="with_files",
            action="append",
            metavar="FILE",
            help="with the words of a document of your own, as natopa read understands it",
        )


def _positive(text: str) -> int:
    from ._corpus.names import is_number

    if not is_number(text) or int(text) < 1:
        raise argparse.ArgumentTypeError(f"expected a whole number from 1, found {text!r}")
    return int(text)


if __name__ == "__main__":
    run()
