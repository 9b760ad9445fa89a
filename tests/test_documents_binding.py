"""Documents are bound to the ids of a release, and make a corpus that has their words."""

from __future__ import annotations

import copy
import pickle
from pathlib import Path
from typing import TYPE_CHECKING, Any

import attrs
import pytest

import natopa_declarations as natopa
from natopa_declarations import model
from natopa_declarations.__main__ import main
from natopa_declarations.errors import NotFoundError
from natopa_declarations.model import Agreement, BindingBasis, Coverage, Fidelity, Role, SourceKind
from tests.documents.invented import FRENCH
from tests.documents.layouts import plain
from tests.small_release import documents
from tests.test_compare import corpus_of

if TYPE_CHECKING:
    from natopa_declarations.model import Binding

CORPUS = natopa.load("2026.3")
HELD = CORPUS.clause("489#lift-restrictions").wordings[0].text
"""Words that the release holds of Declaration 489."""

TITLE = "STANDING WITH UKRAINE UNTIL VICTORY"
TEXT = f"""STANDING WITH UKRAINE UNTIL VICTORY
DECLARATION 489*
The Assembly,
1. Reiterating an invented view of lamps;
2. United in the making of blankets;
3. Stressing that kettles sing;
5. Hoping for shorter winters;
6. URGES member governments and parliaments of the railway countries:
a. to light every lamp before dusk;
b. to {HELD};
c. to sweep the platforms.
* Presented by the Standing Committee and adopted by the Plenary Assembly on Monday 27 May 2024,
Sofia, Bulgaria.
"""
DOCUMENT = natopa.read(TEXT.encode(), name="489.txt")


def binding(text: str, corpus: natopa.Corpus = CORPUS) -> Binding:
    """Return the one binding of a document with this text."""
    (found,) = natopa.read(text.encode()).compare(corpus)
    return found


def test_paragraphs_are_bound_by_label_and_opening_and_by_words() -> None:
    """Label and opening come first, then held words; the rest gets provisional ids."""
    (found,) = DOCUMENT.compare(CORPUS)
    assert (found.bound_to, found.reason) == ("489", "by number and kind")
    assert [(p.paragraph.name, p.clause, p.basis.value) for p in found.paragraphs] == [
        ("p1", "489#reiterating-condemnation", "label"),
        ("p2", "489#united-in-support", "label"),
        ("p3", "489#sole-responsibility", "label"),
        ("p5", "489#p5", "provisional"),
        ("p6", "489#p6", "provisional"),
        ("p6-a", "489#p6-a", "provisional"),
        ("p6-b", "489#lift-restrictions", "words"),
        ("p6-c", "489#p6-c", "provisional"),
    ]
    assert found.matched["489#united-in-support"].label == "2."
    assert not found.conflicting
    assert "489#everything-it-needs" in found.missing
    assert "489#lift-restrictions" not in found.missing


def test_the_comparison_says_what_agrees() -> None:
    """The same words are the same, and other words are named."""
    (found,) = DOCUMENT.compare(CORPUS)
    same = {str(p.clause): p.agreement for p in found.paragraphs}
    assert same["489#lift-restrictions"] is Agreement.SAME
    assert same["489#united-in-support"] is Agreement.NOT_HELD
    other = binding(TEXT.replace("defend itself", "feed itself"))
    (different,) = [p for p in other.paragraphs if p.clause == "489#lift-restrictions"]
    assert different.agreement is Agreement.DIFFERENT
    assert different.share is not None
    assert 0.6 <= different.share < 1
    assert "feed instead of defend" in str(different)
    assert "p6-b -> 489#lift-restrictions (words): different; feed instead of defend" in str(other)


def test_what_disagrees_is_conflicting_and_bound_to_nothing() -> None:
    """A label with other opening words, and one clause in two places, are conflicts."""
    found = binding(TEXT.replace("3. Stressing", "3. Doubting"))
    (conflict,) = found.conflicting
    assert (conflict.paragraph.name, conflict.clause) == ("p3", None)
    assert conflict.note == "489#sole-responsibility has this label and opens with 'Stressing'"
    assert "489#sole-responsibility" in found.missing
    twice = binding(TEXT.replace("c. to sweep the platforms", f"c. to {HELD}"))
    assert {p.paragraph.name for p in twice.conflicting} == {"p6-b", "p6-c"}
    both = binding(TEXT.replace("3. Stressing that kettles sing", f"3. Stressing to {HELD}"))
    assert "p3" in {p.paragraph.name for p in both.conflicting}


