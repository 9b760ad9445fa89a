"""What a query means, and where it breaks."""

from __future__ import annotations

import copy
import pickle
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from natopa_declarations import errors
from natopa_declarations._search.query import (
    MOST_WORDS,
    All,
    Either,
    Term,
    Without,
    parse,
    wanted_terms,
)

if TYPE_CHECKING:
    from natopa_declarations._search.query import Node


def term(*words: str, prefix: bool = False) -> Term:
    """Return the term of words with one spelling."""
    return Term((words,), prefix)


A, B, C = term("a"), term("b"), term("c")


@pytest.mark.parametrize(
    ("query", "node"),
    [
        ("a", A),
        ("A", A),
        ("a b", All((A, B))),
        ("a AND b", All((A, B))),
        ("a and b", All((A, term("and"), B))),
        ("a OR b", Either((A, B))),
        ("a b OR c", Either((All((A, B)), C))),
        ("a (b OR c)", All((A, Either((B, C))))),
        ("a(b)", All((A, B))),
        ("a NOT b", Without(A, (B,))),
        ("a AND NOT b", Without(A, (B,))),
        ("a NOT b c", Without(All((A, C)), (B,))),
        ("a NOT b NOT c", Without(A, (B, C))),
        ("a NOT (b OR c)", Without(A, (Either((B, C)),))),
        ("a OR b NOT c", Either((A, Without(B, (C,))))),
        ('"a b" c', All((term("a", "b"), C))),
        ("\u201ca b\u201d", term("a", "b")),
        ("\u00aba b\u00bb", term("a", "b")),
        ('"a" "b"', All((A, B))),
        ("a-b", term("a", "b")),
        ("NATO's", term("nato", "s")),
        ("a, & b.", All((A, B))),
        ("title:a", term("title", "a")),
        ("a*", term("a", prefix=True)),
        ('"a b*"', term("a", "b", prefix=True)),
        ('"a b"*', term("a", "b", prefix=True)),
        ("air-def*", Term((("air", "def"),), prefix=True)),
        ("Defense", term("defence")),
        ("defens*", Term((("defens",), ("defenc",)), prefix=True)),
        ("percent", term("per", "cent")),
        ("(((a)))", A),
        ("a - b", All((A, B))),
    ],
)
def test_the_meaning_of_a_query(query: str, node: Node) -> None:
    """Each form of the grammar has one meaning."""
    assert parse(query) == node


@pytest.mark.parametrize(
    ("query", "position", "expected", "found", "hint"),
    [
        ("", 0, "at least one word", "an empty query", ""),
        ("  \n", 0, "at least one word", "an empty query", ""),
        ("?! \u2026", 0, "at least one word", "none", ""),
        ('a "b', 4, "a second quotation mark", "the end of the query", "close the one at ch"),
        ('a ""', 2, "words between the quotation marks", "none", ""),
        ('"?"', 0, "words between the quotation marks", "none", ""),
        ("NOT a", 0, "a word, a phrase or '('", "NOT", "weapons NOT nuclear"),
        ("a OR NOT b", 5, "a word, a phrase or '('", "NOT", "weapons NOT nuclear"),
        ("a NOT NOT b", 6, "a word, a phrase or '('", "NOT", "weapons NOT nuclear"),
        ("a OR", 4, "a word, a phrase or '('", "the end of the query", ""),
        ("a NOT", 5, "a word, a phrase or '('", "the end of the query", ""),
        ("AND a", 0, "a word, a phrase or '('", "AND", "in small letters: and"),
        ("a AND OR b", 6, "a word, a phrase or '('", "OR", "in small letters: or"),
        ("()", 1, "a word, a phrase or '('", "')'", ""),
        ("(a", 2, "')'", "the end of the query", "close the '(' at character 1"),
        ("a)", 1, "a word, a phrase or the end of the query", "')'", "leave it out"),
        ("*", 0, "'*' only at the end of a word", "it elsewhere", "sanction*"),
        ("de*ce", 0, "'*' only at the end of a word", "it elsewhere", "sanction*"),
        ("a b,*", 2, "'*' only at the end of a word", "it elsewhere", "sanction*"),
        ("a -b", 2, "a word", "'-' before one", "write NOT"),
        ('a -"b c"', 2, "a word", "'-' before one", "write NOT"),
        ("a -(b c)", 2, "a word", "'-' before one", "write NOT"),
        ("a " * 101, 200, "at most 100 words", "more", "Corpus.locate"),
        (f'"{"a " * 101}"', 0, "at most 100 words", "more", "Corpus.locate"),
        ("(" * 11 + "a" + ")" * 11, 10, "at most 10 parentheses in one another", "more", ""),
        ("(" * 99999, 10, "at most 10 parentheses in one another", "more", ""),
    ],
)
def test_where_a_query_breaks(
    query: str, position: int, expected: str, found: str, hint: str
) -> None:
    """An error says where the query breaks, what was expected and found, and what to try."""
    with pytest.raises(errors.InvalidQueryError) as wrong:
        parse(query)
    error = wrong.value
    assert (error.query, error.position, error.expected, error.found) == (
        query,
        position,
        expected,
        found,
    )
    assert hint in error.hint
    assert isinstance(error, ValueError)
    assert str(error).isprintable()
    assert len(str(error)) < 300
    assert str(copy.copy(error)) == str(pickle.loads(pickle.dumps(error))) == str(error)


def test_the_longest_query_is_read() -> None:
    """One word fewer than too many is a query."""
    assert parse("a " * MOST_WORDS) == A
    assert parse("a b " * (MOST_WORDS // 2)) == All((A, B))


def test_the_terms_of_hits_are_those_that_are_wanted() -> None:
    """What is taken away is not marked in a hit."""
    assert list(wanted_terms(parse("a (b OR a NOT c) NOT (a OR c)"))) == [A, B, A]


@given(st.lists(st.sampled_from(["a", "NOT b", '"a b"', "(a OR b)", "c*"]), min_size=1))
def test_and_may_be_left_out(items: list[str]) -> None:
    """Items side by side are items with AND between them, and NOT takes only one of them."""
    items = ["a", *items]
    if len(" ".join(items).split()) <= MOST_WORDS // 2:
        assert parse(" ".join(items)) == parse(" AND ".join(items))


@given(
    st.lists(
        st.sampled_from(
            ["air", "AIR", "defense", "cybersecurity", "percent", "a1", "7", "organise"]
        ),
        min_size=1,
        max_size=25,
    )
)
def test_plain_words_mean_what_the_grammar_makes_of_them(words: list[str]) -> None:
    """A few plain words are read without the grammar, and a parenthesis around them is not."""
    assert parse(" ".join(words)) == parse(f"({' '.join(words)})")
