"""The words of the model in plain English, for someone who has never seen the package."""

from __future__ import annotations

from typing import TYPE_CHECKING

from babel import Locale

from natopa_declarations import Session
from natopa_declarations._show import phrases
from natopa_declarations.model import (
    AdoptedText,
    Confidence,
    Coverage,
    Fidelity,
    Medium,
    Mode,
    PresidentBasis,
    RelationKind,
    Role,
    SessionFormat,
    SourceKind,
    Verdict,
)

if TYPE_CHECKING:
    from natopa_declarations import PartialDate

ENGLISH = Locale.parse("en")

VERDICTS = {
    Verdict.CORROBORATED: "another source bears it out",
    Verdict.REFINED: "borne out in substance, but another source is more exact or words it"
    " differently",
    Verdict.CONTRADICTED: "another, better source says otherwise",
    Verdict.UNCONFIRMED: "no other source that was seen says so",
}

FIDELITIES = {
    Fidelity.OFFICIAL: "the publisher's own edition of the text",
    Fidelity.QUOTED: "stands in quotation marks there, and an official source has the same words,"
    " but for spelling",
    Fidelity.TRANSLATED: "stands in quotation marks there, but is a translation and not the"
    " original words",
    Fidelity.PARAPHRASED: "reported speech, and so not to be quoted as the words themselves",
}

CONFIDENCES = {
    Confidence.HIGH: "an official or scholarly document states them",
    Confidence.MEDIUM: "a secondary source states them, or a part was worked out",
    Confidence.LOW: "the evidence is indirect",
}

COVERAGES = {
    Coverage.FULL: "the whole text",
    Coverage.PARTIAL: "some of its clauses",
    Coverage.TITLE: "its title, and none of its clauses",
    Coverage.NUMBER: "that it was adopted, and not its title",
}

ROLES = {
    Role.PREAMBLE: "A clause of the preamble",
    Role.OPERATIVE: "An operative clause",
    Role.UNKNOWN: "A clause; whether of the preamble or operative is not known",
}

MODES = {
    Mode.IN_PERSON: "In person",
    Mode.VIDEO: "By video; whether live or recorded, the sources do not agree",
    Mode.VIDEO_MESSAGE: "By a video message",
    Mode.UNKNOWN: "Not known",
}

MEDIA = {
    Medium.FACEBOOK: "on Facebook",
    Medium.TELEGRAM: "on Telegram",
    Medium.SPEECH: "in a speech",
    Medium.RELEASE: "as quoted in a release",
    Medium.UNKNOWN: "in a place that no source names",
}

FORMATS = {
    SessionFormat.IN_PERSON: "in person",
    SessionFormat.ONLINE: "online",
    SessionFormat.HYBRID: "partly in person and partly online",
}

BASES = {
    PresidentBasis.NAMED: "a source names the President at the session, or close to it",
    PresidentBasis.TERM: "this follows from a sourced term of office, or from a source on a date"
    " near by, and not from a source on the session",
}

RELATIONS = {
    RelationKind.CITES: ("Cites", "Cited by"),
    RelationKind.FOLLOWS: ("Takes up the subject of", "Its subject is taken up by"),
    RelationKind.ACCOMPANIES: (
        "Adopted on the same day, at the same session, as",
        "Adopted on the same day, at the same session, as",
    ),
}
"""How one text stands to another, and how the other stands to the one."""

SOURCE_KINDS = {
    SourceKind.ASSEMBLY: "The Assembly itself, and mirrors of its releases",
    SourceKind.ALLIANCE: "NATO",
    SourceKind.PARLIAMENT: "National parliaments, their members and delegations",
    SourceKind.GOVERNMENT: "Governments",
    SourceKind.SCHOLARSHIP: "Journals, books, archives and institutes",
    SourceKind.AGENCY: "News agencies",
    SourceKind.PRESS: "Newspapers, broadcasters and news sites",
    SourceKind.WEAK: "Weak sources: evidence of a report, not of its truth",
}


def date(when: PartialDate) -> str:
    """Write a date out, as exactly as it is known.

    >>> from natopa_declarations import PartialDate
    >>> date(PartialDate(2024, 5, 27)), date(PartialDate(2005, 5)), date(PartialDate(1966))
    ('27 May 2024', 'May 2005', '1966')
    """
    return phrases.day(when)


def on(when: PartialDate) -> str:
    """Write a date with its preposition: "on 27 May 2024", "in May 2005"."""
    return f"{'on' if when.day else 'in'} {date(when)}"


def period(start: PartialDate | None, end: PartialDate | None) -> str:
    """Write when something lasted, as far as that is known, or nothing.

    >>> from natopa_declarations import PartialDate
    >>> period(PartialDate(2024, 5, 24), PartialDate(2024, 5, 27))
    'from 24 to 27 May 2024'
    >>> period(None, PartialDate(2001, 10, 9))
    'until 9 October 2001'
    """
    if start is None:
        return f"until {date(end)}" if end else ""
    if end is None or start == end:
        return on(start) if end or not start.day else f"from {date(start)}"
    return f"from {phrases.period(start, end)}"


def country(code: str) -> str:
    """Return the English name of a country, or the code where it has none (CLDR)."""
    return str(ENGLISH.territories.get(code, code))


def in_country(code: str) -> str:
    """Return the English name of a country after "in": "in Bulgaria", "in the United States"."""
    name = country(code)
    return f"in the {name}" if name.startswith("United ") or code == "NL" else f"in {name}"


def language(tag: str) -> str:
    """Return the English name of a language, or the tag where it has none (CLDR)."""
    return str(ENGLISH.languages.get(tag.replace("-", "_"), tag))


def session_name(session: Session) -> str:
    """Return the short name of a session: its place, season and year."""
    name = f"{session.season} session {session.year}"
    if not session.held:
        return f"{name.capitalize()}, called off"
    if session.city:
        return f"{session.city}, {name}"
    if session.format == SessionFormat.ONLINE:
        return f"Online, {name}"
    return f"{name.capitalize()}, place not known"


def session_phrase(session: Session) -> str:
    """Return the name of a session in a sentence: "spring session of 2024 in Sofia"."""
    name = f"{session.season} session of {session.year}"
    if session.format == SessionFormat.ONLINE:
        return f"online {name}"
    return f"{name} in {session.city}" if session.city and session.held else name


def text_kind(text: AdoptedText) -> str:
    """Return "Declaration 489", or the kind alone where there is no number."""
    kind = type(text).__name__
    return f"{kind} {text.number}" if text.number else kind


def text_name(text: AdoptedText) -> str:
    """Return the kind, number and title of a text, or its subject where it has no title."""
    words = text.title or text.subject
    return f"{text_kind(text)}: {words}" if words else text_kind(text)


def sentence(words: str) -> str:
    """Return a sentence without its full stop, for a heading or a place inside another."""
    return words if words.endswith("..") else words.removesuffix(".")


def counted(number: int, one: str, many: str) -> str:
    """Return "1 text" or "2 texts"."""
    return f"{number} {one if number == 1 else many}"
