"""The command line: ``natopa``."""

from __future__ import annotations

import argparse
import os
import re
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from . import __version__
from ._corpus import Corpus, load
from ._errors import InvalidFilterError, NatopaError, NotFoundError
from ._releases import releases

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from ._model.value import Value

LISTS: dict[str, Callable[..., Sequence[Value]]] = {
    "sessions": Corpus.sessions,
    "texts": Corpus.texts,
    "declarations": Corpus.declarations,
    "resolutions": Corpus.resolutions,
    "clauses": Corpus.clauses,
    "statements": Corpus.statements,
    "claims": Corpus.claims,
    "persons": Corpus.persons,
    "sources": Corpus.sources,
    "bodies": Corpus.bodies,
    "topics": Corpus.topics,
    "member-states": Corpus.member_states,
    "sizes": Corpus.sizes,
    "participation-classes": Corpus.participation_classes,
    "gaps": Corpus.gaps,
}

FILTER = "filter_"
"""What the name of a filter is preceded by among the options, as some are words of ours."""

SHAPES = {
    "int | None": "NUMBER",
    "bool | None": "yes|no",
    "PartialDate | date | str | None": "DATE",
}
"""What the value of a filter looks like on the command line, by its type in the query."""

EPILOG = """\
exit status: 0 done; 1 nothing was found, a release is not as recorded, or the
output could not be written; 2 wrong arguments, an unknown reference, a
malformed query or a bad release.  Of locate: 0 exact, 1 near, 2 absent; 64
wrong arguments, too few words or a bad release; 74 output not written.

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
  natopa verify                        the packaged releases, file by file
  natopa locate "let Ukraine do what"  where these words stand, and whose
"""

LOCATE = """\
The outcome is exact, near or absent.  Case, punctuation, spaces, hyphens and
line ends do not matter; ... stands for words left out.  Where words differ,
[held] are those of the release and {given} those of the quotation.  An article
may be given whole: what it quotes is then looked for piece by piece.

exit status: 0 exact; 1 near; 2 absent; 64 wrong arguments, fewer than three
words or a bad release; 74 the output could not be written.
"""
USAGE_ERROR = 64
OUTPUT_ERROR = 74
"""EX_USAGE and EX_IOERR of sysexits.h: the answers of locate have the small numbers."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit status."""
    given = sys.argv[1:] if arguments is None else arguments
    failure = USAGE_ERROR if list(given[:1]) == ["locate"] else 2
    try:
        options = _parser().parse_args(given)
    except SystemExit as error:
        raise SystemExit(failure if error.code else 0) from None
    try:
        command: Callable[[argparse.Namespace], tuple[int, str]] = options.command
        status, output = command(options)
    except NatopaError as error:
        print(f"natopa: {error}", file=sys.stderr)
        return failure
    sys.stdout.write(output)
    return status


