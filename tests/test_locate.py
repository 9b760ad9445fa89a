"""Quotations: exact, near or absent, where they stand, and in whose words."""

from __future__ import annotations

import random
import re
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import attrs
import pytest
from benchmarks.quotations import Case, cases, is_right, scores, table
from hypothesis import given
from hypothesis import strategies as st

import natopa_declarations as natopa
from natopa_declarations import model
from natopa_declarations._locate import LEAST_AGREEMENT, SHORTEST_RUN, locate
from natopa_declarations._locate.held import prepare
from natopa_declarations._locate.tokens import Folding, folded_words, words
from natopa_declarations.errors import InvalidQuotationError
from natopa_declarations.model import Fidelity, Outcome

CORPUS = natopa.load("2026.1")
HELD = [
    held
    for held in prepare(CORPUS.texts(), CORPUS.statements()).held
    if held.fidelity is not Fidelity.PARAPHRASED
]
HELD_OUT, TUNING = cases("held-out"), cases("tuning")
ALL = [*HELD_OUT, *TUNING]
NEEDS = "489#everything-it-needs"


def fragments(fewest: int) -> st.SearchStrategy[tuple[str, str]]:
    """Return runs of at least so many words, each with the text that it comes from."""

    def of(text: str) -> st.SearchStrategy[tuple[str, str]]:
        tokens = text.split()
        lengths = st.integers(fewest, len(tokens))
        return lengths.flatmap(
            lambda length: st.integers(0, len(tokens) - length).map(
                lambda start: (" ".join(tokens[start : start + length]), text)
            )
        )

    def is_enough(fragment: tuple[str, str]) -> bool:
        pieces = fragment[0].split("...")
        return len(words(fragment[0])) >= fewest * len(pieces)

    texts = [held.text for held in HELD if len(words(held.text)) >= fewest]
    return st.sampled_from(texts).flatmap(of).filter(is_enough)


# The measure.


def test_the_figures_reached_are_kept() -> None:
    """On sentences not used to tune it: precision and recall, as the docs say."""
    found = scores(HELD_OUT, CORPUS.locate)
    assert min(score.precision for score in found) >= 0.9
    assert min(score.recall for score in found) >= 0.9
    assert found[0].precision == found[1].precision == 1
    assert table(found) in Path("docs/how-to/find-a-quotation.md").read_text(encoding="utf-8")


def test_the_sentences_are_many_and_of_every_kind() -> None:
    """At least sixty, none of them in both sets, and each place exists."""
    assert len(HELD_OUT) >= 60
    quotes = [case["quote"] for case in ALL]
    assert len(set(quotes)) == len(quotes)
    kinds = {case["kind"] for case in HELD_OUT}
    assert kinds >= {case["kind"] for case in TUNING}
    assert {"exact fragment", "ellipsis", "known reading", "other text", "invented"} <= kinds
    for case in ALL:
        assert case["ref"] is None or CORPUS.resolve(case["ref"]) is not None
        assert (case["ref"] is not None) == (
            case["outcome"] != "absent" or case["kind"] == "paraphrase"
        )


@pytest.mark.parametrize("release", [release.version for release in natopa.releases()])
def test_no_invented_sentence_is_found(release: str) -> None:
    """What nobody said comes back neither as exact nor as near, in any release."""
    corpus = natopa.load(release)
    invented = [case["quote"] for case in ALL if case["kind"] == "invented"]
    assert len(invented) >= 20
    assert [q for q in invented if corpus.locate(q).outcome is not Outcome.ABSENT] == []


def test_a_bad_answer_lowers_the_figures() -> None:
    """The measure is measured: a wrong place and a wrong outcome both count against it."""
    right = scores(HELD_OUT, CORPUS.locate)
    always = CORPUS.locate("for as long as it takes to win")
    stubborn = scores(HELD_OUT, lambda _: always)
    assert stubborn[0].given == len(HELD_OUT)
    assert stubborn[0].precision < 0.1
    assert stubborn[0].recall < 0.2 < right[0].recall
    assert [score.recall for score in stubborn[1:]] == [0.0, 0.0]
    case: Case = {**HELD_OUT[0], "ref": "489#lift-restrictions"}
    assert is_right(HELD_OUT[0], CORPUS.locate(case["quote"]))
    assert not is_right(case, CORPUS.locate(case["quote"]))


# Laws.


