"""The editions of a text, and the clauses in each."""

from __future__ import annotations

from .._deferred import final, frozen
from .._messages import check_text
from . import ids, words
from .clauses import Clause
from .dates import PartialDate
from .sources import Citation, Cited
from .wordings import Wording


@final
@frozen(eq=False, repr=False, kw_only=True)
class Presence(Cited):
    """Whether an edition has a clause, and who states it.

    `Edition.has` answers None if no source that was seen states it.
    """

    clause: ids.Ref
    """The id of the clause."""
    present: bool
    """True if the edition has it, False if a source states that it does not."""
    citations: tuple[Citation, ...]
    inference: str | None = None
    """Our reasoning, if no source states it."""


@final
@frozen(eq=False, repr=False, kw_only=True)
class Edition(Cited):
    """A stage in the life of a text: the draft, or the text as adopted.

    Its reference is the id of the text and the name of the stage: ``489@draft``.

    >>> import natopa_declarations as natopa
    >>> natopa.load("2026.1").resolve("489@draft").title
    'United with Ukraine - Until Victory'
    """

    name: words.EditionName
    citations: tuple[Citation, ...]
    title: str | None = None
    """The title of this edition in English."""
    date: PartialDate | None = None
    """When the responsible body discussed this edition."""
    code: str | None = None
    """The official document code of this edition."""
    titles: tuple[Wording, ...] = ()
    """The title of this edition in other languages."""
    presences: tuple[Presence, ...] = ()
    """The clauses that are known to be in this edition or not."""
    note: str | None = None

    def has(self, clause: Clause | str) -> bool | None:
        """Say whether this edition has `clause`, an object or its id.

        None means that no source that was seen states it.

        >>> import natopa_declarations as natopa
        >>> declaration = natopa.load("2026.1").declaration(489)
        >>> declaration.edition("draft").has("489#lift-restrictions")
        False
        >>> declaration.edition("draft").has("489#accelerate-deliveries") is None
        True
        """
        reference = clause.id if isinstance(clause, Clause) else clause
        check_text(reference, "a clause or its id")
        for presence in self.presences:
            if presence.clause == reference:
                return presence.present
        return None
