"""The blocks of the docs that are derived from the newest release.

A block is between two comments, `<!-- derived: NAME -->` and `<!-- end -->`; the text around it is
written by hand and contains no figures.
"""

from __future__ import annotations

import re
import textwrap
from collections.abc import Callable
from pathlib import Path

import natopa_declarations as natopa

from . import defects, digests

BLOCK = re.compile(r"(<!-- derived: ([\w-]+) -->\n).*?(<!-- end -->)", re.DOTALL)
WIDTH = 99
HOLDINGS = ("held", "partial", "title_only", "number_only")
"""The groups of texts in a report of coverage."""


def pages() -> list[Path]:
    """Return the pages with a derived block."""
    written = [digests.ROOT / "README.md", *sorted((digests.ROOT / "docs").glob("**/*.md"))]
    generated = digests.ROOT / "docs" / "record"
    return [
        page
        for page in written
        if generated not in page.parents and BLOCK.search(page.read_text(encoding="utf-8"))
    ]


def page(text: str) -> str:
    """Return a page with its blocks derived from the newest release."""
    corpus = natopa.load(digests.DATA / digests.versions()[-1])

    def block(found: re.Match[str]) -> str:
        if found[2] not in BLOCKS:
            raise SystemExit(f"no derived block is called {found[2]!r}: {', '.join(BLOCKS)}")
        return f"{found[1]}{BLOCKS[found[2]](corpus)}{found[3]}"

    return BLOCK.sub(block, text)


def holdings(corpus: natopa.Corpus) -> str:
    """Return how many records the release has, and how much of the texts."""
    report = corpus.coverage()
    whole, part, title, number = [len(getattr(report, name)) for name in HOLDINGS]
    sentences = (
        f"Release {corpus.release.version} has {len(corpus.sessions())} sessions and"
        f" {len(corpus.texts())} adopted texts, from {len(corpus.sources())} sources."
        f"  Of the texts, {whole or 'none'} {_is(whole)} held in full and {part or 'none'} in"
        f" part; of {title} it has the title, and of {number} only the number or a subject."
        "  `corpus.coverage()` names what is missing, one by one."
    )
    return "\n".join([*textwrap.wrap(sentences, WIDTH), ""])


def _is(number: int) -> str:
    return "is" if number < 2 else "are"


BLOCKS: dict[str, Callable[[natopa.Corpus], str]] = {
    "holdings": holdings,
    "doubtful": defects.doubtful,
    "audit": defects.audit,
    "quotations": defects.quotations,
}
"""The function that writes each block, by its name."""
