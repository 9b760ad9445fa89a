"""The sources, one page for each kind, and what cites each of them."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

import attrs

from natopa_declarations import Citation, Claim, Session, Statement
from natopa_declarations.model import AdoptedText, Gap, SourceKind

from .markdown import bullets, code, external, label, link, target, text
from .page import Page
from .prose import SOURCE_KINDS, counted, date, language

if TYPE_CHECKING:
    from collections.abc import Iterator

    from natopa_declarations import Corpus, Source


def pages(corpus: Corpus) -> dict[str, Page]:
    """Return a page for each kind of source that the corpus has, by the name of the kind."""
    uses = citing(corpus)
    found = {}
    for kind in SourceKind:
        sources = [source for source in corpus.sources() if source.kind == kind]
        if sources:
            found[str(kind)] = _page(kind, sources, uses, corpus)
    return found


def citing(corpus: Corpus) -> dict[str, list[object]]:
    """Return the records that cite each source, by its id."""
    uses: dict[str, list[object]] = defaultdict(list)
    records = (
        *corpus.sessions(),
        *corpus.texts(),
        *corpus.statements(),
        *corpus.claims(),
        *corpus.gaps(),
        *corpus.persons(),
        *corpus.bodies(),
        *corpus.member_states(),
        *corpus.sizes(),
        *corpus.participation_classes(),
    )
    for record in records:
        for name in dict.fromkeys(_cited(record, record)):
            uses[name].append(record)
    return uses


def _cited(value: object, root: object) -> Iterator[str]:
    """Yield the ids of the sources that a record cites in itself, not in the records it names."""
    if isinstance(value, Citation):
        yield value.source.id
    elif isinstance(value, tuple):
        for item in value:
            yield from _cited(item, root)
    elif attrs.has(kind := type(value)) and (value is root or not _stands_alone(value)):
        for field in attrs.fields(kind):
            yield from _cited(getattr(value, field.name), root)


def _stands_alone(value: object) -> bool:
    """Say whether a value is a record with an id of its own, and no part of another."""
    identifier: str | None = getattr(value, "id", None)
    return identifier is not None and "#" not in identifier


def _page(
    kind: SourceKind, sources: list[Source], uses: dict[str, list[object]], corpus: Corpus
) -> Page:
    page = Page(f"Sources: {SOURCE_KINDS[kind]}", f"sources-{kind}", corpus)
    page.add(
        f"{link('list-sources', 'All sources')}. These are"
        f" {counted(len(sources), 'page or document', 'pages and documents')} that were read, and"
        f" for each what cites it."
    )
    for source in sorted(sources, key=lambda source: (source.publisher.casefold(), source.id)):
        _source(page, source, uses[source.id])
    page.same(
        f'print([source.id for source in corpus.sources() if source.kind == "{kind}"])',
        "list sources",
    )
    return page


def _source(page: Page, source: Source, uses: list[object]) -> None:
    title = f"*{text(source.title)}*" if source.title else ""
    when = date(source.published) if source.published else ""
    tongue = f"in {text(language(source.language))}" if source.language else ""
    document = f"document {text(source.code)}" if source.code else ""
    facts = ", ".join(filter(None, [title, when, tongue, document]))
    page.add(target(label(source.id)))
    page.add(f"**{text(source.publisher)}**{', ' if facts else ''}{facts} ({code(source.id)})")
    lines = [external(source.url, source.url)]
    if source.note:
        lines.append(page.note(source.note))
    lines.append("Cited by " + ", ".join(_name(use) for use in uses) if uses else "")
    page.add(bullets(filter(None, lines)))


def _name(use: object) -> str:
    identifier = str(getattr(use, "id", ""))
    if isinstance(use, Session | AdoptedText | Claim | Statement | Gap):
        return link(label(identifier), code(identifier))
    return text(str(getattr(use, "name", None) or identifier))


def index(corpus: Corpus) -> Page:
    """Return the page that leads to the sources of each kind."""
    page = Page("Sources", "list-sources", corpus)
    page.add(
        f"Release {text(corpus.release.version)} rests on"
        f" {counted(len(corpus.sources()), 'page or document', 'pages and documents')} that were"
        f" read, in whole or in part. Every fact names the ones it comes from."
    )
    lines = []
    for kind in SourceKind:
        number = sum(source.kind == kind for source in corpus.sources())
        if number:
            name = link(f"sources-{kind}", text(SOURCE_KINDS[kind]))
            lines.append(f"{name} ({number})")
    page.add(bullets(lines))
    page.same("print(len(corpus.sources()))", "list sources")
    return page
