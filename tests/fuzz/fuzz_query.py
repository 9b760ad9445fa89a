"""Any text is a query of the search, or is refused with the place where it breaks."""

from __future__ import annotations

import atheris

with atheris.instrument_imports(include=["natopa_declarations"]):
    import natopa_declarations as natopa
    from natopa_declarations import errors

    CORPUS = natopa.load("2026.1")
    # What is imported late is imported here, or it would not be looked into.
    CORPUS.search("ukraine")
    CORPUS.find("szczerba")
    CORPUS.references("Resolution 498")

from tests.fuzz.harness import run, text


def test(content: bytes) -> None:
    """The search and the lookups by name answer."""
    words = text(content)
    try:
        for hit in CORPUS.search(words, limit=3):
            CORPUS.resolve(hit.ref)
    except errors.InvalidQueryError as error:
        assert 0 <= error.position <= len(words)
    CORPUS.references(words)
    CORPUS.find(words)


if __name__ == "__main__":
    run(test, b"air defence", b'"air defence" OR (sanction* NOT russia)', b"Declaration 489", b"")
