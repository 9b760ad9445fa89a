"""Records are shown once: one outline, and three ways to write it."""

from __future__ import annotations

import inspect
import textwrap
import typing
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

import attrs
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

import natopa_declarations as natopa
from natopa_declarations import _show, model
from natopa_declarations._corpus.backlinks import pointing
from natopa_declarations._show import fields, html, markdown, phrases, text
from natopa_declarations._show.blocks import Outline, Section, Table, plain
from natopa_declarations._show.mentions import Mentions, leading
from natopa_declarations._show.notebook import shown
from natopa_declarations._show.outline import outline
from natopa_declarations._show.view import View
from natopa_declarations.model.value import Value
from tests import small_release

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

CORPUS = natopa.load("2026.2")
LEXICON = {name: getattr(model, name) for name in dir(model) if name[0].isupper()}
ATOMS = {"PartialDate", "Reference", "Span", "Item", "WordChange"}
"""Values that stand in a line as a word does, so that a field more would be a new word."""
GROUPED = {"FieldEvidence", "YearCoverage"}
"""What is shown as a row of counts only."""
CLASSES = sorted(
    name
    for name, found in LEXICON.items()
    if isinstance(found, type) and issubclass(found, Value) and name not in {*ATOMS, *GROUPED}
)
DOCUMENT = (
    b"DECLARATION 489\non\nSTANDING WITH UKRAINE UNTIL VICTORY\nThe Assembly,\n"
    b"1. Recalling its earlier texts;\n3. URGES all governments to lift some restrictions."
)
"""A document with a doubt in it, as a number is missing."""
MOTTO = "A motto that nobody has phrased"


def rendered(shown: Outline) -> dict[str, str]:
    """Return an outline in each of the three ways."""
    return {
        "text": " ".join(text.render(shown).split()),
        "html": html.render(shown),
        "markdown": markdown.render(shown, "x", (), View()),
    }


def lacking(words: str, outlines: list[Outline]) -> set[str]:
    """Return the ways in which none of these outlines shows the words."""
    written = [rendered(one) for one in outlines]
    return {
        way for way in ("text", "html", "markdown") if not any(words in o[way] for o in written)
    }


def longer(cls: type[Value]) -> type[Value]:
    """Return a class with one field more, as if the model had got it."""
    motto: Any = attrs.field(default=None, type=cast("Any", "str | None"), kw_only=True)
    made = attrs.make_class(
        cls.__name__, {"motto": motto}, bases=(cls,), frozen=True, slots=True, eq=False, repr=False
    )
    made.__module__ = cls.__module__
    return cast("type[Value]", made)


def remade(content: Any, cls: type[Value], new: type[Value]) -> Any:
    """Return a copy of a value, in which every value of one class has a motto."""
    if isinstance(content, tuple):
        return tuple([remade(item, cls, new) for item in content])
    if not isinstance(content, Value) or isinstance(content, natopa.PartialDate):
        return content
    inner = {
        field.alias: remade(getattr(content, field.name), cls, new)
        for field in attrs.fields(type(content))
        if field.init
    }
    inner |= {"motto": MOTTO} if type(content) is cls else {}
    return new(**inner) if type(content) is cls else type(content)(**inner)


@pytest.fixture(scope="module")
def values(tmp_path_factory: pytest.TempPathFactory) -> list[Value]:
    """Return records, answers and what releases say of themselves: each class of the model."""
    folder = small_release.write(tmp_path_factory.mktemp("x") / "mine", small_release.documents())
    small = natopa.load(folder)
    draft, adopted = small.declaration(489).editions
    near = CORPUS.locate("Ukraine must be provided with all that it needs now")
    absent = CORPUS.locate("Standing with Ukraine till the victory of all")
    quotations = [near, absent, small.locate("to lift some limits")]
    document = natopa.read(DOCUMENT)
    checked = CORPUS.check(f"It asks \u201c{near.text}\u201d in Declaration 489.")
    return [
        checked, *CORPUS.references(checked.text), document, *document.compare(CORPUS),
        *small.values(), *quotations, *small.search("lifts"), small.coverage(), small.release,
        *small.release.changes,
        natopa.verify(folder), natopa.verify("2026.1"), natopa.releases()[0],
        natopa.diff(draft, adopted),
        natopa.diff(small, natopa.load("2026.1")),
    ]  # fmt: skip


