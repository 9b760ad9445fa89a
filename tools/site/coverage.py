"""The page of what a release holds, holds in part, lacks, and could not verify."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from natopa_declarations.model import Coverage, SessionFormat

from .markdown import bullets, label, link, table, target, text
from .page import Page
from .prose import text_name

if TYPE_CHECKING:
    from natopa_declarations import Corpus, Session
    from natopa_declarations.model import AdoptedText, CoverageReport, Gap, YearCoverage

NONE = "None is known to be missing."


def page(corpus: Corpus) -> Page:
    """Return the page of what `corpus` covers."""
    report = corpus.coverage()
    page = Page("Coverage", "list-coverage", corpus)
    page.add(
        f"What release {text(corpus.release.version)} holds, holds in part, lacks, and could not"
        " verify. No full public list of the sessions or the texts of the Assembly was found, so"
        " this page counts what the sources that were seen have, and names what they leave open."
    )
    rows = (
        ("Sessions held", sum(session.held for session in corpus.sessions())),
        ("Sessions called off", len(report.not_held)),
        ("Declarations", len(corpus.declarations())),
        ("Resolutions", len(corpus.resolutions())),
        ("Texts held in full", len(report.held)),
        ("Texts held in part", len(report.partial)),
        ("Texts held by their title", len(report.title_only)),
        ("Texts of which at most the number is known", len(report.number_only)),
    )
    page.add(table(("What", "Records"), [(name, str(number)) for name, number in rows]))
    _years(page, report)
    _numbers(page, report)
    _sessions(page, report)
    _unverified(page, report)
    page.same("print(len(corpus.coverage().partial))")
    return page


def _years(page: Page, report: CoverageReport) -> None:
    page.heading("By year")
    page.add(
        "A session that no source seen gives stands as *not seen*, and may never have been. Texts"
        " are counted by how much is held of them."
    )
    rows: list[tuple[str, ...]] = []
    for what, group in groupby(report.years, _of_year):
        years = list(group)
        # Years of which nothing is held are one line, as long as they follow each other.
        alike = [years] if not (years[0].sessions or years[0].texts) else [[y] for y in years]
        rows += [(_range(some[0].year, some[-1].year), *what) for some in alike]
    page.add(table(("Year", "Sessions", "Full", "Part", "Title", "Number at most"), rows))
    if report.undated:
        page.add("The year of these texts is not known:")
        page.add(bullets(_text(found) for found in report.undated))


def _of_year(year: YearCoverage) -> tuple[str, ...]:
    """Return the cells of a year, but for the year itself."""
    sessions = [_session(session) for session in year.sessions]
    sessions += [f"*{gap.season} not seen*" for gap in year.missing if gap.season]
    counts = [str(year.count(coverage) or "") for coverage in Coverage]
    return (", ".join(sessions), *counts)


def _session(session: Session) -> str:
    if not session.held:
        where = "not held"
    elif session.city is None and session.format == SessionFormat.IN_PERSON:
        where = "place not known"
    else:
        where = session.city or str(session.format)
    return link(label(session.id), text(f"{session.season} ({where})"))


def _text(found: AdoptedText) -> str:
    return link(label(found.id), text(text_name(found)))


def _numbers(page: Page, report: CoverageReport) -> None:
    page.heading("Numbers that no source seen gives")
    lines = [
        _gap(page, gap, _range(gap.number, gap.last_number)) for gap in report.missing_numbers
    ]
    page.add("\n".join(lines) or NONE)


def _sessions(page: Page, report: CoverageReport) -> None:
    page.heading("Sessions that no source seen gives")
    lines = [
        _gap(page, gap, f"{_range(gap.year, gap.last_year)}, {gap.season}")
        for gap in report.missing_sessions
    ]
    page.add("\n".join(lines) or NONE)
    if report.not_held:
        page.add("Called off:")
        lines = [f"{_session(session)}: {text(session.note or '')}" for session in report.not_held]
        page.add(bullets(lines))


def _gap(page: Page, gap: Gap, name: str) -> str:
    words = f"**{text(name)}**: {text(gap.summary)}{page.cite(gap.citations)}"
    return f"- {target(label(gap.id))}\n\n  {words}"


def _range(first: int | None, last: int | None) -> str:
    return str(first) if last in {None, first} else f"{first} to {last}"


def _unverified(page: Page, report: CoverageReport) -> None:
    page.heading("Not verified")
    page.add("Their evidence is indirect, or they rest on an inference.")
    rows = [
        (
            page.reference(record.id),
            str(record.confidence),
            text(record.inference or ""),
        )
        for record in report.unverified
    ]
    if rows:
        page.add(table(("Record", "Confidence", "Inference"), rows))
