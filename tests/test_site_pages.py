"""The pages made from the data: complete, true to it, and nothing in them but text."""

from __future__ import annotations

import copy
import functools
import re
import shlex
from typing import TYPE_CHECKING

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tools.site import command_line, markdown, prose, sources, texts, timeline
from tools.site.page import ranked
from tools.site.write import pages, write

import natopa_declarations as natopa
from natopa_declarations import __main__ as command
from natopa_declarations import model
from natopa_declarations._corpus.corpus import COLLECTIONS
from tests import small_release

if TYPE_CHECKING:
    from pathlib import Path

CORPUS = natopa.load()
PAGES = pages(CORPUS)
CODE = re.compile(r"^```python\n(.*?)^```$", re.MULTILINE | re.DOTALL)
SHELL = re.compile(r"^```console\n\$ natopa (.*?)\n", re.MULTILINE)
RECORDS = [name for name in PAGES if name.partition("/")[0] in {"sessions", "texts"}]


@pytest.fixture
def small(tmp_path: Path) -> natopa.Corpus:
    """The small release, in which every key of the format is used."""
    return natopa.load(small_release.write(tmp_path, small_release.documents()))


def test_every_session_has_a_page() -> None:
    """Each session has one, and stands in the list."""
    for session in CORPUS.sessions():
        assert f"sessions/{session.id}.md" in PAGES
        assert f"(#record-{session.id})" in PAGES["sessions.md"]


def test_a_text_with_more_than_a_title_has_a_page() -> None:
    """The others stand in the list with their sources, and each text stands somewhere once."""
    bare = 0
    for text in CORPUS.texts():
        mark = f"(record-{text.id})="
        assert sum(mark in page for page in PAGES.values()) == 1
        if f"texts/{text.id}.md" in PAGES:
            assert f"(#record-{text.id})" in PAGES["texts.md"]
            continue
        bare += 1
        more = (text.summary, text.clauses, text.note, text.editions, text.inference)
        assert not any(more)
        line = PAGES["texts.md"].partition(mark)[2].partition("\n- ")[0]
        assert all(f"[^s-{citation.source.id}]" in line for citation in text.citations)
    assert 0 < bare < len(CORPUS.texts())


@pytest.mark.parametrize("name", RECORDS)
def test_a_page_cites_every_source_of_its_record(name: str) -> None:
    """What the record cites, the page cites; each mark has its entry, and the other way round."""
    identifier = name.partition("/")[2].removesuffix(".md")
    record = CORPUS.resolve(identifier)
    marks = set(re.findall(r"\[\^s-([a-z0-9-]+)\](?!:)", PAGES[name]))
    entries = set(re.findall(r"^\[\^s-([a-z0-9-]+)\]:", PAGES[name], re.MULTILINE))
    assert marks == entries
    assert set(sources._cited(record, record)) <= entries


def slips(page: str) -> list[str]:
    """Return what a blank leaves behind in the sentences of a page, in its surroundings."""
    sentences = re.sub(r"```.*?```|^\[\^.*?$|\]\(.*?\)", "", page, flags=re.DOTALL | re.MULTILINE)
    shown = re.sub(r"\\([!-/:-@\[-`{-~])", r"\1", sentences)
    marks = r"(?<!\.)\.\.(?!\.)| [,;.](?![\d.])|\(\)|[;:,]\."
    found = re.finditer(rf"\bNone\b|\bthe the\b|{marks}", shown)
    return [shown[max(0, match.start() - 30) : match.end() + 30] for match in found]


@pytest.mark.parametrize("name", sorted(set(PAGES) - {"command-line.md"}))
def test_a_blank_leaves_a_whole_sentence(name: str) -> None:
    """No None, no two full stops, no empty parentheses and no space before a comma."""
    assert [slip for slip in slips(PAGES[name]) if "None is on record" not in slip] == []


@pytest.mark.parametrize("bad", ["by None.", "the end.. It", "in , Paris", "in Paris ()", "to:."])
def test_a_slip_is_seen(bad: str) -> None:
    """The check itself is checked, and lets numbers and ellipses pass."""
    assert slips(f"It was adopted {bad}")
    assert slips("It is 2.5 or .5 and so on ... and [so](#on) `x`.") == []


def test_the_assembly_stands_first() -> None:
    """In each run of marks its own pages come before those of others; none is forgotten."""
    kinds = list(model.SourceKind)
    for record in (*CORPUS.sessions(), *CORPUS.texts()):
        ranks = [kinds.index(found.source.kind) for found in ranked(record.citations)]
        assert ranks == sorted(ranks)
        assert set(ranked(record.citations)) == set(record.citations)
    assert "From the Assembly itself:" in PAGES["texts/489.md"]
    assert "No page of the Assembly itself" in PAGES["texts/419.md"]
    first = PAGES["texts/489.md"].partition("[^s-")[2].partition("]")[0]
    assert CORPUS.source(first).kind == "assembly"


