"""What type checkers are to reject.

Each line has an error that both of them must find: an ignore that is not needed is an error too.
"""

from __future__ import annotations

from datetime import time
from typing import assert_type

import natopa_declarations as natopa
from natopa_declarations import export, model


def words(corpus: natopa.Corpus) -> None:
    """Give a word that an enumeration does not have, or a word of another."""
    corpus.clauses(role="operativ")  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
    corpus.clauses(role=model.Verdict.REFINED)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
    corpus.claims(verdict="true")  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
    corpus.claims(kind="press")  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
    corpus.sources(kind="quotation")  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
    corpus.sessions(season="autumn")  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
    corpus.sessions(format="by-video")  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
    corpus.sessions(confidence="certain")  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
    corpus.texts(coverage="some")  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
    corpus.statements(medium="radio")  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
    corpus.statements(fidelity="exact")  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]


def types(corpus: natopa.Corpus) -> None:
    """Give a value of another type."""
    person = corpus.person("Cherniev")
    corpus.texts(year="2024")  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
    corpus.texts(number_from="489")  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
    corpus.texts(date_from=2024)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
    corpus.sessions(date_to=time(12))  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
    corpus.sessions(held="yes")  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
    corpus.clauses(topic=person)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
    corpus.clauses(text=corpus.session("sofia"))  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
    corpus.clauses(topic=("terrorism", "china"))  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
    corpus.statements(speaker=corpus.body("nato"))  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
    corpus.statements(about=corpus.source("lb-ua-29512"))  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
    corpus.claims(source=29512)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]


def lookups(corpus: natopa.Corpus) -> None:
    """Look up by a value that is neither text nor number, or a number where there is none."""
    corpus.declaration(489.0)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
    corpus.declaration(None)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
    corpus.clause(489)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
    corpus.text_of(corpus.session("sofia"))  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
    corpus.about(4.5)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
    corpus["489"] = corpus.text(489)  # type: ignore[index]  # pyright: ignore[reportIndexIssue]


def exports(corpus: natopa.Corpus) -> None:
    """Cite in a release that is no corpus, or export what is no text."""
    corpus.text(489).cite(corpus="2026.2")  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
    corpus.table(489)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
    export.akoma_ntoso(corpus.session("sofia"))  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]


def names(corpus: natopa.Corpus) -> None:
    """Ask by a filter that is not there, or without its name."""
    corpus.sessions(2024)  # type: ignore[call-arg]  # pyright: ignore[reportCallIssue]
    corpus.clauses("operative")  # type: ignore[call-arg]  # pyright: ignore[reportCallIssue]
    corpus.clauses(year=2024)  # type: ignore[call-arg]  # pyright: ignore[reportCallIssue]
    corpus.texts(year__gte=2024)  # type: ignore[call-arg]  # pyright: ignore[reportCallIssue]
    corpus.topics(name="China")  # type: ignore[call-arg]  # pyright: ignore[reportCallIssue]


def results(corpus: natopa.Corpus) -> None:
    """Take the answer for something else."""
    assert_type(corpus.texts(), list[natopa.Declaration])  # type: ignore[assert-type]  # pyright: ignore[reportAssertTypeFailure]
    declaration: natopa.Declaration = corpus.texts()[0]  # type: ignore[assignment]  # pyright: ignore[reportAssignmentType]
    corpus.clauses().append(declaration.clauses[0])  # type: ignore[attr-defined]  # pyright: ignore[reportAttributeAccessIssue, reportUnknownMemberType]