REFUSED = {
    "another kind": (TEXT.replace("DECLARATION 489", "RESOLUTION 489"),
                     "conflicting: the release has declaration 489"),
    "another title": (TEXT.replace("STANDING WITH UKRAINE UNTIL VICTORY", "SWEEPING PLATFORMS"),
                      "conflicting: the title of 489 is 'Standing with Ukraine until Victory'"),
    "another number": (TEXT.replace("489*", "999*"), "no text with the number 999"),
    "a draft": (TEXT.replace("DECLARATION 489", "DRAFT DECLARATION 489"), "it is a draft"),
    "nothing": (TEXT.partition("The Assembly")[1] + TEXT.partition("The Assembly")[2],
                "it has neither a number nor a title"),
    "no year": ("DECLARATION on\nSTANDING WITH UKRAINE UNTIL VICTORY\nThe Assembly,\n1. Noting x;",
                "the title is that of 489, but the document does not say the year"),
    "another year": (f"DECLARATION on\n{TITLE}\n3 May 2005, Paris\nThe Assembly,\n1. Noting x;",
                     "the release has no text with this title and year"),
}  # fmt: skip


@pytest.mark.parametrize("case", REFUSED)
def test_a_text_that_is_none_of_the_release_is_bound_to_none(case: str) -> None:
    """Kind, number, title and year must not disagree, and a draft is not an adopted text."""
    text, reason = REFUSED[case]
    found = binding(text)
    assert found.bound_to is None
    assert reason in found.reason
    assert not found.paragraphs
    with pytest.raises(NotFoundError, match="no text of the release in the document"):
        CORPUS.with_documents(natopa.read(text.encode()))


def test_a_text_without_a_number_is_bound_by_title_and_year() -> None:
    """The year may stand in the note of adoption or in the heading."""
    found = binding(TEXT.replace("DECLARATION 489*", "DECLARATION"))
    assert (found.bound_to, found.reason) == ("489", "by title and year")


def test_a_french_text_is_bound_by_its_labels() -> None:
    """The two languages have the same numbers; the opening words are not compared."""
    french = plain(FRENCH).replace("901", "489")
    (document,) = [natopa.read(french.encode())]
    (found,) = document.compare(CORPUS)
    assert found.bound_to == "489"
    assert found.paragraphs[1].clause == "489#united-in-support"
    full = CORPUS.with_documents(document, DOCUMENT)
    languages = [w.language for w in full.clause("489#united-in-support").wordings]
    assert languages == ["fr", "en"]


@pytest.mark.slow
def test_a_corpus_with_documents_is_a_new_one() -> None:
    """The words are there, with their source, and the release is as it was."""
    before = natopa.load("2026.3")
    full = before.with_documents(DOCUMENT)
    assert before == natopa.load("2026.3")
    assert full != before
    wording = full.clause("489#united-in-support").wordings[-1]
    assert wording.text == "United in the making of blankets;"
    assert (wording.fidelity, wording.language) == (Fidelity.QUOTED, "en")
    source = wording.citation.source
    assert (source.id, source.url) == (f"document-{DOCUMENT.digest[7:19]}", DOCUMENT.digest)
    assert source.kind is SourceKind.DOCUMENT
    assert source in full.sources()
    assert wording.citation.locator == "paragraph 2."
    clause = full.clause("489#p6-a")
    assert (clause.label, clause.role, clause.opening) == ("a.", Role.OPERATIVE, "to light")
    assert full.text_of(clause).id == "489"
    order = [str(clause.id) for clause in full.text(489).clauses]
    assert order.index("489#p5") == order.index("489#sole-responsibility") + 1
    assert len(full) == len(before) + 5
    assert set(full) - set(before) == {
        "489#p5", "489#p6", "489#p6-a", "489#p6-c", f"document-{DOCUMENT.digest[7:19]}",
    }  # fmt: skip


def test_a_release_with_documents_says_so() -> None:
    """Version and title tell it from the release, it has no digest, and twice is once."""
    full = CORPUS.with_documents(DOCUMENT)
    assert full.release.version == "2026.3+documents"
    assert full.release.title.endswith("not for redistribution")
    assert full.release.digest == ""
    assert full.with_documents(DOCUMENT) == full
    assert CORPUS.with_documents(DOCUMENT, DOCUMENT) == full
    again = full.with_documents(natopa.read(another_489()))
    assert again.release == full.release
    assert len(again.clause("489#p5").wordings) == 2


def another_489() -> bytes:
    """Return another document of the same text."""
    return TEXT.replace("Hoping for", "Hoping again for").encode()


