"""What a release holds, holds in part, lacks, and could not verify."""

from __future__ import annotations

from typing import TYPE_CHECKING, final

import attrs

from ..model.assembly import Gap
from ..model.sessions import Session
from ..model.texts import AdoptedText
from ..model.value import Value
from ..model.words import Confidence, Coverage

if TYPE_CHECKING:
    from collections.abc import Iterable


@final
@attrs.frozen(eq=False, repr=False, kw_only=True)
class YearCoverage(Value):
    """What a release has of one year."""

    year: int
    sessions: tuple[Session, ...]
    """The sessions that were held, and those that were called off."""
    texts: tuple[AdoptedText, ...]
    """The declarations and resolutions adopted in it."""
    missing: tuple[Gap, ...]
    """The sessions of the year that no source seen gives."""

    def count(self, coverage: Coverage) -> int:
        """Return how many texts of the year are held to this extent."""
        return sum(text.coverage == coverage for text in self.texts)


@final
@attrs.frozen(eq=False, repr=False, kw_only=True)
class CoverageReport(Value):
    """What a release holds, holds in part, lacks, and could not verify.

    It is computed from the records; the citations are theirs.

    >>> import natopa_declarations as natopa
    >>> report = natopa.load("2026.1").coverage()
    >>> next(year for year in report.years if year.year == 2024).count(natopa.Coverage.PARTIAL)
    2
    """

    years: tuple[YearCoverage, ...]
    """Every year from the first session to the last record, oldest first."""
    undated: tuple[AdoptedText, ...]
    """The texts of which not even the year is known."""
    held: tuple[AdoptedText, ...]
    """The texts that are held in full."""
    partial: tuple[AdoptedText, ...]
    """The texts of which some clauses are held."""
    title_only: tuple[AdoptedText, ...]
    """The texts of which the title is known, and no clause."""
    number_only: tuple[AdoptedText, ...]
    """The texts of which at most the number is known, and not the title."""
    missing_numbers: tuple[Gap, ...]
    """The numbers, and runs of numbers, of the series of texts that no source seen gives."""
    missing_sessions: tuple[Gap, ...]
    """The sessions that no source seen gives, one by one or by runs of years."""
    not_held: tuple[Session, ...]
    """The sessions that were called off."""
    unverified: tuple[Session | AdoptedText, ...]
    """The sessions and texts whose evidence is indirect, or that rest on an inference."""


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
