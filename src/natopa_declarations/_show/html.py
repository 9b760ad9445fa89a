"""An outline as HTML, for a notebook.

What `element` returns is markup; every other string is text, and is escaped.  So nothing in a
record can become a tag, even in a folder that a stranger wrote.
"""

from __future__ import annotations

from html import escape

from .._deferred import final
from .blocks import Cite, Fields, Items, Quote, Section
from .phrases import capital, visible
from .sources import Sources

TYPE_CHECKING = not __name__
if TYPE_CHECKING:
    from collections.abc import Iterable

    from .blocks import Block, Line, Outline, Piece

STYLES = {
    "a": "color: inherit; text-decoration: underline 1px; text-underline-offset: .15em",
    "article": "max-width: 60em; line-height: 1.5; overflow-wrap: break-word; text-align: left",
    "blockquote": "margin: .4em 0; padding: 0 .8em; border-left: 3px solid currentColor",
    "dd": "margin: 0; padding: 0; width: auto; min-width: 0",
    "del": "background: rgba(220, 60, 60, .2)",
    "dl": "display: grid; grid-template-columns: max-content 1fr; gap: .1em 1em; margin: .5em 0",
    "dt": "margin: 0; padding: 0; width: auto; font-weight: normal; opacity: .8",
    "ins": "background: rgba(40, 160, 70, .2)",
    "li": "margin: .2em 0",
    "mark": "background: rgba(255, 200, 0, .4); color: inherit",
    "ol": "margin: .3em 0; padding-left: 2.5em",
    "p": "margin: .3em 0",
    "table": "border-collapse: collapse; margin: .5em 0",
    "td": "text-align: left; vertical-align: top; padding: .2em .5em",
    "th": "text-align: left; vertical-align: top; padding: .2em .5em",
    "ul": "margin: .3em 0; padding-left: 1.5em",
}
"""What the style sheets of notebooks get wrong; every colour is translucent."""
BELOW = "margin: 0 0 .5em 1em; opacity: .85"
TAGS = {"strong": "strong", "mark": "mark", "old": "del", "new": "ins", "id": "code"}
"""The element of each style that needs no attributes."""


@final
class Html(str):
    """Markup; adding text to it gives plain text."""

    __slots__ = ()


def element(tag: str, *content: str | None, **attributes: str | None) -> Html:
    """Return an element; what is None in it or of it is left out."""
    named = {"style": STYLES.get(tag), **attributes}
    opened = [f' {name}="{escape(visible(value))}"' for name, value in named.items() if value]
    return Html(f"<{tag}{''.join(opened)}>{joined(content)}</{tag}>")


def joined(content: Iterable[str | None]) -> Html:
    """Return the parts as one; text is escaped, and None is skipped."""
    return Html("".join([p if isinstance(p, Html) else escape(visible(p)) for p in content if p]))


def address(url: str) -> str | None:
    """Return `url` if it leads to the web, and None if it might run something."""
    return url if url.lower().startswith(("https://", "http://")) else None


def render(outline: Outline) -> str:
    """Return an outline as HTML that needs no other files, with the sources last."""
    page = _Page()
    title = element("h3", capital(outline.heading), style="margin: .5em 0")
    found = page.blocks(outline.blocks, 4)
    return str(element("article", title, found, page.blocks(page.sources.section(), 4)))


@final
class _Page:
    """A page that is being written, and the sources cited so far."""

    def __init__(self) -> None:
        self.sources = Sources()

    def line(self, pieces: Line) -> Html:
        """Return a line as markup."""
        return joined([
            self._mark(piece) if isinstance(piece, Cite) else self._piece(piece)
            for piece in pieces
        ])  # fmt: skip

    def _mark(self, piece: Cite) -> Html:
        """Return the number of a source, which leads to the source, and the place in it."""
        return _link(f"[{self.sources.mark(piece.citation)}]", piece.citation.source.url)

    def _piece(self, piece: Piece) -> Html:
        if piece.language or piece.style == "words":
            words = element("span", piece.text, lang=piece.language or None, dir="auto")
            return joined(["“", words, "”"]) if piece.style == "words" else words
        if piece.style == "web":
            return _link(piece.text, piece.target)
        if piece.style == "record" and piece.target != piece.text:
            return joined([piece.text, " ", element("code", piece.target)])
        if piece.style == "part":
            return element("code", piece.target)
        tag = TAGS.get(piece.style)
        return element(tag, piece.text) if tag else joined([piece.text])

    def blocks(self, blocks: Iterable[Block], level: int) -> Html:
        """Return blocks, one after the other."""
        return joined([self._block(block, level) for block in blocks])

    def _block(self, block: Block, level: int) -> Html:
        if isinstance(block, Section):
            below = "; border-bottom: 1px solid currentColor" if level == 4 else ""
            style = f"margin: 1em 0 .3em; font-size: 1em{below}"
            title = element(f"h{min(level, 6)}", self.line(block.title), style=style)
            return element("section", title, self.blocks(block.blocks, level + 1))
        if isinstance(block, tuple):
            return element("p", self.line(block))
        if isinstance(block, Quote):
            words = element("blockquote", self.line(block.words), cite=address(block.url))
            return joined([words, element("p", self.line(block.below), style=BELOW)])
        if isinstance(block, Items):
            listed = [element("li", self.line(item.line), self.blocks(item.blocks, level + 1))
                      for item in block.items]  # fmt: skip
            return element("ol" if block.mark else "ul", *listed)
        if isinstance(block, Fields):
            cells = [(element("dt", capital(label)), element("dd", self.line(content)))
                     for label, content in block.rows]  # fmt: skip
            return element("dl", *[cell for row in cells for cell in row])
        top = element("tr", *[element("th", label, scope="col") for label in block.head])
        rows = [element("tr", element("th", self.line(first), scope="row", style=PLAIN),
                        *[element("td", self.line(cell)) for cell in rest])
                for first, *rest in block.rows]  # fmt: skip
        whole = element("table", element("thead", top), element("tbody", *rows))
        return element("div", whole, style="overflow-x: auto")


PLAIN = f"{STYLES['th']}; font-weight: normal"


def _link(text: str, url: str) -> Html:
    """Return a link to the web, or only the text for an address of another kind."""
    if address(url) is None:
        return joined([text])
    return element("a", text, href=url, rel="noopener", target="_blank")
