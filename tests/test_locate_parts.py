"""The parts of locating, each by itself: marks, numbers, words, languages and senses."""

from __future__ import annotations

import pytest

import natopa_declarations as natopa
from natopa_declarations import model
from natopa_declarations._locate.alignment import align
from natopa_declarations._locate.compounds import closed, compounds
from natopa_declarations._locate.explanations import explained
from natopa_declarations._locate.indexed import IndexedText
from natopa_declarations._locate.languages import not_held
from natopa_declarations._locate.passages import with_ends
from natopa_declarations._locate.quote import Quote
from natopa_declarations._locate.quoted import spans
from natopa_declarations._locate.readable import FILL, readable
from natopa_declarations._locate.senses import kind_of, left_out, negation_before
from natopa_declarations._locate.spelling import Spellings, in_one_script, may_close
from natopa_declarations._locate.tokens import Joint, Vocabulary, keys_of, words
from natopa_declarations.model import VariantKind

READ = {
    "a<br/>b": "a\n    b",
    "a<BR>b": "a\n   b",
    "a<p>b": "a\n\n b",
    "a</p>b": "a\n\n  b",
    "a<q>b</q>c": "a\u201c~~b\u201d~~~c",
    "10<sup>2</sup>": "10^~~~~2~~~~~~",
    "a<b>c</b>d": "a~~~c~~~~d",
    "a<!-- x -->b": "a          b",
    "a<script>x<y</script>b": "a" + " " * 20 + "b",
    "a<3 and 4>b": "a<3 and 4>b",
    "a &amp; b": "a &~~~~ b",
    "a&nosuch;b": "a&nosuch;b",
    "a&nosuch;b&nbsp;c": "a&nosuch;b\u00a0~~~~~c",
    "a&nGt;b": "a\u226b\u20d2~~~b",
    "a&nbsp;b": "a\u00a0~~~~~b",
    "a&shy;b": "a~~~~~b",
    "a&#x41;b": "aA~~~~~b",
    "word[12] more": "word     more",
    "a [12] b": "a [12] b",
    "word\u00b9 more": "word~ more",
    "5 km\u00b2 more": "5 km\u00b2 more",
    "so [sic] it": "so       it",
    "so (sic!) it": "so        it",
    "a\x1b[31mb": "a~~~~~b",
    "a\u00ad\nb": "a-\nb",
    "a\u00adb": "a~b",
}
"""Texts, and what is read; a tilde stands for a filler."""


@pytest.mark.parametrize("text", READ)
def test_what_is_read_of_marks(text: str) -> None:
    """Each mark is replaced by as many characters as it has."""
    assert readable(text).replace(FILL, "~") == READ[text]
    assert len(readable(text)) == len(text)


