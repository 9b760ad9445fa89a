"""What a program that uses the package looks like to a type checker, and when it runs."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import natopa_declarations as natopa
from natopa_declarations import errors, model

if TYPE_CHECKING:
    from datetime import date


def main() -> None:
    """Use what the documentation names, with the types that it promises."""
    corpus: natopa.Corpus = natopa.load("2026.1")
    declaration: natopa.Declaration = corpus.declaration(489)
    title: str | None = declaration.title
    city: str | None = declaration.session.city
    adopted: natopa.PartialDate | None = declaration.adopted
    assert adopted is not None
    day: date = adopted.earliest
    clause: natopa.Clause = corpus.clause("489#lift-restrictions")
    publisher: str = clause.wordings[0].citation.source.publisher
    absent: bool | None = declaration.edition("draft").has(clause)
    assert clause.amendment is not None
    leaders: list[str] = [person.name for person in clause.amendment.supported_by[0].led_by]
    speakers: set[str] = {statement.speaker.name for statement in corpus.statements()}
    claims: tuple[natopa.Claim, ...] = corpus.claims(source="lb-ua-29512")
    plain = [claim for claim in claims if claim.verdict is model.Verdict.CORROBORATED]
    print(title, city, day, publisher, absent, leaders, len(speakers), len(claims), len(plain))
    quotation: natopa.Quotation = corpus.locate("to strike legitimate targets in Russia")
    passage: model.Passage = quotation.passages[0]
    speaker: natopa.Person | None = passage.speaker
    fidelity: model.Fidelity | None = passage.fidelity
    agreement: float = passage.agreement
    witnesses: tuple[natopa.Source, ...] = passage.witnesses
    print(quotation.outcome is model.Outcome.EXACT, speaker, fidelity, agreement, witnesses)
    try:
        natopa.load(Path("no-such-folder"))
    except errors.InvalidReleaseError as error:
        print(error.file, error.expected, error.found, error.more, sep=" | ")


def misuse(corpus: natopa.Corpus) -> None:
    """Do what a type checker is to reject; an ignore that is not needed is an error too."""
    declaration = corpus.declaration(489)
    declaration.title = "Another"  # type: ignore[misc]
    corpus.declaration(4.89)  # type: ignore[arg-type]
    declaration.nonsense  # type: ignore[attr-defined]  # noqa: B018
    corpus.claims("lb-ua-29512")  # type: ignore[call-arg]
    natopa.load(2026.1)  # type: ignore[arg-type]
    natopa.Citation(corpus.sources()[0])  # type: ignore[call-arg]
    natopa.lood()  # type: ignore[attr-defined]
    resolution: natopa.Resolution = declaration  # type: ignore[assignment]
    print(resolution)


if __name__ == "__main__":
    main()
