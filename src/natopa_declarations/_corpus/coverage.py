"""Compute what a release holds, holds in part, lacks, and could not verify."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..model.coverage import CoverageReport, FieldEvidence, YearCoverage
from ..model.wordings import Wording
from ..model.words import Confidence, Coverage, Role

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from ..model.agents import Person
    from ..model.assembly import Gap
    from ..model.sessions import Session
    from ..model.sources import Citation
    from ..model.texts import AdoptedText
    from ..model.value import Value


CITED: Mapping[str, tuple[str, ...]] = {
    "text": (
        "number", "title", "session", "adopted", "committee", "presenter", "rapporteur", "code",
    ),
    "clause": (
        "role", "summary", "label", "opening", "addressees", "countries", "cited_texts",
    ),
    "wording": ("text", "language", "fidelity"),
    "session": ("city", "start", "end", "president", "venue", "host"),
    "person": ("name",),
}  # fmt: skip
"""The fields that state facts, by kind of record; others are our words, or cite for themselves."""

BLANK = (None, (), Role.UNKNOWN)


def report(
    sessions: Iterable[Session],
    texts: Iterable[AdoptedText],
    gaps: Iterable[Gap],
    persons: Iterable[Person],
) -> CoverageReport:
    """Compute the report of these records."""
    sessions, texts, gaps = tuple(sessions), tuple(texts), tuple(gaps)
    by_coverage = {
        coverage: tuple([text for text in texts if text.coverage == coverage])
        for coverage in Coverage
    }
    missing_sessions = tuple([gap for gap in gaps if gap.year is not None])
    years = {session.year for session in sessions}
    years |= {year for text in texts if (year := text.year) is not None}
    return CoverageReport(
        years=tuple(
            [
                YearCoverage(
                    year=year,
                    sessions=tuple([session for session in sessions if session.year == year]),
                    texts=tuple([text for text in texts if text.year == year]),
                    missing=tuple([gap for gap in missing_sessions if _includes(gap, year)]),
                )
                for year in (range(min(years), max(years) + 1) if years else ())
            ]
        ),
        undated=tuple([text for text in texts if text.year is None]),
        held=by_coverage[Coverage.FULL],
        partial=by_coverage[Coverage.PARTIAL],
        title_only=by_coverage[Coverage.TITLE],
        number_only=by_coverage[Coverage.NUMBER],
        missing_numbers=tuple([gap for gap in gaps if gap.number is not None]),
        missing_sessions=missing_sessions,
        not_held=tuple([session for session in sessions if not session.held]),
        unverified=(
            *[session for session in sessions if _is_unverified(session)],
            *[text for text in texts if _is_unverified(text)],
        ),
        evidence=tuple(_evidence(sessions, texts, persons)),
    )


def _evidence(
    sessions: Iterable[Session], texts: Iterable[AdoptedText], persons: Iterable[Person]
) -> Iterator[FieldEvidence]:
    """Yield how much of each field is supported by a citation that names it."""
    clauses = [clause for text in texts for clause in text.clauses]
    wordings = [wording for clause in clauses for wording in clause.wordings]
    records: dict[str, Iterable[Value]] = {
        "text": texts, "clause": clauses, "wording": wordings,
        "session": sessions, "person": persons,
    }  # fmt: skip
    for kind, names in CITED.items():
        for name in names:
            held = [one for one in records[kind] if getattr(one, name) not in BLANK]
            supported = sum(any(name in each.fields for each in _cited(one)) for one in held)
            if held:
                yield FieldEvidence(kind=kind, field=name, held=len(held), supported=supported)


def _cited(record: Value) -> tuple[Citation, ...]:
    """Return the citations of a record, or the one of a wording."""
    found: tuple[Citation, ...] = getattr(record, "citations", ())
    return (record.citation,) if isinstance(record, Wording) else found


def _is_unverified(record: Session | AdoptedText) -> bool:
    return record.confidence == Confidence.LOW or record.inference is not None


def _includes(gap: Gap, year: int) -> bool:
    return gap.year is not None and gap.year <= year <= (gap.last_year or gap.year)
