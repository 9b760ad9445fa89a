"""Dates, numbers, labels and controlled words in plain English, each phrased here and once.

Nothing here asks the locale, so the words are the same on every machine.
"""

from __future__ import annotations

import re
from enum import Enum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ..model.dates import PartialDate

UNKNOWN = "not known"
"""What stands where a record has a blank that a reader asks about."""
MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip

SPACES = re.compile(r"\s+")

WORDS: dict[str, dict[str, str]] = {
    "BodyKind": {"group": "group that texts address"},
    "ClaimKind": {"procedure": "what happened", "decision": "decision of the session"},
    "Confidence": {
        "high": "high: an official or scholarly document states it",
        "medium": "medium: a secondary source states it, or a part was worked out",
        "low": "low: the evidence is indirect",
    },
    "CopyKind": {"official": "official copy"},
    "Coverage": {
        "full": "the whole text",
        "partial": "some clauses",
        "title": "the title, and no clause",
        "number": "at most the number",
    },
    "DifferenceKind": {"unknown": "known of one only"},
    "EditionName": {"draft": "the draft", "adopted": "the text as adopted"},
    "Fidelity": {
        "official": "official words",
        "quoted": "quoted in the language of the text",
        "translated": "quoted in translation, not the official words",
        "reported": "reported speech, in the words of the source",
        "paraphrased": "paraphrase, not to be quoted",
    },
    "Medium": {
        "facebook": "on Facebook",
        "telegram": "on Telegram",
        "speech": "in a speech",
        "release": "quoted in a release",
        "unknown": "where it was said is not known",
    },
    "Mode": {
        "video": "by video, live or recorded",
        "video-message": "by video message",
        "unknown": "in person or not is not known",
    },
    "Outcome": {
        "exact": "these words stand there; mind whose they are, and their fidelity",
        "near": "most of these words stand there; compare what differs",
        "absent": "these words as a whole are not among those that the release holds",
    },
    "Presence.present": {"True": "present", "False": "absent"},
    "PresidentBasis": {"named": "named by a source", "term": "worked out from the term of office"},
    "Qualifier": {"exactly": ""},
    "RelationKind": {
        "cites": "cites",
        "follows": "takes up the subject of",
        "accompanies": "was adopted on the same day as",
    },
    "Role": {
        "preamble": "preamble",
        "operative": "operative",
        "unknown": "preamble or operative is not known",
    },
    "Seen": {
        "whole": "seen whole",
        "cut-off": "seen in part: the source cuts it off",
        "reported": "known from a report; its words were not seen",
    },
    "Session.held": {"False": "no: it was called off"},
    "SessionFormat": {"hybrid": "partly in person and partly online"},
    "SourceKind": {
        "assembly": "the Assembly itself",
        "alliance": "NATO",
        "agency": "news agency",
        "weak": "weak source, evidence of no more than a report",
    },
    "Verdict": {
        "corroborated": "corroborated",
        "refined": "refined by a more exact source",
        "contradicted": "contradicted by a better source",
        "unconfirmed": "unconfirmed by any other source",
    },
    "Vote.adopted": {"True": "adopted", "False": "not adopted"},
    "VoteAccount.unanimous": {"True": "unanimous", "False": "not unanimous"},
}
"""The controlled words by the name of their class; a word that is not here speaks for itself."""

LABELS: dict[str, str] = {
    "at": "place",
    "by_id": "by id",
    "citation": "source",
    "citations": "sources",
    "coverage": "held here",
    "in_favour": "for",
    "inserts": "brings in",
    "led_by": "led by",
    "moved_by": "moved by",
    "on": "vote on",
    "other_city_names": "city also written",
    "other_names": "also written",
    "president_basis": "how known",
    "summary": "in our words",
    "titles": "title in other languages",
    "url": "address",
    "verb": "opens with",
    "opening": "opens with",
}
"""The labels of fields whose names say too little by themselves."""

