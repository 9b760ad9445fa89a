"""An outline as MyST Markdown, for the site.

All data goes through `text` or `external`, so that it cannot open a link, a heading, a table cell
or an element of HTML.
"""

from __future__ import annotations

import re
from textwrap import indent
from urllib.parse import quote, urlsplit

from .._deferred import final
from .blocks import Cite, Fields, Items, Quote, Section, Table
from .phrases import capital, visible
from .sources import Sources

TYPE_CHECKING = not __name__
if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from .blocks import Block, Item, Line, Outline, Piece
    from .view import View

PUNCTUATION = re.compile(r"([!-/:-@\[-`{-~])")
URL_CHARACTERS = "!#$%&'()*+,-./:;=?@[]_~"
"""What an address keeps as it is; all else is percent-encoded."""
AROUND = {"words": "“%s”", "strong": "**%s**", "mark": "**%s**", "old": "[%s]", "new": "{%s}"}
DEEPEST = 4
"""The deepest level of a heading; below it, a section has a label in bold."""


def text(words: str) -> str:
    """Return `words` on one line, so that Markdown shows them and obeys none."""
    return PUNCTUATION.sub(r"\\\1", visible(words))


def code(words: str) -> str:
    """Return an id, or an expression made of ids, as a literal."""
    fence = "``" if "`" in words else "`"
    return f"{fence}{visible(words)}{fence}"


def external(url: str, words: str) -> str:
    """Return a link to the web, or only the words if the address is another."""
    if urlsplit(url).scheme not in {"http", "https"}:
        return f"{text(words)} ({text(url)})" if words != url else text(words)
    address = quote(url, safe=URL_CHARACTERS).replace("&", "&amp;")
    return f"[{text(words)}](<{address}>)"


def label(reference: str) -> str:
    """Return the label of the place that describes a record."""
    return "record-" + _named(reference.replace("#", "--").replace("@", "--at-"))


def _named(identifier: str) -> str:
    """Return an id as a name in Markdown; in a user's own folder it may have any letters."""
    return re.sub("[^a-z0-9-]+", "-", identifier)


def places(outline: Outline) -> set[str]:
    """Return the ids of the records that have a place on a page."""

    def of(blocks: Iterable[Block]) -> Iterable[str]:
        for block in blocks:
            if isinstance(block, Section):
                yield block.ref
                yield from of(block.blocks)

    return {outline.ref, *of(outline.blocks)} - {""}


def render(
    outline: Outline, name: str, known: Collection[str], view: View, after: Iterable[str] = ()
) -> str:
    """Return a page of Markdown; links lead to the `known` records, and `after` ends the page."""
    page = _Page(known, view)
    # The lists lead to these pages, so they need no place in the table of contents.
    found = ["---\norphan: true\n---", f"({name})=\n# {text(capital(outline.heading))}"]
    found += page.blocks(outline.blocks, 2)
    found += filter(None, after)
    notes = list(page.sources.entries())
    found += ["## Sources"] if notes else []
    for source, item in notes:
        more = "".join([f" {page.line(one)}" for one in item.blocks
                        if isinstance(one, tuple)])  # fmt: skip
        found.append(f"[^s-{_named(source.id)}]: {page.line(item.line)}{more}")
    return "\n\n".join(found) + "\n"


@final
class _Page:
    """A page that is being written, and the sources cited so far."""

    def __init__(self, known: Collection[str], view: View) -> None:
        self.known, self.sources = known, Sources(view)

    def line(self, pieces: Line) -> str:
        """Return a line as Markdown."""
        return "".join([
            self._mark(piece) if isinstance(piece, Cite) else self._piece(piece)
            for piece in pieces
        ])  # fmt: skip

    def _mark(self, piece: Cite) -> str:
        self.sources.mark(piece.citation)
        place = f" ({text(piece.citation.locator)})" if piece.citation.locator else ""
        return f"[^s-{_named(piece.citation.source.id)}]{place}"

    def _piece(self, piece: Piece) -> str:
        if piece.style == "web":
            return external(piece.target, shortened(piece.text))
        words = text(piece.text)
        if piece.style in {"id", "part"}:
            words = code(piece.target or piece.text)
        # A mark at the border of a word must not take in the space beside it.
        if piece.style in AROUND and words.strip():
            around = AROUND[piece.style] % words.strip()
            words = words.replace(words.strip(), around)
        return f"[{words}](#{label(piece.target)})" if piece.target in self.known else words

    def blocks(self, blocks: Iterable[Block], level: int) -> list[str]:
        """Return blocks of Markdown; a level of 0 stands for the inside of a list."""
        return [part for block in blocks for part in self._block(block, level) if part]

    def _block(self, block: Block, level: int) -> list[str]:
        if isinstance(block, Section):
            return self._section(block, level)
        if isinstance(block, tuple):
            return [self.line(block)]
        if isinstance(block, Quote):
            return [f"> {self.line(block.words)}\n>\n> — {self.line(block.below)}"]
        if isinstance(block, Items):
            mark = "1." if block.mark else "-"
            return ["\n".join([self._item(mark, item) for item in block.items])]
        if isinstance(block, Table):
            return [self.table(block)]
        return [self._fields(block)]

    def _section(self, block: Section, level: int) -> list[str]:
        title = self.line(block.title)
        # A heading with links would have them in the table of contents too.
        plain = text(capital("".join([p.text for p in block.title if not isinstance(p, Cite)])))
        mark = f"({label(block.ref)})=\n" if block.ref in self.known else ""
        is_heading = 0 < level <= DEEPEST
        head = f"{mark}{'#' * level} {plain}" if is_heading else f"{mark}**{title}**"
        return [head, *self.blocks(block.blocks, level + 1 if is_heading else 0)]

    def _item(self, mark: str, item: Item) -> str:
        inner = "\n\n".join([self.line(item.line), *self.blocks(item.blocks, 0)])
        return f"{mark} " + indent(inner, " " * (len(mark) + 1)).lstrip()

    def _fields(self, block: Fields) -> str:
        rows = [f":{text(capital(label))}: {self.line(content)}" for label, content in block.rows]
        return "\n".join(rows)

    def table(self, block: Table) -> str:
        """Return a table, without the columns in which every cell is empty."""
        body = [[self.line(cell) for cell in row] for row in block.rows]
        kept = [place for place in range(len(block.head)) if any(row[place] for row in body)]
        lines = [[text(head) for head in block.head], ["---"] * len(block.head), *body]
        return "\n".join([f"| {' | '.join([row[place] for place in kept])} |" for row in lines])


def shortened(url: str) -> str:
    """Return an address short enough to read."""
    words = url.partition("://")[2] or url
    return words if len(words) <= 60 else f"{words[:57]}..."
