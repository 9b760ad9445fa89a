"""Measure how well quotations are located, on sentences written before the code.

Run it:  python -m benchmarks.quotations [held-out | fresh | seen]
"""

from __future__ import annotations

import json
import sys
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, TypedDict

from benchmarks import invented

import natopa_declarations as natopa
from natopa_declarations.model.quotations import Outcome, Quotation

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

CASES = Path(__file__).parent.parent / "tests" / "quotations"


class Case(TypedDict):
    """A sentence, and what is to come of it."""

    corpus: str
    """A packaged release, or ``invented``."""
    outcome: str
    ref: str | None
    """The place; of an absent one, the paraphrase that it follows, if any."""
    kind: str
    quote: str


class Expected(TypedDict):
    """A quotation in an article, and its outcome."""

    text: str
    outcome: str


class Article(TypedDict):
    """An article, and the quotations that are to be found in it, in order."""

    name: str
    corpus: str
    text: str
    expected: list[Expected]


class Pair(TypedDict):
    """Held words, words that are near them, and words that are the same."""

    kind: str
    held: str
    near: str
    exact: str


class Answer(NamedTuple):
    """What was expected of a quotation, what was given, and whether that is right."""

    expected: str
    given: str
    right: bool


class Score(NamedTuple):
    """How the answers of one outcome stand to what was expected.

    An answer is right where both the outcome and the first place are.
    """

    outcome: Outcome
    expected: int
    given: int
    right: int

    @property
    def precision(self) -> float:
        """How many of the answers given are right."""
        return self.right / self.given if self.given else 1.0

    @property
    def recall(self) -> float:
        """How many of the answers expected are given."""
        return self.right / self.expected if self.expected else 1.0


def cases(name: str) -> list[Case]:
    """Return the sentences of one set: ``held-out``, ``fresh`` or ``seen``."""
    found: list[Case] = json.loads((CASES / f"{name}.json").read_bytes())
    return found


def articles() -> list[Article]:
    """Return the articles."""
    found: list[Article] = json.loads((CASES / "articles.json").read_bytes())
    return found


def pairs() -> list[Pair]:
    """Return the words that are near and those that are exact."""
    found: list[Pair] = json.loads((CASES / "near-and-exact.json").read_bytes())
    return found


@cache
def corpus(name: str) -> natopa.Corpus:
    """Return a packaged release, or the invented one."""
    return invented.corpus() if name == "invented" else natopa.load(name)


def is_right(case: Case, answer: Quotation) -> bool:
    """Say whether both the outcome and the place are as expected."""
    if answer.outcome != case["outcome"]:
        return False
    found = [*answer.passages, *answer.parts]
    if answer.outcome in {Outcome.ABSENT, Outcome.TOO_SHORT}:
        found = list(answer.paraphrases) if case["ref"] else []
    return [str(passage.ref) for passage in found[:1]] == ([case["ref"]] if case["ref"] else [])


def locate(case: Case) -> Quotation:
    """Return what is said of a sentence."""
    return corpus(case["corpus"]).locate(case["quote"])


def of_sentences(
    sentences: Iterable[Case], answer: Callable[[Case], Quotation] = locate
) -> list[Answer]:
    """Return the answers to sentences."""
    found = [(case, answer(case)) for case in sentences]
    return [Answer(case["outcome"], got.outcome, is_right(case, got)) for case, got in found]


def of_articles(texts: Iterable[Article]) -> list[Answer]:
    """Return the answers to the quotations in articles; what is found too much is wrong."""
    found: list[Answer] = []
    for article in texts:
        given = {
            one.text: str(one.outcome)
            for one in corpus(article["corpus"]).check(article["text"]).quotations
        }
        for one in article["expected"]:
            outcome = given.pop(one["text"], "missing")
            found.append(Answer(one["outcome"], outcome, outcome == one["outcome"]))
        found += [Answer("none", outcome, right=False) for outcome in given.values()]
    return found


def scores(answers: Iterable[Answer]) -> tuple[Score, ...]:
    """Return the score of each outcome."""
    known = list(answers)
    return tuple(
        [
            Score(
                outcome,
                sum(one.expected == outcome for one in known),
                sum(one.given == outcome for one in known),
                sum(one.given == outcome and one.right for one in known),
            )
            for outcome in Outcome
        ]
    )


def table(found: Iterable[Score]) -> str:
    """Return the scores as a table in Markdown."""
    lines = [
        "| Outcome | Expected | Answers | Right | Precision | Recall |",
        "|---|---|---|---|---|---|",
    ]
    for score in found:
        shares = f"{score.precision:.2f} | {score.recall:.2f}"
        lines.append(
            f"| {score.outcome} | {score.expected} | {score.given} | {score.right} | {shares} |"
        )
    return "\n".join(lines)


def main(arguments: Sequence[str]) -> int:
    """Print the scores of a set, and every answer that is not right."""
    name = arguments[0] if arguments else "held-out"
    sentences = cases(name)
    print(table(scores(of_sentences(sentences))))
    if name == "held-out":
        print()
        print(table(scores(of_articles(articles()))))
    for article in articles() if name == "held-out" else []:
        answers = of_articles([article])
        if not all(one.right for one in answers):
            print(f"\n{article['name']}: {[tuple(one) for one in answers if not one.right]}")
            print(corpus(article["corpus"]).check(article["text"]))
    for case in sentences:
        answer = locate(case)
        if not is_right(case, answer):
            print(f"\nexpected {case['outcome']} {case['ref']} ({case['kind']}): {case['quote']}")
            print(answer)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
