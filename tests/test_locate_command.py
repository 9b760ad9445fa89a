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

CASES = [case for name in ("seen", "held-out") for case in cases(name)]
QUOTES = [case["quote"] for case in CASES if case["corpus"] == "2026.1"]
EXACT = "to strike legitimate targets in Russia"
NEAR = "Ukraine must be provided with all that it needs"


def run(*arguments: str, words: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    """Run a command in a process of its own, with `words` on its standard input."""
    return subprocess.run(
        [sys.executable, "-m", "natopa_declarations", *arguments],
        input=words,
        capture_output=True,
        env={**os.environ, "PYTHONIOENCODING": "utf-8"},
        check=False,
    )


@pytest.mark.slow
@pytest.mark.parametrize("quote", QUOTES)
def test_it_fits_into_eighty_columns(quote: str, capsys: pytest.CaptureFixture[str]) -> None:
    """The outcome first, in lines of 80 columns; only an address may be longer."""
    status = main(["locate", quote, "--release", "2026.1"])
    output = capsys.readouterr().out
    outcome = natopa.load("2026.1").locate(quote).outcome
    assert output.startswith(outcome.upper())
    assert status == (outcome in {"near", "absent"})
    for line in output.splitlines():
        assert len(line) <= 80 or "http" in line
        assert line == line.rstrip()


def test_it_says_all_that_a_fact_checker_asks(capsys: pytest.CaptureFixture[str]) -> None:
    """Where, whose words, how faithful, what differs and who has it so, and the address."""
    assert main(["locate", f"{NEAR} now", "--release", "2026.1"]) == 1
    output = " ".join(capsys.readouterr().out.split())
    for expected in (
        "489#everything-it-needs, the text of Declaration 489: Standing with Ukraine until",
        "quoted in translation, not the official words, language en, 9 of 10 words agree",
        "[1, paragraph 9]",
        "[needs to be] {must be} a known reading [2]",
        "[as] {now}",
        "Inference: The French release",
        "https://en.lb.ua/news/2024/05/27/29512_nato_pa_urges_governments_allow.html",
        "https://www.nato-pa.int/news/nato-pa-urges-allies",
    ):
        assert expected in output


@pytest.mark.slow
@pytest.mark.parametrize(
    ("quote", "expected"),
    [
        (NEAR, "Every difference is a reading of one source: NATO Parliamentary Assembly."),
        (NEAR, "READING: the words of NATO Parliamentary Assembly"),
        ("let Ukraine do what it has to do", "said by Michał Szczerba, President of the NATO"),
        ("Standing with Ukraine until Victory", "the title of Declaration 489"),
        ("United with Ukraine - Until Victory", "the title of an edition of Declaration 489"),
        (
            "support Ukraine ... by lifting some restrictions",
            "left out “in its international right to defend",
        ),
        ("It is about lifting certain restrictions on strikes", "paraphrase, not to be quoted"),
        ("to confront the Russian threat", "at the Washington Summit (490), by inference"),
        ("flamingos for everyone", "Of 0 of the 2 texts searched, the title alone is held."),
        ("Mike Turner", "mike-turner, a name"),
        ("contain this clause", "right after not"),
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
    assert main(["locate", NEAR, "--json", "--release", "2026.1"]) == 0
    (passage,) = json.loads(capsys.readouterr().out)["passages"]
    assert passage["variants"][0]["readings"][0]["text"] == "must be"


@pytest.mark.slow
def test_words_come_through_a_pipe() -> None:
    """`-` reads the standard input; bytes that are not letters do not stop it."""
    output = run("locate", "-", words=f"\u201c{EXACT}\u201d\n".encode() + b"\xff\xfe\n")
    assert output.returncode == 0
    assert output.stdout.decode().startswith("EXACT")
    assert output.stderr == b""


# Articles.

ARTICLE = (
    'It says "to strike legitimate targets in Russia", and not "lifting all restrictions on the'
    ' use of weapons" or "flamingos for every town in the north".'
)


@pytest.mark.slow
def test_an_article_is_checked(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The counts first, then a verdict for each quotation, in 80 columns."""
    file = tmp_path / "article.txt"
    file.write_text(ARTICLE, encoding="utf-8")
    assert main(["check", str(file)]) == 1
    lines = capsys.readouterr().out.splitlines()
    assert lines[0] == "1 exact, 1 near, 1 absent"
    assert [line for line in lines if line[:2] in {"1.", "2.", "3."}] == [
        "1. exact", "2. near, but 'all' for 'some': [some] {all}", "3. absent",
    ]  # fmt: skip
    assert all(len(line) <= 80 or "http" in line for line in lines)
    assert main(["check", str(file), "--json"]) == 1
    found = json.loads(capsys.readouterr().out)
    start, end = found["quotations"][2]["places"][0]
    assert found["text"][start:end] == "flamingos for every town in the north"


@pytest.mark.slow
@pytest.mark.parametrize(
    ("article", "flags", "status"),
    [
        (f'"{EXACT}" and "half measures"', [], 0),
        (f'"{NEAR}"', [], 0),
        (ARTICLE, ["--allow-near"], 1),
        ('"lifting all restrictions on the use of weapons"', ["--allow-near"], 0),
        ("nothing is quoted here", [], 0),
        (f"{EXACT}\nflamingos for every town\n", ["--each-line"], 1),
        (f"{EXACT}\n", ["--each-line"], 0),
    ],
)
def test_the_status_tells_whether_all_is_well(article: str, flags: list[str], status: int) -> None:
    """0 where every quotation is exact, a reading or too short, and 1 otherwise."""
    output = run("check", "-", *flags, words=article.encode())
    assert output.returncode == status


@pytest.mark.slow
def test_locate_lets_near_be_good_enough() -> None:
    """The same flag softens the status of one quotation."""
    quote = "lifting all restrictions on the use of weapons"
    assert run("locate", quote).returncode == 1
    assert run("locate", quote, "--allow-near").returncode == 0


@pytest.mark.slow
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_an_article_may_be_written_in_any_of_these(encoding: str) -> None:
    """What an editor of texts writes is read, whatever its marks."""
    article = "Er zitiert \u201eto strike legitimate targets in Russia\u201c f\u00fcr alle."
    output = run("check", "-", words=article.encode(encoding))
    assert output.stdout.decode().startswith("1 exact")


def test_a_file_given_to_locate_is_said_to_be_one(tmp_path: Path) -> None:
    """The name of a file is not a quotation, and the error says what to try."""
    file = tmp_path / "article.txt"
    file.write_text(ARTICLE, encoding="utf-8")
    output = run("locate", str(file))
    assert output.returncode == 2
    assert b"is a file, not a quotation: try `natopa check " in output.stderr


@pytest.mark.parametrize(
    ("name", "content", "expected"),
    [
        ("missing.txt", None, "no file 'missing.txt'; give a file, or - for a pipe"),
        (".", None, "it is not a plain file"),
        ("a\0b", None, "no file"),
        ("x" * 5000, None, "no file"),
        ("scan.pdf", b"%PDF-1.7 ...", "the article is not plain text"),
        ("null.txt", b"a\0b", "the article is not plain text"),
    ],
)
def test_a_file_that_cannot_be_checked(
    name: str, content: bytes | None, expected: str, tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str],
) -> None:  # fmt: skip
    """One clear line and status 2."""
    monkeypatch.chdir(tmp_path)
    if content is not None:
        Path(name).write_bytes(content)
    assert main(["check", name]) == 2
    assert expected in capsys.readouterr().err


@pytest.mark.slow
@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        ([], "the following arguments are required"),
        (["--nonsense", EXACT], "--nonsense"),
        ([EXACT, "--speaker", "Nobody"], "no person 'Nobody'"),
        ([EXACT, "--about", "999"], "no record '999'"),
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


@pytest.mark.slow
def test_the_quotes_of_the_shell_may_be_left_out(capsys: pytest.CaptureFixture[str]) -> None:
    """Words that come as several arguments are one quotation."""
    assert main(["locate", *EXACT.split()]) == 0
    assert "489#lift-restrictions" in capsys.readouterr().out


def test_help_is_no_mistake() -> None:
    """The help ends with status 0 and explains the others, in 80 columns."""
    output = run("locate", "--help")
    assert output.returncode == 0
    assert b"0 exact, a reading or too short; 1 near or absent; 2 an error" in output.stdout
    assert max(map(len, output.stdout.decode().splitlines())) <= 80


@pytest.mark.slow
def test_a_terminal_is_not_misled() -> None:
    """Control characters of a quotation do not reach the terminal."""
    output = run("locate", "to strike \x1b[31mevery legitimate\x1b[0m targets in Russia")
    assert output.returncode == 1
    assert b"\x1b" not in output.stdout
