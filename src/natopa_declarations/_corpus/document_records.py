"""What a user's document becomes among the records of a corpus: a source, and new clauses."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..model.clauses import Clause
from ..model.ids import ClauseId, SourceId, TextId
from ..model.sources import Citation, Source
from ..model.wordings import Wording
from ..model.words import SourceKind

if TYPE_CHECKING:
    from ..model.documents import Document, DocumentText, Paragraph

NOTICE = "with words of the user's own documents; not for redistribution"
"""The end of the title of a release that contains words of documents."""


def source_of(document: Document) -> Source:
    """Return a document as a source; its id and address come from its digest."""
    digits = document.digest.removeprefix("sha256:")
    languages = {text.language for text in document.texts}
    codes = {text.code for text in document.texts}
    return Source(
        id=SourceId(f"document-{digits[:12]}"),
        publisher="The user's own document",
        kind=SourceKind.DOCUMENT,
        url=document.digest,
        title=document.name or None,
        language=languages.pop() if len(languages) == 1 else None,
        code=codes.pop() if len(codes) == 1 else None,
        note="Words from it are not for redistribution.",
    )


def wording_of(document: Document, text: DocumentText, paragraph: Paragraph) -> Wording:
    """Return the words of a paragraph, as the document prints them."""
    return Wording(
        text=paragraph.text,
        language=text.language,
        fidelity=document.fidelity,
        citation=_citation(document, paragraph),
    )


def provisional_id(text: TextId, paragraph: Paragraph) -> ClauseId:
    """Return the id of a clause for a paragraph that matches none of the release."""
    return ClauseId(f"{text}#{paragraph.name}")


def provisional(text: TextId, paragraph: Paragraph, wording: Wording) -> Clause:
    """Return a clause for a paragraph that the release does not know."""
    place = paragraph.label or paragraph.name
    return Clause(
        id=provisional_id(text, paragraph),
        role=paragraph.role,
        summary=f"Paragraph {place} of the user's own document.",
        citations=(wording.citation,),
        label=paragraph.label,
        opening=paragraph.opening,
        wordings=(wording,),
    )


def _citation(document: Document, paragraph: Paragraph) -> Citation:
    place = f"paragraph {paragraph.label}" if paragraph.label else paragraph.name
    locator = f"{place}, page {paragraph.page}" if document.pages > 1 else place
    return Citation(source=source_of(document), locator=locator)
