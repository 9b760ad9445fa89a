"""An article that was checked, as HTML with a mark around each quotation."""

from __future__ import annotations

from html import escape

from .phrases import visible

TYPE_CHECKING = not __name__
if TYPE_CHECKING:
    from ..model.articles import Check

COLORS = {
    "exact": "#cdeccd", "reading": "#d5e6fb", "near": "#fdecb2", "too-short": "#e6e6e6",
    "absent": "#f9cfcf",
}  # fmt: skip


def html(check: Check) -> str:
    """Return the article as a fragment of HTML, with a mark around each quotation.

    A mark has the outcome as its class and the headline as its tooltip.
    """
    marks: list[tuple[int, int, str]] = []
    for one in check.quotations:
        style, title = f"background: {COLORS[one.outcome]}", escape(visible(one.headline))
        opened = f"<mark class='{one.outcome}' style='{style}' title='{title}'>"
        for start, end in one.places:
            # If two quotations start together, the longer one encloses the other.
            marks += [(start, len(check.text) - end + 1, opened), (end, 0, "</mark>")]
    pieces, reached = [f"<p>{escape(check.headline)}</p>\n<div style='white-space: pre-wrap'>"], 0
    for at, _, mark in sorted(marks):
        pieces += [escape(check.text[reached:at]), mark]
        reached = at
    return "".join([*pieces, escape(check.text[reached:]), "</div>\n"])
