"""The commands of ``natopa``: one function for each.

Each takes the options and returns the exit status and what is to be printed.
"""

from __future__ import annotations

import sys

from ._corpus.loading import load
from ._messages import printable
from ._store.releases import recorded
from ._terminal import say
from .errors import NotFoundError
from .model.value import Value, evolve

TYPE_CHECKING = not __name__
if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterable
    from pathlib import Path

    from ._corpus.corpus import Corpus
    from ._show.blocks import Outline
    from .model.advisories import Advisory


def show(options: argparse.Namespace) -> tuple[int, str]:
    """Show one record."""
    corpus = _corpus(options)
    reference = " ".join(options.reference)
    try:
        value = corpus.find(reference)
    except NotFoundError as error:
        return _not_held(options, corpus, reference, str(error))
    if type(value).__name__ == "MemberState" and reference != getattr(value, "id", ""):
        # It was called by the country, of which there is more than its accession.
        return _not_held(options, corpus, reference, "")
    if type(value).__name__ in {"Session", "Topic"}:
        # A city or a topic may have the name of a country.
        from ._cli_hints import named as country_named

        country = country_named(corpus, reference)
        if country:
            say(country)
    if options.json:
        # An edition has no other id than its reference.
        _warn(corpus.release.advised(getattr(value, "id", reference)))
    return 0, _json(value) if options.json else _shown(value, corpus, brief=options.brief)


def _not_held(
    options: argparse.Namespace, corpus: Corpus, reference: str, problem: str
) -> tuple[int, str]:
    """Show the country of this name, or why nothing is held under it."""
    from ._cli_hints import elsewhere, gap_of
    from ._show.countries import as_dict, code_of, country

    code = code_of(reference)
    if code is not None:
        if options.json:
            import json

            return 0, _text(json.dumps(as_dict(corpus, code), ensure_ascii=False, indent=2) + "\n")
        return 0, _rendered(country(corpus, code), brief=options.brief)
    gap = gap_of(corpus, reference)
    if gap is None:
        say(elsewhere(corpus, reference, problem))
        return 1, ""
    say(f"nothing is held under {reference!r}: {gap.id} says why")
    return 1, _json(gap) if options.json else _shown(gap, corpus, brief=options.brief)


def search(options: argparse.Namespace) -> tuple[int, str]:
    """Find records by their words."""
    query, limit = " ".join(options.query), options.limit
    # One more than is shown, to know whether there are more.
    corpus = _corpus(options)
    hits = corpus.search(query, kind=options.kind, session=options.session, limit=limit + 1)
    shown = hits[:limit]
    if not hits:
        from ._cli_hints import hint, named

        suggestion = named(corpus, query) or hint(
            corpus, query, kind=options.kind, session=options.session
        )
        say("; ".join(filter(None, ["nothing was found", suggestion])))
    if options.json or not hits:
        return int(not hits), _json(shown) if options.json else ""
    from ._cli_hints import named
    from ._show.text import WIDTH, wrapped

    more = wrapped(named(corpus, query), WIDTH, "", "")
    more += [f"these are the first {limit}; --limit shows more"] if len(hits) > limit else []
    return 0, _shown(shown, corpus) + "".join([f"{line}\n" for line in more])


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
    sides = [options.old, options.new]
    whole = [text in known or not {".", "/", "\\"}.isdisjoint(text) for text in sides]
    # Two references are looked up in one release, which is read once.
    corpus = None if all(whole) else _corpus(options)
    old, new = (
        load(_release(text)) if corpus is None or is_release else corpus.find(text)
        for text, is_release in zip(sides, whole, strict=True)
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

    releases = list(recorded())
    if options.release is not None:
        releases = [options.release]
    found = [verified(_release(text)) for text in releases]
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
        known = ", ".join(releases)
        named = "".join([f"extra              data/{printable(name)}\n" for name in others])
        shown.append(f"BESIDE THE RELEASES\nwhat belongs to none of {known}\n\n{named}")
    return int(bool(status or others)), "\n".join(shown)


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
        say(f"found wrong since: {plain(View().reads(advisory)[0])}")


def _shown(
    value: Value | tuple[Value, ...], corpus: Corpus | None = None, *, brief: bool = False
) -> str:
    """Return a record, an answer or a collection as text of 80 columns."""
    from ._show.countries import named
    from ._show.outline import outline

    return _rendered(outline(value, corpus, named=named), brief=brief)


def _rendered(found: Outline, *, brief: bool = False) -> str:
    if brief:
        from ._show.brief import render
    else:
        from ._show.text import render
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
