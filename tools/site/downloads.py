"""What the pages of the record offer for download, and what they say of themselves in their heads.

The files are those that the exporters write; nothing here knows a format.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from natopa_declarations import export

if TYPE_CHECKING:
    from pathlib import Path

    from natopa_declarations import Corpus
    from natopa_declarations.model.value import Value

FOLDER = "downloads"
TABLES = {
    "texts": ("texts", "clauses", "wordings", "readings", "votes", "copies"),
    "sessions": ("sessions",),
    "statements": ("statements",),
    "claims": ("claims",),
    "other-claims": ("claims",),
    "sources": ("sources",),
    "persons": ("persons",),
    "bodies": ("bodies",),
    "topics": ("topics",),
    "gaps": ("gaps",),
    "coverage": ("gaps",),
    "assembly": ("member-states", "sizes", "participation-classes"),
}
"""The tables that a list offers whole, by the name of its page."""
CITATIONS = {"CSL-JSON": ("csl-json", "csl.json"), "BibTeX": ("bibtex", "bib"),
             "RIS": ("ris", "ris")}  # fmt: skip
"""What a format is called for people, for the exporter, and at the end of the name of its file."""


def files(corpus: Corpus) -> dict[str, str]:
    """Return every file that the pages offer, by its name."""
    found = {
        f"{kind}.csv": corpus.table(kind).to_csv() for kinds in TABLES.values() for kind in kinds
    }
    for text in corpus.texts():
        for format_, ending in CITATIONS.values():
            found[f"{text.id}.{ending}"] = text.cite(format_, corpus=corpus)
        found[f"{text.id}.xml"] = export.akoma_ntoso(text, corpus=corpus)
        found[f"{text.id}.csv"] = export.table(corpus, "texts", only=[text]).to_csv()
        if text.clauses:
            name = f"{text.id}-clauses.csv"
            found[name] = export.table(corpus, "clauses", only=text.clauses).to_csv()
    return found


def write(corpus: Corpus, folder: Path) -> None:
    """Write the files into `folder`, and remove what is not a file of this corpus."""
    wanted = {name: content.encode() for name, content in files(corpus).items()}
    folder.mkdir(parents=True, exist_ok=True)
    for old in folder.iterdir():
        if old.name not in wanted:
            old.unlink()
    for name, content in wanted.items():
        path = folder / name
        if not path.exists() or path.read_bytes() != content:
            path.write_bytes(content)


def record_of(corpus: Corpus, page: str) -> Value | None:
    """Return the record that a page such as ``texts/489`` is about, if it is about one."""
    folder, _, identifier = page.partition("/")
    if folder not in {"texts", "sessions"} or not identifier:
        return None
    return corpus.text(identifier) if folder == "texts" else corpus.session(identifier)


def section(corpus: Corpus, page: str) -> str:
    """Return what a page offers, as Markdown: for a list its tables, for a text its files."""
    if page in TABLES:
        links = [_link(kind, f"{kind}.csv", 0) for kind in TABLES[page]]
        return f"\n\n## To download\n\nAs CSV: {', '.join(links)}.\n"
    record = record_of(corpus, page)
    if record is None:
        return ""
    lines = ["", "", "## To cite", "", "```text", record.cite(corpus=corpus), "```", ""]
    if page.startswith("texts/"):
        text = corpus.text(page.partition("/")[2])
        links = [_link(name, f"{text.id}.{ending}") for name, (_, ending) in CITATIONS.items()]
        links += [_link("Akoma Ntoso", f"{text.id}.xml"), _link("CSV", f"{text.id}.csv")]
        if text.clauses:
            links.append(_link("CSV of its clauses", f"{text.id}-clauses.csv"))
        lines += [f"To download: {', '.join(links)}.", ""]
    return "\n".join(lines)


def head(corpus: Corpus, page: str, url: str | None) -> str:
    """Return the elements for the head of a page: what it is about, in the words of schema.org."""
    record = corpus if page == "index" else record_of(corpus, page)
    if record is None:
        return ""
    metadata = export.schema_org(record, url=url)
    return f'\n<script type="application/ld+json">\n{metadata}\n</script>\n'


def _link(name: str, file: str, depth: int = 1) -> str:
    return f"{{download}}`{name} <{'../' * depth}{FOLDER}/{file}>`"
