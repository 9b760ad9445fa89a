"""Build the packaged records from parsed JSON, checking nothing.

Generated from the model by tools/write_constructors.py; do not edit.  A test proves that
it is fresh, and that it builds the same values as the checking way of the codec.
"""

from __future__ import annotations

from functools import partial

from ..model import words
from ..model.agents import Body, Membership, Person, Topic
from ..model.clauses import Amendment, Clause, Support
from ..model.dates import PartialDate
from ..model.editions import Edition, Presence
from ..model.sessions import AttendanceAccount, Decision, Participant, Session
from ..model.sources import Account, Citation, Source
from ..model.texts import Copy, Declaration, Relation, Resolution
from ..model.votes import Vote, VoteAccount
from ..model.wordings import Reading, Wording

TYPE_CHECKING = not __name__
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    from ..model.assembly import AssemblySize, Gap, MemberState, ParticipationClass
    from ..model.claims import Claim
    from ..model.releases import Change, Release
    from ..model.statements import Statement
    from ..model.value import Value

new = object.__new__
put = object.__setattr__


class _Words(dict[str, "Any"]):
    """The words of an enumeration, which is made when one of them is needed."""

    def __init__(self, name: str) -> None:
        self.name = name

    def __missing__(self, word: str) -> Any:
        return self.setdefault(word, getattr(words, self.name)(word))


def _date(text: str) -> PartialDate:
    year, month, day, *_ = [*map(int, text.split("-")), None, None]
    value = new(PartialDate)
    put(value, "year", year)
    put(value, "month", month)
    put(value, "day", day)
    return value


_SOURCE_KIND = _Words("SourceKind")
_BODY_KIND = _Words("BodyKind")
_VERDICT = _Words("Verdict")
_SEASON = _Words("Season")
_CONFIDENCE = _Words("Confidence")
_SESSION_FORMAT = _Words("SessionFormat")
_PRESIDENT_BASIS = _Words("PresidentBasis")
_MODE = _Words("Mode")
_QUALIFIER = _Words("Qualifier")
_COVERAGE = _Words("Coverage")
_FIDELITY = _Words("Fidelity")
_EDITION_NAME = _Words("EditionName")
_ROLE = _Words("Role")
_SEEN = _Words("Seen")
_RELATION_KIND = _Words("RelationKind")
_COPY_KIND = _Words("CopyKind")
_MEDIUM = _Words("Medium")
_CLAIM_KIND = _Words("ClaimKind")
_CHANGE_KIND = _Words("ChangeKind")


def topic(o: Any, known: Any) -> Topic:
    get = o.get
    value = new(Topic)
    put(value, "id", o["id"])
    put(value, "name", o["name"])
    put(value, "other_names", tuple(get("other_names", ())))
    known[value.id] = value
    return value


def source(o: Any, known: Any) -> Source:
    get = o.get
    value = new(Source)
    put(value, "id", o["id"])
    put(value, "publisher", o["publisher"])
    put(value, "kind", _SOURCE_KIND[o["kind"]])
    put(value, "url", o["url"])
    put(value, "title", get("title"))
    put(value, "language", get("language"))
    put(value, "published", _date(x) if (x := get("published")) is not None else None)
    put(value, "code", get("code"))
    put(value, "note", get("note"))
    known[value.id] = value
    return value


def citation(o: Any, known: Any) -> Citation:
    get = o.get
    value = new(Citation)
    put(value, "source", partial(known.find, o["source"]))
    put(value, "locator", get("locator"))
    put(value, "note", get("note"))
    put(value, "fields", tuple(get("fields", ())))
    put(value, "read_on", _date(x) if (x := get("read_on")) is not None else None)
    return value


def body(o: Any, known: Any) -> Body:
    get = o.get
    value = new(Body)
    put(value, "id", o["id"])
    put(value, "name", o["name"])
    put(value, "kind", _BODY_KIND[o["kind"]])
    put(value, "other_names", tuple(get("other_names", ())))
    put(value, "country", get("country"))
    put(value, "citations", tuple([citation(x, known) for x in get("citations", ())]))
    put(value, "note", get("note"))
    known[value.id] = value
    return value


