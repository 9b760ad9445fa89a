"""Dates, numbers, labels and controlled words in plain English, each phrased once.

Nothing here asks the locale, so the words are the same on every machine.
"""

from __future__ import annotations

import re
from enum import Enum

TYPE_CHECKING = not __name__
if TYPE_CHECKING:
    from ..model.dates import PartialDate

UNKNOWN = "not known"
"""What is said for a blank that a reader asks about."""
_WORDS = """
Agreement.not-held:
BodyKind.group: group that texts address
ClaimKind.decision: decision of the session
ClaimKind.procedure: what happened
Confidence.high: high: an official or scholarly document states it
Confidence.low: low: the evidence is indirect
Confidence.medium: medium: a secondary source states it, or a part was worked out
CopyKind.official: official copy
Coverage.full: the whole text
Coverage.number: at most the number
Coverage.partial: some clauses
Coverage.title: the title, and no clause
DifferenceKind.unknown: known of one only
DocumentText.is_draft.no:
DocumentText.is_draft.yes: draft
EditionName.adopted: the text as adopted
EditionName.draft: the draft
Fidelity.official: official words
Fidelity.paraphrased: paraphrase, not to be quoted
Fidelity.quoted: quoted in the language of the text
Fidelity.reported: reported speech, in the words of the source
Fidelity.translated: quoted in translation, not the official words
Medium.facebook: on Facebook
Medium.release: quoted in a release
Medium.speech: in a speech
Medium.telegram: on Telegram
Medium.unknown: where it was said is not known
Mode.unknown: in person or not is not known
Mode.video: by video, live or recorded
Mode.video-message: by video message
Outcome.absent: these words as a whole are not among those that the release holds
Outcome.exact: these words stand there; mind whose they are, and their fidelity
Outcome.near: most of these words stand there; compare what differs
Outcome.reading: these words are those of another source, held as its readings
Outcome.too-short: too few words to be told from any other text
Presence.present.no: absent
Presence.present.yes: present
PresidentBasis.named: named by a source
PresidentBasis.term: worked out from the term of office
Qualifier.exactly:
RelationKind.accompanies: was adopted on the same day as
RelationKind.follows: takes up the subject of
Role.unknown: preamble or operative is not known
Seen.cut-off: seen in part: the source cuts it off
Seen.reported: known from reports; the text itself was not seen
Seen.whole: seen whole
Session.held.no: no: it was called off
SessionFormat.hybrid: partly in person and partly online
SourceKind.agency: news agency
SourceKind.alliance: NATO
SourceKind.assembly: the Assembly itself
SourceKind.weak: weak source, evidence of no more than a report
Verdict.contradicted: contradicted by a better source
Verdict.refined: refined by a more exact source
Verdict.unconfirmed: unconfirmed by any other source
Vote.adopted.no: not adopted
Vote.adopted.yes: adopted
VoteAccount.unanimous.no: not unanimous
VoteAccount.unanimous.yes: unanimous
"""
WORDS = {name: words.strip() for name, _, words in [
    phrase.partition(":") for phrase in _WORDS.strip().splitlines()
]}  # fmt: skip
"""What is said for controlled words that are unclear by themselves, by class and word."""
BLANKS = {
    **dict.fromkeys([
        "Amendment.moved_by", "Declaration.adopted", "Declaration.number", "Resolution.adopted",
        "Resolution.number", "Resolution.session", "Session.president", "Session.start",
        "Statement.date",
    ], UNKNOWN),
    "Binding.bound_to": "nothing",
    "BoundParagraph.clause": "nothing",
    "DocumentText.kind": "text",
    "Participant.capacity": f"capacity {UNKNOWN}",
    "Reading.text": "nothing",
    "VoteAccount.unit": "not given",
}  # fmt: skip
"""What is said for the blanks that a reader asks about."""
LABELS = {
    "by_id": "by id", "citation": "source", "citations": "sources", "cut_off": "right after",
    "coverage": "held here",
    "in_favour": "for", "inserts": "brings in", "omitted": "left out", "on": "vote on",
    "opening": "opens with", "other_city_names": "city also written",
    "other_names": "also written", "president_basis": "how known", "summary": "in our words",
    "titles": "title in other languages", "url": "address", "verb": "opens with",
    "Binding.missing": "not in the document",
    "Claim.label": "claim", "Claim.text": "what it says",
    # Those of the coverage of a release.
    "CoverageReport.held": "texts held in full", "CoverageReport.partial": "texts held in part",
    "CoverageReport.title_only": "texts held by their title",
    "CoverageReport.number_only": "texts of which at most the number is known",
    "CoverageReport.undated": "texts whose year is not known",
    "CoverageReport.missing_numbers": "numbers that no source seen gives",
    "CoverageReport.missing_sessions": "sessions that no source seen gives",
    "CoverageReport.not_held": "sessions called off",
    "CoverageReport.unverified": "records with indirect evidence, or that rest on an inference",
}  # fmt: skip
"""The labels of fields whose names are unclear by themselves."""


