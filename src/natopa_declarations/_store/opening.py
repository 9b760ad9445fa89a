"""Files of a folder that nobody vouches for: each is opened first, and what was opened is checked.

A file can be swapped between a check and the opening, so nothing is believed that was seen
before.  Opening neither follows a link nor waits for the other end of a pipe.
"""

from __future__ import annotations

import os
import stat
from pathlib import Path

from .._codec.limits import FILES, LARGEST
from ..errors import InvalidReleaseError

# Systems that lack one of these have neither such links nor such pipes.
_FLAGS = (
    os.O_RDONLY
    | getattr(os, "O_NOFOLLOW", 0)
    | getattr(os, "O_NONBLOCK", 0)
    | getattr(os, "O_NOCTTY", 0)
    | getattr(os, "O_BINARY", 0)
)

LEFT_BY_SYSTEMS = frozenset(
    [
        "$RECYCLE.BIN",
        "@eaDir",
        "Icon\r",
        "System Volume Information",
        "Thumbs.db",
        "__MACOSX",
        "__pycache__",
        "desktop.ini",
        "ehthumbs.db",
        "lost+found",
    ]
)
"""The files and folders that file managers, servers and Python leave in any folder."""


def read(folder: Path, name: str, most: int = LARGEST, *, links_out: bool = False) -> bytes:
    """Return the bytes of one file of a folder; raise `InvalidReleaseError` where it cannot be.

    It is a plain file of at most `most` bytes, and inside the folder unless `links_out` allows
    links to others.
    """
    try:
        file, descriptor = _opened(folder / name, folder, name, links_out=links_out)
        with os.fdopen(descriptor, "rb") as stream:
            status = os.fstat(descriptor)
            if not stat.S_ISREG(status.st_mode):
                raise InvalidReleaseError(name, "", "a file", _kind(status.st_mode))
            real = os.path.realpath(file)
            if not links_out and not _is_inside(real, folder):
                raise InvalidReleaseError(name, "", "a file inside the folder", "a link out of it")
            if not os.path.samestat(status, Path(real).stat()):
                expected = "a file that stays while it is read"
                raise InvalidReleaseError(name, "", expected, "another in its place")
            content = stream.read(most + 1)
    except (OSError, ValueError) as error:
        if isinstance(error, InvalidReleaseError):
            raise
        raise InvalidReleaseError(name, "", *_unopened(folder / name, error)) from None
    if len(content) > most:
        raise InvalidReleaseError(name, "", f"at most {most // 1024**2} MiB in a file", "more")
    return content


def _opened(file: Path, folder: Path, name: str, *, links_out: bool) -> tuple[str, int]:
    """Return the path and the descriptor of a file; a link is followed here, step by step.

    Where it leads is looked at before that is opened, as opening a device may do something.
    """
    if not file.is_symlink():
        return str(file), os.open(file, _FLAGS)
    target = Path(os.path.realpath(file))
    # What is not a plain file is named before where it stands.
    mode = target.stat().st_mode
    if not stat.S_ISREG(mode):
        raise InvalidReleaseError(name, "", "a file", _kind(mode))
    if not links_out and not _is_inside(str(target), folder):
        raise InvalidReleaseError(name, "", "a file inside the folder", "a link out of it")
    return str(target), os.open(target, _FLAGS)


def names(folder: Path) -> set[str]:
    """Return the names of all but folders that is in a folder, with ``/`` between the parts.

    Links to folders are among them, and are not followed.  What starts with a dot and what
    systems leave is not.  Raises `InvalidReleaseError` where it is not a folder, cannot be read,
    or has more than a release may have.
    """
    return {name for name in _walk(folder) if not is_left(name)}


def left(folder: Path) -> tuple[str, ...]:
    """Return the names of what systems left in a folder, sorted."""
    return tuple(sorted(filter(is_left, _walk(folder))))


def is_left(name: str) -> bool:
    """Say whether a file or folder of this name was left by a system."""
    return name.rpartition("/")[2] in LEFT_BY_SYSTEMS


def _walk(folder: Path) -> set[str]:
    """Return the names of the files, of the links to folders, and of what systems left."""
    found: set[str] = set()
    waiting, seen = [""], 0
    try:
        if not folder.is_dir():
            expected, there = "a folder with a release", what_is(folder)
            raise InvalidReleaseError(str(folder), "", expected, there)
        while waiting:
            inner = waiting.pop()
            with os.scandir(folder / inner) as entries:
                for entry in entries:
                    seen += 1
                    if seen > 2 * FILES:
                        expected = f"a folder with at most {FILES:,} files"
                        raise InvalidReleaseError(str(folder), "", expected, "more")
                    name = inner + entry.name
                    if entry.name.startswith("."):
                        continue
                    if entry.is_dir(follow_symlinks=False) and not is_left(name):
                        waiting.append(f"{name}/")
                    else:
                        found.add(name)
    except (OSError, ValueError) as error:
        if isinstance(error, InvalidReleaseError):
            raise
        expected = "a folder that can be read"
        raise InvalidReleaseError(str(folder), "", expected, reason(error)) from None
    return found


def _is_inside(real: str, folder: Path) -> bool:
    root = os.path.realpath(folder)
    return real.startswith(root if root.endswith(os.sep) else root + os.sep)


def _unopened(file: Path, error: Exception) -> tuple[str, str]:
    """Return what was expected of a file that could not be opened, and what is there."""
    try:
        plain = file.is_file()
    except (OSError, ValueError):
        plain = True
    if plain:
        return "a file that can be read", reason(error)
    return "a file", what_is(file)


def what_is(path: Path) -> str:
    """Say what is there in the place of what was wanted."""
    if not path.exists():
        return "a link that leads nowhere" if path.is_symlink() else "nothing there"
    return _kind(path.stat().st_mode)


def _kind(mode: int) -> str:
    if stat.S_ISDIR(mode):
        return "a folder"
    return "a file" if stat.S_ISREG(mode) else "something else, such as a pipe"


def reason(error: BaseException) -> str:
    """Return what the system says about why it could not be done."""
    return getattr(error, "strerror", None) or str(error) or type(error).__name__
