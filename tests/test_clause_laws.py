"""Laws of clauses, of their words and of the copies of texts, since release 2026.4.

Like those of `tests.test_data_laws`, each names the release from which it holds, lists what an
older release breaks, and runs on data broken on purpose.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

import attrs
import pytest

import natopa_declarations as natopa
from natopa_declarations import model
from natopa_declarations._corpus.names import label_of
from natopa_declarations._deferred import fields
from tests.test_data import changed
from tests.test_data_laws import number, owners
from tests.test_values import RELEASES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from natopa_declarations.model.value import Value
    from tests.test_data import Check

FOUNDING = "lb-ua-29512"
MOST_OF_A_WORDING = 25
MOST_OF_A_TEXT = 100
"""How many words are quoted: in one wording, and of one text in its words or in a translation.

Of a text that is longer than a thousand words a tenth would be allowed; no length is recorded.
"""


def words_of(text: str) -> list[str]:
    """Return the words of a text, as they are compared: without case and marks."""
    return re.findall(r"[^\W_]+(?:'[^\W_]+)*", text.replace("\u2019", "'").casefold())


def with_wordings(corpus: natopa.Corpus) -> Iterator[tuple[str, natopa.Wording]]:
    """Yield every wording of a clause or statement, with the id of the record it belongs to."""
    for text in corpus.texts():
        yield from ((str(text.id), each) for clause in text.clauses for each in clause.wordings)
    for statement in corpus.statements():
        yield from ((str(statement.id), each) for each in statement.wordings)


def long_wordings(corpus: natopa.Corpus) -> list[str]:
    """No more is quoted than a few words, but of the founding article."""
    return [
        f"{owner}: {len(wording.text.split())} words"
        for owner, wording in with_wordings(corpus)
        if len(wording.text.split()) > MOST_OF_A_WORDING
        and wording.citation.source.id != FOUNDING
        and wording.fidelity != model.Fidelity.PARAPHRASED
    ]


def much_of_a_text(corpus: natopa.Corpus) -> list[str]:
    """Not much of a text is quoted in its own words, nor in any one translation of it."""
    total: Counter[tuple[str, str, bool]] = Counter()
    for text in corpus.texts():
        for clause in text.clauses:
            for wording in clause.wordings:
                translated = wording.fidelity == model.Fidelity.TRANSLATED
                total[str(text.id), wording.language, translated] += len(wording.text.split())
    return [
        f"{text}: {count} words in {language}"
        for (text, language, _), count in total.items()
        if count > MOST_OF_A_TEXT
    ]


def weak_quotations(corpus: natopa.Corpus) -> list[str]:
    """Words of a text that only a weak source prints are never called its own."""
    return [
        owner
        for owner, wording in with_wordings(corpus)
        if wording.fidelity in {model.Fidelity.OFFICIAL, model.Fidelity.QUOTED}
        and wording.citation.source.kind == model.SourceKind.WEAK
    ]


def copies_on_weak_sites(corpus: natopa.Corpus) -> list[str]:
    """A copy is at the Assembly's, a parliament's or a publisher's, and not at a private site."""
    private = {model.SourceKind.WEAK, model.SourceKind.PRESS, model.SourceKind.AGENCY}
    return [
        f"{text.id}: {copy.source.id}"
        for text in corpus.texts()
        for copy in text.copies
        if copy.source.kind in private
    ]


def repeated_labels(corpus: natopa.Corpus) -> list[str]:
    """A label is printed once in a text, and is not the name of another of its clauses."""
    found = []
    for text in corpus.texts():
        labels = Counter(label_of(clause.label) for clause in text.clauses if clause.label)
        found += [f"{text.id}: {label} twice" for label, count in labels.items() if count > 1]
        found += [
            f"{other.id}: label of {clause.id}"
            for clause in text.clauses
            for other in text.clauses
            if clause.label
            and other is not clause
            and other.id == f"{text.id}#{label_of(clause.label)}"
        ]
    return found


def unknown_cited_texts(corpus: natopa.Corpus) -> list[str]:
    """A text that a clause cites is of the release, is another one, and is not later."""
    texts = {str(text.id): text for text in corpus.texts()}
    return [
        f"{clause.id}: {cited}"
        for text in corpus.texts()
        for clause in text.clauses
        for cited in clause.cited_texts
        if cited not in texts or cited == text.id or is_later(texts[cited], text)
    ]


def is_later(first: model.AdoptedText, second: model.AdoptedText) -> bool:
    """Say whether the first text is certain to have been adopted after the second."""
    return bool(first.adopted and second.adopted and first.adopted > second.adopted)


def long_openings(corpus: natopa.Corpus) -> list[str]:
    """An opening is a word or a few, and nobody has seen that of a clause that is reported."""
    return [
        str(clause.id)
        for clause in corpus.clauses()
        if clause.opening is not None
        and (len(clause.opening.split()) > 5 or clause.seen == model.Seen.REPORTED)
    ]


