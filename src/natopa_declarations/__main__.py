"""The command line: ``natopa``."""

from __future__ import annotations

import sys

TYPE_CHECKING = not __name__
if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Callable, Sequence

FAILED = 2
"""The exit status where there is no answer; 0 and 1 are answers."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit status."""
    # What is imported here is interrupted like the rest, without a traceback.
    typed = sys.argv[1:] if arguments is None else list(arguments)
    if typed == ["--version"]:
        from ._cli_version import version

        # A program may ask for it often, so not even the parser is imported.
        sys.stdout.write(version())
        sys.exit(0)
    from ._cli_parser import parser

    options = parser(typed).parse_args(typed)
    from ._terminal import say, shown
    from .errors import NatopaError

    try:
        command: Callable[[Namespace], tuple[int, str]] = options.command
        status, output = command(options)
    except NatopaError as error:
        say(error)
        return FAILED
    sys.stdout.write(shown(output))
    return status


def run() -> None:
    """Run the command line of this process; end quietly when the reader has gone."""
    import gc

    from ._terminal import drop, guard_streams, say

    # A command makes values that stay until it ends; to look for garbage among them costs time.
    gc.set_threshold(100_000)
    guard_streams()
    try:
        try:
            status = main()
        finally:
            # The help ends by an exit of its own.
            sys.stdout.flush()
            sys.stderr.flush()
    except OSError as error:
        drop(sys.stdout)
        status = FAILED
        try:
            if not isinstance(error, BrokenPipeError):
                say(f"cannot write: {error.strerror}")
            sys.stderr.flush()
        except OSError:
            drop(sys.stderr)
    except KeyboardInterrupt:
        status = 130
    sys.exit(status)


if __name__ == "__main__":
    run()
