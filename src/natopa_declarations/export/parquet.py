"""A table as a Parquet file, for databases and other tools that read columns."""

from __future__ import annotations

from . import arrow
from .columns import Contents


def write(table: Contents) -> bytes:
    """Return the table as a Parquet file; raise `MissingExtraError` without pyarrow."""
    written = arrow.write(table)
    import pyarrow as pa
    import pyarrow.parquet as pq

    stream = pa.BufferOutputStream()
    pq.write_table(written, stream, compression="zstd")
    found: bytes = stream.getvalue().to_pybytes()
    return found
