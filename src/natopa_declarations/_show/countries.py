"""A country as an outline: the sessions held there, and the texts with clauses that name it."""

from __future__ import annotations

import functools

from ..model.names import close, fold
from ..model.value import SINCE_2
from .blocks import Fields, Outline, Piece, joined, line, listed, section
from .country_names import NAMES
from .phrases import counted
from .view import View

TYPE_CHECKING = not __name__
if TYPE_CHECKING:
    from collections.abc import Iterator

    from .._corpus.corpus import Corpus
    from ..model.assembly import MemberState
    from ..model.clauses import Clause
    from ..model.texts import AdoptedText
    from .blocks import Block, Line

ALIKE = 0.75
"""The least similarity of a suggested name, from 0 to 1."""

_ROWS = [row.split("|") for row in NAMES.split("\n") if row]
_ENGLISH = {row[0]: row[1] for row in _ROWS}


@functools.cache
def _codes() -> dict[str, str]:
    """Return the code of each country by each of its names, as `fold` leaves them."""
    return {fold(name): code for code, *names in reversed(_ROWS) for name in (code, *names)}


def code_of(name: str) -> str | None:
    """Return the code of the country with this code or name, or None if there is none.

    >>> code_of("bulgaria"), code_of("BG"), code_of("Russian Federation"), code_of("Atlantis")
    ('BG', 'BG', 'RU', None)
    """
    return _codes().get(fold(name))


def named(field: str, code: str) -> str:
    """Return the English name of a country with its code; a language has its code alone.

    >>> named("country", "BG"), named("language", "bg"), named("country", "QQ")
    ('Bulgaria (BG)', 'bg', 'QQ')
    """
    name = None if field == "language" else _ENGLISH.get(code)
    return f"{name} ({code})" if name else code


def alike(name: str) -> list[str]:
    """Return the names of countries that are similar to an unknown name."""
    longer = {one: code for one, code in _codes().items() if len(one) > len("AFG")}
    return [_ENGLISH[code] for code in dict.fromkeys(close(name, longer, ALIKE))]


class CountryRecords:
    """What a release has about a country."""

    def __init__(self, corpus: Corpus, code: str) -> None:
        self.code, self.name = code, _ENGLISH[code]
        self.member: MemberState | None = next(
            (state for state in corpus.member_states() if state.country == code), None
        )
        self.sessions = tuple([one for one in corpus.sessions() if one.country == code])
        self.bodies = tuple([one for one in corpus.bodies() if one.country == code])
        self.texts: list[tuple[AdoptedText, list[Clause]]] = []
        """The newest texts first, each with its clauses that name the country."""
        known = sorted(corpus.texts(), key=lambda one: (str(one.adopted or ""), one.number or 0))
        for text in reversed(known):
            naming = [clause for clause in text.clauses if code in clause.countries]
            if naming:
                self.texts.append((text, naming))
        self.recorded = corpus.release.format >= SINCE_2["since"]
        """Whether the release records which countries a clause names."""


def country(corpus: Corpus, code: str) -> Outline:
    """Return what a release has about a country, as a page."""
    found = CountryRecords(corpus, code)
    return Outline("Country", code, found.name, tuple(_blocks(View(corpus), found)))


def _blocks(view: View, found: CountryRecords) -> Iterator[Block]:
    rows: list[tuple[str, Line]] = []
    if found.member is not None:
        since = line(found.member.accession.in_words, " (", Piece(found.member.id, "id"), ")")
        rows.append(("joined NATO", since))
    clauses = sum(len(naming) for _, naming in found.texts)
    named = f"in {counted(clauses, 'clause')} of {counted(len(found.texts), 'text')}"
    rows.append(("sessions there", line(str(len(found.sessions) or "none"))))
    rows.append(("named", line(named if clauses else "in no clause that the release has")
                 if found.recorded else line("not recorded before release 2026.4")))  # fmt: skip
    if found.bodies:
        rows.append(("bodies", joined([(view.link(body),) for body in found.bodies])))
    yield Fields(tuple(rows))
    held = [joined([(view.link(one),), view.content(one, "dates")]) for one in found.sessions]
    yield from section("Sessions held there", listed(held))
    if found.texts:
        texts = [
            joined([(view.link(one),), view.content(one, "adopted"),
                    line(counted(len(naming), "clause"))])
            for one, naming in found.texts
        ]  # fmt: skip
        command = Piece(f"natopa list clauses --country {found.code}", "id")
        themselves = line("The clauses themselves: ", command)
        yield from section("Texts with clauses that name it", (*listed(texts), themselves))


def as_dict(corpus: Corpus, code: str) -> dict[str, object]:
    """Return what a release has about a country, by ids, for JSON."""
    found = CountryRecords(corpus, code)
    return {
        "record": "country",
        "country": code,
        "name": found.name,
        "member_state": found.member.id if found.member else None,
        "sessions": [session.id for session in found.sessions],
        "bodies": [body.id for body in found.bodies],
        "clauses": [clause.id for _, naming in found.texts for clause in naming],
    }