def run() -> None:
    """Run the command line of this process; end quietly when the reader has gone."""
    for stream in (sys.stdout, sys.stderr):
        # A terminal that cannot show a letter gets its number, and never a traceback.
        stream.reconfigure(errors="backslashreplace")  # type: ignore[union-attr]
    try:
        status = main()
        sys.stdout.flush()
    except OSError as error:
        # What is left in the buffer has nowhere to go, so Python must not try at its exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        status = OUTPUT_ERROR if sys.argv[1:2] == ["locate"] else 1
        if isinstance(error, BrokenPipeError):
            status = 141
        else:
            print(f"natopa: cannot write: {error.strerror}", file=sys.stderr)
    except KeyboardInterrupt:
        status = 130
    sys.exit(status)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="natopa",
        description="The declarations of the NATO Parliamentary Assembly, with their sources.",
        epilog=EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    parser.add_argument("--version", action="version", version=f"natopa {__version__}")
    commands = parser.add_subparsers(metavar="COMMAND", required=True)

    show = commands.add_parser("show", help="show one record, with its sources")
    show.add_argument("reference", help="an id, number, name or reference such as 489@draft")
    show.set_defaults(command=_show)

    listing = commands.add_parser(
        "list",
        help="list the records of one kind",
        usage="%(prog)s KIND [--FILTER VALUE ...] [--json]\n"
        "                   [--release VERSION | --folder FOLDER]",
        epilog="Every filter must hold. Where nothing passes, nothing is printed.",
    )
    listing.add_argument("kind", choices=LISTS, metavar="KIND", help=", ".join(LISTS))
    _add_filters(listing.add_argument_group("filters, each for some kinds"))
    listing.set_defaults(command=_list)

    search = commands.add_parser("search", help="find records by their words, the best first")
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
    search.set_defaults(command=_search)

    verify = commands.add_parser("verify", help="name the files that are not as released")
    verify.add_argument(
        "release", nargs="?", metavar="RELEASE|FOLDER", help="(every packaged release)"
    )
    verify.set_defaults(command=_verify)

    diff = commands.add_parser("diff", help="compare two releases, editions or records")
    help_ = "a release, a folder (with a '/'), or a reference such as 489@draft"
    diff.add_argument("old", metavar="OLD", help=help_)
    diff.add_argument("new", metavar="NEW", help="another one of the same kind")
    diff.set_defaults(command=_diff)

    locating = commands.add_parser(
        "locate",
        help="say where the words of a quotation stand",
        description=LOCATE,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    locating.add_argument(
        "quote",
        nargs="+",
        metavar="QUOTE",
        help="the words, or - to read them from the standard input",
    )
    locating.set_defaults(command=_locate)

    for command in (show, listing, search, locating, diff):
        command.add_argument("--json", action="store_true", help="print the records as JSON")
        origin = command.add_mutually_exclusive_group()
        origin.add_argument("--release", metavar="VERSION", help="a packaged release (newest)")
        origin.add_argument("--folder", metavar="FOLDER", help="a release folder of your own")
    return parser


def _positive(text: str) -> int:
    if not text.isdecimal() or int(text) < 1:
        raise argparse.ArgumentTypeError(f"expected a whole number from 1, found {text!r}")
    return int(text)


def _show(options: argparse.Namespace) -> tuple[int, str]:
    from ._plain_text import show

    corpus = _corpus(options)
    value = corpus.find(options.reference)
    return 0, _json(value) if options.json else show(value, corpus)


def _list(options: argparse.Namespace) -> tuple[int, str]:
    from ._plain_text import row

    records = LISTS[options.kind](_corpus(options), **_given(options))
    return 0, _json(tuple(records)) if options.json else "".join(f"{row(r)}\n" for r in records)


def _locate(options: argparse.Namespace) -> tuple[int, str]:
    from ._plain_quotation import show_quotation

    quote = " ".join(options.quote)
    if quote == "-":
        quote = sys.stdin.buffer.read().decode(errors="replace") if sys.stdin else ""
    # Bytes that are no letters in the encoding of the system are no words either.
    corpus = _corpus(options)
    quotation = corpus.locate(quote.encode(errors="replace").decode())
    status = ["exact", "near", "absent"].index(quotation.outcome)
    return status, _json(quotation) if options.json else show_quotation(quotation, corpus)


def _add_filters(group: argparse._ArgumentGroup) -> None:
    """Add a flag for every parameter of the queries, with the help that their docstrings have."""
    filters: dict[str, dict[str, list[str]]] = {}
    shapes: dict[str, str] = {}
    for kind, query in LISTS.items():
        described = dict(re.findall(r"^ +(\w+): (.+)$", query.__doc__ or "", re.MULTILINE))
        for name in query.__kwdefaults__ or ():
            helps = filters.setdefault(name, {})
            # Where a query has the filters of the one before it, that one describes them.
            text = described.get(name) or next(reversed(helps), "see the documentation")
            helps.setdefault(text, []).append(kind)
            shapes[name] = _shape(query, name)
    for name, helps in filters.items():
        group.add_argument(
            _flag(name),
            dest=f"{FILTER}{name}",
            metavar=shapes[name],
            help="; ".join([f"{text} ({', '.join(kinds)})" for text, kinds in helps.items()]),
        )


def _shape(query: Callable[..., object], name: str) -> str:
    return SHAPES.get(query.__annotations__[name], "VALUE")


def _given(options: argparse.Namespace) -> dict[str, str | int | bool]:
    """Return the filters that were given; raise for one that the kind does not have."""
    query = LISTS[options.kind]
    known = query.__kwdefaults__ or {}
    given: dict[str, str | int | bool] = {}
    for option, value in vars(options).items():
        name = option.removeprefix(FILTER)
        if name == option or value is None:
            continue
        if name not in known:
            hint = f"its filters are {', '.join(map(_flag, known))}" if known else "it has none"
            raise NotFoundError(f"filter of {options.kind}", _flag(name), hint=hint)
        given[name] = _value(name, value, _shape(query, name))
    return given


def _value(name: str, text: str, shape: str) -> str | int | bool:
    if shape == "yes|no":
        if text not in {"yes", "no"}:
            raise InvalidFilterError(name, repr(text), "yes or no")
        return text == "yes"
    # Where it is not a number, the query says so.
    return int(text) if shape == "NUMBER" and text.isdecimal() else text


def _flag(name: str) -> str:
    return f"--{name.replace('_', '-')}"


def _search(options: argparse.Namespace) -> tuple[int, str]:
    from ._plain_hits import show

    query, limit = " ".join(options.query), options.limit
    # One more than is shown, to know whether there are more.
    hits = _corpus(options).search(
        query, kind=options.kind, session=options.session, limit=limit + 1
    )
    shown = hits[:limit]
    if not hits:
        print("natopa: nothing was found", file=sys.stderr)
    if options.json:
        return int(not hits), _json(shown)
    more = f"these are the first {limit}; --limit shows more\n"
    return int(not hits), show(shown) + (more if len(hits) > limit else "")


def _verify(options: argparse.Namespace) -> tuple[int, str]:
    from ._plain_verification import show
    from ._verification import verify

    given = [release.version for release in releases()]
    if options.release is not None:
        given = [options.release]
    found = [verify(_release(text)) for text in given]
    status = int(any(verification.differs for verification in found))
    return status, "".join(map(show, found))


def _diff(options: argparse.Namespace) -> tuple[int, str]:
    from ._plain_diff import as_json, show
    from .compare import diff

    known = [release.version for release in releases()]
    # No reference has a dot or a slash, and every version and folder is to have one.
    given = [options.old, options.new]
    whole = [text in known or not {".", "/", "\\"}.isdisjoint(text) for text in given]
    old, new = (
        load(_release(text)) if is_release else _record(_corpus(options), text)
        for text, is_release in zip(given, whole, strict=True)
    )
    found = diff(old, new)
    return 0, _text(as_json(found, *given)) if options.json else show(found, *given)


def _record(corpus: Corpus, text: str) -> Value:
    """Return what `text` means; an edition has no other name than its reference."""
    return corpus.resolve(text) if "@" in text else corpus.find(text)


def _corpus(options: argparse.Namespace) -> Corpus:
    return load(options.release if options.folder is None else Path(options.folder))


def _release(text: str) -> str | Path:
    """Return the version or the folder that `text` means; a version comes first."""
    known = [release.version for release in releases()]
    is_path = "/" in text or "\\" in text or Path(text).exists()
    return Path(text) if is_path and text not in known else text


def _json(value: Value | tuple[Value, ...]) -> str:
    from ._codec import encode

    return _text(encode(value).decode())


def _text(text: str) -> str:
    """Return JSON that the output can show, whatever letters it has."""
    try:
        text.encode(sys.stdout.encoding or "utf-8")
    except UnicodeEncodeError:
        import json

        return json.dumps(json.loads(text), indent=2) + "\n"
    return text


if __name__ == "__main__":
    run()