def test_words_are_official_only_where_the_user_says_so() -> None:
    """The fidelity of the document is that of its wordings."""
    official = natopa.read(TEXT.encode(), fidelity="official")
    full = CORPUS.with_documents(official)
    assert full.clause("489#p5").wordings[0].fidelity is Fidelity.OFFICIAL


@pytest.mark.slow
def test_everything_works_on_full_texts() -> None:
    """Locate, search, clauses and diff know the words of the document."""
    full = CORPUS.with_documents(DOCUMENT)
    quotation = full.locate("to light every lamp before dusk")
    assert quotation.outcome == "exact"
    assert quotation.passages[0].ref == "489#p6-a"
    assert CORPUS.locate("to light every lamp before dusk").outcome == "absent"
    assert full.search('"shorter winters"')[0].ref == "489#p5"
    found = natopa.diff(CORPUS, full)
    assert (found.old, found.new) == ("2026.3", "2026.3+documents")
    assert set(found.by_record()) == {"489", f"document-{DOCUMENT.digest[7:19]}"}
    paths = [difference.path for difference in found.differences]
    assert "declarations[489].clauses[489#p5]" in paths
    assert "declarations[489].clauses[489#united-in-support].wordings[0]" in paths


def test_two_documents_of_one_text_are_compared() -> None:
    """Paragraphs are matched by their names, and the words that differ are named."""
    other = natopa.read(TEXT.replace("kettles sing", "kettles hum").encode())
    found = natopa.diff(DOCUMENT.texts[0], other.texts[0])
    assert [str(difference) for difference in found.differences] == ["changed paragraphs[p3].text"]
    assert [(w.old, w.new) for w in found.differences[0].words] == [("sing;", "hum;")]


def test_a_whole_text_is_held_in_full() -> None:
    """Coverage is full where the document leaves no doubt about bounds and end."""
    assert CORPUS.with_documents(DOCUMENT).text(489).coverage is Coverage.PARTIAL
    whole = natopa.read(TEXT.replace("\n5. ", "\n4. Highlighting a;\n5. ").encode())
    assert not whole.texts[0].doubts
    assert CORPUS.with_documents(whole).text(489).coverage is Coverage.FULL


def test_documents_are_values() -> None:
    """They are frozen, hashable and picklable, and their repr and JSON can be read."""
    assert hash(DOCUMENT) == hash(natopa.read(TEXT.encode(), name="489.txt"))
    assert pickle.loads(pickle.dumps(DOCUMENT)) == copy.deepcopy(DOCUMENT) == DOCUMENT
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        DOCUMENT.pages = 2  # type: ignore[misc]
    assert repr(DOCUMENT).startswith("Document(digest='sha256:")
    assert '"label": "2."' in natopa.to_json(DOCUMENT)
    assert DOCUMENT.texts[0].paragraph("p6-a") is DOCUMENT.texts[0].paragraphs[5]
    assert DOCUMENT.texts[0].paragraph("2.").name == "p2"
    with pytest.raises(NotFoundError, match="no paragraph of declaration 489"):
        DOCUMENT.texts[0].paragraph("p99")
    assert all(p.basis in set(BindingBasis) for p in DOCUMENT.compare(CORPUS)[0].paragraphs)


# Paragraphs one by one: a small release, and documents that are made by hand.

LIFT = "to lift some limits on the use of heavy weapons by day"
CLAUSES: list[dict[str, Any]] = [
    {"id": "489#lift", "label": "14.", "opening": "Urges"},
    {"id": "489#4", "label": "4."},
    {"id": "489#7-a", "label": "(a)", "opening": "to light"},
    {"id": "489#recall", "label": "5.", "opening": "Recalling"},
    {"id": "489#sing", "label": "6.", "opening": "Hoping"},
]
WORDINGS: dict[str, list[tuple[str, str, str]]] = {
    "489#lift": [("...", "en", "quoted"), (LIFT, "en", "quoted")],
    "489#recall": [("que les lampes brillent toute la nuit", "fr", "translated"),
                   ("that lamps shine all the night through", "en", "reported")],
    "489#sing": [("that all kettles sing before the dawn breaks", "en", "official")],
}  # fmt: skip
"""The words of some clauses: text, language and fidelity."""


