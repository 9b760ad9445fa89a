"""What stands in the data is text on the page, whatever it looks like."""

from __future__ import annotations

from html.parser import HTMLParser
from typing import TYPE_CHECKING

import pytest
from tools.site.write import pages

import natopa_declarations as natopa
from tests import small_release

if TYPE_CHECKING:
    from pathlib import Path

    from tests.small_release import Json

HOSTILE = [
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "[click](javascript:alert(1)) ![x](https://evil.example/x.png)",
    "# heading `code` *emphasis* **strong** ~~struck~~",
    "| a | b |\n|---|---|\n| c | d |",
    "```{raw} html\n<b>raw</b>\n```",
    "{raw}`html <b>` {{substitution}} $x$ (target)= [^note]",
    "--- \\ \\\\ &lt; &#60; &amp; <!-- comment -->",
    "1. one\n2. two",
    "> quoted\n> - item",
    "https://evil.example <https://evil.example> www.evil.example",
    "+++ % comment ::: {note}",
]
FREE = {"summary", "note", "title", "text", "lemma", "inference", "finding", "capacity", "counted",
        "reason", "publisher", "locator", "venue", "subject", "name", "unit", "label", "code",
        "verb", "city", "rights"}  # fmt: skip
"""The keys under which a release may have any text."""
OF_ONE_LINE = {"title", "name", "label", "code"}
"""Those of them whose text has no ends of lines."""


class Seen(HTMLParser):
    """The tags and addresses of a page, and the words that a reader sees."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.addresses: set[str] = set()
        self.words: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Keep the tag, and where it leads."""
        self.tags.add(tag)
        self.addresses |= {value or "" for name, value in attrs if name in {"href", "src"}}
        assert not [name for name, _ in attrs if name.startswith("on")]

    def handle_data(self, data: str) -> None:
        """Keep the words."""
        self.words.append(data)


def poisoned(document: Json, words: str) -> Json:
    """Return a document with `words` under every key that takes any text."""
    if isinstance(document, list):
        return [poisoned(item, words) for item in document]
    if not isinstance(document, dict):
        return document
    return {
        key: (" ".join(words.split()) if key in OF_ONE_LINE else words)
        if key in FREE and isinstance(value, str) and value not in {"draft", "adopted"}
        else poisoned(value, words)
        for key, value in document.items()
    }


def rendered(markdown: str) -> Seen:
    """Return what a page of the record is, read as Sphinx reads it."""
    from docutils import core
    from myst_parser.parsers import docutils_ as parser

    settings = {
        "myst_enable_extensions": ["attrs_inline", "deflist", "fieldlist"],
        "myst_suppress_warnings": ["myst.xref_missing"],
        "embed_stylesheet": False,
        "stylesheet_path": None,
        "report_level": 5,
    }
    page = core.publish_string(
        markdown, parser=parser.Parser(), writer="html5", settings_overrides=settings
    ).decode()
    seen = Seen()
    seen.feed(page.partition("<body")[2])
    return seen


@pytest.fixture(scope="module")
def clean(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Seen]:
    """Return the pages of the small release as it is."""
    folder = small_release.write(tmp_path_factory.mktemp("clean"), small_release.documents())
    return {name: rendered(markdown) for name, markdown in pages(natopa.load(folder)).items()}


@pytest.mark.parametrize("words", HOSTILE)
def test_hostile_text_stays_text(words: str, clean: dict[str, Seen], tmp_path: Path) -> None:
    """Each page has only its own tags and links, and shows the hostile words as they are."""
    files = small_release.documents()
    bad: dict[str, Json] = {
        name: document if name == small_release.MANIFEST else poisoned(document, words)
        for name, document in files.items()
    }
    dirty = pages(natopa.load(small_release.write(tmp_path, bad)))
    for name, markdown in dirty.items():
        if name == "command-line.md":
            continue
        before, after = clean[name], rendered(markdown)
        assert after.tags <= before.tags | {"em", "p", "ul", "li"}, name
        assert {a for a in after.addresses if not a.startswith("#")} <= before.addresses, name
    seen = " ".join("".join(rendered(dirty["texts/489.md"]).words).split())
    assert " ".join(words.split()) in seen
