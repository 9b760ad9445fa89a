"""What was verified, as plain text of 80 columns."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..errors import printable
from . import advisories

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..model.advisories import Advisory
    from ..model.verification import Verification


def show(verification: Verification, *, whole: bool = True) -> str:
    """Return the outcome, each file that differs, the digests, and what was found wrong since.

    If not `whole`, the records in which something was found wrong are counted and not listed.
    """
    lines = [f"{printable(verification.release)}: {_outcome(verification)}"]
    for label in ("changed", "missing", "extra"):
        names = map(printable, getattr(verification, label))
        lines += [f"  {label.ljust(8)} {name}" for name in names]
    if verification.differs:
        lines += ["  expected", f"    {verification.expected}", "  found"]
        lines.append(f"    {verification.digest}")
    else:
        lines.append(f"  {verification.digest}")
    lines += _advisories(verification.advisories, whole=whole)
    return "\n".join(lines) + "\n"


def _advisories(found: tuple[Advisory, ...], *, whole: bool) -> Iterator[str]:
    if not found:
        return
    told = f"  found wrong since it was published: {len(found)} record{'s' * (len(found) > 1)}"
    if whole:
        yield told
        yield from advisories.lines(found, 2)
    else:
        yield f"{told};"
        yield f"  natopa verify {found[0].release} lists them"


def _outcome(verification: Verification) -> str:
    files = f"{verification.files} file{'' if verification.files == 1 else 's'}"
    if verification.against is None:
        return f"{files}, and nothing recorded to compare them with"
    against = printable(verification.against)
    return (
        f"not the same as {against}" if verification.differs else f"{files}, the same as {against}"
    )
