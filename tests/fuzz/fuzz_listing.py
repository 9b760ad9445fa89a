"""Any bytes are a listing of digests, or are refused."""

from __future__ import annotations

import atheris

with atheris.instrument_imports(include=["natopa_declarations"]):
    from natopa_declarations._store.digests import read_listing, write_listing

from tests.fuzz.harness import run

LINE = b"0" * 64 + b"  topics.json\n"


def test(content: bytes) -> None:
    """What is read is written again as the same listing."""
    found = read_listing("fuzz.sha256", content)
    assert read_listing("fuzz.sha256", write_listing(found)) == found


if __name__ == "__main__":
    run(test, LINE, LINE.upper().replace(b"  ", b" *").replace(b"\n", b"\r\n"), b"")
