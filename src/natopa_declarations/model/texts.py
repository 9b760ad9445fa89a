"""Adopted texts, and everything inside them."""

from __future__ import annotations

from typing import TYPE_CHECKING, final

import attrs

from ..errors import NotFoundError, check_text
from .agents import Body, Person, Topic
from .dates import PartialDate
from .ids import AmendmentId, ClauseId, Ref, TextId, VoteId
from .sessions import Session
from .sources import Citation
from .value import OWNED, Value
from .wordings import Wording
from .words import Confidence, Coverage, EditionName, RelationKind, Role, Verdict


@final
@attrs.frozen(eq=False, repr=False, kw_only=True)
class Presence(Value):
    """Whether an edition has a clause, and who says so.

    What no source seen says has no presence; `Edition.has` answers None then.
    """

    clause: Ref
    """The id of the clause."""
    present: bool
    """True where the edition has it, False where a source says that it has not."""
    citations: tuple[Citation, ...]
    inference: str | None = None
    """Our reasoning, where no source states it."""


@final
@attrs.frozen(eq=False, repr=False, kw_only=True)
class Edition(Value):
    """A stage in the life of a text: the draft, or the text as adopted.

    Its reference is the id of the text and the name of the stage: ``489@draft``.

    >>> import natopa_declarations as natopa
    >>> natopa.load("2026.1").resolve("489@draft").title
    'United with Ukraine - Until Victory'
    """

    name: EditionName
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


@final
@attrs.frozen(eq=False, repr=False, kw_only=True)
class Support(Value):
    """Who stood behind an amendment, as a source tells it."""

    body: Body
    """The delegation or group that stood behind it."""
    citations: tuple[Citation, ...]
    led_by: tuple[Person, ...] = ()
    """Who led it at the time, as far as a source names them."""
    summary: str | None = None
    """How, in our words."""
    note: str | None = None


@final
@attrs.frozen(eq=False, repr=False, kw_only=True)
class Amendment(Value):
    """A change to a draft.

    >>> import natopa_declarations as natopa
    >>> amendment = natopa.load("2026.1").resolve("489#amendment-restrictions")
    >>> amendment.inserts, amendment.moved_by
    (('489#lift-restrictions',), ())
    """

    id: AmendmentId
    summary: str
    """What it changes, in one line and in our words."""
    citations: tuple[Citation, ...]
    inserts: tuple[Ref, ...] = ()
    """The clauses that it brought in."""
    moved_by: tuple[Person, ...] = ()
    """Who moved it; empty where no source seen says so."""
    supported_by: tuple[Support, ...] = ()
    """Who stood behind it: one for each account of a body, and never added up."""
    note: str | None = None


@final
@attrs.frozen(eq=False, repr=False, kw_only=True)
class VoteAccount(Value):
    """One source's figures for a vote, in its own unit; None means that it gives no figure.

    Popolo has one count for each option of a vote event.  Here each source has its own, as the
    sources count different things: figures of two accounts must not be added or compared before
    `unit` has been looked at.
    """

    summary: str
    """What the source says, in our words."""
    citations: tuple[Citation, ...]
    verdict: Verdict
    """How the account stands against the others."""
    unit: str | None = None
    """What the figures count, such as "delegates" or "countries"."""
    in_favour: int | None = None
    """How many were for it, in `unit`."""
    against: int | None = None
    """How many were against it, in `unit`."""
    abstentions: int | None = None
    """How many abstained, in `unit`."""
    total: int | None = None
    """Out of how many, in `unit`, where the source says so."""
    unanimous: bool | None = None
    """Whether the source calls it unanimous; None where it says neither."""
    opponents: tuple[str, ...] = ()
    """Whom the source names as voting against."""
    inference: str | None = None
    """Our reasoning, where a figure was worked out or is doubtful."""


@final
@attrs.frozen(eq=False, repr=False, kw_only=True)
class Vote(Value):
    """A division, and each source's account of it (Popolo: vote event).

    >>> import natopa_declarations as natopa
    >>> vote = natopa.load("2026.1").resolve("489#vote-amendment")
    >>> vote.on, vote.adopted
    ('489#amendment-restrictions', True)
    >>> sorted({account.unit for account in vote.accounts if account.against == 9})
    ['countries', 'delegates', 'member states', 'votes']
    """

    id: VoteId
    on: Ref
    """What was put to the vote: the text itself or an amendment."""
    adopted: bool
    """Whether what was put to the vote was adopted."""
    accounts: tuple[VoteAccount, ...]
    """What each source says of the figures."""
    date: PartialDate | None = None
    """When the vote took place."""
    note: str | None = None


@final
@attrs.frozen(eq=False, repr=False, kw_only=True)
class Relation(Value):
    """How a text stands to another."""

    kind: RelationKind
    target: Ref
    """The other text, or an edition of it."""
    citations: tuple[Citation, ...]
    note: str | None = None
    inference: str | None = None
    """Our reasoning, where no source links the two."""