@given(fragments(3), st.randoms(use_true_random=False))
def test_every_fragment_is_exact(fragment: tuple[str, str], rng: random.Random) -> None:
    """Any run of words held is found, however it is spaced, hyphenated, marked or written."""
    quote, text = fragment
    letters = [letter.upper() if rng.random() < 0.3 else letter for letter in quote]
    quote = "".join(letters).replace(" ", rng.choice([" ", "\u00a0", "\n", "  ", " \u201c"]))
    at = rng.randrange(len(quote))
    if quote[at - 1 : at + 1].isalpha() and at:
        quote = quote[:at] + rng.choice(["\u00ad", "-\n  ", "\u200b"]) + quote[at:]
    found = CORPUS.locate(quote)
    assert found.outcome is Outcome.EXACT
    assert any(passage.exact in text for passage in found.passages)


@given(
    st.text(st.characters(codec="utf-8") | st.sampled_from("ab'\u2019-\n _.\u00ad"), max_size=30)
)
def test_words_are_the_same_with_and_without_their_places(text: str) -> None:
    """The short way through plain text finds the words that the long way finds."""
    run = words(text)
    assert folded_words(text, Folding()) == [word.folded for word in run]
    assert all(word.folded and word.start < word.end for word in run)


@given(fragments(7), st.data())
def test_a_word_changed_is_near(fragment: tuple[str, str], data: st.DataObject) -> None:
    """One word changed for another is named, beside the word that it stands for."""
    tokens = fragment[0].split()
    at = data.draw(st.integers(1, len(tokens) - 2))
    old, tokens[at] = tokens[at], "flamingo"
    found = CORPUS.locate(" ".join(tokens))
    assert found.outcome is Outcome.NEAR
    passage = found.passages[0]
    assert passage.agreement >= LEAST_AGREEMENT
    changed = [d for d in passage.variants if "flamingo" in d.quoted]
    assert len(changed) == 1
    assert re.split(r"\W", old)[0] in changed[0].lemma


@pytest.mark.parametrize("case", ALL, ids=lambda case: case["quote"][:30])
def test_a_passage_stands_where_it_says(case: Case) -> None:
    """Its words are those of the text from `start` to `end`, and add up."""
    found = CORPUS.locate(case["quote"])
    texts = {(h.ref, h.text) for h in prepare(CORPUS.texts(), CORPUS.statements()).held}
    for passage in (*found.passages, *found.parts, *found.paraphrases):
        assert any(
            ref == passage.ref
            and text[passage.start : passage.end] == passage.exact
            and text[: passage.start].endswith(passage.prefix)
            and text[passage.end :].startswith(passage.suffix)
            for ref, text in texts
        )
        assert CORPUS.resolve(passage.ref) is not None
        assert 0 < passage.agreeing <= passage.words
        unexplained = [d for d in passage.variants if not d.readings]
        assert (passage.agreement == 1) == (not unexplained)
        assert passage.citations
        assert "\n" not in repr(found)
    for passage in (*found.passages, *found.parts):
        assert passage.fidelity is not Fidelity.PARAPHRASED
    assert all(p.fidelity is Fidelity.PARAPHRASED for p in found.paraphrases)


def test_the_same_from_sixteen_threads() -> None:
    """Threads that ask a fresh corpus at once get the answers that one alone gets."""
    quotes = [case["quote"] for case in ALL]
    alone = [str(CORPUS.locate(quote)) for quote in quotes]
    fresh = natopa.load("2026.1")
    with ThreadPoolExecutor(16) as pool:
        for answers in pool.map(lambda _: [str(fresh.locate(q)) for q in quotes], range(16)):
            assert answers == alone


# Examples.


def test_a_known_reading_is_recognised() -> None:
    """The Assembly's own English is near, with the source of each difference named."""
    (passage,) = CORPUS.locate("Ukraine must be provided with all that it needs").passages
    assert [(d.lemma, d.quoted) for d in passage.variants] == [
        ("needs to be", "must be"),
        ("everything it needs", "all that it needs"),
    ]
    assert passage.agreement == 1
    assert passage.readings == ()
    assert [str(source.id) for source in passage.witnesses] == ["nato-pa-release-489"]
    mixed = CORPUS.locate("Ukraine must be provided with nearly everything it needs").passages[0]
    assert mixed.variants[0].readings
    assert not mixed.variants[1].readings
    assert mixed.witnesses == ()


