"""What is built on first use."""

from __future__ import annotations

import copy
import os
import pickle
import time
from concurrent.futures import ThreadPoolExecutor

import pytest

import natopa_declarations as natopa
from natopa_declarations._corpus.indexes import Built, Indexes
from tests.processes import printed_by


def test_it_is_built_once_for_all_threads() -> None:
    """Sixteen threads that ask at the same time get one and the same object."""
    results: list[object] = []

    def build() -> object:
        time.sleep(0.01)
        results.append(object())
        return results[-1]

    built: Built[object] = Built()
    with ThreadPoolExecutor(16) as pool:
        got = list(pool.map(lambda _: built.get(build), range(16)))
    assert got == results * 16


def test_what_fails_is_tried_again() -> None:
    """An error is passed on, and nothing is kept of the attempt."""
    built: Built[int] = Built()
    with pytest.raises(ZeroDivisionError):
        built.get(lambda: 1 // 0)
    assert built.get(lambda: 2) == 2
    assert built.get(lambda: 3) == 2


def test_a_copy_is_empty() -> None:
    """A copy or pickle leaves behind what can be built anew."""
    indexes = Indexes()
    indexes.clauses.get(lambda: ())
    for other in (copy.copy(indexes), copy.deepcopy(indexes), pickle.loads(pickle.dumps(indexes))):
        assert other.clauses.get(lambda: (natopa.load("2026.1").clauses()[0],)) != ()


FORK = """
import os, signal, threading, time
import natopa_declarations as natopa

corpus = natopa.load("2026.1")
held = threading.Event()

{before}
threading.Thread(target=hold, daemon=True).start()
held.wait()
child = os.fork()
if child == 0:
    signal.alarm(20)
    os._exit(0 if corpus.search("air defence") else 1)
print(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]), flush=True)
os._exit(0)
"""
BUILDING = """
def hold():
    corpus._indexes.search.get(lambda: held.set() or time.sleep(60))
"""
SEARCHING = """
corpus.search("sea")

def hold():
    with corpus._indexes.search.get(None)._lock:
        held.set()
        time.sleep(60)
"""


@pytest.mark.slow
@pytest.mark.skipif(not hasattr(os, "fork"), reason="this system has no fork")
@pytest.mark.parametrize("before", [BUILDING, SEARCHING], ids=["building", "searching"])
def test_a_fork_in_the_middle_leaves_a_child_that_answers(before: str) -> None:
    """Another thread builds the index, or uses it, while the process forks."""
    assert printed_by(FORK.format(before=before)) == "0\n"
