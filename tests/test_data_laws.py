"""Laws of the data that name the release from which they hold.

Each law is a function from a corpus to a list of problems.  What an older release breaks is listed
here by record, since a published release is never changed; from its release on, a law holds
without exception.  Each law also runs on data broken on purpose.
"""

from __future__ import annotations

import re
import unicodedata
from itertools import combinations
from typing import TYPE_CHECKING

import attrs
import pytest

import natopa_declarations as natopa
from natopa_declarations import PartialDate, model
from tests.test_data import changed, late_adoptions, lost_lemmas
from tests.test_values import RELEASES

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from natopa_declarations.model.agents import Membership
    from natopa_declarations.model.value import Value
    from tests.test_data import Check

    Dated = tuple[PartialDate | None, tuple[natopa.Citation, ...]]


def owners(corpus: natopa.Corpus) -> Iterator[tuple[str, Value]]:
    """Yield every value of every record, with the id of the record that it belongs to."""
    kinds = {type(record) for records in corpus._records.values() for record in records}
    for records in corpus._records.values():
        for record in records:
            owner = str(getattr(record, "id"))  # noqa: B009 - every record has one.
            yield from ((owner, value) for value in parts(record, kinds))


def parts(value: Value, records: set[type[Value]]) -> Iterator[Value]:
    """Yield a value and all that it is made of, but no record that it only points to."""
    for field in attrs.fields(type(value)):
        held = getattr(value, field.name)
        for inner in held if isinstance(held, tuple) else (held,):
            if attrs.has(type(inner)) and type(inner) not in records:
                yield from parts(inner, records)
    yield value


def reworded(corpus: natopa.Corpus) -> list[str]:
    """A wording has the words of its source, and none that are ours."""
    return [
        owner
        for owner, value in owners(corpus)
        if isinstance(value, natopa.Wording) and value.fidelity == model.Fidelity.PARAPHRASED
    ]


def in_another_language(corpus: natopa.Corpus) -> list[str]:
    """Words are in the language of the source that prints them."""
    found = []
    for owner, value in owners(corpus):
        if isinstance(value, natopa.Wording):
            words = [(value.language, value.citation.source)]
            words += [
                (reading.language or value.language, reading.citation.source)
                for reading in value.readings
                if reading.text is not None
            ]
            found += [
                owner for language, source in words if source.language not in {language, "mul"}
            ]
    return found


ANNOUNCED = re.compile("announce|beforehand|draft|expected", re.IGNORECASE)


def early_sources(corpus: natopa.Corpus) -> list[str]:
    """No source is older than what it is cited for, unless the citation says that it announces it.

    A source whose note says that it was updated later may have an older date.
    """
    found = {
        f"{owner}: {citation.source.id}"
        for owner, value in owners(corpus)
        for when, citations in dated(value)
        for citation in citations
        if is_older(citation, when)
    }
    return sorted(found)


def is_older(citation: natopa.Citation, when: PartialDate | None) -> bool:
    """Say whether a source is certain to be older than what happened at `when`."""
    published, note = citation.source.published, citation.source.note or ""
    if published is None or when is None or "updated later" in note:
        return False
    return published < when and not ANNOUNCED.search(citation.note or "")


DATED_BY = {
    "Declaration": "adopted",
    "Resolution": "adopted",
    "Edition": "date",
    "Session": "start",
    "Account": "date",
    "Membership": "start",
    "MemberState": "accession",
    "AssemblySize": "start",
}
"""The field with the day that the citations of a value are about."""


def dated(value: Value) -> Iterator[Dated]:
    """Yield each day that a value gives, with what is cited for it."""
    if field := DATED_BY.get(type(value).__name__):
        yield getattr(value, field), getattr(value, "citations")  # noqa: B009 - all of these have them.
    yield from inside(value)


def inside(value: Value) -> Iterator[Dated]:
    """Yield the day of a value with what is cited for those of its parts that have none."""
    if isinstance(value, natopa.Declaration | natopa.Resolution):
        yield from ((value.adopted, clause.citations) for clause in value.clauses)
    elif isinstance(value, natopa.Session):
        yield from ((value.start, guest.citations) for guest in value.participants)
        for figure in value.attendance:
            if not ANNOUNCED.search(figure.counted):
                yield value.start, figure.citations
    elif isinstance(value, model.Vote):
        yield from ((value.date, account.citations) for account in value.accounts)
    elif isinstance(value, natopa.Statement):
        yield from ((value.date, account.citations) for account in value.accounts)
        for wording in value.wordings:
            cited = (wording.citation, *(reading.citation for reading in wording.readings))
            yield value.date, cited


OFFICE = re.compile("(?:Acting )?(President|Secretary General.*|Head .*)")
"""Offices that one person holds at a time; an Acting President holds that of the President."""


def overlapping_terms(corpus: natopa.Corpus) -> list[str]:
    """The terms of one office follow each other; two may share the day of the handover."""
    terms: dict[tuple[str, str], list[tuple[str, Membership]]] = {}
    for person in corpus.persons():
        for place in person.memberships:
            if office := OFFICE.fullmatch(place.role):
                terms.setdefault((place.body.id, office[1]), []).append((person.id, place))
    return [
        f"{first[0]} and {second[0]}"
        for held in terms.values()
        for first, second in combinations(held, 2)
        if overlap(known_days(first[1]), known_days(second[1]))
    ]


def known_days(term: Membership) -> tuple[date, date] | None:
    """Return the first and the last day on which the term is certain to have been held."""
    begun = [day.latest for day in (term.start, *term.in_office) if day]
    left = [day.earliest for day in (*term.in_office, term.end) if day]
    return (min(begun), max(left)) if begun and left else None


