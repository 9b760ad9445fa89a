"""Build the packaged records from parsed JSON, checking nothing.

Generated from the model by tools/write_constructors.py; do not edit.  A test proves that
it is fresh, and that it builds the same values as the checking way of the codec.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..model.agents import Body, Membership, Person, Topic
from ..model.clauses import Amendment, Clause, Support
from ..model.dates import PartialDate
from ..model.editions import Edition, Presence
from ..model.releases import Change, Release
from ..model.sessions import AttendanceAccount, Decision, Participant, Session
from ..model.sources import Account, Citation, Source
from ..model.texts import Copy, Declaration, Relation, Resolution
from ..model.votes import Vote, VoteAccount
from ..model.wordings import Reading, Wording
from ..model.words import BodyKind, ChangeKind, ClaimKind, Confidence, CopyKind, Coverage, EditionName, Fidelity, Medium, Mode, PresidentBasis, Qualifier, RelationKind, Role, Season, Seen, SessionFormat, SourceKind, Verdict

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    from ..model.assembly import AssemblySize, Gap, MemberState, ParticipationClass
    from ..model.claims import Claim
    from ..model.statements import Statement
    from ..model.value import Value


def _date(text: str) -> PartialDate:
    return PartialDate(*map(int, text.split("-")))


_SOURCE_KIND = {str(word): word for word in SourceKind}
_BODY_KIND = {str(word): word for word in BodyKind}
_VERDICT = {str(word): word for word in Verdict}
_SEASON = {str(word): word for word in Season}
_CONFIDENCE = {str(word): word for word in Confidence}
_SESSION_FORMAT = {str(word): word for word in SessionFormat}
_PRESIDENT_BASIS = {str(word): word for word in PresidentBasis}
_MODE = {str(word): word for word in Mode}
_QUALIFIER = {str(word): word for word in Qualifier}
_COVERAGE = {str(word): word for word in Coverage}
_FIDELITY = {str(word): word for word in Fidelity}
_EDITION_NAME = {str(word): word for word in EditionName}
_ROLE = {str(word): word for word in Role}
_SEEN = {str(word): word for word in Seen}
_RELATION_KIND = {str(word): word for word in RelationKind}
_COPY_KIND = {str(word): word for word in CopyKind}
_MEDIUM = {str(word): word for word in Medium}
_CLAIM_KIND = {str(word): word for word in ClaimKind}
_CHANGE_KIND = {str(word): word for word in ChangeKind}


def topic(o: Any, known: Any) -> Topic:
    get = o.get
    value = Topic(
        id=o["id"],
        name=o["name"],
        other_names=tuple(get("other_names", ())),
    )
    known[value.id] = value
    return value


def source(o: Any, known: Any) -> Source:
    get = o.get
    value = Source(
        id=o["id"],
        publisher=o["publisher"],
        kind=_SOURCE_KIND[o["kind"]],
        url=o["url"],
        title=get("title"),
        language=get("language"),
        published=_date(x) if (x := get("published")) is not None else None,
        code=get("code"),
        note=get("note"),
    )
    known[value.id] = value
    return value


def citation(o: Any, known: Any) -> Citation:
    get = o.get
    value = Citation(
        source=known[o["source"]],
        locator=get("locator"),
        note=get("note"),
        fields=tuple(get("fields", ())),
        read_on=_date(x) if (x := get("read_on")) is not None else None,
    )
    return value


def body(o: Any, known: Any) -> Body:
    get = o.get
    value = Body(
        id=o["id"],
        name=o["name"],
        kind=_BODY_KIND[o["kind"]],
        other_names=tuple(get("other_names", ())),
        country=get("country"),
        citations=tuple([citation(x, known) for x in get("citations", ())]),
        note=get("note"),
    )
    known[value.id] = value
    return value


def membership(o: Any, known: Any) -> Membership:
    get = o.get
    value = Membership(
        body=known[o["body"]],
        role=o["role"],
        citations=tuple([citation(x, known) for x in o["citations"]]),
        start=_date(x) if (x := get("start")) is not None else None,
        end=_date(x) if (x := get("end")) is not None else None,
        in_office=tuple([_date(x) for x in get("in_office", ())]),
        note=get("note"),
        inference=get("inference"),
    )
    return value


def person(o: Any, known: Any) -> Person:
    get = o.get
    value = Person(
        id=o["id"],
        name=o["name"],
        other_names=tuple(get("other_names", ())),
        memberships=tuple([membership(x, known) for x in get("memberships", ())]),
        citations=tuple([citation(x, known) for x in get("citations", ())]),
        note=get("note"),
    )
    known[value.id] = value
    return value


def member_state(o: Any, known: Any) -> MemberState:
    from ..model.assembly import MemberState

    get = o.get
    value = MemberState(
        id=o["id"],
        country=o["country"],
        accession=_date(o["accession"]),
        citations=tuple([citation(x, known) for x in o["citations"]]),
        note=get("note"),
    )
    known[value.id] = value
    return value


def assembly_size(o: Any, known: Any) -> AssemblySize:
    from ..model.assembly import AssemblySize

    get = o.get
    value = AssemblySize(
        id=o["id"],
        start=_date(o["start"]),
        citations=tuple([citation(x, known) for x in o["citations"]]),
        end=_date(x) if (x := get("end")) is not None else None,
        members=o["members"],
        countries=get("countries"),
        others=get("others"),
        note=get("note"),
    )
    known[value.id] = value
    return value


def account(o: Any, known: Any) -> Account:
    get = o.get
    value = Account(
        summary=o["summary"],
        citations=tuple([citation(x, known) for x in o["citations"]]),
        date=_date(x) if (x := get("date")) is not None else None,
        verdict=_VERDICT[x] if (x := get("verdict")) is not None else None,
        inference=get("inference"),
    )
    return value


def participation_class(o: Any, known: Any) -> ParticipationClass:
    from ..model.assembly import ParticipationClass

    get = o.get
    value = ParticipationClass(
        id=o["id"],
        name=o["name"],
        citations=tuple([citation(x, known) for x in o["citations"]]),
        other_names=tuple(get("other_names", ())),
        rights=get("rights"),
        countries=tuple(get("countries", ())),
        as_of=_date(x) if (x := get("as_of")) is not None else None,
        accounts=tuple([account(x, known) for x in get("accounts", ())]),
        note=get("note"),
    )
    known[value.id] = value
    return value


def participant(o: Any, known: Any) -> Participant:
    get = o.get
    value = Participant(
        person=known[o["person"]],
        mode=_MODE[o["mode"]],
        capacity=get("capacity"),
        citations=tuple([citation(x, known) for x in o["citations"]]),
        note=get("note"),
    )
    return value


def attendance_account(o: Any, known: Any) -> AttendanceAccount:
    get = o.get
    value = AttendanceAccount(
        value=o["value"],
        qualifier=_QUALIFIER[o["qualifier"]],
        counted=o["counted"],
        citations=tuple([citation(x, known) for x in o["citations"]]),
        verdict=_VERDICT[o["verdict"]],
        note=get("note"),
    )
    return value


def decision(o: Any, known: Any) -> Decision:
    get = o.get
    value = Decision(
        id=o["id"],
        title=o["title"],
        summary=o["summary"],
        accounts=tuple([account(x, known) for x in o["accounts"]]),
        date=_date(x) if (x := get("date")) is not None else None,
        about=tuple(get("about", ())),
        note=get("note"),
    )
    known[value.id] = value
    return value


def session(o: Any, known: Any) -> Session:
    get = o.get
    value = Session(
        id=o["id"],
        year=o["year"],
        season=_SEASON[o["season"]],
        confidence=_CONFIDENCE[o["confidence"]],
        citations=tuple([citation(x, known) for x in o["citations"]]),
        ordinal=get("ordinal"),
        city=get("city"),
        other_city_names=tuple(get("other_city_names", ())),
        country=get("country"),
        venue=get("venue"),
        format=_SESSION_FORMAT[x] if (x := get("format")) is not None else _SESSION_FORMAT['in-person'],
        held=get("held", True),
        start=_date(x) if (x := get("start")) is not None else None,
        end=_date(x) if (x := get("end")) is not None else None,
        president=known[x] if (x := get("president")) is not None else None,
        president_basis=_PRESIDENT_BASIS[x] if (x := get("president_basis")) is not None else None,
        host=known[x] if (x := get("host")) is not None else None,
        participants=tuple([participant(x, known) for x in get("participants", ())]),
        attendance=tuple([attendance_account(x, known) for x in get("attendance", ())]),
        decisions=tuple([decision(x, known) for x in get("decisions", ())]),
        inference=get("inference"),
        note=get("note"),
    )
    known[value.id] = value
    return value


def reading(o: Any, known: Any) -> Reading:
    get = o.get
    value = Reading(
        lemma=o["lemma"],
        citation=citation(o["citation"], known),
        text=get("text"),
        language=get("language"),
        note=get("note"),
    )
    return value


def wording(o: Any, known: Any) -> Wording:
    get = o.get
    value = Wording(
        text=o["text"],
        language=o["language"],
        fidelity=_FIDELITY[o["fidelity"]],
        citation=citation(o["citation"], known),
        readings=tuple([reading(x, known) for x in get("readings", ())]),
        confirmed_by=tuple([citation(x, known) for x in get("confirmed_by", ())]),
        inference=get("inference"),
    )
    return value


def presence(o: Any, known: Any) -> Presence:
    get = o.get
    value = Presence(
        clause=o["clause"],
        present=o["present"],
        citations=tuple([citation(x, known) for x in o["citations"]]),
        inference=get("inference"),
    )
    return value


def edition(o: Any, known: Any) -> Edition:
    get = o.get
    value = Edition(
        name=_EDITION_NAME[o["name"]],
        citations=tuple([citation(x, known) for x in o["citations"]]),
        title=get("title"),
        date=_date(x) if (x := get("date")) is not None else None,
        code=get("code"),
        titles=tuple([wording(x, known) for x in get("titles", ())]),
        presences=tuple([presence(x, known) for x in get("presences", ())]),
        note=get("note"),
    )
    return value


def support(o: Any, known: Any) -> Support:
    get = o.get
    value = Support(
        body=known[o["body"]],
        citations=tuple([citation(x, known) for x in o["citations"]]),
        led_by=tuple([known[x] for x in get("led_by", ())]),
        summary=get("summary"),
        note=get("note"),
    )
    return value


def amendment(o: Any, known: Any) -> Amendment:
    get = o.get
    value = Amendment(
        id=o["id"],
        summary=o["summary"],
        citations=tuple([citation(x, known) for x in o["citations"]]),
        inserts=tuple(get("inserts", ())),
        moved_by=tuple([known[x] for x in get("moved_by", ())]),
        supported_by=tuple([support(x, known) for x in get("supported_by", ())]),
        note=get("note"),
    )
    known[value.id] = value
    return value


def clause(o: Any, known: Any) -> Clause:
    get = o.get
    value = Clause(
        id=o["id"],
        role=_ROLE[o["role"]],
        summary=o["summary"],
        citations=tuple([citation(x, known) for x in o["citations"]]),
        label=get("label"),
        opening=get("opening", get("verb")),
        addressees=tuple([known[x] for x in get("addressees", ())]),
        topics=tuple([known[x] for x in get("topics", ())]),
        countries=tuple(get("countries", ())),
        cited_texts=tuple(get("cited_texts", ())),
        seen=_SEEN[x] if (x := get("seen")) is not None else None,
        wordings=tuple([wording(x, known) for x in get("wordings", ())]),
        amendment=known[x] if (x := get("amendment")) is not None else None,
        first_edition=_EDITION_NAME[x] if (x := get("first_edition")) is not None else None,
        inference=get("inference"),
        note=get("note"),
    )
    known[value.id] = value
    return value


def vote_account(o: Any, known: Any) -> VoteAccount:
    get = o.get
    value = VoteAccount(
        summary=o["summary"],
        citations=tuple([citation(x, known) for x in o["citations"]]),
        verdict=_VERDICT[o["verdict"]],
        unit=get("unit"),
        in_favour=get("in_favour"),
        against=get("against"),
        abstentions=get("abstentions"),
        total=get("total"),
        unanimous=get("unanimous"),
        opponents=tuple(get("opponents", ())),
        inference=get("inference"),
    )
    return value


def vote(o: Any, known: Any) -> Vote:
    get = o.get
    value = Vote(
        id=o["id"],
        on=o["on"],
        adopted=o["adopted"],
        accounts=tuple([vote_account(x, known) for x in o["accounts"]]),
        date=_date(x) if (x := get("date")) is not None else None,
        note=get("note"),
    )
    known[value.id] = value
    return value


def relation(o: Any, known: Any) -> Relation:
    get = o.get
    value = Relation(
        kind=_RELATION_KIND[o["kind"]],
        target=o["target"],
        citations=tuple([citation(x, known) for x in o["citations"]]),
        note=get("note"),
        inference=get("inference"),
    )
    return value


def copy(o: Any, known: Any) -> Copy:
    get = o.get
    value = Copy(
        source=known[o["source"]],
        language=o["language"],
        kind=_COPY_KIND[o["kind"]],
        locator=get("locator"),
        inference=get("inference"),
        note=get("note"),
    )
    return value


def declaration(o: Any, known: Any) -> Declaration:
    get = o.get
    value = Declaration(
        id=o["id"],
        number=get("number"),
        title=get("title"),
        subject=get("subject"),
        session=known[o["session"]],
        adopted=_date(x) if (x := get("adopted")) is not None else None,
        coverage=_COVERAGE[o["coverage"]],
        confidence=_CONFIDENCE[o["confidence"]],
        citations=tuple([citation(x, known) for x in o["citations"]]),
        summary=get("summary"),
        code=get("code"),
        presenter=known[x] if (x := get("presenter")) is not None else None,
        committee=known[x] if (x := get("committee")) is not None else None,
        rapporteur=known[x] if (x := get("rapporteur")) is not None else None,
        titles=tuple([wording(x, known) for x in get("titles", ())]),
        editions=tuple([edition(x, known) for x in get("editions", ())]),
        amendments=tuple([amendment(x, known) for x in get("amendments", ())]),
        clauses=tuple([clause(x, known) for x in get("clauses", ())]),
        votes=tuple([vote(x, known) for x in get("votes", ())]),
        relations=tuple([relation(x, known) for x in get("relations", ())]),
        copies=tuple([copy(x, known) for x in get("copies", ())]),
        inference=get("inference"),
        note=get("note"),
    )
    known[value.id] = value
    return value


def resolution(o: Any, known: Any) -> Resolution:
    get = o.get
    value = Resolution(
        id=o["id"],
        number=get("number"),
        title=get("title"),
        subject=get("subject"),
        session=known[x] if (x := get("session")) is not None else None,
        adopted=_date(x) if (x := get("adopted")) is not None else None,
        coverage=_COVERAGE[o["coverage"]],
        confidence=_CONFIDENCE[o["confidence"]],
        citations=tuple([citation(x, known) for x in o["citations"]]),
        summary=get("summary"),
        code=get("code"),
        presenter=known[x] if (x := get("presenter")) is not None else None,
        committee=known[x] if (x := get("committee")) is not None else None,
        rapporteur=known[x] if (x := get("rapporteur")) is not None else None,
        titles=tuple([wording(x, known) for x in get("titles", ())]),
        editions=tuple([edition(x, known) for x in get("editions", ())]),
        amendments=tuple([amendment(x, known) for x in get("amendments", ())]),
        clauses=tuple([clause(x, known) for x in get("clauses", ())]),
        votes=tuple([vote(x, known) for x in get("votes", ())]),
        relations=tuple([relation(x, known) for x in get("relations", ())]),
        copies=tuple([copy(x, known) for x in get("copies", ())]),
        inference=get("inference"),
        note=get("note"),
    )
    known[value.id] = value
    return value


def statement(o: Any, known: Any) -> Statement:
    from ..model.statements import Statement

    get = o.get
    value = Statement(
        id=o["id"],
        speaker=known[o["speaker"]],
        capacity=o["capacity"],
        medium=_MEDIUM[o["medium"]],
        summary=o["summary"],
        wordings=tuple([wording(x, known) for x in o["wordings"]]),
        about=tuple(o["about"]),
        date=_date(x) if (x := get("date")) is not None else None,
        accounts=tuple([account(x, known) for x in get("accounts", ())]),
        note=get("note"),
    )
    known[value.id] = value
    return value


def claim(o: Any, known: Any) -> Claim:
    from ..model.claims import Claim

    get = o.get
    value = Claim(
        id=o["id"],
        label=o["label"],
        kind=_CLAIM_KIND[o["kind"]],
        text=o["text"],
        citation=citation(o["citation"], known),
        about=tuple(o["about"]),
        verdict=_VERDICT[o["verdict"]],
        finding=o["finding"],
        evidence=tuple([citation(x, known) for x in get("evidence", ())]),
        inference=get("inference"),
    )
    known[value.id] = value
    return value


def gap(o: Any, known: Any) -> Gap:
    from ..model.assembly import Gap

    get = o.get
    value = Gap(
        id=o["id"],
        summary=o["summary"],
        citations=tuple([citation(x, known) for x in o["citations"]]),
        number=get("number"),
        last_number=get("last_number"),
        year=get("year"),
        last_year=get("last_year"),
        season=_SEASON[x] if (x := get("season")) is not None else None,
    )
    known[value.id] = value
    return value


def change(o: Any, known: Any) -> Change:
    get = o.get
    value = Change(
        record=o["record"],
        kind=_CHANGE_KIND[o["kind"]],
        reason=o["reason"],
        sources=tuple(get("sources", ())),
        successor=get("successor"),
        retired_in=get("retired_in"),
    )
    return value


def release(o: Any, known: Any) -> Release:
    get = o.get
    value = Release(
        format=o["format"],
        version=o["version"],
        published=_date(o["published"]),
        title=o["title"],
        as_of=_date(x) if (x := get("as_of")) is not None else None,
        files=tuple(o["files"]),
        changes=tuple([change(x, known) for x in get("changes", ())]),
    )
    return value


CONSTRUCTORS: dict[str, Callable[[Any, dict[str, Value]], Value]] = {
    "topics": topic,
    "sources": source,
    "bodies": body,
    "persons": person,
    "member-states": member_state,
    "sizes": assembly_size,
    "participation-classes": participation_class,
    "sessions": session,
    "declarations": declaration,
    "resolutions": resolution,
    "statements": statement,
    "claims": claim,
    "gaps": gap,
}
