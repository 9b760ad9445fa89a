"""The clauses of a text, and the amendments that inserted them."""

from __future__ import annotations

from .._deferred import field, final, frozen
from . import ids, words
from .agents import Body, Person, Topic
from .sources import Citation, Cited
from .value import SINCE_2
from .wordings import Wording


@final
@frozen(eq=False, repr=False, kw_only=True)
class Support(Cited):
    """Who supported an amendment, according to a source."""

    body: Body
    """The delegation or group that supported it."""
    citations: tuple[Citation, ...]
    led_by: tuple[Person, ...] = ()
    """Who led the body at the time, as far as a source names them."""
    summary: str | None = None
    """How, in our words."""
    note: str | None = None


@final
@frozen(eq=False, repr=False, kw_only=True)
class Amendment(Cited):
    """A change to a draft.

    >>> import natopa_declarations as natopa
    >>> amendment = natopa.load("2026.1").resolve("489#amendment-restrictions")
    >>> amendment.inserts, amendment.moved_by
    (('489#lift-restrictions',), ())
    """

    id: ids.AmendmentId
    summary: str
    """What it changes, in one line of our words."""
    citations: tuple[Citation, ...]
    inserts: tuple[ids.Ref, ...] = ()
    """The clauses that it inserted."""
    moved_by: tuple[Person, ...] = ()
    """Who moved it; empty if no source that was seen states it."""
    supported_by: tuple[Support, ...] = ()
    """Who supported it: one for each account of a body, never added up."""
    note: str | None = None


@final
@frozen(eq=False, repr=False, kw_only=True)
class Clause(Cited):
    """One paragraph or item of a text.

    Its id is that of the text and a name, so that the discovery of another clause changes no id.

    >>> import natopa_declarations as natopa
    >>> clause = natopa.load("2026.1").clause("489#lift-restrictions")
    >>> clause.role, clause.wordings[0].citation.source.publisher
    (<Role.OPERATIVE: 'operative'>, 'LB.ua')
    """

    id: ids.ClauseId
    role: words.Role
    """Whether it is in the preamble or the operative part."""
    summary: str
    """What it says, in one line of our words."""
    citations: tuple[Citation, ...]
    """Who states that it is in this text."""
    label: str | None = None
    """The label as printed (``14.``, ``a.``), or None if it is unknown."""
    opening: str | None = field(default=None, metadata={"key in format 1": "verb"})
    """The word or words that open it, as printed, at most five; in format 1, a verb in its
    plain form or a participle."""
    addressees: tuple[Body, ...] = ()
    """The bodies that it asks for something."""
    topics: tuple[Topic, ...] = ()
    """What it is about, in the controlled words of this package."""
    countries: tuple[ids.Country, ...] = field(default=(), metadata=SINCE_2)
    """The countries that it names, as ISO 3166-1 alpha-2; ``XK`` stands for Kosovo."""
    cited_texts: tuple[ids.TextId, ...] = field(default=(), metadata=SINCE_2)
    """The adopted texts of this release that it cites, by their ids."""
    seen: words.Seen | None = field(default=None, metadata=SINCE_2 | {"required": True})
    """How much of it was seen; None in a release of format 1, which does not say."""
    wordings: tuple[Wording, ...] = ()
    """Its words, as each source prints them; empty if only its meaning is known."""
    amendment: Amendment | None = None
    """The amendment that inserted it, if one is known."""
    first_edition: words.EditionName | None = None
    """The first edition that has it, or None if that is unknown."""
    inference: str | None = None
    """Why we think that it is in this text; None if a source states it."""
    note: str | None = None

    @property
    def is_inferred(self) -> bool:
        """Whether its place in this text is inferred, not stated by a source."""
        return self.inference is not None
