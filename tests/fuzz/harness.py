"""What the harnesses of this folder share: how one is run, and what may come of an input.

`nox -s thorough` runs each for ten minutes.  By hand, in an environment with atheris:

    python -m tests.fuzz.fuzz_listing -max_total_time=600
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

import atheris

if TYPE_CHECKING:
    from collections.abc import Callable


def run(test: Callable[[bytes], None], *seeds: bytes) -> None:
    """Let atheris try inputs until its time is over; `seeds` are where it starts."""

    def one(content: bytes) -> None:
        try:
            test(content)
        except AllowedError as error:
            assert str(error).isprintable(), ascii(str(error))

    from natopa_declarations import NatopaError as AllowedError

    with tempfile.TemporaryDirectory() as corpus:
        for number, seed in enumerate(seeds):
            Path(corpus, str(number)).write_bytes(seed)
        atheris.Setup([*sys.argv, corpus], one)
        atheris.Fuzz()


def text(content: bytes) -> str:
    """Return bytes as text, half characters among it."""
    return content.decode("utf-8", errors="surrogateescape" if content[:1] == b"\0" else "replace")
