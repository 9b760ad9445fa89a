"""Search: what is found, in which order, and what is shown of it."""

from __future__ import annotations

import copy
import csv
import itertools
import pickle
import re
import sqlite3
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Barrier
from typing import TYPE_CHECKING, get_args

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import natopa_declarations as natopa
from natopa_declarations import _search as search
from natopa_declarations import errors, model
from natopa_declarations._search import snippets
from natopa_declarations._search.places import Finder
from natopa_declarations._search.query import All, Either, Term, parse, wanted_terms
from natopa_declarations._search.spelling import WORD, Spellings, is_plain, spell

if TYPE_CHECKING:
    from natopa_declarations._search.query import Node

SOFIA = natopa.load("2026.1")
CATALOGUE = natopa.load("2026.2")
with (Path(__file__).parent / "search_queries.csv").open(encoding="utf-8", newline="") as stream:
    QUERIES = list(csv.DictReader(stream))

WORDS = ["ukraine", "weapons", "Russia", "the", "defense", "szczerba", "restrictions", "zebra"]


def value_of(corpus: natopa.Corpus, hit: natopa.Hit) -> str:
    """Return the field that a hit names, by following the name from the record."""
    value: object = corpus.resolve(hit.ref)
    for name, number in re.findall(r"(\w+)(?:\[(\d+)\])?", hit.field):
        value = getattr(value, name)
        if number:
            assert isinstance(value, tuple)
            value = value[int(number)]
    assert isinstance(value, str)
    return value


def check_hit(corpus: natopa.Corpus, hit: natopa.Hit) -> None:
    """What a hit shows stands in the record, and its spans are words of the query's."""
    text = value_of(corpus, hit)
    assert hit.snippet.removeprefix(snippets.CUT).removesuffix(snippets.CUT) in text
    assert len(hit.snippet) <= snippets.WIDTH + 2
    assert hit.spans
    reached = 0
    for span in hit.spans:
        assert reached <= span.start < span.end <= len(hit.snippet)
        assert WORD.match(hit.snippet, span.start)
        reached = span.end


@pytest.mark.parametrize("row", QUERIES, ids=lambda row: f"{row['release']} {row['query']}")
def test_what_must_come_first_comes_first(row: dict[str, str]) -> None:
    """For the queries of the table the first hits are the records named there, and no others."""
    corpus = {"2026.1": SOFIA, "2026.2": CATALOGUE}[row["release"]]
    hits = corpus.search(row["query"])
    expected = row["first"].split()
    assert sorted([hit.ref for hit in hits[: len(expected) or 1]]) == sorted(expected)
    assert [hit.rank for hit in hits] == list(range(1, len(hits) + 1))
    for hit in hits:
        check_hit(corpus, hit)


def test_every_kind_is_found() -> None:
    """Each kind of record that is searched has a query that finds it, and nothing else."""
    for kind in get_args(model.SearchKind):
        hits = CATALOGUE.search("ukraine OR kosovo OR szczerba OR sofia", kind=kind)
        assert hits
        for hit in hits:
            record = CATALOGUE.resolve(hit.ref)
            assert (hit.kind, type(record).__name__.lower()) == (kind, kind)


def test_a_session_restricts_to_what_belongs_to_it() -> None:
    """A session is given as the object, its id or its city, and holds what is about its texts."""
    session = CATALOGUE.session("2024-spring")
    hits = CATALOGUE.search("ukraine", session=session)
    assert hits == CATALOGUE.search("ukraine", session="2024-spring")
    assert {hit.kind for hit in hits} == {"declaration", "clause", "statement", "decision",
                                          "claim"}  # fmt: skip
    assert not {"474", "482", "502"} & {hit.ref for hit in hits}
    assert CATALOGUE.search("ukraine", session="Montreal")[0].ref == "494"
    # This claim is about a statement, which is about a clause.
    (claim,) = CATALOGUE.search("supply lines", kind="claim", session=session)
    assert CATALOGUE.claim(claim.ref).about == ("szczerba-supply-lines",)
    everything = [hit.ref for hit in CATALOGUE.search("ukraine")]
    # What is left out changes no order.
    assert [hit.ref for hit in hits] == [ref for ref in everything if ref in
                                         {hit.ref for hit in hits}]  # fmt: skip


