"""What each command takes, and the function that carries it out."""

from __future__ import annotations

import argparse

TYPE_CHECKING = not __name__
if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    Parser = argparse.ArgumentParser
    Add = Callable[[Parser, Sequence[str]], None]

READ = """\
PDF needs pypdf: pip install "natopa-declarations[pdf]".  Nothing is sent
anywhere.  Whatever was guessed stands among the doubts, after the paragraphs.
"""


def _show(show: Parser, _: Sequence[str]) -> None:
    from ._cli import show as command

    show.add_argument(
        "reference",
        nargs="+",
        metavar="REFERENCE",
        help="an id, a number, a title, a name, a country, or words such as spring 2024",
    )
    show.set_defaults(command=command)


def _list(listing: Parser, arguments: Sequence[str]) -> None:
    """Add the filters; the help has only those of the kind that is given."""
    from . import _cli_listing as _listing

    listing.usage = (
        "%(prog)s KIND [--FILTER VALUE ...] [--json | --csv]\n"
        "                   [--release VERSION | --folder FOLDER]"
    )
    first = "Filters combine with AND. Where nothing passes, nothing is printed."
    listing.epilog = f"{first}\n\n{listing.epilog}"
    listing.add_argument(
        "kind", type=_listing.listed, metavar="KIND", help=", ".join(_listing.LISTED)
    )
    kinds = tuple([kind for kind in _listing.LISTED if kind in arguments[1:]]) or _listing.LISTED
    title = "filters" if len(kinds) == 1 else "filters, each for some kinds"
    _listing.add_filters(listing.add_argument_group(title), kinds)
    listing.set_defaults(command=_listing.list_)


def _search(search: Parser, _: Sequence[str]) -> None:
    from ._cli import search as command

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
    search.set_defaults(command=command)


def _verify(verify: Parser, _: Sequence[str]) -> None:
    from ._cli import verify as command

    verify.add_argument(
        "release", nargs="?", metavar="RELEASE|FOLDER", help="(every packaged release)"
    )
    verify.set_defaults(command=command)


def _diff(diff: Parser, _: Sequence[str]) -> None:
    from ._cli import diff as command

    help_ = "a release, a folder (with a '/'), or a reference such as 489@draft"
    diff.add_argument("old", metavar="OLD", help=help_)
    diff.add_argument("new", metavar="NEW", help="another one of the same kind")
    diff.set_defaults(command=command)


def _locate(locating: Parser, _: Sequence[str]) -> None:
    from ._cli_quotations import add_locate

    add_locate(locating)


def _check(checking: Parser, _: Sequence[str]) -> None:
    from ._cli_quotations import add_check

    add_check(checking)


def _read(reading: Parser, _: Sequence[str]) -> None:
    from ._cli import read as command

    reading.description = READ
    reading.add_argument("file", metavar="FILE", help="a PDF, DOCX, HTML or text file")
    reading.add_argument(
        "--compare", action="store_true", help="say clause by clause what agrees with a release"
    )
    reading.set_defaults(command=command)


def _cite(citing: Parser, _: Sequence[str]) -> None:
    from ._cli_exports import add_cite

    add_cite(citing)


def _export(exporting: Parser, _: Sequence[str]) -> None:
    from ._cli_exports import add_export

    add_export(exporting)


def _completion(completing: Parser, _: Sequence[str]) -> None:
    from ._cli_completion import SHELLS

    completing.add_argument("shell", choices=SHELLS, help="the shell")


ADD: dict[str, Add] = {
    "show": _show, "list": _list, "search": _search, "verify": _verify, "diff": _diff,
    "locate": _locate, "check": _check, "read": _read, "cite": _cite, "export": _export,
    "completion": _completion,
}  # fmt: skip
"""What adds its arguments to the parser of each command, given all arguments of the call."""


def _positive(text: str) -> int:
    from ._corpus.names import is_number

    if not is_number(text) or int(text) < 1:
        raise argparse.ArgumentTypeError(f"expected a whole number from 1, found {text!r}")
    return int(text)