@final
@attrs.frozen(eq=False, repr=False, kw_only=True)
class Clause(Value):
    """One paragraph or item of a text.

    Its id is that of the text and a name of its own, so that a clause found later, between two
    others, changes no id.

    >>> import natopa_declarations as natopa
    >>> clause = natopa.load("2026.1").clause("489#lift-restrictions")
    >>> clause.role, clause.wordings[0].citation.source.publisher
    (<Role.OPERATIVE: 'operative'>, 'LB.ua')
    """

    id: ClauseId
    role: Role
    """Whether it stands in the preamble or in the operative part."""
    summary: str
    """What it says, in one line and in our words."""
    citations: tuple[Citation, ...]
    """Who says that it stands in this text."""
    label: str | None = None
    """The label as printed (``14.``, ``a.``), or None where it is not known."""
    verb: str | None = None
    """The word that opens the paragraph: participle of a preambular one, verb of an operative."""
    addressees: tuple[Body, ...] = ()
    """Whom it asks for something."""
    topics: tuple[Topic, ...] = ()
    """What it is about, in the controlled words of this package."""
    wordings: tuple[Wording, ...] = ()
    """Its words, as each source prints them; empty where only its sense is held."""
    amendment: Amendment | None = None
    """The amendment that brought it in, where one is known."""
    first_edition: EditionName | None = None
    """The edition that first has it, or None where that is not known."""
    inference: str | None = None
    """Why it is taken to stand in this text, where no source states it; None where one does."""
    note: str | None = None

    @property
    def is_inferred(self) -> bool:
        """Whether its place in this text is inferred, and not stated by a source."""
        return self.inference is not None


@attrs.frozen(eq=False, repr=False, kw_only=True)
class AdoptedText(Value):
    """What declarations and resolutions have in common."""

    id: TextId
    number: int | None = None
    """The number in the series that declarations and resolutions share."""
    title: str | None = None
    """The title in English, or None where it is not known."""
    subject: str | None = None
    """What it is about, in our words, where the title is not known."""
    session: Session | None = None
    """The session that adopted it; a declaration always has one."""
    adopted: PartialDate | None = None
    """When the plenary adopted it."""
    coverage: Coverage
    """How much of it the release holds."""
    confidence: Confidence
    """How well title, number, date and session are sourced; it says nothing of the clauses."""
    citations: tuple[Citation, ...]
    """Who says that it was adopted, under this title and number and on this date."""
    summary: str | None = None
    """What it says, in our words."""
    code: str | None = None
    """The official code of the document that it was published in."""
    presenter: Person | None = None
    """Who presented it to the plenary."""
    committee: Body | None = None
    """The committee that presented it."""
    rapporteur: Person | None = None
    """Who reported on it for the committee."""
    titles: tuple[Wording, ...] = ()
    """The title in other languages."""
    editions: tuple[Edition, ...] = ()
    """Its draft and its adopted text, as far as anything is known of each."""
    amendments: tuple[Amendment, ...] = attrs.field(default=(), metadata=OWNED)
    """The changes to the draft that a source names."""
    clauses: tuple[Clause, ...] = attrs.field(default=(), metadata=OWNED)
    """The clauses held, in the order of the text as far as it is known."""
    votes: tuple[Vote, ...] = attrs.field(default=(), metadata=OWNED)
    """The divisions on the text and on its amendments."""
    relations: tuple[Relation, ...] = ()
    """The texts that it cites, takes up or was adopted with."""
    inference: str | None = None
    """Our reasoning, where the record goes beyond what a source states."""
    note: str | None = None

    @property
    def year(self) -> int | None:
        """The year in which it was adopted, or else that of its session, as far as it is known."""
        if self.adopted is not None:
            return self.adopted.year
        # The type of a declaration promises a session, and that of a resolution does not.
        session: Session | None = self.session
        return None if session is None else session.year

    def edition(self, name: str) -> Edition:
        """Return the edition of that name; raise `NotFoundError` where none is known."""
        for edition in self.editions:
            if edition.name == name:
                return edition
        known = tuple([str(edition.name) for edition in self.editions])
        raise NotFoundError(f"edition of {self.id}", name, known)


@final
class Declaration(AdoptedText):
    """A declaration that the plenary adopted.

    >>> import natopa_declarations as natopa
    >>> declaration = natopa.load("2026.1").declaration(489)
    >>> declaration.title, declaration.session.city, str(declaration.adopted)
    ('Standing with Ukraine until Victory', 'Sofia', '2024-05-27')
    """

    __slots__ = ()

    if TYPE_CHECKING:
        # Every sourced declaration names its session; some resolutions do not.
        session: Session


@final
class Resolution(AdoptedText):
    """A resolution that the plenary adopted.

    >>> import natopa_declarations as natopa
    >>> natopa.load("2026.2").resolution(503).title
    'Preparing NATO for the Future of Uncrewed Warfare'
    """

    __slots__ = ()