def unseen_clauses(corpus: natopa.Corpus) -> list[str]:
    """Of each clause it is said how much of it was seen."""
    return [str(clause.id) for clause in corpus.clauses() if clause.seen is None]


def copied_summaries(corpus: natopa.Corpus) -> list[str]:
    """A summary is ours: no six words running are those of a wording of the same text."""
    found = []
    for text in corpus.texts():
        printed = {
            run
            for clause in text.clauses
            for wording in clause.wordings
            if wording.fidelity != model.Fidelity.PARAPHRASED
            for run in runs(wording.text)
        }
        found += [str(clause.id) for clause in text.clauses if printed & runs(clause.summary)]
    return found


def runs(text: str) -> set[tuple[str, ...]]:
    """Return every run of six words of a text."""
    words = words_of(text)
    return {tuple(words[start : start + 6]) for start in range(len(words) - 5)}


def words_of_drafts(corpus: natopa.Corpus) -> list[str]:
    """Words of a draft are not words of the adopted text: a clause of a draft alone has none."""
    return [
        str(clause.id)
        for clause in corpus.clauses()
        if clause.first_edition == model.EditionName.DRAFT and clause.wordings
    ]


def undated_coverage(corpus: natopa.Corpus) -> list[str]:
    """A release says up to which day it covers, and that is not after its publication."""
    release = corpus.release
    if release.as_of is None or release.as_of > release.published:
        return [release.version]
    return []


Cited = tuple[str, str, str | None, str | None]


def citations_of(corpus: natopa.Corpus) -> Iterator[tuple[str, Value, natopa.Citation]]:
    """Yield every citation with the record it stands in, and the value that it is about."""
    for owner, value in owners(corpus):
        for name in ("citations", "citation", "confirmed_by"):
            held = getattr(value, name, ())
            for citation in held if isinstance(held, tuple) else (held,):
                yield owner, value, citation


def key_of(owner: str, citation: natopa.Citation) -> Cited:
    """Return what tells a citation of a record from its others."""
    return owner, citation.source.id, citation.locator, citation.note


def silent_citations(corpus: natopa.Corpus) -> list[str]:
    """A citation that the release before lacks names the fields it supports, and the day read.

    The fields that it names are of the value that it stands in.
    """
    at = RELEASES.index(corpus.release.version)
    before = natopa.load(RELEASES[at - 1]) if at else None
    held = set()
    for owner, _, citation in citations_of(before) if before else ():
        # What was said of a record that is retired is said of its successor.
        gone = corpus.release.retirement(owner)
        held.add(key_of(str((gone and gone.successor) or owner), citation))
    return [
        f"{owner}: {citation.source.id}"
        for owner, value, citation in citations_of(corpus)
        if (key_of(owner, citation) not in held and not citation.fields)
        or bool(citation.fields) != (citation.read_on is not None)
        or not {*citation.fields} <= {*fields(type(value))}
    ]


CLAUSES = natopa.load("2026.4")
TEXT = CLAUSES.declaration(482)
FIRST = TEXT.clauses[0]
SUPPORT = CLAUSES.clause("482#faster-support")
WORDING = SUPPORT.wordings[0]
WEAK = CLAUSES.sources(kind="weak")[0]


def with_clauses(*clauses: natopa.Clause) -> natopa.Declaration:
    """Return Declaration 482 with these clauses."""
    return attrs.evolve(TEXT, clauses=clauses)


def with_words(*wordings: natopa.Wording, **changes: object) -> natopa.Declaration:
    """Return Declaration 482 with one clause, which has these wordings."""
    return with_clauses(attrs.evolve(SUPPORT, wordings=wordings, **changes))  # type: ignore[arg-type]


def cited_to(source: natopa.Source, wording: natopa.Wording) -> natopa.Wording:
    """Return a wording as words of another source."""
    return attrs.evolve(wording, citation=attrs.evolve(wording.citation, source=source))


TWENTY = attrs.evolve(WORDING, text=" ".join(["word"] * 20))
LONG = attrs.evolve(WORDING, text=" ".join(["word"] * 26))
COPY = attrs.evolve(TEXT.copies[0], source=WEAK)
BARE = attrs.evolve(FIRST.citations[0], note="Other.", fields=(), read_on=None)
ELSEWHERE = attrs.evolve(FIRST.citations[0], fields=("adopted",))

