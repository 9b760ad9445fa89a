"""What a corpus holds after an interrupt, a signal, a fork, and from many threads: all of it.

`tests/test_first_read.py` is about the first read alone; these are about the first of anything.
"""

from __future__ import annotations

import asyncio
import multiprocessing
import os
import pickle
import random
import signal
import subprocess
import sys
import threading
import time
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

import natopa_declarations as natopa
from tests.first_questions import FIRST, RAISED, SOURCE, VERSION, answers

if TYPE_CHECKING:
    from types import FrameType

    from tests.first_questions import Ask, Trace

unix = pytest.mark.skipif(sys.platform == "win32", reason="signals and forks of Unix")
needs_fork = pytest.mark.skipif(not hasattr(os, "fork"), reason="there is no fork here")


EXPECTED = answers(natopa.load(VERSION))


def _lines(ask: Ask) -> list[tuple[str, int]]:
    """Return each line of the package that a first question comes to, in order, once."""
    seen: dict[tuple[str, int], None] = {}

    def trace(frame: FrameType, event: str, _: object) -> Trace | None:
        if not frame.f_code.co_filename.startswith(SOURCE):
            return None
        if event == "line":
            seen[frame.f_code.co_filename, frame.f_lineno] = None
        return trace

    _traced(trace, ask, natopa.load(VERSION))
    return list(seen)


def _traced(trace: Trace, ask: Ask, corpus: natopa.Corpus) -> None:
    before = sys.gettrace()
    sys.settrace(trace)
    try:
        ask(corpus)
    finally:
        sys.settrace(before)


def _raise_at(line: tuple[str, int], raised: type[BaseException]) -> Trace:
    done: list[tuple[str, int]] = []

    def trace(frame: FrameType, event: str, _: object) -> Trace | None:
        if not frame.f_code.co_filename.startswith(SOURCE):
            return None
        if event == "line" and (frame.f_code.co_filename, frame.f_lineno) == line and not done:
            done.append(line)
            raise raised
        return trace

    return trace


def _check_lines(name: str, raised: type[BaseException], every: int) -> int:
    """Raise at every n-th line of a first question, and ask again; return how often."""
    ask = FIRST[name]
    tried = _lines(ask)[::every]
    for line in tried:
        corpus = natopa.load(VERSION)
        with suppress(raised, natopa.NatopaError):
            _traced(_raise_at(line, raised), ask, corpus)
        assert answers(corpus) == EXPECTED, (name, line, raised)
    return len(tried)


@pytest.mark.slow
@pytest.mark.parametrize("raised", RAISED)
@pytest.mark.parametrize("name", FIRST)
def test_what_is_raised_in_a_first_question_is_forgotten(
    name: str, raised: type[BaseException]
) -> None:
    """A few of the lines, for each error; the test below tries all of them."""
    assert _check_lines(name, raised, 200)


@needs_fork
@pytest.mark.slow
@pytest.mark.thorough
@pytest.mark.parametrize("name", [*FIRST, "imports"])
def test_whatever_is_raised_at_any_line_is_forgotten(name: str, tmp_path: Path) -> None:
    """The same corpus answers as one that was never interrupted.

    The question is asked once, in a process that was asked nothing before.  At each line a child
    meets each error, and answers all questions; so it does where a module is imported.
    """
    expected = tmp_path / "expected"
    expected.write_bytes(pickle.dumps(EXPECTED))
    done = subprocess.run(
        [sys.executable, "-m", "tests.first_questions", name, str(expected)],
        capture_output=True, text=True, check=True, cwd=Path(__file__).parent.parent,
    )  # fmt: skip
    points, *failed = done.stdout.splitlines()
    assert not failed
    assert int(points) > 1_000


def _interrupt(times: int) -> int:
    """Interrupt first questions by real signals at random moments; return how many came."""
    chance, interrupted = random.Random(1), 0  # noqa: S311 - no secret.
    names = list(FIRST)
    before = signal.signal(signal.SIGALRM, signal.default_int_handler)
    try:
        for number in range(times):
            corpus = natopa.load(VERSION)
            name = names[number % len(names)]
            try:
                signal.setitimer(signal.ITIMER_REAL, chance.uniform(0.0001, 0.02))
                FIRST[name](corpus)
                signal.setitimer(signal.ITIMER_REAL, 0)
            except KeyboardInterrupt:
                interrupted += 1
            finally:
                signal.setitimer(signal.ITIMER_REAL, 0)
            assert answers(corpus) == EXPECTED, (number, name)
    finally:
        signal.signal(signal.SIGALRM, before)
    return interrupted