KEYS = {
    "l'homme d'\u00c9tat": ["l", "homme", "d", "etat"],
    "qu'il": ["qu", "il"],
    "l'a": ["l", "a"],
    "peut-\u00eatre": ["peut-etre"],
    "per cent": ["%"],
    "5 percent": ["5", "%"],
    "US and us": ["US", "and", "us"],
    "THE US ARMY": ["the", "us", "army"],
    "U.S. and U.K.": ["US", "and", "uk"],
    "the U S A": ["the", "usa"],
    "(12) weapons": ["12", "weapons"],
    "Article 5(1)": ["article", "5", "(1)"],
    "the Article 5 (1)": ["the", "article", "5", "(1)"],
    "the Article 5, (1)": ["the", "article", "5", "1"],
    "the Article (1)": ["the", "article", "1"],
    "in 5 per cent of": ["in", "5", "%", "of"],
    "of ten per cent in it": ["of", "ten", "%", "in", "it"],
    "recent accents": ["recent", "accents"],
    "il est peut-\u00eatre l\u00e0": ["il", "est", "peut-etre", "la`"],
    "il peut \u00eatre l\u00e0": ["il", "peut", "etre", "la`"],
    "re-\nsign": ["re", "sign"],
    "it is on-\ngoing work": ["it", "is", "ongoing", "work"],
    "give us it": ["give", "us", "it"],
    "give US it": ["give", "US", "it"],
    "inter-\nnational": ["inter", "national"],
    "re-\nelect": ["re", "elect"],
    "well-\nknown": ["well", "known"],
    "on-\ngoing": ["ongoing"],
    "a \u2026 b": ["a", "\u2026", "b"],
    "a [...] b": ["a", "\u2026", "b"],
    "1.234.567,8": ["1234567.8"],
    "1,234.5": ["1234.5"],
    "1 234": ["1234"],
    ".5": ["0.5"],
    "3,5": ["3.5"],
    "H\u2082": ["h", "2"],
    "10\u2082": ["10_2"],
    "10\u00b2": ["10^2"],
    "40 \u20ac": ["\u20ac40"],
    "USD 40": ["US$40"],
    "\u00a340": ["\u00a340"],
    "\u00bd": ["1/2"],
    "\u2460": ["1"],
    "\u2488": ["1"],
    "$40 USD": ["$40USD"],
    "-5": ["-5"],
    "2024\u20132025": ["2024-2025"],
    "\u0661\u0662": ["12"],
}
"""Texts, and the forms in which their words are compared."""


@pytest.mark.parametrize("text", KEYS)
def test_the_form_in_which_words_are_compared(text: str) -> None:
    """Of each word, with or without a vocabulary that is kept."""
    found = words(text)
    assert [word.key for word in found] == KEYS[text] == keys_of(text, Vocabulary())
    assert found == words(text, Vocabulary())
    assert all(0 <= word.start < word.end <= len(text) for word in found)
    assert [word.start for word in found] == sorted([word.start for word in found])


APART, HYPHEN, LINE_END, CLOSE = Joint
JOINED = {
    "long-term (14)": [("long", APART), ("term", HYPHEN), ("14", APART)],
    "5(1)": [("5", APART), ("(1)", CLOSE)],
    "l'homme": [("l", APART), ("homme", CLOSE)],
    "5km": [("5", APART), ("km", CLOSE)],
    "\u00e9  b": [("\u00e9", APART), ("b", APART)],
    "\u00e9, b": [("\u00e9", APART), ("b", APART)],
    "\u00e9 a\u2026b": [("\u00e9", APART), ("a", APART), ("\u2026", APART), ("b", APART)],
    "inter-\n  national": [("inter", APART), ("national", LINE_END)],
    "aujour-\n  d'hui": [("aujour", APART), ("d'hui", LINE_END)],
    "long-d'un": [("long", APART), ("d", HYPHEN), ("un", CLOSE)],
    "a 5-per cent": [("a", APART), ("5", APART), ("per cent", HYPHEN)],
    "x-peut-\u00eatre": [("x", APART), ("peut-\u00eatre", HYPHEN)],
    "\u00e9-on-\ngoing": [("\u00e9", APART), ("on-\ngoing", HYPHEN)],
}
"""Texts, and what each word of them is, and how it is joined to the one before it."""


@pytest.mark.parametrize("text", JOINED)
def test_where_words_stand_and_how_they_are_joined(text: str) -> None:
    """Their offsets leave out what is around them."""
    assert [(text[word.start : word.end], word.joint) for word in words(text)] == JOINED[text]


def test_which_words_are_numbers() -> None:
    """Figures and what is attached to them, and a number in brackets."""
    numbers = [
        word.key for word in words("the 5(1) of (14) and \u00bd or two %") if word.is_number
    ]
    assert numbers == ["5", "(1)", "14", "1/2"]


