"""Comparing: what differs is found, told by path and words, and leads from the old to the new."""

from __future__ import annotations

import copy
import itertools
import json
import re
from collections import Counter
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Any

import attrs
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import natopa_declarations as natopa
from natopa_declarations import errors
from natopa_declarations.__main__ import main
from natopa_declarations._codec import strict as _codec
from natopa_declarations._codec.kinds import BY_FOLDER
from natopa_declarations._codec.shapes import Shape, shapes
from natopa_declarations._codec.writing import encode
from natopa_declarations._compare.values import of_values, token
from natopa_declarations._corpus.corpus import COLLECTIONS
from natopa_declarations.model import Difference, DifferenceKind
from natopa_declarations.model.value import Value
from tests.applying import applied, applied_to_corpus
from tests.small_release import MANIFEST, documents, write, written
from tests.test_values import values_in

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.small_release import Documents, Json

FIRST = natopa.load("2026.1")
TEXT = FIRST.declaration(489)
DRAFT, ADOPTED = TEXT.edition("draft"), TEXT.edition("adopted")
VERSIONS = [release.version for release in natopa.releases()]
POOL: dict[type[Any], list[Any]] = {}
for _value in values_in(
    tuple([record for kind in BY_FOLDER for record in COLLECTIONS[kind](FIRST)])
):
    POOL.setdefault(type(_value), []).append(_value)
ROOTS = [*FIRST.texts(), *FIRST.sessions(), *FIRST.statements(), *FIRST.claims()[:20],
         *FIRST.persons()[:10], DRAFT, ADOPTED]  # fmt: skip

