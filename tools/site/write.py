"""All pages that are made from the data, and the writing of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from . import claims, command_line, coverage, sessions, sources, texts, timeline

if TYPE_CHECKING:
    from pathlib import Path

    from natopa_declarations import Corpus

    from .page import Page


def pages(corpus: Corpus) -> dict[str, str]:
    """Return every page as Markdown, by its name relative to the folder of the pages."""
    found: dict[str, Page] = {
        "sessions.md": sessions.index(corpus),
        "texts.md": texts.index(corpus),
        "timeline.md": timeline.page(corpus),
        "claims.md": claims.founding(corpus),
        "other-claims.md": claims.others(corpus),
        "statements.md": claims.statements(corpus),
        "coverage.md": coverage.page(corpus),
        "sources.md": sources.index(corpus),
    }
    found |= {f"sources/{kind}.md": page for kind, page in sources.pages(corpus).items()}
    found |= {f"sessions/{s.id}.md": sessions.page(s, corpus) for s in corpus.sessions()}
    found |= {
        f"texts/{text.id}.md": texts.page(text, corpus)
        for text in corpus.texts()
        if texts.has_page(text, corpus)
    }
    made = {name: page.markdown() for name, page in found.items()}
    return made | {"command-line.md": command_line.page()}


def write(corpus: Corpus, folder: Path) -> None:
    """Write the pages into `folder`, and take away what is no page of this corpus.

    A page that has not changed is left alone, so that Sphinx need not read it again.
    """
    wanted = pages(corpus)
    for old in folder.rglob("*.md"):
        if old.relative_to(folder).as_posix() not in wanted:
            old.unlink()
    for name, content in wanted.items():
        path = folder / name
        if not path.exists() or path.read_text(encoding="utf-8") != content:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(content, encoding="utf-8")