def membership(o: Any, known: Any) -> Membership:
    get = o.get
    value = new(Membership)
    put(value, "body", known[o["body"]])
    put(value, "role", o["role"])
    put(value, "citations", tuple([citation(x, known) for x in o["citations"]]))
    put(value, "start", _date(x) if (x := get("start")) is not None else None)
    put(value, "end", _date(x) if (x := get("end")) is not None else None)
    put(value, "in_office", tuple([_date(x) for x in get("in_office", ())]))
    put(value, "note", get("note"))
    put(value, "inference", get("inference"))
    return value


def person(o: Any, known: Any) -> Person:
    get = o.get
    value = new(Person)
    put(value, "id", o["id"])
    put(value, "name", o["name"])
    put(value, "other_names", tuple(get("other_names", ())))
    put(value, "memberships", tuple([membership(x, known) for x in get("memberships", ())]))
    put(value, "citations", tuple([citation(x, known) for x in get("citations", ())]))
    put(value, "note", get("note"))
    known[value.id] = value
    return value


def member_state(o: Any, known: Any) -> MemberState:
    from ..model.assembly import MemberState

    get = o.get
    value = new(MemberState)
    put(value, "id", o["id"])
    put(value, "country", o["country"])
    put(value, "accession", _date(o["accession"]))
    put(value, "citations", tuple([citation(x, known) for x in o["citations"]]))
    put(value, "note", get("note"))
    known[value.id] = value
    return value


def assembly_size(o: Any, known: Any) -> AssemblySize:
    from ..model.assembly import AssemblySize

    get = o.get
    value = new(AssemblySize)
    put(value, "id", o["id"])
    put(value, "start", _date(o["start"]))
    put(value, "citations", tuple([citation(x, known) for x in o["citations"]]))
    put(value, "end", _date(x) if (x := get("end")) is not None else None)
    put(value, "members", o["members"])
    put(value, "countries", get("countries"))
    put(value, "others", get("others"))
    put(value, "note", get("note"))
    known[value.id] = value
    return value


def account(o: Any, known: Any) -> Account:
    get = o.get
    value = new(Account)
    put(value, "summary", o["summary"])
    put(value, "citations", tuple([citation(x, known) for x in o["citations"]]))
    put(value, "date", _date(x) if (x := get("date")) is not None else None)
    put(value, "verdict", _VERDICT[x] if (x := get("verdict")) is not None else None)
    put(value, "inference", get("inference"))
    return value


def participation_class(o: Any, known: Any) -> ParticipationClass:
    from ..model.assembly import ParticipationClass

    get = o.get
    value = new(ParticipationClass)
    put(value, "id", o["id"])
    put(value, "name", o["name"])
    put(value, "citations", tuple([citation(x, known) for x in o["citations"]]))
    put(value, "other_names", tuple(get("other_names", ())))
    put(value, "rights", get("rights"))
    put(value, "countries", tuple(get("countries", ())))
    put(value, "as_of", _date(x) if (x := get("as_of")) is not None else None)
    put(value, "accounts", tuple([account(x, known) for x in get("accounts", ())]))
    put(value, "note", get("note"))
    known[value.id] = value
    return value


def participant(o: Any, known: Any) -> Participant:
    get = o.get
    value = new(Participant)
    put(value, "person", known[o["person"]])
    put(value, "mode", _MODE[o["mode"]])
    put(value, "capacity", get("capacity"))
    put(value, "citations", tuple([citation(x, known) for x in o["citations"]]))
    put(value, "note", get("note"))
    return value


def attendance_account(o: Any, known: Any) -> AttendanceAccount:
    get = o.get
    value = new(AttendanceAccount)
    put(value, "value", o["value"])
    put(value, "qualifier", _QUALIFIER[o["qualifier"]])
    put(value, "counted", o["counted"])
    put(value, "citations", tuple([citation(x, known) for x in o["citations"]]))
    put(value, "verdict", _VERDICT[o["verdict"]])
    put(value, "note", get("note"))
    return value


def decision(o: Any, known: Any) -> Decision:
    get = o.get
    value = new(Decision)
    put(value, "id", o["id"])
    put(value, "title", o["title"])
    put(value, "summary", o["summary"])
    put(value, "accounts", tuple([account(x, known) for x in o["accounts"]]))
    put(value, "date", _date(x) if (x := get("date")) is not None else None)
    put(value, "about", tuple(get("about", ())))
    put(value, "note", get("note"))
    known[value.id] = value
    return value


