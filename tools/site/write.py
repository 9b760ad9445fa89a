"""All pages that are made from the data, and the writing of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from natopa_declarations._show.markdown import label, places, render
from tools import command_line_page

from . import downloads
from .lists import Site

if TYPE_CHECKING:
    from pathlib import Path

    from natopa_declarations import Corpus


def pages(corpus: Corpus) -> dict[str, str]:
    """Return every page as Markdown, by its name relative to the folder of the pages."""
    site, found = Site(corpus), {}
    outlines = {**site.lists(), **site.pages()}
    # A link leads to what has a place on some page, and all else is text.
    known = {ref for outline in outlines.values() for ref in places(outline)}
    known |= {name.replace("/", "-") for name in outlines if name.startswith("sources/")}
    for name, outline in outlines.items():
        mark = f"list-{name}" if "/" not in name else label(outline.ref or name.replace("/", "-"))
        after = (downloads.section(corpus, name), same(outline.ref, name, corpus))
        page = render(outline, mark, known, site.view, after)
        if not outline.ref:
            # Every page has the navigation, so what a list adds to it is paid on each of them.
            page = page.replace("orphan: true", "orphan: true\ntocdepth: 1", 1)
        found[f"{name}.md"] = page
    return found | {"command-line.md": command_line_page.page()}


def same(ref: str, name: str, corpus: Corpus) -> str:
    """Return how to get what stands on a page in Python and on the command line."""
    kind = "" if ref else downloads.tables(name.partition("/")[0])[0]
    method = f'resolve("{ref}")' if ref else f"{kind.replace('-', '_')}()"
    return (
        "## The same in Python and on the command line\n\n```python\n"
        "import natopa_declarations as natopa\n\n"
        f'corpus = natopa.load("{corpus.release.version}")\nprint(corpus.{method})\n```\n\n'
        f"```console\n$ natopa {f'show {ref}' if ref else f'list {kind}'}\n```"
    )


def write(corpus: Corpus, folder: Path) -> None:
    """Write the pages and the downloads into `folder`, and remove what is not of this corpus.

    A page that has not changed is left alone, so that Sphinx need not read it again.
    """
    files = {f"{downloads.FOLDER}/{name}": text for name, text in downloads.files(corpus).items()}
    wanted = {folder / name: text.encode() for name, text in (pages(corpus) | files).items()}
    for old in folder.rglob("*.*"):
        if old not in wanted:
            old.unlink()
    for path, content in wanted.items():
        if not path.exists() or path.read_bytes() != content:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)
