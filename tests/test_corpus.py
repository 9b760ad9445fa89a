"""Lookups and collections."""

from __future__ import annotations

import copy
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, get_args

import attrs
import pytest

import natopa_declarations as natopa
from natopa_declarations import errors, model
from natopa_declarations._codec.kinds import BY_CLASS, BY_FOLDER, KINDS, Kind
from natopa_declarations._corpus.literals import Record
from natopa_declarations._corpus.names import suggestions
from natopa_declarations.model.value import Value

from . import small_release
from .test_compare import corpus_of

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

CORPUS = natopa.load("2026.1")
SMALL = corpus_of(small_release.documents())


def test_every_record_answers_to_its_id() -> None:
    """Whatever has an id is found by it, as the very object that the others hold."""
    for identifier, record in CORPUS._index.items():
        assert CORPUS.resolve(identifier) is record
        assert CORPUS.find(identifier) is record
    for clause in CORPUS.clauses():
        assert CORPUS.clause(clause.id) is clause
    declaration = CORPUS.declaration(489)
    assert CORPUS.declaration("489") is CORPUS.text(489) is declaration
    assert CORPUS.session(declaration.session.id) is declaration.session
    assert CORPUS.resolve("489@draft") is declaration.edition("draft")


def test_collections_are_in_document_order() -> None:
    """Texts by number, clauses as in their texts."""
    assert [text.number for text in CORPUS.texts()] == [489, 490]
    assert CORPUS.clauses() == CORPUS.declaration(489).clauses + CORPUS.declaration(490).clauses
    assert CORPUS.resolutions() == ()
    assert repr(CORPUS).startswith("<Corpus 2026.1: topics ")


def test_unknown_is_an_error_with_suggestions() -> None:
    """Nothing near is given in place of what was asked for."""
    with pytest.raises(natopa.NotFoundError) as caught:
        CORPUS.clause("489#lift-restriction")
    assert caught.value.kind == "clause"
    assert caught.value.value == "489#lift-restriction"
    assert caught.value.suggestions[0] == "489#lift-restrictions"
    with pytest.raises(KeyError, match="did you mean 'yehor-chernyev'"):
        CORPUS.person("Chernyew")
    with pytest.raises(natopa.NotFoundError, match=r"no adopted text '12'$"):
        CORPUS.text(12)


def test_the_wrong_kind_is_said() -> None:
    """An id of another kind is not an unknown id."""
    with pytest.raises(natopa.NotFoundError, match="489 is a declaration, not a resolution"):
        CORPUS.resolution(489)
    with pytest.raises(natopa.NotFoundError, match="is a person, not a source"):
        CORPUS.source("michal-szczerba")


def test_references_that_lead_nowhere() -> None:
    """Editions, parts and grammar each have their own error."""
    with pytest.raises(natopa.NotFoundError, match="edition of 489 'third'"):
        CORPUS.resolve("489@third")
    with pytest.raises(natopa.NotFoundError, match="no record '489#nowhere'"):
        CORPUS.resolve("489#nowhere")
    with pytest.raises(errors.InvalidReferenceError):
        CORPUS.resolve("489##")


LOOKUPS: list[Callable[[Any], object]] = [
    *[getattr(CORPUS, kind.method) for kind in KINDS
      if kind.name not in {"declaration", "resolution", "gap"}],
    CORPUS.resolve, CORPUS.search, CORPUS.locate, CORPUS.text_of,
    CORPUS.declaration(489).edition("draft").has,
    natopa.Reference.parse, natopa.PartialDate.parse, natopa.release_files,
    lambda digest: natopa.load("2026.1", digest=digest),
    lambda kind: CORPUS.search("air", kind=kind),
    lambda session: CORPUS.search("air", session=session),
]  # fmt: skip


def str_of(value: object) -> str:
    """Return a short name for a value, which may be a number too long to be printed."""
    return "huge" if value == 10**5000 else repr(value)[:12]


NUMBERED = [CORPUS.declaration, CORPUS.resolution, CORPUS.text, CORPUS.gap, CORPUS.find]
NO_TEXTS: list[Any] = [None, 2024.5, 489.0, True, b"489", [], ("489",), {}, CORPUS]


@pytest.mark.slow
@pytest.mark.parametrize("value", [489, 10**5000, *NO_TEXTS[1:]], ids=str_of)
@pytest.mark.parametrize("look_up", LOOKUPS)
def test_what_is_no_text_is_a_type_error(look_up: Callable[[Any], object], value: object) -> None:
    """The error says what was to be given, and not where it broke inside."""
    with pytest.raises(TypeError, match=r"^expected .+ as a str, found "):
        look_up(value)


@pytest.mark.parametrize("value", NO_TEXTS, ids=repr)
@pytest.mark.parametrize("look_up", NUMBERED)
def test_what_is_neither_number_nor_text_is_a_type_error(
    look_up: Callable[[Any], object], value: object
) -> None:
    """A float is not a number of the series, even where it is whole; nor is True."""
    with pytest.raises(TypeError, match=r"^expected .+ as an int or a str, found "):
        look_up(value)


