"""What the commands cite, export and list --csv write."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

import pytest

import natopa_declarations as natopa
from natopa_declarations import export
from natopa_declarations.__main__ import main
from natopa_declarations._cli_listing import LISTED
from natopa_declarations.export.citing import FORMATS
from natopa_declarations.export.tables import PARTIAL, TABLES

if TYPE_CHECKING:
    from pathlib import Path

CORPUS = natopa.load()


def printed(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    """Return what a command prints, which must succeed."""
    assert main(arguments) == 0
    return capsys.readouterr().out


@pytest.mark.parametrize("format_", FORMATS)
def test_cite_prints_what_python_returns(format_: str, capsys: pytest.CaptureFixture[str]) -> None:
    """For several records, with the release pinned and the line ends of the format."""
    given = ["489", "489#lift-restrictions", "2024-spring"]
    found = printed(capsys, "cite", *given, "--format", format_)
    expected = export.cite([CORPUS.find(one) for one in given], format_, corpus=CORPUS)
    assert found.rstrip("\r\n") == expected.rstrip("\r\n")
    assert CORPUS.release.version in found
    assert found.endswith("\n")
    assert not found.endswith("\n\n")


def test_cite_takes_names_and_an_older_release(capsys: pytest.CaptureFixture[str]) -> None:
    """A sentence is the format that needs no name."""
    line = printed(capsys, "cite", "sofia", "--release", "2026.1")
    assert line == (
        "NATO Parliamentary Assembly, 2024 Spring Session, Sofia, 24 to 27 May 2024"
        " (natopa-declarations 2026.1, record 2024-spring)\n"
    )


@pytest.mark.slow
@pytest.mark.parametrize("kind", LISTED)
def test_every_list_is_a_table(kind: str, capsys: pytest.CaptureFixture[str]) -> None:
    """What `list KIND` lists, `list KIND --csv` has as rows."""
    assert kind in {*TABLES, *PARTIAL}
    found = printed(capsys, "list", kind, "--csv")
    collection = getattr(CORPUS, kind.replace("-", "_"))
    rows = list(csv.DictReader(io.StringIO(found)))
    assert [row["id"] for row in rows] == [record.id for record in collection()]


@pytest.mark.slow
def test_a_list_as_a_table_is_filtered(capsys: pytest.CaptureFixture[str]) -> None:
    """The filters of the query hold, and the columns are those of the whole table."""
    found = printed(capsys, "list", "clauses", "--role", "operative", "--csv")
    rows = list(csv.DictReader(io.StringIO(found)))
    assert {row["role"] for row in rows} == {"operative"}
    assert [row["id"] for row in rows] == [one.id for one in CORPUS.clauses(role="operative")]
    nothing = printed(capsys, "list", "texts", "--year", "1900", "--csv")
    assert nothing == CORPUS.table("texts").to_csv().splitlines(keepends=True)[0]


@pytest.mark.slow
@pytest.mark.parametrize("kind", TABLES)
def test_export_writes_the_table(
    kind: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Every table can be written as CSV; nothing is printed."""
    target = tmp_path / "table.csv"
    assert printed(capsys, "export", kind, "--csv", str(target)) == ""
    assert target.read_bytes() == CORPUS.table(kind).to_csv().encode()


def test_export_writes_a_text(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Akoma Ntoso with the release in its name, as UTF-8."""
    target = tmp_path / "489.xml"
    assert printed(capsys, "export", "489", "--akoma-ntoso", str(target)) == ""
    expected = export.akoma_ntoso(CORPUS.text(489), corpus=CORPUS)
    assert target.read_bytes() == expected.encode()


@pytest.mark.slow
def test_a_document_of_the_user_is_exported_when_asked(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """``--with`` brings its words in, and ``--documents`` lets them out."""
    source, target = tmp_path / "mine.txt", tmp_path / "489.xml"
    source.write_text(
        "DECLARATION 489\nSTANDING WITH UKRAINE UNTIL VICTORY\nThe Assembly,\n"
        "1. Holding an invented view;\n2. URGES nobody in particular to read invented words.",
        encoding="utf-8",
    )
    command = ["export", "489", "--akoma-ntoso", str(target), "--with", str(source)]
    assert printed(capsys, *command) == ""
    assert "invented" not in target.read_text(encoding="utf-8")
    assert printed(capsys, *command, "--documents") == ""
    assert "URGES nobody in particular" in target.read_text(encoding="utf-8")


@pytest.mark.slow
@pytest.mark.parametrize(
    ("line", "status", "message"),
    [
        ("cite nonsense", 1, "no record 'nonsense'"),
        ("cite 489 --format html", 2, "invalid choice: 'html'"),
        ("cite Cherniev", 2, "sessions, sources and a whole corpus can be cited"),
        ("export clause --csv FILE", 2, "did you mean 'clauses'"),
        ("export 489 --akoma-ntoso FILE --language xx", 2, "its words are in en"),
        ("export 9999 --akoma-ntoso FILE", 2, "no adopted text '9999'"),
        ("export texts --csv nowhere/at/all.csv", 2, "cannot write nowhere/at/all.csv: "),
        ("export texts", 2, "one of the arguments --csv --parquet --akoma-ntoso is required"),
        ("list texts --csv --json", 2, "not allowed with argument"),
    ],
)
def test_what_is_wrong_is_said_in_one_line(
    line: str, status: int, message: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The status is that of the other commands, and nothing is written."""
    target = tmp_path / "file"
    arguments = [str(target) if word == "FILE" else word for word in line.split()]
    try:
        found = main(arguments)
    except SystemExit as error:
        found = int(str(error.code))
    assert found == status
    assert message in capsys.readouterr().err
    assert not target.exists()


def test_parquet_needs_pyarrow(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Without it, the extra is named in one line."""
    import sys

    monkeypatch.setitem(sys.modules, "pyarrow", None)
    assert main(["export", "texts", "--parquet", str(tmp_path / "texts.parquet")]) == 2
    assert "natopa-declarations[arrow]" in capsys.readouterr().err
    assert not list(tmp_path.iterdir())