LAWS: dict[Check, tuple[str, str, tuple[Value, ...]]] = {
    long_wordings: ("2026.1", "declarations", (with_words(LONG),)),
    much_of_a_text: ("2026.1", "declarations", (with_words(*[TWENTY] * 6),)),
    weak_quotations: ("2026.1", "declarations", (with_words(cited_to(WEAK, WORDING)),)),
    copies_on_weak_sites: ("2026.1", "declarations", (attrs.evolve(TEXT, copies=(COPY,)),)),
    repeated_labels: (
        "2026.1",
        "declarations",
        (with_clauses(FIRST, attrs.evolve(TEXT.clauses[1], label="1")),),
    ),
    unknown_cited_texts: (
        "2026.1",
        "declarations",
        (with_clauses(attrs.evolve(FIRST, cited_texts=(model.TextId("9999"),))),),
    ),
    long_openings: (
        "2026.1",
        "declarations",
        (with_clauses(attrs.evolve(FIRST, opening="Standing firmly and for ever by")),),
    ),
    unseen_clauses: ("2026.4", "declarations", (with_clauses(attrs.evolve(FIRST, seen=None)),)),
    copied_summaries: (
        "2026.3",
        "declarations",
        (with_words(WORDING, summary=f"Asks to {WORDING.text}."),),
    ),
    words_of_drafts: (
        "2026.1",
        "declarations",
        (with_words(WORDING, first_edition=model.EditionName.DRAFT),),
    ),
    silent_citations: (
        "2026.4",
        "declarations",
        (with_clauses(attrs.evolve(FIRST, citations=(BARE,))),),
    ),
}
"""Each law, with the release from which it holds, and what it must find fault with."""

BROKEN_BEFORE: dict[Check, dict[str, list[str]]] = {
    copied_summaries: {
        "2026.1": ["489#united-in-support"],
        "2026.2": ["489#united-in-support"],
    },
}
"""What the releases before a law break, by record."""

UNKNOWN_TO_FORMAT_1: tuple[Check, ...] = (unseen_clauses, silent_citations)
"""Laws of fields that format 1 does not have; every record of it breaks them."""


def test_a_release_says_up_to_which_day_it_covers() -> None:
    """Since 2026.4; a day after the publication is found, and so is none."""
    for version in RELEASES:
        missing = [version] if number(version) < number("2026.4") else []
        assert undated_coverage(natopa.load(version)) == missing
    for day in (None, natopa.PartialDate(2100)):
        release = attrs.evolve(CLAUSES.release, as_of=day)
        broken = natopa.Corpus(release, CLAUSES._records, CLAUSES._index)
        assert undated_coverage(broken) == ["2026.4"]


@pytest.mark.slow
@pytest.mark.parametrize("version", RELEASES)
@pytest.mark.parametrize("law", LAWS, ids=lambda law: law.__name__)
def test_a_law_of_clauses_holds_from_its_release_on(law: Check, version: str) -> None:
    """From its release on nothing breaks it; before it, what is listed here and no more."""
    corpus = natopa.load(version)
    if law in UNKNOWN_TO_FORMAT_1 and corpus.release.format == 1:
        assert law(corpus)
        return
    listed = BROKEN_BEFORE.get(law, {}).get(version, [])
    assert law(corpus) == listed
    assert not listed or number(version) < number(LAWS[law][0])


@pytest.mark.slow
@pytest.mark.parametrize("law", LAWS, ids=lambda law: law.__name__)
def test_a_law_of_clauses_finds_what_was_broken_on_purpose(law: Check) -> None:
    """Each law finds the fault that it is for."""
    _, kind, broken = LAWS[law]
    assert law(changed(kind, *broken, corpus=CLAUSES))


OTHER_FAULTS: list[tuple[Check, natopa.Declaration, str]] = [
    (long_openings, with_clauses(attrs.evolve(FIRST, seen=model.Seen.REPORTED)), "482#1"),
    (
        repeated_labels,
        with_clauses(FIRST, attrs.evolve(SUPPORT, label="1.")),
        "482#1: label of 482#faster-support",
    ),
    (
        unknown_cited_texts,
        with_clauses(attrs.evolve(FIRST, cited_texts=(TEXT.id,))),
        "482#1: 482",
    ),
    (
        unknown_cited_texts,
        attrs.evolve(TEXT, clauses=(attrs.evolve(FIRST, cited_texts=(model.TextId("489"),)),)),
        "482#1: 489",
    ),
    (
        silent_citations,
        with_clauses(attrs.evolve(FIRST, citations=(ELSEWHERE,))),
        f"482: {ELSEWHERE.source.id}",
    ),
    (
        silent_citations,
        with_clauses(
            attrs.evolve(FIRST, citations=(attrs.evolve(FIRST.citations[0], read_on=None),))
        ),
        f"482: {ELSEWHERE.source.id}",
    ),
]


@pytest.mark.slow
@pytest.mark.parametrize(("law", "broken", "found"), OTHER_FAULTS)
def test_each_other_way_to_break_a_law_is_found(
    law: Check, broken: natopa.Declaration, found: str
) -> None:
    """A law with more than one side is broken on each."""
    later = CLAUSES.declaration(489)
    assert found in law(changed("declarations", broken, later, corpus=CLAUSES))