# A file that Python itself was about to close is closed a little later.
cut_short = pytest.mark.filterwarnings(
    "ignore:unclosed file:ResourceWarning",
    "ignore::pytest.PytestUnraisableExceptionWarning",
)


unmeasured = pytest.mark.skipif(
    sys.gettrace() is not None, reason="an interrupt inside of coverage locks coverage for ever"
)


@unix
@cut_short
@unmeasured
@pytest.mark.slow
def test_real_interrupts_leave_a_corpus_that_answers() -> None:
    """Ctrl-C at any moment."""
    assert _interrupt(30) > 2


@unix
@cut_short
@unmeasured
@pytest.mark.slow
@pytest.mark.thorough
def test_two_thousand_real_interrupts() -> None:
    """The same, two thousand times."""
    assert _interrupt(2_000) > 500


def _fork(times: int) -> int:
    """Fork while other threads ask their first questions; return how many children answered."""
    chance, answered = random.Random(2), 0  # noqa: S311 - no secret.
    for _ in range(times):
        corpus = natopa.load(VERSION)
        threads = [
            threading.Thread(target=ask, args=(corpus,), daemon=True) for ask in FIRST.values()
        ]
        for thread in threads:
            thread.start()
        time.sleep(chance.uniform(0, 0.05))
        child = os.fork()
        if not child:
            os._exit(0 if answers(corpus) == EXPECTED else 1)
        deadline = time.monotonic() + 30
        while (ended := os.waitpid(child, os.WNOHANG))[0] == 0:
            if time.monotonic() > deadline:
                os.kill(child, signal.SIGKILL)
                os.waitpid(child, 0)
                pytest.fail("the child hangs")
            time.sleep(0.002)
        answered += ended[1] == 0
        for thread in threads:
            thread.join(30)
        assert answers(corpus) == EXPECTED
    return answered


@needs_fork
@pytest.mark.slow
@pytest.mark.filterwarnings("ignore:This process:DeprecationWarning")
def test_a_fork_beside_busy_threads_answers() -> None:
    """No lock that another thread held is waited for in the child."""
    assert _fork(5) == 5


@needs_fork
@pytest.mark.slow
@pytest.mark.thorough
@pytest.mark.filterwarnings("ignore:This process:DeprecationWarning")
def test_two_hundred_forks_beside_busy_threads() -> None:
    """The same, two hundred times."""
    assert _fork(200) == 200


def test_sixteen_threads_ask_first_questions_at_once() -> None:
    """Each gets the answers of one thread alone, and the records are the same objects."""
    corpus = natopa.load(VERSION)
    barrier = threading.Barrier(16)

    def ask(number: int) -> object:
        barrier.wait()
        names = list(FIRST)
        for name in names[number % len(names) :] + names[: number % len(names)]:
            FIRST[name](corpus)
        return corpus.declaration(489)

    with ThreadPoolExecutor(16) as pool:
        found = list(pool.map(ask, range(16)))
    assert all(each is found[0] for each in found)
    assert answers(corpus) == EXPECTED


def ask_there(corpus: natopa.Corpus) -> bool:
    """Answer in another process, to which the corpus was sent."""
    return answers(corpus) == answers(natopa.load(VERSION))


METHODS = {"spawn", "forkserver"} & {*multiprocessing.get_all_start_methods()}


@pytest.mark.slow
@pytest.mark.parametrize("method", sorted(METHODS))
def test_a_corpus_is_sent_to_another_process(method: str) -> None:
    """It is pickled whole, before and after its first questions."""
    fresh, used = natopa.load(VERSION), natopa.load(VERSION)
    answers(used)
    context = multiprocessing.get_context(method)
    with ProcessPoolExecutor(1, mp_context=context) as pool:
        assert all(pool.map(ask_there, [fresh, used]))


def test_an_event_loop_asks_in_its_executor() -> None:
    """Questions that were cancelled, or ran at once, leave a corpus that answers."""
    corpus = natopa.load(VERSION)

    async def ask() -> None:
        tasks = [asyncio.to_thread(each, corpus) for each in FIRST.values()]
        with suppress(TimeoutError):
            await asyncio.wait_for(asyncio.gather(*tasks), 0.005)
        found = await asyncio.gather(*[asyncio.to_thread(each, corpus) for each in FIRST.values()])
        assert found == EXPECTED

    asyncio.run(ask())
