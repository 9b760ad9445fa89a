"""`natopa search`, as a person or a script meets it."""

from __future__ import annotations

import json
import re
from typing import get_args

import pytest

import natopa_declarations as natopa
from natopa_declarations import model
from natopa_declarations.__main__ import main
from natopa_declarations._show.outline import outline
from natopa_declarations._show.text import render

SOFIA = ["--release", "2026.1"]


@pytest.mark.slow
@pytest.mark.parametrize("query", ["air defence", "ukraine", "in all its dimensions", "the OR of"])
def test_hits_fit_into_eighty_columns(query: str, capsys: pytest.CaptureFixture[str]) -> None:
    """Each hit names its record, kind and field, and marks the words in the snippet."""
    assert main(["search", query, *SOFIA, "--limit", "999"]) == 0
    output = capsys.readouterr()
    assert output.err == ""
    lines = output.out.splitlines()
    assert all(len(line) <= 80 and line == line.rstrip() for line in lines)
    hits = natopa.load("2026.1").search(query)
    ranks = [int(rank) for rank in re.findall(r"^ *(\d+)\. ", output.out, re.MULTILINE)]
    assert ranks == [hit.rank for hit in hits]
    shown = " ".join(output.out.split())
    for hit in hits:
        # Persons, bodies and topics are told by their names.
        record = natopa.load("2026.1").resolve(hit.ref)
        assert (getattr(record, "name", None) or f"({hit.ref})") in shown
        assert f"{hit.kind}, {hit.field}" in shown
        assert " ".join(hit.snippet.split()) in re.sub(r"[\[\]]", "", shown)


def test_the_words_are_marked() -> None:
    """Brackets stand around the words, and words side by side share them."""
    (hit,) = natopa.load("2026.1").search("air defence systems vital", kind="statement")
    shown = " ".join(render(outline(hit)).split())
    assert "It matters that [air defence systems] and other [vital] weapons reach Ukraine" in shown


def test_a_hit_says_where_it_belongs(capsys: pytest.CaptureFixture[str]) -> None:
    """Title, text, session and date stand with the id, so that nobody need look them up."""
    assert main(["search", "lifting restrictions", "--kind", "clause", *SOFIA]) == 0
    shown = " ".join(capsys.readouterr().out.split())
    for words in (
        "Asks Allied governments to lift some restrictions",
        "(489#lift-restrictions)",
        "Declaration 489: Standing with Ukraine until Victory (489)",
        "Sofia, spring session 2024 (2024-spring)",
        "27 May 2024",
    ):
        assert words in shown


@pytest.mark.slow
def test_words_need_no_quotes_in_the_shell(capsys: pytest.CaptureFixture[str]) -> None:
    """Several arguments are one query."""
    assert main(["search", "air", "defence"]) == 0
    several = capsys.readouterr().out
    assert main(["search", "air defence"]) == 0
    assert capsys.readouterr().out == several


def test_restrictions(capsys: pytest.CaptureFixture[str]) -> None:
    """A kind, a session and a limit restrict the hits, and more than the limit is said."""
    arguments = ["search", "russia", "--kind", "clause", "--session", "sofia", *SOFIA]
    assert main([*arguments, "--limit", "2", "--json"]) == 0
    hits = json.loads(capsys.readouterr().out)
    assert [(hit["kind"], hit["rank"]) for hit in hits] == [("clause", 1), ("clause", 2)]
    assert main([*arguments, "--limit", "2"]) == 0
    assert capsys.readouterr().out.endswith("\nthese are the first 2; --limit shows more\n")
    found = len(natopa.load("2026.1").search("russia", kind="clause"))
    assert main([*arguments, "--limit", str(found)]) == 0
    assert "these are the first" not in capsys.readouterr().out


def test_hits_as_json(capsys: pytest.CaptureFixture[str]) -> None:
    """The JSON of a hit has its fields in their order, and the spans as offsets."""
    assert main(["search", '"air defence"', "--json", *SOFIA]) == 0
    first = json.loads(capsys.readouterr().out)[0]
    assert list(first) == ["record", "ref", "kind", "rank", "field", "snippet", "spans"]
    (span,) = first["spans"]
    assert first["snippet"][span["start"] : span["end"]] == "air defence"


@pytest.mark.slow
@pytest.mark.parametrize("extra", [[], ["--json"]])
def test_nothing_found_is_one(extra: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    """As with grep, the exit status is 1 where nothing was found."""
    assert main(["search", "zebra", *extra]) == 1
    output = capsys.readouterr()
    assert output.err == "natopa: nothing was found; no record has 'zebra'\n"
    assert output.out == ("[]\n" if extra else "")


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["(air"], "in the query '(air', character 5: expected ')', found the end of the query"),
        ([""], "expected at least one word, found an empty query"),
        (["air", "--kind", "clauses"], "no kind of record to search 'clauses'; the kinds are"),
        (["air", "--session", "2024-sprin"], "no session '2024-sprin'; did you mean"),
    ],
)
def test_what_cannot_be_searched_is_two(
    arguments: list[str], message: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """A malformed query and an unknown kind or session are one line and exit status 2."""
    assert main(["search", *arguments]) == 2
    output = capsys.readouterr()
    assert output.out == ""
    assert message in output.err
    assert output.err.startswith("natopa: ")
    assert output.err.count("\n") == 1


@pytest.mark.parametrize("limit", ["0", "-1", "x", "\u00bd", "\u0663x"])
def test_a_limit_that_is_none(limit: str, capsys: pytest.CaptureFixture[str]) -> None:
    """A limit is a whole number from 1."""
    with pytest.raises(SystemExit) as stopped:
        main(["search", "air", f"--limit={limit}"])
    assert stopped.value.code == 2
    assert f"expected a whole number from 1, found {limit!r}" in capsys.readouterr().err


def test_the_help_names_the_kinds(capsys: pytest.CaptureFixture[str]) -> None:
    """The kinds of the help are those of the library."""
    with pytest.raises(SystemExit):
        main(["search", "--help"])
    text = " ".join(capsys.readouterr().out.split())
    kinds = get_args(model.SearchKind)
    assert f"{', '.join(kinds[:-1])} or {kinds[-1]}" in text