def in_words(word: object, place: str = "") -> str:
    """Return a controlled word, or yes or no in a field, as a person would say it.

    >>> from natopa_declarations.model.words import Fidelity, Mode
    >>> in_words(Fidelity.PARAPHRASED), in_words(Mode.IN_PERSON), in_words(None)
    ('paraphrase, not to be quoted', 'in person', 'not known')
    >>> in_words(False, "Vote.adopted"), in_words(True)
    ('not adopted', 'yes')
    """
    if word is None:
        return UNKNOWN
    text = str(word.value if isinstance(word, Enum) else word)
    if isinstance(word, bool):
        text = "yes" if word else "no"
    return WORDS.get(f"{place or type(word).__name__}.{text}", text.replace("-", " "))


def label(name: str, owner: str = "") -> str:
    """Return the label of a field; a class may have its own."""
    return LABELS.get(f"{owner}.{name}") or LABELS.get(name, name.replace("_", " "))


def kind(cls: type) -> str:
    """Return the name of a class as words, such as "Member state"."""
    return capital("".join([f" {c.lower()}" if c.isupper() else c for c in cls.__name__]).strip())


def counted(number: int, one: str, many: str = "") -> str:
    """Return "1 text" or "2 texts"."""
    return f"{number:,} {one if number == 1 else many or f'{one}s'}"


def sentence(words: str) -> str:
    """Return a sentence without its full stop, for a heading."""
    return words if words.endswith("..") else words.removesuffix(".")


def capital(words: str) -> str:
    """Return words with a capital letter first."""
    return words[:1].upper() + words[1:]


def period(start: PartialDate | None, end: PartialDate | None) -> str:
    """Return a first and a last day in words; what they share is said once.

    >>> from natopa_declarations.model.dates import PartialDate
    >>> period(PartialDate(2024, 5, 24), PartialDate(2024, 5, 27))
    '24 to 27 May 2024'
    >>> period(PartialDate(2021, 10), None)
    'October 2021 to a day not known'
    """
    first, last = [date.in_words if date else f"a day {UNKNOWN}" for date in (start, end)]
    if start == end:
        return first
    if start and end and start.year == end.year and start.month:
        shared = start.day and end.day and start.month == end.month
        first = str(start.day) if shared else first.removesuffix(f" {start.year}")
    return f"{first} to {last}"


def visible(text: str) -> str:
    r"""Return `text` on one line, with characters that could mislead a reader as escapes.

    Those are control characters, and what hides or turns the direction of writing.

    >>> visible("one\n two \x1b[31m \u202e")
    'one two \\x1b[31m \\u202e'
    """
    if text.isprintable() and "  " not in text:
        return text
    line = re.sub(r"\s+", " ", text)
    if line.isprintable():
        return line
    return "".join([c if c.isprintable() else ascii(c)[1:-1] for c in line])