quick = settings(deadline=None, suppress_health_check=list(HealthCheck))
few = settings(quick, max_examples=quick.max_examples // 7 + 1)
"""For what decodes a whole release each time."""


def corpus_of(files: Documents) -> natopa.Corpus:
    """Make a corpus of the documents of a release."""
    release = _codec.decode_manifest(written(files[MANIFEST]))
    content = {name: written(files[name]) for name in release.files}
    return natopa.Corpus(release, *_codec.decode(release, content))


def paths(diff: natopa.Diff) -> list[tuple[str, str]]:
    """Return the kind and the path of every difference."""
    return [(found.kind.value, found.path) for found in diff.differences]


@st.composite
def changed(draw: st.DrawFn, value: Value) -> Value:
    """Return the value with a few of its fields, at any depth, made into something else."""
    for _ in range(draw(st.integers(1, 4))):
        value = draw(changed_once(value))
    return value


@st.composite
def changed_once(draw: st.DrawFn, value: Value) -> Value:
    """Return the value with one of its fields made into something else."""
    shape = draw(st.sampled_from(shapes(type(value))))
    content: Any = getattr(value, shape.name)
    if shape.many:
        other: Any = draw(changed_list(content, shape))
    elif isinstance(content, Value) and not shape.by_id and draw(st.booleans()):
        other = draw(one(content)) if leaf(content) else draw(changed_once(content))
    else:
        other = draw(one_of(shape))
    return attrs.evolve(value, **{shape.name: other})


@st.composite
def changed_list(draw: st.DrawFn, items: tuple[Any, ...], shape: Shape) -> tuple[Any, ...]:
    """Return the list with an item more, an item less, an item changed, or in another order."""
    action = draw(st.sampled_from(["add", "remove", "move", "change", "double"]))
    place = draw(st.integers(0, len(items)))
    if action == "add" or not items:
        new = draw(one_of(shape))
        return items if new is None else (*items[:place], new, *items[place:])
    if action == "move":
        return tuple(draw(st.permutations(items)))
    place = min(place, len(items) - 1)
    item = items[place]
    if action == "remove":
        return (*items[:place], *items[place + 1 :])
    if action == "change" and isinstance(item, Value) and not shape.by_id and not leaf(item):
        item = draw(changed_once(item))
        return (*items[:place], item, *items[place + 1 :])
    return (*items[:place], item, *items[place:])


def one_of(shape: Shape) -> st.SearchStrategy[Any]:
    """Draw a content for a field: nothing where it may be blank, or something of its type."""
    item: Any = shape.item
    if item is bool:
        return st.booleans()
    if item is int:
        return st.integers(0, 9)
    if item in POOL:
        found: st.SearchStrategy[Any] = st.sampled_from(POOL[item])
    elif isinstance(item, type) and issubclass(item, StrEnum):
        found = st.sampled_from(list(item))
    elif isinstance(item, type) and attrs.has(item):
        found = st.none()
    else:
        found = st.lists(
            st.sampled_from(["a", "few", "words", "of", "no", "text"]), min_size=1
        ).map(" ".join)
    return found if shape.required or shape.many else st.none() | found


def one(content: Any) -> st.SearchStrategy[Any]:
    """Draw another of the same class."""
    return st.sampled_from(POOL.get(type(content), [content]))


def leaf(content: object) -> bool:
    """Say whether a value has no fields that are compared one by one."""
    return isinstance(content, natopa.PartialDate)


# Laws.


@quick
@given(st.data())
def test_applying_the_changes_to_the_old_value_gives_the_new_one(data: st.DataObject) -> None:
    """For every kind of value, whatever was done to it."""
    old = data.draw(st.sampled_from(ROOTS))
    new = data.draw(changed(old))
    diff = natopa.diff(old, new)
    assert applied(old, diff.differences) == new
    assert applied(new, natopa.diff(new, old).differences) == old
    assert (diff.differences == ()) == (token(old) == token(new))


@quick
@given(st.data())
def test_what_is_not_named_is_the_same(data: st.DataObject) -> None:
    """A field that no difference starts with is equal in both."""
    old = data.draw(st.sampled_from(ROOTS))
    new = data.draw(changed(old))
    touched = {found.at[0] for found in natopa.diff(old, new).differences}
    for shape in shapes(type(old)):
        before, after = getattr(old, shape.name), getattr(new, shape.name)
        same = token(before, by_id=shape.by_id) == token(after, by_id=shape.by_id)
        assert same == (shape.name not in touched)


@pytest.mark.parametrize(("old", "new"), list(itertools.permutations(VERSIONS, 2)))
def test_releases_lead_to_each_other(old: str, new: str) -> None:
    """Each packaged release is made of any other and their differences, forwards and back."""
    before, after = natopa.load(old), natopa.load(new)
    diff = natopa.diff(before, after)
    assert applied_to_corpus(before, diff.differences) == after
    assert diff.differences


def edits() -> dict[str, Callable[[Documents, st.DataObject], object]]:
    """Return what may be done to the small release without making it invalid."""

    def records(files: Documents, name: str) -> list[Any]:
        found = files[name]
        assert isinstance(found, list)
        return found

    def clauses(files: Documents) -> list[Any]:
        found: list[Any] = records(files, "declarations/489.json")[0]["clauses"]
        return found

    def clause(name: str) -> Json:
        return {"id": f"489#{name}", "role": "unknown", "summary": "It is new.",
                "citations": [{"source": "press"}], "seen": "whole"}  # fmt: skip

    return {
        "a gap less": lambda files, _: records(files, "gaps.json").pop(),
        "gaps in another order": lambda files, _: records(files, "gaps.json").reverse(),
        "sources in another order": lambda files, _: records(files, "sources.json").reverse(),
        "a name": lambda files, _: records(files, "persons.json")[0].update(name="Ada Zak"),
        "a new topic": lambda files, data: records(files, "topics.json").insert(
            data.draw(st.integers(0, 1)), {"id": "arms", "name": "Arms"}
        ),
        "a new clause": lambda files, data: clauses(files).insert(
            data.draw(st.integers(0, 2)), clause("insert")
        ),
        "clauses in another order": lambda files, _: clauses(files).reverse(),
        "another title": lambda files, _: files[MANIFEST].update(title="x"),
    }


@few
@given(st.data())
def test_applying_the_changes_to_a_release_gives_the_other(data: st.DataObject) -> None:
    """Whatever was done to the records of a release, linked anew."""
    names = st.lists(st.sampled_from(sorted(edits())), unique=True, min_size=1)
    files = documents()
    for name in data.draw(names):
        edits()[name](files, data)
    old, new = corpus_of(documents()), corpus_of(files)
    diff = natopa.diff(old, new)
    made = applied_to_corpus(old, diff.differences)
    assert made == new
    assert made.declaration(489).presenter is made.person("ada")
    assert natopa.diff(old, corpus_of(documents())).differences == ()


@few
@given(st.data())
def test_other_clauses_never_change_the_id_of_a_clause(data: st.DataObject) -> None:
    """Insert and remove clauses of a text: every old id finds the clause that it was given to."""
    files: Documents = documents()
    texts: Any = files["declarations/489.json"]
    texts[0]["clauses"] = json.loads(encode(TEXT.clauses))
    for clause in texts[0]["clauses"]:
        clause.update(citations=[{"source": "press"}], seen="whole")
        for key in ("amendment", "topics", "addressees", "wordings"):
            clause.pop(key, None)
    texts[0]["clauses"].append(documents()["declarations/489.json"][0]["clauses"][0])  # type: ignore[index, call-overload]
    old = corpus_of(files).declaration(489).clauses
    for number in range(data.draw(st.integers(1, 5))):
        place = data.draw(st.integers(0, len(texts[0]["clauses"])))
        new = {"id": f"489#new-{number}", "role": "unknown", "summary": "It is new.",
               "citations": [{"source": "press"}], "seen": "whole"}  # fmt: skip
        texts[0]["clauses"].insert(place, new)
    removed = data.draw(st.sets(st.sampled_from([clause.id for clause in old[:-1]])))
    texts[0]["clauses"] = [clause for clause in texts[0]["clauses"] if clause["id"] not in removed]
    corpus = corpus_of(files)
    for clause in old:
        if clause.id in removed:
            with pytest.raises(natopa.NotFoundError):
                corpus.clause(clause.id)
        else:
            assert corpus.clause(clause.id) == clause
    found = natopa.diff(old[0], old[0]).differences
    assert found == ()


# Examples.


def test_what_is_unknown_in_the_draft_is_not_added() -> None:
    """Only the clause that the draft is known to have lacked was added."""
    diff = natopa.diff(DRAFT, ADOPTED)
    kinds = {path: kind for kind, path in paths(diff)}
    for clause in TEXT.clauses:
        path = f"presences[{clause.id}]"
        if ADOPTED.has(clause) is None:
            assert not any(path in known for known in kinds)
        elif DRAFT.has(clause) is None:
            assert kinds[path] == "unknown"
        else:
            assert kinds[f"{path}.present"] == "added"
    back = {path: kind for kind, path in paths(natopa.diff(ADOPTED, DRAFT))}
    assert back["presences[489#lift-restrictions].present"] == "removed"
    assert back["presences[489#united-in-support]"] == "unknown"
    assert kinds["titles[0]"] == back["titles[0]"] == "unknown"
    assert applied(DRAFT, diff.differences) == ADOPTED


def test_a_clause_that_both_editions_have_is_no_difference() -> None:
    """What both are known to have, or to lack, is left out."""
    presence = attrs.evolve(DRAFT.presences[0], present=True)
    both = attrs.evolve(DRAFT, presences=(presence,))
    assert natopa.diff(both, both).differences == ()
    other = attrs.evolve(both, title="Another")
    assert paths(natopa.diff(both, other)) == [("changed", "title")]


def test_paths_and_words_of_a_change() -> None:
    """The path names fields and ids; of words, those that differ are told."""
    wording = attrs.evolve(
        TEXT.clauses[0].wordings[0] if TEXT.clauses[0].wordings else TEXT.titles[0],
        text="one two three four",
    )
    clause = attrs.evolve(TEXT.clauses[0], wordings=(wording,), label=None)
    old = attrs.evolve(TEXT, clauses=(clause, *TEXT.clauses[1:]))
    changed_wording = attrs.evolve(wording, text="one 2 three four five")
    clause = attrs.evolve(clause, wordings=(changed_wording,), label="1.")
    new = attrs.evolve(TEXT, clauses=(clause, *TEXT.clauses[1:]))
    diff = natopa.diff(old, new)
    assert paths(diff) == [
        ("added", f"clauses[{clause.id}].label"),
        ("changed", f"clauses[{clause.id}].wordings[0].text"),
    ]
    words = [(change.old, change.new) for change in diff.differences[1].words]
    assert words == [("two", "2"), ("", "five")]


def test_an_item_in_another_place_is_moved() -> None:
    """Neither removed nor added; what it says is compared all the same."""
    first, second, *others = TEXT.clauses
    new = attrs.evolve(TEXT, clauses=(second, attrs.evolve(first, note="Now."), *others))
    kinds = paths(natopa.diff(TEXT, new))
    assert len(kinds) == 2
    assert sorted(kind for kind, _ in kinds) == ["added", "moved"]
    assert applied(TEXT, natopa.diff(TEXT, new).differences) == new


def test_a_changed_source_does_not_appear_in_every_record() -> None:
    """Records that are pointed to are compared by id, and in their own place."""
    files = documents()
    files["sources.json"][0]["title"] = "Another"  # type: ignore[index, call-overload]
    old, new = corpus_of(documents()), corpus_of(files)
    assert old.declaration(489) != new.declaration(489)
    assert natopa.diff(old.declaration(489), new.declaration(489)).differences == ()
    assert paths(natopa.diff(old, new)) == [("changed", "sources[press].title")]


def test_equal_objects_are_not_looked_into() -> None:
    """What is one object in both is passed over, so a large value with one change is cheap."""
    looked = []

    class Watched(str):
        __slots__ = ()

        def __eq__(self, other: object) -> bool:
            looked.append(self)
            return super().__eq__(other)

        __hash__ = str.__hash__

    clause = attrs.evolve(TEXT.clauses[0], summary=Watched("watched"))
    old = attrs.evolve(TEXT, clauses=(clause, *TEXT.clauses[1:]))
    new = attrs.evolve(old, note="Another note.")
    assert [found.path for found in of_values(old, new)] == ["note"]
    assert looked == []


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        (TEXT, FIRST.session("2024-spring"), ("Declaration '489'", "Session '2024-spring'")),
        (FIRST, TEXT, ("release '2026.1'", "Declaration '489'")),
        (TEXT, DRAFT, ("Declaration '489'", "Edition 'draft'")),
        (TEXT.citations[0], TEXT, ("Citation", "Declaration '489'")),
        (FIRST, None, ("release '2026.1'", "NoneType")),
        ("2026.1", "2026.2", ("str", "str")),
        ("2026.1", "2026.1", ("str", "str")),
    ],
)
def test_two_kinds_cannot_be_compared(old: Value, new: Value, told: tuple[str, str]) -> None:
    """The error says what was given, and what to give."""
    with pytest.raises(errors.IncomparableError) as caught:
        natopa.diff(old, new)
    assert (caught.value.old, caught.value.new) == told
    assert str(caught.value) == (
        f"cannot compare {told[0]} with {told[1]}; give two values of one kind, such as two"
        " releases, two texts or two editions"
    )
    assert isinstance(caught.value, ValueError)


