"""The commands of ``natopa``: one function for each.

Each takes the options and returns the exit status and what is to be printed.
"""

from __future__ import annotations

import sys

from ._corpus.corpus import COLLECTIONS
from ._corpus.loading import load
from ._corpus.names import is_number
from ._messages import printable, shortened
from ._store.releases import recorded
from ._terminal import say
from .errors import InvalidFilterError, NotFoundError
from .model.value import Value, evolve

TYPE_CHECKING = not __name__
if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from ._corpus.corpus import Corpus
    from .model.advisories import Advisory

LISTED = tuple(COLLECTIONS)
"""The kinds of records that can be listed."""

FILTER = "filter_"
"""The prefix of the filters among the options, some of which have the names of filters."""


def show(options: argparse.Namespace) -> tuple[int, str]:
    """Show one record."""
    corpus = _corpus(options)
    reference = " ".join(options.reference)
    try:
        value = corpus.find(reference)
    except NotFoundError as error:
        from ._cli_hints import elsewhere, gap_of

        gap = gap_of(corpus, reference)
        if gap is None:
            say(elsewhere(corpus, reference, str(error)))
            return 1, ""
        say(f"nothing is held under {reference!r}: {gap.id} says why")
        return 1, _json(gap) if options.json else _shown(gap, corpus, brief=options.brief)
    if options.json:
        # An edition has no other id than its reference.
        _warn(corpus.release.advised(getattr(value, "id", reference)))
    return 0, _json(value) if options.json else _shown(value, corpus, brief=options.brief)


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


def search(options: argparse.Namespace) -> tuple[int, str]:
    """Find records by their words."""
    query, limit = " ".join(options.query), options.limit
    # One more than is shown, to know whether there are more.
    corpus = _corpus(options)
    hits = corpus.search(query, kind=options.kind, session=options.session, limit=limit + 1)
    shown = hits[:limit]
    if not hits:
        from ._cli_hints import hint

        told = hint(corpus, query, kind=options.kind, session=options.session)
        say("; ".join(filter(None, ["nothing was found", told])))
    if options.json or not hits:
        return int(not hits), _json(shown) if options.json else ""
    more = f"these are the first {limit}; --limit shows more\n"
    return int(not hits), _shown(shown, corpus) + (more if len(hits) > limit else "")


def read(options: argparse.Namespace) -> tuple[int, str]:
    """Say what the reader finds in a document of the user's, or how it agrees with a release."""
    from .documents.reading import read as read_document

    document = read_document(options.file)
    if options.compare:
        bindings = document.compare(_corpus(options))
        return 0, _json(bindings) if options.json else _shown(bindings)
    return 0, _json(document) if options.json else _shown(document)


def diff(options: argparse.Namespace) -> tuple[int, str]:
    """Compare two releases, editions or records."""
    from ._corpus.comparing import diff as compared

    known = recorded()
    # No reference has a dot or a slash, and every version and folder is to have one.
    given = [options.old, options.new]
    whole = [text in known or not {".", "/", "\\"}.isdisjoint(text) for text in given]
    # Two references are looked up in one release, which is read once.
    corpus = None if all(whole) else _corpus(options)
    old, new = (
        load(_release(text)) if corpus is None or is_release else corpus.find(text)
        for text, is_release in zip(given, whole, strict=True)
    )
    # They are called what they were asked for by.
    found = evolve(compared(old, new), old=options.old, new=options.new)
    if options.json:
        from ._cli_differences import as_json

        return 0, _text(as_json(found))
    return 0, _shown(found, corpus)


def verify(options: argparse.Namespace) -> tuple[int, str]:
    """Name the files that are not as released."""
    from ._store.verification import unregistered
    from ._store.verification import verify as verified

    given = list(recorded())
    if options.release is not None:
        given = [options.release]
    found = [verified(_release(text)) for text in given]
    status = int(any(verification.differs for verification in found))
    if options.release is not None:
        return status, _shown(found[0])
    shown = []
    for each in found:
        shown.append(_shown(evolve(each, advisories=())))
        if each.advisories:
            records = f"{len(each.advisories)} record{'s' * (len(each.advisories) > 1)}"
            shown.append(f"found wrong since it was published: {records};\n"
                         f"natopa verify {each.advisories[0].release} lists them\n")  # fmt: skip
    others = unregistered()
    if others:
        known = ", ".join(given)
        named = "".join([f"extra              data/{printable(name)}\n" for name in others])
        shown.append(f"BESIDE THE RELEASES\nwhat belongs to none of {known}\n\n{named}")
    return int(bool(status or others)), "\n".join(shown)


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
        told = [f"{text} ({', '.join(kinds[text])})" for text in of_kind]
        group.add_argument(
            _flag(name),
            dest=f"{FILTER}{name}",
            metavar=shapes[name],
            help="; ".join(of_kind if len(shown) == 1 else told) or argparse.SUPPRESS,
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
    # Where it is not a number, or one of thousands of digits, the query says so.
    return int(text) if shape == "NUMBER" and is_number(text) else text


def _flag(name: str) -> str:
    return f"--{name.replace('_', '-')}"


def _corpus(options: argparse.Namespace) -> Corpus:
    if options.folder is None:
        corpus = load(options.release)
    else:
        from pathlib import Path

        corpus = load(Path(options.folder))
    files = getattr(options, "with_files", None)
    if not files:
        return corpus
    from .documents.reading import read as read_document

    return corpus.with_documents(*map(read_document, files))


def _release(text: str) -> str | Path:
    """Return the version or the folder that `text` means; a version comes first."""
    from pathlib import Path

    try:
        is_path = "/" in text or "\\" in text or Path(text).exists()
    except OSError:
        # No file can have so long a name.
        is_path = False
    return Path(text) if is_path and text not in recorded() else text


def _warn(advisories: Iterable[Advisory]) -> None:
    """Say on the error stream what the JSON of a record has no place for."""
    from ._show.blocks import plain
    from ._show.view import View

    for advisory in dict.fromkeys(advisories):
        told = plain(View().reads(advisory)[0])
        say(f"found wrong since: {told}")


def _shown(
    value: Value | tuple[Value, ...], corpus: Corpus | None = None, *, brief: bool = False
) -> str:
    """Return a record, an answer or a collection as text of 80 columns."""
    from ._show.outline import outline
    from ._show.text import render

    found = outline(value, corpus)
    if brief:
        from ._show.brief import brief as briefly

        found = briefly(found)
    return render(found)


def _rows(records: tuple[Value, ...]) -> str:
    """Return a line for each record: whole where a program reads it, cut for a terminal."""
    from ._show.blocks import Table
    from ._show.outline import outline
    from ._show.text import WIDTH, rows

    width = WIDTH if sys.stdout.isatty() else None
    tables = [block for block in outline(records).blocks if isinstance(block, Table)]
    return "".join([rows(table, width) for table in tables])


def _json(value: Value | tuple[Value, ...]) -> str:
    from ._codec.writing import to_json

    return _text(to_json(value) + "\n")


def _text(text: str) -> str:
    """Return JSON that the output can show, whatever letters it has."""
    try:
        text.encode(sys.stdout.encoding or "utf-8")
    except UnicodeEncodeError:
        import json

        return json.dumps(json.loads(text), indent=2) + "\n"
    return text