class Number:
    """A whole number of another library: it is told by `__index__`, and by nothing else."""

    def __init__(self, value: int) -> None:
        self.value = value

    def __index__(self) -> int:
        return self.value


def test_numbers_of_other_libraries_are_numbers() -> None:
    """Whatever has `__index__` is a number, in lookups, filters and limits."""
    text = CORPUS.declaration(489)
    assert CORPUS.declaration(Number(489)) is CORPUS.text(Number(489)) is text
    assert CORPUS.find(489) is CORPUS.find(Number(489)) is text
    assert CORPUS.texts(number_from=Number(489), number_to=Number(489), year=Number(2024)) == (
        text,
    )
    assert CORPUS.clauses(text=Number(489)) == text.clauses
    assert CORPUS.statements(about=Number(489)) == CORPUS.statements(about=489)
    assert len(CORPUS.search("air", limit=Number(1))) == 1


@pytest.mark.parametrize("number", [10**9, 10**5000, -(10**5000)], ids=["10", "5001", "negative"])
@pytest.mark.parametrize("look_up", NUMBERED)
def test_a_number_of_too_many_digits_is_not_found(
    look_up: Callable[[Any], object], number: int
) -> None:
    """Python refuses to print it; nothing has it, and that is the error."""
    with pytest.raises(natopa.NotFoundError, match="a number of more than 9 digits"):
        look_up(number)


def test_lookups_take_exact_titles_and_names() -> None:
    """What the filters take, the lookups take; case and diacritics do not matter."""
    catalogue = natopa.load("2026.2")
    declaration = catalogue.declaration(489)
    assert catalogue.declaration("Standing with Ukraine until Victory") is declaration
    assert catalogue.text("STANDING WITH UKRAINE UNTIL VICTORY") is declaration
    assert catalogue.declaration(declaration.titles[0].text) is declaration
    assert catalogue.find("Standing with Ukraine until Victory") is declaration
    assert catalogue.member_state("bg").country == "BG"
    decision = catalogue.session("2024-spring").decisions[0]
    assert catalogue.decision(decision.title) is decision
    source = next(one for one in catalogue.sources() if one.title)
    assert source.title is not None
    assert [one.title for one in catalogue.sources()].count(source.title) > 1 or (
        catalogue.source(source.title) is source
    )


def test_the_title_of_a_source_counts_only_where_nothing_else_has_it(tmp_path: Path) -> None:
    """A press release has the title of its declaration; the declaration is meant."""
    files = small_release.documents()
    sources: Any = files["sources.json"]
    texts: Any = files["declarations/489.json"]
    sources[0]["title"], sources[1]["title"] = texts[0]["title"], "Only Here"
    corpus = natopa.load(small_release.write(tmp_path, files))
    assert corpus.find(texts[0]["title"]) is corpus.declaration(489)
    assert corpus.source(texts[0]["title"]).id == sources[0]["id"]
    assert corpus.find("only here") is corpus.source(sources[1]["id"])


@pytest.mark.slow
@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_every_kind_of_record_has_its_lookup(kind: Kind) -> None:
    """It returns the very object that has the id, and refuses the id of another kind."""
    catalogue = natopa.load("2026.2")
    look_up = getattr(catalogue, kind.method)
    records = [record for record in catalogue.values() if isinstance(record, kind.cls)]
    assert records
    for record in records:
        assert look_up(record.id) is record
    other = "489" if kind.name != "declaration" else "503"
    if kind.name != "gap":
        words = rf"is a .*, not an? {kind.words}: use `corpus"
        with pytest.raises(natopa.NotFoundError, match=words) as caught:
            look_up(other)
        assert caught.value.kind == kind.words


def test_a_lookup_of_another_kind_says_which_to_use() -> None:
    """The error can be pasted."""
    catalogue = natopa.load("2026.2")
    with pytest.raises(natopa.NotFoundError) as caught:
        catalogue.declaration(486)
    assert str(caught.value) == (
        "486 is a resolution, not a declaration: use `corpus.resolution(486)`"
    )
    with pytest.raises(natopa.NotFoundError) as caught:
        catalogue.source("michal-szczerba")
    assert str(caught.value) == (
        "michal-szczerba is a person, not a source: use `corpus.person('michal-szczerba')`"
    )


@pytest.mark.slow
def test_a_missing_number_names_the_gap_that_explains_it() -> None:
    """So does the id of a session that no source gives."""
    catalogue = natopa.load("2026.2")
    for look_up in (catalogue.declaration, catalogue.text, catalogue.find):
        with pytest.raises(
            natopa.NotFoundError, match="; gap-421: No source seen gives"
        ) as caught:
            look_up(421)
        assert caught.value.suggestions[0] in {"420", "419", "422"}
    with pytest.raises(natopa.NotFoundError, match="; gap-347-372: "):
        catalogue.text("372")
    with pytest.raises(natopa.NotFoundError, match="; gap-1955-1992-spring: "):
        catalogue.session("1992-spring")
    assert catalogue.gap(347) is catalogue.gap(372) is catalogue.gap("gap-347-372")
    assert catalogue.gap("1955-spring") is catalogue.gap("1992-spring")
    for number in (346, 373, 1000):
        with pytest.raises(natopa.NotFoundError, match=r"no gap|not a gap"):
            catalogue.gap(number)


