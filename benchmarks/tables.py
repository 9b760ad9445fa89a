"""Measure how long tables take, next to the same rows written by hand.

Run it:  python -m benchmarks.tables [CLAUSES]
"""

from __future__ import annotations

import csv
import io
import platform
import statistics
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

import pyarrow as pa
from benchmarks import generate
from benchmarks.scale import compare

import natopa_declarations as natopa
from natopa_declarations.export import arrow

if TYPE_CHECKING:
    from natopa_declarations import Corpus

CLAUSES = 20_000
ROUNDS = 11
CSV_LIMIT = 3.0
ARROW_LIMIT = 2.0


def rows_by_hand(corpus: Corpus) -> list[dict[str, object]]:
    """Return the rows of the table of clauses as a comprehension makes them."""
    return [
        {
            "id": clause.id,
            "text": text.id,
            "text_kind": type(text).__name__.lower(),
            "text_number": text.number,
            "session": text.session.id if text.session else None,
            "adopted": str(text.adopted) if text.adopted else None,
            "adopted_earliest": text.adopted.earliest if text.adopted else None,
            "adopted_latest": text.adopted.latest if text.adopted else None,
            "position": position,
            "label": clause.label,
            "role": clause.role.value,
            "opening": clause.opening,
            "summary": clause.summary,
            "addressees": [body.id for body in clause.addressees],
            "topics": [topic.id for topic in clause.topics],
            "countries": list(clause.countries),
            "cited_texts": list(clause.cited_texts),
            "seen": clause.seen.value if clause.seen else None,
            "wordings": len(clause.wordings),
            "amendment": clause.amendment.id if clause.amendment else None,
            "first_edition": clause.first_edition.value if clause.first_edition else None,
            "sources": list(dict.fromkeys([one.source.id for one in clause.citations])),
            "is_inferred": clause.inference is not None,
            "inference": clause.inference,
            "note": clause.note,
        }
        for text in corpus.texts()
        for position, clause in enumerate(text.clauses, 1)
    ]


def csv_by_hand(corpus: Corpus) -> str:
    """Return the same rows as the standard library writes them."""
    rows = rows_by_hand(corpus)
    file = io.StringIO(newline="")
    writer = csv.DictWriter(file, fieldnames=list(rows[0]), lineterminator="\n")
    writer.writeheader()
    for row in rows:
        for name, cell in row.items():
            if isinstance(cell, list):
                row[name] = ";".join(cell)
            elif isinstance(cell, bool):
                row[name] = "true" if cell else "false"
        writer.writerow(row)
    return file.getvalue()


def main() -> None:
    """Compare, and print the ratios beside their limits."""
    clauses = int(sys.argv[1]) if len(sys.argv) > 1 else CLAUSES
    with tempfile.TemporaryDirectory() as folder:
        generate.write(Path(folder), clauses)
        corpus = natopa.load(Path(folder))
    table = corpus.table("clauses")
    schema = arrow.write(table).schema
    # What is compared is the same to the last byte, or the ratio would mean nothing.
    assert csv_by_hand(corpus) == table.to_csv()  # noqa: S101
    listed = rows_by_hand(corpus)
    assert pa.Table.from_pylist(listed, schema=schema).equals(pa.table(table))  # noqa: S101
    found = compare(
        {
            "csv": lambda: corpus.table("clauses").to_csv(),
            "csv by hand": lambda: csv_by_hand(corpus),
            "arrow": lambda: pa.table(corpus.table("clauses")),
            "arrow by hand": lambda: pa.Table.from_pylist(rows_by_hand(corpus), schema=schema),
            "arrow of the table": lambda: pa.table(table),
            "arrow of the rows": lambda: pa.Table.from_pylist(listed, schema=schema),
        },
        ROUNDS,
    )
    print(f"{clauses:,} clauses; CPython {platform.python_version()}, pyarrow {pa.__version__}")
    for ours, theirs, most in (
        ("csv", "csv by hand", CSV_LIMIT),
        ("arrow", "arrow by hand", ARROW_LIMIT),
        ("arrow of the table", "arrow of the rows", ARROW_LIMIT),
    ):
        pairs = zip(found[ours], found[theirs], strict=True)
        ratio = statistics.median([mine / yours for mine, yours in pairs])
        met = "met" if ratio <= most else "not met"
        print(
            f"{ours}: {statistics.median(found[ours]) * 1000:.0f} ms,"
            f" x {theirs}: {ratio:.2f} (at most {most:g}: {met})"
        )


if __name__ == "__main__":
    main()