@pytest.mark.slow
@pytest.mark.parametrize("name", CLASSES)
def test_a_new_field_is_shown_without_another_edit(name: str, values: list[Value]) -> None:
    """A field that a class of the model gets is in the text, the HTML and the Markdown."""
    cls = LEXICON[name]
    if inspect.isabstract(cls) or name == "AdoptedText":
        cls = natopa.Declaration
    new = longer(cls)
    outlines = [outline(remade(value, cls, new)) for value in values]
    assert lacking(markdown.text(MOTTO), outlines) == set()


@pytest.mark.slow
def test_a_field_that_is_left_out_is_noticed(
    values: list[Value], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The check itself is checked: where one field is skipped, all three ways lack it."""
    honest = fields.filled
    monkeypatch.setattr(fields, "filled", lambda v: [n for n in honest(v) if n != "motto"])
    session = natopa.Session
    outlines = [outline(remade(value, session, longer(session))) for value in values]
    assert lacking(MOTTO, outlines) == {"text", "html", "markdown"}


# Words.

WORDS = [found for found in LEXICON.values() if isinstance(found, type) and
         issubclass(found, StrEnum)]  # fmt: skip


@pytest.mark.parametrize("words", WORDS, ids=lambda words: words.__name__)
def test_each_controlled_word_reads_as_words(words: type[StrEnum]) -> None:
    """No two words of a class read alike, and none reads like an identifier."""
    said = [phrases.in_words(word) for word in words]
    assert len(set(said)) == len(said)
    assert not any("_" in one or one != one.strip() for one in said)


def test_what_is_phrased_exists() -> None:
    """Each phrase is of a class and word, or of a field, of the model."""
    for place in phrases.WORDS:
        name, _, word = place.partition(".")
        if name not in LEXICON:
            continue  # Of a format that this version does not read yet.
        if issubclass(LEXICON[name], StrEnum):
            assert word in {*LEXICON[name], "reported"}, place
        else:
            assert word.partition(".")[0] in attrs.fields_dict(LEXICON[name]), place
    for place in phrases.BLANKS:
        name, _, field = place.partition(".")
        assert field in attrs.fields_dict(LEXICON[name]), place


def test_words_are_phrased_in_one_module() -> None:
    """No other module that shows records repeats a phrase."""
    root = Path(natopa.__file__).parent
    files = [*Path(_show.__file__).parent.glob("*.py"),
             *(root.parent.parent / "tools" / "site").glob("*.py")]  # fmt: skip
    others = [file for file in files if file.name != "phrases.py"]
    assert len(others) > 10
    said = [words for words in phrases.WORDS.values() if len(words.split()) > 3]
    for file in others:
        source = file.read_text(encoding="utf-8")
        assert [words for words in said if words in source] == [], file.name


# What leads back, and what comes first.


def headings(shown: Outline) -> list[str]:
    """Return the headings of a page, from the top."""
    return [plain(block.title) for block in shown.blocks if isinstance(block, Section)]


@pytest.mark.parametrize(
    ("reference", "heading", "ids"),
    [
        ("2024-spring", "Texts adopted", ["489", "490"]),
        ("weapons-restrictions", "Clauses on it", ["489#lift-restrictions"]),
        ("489#lift-restrictions", "What was said about it", ["chernyev-last-minute"]),
        ("489", "Claims about it, checked", ["lb-ua-29512#s20"]),
        ("489", "Texts that point to it", ["490"]),
        ("michal-szczerba", "What was said", ["szczerba-they-need-it-now"]),
        ("michal-szczerba", "President at", ["2024-spring"]),
        ("michal-szczerba", "Texts presented", ["489"]),
        ("us-delegation", "Amendments supported", ["489#amendment-restrictions"]),
        ("allied-governments", "Clauses that ask it", ["489#lift-restrictions"]),
        ("lb-ua-29512", "Cited by", ["489", "2024-spring"]),
        ("489@draft", "Claims about it, checked", ["lb-ua-29512#s7"]),
    ],
)
def test_a_page_leads_back(reference: str, heading: str, ids: list[str]) -> None:
    """What points to a record is shown with it, though the record itself does not know."""
    page = outline(CORPUS.resolve(reference), CORPUS)
    assert heading in headings(page)
    (section,) = [one for one in page.blocks if isinstance(one, Section)
                  and plain(one.title) == heading]  # fmt: skip
    shown = html.render(Outline("", "", "", section.blocks))
    assert [identifier for identifier in ids if f"<code>{identifier}</code>" not in shown] == []


def test_all_that_is_about_a_record_is_shown() -> None:
    """The ways back that the corpus has by name are among those that are shown."""
    mentions = Mentions(CORPUS)
    for session in CORPUS.sessions():
        found = mentions.of(session.id)
        texts = {**found.get(("Declaration", "session"), {}),
                 **found.get(("Resolution", "session"), {})}  # fmt: skip
        assert set(texts) == {text.id for text in CORPUS.texts_of(session)}
    for one in CORPUS.texts():
        found = mentions.of(one.id)
        about = {name for (_, field), records in found.items() if field == "about"
                 for name in records}  # fmt: skip
        assert about == {record.id for record in CORPUS.about(one.id)}
    assert sum(map(len, mentions.of("489").values())) > 20


def test_a_part_names_what_it_belongs_to() -> None:
    """A clause leads to its text, a decision to its session."""
    page = rendered(outline(CORPUS.clause("489#lift-restrictions"), CORPUS))["text"]
    assert "belongs to Declaration 489: Standing with Ukraine until Victory (489)" in page
    page = rendered(outline(CORPUS["2024-spring#candidate-status"], CORPUS))["text"]
    assert "belongs to Sofia, spring session 2024 (2024-spring)" in page


@pytest.mark.parametrize("corpus", [natopa.load(), None], ids=["with", "without"])
def test_the_words_come_first(corpus: natopa.Corpus | None) -> None:
    """The famous sentence stands within the first lines, before every clause and fact."""
    lines = text.render(outline(natopa.load().declaration(489), corpus)).splitlines()
    assert "lifting some" in " ".join(lines[:10])
    assert lines.index("CLAUSES") < lines.index("FACTS") < lines.index("SOURCES")
    statement = CORPUS.statement("szczerba-they-need-it-now")
    lines = text.render(outline(statement, corpus)).splitlines()
    first = next(number for number, line in enumerate(lines) if line.startswith("“"))
    assert first < lines.index("capacity           President of the NATO Parliamentary Assembly")


def test_reported_speech_does_not_look_like_a_quotation() -> None:
    """A paraphrase has no quotation marks, in none of the three ways."""
    clause = CORPUS.clause("489#accelerate-deliveries")
    (wording,) = clause.wordings
    assert wording.fidelity == "paraphrased"
    for written in rendered(outline(clause)).values():
        beginning = wording.text[:30]
        assert beginning in written
        assert f"“{beginning}" not in written
        assert f"> {beginning}" not in written


# What could mislead a reader.

HOSTILE = "\x1b[31m\x9b\u202e\u2066\u200f\u061c\u200b\U000e0041\x00"


def poisoned(content: Any) -> Any:
    """Return a copy of a value, with marks that mislead after every text in it."""
    if isinstance(content, tuple):
        return tuple([poisoned(item) for item in content])
    if isinstance(content, Value) and not isinstance(content, natopa.PartialDate):
        inner = {field.alias: poisoned(getattr(content, field.name))
                 for field in attrs.fields(type(content)) if field.init}  # fmt: skip
        return type(content)(**inner)
    plain = isinstance(content, str) and not isinstance(content, StrEnum)
    return f"{content}{HOSTILE}\nnext" if plain else content


@pytest.mark.slow
def test_nothing_that_misleads_gets_through(values: list[Value]) -> None:
    """No control, escape, turning or hidden character of the data is in what is shown."""
    seen = 0
    for value in values:
        if isinstance(value, natopa.Diff):
            continue  # Its places are made of names that the next test has.
        for written in rendered(outline(poisoned(value))).values():
            assert written.replace("\n", "").isprintable()
            seen += "\\u202e" in written or r"\\u202e" in written
    assert seen > 3 * len(values) - 12


def test_lists_are_cut_for_a_terminal_only() -> None:
    """A row takes 80 columns where it is asked to, and all that it needs where it is not."""
    (table,) = outline(CORPUS.texts()).blocks
    assert isinstance(table, Table)
    cut, whole = text.rows(table, 80).splitlines(), text.rows(table, None).splitlines()
    assert max(map(len, cut)) <= 80 < max(map(len, whole))
    for row, found in zip(whole, CORPUS.texts(), strict=True):
        parts = (found.id, found.title, found.session and found.session.id)
        assert [part for part in parts if part and part not in row] == []


# Notebooks.


def test_tuples_are_tables_once_a_notebook_asks() -> None:
    """`%load_ext` shows tuples of records as tables, and leaves every other tuple alone."""
    formats: dict[type, Callable[[Any], str | None]] = {}

    class Formatter:
        for_type = staticmethod(formats.__setitem__)

    class Display:
        formatters = {"text/html": Formatter()}  # noqa: RUF012 - A stand-in for IPython's.

    class Shell:
        display_formatter = Display()

    natopa.load_ipython_extension(Shell())
    table = formats[tuple](CORPUS.sessions())
    assert table is not None
    assert table.count("<tr") == len(CORPUS.sessions()) + 1
    assert formats[tuple]((1, 2)) is None
    assert formats[tuple]((CORPUS.sessions()[0], 2)) is None
    assert formats[tuple](()) is None


def answers() -> Iterator[Value]:
    """Yield each answer that a corpus gives."""
    draft, adopted = CORPUS.declaration(489).editions
    yield CORPUS.locate("Ukraine must be provided with all that it needs now")
    yield CORPUS.search("air defence")[0]
    yield natopa.diff(draft, adopted)
    yield CORPUS.coverage()
    yield natopa.verify("2026.1")


def test_answers_have_marks() -> None:
    """What differs is marked as old and new, and what was searched for is marked too."""
    pages = [cast("Any", answer)._repr_html_() for answer in answers()]
    assert [page.count("<del") > 0 for page in pages] == [True, False, True, False, False]
    assert [page.count("<ins") > 0 for page in pages] == [True, False, True, False, False]
    assert "<mark" in pages[1]
    assert "Standing with Ukraine until Victory</ins>" in pages[2]
    assert shown(CORPUS.claims()).count("<tr") == len(CORPUS.claims()) + 1


@given(st.text("ab  \n\t\u00a0é-", max_size=60), st.integers(2, 30), st.sampled_from(["", "- "]))
def test_lines_are_wrapped_as_python_wraps_them(words: str, width: int, first: str) -> None:
    """Where long words stay whole, at every width and with every kind of space."""
    spaced = words.translate(dict.fromkeys(map(ord, "\t\n"), " ")).rstrip()
    # Python takes a word of firm spaces alone for a space.
    assume(all(word.strip() for word in spaced.split(" ") if word))
    expected = textwrap.wrap(
        spaced, width, initial_indent=first, subsequent_indent="  ", break_long_words=False,
        break_on_hyphens=False,
    )  # fmt: skip
    assert text.wrapped(words, width, first, "  ") == expected


@pytest.mark.slow
@pytest.mark.parametrize("reference", ["489", "489#lift-restrictions", "2024-spring", "nothing"])
def test_what_points_to_a_record_is_what_the_whole_release_says(reference: str) -> None:
    """The records that have its id in their bytes are those that are found by reading all."""
    corpus = natopa.load("2026.4")
    alone = Mentions(pointing(natopa.load("2026.4"), reference)).of(reference)
    assert alone == Mentions(corpus).of(reference)
    assert bool(alone) == (reference in corpus)


def test_every_class_has_its_references_by_its_hints() -> None:
    """The annotations as they are written name the ids that the hints have."""
    for cls in [getattr(model, name) for name in CLASSES]:
        found: set[str] = set()
        for name, hint in typing.get_type_hints(cls).items():
            names = [getattr(one, "__name__", "") for one in (hint, *typing.get_args(hint))
                     if hasattr(one, "__supertype__")]  # fmt: skip
            found |= {name for each in names if each == "Ref" or each.endswith("Id")}
        assert {name for name, by_id in leading(cls).items() if by_id} == found - {"id"}, cls
