"""Compute what a release holds, holds in part, lacks, and could not verify."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..model.coverage import CoverageReport, YearCoverage
from ..model.words import Confidence, Coverage

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ..model.assembly import Gap
    from ..model.sessions import Session
    from ..model.texts import AdoptedText


def report(
    sessions: Iterable[Session], texts: Iterable[AdoptedText], gaps: Iterable[Gap]
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
    )


def _is_unverified(record: Session | AdoptedText) -> bool:
    return record.confidence == Confidence.LOW or record.inference is not None


def _includes(gap: Gap, year: int) -> bool:
    return gap.year is not None and gap.year <= year <= (gap.last_year or gap.year)
