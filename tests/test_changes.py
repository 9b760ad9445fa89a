"""From release to release: changes are listed, ids are not used again, retired ones say so."""

from __future__ import annotations

import itertools
import json
from typing import TYPE_CHECKING

import pytest
from tools import check_changes

import natopa_declarations as natopa
from natopa_declarations import errors, model
from natopa_declarations._compare.changes import kind_of_change
from tests.small_release import MANIFEST, documents
from tests.test_compare import corpus_of

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

VERSIONS = [release.version for release in natopa.releases()]
PAIRS = list(itertools.combinations(VERSIONS, 2))
STEPS = list(itertools.pairwise(VERSIONS))


def first() -> dict[str, Any]:
    """Return the documents of a first release, with a topic more and nothing retired."""
    files: dict[str, Any] = documents()
    files[MANIFEST]["version"] = "first"
    del files[MANIFEST]["changes"]
    files["topics.json"].append({"id": "arms", "name": "Arms and men"})
    return files


def second() -> dict[str, Any]:
    """Return those of the next: a topic retired, a text extended, a name corrected, two added."""
    files = first()
    files["topics.json"].pop()
    files["resolutions/490.json"][0]["title"] = "Falling"
    files["persons.json"][1]["name"] = "Ben Poem"
    files["topics.json"].append({"id": "war", "name": "War"})
    source = {"id": "radio", "publisher": "A Radio", "kind": "press", "url": "https://r.example"}
    files["sources.json"].append(source)
    files["resolutions/490.json"][0]["citations"].append({"source": "radio"})
    changes: list[tuple[str, str, dict[str, Any]]] = [
        ("arms", "retired", {"successor": "weapons"}),
        ("490", "extended", {"sources": ["radio"]}),
        ("ben", "corrected", {}),
        ("war", "added", {}),
        ("radio", "added", {"sources": ["radio"]}),
    ]
    files[MANIFEST] |= {
        "version": "second",
        "changes": [
            {"record": record, "kind": kind, "reason": f"About {record}.", **keys}
            for record, kind, keys in changes
        ],
    }
    return files


def third() -> dict[str, Any]:
    """Return those of the release after it, in which nothing changed."""
    files = second()
    retired = files[MANIFEST]["changes"][0] | {"retired_in": "second"}
    files[MANIFEST] |= {"version": "third", "changes": [retired]}
    return files


FIRST, SECOND, THIRD = corpus_of(first()), corpus_of(second()), corpus_of(third())


# The list of changes.


@pytest.mark.parametrize(("old", "new"), STEPS)
def test_every_change_is_listed(old: str, new: str) -> None:
    """The list in the manifest is what comparing the two releases finds, of the right kinds."""
    assert check_changes.problems(natopa.load(old), natopa.load(new)) == []


def test_the_first_release_lists_what_it_brought() -> None:
    """Its list names records that it has, as added."""
    corpus = natopa.load(VERSIONS[0])
    assert {change.kind for change in corpus.release.changes} == {model.ChangeKind.ADDED}
    assert all(corpus.release.retirement(change.record) is None for change in
               corpus.release.changes)  # fmt: skip


@pytest.mark.parametrize("version", VERSIONS)
def test_every_change_has_a_reason_and_a_source(version: str) -> None:
    """Why, and on what evidence; a source is its own, and what is retired may rest on none."""
    corpus = natopa.load(version)
    sources = {str(source.id) for source in corpus.sources()}
    for change in corpus.release.changes:
        assert change.reason
        retired = change.kind == model.ChangeKind.RETIRED
        assert change.sources or retired or change.record in sources


def test_small_releases_list_their_changes() -> None:
    """The releases that are broken below are whole, and use every kind of change."""
    assert check_changes.problems(FIRST, SECOND) == []
    assert check_changes.problems(SECOND, THIRD) == []
    kinds = {change.kind for change in SECOND.release.changes}
    assert kinds == set(model.ChangeKind)


def _changes(files: dict[str, Any]) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = files[MANIFEST]["changes"]
    return found


BREAKS: dict[str, tuple[Callable[[dict[str, Any]], object], list[str]]] = {
    "not listed": (lambda files: _changes(files).pop(3), ["war: added, and not listed"]),
    "retired, not listed": (
        lambda files: _changes(files).pop(0), ["arms: retired, and not listed"]),
    "an extension that corrects": (
        lambda files: files["resolutions/490.json"][0].update(confidence="high"),
        ["490: corrected, and listed as extended"]),
    "a correction that extends": (
        lambda files: _changes(files)[1].update(kind="corrected"),
        ["490: extended, and listed as corrected"]),
    "an addition of old": (
        lambda files: _changes(files)[1].update(kind="added"),
        ["490: extended, and listed as added"]),
    "no change": (
        lambda files: _changes(files)[2].update(record="ada"),
        ["ben: corrected, and not listed", "ada: listed as corrected, and the same as before"]),
    "a part": (
        lambda files: _changes(files)[2].update(record="489#lift"),
        ["ben: corrected, and not listed",
         "489#lift: listed as corrected, and the same as before"]),
    "twice": (
        lambda files: _changes(files).append(_changes(files)[3]), ["war: listed twice"]),
}  # fmt: skip


