"""Articles: a verdict for each quotation, and nothing said of the rest."""

from __future__ import annotations

import random
import re
import tracemalloc
from html.parser import HTMLParser
from pathlib import Path

import attrs
import pytest
from benchmarks import invented
from benchmarks.quotations import articles, corpus
from hypothesis import given
from hypothesis import strategies as st

import natopa_declarations as natopa
from natopa_declarations._locate.articles import check
from natopa_declarations._locate.indexed import prepare
from natopa_declarations._locate.quoted import spans
from natopa_declarations.model import Outcome, Quotation

CORPUS = natopa.load("2026.1")
LONGEST = "Ukraine needs to be provided with everything it needs"
ARTICLES = {article["name"]: article for article in articles()}


def quoted(text: str) -> list[str]:
    """Return what is quoted in a text."""
    return [text[start:end] for start, end in spans(text)]


def test_three_quotations_have_three_verdicts() -> None:
    """One exact, one invented and one altered, whose first line says what was changed."""
    found = CORPUS.check(ARTICLES["one exact, one invented, one altered"]["text"])
    exact, absent, near = found.quotations
    outcomes = [one.outcome for one in (exact, absent, near)]
    assert outcomes == [Outcome.EXACT, Outcome.ABSENT, Outcome.NEAR]
    assert "[some] {all}" in near.headline
    assert found.headline == "1 exact, 1 near, 1 absent"
    assert str(found).splitlines()[0] == found.headline


def test_the_founding_quotations_are_seven_and_one_too_short() -> None:
    """Told again in other words, the founding article has seven exact quotations."""
    found = CORPUS.check(ARTICLES["the founding quotations, told again"]["text"])
    assert found.counts == {Outcome.EXACT: 7, Outcome.TOO_SHORT: 1}
    assert found.is_settled()


@pytest.mark.parametrize("name", ARTICLES)
def test_each_place_is_what_is_quoted(name: str) -> None:
    """The text from start to end is the quotation, in the order of the article, none left out."""
    article = ARTICLES[name]
    found = corpus(article["corpus"]).check(article["text"])
    for one in found.quotations:
        assert one.places
        assert {article["text"][start:end] for start, end in one.places} == {one.text}
    firsts = [one.places[0] for one in found.quotations]
    assert firsts == sorted(firsts)
    everywhere = {place for one in found.quotations for place in one.places}
    assert everywhere >= set(spans(article["text"]))


def test_the_same_quotation_twice_is_one_with_two_places() -> None:
    """Equal quotations are merged, and counted once."""
    found = CORPUS.check(f'"{LONGEST}", says one; "{LONGEST}", says the other.')
    (one,) = found.quotations
    assert len(one.places) == 2


MARKS = [('"', '"'), ("\u201c", "\u201d"), ("\u201e", "\u201c"), ("\u201e", "\u201d"),
         ("\u00ab", "\u00bb"), ("\u00ab\u00a0", "\u00a0\u00bb"), ("\u00bb", "\u00ab"),
         ("\u2018", "\u2019"), ("'", "'"), ("``", "''"), ("<<", ">>"), ("\u2039", "\u203a"),
         ("&ldquo;", "&rdquo;"), ("&quot;", "&quot;"), ("<q>", "</q>"),
         ("\u201d", "\u201d")]  # fmt: skip


@pytest.mark.parametrize(("opening", "closing"), MARKS)
def test_marks_of_every_kind(opening: str, closing: str) -> None:
    """What stands between them is quoted, and nothing else."""
    text = f"He said {opening}{LONGEST}{closing}, and sat down. {opening}Not now{closing} was all."
    assert quoted(text) == [LONGEST, "Not now"]


@given(
    st.lists(st.sampled_from(MARKS), min_size=1, max_size=4),
    st.sampled_from([". ", ",\n", ".\n\n", " \u2013 "]),
)
def test_marks_that_follow_one_another(marks: list[tuple[str, str]], between: str) -> None:
    """Kinds of marks may be mixed in one article, and none hides what the next one quotes."""
    text = between.join([f"They say {one}we need it now{other}" for one, other in marks])
    assert quoted(text) == ["we need it now"] * len(marks)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The Allies' plan isn't the envoys' plan.", []),
        ("In the '90s it wasn't so.", []),
        ('A 5" pipe and a 6" pipe.', []),
        ("He said 'the Allies' plan is ours' and left.", ["the Allies' plan is ours"]),
        ("\u201cIt is \u2018ours\u2019,\u201d he said.", ["It is \u2018ours\u2019,"]),
        ("\"It is 'ours'\" he said.", ["It is 'ours'"]),
        ("\u201cOne \u201ctwo\u201d three\u201d four", ["One \u201ctwo\u201d three"]),
        ("\u201cFirst part.\n\n\u201cSecond part,\u201d he said.",
         ["First part.\n\n\u201cSecond part,"]),
        ("\u201cNever closed.\n\nAnother paragraph.", ["Never closed."]),
        ('<a href="x.html">no</a> quotation here', []),
        ('"" and \u201c \u201d are empty', []),
    ],
)  # fmt: skip
def test_marks_that_mislead(text: str, expected: list[str]) -> None:
    """Apostrophes, inches and attributes quote nothing; nested and open marks are understood."""
    assert quoted(text) == expected


