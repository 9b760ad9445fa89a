"""The check of an article: a verdict for each quotation in it."""

from __future__ import annotations

from .._deferred import final, frozen
from .quotations import Outcome, Quotation
from .value import Value

SETTLED = (Outcome.EXACT, Outcome.READING, Outcome.TOO_SHORT)
"""The outcomes that need no further checking."""


@final
@frozen(eq=False, repr=False, kw_only=True)
class Check(Value):
    """A text, and a verdict for each quotation in it, in the order of the text.

    >>> import natopa_declarations as natopa
    >>> corpus = natopa.load("2026.1")
    >>> check = corpus.check('The text says "as soon as possible", and not "next \
year, if at all".')
    >>> print(check)
    1 exact, 1 absent
    "as soon as possible": exact
    "next year, if at all": absent
    """

    text: str
    """The text that was checked."""
    quotations: tuple[Quotation, ...]
    """Every quotation in it; equal ones are one quotation with several places."""

    @property
    def counts(self) -> dict[Outcome, int]:
        """The number of quotations with each outcome that occurs."""
        found = [quotation.outcome for quotation in self.quotations]
        return {outcome: found.count(outcome) for outcome in Outcome if outcome in found}

    @property
    def headline(self) -> str:
        """The counts in one line: ``7 exact, 1 too-short``."""
        counts = [f"{count} {outcome}" for outcome, count in self.counts.items()]
        return ", ".join(counts) or "no quotations"

    def is_settled(self, *, allow_near: bool = False) -> bool:
        """Say whether each quotation is exact, a reading, too short, or near if allowed."""
        settled = {*SETTLED, Outcome.NEAR} if allow_near else {*SETTLED}
        return settled.issuperset(self.counts)

    def html(self) -> str:
        """Return the text as HTML, with the counts and a mark around each quotation."""
        from .._show.articles import html

        return html(self)

    def __str__(self) -> str:
        lines = [f'"{" ".join(one.text.split())}": {one.headline}' for one in self.quotations]
        return "\n".join([self.headline, *lines])
