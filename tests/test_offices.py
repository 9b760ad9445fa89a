"""Who held an office on a day: rows of one person, days of change, and dates known in part."""

from __future__ import annotations

import attrs
import pytest

import natopa_declarations as natopa
from natopa_declarations import model
from natopa_declarations._corpus.offices import president, secretary_general

CORPUS = natopa.load("2026.2")
ROW = CORPUS.person("john-tanner").memberships[0]


def person(name: str, *terms: str, role: str = "President") -> natopa.Person:
    """Return a person with these terms, each from a day to a day, with `?` for one not known."""
    rows = []
    for term in terms:
        start, end, *known = [
            None if day == "?" else natopa.PartialDate.parse(day) for day in term.split()
        ]
        in_office = tuple([day for day in known if day is not None])
        rows.append(attrs.evolve(ROW, role=role, start=start, end=end, in_office=in_office))
    return natopa.Person(id=model.PersonId(name), name=name, memberships=tuple(rows))


def name_on(day: str, *persons: natopa.Person) -> str:
    """Return who was President on a day by these terms alone."""
    return president(day, persons, ()).name


ADA = person("Ada", "2010-11-16 2012-11-12")
BEN = person("Ben", "2012-11-12 2014-11")


def test_one_person_with_two_rows_is_one_person() -> None:
    """Acting first and then elected: from the first day of the one to the last of the other."""
    both = person("Cem", "2014-10 2014-11-09", "2014-11-09 2015-06-30")
    assert name_on("2014-11-09", both) == "Cem"
    assert name_on("2014-12", both) == "Cem"
    next_day = person("Cem", "2014-10 2014-11-09", "2014-11-10 2015-06-30")
    assert name_on("2014-11", next_day) == "Cem"
    with pytest.raises(natopa.NotFoundError, match=r"settle it: Cem \(2014-10 to 2015-06-30\)$"):
        name_on("2014-10-05", both)
    apart = person("Cem", "2012-01-01 2012-11-09", "2014-11-10 2015-06-30")
    assert name_on("2012-05", apart) == name_on("2015-01", apart) == "Cem"
    with pytest.raises(natopa.NotFoundError, match="no source read names one"):
        name_on("2013-05", apart)


def test_the_rows_of_the_data_are_one_person() -> None:
    """Szczerba was acting until he was elected; the sources know one person on these days."""
    for release in ("2026.2", "2026.3"):
        corpus = natopa.load(release)
        for day in ("2023-10-03", "2023-10-09", "2023-11", "2024-05"):
            assert corpus.president(on=day).id == "michal-szczerba", (release, day)


@pytest.mark.parametrize("persons", [(ADA, BEN), (BEN, ADA)], ids=["in order", "not"])
def test_on_the_day_of_a_handover_both_are_named(persons: tuple[natopa.Person, ...]) -> None:
    """With their terms, the earlier one first; the day before and the day after are settled."""
    assert name_on("2012-11-11", *persons) == "Ada"
    assert name_on("2012-11-13", *persons) == "Ben"
    for when in ("2012-11-12", "2012-11", "2012"):
        with pytest.raises(natopa.NotFoundError) as caught:
            name_on(when, *persons)
        assert caught.value.hint == (
            "the sources do not settle it: Ada (2010-11-16 to 2012-11-12), Ben (2012-11-12 to"
            " 2014-11)"
        )


def test_a_term_that_is_dated_in_part_may_change_hands_on_that_day_too() -> None:
    """The first day of the one is known, and of the other only the month in which it ended."""
    dan = person("Dan", "2014-11-24 2016-11-21")
    assert name_on("2014-11-25", ADA, BEN, dan) == "Dan"
    with pytest.raises(natopa.NotFoundError, match=r"Ben \(.*\), Dan \(2014-11-24 to"):
        name_on("2014-11-24", ADA, BEN, dan)
    known = person("Ben", "2012-11-12 2014-11 2014-11-25")
    assert name_on("2014-11-24", ADA, known) == "Ben"


def test_who_comes_next_in_a_month_comes_when_the_one_before_has_left() -> None:
    """The day of leaving is known and the month of coming: in between there was nobody else."""
    eve = person("Eve", "2012-11 2013-05")
    assert name_on("2012-11-13", ADA, eve) == "Eve"
    with pytest.raises(natopa.NotFoundError, match=r"Ada .*, Eve \(2012-11 to 2013-05\)"):
        name_on("2012-11-12", ADA, eve)
    with pytest.raises(natopa.NotFoundError):
        name_on("2012-11-13", eve)


def test_terms_that_do_not_share_a_day_are_no_handover() -> None:
    """The last day of one year and the first of the next are one person's each."""
    old, new = person("Old", "2010-01-01 2019-12-31"), person("New", "2020-01-01 2021-12-31")
    assert name_on("2019-12-31", old, new) == "Old"
    assert name_on("2020-01-01", old, new) == "New"


