"""Fold what is only looked up, so that a page of the record begins with its words."""

from __future__ import annotations

from docutils import nodes

FOLDED = {
    "Amendments",
    "Editions",
    "Relations",
    "Records with indirect evidence, or that rest on an inference",
    "Sources",
    "Title in other languages",
    "The same in Python and on the command line",
    "Votes",
}
"""The headings of the parts that are folded; a script opens the one that a link leads to."""


def fold(document: nodes.document) -> None:
    """Fold the parts of a page that have these headings, and put the footnotes into the last."""
    for section in list(document.findall(nodes.section)):
        title = section.next_node(nodes.title)
        if title is None or title.parent is not section or title.astext() not in FOLDED:
            continue
        if not isinstance(section.parent.parent, nodes.document):
            continue
        if title.astext() == "Sources":
            for note in list(document.findall(nodes.footnote)):
                note.parent.remove(note)
                section.append(note)
        at = section.index(title)
        section.insert(at + 1, _html("</summary>"))
        section.insert(at, _html('<details class="folded"><summary>'))
        section.append(_html("</details>"))


def _html(markup: str) -> nodes.raw:
    return nodes.raw("", markup, format="html")
