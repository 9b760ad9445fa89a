"""The pages made from the data: complete, true to it, and nothing in them but text."""

from __future__ import annotations

import copy
import functools
import re
import shlex
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tools import command_line_page
from tools.site.names import named
from tools.site.write import pages, write

import natopa_declarations as natopa
from natopa_declarations import _cli_parser as command
from natopa_declarations.__main__ import main
from natopa_declarations._corpus.corpus import COLLECTIONS
from natopa_declarations._show import markdown
from natopa_declarations._show.blocks import Cite
from natopa_declarations._show.outline import outline
from tests import small_release
from tests.test_notebook import flat, strings

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

CORPUS = natopa.load("2026.2")
CODE = re.compile(r"^```python\n(.*?)^```$", re.MULTILINE | re.DOTALL)
SHELL = re.compile(r"^```console\n\$ natopa (.*?)\n", re.MULTILINE)
FOLDERS = {"sessions", "texts", "topics", "persons"}
"""The kinds whose records have a page each."""


@pytest.fixture(scope="module")
def site() -> dict[str, str]:
    """Return every page of a release by its name."""
    return pages(CORPUS)


def is_of_a_record(name: str) -> bool:
    """Say whether a page is that of one record."""
    return name.count("/") == 1 and name.partition("/")[0] in FOLDERS


@pytest.fixture
def small(tmp_path: Path) -> natopa.Corpus:
    """The small release, in which every key of the format is used."""
    return natopa.load(small_release.write(tmp_path, small_release.documents()))


def unescaped(page: str) -> str:
    """Return Markdown without the marks that escape its punctuation."""
    return re.sub(r"\\([!-/:-@\[-`{-~])", r"\1", page)


@pytest.mark.slow
def test_every_session_text_topic_and_person_has_a_page(site: dict[str, str]) -> None:
    """Each has one, of that name, and the list of its kind leads to it."""
    for folder, records in (
        ("sessions", CORPUS.sessions()),
        ("texts", CORPUS.texts()),
        ("topics", CORPUS.topics()),
        ("persons", CORPUS.persons()),
    ):
        for record in records:
            assert f"({markdown.label(record.id)})=" in site[f"{folder}/{record.id}.md"]
            assert f"(#{markdown.label(record.id)})" in site[f"{folder}.md"]


@pytest.mark.slow
def test_every_record_has_one_place(site: dict[str, str]) -> None:
    """Whatever may be linked stands on one page, once."""
    for identifier in CORPUS:
        mark = f"({markdown.label(identifier)})="
        assert sum(page.count(f"\n{mark}\n") for page in site.values()) == 1, identifier


@pytest.mark.slow
def test_every_link_leads_somewhere(site: dict[str, str]) -> None:
    """The places that pages lead to are on some page."""
    leads = {label for page in site.values() for label in re.findall(r"\]\(#([^)]+)\)", page)}
    places = {
        label for page in site.values() for label in re.findall(r"^\((.+)\)=$", page, re.MULTILINE)
    }
    assert leads - places == set()
    assert len(leads) > 500


def cited(blocks: object) -> Iterator[str]:
    """Yield the sources that an outline cites."""
    if isinstance(blocks, Cite):
        yield blocks.citation.source.id
    elif isinstance(blocks, tuple):
        for block in blocks:
            yield from cited(block)
    elif hasattr(blocks, "__attrs_attrs__"):
        for field in blocks.__attrs_attrs__:
            yield from cited(getattr(blocks, field.name))


@pytest.mark.slow
def test_a_page_cites_every_source_of_its_record(site: dict[str, str]) -> None:
    """What the record cites, the page cites; each mark has its entry, and the other way round."""
    names = [name for name in site if is_of_a_record(name)]
    assert len(names) > 200
    for name in names:
        identifier = name.partition("/")[2].removesuffix(".md")
        marks = set(re.findall(r"\[\^s-([a-z0-9-]+)\](?!:)", site[name]))
        entries = set(re.findall(r"^\[\^s-([a-z0-9-]+)\]:", site[name], re.MULTILINE))
        assert marks == entries, name
        assert set(cited(outline(CORPUS[identifier]).blocks)) <= entries, name