def test_a_reading_is_found_by_its_own_words() -> None:
    """Words that stand in a reading only lead to the wording that they are a reading of."""
    clause = CORPUS.clause(NEEDS)
    reading = attrs.evolve(
        clause.wordings[0].readings[0], lemma="beta gamma", text="six words of the other source"
    )
    wording = attrs.evolve(clause.wordings[0], text="Alpha beta gamma delta.", readings=(reading,))
    text = attrs.evolve(
        CORPUS.declaration(489), clauses=(attrs.evolve(clause, wordings=(wording,)),)
    )
    (passage,) = locate(prepare([text], []), "six words of the other source").passages
    assert (passage.exact, passage.variants[0].readings) == ("beta gamma", (reading,))


def test_a_place_is_found_among_thousands_that_have_the_same_words() -> None:
    """Where no word is rare, all the words of a quotation tell which place is the nearest."""
    statement = CORPUS.statement("szczerba-they-need-it-now")
    rng = random.Random(489)  # noqa: S311 - the same texts each time, and no secret.
    vocabulary = [f"word{letter}" for letter in "abcdefghijklmnopqrstuvwxyz"]
    told = [
        attrs.evolve(
            statement,
            id=model.StatementId(f"told-{number}"),
            wordings=(
                attrs.evolve(
                    statement.wordings[0],
                    text=" ".join(rng.choices(vocabulary, k=14)),
                    readings=(),
                ),
            ),
        )
        for number in range(6000)
    ]
    prepared = prepare([], told)
    assert min(map(len, prepared.having.values())) > 2000
    for one in told[::600]:
        tokens = one.wordings[0].text.split()
        quotation = locate(prepared, " ".join([*tokens[:6], "other", *tokens[7:]]))
        assert quotation.outcome == Outcome.NEAR
        assert str(quotation.passages[0].ref) == str(one.id)


def test_the_same_words_in_two_places() -> None:
    """An exact quotation has every place; a piece of a long one is given once."""
    clause = CORPUS.clause("489#lift-restrictions")
    again = attrs.evolve(clause, id=model.ClauseId("489#again"))
    text = attrs.evolve(CORPUS.declaration(489), clauses=(clause, again))
    prepared = prepare([text], [])
    exact = locate(prepared, "to strike legitimate targets in Russia").passages
    assert [str(passage.ref) for passage in exact] == [clause.id, again.id]
    long = (
        "Nobody in the room on that long Monday had thought that some restrictions on the use of"
        " weapons provided by NATO Allies would be named at all"
    )
    assert [str(part.ref) for part in locate(prepared, long).parts] == [clause.id]


@pytest.mark.parametrize("quote", ["Ukraine needs to be provi", "kraine needs to be provided"])
def test_a_part_of_a_word_is_not_exact(quote: str) -> None:
    """Words begin and end where those of the wording do."""
    assert CORPUS.locate(quote).outcome is Outcome.ABSENT


def test_readings_of_words_that_agree_are_told() -> None:
    """An exact quotation of a translation says how the other sources read."""
    (passage,) = CORPUS.locate("be provided with everything it needs").passages
    assert ("everything it needs", "all that it needs") in [
        (reading.lemma, reading.text) for reading in passage.readings
    ]
    assert passage.inference
    assert passage.witnesses == ()


def test_whose_words_they_are() -> None:
    """A text's words, a person's words and a title are told apart."""
    text = CORPUS.locate("to strike legitimate targets in Russia").passages[0]
    assert (text.speaker, text.fidelity, text.whose) == (None, "quoted", "words of the text")
    said = CORPUS.locate("Not in two years. Not in two months.").passages[0]
    assert said.speaker is CORPUS.person("Szczerba")
    assert said.whose == "words of Michał Szczerba"
    title = CORPUS.locate("standing with ukraine until victory").passages[0]
    assert (title.ref, title.fidelity, title.whose) == ("489", None, "title")


def test_an_inferred_place_is_told() -> None:
    """Where a clause is only taken to stand in a text, the answer says why."""
    passage = CORPUS.locate("confront the Russian threat in all its dimensions").passages[0]
    clause = CORPUS.clause("490#long-term-strategy")
    assert clause.inference is not None
    assert clause.wordings[0].inference is not None
    assert passage.inference == f"{clause.inference} {clause.wordings[0].inference}"


def test_a_paraphrase_is_nobodys_words() -> None:
    """What follows a paraphrase word by word is absent, and the paraphrase is named."""
    for held in prepare(CORPUS.texts(), CORPUS.statements()).held:
        if held.fidelity is Fidelity.PARAPHRASED:
            found = CORPUS.locate(held.text)
            assert found.outcome is Outcome.ABSENT
            assert found.passages == ()
            assert held.ref in [passage.ref for passage in found.paraphrases]
            assert found.paraphrases[0].whose == "a paraphrase, not to be quoted"


