"""Words as sources print them, and the readings of other sources."""

from __future__ import annotations

from .._deferred import field, final, frozen
from . import words
from .sources import Citation
from .value import SINCE_2, Value


@final
@frozen(eq=False, repr=False, kw_only=True)
class Reading(Value):
    """Other words in another source, as in a critical apparatus.

    The names are those of textual criticism (TEI: ``lem`` and ``rdg``).
    """

    lemma: str
    """The words of the wording that differ in the other source."""
    citation: Citation
    """The other source."""
    text: str | None = None
    """The words of the other source, or None if it has none in that place."""
    language: str | None = None
    """The language of `text` as a BCP 47 tag, if it is not that of the wording."""
    note: str | None = None


@final
@frozen(eq=False, repr=False, kw_only=True)
class Wording(Value):
    """Words in one language, as one source prints them.

    >>> import natopa_declarations as natopa
    >>> wording = natopa.load("2026.1").clause("490#long-term-strategy").wordings[0]
    >>> wording.fidelity.value, wording.readings[1].lemma, wording.readings[1].text
    ('translated', 'deterrent', 'containment')
    """

    text: str
    """The words, without the quotation marks around them."""
    language: str
    """A BCP 47 tag."""
    fidelity: words.Fidelity
    """How near they are to the original, and so whether they may be quoted."""
    citation: Citation
    """The source that prints them."""
    readings: tuple[Reading, ...] = ()
    """The readings of other sources, in the order of `text`."""
    confirmed_by: tuple[Citation, ...] = field(default=(), metadata=SINCE_2)
    """Other sources that print the same words."""
    inference: str | None = None
    """Our reasoning about whose words these are, if no source states it."""
