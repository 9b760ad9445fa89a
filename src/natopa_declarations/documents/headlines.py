"""Lines that announce a text: its kind and usually its number."""

from __future__ import annotations

import re

from .vocabulary import FOREIGN_KINDS, KINDS

LONG = 200
"""A longer line was not one line of a page."""

CONTENTS = re.compile(r"(?:\.\s?){3,}\s*[\divx]*$|\u2026+\s*\d+$")
"""The ends of lines of contents pages."""

_HEAD = re.compile(
    r"^(?P<whose>nato\s+(?:parliamentary\s+assemble?y\s+)?|committee\s+)?"
    r"(?:(?P<draft>draft|projet\s+de)\s+)?"
    rf"(?P<kind>{'|'.join([*KINDS, *FOREIGN_KINDS])})\b\s*"
    r"(?:n\s?[.\u00b0\u00ba]{1,2}\s?)?(?P<number>\d{3}(?!\d))?\s*(?:\(\d{4}\))?"
    r"(?P<mark>\s?(?:\(?\*{1,2}\)?|\(\d\)|\d(?!\d)))?\s*[:\-\u2013]?\s*(?P<rest>.*)$",
    re.IGNORECASE,
)


def headline(text: str, *, strict: bool) -> re.Match[str] | None:
    """Return the parts of a line that is a heading; with `strict`, its kind is in capitals."""
    match = _HEAD.match(text)
    if match is None or CONTENTS.search(text) or match["rest"].startswith(".."):
        return None
    kind, rest = match["kind"], match["rest"]
    if kind.isupper():
        return match
    if (
        strict
        or (kind.islower() and not match["whose"])
        or (rest[:1].islower() and not rest.startswith(("on ", "sur ")))
    ):
        return None
    # In title case it may be a reference, so it must be alone on its line.
    return match if len(text) < 120 and not text.endswith((";", ",")) else None
