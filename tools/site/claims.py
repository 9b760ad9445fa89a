"""The pages of the claims, each with its verdict, and of what persons said."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from natopa_declarations.model import Verdict

from .accounts import accounts, claims_about, said, wording
from .markdown import bullets, code, external, label, link, text
from .page import Page
from .prose import VERDICTS, counted, on

if TYPE_CHECKING:
    from collections.abc import Iterable

    from natopa_declarations import Claim, Corpus, Statement

FOUNDING = "lb-ua-29512"
"""The article that this package began with."""


def founding(corpus: Corpus) -> Page:
    """Return the page of the claims of the article that this package began with."""
    claims = [claim for claim in corpus.claims() if claim.citation.source.id == FOUNDING]
    page = Page("The claims of the founding article", "list-claims", corpus)
    if claims:
        source = claims[0].citation.source
        when = f" {on(source.published)}" if source.published else ""
        page.add(
            f"This package began with one article, which {text(source.publisher)} published"
            f"{when}: {external(source.url, source.title or source.url)}. It was taken apart into"
            f" {counted(len(claims), 'claim', 'claims')}, and each was held against every other"
            f" source that could be found."
        )
    page.add(
        "The [same claims in Python](../claims.md), one expression for each, stand"
        " on a page of their own; claims of other sources on"
        f" {link('list-other-claims', 'another')}."
    )
    _all(page, claims)
    page.same(
        f'print(len(corpus.claims(source="{FOUNDING}")))' if claims else "print(corpus.claims())",
        "list claims",
    )
    return page


def others(corpus: Corpus) -> Page:
    """Return the page of the claims of all other sources."""
    claims = [claim for claim in corpus.claims() if claim.citation.source.id != FOUNDING]
    page = Page("Claims of other sources", "list-other-claims", corpus)
    page.add(
        "Where a source differs from the better ones, the record follows those, and what it"
        " says is kept here with a verdict."
        f" {link('list-claims', 'The claims of the founding article')} have a page of their own."
    )
    _all(page, claims)
    page.same("print(len(corpus.claims()))", "list claims")
    return page


def _all(page: Page, claims: Iterable[Claim]) -> None:
    counts = Counter(claim.verdict for claim in claims)
    page.add(
        bullets(
            f"**{verdict.capitalize()}** ({counts[verdict]}): {VERDICTS[verdict]}."
            for verdict in Verdict
            if counts[verdict]
        )
    )
    for claim in claims:
        _claim(page, claim)


def _claim(page: Page, claim: Claim) -> None:
    publisher = claim.citation.source.publisher
    founding = claim.citation.source.id == FOUNDING
    name = claim.label if founding else publisher
    page.heading(f"{name}: {claim.text}", name=label(claim.id))
    evidence = page.cite(claim.evidence) or " No other source was found."
    page.add(f"**{claim.verdict.capitalize()}.** {text(claim.finding)}{evidence}")
    page.add(page.inference(claim.inference))
    about = f"About: {page.references(claim.about)}. " if claim.about else ""
    source = f"Source: {text(publisher)}{page.cite([claim.citation])}. "
    page.add(f"{source}{about}Kind: {claim.kind}. Reference: {code(claim.id)}.")


def statements(corpus: Corpus) -> Page:
    """Return the page of what persons said about the texts."""
    page = Page("What was said", "list-statements", corpus)
    page.add(
        "What persons said about the texts, in whose words, and who says so. Words that are"
        " translated or reported are marked, and are not to be quoted as the speaker's own."
    )
    for statement in corpus.statements():
        _statement(page, statement)
    page.same("print(len(corpus.statements()))", "list statements")
    return page


def _statement(page: Page, statement: Statement) -> None:
    page.heading(f"{statement.speaker.name}: {statement.summary}", name=label(statement.id))
    for item in statement.wordings:
        wording(page, item, said(statement))
    if statement.accounts:
        page.add("What the sources say:", accounts(page, statement.accounts))
    page.add(page.note(statement.note))
    about = f"About: {page.references(statement.about)}. " if statement.about else ""
    page.add(f"{about}Reference: {code(statement.id)}.")
    claims_about(page, statement.id, depth=3)