def test_a_page_says_what_its_confidence_is_about() -> None:
    """It is about the title, number and date, and not about clauses that nobody saw."""
    assert "This says nothing of the clauses" in PAGES["texts/489.md"]
    assert "This says nothing of the clauses" not in PAGES["texts/419.md"]


def test_the_members_of_nato_are_counted_where_no_date_is_in_doubt() -> None:
    """32 in Sofia in 2024; release 2026.2 lacks the day on which the newest of 2020 joined."""
    catalogue = pages(natopa.load("2026.2"))
    assert "NATO then had 32 members" in catalogue["sessions/2024-spring.md"]
    assert "NATO then had 19 members" in catalogue["sessions/1999-spring.md"]
    assert "NATO then had" not in catalogue["sessions/2020-annual.md"]


def test_a_session_without_a_place_has_a_name() -> None:
    """Called off, online, or at a place that no source gives."""
    spring, annual = CORPUS.session("2020-spring"), CORPUS.session("2020-annual")
    assert prose.session_name(spring) == "Spring session 2020, called off"
    assert prose.session_name(annual) == "Online, annual session 2020"
    nowhere = attrs.evolve(annual, format=model.SessionFormat.IN_PERSON)
    assert prose.session_name(nowhere) == "Annual session 2020, place not known"
    assert prose.session_phrase(annual) == "online annual session of 2020"


def test_every_claim_and_statement_has_a_place() -> None:
    """The claims of the founding article stand on a page of their own, the rest on the other."""
    for claim in CORPUS.claims():
        page = "claims" if claim.citation.source.id == "lb-ua-29512" else "other-claims"
        mark = f"(record-{claim.id.replace('#', '--')})="
        assert mark in PAGES[f"{page}.md"]
        assert markdown.text(claim.finding) in PAGES[f"{page}.md"]
    founding = CORPUS.claims(source="lb-ua-29512")
    assert PAGES["claims.md"].count("(record-lb-ua-29512--s") == len(founding) >= 31
    for statement in CORPUS.statements():
        assert f"(record-{statement.id})=" in PAGES["statements.md"]


def test_every_source_stands_in_the_list_of_its_kind_with_what_cites_it() -> None:
    """No source is without a use, and each use is named."""
    uses = sources.citing(CORPUS)
    for source in CORPUS.sources():
        page = PAGES[f"sources/{source.kind}.md"]
        entry = page.partition(f"(record-{source.id})=")[2].partition("(record-")[0]
        assert uses[source.id]
        assert "Cited by" in entry
    assert {getattr(use, "id", None) for use in uses["lb-ua-29512"]} >= {"489", "2024-spring"}


def test_coverage_counts_what_is_there() -> None:
    """The numbers of the page are those of the report."""
    page, report = PAGES["coverage.md"], CORPUS.coverage()
    assert f"| Texts held in part | {len(report.partial)} |" in page
    assert f"| Texts held by their title | {len(report.title_only)} |" in page
    for gap in CORPUS.gaps():
        assert f"(record-{gap.id})=" in page
    shown: list[int] = []
    for first, last in re.findall(r"^\| (\d{4})(?: to (\d{4}))? \|", page, re.MULTILINE):
        shown += range(int(first), int(last or first) + 1)
    assert shown == [year.year for year in report.years]


def test_the_timeline_draws_every_session_and_text() -> None:
    """One mark for each session; the heights of the columns add up to the texts of known year."""
    years = CORPUS.coverage().years
    drawing = timeline.drawing(years)
    assert drawing.count("<circle") == len(CORPUS.sessions())
    titles = re.findall(r"<title>\d{4}: (\d+) ", drawing)
    assert sum(map(int, titles)) == sum(len(year.texts) for year in years)
    assert "currentColor" not in drawing
    assert not re.search(r"#[0-9a-f]{3}", drawing), "colours come from the page"
    assert '<desc id="timeline-summary">' in drawing


