"""What may be given to lookups and filters: words of an enumeration, numbers and ids."""

from __future__ import annotations

from operator import index
from typing import Literal

from ..errors import printed, shortened
from .names import DIGITS

# Type checkers know the words of an enumeration by these; a test holds the two together.
SeasonWord = Literal["spring", "annual"]
SessionFormatWord = Literal["in-person", "online", "hybrid"]
RoleWord = Literal["preamble", "operative", "unknown"]
SeenWord = Literal["whole", "cut-off", "reported"]
FidelityWord = Literal["official", "quoted", "translated", "reported", "paraphrased"]
MediumWord = Literal["facebook", "telegram", "speech", "release", "unknown"]
VerdictWord = Literal["corroborated", "refined", "contradicted", "unconfirmed"]
ConfidenceWord = Literal["high", "medium", "low"]
CoverageWord = Literal["full", "partial", "title", "number"]
SourceKindWord = Literal[
    "assembly", "alliance", "parliament", "government", "scholarship", "agency", "press", "weak",
    "document",
]  # fmt: skip
ClaimKindWord = Literal[
    "quotation", "paraphrase", "statement", "procedure", "decision", "office"
]  # fmt: skip


def whole(value: object) -> int | None:
    """Return the number that a value is: whatever has `__index__` and is not a bool."""
    try:
        return None if isinstance(value, bool) else index(value)  # type: ignore[arg-type]
    except TypeError:
        return None


def identifier(value: object, what: str, *, numbers: bool = False) -> str:
    """Return what a lookup looks for as text; raise `TypeError` for a value of another type."""
    if isinstance(value, str):
        return value
    number = whole(value) if numbers else None
    if number is None:
        types = "an int or a str" if numbers else "a str"
        raise TypeError(f"expected {what} as {types}, found {shortened(printed(value))}")
    # Python refuses to print a number of thousands of digits, and no text has one of ten.
    fits = abs(number) < 10**DIGITS
    return str(number) if fits else f"a number of more than {DIGITS} digits"