@pytest.mark.parametrize(
    ("value", "label"),
    [
        (TEXT, "489"),
        (DRAFT, "draft"),
        (TEXT.citations[0], "citation"),
        (FIRST.topics()[0], str(FIRST.topics()[0].id)),
        (FIRST, "2026.1"),
    ],
)
def test_a_difference_says_what_was_compared(value: Value, label: str) -> None:
    """By its id, or else its name, or else its kind."""
    found = natopa.diff(value, value)
    assert (found.kind, found.old, found.new) == (type(value).__name__, label, label)
    assert found.differences == found.changes == ()


def test_a_manifest_that_differs_is_a_difference() -> None:
    """It comes first, with both manifests."""
    files: Any = documents()
    files[MANIFEST]["title"] = "Another"
    old, new = corpus_of(documents()), corpus_of(files)
    assert natopa.diff(old, new).differences == (
        Difference(
            at=("release",), kind=DifferenceKind.CHANGED, old=old._published, new=new._published
        ),
    )


def test_a_release_that_is_not_later_says_nothing_of_a_change() -> None:
    """A changed copy of a packaged release has the reasons of that release, which are others."""
    old = natopa.load("2026.2")
    texts = old.declarations()
    changed_texts = tuple([attrs.evolve(text, note="Changed.") for text in texts])
    records = {folder: old._records[folder] for folder in BY_FOLDER}
    new = natopa.Corpus(old.release, records | {"declarations": changed_texts}, dict(old._index))
    found = natopa.diff(old, new).changes
    assert len(found) == len(texts)
    assert not any(change.said for change in found)


