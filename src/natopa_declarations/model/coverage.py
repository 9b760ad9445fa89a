"""What a release holds of each year, and what it lacks."""

from __future__ import annotations

from .._deferred import final, frozen
from . import words
from .assembly import Gap
from .sessions import Session
from .texts import AdoptedText
from .value import Value


@final
@frozen(eq=False, repr=False, kw_only=True)
class YearCoverage(Value):
    """What a release has of one year."""

    year: int
    sessions: tuple[Session, ...]
    """The sessions that were held, and those that were called off."""
    texts: tuple[AdoptedText, ...]
    """The declarations and resolutions adopted in it."""
    missing: tuple[Gap, ...]
    """The sessions of the year that no source seen gives."""

    def count(self, coverage: words.Coverage) -> int:
        """Return how many texts of the year are held to this extent."""
        return sum(text.coverage == coverage for text in self.texts)


@final
@frozen(eq=False, repr=False, kw_only=True)
class FieldEvidence(Value):
    """How much of what a release has in one field of a kind of record is cited by itself.

    A citation names the fields that it supports since release 2026.4; the citations of older
    releases, and those that were taken over from them, support the record as a whole.
    """

    kind: str
    """The kind of record, such as ``clause``."""
    field: str
    """The field, such as ``opening``."""
    held: int
    """How many records have it."""
    supported: int
    """How many of those have a citation that names it."""

    @property
    def share(self) -> float:
        """The share of those that have it whose citations name it, from 0 to 1."""
        return self.supported / self.held


@final
@frozen(eq=False, repr=False, kw_only=True)
class CoverageReport(Value):
    """What a release holds, holds in part, lacks, and could not verify.

    It is computed from the records; the citations are theirs.

    >>> import natopa_declarations as natopa
    >>> report = natopa.load("2026.1").coverage()
    >>> next(year for year in report.years if year.year == 2024).count("partial")
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
    evidence: tuple[FieldEvidence, ...] = ()
    """For each field that states facts: how many of its contents have a citation that names it."""
