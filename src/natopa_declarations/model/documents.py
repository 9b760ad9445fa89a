"""A user's document as it was read, with the doubts of the reader."""

from __future__ import annotations

from enum import StrEnum
from typing import Protocol, runtime_checkable

from .._deferred import final, frozen
from .._messages import check_type
from . import ids, words
from .dates import PartialDate
from .value import Value


@final
class TextKind(StrEnum):
    """The kind of text that a heading announces."""

    DECLARATION = "declaration"
    RESOLUTION = "resolution"


@final
class DoubtKind(StrEnum):
    """What the reader was not sure about."""

    HEADING = "heading"
    """The heading is missing, or lacks the kind or the title."""
    NUMBER = "number"
    """A number of a paragraph is missing, misplaced or the same for all."""
    SEGMENTATION = "segmentation"
    """The beginnings of paragraphs were inferred from opening words."""
    ROLE = "role"
    """The role of a paragraph was inferred, as no verb is in capitals."""
    HYPHEN = "hyphen"
    """It was guessed whether a hyphen at the end of a line belongs to the word."""
    SPACE = "space"
    """A space seems lost or added; the words were not changed."""
    ENDING = "ending"
    """A paragraph has no final punctuation: something may be missing."""
    DATE = "date"
    """The day of the week and the date disagree, or the date is invalid."""
    LANGUAGE = "language"
    """The language is unclear, or a text in another language was left out."""
    CHARACTERS = "characters"
    """Characters without a letter in the file."""
    LEFT_OUT = "left-out"
    """Lines outside of paragraphs were left out."""
    PAGE = "page"
    """A page has no text, or could not be read."""


@final
@frozen(eq=False, repr=False, kw_only=True)
class Doubt(Value):
    """One thing that the reader guessed, or that may be wrong in the document."""

    kind: DoubtKind
    what: str
    """What was found and, if it was decided, how."""
    at: str | None = None
    """The name of the paragraph, or None for the whole text."""
    page: int | None = None
    """The page, from 1, or None for the whole text."""

    def __str__(self) -> str:
        page = None if self.page is None else f"page {self.page}"
        place = ", ".join(filter(None, [self.at, page]))
        return f"{self.kind} ({place}): {self.what}" if place else f"{self.kind}: {self.what}"


@final
@frozen(eq=False, repr=False, kw_only=True)
class Paragraph(Value):
    """A numbered paragraph of a text in a document, or an item of one."""

    name: str
    """Its place: ``p14``, or ``p14-a`` for an item of it.

    Without printed numbers it counts the paragraphs.
    """
    label: str | None
    """The label as printed (``14.``, ``a.``), or None if the document has none."""
    role: words.Role
    level: int
    """1 for a paragraph, 2 for an item of one."""
    opening: str | None
    """Its opening word or words, as printed, at most five."""
    text: str
    """Its words on one line, without the label."""
    page: int
    """The page on which it begins, from 1."""

    def __str__(self) -> str:
        return f"{self.label or self.name} {self.text}"


@final
@frozen(eq=False, repr=False, kw_only=True)
class DocumentText(Value):
    """A declaration or resolution in a document."""

    kind: TextKind | None
    """The kind in the heading, or None without a heading."""
    number: int | None
    """The number in the heading, or None if it has none."""
    title: str | None
    """The title as printed, on one line and without the mark of its note."""
    language: str
    """A BCP 47 tag: ``en`` or ``fr``."""
    is_draft: bool = False
    """Whether the document says that it is a draft."""
    adopted: PartialDate | None = None
    """When it was adopted, according to its note."""
    place: str | None = None
    """Where it was adopted, according to its note."""
    committee: str | None = None
    """The committee that presented it, as in its note."""
    presenter: str | None = None
    """The person who presented it, as the document prints the name."""
    code: str | None = None
    """The official code of the document, such as ``199 SESA 24 E``."""
    page: int = 1
    """The page on which it begins, from 1."""
    paragraphs: tuple[Paragraph, ...] = ()
    doubts: tuple[Doubt, ...] = ()
    """Every guess, in the order of the text."""

    @property
    def name(self) -> str:
        """Kind, number and title, as far as known."""
        number = None if self.number is None else str(self.number)
        words = ["draft" if self.is_draft else None, self.kind or "text", number]
        name = " ".join(filter(None, words))
        return f"{name}: {self.title}" if self.title else name

    def __str__(self) -> str:
        return self.name

    def paragraph(self, name: str) -> Paragraph:
        """Return the paragraph with this name (``p14-a``) or printed label (``14.``)."""
        from .._messages import check_text
        from ..errors import NotFoundError

        check_text(name, "the name of a paragraph")
        for found in self.paragraphs:
            if name == found.name or (found.level == 1 and name == found.label):
                return found
        known = tuple([found.name for found in self.paragraphs[:3]])
        raise NotFoundError(f"paragraph of {self}", name, known)


