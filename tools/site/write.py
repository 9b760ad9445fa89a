"""All pages that are made from the data, and the writing of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from natopa_declarations._show.markdown import label, places, render

from . import command_line, timeline
from .lists import Site

if TYPE_CHECKING:
    from pathlib import Path

    from natopa_declarations import Corpus


def pages(corpus: Corpus) -> dict[str, str]:
    """Return every page as Markdown, by its name relative to the folder of the pages."""
    site = Site.of(corpus)
    lists, sources, records = site.lists(), site.sources(), site.pages()
    found = {
        **{f"list-{name}": (f"{name}.md", outline) for name, outline in lists.items()},
        **{label(f"sources-{name}"): (f"sources/{name}.md", outline)
           for name, outline in sources.items()},
        **{label(outline.ref): (f"{name}.md", outline) for name, outline in records.items()},
    }  # fmt: skip
    # A link leads to what has a place on some page, and all else is text.
    known = {ref for _, outline in found.values() for ref in places(outline)}
    known |= {f"sources-{name}" for name in sources}
    made = {
        file: render(outline, name, known, same(outline.ref, file, corpus))
        for name, (file, outline) in found.items()
    }
    made["timeline.md"] = timeline.page(corpus)
    return made | {"command-line.md": command_line.page()}


def same(ref: str, file: str, corpus: Corpus) -> str:
    """Return how to get what stands on a page in Python and on the command line."""
    name = file.removesuffix(".md").partition("/")[0].replace("other-claims", "claims")
    get = f'resolve("{ref}")' if ref else f"{name}()"
    if name == "assembly":
        get = "member_states()"
    command = f"show {ref}" if ref else "list member-states" if name == "assembly" else ""
    command = command or (f"list {name}" if name != "coverage" else "list gaps")
    return (
        "## The same in Python and on the command line\n\n```python\n"
        "import natopa_declarations as natopa\n\n"
        f'corpus = natopa.load("{corpus.release.version}")\nprint(corpus.{get})\n```\n\n'
        f"```console\n$ natopa {command}\n```"
    )


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