def test_every_kind_of_record_is_compared() -> None:
    """A release has no collection that a comparison passes over."""
    assert set(COLLECTIONS) == {*BY_FOLDER, "texts", "clauses"}
    counts = {kind: len(COLLECTIONS[kind](FIRST)) for kind in BY_FOLDER}
    assert counts == {kind: len(FIRST._records[kind]) for kind in BY_FOLDER}


# The command.


def test_the_command_compares_two_editions(capsys: pytest.CaptureFixture[str]) -> None:
    """The title by its words, the clause that was added, and what is not known."""
    assert main(["diff", "489@draft", "489@adopted", "--release", "2026.1"]) == 0
    output = capsys.readouterr().out
    assert output.startswith("DIFFERENCE\n489@draft -> 489@adopted\n- changed title\n")
    assert "Words: [United] {Standing};" in output
    added = "- added presences[489#lift-restrictions].present\n"
    assert f"{added}  in 489@adopted, and not in 489@draft\n" in output
    for clause in TEXT.clauses:
        if ADOPTED.has(clause) and DRAFT.has(clause) is None:
            told = output.partition(f"- known of one only presences[{clause.id}]\n")[2]
            assert "not known of 489@draft" in told.partition("\n-")[0]
    assert output.count("\n- added presences[489#") == 1
    assert main(["diff", "489@adopted", "489@draft", "--release", "2026.1"]) == 0
    assert "in 489@adopted, and not in 489@draft\n" in capsys.readouterr().out


