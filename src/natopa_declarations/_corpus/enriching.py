"""A release and a user's documents to a new corpus that has their words."""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

from ..errors import NotFoundError
from ..model.documents import DoubtKind
from ..model.ids import ClauseId, TextId
from ..model.texts import Declaration, Resolution
from ..model.value import id_of
from ..model.words import Coverage, Seen
from .binding import bindings
from .document_records import NOTICE, provisional, provisional_id, source_of, wording_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from ..model.documents import Binding, BoundParagraph, Document
    from ..model.releases import Release
    from ..model.value import Value

    Text = Declaration | Resolution
    Records = Mapping[str, tuple[Value, ...]]

KINDS = ("declarations", "resolutions")
"""The kinds of records that are texts."""

MARK = "+documents"
"""The end of the version of a release that contains words of documents."""


def enriched(
    release: Release, records: Records, documents: Iterable[Document]
) -> tuple[Release, dict[str, tuple[Value, ...]], dict[str, Value]]:
    """Return the release, the records by kind and the records by id, with these documents.

    Raises `NotFoundError` for a document of which no text is in the release.
    """
    found = dict(records)
    for document in documents:
        source = source_of(document)
        if source in found["sources"]:
            # Its words are there already.
            continue
        texts = {text.id: text for kind in KINDS for text in _texts(found[kind])}
        bound = [one for one in bindings(document, tuple(texts.values())) if one.bound_to]
        if not bound:
            raise _unbound(document, tuple(texts.values()))
        for binding in bound:
            text = texts[TextId(str(binding.bound_to))]
            texts[text.id] = _with_words(text, document, binding, marks=release.format > 1)
        for kind in KINDS:
            found[kind] = tuple([texts[text.id] for text in _texts(found[kind])])
        found["sources"] = (*found["sources"], source)
    return _marked(release), found, dict(_by_id(found))


def _texts(records: Iterable[Value]) -> tuple[Text, ...]:
    return tuple([record for record in records if isinstance(record, Declaration | Resolution)])


def _unbound(document: Document, texts: tuple[Text, ...]) -> NotFoundError:
    reasons = dict.fromkeys(f"{one.text}: {one.reason}" for one in bindings(document, texts))
    name = document.name or document.digest
    return NotFoundError("text of the release in the document", name, hint="; ".join(reasons))


def _marked(release: Release) -> Release:
    """Mark a release as one that contains words of documents, and has no digest."""
    if release.version.endswith(MARK):
        return release
    version, title = release.version + MARK, f"{release.title}; {NOTICE}"
    return attrs.evolve(release, version=version, title=title, digest="")


def _with_words(text: Text, document: Document, binding: Binding, *, marks: bool) -> Text:
    """Return a text with the words of the document, and a clause for each paragraph it lacks.

    With `marks` each new clause says how much of it was seen.
    """
    held = {clause.id: clause for clause in text.clauses}
    order = list(held)
    last: ClauseId | None = None
    for bound in binding.paragraphs:
        wording = wording_of(document, binding.text, bound.paragraph)
        # A conflicting paragraph gets a clause of its own, as it belongs to none of the release.
        identifier = bound.clause or provisional_id(text.id, bound.paragraph)
        clause = held.get(identifier)
        if clause is None:
            made = provisional(text.id, bound.paragraph, wording)
            held[identifier] = attrs.evolve(made, seen=_seen(bound, binding) if marks else None)
            order.insert(0 if last is None else order.index(last) + 1, identifier)
        else:
            held[identifier] = attrs.evolve(clause, wordings=(*clause.wordings, wording))
        last = identifier
    clauses = [held[identifier] for identifier in order]
    return attrs.evolve(text, clauses=tuple(clauses), coverage=_coverage(text, binding))


def _seen(bound: BoundParagraph, binding: Binding) -> Seen:
    """Return whether the document breaks off inside a paragraph."""
    last = bound.paragraph is binding.text.paragraphs[-1]
    ends = DoubtKind.ENDING
    cut = any(d.kind is ends and d.at == bound.paragraph.name for d in binding.text.doubts)
    return Seen.CUT_OFF if last and cut else Seen.WHOLE


def _coverage(text: Text, binding: Binding) -> Coverage:
    """Return how much of a text is held with a document: all, where nothing is in doubt."""
    if text.coverage is Coverage.FULL:
        return Coverage.FULL
    final = binding.text.paragraphs[-1].name
    broken = {DoubtKind.NUMBER, DoubtKind.SEGMENTATION, DoubtKind.LEFT_OUT}
    whole = not binding.conflicting and not any(
        doubt.kind in broken or (doubt.kind is DoubtKind.ENDING and doubt.at == final)
        for doubt in binding.text.doubts
    )
    return Coverage.FULL if whole else Coverage.PARTIAL


def _by_id(records: Records) -> Iterator[tuple[str, Value]]:
    """Yield every record and part with its id, in document order."""
    for found in records.values():
        for record in found:
            # The parts of a record come before it, as in every index.
            for name in ("decisions", "amendments", "clauses", "votes"):
                for part in getattr(record, name, ()):
                    yield part.id, part
            yield id_of(record), record