def overlap(first: tuple[date, date] | None, second: tuple[date, date] | None) -> bool:
    """Say whether two terms are certain to have more than a day in common."""
    return bool(first and second and first[0] < second[1] and second[0] < first[1])


def doubled_persons(corpus: natopa.Corpus) -> list[str]:
    """A person has one record: no full name, in any spelling, leads to two."""
    named: dict[str, set[str]] = {}
    for person in corpus.persons():
        for name in (person.name, *person.other_names):
            if " " in name:
                bare = unicodedata.normalize("NFKD", name.casefold())
                key = "".join(letter for letter in bare if letter.isalnum())
                named.setdefault(key, set()).add(person.id)
    return sorted({" and ".join(sorted(ids)) for ids in named.values() if len(ids) > 1})


def unmarked_words(corpus: natopa.Corpus) -> list[str]:
    """A finding does not mention words of others without quotation marks around them."""
    return [
        claim.id
        for claim in corpus.claims()
        if re.search(r"\b(has|have|with|says|save for) (must|of|inside|quickly|what it)\b",
                     claim.finding)
    ]  # fmt: skip


SOFIA = natopa.load("2026.3")
DECLARATION = SOFIA.declaration(489)
LIFT = SOFIA.clause("489#lift-restrictions")
WORDING = LIFT.wordings[0]
NOTHING_OF_OURS = attrs.evolve(WORDING, fidelity=model.Fidelity.PARAPHRASED)
ALLI = SOFIA.person("Paolo Alli")
TWIN = attrs.evolve(ALLI, id=model.PersonId("twin"), name="Alli", other_names=("PAOLO ALLI",))


def with_wording(wording: natopa.Wording) -> natopa.Declaration:
    """Return Declaration 489 with one clause, which has this wording."""
    return attrs.evolve(DECLARATION, clauses=(attrs.evolve(LIFT, wordings=(wording,)),))


LONGER = attrs.evolve(
    ALLI, memberships=(attrs.evolve(ALLI.memberships[0], end=PartialDate(2018, 10)),)
)

LAWS: dict[Check, tuple[str, str, tuple[Value, ...]]] = {
    lost_lemmas: ("2026.1", "declarations", (with_wording(attrs.evolve(WORDING, text="Else")),)),
    late_adoptions: (
        "2026.1",
        "declarations",
        (attrs.evolve(DECLARATION, adopted=PartialDate(2024, 5, 28)),),
    ),
    overlapping_terms: (
        "2026.1",
        "persons",
        (LONGER, SOFIA.person("Juknevičienė")),
    ),
    doubled_persons: ("2026.1", "persons", (ALLI, TWIN)),
    reworded: ("2026.3", "declarations", (with_wording(NOTHING_OF_OURS),)),
    in_another_language: (
        "2026.3",
        "declarations",
        (with_wording(attrs.evolve(WORDING, language="fr")),),
    ),
    early_sources: (
        "2026.3",
        "declarations",
        (attrs.evolve(DECLARATION, adopted=PartialDate(2024, 12)),),
    ),
    unmarked_words: (
        "2026.3",
        "claims",
        (attrs.evolve(SOFIA.claims()[0], finding="The release has must."),),
    ),
}
"""Each law, with the release from which it holds, and what it must find fault with."""

REWORDED = [
    "489", "489", "chernyev-announcement", "chernyev-deep-inside", "chernyev-us-support",
    "chernyev-opponents", "stoltenberg-agreed", "szczerba-air-defence", "szczerba-supply-lines",
    "szczerba-half-measures",
]  # fmt: skip
TRANSLATED = ["489", "chernyev-opponents"]
UNMARKED = [f"lb-ua-29512#s{number}" for number in (13, 14, 18, 20, 22, 25)]
SOFIA_BEFOREHAND = [
    "2024-spring: bundestag-2024-05-22",
    "2024-spring: nato-pa-einnews-714286603",
]

BROKEN_BEFORE: dict[Check, dict[str, list[str]]] = {
    reworded: {"2026.1": REWORDED, "2026.2": REWORDED},
    in_another_language: {"2026.1": TRANSLATED, "2026.2": TRANSLATED},
    unmarked_words: {"2026.1": UNMARKED, "2026.2": UNMARKED},
    early_sources: {
        "2026.1": SOFIA_BEFOREHAND,
        "2026.2": [
            "2000-annual: bundestag-pz-001031a",
            "2008-spring: nato-pa-aus-city-20080521180503",
            "2014-annual: nato-pa-home-2014",
            "2014-spring: nato-pa-tab-1",
            "2017-annual: nato-pa-home-2017",
            *SOFIA_BEFOREHAND,
            "2025-annual: riksdag-2025-10-09",
        ],
    },
}
"""What the releases before a law break, by record."""


def number(version: str) -> tuple[int, ...]:
    """Return what orders the versions of releases."""
    return tuple(int(part) for part in version.split("."))


@pytest.mark.slow
@pytest.mark.parametrize("version", RELEASES)
@pytest.mark.parametrize("law", LAWS, ids=lambda law: law.__name__)
def test_a_law_holds_from_its_release_on(law: Check, version: str) -> None:
    """From its release on nothing breaks it; before it, what is listed here and no more."""
    listed = BROKEN_BEFORE.get(law, {}).get(version, [])
    assert law(natopa.load(version)) == listed
    assert not listed or number(version) < number(LAWS[law][0])


@pytest.mark.parametrize("law", LAWS, ids=lambda law: law.__name__)
def test_a_law_finds_what_was_broken_on_purpose(law: Check) -> None:
    """Each law finds the fault that it is for."""
    _, kind, broken = LAWS[law]
    assert law(changed(kind, *broken, corpus=SOFIA))