BLANKS = {
    "Amendment.moved_by": UNKNOWN,
    "Declaration.number": UNKNOWN,
    "Declaration.adopted": UNKNOWN,
    "Participant.capacity": f"capacity {UNKNOWN}",
    "Reading.text": "nothing",
    "Resolution.number": UNKNOWN,
    "Resolution.session": UNKNOWN,
    "Resolution.adopted": UNKNOWN,
    "Session.start": UNKNOWN,
    "Session.president": UNKNOWN,
    "Statement.date": UNKNOWN,
    "VoteAccount.unit": "not given",
}
"""What stands for a blank that a reader asks about."""
COVERED: dict[str, str] = {
    "held": "texts held in full",
    "partial": "texts held in part",
    "title_only": "texts held by their title",
    "number_only": "texts of which at most the number is known",
    "undated": "texts whose year is not known",
    "missing_numbers": "numbers that no source seen gives",
    "missing_sessions": "sessions that no source seen gives",
    "not_held": "sessions called off",
    "unverified": "records not verified: their evidence is indirect, or they rest on an inference",
}
"""What each part of the coverage of a release counts."""


def in_words(word: object) -> str:
    """Return a controlled word as a person would say it.

    >>> from natopa_declarations.model.words import Fidelity, Mode
    >>> in_words(Fidelity.PARAPHRASED), in_words(Mode.IN_PERSON), in_words(None)
    ('paraphrase, not to be quoted', 'in person', 'not known')
    """
    if word is None:
        return UNKNOWN
    text = str(word.value if isinstance(word, Enum) else word)
    return WORDS.get(type(word).__name__, {}).get(text, text.replace("-", " "))


def yes_or_no(value: bool, place: str) -> str:  # noqa: FBT001
    """Return yes or no, or what either means in a field such as ``Vote.adopted``."""
    return WORDS.get(place, {}).get(str(value), "yes" if value else "no")


def label(name: str) -> str:
    """Return the label of a field.

    >>> label("citations"), label("first_edition")
    ('sources', 'first edition')
    """
    return LABELS.get(name, name.replace("_", " "))


def kind(cls: type) -> str:
    """Return the name of a class as words, such as "Member state"."""
    return capital("".join([f" {c.lower()}" if c.isupper() else c for c in cls.__name__]).strip())


def counted(number: int, one: str, many: str = "") -> str:
    """Return "1 text" or "2 texts"."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def listed(items: list[str]) -> str:
    """Return "a, b and c"."""
    return " and ".join(filter(None, [", ".join(items[:-1]), *items[-1:]]))


def sentence(words: str) -> str:
    """Return a sentence without its full stop, for a heading or a place inside another."""
    return words if words.endswith("..") else words.removesuffix(".")


def capital(words: str) -> str:
    """Return words with a capital first."""
    return words[:1].upper() + words[1:]


def day(date: PartialDate | None) -> str:
    """Return a date in words, as exact as it is.

    >>> from natopa_declarations.model.dates import PartialDate
    >>> day(PartialDate(2024, 5, 27)), day(PartialDate(2024, 5)), day(None)
    ('27 May 2024', 'May 2024', 'not known')
    """
    if date is None:
        return UNKNOWN
    parts = [date.day, date.month and MONTHS[date.month - 1], date.year]
    return " ".join([str(part) for part in parts if part is not None])


def period(start: PartialDate | None, end: PartialDate | None) -> str:
    """Return a first and a last day in words, and what they share only once.

    >>> from natopa_declarations.model.dates import PartialDate
    >>> period(PartialDate(2024, 5, 24), PartialDate(2024, 5, 27))
    '24 to 27 May 2024'
    >>> period(PartialDate(2021, 10), None)
    'October 2021 to a day not known'
    """
    if start == end:
        return day(start)
    if start is None or end is None:
        first, last = [f"a day {UNKNOWN}" if date is None else day(date) for date in (start, end)]
        return f"{first} to {last}"
    first, last = day(start), day(end)
    if start.year == end.year and start.month:
        shared = start.day and end.day and start.month == end.month
        first = str(start.day) if shared else first.removesuffix(f" {start.year}")
    return f"{first} to {last}"


def visible(text: str) -> str:
    r"""Return `text` on one line, with every mark that could mislead a reader as its number.

    Those are control characters, escapes, and what turns the direction of writing or hides.

    >>> visible("one\n two \x1b[31m \u202e")
    'one two \\x1b[31m \\u202e'
    """
    line = SPACES.sub(" ", text)
    if line.isprintable():
        return line
    return "".join([c if c.isprintable() else ascii(c)[1:-1] for c in line])