def slips(page: str) -> list[str]:
    """Return what a blank leaves behind in the sentences of a page, in its surroundings."""
    other = r"```.*?```|^\[\^.*?$|\]\(.*?\)|<\S*downloads/.*?>"
    sentences = re.sub(other, "", page, flags=re.DOTALL | re.MULTILINE)
    shown = unescaped(sentences)
    marks = r"(?<!\.)\.\.(?!\.)| [,;](?![\d.])|\(\)|, ,|; ;|[;:,]\."
    found = re.finditer(rf"\bNone\b|\bthe the\b|{marks}", shown)
    return [shown[max(0, match.start() - 30) : match.end() + 30] for match in found]


@pytest.mark.slow
def test_a_blank_leaves_nothing_behind(site: dict[str, str]) -> None:
    """No None, no two full stops, no empty parentheses and no space before a comma."""
    for name in set(site) - {"command-line.md"}:
        assert slips(site[name]) == [], name


@pytest.mark.parametrize("bad", ["by None.", "the end.. It", "in , Paris", "in Paris ()", "to:."])
def test_a_slip_is_seen(bad: str) -> None:
    """The check itself is checked, and lets numbers and ellipses pass."""
    assert slips(f"It was adopted {bad}")
    assert slips("It is 2.5 or .5 and so on ... and [so](#on) `x`.") == []


@pytest.mark.slow
def test_the_famous_sentence_comes_first() -> None:
    """Before it, the page of 489 has its title and a few facts."""
    page = pages(natopa.load())["texts/489.md"]
    before, _, after = page.partition("> “support Ukraine in its international")
    assert len(before) < 400
    assert "## Clauses" in after


@pytest.mark.slow
def test_claims_begin_with_a_table_of_verdicts(site: dict[str, str]) -> None:
    """The 31 claims of the founding article have a page, and the rest another."""
    for claim in CORPUS.claims():
        page = "claims" if claim.citation.source.id == "lb-ua-29512" else "other-claims"
        mark = f"({markdown.label(claim.id)})="
        assert mark in site[f"{page}.md"]
        assert markdown.text(claim.finding) in site[f"{page}.md"]
    table, _, rest = site["claims.md"].partition("\n## ")
    assert table.count("\n| [`lb-ua-29512#s") == 31
    assert rest.count("(record-lb-ua-29512--s") == 30


@pytest.mark.slow
def test_every_source_stands_in_the_list_of_its_kind_with_what_cites_it(
    site: dict[str, str],
) -> None:
    """No source is without a use, and each use is named."""
    for source in CORPUS.sources():
        page = site[f"sources/{source.kind}.md"]
        entry = page.partition(f"(record-{source.id})=")[2].partition("\n## ")[2]
        assert "### Cited by" in entry.partition("\n## ")[0]


@pytest.mark.slow
def test_coverage_counts_what_is_there(site: dict[str, str]) -> None:
    """The numbers of the page are those of the report, and each gap has its sources."""
    page, report = site["coverage.md"], CORPUS.coverage()
    assert f":Texts held in part: {len(report.partial)}\n" in page
    assert f":Texts held by their title: {len(report.title_only)}\n" in page
    for gap in CORPUS.gaps():
        assert f"(record-{gap.id})=" in site["gaps.md"]
        assert f"](#record-{gap.id})" in page


@pytest.mark.slow
def test_the_timeline_has_every_year_and_text(site: dict[str, str]) -> None:
    """The years of the report, newest first; the bars add up to the texts of a known year."""
    page, report = site["timeline.md"], CORPUS.coverage()
    shown: list[int] = []
    for first, last in re.findall(r"^\| (\d{4})(?: to (\d{4}))? \|", page, re.MULTILINE):
        shown += range(int(last or first), int(first) - 1, -1)
    assert shown == [year.year for year in reversed(report.years)]
    assert page.count("▇") == sum(len(year.texts) for year in report.years)
    for session in CORPUS.sessions():
        assert f"](#record-{session.id})" in page