def with_a_clause_more() -> natopa.Corpus:
    """Return the first release with a clause more, which the second lacks."""
    files = first()
    clauses = files["declarations/489.json"][0]["clauses"]
    clauses.append(clauses[-1] | {"id": "489#drop", "label": "99."})
    return corpus_of(files)


def without_it() -> dict[str, Any]:
    """Return the documents of the second release, which lists that clause as retired."""
    files = second()
    _changes(files).append({"record": "489#drop", "kind": "retired", "reason": "Part of another."})
    return files


PARTS: dict[str, tuple[Callable[[dict[str, Any]], object], list[str]]] = {
    "listed": (lambda _: None, []),
    "not listed": (lambda files: _changes(files).pop(), ["489#drop: retired, and not listed"]),
    "never there": (
        lambda files: _changes(files).append(_changes(files)[-1] | {"record": "489#never"}),
        ["489#never: listed as retired, and was not there"]),
}  # fmt: skip


@pytest.mark.slow
@pytest.mark.parametrize(("damage", "expected"), PARTS.values(), ids=PARTS)
def test_a_part_that_went_is_listed_once(
    damage: Callable[[dict[str, Any]], object], expected: list[str]
) -> None:
    """A clause that is retired says so, though its text is listed too."""
    files = without_it()
    damage(files)
    found = check_changes.problems(with_a_clause_more(), corpus_of(files))
    assert sorted(line for line in found if "#" in line) == expected


@pytest.mark.slow
@pytest.mark.parametrize(("damage", "expected"), BREAKS.values(), ids=BREAKS)
def test_a_wrong_list_is_found_out(
    damage: Callable[[dict[str, Any]], object], expected: list[str]
) -> None:
    """The check itself is checked: each way of being wrong has its line."""
    files = second()
    damage(files)
    assert sorted(check_changes.problems(FIRST, corpus_of(files))) == sorted(expected)


def test_a_comparison_has_the_reasons_and_sources_of_the_newer_release() -> None:
    """A source may be new itself; what an earlier release retired is not said again."""
    said = {
        change.record: ([one.reason for one in change.said], [one.id for one in change.sources])
        for change in natopa.diff(FIRST, SECOND).changes
    }
    assert said["490"] == (["About 490."], ["radio"])
    assert said["arms"] == (["About arms."], [])
    assert set(said) == {"arms", "490", "ben", "war", "radio"}
    files = third()
    files["topics.json"].append({"id": "arms", "name": "Arms and men"})
    files[MANIFEST]["changes"] = []
    del files[MANIFEST]["changes"]
    back = {change.record: change.said for change in natopa.diff(SECOND, corpus_of(files)).changes}
    assert back == {"arms": ()}


def test_what_an_earlier_release_said_is_not_said_again() -> None:
    """An entry that only stays listed is of the release that made it."""
    files = second()
    files["topics.json"].append({"id": "arms", "name": "Arms and men"})
    files[MANIFEST]["changes"] = files[MANIFEST]["changes"][1:]
    found = natopa.diff(corpus_of(files), THIRD).changes
    assert [(change.record, change.said) for change in found] == [("arms", ())]


def test_what_is_retired_stays_listed() -> None:
    """A later release that forgets it, or makes another of it, is found out."""
    files = third()
    del files[MANIFEST]["changes"]
    found = check_changes.problems(SECOND, corpus_of(files))
    assert found == ["arms: retired, and no longer listed"]
    files = third()
    files[MANIFEST]["changes"][0]["reason"] = "Another."
    found = check_changes.problems(SECOND, corpus_of(files))
    assert found == ["arms: retired, and no longer listed", "arms: not retired in second"]


def test_the_coverage_of_a_text_grows_with_it() -> None:
    """More clauses make a text partial, and that is not a correction."""
    files = first()
    text = files["resolutions/490.json"][0]
    text |= {"coverage": "partial"}
    text["clauses"] = [
        {
            "id": "490#a",
            "role": "unknown",
            "summary": "A.",
            "citations": [{"source": "press"}],
            "seen": "reported",
        }
    ]
    found = natopa.diff(FIRST, corpus_of(files)).by_record()["490"]
    assert kind_of_change(found) == model.ChangeKind.EXTENDED


