"""Python in a process of its own, for what one process can show only once."""

from __future__ import annotations

import os
import subprocess
import sys


def printed_by(code: str, *flags: str) -> str:
    """Run `code` in a new process, with flags of the interpreter, and return what it printed.

    Coverage is not measured there, since it would import modules of its own.
    """
    output = subprocess.run(
        [sys.executable, *flags, "-c", code],
        capture_output=True,
        text=True,
        check=True,
        env={name: value for name, value in os.environ.items() if "COVERAGE" not in name},
    )
    return output.stdout
