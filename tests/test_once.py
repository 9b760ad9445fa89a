"""What is made on first use."""

from __future__ import annotations

import copy
import pickle
import time
from concurrent.futures import ThreadPoolExecutor

import pytest

from natopa_declarations._corpus.once import Once


def test_it_is_made_once_for_all_threads() -> None:
    """Sixteen threads that ask at the same time get one and the same object."""
    made: list[object] = []

    def make() -> object:
        time.sleep(0.01)
        made.append(object())
        return made[-1]

    once = Once()
    with ThreadPoolExecutor(16) as pool:
        got = list(pool.map(lambda _: once.get("thing", make), range(16)))
    assert got == made * 16


def test_what_fails_is_tried_again() -> None:
    """An error is passed on, and nothing is kept of the attempt."""
    once = Once()
    with pytest.raises(ZeroDivisionError):
        once.get("ratio", lambda: 1 // 0)
    assert once.get("ratio", lambda: 2) == 2
    assert once.get("ratio", lambda: 3) == 2


def test_a_copy_is_empty() -> None:
    """A copy or pickle leaves behind what can be made anew."""
    once = Once()
    once.get("thing", object)
    for other in (copy.copy(once), copy.deepcopy(once), pickle.loads(pickle.dumps(once))):
        assert other.get("thing", lambda: 1) == 1