def small_corpus(**keys: Any) -> natopa.Corpus:
    """Return the small release with these clauses, and other keys of its declaration."""
    files: dict[str, Any] = documents()
    (text,) = files["declarations/489.json"]
    for key in ("amendments", "editions", "votes"):
        del text[key]
    files["statements/ada.json"][0]["about"] = ["489"]
    files["claims/press.json"][0]["about"] = ["489"]
    text["relations"][0]["target"] = "490"
    del files["manifest.json"]["changes"]
    cited = {"citations": [{"source": "press"}], "seen": "whole"}
    text["clauses"] = [
        {"role": "unknown", "summary": "It is invented."} | clause | cited
        | ({"wordings": [
            {"text": words, "language": language, "fidelity": fidelity,
             "citation": {"source": "press"}}
            for words, language, fidelity in WORDINGS[clause["id"]]]}
           if clause["id"] in WORDINGS else {})
        for clause in CLAUSES
    ]  # fmt: skip
    text.update(keys)
    return corpus_of(files)


SMALL = small_corpus()


def paragraph(name: str, label: str | None, opening: str | None, text: str) -> model.Paragraph:
    """Return a paragraph of a document."""
    return model.Paragraph(name=name, label=label, role=Role.OPERATIVE, level=1, opening=opening,
                           text=text, page=1)  # fmt: skip


def document_of(*paragraphs: model.Paragraph, **keys: Any) -> natopa.Document:
    """Return a document of Declaration 489 with these paragraphs."""
    heading = {"kind": model.TextKind.DECLARATION, "number": 489, "title": "Standing"}
    text = model.DocumentText(**{"language": "en", "paragraphs": paragraphs, **heading, **keys})
    return natopa.Document(
        digest=f"sha256:{'0' * 64}", name="x.txt", format=model.DocumentFormat.TEXT, pages=1,
        fidelity=Fidelity.QUOTED, texts=(text,),
    )  # fmt: skip


def told(*paragraphs: model.Paragraph, **keys: Any) -> list[tuple[str | None, str, str | None]]:
    """Return what each paragraph is bound to in the small release, how, and the note."""
    (found,) = SMALL.bindings(document_of(*paragraphs, **keys))
    return [(p.clause, f"{p.basis}, {p.agreement}", p.note) for p in found.paragraphs]


OTHER_WORDS = "few of the words that the release holds"
PARAGRAPHS: dict[str, tuple[tuple[str, str | None, str | None, str], Any]] = {
    "label, opening and words": (
        ("p14", "14.", "URGES", f"URGES all {LIFT};"), ("489#lift", "label, same", None)),
    "other words": (
        ("p14", "14.", "URGES", "URGES all to sweep the platforms at noon;"),
        ("489#lift", "label, different", OTHER_WORDS)),
    "another word": (
        ("p14", "14.", "URGES", f"URGES all {LIFT};".replace("some", "all")),
        ("489#lift", "label, different", "all instead of some")),
    "words fewer and more": (
        ("p14", "14.", "URGES", f"URGES {LIFT}".replace("some ", "").replace("the", "the very")),
        ("489#lift", "label, different",
         "(nothing) instead of some; very instead of (nothing)")),
    "another opening": (
        ("p14", "14.", "Doubting", "Doubting that all is well;"),
        (None, "conflicting, not-held", "489#lift has this label and opens with 'Urges'")),
    "no opening": (
        ("p14", "14.", None, "All is well;"),
        (None, "conflicting, not-held", "489#lift has this label and opens with 'Urges'")),
    "the words at another label": (
        ("p9", "9.", "CALLS", f"CALLS on all {LIFT};"), ("489#lift", "words, same", None)),
    "nearly the words at another label": (
        ("p9", "9.", "CALLS", f"CALLS on all {LIFT};".replace("some", "all")),
        ("489#lift", "words, different", "all instead of some")),
    "the label of one and the words of another": (
        ("p14", "14.", "URGES", "URGES that all kettles sing before the dawn breaks;"),
        (None, "conflicting, not-held", "489#lift and 489#sing both fit")),
    "a clause without an opening": (
        ("p4", "4.", "Noting", "Noting that it rains;"),
        ("489#p4", "provisional, not-held", "489#4 has this label, and no opening words")),
    "an item": (
        ("p7-a", "a.", "to light", "to light the lamps;"), ("489#7-a", "label, not-held", None)),
    "an item of another paragraph": (
        ("p8-a", "a.", "to light", "to light the lamps;"),
        ("489#p8-a", "provisional, not-held", None)),
    "no label": (
        ("p14", None, "URGES", "URGES all to sleep;"),
        ("489#p14", "provisional, not-held", None)),
    "words that are reported": (
        ("p9", "9.", "Noting", "Noting that lamps shine all the night through;"),
        ("489#p9", "provisional, not-held", None)),
    "words in another language": (
        ("p9", "9.", "Noting", "Noting que les lampes brillent toute la nuit;"),
        ("489#p9", "provisional, not-held", None)),
    "a label and words that are reported": (
        ("p5", "5.", "Recalling", "Recalling that lamps shine all the night through;"),
        ("489#recall", "label, not-held", None)),
}  # fmt: skip