def test_what_an_ellipsis_leaves_out() -> None:
    """The words left out are given, also where other words differ."""
    exact = CORPUS.locate("support Ukraine ... by lifting some restrictions").passages[0]
    assert exact.omitted == ("in its international right to defend itself",)
    near = CORPUS.locate("support Ukraine … by lifting all restrictions").passages[0]
    assert near.omitted == exact.omitted
    assert [(d.lemma, d.quoted) for d in near.variants] == [("some", "all")]


def test_pieces_in_the_wrong_order_are_not_exact() -> None:
    """An ellipsis leaves words out, and never turns them round."""
    turned = "as soon as possible ... Ukraine needs to be provided with everything it needs"
    assert CORPUS.locate(turned).outcome is not Outcome.EXACT


@pytest.mark.parametrize("quote", ["", " ", "\u201c\u2026\u201d", "?!", "Ukraine", "of the",
                                   "Ukraine ... Russia ... weapons", "\ud800"])  # fmt: skip
def test_too_little_to_go_by_is_an_error(quote: str) -> None:
    """Too few words are neither found nor absent: the error says what is asked for."""
    with pytest.raises(InvalidQuotationError, match=r"expected (the words|at least)") as caught:
        CORPUS.locate(quote)
    assert caught.value.value == quote
    assert isinstance(caught.value, ValueError)


def test_few_words_are_never_near() -> None:
    """Where fewer than five words agree, they could come from anywhere."""
    assert CORPUS.locate("let Ukraine do what").outcome is Outcome.EXACT
    assert CORPUS.locate("let Ukraine do flamingos").outcome is Outcome.ABSENT
    assert CORPUS.locate("the future of the Alliance").outcome is Outcome.ABSENT
    assert CORPUS.locate("Standing with Georgia until victory").outcome is Outcome.ABSENT


def test_a_quotation_over_two_clauses_is_near_in_pieces() -> None:
    """Nothing says that the one follows the other, so it is not exact."""
    needs, lift = CORPUS.clause(NEEDS), CORPUS.clause("489#lift-restrictions")
    for join in (". ", "; ", " and "):
        found = CORPUS.locate(needs.wordings[0].text + join + lift.wordings[0].text)
        assert found.outcome is Outcome.NEAR
        assert found.passages == ()
        assert [str(part.ref) for part in found.parts] == [needs.id, lift.id]
        assert not any(part.variants for part in found.parts)
    found = CORPUS.locate(f"{needs.wordings[0].text}. Support Ukraine in its international right")
    assert [str(part.ref) for part in found.parts] == [needs.id, lift.id]


def test_words_around_a_quotation() -> None:
    """Quotation marks part what is quoted from who says it."""
    found = CORPUS.locate("\u201cLet Ukraine do what it has to do,\u201d he added on the day.")
    assert [part.exact for part in found.parts] == ["let Ukraine do what it has to do"]
    run = CORPUS.locate(
        "On Monday in Sofia they voted, after a debate of two hours, to support Ukraine in its"
        " international right to defend itself, and then went home"
    )
    assert run.outcome is Outcome.ABSENT
    assert [part.words for part in run.parts] == [SHORTEST_RUN + 1]


def test_an_article_is_taken_apart() -> None:
    """Whole pages are answered, with every wording held found in its place."""
    filler = "The weather was fine, and the session went on for a long time without a break. "
    wordings = [h for h in HELD if h.speaker or "#" in h.ref]
    article = "\n\n".join(
        [filler * 30 + f"\u201c{held.text},\u201d it says." for held in wordings]
    )
    assert len(article.split()) > 2_500
    found = CORPUS.locate(article)
    assert found.outcome is Outcome.ABSENT
    assert [part.ref for part in found.parts] == [held.ref for held in wordings]
    assert not any(part.variants for part in found.parts)


def test_other_scripts_are_words_too() -> None:
    """Cyrillic is compared like Latin; what is not held is absent."""
    assert CORPUS.locate("Україні потрібна вся допомога").outcome is Outcome.ABSENT


def test_what_is_shown_cannot_mislead_a_terminal() -> None:
    """Control characters between the words of a quotation do not come back."""
    found = CORPUS.locate("to strike \x1b[31mevery legitimate\x1b[0m target\ns in \x07Russia")
    assert found.outcome is Outcome.NEAR
    assert all(line.isprintable() for line in str(found).splitlines())
    assert "\x1b" not in found.passages[0].quoted


def test_nothing_is_kept_in_copies() -> None:
    """A corpus that has located something is still equal to one that has not."""
    assert natopa.load("2026.1") == CORPUS