def labelled(tmp_path: Path, *labels: str | None) -> natopa.Corpus:
    """Load the small release with clauses ``489#one``, ``489#two``... that have these labels."""
    files = small_release.documents()
    text: Any = files["declarations/489.json"]
    first = {
        "role": "unknown",
        "summary": "It is new.",
        "citations": [{"source": "press"}],
        "seen": "whole",
    }
    names = ["one", "two", "5"]
    text[0]["clauses"] += [
        {"id": f"489#{name}"} | first | ({"label": label} if label else {})
        for name, label in zip(names, labels, strict=False)
    ]
    return natopa.load(small_release.write(tmp_path, files))


def test_a_clause_is_found_by_its_printed_label(tmp_path: Path) -> None:
    """By the id first, and then by the one label of that text."""
    corpus = labelled(tmp_path, "21.", "(a)")
    one, two = corpus.clause("489#one"), corpus.clause("489#two")
    assert corpus.clause("489#21") is corpus.clause("489#21.") is corpus.find("489#21") is one
    assert corpus.clause("489#a") is corpus.clause("489#(a)") is two
    assert corpus.text_of("489#21").id == "489"
    # The keys of the mapping and references are ids alone.
    assert "489#21" not in corpus
    with pytest.raises(natopa.NotFoundError):
        corpus.resolve("489#21")
    for unknown in ("489#22", "489#", "490#21", "21", "#21"):
        with pytest.raises(natopa.NotFoundError, match="no clause"):
            corpus.clause(unknown)


def test_an_id_comes_before_a_label(tmp_path: Path) -> None:
    """Where a clause has the id, the label of another does not matter."""
    corpus = labelled(tmp_path, "5.", None, "7.")
    assert corpus.clause("489#5").label == "7."
    assert corpus.clause("489#7").id == "489#5"


def test_a_label_that_two_clauses_have_is_not_decided(tmp_path: Path) -> None:
    """Items of two lists may both be printed alike."""
    corpus = labelled(tmp_path, "a.", "a)")
    with pytest.raises(natopa.NotFoundError) as caught:
        corpus.clause("489#a")
    assert str(caught.value) == ("'489#a' matches two clauses: '489#one', '489#two'; give an id")


# A mapping of every record and part by its id.


def test_a_corpus_is_a_mapping_of_every_record_and_part() -> None:
    """By canonical id, in document order; a text and each of its clauses are keys."""
    assert isinstance(CORPUS, Mapping)
    assert list(CORPUS) == list(CORPUS._index) == list(CORPUS.keys())
    assert len(CORPUS) == len(set(CORPUS)) > 100
    for key, record in CORPUS.items():
        assert record is CORPUS.get(key) is record
        assert key in CORPUS
    assert CORPUS["489#lift-restrictions"] is CORPUS.clause("489#lift-restrictions")
    assert set(CORPUS.declaration(489).votes) <= set(CORPUS.values())


@pytest.mark.parametrize(
    "key",
    ["489@draft", "Standing with Ukraine until Victory", "Cherniev", "sofia", "489#", "#", "",
     " 489",
     "489 ", "no-such-record", "489#no-such-clause", 489, None, 4.5, True, b"489", (), [], {}],
    ids=repr,
)  # fmt: skip
def test_what_is_not_the_id_of_a_record_is_not_a_key(key: Any) -> None:
    """Editions, names, numbers and malformed keys are absent, and never another error."""
    assert key not in CORPUS
    assert CORPUS.get(key) is None
    assert CORPUS.get(key, "else") == "else"
    with pytest.raises(natopa.NotFoundError) as caught:
        CORPUS[key]
    assert isinstance(caught.value, KeyError)
    assert "\n" not in str(caught.value)


def test_a_corpus_equals_no_dict() -> None:
    """It equals the same release loaded again, and hashes as it does."""
    again = natopa.load("2026.1")
    assert again == CORPUS
    assert hash(again) == hash(CORPUS)
    assert dict(CORPUS) != CORPUS
    assert natopa.load("2026.2") != CORPUS


def test_an_empty_corpus_is_true() -> None:
    """It is a release all the same."""
    release = attrs.evolve(CORPUS.release, files=())
    empty = natopa.Corpus(release, dict.fromkeys(BY_FOLDER, ()), {})
    assert empty
    assert len(empty) == 0
    assert list(empty) == []
    assert empty.texts() == empty.clauses(role="operative") == ()


def test_the_way_back() -> None:
    """From a session to its texts, from a part to its text, and to what is about a record."""
    catalogue = natopa.load("2026.2")
    for session in catalogue.sessions():
        expected = tuple([text for text in catalogue.texts() if text.session is session])
        assert catalogue.texts_of(session) == catalogue.texts_of(session.id) == expected
    for text in catalogue.texts():
        parts: list[Any] = [*text.clauses, *text.amendments, *text.votes]
        for part in parts:
            assert catalogue.text_of(part) is catalogue.text_of(part.id) is text
    for other in ("489", "2024-spring", "2024-spring#no-such-decision"):
        with pytest.raises(natopa.NotFoundError):
            catalogue.text_of(other)


