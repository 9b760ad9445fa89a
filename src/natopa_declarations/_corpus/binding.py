"""Which text and which clauses of a release the texts of a user's document are."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, final

import attrs

from .._locate import locate
from .._locate.indexed import prepare
from ..errors import InvalidQuotationError
from ..model.clauses import Clause
from ..model.documents import Agreement, Binding, BindingBasis, BoundParagraph
from ..model.names import fold
from ..model.quotations import Outcome
from ..model.sources import Citation
from ..model.wordings import Wording
from ..model.words import Fidelity
from .document_records import provisional, provisional_id, source_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from ..model.documents import Document, DocumentText, Paragraph
    from ..model.ids import ClauseId
    from ..model.texts import Declaration, Resolution

    Text = Declaration | Resolution

LEAST_AGREEMENT = 0.6
"""The least share of the words of a wording that a paragraph must contain to be bound by them."""

_COMPARED = frozenset({Fidelity.OFFICIAL, Fidelity.QUOTED, Fidelity.TRANSLATED})
"""The wordings that are compared with a paragraph; reported speech is not."""


@final
class _Found(NamedTuple):
    """Where a wording of a clause stands in a document."""

    clause: Clause
    paragraph: str
    """The name of the paragraph."""
    share: float
    same: bool
    note: str


def bindings(document: Document, texts: Sequence[Text]) -> tuple[Binding, ...]:
    """Bind each text of the document to one of these texts of a release, or to none."""
    return tuple([_bound(document, text, texts) for text in document.texts])


def _bound(document: Document, text: DocumentText, texts: Sequence[Text]) -> Binding:
    record, reason = _record_of(text, texts)
    if record is None:
        return Binding(text=text, bound_to=None, reason=reason)
    found = list(_wordings_in(document, text, record))
    bound = tuple([_paragraph(p, text, record, found) for p in text.paragraphs])
    taken: dict[ClauseId | None, int] = {}
    for one in bound:
        taken[one.clause] = taken.get(one.clause, 0) + 1
    twice = {clause for clause, count in taken.items() if clause is not None and count > 1}
    bound = tuple([_conflict(one) if one.clause in twice else one for one in bound])
    have = {one.clause for one in bound}
    missing = tuple([clause.id for clause in record.clauses if clause.id not in have])
    return Binding(text=text, bound_to=record.id, reason=reason, paragraphs=bound, missing=missing)


def _record_of(text: DocumentText, texts: Sequence[Text]) -> tuple[Text | None, str]:
    """Return the matching text of the release and why, or None and why none matches."""
    if text.is_draft:
        return None, "it is a draft, and the release holds adopted texts"
    if text.number is not None:
        for record in texts:
            if record.number == text.number:
                return _by_number(text, record)
        return None, f"the release has no text with the number {text.number}"
    if text.title is None:
        return None, "it has neither a number nor a title"
    named = [record for record in texts if fold(text.title) in _titles(record)]
    year = _year(text)
    if named and year is None:
        ids = " or ".join([record.id for record in named])
        return None, f"the title is that of {ids}, but the document does not say the year"
    for record in named:
        if record.year == year and text.kind in (None, type(record).__name__.lower()):
            return record, "by title and year"
    return None, "the release has no text with this title and year"


def _by_number(text: DocumentText, record: Text) -> tuple[Text | None, str]:
    kind = type(record).__name__.lower()
    if text.kind not in (None, kind):
        return None, f"conflicting: the release has {kind} {record.number}"
    if text.title and record.title and text.language == "en":
        here, there = set(fold(text.title).split()), set(fold(record.title).split())
        if 2 * len(here & there) < min(len(here), len(there)):
            return None, f"conflicting: the title of {record.id} is {record.title!r}"
    return record, "by number and kind"


def _titles(record: Text) -> set[str]:
    titles = [record.title, *[wording.text for wording in record.titles]]
    return {fold(title) for title in titles if title}


def _year(text: DocumentText) -> int | None:
    """Return the year of a text: that of its adoption, or that in its code."""
    if text.adopted is not None:
        return text.adopted.year
    digits = (text.code or "").split()[2:]
    return 2000 + int(digits[0]) if digits and digits[0].isdecimal() else None


def _wordings_in(document: Document, text: DocumentText, record: Text) -> Iterable[_Found]:
    """Yield where the wordings that the release holds of a text stand in the document."""
    citation = Citation(source=source_of(document))
    clauses = []
    for paragraph in text.paragraphs:
        wording = Wording(
            text=paragraph.text,
            language=text.language,
            fidelity=document.fidelity,
            citation=citation,
        )
        clauses.append(provisional(record.id, paragraph, wording))
    alone = attrs.evolve(record, title=None, titles=(), editions=(), clauses=tuple(clauses))
    prepared = prepare([alone], ())
    for clause in record.clauses:
        for wording in clause.wordings:
            if wording.language != text.language or wording.fidelity not in _COMPARED:
                continue
            try:
                quotation = locate(prepared, wording.text)
            except InvalidQuotationError:
                continue
            same = quotation.outcome is Outcome.EXACT
            for passage in quotation.passages:
                if passage.agreement < LEAST_AGREEMENT:
                    continue
                variants = "; ".join(
                    [
                        f"{v.lemma or '(nothing)'} instead of {v.quoted or '(nothing)'}"
                        for v in passage.variants
                    ]
                )
                name = passage.ref.removeprefix(f"{record.id}#")
                yield _Found(clause, name, passage.agreement, same, variants)


def _paragraph(
    paragraph: Paragraph, text: DocumentText, record: Text, found: Sequence[_Found]
) -> BoundParagraph:
    """Bind one paragraph: by label and opening words, or else by the words that are held."""
    labelled = [clause for clause in record.clauses if _place_of(clause) == paragraph.name]
    if paragraph.label is None:
        labelled = []
    foreign = text.language != "en"
    agreeing = [c for c in labelled if foreign or _same_opening(c.opening, paragraph.opening)]
    worded = _nearest([one for one in found if one.paragraph == paragraph.name], found)
    clauses = list({clause.id: clause for clause in [*agreeing, *worded]}.values())
    if len(clauses) > 1:
        ids = " and ".join([clause.id for clause in clauses])
        return _conflicting(paragraph, f"{ids} both fit")
    if not clauses:
        against = [c for c in labelled if c.opening is not None]
        if against:
            other = f"{against[0].id} has this label and opens with {against[0].opening!r}"
            return _conflicting(paragraph, other)
        return BoundParagraph(
            paragraph=paragraph,
            clause=provisional_id(record.id, paragraph),
            basis=BindingBasis.PROVISIONAL,
            agreement=Agreement.NOT_HELD,
            note=f"{labelled[0].id} has this label, and no opening words" if labelled else None,
        )
    clause = clauses[0]
    basis = BindingBasis.LABEL if agreeing else BindingBasis.WORDS
    agreement, share, note = _agreement(clause, paragraph, text, found)
    return BoundParagraph(
        paragraph=paragraph,
        clause=clause.id,
        basis=basis,
        agreement=agreement,
        share=share,
        note=note,
    )


def _nearest(here: Sequence[_Found], everywhere: Sequence[_Found]) -> list[Clause]:
    """Return the clauses whose wordings agree with no other paragraph more than with this one."""
    clauses = []
    for one in here:
        of_clause = [other.share for other in everywhere if other.clause is one.clause]
        if one.share == max(of_clause):
            clauses.append(one.clause)
    return clauses


def _agreement(
    clause: Clause, paragraph: Paragraph, text: DocumentText, found: Sequence[_Found]
) -> tuple[Agreement, float | None, str | None]:
    """Compare a paragraph with the wordings that the release holds of its clause."""
    held = [
        wording
        for wording in clause.wordings
        if wording.language == text.language and wording.fidelity in _COMPARED
    ]
    if not held:
        return Agreement.NOT_HELD, None, None
    here = [one for one in found if one.clause is clause and one.paragraph == paragraph.name]
    if not here:
        return Agreement.DIFFERENT, None, "few of the words that the release holds"
    best = max(here, key=lambda one: (one.same, one.share))
    if best.same:
        return Agreement.SAME, best.share, None
    return Agreement.DIFFERENT, best.share, best.note or None


def _same_opening(held: str | None, printed: str | None) -> bool:
    """Say whether the opening words of a clause are those that a paragraph prints."""
    if not held or not printed:
        return False
    here, there = fold(held).split(), fold(printed).split()
    shorter = min(len(here), len(there))
    if here[:shorter] == there[:shorter]:
        return True
    # Releases of format 1 give a verb in its plain form: "urge" for "URGES".
    return len(here) == 1 and there[0] == f"{here[0]}s"


def _place_of(clause: Clause) -> str | None:
    """Return the name that a paragraph with the label of this clause would have."""
    label = (clause.label or "").strip(" .()")
    if label.isdecimal():
        return f"p{label}"
    part = clause.id.partition("#")[2]
    parent, _, letter = part.rpartition("-")
    return f"p{part}" if parent.isdecimal() and letter == label and label else None


def _conflicting(paragraph: Paragraph, note: str) -> BoundParagraph:
    return BoundParagraph(
        paragraph=paragraph,
        clause=None,
        basis=BindingBasis.CONFLICTING,
        agreement=Agreement.NOT_HELD,
        note=note,
    )


def _conflict(one: BoundParagraph) -> BoundParagraph:
    return _conflicting(one.paragraph, f"{one.clause} fits another paragraph too")
