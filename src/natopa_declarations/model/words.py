"""The controlled words: where a field takes one of a few values, they stand here."""

from __future__ import annotations

from enum import StrEnum
from typing import final


@final
class Season(StrEnum):
    """Which of the two plenary sessions of a year."""

    SPRING = "spring"
    """The session in spring, which carries no ordinal."""
    ANNUAL = "annual"
    """The session in autumn, the only one that carries an ordinal."""


@final
class SessionFormat(StrEnum):
    """How a session met."""

    IN_PERSON = "in-person"
    ONLINE = "online"
    HYBRID = "hybrid"
    """Partly in person and partly online."""


@final
class PresidentBasis(StrEnum):
    """How it is known who was President at a session."""

    NAMED = "named"
    """A source names the President at the session, or close to it."""
    TERM = "term"
    """The session falls within a sourced term, or near a date on which the President is named."""


@final
class Mode(StrEnum):
    """How a participant took part."""

    IN_PERSON = "in-person"
    VIDEO = "video"
    """By video; the sources do not agree whether live or recorded."""
    VIDEO_MESSAGE = "video-message"
    """By a message played to the session."""
    UNKNOWN = "unknown"


@final
class Qualifier(StrEnum):
    """How a source qualifies the figure that it gives."""

    EXACTLY = "exactly"
    ABOUT = "about"
    NEARLY = "nearly"
    OVER = "over"


@final
class Role(StrEnum):
    """The part that a clause plays in its text."""

    PREAMBLE = "preamble"
    """It gives a reason; its first word is mostly a participle, such as Recalling."""
    OPERATIVE = "operative"
    """It asks or decides; its first word is a verb, such as Urges."""
    UNKNOWN = "unknown"
    """No source seen says which of the two."""


@final
class EditionName(StrEnum):
    """The stages of a text that have an edition."""

    DRAFT = "draft"
    ADOPTED = "adopted"


@final
class Fidelity(StrEnum):
    """How near the words of a wording are to what was written or said."""

    OFFICIAL = "official"
    """The publisher's own edition of the text."""
    QUOTED = "quoted"
    """In quotation marks in the source, in the language of the text."""
    TRANSLATED = "translated"
    """In quotation marks in the source, but translated, often there and back."""
    REPORTED = "reported"
    """In the reported speech of the source: its words about the text, and not the text's."""
    PARAPHRASED = "paraphrased"
    """Reported speech: the source's words, never to be quoted as the text's.

    Only the releases up to 2026.2 use it.
    """


@final
class Seen(StrEnum):
    """How much of a clause was seen when it was recorded."""

    WHOLE = "whole"
    """A page that prints the whole clause was read."""
    CUT_OFF = "cut-off"
    """The page that was read breaks off inside the clause."""
    REPORTED = "reported"
    """Only reports of it were seen; its wordings are no more than what they quote of it."""


@final
class CopyKind(StrEnum):
    """What sort of copy of a text can be read at an address."""

    OFFICIAL = "official"
    """The Assembly's own publication."""
    REPRINT = "reprint"
    """The text as another publisher printed it, in a language of the Assembly."""
    TRANSLATION = "translation"
    """The text in another language."""


@final
class Medium(StrEnum):
    """Where a statement was made."""

    FACEBOOK = "facebook"
    TELEGRAM = "telegram"
    SPEECH = "speech"
    RELEASE = "release"
    """Quoted in a release; where it was said is not stated."""
    UNKNOWN = "unknown"


@final
class Verdict(StrEnum):
    """How an assertion stands against the other sources."""

    CORROBORATED = "corroborated"
    """Another source bears it out."""
    REFINED = "refined"
    """Borne out in substance; another source is more exact, or words it differently."""
    CONTRADICTED = "contradicted"
    """Another, better source says otherwise."""
    UNCONFIRMED = "unconfirmed"
    """No other source seen says so."""


@final
class Confidence(StrEnum):
    """How well a record as a whole is sourced: what it is, when and where.

    Of a text it says nothing about the clauses, each of which has citations of its own.
    """

    HIGH = "high"
    """An official or scholarly document states it."""
    MEDIUM = "medium"
    """A secondary source states it, or a part of it was worked out."""
    LOW = "low"
    """The evidence is indirect."""


@final
class Coverage(StrEnum):
    """How much of an adopted text a release holds."""

    FULL = "full"
    """The whole text."""
    PARTIAL = "partial"
    """Some clauses."""
    TITLE = "title"
    """The title, and no clause."""
    NUMBER = "number"
    """At most the number: not even the title."""


@final
class SourceKind(StrEnum):
    """What sort of publisher a source comes from."""

    ASSEMBLY = "assembly"
    """The NATO Parliamentary Assembly itself, or a mirror of its releases."""
    ALLIANCE = "alliance"
    """NATO."""
    PARLIAMENT = "parliament"
    """A national parliament, or a member or delegation of one."""
    GOVERNMENT = "government"
    """A government, or an office of one."""
    SCHOLARSHIP = "scholarship"
    """A scholarly journal, book, archive or institute."""
    AGENCY = "agency"
    """A news agency."""
    PRESS = "press"
    """A newspaper, broadcaster or news site."""
    WEAK = "weak"
    """A partisan, machine-made or private page: evidence of a report, not of its truth."""
    DOCUMENT = "document"
    """A file that the user has; no release has one."""


@final
class BodyKind(StrEnum):
    """What sort of body a body is (Popolo calls this the classification)."""

    ASSEMBLY = "assembly"
    COMMITTEE = "committee"
    DELEGATION = "delegation"
    PARLIAMENT = "parliament"
    GOVERNMENT = "government"
    ALLIANCE = "alliance"
    GROUP = "group"
    """A group that a text addresses, such as the governments of the Allies."""


@final
class ClaimKind(StrEnum):
    """What a claim asserts."""

    QUOTATION = "quotation"
    """Words that it gives as the text's own."""
    PARAPHRASE = "paraphrase"
    """What it says that the text says."""
    STATEMENT = "statement"
    """What it says that a person said."""
    PROCEDURE = "procedure"
    """What happened, when, where and before whom."""
    DECISION = "decision"
    """What else the session decided."""
    OFFICE = "office"
    """Which office a person holds."""


@final
class RelationKind(StrEnum):
    """How one adopted text stands to another."""

    CITES = "cites"
    """Its own words name the other text."""
    FOLLOWS = "follows"
    """Takes up the subject of an earlier text."""
    ACCOMPANIES = "accompanies"
    """Adopted on the same day at the same session."""


@final
class ChangeKind(StrEnum):
    """What a release did to a record of the one before."""

    ADDED = "added"
    """It is new."""
    EXTENDED = "extended"
    """It says more than it did; nothing that it said has changed."""
    CORRECTED = "corrected"
    """Something that it said was wrong, and reads otherwise now."""
    RETIRED = "retired"
    """It is no record any more; its id is never used again."""