@pytest.mark.parametrize(("given", "expected"), PARAGRAPHS.values(), ids=PARAGRAPHS)
def test_what_one_paragraph_is(
    given: tuple[str, str | None, str | None, str], expected: tuple[str | None, str, str | None]
) -> None:
    """A label counts with its opening words, words by themselves; each note says what differs."""
    assert told(paragraph(*given)) == [expected]


OPENINGS: list[tuple[str, str, bool]] = [
    ("Urges", "URGES", True),
    ("Urges", "URGES member governments", True),
    ("Urges all", "URGES", True),
    ("Urges all", "URGES some", False),
    ("urge", "URGES", True),
    ("urge", "URGES all", True),
    ("urge all", "URGES all", False),
    ("urge", "CALLS", False),
    ("all", "Further alls", False),
]


@pytest.mark.parametrize(("held", "printed", "same"), OPENINGS)
def test_opening_words_are_compared_as_far_as_both_go(
    held: str, printed: str, *, same: bool
) -> None:
    """The shorter may be the beginning of the longer; a verb may be held in its plain form."""
    clause = {"id": "489#4", "label": "4.", "opening": held, "role": "unknown", "summary": "S.",
              "citations": [{"source": "press"}], "seen": "whole"}  # fmt: skip
    (found,) = small_corpus(clauses=[clause]).bindings(
        document_of(paragraph("p4", "4.", printed, f"{printed} the rain;"))
    )
    assert [p.clause for p in found.paragraphs] == ["489#4" if same else None]


def test_what_fits_two_paragraphs_is_bound_to_neither() -> None:
    """Each says so; a conflict of another kind keeps its own note, and provisional ids stay."""
    twice = f"URGES all {LIFT};"
    assert told(
        paragraph("p14", "14.", "URGES", twice),
        paragraph("p15", "15.", "URGES", twice),
        paragraph("p5", "5.", "Doubting", "Doubting it;"),
        paragraph("p6", "6.", "Doubting", "Doubting it;"),
        paragraph("p16", "16.", "Noting", "Noting the rain;"),
    ) == [
        (None, "conflicting, not-held", "489#lift fits another paragraph too"),
        (None, "conflicting, not-held", "489#lift fits another paragraph too"),
        (None, "conflicting, not-held", "489#recall has this label and opens with 'Recalling'"),
        (None, "conflicting, not-held", "489#sing has this label and opens with 'Hoping'"),
        ("489#p16", "provisional, not-held", None),
    ]


def test_a_clause_is_where_its_words_agree_most() -> None:
    """What comes near it elsewhere is another paragraph."""
    near = f"CALLS on all {LIFT};".replace("some", "all").replace("day", "night")
    assert told(
        paragraph("p9", "9.", "CALLS", near),
        paragraph("p10", "10.", "CALLS", f"CALLS on all {LIFT};".replace("some", "all")),
    ) == [
        ("489#p9", "provisional, not-held", None),
        ("489#lift", "words, different", "all instead of some"),
    ]


def test_what_is_missing_and_how_much_agrees() -> None:
    """The clauses that no paragraph is, in their order, and the share of the words."""
    words = f"URGES all {LIFT};".replace("some", "all")
    (found,) = SMALL.bindings(
        document_of(
            paragraph("p14", "14.", "URGES", words),
            paragraph("p6", "6.", "Hoping", "Hoping that all kettles sing before the dawn breaks"),
        )
    )
    assert found.missing == ("489#4", "489#7-a", "489#recall")
    assert [p.share for p in found.paragraphs] == [11 / 12, 1.0]


@pytest.mark.parametrize(
    ("number", "clause"), [("2000 2001", "489#sing"), ("2000 2001 2002", "489#p9")]
)
def test_a_wording_needs_three_words_in_five(number: str, clause: str) -> None:
    """The limit itself is within the limit: what differs here is nothing but a number."""
    held = {"id": "489#sing", "role": "unknown", "summary": "S.", "seen": "whole",
            "citations": [{"source": "press"}],
            "wordings": [{"text": "that 2000 kettles sing", "language": "en", "fidelity": "quoted",
                          "citation": {"source": "press"}}]}  # fmt: skip
    (found,) = small_corpus(clauses=[held]).bindings(
        document_of(paragraph("p9", "9.", "Noting", f"Noting that {number} kettles sing;"))
    )
    assert [p.clause for p in found.paragraphs] == [clause]