def test_the_same_in_python(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """What a page says to type in Python runs, and shows that record."""
    monkeypatch.setattr(natopa, "load", functools.cache(natopa.load))
    for name, page in PAGES.items():
        if name == "command-line.md":
            continue
        (code,) = CODE.findall(page)
        exec(code, {})  # noqa: S102 - The code is the generator's own.
        shown = capsys.readouterr().out
        identifier = name.partition("/")[2].removesuffix(".md")
        assert repr(identifier) in shown if name in RECORDS else shown.strip()


def test_the_same_on_the_command_line(capsys: pytest.CaptureFixture[str]) -> None:
    """What a page says to type in a terminal is a command that finds that record."""
    for name, page in PAGES.items():
        if name == "command-line.md":
            continue
        for line in SHELL.findall(page):
            verb, what = shlex.split(line)
            if verb == "show":
                assert getattr(CORPUS.find(what), "id", None) == name.partition("/")[2][:-3]
            else:
                assert what in COLLECTIONS
    assert command.main(["show", "419"]) == 0
    assert capsys.readouterr().out.startswith("DECLARATION 419")


def test_the_page_of_the_command_line_has_every_command() -> None:
    """Each command has a section with what it says of itself."""
    page = PAGES["command-line.md"]
    for name in ("show", "list", *command_line.names(command._parser())):
        assert f"\n## natopa {name}\n" in page
        assert f"usage: natopa {name} " in page


def test_the_small_release_shows_every_field(small: natopa.Corpus) -> None:
    """Every text of the small release, in which each key is used, is on one of its pages."""
    shown = "\n".join(pages(small).values())
    for words in (
        "Ada Żak", "The hall", "Sofia", "For a minute", "A round figure", "In closed session",
        "Стоїмо", "Єдині", "Nobody kept it", "An amendment brought it in", "They stood behind it",
        "to lift some limits", "деякі межі", "It says less", "The words of the draft",
        "The last one", "One of them", "The total is ours", "By show of hands", "On one day",
        "The dates agree", "Translated by a machine", "1 P 24", "489 D 24", "was called off",
    ):  # fmt: skip
        assert markdown.text(words) in shown, words
    assert "Inference, not stated by a source" in shown


def test_an_empty_release_has_pages() -> None:
    """Nothing to show is shown as nothing, and breaks nothing."""
    empty = natopa.load("2026.1")
    release = copy.copy(empty.release)
    made = pages(natopa.Corpus(release, dict.fromkeys(empty._records, ()), {}))
    assert "There is no session and no text" in made["timeline.md"]


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
    assert "\n" not in escaped
    assert re.sub(r"\\([!-/:-@\[-`{-~])", r"\1", escaped) == " ".join(words.split())
    assert not re.search(r"(?<!\\)(?:\\\\)*[<>\[\]`*_|#{}$]", escaped)


@pytest.mark.parametrize("url", ["javascript:alert(1)", "data:text/html,x", "//a.b", "x", ""])
def test_only_addresses_of_the_web_are_links(url: str) -> None:
    """An address of another scheme is shown, and leads nowhere."""
    assert "](<" not in markdown.external(url, "words")


def test_an_address_cannot_leave_its_link() -> None:
    """What would end an address is written as a number."""
    link = markdown.external('https://a.b/x> "y" <b>?c=1&lt=2', "words")
    assert link == "[words](<https://a.b/x%3E%20%22y%22%20%3Cb%3E?c=1&amp;lt=2>)"


@pytest.mark.parametrize(
    ("start", "end", "words"),
    [
        ("2024-05-24", "2024-05-27", "from 24 to 27 May 2024"),
        ("2005-05-30", "2005-06-02", "from 30 May to 2 June 2005"),
        ("2009-12-30", "2010-01-02", "from 30 December 2009 to 2 January 2010"),
        ("2024-05-24", "2024-05-24", "on 24 May 2024"),
        ("1991-10", None, "in October 1991"),
        ("1991-10-18", None, "from 18 October 1991"),
        (None, "2001-10-09", "until 9 October 2001"),
        (None, None, ""),
    ],
)
def test_periods_are_written_out(start: str | None, end: str | None, words: str) -> None:
    """As exact as the source, and no more."""
    dates = [natopa.PartialDate.parse(text) if text else None for text in (start, end)]
    assert prose.period(*dates) == words


@pytest.mark.parametrize(
    "words", [prose.VERDICTS, prose.FIDELITIES, prose.CONFIDENCES, prose.COVERAGES, prose.MODES,
              prose.MEDIA, prose.FORMATS, prose.BASES, prose.RELATIONS, prose.SOURCE_KINDS,
              prose.ROLES],
)  # fmt: skip
def test_every_word_of_the_model_has_a_plain_one(words: dict[object, object]) -> None:
    """No controlled word is left without an explanation."""
    assert set(words) == set(type(next(iter(words))))  # type: ignore[call-overload]


def test_a_text_of_which_only_the_title_is_known_has_no_page(small: natopa.Corpus) -> None:
    """The small release has one text with more, and one that has an edition at least."""
    assert all(texts.has_page(text, small) for text in small.texts())
    assert not texts.has_page(CORPUS.resolution(483), CORPUS)
