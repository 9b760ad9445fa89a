"""What was verified, as plain text of 80 columns."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .._verification import Verification


def show(verification: Verification) -> str:
    """Return the outcome, each file that differs, and the digests."""
    lines = [f"{verification.release}: {_outcome(verification)}"]
    for label in ("changed", "missing", "extra"):
        lines += [f"  {label.ljust(8)} {name}" for name in getattr(verification, label)]
    if verification.differs:
        lines += ["  expected", f"    {verification.expected}", "  found"]
        lines.append(f"    {verification.digest}")
    else:
        lines.append(f"  {verification.digest}")
    return "\n".join(lines) + "\n"


def _outcome(verification: Verification) -> str:
    files = f"{verification.files} file{'' if verification.files == 1 else 's'}"
    if verification.expected is None:
        return f"{files}, and nothing recorded to compare them with"
    if verification.differs:
        return f"not the same as {verification.against}"
    return f"{files}, the same as {verification.against}"