def session(o: Any, known: Any) -> Session:
    get = o.get
    value = new(Session)
    put(value, "id", o["id"])
    put(value, "year", o["year"])
    put(value, "season", _SEASON[o["season"]])
    put(value, "confidence", _CONFIDENCE[o["confidence"]])
    put(value, "citations", tuple([citation(x, known) for x in o["citations"]]))
    put(value, "ordinal", get("ordinal"))
    put(value, "city", get("city"))
    put(value, "other_city_names", tuple(get("other_city_names", ())))
    put(value, "country", get("country"))
    put(value, "venue", get("venue"))
    put(value, "format", _SESSION_FORMAT[x] if (x := get("format")) is not None else _SESSION_FORMAT['in-person'])
    put(value, "held", get("held", True))
    put(value, "start", _date(x) if (x := get("start")) is not None else None)
    put(value, "end", _date(x) if (x := get("end")) is not None else None)
    put(value, "president", known[x] if (x := get("president")) is not None else None)
    put(value, "president_basis", _PRESIDENT_BASIS[x] if (x := get("president_basis")) is not None else None)
    put(value, "host", known[x] if (x := get("host")) is not None else None)
    put(value, "participants", tuple([participant(x, known) for x in get("participants", ())]))
    put(value, "attendance", tuple([attendance_account(x, known) for x in get("attendance", ())]))
    put(value, "decisions", tuple([decision(x, known) for x in get("decisions", ())]))
    put(value, "inference", get("inference"))
    put(value, "note", get("note"))
    known[value.id] = value
    return value


def reading(o: Any, known: Any) -> Reading:
    get = o.get
    value = new(Reading)
    put(value, "lemma", o["lemma"])
    put(value, "citation", citation(o["citation"], known))
    put(value, "text", get("text"))
    put(value, "language", get("language"))
    put(value, "note", get("note"))
    return value


def wording(o: Any, known: Any) -> Wording:
    get = o.get
    value = new(Wording)
    put(value, "text", o["text"])
    put(value, "language", o["language"])
    put(value, "fidelity", _FIDELITY[o["fidelity"]])
    put(value, "citation", citation(o["citation"], known))
    put(value, "readings", tuple([reading(x, known) for x in get("readings", ())]))
    put(value, "confirmed_by", tuple([citation(x, known) for x in get("confirmed_by", ())]))
    put(value, "inference", get("inference"))
    return value


def presence(o: Any, known: Any) -> Presence:
    get = o.get
    value = new(Presence)
    put(value, "clause", o["clause"])
    put(value, "present", o["present"])
    put(value, "citations", tuple([citation(x, known) for x in o["citations"]]))
    put(value, "inference", get("inference"))
    return value


def edition(o: Any, known: Any) -> Edition:
    get = o.get
    value = new(Edition)
    put(value, "name", _EDITION_NAME[o["name"]])
    put(value, "citations", tuple([citation(x, known) for x in o["citations"]]))
    put(value, "title", get("title"))
    put(value, "date", _date(x) if (x := get("date")) is not None else None)
    put(value, "code", get("code"))
    put(value, "titles", tuple([wording(x, known) for x in get("titles", ())]))
    put(value, "presences", tuple([presence(x, known) for x in get("presences", ())]))
    put(value, "note", get("note"))
    return value


def support(o: Any, known: Any) -> Support:
    get = o.get
    value = new(Support)
    put(value, "body", known[o["body"]])
    put(value, "citations", tuple([citation(x, known) for x in o["citations"]]))
    put(value, "led_by", tuple([known[x] for x in get("led_by", ())]))
    put(value, "summary", get("summary"))
    put(value, "note", get("note"))
    return value


def amendment(o: Any, known: Any) -> Amendment:
    get = o.get
    value = new(Amendment)
    put(value, "id", o["id"])
    put(value, "summary", o["summary"])
    put(value, "citations", tuple([citation(x, known) for x in o["citations"]]))
    put(value, "inserts", tuple(get("inserts", ())))
    put(value, "moved_by", tuple([known[x] for x in get("moved_by", ())]))
    put(value, "supported_by", tuple([support(x, known) for x in get("supported_by", ())]))
    put(value, "note", get("note"))
    known[value.id] = value
    return value


