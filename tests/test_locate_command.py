"""`natopa locate`, as a fact-checker or a script meets it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from benchmarks.quotations import cases

import natopa_declarations as natopa
from natopa_declarations.__main__ import main

CASES = [*cases("tuning"), *cases("held-out")]
EXACT = "to strike legitimate targets in Russia"
NEAR = "Ukraine must be provided with all that it needs"


def locate(*arguments: str, words: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    """Run the command in a process of its own, with `words` on its standard input."""
    return subprocess.run(
        [sys.executable, "-m", "natopa_declarations", "locate", *arguments],
        input=words,
        capture_output=True,
        env={**os.environ, "PYTHONIOENCODING": "utf-8"},
        check=False,
    )


@pytest.mark.parametrize("quote", [case["quote"] for case in CASES])
def test_it_fits_into_eighty_columns(quote: str, capsys: pytest.CaptureFixture[str]) -> None:
    """The outcome first, in lines of 80 columns; only an address may be longer."""
    status = main(["locate", quote, "--release", "2026.1"])
    output = capsys.readouterr().out
    outcome = natopa.load("2026.1").locate(quote).outcome
    assert output.startswith(outcome.name)
    assert status == int(outcome != "exact")
    for line in output.splitlines():
        assert len(line) <= 80 or "http" in line
        assert line == line.rstrip()


def test_it_says_all_that_a_fact_checker_asks(capsys: pytest.CaptureFixture[str]) -> None:
    """Where, whose words, how faithful, what differs and who has it so, and the address."""
    assert main(["locate", f"{NEAR} now", "--release", "2026.1"]) == 1
    output = " ".join(capsys.readouterr().out.split())
    for expected in (
        "489#everything-it-needs, words of the text, Declaration 489: Standing with Ukraine",
        "quoted in translation, not the official words, language en, 9 of 10 words agree",
        "[1, paragraph 9]",
        "[needs to be] {must be} a known reading [2]",
        "[] {now}",
        "Inference: The French release",
        "https://en.lb.ua/news/2024/05/27/29512_nato_pa_urges_governments_allow.html",
        "https://www.nato-pa.int/news/nato-pa-urges-allies",
    ):
        assert expected in output


@pytest.mark.parametrize(
    ("quote", "expected"),
    [
        (NEAR, "Every difference is a reading of one source: NATO Parliamentary Assembly."),
        ("let Ukraine do what it has to do", "words of Michał Szczerba, President of the NATO"),
        ("Standing with Ukraine until Victory", "title, Declaration 489"),
        ("United with Ukraine - Until Victory", "489@draft, title, Declaration 489"),
        (
            "support Ukraine ... by lifting some restrictions",
            "left out “in its international right to defend",
        ),
        ("It is about lifting certain restrictions on strikes", "paraphrase, not to be quoted"),
        ("to confront the Russian threat", "at the Washington Summit (490), quoted in translation"),
        ("flamingos for everyone", "Of most texts a release holds the title"),
    ],
)
def test_whose_words(quote: str, expected: str, capsys: pytest.CaptureFixture[str]) -> None:
    """Texts, persons, titles and paraphrases are told apart in plain words."""
    main(["locate", quote, "--release", "2026.1"])
    assert expected in " ".join(capsys.readouterr().out.split())


def test_a_paraphrase_is_not_compared(capsys: pytest.CaptureFixture[str]) -> None:
    """How near words come to those that nobody said is no help to anyone."""
    half = "NATO would be significantly weakened if it helped with half measures"
    assert main(["locate", half, "--release", "2026.1"]) == 1
    output = capsys.readouterr().out
    assert "REPORTS AND PARAPHRASES THAT IT FOLLOWS" in output
    assert "agreement" not in output
    assert "\u201c" not in output


def test_json_has_the_fields(capsys: pytest.CaptureFixture[str]) -> None:
    """`--json` has the fields of the values, records as their ids, and the same status."""
    assert main(["locate", EXACT, "--json", "--release", "2026.1"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert (found["text"], found["outcome"]) == (EXACT, "exact")
    (passage,) = found["passages"]
    assert passage["ref"] == "489#lift-restrictions"
    assert passage["citations"][0]["source"] == "lb-ua-29512"
    assert main(["locate", NEAR, "--json", "--release", "2026.1"]) == 1
    (passage,) = json.loads(capsys.readouterr().out)["passages"]
    assert passage["variants"][0]["readings"][0]["text"] == "must be"


def test_an_article_comes_through_a_pipe() -> None:
    """`-` reads the standard input; bytes that are no letters are no reason to stop."""
    article = f"It was late.\n\u201c{EXACT},\u201d the text says.\n".encode() + b"\xff\xfe\n"
    output = locate("-", words=article)
    assert output.returncode == 1
    assert "PIECES OF IT THAT STAND THERE" in output.stdout.decode()
    assert EXACT in " ".join(output.stdout.decode().split())
    assert output.stderr == b""


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        ([], "the following arguments are required"),
        (["--nonsense", EXACT], "--nonsense"),
        (["of the"], "expected at least 3 words for a quotation (for fewer there is search)"),
        (["We need ... Russia"], "expected at least 6 words for a quotation with 1 ellipsis"),
        ([""], "expected the words of a quotation, found ''"),
        (["-"], "expected the words of a quotation, found ''"),
        ([EXACT, "--release", "2025.9"], "the packaged releases are"),
        ([EXACT, "--folder", "no-such-folder"], "expected a folder"),
    ],
)
def test_what_is_wrong_is_no_answer(arguments: list[str], expected: str, tmp_path: Path) -> None:
    """Exit status 2, so that nobody takes a mistake for an absent quotation."""
    output = subprocess.run(
        [sys.executable, "-m", "natopa_declarations", "locate", *arguments],
        stdin=subprocess.DEVNULL, capture_output=True, text=True, cwd=tmp_path, check=False,
    )  # fmt: skip
    assert output.returncode == 2
    assert output.stdout == ""
    assert expected in output.stderr
    assert "Traceback" not in output.stderr


def test_the_quotes_of_the_shell_may_be_left_out(capsys: pytest.CaptureFixture[str]) -> None:
    """Words that come as several arguments are one quotation."""
    assert main(["locate", *EXACT.split()]) == 0
    assert "489#lift-restrictions" in capsys.readouterr().out


def test_help_is_no_mistake() -> None:
    """The help ends with status 0 and explains the others, in 80 columns."""
    output = locate("--help")
    assert output.returncode == 0
    assert b"0 exact; 1 near or absent; 2 wrong arguments" in output.stdout
    assert max(map(len, output.stdout.decode().splitlines())) <= 80


def test_a_terminal_is_not_misled() -> None:
    """Control characters of a quotation do not reach the terminal."""
    output = locate("to strike \x1b[31mevery legitimate\x1b[0m targets in Russia")
    assert output.returncode == 1
    assert b"\x1b" not in output.stdout