@pytest.mark.slow
def test_the_same_in_python(
    site: dict[str, str], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """What a page says to type in Python runs, and shows that record."""
    monkeypatch.setattr(natopa, "load", functools.cache(natopa.load))
    for name, page in site.items():
        if name == "command-line.md":
            continue
        (code,) = CODE.findall(page)
        exec(code, {})  # noqa: S102 - The code is the generator's own.
        shown = capsys.readouterr().out
        identifier = name.partition("/")[2].removesuffix(".md")
        assert repr(identifier) in shown if is_of_a_record(name) else shown.strip()


@pytest.mark.slow
def test_the_same_on_the_command_line(
    site: dict[str, str], capsys: pytest.CaptureFixture[str]
) -> None:
    """What a page says to type in a terminal is a command that finds that record."""
    for name, page in site.items():
        if name == "command-line.md":
            continue
        for line in SHELL.findall(page):
            verb, what = shlex.split(line)
            if verb == "show":
                assert getattr(CORPUS.find(what), "id", None) == name.partition("/")[2][:-3]
            else:
                assert what in COLLECTIONS
    assert main(["show", "419"]) == 0
    assert capsys.readouterr().out.startswith("DECLARATION 419\n")


@pytest.mark.slow
def test_the_page_of_the_command_line_has_every_command(site: dict[str, str]) -> None:
    """Each command has a section with what it says of itself."""
    page = site["command-line.md"]
    for name in ("show", "list", *command_line_page.names(command.parser())):
        assert f"\n## natopa {name}\n" in page
        assert f"usage: natopa {name} " in page


@pytest.mark.slow
def test_every_string_of_a_release_is_shown(small: natopa.Corpus) -> None:
    """Each text in the small release, in which each key is used, is on one of its pages."""
    shown = flat(unescaped("\n".join(pages(small).values())))
    lacking = {words for value in small.values() for words in strings(value)
               if flat(words) not in shown}  # fmt: skip
    # Codes of countries and languages have names on the site, and so has an edition.
    assert lacking <= {"BG", "CH", "XK", "uk", "en", "490@adopted"}
    assert named("country", "BG").casefold() in shown


@pytest.mark.slow
def test_an_empty_release_has_pages() -> None:
    """Nothing to show is shown as nothing, and breaks nothing."""
    empty = natopa.load("2026.1")
    release = copy.copy(empty.release)
    made = pages(natopa.Corpus(release, dict.fromkeys(empty._records, ()), {}))
    assert "A blank means that no source was found" in unescaped(made["timeline.md"])


@pytest.mark.slow
def test_writing_leaves_alone_what_is_fresh_and_takes_away_what_is_stale(
    small: natopa.Corpus, tmp_path: Path
) -> None:
    """A page that did not change keeps its time; a page of a record that is gone goes."""
    folder = tmp_path / "record"
    write(small, folder)
    kept, stale = folder / "sessions.md", folder / "texts" / "1.md"
    stale.write_text("old", encoding="utf-8")
    before = kept.stat().st_mtime_ns
    write(small, folder)
    assert not stale.exists()
    assert kept.stat().st_mtime_ns == before


@given(st.text())
def test_text_is_escaped_and_loses_nothing(words: str) -> None:
    """Every mark of punctuation is escaped, it is one line, and the words are all there."""
    escaped = markdown.text(words)
    assert escaped.isprintable()
    kept = re.sub(r"\s+", " ", words)
    if kept.isprintable():
        assert unescaped(escaped) == kept
    assert not re.search(r"(?<!\\)(?:\\\\)*[<>\[\]`*_|#{}$]", escaped)


@pytest.mark.parametrize("url", ["javascript:alert(1)", "data:text/html,x", "//a.b", "x", ""])
def test_only_addresses_of_the_web_are_links(url: str) -> None:
    """An address of another scheme is shown, and leads nowhere."""
    assert "](<" not in markdown.external(url, "words")


def test_an_address_cannot_leave_its_link() -> None:
    """What would end an address is written as a number."""
    link = markdown.external('https://a.b/x> "y" <b>?c=1&lt=2', "words")
    assert link == "[words](<https://a.b/x%3E%20%22y%22%20%3Cb%3E?c=1&amp;lt=2>)"