def test_a_compound_is_joined_where_it_is_known_as_one_word() -> None:
    """Its parts become one word at their place; others stay."""
    run = words("a co-operation of air-craft and sea-ports")
    keys = [word.key for word in closed(run, {"aircraft", "cooperation"})]
    assert keys == ["a", "cooperation", "of", "aircraft", "and", "sea", "ports"]
    joined = closed(run, {"cooperation"})[1]
    assert (joined.start, joined.end, joined.joint) == (2, 14, Joint.APART)
    assert list(compounds(run)) == [("co", "operation"), ("air", "craft"), ("sea", "ports")]
    plain = words("no compound at all")
    assert closed(plain, {"nocompound"}) is plain


SCRIPTS = {
    "f\u0435rry": "ferry",
    "\u0430": "\u0430",
    "\u043c\u0438\u0440": "\u043c\u0438\u0440",
    "\u043c\u0438p": "\u043c\u0438\u0440",
    "\u03bfne": "one",
    "plain": "plain",
    "\u03a1aris": "Paris",
}


@pytest.mark.parametrize("word", SCRIPTS)
def test_mixed_scripts_are_one(word: str) -> None:
    """A letter of another script that looks alike is that of the rest of the word."""
    assert in_one_script(word) == SCRIPTS[word]


@pytest.mark.parametrize("word", ["a\u0370", "a\u052f"])
def test_the_first_and_the_last_letter_of_other_scripts_are_of_them(word: str) -> None:
    """Where no letters make a word Latin, they make it Cyrillic."""
    assert in_one_script(word) == "\u0430" + word[1]


SPELLED = {
    "\u00c9TAT": "etat",
    "\u00e9t\u00e9": "ete'",
    "\u00e9t\u00e9s": "etes'",
    "\u00e0l\u00e0": "ala`",
    "pr\u00e8s": "pres`",
    "\u00e9": "e'",
    "ann\u00e9e": "annee",
    "Pozna\u0144": "poznan",
    "C\u00f4te": "cote",
    "Stra\u00dfe": "strasse",
    "We\u2019re": "we're",
    "WE'RE": "we're",
    "Plain": "plain",
}


@pytest.mark.parametrize("word", SPELLED)
def test_how_a_word_is_spelled(word: str) -> None:
    """Without case and accents, but for one at the end that makes another word of it."""
    assert Spellings()[word] == SPELLED[word]


@pytest.mark.parametrize(
    ("one", "other", "closes"),
    [("long", "term", True), ("now", "here", False), ("co", "now", False), ("no", "body", False),
     ("re", "sign", False), ("re", "elect", True), ("pre", "sign", True),
     ("peut", "etre", False)],
)  # fmt: skip
def test_compounds_that_may_be_one_word(one: str, other: str, closes: bool) -> None:  # noqa: FBT001
    """Unless the two together are another word, or are so small that they mostly stand alone."""
    assert may_close(one, other) is closes


LANGUAGES = {
    "Nous n\u2019avons pas le temps de la guerre": "fr",
    "Nous n'avons pas l'id\u00e9e de la guerre": "fr",
    "Wir haben nicht die Zeit und das Geld f\u00fcr den Krieg": "de",
    "We have no time for it": None,
    "Nie mamy na to czasu i nie jest to gra": "pl",
    "\u041c\u0438 \u043d\u0435 \u043c\u0430\u0454\u043c\u043e \u0447\u0430\u0441\u0443": "uk",
    "\u043c\u044b \u0441 \u0432\u0430\u043c\u0438": "ru",
    "\u03b4\u03b5\u03bd \u03ad\u03c7\u03bf\u03c5\u03bc\u03b5": "Grek",
    "\u10e9\u10d5\u10d4\u10dc": "Geor",
    "\u6211\u4eec\u6ca1\u6709": "Hani",
    "xyz": None,
    "la de": None,
    "\u0370": "Grek",
    "ab\u03b1\u03b2": None,
    "qu\u2019une d\u2019une l\u2019une": "fr",
    "qu'une d'une l'une": "fr",
    "der die das": "de",
    "le la les der die das": None,
    "le la les nous der die das": "fr",
    "\u052f": "Cyrl",
}


