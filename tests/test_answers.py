"""Whole answers to many questions, compared with those that were recorded.

Other tests say what an answer must be; this one says that nothing else in it has changed.  Where a
change is meant, `python -m tests.test_answers` records the answers anew; the difference of
`answers.json` names the kinds of question that are answered in another way.
"""

from __future__ import annotations

import hashlib
import json
import re
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from benchmarks.quotations import articles, cases, corpus, pairs

import natopa_declarations as natopa
from natopa_declarations._corpus.filters import FILTERS
from natopa_declarations.model import PartialDate
from natopa_declarations.model.value import Value

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    Ask = Callable[[], object]

RECORDED = Path(__file__).parent / "answers.json"
OLD, NEW = natopa.load("2026.1"), natopa.load("2026.4")
RELEASES = {"2026.1": OLD, "2026.4": NEW}


def _wordings(held: natopa.Corpus) -> list[str]:
    texts = [wording.text for clause in held.clauses() for wording in clause.wordings]
    return [text for text in dict.fromkeys(texts) if len(text.split()) > 5]


WORDS = [*_wordings(OLD), *_wordings(NEW)[::9]][:26]


def _without_middle(text: str) -> str:
    tokens = text.split()
    middle = len(tokens) // 2
    return " ".join([*tokens[: middle - 1], "\u2026", *tokens[middle + 1 :]])


def _swapped(text: str) -> str:
    tokens = text.split()
    return " ".join([*tokens[:2], tokens[3], tokens[2], *tokens[4:]])


CHANGES: dict[str, Callable[[str], str]] = {
    "whole": str,
    "in capitals": str.upper,
    "the first word cut off": lambda text: text.split(" ", 1)[1],
    "the last word cut off": lambda text: text.rsplit(" ", 1)[0],
    "half a word cut off": lambda text: text[3:-3],
    "the middle left out": _without_middle,
    "the middle in brackets": lambda text: _without_middle(text).replace("\u2026", "[...]"),
    "two words swapped": _swapped,
    "another first word": lambda text: f"nobody {text.split(' ', 1)[1]}",
    "another last word": lambda text: f"{text.rsplit(' ', 1)[0]} yesterday",
    "a word put in": lambda text: text.replace(" the ", " the very ", 1),
    "not put in": lambda text: text.replace(" to ", " not to ", 1),
    "all put in": lambda text: text.replace(" the ", " all the ", 1),
    "must for should": lambda text: text.replace("should", "must").replace("must", "may"),
    "another country": lambda text: text.replace("Ukraine", "Russia"),
    "another number": lambda text: re.sub(r"\d+", "77", text),
    "tags": lambda text: text.replace(" the ", " <b>the</b> "),
    "lines and notes": lambda text: text.replace(" of ", "<br>of<sup>1</sup> "),
    "other tags": lambda text: f"<p>{text.replace(' and ', ' <q>and</q> ')}</p><p>x<br/></p>",
    "entities": lambda text: text.replace(" ", "&nbsp;", 2).replace("-", "&shy;-&#8209;"),
    "a mark of a note": lambda text: text.replace(" ", "[1] ", 1).replace(",", ",\u00b9"),
    "a raised figure": lambda text: text.replace(" ", "\u00b2 ", 3),
    "sic": lambda text: text.replace(" ", " [sic] ", 1),
    "a broken line": lambda text: re.sub(r"(\w{4})(\w{3})", "\\1-\n\\2", text, count=1),
    "soft hyphens": lambda text: re.sub(r"(\w{4})(\w{3})", "\\1\u00ad\\2", text),
    "hyphens": lambda text: text.replace(" ", "-", 3),
    "no hyphens": lambda text: text.replace("-", ""),
    "look-alike letters": lambda text: text.replace("o", "\u043e", 2).replace("a", "\u0430", 1),
    "American": lambda text: text.replace("defence", "defense").replace("our", "or"),
    "other apostrophes": lambda text: text.replace("'", "\u2019").replace("\u2019", "`"),
    "between marks": lambda text: f"\u201c{text}\u201d",
    "in parts": lambda text: f"{text[:40]}\u201d, he said. \u201c{text[40:]}",
    "twice": lambda text: f"{text} {text}",
    "among others": lambda text: f"It was said that {text} and that was all there was to say.",
    "with another": lambda text: f"{text} {WORDS[0]}",
    "a few words": lambda text: " ".join(text.split()[2:6]),
    "six words": lambda text: " ".join(text.split()[1:7]),
}  # fmt: skip

MARKS = ('"%s"', "\u201c%s\u201d", "\u00ab %s \u00bb", "'%s'", "\u201a%s\u2018", "``%s''",
         "<q>%s</q>", "\u201c%s", "\u2018%s\u2019", "\u203a%s\u2039")  # fmt: skip

FORMS = (
    "Declaration %s", "Resolution %s", "resolution no. %s", "Resolutions %s, 490 and 498",
    "Declaration %s (2024)", "Resolution %s (1999)", "paragraph 14 of Declaration %s",
    "paragraph (a) of Resolution %s", "Declaration %s, paragraph 5", "la R\u00e9solution %s",
    "les r\u00e9solutions %s et 490", "UN Resolution %s", "Resolution %s of the Council",
    "the NATO PA's Declaration %s",
)  # fmt: skip
PLACES = (
    "the %s spring session", "the %s annual session in Sofia", "the Sofia session of %s",
    "la session de printemps %s", "the spring session in Paris in %s", "spring %s", "%s annual",
    "the session in Sofia", "the %s session",
)  # fmt: skip