@final
class BindingBasis(StrEnum):
    """How a paragraph of a document was bound to a clause of a release."""

    LABEL = "label"
    """The label and the opening words are those of the clause."""
    WORDS = "words"
    """Its words agree with a wording of the clause."""
    PROVISIONAL = "provisional"
    """The release lacks the clause; the id is the place in the text."""
    CONFLICTING = "conflicting"
    """The evidence points to different clauses, so it is bound to none."""


@final
class Agreement(StrEnum):
    """How the words of a document compare with those in a release."""

    SAME = "same"
    """The document has all words of the wording, in the same order."""
    DIFFERENT = "different"
    """Some words differ."""
    NOT_HELD = "not-held"
    """The release has no words in the language of the document."""


@final
@frozen(eq=False, repr=False, kw_only=True)
class BoundParagraph(Value):
    """A paragraph of a document, bound to a clause of a release."""

    paragraph: Paragraph
    clause: ids.ClauseId | None
    """The id of the clause, or a provisional one; None in a conflict."""
    basis: BindingBasis
    agreement: Agreement
    share: float | None = None
    """The share of the words of the nearest wording that it contains, from 0 to 1."""
    note: str | None = None
    """The difference or the conflict."""

    def __str__(self) -> str:
        bound = f"{self.paragraph.name} -> {self.clause or 'nothing'} ({self.basis})"
        words = "" if self.agreement is Agreement.NOT_HELD else f": {self.agreement}"
        return f"{bound}{words}; {self.note}" if self.note else f"{bound}{words}"


@final
@frozen(eq=False, repr=False, kw_only=True)
class Binding(Value):
    """A text of a document, bound to a text of a release clause by clause."""

    text: DocumentText
    bound_to: ids.TextId | None
    """The id of the text in the release, or None if it was not found."""
    reason: str
    """Why it is that text, or why it is not in the release."""
    paragraphs: tuple[BoundParagraph, ...] = ()
    missing: tuple[ids.ClauseId, ...] = ()
    """The clauses of the release to which no paragraph was bound."""

    def __str__(self) -> str:
        lines = [f"{self.text} -> {self.bound_to or 'nothing'} ({self.reason})"]
        lines += [f"  {paragraph}" for paragraph in self.paragraphs]
        lines += [f"  not in the document: {clause}" for clause in self.missing]
        return "\n".join(lines)

    @property
    def matched(self) -> dict[str, Paragraph]:
        """The paragraphs by the ids of their clauses in the release."""
        sure = {BindingBasis.LABEL, BindingBasis.WORDS}
        return {str(p.clause): p.paragraph for p in self.paragraphs if p.basis in sure}

    @property
    def conflicting(self) -> tuple[BoundParagraph, ...]:
        """The paragraphs whose evidence points to different clauses."""
        conflicting = BindingBasis.CONFLICTING
        return tuple([p for p in self.paragraphs if p.basis is conflicting])


@runtime_checkable
class HasBindings(Protocol):
    """An object that binds the paragraphs of a document to clauses: a `Corpus`."""

    def bindings(self, document: Document) -> tuple[Binding, ...]:
        """Return the binding of each text of the document."""
        ...


@final
class DocumentFormat(StrEnum):
    """The formats of documents that can be read."""

    PDF = "pdf"
    DOCX = "docx"
    HTML = "html"
    TEXT = "text"


@final
@frozen(eq=False, repr=False, kw_only=True)
class Document(Value):
    r"""A user's own document, and the declarations and resolutions in it.

    >>> import natopa_declarations as natopa
    >>> document = natopa.read(b"RESOLUTION 902\non\nQUIET HARBOURS\nThe Assembly,\n"
    ...     b"1. Recalling its earlier texts;\n2. URGES all harbours to be quiet.")
    >>> document.digest[:13], document.pages, str(document.texts[0])
    ('sha256:49f251', 1, 'resolution 902: QUIET HARBOURS')
    """

    digest: str
    """The digest of its bytes, as ``sha256:`` and 64 digits."""
    name: str
    """The name of the file, without folders; empty without a file."""
    format: DocumentFormat
    pages: int
    """The number of pages; 1 in a format without pages."""
    fidelity: words.Fidelity
    """How near its words are to the Assembly's: *official* only if the user says so."""
    texts: tuple[DocumentText, ...]
    doubts: tuple[Doubt, ...] = ()
    """The doubts about the document as a whole; each text has its own."""

    def compare(self, corpus: HasBindings) -> tuple[Binding, ...]:
        """Compare this document with a corpus, clause by clause.

        Returns one binding for each text of the document; its `str` has a line for each clause.
        """
        check_type(corpus, HasBindings, "a corpus")
        return corpus.bindings(self)
