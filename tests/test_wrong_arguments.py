"""Every public callable with every argument wrong: what may come out of it is fixed.

An answer, an error of the package, or `TypeError` for an argument of the wrong type, and no other
error, whatever is given.
"""

from __future__ import annotations

import inspect
from datetime import date
from enum import Enum
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

import natopa_declarations as natopa
from natopa_declarations import documents, errors, export, model

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

CORPUS = natopa.load("2026.1")
DECLARATION = CORPUS.declaration(489)
ROOT = Path(__file__).parent
HUGE = 10**5000

ALLOWED = (natopa.NatopaError, TypeError, MemoryError)


class Unprintable:
    """A value that cannot even be shown in a message."""

    def __repr__(self) -> str:
        raise RuntimeError("no repr")


class Index:
    """A number that is not an int, as numpy has them."""

    def __index__(self) -> int:
        return 489


class WrongIndex:
    """A number that turns out to be none."""

    def __index__(self) -> int:
        raise ValueError("no number")


class Text(str):
    """A text of a class of its own."""

    __slots__ = ()


def wrong() -> dict[str, Any]:
    """Return a value of each sort that somebody may give by mistake, made anew."""
    return {
        "nothing": None,
        "true": True,
        "zero": 0,
        "negative": -1,
        "huge": HUGE,
        "minus huge": -HUGE,
        "fraction": 489.0,
        "nan": float("nan"),
        "infinite": float("inf"),
        "complex": 1j,
        "empty": "",
        "blank": " \n\t",
        "text": "489",
        "long": "x" * 100_000,
        "hyphens": "-" * 10_000,
        "marks": "#@\"'()[]{}*?\\",
        "reference": "489#lift-restrictions",
        "edition": "489@draft",
        "nested": "(" * 5_000,
        "quoted": '"' * 5_001,
        "half": "\ud800",
        "null": "\0",
        "escape": "\x1b[31m",
        "digits": "9" * 5_000,
        "other digits": "\u0664\u0668\u0669",
        "superscript": "\u00b2",
        "text of its own": Text("489"),
        "bytes": b"489",
        "bytearray": bytearray(b"489"),
        "list": ["489"],
        "tuple": ("489",),
        "dict": {"id": "489"},
        "set": {"489"},
        "date": date(2024, 5, 27),
        "class": natopa.Declaration,
        "function": len,
        "record": DECLARATION,
        "source": CORPUS.sources()[0],
        "corpus": CORPUS,
        "path": Path("nosuch"),
        "path with null": Path("a\0b"),
        "index": Index(),
        "wrong index": WrongIndex(),
        "object": object(),
        "unprintable": Unprintable(),
        "iterator": iter(()),
    }


def functions() -> Iterator[tuple[str, Callable[..., Any]]]:
    """Yield every public function, class and method, with an object to call it on."""
    for home in (natopa, documents, errors, export, model):
        for name in home.__all__:
            value = getattr(home, name)
            # A corpus is made by `load`; an enumeration answers as Python's own do.
            is_class = inspect.isclass(value)
            is_other = value is natopa.Corpus or (is_class and issubclass(value, Enum))
            is_ours = is_class and value.__module__.startswith("natopa_declarations")
            if not is_other and (inspect.isfunction(value) or is_ours):
                yield name, value
    values: dict[str, object] = {
        "corpus": CORPUS,
        "declaration": DECLARATION,
        "clause": CORPUS.clauses()[0],
        "session": CORPUS.sessions()[0],
        "edition": DECLARATION.editions[0],
        "release": CORPUS.release,
        "date": natopa.PartialDate(2024, 5),
        "reference": natopa.Reference.parse("489#lift-restrictions"),
        "quotation": CORPUS.locate("to strike legitimate targets in Russia"),
        "check": CORPUS.check('"to strike legitimate targets in Russia"'),
        "hit": CORPUS.search("ukraine")[0],
        "diff": natopa.diff(natopa.load("2026.1"), natopa.load("2026.1")),
        "table": CORPUS.table("clauses"),
        "verification": natopa.verify("2026.1"),
        "document": natopa.read(ROOT / "documents" / "booklet.pdf"),
    }
    for name, value in values.items():
        for part in dir(value):
            is_operator = part in {"__getitem__", "__contains__", "__eq__", "__lt__"}
            if (not part.startswith("_") or is_operator) and callable(getattr(value, part)):
                yield f"{name}.{part}", getattr(value, part)


CALLS = dict(functions())
WRITING = {"table.to_csv", "table.to_parquet", "write", "document.save"}
"""What writes where it is told to: it is not told to write into a file with a wrong name."""


def _shapes(function: Callable[..., Any]) -> list[inspect.Parameter]:
    try:
        found = list(inspect.signature(function).parameters.values())
    except ValueError:
        return [inspect.Parameter("only", inspect.Parameter.POSITIONAL_ONLY)]
    return [one for one in found if one.kind is not inspect.Parameter.VAR_KEYWORD]


def _call(function: Callable[..., Any], given: dict[inspect.Parameter, Any]) -> None:
    before = [value for one, value in given.items() if one.kind < one.KEYWORD_ONLY]
    named = {one.name: value for one, value in given.items() if one.kind is one.KEYWORD_ONLY}
    result = function(*before, **named)
    if inspect.isgenerator(result):
        list(result)


@pytest.fixture(autouse=True)
def _elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever is written by mistake is written here."""
    monkeypatch.chdir(tmp_path)


@pytest.mark.slow
@pytest.mark.parametrize("name", CALLS)
def test_what_a_wrong_argument_raises(name: str) -> None:
    """Each parameter is given each wrong value, the others what they have or the same value."""
    function, broken = CALLS[name], []
    parameters = _shapes(function)
    for parameter in parameters:
        for sort in wrong():
            value = wrong()[sort]
            if name in WRITING and isinstance(value, str | Path):
                continue
            needed = [one for one in parameters if one.default is one.empty or one is parameter]
            given = dict.fromkeys(needed, value)
            try:
                _call(function, given)
            except ALLOWED as error:
                message = f"{name}({parameter.name}={sort})"
                assert len(str(error)) < 2_000, message
            except Exception as error:  # noqa: BLE001 - it is what this test is about.
                broken.append(f"{name}({parameter.name}={sort}): {error!r:.120}")
    assert not broken