def clause(o: Any, known: Any) -> Clause:
    get = o.get
    value = new(Clause)
    put(value, "id", o["id"])
    put(value, "role", _ROLE[o["role"]])
    put(value, "summary", o["summary"])
    put(value, "citations", tuple([citation(x, known) for x in o["citations"]]))
    put(value, "label", get("label"))
    put(value, "opening", get("opening", get("verb")))
    put(value, "addressees", tuple([known[x] for x in get("addressees", ())]))
    put(value, "topics", tuple([known[x] for x in get("topics", ())]))
    put(value, "countries", tuple(get("countries", ())))
    put(value, "cited_texts", tuple(get("cited_texts", ())))
    put(value, "seen", _SEEN[x] if (x := get("seen")) is not None else None)
    put(value, "wordings", tuple([wording(x, known) for x in get("wordings", ())]))
    put(value, "amendment", known[x] if (x := get("amendment")) is not None else None)
    put(value, "first_edition", _EDITION_NAME[x] if (x := get("first_edition")) is not None else None)
    put(value, "inference", get("inference"))
    put(value, "note", get("note"))
    known[value.id] = value
    return value


def vote_account(o: Any, known: Any) -> VoteAccount:
    get = o.get
    value = new(VoteAccount)
    put(value, "summary", o["summary"])
    put(value, "citations", tuple([citation(x, known) for x in o["citations"]]))
    put(value, "verdict", _VERDICT[o["verdict"]])
    put(value, "unit", get("unit"))
    put(value, "in_favour", get("in_favour"))
    put(value, "against", get("against"))
    put(value, "abstentions", get("abstentions"))
    put(value, "total", get("total"))
    put(value, "unanimous", get("unanimous"))
    put(value, "opponents", tuple(get("opponents", ())))
    put(value, "inference", get("inference"))
    return value


def vote(o: Any, known: Any) -> Vote:
    get = o.get
    value = new(Vote)
    put(value, "id", o["id"])
    put(value, "on", o["on"])
    put(value, "adopted", o["adopted"])
    put(value, "accounts", tuple([vote_account(x, known) for x in o["accounts"]]))
    put(value, "date", _date(x) if (x := get("date")) is not None else None)
    put(value, "note", get("note"))
    known[value.id] = value
    return value


def relation(o: Any, known: Any) -> Relation:
    get = o.get
    value = new(Relation)
    put(value, "kind", _RELATION_KIND[o["kind"]])
    put(value, "target", o["target"])
    put(value, "citations", tuple([citation(x, known) for x in o["citations"]]))
    put(value, "note", get("note"))
    put(value, "inference", get("inference"))
    return value


def copy(o: Any, known: Any) -> Copy:
    get = o.get
    value = new(Copy)
    put(value, "source", partial(known.find, o["source"]))
    put(value, "language", o["language"])
    put(value, "kind", _COPY_KIND[o["kind"]])
    put(value, "locator", get("locator"))
    put(value, "inference", get("inference"))
    put(value, "note", get("note"))
    return value


def declaration(o: Any, known: Any) -> Declaration:
    get = o.get
    value = new(Declaration)
    put(value, "id", o["id"])
    put(value, "number", get("number"))
    put(value, "title", get("title"))
    put(value, "subject", get("subject"))
    put(value, "session", partial(known.find, o["session"]))
    put(value, "adopted", _date(x) if (x := get("adopted")) is not None else None)
    put(value, "coverage", _COVERAGE[o["coverage"]])
    put(value, "confidence", _CONFIDENCE[o["confidence"]])
    put(value, "citations", tuple([citation(x, known) for x in o["citations"]]))
    put(value, "summary", get("summary"))
    put(value, "code", get("code"))
    put(value, "presenter", known[x] if (x := get("presenter")) is not None else None)
    put(value, "committee", known[x] if (x := get("committee")) is not None else None)
    put(value, "rapporteur", known[x] if (x := get("rapporteur")) is not None else None)
    put(value, "titles", tuple([wording(x, known) for x in get("titles", ())]))
    put(value, "editions", tuple([edition(x, known) for x in get("editions", ())]))
    put(value, "amendments", tuple([amendment(x, known) for x in get("amendments", ())]))
    put(value, "clauses", tuple([clause(x, known) for x in get("clauses", ())]))
    put(value, "votes", tuple([vote(x, known) for x in get("votes", ())]))
    put(value, "relations", tuple([relation(x, known) for x in get("relations", ())]))
    put(value, "copies", tuple([copy(x, known) for x in get("copies", ())]))
    put(value, "inference", get("inference"))
    put(value, "note", get("note"))
    known[value.id] = value
    return value


