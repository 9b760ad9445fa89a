"""An article, a transcript or a list: a verdict for each quotation in it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

import attrs

from .._messages import check_text
from ..model.articles import Check
from ..model.quotations import Outcome, Quotation
from . import located
from .indexed import Prepared
from .quote import Quote
from .quoted import inner, spans

_LINE = re.compile(
    r"^[^\S\n]*(?:[-*\u2022\u2013\u2014>]+[^\S\n]+|\d{1,3}[.)][^\S\n]+)?(?P<line>\S[^\n]*?)\s*$",
    re.MULTILINE,
)


def check(
    prepared: Prepared,
    text: str,
    *,
    each_line: bool = False,
    lead: Callable[[Quotation], Quotation] | None = None,
) -> Check:
    """Locate each quotation in `text`; the words around quotations are ignored.

    `lead` adds to an absent quotation what else resembles it.
    """
    check_text(text, "an article")
    found: dict[str, Quotation] = {}
    places: dict[str, list[tuple[int, int]]] = {}

    def verdict(start: int, end: int) -> Quotation:
        words = text[start:end]
        places.setdefault(words, []).append((start, end))
        if words not in found:
            quote = Quote.of(words, prepared.vocabulary)
            if quote.words:
                answer = located(prepared, quote, narrated=each_line)
            else:
                answer = Quotation(text=words, outcome=Outcome.TOO_SHORT)
            found[words] = lead(answer) if lead and answer.outcome is Outcome.ABSENT else answer
        return found[words]

    for start, end in _lines(text) if each_line else spans(text):
        outcome = verdict(start, end).outcome
        if outcome in {Outcome.NEAR, Outcome.ABSENT} and not each_line:
            # A quotation inside it may be found even if the speaker's own words are not.
            for first, last in inner(text, start, end):
                verdict(first, last)
    quotations = [attrs.evolve(one, places=tuple(places[words])) for words, one in found.items()]
    return Check(text=text, quotations=tuple(quotations))


def _lines(text: str) -> Iterator[tuple[int, int]]:
    """Yield the lines that are not blank, without their numbers or bullets."""
    for match in _LINE.finditer(text):
        start, end = match.span("line")
        quoted = spans(match["line"])
        if len(quoted) == 1 and not re.search(
            r"\w", match["line"][: quoted[0][0]] + match["line"][quoted[0][1] :]
        ):
            start, end = start + quoted[0][0], start + quoted[0][1]
        yield start, end
