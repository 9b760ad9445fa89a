"""The tables of the other records: sessions, persons, bodies, topics, sources, the Assembly."""

from __future__ import annotations

from ..model.agents import Body, Person, Topic
from ..model.assembly import AssemblySize, Gap, MemberState, ParticipationClass
from ..model.sessions import Session
from ..model.sources import Source
from .columns import Filled, boolean, dates, id_or_none, ids, integer, sources, text, texts, word

SESSIONS: tuple[Filled[Session], ...] = (
    text("id", lambda session: session.id, "The id of the session"),
    integer("year", lambda session: session.year, "The year"),
    word("season", lambda session: session.season, "`spring` or `annual`"),
    integer("ordinal", lambda session: session.ordinal, "The number of an annual session"),
    text("city", lambda session: session.city, "The city; blank where it met online"),
    text("country", lambda session: session.country, "The country: ISO 3166-1 alpha-2"),
    text("venue", lambda session: session.venue, "The place in the city"),
    word("format", lambda session: session.format, "`in-person`, `online` or `hybrid`"),
    boolean("held", lambda session: session.held, "False where it was called off"),
    *dates("start", lambda session: session.start, "The first day"),
    *dates("end", lambda session: session.end, "The last day"),
    text("president", lambda session: id_or_none(session.president), "The id of the President"),
    word("president_basis", lambda session: session.president_basis, "How that is known"),
    text("host", lambda session: id_or_none(session.host), "The id of the host"),
    ids("participants", lambda session: [one.person for one in session.participants],
        "The ids of those whom a source names"),
    ids("decisions", lambda session: session.decisions, "The ids of its decisions"),
    word("confidence", lambda session: session.confidence, "How well the record is sourced"),
    sources(lambda session: session.citations, "The ids of the sources"),
    boolean("is_inferred", lambda session: session.inference is not None, "Whether we inferred"),
    text("inference", lambda session: session.inference, "Our reasoning"),
    text("note", lambda session: session.note, "What a reader should know"),
)  # fmt: skip

PERSONS: tuple[Filled[Person], ...] = (
    text("id", lambda person: person.id, "The id of the person"),
    text("name", lambda person: person.name, "The name"),
    texts("other_names", lambda person: person.other_names, "Other spellings of it"),
    texts("offices", lambda person: [one.role for one in person.memberships],
          "The offices that a source states, in order"),
    ids("bodies", lambda person: [one.body for one in person.memberships],
        "The ids of the bodies of those offices, in the same order"),
    sources(lambda person: person.citations, "The ids of the sources of the names"),
    text("note", lambda person: person.note, "What a reader should know"),
)  # fmt: skip

BODIES: tuple[Filled[Body], ...] = (
    text("id", lambda body: body.id, "The id of the body"),
    text("name", lambda body: body.name, "The name in English"),
    word("kind", lambda body: body.kind, "The kind of body"),
    texts("other_names", lambda body: body.other_names, "Other names of it"),
    text("country", lambda body: body.country, "Its country: ISO 3166-1 alpha-2"),
    sources(lambda body: body.citations, "The ids of the sources"),
    text("note", lambda body: body.note, "What a reader should know"),
)

TOPICS: tuple[Filled[Topic], ...] = (
    text("id", lambda topic: topic.id, "The id of the topic"),
    text("name", lambda topic: topic.name, "The name"),
    texts("other_names", lambda topic: topic.other_names, "Other words for it"),
)

SOURCES: tuple[Filled[Source], ...] = (
    text("id", lambda source: source.id, "The id of the source"),
    text("publisher", lambda source: source.publisher, "Who published it"),
    word("kind", lambda source: source.kind, "The kind of publisher"),
    text("url", lambda source: source.url, "The address at which it was read"),
    text("title", lambda source: source.title, "Its title as printed"),
    text("language", lambda source: source.language, "Its language: a BCP 47 tag"),
    *dates("published", lambda source: source.published, "When it was published"),
    text("code", lambda source: source.code, "The official code of the document"),
    text("note", lambda source: source.note, "What a reader should know"),
)

MEMBER_STATES: tuple[Filled[MemberState], ...] = (
    text("id", lambda state: state.id, "The id of the member state"),
    text("country", lambda state: state.country, "The country: ISO 3166-1 alpha-2"),
    *dates("accession", lambda state: state.accession, "When it joined NATO"),
    sources(lambda state: state.citations, "The ids of the sources"),
    text("note", lambda state: state.note, "What a reader should know"),
)

SIZES: tuple[Filled[AssemblySize], ...] = (
    text("id", lambda size: size.id, "The id of the size of the Assembly"),
    *dates("start", lambda size: size.start, "The first date for which a source has it"),
    *dates("end", lambda size: size.end, "The last date for which a source has it"),
    integer("members", lambda size: size.members, "The seats of the members"),
    integer("countries", lambda size: size.countries, "The member countries"),
    text("others", lambda size: size.others, "Who else took part, in our words"),
    sources(lambda size: size.citations, "The ids of the sources"),
    text("note", lambda size: size.note, "What a reader should know"),
)

PARTICIPATION_CLASSES: tuple[Filled[ParticipationClass], ...] = (
    text("id", lambda way: way.id, "The id of the way of belonging to the Assembly"),
    text("name", lambda way: way.name, "The name"),
    texts("other_names", lambda way: way.other_names, "Other names of it"),
    text("rights", lambda way: way.rights, "The rights of its members, in our words"),
    texts("countries", lambda way: way.countries, "Its countries: ISO 3166-1 alpha-2"),
    *dates("as_of", lambda way: way.as_of, "The date for which `countries` is valid"),
    sources(lambda way: way.citations, "The ids of the sources"),
    text("note", lambda way: way.note, "What a reader should know"),
)

GAPS: tuple[Filled[Gap], ...] = (
    text("id", lambda gap: gap.id, "The id of the gap"),
    text("summary", lambda gap: gap.summary, "What is missing, in our words"),
    integer("number", lambda gap: gap.number, "The number of a text, or the first of a run"),
    integer("last_number", lambda gap: gap.last_number, "The last number of a run"),
    integer("year", lambda gap: gap.year, "The year of a session, or the first of a run"),
    integer("last_year", lambda gap: gap.last_year, "The last year of a run"),
    word("season", lambda gap: gap.season, "Which session of the year"),
    sources(lambda gap: gap.citations, "The ids of the sources"),
)