@given(st.text(st.characters(codec="utf-8") | st.sampled_from("\"'\u201c\u201d\u00ab\u00bb\n a.")))
def test_any_text_can_be_checked(text: str) -> None:
    """No text is refused, and every place is in it, in order and none over another."""
    reached = 0
    for start, end in spans(text):
        assert reached <= start < end <= len(text)
        reached = end
    for one in CORPUS.check(text).quotations:
        assert all(text[start:end] == one.text for start, end in one.places)


def test_every_line_is_a_quotation_if_asked() -> None:
    """A list is taken line by line, without what numbers or marks the lines."""
    text = (
        f"1. {LONGEST}\n\n- \u201cThey need it now.\u201d\n* nothing of the kind was ever said\n"
    )
    found = CORPUS.check(text, each_line=True)
    assert [one.text for one in found.quotations] == [
        LONGEST, "They need it now.", "nothing of the kind was ever said",
    ]  # fmt: skip
    assert found.headline == "2 exact, 1 absent"


LINES = {
    "They need it now.": "They need it now.",
    "1. They need it now.": "They need it now.",
    "12) They need it now.": "They need it now.",
    "  \u2022  They need it now. ": "They need it now.",
    " - \u201cThey need it now.\u201d": "They need it now.",
    "> (\u201cThey need it now.\u201d),": "They need it now.",
    "\u201cThey need it now.\u201d he said": "\u201cThey need it now.\u201d he said",
    "He said \u201cthey need it now\u201d.": "He said \u201cthey need it now\u201d.",
    "\u201cThey need it now.\u201d \u201cNot in two years.\u201d":
        "\u201cThey need it now.\u201d \u201cNot in two years.\u201d",
}  # fmt: skip
"""Lines of a list, and what is taken to be quoted in each."""


@pytest.mark.parametrize("line", LINES)
def test_what_is_quoted_in_a_line(line: str) -> None:
    """The line without its number or bullet, and without marks only where they hold all of it."""
    text = f"one two\n\n{line}\nthree"
    (_, found, _) = CORPUS.check(text, each_line=True).quotations
    assert found.text == LINES[line]
    assert [text[start:end] for start, end in found.places] == [LINES[line]]
    assert found.outcome is not Outcome.ABSENT


def test_a_quotation_inside_another_has_its_own_verdict_where_the_outer_one_has_none() -> None:
    """Where the outer one is found, or is a whole line, what is inside it is part of it."""
    inner = "\u2018They need it now\u2019"
    for outer, number in ((f"flamingos in town, {inner}, they say", 2),
                          (f"I say {inner} to flamingos of the whole town", 2)):  # fmt: skip
        text = f"He said: \u201c{outer}\u201d."
        found = CORPUS.check(text).quotations
        assert len(found) == number
        assert (found[0].text, found[0].outcome) == (outer, Outcome.ABSENT)
        assert (found[1].text, found[1].outcome) == ("They need it now", Outcome.EXACT)
        assert [text[start:end] for start, end in found[1].places] == ["They need it now"]
        assert len(CORPUS.check(outer, each_line=True).quotations) == 1
    held = invented.of_wording(f"we say {inner} to all of them")
    (whole,) = held.check(f"He said: \u201cwe say {inner} to all\u201d.").quotations
    assert whole.outcome is Outcome.EXACT


def test_only_what_is_absent_is_led_elsewhere() -> None:
    """Each once, however often it is quoted."""
    asked: list[str] = []

    def lead(quotation: Quotation) -> Quotation:
        asked.append(quotation.text)
        return attrs.evolve(quotation, texts=5)

    prepared = prepare(CORPUS.texts(), CORPUS.statements())
    text = f'"{LONGEST}", "flamingos for the town", "?!", "flamingos for the town".'
    found = check(prepared, text, lead=lead).quotations
    assert asked == ["flamingos for the town"]
    assert [one.texts for one in found] == [0, 5, 0]
    assert [len(one.places) for one in found] == [1, 2, 1]


