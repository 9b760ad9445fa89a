"""The stages of a text, and which clauses each of them has."""

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
    """Whether an edition has a clause, and who says so.

    What no source seen says has no presence; `Edition.has` answers None then.
    """

    clause: ids.Ref
    """The id of the clause."""
    present: bool
    """True where the edition has it, False where a source says that it has not."""
    citations: tuple[Citation, ...]
    inference: str | None = None
    """Our reasoning, where no source states it."""


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
    """When this edition was before the body that dealt with it."""
    code: str | None = None
    """The official document code of this edition alone."""
    titles: tuple[Wording, ...] = ()
    """The title of this edition in other languages."""
    presences: tuple[Presence, ...] = ()
    """What is known of clauses being in this edition or not."""
    note: str | None = None

    def has(self, clause: Clause | str) -> bool | None:
        """Say whether this edition has `clause`, given as the object or its id.

        None means that no source seen says so.

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
