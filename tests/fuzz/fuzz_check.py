"""Any text is checked as an article, and each quotation stands in it where it is said to."""

from __future__ import annotations

import atheris

with atheris.instrument_imports(include=["natopa_declarations"]):
    import natopa_declarations as natopa

    CORPUS = natopa.load("2026.1")
    # What is imported late is imported here, or it would not be looked into.
    CORPUS.check('"They need it now."')

from tests.fuzz.harness import run, text


def test(content: bytes) -> None:
    """The places of the quotations are inside the article, with marks of any kind."""
    article = text(content)
    found = CORPUS.check(article)
    assert found.headline
    for quotation in found.quotations:
        assert quotation.outcome


if __name__ == "__main__":
    run(
        test,
        b'"They need our help," he said. "They need it now."',
        "«to strike legitimate targets in Russia»".encode(),
        b"<p>&ldquo;let Ukraine do what&hellip; it needs&rdquo;</p>",
    )
