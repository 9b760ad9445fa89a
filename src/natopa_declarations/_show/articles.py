"""An article that was checked, as plain text of 80 columns and as HTML."""

from __future__ import annotations

import textwrap
from html import escape
from typing import TYPE_CHECKING

from ..errors import printable

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..model.articles import Check
    from ..model.quotations import Passage, Quotation

COLORS = {
    "exact": "#cdeccd", "reading": "#d5e6fb", "near": "#fdecb2", "too-short": "#e6e6e6",
    "absent": "#f9cfcf",
}  # fmt: skip
MARGIN = 78


def show(check: Check) -> str:
    """Return the counts, and a verdict for each quotation."""
    lines = [check.headline]
    for number, one in enumerate(check.quotations, 1):
        lines += ["", *_wrapped(f"{number}. {one.headline}", "", "   ")]
        lines += _wrapped(f"\u201c{' '.join(one.text.split())}\u201d", "   ", "   ")
        if len(one.places) > 1:
            lines.append(f"   quoted {len(one.places)} times")
        for line in _details(one):
            lines += _wrapped(line, "   - ", "     ")
    return "".join([f"{line}\n" for line in lines])


def _details(one: Quotation) -> Iterator[str]:
    """Yield what there is to say of a quotation beside its headline."""
    for passage in one.passages[:1]:
        yield f"{_whose(passage)}"
        for variant in passage.variants:
            if not variant.changes_sense:
                known = " and ".join([r.citation.source.publisher for r in variant.readings])
                yield f"{variant.sides}{f' a reading of {known}' if known else ''}"
        if passage.omitted:
            yield f"left out: {'; '.join(passage.omitted)}"
    if one.count > 1:
        yield f"in {one.count} places"
    for passage in one.parts:
        yield f"in part, \u201c{passage.exact}\u201d: {_whose(passage)}"
    for passage in one.paraphrases[:1]:
        yield f"compare {passage.ref}: {passage.whose}"
    for lead in one.leads:
        yield str(lead)
    if one.texts:
        yield f"searched by title only: {one.texts_by_title} of {one.texts} texts"
    if one.not_held:
        yield f"no wording is held in {one.not_held}"


def _whose(passage: Passage) -> str:
    cited = [citation.source for citation in passage.citations[:1]]
    source = f", read in {cited[0].publisher}" if cited else ""
    fidelity = f", {passage.fidelity}" if passage.fidelity else ""
    return f"{passage.ref}, {passage.whose}{fidelity}{source}"


def _wrapped(text: str, first: str, rest: str) -> list[str]:
    shown = "".join([c if c.isprintable() else " " for c in text])
    return textwrap.wrap(
        shown,
        MARGIN,
        initial_indent=first,
        subsequent_indent=rest,
        break_on_hyphens=False,
    )


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
