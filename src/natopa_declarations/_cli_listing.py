"""The command ``natopa list``: the kinds of records, and their filters as flags."""

from __future__ import annotations

from ._cli import _corpus, _json, _rows
from ._corpus.corpus import COLLECTIONS
from ._corpus.names import is_number
from ._messages import printable, shortened
from .errors import InvalidFilterError

TYPE_CHECKING = not __name__
if TYPE_CHECKING:
    import argparse
    from collections.abc import Sequence

LISTED = tuple(COLLECTIONS)
"""The kinds of records that can be listed."""

FILTER = "filter_"
"""The prefix of the filters among the options, some of which have the names of filters."""


def listed(kind: str) -> str:
    """Return a kind of records that can be listed; raise where it is not one."""
    if kind in LISTED:
        return kind
    import argparse

    from ._cli_parsing import meant

    raise argparse.ArgumentTypeError(
        f"no kind {printable(shortened(kind))!r}; {meant(kind, LISTED)}"
    )


def list_(options: argparse.Namespace) -> tuple[int, str]:
    """List the records of one kind that pass every filter."""
    corpus = _corpus(options)
    records = COLLECTIONS[options.kind](corpus, **_filters(options))
    if options.csv:
        from .export.tables import PARTIAL, table

        kind: str = PARTIAL.get(options.kind) or options.kind
        return 0, table(corpus, kind, only=records).to_csv()
    return 0, _json(records) if options.json else _rows(records)


def add_filters(group: argparse._ArgumentGroup, shown: Sequence[str] = LISTED) -> None:
    """Add a flag for every row of the table of filters, with the help that stands there.

    Only those of the kinds in `shown` stand in the help.
    """
    import argparse

    from ._corpus.filters import filters_of

    helps: dict[str, dict[str, list[str]]] = {}
    shapes: dict[str, str] = {}
    for kind in LISTED:
        for row in filters_of(kind):
            helps.setdefault(row.name, {}).setdefault(row.help, []).append(kind)
            shapes[row.name] = row.shape
    for name, kinds in helps.items():
        of_kind = [text for text, kinds_of in kinds.items() if {*kinds_of} & {*shown}]
        with_kinds = [f"{text} ({', '.join(kinds[text])})" for text in of_kind]
        group.add_argument(
            _flag(name),
            dest=f"{FILTER}{name}",
            metavar=shapes[name],
            help="; ".join(of_kind if len(shown) == 1 else with_kinds) or argparse.SUPPRESS,
        )


def _filters(options: argparse.Namespace) -> dict[str, str | int | bool]:
    """Return the filters that were given; raise for one that the kind does not have."""
    from ._corpus.filters import filters_of

    rows = {row.name: row for row in filters_of(options.kind)}
    found: dict[str, str | int | bool] = {}
    for option, value in vars(options).items():
        name = option.removeprefix(FILTER)
        if name == option or value is None:
            continue
        if name not in rows:
            known = f"one of {', '.join(map(_flag, rows))}" if rows else "no filter"
            problem = f"{options.kind} have no filter {_flag(name)}: expected {known}"
            raise InvalidFilterError(name, value, known, problem)
        found[name] = _value(name, value, rows[name].shape)
    return found


def _value(name: str, text: str, shape: str) -> str | int | bool:
    if shape == "yes|no":
        if text not in {"yes", "no"}:
            raise InvalidFilterError(name, repr(text), "yes or no")
        return text == "yes"
    if name == "country":
        from ._show.countries import code_of

        return code_of(text) or text
    # Where it is not a number, or one of thousands of digits, the query says so.
    return int(text) if shape == "NUMBER" and is_number(text) else text


def _flag(name: str) -> str:
    return f"--{name.replace('_', '-')}"
