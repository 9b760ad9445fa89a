"""The answers of a corpus as outlines: hits, coverage, verifications and a user's documents."""

from __future__ import annotations

from itertools import groupby

from .._deferred import fields
from .._messages import printable
from ..model.ids import record_of
from ..model.texts import AdoptedText
from ..model.words import Coverage
from .blocks import Fields, Item, Outline, Piece, Table, joined, line, listed, section
from .differences import difference
from .fields import blocks, entry, filled, part, rest
from .phrases import capital, counted, in_words, label
from .quotations import check, quotation

TYPE_CHECKING = not __name__
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    from ..model.coverage import CoverageReport, YearCoverage
    from ..model.documents import Binding, Document
    from ..model.hits import Hit
    from ..model.verification import Verification
    from .blocks import Block, Line, Section
    from .view import View


EVIDENCE = (
    "Since release 2026.4, a citation says which fields it supports. One that was taken over from"
    " an older release does not, and supports the record as a whole."
)


def hit(view: View, value: Hit) -> Outline:
    """Return a hit: what was found, where that belongs, and the snippet with its words marked."""
    whole = view.find(record_of(value.ref))
    about = view.find(record_of(next(iter(getattr(whole, "about", ())), "")))
    facts = [line(f"{value.kind}, {value.field}")]
    if isinstance(whole, AdoptedText) and str(whole.id) != value.ref:
        facts.append((view.link(whole),))
    for owner, name in ((whole, "session"), (about, "session"), (whole, "adopted"),
                        (whole, "date"), (whole, "start")):  # fmt: skip
        content = getattr(owner, name, None)
        facts += [view.said(owner, name, content)] if content else []
    facts += rest(view, value, "ref", "kind", "rank", "field", "snippet", "spans")
    inner = (joined(facts), _marked(value))
    found = listed([Item((view.link(value.ref),), inner)])
    return Outline("Hit", str(value.rank), "", found, value.ref)


def _marked(value: Hit) -> Line:
    """Return the snippet with the words searched for marked; side by side they share a mark."""
    pieces: list[Piece] = []
    reached = 0
    for mark in value.spans:
        between, words = value.snippet[reached : mark.start], value.snippet[mark.start : mark.end]
        if pieces and between.isspace():
            pieces[-1] = Piece(pieces[-1].text + between + words, "mark")
        else:
            pieces += [Piece(between), Piece(words, "mark")]
        reached = mark.end
    return (*pieces, Piece(value.snippet[reached:]))


def coverage(view: View, value: CoverageReport) -> Outline:
    """Return what a release holds, holds in part, lacks, and could not verify."""
    counts: list[tuple[str, Line]] = []
    found: list[Block] = []
    # What is held comes first.
    for name in sorted(fields(type(value)), key=lambda name: name == "undated"):
        if name in {"years", "evidence"}:
            continue
        records = getattr(value, name)
        title = capital(label(name, "CoverageReport"))
        several = isinstance(records, tuple)
        counts.append((title, line(str(len(records) if several else records))))
        if name == "unverified":
            items = [line((view.link(one),), f": {one.inference}" if one.inference else None)
                     for one in records]  # fmt: skip
            found += section(title, listed(items))
        elif several and name not in {"held", "partial", "title_only"}:
            links = joined([(view.link(one, "name"),) for one in records], "; ")
            found += section(title, filter(None, (links,)))
    shown = (Fields(tuple(counts)), *_years(view, value), *found, *_evidence(value))
    return Outline("Coverage", "", "what is held, and what is not", shown)


def _evidence(report: CoverageReport) -> tuple[Section, ...]:
    """Return a row for each field: how many records have it, and how many cite it by name."""
    rows = [
        tuple(map(line, (capital(one.kind), label(one.field), f"{one.held:,}",
                         f"{one.supported:,}", f"{one.share:.0%}")))
        for one in report.evidence
    ]  # fmt: skip
    head = ("Record", "Field", "Known of", "With a citation that names the field", "Share")
    return section("Evidence for each field", (line(EVIDENCE), Table(head, tuple(rows))))


def _years(view: View, report: CoverageReport) -> tuple[Section, ...]:
    """Return a row for each year, and one for years that follow each other and have nothing."""

    def cells(year: YearCoverage) -> tuple[Line, ...]:
        sessions = [(view.link(session),) for session in year.sessions]
        lost = [line(f"{gap.season} not seen") for gap in year.missing if gap.season]
        bar = line(f"{'▇' * len(year.texts)} {len(year.texts)}" if year.texts else None)
        counts = [line(str(year.count(coverage) or "")) for coverage in Coverage]
        return (bar, joined([*sessions, *lost]), *counts)

    rows = []
    for row, group in groupby(reversed(report.years), cells):
        same = list(group)
        one_row = not (same[0].sessions or same[0].texts)
        runs = [same] if one_row else [[year] for year in same]
        for run in runs:
            years = (run[-1].year, run[0].year)
            rows.append((line(" to ".join(map(str, dict.fromkeys(years)))), *row))
    head = ("Year", "Texts", "Sessions", *[capital(in_words(coverage)) for coverage in Coverage])
    return section("By year", (Table(head, tuple(rows)),))


def verification(view: View, value: Verification) -> Outline:
    """Return whether a release is as recorded, each file that differs, and the digests."""
    same = "not the same as" if value.differs else "the same as"
    against = f"{same} {value.against}" if value.against else "nothing recorded to compare with"
    skip = {"release", "files", "against", *(() if value.differs else ("expected",))}
    rows: list[tuple[str, Line]] = []
    for name in [name for name in filled(value) if name not in {*skip, "advisories"}]:
        content: object = getattr(value, name)
        files = [line(printable(file)) for file in content] if isinstance(content, tuple) else [
            view.content(value, name)]  # fmt: skip
        rows += [(label(name), file) for file in files]
    title = f"{counted(value.files, 'file')}, {against}"
    wrong = [entry(view, one, ("release",)) for one in value.advisories]
    heading = f"Found wrong since it was published: {counted(len(wrong), 'record')}"
    shown: tuple[Block, ...] = (Fields(tuple(rows)), *section(heading, listed(wrong)))
    return Outline("Release", printable(value.release), title, shown)


def document(view: View, value: Document) -> Outline:
    """Return the paragraphs of each text in a document, and every doubt."""
    title = f"{value.format.upper()}, {counted(value.pages, 'page')}"
    return Outline("Document", value.name, title, blocks(view, value, ("name", "format", "pages")))


def binding(view: View, value: Binding) -> Outline:
    """Return clause by clause what agrees between a text of a document and that of a release."""
    return Outline("Binding", "", "", (part(view, value),))


ANSWERS: dict[str, Callable[[View, Any], Outline]] = {
    "Hit": hit,
    "Quotation": quotation,
    "Check": check,
    "Binding": binding,
    "Diff": difference,
    "Document": document,
    "CoverageReport": coverage,
    "Verification": verification,
}
"""How each answer is outlined, by the name of its class."""