@pytest.mark.slow
def test_what_is_about_a_record_has_it_in_its_references() -> None:
    """Decisions, statements and claims, in this order; a text stands for its parts."""
    catalogue = natopa.load("2026.2")
    decisions = [one for session in catalogue.sessions() for one in session.decisions]
    everything: list[Any] = [*decisions, *catalogue.statements(), *catalogue.claims()]
    asked = {reference for record in everything for reference in record.about}
    assert len(asked) > 10
    for reference in asked:
        assert list(catalogue.about(reference)) == [
            record
            for record in everything
            if any(ref == reference or ref.startswith((f"{reference}#", f"{reference}@"))
                   for ref in record.about)
        ]  # fmt: skip
    text = catalogue.declaration(489)
    assert catalogue.about(489) == catalogue.about("489") == catalogue.about(text) != ()
    with pytest.raises(natopa.NotFoundError):
        catalogue.about("no-such-record")
    with pytest.raises(errors.InvalidFilterError):
        catalogue.about(4.5)  # type: ignore[arg-type]


def test_unknown_releases_name_the_known_ones() -> None:
    """No release is ever put in the place of another."""
    for unknown in ("2026.0", "latest", "", "./folder", "2026.1 "):
        with pytest.raises(natopa.NotFoundError, match=r"the packaged releases are .*2026\.1"):
            natopa.load(unknown)
    with pytest.raises(natopa.NotFoundError, match="pathlib"):
        natopa.load(str(Path("some") / "folder"))
    with pytest.raises(natopa.NotFoundError):
        natopa.release_files("1999.1")


def test_claims_of_one_source() -> None:
    """The filter takes the source or its id; an unknown source is an error."""
    source = CORPUS.source("lb-ua-29512")
    assert CORPUS.claims(source=source) == CORPUS.claims(source="lb-ua-29512")
    assert len(CORPUS.claims()) > len(CORPUS.claims(source=source)) == 31
    assert CORPUS.claims(source="nato-pa-release-489") == ()
    with pytest.raises(natopa.NotFoundError):
        CORPUS.claims(source="lb-ua")


def test_names_that_fit_two_records_are_not_decided() -> None:
    """A name that two records share is an error that names both."""
    catalogue = natopa.load("2026.2")
    met = tuple([session.id for session in catalogue.sessions() if session.city == "Sofia"])
    with pytest.raises(natopa.NotFoundError, match="'sofia' matches two sessions: ") as caught:
        catalogue.session("sofia")
    assert caught.value.suggestions == met
    assert len(met) > 1
    assert CORPUS.session("sofia").id == met[-1]


@pytest.mark.slow
def test_near_numbers_are_suggested_for_a_number() -> None:
    """The nearest number comes first, then what looks alike."""
    with pytest.raises(natopa.NotFoundError) as caught:
        natopa.load("2026.2").declaration(498)
    assert "498 is a resolution, not a declaration" in str(caught.value)
    for unknown, nearest in (("488", "489"), ("347", "346"), ("4890", "490")):
        with pytest.raises(natopa.NotFoundError) as caught:
            natopa.load("2026.2").text(unknown)
        assert caught.value.suggestions[0] == nearest, unknown


@pytest.mark.parametrize(("distance", "found"), [(10, ("990",)), (11, ())])
def test_a_number_is_suggested_up_to_a_distance_of_ten(
    distance: int, found: tuple[str, ...]
) -> None:
    """The limit itself is within the limit."""
    near = str(1000 - distance)
    assert suggestions("1000", {near: near}) == found


def test_a_year_lacks_what_a_run_of_years_lacks() -> None:
    """The first and the last year of a run belong to it, and those around it do not."""
    catalogue = natopa.load("2026.2")
    years = {year.year: [gap.id for gap in year.missing] for year in catalogue.coverage().years}
    for year in (1955, 1970, 1992):
        assert "gap-1955-1992-spring" in years[year]
    assert "gap-1955-1992-spring" not in [*years.get(1954, []), *years[1993]]


def test_the_types_have_the_kinds_of_the_table() -> None:
    """What type checkers read stands apart from the table of kinds, and says the same."""
    assert set(get_args(Record)) == {kind.cls for kind in KINDS}
    assert set(get_args(model.SearchKind)) == {kind.name for kind in KINDS if kind.searched}
    for kind in KINDS:
        assert BY_CLASS[kind.cls.__name__] is kind
        assert not kind.plural or callable(getattr(CORPUS, kind.collection))


# Whole messages.

