"""The figures on the page of known defects: doubts, the last audit, and the quotation tests."""

from __future__ import annotations

import json
from collections.abc import Iterator
from math import comb
from typing import Any

import attrs

import natopa_declarations as natopa
from natopa_declarations.model import Verdict
from natopa_declarations.model.value import Value

from . import digests

AUDIT = digests.ROOT / "docs" / "audit.json"
SURE = 0.95
SETS = {
    "seen": "that the code was written with",
    "held-out": "that were held out while it was written",
    "fresh": "that were written last",
}
"""The sets of quotations, and a description of each."""


def doubtful(corpus: natopa.Corpus) -> str:
    """Return the counts of what is inferred, unverified, contradicted or has an advisory."""
    report = corpus.coverage()
    verdicts = [claim.verdict for claim in corpus.claims()]
    rows = [
        ("Parts of records that go beyond what a source states, and say why", _inferred(corpus)),
        ("Records that rest on an inference and could not be verified", len(report.unverified)),
        ("Claims that a better source contradicts", verdicts.count(Verdict.CONTRADICTED)),
        ("Claims that no second source confirms", verdicts.count(Verdict.UNCONFIRMED)),
        ("Numbers and sessions, or runs of them, that are missing", len(corpus.gaps())),
    ]
    for version in digests.versions()[:-1]:
        count = len(natopa.load(version).release.advisories)
        rows.append((f"Records of release {version} that were found wrong since", count))
    return _table(("In release " + corpus.release.version, "Count"), rows)


def audit(_: natopa.Corpus) -> str:
    """Return the samples of the last audit, and the error rate that each allows."""
    found: dict[str, Any] = json.loads(AUDIT.read_text(encoding="utf-8"))
    rows = [
        (
            sample["release"],
            sample["of"],
            sample["drawn"],
            sample["found_at_the_page"],
            sample["wrong_before_mending"],
            f"{most(sample['wrong_before_mending'], sample['drawn']):.0%}",
        )
        for sample in found["samples"]
    ]
    head = (
        "Release", "Sample of", "Drawn", "Found again at the page", "Wrong before mending",
        "At most",
    )  # fmt: skip
    notes = [f"- {one['of']} of {one['release']}: {one['what']}" for one in found["samples"]
            if "what" in one]  # fmt: skip
    notes += [
        f"- {one['looked_at']} of {one['release']}, beside the samples:"
        f" {one['wrong_before_mending']} were wrong. {one['what']}"
        for one in found["beside_the_samples"]
    ]
    return "\n".join(
        [f"The audit of {found['day']}.  {found['about']}", "", _table(head, rows), *notes, ""]
    )


def quotations(_: natopa.Corpus) -> str:
    """Return how many test quotations of each set are answered right."""
    from benchmarks.quotations import cases, of_sentences

    rows = []
    for name, description in SETS.items():
        answers = of_sentences(cases(name))
        right = sum(answer.right for answer in answers)
        rows.append((f"{len(answers)} {description}", right, f"{right / len(answers):.1%}"))
    return _table(("Quotations", "Answered right", "Share"), rows)


def most(wrong: int, drawn: int) -> float:
    """Return the highest error rate that a sample allows, with 95 per cent confidence.

    It is the upper bound of Clopper and Pearson, one-sided.

    >>> f"{most(0, 60):.3f}, {most(1, 60):.3f}"
    '0.049, 0.077'
    """
    low, high = wrong / drawn, 1.0
    while high - low > 1e-6:
        rate = (low + high) / 2
        chance = sum(
            comb(drawn, count) * rate**count * (1 - rate) ** (drawn - count)
            for count in range(wrong + 1)
        )
        low, high = (rate, high) if chance > 1 - SURE else (low, rate)
    return high


def _inferred(corpus: natopa.Corpus) -> int:
    """Count the inferences of a release."""
    return sum(
        getattr(value, "inference", None) is not None
        for text in (*corpus.sessions(), *corpus.texts(), *corpus.statements(), *corpus.persons())
        for value in _values(text)
    )


def _values(value: Value) -> Iterator[Value]:
    """Yield a value and its parts, but no other records."""
    yield value
    for field in attrs.fields(type(value)):
        content = getattr(value, field.name)
        for item in content if isinstance(content, tuple) else (content,):
            own = not hasattr(item, "id") or field.metadata.get("owned")
            if isinstance(item, Value) and own:
                yield from _values(item)


def _table(head: tuple[str, ...], rows: list[tuple[Any, ...]]) -> str:
    lines = [head, tuple(["---"] * len(head)), *rows]
    return "\n".join([f"| {' | '.join(map(str, line))} |" for line in lines]) + "\n"
