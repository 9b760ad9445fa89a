"""HTML in which a text cannot become a tag.

What `element` returns is markup; every other string is text, and is escaped wherever it
is put.  So nothing in a record can become a tag, whoever wrote the folder that it is from.
"""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING, final

from .phrases import UNKNOWN, day, in_words

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ..model.sources import Citation, Source

STYLES = {
    "article": "max-width: 60em; line-height: 1.5; overflow-wrap: break-word",
    "blockquote": "margin: .3em 0; padding: 0 .8em; border-left: 3px solid currentColor",
    "caption": "text-align: left; caption-side: top",
    "dd": "margin: 0; padding: 0; width: auto; min-width: 0",
    "dl": "display: grid; grid-template-columns: max-content 1fr; gap: .1em 1em; margin: .5em 0",
    "dt": "margin: 0; padding: 0; width: auto; font-weight: normal; opacity: .8",
    "h3": "margin: .5em 0",
    "h4": "margin: 1em 0 .3em; border-bottom: 1px solid currentColor",
    "li": "margin: .2em 0",
    "ol": "margin: .3em 0; padding-left: 2.5em",
    "p": "margin: .3em 0",
    "table": "border-collapse: collapse; margin: .5em 0",
    "td": "text-align: left; vertical-align: top; padding: .2em .5em; white-space: nowrap",
    "th": "text-align: left; vertical-align: top; padding: .2em .5em",
    "ul": "margin: .3em 0; padding-left: 1.5em",
}
"""Only what the style sheets of notebooks get wrong; no colour, so that dark pages work too."""
DIRECTIONS = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
"""The marks that turn the direction of writing, also of what follows them."""


@final
class Html(str):
    """Text that is markup already; adding to it makes a plain text of it again."""

    __slots__ = ()


def element(tag: str, *content: str | None, **attributes: str | None) -> Html:
    """Return an element; what is None in it or of it is left out."""
    named = {"style": STYLES.get(tag), **attributes}
    opened = [f' {name}="{escape(value)}"' for name, value in named.items() if value]
    return Html(f"<{tag}{''.join(opened)}>{joined(content)}</{tag}>")


def joined(content: Iterable[str | None], separator: str = "") -> Html:
    """Return what is neither None nor empty, each part escaped unless it is markup."""
    return Html(escape(separator).join([_escaped(part) for part in content if part]))


def _escaped(part: str) -> Html:
    if isinstance(part, Html):
        return part
    if DIRECTIONS.isdisjoint(part):
        return Html(escape(part))
    return Html(f"<bdi>{escape(part)}</bdi>")


def address(url: str) -> str | None:
    """Return `url` where it leads to the web, and None where it might run something."""
    return url if url.lower().startswith(("https://", "http://")) else None


def link(text: str, url: str) -> Html:
    """Return a link to the web; with an address of any other kind the text stands alone."""
    if address(url) is None:
        return joined([text])
    return element("a", text, href=url, rel="noopener", target="_blank")


def code(*references: str) -> Html:
    """Return ids and references, with commas between them."""
    return joined([element("code", reference) for reference in references], ", ")


def fields(*rows: tuple[str, str | None]) -> Html:
    """Return labels and what stands beside them, without the rows that have nothing."""
    cells = [(element("dt", label), element("dd", text)) for label, text in rows if text]
    return element("dl", *[cell for row in cells for cell in row])


def table(caption: str, head: Iterable[str], rows: Iterable[Iterable[str]]) -> Html:
    """Return a table, the first cell of each row being its heading."""
    plain = f"{STYLES['th']}; min-width: 12em; font-weight: normal"
    body: list[Html] = []
    for first, *others in rows:
        heading = element("th", first, scope="row", style=plain)
        body.append(element("tr", heading, *[element("td", cell) for cell in others]))
    top = element("tr", *[element("th", label, scope="col") for label in head])
    whole = [element("caption", caption), element("thead", top), element("tbody", *body)]
    return element("div", element("table", *whole), style="overflow-x: auto")


def section(title: str, *content: str | None) -> Html | None:
    """Return a part with a heading, or None where there is nothing in it."""
    return element("section", element("h4", title), *content) if any(content) else None


def listed(items: Iterable[str]) -> Html | None:
    """Return a list, or None where there is nothing to list."""
    found = [element("li", item) for item in items]
    return element("ul", *found) if found else None


def remarks(note: str | None, inference: str | None = None) -> Html:
    """Return a note, and our reasoning, which is marked as such."""
    marked = element("p", element("strong", "Inference: "), inference) if inference else None
    return joined([marked, element("p", "Note: ", note) if note else None])


@final
class Page:
    """One record on a page, and the sources cited so far."""

    def __init__(self) -> None:
        self._cited: dict[str, tuple[int, Source, list[str]]] = {}

    def article(self, title: str, *content: str | None) -> str:
        """Return the whole page as a plain string, the sources at its end."""
        cited = [self._source(source, places) for _, source, places in self._cited.values()]
        sources = section("Sources", element("ol", *cited) if cited else None)
        return str(element("article", element("h3", title), *content, sources, lang="en"))

    def cite(self, citations: Iterable[Citation]) -> Html:
        """Return the numbers of the sources, such as ``[1, paragraph 4] [2]``, as links."""
        return joined([self._number(citation) for citation in citations], " ")

    def _number(self, citation: Citation) -> Html:
        source, locator, note = citation.source, citation.locator, citation.note
        number, _, places = self._cited.setdefault(source.id, (len(self._cited) + 1, source, []))
        place = ": ".join([part for part in (locator, note) if part])
        if note and place not in places:
            places.append(place)
        return link(f"[{number}, {locator}]" if locator else f"[{number}]", source.url)

    @staticmethod
    def _source(source: Source, places: Iterable[str]) -> Html:
        kind = joined([in_words(source.kind), source.language], ", ")
        parts = [
            joined([source.publisher, " (", kind, ")"]),
            element("cite", source.title, lang=source.language) if source.title else None,
            day(source.published) if source.published else f"date {UNKNOWN}",
            source.code,
            link(source.url, source.url),
            code(source.id),
        ]
        notes = [element("div", element("small", text)) for text in (*places, source.note) if text]
        return element("li", joined(parts, ", "), *notes)
