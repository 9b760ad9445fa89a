"""JSON read strictly, and described to a person.

Whatever Python's own reader lets pass is refused here: repeated keys, numbers that JSON
does not know, numbers too long, byte order marks, and nesting without end.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, final

from ..errors import InvalidReleaseError, shortened

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Any

DIGITS = 18
"""The most digits that a number of a release may have."""


def parse(name: str, content: bytes) -> Any:
    """Read JSON that has no repeated key, no long number and none that JSON does not know."""
    flaws: list[MismatchError] = []

    # A flaw is put in the place of the value that has it, so that the way to it can be named.
    def flaw(expected: str, found: str) -> MismatchError:
        flaws.append(MismatchError(expected, found))
        return flaws[-1]

    def unique(pairs: list[tuple[str, Any]]) -> dict[str, Any] | MismatchError:
        keys = dict(pairs)
        if len(keys) == len(pairs):
            return keys
        from collections import Counter

        times = Counter(key for key, _ in pairs)
        repeated = next(key for key in keys if times[key] > 1)
        return flaw("each key once in an object", f"key {describe(repeated)} twice")

    def whole(digits: str) -> int | MismatchError:
        if len(digits) <= DIGITS:
            return int(digits)
        return flaw(f"a number of at most {DIGITS} digits", f"one of {len(digits)}")

    if content.startswith(b"\xef\xbb\xbf"):
        raise InvalidReleaseError(name, "", "UTF-8 without a byte order mark", "one at the start")
    try:
        document = json.loads(
            content.decode("utf-8"),
            object_pairs_hook=unique,
            parse_int=whole,
            parse_constant=lambda word: flaw("a JSON value", word),
        )
    except UnicodeDecodeError as error:
        found = f"byte 0x{content[error.start]:02x} at offset {error.start}"
        raise InvalidReleaseError(name, "", "UTF-8", found) from None
    except json.JSONDecodeError as error:
        found = f"an error at line {error.lineno}, column {error.colno} ({error.msg})"
        if not content.strip():
            found = "an empty file"
        raise InvalidReleaseError(name, "", "JSON", found) from None
    except RecursionError:
        raise InvalidReleaseError(name, "", "JSON nested a few levels", "far more") from None
    if flaws:
        left = [
            (path, value) for path, _, value in walk(document) if isinstance(value, MismatchError)
        ]
        path, first = left[0]
        raise InvalidReleaseError(name, path, first.expected, first.found, len(left) - 1)
    return document


def describe(value: object) -> str:
    """Say in a few words what `value` is, safely on any terminal."""
    if isinstance(value, dict):
        return "an object" if value else "an empty object"
    if isinstance(value, list):
        return "a list" if value else "an empty list"
    return shortened(json.dumps(value).replace("\x7f", "\\u007f"))


@final
class MismatchError(ValueError):
    """What was expected and what was found; the way to it is added on the way up.

    `place` is the end of that way, where only the record around it could tell.
    """

    def __init__(self, expected: str, found: str, place: str = "") -> None:
        super().__init__(expected, found, place)
        self.expected = expected
        self.found = found
        self.place = place


def walk(document: Any) -> Iterator[tuple[str, str, Any]]:
    """Yield the path, the key and the value of everything in `document`, in document order.

    An item of a list goes by the key of the list.  There is no recursion, as a document that
    is wrong may be nested deeper than Python's stack.
    """
    waiting = [("$", "", document)]
    while waiting:
        path, key, value = waiting.pop()
        yield path, key, value
        if isinstance(value, dict):
            for name, inner in reversed(value.items()):
                step = f".{name}" if name.isidentifier() else f"[{describe(name)}]"
                waiting.append((path + step, name, inner))
        elif isinstance(value, list):
            positions = reversed(range(len(value)))
            waiting += [(f"{path}[{position}]", key, value[position]) for position in positions]
