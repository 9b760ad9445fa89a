"""Any text is looked for as a quotation, and the places that are found are in the text."""

from __future__ import annotations

import atheris

with atheris.instrument_imports(include=["natopa_declarations"]):
    import natopa_declarations as natopa

    CORPUS = natopa.load("2026.1")
    # What is imported late is imported here, or it would not be looked into.
    CORPUS.locate("Ukraine must be given all that it needs")

from tests.fuzz.harness import run, text


def test(content: bytes) -> None:
    """Each passage leads to a record, and agrees with as many words as it has."""
    found = CORPUS.locate(text(content))
    for passage in found.passages:
        CORPUS.resolve(passage.ref)
        assert 0 <= passage.agreeing <= passage.words


if __name__ == "__main__":
    run(
        test,
        b"to strike legitimate targets in Russia",
        "Ukraine must be provided with ... all that it\u00a0needs".encode(),
        b"3.5 per cent (Article 5(1)), +5, -5, 10\xc2\xb2",
    )
