"""Words that are one word however they are written, and words that are not."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from natopa_declarations._search.spelling import WORD, Spellings, spell, spell_prefix

SAME = """
organise/organize; organisations/organizations; realising/realizing; mobilised/mobilized;
analyse/analyze; paralysing/paralyzing; defence/defense; offences/offenses; licence/license;
defenceless/defenseless; pretence/pretense; practise/practice; malpractised/malpracticed;
labour/labor; neighbouring/neighboring; favourable/favorable; dishonoured/dishonored;
behavioural/behavioral; endeavours/endeavors; armoured/armored; centre/center; centres/centers;
centred/centered; kilometres/kilometers; theatre/theater; fibre/fiber; calibre/caliber;
manoeuvre/maneuver; manoeuvring/maneuvering; cancelled/canceled;
travelling/traveling; counsellor/counselor; fulfil/fulfill; fulfilment/fulfillment;
enrolment/enrollment; skilful/skillful; programme/program; programmes/programs;
catalogue/catalog; dialogue/dialog; judgement/judgment; ageing/aging; aluminium/aluminum;
artefacts/artifacts; grey/gray; plough/plow; sceptical/skeptical; co-operation/cooperation;
Co\u2011ordinated/coordinated; co\u2010operate/cooperate; re-elected/reelected;
pre-emptive/preemptive; per cent/percent; cyber security/cybersecurity;
cyber-defence/cyberdefense; Micha\u0142/MICHAL; caf\u00e9/cafe\u0301; Stra\u00dfe/STRASSE;
de\u00adfence/defense; \U0001d56fefence/defense; zwyci\u0119stwa/zwyciestwa
"""
PAIRS = [pair.strip().split("/") for pair in SAME.split(";")]

DIFFERENT = [
    ("prise", "prize"),
    ("four", "for"),
    ("tour", "tor"),
    ("hour", "hor"),
    ("laboratory", "labour"),
    ("honorary", "honour"),
    ("weapon", "weapons"),
    ("defend", "defence"),
    ("defensive", "defence"),
    ("licensed", "licence"),
    ("meter", "met"),
    ("filling", "filing"),
    ("percentage", "percent"),
    ("programmer", "programme"),
    ("co-author", "coauthor"),
    ("re-use", "reuse"),
    ("a-o", "ao"),
    ("eco-operation", "ecooperation"),
]


@pytest.mark.parametrize(("one", "other"), PAIRS)
def test_two_spellings_of_one_word(one: str, other: str) -> None:
    """The rules bring both to one spelling, in any case, and that spelling to itself."""
    words = Spellings()
    assert words.text(one) == words.text(other) != ""
    assert words.text(one.upper()) == words.text(one)
    assert words.text(words.text(one)) == words.text(one)


@pytest.mark.parametrize(("one", "other"), DIFFERENT)
def test_two_words_stay_two(one: str, other: str) -> None:
    """What only looks alike stays apart."""
    words = Spellings()
    assert words.text(one) != words.text(other)


@pytest.mark.slow
@pytest.mark.parametrize("word", [word for pair in PAIRS for word in pair if word.isalpha()])
def test_the_beginning_of_a_word_finds_it(word: str) -> None:
    """Every beginning of a word, in either spelling, is a beginning of its one spelling."""
    for length in range(2, len(word) + 1):
        beginnings = spell_prefix(word[:length])
        assert any(spell(word).startswith(beginning) for beginning in beginnings), word[:length]


def test_a_beginning_finds_no_other_word() -> None:
    """British spelling does not make the beginning of a word shorter than it is."""
    assert spell_prefix("labour") == ("labour",)
    assert spell_prefix("labor") == ("labor", "labour")
    assert spell_prefix("weapon") == ("weapon",)
    assert not any("method".startswith(beginning) for beginning in spell_prefix("mete"))
    assert not any("theatrical".startswith(beginning) for beginning in spell_prefix("theate"))


@given(st.text() | st.text(alphabet="co-opre\u0301\u00ad\u2011E \u00bd.'a1"))
def test_words_are_found_alike_in_every_way(text: str) -> None:
    """What is indexed is what the words of the text, one by one, are spelled as."""
    one_by_one = [spell(match[0]) for match in WORD.finditer(text)]
    assert Spellings().text(text) == " ".join(one_by_one)


@given(st.text())
def test_a_spelled_word_is_letters_and_digits(text: str) -> None:
    """Nothing but words parted by single spaces comes out, whatever goes in."""
    spelled = spell(text)
    assert all(word.isalnum() for word in spelled.split(" ") if spelled)
    assert not any(letter.isupper() for letter in spelled if letter.isascii())


@given(st.text(alphabet=st.characters(categories=["L", "N"]), min_size=1))
@settings(deadline=None)
def test_a_word_begins_as_its_prefix_says(word: str) -> None:
    """A whole word is among its own beginnings."""
    assert any(spell(word).startswith(beginning) for beginning in spell_prefix(word))
