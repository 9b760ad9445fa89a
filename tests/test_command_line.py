"""The command line, as a person or a script meets it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

import natopa_declarations as natopa
from natopa_declarations.__main__ import main
from natopa_declarations._corpus.corpus import COLLECTIONS
from tests.small_release import documents, write

CORPUS = natopa.load()
REFERENCES = [
    *sorted(CORPUS._index)[::7], "489", "490", "2024-spring", "489@draft", "489#lift-restrictions",
    "lb-ua-29512#s20", "szczerba-half-measures", "489#vote-whole", "489#amendment-restrictions",
    "2024-spring#candidate-status", "lb-ua-29512", "Cherniev", "nato", "weapons-restrictions",
]  # fmt: skip


def natopa_command(*arguments: str, **options: str) -> subprocess.CompletedProcess[str]:
    """Run the command in a process of its own, as a shell would."""
    return subprocess.run(
        [sys.executable, "-m", "natopa_declarations", *arguments],
        capture_output=True,
        text=True,
        encoding="utf-8",
        env={**os.environ, "PYTHONIOENCODING": "utf-8", **options},
        check=False,
    )


@pytest.mark.slow
@pytest.mark.parametrize("reference", REFERENCES)
def test_show_fits_into_eighty_columns(reference: str, capsys: pytest.CaptureFixture[str]) -> None:
    """Every kind of record is shown; only an address may be longer than a line."""
    assert main(["show", reference]) == 0
    output = capsys.readouterr().out
    for line in output.splitlines():
        assert len(line) <= 80 or "http" in line
        assert line == line.rstrip()


def test_show_has_everything_on_a_declaration(capsys: pytest.CaptureFixture[str]) -> None:
    """Title, session, date, clauses, readings, amendment, votes, statements and sources."""
    assert main(["show", "489", "--release", "2026.1"]) == 0
    output = " ".join(capsys.readouterr().out.split())
    declaration = natopa.load("2026.1").declaration(489)
    expected = ["Standing with Ukraine until Victory", "Sofia", "27 May 2024"]
    expected += [clause.id for clause in declaration.clauses]
    expected += [wording.text for clause in declaration.clauses for wording in clause.wordings]
    expected += [
        f"“{reading.lemma}” reads “{reading.text}”"
        for clause in declaration.clauses
        for wording in clause.wordings
        for reading in wording.readings
    ]
    expected += [account.summary for vote in declaration.votes for account in vote.accounts]
    expected += ["489#amendment-restrictions", "led by Mike Turner and Gerald Connolly"]
    expected += ["489#lift-restrictions: absent", "Any other clause: not known"]
    expected += [statement.id for statement in natopa.load("2026.1").statements()]
    expected += ["https://www.nato-pa.int/news/nato-pa-urges-allies"]
    assert [words for words in expected if words not in output] == []


@pytest.mark.slow
@pytest.mark.parametrize("kind", COLLECTIONS)
@pytest.mark.parametrize("terminal", [True, False])
def test_lists_print_one_line_a_record(
    kind: str,
    terminal: bool,  # noqa: FBT001 - It is a case of the test.
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Each line has the id first; it is cut at 80 columns for a terminal, and else it is whole."""
    monkeypatch.setattr(sys.stdout, "isatty", lambda: terminal)
    assert main(["list", kind]) == 0
    lines = capsys.readouterr().out.splitlines()
    records = COLLECTIONS[kind](CORPUS)
    assert [line.split()[0] for line in lines] == [r.id for r in records]  # type: ignore[attr-defined]
    assert all(line == line.rstrip() for line in lines)
    if terminal:
        assert max(map(len, lines)) <= 80
        return
    for line, record in zip(lines, records, strict=True):
        for name in ("title", "name", "text", "url"):
            words = getattr(record, name, None)
            assert words is None or " ".join(words.split()) in line