AS_TEXT = "as a str, found 5"
AS_EITHER = "as an int or a str, found 4.5"
DOCUMENT = "expected a document, which `natopa.read` returns, found 5"
TEXT_OR_CLAUSE = "about: expected a text or clause, its id or number; found"
NONE_READ = "no source read names one"
COVERED = "release small covers up to 31 December 2025"
STATUS = "2024-spring#status"
WRONG: dict[str, tuple[Callable[[natopa.Corpus], object], str]] = {
    "a text for a part": (
        lambda corpus: corpus.text_of("489"),
        "489 is a declaration, not a part of a text: use `corpus.declaration(489)`",
    ),
    "an edition for a part": (
        lambda corpus: corpus.text_of("489@adopted"),
        "no part of a text '489@adopted'",
    ),
    "a decision for a part": (
        lambda corpus: corpus.text_of(STATUS),
        f"{STATUS} is a decision, not a part of a text: use `corpus.decision('{STATUS}')`",
    ),
    "a number for a part": (
        lambda corpus: corpus.text_of(5),  # type: ignore[arg-type]
        f"expected the id of a part of a text {AS_TEXT}",
    ),
    "an amendment for a clause": (
        lambda corpus: corpus.clause("489#amendment"),
        "489#amendment is an amendment, not a clause: use `corpus.amendment('489#amendment')`",
    ),
    "a number for a clause": (
        lambda corpus: corpus.clause(5),  # type: ignore[arg-type]
        f"expected the id of a clause {AS_TEXT}",
    ),
    "a number for a topic": (
        lambda corpus: corpus.topic(5),  # type: ignore[arg-type]
        f"expected the id of a topic {AS_TEXT}",
    ),
    "a number for a key": (
        lambda corpus: corpus[489],
        "no record '489'; a key is text, such as '489', and this is of type int",
    ),
    "an unknown key": (lambda corpus: corpus["48"], "no record '48'; did you mean '489'?"),
    "a fraction for a gap": (
        lambda corpus: corpus.gap(4.5),  # type: ignore[arg-type]
        f"expected the id of a gap, or what it explains {AS_EITHER}",
    ),
    "a fraction for anything": (
        lambda corpus: corpus.find(4.5),  # type: ignore[arg-type]
        f"expected a reference, a number or a name {AS_EITHER}",
    ),
    "a fraction for a text": (
        lambda corpus: corpus.text(4.5),  # type: ignore[arg-type]
        f"expected the number, id or title of an adopted text {AS_EITHER}",
    ),
    "a fraction for a declaration": (
        lambda corpus: corpus.declaration(4.5),  # type: ignore[arg-type]
        f"expected the number, id or title of a declaration {AS_EITHER}",
    ),
    "a number that a gap explains": (
        lambda corpus: corpus.text(1), "no adopted text '1'; gap-1-2: Nobody has them"
    ),
    "a number beyond the last": (
        lambda corpus: corpus.text(999_999_999),
        f"no adopted text '999999999'; {COVERED}",
    ),
    "a number beyond all": (
        lambda corpus: corpus.text(10**9),
        "no adopted text 'a number of more than 9 digits'",
    ),
    "the number after the last": (
        lambda corpus: corpus.text(491),
        f"no adopted text '491'; {COVERED}; did you mean '490' or '489'?",
    ),
    "a number before the last": (
        lambda corpus: corpus.text(487), "no adopted text '487'; did you mean '489' or '490'?"
    ),
    "a text that prose names": (
        lambda corpus: corpus.find("Resolution 77"),
        "no resolution 'Resolution 77'; the release has no text with the number 77",
    ),
    "a session that prose names": (
        lambda corpus: corpus.find("the 2023 spring session"),
        "no session 'the 2023 spring session'; the release has no such session",
    ),
    "what nothing is about": (lambda corpus: corpus.about("nobody"), "no record 'nobody'"),
    "what nothing can be about": (
        lambda corpus: corpus.about(4.5),  # type: ignore[arg-type]
        "record: expected a record, its id or its name; found 4.5",
    ),
    "a number for a speaker": (
        lambda corpus: corpus.locate("a few words", speaker=5),  # type: ignore[arg-type]
        "speaker: expected a person, their id or name; found 5",
    ),
    "a fraction for what a quotation is from": (
        lambda corpus: corpus.locate("a few words", about=4.5),  # type: ignore[arg-type]
        f"{TEXT_OR_CLAUSE} 4.5",
    ),
    "a person for what a quotation is from": (
        lambda corpus: corpus.locate("a few words", about="ada"), f"{TEXT_OR_CLAUSE} 'ada'"
    ),
    "a number for an article": (
        lambda corpus: corpus.references(5),  # type: ignore[arg-type]
        f"expected a text {AS_TEXT}",
    ),
    "a number for a document to bind": (
        lambda corpus: corpus.bindings(5),  # type: ignore[arg-type]
        DOCUMENT,
    ),
    "a number for a document to add": (
        lambda corpus: corpus.with_documents(5),  # type: ignore[arg-type]
        DOCUMENT,
    ),
    "no hits": (
        lambda corpus: corpus.search("x", limit=0),
        "limit: expected a whole number from 1; found 0",
    ),
    "a text for a limit": (
        lambda corpus: corpus.search("x", limit="1"),  # type: ignore[arg-type]
        "limit: expected a whole number from 1; found '1'",
    ),
    "a day of no President": (
        lambda corpus: corpus.president(on="1950-01"),
        f"no President of the Assembly on '1950-01'; {NONE_READ}",
    ),
    "a day of no Secretary General": (
        lambda corpus: corpus.secretary_general(on="1950"),
        f"no Secretary General of the Assembly on '1950'; {NONE_READ}",
    ),
}  # fmt: skip


