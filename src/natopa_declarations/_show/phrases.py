"""Dates, numbers and controlled words in plain English, for people.

Nothing here asks the locale, so the words are the same on every machine.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..model.words import Confidence, Coverage, Fidelity, Medium, PresidentBasis

if TYPE_CHECKING:
    from ..model.dates import PartialDate

UNKNOWN = "not known"
"""What stands where a record has a blank."""
MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
PHRASES: dict[str, str] = {
    Fidelity.OFFICIAL: "official text",
    Fidelity.QUOTED: "quotation, the same in an official source",
    Fidelity.TRANSLATED: "quotation in translation",
    Fidelity.PARAPHRASED: "paraphrase, not a quotation",
    Coverage.FULL: "the whole text",
    Coverage.PARTIAL: "some clauses",
    Coverage.TITLE: "the title, and no clause",
    Coverage.NUMBER: "at most the number",
    Confidence.HIGH: "high: an official or scholarly document states it",
    Confidence.MEDIUM: "medium: a secondary source states it, or a part was worked out",
    Confidence.LOW: "low: the evidence is indirect",
    Medium.FACEBOOK: "Facebook",
    Medium.TELEGRAM: "Telegram",
    Medium.RELEASE: "quoted in a release",
    PresidentBasis.NAMED: "named by a source",
    PresidentBasis.TERM: "worked out from the term of office",
    "unknown": UNKNOWN,
}
"""The controlled words that say too little by themselves."""


def in_words(word: str | None) -> str:
    """Return a controlled word as a person would say it.

    >>> in_words(Fidelity.PARAPHRASED), in_words("video-message"), in_words(None)
    ('paraphrase, not a quotation', 'video message', 'not known')
    """
    return UNKNOWN if word is None else PHRASES.get(word, word.replace("-", " "))


def day(date: PartialDate | None) -> str:
    """Return a date in words, as exact as it is.

    >>> from natopa_declarations import PartialDate
    >>> day(PartialDate(2024, 5, 27)), day(PartialDate(2024, 5)), day(None)
    ('27 May 2024', 'May 2024', 'not known')
    """
    if date is None:
        return UNKNOWN
    parts = [date.day, date.month and MONTHS[date.month - 1], date.year]
    return " ".join([str(part) for part in parts if part is not None])


def period(start: PartialDate | None, end: PartialDate | None) -> str:
    """Return a first and a last day in words, and what they share only once.

    >>> from natopa_declarations import PartialDate
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


def ordinal(number: int) -> str:
    """Return a number as its place in a series.

    >>> ordinal(70), ordinal(71), ordinal(12)
    ('70th', '71st', '12th')
    """
    teens = number % 100 in (11, 12, 13)
    return f"{number}{'th' if teens else {1: 'st', 2: 'nd', 3: 'rd'}.get(number % 10, 'th')}"
