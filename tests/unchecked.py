"""The way of packaged records, which checks nothing, over the files of any release."""

from __future__ import annotations

from typing import TYPE_CHECKING

from natopa_declarations._codec.strict import decode
from natopa_declarations._corpus.shelf import RecordsByFolder, RecordsById, Shelf
from natopa_declarations._store import index
from natopa_declarations.model.ids import FileName

if TYPE_CHECKING:
    from collections.abc import Mapping

    from natopa_declarations.model.releases import Release


def unchecked(
    release: Release,
    files: Mapping[FileName, bytes],
    *,
    indexed: Mapping[FileName, bytes] | None = None,
) -> tuple[RecordsByFolder, RecordsById]:
    """Return the records of some files; the index is that of `indexed`, or else of the same."""
    made = index.build({str(name): content for name, content in (indexed or files).items()})
    shelf = Shelf(
        made, lambda name: files[FileName(name)], lambda: decode(release, files), "index"
    )
    return RecordsByFolder(shelf), RecordsById(shelf)
