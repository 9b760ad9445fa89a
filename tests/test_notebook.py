"""What a notebook shows of a record: all of it, and never as anything but text."""

from __future__ import annotations

import re
from enum import Enum
from html.parser import HTMLParser
from pathlib import Path
from typing import TYPE_CHECKING, Protocol, TypeVar, cast

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

import natopa_declarations as natopa
from natopa_declarations import model
from natopa_declarations._codec.kinds import BY_FOLDER
from natopa_declarations._show import notebook
from natopa_declarations._show.html import element, joined
from natopa_declarations._show.phrases import visible
from natopa_declarations.model.value import OWNED, Value
from tests.small_release import documents, write
from tests.test_values import RELEASES

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    class Shown(Protocol):
        """A value that a notebook shows."""

        def _repr_html_(self) -> str: ...


V = TypeVar("V")
TAGS = {
    "a", "article", "blockquote", "code", "dd", "del", "div", "dl", "dt", "h3", "h4", "h5", "h6",
    "ins", "li", "mark", "ol", "p", "section", "span", "strong", "table", "tbody", "td", "th",
    "thead", "tr", "ul",
}  # fmt: skip
ATTRIBUTES = {"cite", "dir", "href", "lang", "rel", "scope", "style", "target"}
HOSTILE = "\"'><script src=x>alert(1)</script></p><img onerror='y'>&amp;&lt;--> {{x}} \\"
CORPUS = natopa.load("2026.1")


