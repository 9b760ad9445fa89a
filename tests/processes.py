"""Python in a process of its own, for what one process can show only once."""

from __future__ import annotations

import subprocess
import sys


def printed_by(code: str, *flags: str) -> str:
    """Run `code` in a new process, with flags of the interpreter, and return what it printed."""
    output = subprocess.run(
        [sys.executable, *flags, "-c", code], capture_output=True, text=True, check=True
    )
    return output.stdout
