"""The one table of filters: how each reads its value, which records it keeps, and its help.

A new filter is a row here, and a parameter of each query that has it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, Any, NamedTuple, final

from .. import model
from ..model.ids import within
from .reading import (
    about,
    check_ranges,
    first_day,
    last_day,
    number,
    record,
    recorded,
    spelled,
    title,
    truth,
    word,
)

if TYPE_CHECKING:
    from .lookups import Lookups
    from .reading import Read

    Keep = Callable[[Any, Any], Iterable[Any]]


@final
class Filter(NamedTuple):
    """One filter of a query."""

    name: str
    """The parameter of the query, and on the command line the flag."""
    read: Read
    """Reads the value; raises if its type is wrong, or if it exists nowhere."""
    keep: Keep | None
    """Returns the records that pass; None if the query itself starts from them."""
    help: str
    """What it asks for, in one line."""
    part: str = ""
    """The field whose items are kept; filters of one field must hold for the same item."""

    @property
    def shape(self) -> str:
        """What its value looks like on the command line."""
        return SHAPES.get(self.read, "VALUE")


def within_about(records: Iterable[Any], identifier: str) -> list[Any]:
    """Return the records that are about a record, a part of it or an edition of it."""
    records = [*records]
    inside = within([ref for each in records for ref in each.about], identifier)
    return [each for each in records if not inside.isdisjoint(each.about)]


SHAPES: Mapping[Any, str] = {
    number: "NUMBER", truth: "yes|no", first_day: "DATE", last_day: "DATE"
}  # fmt: skip

COUNTRY = "a country is given as ISO 3166-1 alpha-2, such as BG"
LANGUAGE = "a language is given as a BCP 47 tag, such as uk"
FIRST = "nothing before this day, month or year, as YYYY-MM-DD, YYYY-MM or YYYY"
LAST = "nothing after this day, month or year"

# Each `keep` is one comprehension over the records that earlier filters kept.
# fmt: off
CONFIDENCE = Filter("confidence", partial(word, model.Confidence),
    lambda records, wanted: [r for r in records if r.confidence is wanted],
    "how well the record is sourced: high, medium or low")
PUBLISHERS = partial(spelled, "publishers", "")
LANGUAGES = partial(spelled, "languages", LANGUAGE)
WORDINGS = (
    Filter("fidelity", partial(word, model.Fidelity),
        lambda wordings, wanted: [w for w in wordings if w.fidelity is wanted],
        "how near the words are: official, quoted, translated, reported, paraphrased", "wordings"),
    Filter("language", LANGUAGES,
        lambda wordings, wanted: [w for w in wordings if w.language in wanted],
        "a language that its words are in, as a BCP 47 tag", "wordings"),
)

FILTERS: Mapping[str, tuple[Filter, ...]] = {
    "sessions": (
        Filter("year", number, lambda sessions, year: [s for s in sessions if s.year == year],
            "the year"),
        Filter("date_from", first_day, lambda sessions, day: [
            s for s in sessions if (s.start.earliest if s.start else date(s.year, 1, 1)) >= day],
            FIRST),
        Filter("date_to", last_day, lambda sessions, day: [
            s for s in sessions if (s.end.latest if s.end else date(s.year, 12, 31)) <= day],
            LAST),
        Filter("season", partial(word, model.Season),
            lambda sessions, season: [s for s in sessions if s.season is season],
            "spring or annual"),
        Filter("city", partial(spelled, "cities", ""),
            lambda sessions, cities: [s for s in sessions if s.city in cities],
            "the name of the city, in any spelling of the release"),
        Filter("country", partial(spelled, "countries", COUNTRY),
            lambda sessions, countries: [s for s in sessions if s.country in countries],
            "the country, as ISO 3166-1 alpha-2"),
        Filter("president", partial(record, model.Person),
            lambda sessions, person: [s for s in sessions if s.president is person],
            "who was President of the Assembly at the session"),
        Filter("format", partial(word, model.SessionFormat),
            lambda sessions, wanted: [s for s in sessions if s.format is wanted],
            "in-person, online or hybrid"),
        Filter("held", truth, lambda sessions, held: [s for s in sessions if s.held is held],
            "whether it took place, or was called off"),
        CONFIDENCE,
    ),
    "texts": (
        Filter("year", number, lambda texts, year: [t for t in texts if t.year == year],
            "the year of adoption, or else of the session (`AdoptedText.year`)"),
        Filter("date_from", first_day, lambda texts, day: [
            t for t in texts if t.adopted and t.adopted.earliest >= day], FIRST),
        Filter("date_to", last_day, lambda texts, day: [
            t for t in texts if t.adopted and t.adopted.latest <= day], LAST),
        Filter("number_from", number,
            lambda texts, least: [t for t in texts if t.number is not None and t.number >= least],
            "the lowest number in the series of texts"),
        Filter("number_to", number,
            lambda texts, most: [t for t in texts if t.number is not None and t.number <= most],
            "the highest number"),
        Filter("session", partial(record, model.Session),
            lambda texts, session: [t for t in texts if t.session is session],
            "the session that adopted it, such as 2024-spring"),
        Filter("title", title,
            lambda texts, wanted: [t for t in texts if wanted[0] <= wanted[1][t.id]],
            "words that its title has, in any order and in any language that the release has"),
        Filter("committee", partial(record, model.Body),
            lambda texts, body: [t for t in texts if t.committee is body],
            "the committee that presented it"),
        Filter("presenter", partial(record, model.Person),
            lambda texts, person: [t for t in texts if t.presenter is person], "who presented it"),
        Filter("rapporteur", partial(record, model.Person),
            lambda texts, person: [t for t in texts if t.rapporteur is person], "its rapporteur"),
        Filter("topic", partial(record, model.Topic), lambda texts, topic: [
            t for t in texts if any(each is topic for c in t.clauses for each in c.topics)],
            "a topic that one of its clauses is about"),
        Filter("addressee", partial(record, model.Body), lambda texts, body: [
            t for t in texts if any(each is body for c in t.clauses for each in c.addressees)],
            "a body that one of its clauses addresses"),
        Filter("coverage", partial(word, model.Coverage),
            lambda texts, coverage: [t for t in texts if t.coverage is coverage],
            "how much of it the release has: full, partial, title or number"),
        CONFIDENCE,
    ),
    "clauses": (
        Filter("text", partial(record, model.AdoptedText), None,
            "the text that it stands in: the number, the id or the title"),
        Filter("session", partial(record, model.Session), None,
            "the session that adopted the text"),
        Filter("role", partial(word, model.Role),
            lambda clauses, role: [c for c in clauses if c.role is role],
            "preamble, operative or unknown"),
        Filter("opening", partial(spelled, "openings", ""),
            lambda clauses, openings: [c for c in clauses if c.opening in openings],
            "the words that open it, such as Urges"),
        # A dictionary has a clause once, even where the record gives it a topic twice.
        Filter("topic", partial(record, model.Topic), lambda clauses, topic:
            {id(c): c for c in clauses for each in c.topics if each is topic}.values(),
            "a topic that it is about"),
        Filter("addressee", partial(record, model.Body), lambda clauses, body:
            {id(c): c for c in clauses for each in c.addressees if each is body}.values(),
            "a body that it addresses"),
        Filter("amendment", partial(record, model.Amendment),
            lambda clauses, amendment: [c for c in clauses if c.amendment is amendment],
            "the amendment that brought it in"),
        Filter("country", partial(recorded, "countries", partial(spelled, "countries", COUNTRY)),
            lambda clauses, codes: [c for c in clauses if not codes.isdisjoint(c.countries)],
            "a country that it names, as ISO 3166-1 alpha-2"),
        Filter("cited_text", partial(recorded, "cited_texts", partial(record, model.AdoptedText)),
            lambda clauses, text: [c for c in clauses if text.id in c.cited_texts],
            "a text that it cites: the number, the id or the title"),
        Filter("seen", partial(recorded, "seen", partial(word, model.Seen)),
            lambda clauses, seen: [c for c in clauses if c.seen is seen],
            "how much of it was seen: whole, cut-off or reported"),
        *WORDINGS,
        Filter("inferred", truth,
            lambda clauses, inferred: [c for c in clauses if c.is_inferred is inferred],
            "whether its place in the text is inferred, or stated by a source"),
    ),
    "statements": (
        Filter("date_from", first_day, lambda statements, day: [
            s for s in statements if s.date and s.date.earliest >= day], FIRST),
        Filter("date_to", last_day, lambda statements, day: [
            s for s in statements if s.date and s.date.latest <= day], LAST),
        Filter("speaker", partial(record, model.Person),
            lambda statements, person: [s for s in statements if s.speaker is person],
            "who said it"),
        Filter("capacity", partial(spelled, "capacities", ""),
            lambda statements, capacities: [s for s in statements if s.capacity in capacities],
            "what the speaker spoke as, in the words of the record"),
        Filter("medium", partial(word, model.Medium),
            lambda statements, medium: [s for s in statements if s.medium is medium],
            "where it was said: facebook, telegram, speech, release or unknown"),
        Filter("about", about, within_about,
            "what it is about; a text stands for its clauses, votes and editions too"),
        *WORDINGS,
    ),
    "claims": (
        Filter("source", partial(record, model.Source),
            lambda claims, source: [c for c in claims if c.citation.source is source],
            "the source that asserts it"),
        Filter("publisher", PUBLISHERS,
            lambda claims, names: [c for c in claims if c.citation.source.publisher in names],
            "the publisher of that source"),
        Filter("kind", partial(word, model.ClaimKind),
            lambda claims, kind: [c for c in claims if c.kind is kind],
            "quotation, paraphrase, statement, procedure, decision or office"),
        Filter("verdict", partial(word, model.Verdict),
            lambda claims, verdict: [c for c in claims if c.verdict is verdict],
            "corroborated, refined, contradicted or unconfirmed"),
        Filter("about", about, within_about,
            "what it is about; a text stands for its clauses, votes and editions too"),
    ),
    "persons": (
        Filter("body", partial(record, model.Body),
            lambda memberships, body: [m for m in memberships if m.body is body],
            "a body that the person is or was a member of", "memberships"),
        Filter("role", partial(spelled, "offices", ""),
            lambda memberships, roles: [m for m in memberships if m.role in roles],
            "an office that the person holds or held, such as President", "memberships"),
    ),
    "sources": (
        Filter("publisher", PUBLISHERS,
            lambda sources, names: [s for s in sources if s.publisher in names],
            "who published it"),
        Filter("kind", partial(word, model.SourceKind),
            lambda sources, kind: [s for s in sources if s.kind is kind],
            "assembly, alliance, parliament, government, scholarship, agency, press or weak"),
        Filter("language", LANGUAGES,
            lambda sources, languages: [s for s in sources if s.language in languages],
            "the language that it is written in, as a BCP 47 tag"),
        Filter("date_from", first_day, lambda sources, day: [
            s for s in sources if s.published and s.published.earliest >= day], FIRST),
        Filter("date_to", last_day, lambda sources, day: [
            s for s in sources if s.published and s.published.latest <= day], LAST),
    ),
}
# fmt: on
"""The filters of each query; declarations and resolutions have those of texts."""


def filters_of(collection: str) -> tuple[Filter, ...]:
    """Return the filters of a collection."""
    query = "texts" if collection in {"declarations", "resolutions"} else collection
    return FILTERS.get(query, ())


def passing(
    corpus: Lookups, query: str, records: Iterable[Any], values: Mapping[str, Any]
) -> tuple[Any, ...]:
    """Return the records that pass every filter of a query that has a value."""
    # Every value is read before any record is looked at, so that an unknown one is an error
    # whatever the others keep.
    wanted = [
        (row, row.read(corpus, row.name, values[row.name]))
        for row in FILTERS[query]
        if row.keep is not None and values.get(row.name) is not None
    ]
    check_ranges(values, {row.name: value for row, value in wanted})
    parts: dict[str, list[tuple[Keep, Any]]] = {}
    for row, value in wanted:
        if row.part and row.keep:
            parts.setdefault(row.part, []).append((row.keep, value))
        elif row.keep:
            records = row.keep(records, value)
    for part, keeps in parts.items():
        records = [*records]
        items: Iterable[Any] = [item for each in records for item in getattr(each, part)]
        for keep, value in keeps:
            items = keep(items, value)
        kept = {id(item) for item in items}
        records = [each for each in records if not kept.isdisjoint(map(id, getattr(each, part)))]
    return tuple(records)
