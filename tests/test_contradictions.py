"""Folders that contradict themselves: what is cheap to see and certain is refused."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

import natopa_declarations as natopa
from tests.small_release import MANIFEST, documents, write
from tests.test_bad_input import CLAIM, DECLARATION, SESSION, check, put, refusal

if TYPE_CHECKING:
    from pathlib import Path

    from tests.small_release import Json

TAG = "a language as a BCP 47 tag, such as 'en'"
CLAUSE = "the id of a clause of '489'"
LINE = "text of one line"
OF_A_TEXT = "a reference to a text, or to a part or edition of one"

CONTRADICTIONS: dict[str, tuple[str, str, Json, str, str]] = {
    "another number than the id": (
        DECLARATION, "$[0].number", 488, "the number that is the id, 489", "488"
    ),
    "a negative number": (DECLARATION, "$[0].number", -5, "a whole number from 0", "-5"),
    "negative votes": (
        DECLARATION, "$[0].votes[0].accounts[0].against", -1, "a whole number from 0", "-1"
    ),
    "adopted before its session": (
        DECLARATION, "$[0].adopted", "1999-01-01", "a day of '2024-spring'", '"1999-01-01"'
    ),
    "another year than the id": (SESSION, "$[0].year", 1900, "the year of '2024-spring'", "1900"),
    "another season than the id": (
        SESSION, "$[0].season", "annual", "the season of '2024-spring'", '"annual"'
    ),
    "a session that begins in another year": (
        SESSION, "$[0].start", "2023-12-30", "a day of 2024", '"2023-12-30"'
    ),
    "an end before its start": (
        SESSION, "$[0].end", "2024-05-20", "nothing before start, which is 2024-05-24",
        '"2024-05-20"',
    ),
    "a membership that ends before it starts": (
        "persons.json", "$[0].memberships[0].end", "2022",
        "nothing before start, which is 2023", '"2022"',
    ),
    "a range of numbers upside down": (
        "gaps.json", "$[0].last_number", 0, "nothing before number, which is 1", "0"
    ),
    "no language": ("sources.json", "$[0].language", "not a language", TAG, '"not a language"'),
    "half a language": ("sources.json", "$[0].language", "en-", TAG, '"en-"'),
    "a language of one letter": ("sources.json", "$[0].language", "e", TAG, '"e"'),
    "a long language": ("sources.json", "$[0].language", "e" * 9, TAG, '"eeeeeeeee"'),
    "no citation": (DECLARATION, "$[0].citations", [], "at least one citation", "an empty list"),
    "a topic twice": (
        DECLARATION, "$[0].clauses[0].topics[1]", "weapons", "each once", '"weapons" twice'
    ),
    "a spelling twice": (
        "topics.json", "$[0].other_names[1]", "Arms", "each once", '"Arms" twice'
    ),
    "about the same twice": ("statements/ada.json", "$[0].about[3]", "489",
                             "each once", '"489" twice'),
    "presence of a source": (
        DECLARATION, "$[0].editions[0].presences[0].clause", "press", CLAUSE, '"press"'
    ),
    "presence of an amendment": (
        DECLARATION, "$[0].editions[0].presences[0].clause", "489#amendment", CLAUSE,
        '"489#amendment"',
    ),
    "presence of the text": (
        DECLARATION, "$[0].editions[0].presences[0].clause", "489", CLAUSE, '"489"'
    ),
    "presence of another text's clause": (
        DECLARATION, "$[0].editions[0].presences[0].clause", "490#lift", CLAUSE, '"490#lift"'
    ),
    "insertion of a source": (
        DECLARATION, "$[0].amendments[0].inserts[0]", "press", CLAUSE, '"press"'
    ),
    "a vote on a topic": (
        DECLARATION, "$[0].votes[0].on", "weapons", "'489', or a part or edition of it",
        '"weapons"',
    ),
    "a relation to a person": (
        DECLARATION, "$[0].relations[0].target", "ben", OF_A_TEXT, '"ben"'
    ),
    "a claim of another source": (
        CLAIM, "$[0].citation.source", "minutes", "'press', as the id says", '"minutes"'
    ),
    "text that nobody sees": (
        DECLARATION, "$[0].title", "\u200b\u2060", "text that is not blank", r'"\u200b\u2060"'
    ),
    "a title of two lines": (DECLARATION, "$[0].title", "A\nB", LINE, r'"A\nB"'),
    "a version of two lines": (MANIFEST, "$.version", "mine\nok", LINE, r'"mine\nok"'),
    "a version with a tab": (MANIFEST, "$.version", "mine\tok", LINE, r'"mine\tok"'),
    "a successor that is itself": (
        MANIFEST, "$.changes[1].successor", "488", "a successor that is not its own", '"488"'
    ),
}  # fmt: skip


@pytest.mark.slow
@pytest.mark.parametrize(
    ("file", "path", "value", "expected", "found"), CONTRADICTIONS.values(), ids=CONTRADICTIONS
)
def test_a_contradiction_is_named(
    tmp_path: Path, file: str, path: str, value: Json, expected: str, found: str
) -> None:
    """What cannot be true is refused where it stands."""
    files = documents()
    put(files, file, path, value)
    check(write(tmp_path, files), file, path, expected, found)


def test_two_texts_have_two_numbers(tmp_path: Path) -> None:
    """A number is that of one text, whatever the ids are."""
    files = documents()
    put(files, "resolutions/490.json", "$[0].id", "another")
    put(files, "resolutions/490.json", "$[0].number", 489)
    place, expected = "$[0].number", "a number of its own"
    check(write(tmp_path, files), "resolutions/490.json", place, expected, "489, as that of '489'")


def test_an_id_is_retired_once_and_never_in_a_circle(tmp_path: Path) -> None:
    """Of two successors one would win silently, and a circle has no end."""
    files = documents()
    put(files, MANIFEST, "$.changes[2]", {"record": "488", "kind": "retired", "reason": "Again."})
    check(write(tmp_path, files), MANIFEST, "$.changes[2].record", "an id retired once", '"488"')
    ring: list[Json] = [
        {"record": name, "kind": "retired", "reason": "In a ring.", "successor": successor}
        for name, successor in (("a", "b"), ("b", "c"), ("c", "a"), ("d", "a"))
    ]
    for position, change in enumerate(ring):
        put(files, MANIFEST, f"$.changes[{position + 2}]", change)
    error = refusal(write(tmp_path, files))
    assert (error.path, error.found, error.more) == ("$.changes[2].successor", '"b"', 0)
    for position, name, successor in ((6, "e", "f"), (7, "f", "e")):
        second: Json = {"record": name, "kind": "retired", "reason": "R.", "successor": successor}
        put(files, MANIFEST, f"$.changes[{position}]", second)
    assert refusal(write(tmp_path, files)).more == 1


def test_what_is_as_exact_as_its_source_is_no_contradiction(tmp_path: Path) -> None:
    """A month may hold the start and the end, and a session with another id may be in any year."""
    files = documents()
    put(files, SESSION, "$[0].start", "2024-05-30")
    put(files, SESSION, "$[0].end", "2024-05")
    put(files, DECLARATION, "$[0].adopted", "2024")
    put(files, "sources.json", "$[0].language", "zh-Hant-TW")
    assert natopa.load(write(tmp_path, files)).session("2024-spring").end is not None


FINE: dict[str, list[tuple[str, str, Json]]] = {
    "a session of one day": [(SESSION, "$[0].start", "2024-05-27")],
    "a range of one number": [("gaps.json", "$[0].last_number", 1)],
    "a range of one year": [("gaps.json", "$[1].last_year", 1900)],
    "the same citation twice": [("bodies.json", "$[0].citations[1]", {"source": "press"}),
                                ("bodies.json", "$[0].citations[2]", {"source": "press"})],
    "no wordings": [("statements/ada.json", "$[0].wordings", [])],
    "a number of eighteen digits": [("sizes.json", "$[0].members", 10**18 - 1)],
    **{f"the language {tag}": [("sources.json", "$[0].language", tag)]
       for tag in ("en", "abcdefgh", "en-1", "en-GB-abcdefgh")},
}  # fmt: skip


@pytest.mark.parametrize("changes", FINE.values(), ids=FINE)
def test_the_limit_of_what_can_be_is_no_contradiction(
    tmp_path: Path, changes: list[tuple[str, str, Json]]
) -> None:
    """The first and the last may be one, and a list may repeat what is not an id."""
    files = documents()
    for file, path, value in changes:
        put(files, file, path, value)
    assert natopa.load(write(tmp_path, files)).declaration(489).number == 489


@pytest.mark.parametrize(
    "name", ["some-spring", "12024-spring", "2024-extra", "2024-spring-extra"]
)
def test_a_session_whose_id_says_nothing_may_be_in_any_year(tmp_path: Path, name: str) -> None:
    """Only a year of four digits and a season say when it was."""
    text = json.dumps(documents()).replace("2024-spring", name)
    files = json.loads(
        text.replace('"year": 2024', '"year": 1900').replace('"2024-05', '"1900-05')
    )
    assert natopa.load(write(tmp_path, files)).session(name).year == 1900


WRONG_TAGS = ["e1", "\u00e9\u00e9", "en-!", "en-abcdefghi", "en_GB", "-en", "1n"]


@pytest.mark.parametrize("tag", WRONG_TAGS, ids=ascii)
def test_a_language_is_a_tag(tmp_path: Path, tag: str) -> None:
    """Two to eight letters, then parts of up to eight letters or digits."""
    files = documents()
    put(files, "sources.json", "$[0].language", tag)
    check(write(tmp_path, files), "sources.json", "$[0].language", TAG, json.dumps(tag))
