"""Values in messages: printed safely, on one line, and short; and checks of their types."""

from __future__ import annotations


def check_text(value: object, what: str) -> None:
    """Raise `TypeError` if `value` is not a text, before another function fails on it."""
    if not isinstance(value, str):
        raise TypeError(f"expected {what} as a str, found {shortened(printed(value))}")


def check_type(value: object, cls: type[object], what: str) -> None:
    """Raise `TypeError` if `value` is not an instance of `cls`."""
    if not isinstance(value, cls):
        raise TypeError(f"expected {what}, found {shortened(printed(value))}")


def printed(value: object) -> str:
    """Return the repr of any value, or a phrase instead if its repr raises an error.

    That of an integer of thousands of digits does, and that of a user's object may.
    """
    try:
        return repr(value)
    except MemoryError:
        raise
    except Exception:  # noqa: BLE001 - The message is about the value, not about its repr.
        return f"a {type(value).__name__} that cannot be printed"


def printable(name: str) -> str:
    """Return a file name on one line, without codes that a terminal obeys."""
    return name if name.isprintable() else ascii(name)


def with_article(noun: str) -> str:
    """Return a noun with "a" or "an" before it."""
    return f"{'an' if noun[0] in 'aeiou' else 'a'} {noun}"


def shortened(text: str) -> str:
    """Return `text`, cut where it is too long for a message."""
    return text if len(text) <= 60 else text[:57] + "..."
