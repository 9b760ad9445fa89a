"""The one place of the exports that writes files."""

from __future__ import annotations

from os import PathLike
from pathlib import Path

from ..errors import CannotWriteError


def save(path: str | PathLike[str], content: bytes) -> None:
    """Write `content` into the file `path`, in place of what it had.

    Raises `CannotWriteError` where the system refuses.
    """
    try:
        Path(path).write_bytes(content)
    except (OSError, ValueError) as error:
        # A name with a null character is a wrong value, and not a fault of the system.
        reason = getattr(error, "strerror", None) or str(error)
        raise CannotWriteError(str(path), reason) from error
