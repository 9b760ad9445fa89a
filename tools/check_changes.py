"""Compare the list of changes in the manifest of a release with its real changes.

    python -m tools check [OLD NEW]

OLD and NEW are versions or folders; without them, every packaged release is compared with the one
before it.  Each record that changed must be listed once; of its parts only retired ones, since
their ids are never used again.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import pairwise
from pathlib import Path

import attrs

import natopa_declarations as natopa
from natopa_declarations import model
from natopa_declarations.model import ChangeKind
from natopa_declarations.model.ids import record_of


def problems(old: natopa.Corpus, new: natopa.Corpus) -> list[str]:
    """Name each record whose change is not listed, or is listed as another kind."""
    changed = {change.record: change.kind for change in natopa.diff(old, new).changes}
    changes = [change for change in new.release.changes if change.retired_in is None]
    parts = [change for change in changes if is_part(change)]
    changes = [change for change in changes if change not in parts]
    listed = {str(change.record): change.kind for change in changes}
    found = [
        f"{record}: listed twice"
        for record in listed
        if sum(change.record == record for change in changes) > 1
    ]
    for record, kind in changed.items():
        if record not in listed:
            found.append(f"{record}: {kind}, and not listed")
        elif listed[record] != kind:
            found.append(f"{record}: {kind}, and listed as {listed[record]}")
    found += [
        f"{record}: listed as {kind}, and the same as before"
        for record, kind in listed.items()
        if record not in changed
    ]
    found += removed_parts(old, new, parts)
    carried = [change for change in new.release.changes if change.retired_in is not None]
    before = [
        attrs.evolve(change, retired_in=change.retired_in or old.release.version)
        for change in old.release.changes
        if change.kind == ChangeKind.RETIRED
    ]
    found += [f"{change.record}: retired, and no longer listed" for change in before
              if change not in carried]  # fmt: skip
    return found + [f"{change.record}: not retired in {change.retired_in}" for change in carried
                    if change not in before]  # fmt: skip


def is_part(change: model.Change) -> bool:
    """Say whether a change retires a part of a record."""
    return change.kind == ChangeKind.RETIRED and "#" in change.record


def removed_parts(
    old: natopa.Corpus, new: natopa.Corpus, retired: Iterable[model.Change]
) -> Iterator[str]:
    """Name each part that was removed and is not listed as retired, or the reverse."""
    removed = {part for part in old if "#" in part and part not in new}
    # The parts of a retired record are retired with it and not listed.
    removed = {part for part in removed if record_of(part) in new}
    listed = [str(change.record) for change in retired]
    yield from (f"{part}: retired, and not listed" for part in sorted(removed - {*listed}))
    for part in sorted({*listed}):
        if part not in removed:
            yield f"{part}: listed as retired, and was not there"
        elif listed.count(part) > 1:
            yield f"{part}: listed twice"


def _load(text: str) -> natopa.Corpus:
    known = [release.version for release in natopa.releases()]
    return natopa.load(text if text in known else Path(text))


def main(arguments: list[str]) -> int:
    """Print each problem on a line; exit with 1 if there are any."""
    versions = [release.version for release in natopa.releases()]
    pairs = [tuple(arguments)] if arguments else list(pairwise(versions))
    found = [line for old, new in pairs for line in problems(_load(old), _load(new))]
    print("\n".join(found) or "every change is listed, and nothing else")
    return int(bool(found))