def resolution(o: Any, known: Any) -> Resolution:
    get = o.get
    value = new(Resolution)
    put(value, "id", o["id"])
    put(value, "number", get("number"))
    put(value, "title", get("title"))
    put(value, "subject", get("subject"))
    put(value, "session", partial(known.find, x) if (x := get("session")) is not None else None)
    put(value, "adopted", _date(x) if (x := get("adopted")) is not None else None)
    put(value, "coverage", _COVERAGE[o["coverage"]])
    put(value, "confidence", _CONFIDENCE[o["confidence"]])
    put(value, "citations", tuple([citation(x, known) for x in o["citations"]]))
    put(value, "summary", get("summary"))
    put(value, "code", get("code"))
    put(value, "presenter", known[x] if (x := get("presenter")) is not None else None)
    put(value, "committee", known[x] if (x := get("committee")) is not None else None)
    put(value, "rapporteur", known[x] if (x := get("rapporteur")) is not None else None)
    put(value, "titles", tuple([wording(x, known) for x in get("titles", ())]))
    put(value, "editions", tuple([edition(x, known) for x in get("editions", ())]))
    put(value, "amendments", tuple([amendment(x, known) for x in get("amendments", ())]))
    put(value, "clauses", tuple([clause(x, known) for x in get("clauses", ())]))
    put(value, "votes", tuple([vote(x, known) for x in get("votes", ())]))
    put(value, "relations", tuple([relation(x, known) for x in get("relations", ())]))
    put(value, "copies", tuple([copy(x, known) for x in get("copies", ())]))
    put(value, "inference", get("inference"))
    put(value, "note", get("note"))
    known[value.id] = value
    return value


def statement(o: Any, known: Any) -> Statement:
    from ..model.statements import Statement

    get = o.get
    value = new(Statement)
    put(value, "id", o["id"])
    put(value, "speaker", known[o["speaker"]])
    put(value, "capacity", o["capacity"])
    put(value, "medium", _MEDIUM[o["medium"]])
    put(value, "summary", o["summary"])
    put(value, "wordings", tuple([wording(x, known) for x in o["wordings"]]))
    put(value, "about", tuple(o["about"]))
    put(value, "date", _date(x) if (x := get("date")) is not None else None)
    put(value, "accounts", tuple([account(x, known) for x in get("accounts", ())]))
    put(value, "note", get("note"))
    known[value.id] = value
    return value


def claim(o: Any, known: Any) -> Claim:
    from ..model.claims import Claim

    get = o.get
    value = new(Claim)
    put(value, "id", o["id"])
    put(value, "label", o["label"])
    put(value, "kind", _CLAIM_KIND[o["kind"]])
    put(value, "text", o["text"])
    put(value, "citation", citation(o["citation"], known))
    put(value, "about", tuple(o["about"]))
    put(value, "verdict", _VERDICT[o["verdict"]])
    put(value, "finding", o["finding"])
    put(value, "evidence", tuple([citation(x, known) for x in get("evidence", ())]))
    put(value, "inference", get("inference"))
    known[value.id] = value
    return value


def gap(o: Any, known: Any) -> Gap:
    from ..model.assembly import Gap

    get = o.get
    value = new(Gap)
    put(value, "id", o["id"])
    put(value, "summary", o["summary"])
    put(value, "citations", tuple([citation(x, known) for x in o["citations"]]))
    put(value, "number", get("number"))
    put(value, "last_number", get("last_number"))
    put(value, "year", get("year"))
    put(value, "last_year", get("last_year"))
    put(value, "season", _SEASON[x] if (x := get("season")) is not None else None)
    known[value.id] = value
    return value


def change(o: Any, known: Any) -> Change:
    from ..model.releases import Change

    get = o.get
    value = new(Change)
    put(value, "record", o["record"])
    put(value, "kind", _CHANGE_KIND[o["kind"]])
    put(value, "reason", o["reason"])
    put(value, "sources", tuple(get("sources", ())))
    put(value, "successor", get("successor"))
    put(value, "retired_in", get("retired_in"))
    return value


def release(o: Any, known: Any) -> Release:
    from ..model.releases import Release

    get = o.get
    value = new(Release)
    put(value, "format", o["format"])
    put(value, "version", o["version"])
    put(value, "published", _date(o["published"]))
    put(value, "title", o["title"])
    put(value, "as_of", _date(x) if (x := get("as_of")) is not None else None)
    put(value, "files", tuple(o["files"]))
    put(value, "changes", tuple([change(x, known) for x in get("changes", ())]))
    put(value, "digest", get("digest", ''))
    put(value, "advisories", get("advisories", ()))
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