def test_a_limit_gives_the_first_hits() -> None:
    """The hits within a limit are the first of all hits, whatever the restriction."""
    kinds: tuple[model.SearchKind | None, ...] = (None, "clause")
    for kind in kinds:
        hits = SOFIA.search("russia", kind=kind)
        assert SOFIA.search("russia", kind=kind, limit=2) == hits[:2]
        assert SOFIA.search("russia", kind=kind, limit=999) == hits


def test_equal_hits_are_in_document_order() -> None:
    """Three resolutions with one title, and so one score, come in the order of the texts."""
    hits = CATALOGUE.search("nato enlargement", kind="resolution")
    assert [hit.ref for hit in hits] == ["301", "312"]


def test_unknown_restrictions_raise() -> None:
    """A kind or session that is not there raises with suggestions, and a limit of none too."""
    with pytest.raises(natopa.NotFoundError, match="did you mean 'clause'") as wrong:
        SOFIA.search("air", kind="clauses")  # type: ignore[arg-type]
    assert wrong.value.suggestions == ("clause",)
    with pytest.raises(natopa.NotFoundError, match="did you mean '2024-spring'"):
        SOFIA.search("air", session="2024-sprin")
    with pytest.raises(natopa.NotFoundError):
        SOFIA.search("air", session=CATALOGUE.session("2023-spring"))
    with pytest.raises(
        errors.InvalidFilterError, match="limit: expected a whole number from 1; found 0"
    ):
        SOFIA.search("air", limit=0)
    for limit in (True, 2.0, float("nan"), "2"):
        with pytest.raises(
            errors.InvalidFilterError, match="limit: expected a whole number from 1"
        ):
            SOFIA.search("air", limit=limit)  # type: ignore[arg-type]


def test_nothing_found_is_empty() -> None:
    """Words that stand nowhere, or in no record that is asked for, find nothing."""
    assert SOFIA.search("zebra") == ()
    assert SOFIA.search("kosovo", kind="statement") == ()


@pytest.mark.parametrize(
    ("query", "first"),
    [
        ("489", "489"),
        ("Declaration 489", "489"),
        ("NATO PA declaration 489", "489"),
        ("resolution 486", "486"),
        ("spring 2024", "2024-spring"),
        ("2024-spring", "2024-spring"),
        ("Sofia 2024", "2024-spring"),
        ("Sofia", "2002-spring 2024-spring"),
        ("Szczerba", "michal-szczerba"),
        ("cherniev", "yehor-chernyev"),
        ("Standing with Ukraine", "474"),
        ("standing with ukraine until victory", "489"),
        ("489#lift-restrictions", "489#lift-restrictions"),
        ("NATO", "nato"),
    ],
)
def test_what_the_query_is_the_name_of_comes_first(query: str, first: str) -> None:
    """A number, a kind and a number, a year, a city, a person and a title, as people type them."""
    hits = CATALOGUE.search(query)
    assert [hit.ref for hit in hits[: len(first.split())]] == first.split()
    assert len({hit.ref for hit in hits}) == len(hits)
    assert [hit.rank for hit in hits] == list(range(1, len(hits) + 1))
    for hit in hits:
        check_hit(CATALOGUE, hit)
    assert CATALOGUE.search(query, limit=1) == hits[:1]
    kind = hits[0].kind
    assert CATALOGUE.search(query, kind=kind)[0] == hits[0]
    others = CATALOGUE.search(query, kind="claim")
    assert all(hit.kind == "claim" for hit in others)


def test_publishers_are_found_after_what_is_about_them() -> None:
    """The sources of a publisher are hits, and come after records that have its name in a text."""
    hits = CATALOGUE.search("LB.ua")
    kinds = [hit.kind for hit in hits]
    assert "source" in kinds
    assert kinds == sorted(kinds, key=lambda kind: kind == "source")
    assert all(hit.kind == "source" for hit in CATALOGUE.search("LB.ua", kind="source"))


def test_what_is_not_held_is_searched_for_by_its_words() -> None:
    """A number or session that nothing has is not an error of a search."""
    assert CATALOGUE.search("Declaration 421") == ()
    assert CATALOGUE.search("Resolution 489") == ()


