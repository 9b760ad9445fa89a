"""Statements of persons about the texts."""

from __future__ import annotations

from .._deferred import final, frozen
from . import ids, words
from .agents import Person
from .dates import PartialDate
from .sources import Account
from .value import Value
from .wordings import Wording


@final
@frozen(eq=False, repr=False, kw_only=True)
class Statement(Value):
    """One utterance of one person.

    >>> import natopa_declarations as natopa
    >>> statement = natopa.load("2026.1").statement("szczerba-they-need-it-now")
    >>> statement.speaker.name, statement.capacity
    ('Michał Szczerba', 'President of the NATO Parliamentary Assembly')
    """

    id: ids.StatementId
    speaker: Person
    capacity: str
    """The capacity in which the person spoke, at that time."""
    medium: words.Medium
    """Where it was said."""
    summary: str
    """What was said, in one line of our words."""
    wordings: tuple[Wording, ...]
    """The words, as each source prints them; `Wording.fidelity` says whose words they are."""
    about: tuple[ids.Ref, ...]
    """The texts, clauses and decisions that it is about."""
    date: PartialDate | None = None
    """When it was said."""
    accounts: tuple[Account, ...] = ()
    """The reports of it that differ."""
    note: str | None = None
