"""Write the files of exports."""

from __future__ import annotations

from os import PathLike
from pathlib import Path

from ..errors import CannotWriteError


def save(path: str | PathLike[str], content: bytes) -> None:
    """Write `content` into the file `path`, which is overwritten.

    Raises `CannotWriteError` if the system refuses.
    """
    try:
        Path(path).write_bytes(content)
    except (OSError, ValueError) as error:
        # A name with a null character is a ValueError, not an OSError.
        reason = getattr(error, "strerror", None) or str(error)
        raise CannotWriteError(str(path), reason) from error