def test_what_is_narrated_is_never_compared() -> None:
    """Words that stand in the release say nothing where nobody quotes them."""
    found = CORPUS.check(f"The text says that {LONGEST}.")
    assert found.quotations == ()
    assert found.headline == "no quotations"
    assert found.is_settled()


def test_a_quotation_without_words_is_kept() -> None:
    """No quotation is dropped, even one of marks alone."""
    (one,) = CORPUS.check('He only wrote "?!" on it.').quotations
    assert (one.text, one.outcome) == ("?!", Outcome.TOO_SHORT)


def test_near_can_be_good_enough() -> None:
    """Absent never is, and near is if it is allowed."""
    near = CORPUS.check('"lifting all restrictions on the use of weapons"')
    assert not near.is_settled()
    assert near.is_settled(allow_near=True)
    assert not CORPUS.check('"flamingos for everyone in town"').is_settled(allow_near=True)


class Marked(HTMLParser):
    """What an HTML page shows, and which classes its marks have."""

    def __init__(self) -> None:
        super().__init__()
        self.text = ""
        self.classes: list[str | None] = []
        self.depth = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note a mark."""
        if tag == "mark":
            self.classes.append(dict(attrs)["class"])
            self.depth += 1

    def handle_endtag(self, tag: str) -> None:
        """Note the end of a mark."""
        self.depth -= tag == "mark"

    def handle_data(self, data: str) -> None:
        """Keep what is shown."""
        self.text += data


@pytest.mark.parametrize("name", ARTICLES)
def test_the_article_is_marked_as_html(name: str) -> None:
    """Every character of it is shown as it stands, and each place has a mark."""
    article = ARTICLES[name]
    found = corpus(article["corpus"]).check(article["text"])
    page = Marked()
    page.feed(found.html())
    page.close()
    assert page.depth == 0
    assert page.text.strip("\n").endswith(article["text"].strip("\n"))
    assert found.headline in page.text
    places = [(start, one.outcome) for one in found.quotations for start, _ in one.places]
    assert page.classes == [outcome for _, outcome in sorted(places)]


def test_html_cannot_be_broken_out_of() -> None:
    """What an article has of HTML is shown, and never run."""
    found = CORPUS.check("<script>alert(1)</script> \"it's <b onclick='x'>ours & more</b>\"")
    html = found.html()
    assert "<script" not in html
    assert "<b " not in html
    assert re.search(r"title='[^'<]*'>", html)


# Growth: `benchmarks` measures the time.


def vocabulary(rng: random.Random) -> list[str]:
    """Return invented words."""
    return ["w" + "".join(rng.choices("abcdefgh", k=4)) for _ in range(1500)]


@pytest.mark.slow
@pytest.mark.parametrize(("length", "mebibytes"), [(4_000, 30), (20_000, 120)])
def test_a_long_wording_is_laid_beside_its_quotation(length: int, mebibytes: int) -> None:
    """Four thousand words take at most 30 MiB, and twenty thousand do not fail."""
    rng = random.Random(1)  # noqa: S311 - the same words each time, and no secret.
    words = rng.choices(vocabulary(rng), k=length)
    held = invented.of_wording(" ".join(words))
    held.locate("one two three")
    for at in range(0, length, 40):
        words[at] = "changed"
    quote = " ".join(words)
    tracemalloc.start()
    passage = held.locate(quote).passages[0]
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak / 2**20 <= mebibytes
    assert sum(len(variant.quoted.split()) for variant in passage.variants) == length // 40


@pytest.mark.slow
def test_the_best_places_and_a_count() -> None:
    """Words that stand in thousands of places are answered with twenty of them and a count."""
    clauses = [
        {
            "id": f"900#clause-{number}", "role": "operative", "summary": "Invented.",
            "citations": invented.CITED,
            "wordings": [{"text": f"calls on all Allies to help, for the time number {number}",
                          "language": "en", "fidelity": "official",
                          "citation": invented.CITED[0]}],
        }
        for number in range(3_000)
    ]  # fmt: skip
    held = invented.of({"id": "900", "number": 900, "clauses": clauses})
    found = held.locate("calls on all Allies")
    assert (len(found.passages), found.count) == (20, 3_000)
    assert "and 2980 places more" in str(found)


def test_the_page_shows_what_is_measured() -> None:
    """The page on quotations names every outcome."""
    page = Path("docs/how-to/find-a-quotation.md").read_text(encoding="utf-8")
    assert all(f"**{outcome.value}**" in page.casefold() for outcome in Outcome)
