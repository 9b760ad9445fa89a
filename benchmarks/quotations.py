"""Measure how well quotations are located, on sentences that were not used to tune it.

Run it:  python benchmarks/quotations.py [held-out | tuning]
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, TypedDict

import natopa_declarations as natopa
from natopa_declarations.model import Outcome

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

CASES = Path(__file__).parent.parent / "tests" / "quotations"
RELEASE = "2026.1"


class Case(TypedDict):
    """A sentence, and what is to come of it."""

    quote: str
    outcome: str
    ref: str | None
    """The place; of an absent one, the paraphrase that it follows, if any."""
    kind: str
    origin: str


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
    """Return the sentences of one set: ``held-out`` or ``tuning``."""
    found: list[Case] = json.loads((CASES / f"{name}.json").read_bytes())
    return found


def is_right(case: Case, answer: natopa.Quotation) -> bool:
    """Say whether both the outcome and the place are as expected."""
    if answer.outcome != case["outcome"]:
        return False
    found = [*answer.passages, *answer.parts]
    if answer.outcome is Outcome.ABSENT:
        found = list(answer.paraphrases) if case["ref"] else []
    return [str(passage.ref) for passage in found[:1]] == ([case["ref"]] if case["ref"] else [])


def scores(
    sentences: Iterable[Case], locate: Callable[[str], natopa.Quotation]
) -> tuple[Score, ...]:
    """Return the score of each outcome."""
    answers = [(case, locate(case["quote"])) for case in sentences]
    return tuple(
        [
            Score(
                outcome,
                sum(case["outcome"] == outcome for case, _ in answers),
                sum(answer.outcome == outcome for _, answer in answers),
                sum(answer.outcome == outcome and is_right(case, answer)
                    for case, answer in answers),
            )
            for outcome in Outcome
        ]
    )  # fmt: skip


def table(found: Iterable[Score]) -> str:
    """Return the scores as a table in Markdown."""
    lines = [
        "| Outcome | Sentences | Answers | Right | Precision | Recall |",
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
    corpus = natopa.load(RELEASE)
    sentences = cases(arguments[0] if arguments else "held-out")
    print(table(scores(sentences, corpus.locate)))
    for case in sentences:
        answer = corpus.locate(case["quote"])
        if not is_right(case, answer):
            print(f"\nexpected {case['outcome']} {case['ref']} ({case['kind']}): {case['quote']}")
            print(answer)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