@pytest.mark.parametrize("text", LANGUAGES)
def test_the_language_of_a_text(text: str) -> None:
    """It is told by its letters, or by its commonest words where there are enough of them."""
    assert not_held(text, ["en"]) == LANGUAGES[text]
    told = LANGUAGES[text]
    searched = {"Grek": "el", "Cyrl": "bg", "Geor": "ka", "Hani": "zh"}.get(told or "", told)
    assert searched is None or not_held(text, ["en", f"{searched}-XX"]) is None


SENSES = [
    ("we will go", "we will not go", VariantKind.NEGATION),
    ("they do not go", "they don't go", VariantKind.OTHER),
    ("a certain end", "an uncertain end", VariantKind.NEGATION),
    ("all members", "some members", VariantKind.QUANTIFIER),
    ("of 40 billion", "of 50 billion", VariantKind.NUMBER),
    ("of two ships", "of 2 ships", VariantKind.OTHER),
    ("of chapter IV", "of chapter VI", VariantKind.NUMBER),
    ("it must go", "it should go", VariantKind.MODAL),
    ("aid to Ukraine", "aid to Georgia", VariantKind.NAME),
    ("aid of Zelenskyy", "aid of Zelensky", VariantKind.OTHER),
    ("aid of Kharkiv", "aid of Harkiv", VariantKind.OTHER),
    ("aid of Zelenskij", "aid of Zelenskyi", VariantKind.OTHER),
    ("the Allies go", "the allies go", VariantKind.OTHER),
    ("the Alliance of Poland", "the alliance of Spain", VariantKind.NAME),
    ("quick help", "rapid help", VariantKind.OTHER),
    ("of chapter IV", "of chapter iv", VariantKind.OTHER),
    ("of chapter IV here", "of chapter VI here", VariantKind.NUMBER),
    ("of zero ships", "of 0 ships", VariantKind.OTHER),
    ("of two million", "of 2 million", VariantKind.OTHER),
    ("of two million", "of two billion", VariantKind.NUMBER),
    ("of 40 %", "of 40", VariantKind.NUMBER),
    ("of 40 \u2030", "of 40", VariantKind.NUMBER),
    ("it can be", "it may be", VariantKind.MODAL),
    ("it can be", "it can can be", VariantKind.MODAL),
    ("it never goes", "it not goes", VariantKind.NEGATION),
    *[
        (f"it {word} goes", "it not goes", VariantKind.OTHER)
        for word in ("ne", "n", "pas", "cannot", "don't")
    ],
    ("able men", "unable men", VariantKind.NEGATION),
    ("aid of Smith", "aid of Jones", VariantKind.NAME),
    ("Smith went", "Jones went", VariantKind.OTHER),
    ("Ok. Smith went", "Ok. Jones went", VariantKind.OTHER),
    ('Ok. "Smith" went', 'Ok. "Jones" went', VariantKind.OTHER),
    ('Of "Smith" it', 'Of "Jones" it', VariantKind.NAME),
    ("A went", "B went", VariantKind.OTHER),
    ("EU went", "UN went", VariantKind.NAME),
    ("OF SMITH", "OF JONES", VariantKind.OTHER),
    ("of smith", "of Smith", VariantKind.OTHER),
    ("of Smith", "smith", VariantKind.OTHER),
    ("the Alliance goes", "the alliance of Spain goes", VariantKind.NAME),
    ("of Zielinski", "of Zelinski", VariantKind.OTHER),
    ("of Zelinski", "of Zelenski", VariantKind.NAME),
]


@pytest.mark.parametrize(("here", "there", "kind"), SENSES)
def test_the_kind_of_a_change(here: str, there: str, kind: VariantKind) -> None:
    """It is the same from either side."""
    assert kind_of(words(here), words(there), here, there) is kind
    assert kind_of(words(there), words(here), there, here) is kind