def test_what_is_asked_for_twice_is_asked_for_once() -> None:
    """Words that are repeated change no answer."""
    assert CATALOGUE.search("ukraine " * 100) == CATALOGUE.search("ukraine")
    assert parse("a b a NOT c NOT c") == parse("a b NOT c")
    assert parse("a OR b OR a") == parse("a OR b")


def test_a_phrase_does_not_reach_from_one_field_into_the_next() -> None:
    """The last word of one title and the first of the next are not side by side."""
    assert SOFIA.search("victory zjednoczeni")
    assert SOFIA.search('"victory zjednoczeni"') == ()


def test_a_long_text_is_cut_around_the_words() -> None:
    """A snippet shows the part that has the words, and cuts between words."""
    (hit,) = SOFIA.search("proactive dimensions", kind="clause")
    assert hit.snippet.startswith(snippets.CUT)
    assert hit.snippet.endswith(snippets.CUT)
    shown = [hit.snippet[span.start : span.end] for span in hit.spans]
    assert shown == ["proactive", "dimensions"]
    text = value_of(SOFIA, hit)
    inside = hit.snippet[1:-1]
    position = text.index(inside)
    assert text[position - 1] == " "
    assert text[position + len(inside)] == " "


def test_what_cannot_be_cut_between_words_is_cut_anywhere() -> None:
    """A text without spaces is shown in part, and a phrase longer than a snippet too."""
    clause = SOFIA.clause("490#terrorism")
    words = ["glued", *["x" * 50] * 9, "here", *["y" * 50] * 9]
    glued = attrs.evolve(clause, summary="-".join(words))
    index = search.SearchIndex([(glued, frozenset())])
    for query in ("here", '"x*"', f'"glued {"x" * 50} {"x" * 50} {"x" * 50} {"x" * 50}"'):
        (hit,) = index.search(parse(query))
        assert len(hit.snippet) <= snippets.WIDTH + 2
        assert hit.snippet.strip(snippets.CUT) in glued.summary
        assert all(0 <= span.start < span.end <= len(hit.snippet) for span in hit.spans)


SPELLINGS = Spellings()
DOCUMENTS = [
    (str(record.id), [SPELLINGS.text(text).split() for _, _, text in search.fields(record)])
    for record, _ in search.documents(
        SOFIA.sessions(),
        SOFIA.texts(),
        SOFIA.statements(),
        SOFIA.claims(),
        [
            *SOFIA.sessions(),
            *SOFIA.persons(),
            *SOFIA.bodies(),
            *SOFIA.topics(),
            *SOFIA.sources(),
        ],
    )
]


PLAIN = [text for record, _ in search.documents(
    SOFIA.sessions(), SOFIA.texts(), SOFIA.statements(), SOFIA.claims()
) for _, _, text in search.fields(record) if is_plain(text)]  # fmt: skip


@pytest.mark.slow
@given(
    st.one_of(st.sampled_from(PLAIN), st.lists(st.sampled_from([
        "air", "AIR_defence", "cybersecurity", "cyber security", "per", "percent", "Defense",
        "defences", "organise", "organization", ",", "a1",
    ]), max_size=30).map(" ".join)),
    st.lists(st.sampled_from([
        "air", "defen*", "defence", '"air defence"', "cyber", "security", '"per cent"', "secur*",
        '"the alliance"', "ukraine", "a*", '"defence organisat*"', "c*", '"cyber s*"',
    ]), min_size=1, max_size=4),
)  # fmt: skip
@settings(deadline=None)
def test_a_plain_text_is_looked_through_faster_and_not_otherwise(
    text: str, terms: list[str]
) -> None:
    """What is found in a plain text by how words are written is found by their spellings too."""
    spellings = Spellings()
    for each in (*PLAIN, text):
        spellings.text(each)
    spellings.complete()
    finder = Finder(tuple(wanted_terms(parse(" ".join(terms)))), spellings)
    found = finder.places(text, plain=True)
    assert {place[:2] for place in found} == {
        place[:2] for place in finder.places(text, plain=False)
    }
    assert found == sorted(found, key=lambda place: (place[0], -place[1]))


