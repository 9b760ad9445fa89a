"""The maintainer's tools: python -m tools COMMAND."""

from __future__ import annotations

import argparse
import datetime as dt
import runpy
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

import natopa_declarations as natopa

from . import check_changes, derived, digest_words, digests, import_table, manifest


def new_release(options: argparse.Namespace) -> int:
    """Start a release as a copy of the newest one."""
    day = natopa.PartialDate.parse(options.published)
    folder = manifest.start(options.version, options.title, day)
    print(f"copied to {folder.relative_to(digests.ROOT)}")
    return derive(options)


def derive(_: argparse.Namespace) -> int:
    """Write what is derived from the data: manifest, digests, changelog, citation, figures."""
    for path in derived.derive():
        print(f"wrote {path.relative_to(digests.ROOT).as_posix()}")
    newest = digests.versions()[-1]
    print(natopa.load(digests.DATA / newest))
    print(digests.digest(newest))
    return 0


def check(options: argparse.Namespace) -> int:
    """Compare the changes listed in the manifests with the real changes."""
    return check_changes.main(options.releases)


def publish(options: argparse.Namespace) -> int:
    """Derive, and record that the oldest release in preparation is published for good."""
    digests.in_preparation()
    derive(options)
    oldest = digests.unpublished()[0]
    digests.freeze(oldest)
    print(f"froze {oldest}")
    return 0


def table(options: argparse.Namespace) -> int:
    """Write a record for each row of a table: one file for each session or text."""
    folder = options.folder or digests.in_preparation()
    files = import_table.write(options.kind, options.table, folder)
    for name, written in files.items():
        print(f"wrote {name}" if written else f"left alone {name}: it exists already")
    if not files:
        print(f"{options.table} has no rows: nothing was written")
    return 0


def article(options: argparse.Namespace) -> int:
    """Write the digests of those words cited to an article that it prints."""
    missing = digest_words.write(options.article, options.source)
    for line in missing:
        print(f"not in {options.article}: {line}", file=sys.stderr)
    return int(bool(missing))


def constructors(_: argparse.Namespace) -> int:
    """Generate the module that builds packaged records, after a change of the model."""
    runpy.run_module("tools.write_constructors", run_name="__main__")
    return 0


def parser() -> argparse.ArgumentParser:
    """Return the parser of the commands."""
    top = argparse.ArgumentParser(prog="python -m tools", description=__doc__)
    commands = top.add_subparsers(metavar="COMMAND", required=True)

    def add(name: str, run: Callable[[argparse.Namespace], int]) -> argparse.ArgumentParser:
        summary = (run.__doc__ or "").splitlines()[0].rstrip(".")
        command = commands.add_parser(name, help=summary, description=run.__doc__)
        command.set_defaults(run=run)
        return command

    starting = add("new-release", new_release)
    starting.add_argument("version", help="YYYY.N")
    starting.add_argument("title", help="what the release is, in a few words")
    starting.add_argument("--published", default=str(dt.datetime.now(dt.UTC).date()),
                          help="the day on which it is to be published (today)")  # fmt: skip
    add("derive", derive)
    checking = add("check", check)
    checking.add_argument("releases", nargs="*", metavar="RELEASE|FOLDER",
                          help="two to compare (every release with the one before)")  # fmt: skip
    add("publish", publish)
    importing = add("import-table", table)
    importing.add_argument("kind", choices=["sessions", "texts"])
    importing.add_argument("table", type=Path, help="a CSV file; CONTRIBUTING.md has the columns")
    importing.add_argument("folder", type=Path, nargs="?", help="(the release in preparation)")
    digesting = add("digest-words", article)
    digesting.add_argument("article", type=Path, help="its text, which is not kept")
    digesting.add_argument("source", help="the id of the article as a source")
    add("constructors", constructors)
    return top


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; an invalid release is an error of one line."""
    options = parser().parse_args(arguments)
    try:
        status: int = options.run(options)
    except natopa.NatopaError as error:
        raise SystemExit(f"{type(error).__name__}: {error}") from None
    return status


if __name__ == "__main__":
    sys.exit(main())
