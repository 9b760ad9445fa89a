"""The command line: ``natopa``."""

from __future__ import annotations

import os
import sys

TYPE_CHECKING = not __name__
if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Callable, Sequence

FAILED = 2
"""The exit status where there is no answer; 0 and 1 are answers."""

TURNING = (*range(0x2028, 0x202F), *range(0x2066, 0x206A))
"""The characters that break a line or turn the direction in which it is read."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit status."""
    # What is imported here is interrupted like the rest, without a traceback.
    given = sys.argv[1:] if arguments is None else list(arguments)
    if given == ["--version"]:
        from ._cli_version import version

        # A program may ask for it often, so not even the parser is imported.
        sys.stdout.write(version())
        sys.exit(0)
    from ._cli_parser import parser
    from .errors import NatopaError

    options = parser(given).parse_args(given)
    try:
        command: Callable[[Namespace], tuple[int, str]] = options.command
        status, output = command(options)
    except NatopaError as error:
        print(f"natopa: {error}", file=sys.stderr)
        return FAILED
    # In text and in JSON, these are shown by their numbers, or a line could say anything.
    sys.stdout.write(output.translate({code: f"\\u{code:04x}" for code in TURNING}))
    return status


def run() -> None:
    """Run the command line of this process; end quietly when the reader has gone."""
    for name, flags in (("stdout", os.O_RDONLY), ("stderr", os.O_WRONLY)):
        if getattr(sys, name) is None:
            # The stream was closed: output is then an error, and errors are lost.
            setattr(sys, name, os.fdopen(os.open(os.devnull, flags), "w", encoding="utf-8"))
        # A terminal that cannot show a letter gets its number, and never a traceback.
        getattr(sys, name).reconfigure(errors="backslashreplace")
    try:
        try:
            status = main()
        finally:
            # The help ends by an exit of its own.
            sys.stdout.flush()
    except OSError as error:
        # What is left in the buffer has nowhere to go, so Python must not try at its exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        status = FAILED
        if not isinstance(error, BrokenPipeError):
            from contextlib import suppress

            with suppress(OSError):
                print(f"natopa: cannot write: {error.strerror}", file=sys.stderr, flush=True)
    except KeyboardInterrupt:
        status = 130
    sys.exit(status)


if __name__ == "__main__":
    run()
