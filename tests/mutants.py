"""A plugin of pytest that tries mutants of the code: mypy must refuse each, or a test must fail.

mutmut writes the mutants, and notes which tests come to which function.  All these tests for each
mutant would take days, so a mutant is tried in a fork, first with the tests that killed others of
its module, then with the quickest, until one fails or the time for a mutant is over.
`nox -s mutation` runs it.
"""

from __future__ import annotations

import ast
import json
import os
import random
import signal
import subprocess
import sys
from collections import Counter, defaultdict
from itertools import accumulate
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

SEED = 16
"""The same sample is drawn each time."""
ANSWERS = Path("tried.tsv")
"""What came of each mutant, a line each: a run that was stopped goes on where it was."""
_END = "no test failed"
TYPES = Path("refused.json")
"""The mutants that mypy refuses."""
SECONDS = 30.0
"""How long the tests of a mutant may take, as they took without one."""
LEAST = 0.9
"""The share of mutants that must be refused by mypy or killed by a test."""


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add how many mutants are tried."""
    parser.addoption("--mutants", type=int, default=1000, help="so many; 0 for all")


def _functions(source: str) -> Iterator[ast.FunctionDef]:
    """Yield every mutant in the source of a module, and the originals."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.FunctionDef) and "__mutmut_" in node.name:
            yield node


def _modules() -> Iterator[tuple[Path, str]]:
    """Yield the files that mutmut changed, and the names of their modules."""
    for path in sorted(Path("src").glob("**/*.py.meta")):
        file = path.with_suffix("")
        parts = file.relative_to("src").with_suffix("").parts
        yield file, ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def _mutants() -> list[str]:
    return [
        f"{module}.{function.name}"
        for file, module in _modules()
        for function in _functions(file.read_text(encoding="utf-8"))
        if not function.name.endswith("orig")
    ]


def _refused() -> set[str]:
    """Return the mutants of which mypy finds fault that it does not find with the original."""
    if TYPES.exists():
        return set(json.loads(TYPES.read_text(encoding="utf-8")))
    command = ["mypy", "--output=json", "--disable-error-code=no-redef", "src"]
    said = subprocess.run(
        [sys.executable, "-m", *command], capture_output=True, text=True, check=False
    )
    found: dict[str, dict[int, set[str]]] = defaultdict(lambda: defaultdict(set))
    for line in said.stdout.splitlines():
        error = json.loads(line)
        # mutmut marks its own lines, which are not among the mutants, with such comments.
        if error["severity"] == "error" and error["code"] != "unused-ignore":
            found[Path(error["file"]).as_posix()][error["line"]].add(error["message"])
    refused = set()
    for file, module in _modules():
        lines = found[file.as_posix()]
        errors = {
            node.name: {
                message
                for line in range(node.lineno, (node.end_lineno or node.lineno) + 1)
                for message in lines.get(line, ())
            }
            for node in _functions(file.read_text(encoding="utf-8"))
        }
        for name, messages in errors.items():
            original = errors[name.rpartition("__mutmut_")[0] + "__mutmut_orig"]
            if messages - original:
                refused.add(f"{module}.{name}")
    TYPES.write_text(json.dumps(sorted(refused)), encoding="utf-8")
    return refused


