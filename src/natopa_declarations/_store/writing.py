"""Write the files of a release into a folder: all of them, or none."""

from __future__ import annotations

from shutil import rmtree
from typing import TYPE_CHECKING

from .._codec.limits import LARGEST
from ..errors import InvalidReleaseError

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path


def write(folder: Path, files: Mapping[str, bytes]) -> None:
    """Write files into a folder that is new or empty.

    They are written beside it first, and the whole is moved there at the end.
    """
    for name, content in files.items():
        if len(content) > LARGEST:
            expected = f"at most {LARGEST // 1024**2} MiB in a file"
            raise InvalidReleaseError(name, "", expected, "more")
    try:
        if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
            found = "one with files" if folder.is_dir() else "a file"
            raise InvalidReleaseError(str(folder), "", "a folder that is new or empty", found)
        folder.resolve().parent.mkdir(parents=True, exist_ok=True)
        _write(folder, files)
    except OSError as error:
        reason = error.strerror or type(error).__name__
        expected = "a folder that can be written"
        raise InvalidReleaseError(str(folder), "", expected, reason) from None


def _write(folder: Path, files: Mapping[str, bytes]) -> None:
    part = folder.resolve().with_name(f".{folder.resolve().name}.part")
    part.mkdir()
    try:
        for name, content in files.items():
            file = part / name
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(content)
        if folder.exists():
            folder.rmdir()
        part.rename(folder)
    except BaseException:
        rmtree(part, ignore_errors=True)
        raise
