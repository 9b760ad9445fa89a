"""What the pages of the record offer for download, and what they say of themselves in their heads.

The files are those that the exporters write; nothing here knows a format.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from natopa_declarations import export
from natopa_declarations.model.texts import AdoptedText

from .lists import INTROS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from natopa_declarations import Corpus
    from natopa_declarations.model.value import Value

FOLDER = "downloads"
TABLES = {
    "texts": ("texts", "clauses", "wordings", "readings", "votes", "copies"),
    "timeline": ("texts", "sessions"),
    "other-claims": ("claims",),
    "coverage": ("gaps",),
    "assembly": ("member-states", "sizes", "participation-classes"),
}
"""The tables that a list offers, if not only the one of its name; the first is listed."""
CITATIONS = {"CSL-JSON": ("csl-json", "csl.json"), "BibTeX": ("bibtex", "bib"),
             "RIS": ("ris", "ris")}  # fmt: skip
"""The name of a format for people, for the exporter, and at the end of a file's name."""


def files(corpus: Corpus) -> dict[str, str]:
    """Return every file that the pages offer, by its name."""
    names = {name for page in INTROS for name in tables(page)}
    return {f"{name}.csv": corpus.table(name).to_csv() for name in sorted(names)} | {
        name: content for text in corpus.texts() for _, name, content in _of_text(text, corpus)
    }


def _of_text(text: AdoptedText, corpus: Corpus) -> Iterator[tuple[str, str, str]]:
    """Yield each file that the page of a text offers: what it is called, its name and content."""
    for name, (format_, ending) in CITATIONS.items():
        yield name, f"{text.id}.{ending}", text.cite(format_, corpus=corpus)
    yield "Akoma Ntoso", f"{text.id}.xml", export.akoma_ntoso(text, corpus=corpus)
    yield "CSV", f"{text.id}.csv", export.table(corpus, "texts", only=[text]).to_csv()
    if text.clauses:
        clauses = export.table(corpus, "clauses", only=text.clauses)
        yield "CSV of its clauses", f"{text.id}-clauses.csv", clauses.to_csv()


def tables(page: str) -> tuple[str, ...]:
    """Return the tables that a list offers; a page that is no list offers none."""
    return TABLES.get(page, (page,) if page in INTROS else ())


def record_of(corpus: Corpus, page: str) -> Value | None:
    """Return the record that a page such as ``texts/489`` is about, if it is about one."""
    folder, _, identifier = page.partition("/")
    return corpus.get(identifier) if folder in {"texts", "sessions"} else None


def section(corpus: Corpus, page: str) -> str:
    """Return what a page offers, as Markdown: for a list its tables, for a text its files."""
    links = [_link(name, f"{name}.csv", 0) for name in tables(page)]
    if links:
        return f"## To download\n\nAs CSV: {', '.join(links)}."
    record = record_of(corpus, page)
    if record is None:
        return ""
    cited = f"## To cite\n\n```text\n{record.cite(corpus=corpus)}\n```"
    if not isinstance(record, AdoptedText):
        return cited
    links = [_link(name, file) for name, file, _ in _of_text(record, corpus)]
    return f"{cited}\n\nTo download: {', '.join(links)}."


def head(corpus: Corpus, page: str, url: str | None) -> str:
    """Return the elements for the head of a page: what it is about, in the words of schema.org."""
    record = corpus if page == "index" else record_of(corpus, page)
    if record is None:
        return ""
    metadata = export.schema_org(record, url=url)
    return f'\n<script type="application/ld+json">\n{metadata}\n</script>\n'


def _link(name: str, file: str, depth: int = 1) -> str:
    return f"{{download}}`{name} <{'../' * depth}{FOLDER}/{file}>`"
