"""The how-to page on data frames, whose examples need what is installed here."""

from __future__ import annotations

import re
from pathlib import Path

PAGE = Path(__file__).parent.parent.parent / "docs" / "how-to" / "data-frame.md"


def test_the_examples_run() -> None:
    """One question in pandas, polars and DuckDB, and all other examples, one after the other."""
    blocks = re.findall(
        r"^```python\n(.*?)^```$", PAGE.read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL
    )
    assert len(blocks) >= 7
    names: dict[str, object] = {}
    for block in blocks:
        exec(compile(block, str(PAGE), "exec"), names)  # noqa: S102 - our own page.
    assert names["by_pandas"] == names["by_polars"] == names["by_duckdb"]