@pytest.mark.slow
def test_the_command_compares_two_releases(capsys: pytest.CaptureFixture[str]) -> None:
    """As a changelog: counts, corrections first, and of each record why, and on what evidence."""
    assert main(["diff", "2026.2", "2026.3"]) == 0
    output = capsys.readouterr().out
    old, new = natopa.load("2026.2"), natopa.load("2026.3")
    numbers = Counter(change.kind for change in new.release.changes if change.retired_in is None)
    count = ", ".join([f"{numbers[kind]} {kind}" for kind in  # type: ignore[index]
                       ("corrected", "extended", "added", "retired")])  # fmt: skip
    assert output.startswith(f"DIFFERENCE\n2026.2 -> 2026.3\n\n{count}\n\nCORRECTED ")
    heads = re.findall(r"^(?:CORRECTED|EXTENDED|ADDED|RETIRED) [A-Z -]+$", output, re.MULTILINE)
    corrections = [head for head in heads if head.startswith("CORRECTED")]
    assert corrections == heads[: len(corrections)]
    assert corrections[-1] == "CORRECTED SOURCES"
    flat = " ".join(output.split())
    for change in new.release.changes:
        if change.retired_in is None:
            assert " ".join(change.reason.split()) in flat
            for source in change.sources:
                known = source in new._index or source in old._index
                assert str(source) == str(change.record) or not known or f"({source})" in flat


@pytest.mark.slow
def test_what_happened_to_each_record_is_known_with_every_reason() -> None:
    """Over two releases, both say why; back in time nobody does; two equal values have none."""
    first, newest = natopa.load("2026.1"), natopa.load("2026.3")
    diff = natopa.diff(first, newest)
    assert {change.record for change in diff.changes} == set(diff.by_record())
    by_record = {change.record: change for change in diff.changes}
    assert by_record["489"].kind == "corrected"
    assert [said.kind for said in by_record["489"].said] == ["extended", "corrected"]
    assert all(change.said and change.differences for change in diff.changes)
    assert all(source in newest.sources() for source in by_record["489"].sources)
    back = natopa.diff(newest, first).changes
    assert {change.record for change in back} == set(by_record)
    assert not any(change.said or change.sources for change in back)
    assert natopa.diff(first, first).changes == ()
    clause, statement = FIRST.clauses()[0], FIRST.statements()[0]
    assert natopa.diff(clause, attrs.evolve(clause, note="N.")).changes == ()
    assert natopa.diff(statement, statement).changes == ()


