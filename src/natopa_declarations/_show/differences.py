"""What differs, as plain text of 80 columns or as JSON."""

from __future__ import annotations

import json
import re
from collections import Counter
from typing import TYPE_CHECKING

from .._codec.shapes import shapes
from .._codec.writing import encode
from .._compare.values import has_fields
from ..model.dates import PartialDate
from ..model.differences import DifferenceKind
from ..model.editions import Presence
from ..model.value import Value
from ..model.words import ChangeKind
from .page import WIDTH, shortened, wrapped
from .records import row

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Any

    from ..model.differences import Diff, Difference, RecordChange

    Content = Value | str | int | None

KINDS = (ChangeKind.CORRECTED, ChangeKind.EXTENDED, ChangeKind.ADDED, ChangeKind.RETIRED)
"""What happened to a record, in the order in which a reader of a changelog wants to know it."""

LABEL = 9
"""The columns that the kind of a difference takes."""


def show(diff: Diff, old: str, new: str) -> str:
    """Return the differences as text; `old` and `new` are what the two were asked for by."""
    lines = [f"{old} -> {new}", ""]
    if not diff.differences:
        lines.append("no difference")
    elif diff.kind == "Corpus":
        lines += _releases(diff)
    elif diff.kind == "Edition":
        lines += _editions(diff, old, new)
    else:
        for found in diff.differences:
            lines += _difference(found, found.path, 0, old, new)
    return "\n".join(lines) + "\n"


def as_json(diff: Diff, old: str, new: str) -> str:
    """Return the differences as JSON, their contents as in the files of a release."""
    # All at once, as the encoder takes longer to make than to use.
    written: list[object] = json.loads(encode(tuple(_written(diff))))
    contents = iter(written)

    def plain(content: Content, *, by_id: bool) -> object:
        if has_fields(content):
            return _id(content) if by_id else next(contents)
        return str(content) if isinstance(content, PartialDate) else content

    differences = [
        {
            "path": found.path,
            "kind": found.kind,
            "old": plain(found.old, by_id=found.by_id),
            "new": plain(found.new, by_id=found.by_id),
            "words": [{"old": change.old, "new": change.new} for change in found.words],
        }
        for found in diff.differences
    ]
    changes = [
        {
            "record": change.record,
            "kind": change.kind,
            "reasons": [said.reason for said in change.said],
            "sources": [source.id for source in change.sources],
        }
        for change in diff.changes
    ]
    document = {"old": old, "new": new, "changes": changes, "differences": differences}
    return json.dumps(document, ensure_ascii=False, indent=2) + "\n"


def _written(diff: Diff) -> Iterator[Value]:
    """Yield the contents that are written out, in the order in which they come."""
    for found in diff.differences:
        for content in (found.old, found.new):
            if has_fields(content) and not found.by_id:
                yield content


def _releases(diff: Diff) -> Iterator[str]:
    """Yield a count, and what happened to each record: corrections first, and sources last."""
    counts = Counter(change.kind for change in diff.changes)
    told = ", ".join([f"{counts[kind]} {kind}" for kind in KINDS if counts[kind]])
    yield told or "no record differs; the manifest does"
    for kind in KINDS:
        same = [change for change in diff.changes if change.kind == kind]
        same.sort(key=lambda change: change.differences[0].at[0] == "sources")
        for place in dict.fromkeys(change.differences[0].at[0] for change in same):
            yield from ["", f"{kind} {place}".upper()]
            for change in same:
                if change.differences[0].at[0] == place:
                    yield from _change(change)


def _change(change: RecordChange) -> Iterator[str]:
    """Yield the record, why it changed and on what evidence, and each place that differs."""
    whole = [found for found in change.differences if len(found.at) == 2]
    yield from ["", _row(whole[0]) if whole else change.record]
    for said in change.said:
        successor = f" Its successor is {said.successor}." if said.successor else ""
        yield from wrapped(f"{said.reason}{successor}", 2)
    sources = [f"{source.publisher} ({source.id})" for source in change.sources
               if source.id != change.record]  # fmt: skip
    if sources:
        yield from wrapped(f"by {'; '.join(sources)}", 2, hang=2)
    for found in change.differences:
        if found not in whole or found.kind == DifferenceKind.MOVED:
            path = found.path.partition(f"[{change.record}].")[2] or found.path
            yield from _difference(found, path, 2, "the old release", "the new release")


