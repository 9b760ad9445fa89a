"""The tables in the data frames and databases that take them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import duckdb
import pandas as pd
import polars as pl
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

import natopa_declarations as natopa
from natopa_declarations.__main__ import main
from natopa_declarations.export.tables import TABLES

if TYPE_CHECKING:
    from pathlib import Path

    from natopa_declarations import Corpus

KINDS = tuple(TABLES)
TYPES = {
    "text": pa.string(),
    "integer": pa.int64(),
    "boolean": pa.bool_(),
    "date": pa.date32(),
    "list of text": pa.list_(pa.string()),
}
IN_PANDAS = {"text": "str", "integer": "Int64", "boolean": "boolean"}


@pytest.mark.parametrize("kind", KINDS)
def test_every_table_keeps_its_rows_and_types(kind: str, corpus: Corpus) -> None:
    """Arrow, polars and DuckDB have what `to_dict` has, with the types that the schema fixes."""
    table = corpus.table(kind)
    plain = table.to_dict()
    arrow = pa.table(table)
    assert arrow.to_pydict() == plain
    assert {field.name: field.type for field in arrow.schema} == {
        column.name: TYPES[column.type] for column in table.columns
    }
    assert arrow.schema.metadata[b"natopa:release"].decode() == corpus.release.version
    assert pl.DataFrame(table).to_dict(as_series=False) == plain
    held = table  # DuckDB finds it by its name.
    assert duckdb.sql("select count(*) from held").fetchall() == [(len(held),)]


@pytest.mark.parametrize("kind", KINDS)
def test_pandas_keeps_numbers_with_blanks_whole(kind: str, corpus: Corpus) -> None:
    """A blank makes no number a decimal and no truth an object: the schema names pandas' types."""
    table = corpus.table(kind)
    frame = pd.DataFrame.from_arrow(table)
    assert len(frame) == len(table)
    for column in table.columns:
        if column.type in IN_PANDAS:
            assert str(frame[column.name].dtype) == IN_PANDAS[column.type], column.name
    again = pd.DataFrame(table.to_dict())
    assert list(again.iloc[:, 0]) == list(frame.iloc[:, 0])


def test_without_the_metadata_pandas_would_make_decimals() -> None:
    """The check of the types of pandas can fail: without our metadata it does."""
    arrow = pa.table(natopa.load("2026.2").table("texts"))
    assert str(arrow.replace_schema_metadata(None).to_pandas()["number"].dtype) == "float64"
    assert str(arrow.to_pandas()["number"].dtype) == "Int64"


@pytest.mark.parametrize("kind", KINDS)
def test_parquet_reads_back(kind: str, corpus: Corpus, tmp_path: Path) -> None:
    """A file holds the same table, and the same table gives the same bytes."""
    table = corpus.table(kind)
    first, second = tmp_path / "first.parquet", tmp_path / "second.parquet"
    table.to_parquet(first)
    corpus.table(kind).to_parquet(str(second))
    assert first.read_bytes() == second.read_bytes()
    read, made = pq.read_table(first), pa.table(table)
    assert read.equals(made)
    assert read.schema.metadata == made.schema.metadata
    assert read.field(0).metadata[b"description"].decode() == table.columns[0].description


def test_a_consumer_may_ask_for_another_schema() -> None:
    """The Arrow PyCapsule interface lets a consumer ask for types, and pyarrow casts to them."""
    table = natopa.load("2026.1").table("topics")
    wanted = pa.schema([(column.name, TYPES[column.type]) for column in table.columns])
    stream = pa.RecordBatchReader._import_from_c_capsule(
        table.__arrow_c_stream__(wanted.__arrow_c_schema__())
    )
    assert stream.read_all().num_rows == len(table)


def test_the_command_writes_parquet(tmp_path: Path) -> None:
    """``natopa export KIND --parquet FILE`` writes what the method writes."""
    first, second = tmp_path / "first.parquet", tmp_path / "second.parquet"
    assert main(["export", "texts", "--parquet", str(first)]) == 0
    natopa.load().table("texts").to_parquet(second)
    assert first.read_bytes() == second.read_bytes()
