"""Parse the query of a search into terms; a query is data, and never anything else.

    query    = sequence *( "OR" sequence )
    sequence = item *( [ "AND" ] item / [ "AND" ] "NOT" item )
    item     = word [ "*" ] / phrase / "(" query ")"
    phrase   = a quotation mark, words, a quotation mark

AND, OR and NOT are in capitals; in small letters they are words.  NOT takes one item away.
Marks between words have no meaning; ``air-defence`` is the phrase ``"air defence"``.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, final

import attrs

from ..errors import InvalidQueryError
from .spelling import WORD, spell, spell_prefix

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import TypeAlias

    Node: TypeAlias = "Term | All | Either | Without"

MOST_WORDS = 100
FEW_WORDS = 20
DEEPEST = 10
QUOTES = '"\u201c\u201d\u201e\u201f\u00ab\u00bb'
_HINTS = {
    "NOT": ("NOT takes hits away from those of the words before it, as in: weapons NOT nuclear"),
    "AND": "to search for the word itself, write it in small letters: and",
    "OR": "to search for the word itself, write it in small letters: or",
}
_TOKEN = re.compile(rf"\s+|[(){QUOTES}]|[^\s(){QUOTES}]+")


@final
@attrs.frozen
class Term:
    """Words that stand side by side.

    There is one spelling of them, save where the last is only the beginning of a word.
    """

    spellings: tuple[tuple[str, ...], ...]
    prefix: bool = False
    """Whether the last word is the beginning of one."""


@final
@attrs.frozen
class All:
    """Every part is there."""

    parts: tuple[Node, ...]


@final
@attrs.frozen
class Either:
    """At least one part is there."""

    parts: tuple[Node, ...]


@final
@attrs.frozen
class Without:
    """The one is there, and none of the others."""

    wanted: Node
    unwanted: tuple[Node, ...]


def parse(query: str) -> Node:
    """Read `query`; raise `InvalidQueryError` where it breaks the grammar.

    >>> parse("air OR NOT sea")
    Traceback (most recent call last):
        ...
    natopa_declarations.errors.InvalidQueryError: in the query 'air OR NOT sea', character 8:
    expected a word, a phrase or '(', found NOT; NOT takes hits away from those of the words
    before it, as in: weapons NOT nuclear
    """
    words = query.split()
    if (
        len(words) <= FEW_WORDS
        and query.isascii()
        and "".join(words).isalnum()
        and _HINTS.keys().isdisjoint(words)
    ):
        # Most queries are a few plain words, of which the grammar makes no more than this.
        terms = [Term((tuple(one.split()),)) for one in dict.fromkeys(map(spell, words))]
        return terms[0] if len(terms) == 1 else All(tuple(terms))
    return _Parser(query).whole()


def wanted_terms(node: Node) -> Iterator[Term]:
    """Yield the terms that a hit may have been found by: not those that it must not have."""
    if isinstance(node, Term):
        yield node
    elif isinstance(node, Without):
        yield from wanted_terms(node.wanted)
    else:
        for part in node.parts:
            yield from wanted_terms(part)


@final
class _Parser:
    """One reading of one query, from left to right."""

    def __init__(self, query: str) -> None:
        self._query = query
        self._words = 0
        self._depth = 0
        self._tokens = list(self._read())
        self._next = 0

    def whole(self) -> Node:
        """Return what the whole query asks for."""
        if not self._tokens:
            found = "none" if self._query.strip() else "an empty query"
            raise self._error("at least one word", found, 0)
        node = self._either()
        if self._next < len(self._tokens):
            # Only a parenthesis can stop a sequence too early.
            hint = "leave it out, or add the '(' that it closes"
            raise self._unexpected("a word, a phrase or the end of the query", hint)
        return node

    def _read(self) -> Iterator[tuple[int, str | Term]]:
        """Yield the operators, parentheses and terms of the query with their positions."""
        position = 0
        while match := _TOKEN.match(self._query, position):
            start, position, text = match.start(), match.end(), match[0]
            if text.isspace():
                continue
            if text in QUOTES:
                position = self._closing(position)
                text = self._query[start + 1 : position - 1]
                prefix = self._query.startswith("*", position)
                position += prefix
                term = self._term(text + "*" * prefix, start)
                if term is None:
                    raise self._error("words between the quotation marks", "none", start)
                yield start, term
            elif text in {"(", ")", "AND", "OR", "NOT"}:
                yield start, text
            else:
                self._check_minus(text, start)
                term = self._term(text, start)
                if term is not None:
                    yield start, term

    def _closing(self, start: int) -> int:
        """Return the position after the quotation mark that ends the phrase."""
        for position in range(start, len(self._query)):
            if self._query[position] in QUOTES:
                return position + 1
        hint = f"it would close the one at character {start}"
        end = len(self._query)
        raise self._error("a second quotation mark", "the end of the query", end, hint)

    def _check_minus(self, text: str, start: int) -> None:
        """Raise where a minus sign looks as if it should take something away."""
        after = self._query[start + 1 : start + 2]
        if text.startswith("-") and after and (after.isalnum() or after in f"({QUOTES}"):
            hint = "to leave out what has a word, write NOT, as in: weapons NOT nuclear"
            raise self._error("a word", "'-' before one", start, hint)

    def _term(self, text: str, start: int) -> Term | None:
        prefix = text.endswith("*")
        words = WORD.findall(text)
        if "*" in text[: len(text) - prefix] or (
            prefix and not (words and text[:-1].endswith(words[-1]))
        ):
            hint = "it stands for the rest of a word, as in: sanction*"
            raise self._error("'*' only at the end of a word", "it elsewhere", start, hint)
        ends = spell_prefix(words.pop()) if prefix else ("",)
        spelled = [" ".join([*map(spell, words), end]).split() for end in ends]
        self._words += max(map(len, spelled))
        if self._words > MOST_WORDS:
            hint = "to look for a whole passage, use Corpus.locate"
            raise self._error(f"at most {MOST_WORDS} words", "more", start, hint)
        found = tuple([tuple(one) for one in spelled if one])
        return Term(found, prefix) if found else None

    def _either(self) -> Node:
        parts: list[Node] = [self._sequence()]
        while self._taken("OR"):
            parts.append(self._sequence())
        # What is asked for twice is asked for once.
        parts = list(dict.fromkeys(parts))
        return parts[0] if len(parts) == 1 else Either(tuple(parts))

    def _sequence(self) -> Node:
        wanted: list[Node] = [self._item()]
        unwanted: list[Node] = []
        while self._token() not in {"", "OR", ")"}:
            self._taken("AND")
            (unwanted if self._taken("NOT") else wanted).append(self._item())
        # In which order things are asked for and taken away makes no difference, nor how often.
        wanted, unwanted = list(dict.fromkeys(wanted)), list(dict.fromkeys(unwanted))
        node = wanted[0] if len(wanted) == 1 else All(tuple(wanted))
        return Without(node, tuple(unwanted)) if unwanted else node

    def _item(self) -> Node:
        token = self._token()
        if isinstance(token, Term):
            self._next += 1
            return token
        if not self._taken("("):
            hint = _HINTS.get(token, "")
            raise self._unexpected("a word, a phrase or '('", hint)
        start = self._tokens[self._next - 1][0]
        self._depth += 1
        if self._depth > DEEPEST:
            raise self._error(f"at most {DEEPEST} parentheses in one another", "more", start)
        node = self._either()
        self._depth -= 1
        if not self._taken(")"):
            hint = f"it would close the '(' at character {start + 1}"
            raise self._unexpected("')'", hint)
        return node

    def _token(self) -> str | Term:
        return self._tokens[self._next][1] if self._next < len(self._tokens) else ""

    def _taken(self, word: str) -> bool:
        taken = self._token() == word
        self._next += taken
        return taken

    def _unexpected(self, expected: str, hint: str) -> InvalidQueryError:
        if self._next == len(self._tokens):
            return self._error(expected, "the end of the query", len(self._query), hint)
        position, token = self._tokens[self._next]
        found = token if isinstance(token, str) and token.isalpha() else repr(token)
        return self._error(expected, found, position, hint)

    def _error(
        self, expected: str, found: str, position: int, hint: str = ""
    ) -> InvalidQueryError:
        return InvalidQueryError(self._query, position, expected, found, hint)
