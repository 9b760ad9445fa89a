"""What was found wrong in a release since it was published, as plain text of 80 columns."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .page import wrapped

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ..model.advisories import Advisory


def lines(advisories: Iterable[Advisory], indent: int = 0) -> list[str]:
    """Return a line for each record that is wrong: what is, and which release mends it."""
    return [
        line for advisory in advisories for line in wrapped(f"- {brief(advisory)}", indent, hang=2)
    ]


def show(advisories: tuple[Advisory, ...]) -> str:
    """Return the advisories under a heading; the empty text where there are none."""
    if not advisories:
        return ""
    heading = f"FOUND WRONG SINCE RELEASE {advisories[0].release} WAS PUBLISHED"
    return "\n".join([heading, *lines(advisories), "", ""])


def brief(advisory: Advisory) -> str:
    """Return an advisory in one line."""
    return f"{advisory.record}: {advisory.wrong} Mended in release {advisory.mended_in}."
