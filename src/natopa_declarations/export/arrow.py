"""A table as an Apache Arrow table, which data frames accept."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from ..errors import MissingExtraError
from .columns import Contents

if TYPE_CHECKING:
    import pyarrow as pa

PANDAS = {"integer": "Int64", "boolean": "boolean"}
"""The types of pandas that keep blanks; with others, integers become decimals."""
PANDAS_NAMES = {
    "text": "unicode",
    "integer": "int64",
    "boolean": "bool",
    "date": "date",
    "list of text": "list[unicode]",
}
"""The names of our column types in the metadata of pandas."""


def write(table: Contents) -> pa.Table:
    """Return the table as a `pyarrow.Table`; raise `MissingExtraError` without pyarrow.

    The metadata of its schema names the table and the release, and has the type of each column
    in pandas; that of each field has its description.
    """
    try:
        import pyarrow as pa
    except ImportError as error:
        raise MissingExtraError("pyarrow", "arrow") from error
    types = {
        "text": pa.string(),
        "integer": pa.int64(),
        "boolean": pa.bool_(),
        "date": pa.date32(),
        "list of text": pa.list_(pa.string()),
    }
    fields = [
        pa.field(column.name, types[column.type], metadata={"description": column.description})
        for column in table.columns
    ]
    metadata = {
        "natopa:table": table.kind,
        "natopa:release": table.release,
        "pandas": json.dumps(_pandas(table)),
    }
    arrays = [
        pa.array(cells, types[column.type])
        for column, cells in zip(table.columns, table.cells, strict=True)
    ]
    return pa.Table.from_arrays(arrays, schema=pa.schema(fields, metadata=metadata))


def _pandas(table: Contents) -> dict[str, object]:
    """Return the metadata for pandas, as its developer documentation defines it."""
    columns = [
        {
            "name": column.name,
            "field_name": column.name,
            "pandas_type": PANDAS_NAMES[column.type],
            "numpy_type": PANDAS.get(column.type, "object"),
            "metadata": None,
        }
        for column in table.columns
    ]
    return {"index_columns": [], "column_indexes": [], "columns": columns}