@pytest.mark.parametrize(("ask", "message"), WRONG.values(), ids=WRONG)
def test_a_wrong_question_is_told_in_these_words(
    ask: Callable[[natopa.Corpus], object], message: str
) -> None:
    """What was given, what was expected, and what to try."""
    with pytest.raises((natopa.NatopaError, TypeError)) as caught:
        ask(SMALL)
    assert str(caught.value) == message


@pytest.mark.parametrize(
    ("records", "matches"),
    [(2, "two topics"), (3, "three topics"), (9, "nine topics"), (10, "10 topics")],
)
def test_records_of_one_name_are_counted(records: int, matches: str) -> None:
    """In words up to nine, and each by its id."""
    files: Any = small_release.documents()
    files["topics.json"] = [
        {"id": "weapons", "name": "Weapons"},
        *[{"id": f"t{number}", "name": "Same"} for number in range(records)],
    ]
    with pytest.raises(natopa.NotFoundError) as caught:
        corpus_of(files).topic("same")
    ids = [f"t{number}" for number in range(records)]
    assert str(caught.value) == (
        f"'same' matches {matches}: {', '.join(map(repr, ids))}; give an id"
    )
    assert caught.value.suggestions == tuple(ids)


def test_records_of_two_kinds_are_records() -> None:
    """Where one name is that of a topic and of a person."""
    files: Any = small_release.documents()
    files["topics.json"][0]["name"] = "Ben Poe"
    with pytest.raises(natopa.NotFoundError, match=r"'ben poe' matches two records: 'weapons', "):
        corpus_of(files).find("ben poe")


def test_what_is_near_is_suggested_first() -> None:
    """Numbers by their distance, names that have the word, short ones first, then the like."""
    near = {name: name for name in ("95", "98", "103", "200")}
    assert suggestions("100", near) == ("98", "103", "95")
    names = {"air defence": "a", "air power": "b", "airs": "c", "sea": "d"}
    assert suggestions("air", names) == ("b", "a", "c")
    assert suggestions("", names) == ()
    assert suggestions("abcd", {"abc": "long"}) == ("long",)
    assert suggestions("abb", {"ab": "short"}) == ()


@pytest.mark.parametrize(
    ("wanted", "gap"),
    [
        (0, None), (1, "gap-1-2"), (2, "gap-1-2"), (3, None), ("1899-spring", None),
        ("1900-spring", "gap-1900-1901-spring"), ("1901-spring", "gap-1900-1901-spring"),
        ("1902-spring", None), ("1900-annual", None), ("1900-autumn", None), ("year-spring", None),
        (7, "gap-7"), (8, None), ("1950-spring", "gap-1950"), ("1950-annual", "gap-1950"),
        ("1951-annual", None), ("1950-autumn", None), ("1950", None),
    ],
)  # fmt: skip
def test_a_gap_explains_its_range_and_its_season(wanted: int | str, gap: str | None) -> None:
    """From the first to the last; without a season both of the year, without a last one alone."""
    files: Any = small_release.documents()
    cited = {"summary": "Nobody has it.", "citations": [{"source": "press"}]}
    files["gaps.json"] += [{"id": "gap-7", "number": 7} | cited,
                           {"id": "gap-1950", "year": 1950} | cited]  # fmt: skip
    corpus = corpus_of(files)
    if gap is None:
        with pytest.raises(natopa.NotFoundError, match=f"^no gap '{wanted}'"):
            corpus.gap(wanted)
    else:
        assert corpus.gap(wanted).id == gap


def hand_made(*texts: model.Resolution) -> natopa.Corpus:
    """Return a corpus of nothing but these texts, made by hand."""
    records: dict[str, tuple[Any, ...]] = dict.fromkeys(BY_FOLDER, ())
    index: dict[str, Value] = {text.id: text for text in texts}
    return natopa.Corpus(SMALL.release, records | {"resolutions": texts}, index)


def test_a_release_without_numbers_covers_no_number() -> None:
    """Whatever number is asked for is beyond it."""
    unnumbered = attrs.evolve(SMALL.resolution(490), id=model.TextId("x"), number=None)
    for corpus in (hand_made(), hand_made(unnumbered)):
        with pytest.raises(natopa.NotFoundError, match="'1'; release small covers up to 31 Dec"):
            corpus.text(1)


def test_texts_are_in_the_order_of_their_numbers() -> None:
    """Of both kinds together; those without a number come last."""
    text = SMALL.resolution(490)
    texts = [attrs.evolve(text, id=model.TextId(name), number=number) for name, number in
             (("x", None), ("900", 900), ("91", 91), ("490", 490))]  # fmt: skip
    assert [one.id for one in hand_made(*texts).texts()] == ["91", "490", "900", "x"]


# What makes two corpora one.


def test_a_corpus_is_what_it_says() -> None:
    """The records and the manifest count; files, digests and advisories do not."""
    release, records, index = SMALL.release, SMALL._records, SMALL._index
    same = attrs.evolve(release, files=(), digest="sha256:0")
    advisory = model.Advisory(release="small", record=model.Ref("489"), wrong="W.",
                              mended_in="next")  # fmt: skip
    for other in (same, attrs.evolve(release, advisories=(advisory,))):
        assert natopa.Corpus(other, records, index) == SMALL
        assert hash(natopa.Corpus(other, records, index)) == hash(SMALL)
    assert natopa.Corpus(attrs.evolve(release, title="Another"), records, index) != SMALL
    assert natopa.Corpus(release, dict(records) | {"topics": ()}, index) != SMALL
    assert SMALL != "small"
    hashes = {hash(natopa.Corpus(attrs.evolve(release, version=each), records, index))
              for each in ("a", "b", "c")}  # fmt: skip
    assert len(hashes) == 3


