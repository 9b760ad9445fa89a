"""What changed between two releases: the kind of change of each record, and the reasons."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from ..model.differences import Difference, DifferenceKind, Item, RecordChange
from ..model.ids import SourceId, record_of
from ..model.releases import Change
from ..model.sources import Source
from ..model.words import ChangeKind


def kind_of_change(differences: Iterable[Difference]) -> ChangeKind:
    """Return the kind of change that these differences of one record are."""
    differences = tuple(differences)
    whole = {found.kind for found in differences if len(found.at) == 2}
    if DifferenceKind.ADDED in whole:
        return ChangeKind.ADDED
    if DifferenceKind.REMOVED in whole:
        return ChangeKind.RETIRED
    # The coverage of a text describes our record, and grows with it.
    said = [found for found in differences if found.at[-1] != "coverage"]
    extended = all(found.kind == DifferenceKind.ADDED for found in said)
    return ChangeKind.EXTENDED if extended else ChangeKind.CORRECTED


def changes(
    differences: Iterable[Difference],
    listed: Iterable[Change],
    source: Callable[[SourceId], Source | None],
) -> Iterator[RecordChange]:
    """Yield the change of each record that differs, with the reasons that the releases state.

    `listed` has the changes that the releases list, oldest first; `source` looks up a source.
    """
    records: dict[tuple[str, str], list[Difference]] = {}
    for found in differences:
        if len(found.at) > 1 and isinstance(found.at[1], Item):
            records.setdefault((str(found.at[0]), found.at[1].name), []).append(found)
    known = {record for _, record in records}
    reasons: dict[str, list[Change]] = {}
    for change in listed:
        # A change of a part is a change of its record.
        record = str(change.record)
        owner = record if record in known else record_of(record)
        reasons.setdefault(owner, []).append(change)
    for (_, record), inner in records.items():
        said = reasons.get(record, [])
        ids = dict.fromkeys([source for change in said for source in change.sources])
        yield RecordChange(
            record=record,
            kind=kind_of_change(inner),
            said=tuple(said),
            sources=tuple([one for one in map(source, ids) if one is not None]),
            differences=tuple(inner),
        )
