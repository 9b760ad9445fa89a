"""Documents are bound to the ids of a release, and make a corpus that has their words."""

from __future__ import annotations

import copy
import pickle
from pathlib import Path
from typing import TYPE_CHECKING

import attrs
import pytest

import natopa_declarations as natopa
from natopa_declarations.__main__ import main
from natopa_declarations.errors import NotFoundError
from natopa_declarations.model import Agreement, BindingBasis, Coverage, Fidelity, Role, SourceKind
from tests.documents.invented import FRENCH
from tests.documents.layouts import plain

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


@pytest.mark.slow
def test_the_command_reads_documents(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """`natopa read` shows what was found, `--compare` what agrees, `--with` adds the words."""
    file = tmp_path / "489.txt"
    file.write_text(TEXT, encoding="utf-8")
    assert main(["read", str(file)]) == 0
    shown = capsys.readouterr().out
    assert "\nDECLARATION 489: STANDING WITH UKRAINE UNTIL VICTORY\n" in shown
    assert "\n    - number (p3, page 1): 4. not seen before 5.\n" in shown
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
