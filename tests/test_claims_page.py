"""The table of the 31 claims in the docs, run line by line."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import natopa_declarations as natopa

PAGE = Path(__file__).parent.parent / "docs" / "claims.md"
ROW = re.compile(r"\| (S\d+) \| (\w+) \| `([^`]+)` \| `([^`]+)` \|")
ROWS = ROW.findall(PAGE.read_text(encoding="utf-8"))
CORPUS = natopa.load("2026.1")


def test_the_table_has_every_claim_of_the_article() -> None:
    """31 claims, S1 to S31, in order, and each is a record of the release."""
    assert [label for label, *_ in ROWS] == [f"S{number}" for number in range(1, 32)]
    claims = CORPUS.claims(source="lb-ua-29512")
    assert [claim.label for claim in claims] == [label for label, *_ in ROWS]


@pytest.mark.parametrize(("label", "verdict", "expression", "answer"), ROWS)
def test_each_expression_gives_the_answer_printed(
    label: str, verdict: str, expression: str, answer: str
) -> None:
    """The expression is about the claim's own records, and answers as the page says."""
    assert repr(eval(expression, {"corpus": CORPUS, "str": str})) == answer  # noqa: S307
    claim = CORPUS.claim(f"lb-ua-29512#{label.lower()}")
    assert claim.verdict == verdict
    assert claim.about
    assert all(CORPUS.resolve(reference) for reference in claim.about)
    assert claim.finding
    assert claim.evidence


def test_verdicts_are_those_of_the_evidence() -> None:
    """15 claims are plainly corroborated, 16 refined, none flatly contradicted."""
    claims = CORPUS.claims(source="lb-ua-29512")
    plain = {claim.label for claim in claims if claim.verdict == "corroborated"}
    numbers = (2, 3, 4, 6, 7, 8, 11, 12, 15, 19, 20, 21, 25, 29, 31)
    assert plain == {f"S{number}" for number in numbers}
    assert {claim.verdict for claim in claims} == {"corroborated", "refined"}
