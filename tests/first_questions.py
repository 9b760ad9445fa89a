"""The first questions to a corpus; nothing is asked when this is imported.

`python -m tests.first_questions NAME FILE` raises errors at every line that a question comes to.
"""

from __future__ import annotations

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
    """One question, asked once; at each line that it comes to, a child meets each error."""

    def __init__(self, ask: Ask, expected: bytes) -> None:
        self.ask, self.expected = ask, expected
        self.seen: set[tuple[str, int]] = set()
        self.raised: type[BaseException] | None = None
        self.failed: list[str] = []

    def run(self) -> int:
        """Return how often an error was raised."""
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
        return len(self.seen) * len(RAISED)

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
        if event == "line" and place not in self.seen:
            self.seen.add(place)
            for raised in RAISED:
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
    trial = EveryLine(FIRST[sys.argv[1]], Path(sys.argv[2]).read_bytes())
    sys.stdout.write("\n".join([str(trial.run()), *trial.failed]))