def test_a_day_of_change_of_the_secretaries_general_names_both() -> None:
    """The second of them has begun, and nothing later is known of him."""
    role = "Secretary General of the Assembly"
    old = person("Old", "2020-01-01 2025-10-13", role=role)
    new = person("New", "2025-10-13 ?", role=role)
    assert secretary_general("2025-10-12", [old, new]).name == "Old"
    with pytest.raises(natopa.NotFoundError, match=r"Old \(.*\), New \(2025-10-13 to \?\)"):
        secretary_general("2025-10-13", [old, new])
    with pytest.raises(natopa.NotFoundError, match=r"last that began before it: New"):
        secretary_general("2026", [old, new])


def test_every_handover_of_the_newest_release_names_both() -> None:
    """Wherever a term ends on the day on which another's begins."""
    corpus = natopa.load()
    rows = [
        (person, row)
        for person in corpus.persons()
        for row in person.memberships
        if row.role in ("President", "Acting President")
    ]
    days = [
        (row.end, one, other)
        for one, row in rows
        for other, next_row in rows
        if one is not other and row.end and row.end == next_row.start and "-" in str(row.end)[5:]
    ]
    assert len(days) > 5
    for day, one, other in days:
        with pytest.raises(natopa.NotFoundError) as caught:
            corpus.president(on=day)
        assert one.name in caught.value.hint
        assert other.name in caught.value.hint


# Terms that are known in part, and sessions.


def hint_on(day: str, *persons: natopa.Person) -> str:
    """Return why nobody is named as President on a day."""
    with pytest.raises(natopa.NotFoundError) as caught:
        name_on(day, *persons)
    assert caught.value.kind == "President of the Assembly on"
    assert caught.value.value == day
    return caught.value.hint


UNSETTLED = "the sources do not settle it: "
NONE = "no source read names one"
HINTS: list[tuple[str, list[natopa.Person], str]] = [
    ("2009", [ADA], NONE),
    ("2010-11-15", [ADA], NONE),
    ("2013", [ADA], f"{NONE}; the last that began before it: Ada (2010-11-16 to 2012-11-12)"),
    ("2016", [BEN, ADA], f"{NONE}; the last that began before it: Ben (2012-11-12 to 2014-11)"),
    ("2010", [ADA], f"{UNSETTLED}Ada (2010-11-16 to 2012-11-12)"),
    ("2014-11-30", [BEN], f"{UNSETTLED}Ben (2012-11-12 to 2014-11)"),
    ("2014-12-01", [BEN], f"{NONE}; the last that began before it: Ben (2012-11-12 to 2014-11)"),
    ("2012", [person("Cem", "? 2012-05-01")], f"{UNSETTLED}Cem (? to 2012-05-01)"),
    ("2013", [person("Cem", "? 2012-05-01")], NONE),
    ("2012", [person("Cem", "? ?")], NONE),
    ("2012", [person("Cem", "? ? 2012-05-01")], f"{UNSETTLED}Cem (? to ?)"),
    ("2012-11-12", [person("Cem", "2012-11-12 ?")], f"{UNSETTLED}Cem (2012-11-12 to ?)"),
    ("2012-11-13", [person("Cem", "2012-11-12 ?")],
     f"{NONE}; the last that began before it: Cem (2012-11-12 to ?)"),
    ("2012-12-02", [person("Cem", "2012-11-12 ? 2012-12-01")],
     f"{NONE}; the last that began before it: Cem (2012-11-12 to ?)"),
]  # fmt: skip


@pytest.mark.parametrize(("day", "persons", "expected"), HINTS)
def test_what_is_known_of_a_term_is_certain_to_the_day(
    day: str, persons: list[natopa.Person], expected: str
) -> None:
    """Beyond the days that are known nothing is, and one day alone says nothing of how long."""
    assert hint_on(day, *persons) == expected


@pytest.mark.parametrize("day", ["2012-11-12", "2012-11-30", "2012-12-01"])
def test_a_term_lasts_to_the_last_day_on_which_a_source_has_it(day: str) -> None:
    """Even where nobody says when it ended."""
    assert name_on(day, person("Cem", "2012-11-12 ? 2012-12-01")) == "Cem"


def test_other_offices_and_other_bodies_are_none_of_it() -> None:
    """Neither a Vice-President nor the president of another body."""
    vice = person("Vic", "2010-11-16 2012-11-12", role="Vice-President")
    rows = tuple([attrs.evolve(row, body=CORPUS.body("nato")) for row in ADA.memberships])
    other = attrs.evolve(ADA, memberships=rows)
    assert hint_on("2011", vice, other) == NONE
    assert name_on("2011", vice, ADA, other) == "Ada"
    acting = person("Act", "2010-11-16 2012-11-12", role="Acting President")
    assert name_on("2011", acting) == "Act"


