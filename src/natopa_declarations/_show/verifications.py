"""What was verified, as plain text of 80 columns."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..errors import printable

if TYPE_CHECKING:
    from ..model.verification import Verification


def show(verification: Verification) -> str:
    """Return the outcome, each file that differs, and the digests."""
    lines = [f"{printable(verification.release)}: {_outcome(verification)}"]
    for label in ("changed", "missing", "extra"):
        names = map(printable, getattr(verification, label))
        lines += [f"  {label.ljust(8)} {name}" for name in names]
    if verification.differs:
        lines += ["  expected", f"    {verification.expected}", "  found"]
        lines.append(f"    {verification.digest}")
    else:
        lines.append(f"  {verification.digest}")
    return "\n".join(lines) + "\n"


def _outcome(verification: Verification) -> str:
    files = f"{verification.files} file{'' if verification.files == 1 else 's'}"
    if verification.against is None:
        return f"{files}, and nothing recorded to compare them with"
    against = printable(verification.against)
    return (
        f"not the same as {against}" if verification.differs else f"{files}, the same as {against}"
    )