def test_a_corpus_is_printed_with_what_it_has() -> None:
    """Each kind that has records, and how many."""
    assert repr(SMALL) == (
        "<Corpus small: topics 1, sources 2, bodies 1, persons 2, member-states 1, sizes 1,"
        " participation-classes 1, sessions 1, declarations 1, resolutions 1, statements 1,"
        " claims 1, gaps 2>"
    )
    assert repr(hand_made()) == "<Corpus small: >"


# What a release covers.


def test_what_is_covered_is_told_by_year() -> None:
    """Every year from the first to the last has its sessions, texts and gaps."""
    files: Any = small_release.documents()
    (session,) = files["sessions/2024-spring.json"]
    earlier = {key: session[key] for key in ("season", "confidence", "citations")}
    files["sessions/2024-spring.json"].append({"id": "2022-spring", "year": 2022} | earlier)
    files["gaps.json"].append({"id": "gap-2023", "summary": "S.", "year": 2023,
                               "citations": [{"source": "press"}]})  # fmt: skip
    report = corpus_of(files).coverage()
    told = [
        (year.year, *[[one.id for one in found] for found in
                      (year.sessions, year.texts, year.missing)])
        for year in report.years
    ]  # fmt: skip
    assert told == [
        (2022, ["2022-spring"], [], []),
        (2023, [], [], ["gap-2023"]),
        (2024, ["2024-spring"], ["489"], []),
    ]
    assert hand_made().coverage().years == ()


def test_each_text_is_covered_in_one_way() -> None:
    """In full, in part, by its title or its number alone; and what is uncertain is named."""
    report = SMALL.coverage()
    listed = {name: [one.id for one in getattr(report, name)] for name in (
        "undated", "held", "partial", "title_only", "number_only", "missing_numbers",
        "missing_sessions", "not_held", "unverified",
    )}  # fmt: skip
    assert listed == {
        "undated": ["490"],
        "held": [],
        "partial": ["489"],
        "title_only": [],
        "number_only": ["490"],
        "missing_numbers": ["gap-1-2"],
        "missing_sessions": ["gap-1900-1901-spring"],
        "not_held": ["2024-spring"],
        # A low confidence, or an inference: both make a record uncertain.
        "unverified": ["2024-spring", "489", "490"],
    }
    files: Any = small_release.documents()
    del files["declarations/489.json"][0]["inference"]
    del files["sessions/2024-spring.json"][0]["held"]
    report = corpus_of(files).coverage()
    assert [one.id for one in report.unverified] == ["2024-spring", "490"]
    assert report.not_held == ()


def test_a_field_is_supported_by_a_citation_that_names_it() -> None:
    """Of each field that some record holds: how many hold it, and how many support it."""
    files: Any = small_release.documents()
    clauses = files["declarations/489.json"][0]["clauses"]
    clauses[0]["citations"][0]["fields"] = ["opening"]
    clauses[0]["wordings"][0]["citation"]["fields"] = ["language"]
    files["sessions/2024-spring.json"][0]["citations"][0]["fields"] = ["city"]
    files["persons.json"][0]["citations"][0]["fields"] = ["name"]
    found = {(each.kind, each.field): (each.held, each.supported)
             for each in corpus_of(files).coverage().evidence}  # fmt: skip
    assert found["text", "number"] == (2, 0)
    assert found["text", "title"] == found["text", "adopted"] == (1, 1)
    assert found["clause", "role"] == (2, 0)
    assert found["clause", "opening"] == (1, 1)
    assert found["wording", "language"] == (1, 1)
    assert found["session", "city"] == (1, 1)
    assert found["person", "name"] == (2, 1)
    clauses[1]["role"] = "unknown"
    again = {(each.kind, each.field): each.held for each in corpus_of(files).coverage().evidence}
    assert again["clause", "role"] == 1
    assert ("person", "name") in found
    assert not hand_made().coverage().evidence


# Quotations: whom they are ascribed to, and what comes close.

DAWN = "the kettles sing loudly before every dawn"


def spoken() -> natopa.Corpus:
    """Return the small release with two sayings that differ in a word, and more to find."""
    files: Any = small_release.documents()
    (said,) = files["statements/ada.json"]
    said["wordings"][0]["text"] = DAWN
    said["summary"] = "Kettles whistle loudly until breakfast with four boys."
    said["about"] = ["489#lift"]
    other = copy.deepcopy(said) | {"id": "ben-now", "speaker": "ben", "summary": "He says."}
    other["wordings"][0]["text"] = DAWN.replace("dawn", "dusk")
    other["about"] = ["490"]
    alone = copy.deepcopy(other) | {"id": "ben-alone"}
    alone["wordings"][0]["text"] = "nobody sweeps these platforms at noon"
    files["statements/ada.json"] += [other, alone]
    files["declarations/489.json"][0]["title"] = "Kettles whistle loudly until breakfast"
    files["declarations/489.json"][0]["clauses"][1]["summary"] = "Lamps shine over harbours."
    files["declarations/489.json"][0]["clauses"][1]["wordings"] = [
        {"text": "lamps that shine tonight upon quiet harbours", "language": "en",
         "fidelity": "quoted", "citation": {"source": "press"}}
    ]  # fmt: skip
    files["claims/press.json"][0]["text"] = "Barges carry melons downstream slowly."
    return corpus_of(files)