def matches(node: Node, texts: list[list[str]]) -> bool:
    """Say by plain comparison whether a record with these spelled texts has what is wanted."""
    if isinstance(node, All):
        return all(matches(part, texts) for part in node.parts)
    if isinstance(node, Either):
        return any(matches(part, texts) for part in node.parts)
    if isinstance(node, Term):
        return any(
            text[at : at + len(phrase) - 1] == list(phrase[:-1])
            and (text[at + len(phrase) - 1].startswith(phrase[-1]) if node.prefix
                 else text[at + len(phrase) - 1] == phrase[-1])
            for text in texts
            for phrase in node.spellings
            for at in range(len(text) - len(phrase) + 1)
        )  # fmt: skip
    return matches(node.wanted, texts) and not matches(Either(node.unwanted), texts)


ATOMS = st.one_of(
    st.sampled_from(WORDS),
    st.sampled_from(sorted({word for _, texts in DOCUMENTS for text in texts for word in text})),
    st.sampled_from(["weap*", "r*", "defens*", "ukrain*"]),
    st.lists(st.sampled_from(WORDS), min_size=1, max_size=3).map(
        lambda words: f'"{" ".join(words)}"'
    ),
    st.sampled_from(['"air defence"', '"weapons against russia"', '"legitimate target*"']),
)  # fmt: skip
WELL_FORMED = st.recursive(
    ATOMS,
    lambda inner: st.builds(
        lambda parts, operator: f"({operator.join(parts)})",
        st.lists(inner, min_size=2, max_size=4),
        st.sampled_from([" ", " AND ", " OR ", " NOT ", " AND NOT "]),
    ),
    max_leaves=12,
)


@given(WELL_FORMED)
@settings(deadline=None)
def test_the_engine_finds_what_plain_comparison_finds(query: str) -> None:
    """For any well-formed query the hits are the records that it describes, and no others."""
    node = parse(query)
    expected = {identifier for identifier, texts in DOCUMENTS if matches(node, texts)}
    hits = SOFIA.search(query)
    assert {str(hit.ref) for hit in hits} == expected
    assert len(hits) == len(expected)
    for hit in hits:
        check_hit(SOFIA, hit)


def test_plain_comparison_tells_right_from_wrong() -> None:
    """The comparison itself is checked: it knows a phrase from its words."""
    assert matches(parse('"a b" NOT c*'), [["x", "a", "b"]])
    assert not matches(parse('"a b"'), [["b", "a"], ["b"]])
    assert not matches(parse("a NOT c*"), [["a"], ["cd"]])


HOSTILE = st.lists(
    st.one_of(
        st.text(max_size=8),
        st.sampled_from([
            "AND", "OR", "NOT", "NEAR(", "(", ")", '"', "'", "*", "^", "-", "+", ":", "title:",
            "{title words}:", "--", ";", "\0", "\ud800", "\u00b6", "\u201c", "weapons", "air",
            "' OR 1=1", "'; DROP TABLE records; --", "%", "?", "\\", "\u0301", "\u00bd", "records",
        ]),
    ),
    max_size=12,
)  # fmt: skip


def check_error(error: errors.InvalidQueryError, query: str) -> None:
    """An error says what was given, where it breaks, and what was expected and found there."""
    assert error.query == query
    assert 0 <= error.position <= len(query)
    assert error.expected
    assert error.found
    assert str(error).isprintable()


@given(HOSTILE.map(" ".join) | HOSTILE.map("".join) | st.text())
@settings(deadline=None)
def test_any_text_gives_hits_or_our_own_error(query: str) -> None:
    """Whatever a query is, the engine is never heard, and nothing but words reaches it."""
    try:
        hits = SOFIA.search(query)
    except errors.InvalidQueryError as error:
        check_error(error, query)
        return
    assert re.fullmatch(r'(?:[\w\s]|[()"*])*', search.expression(parse(query)))
    for hit in hits:
        check_hit(SOFIA, hit)


def test_the_index_survives_hostile_queries() -> None:
    """After queries that look like SQL or like the engine's language the answers are the same."""
    before = SOFIA.search("ukraine")
    for query in ("'; DROP TABLE records; --", "records MATCH x", "title : ukraine", "^ukraine"):
        SOFIA.search(query)
    assert SOFIA.search("ukraine") == before
    # The name of a column is a word like any other, and so finds nothing but that word.
    assert SOFIA.search("title : ukraine") == SOFIA.search("title ukraine")


