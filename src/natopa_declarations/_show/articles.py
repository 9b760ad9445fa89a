"""An article that was checked, as HTML with a mark around each quotation."""

from __future__ import annotations

from html import escape

from .._messages import printable

TYPE_CHECKING = not __name__
if TYPE_CHECKING:
    from ..model.articles import Check
    from ..model.quotations import Quotation

COLORS = {
    "exact": "#cdeccd", "reading": "#d5e6fb", "near": "#fdecb2", "too-short": "#e6e6e6",
    "absent": "#f9cfcf",
}  # fmt: skip


def html(check: Check) -> str:
    """Return the article as a fragment of HTML, with a mark around each quotation.

    A mark has the outcome as its class, and the headline for those who point at it.
    """
    starts: dict[int, list[tuple[int, Quotation]]] = {}
    for one in check.quotations:
        for start, end in one.places:
            starts.setdefault(start, []).append((end, one))
    cuts = sorted({0, len(check.text), *[at for one in check.quotations
                                         for place in one.places for at in place]})  # fmt: skip
    open_until: list[int] = []
    pieces = [f"<p>{escape(check.headline)}</p>\n<div style='white-space: pre-wrap'>"]
    for start, end in zip(cuts, [*cuts[1:], len(check.text)], strict=True):
        while open_until and open_until[-1] <= start:
            pieces.append("</mark>")
            open_until.pop()
        for last, one in sorted(starts.get(start, ()), key=lambda pair: -pair[0]):
            pieces.append(_mark(one))
            open_until.append(last)
        pieces.append(escape(check.text[start:end]))
    pieces.append("</mark>" * len(open_until) + "</div>\n")
    return "".join(pieces)


def _mark(one: Quotation) -> str:
    title = escape(printable_line(one.headline))
    color = COLORS[one.outcome]
    return f"<mark class='{one.outcome}' style='background: {color}' title='{title}'>"


def printable_line(text: str) -> str:
    """Return `text` with a space for what cannot be shown in one line."""
    return "".join([c if printable(c) == c else " " for c in text])
