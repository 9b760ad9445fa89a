"""What the pages offer for download, and what they say of themselves in their heads."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING
from urllib.parse import unquote

import pytest
from tools.site import downloads
from tools.site.write import write

import natopa_declarations as natopa
from natopa_declarations import export

if TYPE_CHECKING:
    from pathlib import Path

CORPUS = natopa.load()
OFFERED = re.compile(r'href="([^"]*_downloads/[^"]*)"')
HEAD = re.compile(r'<script type="application/ld\+json">\n(.*?)\n</script>', re.DOTALL)


def offered(build: Path, page: str) -> dict[str, bytes]:
    """Return the files that a page offers, by their names."""
    file = build / "record" / f"{page}.html"
    links = OFFERED.findall(file.read_text(encoding="utf-8"))
    found = [(file.parent / unquote(link)).resolve() for link in links]
    return {path.name: path.read_bytes() for path in found}


def test_every_text_is_offered_in_every_format(build: Path) -> None:
    """Each page of a text has its citations, its Akoma Ntoso and its tables, as exported."""
    pages = list((build / "record" / "texts").glob("*.html"))
    assert len(pages) > 50
    wanted = downloads.files(CORPUS)
    for page in pages:
        text = CORPUS.text(page.stem)
        found = offered(build, f"texts/{text.id}")
        names = {f"{text.id}.{ending}" for ending in ("csl.json", "bib", "ris", "xml", "csv")}
        assert set(found) == names | ({f"{text.id}-clauses.csv"} if text.clauses else set())
        assert found == {name: wanted[name].encode() for name in found}
        assert found[f"{text.id}.xml"] == export.akoma_ntoso(text, corpus=CORPUS).encode()


def test_lists_offer_their_tables(build: Path) -> None:
    """The page of the adopted texts has the tables about them, whole."""
    found = offered(build, "texts")
    assert set(found) == {f"{kind}.csv" for kind in downloads.TABLES["texts"]}
    assert found["clauses.csv"] == CORPUS.table("clauses").to_csv().encode()


@pytest.mark.parametrize(
    ("page", "record"),
    [("index", CORPUS), ("record/texts/489", CORPUS.text(489)),
     ("record/sessions/2024-spring", CORPUS.session("2024-spring"))],
)  # fmt: skip
def test_heads_say_what_a_page_is_about(page: str, record: natopa.Corpus, build: Path) -> None:
    """In the words of schema.org, once, and as exported."""
    [metadata] = HEAD.findall((build / f"{page}.html").read_text(encoding="utf-8"))
    assert json.loads(metadata) == json.loads(export.schema_org(record))


def test_other_pages_have_no_such_head(build: Path) -> None:
    """A list or a how-to is about no one record."""
    for page in ("record/texts", "how-to/zotero"):
        assert not HEAD.findall((build / f"{page}.html").read_text(encoding="utf-8"))


def test_files_that_are_no_longer_offered_go(tmp_path: Path) -> None:
    """What another release left behind is taken away, and the rest is written once."""
    folder = tmp_path / downloads.FOLDER
    folder.mkdir()
    (folder / "old.csv").write_text("old", encoding="utf-8")
    corpus = natopa.load("2026.1")
    write(corpus, tmp_path)
    assert {path.name for path in folder.iterdir()} == set(downloads.files(corpus))
    before = {path: path.stat().st_mtime_ns for path in folder.iterdir()}
    write(corpus, tmp_path)
    assert before == {path: path.stat().st_mtime_ns for path in folder.iterdir()}
