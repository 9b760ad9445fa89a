"""What a user's own documents added to a corpus: exports leave it out by default.

The words of the Assembly's documents may not be passed on in full without a licence, so an export
contains them only on request.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeVar

from ..model.clauses import Clause
from ..model.sources import Citation, Source
from ..model.texts import AdoptedText, Copy
from ..model.wordings import Reading, Wording

T = TypeVar("T", Wording, Reading, Copy, Citation)
DOCUMENT = "document-"
"""The beginning of the ids of sources that are a user's own documents."""


def is_document(source: Source) -> bool:
    """Say whether a source is a user's own document."""
    return source.id.startswith(DOCUMENT)


def exported(found: Iterable[T], *, documents: bool) -> tuple[T, ...]:
    """Return the wordings, readings, copies or citations to export: with `documents`, all."""
    return tuple([one for one in found if documents or not is_document(_source(one))])


def _source(one: Wording | Reading | Copy | Citation) -> Source:
    return one.citation.source if isinstance(one, Wording | Reading) else one.source


def clauses(text: AdoptedText, *, documents: bool) -> tuple[Clause, ...]:
    """Return the clauses to export: without `documents`, only those of the release."""
    return tuple([one for one in text.clauses if documents or not _is_added(one)])


def _is_added(clause: Clause) -> bool:
    """Say whether only documents of the user have this clause."""
    return all(is_document(citation.source) for citation in clause.citations)