def _editions(diff: Diff, old: str, new: str) -> Iterator[str]:
    """Yield what differs between the editions, and after it who says so."""
    rest = [found for found in diff.differences if found.at[0] != "name"]
    evidence = [found for found in rest if "citations" in found.at or found.at[0] == "note"]
    for found in rest:
        if found not in evidence:
            yield from _difference(found, found.path, 0, old, new)
    if evidence:
        yield from ["", "SOURCES AND NOTES", ""]
    for found in evidence:
        yield from _difference(found, found.path, 0, old, new)


def _row(found: Difference) -> str:
    record = found.old if found.new is None else found.new
    if not isinstance(record, Value):
        return str(record)
    line = row(record).rstrip()
    if line != _id(record):
        return line
    # A record without a name is told by its other fields.
    return shortened(f"{line.ljust(28)} {brief(record).partition('; ')[2]}")


def _difference(found: Difference, path: str, indent: int, old: str, new: str) -> Iterator[str]:
    """Yield the kind and the path, and what is there in the old and the new value."""
    inner = indent + LABEL
    content = found.old if found.new is None else found.new
    known, other = (old, new) if found.new is None else (new, old)
    told: list[str] = []
    if found.at[-1] == "present" and found.kind != DifferenceKind.CHANGED:
        # Of two editions, only one has the clause.
        path = str(found.at[-2]).strip("[]")
        told = [f"in {new}, and not in {old}" if found.new else f"in {old}, and not in {new}"]
    elif found.kind == DifferenceKind.UNKNOWN and isinstance(content, Presence):
        path = content.clause
        told = [f"{'in' if content.present else 'not in'} {known}; not known of {other}"]
    elif found.kind == DifferenceKind.UNKNOWN:
        told = [brief(content, by_id=found.by_id), f"so in {known}; not known of {other}"]
    elif found.kind != DifferenceKind.MOVED:
        sides = (("-", found.old), ("+", found.new))
        told = [f"{sign} {brief(side, by_id=found.by_id)}" for sign, side in sides
                if side is not None]  # fmt: skip
        words = [f"\u201c{word.old}\u201d > \u201c{word.new}\u201d" for word in found.words]
        if words and found.words[0].old != found.old:
            told.append(f"words: {'; '.join(words)}")
    yield from _path(f"{' ' * indent}{found.kind.ljust(LABEL)}{path}", inner)
    for line in told:
        yield from wrapped(line, inner, hang=2)


def _path(line: str, indent: int) -> Iterator[str]:
    """Yield a line with a path, broken after a dot where it is too long."""
    # Items go by their own words where they have no id, and these may have lines of their own.
    line = re.sub(r"[\n\t]", " ", line)
    while len(line) > WIDTH:
        cut = line.rfind(".", indent, WIDTH) + 1
        if not cut:
            break
        yield line[:cut]
        line = " " * indent + line[cut:]
    yield line


def brief(content: Content, *, by_id: bool = False) -> str:
    """Return a content in words: its fields by name, and records that it points to by id."""
    if isinstance(content, bool):
        return "yes" if content else "no"
    if not has_fields(content):
        return str(content)
    if by_id:
        return _id(content)
    parts: list[str] = []
    for shape in shapes(type(content)):
        inner: Any = getattr(content, shape.name)
        if inner is None or inner == ():
            continue
        items: tuple[Content, ...] = inner if isinstance(inner, tuple) else (inner,)
        told = ", ".join([_nested(item, by_id=shape.by_id) for item in items])
        parts.append(f"{shape.name.replace('_', ' ')} {told}")
    return "; ".join(parts)


def _nested(item: Content, *, by_id: bool) -> str:
    told = brief(item, by_id=by_id)
    return f"({told})" if has_fields(item) and not by_id else told


def _id(content: object) -> str:
    return str(getattr(content, "id", content))
