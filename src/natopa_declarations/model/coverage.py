"""What a release contains of each year, and what it lacks."""

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
    """The sessions, including those that were called off."""
    texts: tuple[AdoptedText, ...]
    """The declarations and resolutions adopted in it."""
    missing: tuple[Gap, ...]
    """The sessions of the year that no source that was seen names."""

    def count(self, coverage: words.Coverage) -> int:
        """Return the number of texts of the year with this coverage."""
        return sum(text.coverage == coverage for text in self.texts)


@final
@frozen(eq=False, repr=False, kw_only=True)
class FieldEvidence(Value):
    """How many contents of one field have a citation that names the field.

    Citations name the fields that they support since release 2026.4; those of older releases, and
    those copied from them, support the record as a whole.
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
        """The share of `supported` in `held`, from 0 to 1."""
        return self.supported / self.held


@final
@frozen(eq=False, repr=False, kw_only=True)
class CoverageReport(Value):
    """What a release has in full and in part, what it lacks, and what it could not verify.

    It is computed from the records, which have the citations.

    >>> import natopa_declarations as natopa
    >>> report = natopa.load("2026.1").coverage()
    >>> next(year for year in report.years if year.year == 2024).count("partial")
    2
    """

    years: tuple[YearCoverage, ...]
    """Every year from the first session to the last record, oldest first."""
    undated: tuple[AdoptedText, ...]
    """The texts of unknown year."""
    held: tuple[AdoptedText, ...]
    """The texts that the release has in full."""
    partial: tuple[AdoptedText, ...]
    """The texts of which the release has some clauses."""
    title_only: tuple[AdoptedText, ...]
    """The texts with a known title and without clauses."""
    number_only: tuple[AdoptedText, ...]
    """The texts of which at most the number is known, but not the title."""
    missing_numbers: tuple[Gap, ...]
    """The numbers of the series, and runs of them, that no source that was seen names."""
    missing_sessions: tuple[Gap, ...]
    """The sessions that no source that was seen names, or runs of years of them."""
    not_held: tuple[Session, ...]
    """The sessions that were called off."""
    unverified: tuple[Session | AdoptedText, ...]
    """The sessions and texts whose evidence is indirect, or that rest on an inference."""
    evidence: tuple[FieldEvidence, ...] = ()
    """For each field with facts: how many of its contents have a citation that names it."""