def test_a_french_text_is_compared_with_french_words_alone() -> None:
    """Its opening words are not those of an English clause."""
    french = "Rappelant que les lampes brillent toute la nuit;"
    assert told(
        paragraph("p5", "5.", "Rappelant", french),
        paragraph("p14", "14.", "DEMANDE", f"DEMANDE {LIFT}"),
        language="fr",
    ) == [("489#recall", "label, same", None), ("489#lift", "label, not-held", None)]


TITLES: dict[str, tuple[dict[str, Any], dict[str, Any], str | None, str]] = {
    "half of the words": (
        {"title": "Standing with all lamps"}, {"title": "STANDING WITH NO KETTLES"},
        "489", "by number and kind"),
    "fewer than half": (
        {"title": "Standing with lamps"}, {"title": "STANDING FOR KETTLES"},
        None, "conflicting: the title of 489 is 'Standing with lamps'"),
    "another language": (
        {"title": "Standing with lamps"}, {"title": "DES BOUILLOIRES", "language": "fr"},
        "489", "by number and kind"),
    "no kind": ({}, {"kind": None}, "489", "by number and kind"),
    "another kind": ({}, {"kind": model.TextKind.RESOLUTION},
                     None, "conflicting: the release has declaration 489"),
    "a number that is not there": (
        {}, {"number": 7}, None, "the release has no text with the number 7"),
    "a draft": ({}, {"is_draft": True},
                None, "it is a draft, and the release holds adopted texts"),
    "nothing": ({}, {"number": None, "title": None},
                None, "it has neither a number nor a title"),
    "a title and a year": (
        {}, {"number": None, "adopted": natopa.PartialDate(2024)}, "489", "by title and year"),
    "a title in another language": (
        {}, {"number": None, "title": "СТОЇМО", "adopted": natopa.PartialDate(2024)},
        "489", "by title and year"),
    "a title and a code": (
        {}, {"number": None, "code": "199 SESA 24 E"}, "489", "by title and year"),
    "a title and the code of another year": (
        {}, {"number": None, "code": "199 SESA 23 E"},
        None, "the release has no text with this title and year"),
    "a title and a code without a year": (
        {}, {"number": None, "code": "199 SESA E"},
        None, "the title is that of 489, but the document does not say the year"),
    "a title alone": (
        {}, {"number": None},
        None, "the title is that of 489, but the document does not say the year"),
    "a title of no text": (
        {}, {"number": None, "title": "KETTLES"},
        None, "the release has no text with this title and year"),
    "a title and another kind": (
        {}, {"number": None, "kind": model.TextKind.RESOLUTION,
             "adopted": natopa.PartialDate(2024)},
        None, "the release has no text with this title and year"),
}  # fmt: skip


@pytest.mark.parametrize(("held", "given", "text", "reason"), TITLES.values(), ids=TITLES)
def test_which_text_it_is_and_why(
    held: dict[str, Any], given: dict[str, Any], text: str | None, reason: str
) -> None:
    """By number and kind, where the titles do not disagree, or else by title and year."""
    corpus = small_corpus(**held) if held else SMALL
    (found,) = corpus.bindings(document_of(**given))
    assert (found.bound_to, found.reason) == (text, reason)


def test_a_title_that_two_texts_have_is_told_apart_by_kind_and_year() -> None:
    """Without a year both are named."""
    files: dict[str, Any] = documents()
    files["resolutions/490.json"][0]["title"] = "Standing"
    corpus = corpus_of(files)
    (found,) = corpus.bindings(document_of(number=None, kind=None))
    assert found.reason == (
        "the title is that of 489 or 490, but the document does not say the year"
    )
    session = {"session": "2024-spring"}
    files["resolutions/490.json"][0] |= session
    year = {"number": None, "adopted": natopa.PartialDate(2024)}
    for kind, text in (("declaration", "489"), ("resolution", "490"), (None, "489")):
        given = None if kind is None else model.TextKind(kind)
        (found,) = corpus_of(files).bindings(document_of(kind=given, **year))
        assert (found.bound_to, found.reason) == (text, "by title and year")


@pytest.mark.parametrize("place", ["title", "titles", "editions"])
def test_words_of_a_title_are_not_those_of_a_paragraph(place: str) -> None:
    """A wording may be a title too; it is looked for in the paragraphs alone."""
    words = "that all kettles sing before the dawn breaks"
    titled = {"text": words, "language": "en", "fidelity": "quoted",
              "citation": {"source": "press"}}  # fmt: skip
    places: dict[str, dict[str, Any]] = {
        "title": {"title": words},
        "titles": {"titles": [titled]},
        "editions": {"editions": [{"name": "draft", "title": words,
                                   "citations": [{"source": "press"}]}]},
    }  # fmt: skip
    (found,) = small_corpus(**places[place]).bindings(
        document_of(
            paragraph("p9", "9.", "Noting", f"Noting {words.replace('all', 'no')};"), title=None
        )
    )
    assert [(p.clause, p.note) for p in found.paragraphs] == [("489#sing", "no instead of all")]


