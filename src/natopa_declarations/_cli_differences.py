"""Differences as JSON, for ``natopa diff --json``."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from ._codec.writing import encode
from .model.dates import PartialDate
from .model.value import Value

if TYPE_CHECKING:
    from .model.differences import Diff


def as_json(diff: Diff) -> str:
    """Return differences as JSON, their contents as in the files of a release."""

    def written(content: Value | str | int | None, *, by_id: bool) -> object:
        if isinstance(content, PartialDate) or (by_id and isinstance(content, Value)):
            return str(getattr(content, "id", content))
        return json.loads(encode(content)) if isinstance(content, Value) else content

    differences = [
        {
            "path": found.path,
            "kind": found.kind,
            "old": written(found.old, by_id=found.by_id),
            "new": written(found.new, by_id=found.by_id),
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
    document = {"old": diff.old, "new": diff.new, "changes": changes, "differences": differences}
    return json.dumps(document, ensure_ascii=False, indent=2) + "\n"