class _Tests:
    """The tests that come to each function, in the order in which they are tried."""

    def __init__(self, session: pytest.Session) -> None:
        known = json.loads(Path("mutmut-stats.json").read_text(encoding="utf-8"))
        self._session = session
        self._coming: dict[str, list[str]] = known["tests_by_mangled_function_name"]
        self._seconds: dict[str, float] = known["duration_by_test"]
        # An example of a page needs those before it, so a test is a function here.
        self._items = {i.nodeid: i for i in session.items if isinstance(i, pytest.Function)}
        self._killers: dict[str, Counter[str]] = defaultdict(Counter)
        self._sound: set[str] = set()

    def answer(self, mutant: str) -> str:
        """Try a mutant, and return what came of it: which test killed it, or none."""
        function = mutant.rpartition("__mutmut_")[0]
        module = function.rpartition(".")[0]
        while names := self._chosen(function, module):
            killer = self._first_failing(mutant, names, 10 + 3 * int(self._length(names)))
            if killer is None:
                return "survived"
            if killer in self._sound or self._first_failing("", [killer], 60) is None:
                self._sound.add(killer)
                self._killers[function][killer] += 1
                self._killers[module][killer] += 1
                return f"killed\t{killer}"
            # A test that fails without a mutant says nothing.
            del self._items[killer]
        return "no test"

    def _length(self, names: Iterable[str]) -> float:
        return sum(self._seconds.get(name, 1.0) for name in names)

    def _chosen(self, function: str, module: str) -> list[str]:
        """Return as many of the tests that come to a function as fit into the time."""
        killers = self._killers[function] + self._killers[module]
        names = [name for name in self._coming.get(function, ()) if name in self._items]
        names.sort(key=lambda name: (-killers[name], self._seconds.get(name, 1.0)))
        lengths = accumulate(self._seconds.get(name, 1.0) for name in names)
        return [name for name, length in zip(names, lengths, strict=True) if length <= SECONDS]

    def _first_failing(self, mutant: str, names: Sequence[str], seconds: int) -> str | None:
        """Run tests in a fork, and return the first that fails, or breaks or hangs the process."""
        reading, writing = os.pipe()
        child = os.fork()
        if not child:
            signal.alarm(seconds)
            try:
                self._run(mutant, names, writing)
            finally:
                os._exit(1)
        os.close(writing)
        os.waitpid(child, 0)
        with os.fdopen(reading, encoding="utf-8") as pipe:
            said = pipe.read().splitlines()
        return None if said[-1:] == [_END] else said[-1]

    def _run(self, mutant: str, names: Sequence[str], pipe: int) -> None:
        """Write the name of each test before it runs, and the end if none fails."""
        nothing = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nothing, 1)
        os.dup2(nothing, 2)
        os.environ["MUTANT_UNDER_TEST"] = mutant
        tests = [self._items[name] for name in names]
        for test, following in zip(tests, [*tests[1:], None], strict=True):
            os.write(pipe, f"{test.nodeid}\n".encode())
            test.config.hook.pytest_runtest_protocol(item=test, nextitem=following)
            if self._session.testsfailed:
                return
        os.write(pipe, _END.encode())


def pytest_runtestloop(session: pytest.Session) -> bool:
    """Try the mutants instead of running the tests."""
    session.testscollected = 1
    mutants = _mutants()
    if number := session.config.getoption("--mutants"):
        mutants = sorted(random.Random(SEED).sample(mutants, min(number, len(mutants))))  # noqa: S311
    refused, tests = _refused(), _Tests(session)
    answers = dict(_answered())
    with ANSWERS.open("a", encoding="utf-8") as file:
        for mutant in mutants:
            if mutant not in refused and mutant not in answers:
                answers[mutant] = tests.answer(mutant)
                file.write(f"{mutant}\t{answers[mutant]}\n")
                file.flush()
    _report(mutants, refused, answers, session)
    return True


def _answered() -> Iterable[tuple[str, str]]:
    lines = ANSWERS.read_text(encoding="utf-8").splitlines() if ANSWERS.exists() else []
    for line in lines:
        mutant, _, answer = line.partition("\t")
        yield mutant, answer


def _report(
    mutants: Sequence[str], refused: set[str], answers: dict[str, str], session: pytest.Session
) -> None:
    """Print what came of the mutants, and fail where too many live."""
    typed = sum(mutant in refused for mutant in mutants)
    killed = sum(answers.get(mutant, "").startswith("killed") for mutant in mutants)
    writer = session.config.get_terminal_writer()
    writer.line()
    for mutant in mutants:
        if mutant not in refused and not answers[mutant].startswith("killed"):
            writer.line(f"{answers[mutant]}: {mutant}")
    share = (typed + killed) / len(mutants)
    writer.line(f"{len(mutants)} mutants: mypy refuses {typed}, tests kill {killed}: {share:.1%}")
    session.testsfailed = int(share < LEAST)