# What a document becomes in a corpus.


def ids(corpus: natopa.Corpus) -> list[str]:
    """Return the clauses of Declaration 489, in order."""
    return [str(clause.id).removeprefix("489#") for clause in corpus.declaration(489).clauses]


def test_new_clauses_stand_after_the_paragraph_before_them() -> None:
    """Those before the first that is known come first of all."""
    full = SMALL.with_documents(
        document_of(
            paragraph("p1", "1.", "Noting", "Noting one;"),
            paragraph("p2", "2.", "Noting", "Noting two;"),
            paragraph("p14", "14.", "URGES", f"URGES {LIFT};"),
            paragraph("p15", "15.", "CALLS", "CALLS on three;"),
            paragraph("p16", None, "CALLS", "CALLS on four;"),
        )
    )
    assert ids(full) == ["p1", "p2", "lift", "p15", "p16", "4", "7-a", "recall", "sing"]
    assert [wording.text for wording in full.clause("489#lift").wordings] == [
        "...", LIFT, f"URGES {LIFT};",
    ]  # fmt: skip
    assert full.clause("489#p15").summary == "Paragraph 15. of the user's own document."
    assert full.clause("489#p16").summary == "Paragraph p16 of the user's own document."


def test_a_table_has_the_words_of_documents_where_they_are_asked_for() -> None:
    """They are not for redistribution, so they are left out of what is exported."""
    full = SMALL.with_documents(document_of(paragraph("p15", "15.", "CALLS", "CALLS on three;")))
    words = [full.table("wordings", documents=asked).to_dict()["text"] for asked in (False, True)]
    assert "CALLS on three;" not in words[0]
    assert "CALLS on three;" in words[1]
    assert full.table("wordings").to_dict()["text"] == words[0]


def test_a_conflict_gets_a_clause_of_its_own() -> None:
    """Its words are there, and the clause of the release is as it was."""
    full = SMALL.with_documents(
        document_of(paragraph("p14", "14.", "Doubting", "Doubting that all is well;"))
    )
    assert ids(full) == ["p14", "lift", "4", "7-a", "recall", "sing"]
    assert full.clause("489#lift") == SMALL.clause("489#lift")


def test_the_source_of_a_document() -> None:
    """Its language and code are those of all of its texts; a page is named among several."""
    document = document_of(
        paragraph("p15", "15.", "CALLS", "CALLS on three;"),
        paragraph("p16", None, "CALLS", "CALLS on four;"),
        code="199 SESA 24 E",
    )
    source = model.Source(
        id=model.SourceId("document-000000000000"),
        publisher="The user's own document",
        kind=SourceKind.DOCUMENT,
        url=document.digest,
        title="x.txt",
        language="en",
        code="199 SESA 24 E",
        note="Words from it are not for redistribution.",
    )
    full = SMALL.with_documents(document)
    assert full.source(source.id) == source
    assert cited(full) == ["paragraph 15.", "p16"]
    (text,) = document.texts
    others = attrs.evolve(
        document,
        name="",
        pages=2,
        texts=(text, attrs.evolve(text, number=7, language="fr", code=None)),
    )
    full = SMALL.with_documents(others)
    assert full.source(source.id) == attrs.evolve(source, title=None, language=None, code=None)
    assert cited(full) == ["paragraph 15., page 1", "p16, page 1"]


def cited(corpus: natopa.Corpus) -> list[str | None]:
    """Return where in a document the words of two clauses stand."""
    clauses = [corpus.clause(f"489#{name}") for name in ("p15", "p16")]
    return [clause.wordings[0].citation.locator for clause in clauses]


def test_a_document_that_is_there_already_does_not_keep_out_the_next() -> None:
    """Its words are taken once, and those of the other are added."""
    one = document_of(paragraph("p15", "15.", "CALLS", "CALLS on three;"))
    other = attrs.evolve(one, digest=f"sha256:{'1' * 64}")
    full = SMALL.with_documents(one).with_documents(one, other)
    assert len(full.clause("489#p15").wordings) == 2


