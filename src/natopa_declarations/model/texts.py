"""Adopted texts, and everything inside them."""

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
    """How a text stands to another."""

    kind: words.RelationKind
    target: ids.Ref
    """The other text, or an edition of it."""
    citations: tuple[Citation, ...]
    note: str | None = None
    inference: str | None = None
    """Our reasoning, where no source links the two."""


@final
@frozen(eq=False, repr=False, kw_only=True)
class Copy(Value):
    """Where the whole of a text can be read."""

    source: Source = field(metadata=LATE)
    """The page or document that has the text: its publisher and its address."""
    language: str
    """The language of the copy, as a BCP 47 tag."""
    kind: words.CopyKind
    """Whether it is the Assembly's own, a reprint or a translation."""
    locator: str | None = None
    """The place in the source, such as the pages of a booklet."""
    inference: str | None = None
    """Why it is taken to be there, where the page was not opened; None where it was."""
    note: str | None = None


@frozen(eq=False, repr=False, kw_only=True)
class AdoptedText(Cited):
    """What declarations and resolutions have in common."""

    id: ids.TextId
    number: int | None = None
    """The number in the series that declarations and resolutions share."""
    title: str | None = None
    """The title in English, or None where it is not known."""
    subject: str | None = None
    """What it is about, in our words, where the title is not known."""
    session: Session | None = field(default=None, metadata=LATE)
    """The session that adopted it, or None where it is not known; a declaration has one."""
    adopted: PartialDate | None = None
    """When the plenary adopted it."""
    coverage: words.Coverage
    """How much of it the release holds."""
    confidence: words.Confidence
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
    amendments: tuple[Amendment, ...] = field(default=(), metadata=OWNED)
    """The changes to the draft that a source names."""
    clauses: tuple[Clause, ...] = field(default=(), metadata=OWNED)
    """The clauses held, in the order of the text as far as it is known."""
    votes: tuple[Vote, ...] = field(default=(), metadata=OWNED)
    """The divisions on the text and on its amendments."""
    relations: tuple[Relation, ...] = ()
    """The texts that it cites, takes up or was adopted with."""
    copies: tuple[Copy, ...] = field(default=(), metadata=SINCE_2)
    """Where the whole text can be read."""
    inference: str | None = None
    """Our reasoning, where the record goes beyond what a source states."""
    note: str | None = None

    @property
    def year(self) -> int | None:
        """The year in which it was adopted, or else that of its session, as far as it is known."""
        if self.adopted is not None:
            return self.adopted.year
        return None if self.session is None else self.session.year

    def edition(self, name: str) -> Edition:
        """Return the edition of that name; raise `NotFoundError` where none is known."""
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

    # All fields are given by name, so that one may lose the default that it has in the base.
    session: Session = field(metadata=LATE)  # pyright: ignore[reportGeneralTypeIssues]
    """The session that adopted it: every sourced declaration names it, some resolutions do not."""


@final
@frozen(eq=False, repr=False, kw_only=True)
class Resolution(AdoptedText):
    """A resolution that the plenary adopted.

    >>> import natopa_declarations as natopa
    >>> natopa.load("2026.4").resolution(503).title
    'Preparing NATO for the Future of Uncrewed Warfare'
    """
