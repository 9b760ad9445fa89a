"""Suggest what to try where a search finds nothing."""

from __future__ import annotations

import re
from contextlib import suppress
from typing import TYPE_CHECKING

from ._search import SEARCHED
from ._show.countries import CountryRecords, alike, code_of
from ._show.phrases import kind
from .errors import NatopaError, NotFoundError
from .model.names import close, fold
from .model.value import id_of

if TYPE_CHECKING:
    from ._corpus.corpus import Corpus
    from .model.assembly import Gap
    from .model.hits import SearchKind

WORD = re.compile(r"[^\W\d_]{3,}")
SHORTEST, CUT = 4, 3
"""The fewest letters of a beginning that is suggested, and the most that are cut off for it."""
LIKE = 0.8
"""How much alike two spellings are at least, from 0 to 1."""


def hint(
    corpus: Corpus, query: str, *, kind: SearchKind | None = None, session: str | None = None
) -> str:
    """Return what finds something in place of `query`: fewer filters, fewer words, a spelling."""
    if (kind or session) and corpus.search(query, limit=1):
        flags = [flag for flag, value in (("--kind", kind), ("--session", session)) if value]
        return f"without {' and '.join(flags)} there are hits"
    words = [word for word in WORD.findall(query) if word not in {"AND", "NOT"}]
    lost = [word for word in words if not _found(corpus, word)]
    if not lost:
        return "no record has all of these words: leave one out, or write OR between them"
    for word in lost:
        beginning = next(
            (f"{word[:size]}*" for size in range(len(word), max(SHORTEST, len(word) - CUT) - 1, -1)
             if _found(corpus, f"{word[:size]}*")), ""
        )  # fmt: skip
        near = _spellings(corpus, word)
        tries = [f"the beginning {beginning!r}"] if beginning else []
        tries += [f"the spelling {near[0]!r}"] if near else []
        return f"no record has {word!r}" + (f": try {' or '.join(tries)}" if tries else "")
    return ""


def gap_of(corpus: Corpus, reference: str) -> Gap | None:
    """Return the gap that explains why nothing is held, such as for ``Resolution 421``."""
    for name in (reference, *reference.split()[-1:]):
        with suppress(NotFoundError):
            return corpus.gap(name)
    return None


def elsewhere(corpus: Corpus, name: str, problem: str) -> str:
    """Return what is wrong with a name, and how many records have its words all the same."""
    countries = alike(name)
    if countries:
        problem += (
            f"{' or' if problem.endswith('?') else ';'} perhaps the country {countries[0]!r}?"
        )
    try:
        hits = corpus.search(name)
    except NatopaError:
        return problem
    many = f"{len(hits)} hit{'s' * (len(hits) > 1)}"
    between = " " if problem.endswith("?") else "; "
    return f"{problem}{between}`natopa search` has {many} for these words" if hits else problem


def named(corpus: Corpus, words: str) -> str:
    """Return what to ask for where the words are the name of a country, or nothing."""
    code = code_of(words)
    if code is None:
        return ""
    found = CountryRecords(corpus, code)
    if found.sessions or found.texts or found.bodies:
        return f"{found.name} is a country: `natopa show {code}` shows its sessions and texts"
    return f"{found.name} is a country, and the release has no session or text of it"


def called(corpus: Corpus, words: str) -> str:
    """Return what to ask for where the words are a name and no quotation, or nothing."""
    try:
        found = corpus.find(words)
    except NatopaError as error:
        # A name of several records has them all in its error.
        gap = gap_of(corpus, words)
        if gap is not None:
            return f"nothing is held under {words!r}: `natopa show {gap.id}` says why"
        return named(corpus, words) or getattr(error, "problem", "")
    if type(found).__name__ == "MemberState":
        return named(corpus, words)
    what = kind(type(found)).lower()
    return f"{words!r} is the name of a {what}: `natopa show {id_of(found)}` shows it"


def _found(corpus: Corpus, query: str) -> bool:
    try:
        return bool(corpus.search(query, limit=1))
    except NatopaError:
        return False


def _spellings(corpus: Corpus, word: str) -> list[str]:
    """Return words of titles, names and kinds that are spelled much like this one."""
    texts = [text.title or text.subject or "" for text in corpus.texts()]
    texts += [person.name for person in corpus.persons()]
    texts += [session.city or "" for session in corpus.sessions()]
    texts += [topic.name for topic in corpus.topics()]
    known = {fold(found): found.lower() for text in texts for found in WORD.findall(text)}
    return close(word, known | {name: name for name in SEARCHED}, LIKE)