SPOKEN = spoken()
ASCRIBED: dict[str, tuple[str, dict[str, Any], str, list[str], list[str]]] = {
    "to nobody": (DAWN, {}, "exact", ["ada-now"], []),
    "to its speaker": (DAWN, {"speaker": "ada"}, "exact", ["ada-now"], []),
    "to its speaker as an object": (
        DAWN, {"speaker": SPOKEN.person("ada")}, "exact", ["ada-now"], []),
    "to another": (DAWN, {"speaker": "Ben Poe"}, "near", ["ben-now"], ["ada-now"]),
    "to its text": (DAWN, {"about": 489}, "exact", ["ada-now"], []),
    "to its clause": (DAWN, {"about": "489#lift"}, "exact", ["ada-now"], []),
    "to its clause as an object": (
        DAWN, {"about": SPOKEN.clause("489#lift")}, "exact", ["ada-now"], []),
    "to another text": (DAWN, {"about": SPOKEN.text(490)}, "near", ["ben-now"], ["ada-now"]),
    "to another clause": (DAWN, {"about": "489#recall"}, "absent", [], ["ada-now"]),
    "to a speaker on another text": (
        DAWN, {"about": 490, "speaker": "ada"}, "absent", [], ["ada-now"]),
    "to one, and near to two": (
        DAWN.replace("dawn", "noon"), {"speaker": "ben"}, "near", ["ben-now"], []),
    "to one, and near to another": (
        DAWN.replace("dawn", "noon"), {"about": "489#recall"}, "absent", [],
        ["ada-now", "ben-now"]),
}  # fmt: skip


@pytest.mark.parametrize(
    ("quote", "keys", "outcome", "here", "elsewhere"), ASCRIBED.values(), ids=ASCRIBED
)
def test_a_quotation_is_looked_for_where_it_is_ascribed_to(
    quote: str, keys: dict[str, Any], outcome: str, here: list[str], elsewhere: list[str]
) -> None:
    """What stands elsewhere is told where it is not there, or is only near."""
    found = SPOKEN.locate(quote, **keys)
    assert found.outcome.value == outcome
    assert [passage.ref for passage in found.passages] == here
    assert [passage.ref for passage in found.elsewhere] == elsewhere


def test_pieces_that_another_said_are_elsewhere() -> None:
    """Those of the speaker are not among them."""
    both = f"Nobody sweeps these platforms at noon. Now {DAWN}."
    found = SPOKEN.locate(both, speaker="ada")
    assert [part.ref for part in found.parts] == ["ada-now"]
    assert [part.ref for part in found.elsewhere] == ["ben-alone", "ben-now"]


LEADS: dict[str, tuple[str, tuple[str, str, str] | None]] = {
    "a summary, behind a title that search finds first": (
        "until kettles breakfast loudly whistle",
        ("statement", "ada-now", "Kettles whistle loudly until breakfast with four boys."),
    ),
    "a summary and the words of a clause": (
        "harbours tonight quiet, lamps",
        ("clause", "489#recall", "Lamps shine over harbours."),
    ),
    "what a claim says": (
        "melons slowly barges",
        ("claim", "press#s1", "Barges carry melons downstream slowly."),
    ),
    "words of four letters": (
        "boys with four",
        ("statement", "ada-now", "Kettles whistle loudly until breakfast with four boys."),
    ),
    "two words": ("melons barges and a", None),
    "two words of three": ("melons barges engines", None),
    "three words of six": (
        "melons barges slowly engines chimneys ladders",
        ("claim", "press#s1", "Barges carry melons downstream slowly."),
    ),
    "three words of seven": ("melons barges slowly engines chimneys ladders gardens", None),
    "words with digits": ("melons barges slowly2", None),
}


@pytest.mark.parametrize(("quote", "lead"), LEADS.values(), ids=LEADS)
def test_what_comes_close_to_an_absent_quotation_is_a_lead(
    quote: str, lead: tuple[str, str, str] | None
) -> None:
    """A statement, clause or claim with three of its longer words, and half of them."""
    found = SPOKEN.locate(quote)
    assert found.outcome is model.Outcome.ABSENT
    told = [(one.kind.value, one.ref, one.text) for one in found.leads if one.kind != "title"]
    assert told == ([lead] if lead else [])


def test_a_quotation_is_located_without_a_search(monkeypatch: pytest.MonkeyPatch) -> None:
    """A Python without SQLite finds no leads, and all else."""
    monkeypatch.setitem(sys.modules, "sqlite3", None)
    assert spoken().locate("melons slowly barges").leads == ()
