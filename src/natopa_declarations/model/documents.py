"""What the reader understood of a user's document, and where it was not sure."""

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
    """What sort of text a heading announces."""

    DECLARATION = "declaration"
    RESOLUTION = "resolution"


@final
class DoubtKind(StrEnum):
    """What the reader was not sure about."""

    HEADING = "heading"
    """There is no heading, or it lacks the kind or the title."""
    NUMBER = "number"
    """A number of a paragraph is missing, out of place or the same for all."""
    SEGMENTATION = "segmentation"
    """Where paragraphs begin was worked out from their opening words."""
    ROLE = "role"
    """Whether it is preamble or operative was worked out, as no verb is in capitals."""
    HYPHEN = "hyphen"
    """A hyphen at the end of a line: it was guessed whether the word has one."""
    SPACE = "space"
    """A space seems lost or added; the words are given as they were found."""
    ENDING = "ending"
    """A paragraph has no final punctuation: something may be missing."""
    DATE = "date"
    """The day of the week and the date do not agree, or it is not a date."""
    LANGUAGE = "language"
    """The language is not clear, or a text in another language was left out."""
    CHARACTERS = "characters"
    """Characters that the file has no letters for."""
    LEFT_OUT = "left-out"
    """Lines that belong to no paragraph were left out."""
    PAGE = "page"
    """A page has no text, or could not be read."""


@final
@frozen(eq=False, repr=False, kw_only=True)
class Doubt(Value):
    """One thing that the reader guessed, or that may be wrong in the document."""

    kind: DoubtKind
    what: str
    """What was found and, where it was decided, how."""
    at: str | None = None
    """The name of the paragraph, or None where it is about the whole text."""
    page: int | None = None
    """The page, from 1, or None where it is about the whole text."""

    def __str__(self) -> str:
        page = None if self.page is None else f"page {self.page}"
        place = ", ".join(filter(None, [self.at, page]))
        return f"{self.kind} ({place}): {self.what}" if place else f"{self.kind}: {self.what}"


@final
@frozen(eq=False, repr=False, kw_only=True)
class Paragraph(Value):
    """A numbered paragraph of a text in a document, or an item of one."""

    name: str
    """Where it stands: ``p14``, or ``p14-a`` for an item of it.

    Without printed numbers it is the number that the paragraph would have.
    """
    label: str | None
    """The label as printed (``14.``, ``a.``), or None where the document has none."""
    role: words.Role
    level: int
    """1 for a paragraph, 2 for an item of one."""
    opening: str | None
    """The word or words that open it, as printed, at most five."""
    text: str
    """Its words, in one line, without the label."""
    page: int
    """The page on which it begins, from 1."""

    def __str__(self) -> str:
        return f"{self.label or self.name} {self.text}"


@final
@frozen(eq=False, repr=False, kw_only=True)
class DocumentText(Value):
    """A declaration or resolution that stands in a document."""

    kind: TextKind | None
    """What the heading calls it, or None where there is no heading."""
    number: int | None
    """The number in the heading, or None where it has none."""
    title: str | None
    """The title as printed, in one line and without the mark of its note."""
    language: str
    """A BCP 47 tag: ``en`` or ``fr``."""
    is_draft: bool = False
    """Whether the document says that it is a draft."""
    adopted: PartialDate | None = None
    """When it was adopted, as its note says."""
    place: str | None = None
    """Where it was adopted, as its note says."""
    committee: str | None = None
    """The committee that presented it, as its note names it."""
    presenter: str | None = None
    """The person who presented it, as the document prints the name."""
    code: str | None = None
    """The official code of the document, such as ``199 SESA 24 E``."""
    page: int = 1
    """The page on which it begins, from 1."""
    paragraphs: tuple[Paragraph, ...] = ()
    doubts: tuple[Doubt, ...] = ()
    """What was guessed, in the order of the text: nothing is guessed in silence."""

    @property
    def name(self) -> str:
        """Kind, number and title, as far as they are known."""
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
    """Its words agree with a wording that the release holds of the clause."""
    PROVISIONAL = "provisional"
    """The release has no such clause; the id is made from the place in the text."""
    CONFLICTING = "conflicting"
    """What is known points to different clauses, so it is bound to none."""


