"""JSON read strictly, and described to a person.

Whatever Python's own reader lets pass is refused here: repeated keys, numbers that JSON
does not know, numbers too long, byte order marks, and nesting without end.
"""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, final

from .._messages import shortened
from ..errors import InvalidReleaseError
from .limits import DEPTH, ENOUGH, VALUES

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from typing import Any

DIGITS = 18
"""The most digits that a number of a release may have."""


def parse(name: str, content: bytes) -> Any:
    """Read JSON that has no repeated key, no long number and none that JSON does not know."""
    return parse_within(name, content, VALUES)[0]


def parse_within(name: str, content: bytes, room: int) -> tuple[Any, int]:
    """Do the same, and return how many values there are, of which there is room for `room`."""
    if content.startswith(b"\xef\xbb\xbf"):
        raise InvalidReleaseError(name, "", "UTF-8 without a byte order mark", "one at the start")
    values, marks = _measured(name, content)
    if values > room:
        expected = f"at most {VALUES:,} values in all files of a release"
        raise InvalidReleaseError(name, "", expected, "more")
    document = _parse_quickly(content, marks)
    return (_parse_slowly(name, content) if document is _ODD else document), values


def _parse_quickly(content: bytes, marks: bytes) -> Any:
    """Read JSON; return `_ODD` where there may be anything that it should not have."""
    if _FLAW.search(marks):
        return _ODD
    keys = 0

    def count(found: dict[str, Any]) -> dict[str, Any]:
        nonlocal keys
        keys += len(found)
        return found

    try:
        document = json.loads(content.decode(), object_hook=count)
    except ValueError:
        return _ODD
    # Of a key that is there twice, one is lost.
    return document if keys == marks.count(b":") else _ODD


_ODD = object()
_FLAW = re.compile(rb"[0-9]{%d}|-0|[IN]" % DIGITS)
"""Numbers that are too long or have a sign that says nothing, and words that are not JSON."""


def _parse_slowly(name: str, content: bytes) -> Any:
    """Read JSON, and look for what it should not have."""
    flaws: list[MismatchError] = []

    # A flaw is put in the place of the value that has it, so that the way to it can be named.
    def flaw(expected: str, found: str) -> MismatchError | None:
        if len(flaws) == ENOUGH:
            return None
        flaws.append(MismatchError(expected, found))
        return flaws[-1]

    def unique(pairs: list[tuple[str, Any]]) -> dict[str, Any] | MismatchError | None:
        keys = dict(pairs)
        if len(keys) == len(pairs) or len(flaws) == ENOUGH:
            return keys
        from collections import Counter

        times = Counter(key for key, _ in pairs)
        repeated = next(key for key in keys if times[key] > 1)
        return flaw("each key once in an object", f"key {describe(repeated)} twice")

    def whole(digits: str) -> int | MismatchError | None:
        if digits == "-0":
            return flaw("a number without a sign that says nothing", digits)
        if len(digits) <= DIGITS:
            return int(digits)
        return flaw(f"a number of at most {DIGITS} digits", f"one of {len(digits)}")

    try:
        document = json.loads(
            content.decode(),
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
    if flaws:
        left = list(find(document, lambda _, value: isinstance(value, MismatchError)))
        path, _, first = left[0]
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

    `place` is the end of that way, where only the record around it could tell, and `twin` the id
    that is also that of another record.
    """

    def __init__(
        self, expected: str, found: str, place: str = "", twin: str | None = None
    ) -> None:
        self.twin = twin
        self.expected = expected
        self.found = found
        self.place = place


def find(
    document: Any, wanted: Callable[[str, Any], bool], most: int = ENOUGH
) -> Iterator[tuple[str, str, Any]]:
    """Yield the path, the key and the value of what is wanted in `document`, in document order.

    An item of a list goes by the key of the list.  The path is only written for what is wanted, as
    a file may have millions of values.
    """
    steps: list[Any] = []
    levels: list[Iterator[tuple[str | int, str, Any]]] = [iter([("", "", document)])]
    while levels:
        for step, key, value in levels[-1]:
            steps[len(levels) - 1 :] = [step]
            if wanted(key, value):
                yield _path(steps), key, value
                most -= 1
                if not most:
                    return
            if isinstance(value, dict):
                levels.append((name, name, inner) for name, inner in value.items())
                break
            if isinstance(value, list):
                levels.append((place, key, inner) for place, inner in enumerate(value))
                break
        else:
            levels.pop()


def _path(steps: list[Any]) -> str:
    """Return a path in the style of JSONPath."""
    path = "$"
    for step in steps[1:]:
        is_plain = isinstance(step, str) and step.isidentifier()
        path += f".{step}" if is_plain else f"[{describe(step)}]"
    return path


def measure(name: str, content: bytes) -> int:
    """Return how many values JSON has, before it is read; raise where it is nested too deep."""
    return _measured(name, content)[0]


def _measured(name: str, content: bytes) -> tuple[int, bytes]:
    """Return that number, and all that is not in quotation marks.

    The parser of Python would recurse, and how deep it can differs between versions.
    """
    # What is in quotation marks is not looked at, and none is left inside of it.
    pieces = content.replace(rb"\\", b"").replace(rb"\"", b"").split(b'"')
    outside = b"".join(pieces[::2])
    marks = outside.translate(_ONE_KIND, _NO_MARKS)
    brackets = marks.replace(b",", b"")
    values = len(marks) - len(brackets) + brackets.count(b"[")
    for _ in range(DEPTH):
        inner = brackets.replace(b"[]", b"")
        if len(inner) == len(brackets):
            break
        brackets = inner
    # A list that is never closed is an error of its own, where it can be parsed at all.
    if b"[]" in brackets or brackets.count(b"[") > DEPTH:
        raise InvalidReleaseError(name, "", f"JSON of at most {DEPTH} levels", "more")
    return values, outside


_NO_MARKS = bytes(code for code in range(256) if code not in b"[]{},")
_ONE_KIND = bytes.maketrans(b"{}", b"[]")
