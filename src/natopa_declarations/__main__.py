"""The command line: ``natopa``."""

from __future__ import annotations

import argparse
import sys
from typing import TYPE_CHECKING

from . import __version__

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
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

    given = sys.argv[1:] if arguments is None else list(arguments)
    options = _parser(given).parse_args(given)
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

    def parse_args(self, args: Sequence[str], namespace: None = None) -> argparse.Namespace:  # type: ignore[override]
        """Read the arguments; what is misspelt is an error that says what comes close."""
        from ._cli_parsing import misspelt_command, misspelt_flags

        wrong = misspelt_command(self, args)
        if wrong:
            self.error(wrong)
        options, unknown = self.parse_known_args(args, namespace)
        if unknown:
            self.error(misspelt_flags(self, args, unknown))
        return options


class _Version(argparse.Action):
    """Print the version of the package and the newest release of the data."""

    def __call__(self, parser: argparse.ArgumentParser, *_: object) -> None:
        sys.stdout.write(f"natopa {__version__} (newest data release: {_newest_release()})\n")
        parser.exit()


def _newest_release() -> str:
    """Return the newest packaged version, without the modules that read releases."""
    from pkgutil import get_data

    try:
        listed = get_data(__package__ or "natopa_declarations", "data/releases.json") or b""
    except OSError:
        listed = b""
    return listed.rpartition(b'"version": "')[2].partition(b'"')[0].decode() or "none"


def _parser(arguments: Sequence[str] = ()) -> argparse.ArgumentParser:
    """Return the parser; the help of ``list`` has only the filters of the kind that is given."""
    from . import _cli as _commands
    from . import _cli_completion as _completion
    from . import _cli_exports as _exports
    from . import _cli_quotations as _quotations
    from ._cli_examples import examples

    parser = _Parser(
        prog="natopa",
        description="The declarations of the NATO Parliamentary Assembly, with their sources.",
        epilog=EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    help_ = "print the version and the newest release of the data, and exit"
    parser.add_argument("--version", action=_Version, nargs=0, help=help_)
    commands = parser.add_subparsers(metavar="COMMAND", required=True)

    def add(name: str, **settings: Any) -> argparse.ArgumentParser:
        epilog = "\n\n".join([*filter(None, [settings.pop("epilog", "")]), examples(name)])
        raw = argparse.RawDescriptionHelpFormatter
        # A shortened flag would mean another one as soon as a second begins like it.
        settings = {"formatter_class": raw, "epilog": epilog, "allow_abbrev": False, **settings}
        return commands.add_parser(name, **settings)

    show = add("show", help="show one record, with its sources")
    show.add_argument(
        "reference",
        nargs="+",
        metavar="REFERENCE",
        help="an id, a number, a title, a name, or words such as spring 2024",
    )
    show.set_defaults(command=_commands.show)

    listing = _add_list(add, arguments)

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
        help="topic, source, body, person, session, decision, declaration, resolution, clause,"
        " statement or claim",
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

    completing = add("completion", help="print a script that completes natopa in a shell")
    completing.add_argument("shell", choices=_completion.SHELLS, help="the shell")
    completing.set_defaults(command=lambda options: (0, _completion.script(parser, options.shell)))

    forms = {
        command: command.add_mutually_exclusive_group()
        for command in (show, listing, search, locating, checking, diff, reading)
    }
    for form in forms.values():
        form.add_argument("--json", action="store_true", help="print the records as JSON")
    for command in (show, locating, checking):
        help_ = "print the answer alone, without the clauses of a text and the sources"
        forms[command].add_argument("--brief", action="store_true", help=help_)
    forms[listing].add_argument("--csv", action="store_true", help="print them as a table in CSV")
    _add_with(show, search, locating, checking, *exporting)
    for each in (*forms, *exporting):
        origin = each.add_mutually_exclusive_group()
        origin.add_argument("--release", metavar="VERSION", help="a packaged release (newest)")
        origin.add_argument("--folder", metavar="FOLDER", help="a release folder of your own")
    return parser


def _add_list(
    add: Callable[..., argparse.ArgumentParser], arguments: Sequence[str]
) -> argparse.ArgumentParser:
    from . import _cli as _commands

    listing = add(
        "list",
        help="list the records of one kind",
        usage="%(prog)s KIND [--FILTER VALUE ...] [--json | --csv]\n"
        "                   [--release VERSION | --folder FOLDER]",
        epilog="Filters combine with AND. Where nothing passes, nothing is printed.",
    )
    listing.add_argument(
        "kind", type=_commands.listed, metavar="KIND", help=", ".join(_commands.LISTED)
    )
    kinds = _commands.LISTED
    if arguments[:1] == ["list"]:
        kinds = tuple([kind for kind in kinds if kind in arguments[1:]]) or kinds
    title = "filters" if len(kinds) == 1 else "filters, each for some kinds"
    _commands.add_filters(listing.add_argument_group(title), kinds)
    listing.set_defaults(command=_commands.list_)
    return listing


def _add_reading(add: Callable[..., argparse.ArgumentParser]) -> argparse.ArgumentParser:
    from . import _cli as _commands

    reading = add(
        "read",
        help="say what texts of the Assembly a document of your own has",
        description=READ,
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