@pytest.mark.slow
@pytest.mark.parametrize("kind", COLLECTIONS)
def test_json_lists_are_in_the_format_of_the_files(
    kind: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """What `--json` prints is what a file of a release holds."""
    assert main(["list", kind, "--json"]) == 0
    output = capsys.readouterr().out
    assert output == natopa.to_json(tuple(COLLECTIONS[kind](CORPUS))) + "\n"


FILTERED = [
    ("clauses --role operative --topic weapons-restrictions",
     CORPUS.clauses(role="operative", topic="weapons-restrictions")),
    ("statements --speaker Cherniev --about 489",
     CORPUS.statements(speaker="Cherniev", about=489)),
    ("texts --year 2024 --session 2024-spring", CORPUS.texts(year=2024, session="2024-spring")),
    ("resolutions --number-from 338 --number-to 345 --committee ESC --json",
     CORPUS.resolutions(number_from=338, number_to=345, committee="ESC")),
    ("sessions --held no", CORPUS.sessions(held=False)),
    ("clauses --inferred yes --text 489 --json", CORPUS.clauses(inferred=True, text=489)),
    ("sources --kind weak --date-from 2024", CORPUS.sources(kind="weak", date_from="2024")),
    ("claims --kind office --verdict refined", CORPUS.claims(kind="office", verdict="refined")),
    ("persons --body NATO --role Secretary\tGeneral",
     CORPUS.persons(body="NATO", role="Secretary General")),
]  # fmt: skip


@pytest.mark.slow
@pytest.mark.parametrize(("line", "expected"), FILTERED)
def test_lists_are_filtered_as_the_queries_are(
    line: str, expected: tuple[natopa.Session, ...], capsys: pytest.CaptureFixture[str]
) -> None:
    """A flag for each filter, with and without `--json`."""
    assert expected
    assert main(["list", *line.split(" ")]) == 0
    output = capsys.readouterr().out
    if line.endswith("--json"):
        assert output == natopa.to_json(expected) + "\n"
    else:
        assert [row.split()[0] for row in output.splitlines()] == [r.id for r in expected]


@pytest.mark.parametrize(
    "line",
    ["show 489 --rel 2026.1", "list texts --yea 2024", "search air --lim 1", "diff 489 490 --js"],
)
def test_a_flag_is_written_out(line: str, capsys: pytest.CaptureFixture[str]) -> None:
    """The beginning of a flag is refused, so that a new flag cannot change what it means."""
    with pytest.raises(SystemExit) as caught:
        main(line.split())
    assert caught.value.code == 2
    assert "unrecognized arguments" in capsys.readouterr().err


@pytest.mark.slow
def test_a_list_of_nothing_is_empty(capsys: pytest.CaptureFixture[str]) -> None:
    """Where no record passes, nothing is printed, and that is not an error."""
    assert main(["list", "texts", "--year", "1800"]) == 0
    assert capsys.readouterr().out == ""
    assert main(["list", "texts", "--year", "1800", "--json"]) == 0
    assert json.loads(capsys.readouterr().out) == []


def test_every_filter_has_a_flag_with_help(capsys: pytest.CaptureFixture[str]) -> None:
    """The flags are those of the queries, and each says what it is for."""
    with pytest.raises(SystemExit):
        main(["list", "--help"])
    words = capsys.readouterr().out
    for query in COLLECTIONS.values():
        for name in query.__kwdefaults__ or ():
            flag = f"--{name.replace('_', '-')}"
            assert f"\n  {flag} " in words


@pytest.mark.slow
def test_the_help_stands_without_docstrings() -> None:
    """Python leaves docstrings out under ``-OO``; the help of the filters is not one of them."""
    command = [sys.executable, "-m", "natopa_declarations", "list", "--help"]
    whole = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    command.insert(1, "-OO")
    assert subprocess.run(command, capture_output=True, text=True, check=True).stdout == whole
    assert "who presented it (texts" in " ".join(whole.split())


def test_json_of_one_record(capsys: pytest.CaptureFixture[str]) -> None:
    """`show --json` prints the record as an object."""
    assert main(["show", "489", "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["title"] == "Standing with Ukraine until Victory"


@pytest.mark.slow
@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        (["show", "4989"], "did you mean '499' or"),
        (["show", "489#lift-restriction"], "did you mean '489#lift-restrictions'"),
        (["show", "Chernyew"], "did you mean 'yehor-chernyev'"),
        (["show", "Atlantis"], "no record 'Atlantis'\n"),
        (["show", "###"], "no record '###'"),
        (["show", ""], "no record ''"),
        (["show", "489", "--release", "2025.9"], "the packaged releases are"),
        (
            ["list", "texts", "--topic", "weapon-restrictions", "--release", "2026.3"],
            "did you mean 'weapons-restrictions'",
        ),
        (["list", "clauses", "--role", "operativ"], "the words are preamble, operative, unknown"),
        (
            ["list", "clauses", "--year", "2024"],
            "clauses have no filter --year: expected one of --text",
        ),
        (
            ["list", "gaps", "--session", "2024-spring"],
            "gaps have no filter --session: expected no filter",
        ),
        (["list", "texts", "--year", "MMXXIV"], "year: expected a whole number"),
        (["list", "texts", "--year", "9" * 5000], "a whole number such as 2024; found '999"),
        (["show", "489@drift"], "no edition of 489 'drift'; did you mean 'draft'"),
        (["show", "x" * 5000], f"no record '{'x' * 57}...'\n"),
        (["verify", "x" * 5000], "the packaged releases are"),
        (["list", "texts", "--release", "./mine"], "give a pathlib.Path, or --folder"),
        (["list", "texts", "--date-to", "2024-13"], "expected a date of the calendar"),
        (["list", "texts", "--date-from", "2025", "--date-to", "2024"], "is later than date_to"),
        (["list", "sessions", "--held", "perhaps"], "held: expected yes or no; found 'perhaps'"),
        (["list", "texts", "--folder", "no-such-folder"], "expected a folder"),
        (["list", "texts", "--folder", ""], "manifest.json: expected a file, found nothing"),
    ],
)
def test_what_is_wrong_is_said_in_one_line(
    arguments: list[str],
    expected: str,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
) -> None:
    """Exit status 2, or 1 for what is not found; one line on the error stream alone."""
    monkeypatch.chdir(tmp_path)
    unknown = arguments[0] == "show" and len(arguments) == 2
    assert main(arguments) == (1 if unknown else 2)
    captured = capsys.readouterr()
    assert captured.out == ""
    assert captured.err.startswith("natopa: ")
    assert captured.err.count("\n") == 1
    assert expected in captured.err


@pytest.mark.parametrize(
    "arguments",
    [[], ["show"], ["list"], ["list", "nothing"], ["shwo", "489"],
     ["--nonsense"], ["search", "air", "--limit", "9" * 5000],
     ["show", "489", "--release", "2026.1", "--folder", "."]],
)  # fmt: skip
def test_wrong_arguments_exit_with_two(
    arguments: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    """The usage and what is wrong with it, and no traceback."""
    with pytest.raises(SystemExit) as caught:
        main(arguments)
    assert caught.value.code == 2
    assert "usage: natopa" in capsys.readouterr().err


def test_a_folder_takes_the_place_of_the_release(capsys: pytest.CaptureFixture[str]) -> None:
    """`--folder` shows a release of the user's own."""
    folder = Path(natopa.__file__).parent / "data" / "2026.1"
    assert main(["show", "489", "--folder", str(folder)]) == 0
    assert "Standing with Ukraine" in capsys.readouterr().out


@pytest.mark.slow
def test_a_closed_pipe_ends_it_quietly() -> None:
    """A reader that goes away, such as `head`, sees no traceback."""
    command = f"{sys.executable} -m natopa_declarations list claims --json"
    for reader in ("head -1", "true"):
        output = subprocess.run(
            f"{command} | {reader}", shell=True, capture_output=True, text=True, check=True
        )
        assert output.stderr == ""


@pytest.mark.slow
@pytest.mark.parametrize("arguments", [
    ["show", "489"], ["locate", "to strike legitimate targets in Russia"], ["--help"],
    ["search", "defence"], ["list", "claims"], ["verify"], ["diff", "489@draft", "489@adopted"],
])  # fmt: skip
def test_a_full_disk_is_one_line(arguments: list[str]) -> None:
    """Output that cannot be written is an error in one line."""
    with Path("/dev/full").open("w") as full:
        output = subprocess.run(
            [sys.executable, "-m", "natopa_declarations", *arguments],
            stdout=full, stderr=subprocess.PIPE, text=True, check=False,
        )  # fmt: skip
    assert output.returncode == 2
    assert output.stderr.startswith("natopa: cannot write: ")
    assert output.stderr.count("\n") == 1


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="a shell of Unix closes the streams")
@pytest.mark.parametrize(
    ("line", "status", "error"),
    [
        ("show 489 >&-", 2, "natopa: cannot write: "),
        ("--help >&-", 2, "natopa: cannot write: "),
        ("locate 'let Ukraine do what' >&-", 2, "natopa: cannot write: "),
        ("show 489 2>&-", 0, ""),
        ("show nothing 2>&-", 1, ""),
        ("show nothing 2>/dev/full", 2, ""),
        ("show nothing", 1, "natopa: no record 'nothing'"),
        ("list clauses --year 2024", 2, "natopa: clauses have no filter --year"),
        ("search qqqq 2>&-", 1, ""),
        ("locate - <&-", 2, "natopa: expected the words of a quotation"),
    ],
)
def test_a_closed_stream_is_no_traceback(line: str, status: int, error: str) -> None:
    """Output that is closed cannot be written; an error that is lost still has its status."""
    output = subprocess.run(
        f"{sys.executable} -m natopa_declarations {line}",
        shell=True, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert output.returncode == status
    assert output.stderr.startswith(error)
    assert output.stderr.count("\n") == bool(error)
    assert (output.stdout != "") == (status == 0)


def test_what_turns_a_line_is_shown_by_its_number(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """No text of a folder breaks a line or turns its direction, and JSON stays the same JSON."""
    files = documents()
    title = "\u202eTitle\u2028of \u2066ours"
    files["declarations/489.json"] = json.loads(
        json.dumps(files["declarations/489.json"]).replace('"title": "', f'"title": "{title} ')
    )
    folder = str(write(tmp_path / "mine", files))
    for arguments in (["show", "489"], ["list", "texts"], ["list", "texts", "--json"]):
        assert main([*arguments, "--folder", folder]) == 0
        output = capsys.readouterr().out
        assert "\\u202eTitle" in output
        assert output.replace("\n", " ").isprintable()
    assert title in json.loads(output)[0]["title"]


@pytest.mark.slow
def test_a_terminal_without_the_letters_gets_their_numbers() -> None:
    """An ASCII terminal is no reason for a traceback, and JSON stays JSON."""
    plain = natopa_command("show", "michal-szczerba", PYTHONIOENCODING="ascii")
    assert plain.returncode == 0
    assert "Micha\\u0142 Szczerba" in plain.stdout
    listed = natopa_command("list", "persons", "--json", PYTHONIOENCODING="ascii")
    assert "Micha\u0142 Szczerba" in [person["name"] for person in json.loads(listed.stdout)]


def test_version_and_help(capsys: pytest.CaptureFixture[str]) -> None:
    """The command says what it is, in 80 columns."""
    assert natopa_command("--version").stdout.startswith(f"natopa {natopa.__version__} (newest ")
    for arguments in (["--help"], ["show", "--help"], ["list", "--help"], ["verify", "-h"]):
        with pytest.raises(SystemExit) as caught:
            main(arguments)
        assert caught.value.code == 0
        assert max(map(len, capsys.readouterr().out.splitlines())) <= 80