def test_the_largest_queries_are_within_the_limits_of_the_engine() -> None:
    """What the grammar lets pass, the engine takes: many words, alternatives and parentheses."""
    many = 100
    for query in (
        " ".join(["ukraine"] * many),
        " OR ".join(["ukraine"] * many),
        " ".join(["defens*"] * many),
        " NOT ".join(["ukraine", *["zebra"] * (many - 1)]),
        "ukraine " + "NOT zebra ukraine " * 49,
    ):
        assert SOFIA.search(query)
    assert SOFIA.search(f'"{" ".join(["ukraine"] * many)}"') == ()
    for start, end in itertools.product(NESTING, repeat=2):
        deep = (start + "(" + end + "(") * 5 + "ukraine" + "))" * 5
        SOFIA.search(deep)


NESTING = ["", "a ", "a OR ", "a NOT ", "a b NOT c OR defens* a ", "a b c* NOT d NOT "]
"""What may stand before a parenthesis."""


@pytest.mark.slow
def test_sixteen_threads_get_the_same_answers() -> None:
    """The first search of a corpus may come from sixteen threads at once."""
    queries = [row["query"] for row in QUERIES][:20]
    expected = [SOFIA.search(query) for query in queries]
    fresh = natopa.load("2026.1")
    together = Barrier(16)

    def ask(number: int) -> list[tuple[natopa.Hit, ...]]:
        together.wait()
        turn = queries[number:] + queries[:number]
        answers = dict(zip(turn, [fresh.search(query) for query in turn], strict=True))
        return [answers[query] for query in queries]

    with ThreadPoolExecutor(16) as pool:
        assert list(pool.map(ask, range(16))) == [expected] * 16


@pytest.mark.slow
def test_a_corpus_that_was_searched_is_still_a_value() -> None:
    """The index is not part of the value: equality, hash, copies and pickles go without it."""
    fresh, searched = natopa.load("2026.1"), natopa.load("2026.1")
    hits = searched.search("ukraine")
    assert searched == fresh
    assert hash(searched) == hash(fresh)
    for other in (pickle.loads(pickle.dumps(searched)), copy.deepcopy(searched),
                  copy.copy(searched)):  # fmt: skip
        assert other == searched
        assert other.search("ukraine") == hits
    assert pickle.loads(pickle.dumps(hits)) == hits
    assert hash(hits[0]) == hash(copy.deepcopy(hits[0]))


def test_the_words_of_all_records_are_one_spelling_already() -> None:
    """A spelled word is its own spelling, so what is indexed can be asked for."""
    for _, texts in DOCUMENTS:
        for text in texts:
            assert [spell(word) for word in text] == text


def test_without_sqlite_one_error_says_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    """A Python without the module sqlite3 cannot search, and can do everything else."""
    monkeypatch.setitem(sys.modules, "sqlite3", None)
    corpus = natopa.load("2026.1")
    with pytest.raises(errors.SearchUnavailableError, match="search needs SQLite, which") as wrong:
        corpus.search("air")
    assert wrong.value.missing == "SQLite"
    assert corpus.declaration(489).title


@pytest.mark.slow
def test_without_fts5_one_error_says_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    """SQLite says that it has no such module, and search says what that means."""

    class Old(sqlite3.Connection):
        """A connection that does not know the module, and says so in SQLite's own words."""

        def execute(self, sql: str, *_: object) -> sqlite3.Cursor:
            return super().execute(sql.replace("fts5(", "fts5_that_is_missing("))

    connect = sqlite3.connect
    monkeypatch.setattr(sqlite3, "connect", lambda *given, **named: connect(
        *given, factory=Old, **named))  # fmt: skip
    corpus = natopa.load("2026.1")
    with pytest.raises(errors.SearchUnavailableError, match=r"FTS5.*python\.org"):
        corpus.search("air")
    monkeypatch.undo()
    assert corpus.search("air")


def test_a_place_at_the_very_end_of_the_window_is_in_it() -> None:
    """As many terms as fit are shown, up to the last character of the width."""
    first, second, filling = "alpha", "omega", "x" * 300
    for distance, shown_terms in ((0, [first, second]), (1, [first])):
        between = "x" * (snippets.WIDTH - len(first + second) + distance)
        text = filling + first + between + second + filling
        start = text.index(second)
        places = [(300, 305, 0), (start, start + 5, 1)]
        shown, spans = snippets.cut(text, places)
        assert [shown[span.start : span.end] for span in spans] == shown_terms
