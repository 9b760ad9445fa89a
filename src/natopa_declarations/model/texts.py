"""Adopted texts: declarations and resolutions."""

from __future__ import annotations

from .._deferred import field, final, frozen
from .._messages import check_text
from ..errors import NotFoundError
from . import ids, words
from .agents import Body, Person
from .clauses import Amendment, Clause
from .dates import PartialDate
from .editions import Edition
from .sessions import Session
from .sources import Citation, Cited, Source
from .value import LATE, OWNED, SINCE_2, Value
from .votes import Vote
from .wordings import Wording


@final
@frozen(eq=False, repr=False, kw_only=True)
class Relation(Cited):
    """The relation of a text to another."""

    kind: words.RelationKind
    target: ids.Ref
    """The other text, or an edition of it."""
    citations: tuple[Citation, ...]
    note: str | None = None
    inference: str | None = None
    """Our reasoning, if no source links the two."""


@final
@frozen(eq=False, repr=False, kw_only=True)
class Copy(Value):
    """A copy of a whole text, and where it can be read."""

    source: Source = field(metadata=LATE)
    """The page or document that contains the text."""
    language: str
    """The language of the copy, as a BCP 47 tag."""
    kind: words.CopyKind
    """Whether it is the Assembly's own, a reprint or a translation."""
    locator: str | None = None
    """The place in the source, such as the pages of a booklet."""
    inference: str | None = None
    """Why we think that it is there; None if the page was opened."""
    note: str | None = None


@frozen(eq=False, repr=False, kw_only=True)
class AdoptedText(Cited):
    """The base of declarations and resolutions."""

    id: ids.TextId
    number: int | None = None
    """The number in the series that declarations and resolutions share."""
    title: str | None = None
    """The title in English, or None if it is unknown."""
    subject: str | None = None
    """What it is about, in our words, if the title is unknown."""
    session: Session | None = field(default=None, metadata=LATE)
    """The session that adopted it, or None if it is unknown; a declaration has one."""
    adopted: PartialDate | None = None
    """When the plenary adopted it."""
    coverage: words.Coverage
    """How much of it the release has."""
    confidence: words.Confidence
    """How well title, number, date and session are sourced, not the clauses."""
    citations: tuple[Citation, ...]
    """Who states that it was adopted, with this title, number and date."""
    summary: str | None = None
    """What it says, in our words."""
    code: str | None = None
    """The official code of its document."""
    presenter: Person | None = None
    """Who presented it to the plenary."""
    committee: Body | None = None
    """The committee that presented it."""
    rapporteur: Person | None = None
    """Who reported on it for the committee."""
    titles: tuple[Wording, ...] = ()
    """The title in other languages."""
    editions: tuple[Edition, ...] = ()
    """Its draft and its adopted text, if anything is known about them."""
    amendments: tuple[Amendment, ...] = field(default=(), metadata=OWNED)
    """The changes to the draft that a source names."""
    clauses: tuple[Clause, ...] = field(default=(), metadata=OWNED)
    """The clauses in the release, in the order of the text as far as it is known."""
    votes: tuple[Vote, ...] = field(default=(), metadata=OWNED)
    """The divisions on the text and on its amendments."""
    relations: tuple[Relation, ...] = ()
    """The texts that it cites, follows or was adopted with."""
    copies: tuple[Copy, ...] = field(default=(), metadata=SINCE_2)
    """Where the whole text can be read."""
    inference: str | None = None
    """Our reasoning, if the record goes beyond what a source states."""
    note: str | None = None

    @property
    def year(self) -> int | None:
        """The year of its adoption, or else of its session, if known."""
        if self.adopted is not None:
            return self.adopted.year
        return None if self.session is None else self.session.year

    def edition(self, name: str) -> Edition:
        """Return the edition with that name; raise `NotFoundError` if none is known."""
        check_text(name, "the name of an edition")
        for edition in self.editions:
            if edition.name == name:
                return edition
        known = tuple([str(edition.name) for edition in self.editions])
        raise NotFoundError(f"edition of {self.id}", name, known)


@final
@frozen(eq=False, repr=False, kw_only=True)
class Declaration(AdoptedText):
    """A declaration that the plenary adopted.

    >>> import natopa_declarations as natopa
    >>> declaration = natopa.load("2026.1").declaration(489)
    >>> declaration.title, declaration.session.city, str(declaration.adopted)
    ('Standing with Ukraine until Victory', 'Sofia', '2024-05-27')
    """

    # All fields are keyword-only, so one may lose the default of the base.
    session: Session = field(metadata=LATE)  # pyright: ignore[reportGeneralTypeIssues]
    """The session that adopted it, which is known for every declaration."""


@final
@frozen(eq=False, repr=False, kw_only=True)
class Resolution(AdoptedText):
    """A resolution that the plenary adopted.

    >>> import natopa_declarations as natopa
    >>> natopa.load("2026.4").resolution(503).title
    'Preparing NATO for the Future of Uncrewed Warfare'
    """
