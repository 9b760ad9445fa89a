"""What a user's own documents brought into a corpus: it stays out of exports unless asked for.

The words of the Assembly's documents may not be passed on in full without a licence, so an export
that holds them is one that somebody asked for.
"""

from __future__ import annotations

from collections.abc import Iterable

from ..model.clauses import Clause
from ..model.sources import Citation, Source
from ..model.texts import AdoptedText, Copy
from ..model.wordings import Reading, Wording

DOCUMENT = "document-"
"""How the ids of sources begin that are a user's own documents."""


def is_document(source: Source) -> bool:
    """Say whether a source is a document that the user read in."""
    return source.id.startswith(DOCUMENT)


def wordings(found: Iterable[Wording], *, documents: bool) -> tuple[Wording, ...]:
    """Return those wordings that may leave: with `documents`, all."""
    return tuple([one for one in found if documents or not is_document(one.citation.source)])


def readings(found: Iterable[Reading], *, documents: bool) -> tuple[Reading, ...]:
    """Return those readings that may leave: with `documents`, all."""
    return tuple([one for one in found if documents or not is_document(one.citation.source)])


def copies(found: Iterable[Copy], *, documents: bool) -> tuple[Copy, ...]:
    """Return those copies that may leave: with `documents`, all."""
    return tuple([one for one in found if documents or not is_document(one.source)])


def citations(found: Iterable[Citation], *, documents: bool) -> tuple[Citation, ...]:
    """Return those citations that may leave: with `documents`, all."""
    return tuple([one for one in found if documents or not is_document(one.source)])


def clauses(text: AdoptedText, *, documents: bool) -> tuple[Clause, ...]:
    """Return those clauses that may leave: without `documents`, those that the release has."""
    return tuple([one for one in text.clauses if documents or not _is_brought(one)])


def _is_brought(clause: Clause) -> bool:
    """Say whether nothing but documents of the user has this clause."""
    return all(is_document(citation.source) for citation in clause.citations)