@final
class Agreement(StrEnum):
    """How the words of a document stand against those that a release holds."""

    SAME = "same"
    """The document has all the words of the wording, in this order."""
    DIFFERENT = "different"
    """It has other words in places."""
    NOT_HELD = "not-held"
    """The release holds no words in the language of the document."""


@final
@frozen(eq=False, repr=False, kw_only=True)
class BoundParagraph(Value):
    """A paragraph of a document beside the clause of a release that it is."""

    paragraph: Paragraph
    clause: ids.ClauseId | None
    """The id of the clause, or a provisional one; None where it is conflicting."""
    basis: BindingBasis
    agreement: Agreement
    share: float | None = None
    """The share of the words of the nearest wording that it has, from 0 to 1."""
    note: str | None = None
    """What differs, or what is in conflict."""

    def __str__(self) -> str:
        bound = f"{self.paragraph.name} -> {self.clause or 'nothing'} ({self.basis})"
        held = "" if self.agreement is Agreement.NOT_HELD else f": {self.agreement}"
        return f"{bound}{held}; {self.note}" if self.note else f"{bound}{held}"


@final
@frozen(eq=False, repr=False, kw_only=True)
class Binding(Value):
    """A text of a document beside the text of a release that it is, clause by clause."""

    text: DocumentText
    bound_to: ids.TextId | None
    """The id of the text in the release, or None where it is bound to none."""
    reason: str
    """Why it is that text, or why it is not a text of the release."""
    paragraphs: tuple[BoundParagraph, ...] = ()
    missing: tuple[ids.ClauseId, ...] = ()
    """The clauses of the release that no paragraph of the document was bound to."""

    def __str__(self) -> str:
        lines = [f"{self.text} -> {self.bound_to or 'nothing'} ({self.reason})"]
        lines += [f"  {paragraph}" for paragraph in self.paragraphs]
        lines += [f"  not in the document: {clause}" for clause in self.missing]
        return "\n".join(lines)

    @property
    def matched(self) -> dict[str, Paragraph]:
        """The paragraphs by the ids of the clauses of the release that they are."""
        sure = {BindingBasis.LABEL, BindingBasis.WORDS}
        return {str(p.clause): p.paragraph for p in self.paragraphs if p.basis in sure}

    @property
    def conflicting(self) -> tuple[BoundParagraph, ...]:
        """The paragraphs that what is known does not settle on one clause."""
        conflicting = BindingBasis.CONFLICTING
        return tuple([p for p in self.paragraphs if p.basis is conflicting])


@runtime_checkable
class HasBindings(Protocol):
    """What can say which of its clauses the paragraphs of a document are: a `Corpus`."""

    def bindings(self, document: Document) -> tuple[Binding, ...]:
        """Return what each text of the document is."""
        ...


@final
class DocumentFormat(StrEnum):
    """The formats of documents that the reader takes."""

    PDF = "pdf"
    DOCX = "docx"
    HTML = "html"
    TEXT = "text"


@final
@frozen(eq=False, repr=False, kw_only=True)
class Document(Value):
    r"""A user's own document, and the declarations and resolutions that stand in it.

    >>> import natopa_declarations as natopa
    >>> document = natopa.read(b"RESOLUTION 902\non\nQUIET HARBOURS\nThe Assembly,\n"
    ...     b"1. Recalling its earlier texts;\n2. URGES all harbours to be quiet.")
    >>> document.digest[:13], document.pages, str(document.texts[0])
    ('sha256:49f251', 1, 'resolution 902: QUIET HARBOURS')
    """

    digest: str
    """The digest of its bytes, as ``sha256:`` and 64 digits."""
    name: str
    """The name of the file, without the folders; empty where it has none."""
    format: DocumentFormat
    pages: int
    """How many pages it has; 1 where the format has no pages."""
    fidelity: words.Fidelity
    """How near its words are to the Assembly's: *official* only where the user says so."""
    texts: tuple[DocumentText, ...]
    doubts: tuple[Doubt, ...] = ()
    """What is not clear about the document as a whole; each text has doubts of its own."""

    def compare(self, corpus: HasBindings) -> tuple[Binding, ...]:
        """Say clause by clause what agrees between this document and a corpus.

        There is one answer for each text of the document; printed, it is a line a clause.
        """
        check_type(corpus, HasBindings, "a corpus")
        return corpus.bindings(self)