LEFT_OUT = {
    "it is never so": (VariantKind.NEGATION, "never"),
    "it is never": (VariantKind.NEGATION, "never"),
    "it is no": (VariantKind.NEGATION, "no"),
    "it isn't": (VariantKind.NEGATION, "isn't"),
    "it is no good 5": (VariantKind.NEGATION, "no"),
    "5 no": (VariantKind.NEGATION, "no"),
    "as in No. 5 of it": None,
    "in No. 5": None,
    "it goes if they do": (VariantKind.QUANTIFIER, "if"),
    "it must": (VariantKind.MODAL, "must"),
    "must": (VariantKind.MODAL, "must"),
    "it must go": None,
    "it needs": None,
    "all members": (VariantKind.QUANTIFIER, "all"),
    "all the members": None,
    "any needs": None,
    "it goes": None,
}
"""What is left out, and the word in it that may not be."""


@pytest.mark.parametrize("text", LEFT_OUT)
def test_what_an_ellipsis_may_not_leave_out(text: str) -> None:
    """A negation or a condition anywhere; a modal or quantifier where little else is left out."""
    assert left_out(words(text)) == LEFT_OUT[text]


CUT_OFF = {
    "they will not | go there": "not",
    "they will not ever | go": "not",
    "not | go": "not",
    "Not ever so | go": "Not",
    "they said not ever so | go": "not",
    "not in the long | go": None,
    "they said not in the long | go": None,
    "certainly not, | they go": None,
    "not so, certainly | they go": None,
    "it isn't | so": "isn't",
    "no | more": "no",
    "in no 5 | more": None,
    "5 no | more": "no",
    "| go": None,
}
"""Words before a quotation, which begins at the bar, and the negation among them."""


@pytest.mark.parametrize("text", CUT_OFF)
def test_a_negation_that_a_quotation_cuts_off(text: str) -> None:
    """It stands among the three words before, with nothing but space between."""
    before, _, after = text.partition("|")
    whole = before + after.lstrip()
    assert negation_before(words(whole), whole, len(words(before))) == CUT_OFF[text]


Readings = tuple[tuple[str, str | None], ...]


def held(text: str, readings: Readings, language: str | None = None) -> IndexedText:
    """Return an indexed text with these readings of its words."""
    source = natopa.load("2026.1").source("nato-pa-release-489")
    return IndexedText(
        model.Ref("1#a"), text, "en", model.Fidelity.OFFICIAL, (),
        readings=tuple(
            model.Reading(
                lemma=lemma, text=reading, citation=model.Citation(source=source),
                language=language if number == 0 else None,
            )
            for number, (lemma, reading) in enumerate(readings)
        ),
    )  # fmt: skip


def laid(entry: IndexedText, quote: Quote) -> list[str]:
    """Return what each stretch of a quotation is beside, and the readings that explain it."""
    run = words(entry.text)
    pieces = [[word.key for word in piece] for piece in quote.pieces()]
    stretches = with_ends(align([word.key for word in run], pieces), run, entry.text)
    found = explained(entry, run, quote, stretches)
    told = []
    for s in found:
        here = " ".join(word.key for word in run[s.start : s.end])
        there = " ".join(quote.keys[s.quoted_start : s.quoted_end])
        if s.agrees and not s.readings:
            assert here == there
            told.append(here)
        elif s.omitted:
            told.append(f"({here})")
        else:
            by = ",".join(map(str, s.readings)) if s.agrees else "nothing"
            told.append(f"{here} > {there} by {by}")
    return told


