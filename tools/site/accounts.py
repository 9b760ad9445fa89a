"""What pages of several kinds have: accounts, words with their readings, claims, statements."""

from __future__ import annotations

from typing import TYPE_CHECKING

from natopa_declarations import Claim, Statement
from natopa_declarations.model import Fidelity, SourceKind

from .markdown import bullets, external, label, link, quotation, text
from .page import Page, short, verdict
from .prose import CONFIDENCES, FIDELITIES, MEDIA, date, language, on

if TYPE_CHECKING:
    from collections.abc import Iterable

    from natopa_declarations import Citation, Session, Source, Wording
    from natopa_declarations.model import Account, AdoptedText, Reading


def accounts(page: Page, found: Iterable[Account]) -> str:
    """Return what each source says, with its verdict."""
    lines = []
    for account in found:
        when = f" ({on(account.date)})" if account.date else ""
        line = f"{text(account.summary)}{when}{page.cite(account.citations)}"
        if account.verdict:
            line += f" ({verdict(account.verdict)})"
        lines.append(" ".join(filter(None, [line, page.inference(account.inference)])))
    return bullets(lines)


def wording(page: Page, found: Wording, origin: str = "") -> None:
    """Add words as a quotation, whose they are, and where other sources read otherwise."""
    source = text(found.citation.source.publisher) + page.cite([found.citation])
    tongue = f", in {text(language(found.language))}" if found.language != "en" else ""
    fidelity = f"**{found.fidelity.capitalize()}**: {FIDELITIES[found.fidelity]}."
    if found.fidelity == Fidelity.PARAPHRASED:
        # Reported speech is no quotation, so it must not look like one.
        who = f"{origin}, as" if origin else "As"
        page.add(f"{who} reported by {source}{tongue}: {text(found.text)} {fidelity}")
    else:
        who = f"{origin}, " if origin else ""
        page.add(quotation(found.text, f"{who}as {source} has it{tongue}. {fidelity}"))
    if found.readings:
        page.add("Other sources read:", bullets(_reading(page, item) for item in found.readings))
    page.add(page.inference(found.inference))


def _reading(page: Page, reading: Reading) -> str:
    """Return one line of the apparatus: these words here, those words there."""
    there = f"“{text(reading.text)}”" if reading.text else "nothing"
    tongue = f" (in {text(language(reading.language))})" if reading.language else ""
    source = text(reading.citation.source.publisher)
    line = f"for “{text(reading.lemma)}”, {source} has {there}{tongue}"
    return " ".join(filter(None, [line + page.cite([reading.citation]) + ".",
                                  text(reading.note or "")]))  # fmt: skip


def official(page: Page, citations: Iterable[Citation]) -> None:
    """Add links to the pages of the Assembly itself, or say that none is among the sources."""
    sources = {
        citation.source.id: citation.source
        for citation in citations
        if citation.source.kind == SourceKind.ASSEMBLY
    }
    if sources:
        page.add("From the Assembly itself:", bullets(map(_linked, sources.values())))
    else:
        page.add("No page of the Assembly itself is among the sources of these facts.")


def _linked(source: Source) -> str:
    """Return a link to a source, by its title where it has one."""
    when = f", {date(source.published)}" if source.published else ""
    return external(source.url, source.title or short(source.url)) + when


def sure(found: AdoptedText | Session, more: str = "") -> str:
    """Say how well the facts above it are sourced, and what that does not speak of."""
    words = CONFIDENCES[found.confidence]
    return f"These facts have **{found.confidence} confidence**: {words}.{more}"


def touches(record: Claim | Statement, identifier: str) -> bool:
    """Say whether a claim or statement is about this record, a part or an edition of it."""
    return any(
        reference == identifier or reference.startswith((f"{identifier}#", f"{identifier}@"))
        for reference in record.about
    )


def claims_about(page: Page, identifier: str, depth: int = 2) -> None:
    """Add the claims of sources about a record, with their verdicts."""
    found = [claim for claim in page.corpus.claims() if touches(claim, identifier)]
    if not found:
        return
    page.heading("Claims about it, checked", depth)
    lines = []
    for claim in found:
        name = link(label(claim.id), text(claim.label))
        lines.append(
            f"{name}, {text(claim.citation.source.publisher)}: {text(claim.text)}"
            f"{page.cite([claim.citation])}"
            f" {verdict(claim.verdict)}: {text(claim.finding)}{page.cite(claim.evidence)}"
        )
    page.add(bullets(lines))


def statements_about(page: Page, identifier: str) -> None:
    """Add a line for each statement about a record."""
    found = [item for item in page.corpus.statements() if touches(item, identifier)]
    if not found:
        return
    page.heading("What was said about it")
    page.add(bullets(_line(item) for item in found))


def _line(statement: Statement) -> str:
    when = f", {on(statement.date)}" if statement.date else ""
    return (
        f"{link(label(statement.id), text(statement.speaker.name))},"
        f" {text(statement.capacity)}{when}: {text(statement.summary)}"
    )


def said(statement: Statement) -> str:
    """Say who spoke, as what, when and where."""
    when = f", {on(statement.date)}" if statement.date else ""
    return (
        f"{text(statement.speaker.name)}, {text(statement.capacity)}{when},"
        f" {MEDIA[statement.medium]}"
    )
