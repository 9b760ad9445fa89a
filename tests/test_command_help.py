"""What the command line says to somebody who does not know it yet: help, hints, completion."""

from __future__ import annotations

import json
import shutil
import subprocess

import pytest

import natopa_declarations as natopa
from natopa_declarations.__main__ import main
from natopa_declarations._cli_completion import SHELLS, script
from natopa_declarations._cli_examples import EXAMPLES
from natopa_declarations._cli_parser import parser
from natopa_declarations._cli_parsing import commands_of
from natopa_declarations._corpus.corpus import COLLECTIONS

SOFIA = ["--release", "2026.1"]
NEWEST = natopa.releases()[-1].version


def refused(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> str:
    """Return what is said of arguments that are wrong."""
    with pytest.raises(SystemExit) as caught:
        main(arguments)
    assert caught.value.code == 2
    return capsys.readouterr().err


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("shwo 489", "no command 'shwo'; did you mean 'show'?"),
        ("serach air", "no command 'serach'; did you mean 'search'?"),
        ("489", "no command '489'; did you mean 'show 489'?"),
        ("489#lift-restrictions", "did you mean 'show 489#lift-restrictions'?"),
        ("zzzzzz", "no command 'zzzzzz'; expected one of show, list, "),
        ("help", "for help there is natopa --help"),
        ("list texst", "no kind 'texst'; did you mean 'texts'?"),
        ("list zzzzzz", "no kind 'zzzzzz'; expected one of texts, topics, "),
        ("list texts --yaer 2024", "unrecognized arguments: --yaer 2024; did you mean '--year'?"),
        ("list texts --yea=2024", "unrecognized arguments: --yea=2024; did you mean '--year'?"),
        ("show 489 --jsn", "did you mean '--json'?"),
        ("--vresion", "did you mean '--version'?"),
        ("completion tcsh", "invalid choice: 'tcsh'"),
    ],
)
def test_what_is_misspelt_is_said_with_what_comes_close(
    line: str, expected: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """A command, a kind and a flag have suggestions, and none of them is guessed."""
    assert expected in refused(line.split(), capsys)


def test_a_flag_that_is_like_no_other_has_no_suggestion(
    capsys: pytest.CaptureFixture[str],
) -> None:
    """What comes close to nothing is only named."""
    assert "did you mean" not in refused(["show", "489", "--zzzzzz"], capsys)


@pytest.mark.slow
@pytest.mark.parametrize("command", commands_of(parser()))
def test_each_command_has_examples_that_it_understands(
    command: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """The help of a command ends with examples in 80 columns, and the parser takes each."""
    with pytest.raises(SystemExit):
        main([command, "--help"])
    help_ = capsys.readouterr().out
    assert max(map(len, help_.splitlines())) <= 80
    for line, told in EXAMPLES[command]:
        assert f"  natopa {line}" in help_
        assert told in help_
        name, *arguments = line.partition(" > ")[0].partition(" < ")[0].replace("'", "").split()
        if "--help" not in arguments:
            assert parser().parse_args([name, *arguments]).command is not None


@pytest.mark.parametrize("kind", COLLECTIONS)
def test_the_help_of_a_list_has_the_filters_of_one_kind(
    kind: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """`natopa list KIND --help` names the filters of that kind, and no others."""
    with pytest.raises(SystemExit):
        main(["list", kind, "--help"])
    help_ = capsys.readouterr().out
    flags = {f"--{name.replace('_', '-')}" for name in COLLECTIONS[kind].__kwdefaults__ or ()}
    shown = {line.split()[0] for line in help_.splitlines() if line.startswith("  --")}
    assert shown - {"--json", "--csv", "--release", "--folder"} == flags


def test_the_version_names_the_data(capsys: pytest.CaptureFixture[str]) -> None:
    """The package, and the newest release that it brings."""
    with pytest.raises(SystemExit) as caught:
        main(["--version"])
    assert caught.value.code == 0
    expected = f"natopa {natopa.__version__} (newest data release: {NEWEST})\n"
    assert capsys.readouterr().out == expected


@pytest.mark.slow
@pytest.mark.parametrize(
    ("words", "title"),
    [
        ("Declaration 489", "Standing with Ukraine until Victory"),
        ("NATO PA declaration 489", "Standing with Ukraine until Victory"),
        ("489", "Standing with Ukraine until Victory"),
        ("standing with ukraine UNTIL victory", "Standing with Ukraine until Victory"),
        ("Resolution 503", "Preparing NATO for the Future of Uncrewed Warfare"),
        ("spring 2024", "Sofia, spring session 2024"),
        ("Sofia 2024", "Sofia, spring session 2024"),
        ("2024 Sofia", "Sofia, spring session 2024"),
        ("Sofia, 2002", "Sofia, spring session 2002"),
        ("the Hague 2014", "The Hague, annual session 2014"),
        ("Cherniev", "Yehor Chernyev"),
        ("LB.ua", ""),
    ],
)
def test_show_takes_what_people_type(
    words: str, title: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """With and without quotes in the shell."""
    for arguments in ([words], words.split()):
        status = main(["show", "--brief", "--release", "2026.4", *arguments])
        output = capsys.readouterr().out
        assert (status, output.splitlines()[1:2]) == ((0, [title]) if title else (1, []))


@pytest.mark.slow
def test_a_city_and_a_year_are_one_session_or_none() -> None:
    """Where the Assembly did not meet there in that year, nothing is guessed."""
    corpus = natopa.load("2026.4")
    assert corpus.find("Montreal 2024").id == "2024-annual"  # type: ignore[union-attr]
    for words in (
        "Sofia 2023",
        "Sofia 20245",
        "2024",
        "Sofia 2002 2024",
        "\u0662\u0660\u0662\u0664 Sofia",
    ):
        with pytest.raises(natopa.NotFoundError):
            corpus.find(words)


@pytest.mark.slow
@pytest.mark.parametrize("words", ["421", "Resolution 421", "Declaration 421"])
def test_a_number_that_is_not_held_is_explained(
    words: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """The gap is shown with its sources; the status still says that nothing was found."""
    gap = natopa.load("2026.4").gap(421)
    assert main(["show", words, "--release", "2026.4"]) == 1
    output = capsys.readouterr()
    assert output.err == f"natopa: nothing is held under {words!r}: {gap.id} says why\n"
    assert gap.summary[:40] in output.out
    assert gap.citations[0].source.url in output.out
    assert main(["show", words, "--json", "--release", "2026.4"]) == 1
    assert json.loads(capsys.readouterr().out)["id"] == gap.id


@pytest.mark.slow
def test_what_is_not_a_name_is_searched_for(capsys: pytest.CaptureFixture[str]) -> None:
    """The error says whether a search has the words."""
    assert main(["show", "Crimea", "--release", "2026.4"]) == 1
    error = capsys.readouterr().err
    assert error.startswith("natopa: no record 'Crimea'")
    hits = natopa.load("2026.4").search("Crimea")
    assert error.endswith(f" `natopa search` has {len(hits)} hits for these words\n")


def test_a_file_that_is_not_there_is_not_a_quotation(
    capsys: pytest.CaptureFixture[str],
) -> None:
    """Whoever means `check` learns of it, also where the name is misspelt."""
    assert main(["locate", "no-such-article.txt"]) == 2
    expected = (
        "no file 'no-such-article.txt'; locate takes the words of a quotation, and check a file"
    )
    assert capsys.readouterr().err == f"natopa: {expected}\n"


@pytest.mark.parametrize(
    "arguments", [["show", "489"], ["locate", "lifting some restrictions on the use of weapons"]]
)
def test_a_brief_answer_ends_on_the_answer(
    arguments: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    """No parts, no readings of others, no numbers of sources and no addresses: who prints it."""
    assert main([*arguments, "--brief", *SOFIA]) == 0
    brief = capsys.readouterr().out
    assert main([*arguments, *SOFIA]) == 0
    assert "https://" in capsys.readouterr().out
    assert "https://" not in brief
    assert "[1" not in brief
    assert "SOURCES" not in brief
    assert len(brief.splitlines()) < 40
    assert "LB.ua, paragraph 10" in " ".join(brief.split())
    assert brief == brief.rstrip() + "\n"
    assert ("FOUND WRONG SINCE" in brief) == bool(natopa.load("2026.1").release.advised("489"))


@pytest.mark.slow
@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        (["declration"], "no record has 'declration': try the spelling 'declaration'"),
        (["weaponr"], "try the beginning 'weapon*' or the spelling 'weapons'"),
        (["zebra"], "no record has 'zebra'"),
        (["zebra", "OR", "zebras"], "no record has 'zebra'"),
        (["zebra NOT weapons"], "no record has 'zebra'"),
        (["parliament", "ammunition"], "leave one out, or write OR between them"),
        (["weapons", "--kind", "decision"], "without --kind there are hits"),
    ],
)
def test_no_hits_come_with_what_to_try(
    arguments: list[str], expected: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """A filter fewer, a word fewer, a beginning or a spelling, if that finds something."""
    assert main(["search", *arguments, "--release", "2026.4"]) == 1
    output = capsys.readouterr()
    assert output.err.startswith("natopa: nothing was found; ")
    assert expected in output.err
    assert output.err.count("\n") == 1


def completions(shell: str, line: str) -> set[str]:
    """Return what a shell offers at the end of a line."""
    made = script(parser(), shell)
    words = line.split(" ")
    if shell == "bash":
        quoted = " ".join(f"'{word}'" for word in words)
        made += f"COMP_WORDS=({quoted}); COMP_CWORD={len(words) - 1}; _natopa\n"
        made += 'printf "%s\\n" "${COMPREPLY[@]}"\n'
    else:
        made += f"complete -C '{line}'\n"
    output = subprocess.run(
        [shell], input=made, capture_output=True, text=True, check=True, encoding="utf-8"
    )
    return {row.split("\t")[0] for row in output.stdout.splitlines() if row}


@pytest.mark.slow
@pytest.mark.parametrize(
    ("line", "offered"),
    [
        ("natopa sh", {"show"}),
        ("natopa list cla", {"claims", "clauses"}),
        ("natopa list texts --yea", {"--year"}),
        ("natopa show 489 --js", {"--json"}),
        ("natopa cite 489 --format ", {"text", "csl-json", "bibtex", "ris"}),
        ("natopa show 489 --release 2026.", {one.version for one in natopa.releases()}),
    ],
)
@pytest.mark.parametrize("shell", [shell for shell in ("bash", "fish") if shutil.which(shell)])
def test_shells_complete(shell: str, line: str, offered: set[str]) -> None:
    """Commands, kinds, flags and the words after a flag."""
    assert completions(shell, line) == offered


@pytest.mark.parametrize("shell", SHELLS)
def test_a_script_names_every_command_and_flag(
    shell: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """What the parser takes, the script has; where the shell is there, it can read the script."""
    assert main(["completion", shell]) == 0
    made = capsys.readouterr().out
    for name, command in commands_of(parser()).items():
        assert name in made
        for action in command._actions:
            for flag in action.option_strings:
                assert not flag.startswith("--") or flag.removeprefix("--") in made
    if shutil.which(shell):
        subprocess.run([shell, "-n"], input=made, text=True, check=True, encoding="utf-8")