@pytest.mark.slow
@pytest.mark.parametrize(
    ("old", "new"),
    [("2026.1", "2026.2"), ("2026.2", "2026.1"), ("489@draft", "489@adopted"), ("489", "490"),
     ("2026.1", "2026.1"), ("489#lift-restrictions", "489#united-in-support"), ("nato", "nato")],
)  # fmt: skip
def test_it_is_readable_in_eighty_columns(
    old: str, new: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """No line is longer but for a name that cannot be broken; none ends in a space."""
    assert main(["diff", old, new, "--release", "2026.1"] if "." not in old else
                ["diff", old, new]) == 0  # fmt: skip
    for line in capsys.readouterr().out.splitlines():
        assert len(line) <= 80 or len(line.split()[-1]) > 60
        assert line == line.rstrip()


@pytest.mark.slow
def test_json_has_the_same_differences(capsys: pytest.CaptureFixture[str]) -> None:
    """Paths, kinds, contents as in the files of a release, and words."""
    assert main(["diff", "489@draft", "489@adopted", "--json", "--release", "2026.1"]) == 0
    document = json.loads(capsys.readouterr().out)
    found = natopa.diff(DRAFT, ADOPTED).differences
    assert (document["old"], document["new"]) == ("489@draft", "489@adopted")
    assert [(part["kind"], part["path"]) for part in document["differences"]] == [
        (part.kind, part.path) for part in found
    ]
    by_path = {part["path"]: part for part in document["differences"]}
    assert by_path["date"]["old"] == "2024-03"
    assert by_path["title"]["words"][0] == {"old": "United", "new": "Standing"}
    assert by_path["presences[489#united-in-support]"]["new"]["present"] is True
    assert main(["diff", "2026.1", "2026.2", "--json"]) == 0
    document = json.loads(capsys.readouterr().out)
    parts = document["differences"]
    assert parts[0]["new"]["version"] == "2026.2"
    (change,) = [one for one in document["changes"] if one["record"] == "489"]
    assert change["kind"] == "extended"
    assert change["reasons"] == ["The declarations of 2022 and 2023 that it follows."]
    assert "camera-leg19-012qua-002" in change["sources"]
    added = next(part["new"] for part in parts if part["path"] == "sessions[2024-annual]")
    assert added == json.loads(encode(natopa.load("2026.2").session("2024-annual")))


def test_a_folder_is_compared_with_a_release(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A name with a slash is a folder; two of them may differ in nothing."""
    folder = write(tmp_path / "small", documents())
    assert main(["diff", str(folder), str(folder)]) == 0
    assert capsys.readouterr().out.endswith("\n\nNo difference.\n")
    assert main(["diff", "2026.1", str(folder)]) == 0
    output = capsys.readouterr().out
    # A text with this number is another kind of text there.
    assert "ADDED DECLARATIONS" not in output
    retired = output.partition("\nRETIRED DECLARATIONS\n")[2]
    assert "\n  Declaration 490: " in retired.partition("\nRETIRED RESOLUTIONS\n")[0]
    added = output.partition("\nADDED RESOLUTIONS\n")[2]
    assert "\n  Resolution 490" in added.partition("\nADDED STATEMENTS\n")[0]


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("2026.1", "489", "cannot compare release '2026.1' with Declaration '489'"),
        ("489", "2024-spring", "cannot compare Declaration '489' with Session '2024-spring'"),
        ("2026.1", "2026.9", "no release '2026.9'; the packaged releases are"),
        ("489@draft", "489@final", "no edition of 489 'final'"),
        ("489", "no-such/folder", "expected a folder with a release, found nothing there"),
    ],
)
def test_what_cannot_be_compared_is_said_in_one_line(
    old: str, new: str, expected: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """Exit status 2, and one line on the error stream."""
    assert main(["diff", old, new]) == 2
    captured = capsys.readouterr()
    assert captured.out == ""
    assert captured.err.startswith("natopa: ")
    assert captured.err.count("\n") == 1
    assert expected in captured.err


@pytest.mark.slow
def test_a_release_with_odd_words_is_told_line_by_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Words of an item that has no id break no line, and a manifest alone is said to differ."""
    files = documents()
    old = write(tmp_path / "old", files)
    manifest = json.loads((old / MANIFEST).read_bytes())
    new = write(tmp_path / "new", {**files, MANIFEST: {**manifest, "title": "Another"}})
    assert main(["diff", str(old), str(new)]) == 0
    assert capsys.readouterr().out.endswith("\n\nNo record differs; the manifest does.\n")
    role = '"role": "'
    odd = json.loads(json.dumps(files).replace(role + "President", role + "a\\n[9] Forged\\tP"))
    assert main(["diff", str(old), str(write(tmp_path / "odd", odd))]) == 0
    output = capsys.readouterr().out
    assert "Forged" in output
    assert not any(line.lstrip().startswith("[9]") or "\t" in line for line in output.splitlines())


def test_comparing_leaves_the_two_as_they_were() -> None:
    """The values are frozen, and their lists too."""
    before = copy.deepcopy(DRAFT)
    natopa.diff(DRAFT, ADOPTED)
    assert before == DRAFT
