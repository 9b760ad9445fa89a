"""The page of the founding article's claims in the docs, held against the data."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import natopa_declarations as natopa
from natopa_declarations import model

PAGE = Path(__file__).parent.parent / "docs" / "claims.md"
SECTION = re.compile(
    r"^## (S\d+)\n\n(.+)\n\n\*\*(\w+)\*\*: (.+)\n\n- Expression: `([^`]+)`\n- Answer: `([^`]+)`$",
    re.MULTILINE,
)
SECTIONS = SECTION.findall(PAGE.read_text(encoding="utf-8"))
CORPUS = natopa.load("2026.3")
NAMES = {"corpus": CORPUS, "str": str, "len": len, "any": any}

SHORT_CUTS = {
    "an index": re.compile(r"\[-?\d+\]"),
    "a slice": re.compile(r"\[[^\[\]]*:[^\[\]]*\](?!\s*for)"),
    "a substring test": re.compile(r"(?<!for )\"[^\"]*\" in |partition|startswith|find\("),
}
"""What an expression may not use: it would answer by accident."""


def short_cuts(expression: str) -> list[str]:
    """Name each short cut that an expression takes."""
    return [name for name, pattern in SHORT_CUTS.items() if pattern.search(expression)]


def test_the_page_has_every_claim_of_the_article() -> None:
    """33 claims, S1 to S33, in order, and each is a record of the release."""
    labels = [label for label, *_ in SECTIONS]
    assert labels == [f"S{number}" for number in range(1, 34)]
    assert [claim.label for claim in CORPUS.claims(source="lb-ua-29512")] == labels


@pytest.mark.parametrize(("label", "text", "verdict", "finding", "expression", "answer"), SECTIONS)
def test_each_section_says_what_the_record_says(
    label: str, text: str, verdict: str, finding: str, expression: str, answer: str
) -> None:
    """Claim, verdict and finding are the record's; the expression answers as printed."""
    claim = CORPUS.claim(f"lb-ua-29512#{label.lower()}")
    assert (claim.text, claim.verdict.value, claim.finding) == (text, verdict, finding)
    assert repr(eval(expression, dict(NAMES))) == answer  # noqa: S307 - it is our own page.
    assert short_cuts(expression) == []
    assert claim.about
    assert all(CORPUS.resolve(reference) for reference in claim.about)
    assert claim.evidence


@pytest.mark.parametrize(
    ("expression", "found"),
    [
        ("statement.wordings[0].text", ["an index"]),
        ("clause.readings[1:3]", ["a slice"]),
        ("wording.text[-71:]", ["a slice"]),
        ('"actively defend" in wording.text', ["a substring test"]),
        ('wording.text.partition(".")', ["a substring test"]),
        ("[one.text for one in clause.wordings]", []),
    ],
)
def test_short_cuts_are_found(expression: str, found: list[str]) -> None:
    """The check on the expressions finds what it is for."""
    assert short_cuts(expression) == found


def test_verdicts_are_those_of_the_rule() -> None:
    """14 claims are plainly corroborated, 17 refined, 2 known from a weak page only."""
    claims = CORPUS.claims(source="lb-ua-29512")
    by_verdict = {
        verdict: {claim.label for claim in claims if claim.verdict == verdict}
        for verdict in model.Verdict
    }
    numbers = (2, 3, 4, 6, 7, 8, 12, 15, 19, 20, 21, 31, 32, 33)
    assert by_verdict[model.Verdict.CORROBORATED] == {f"S{number}" for number in numbers}
    assert by_verdict[model.Verdict.UNCONFIRMED] == {"S29", "S30"}
    assert by_verdict[model.Verdict.CONTRADICTED] == set()
    assert len(by_verdict[model.Verdict.REFINED]) == 17
