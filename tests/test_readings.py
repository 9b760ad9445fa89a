"""Quotations in the words of another source, and what an ellipsis may leave out."""

from __future__ import annotations

import attrs
import pytest

import natopa_declarations as natopa
from natopa_declarations import model
from natopa_declarations._locate import locate
from natopa_declarations._locate.indexed import Prepared, prepare
from natopa_declarations._locate.readable import FILL, readable
from natopa_declarations._locate.spelling import in_one_script
from natopa_declarations.model import Citation, Outcome, Reading, SourceId, VariantKind

TEXT = "The quiet light-house shall always remain open to every ship of the northern sea"


def source(name: str) -> model.Source:
    """Return an invented source."""
    url = f"https://{name}.example/"
    return model.Source(id=SourceId(name), publisher=name, kind=model.SourceKind.PRESS, url=url)


def prepared(*readings: tuple[str, str | None, str], text: str = TEXT) -> Prepared:
    """Return an index of one clause, with readings: the lemma, the other words and the source."""
    declaration = natopa.load("2026.1").declaration(489)
    clause = declaration.clauses[0]
    others = [
        Reading(lemma=lemma, text=other, citation=Citation(source=source(name)))
        for lemma, other, name in readings
    ]
    wording = model.Wording(
        text=text,
        language="en",
        fidelity=model.Fidelity.OFFICIAL,
        citation=Citation(source=source("assembly")),
        readings=tuple(others),
    )
    clause = attrs.evolve(clause, wordings=(wording,), inference=None)
    return prepare([attrs.evolve(declaration, clauses=(clause,), editions=())], [])


@pytest.mark.parametrize(
    ("readings", "quote", "lemmas"),
    [
        ([("always", None, "a")], "The quiet light-house shall remain open to every ship",
         ["always"]),
        ([("northern sea", "ocean", "a")], "remain open to every ship of the ocean",
         ["northern sea"]),
        ([("sea", "open northern waters", "a")], "every ship of the northern open northern waters",
         ["sea"]),
        ([("quiet", "silent", "a"), ("sea", "ocean", "a")],
         "The silent light-house shall always … ship of the northern ocean",
         ["quiet", "sea"]),
        ([("quiet", "silent", "a")], "The silent lighthouse shall always remain open", ["quiet"]),
    ],
)  # fmt: skip
def test_the_words_of_another_source_are_a_reading(
    readings: list[tuple[str, str | None, str]], quote: str, lemmas: list[str]
) -> None:
    """Words that it has, and words that it lacks; what differs is what it reads otherwise."""
    found = locate(prepared(*readings), quote)
    assert found.outcome is Outcome.READING
    (passage,) = found.passages
    assert [variant.lemma for variant in passage.variants] == lemmas
    assert [one.id for one in passage.witnesses] == ["a"]


def test_a_difference_may_have_several_readings() -> None:
    """Two sources that agree explain it together, beside one that nobody explains."""
    both = prepared(("remain", "stay", "a"), ("remain", "stay", "b"))
    words = "The noisy light-house shall always stay open to every ship of the northern sea"
    (passage,) = locate(both, words).passages
    sources = [[one.citation.source.id for one in v.readings] for v in passage.variants]
    assert [(v.lemma, v.quoted) for v in passage.variants] == [
        ("quiet", "noisy"),
        ("remain", "stay"),
    ]
    assert sources == [[], ["a", "b"]]


def test_a_reading_may_be_the_last_word_or_the_first() -> None:
    """What ends a quotation is explained as well as what stands inside of it."""
    index = prepared(("The", "Each", "a"), ("sea", "ocean", "a"))
    words = "Each noisy light-house shall always remain open to every ship of the northern ocean"
    (passage,) = locate(index, words).passages
    assert [(v.lemma, len(v.readings)) for v in passage.variants] == [
        ("The", 1), ("quiet", 0), ("sea", 1)
    ]  # fmt: skip


def test_words_of_two_sources_are_no_reading() -> None:
    """No source has both words, so the quotation is near."""
    two = prepared(("quiet", "silent", "a"), ("sea", "ocean", "b"))
    words = "The silent light-house shall always remain open to every ship of the northern ocean"
    found = locate(two, words)
    assert found.outcome is Outcome.NEAR
    assert found.passages[0].witnesses == ()


@pytest.mark.parametrize(
    ("text", "quote", "kind"),
    [
        ("Harbours remain open if storms rage to every ship of the sea",
         "Harbours remain open … to every ship of the sea", VariantKind.QUANTIFIER),
        ("Harbours must remain open to every ship of the sea",
         "Harbours … remain open to every ship of the sea", VariantKind.MODAL),
        ("Harbours remain open to only some ship of the sea",
         "Harbours remain open to … ship of the sea", VariantKind.QUANTIFIER),
        ("Harbours do not remain open to every ship of the sea",
         "Harbours … remain open to every ship of the sea", VariantKind.NEGATION),
    ],
)  # fmt: skip
def test_an_ellipsis_may_not_change_the_sense(text: str, quote: str, kind: VariantKind) -> None:
    """What it leaves out is looked at, and named where it can change the sense."""
    found = locate(prepared(text=text), quote)
    assert found.outcome is Outcome.NEAR
    assert [variant.kind for variant in found.passages[0].variants] == [kind]


def test_a_compound_is_one_word_or_two_in_a_near_quotation_too() -> None:
    """A light-house is a lighthouse, also where other words differ."""
    words = "The quiet lighthouse shall never remain open to every ship of the northern sea"
    (passage,) = locate(prepared(), words).passages
    assert [(v.lemma, v.quoted) for v in passage.variants] == [("always", "never")]


def test_what_is_no_entity_and_no_known_tag_stays() -> None:
    """What a browser would show as it is, is compared as it is."""
    assert readable("a &nosuch; b &amp;") == f"a &nosuch; b &{FILL * 4}"
    assert readable("<q>no</q>").replace(FILL, "") == "“no”"
    assert readable("10<sup>2</sup>").replace(FILL, "") == "10^2"
    assert readable("a<br>b").split() == ["a", "b"]


@pytest.mark.parametrize(
    ("mixed", "plain"),
    [("f\u0435rry", "ferry"), ("\u041a\u0438e\u0432", "\u041a\u0438\u0435\u0432"),
     ("Z\u044e", "Z\u044e"), ("ferry", "ferry")],
)  # fmt: skip
def test_letters_that_look_alike_are_put_into_one_script(mixed: str, plain: str) -> None:
    """Into that of the other letters; what fits neither stays."""
    assert in_one_script(mixed) == plain
