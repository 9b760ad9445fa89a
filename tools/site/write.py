"""All pages that are made from the data, and the writing of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from natopa_declarations._show.markdown import label, places, render
from natopa_declarations._show.view import View
from tools import command_line_page

from .lists import Site
from .names import named

if TYPE_CHECKING:
    from pathlib import Path

    from natopa_declarations import Corpus

KINDS = {"assembly": "member-states", "coverage": "gaps", "other-claims": "claims",
         "timeline": "texts"}  # fmt: skip
"""What a list is made of, where its name does not say so."""


def pages(corpus: Corpus) -> dict[str, str]:
    """Return every page as Markdown, by its name relative to the folder of the pages."""
    site = Site.of(corpus)
    outlines = {**site.lists(), **site.pages()}
    # A link leads to what has a place on some page, and all else is text.
    known = {ref for outline in outlines.values() for ref in places(outline)}
    known |= {name.replace("/", "-") for name in outlines if name.startswith("sources/")}
    view, pages = View(corpus, named), {}
    for name, outline in outlines.items():
        mark = f"list-{name}" if "/" not in name else label(outline.ref or name.replace("/", "-"))
        page = render(outline, mark, known, view, same(outline.ref, name, corpus))
        if not outline.ref:
            # Every page has the navigation, so what a list adds to it is paid on each of them.
            page = page.replace("orphan: true", "orphan: true\ntocdepth: 1", 1)
        pages[f"{name}.md"] = page
    return pages | {"command-line.md": command_line_page.page()}


def same(ref: str, name: str, corpus: Corpus) -> str:
    """Return how to get what stands on a page in Python and on the command line."""
    kind = name.partition("/")[0]
    kind = KINDS.get(kind, kind)
    method = f'resolve("{ref}")' if ref else f"{kind.replace('-', '_')}()"
    return (
        "## The same in Python and on the command line\n\n```python\n"
        "import natopa_declarations as natopa\n\n"
        f'corpus = natopa.load("{corpus.release.version}")\nprint(corpus.{method})\n```\n\n'
        f"```console\n$ natopa {f'show {ref}' if ref else f'list {kind}'}\n```"
    )


def write(corpus: Corpus, folder: Path) -> None:
    """Write the pages into `folder`, and remove what is not a page of this corpus.

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