def test_terms_are_in_the_order_of_time_whatever_is_known_of_them() -> None:
    """A term without a day comes last, and breaks nothing."""
    bare, early = person("Bare", "? ?"), person("Early", "2001 2003-05-01")
    assert name_on("2002", bare, BEN, early, ADA) == "Early"
    assert hint_on("2012-11-12", bare, BEN, ADA) == (
        f"{UNSETTLED}Ada (2010-11-16 to 2012-11-12), Ben (2012-11-12 to 2014-11)"
    )


def test_three_rows_of_one_person_are_one_term() -> None:
    """Each begins where the one before it ended, and the whole is told."""
    three = person(
        "Tri", "2001-01-01 2002-02-02", "2002-02-02 2003-03-03", "2003-03-04 2004-04-04"
    )
    for day in ("2001-01-01", "2002-02-02", "2003-03-03", "2003-03-04", "2004-04-04", "2002"):
        assert name_on(day, three) == "Tri"
    assert hint_on("2004", three) == f"{UNSETTLED}Tri (2001-01-01 to 2004-04-04)"
    apart = person("Two", "2001-01-01 2002-02-02", "2002-02-04 2003-03-03")
    assert hint_on("2002-02-03", apart) == (
        f"{NONE}; the last that began before it: Two (2001-01-01 to 2002-02-02)"
    )


def test_of_three_terms_only_the_neighbours_share_a_day() -> None:
    """The first and the third are not asked about the day on which the others meet."""
    three = [person("One", "2001-01-01 2002-02-02"), person("Two", "2002-02-02 2003-03-03"),
             person("Tri", "2003-03-03 2004-04-04")]  # fmt: skip
    assert hint_on("2002-02-02", *three) == (
        f"{UNSETTLED}One (2001-01-01 to 2002-02-02), Two (2002-02-02 to 2003-03-03)"
    )
    assert hint_on("2003-03-03", *three) == (
        f"{UNSETTLED}Two (2002-02-02 to 2003-03-03), Tri (2003-03-03 to 2004-04-04)"
    )
    assert name_on("2001-01-01", *three) == "One"
    assert name_on("2004-04-04", *three) == "Tri"


def test_among_many_terms_those_that_may_meet_are_named() -> None:
    """The one before or the one after, also where only the month of a change is known."""
    old, late = person("Old", "2001-01-01 2005-01-01"), person("Late", "2020-01-01 2021-01-01")
    eve, dan = person("Eve", "2012-11 2013-05"), person("Dan", "2014-11-24 2016-11-21")
    assert hint_on("2012-11-12", old, ADA, eve, late) == (
        f"{UNSETTLED}Ada (2010-11-16 to 2012-11-12), Eve (2012-11 to 2013-05)"
    )
    assert hint_on("2014-11-24", old, BEN, dan, late) == (
        f"{UNSETTLED}Ben (2012-11-12 to 2014-11), Dan (2014-11-24 to 2016-11-21)"
    )
    assert name_on("2012-11-11", old, ADA, eve, late) == "Ada"
    assert name_on("2014-11-25", old, BEN, dan, late) == "Dan"


def session(start: str, end: str, who: natopa.Person, *, held: bool = True) -> natopa.Session:
    """Return a session with a President."""
    first, last = [natopa.PartialDate.parse(day) for day in (start, end)]
    return attrs.evolve(CORPUS.session("2024-spring"), start=first, end=last, president=who,
                        held=held)  # fmt: skip


def test_a_session_names_its_president_on_its_days() -> None:
    """Where no term is certain; on its last day only where no other term may hold that day."""
    plenary = session("2013-10-11", "2013-10-14", ADA)
    for day in ("2013-10-11", "2013-10-12", "2013-10-13", "2013-10-14"):
        assert president(day, [], [plenary]).name == "Ada"
    for day in ("2013-10-10", "2013-10-15", "2013-10", "2013"):
        with pytest.raises(natopa.NotFoundError, match=NONE):
            president(day, [], [plenary])
    after = person("New", "2013-10 ?")
    assert president("2013-10-13", [after], [plenary]).name == "Ada"
    with pytest.raises(natopa.NotFoundError, match=r"settle it: New \(2013-10 to \?\)$"):
        president("2013-10-14", [after], [plenary])
    same = person("Ada", "2013-10 ?")
    assert president("2013-10-14", [same], [plenary]).name == "Ada"
    called_off = session("2013-10-11", "2013-10-14", ADA, held=False)
    with pytest.raises(natopa.NotFoundError, match=NONE):
        president("2013-10-12", [], [called_off])
    later = session("2013-10-12", "2013-10-14", BEN)
    assert president("2013-10-12", [], [called_off, later]).name == "Ben"


def test_a_term_comes_before_a_session() -> None:
    """What is certain of the terms is the answer, whatever a session says."""
    assert president("2011-10-12", [ADA], [session("2011-10-11", "2011-10-14", BEN)]).name == "Ada"
