"""A table as CSV (RFC 4180)."""

from __future__ import annotations

import csv
import io

from .columns import Cell, Contents

BETWEEN = ";"
"""The separator of list items: no id contains one."""


def write(table: Contents) -> str:
    """Return the table as CSV: a row of names, then a line for each row."""
    file = io.StringIO(newline="")
    writer = csv.writer(file, lineterminator="\n")
    writer.writerow([column.name for column in table.columns])
    columns = [
        [_PLAIN[column.type](cell) for cell in cells] if column.type in _PLAIN else cells
        for column, cells in zip(table.columns, table.cells, strict=True)
    ]
    writer.writerows(zip(*columns, strict=True))
    return file.getvalue()


def _listed(cell: Cell) -> str:
    return BETWEEN.join(cell) if isinstance(cell, tuple) else ""


def _yes_or_no(cell: Cell) -> str:
    return "" if cell is None else str(cell).lower()


_PLAIN = {"list of text": _listed, "boolean": _yes_or_no}
"""The functions that write cells for which `str` is wrong."""