LOOKUPS = (
    "topic", "source", "body", "person", "member_state", "size", "participation_class", "session",
    "decision", "declaration", "resolution", "text", "amendment", "clause", "vote", "statement",
    "claim", "gap", "resolve", "find", "text_of", "about", "texts_of",
)  # fmt: skip
SEARCHES = (
    "ukraine", "air defence", '"air defence"', "sanction*", "weapons NOT nuclear", "(", "a OR",
    "Declaration 489", "spring 2024", "Sofia", "Szczerba", "489",
)  # fmt: skip
SEARCHED: tuple[dict[str, object], ...] = (
    {}, {"kind": "clause"}, {"session": "Sofia"}, {"limit": 2}, {"kind": "x"}, {"session": "x"},
    {"limit": 0}, {"kind": "person", "limit": 1},
)  # fmt: skip

WRONG = (
    "", " ", "nosuch", "Declaration 9999", "489x", "488", "421", "2024", "2024-sprin", "sofia",
    "Sofia ", "ukrain", "szczerb", "michal", "489#lift", "489#lift-restriction", "489@draf",
    "489@draft", "lb-ua", "press", "NATO", "standing with ukraine", "1957-annual", "gap", "x" * 99,
    "operativ", "Operative", "high", "en", "EN", "english", "UA", "ua", "Ukraine", "\x1b[31m",
)  # fmt: skip


def _asked() -> Iterator[tuple[str, Ask]]:
    """Yield each question and the kind that it belongs to."""
    for kind, change in CHANGES.items():
        for text in WORDS:
            yield f"locate: {kind}", partial(OLD.locate, change(text))
    for name in ("held-out", "fresh", "seen"):
        for case in cases(name)[::2]:
            yield f"locate: {name}", partial(corpus(case["corpus"]).locate, case["quote"])
    for pair in pairs():
        for quote in (pair["near"], pair["exact"]):
            yield "locate: pairs", partial(corpus("invented").locate, quote)
    yield from _of_articles()
    for version, held in RELEASES.items():
        for kind, ask in (*_of_records(held), *_of_queries(held)):
            yield f"{version}: {kind}", ask
    yield "diff", partial(natopa.diff, OLD, natopa.load("2026.2"))
    yield "diff", partial(natopa.diff, natopa.load("2026.2"), OLD)
    yield "diff", partial(natopa.diff, OLD, OLD)


def _of_articles() -> Iterator[tuple[str, Ask]]:
    """Yield whole texts, with quotations and references in them."""
    for text in WORDS[::4]:
        for mark in MARKS:
            said = f"He said {mark % text}, and (that's \u2018it\u2019)."
            yield "check", partial(NEW.check, f"{said}\n\n{mark % 'Not now'} too.")
    for article in articles():
        yield "check: articles", partial(OLD.check, article["text"])
        yield "check: lines", partial(OLD.check, article["text"], each_line=True)
    for form in (*FORMS, *PLACES):
        for number in ("489", "482", "999", "2024", "1957", "2025"):
            text = f"He said {form % number if '%' in form else form}, and sat down."
            yield f"references: {form}", partial(NEW.references, text)


def _of_records(held: natopa.Corpus) -> Iterator[tuple[str, Ask]]:
    """Yield questions about what there is, most of which ask for what there is not."""
    for lookup in LOOKUPS:
        for value in (*WRONG, 489, 488, 9999, 421):
            yield lookup, partial(getattr(held, lookup), value)
    for kind in ("participation_classes", "member_states", "sizes", "gaps", "bodies", "topics"):
        yield "all", getattr(held, kind)
    for reference in list(held)[:: 3 if held is OLD else 31]:
        yield "about", partial(held.about, reference)
        yield "text of", partial(held.text_of, reference)
    for year in range(1955, 2027, 2):
        for day in (f"{year}", f"{year}-05-30", f"{year}-11"):
            yield "offices", partial(held.president, on=day)
            yield "offices", partial(held.secretary_general, on=day)
    yield "coverage", held.coverage
    yield "advisories", lambda: held.release.advisories


def _of_queries(held: natopa.Corpus) -> Iterator[tuple[str, Ask]]:
    """Yield each filter with right and wrong values, and searches with filters of their own."""
    values: list[object] = [*WRONG, 489, 0, -1, True, 2024, None, PartialDate(2024), 1.5, []]
    for query, filters in FILTERS.items():
        for name in [each.name for each in filters]:
            for value in (*values, "2024-05-27"):
                yield query, partial(getattr(held, query), **{name: value})
    for words in SEARCHES:
        for more in SEARCHED:
            search: Callable[..., object] = held.search
            yield "search", partial(search, words, **more)


def _written(found: object) -> str:
    """Return a whole answer as text."""
    if isinstance(found, tuple):
        return "\n".join(map(_written, found))
    if isinstance(found, Value):
        brief = getattr(found, "id", None)
        return brief if isinstance(brief, str) else natopa.to_json(found)
    return repr(found)


def _answers() -> dict[str, str]:
    """Ask everything, and return what stands for the answers to each kind of question."""
    answers: dict[str, list[str]] = {}
    for kind, ask in _asked():
        try:
            said = _written(ask())
        except (natopa.NatopaError, TypeError) as error:
            said = f"{type(error).__name__}: {error}"
        answers.setdefault(kind, []).append(said)
    return {kind: f"{len(said)}: {_digest(said)}" for kind, said in answers.items()}


def _digest(said: list[str]) -> str:
    return hashlib.sha256(repr(said).encode(errors="replace")).hexdigest()[:16]


@pytest.mark.slow
@pytest.mark.thorough
def test_answers_are_as_they_were_recorded() -> None:
    """No answer to some thousands of questions has changed in any part."""
    assert _answers() == json.loads(RECORDED.read_bytes())


if __name__ == "__main__":
    RECORDED.write_text(json.dumps(_answers(), indent=1) + "\n", encoding="utf-8")