EXPLAINED: list[tuple[str, Readings, list[str]]] = [
    ("a b x y e f", (("c d", "x y"),), ["a b", "c d > x y by 0", "e f"]),
    ("a b x y z f", (("c d", "x y"),), ["a b", "c d > x y by 0", "e > z by nothing", "f"]),
    ("a z x y e f", (("c d", "x y"),), ["a", "b > z by nothing", "c d > x y by 0", "e f"]),
    ("a b x y e f", (("b c d", "b x y"),), ["a", "b c d > b x y by 0", "e f"]),
    ("a b x y e f", (("c d e", "x y e"),), ["a b", "c d e > x y e by 0", "f"]),
    ("a b d e", (("c", None),), ["a b", "c >  by 0", "d e"]),
    ("a b d e", (("c d", "d"),), ["a b", "c d > d by 0", "e"]),
    ("a b c x d e", (("c", "c x"),), ["a b", "c > c x by 0", "d e"]),
    ("a b x c d e", (("c", "x c"),), ["a b", "c > x c by 0", "d e"]),
    ("a x b x c d", (("b", "b x"),), ["a", " > x by nothing", "b > b x by 0", "c d"]),
    ("x b c d", (("a", "x"),), ["a > x by 0", "b c d"]),
    ("a b x y e z g", (("f", "z"),), ["a b", "c d > x y by nothing", "e", "f > z by 0", "g"]),
    ("a b x y e z g", (("c d", "x y"), ("f", "z")),
     ["a b", "c d > x y by 0", "e", "f > z by 1", "g"]),
    ("a b c x f g h", (("e", "x"),), ["a b c", "d >  by nothing", "e > x by 0", "f g h"]),
    ("a b c x f g h", (("d", "x"),), ["a b c", "d > x by 0", "e >  by nothing", "f g h"]),
    ("a b c x y d e", (("c", "c x"),), ["a b", "c > c x by 0", " > y by nothing", "d e"]),
    ("a b c x y d e", (("d", "y d"),), ["a b c", " > x by nothing", "d > y d by 0", "e"]),
    # Of readings that overlap, the longest counts; two sources may have the same one.
    ("a b x y e f", (("c", "x"), ("c d", "x y")), ["a b", "c d > x y by 1", "e f"]),
    ("a b x y e f", (("c d", "x y"), ("d", "y")), ["a b", "c d > x y by 0", "e f"]),
    ("a b x y e f", (("c d", "x y"), ("c d", "x y")), ["a b", "c d > x y by 0,1", "e f"]),
    ("a b x y z f", (("c d", "x y"), ("d e", "y z")), ["a b", "c d > x y by 0", "e > z by nothing",
                                                      "f"]),
    ("a b x y d e", (("c", "x"), ("c", "x y")), ["a b", "c > x by 0", " > y by nothing", "d e"]),
    ("a b d e", (("c", None), ("c", None)), ["a b", "c >  by 0,1", "d e"]),
    # What is the same explains nothing, and what stands in another order fits nowhere.
    ("a b x y e f", (("c d", "c d"), ("c d", "x y")), ["a b", "c d > x y by 1", "e f"]),
    ("a b x y e f", (("g", "x y"), ("h", "e")), ["a b", "c d > x y by nothing", "e f"]),
    ("x b c d e f y", (("g", "x"),), ["a > x by nothing", "b c d e f", "g > y by nothing"]),
    ("a b x d e f x", (("c", "x"),), ["a b", "c > x by 0", "d e f", "g > x by nothing"]),
    ("a b y d e f x", (("g", "x"),), ["a b", "c > y by nothing", "d e f", "g > x by 0"]),
    # An ellipsis stays what it is.
    ("a b \u2026 f z h", (("g", "z"),), ["a b", "(c d e)", "f", "g > z by 0", "h"]),
    ("a b c \u2026 e z g", (("c d e", "c e"), ("f", "z")),
     ["a b c", "(d)", "e", "f > z by 1", "g"]),
]  # fmt: skip


@pytest.mark.parametrize(("quote", "readings", "expected"), EXPLAINED)
def test_what_differs_is_explained_by_a_reading(
    quote: str, readings: Readings, expected: list[str]
) -> None:
    """Just the words that another source has, and no more beside them."""
    assert laid(held("a b c d e f g h", readings), Quote.of(quote)) == expected


