"""What the command line writes: all of it or an error, and nothing that commands a terminal."""

from __future__ import annotations

import io
import os
import sys

TYPE_CHECKING = not __name__
if TYPE_CHECKING:
    from typing import TextIO

COMMANDS = (
    *range(0x09),
    *range(0x0B, 0x20),
    *range(0x7F, 0xA0),
    0x061C,
    *range(0x200E, 0x2010),
    *range(0x2028, 0x202F),
    *range(0x2066, 0x206A),
    *range(0xFFF9, 0xFFFC),
    *range(0xE0000, 0xE0080),
)
"""The characters that move a terminal, break a line or turn it, and tags, which nobody sees.

Tabs and the ends of lines are not among them.
"""


def _number(code: int) -> str:
    """Return what stands for a character: its number, as JSON writes it."""
    if code < 0x10000:
        return f"\\u{code:04x}"
    above = code - 0x10000
    return f"\\u{0xD800 + (above >> 10):04x}\\u{0xDC00 + (above & 0x3FF):04x}"


def _numbers() -> dict[int, str]:
    """Return what stands for each character that would command a terminal."""
    return {code: _number(code) for code in COMMANDS}


def shown(text: str) -> str:
    """Return text as a terminal can have it: what would command it stands there by its number.

    Of JSON this is the same JSON.

    >>> len(shown(chr(27)))
    6
    """
    # Nearly every text is harmless, and to ask is quicker than to look at each letter.
    if text.replace("\n", "").isprintable():
        return text
    # Before the end of a line a carriage return does no harm, and some formats want it there.
    return text.translate(_numbers()).replace("\\u000d\n", "\r\n")


def one_line(message: object) -> str:
    """Return a message so that it is one line, whatever stands in it."""
    return str(message).translate(_numbers() | {0x09: " ", 0x0A: " "})


def say(message: object) -> None:
    """Write one line to the error stream."""
    print(f"natopa: {one_line(message)}", file=sys.stderr)


def guard_streams() -> None:
    """Let everything that this process prints go through `shown`, and be written whole.

    Where Python is told not to buffer, its own stream drops what the system did not take at once.
    """
    for name, flags in (("stdout", os.O_RDONLY), ("stderr", os.O_WRONLY)):
        stream: TextIO | None = getattr(sys, name)
        if stream is None:
            # It was closed: output is then an error, and errors are lost.
            stream = os.fdopen(os.open(os.devnull, flags), "w", encoding="utf-8")
        setattr(sys, name, _guarded(stream))


def drop(stream: TextIO) -> None:
    """Let go what is left in a stream, which Python must not try to write at its end."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


def _guarded(stream: TextIO) -> TextIO:
    binary: object = stream.buffer
    raw = getattr(binary, "raw", binary)
    if not isinstance(raw, io.RawIOBase):
        return stream
    encoding, is_lined = stream.encoding, bool(stream.line_buffering)
    # The old stream must not close the file at its end.
    stream.detach()  # type: ignore[attr-defined]
    if isinstance(binary, io.BufferedWriter):
        binary.detach()
    # A terminal that cannot show a letter gets its number, and never a traceback.
    return _Stream(
        io.BufferedWriter(raw), encoding=encoding, errors="backslashreplace",
        line_buffering=is_lined,
    )  # fmt: skip


class _Stream(io.TextIOWrapper):
    def write(self, text: str, /) -> int:
        super().write(shown(text))
        return len(text)
