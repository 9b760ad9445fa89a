"""The first questions to a corpus; nothing is asked when this is imported.

`python -m tests.first_questions NAME FILE` raises errors at every line that a question comes to.
With "imports" for a name, it raises one at every line of the modules that all questions import.
"""

from __future__ import annotations

import inspect
import os
import pickle
import signal
import sys
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

import natopa_declarations as natopa
from natopa_declarations import _forks

if TYPE_CHECKING:
    from collections.abc import Callable
    from types import FrameType

    Ask = Callable[[natopa.Corpus], object]
    Trace = Callable[[FrameType, str, object], "Trace | None"]

SOURCE = str(Path(natopa.__file__).parent)
VERSION = "2026.1"
RAISED = (KeyboardInterrupt, MemoryError, OSError)
ARTICLE = '"They need our help," he said. "to strike legitimate targets in Russia"'

FIRST: dict[str, Ask] = {
    "read": lambda corpus: (corpus.declaration(489), corpus.statements(), corpus.release),
    "search": lambda corpus: [hit.ref for hit in corpus.search("ukraine air")],
    "locate": lambda corpus: corpus.locate("to strike legitimate targets in Ukraine").passages,
    "check": lambda corpus: corpus.check(ARTICLE).headline,
    "find": lambda corpus: (corpus.find("szczerba"), corpus.find("Declaration 489")),
    "filter": lambda corpus: (corpus.clauses(text=489), corpus.texts(title="victory")),
    "references": lambda corpus: corpus.references("as Declaration 489 says"),
}


def answers(corpus: natopa.Corpus) -> list[object]:
    """Return the answers to every first question."""
    return [ask(corpus) for ask in FIRST.values()]


class EveryLine:
    """One question, asked once; at each line that it comes to, a child meets each error.

    The lines are those of functions.  Those of modules and classes run once, when they are
    imported, and a child that goes on from there imports most of the package: it meets one error.
    """

    def __init__(self, ask: Ask, expected: bytes, *, imports: bool) -> None:
        self.ask, self.expected, self.imports = ask, expected, imports
        self.points = 0
        self.seen: set[tuple[str, int]] = set()
        self.raised: type[BaseException] | None = None
        self.failed: list[str] = []

    def run(self) -> int:
        """Return how often an error was raised."""
        if not self.imports:
            _forks.import_all()
        corpus = None
        sys.settrace(self._trace)
        try:
            corpus = natopa.load(VERSION)
            self.ask(corpus)
        except BaseException as error:
            if self.raised is None:
                raise
            if not isinstance(error, (self.raised, natopa.NatopaError)):
                os._exit(2)
        finally:
            sys.settrace(None)
        if self.raised is not None:
            self._answer(corpus)
        return self.points

    def _answer(self, corpus: natopa.Corpus | None) -> NoReturn:
        """Ask again in the child; its status says whether the answers are right."""
        status = 1
        try:
            found = answers(natopa.load(VERSION) if corpus is None else corpus)
            status = found != pickle.loads(self.expected)
        finally:
            os._exit(status)

    def _trace(self, frame: FrameType, event: str, _: object) -> Trace | None:
        code = frame.f_code
        if not code.co_filename.startswith(SOURCE):
            return None
        place = code.co_filename, frame.f_lineno
        wanted = self.imports != bool(code.co_flags & inspect.CO_OPTIMIZED)
        if event == "line" and wanted and place not in self.seen:
            self.seen.add(place)
            turn = len(self.seen) % len(RAISED)
            for raised in RAISED[turn : turn + 1] if self.imports else RAISED:
                self.points += 1
                child = os.fork()
                if not child:
                    signal.alarm(60)
                    self.raised = raised
                    raise raised
                status = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
                if status:
                    self.failed.append(f"{raised.__name__} at {place}: {status}")
        return self._trace


if __name__ == "__main__":
    name, expected = sys.argv[1:]
    ask = FIRST.get(name, answers)
    trial = EveryLine(ask, Path(expected).read_bytes(), imports=name == "imports")
    sys.stdout.write("\n".join([str(trial.run()), *trial.failed]))