@pytest.mark.slow
def test_the_tool_prints_what_is_missing(capsys: pytest.CaptureFixture[str]) -> None:
    """A line for each problem, and exit status 1; two versions, or all in turn."""
    assert check_changes.main([]) == 0
    assert capsys.readouterr().out == "every change is listed, and nothing else\n"
    assert check_changes.main([VERSIONS[-1], VERSIONS[0]]) == 1
    assert "2024-annual: retired, and not listed\n" in capsys.readouterr().out


# Ids.


def reused_ids(old: natopa.Corpus, new: natopa.Corpus) -> list[str]:
    """Name the ids that mean something else in `new`, or are gone from it without a word."""
    found: list[str] = []
    for identifier, record in old._index.items():
        if identifier in new._index:
            if type(new._index[identifier]) is not type(record):
                found.append(f"{identifier}: another kind")
        elif new.release.retirement(identifier) is None:
            found.append(f"{identifier}: gone")
    return found + [
        f"{change.record}: back"
        for change in old.release.changes
        if change.kind == model.ChangeKind.RETIRED and change.record in new._index
    ]


@pytest.mark.parametrize(("old", "new"), PAIRS)
def test_no_id_is_used_again(old: str, new: str) -> None:
    """An id means the same record in every release that has it; one that is gone is retired."""
    assert reused_ids(natopa.load(old), natopa.load(new)) == []


def test_an_id_that_is_used_again_is_found_out() -> None:
    """In another kind, gone without a word, or back after it was retired."""
    assert reused_ids(FIRST, SECOND) == reused_ids(SECOND, THIRD) == reused_ids(FIRST, THIRD) == []
    files = second()
    files["topics.json"][1] = {"id": "ben", "name": "Ben"}
    files["persons.json"].pop()
    del files[MANIFEST]["changes"]
    for name in ("sessions/2024-spring.json", "declarations/489.json", "claims/press.json",
                 "statements/ada.json", "resolutions/490.json"):  # fmt: skip
        files.pop(name)
        files[MANIFEST]["files"].remove(name)
    new = corpus_of(files)
    found = reused_ids(FIRST, new)
    assert "ben: another kind" in found
    assert {"arms: gone", "490: gone", "489#lift: gone"} <= set(found)
    assert reused_ids(SECOND, FIRST) == ["war: gone", "radio: gone", "arms: back"]


@pytest.mark.parametrize("corpus", [SECOND, THIRD], ids=["second", "third"])
def test_looking_up_a_retired_id_says_so(corpus: natopa.Corpus) -> None:
    """In the release that retired it and in later ones: when, why, and what took its place.

    It says so even where the successor has the id among its names.
    """
    assert corpus.topic("weapons").other_names == ("Arms",)
    for look in (corpus.topic, corpus.resolve, corpus.find, corpus.clause, corpus.text):
        with pytest.raises(natopa.NotFoundError) as caught:
            look("arms")
        error = caught.value
        assert error.successor == "weapons"
        assert error.suggestions == ()
        assert str(error).endswith(
            "'arms'; it was retired in release second: About arms; its successor is 'weapons'"
        )
    assert FIRST.topic("arms").name == "Arms and men"


def test_the_parts_of_a_retired_record_are_retired_with_it() -> None:
    """Its clauses and editions too; one without a successor names none."""
    files = third()
    for change in files[MANIFEST]["changes"]:
        change.update(record="488")
        del change["successor"]
    corpus = corpus_of(files)
    for reference in ("488", "488#lift", "488@draft"):
        with pytest.raises(natopa.NotFoundError) as caught:
            corpus.resolve(reference)
        assert caught.value.successor is None
        assert str(caught.value).endswith("it was retired in release second: About arms")
    with pytest.raises(natopa.NotFoundError) as caught:
        corpus.declaration(488)
    assert "retired" in caught.value.hint


@pytest.mark.parametrize("number", [-1, 0, 3, 99])
def test_a_format_that_the_code_does_not_know_is_refused_by_its_number(number: int) -> None:
    """Newer or never: the error says which format was found, and which one is known."""
    files = first()
    files[MANIFEST]["format"] = number
    with pytest.raises(errors.InvalidReleaseError) as caught:
        corpus_of(files)
    assert caught.value.path == "$.format"
    assert caught.value.found == f"format {number}"
    assert caught.value.expected.startswith("format 1 or 2, which")


def test_a_release_from_before_a_key_was_added_is_read() -> None:
    """Keys that were added to format 1 may be left out, so the oldest release is read as it is."""
    manifest = json.loads(natopa.release_files(VERSIONS[0]).joinpath(MANIFEST).read_bytes())
    assert manifest["format"] == 1
    assert not any("successor" in change for change in manifest["changes"])
    assert natopa.load(VERSIONS[0]).release.changes[0].successor is None