class Reader(HTMLParser):
    """Reads HTML, and fails where it is not balanced or has what has no business in it."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.tags: list[tuple[str, tuple[str, ...]]] = []
        self.links: list[str] = []
        self.said: list[str] = []
        self.feed(html)
        self.close()
        assert self.open == []

    @property
    def text(self) -> str:
        """All that a person reads, with the spaces of the HTML."""
        return "".join(self.said)

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        """Note an element, which must be one of ours."""
        assert tag in TAGS, tag
        assert {name for name, _ in attributes} <= ATTRIBUTES, attributes
        self.open.append(tag)
        self.tags.append((tag, tuple([name for name, _ in attributes])))
        found = dict(attributes)
        self.links += [str(found[name]) for name in ("href", "cite") if name in found]

    def handle_endtag(self, tag: str) -> None:
        """Note the end of an element, which must be the one that is open."""
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        """Note a text, which must not mislead a reader."""
        assert data.isprintable()
        self.said.append(data)

    def handle_comment(self, data: str) -> None:
        """Refuse a comment."""
        raise AssertionError(data)

    def handle_decl(self, decl: str) -> None:
        """Refuse a declaration."""
        raise AssertionError(decl)

    def handle_pi(self, data: str) -> None:
        """Refuse an instruction."""
        raise AssertionError(data)


def shown(corpus: natopa.Corpus) -> Iterator[Shown]:
    """Yield everything in `corpus` that a notebook shows: itself, every record and every part."""
    yield corpus
    yield from cast("Iterator[Shown]", corpus.values())


def read(value: Shown) -> Reader:
    """Return what a notebook shows of `value`, read as HTML."""
    html = value._repr_html_()
    assert type(html) is str
    return Reader(html)


def flat(words: str) -> str:
    """Return words as they are compared: a heading has a capital, and no full stop at its end."""
    return " ".join(words.split()).casefold().rstrip(".")


def missing(value: Shown, page: Reader) -> list[str]:
    """Return the strings of a record that its page does not have."""
    said = flat(page.text)
    # The names of fields that a citation supports are shown as their labels.
    return [text for text in strings(value)
            if flat(text) not in said and flat(text.replace("_", " ")) not in said]  # fmt: skip


def words(value: Shown) -> str:
    """Return what a person reads of `value`, with single spaces."""
    spaced = re.sub(
        r"<(p|li|dt|dd|td|th|div|h3|h4|h5|h6|blockquote)\b", r" <\1", value._repr_html_()
    )
    return " ".join(Reader(spaced).text.split())


def strings(value: object, *, top: bool = True) -> Iterator[str]:
    """Yield the strings that a record is made of, and the ids of the records it points to."""
    if isinstance(value, str):
        if not isinstance(value, Enum):
            yield value
    elif isinstance(value, tuple):
        for item in value:
            yield from strings(item, top=top)
    elif isinstance(value, natopa.Source):
        yield from [value.id, value.publisher, value.url, *filter(None, [value.title, value.note])]
    elif isinstance(value, natopa.Person | natopa.Body | model.Topic):
        yield value.name
    elif isinstance(value, Value) and not isinstance(value, natopa.PartialDate):
        if not top and hasattr(value, "id"):
            yield value.id
            return
        for field in attrs.fields(type(value)):
            yield from strings(getattr(value, field.name), top=field.metadata == OWNED)


def remade(content: V, change: Callable[[object], object]) -> V:
    """Return a copy of a value, with `change` made to everything inside it."""
    if isinstance(content, tuple):
        return cast("V", tuple([remade(item, change) for item in content]))
    if isinstance(content, Value) and not isinstance(content, natopa.PartialDate):
        fields = attrs.fields(type(content))
        inside = {field.alias: remade(getattr(content, field.name), change) for field in fields}
        content = attrs.evolve(content, **inside)
    return cast("V", change(content))


def poisoned(content: object) -> object:
    """Return a string with something hostile after it, and anything else as it is."""
    plain = isinstance(content, str) and not isinstance(content, Enum)
    return f"{content}{HOSTILE}" if plain else content


def turned(content: object) -> object:
    """Return what `poisoned` does, with a mark that turns the direction of what follows."""
    bad = poisoned(content)
    return bad if bad is content else f"{content}\u202e{HOSTILE}"


@pytest.fixture
def small(tmp_path: Path) -> natopa.Corpus:
    """A corpus in which every field of every class says something."""
    return natopa.load(write(tmp_path / "release", documents()))


@pytest.mark.slow
@pytest.mark.parametrize("release", RELEASES, ids=str)
def test_every_record_is_shown_whole(release: str | Path) -> None:
    """The HTML is balanced and plain, and has every string of the record in it."""
    for value in shown(natopa.load(release)):
        page = read(value)
        assert all(address.startswith(("https://", "http://")) for address in page.links)
        if not isinstance(value, natopa.Corpus):
            assert missing(value, page) == []


def test_every_field_is_shown(small: natopa.Corpus) -> None:
    """Nothing that a record can say is left out, even where no packaged record says it yet."""
    for value in shown(small):
        if not isinstance(value, natopa.Corpus):
            assert missing(value, read(value)) == []


@pytest.mark.slow
@pytest.mark.parametrize("release", ["small", "2026.1"])
@pytest.mark.parametrize("change", [poisoned, turned])
def test_no_text_becomes_a_tag(
    change: Callable[[object], object],
    release: str,
    small: natopa.Corpus,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """A record full of tags has the very elements and attributes of the harmless one."""
    # The harmless code of a country has a name, and the other one has none.
    monkeypatch.setattr(notebook, "named", lambda _, code: code)
    corpus = small if release == "small" else natopa.load(release)
    for value in shown(corpus):
        if isinstance(value, natopa.Corpus):
            bad: Shown = attrs.evolve(value, release=remade(value.release, change))
        else:
            bad = remade(value, change)
        page, clean = read(bad), read(value)
        assert page.tags == clean.tags
        assert HOSTILE in page.text
        # A full stop that ended a heading is inside of it now.
        harmless = page.text.replace(HOSTILE, "").replace("\\u202e", "")
        # Advisories are found by the version, so that a hostile one has none.
        wanted = re.sub(r"(?<=advisories)\d+(?=, in)", "0", clean.text, flags=re.IGNORECASE)
        assert harmless.replace(".", "").casefold() == wanted.replace(".", "").casefold()


@pytest.mark.slow
@pytest.mark.parametrize(
    "url",
    ["javascript:alert(1)", " javascript:alert(1)", "JaVaScRiPt:x", "data:text/html,x", "file:///x",
     "//paper.example", "vbscript:x", "httpsx://a", "\u202ehttps://a.example", ""],
)  # fmt: skip
def test_only_addresses_of_the_web_become_links(url: str, small: natopa.Corpus) -> None:
    """An address that might run something is text, in links and in quotations alike."""

    def moved(content: object) -> object:
        return attrs.evolve(content, url=url) if isinstance(content, natopa.Source) else content

    page = read(remade(small.declaration(489), moved))
    assert page.links == []
    assert url.replace("\u202e", "\\u202e") in page.text
    source = attrs.evolve(small.source("press"), url="HTTPS://a.example/\"'<")
    assert read(cast("Shown", source)).links == ["HTTPS://a.example/\"'<"]


def test_links_open_apart() -> None:
    """A link leaves the notebook open, and the other page cannot reach it."""
    html = CORPUS.declaration(489)._repr_html_()
    assert html.count("<a ") == html.count('rel="noopener" target="_blank"') > 0


@given(st.text(), st.text())
def test_what_is_escaped_is_read_back(text: str, other: str) -> None:
    """Any text stands in an element and in an attribute as it is, alone or among others."""
    page = Reader(element("p", text, element("code", other), joined([other, text]), lang=text))
    text, other = visible(text), visible(other)
    assert page.text == text + other + other + text
    assert [tag for tag, _ in page.tags] == ["p", "code"]


@pytest.mark.parametrize(
    "html",
    ["<p>", "<p><dl></p></dl>", "</p>", "<script></script>", "<p onclick='x'></p>", "<!-- x -->",
     "<p>\u202e</p>", "<?x>", "<!doctype html>", "<img>"],
)  # fmt: skip
def test_the_reader_sees_what_is_wrong(html: str) -> None:
    """The check itself is checked: it refuses HTML that is unbalanced or not ours."""
    with pytest.raises((AssertionError, IndexError)):
        Reader(html)


def test_what_is_not_known_is_said(small: natopa.Corpus) -> None:
    """A blank is never printed as None."""
    text, session = small.resolution(490), small.sessions()[0]
    bare = attrs.evolve(session, city=None, start=None, end=None, president=None, held=True,
                        format=model.SessionFormat.IN_PERSON)  # fmt: skip
    shown = [words(text), words(attrs.evolve(text, number=None)), words(bare)]
    shown.append(words(attrs.evolve(small.statements()[0], date=None)))
    assert not any("None" in page for page in shown)
    assert "Resolution 490: Title not known Adopted not known Session not known" in shown[0]
    assert "Held here at most the number" in shown[0]
    assert "Number not known" in shown[1]
    assert "Spring session 2024, place not known" in shown[2]
    assert "Dates not known President not known" in shown[2]
    assert "Date not known" in shown[3]


def test_a_session_that_was_not_held_says_so(small: natopa.Corpus) -> None:
    """A session that was called off is not shown as one that met."""
    assert "Spring session 2024, called off" in words(small.sessions()[0])
    assert "Held no: it was called off" in words(small.sessions()[0])
    assert "called off" not in words(CORPUS.session("2024-spring"))


def test_the_sofia_session() -> None:
    """Place, dates in words, President, who came, and what else was decided."""
    page = words(CORPUS.session("2024-spring"))
    assert page.startswith("Session 2024-spring: Sofia, spring session 2024 ")
    for part in (
        "City Sofia Country Bulgaria (BG) Venue National Palace of Culture",
        "Dates 24 to 27 May 2024",
        "President Michał Szczerba",
        "Zelenskyy, President, by video message",
        "281: The seats of the full members",
        "Kosovo becomes an associate",
    ):
        assert part in page


def test_declaration_489() -> None:
    """Fidelity in plain words, inferences marked, each account of the votes with its figures."""
    declaration = CORPUS.declaration(489)
    page = words(declaration)
    assert page.startswith("Declaration 489: Standing with Ukraine until Victory ")
    for part in (
        "Session Sofia, spring session 2024 2024-spring",
        "Held here some clauses ",
        " Confidence high: an official or scholarly document states it Sources [",
        "489#lift-restrictions: absent [",
        "Any other clause: not known.",
        "1. Condemns the war again",
        "opens with “Reiterating”",
        "moved by not known",
        "led by Mike Turner and Gerald Connolly: One of the decisive factors",
        "“ought to” reads “must” [",
        "“some restrictions” reads “certaines restrictions” (language fr) [",
        "Allies ought to lift the restrictions that forbid",
        "paraphrase, not to be quoted",
        "Inference: The source quotes both declarations of that day as one text",
        "(corroborated, unit delegates, against 9)",
    ):
        assert part in page, part
    html = declaration._repr_html_()
    quoted = "support Ukraine in its international right"
    assert re.search(rf'<blockquote [^>]*cite="https://en.lb.ua/[^>]*>“<span[^>]*>{quoted}', html)
    for clause in declaration.clauses:
        for wording in clause.wordings:
            if wording.fidelity == "paraphrased":
                assert f"\u201c{wording.text}" not in page


def test_a_clause_and_a_statement() -> None:
    """Each is shown by itself, with its own sources numbered from one."""
    clause = words(CORPUS.clause("489#lift-restrictions"))
    assert clause.startswith("Clause 489#lift-restrictions: Asks Allied governments to lift")
    assert "Role operative" in clause
    assert "Addressees Governments of the Allies" in clause
    assert "[1, paragraph 10] [3]" in clause
    statement = words(CORPUS.statement("chernyev-deep-inside"))
    assert statement.startswith("Statement chernyev-deep-inside: Yehor Chernyev: ")
    assert "Date 27 May 2024" in statement
    assert "About 489#lift-restrictions" in statement


def test_the_corpus(small: natopa.Corpus) -> None:
    """Its release, how much it holds, and how to go on: each call shown gives that many."""
    for corpus in (small, CORPUS):
        page = words(corpus)
        assert page.startswith(f"Release {corpus.release.version}: {corpus.release.title} ")
        calls = re.findall(r"([a-z ]+) (\d+) corpus\.([a-z_]+)\(\)", page)
        assert len(calls) >= 9
        for kind, count, name in calls:
            assert kind.split()[-1] == name.split("_")[-1]
            assert len(getattr(corpus, name)()) == int(count) > 0
    shown = re.findall(r"corpus\.(\w+)\(\)", words(small))
    assert {kind.collection for kind in BY_FOLDER.values()} <= set(shown)


def test_a_very_long_tuple_shows_its_beginning() -> None:
    """A notebook keeps what it shows, so of many records the first hundred are shown."""
    sources = natopa.load("2026.4").sources()
    html = notebook.shown(sources)
    assert html.count("<tr") == notebook.MOST + 1
    assert f"{len(sources)} sources" in html
    assert f"and {len(sources) - notebook.MOST} more" in Reader(html).text
    assert "which a slice shows" not in Reader(notebook.shown(sources[: notebook.MOST])).text


def test_a_part_in_a_table_reads_as_in_a_sentence() -> None:
    """No cell has the repr of a value; what is long is left to the value itself."""
    clause = natopa.load("2026.4").clause("489#lift-restrictions")
    found = Reader(notebook.shown(clause.wordings)).text
    assert "Reading(" not in found
    assert clause.wordings[0].text in found
    release = natopa.load("2026.4").release
    assert f"{len(release.files)}, in release.files" in words(release)
    assert words(release).startswith(f"Release {release.version}: {release.title}")
    (copy, *_) = natopa.load("2026.4").resolution(472).copies
    assert "http" not in words(copy).split(" Source ")[0]