def test_a_document_of_no_text_is_refused_with_every_reason() -> None:
    """In the order of its texts, each once; a document without a name goes by its digest."""
    document = document_of(number=7)
    (text,) = document.texts
    texts = (text, attrs.evolve(text, is_draft=True), text)
    for name, printed in (("x.txt", "x.txt"), ("", f"{document.digest[:57]}...")):
        with pytest.raises(NotFoundError) as caught:
            SMALL.with_documents(attrs.evolve(document, name=name, texts=texts))
        assert str(caught.value) == (
            f"no text of the release in the document '{printed}';"
            " declaration 7: Standing: the release has no text with the number 7;"
            " draft declaration 7: Standing: it is a draft, and the release holds adopted texts"
        )


DOUBTS: dict[str, tuple[str | None, str | None, str, str]] = {
    "none": (None, None, "whole", "full"),
    "the end of the last": ("ending", "p16", "cut-off", "partial"),
    "the end of another": ("ending", "p15", "whole", "full"),
    "a number": ("number", "p15", "whole", "partial"),
    "where paragraphs begin": ("segmentation", None, "whole", "partial"),
    "lines left out": ("left-out", None, "whole", "partial"),
    "a hyphen in the last": ("hyphen", "p16", "whole", "full"),
}


@pytest.mark.parametrize(("kind", "at", "seen", "coverage"), DOUBTS.values(), ids=DOUBTS)
def test_what_is_in_doubt_is_not_held_in_full(
    kind: str | None, at: str | None, seen: str, coverage: str
) -> None:
    """A text may break off in its last paragraph, and nowhere else."""
    doubts = () if kind is None else (
        model.Doubt(kind=model.DoubtKind(kind), what="It is in doubt.", at=at),
    )  # fmt: skip
    document = document_of(
        paragraph("p15", "15.", "CALLS", "CALLS on three;"),
        paragraph("p16", "16.", "CALLS", "CALLS on four;"),
        doubts=doubts,
    )
    full = SMALL.with_documents(document)
    assert full.declaration(489).coverage == coverage
    assert [full.clause(f"489#{name}").seen for name in ("p15", "p16")] == ["whole", seen]
    whole = small_corpus(coverage="full").with_documents(document)
    assert whole.declaration(489).coverage is Coverage.FULL


def test_a_conflict_is_not_held_in_full() -> None:
    """Nobody knows whose words they are."""
    full = SMALL.with_documents(document_of(paragraph("p14", "14.", "Doubting", "Doubting it;")))
    assert full.declaration(489).coverage is Coverage.PARTIAL


def test_a_release_of_format_1_does_not_say_how_much_was_seen() -> None:
    """Its files have no place for that."""
    assert natopa.load("2026.1").release.format == 1
    assert natopa.load("2026.1").with_documents(DOCUMENT).clause("489#p5").seen is None


@pytest.mark.slow
def test_the_command_reads_documents(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """`natopa read` shows what was found, `--compare` what agrees, `--with` adds the words."""
    file = tmp_path / "489.txt"
    file.write_text(TEXT, encoding="utf-8")
    assert main(["read", str(file)]) == 0
    shown = capsys.readouterr().out
    assert "\n  Declaration 489: STANDING WITH UKRAINE UNTIL VICTORY\n" in shown
    assert "\n      - number at p3, page 1: 4. not seen before 5.\n" in shown
    assert max(map(len, shown.splitlines())) <= 80
    assert main(["read", str(file), "--json"]) == 0
    assert '"record": "document"' in capsys.readouterr().out
    assert main(["read", str(file), "--compare", "--release", "2026.3"]) == 0
    assert "p5 -> 489#p5 (provisional)" in capsys.readouterr().out
    with_file = ["--with", str(file), "--release", "2026.3"]
    assert main(["locate", "to light every lamp before dusk", *with_file]) == 0
    assert "489#p6-a" in capsys.readouterr().out
    assert main(["show", "489#p6-a", *with_file]) == 0
    assert "to light every lamp before dusk" in capsys.readouterr().out
    article = tmp_path / "article.txt"
    article.write_text('It says: "to light every lamp before dusk".', encoding="utf-8")
    assert main(["check", str(article), *with_file]) == 0
    assert "489#p6-a" in capsys.readouterr().out
    assert main(["check", str(article), "--release", "2026.3"]) == 1
    capsys.readouterr()
    assert main(["read", str(file), "--compare", "--json", "--release", "2026.3"]) == 0
    assert '"bound_to": "489"' in capsys.readouterr().out
    assert main(["read", str(tmp_path / "none.pdf")]) == 2
    assert "expected a file, found none" in capsys.readouterr().err