def test_a_reading_in_another_language_explains_nothing() -> None:
    """It is a version of its own; readings after it count."""
    entry = held("a b c d e f g h", (("c d", "x y"), ("f", "z")), language="fr")
    told = ["a b", "c d > x y by nothing", "e", "f > z by 1", "g"]
    assert laid(entry, Quote.of("a b x y e z g")) == told


SPANS = {
    'He said "no" and "yes".': ["no", "yes"],
    "\u201cOne \u2018two\u2019 three\u201d": ["One \u2018two\u2019 three"],
    "\u201aone\u2018 and two": ["one"],
    "\u201cNever \u201cclosed here.\n\nNext \u201cone\u201d.": ["Never \u201cclosed here.", "one"],
    "'one' and 'two'": ["one", "two"],
    "the '90s and 'em": [],
    "rock'n'roll": [],
    "'it isn't so' today": ["it isn't so"],
    "\u2018it isn\u2019t so\u2019 today": ["it isn\u2019t so"],
    "\u00abun\u00bb et \u00ab deux \u00bb": ["un", "deux"],
    "\u203aone\u2039": ["one"],
    "\u2018one": [],
    '("one")': ["one"],
    '\u2014"one"': ["one"],
    "``one'' two": ["one"],
    "<<one>> two": ["one"],
    "\u300cone\u300d": ["one"],
    "a \u201d b": [],
    "\u201c \u200bone\u200b \u201d": ["\u200bone\u200b"],
    "\u201c<b>one</b> \u201d": ["one"],
    # What opens.
    'He said " one" here': [],
    'MAX"one" here': [],
    "'\"one\" two'": ["one"],
    "'(one)' two": [],
    'a " b "one" c': ["one"],
    "'one and \"two\" three": ["two"],
    "in the '90s it was so' they say": [],
    "'tis so' they say": [],
    "x\u00abun\u00bb": ["un"],
    "x\u00ab un \u00bb": ["un"],
    "x\u201eone\u201d": ["one"],
    "x\u201cone\u201d": ["one"],
    "x\u201c one\u201d": [],
    "a \u201c one\u201d": ["one"],
    "x``one''": ["one"],
    "x<<one>>": ["one"],
    "x\u300cone\u300d": ["one"],
    # What closes.
    '"one "two" three" four': ['one "two" three'],
    '"one "two "three" four" five" six': ['one "two "three" four" five'],
    '"one "a, b" c" d': ['one "a, b" c'],
    '"one " two': ["one"],
    '"one"two': ["one"],
    "\u00abun \u00bbdeux": ["un"],
    "\u00bbun \u00abdeux": ["un"],
    "\u2039un \u203adeux": ["un"],
    "\u203aun \u2039deux": ["un"],
    "<<un >>deux": ["un"],
    "\u201aone \u2018 two": ["one \u2018 two"],
    "\u201aone\u2018s two\u2018 three": ["one\u2018s two"],
    "\u201cone\u201ctwo": ["one"],
    "\u201cone \u201ca b\u201d c\u201d": ["one \u201ca b\u201d c"],
    "'one two' and three' four": ["one two"],
    "'the case' and three' four": ["the case"],
    "'the Allies' plan": ["the Allies"],
    "'the Allies' Plan' is": ["the Allies"],
    # What is invisible does not count.
    'x \u200b"one"': ["one"],
    "'\u200bone' x": ["\u200bone"],
    "'one'\u200bs two' x": ["one'\u200bs two"],
    "'one \u200b' two' x": ["one \u200b' two"],
    # What is not closed.
    '\u201cNever closed.\n\n"Next" one': ["Never closed.", "Next"],
    "\u201cNever closed.\n\nNext \u201cone\u201d": ["Never closed.", "one"],
    "\u201c\n\nSecond": [],
    "\u201c ": [],
}  # fmt: skip


@pytest.mark.parametrize("text", SPANS)
def test_what_stands_between_marks(text: str) -> None:
    """Marks of every kind, nested, open and misleading."""
    assert [text[start:end] for start, end in spans(text)] == SPANS[text]
