"""The blocks of the docs that follow from the newest release.

A block stands between two comments, `<!-- derived: NAME -->` and `<!-- end -->`; the words around
it are written by hand and count nothing.
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
"""What a report of coverage divides the texts into."""


def pages() -> list[Path]:
    """Return the pages that have a derived block."""
    written = [digests.ROOT / "README.md", *sorted((digests.ROOT / "docs").glob("**/*.md"))]
    made = digests.ROOT / "docs" / "record"
    return [
        page
        for page in written
        if made not in page.parents and BLOCK.search(page.read_text(encoding="utf-8"))
    ]


def page(text: str) -> str:
    """Return a page with each of its blocks as the newest release has it."""
    corpus = natopa.load(digests.DATA / digests.versions()[-1])

    def block(found: re.Match[str]) -> str:
        if found[2] not in BLOCKS:
            raise SystemExit(f"no derived block is called {found[2]!r}: {', '.join(BLOCKS)}")
        return f"{found[1]}{BLOCKS[found[2]](corpus)}{found[3]}"

    return BLOCK.sub(block, text)


def holdings(corpus: natopa.Corpus) -> str:
    """Say how many records the release has, and how much of the texts it holds."""
    report = corpus.coverage()
    whole, part, title, number = [len(getattr(report, name)) for name in HOLDINGS]
    told = (
        f"Release {corpus.release.version} has {len(corpus.sessions())} sessions and"
        f" {len(corpus.texts())} adopted texts, from {len(corpus.sources())} sources."
        f"  Of the texts, {whole or 'none'} {_is(whole)} held in full and {part or 'none'} in"
        f" part; of {title} it has the title, and of {number} only the number or a subject."
        "  `corpus.coverage()` names what is missing, one by one."
    )
    return "\n".join([*textwrap.wrap(told, WIDTH), ""])


def _is(number: int) -> str:
    return "is" if number < 2 else "are"


BLOCKS: dict[str, Callable[[natopa.Corpus], str]] = {
    "holdings": holdings,
    "doubtful": defects.doubtful,
    "audit": defects.audit,
    "quotations": defects.quotations,
}
"""What writes each block, by its name."""
