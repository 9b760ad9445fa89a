"""A quotation, the places of its words, and what differs."""

from __future__ import annotations

from enum import StrEnum

from .._deferred import final, frozen
from . import ids, words
from .agents import Person
from .sources import Citation, Source
from .value import Value
from .wordings import Reading


@final
class Outcome(StrEnum):
    """The outcome of locating a quotation."""

    EXACT = "exact"
    """The same words, numbers and signs; an ellipsis marks words that are left out."""
    READING = "reading"
    """The words of another source, whose readings the release contains."""
    NEAR = "near"
    """Most words agree; those that differ are named."""
    TOO_SHORT = "too-short"
    """It has too few words to identify a text, and is not a known title or name."""
    ABSENT = "absent"
    """Not in the release, which may have a part of the text only."""


@final
class VariantKind(StrEnum):
    """The kind of change that a variant is."""

    NEGATION = "negation"
    """A negation added, removed or changed, or a word and its opposite: lawful, unlawful."""
    QUANTIFIER = "quantifier"
    """A word for how much or how many: all, some, certain, only."""
    NUMBER = "number"
    """A number, with its sign, currency or percentage."""
    NAME = "name"
    """The name of a place, person or body."""
    MODAL = "modal"
    """A word for how binding it is: must, should, may."""
    LOOK_ALIKE = "look-alike"
    """The same word with look-alike letters of another script."""
    OTHER = "other"
    """Any other word or spelling."""


@final
class LeadKind(StrEnum):
    """What a lead refers to."""

    TITLE = "title"
    STATEMENT = "statement"
    CLAUSE = "clause"
    CLAIM = "claim"


@final
@frozen(eq=False, repr=False, kw_only=True)
class Variant(Value):
    """Words of the wording, and those of the quotation in their place (textual criticism)."""

    lemma: str
    """The words of the wording; empty if the quotation adds words."""
    quoted: str
    """The words of the quotation; empty if it lacks words, ``…`` for an ellipsis."""
    kind: VariantKind = VariantKind.OTHER
    readings: tuple[Reading, ...] = ()
    """The known readings that explain it: another source has the words of the quotation."""

    @property
    def changes_sense(self) -> bool:
        """Whether it can change the sense, and is not a known reading."""
        return self.kind is not VariantKind.OTHER and not self.readings

    @property
    def sides(self) -> str:
        """Both sides: the wording in brackets, the quotation in braces."""
        return f"[{self.lemma}] {{{self.quoted}}}"

    @property
    def phrase(self) -> str:
        """What the quotation has and what it should have, in a few words."""
        if self.kind is VariantKind.LOOK_ALIKE:
            return f"letters of another script in {self.quoted!r}"
        if not self.lemma:
            return f"{self.quoted!r} added"
        if self.quoted == "\u2026":
            return f"its ellipsis leaves out {self.lemma!r}"
        return f"{self.quoted!r} for {self.lemma!r}" if self.quoted else f"{self.lemma!r} left out"

    def __str__(self) -> str:
        sources = ", ".join([reading.citation.source.id for reading in self.readings])
        known = f" (so in {sources})" if sources else ""
        return f"{self.lemma or '(nothing)'} ] {self.quoted or '(nothing)'}{known}"


@final
@frozen(eq=False, repr=False, kw_only=True)
class Passage(Value):
    """A place with all or most words of a quotation.

    `exact`, `prefix` and `suffix` are those of a TextQuoteSelector, `start` and `end` those of
    a TextPositionSelector (W3C Web Annotation) in the text of the wording.
    """

    ref: ids.Ref
    """The clause or statement; for a title or name, its record or edition."""
    speaker: Person | None = None
    """The person whose words they are, or None for the words of a text."""
    fidelity: words.Fidelity | None = None
    """How near they are to what was written or said; None for an English title and a name."""
    language: str
    """A BCP 47 tag."""
    citations: tuple[Citation, ...]
    """Where the words were read."""
    quoted: str
    """The words of the quotation, or of a part of it."""
    exact: str
    """The words of the wording."""
    prefix: str
    """The text before them in the wording, at most 32 characters."""
    suffix: str
    """The text after them in the wording, at most 32 characters."""
    start: int
    """Their offset in the text of the wording, in characters."""
    end: int
    """The offset of the character after them."""
    words: int
    """How many words were compared: those that agree, and the longer side of each difference."""
    agreeing: int
    """How many of them agree, by themselves or by a known reading."""
    variants: tuple[Variant, ...] = ()
    """The differences, in the order of the text; a known reading counts as agreement."""
    omitted: tuple[str, ...] = ()
    """The words that the ellipses of the quotation leave out."""
    readings: tuple[Reading, ...] = ()
    """The readings of other sources of words in which the quotation follows the wording."""
    cut_off: str | None = None
    """A negation directly before these words that the quotation cuts off."""
    inference: str | None = None
    """Our reasoning about whose words these are, and in which text, if no source states it."""
    is_name: bool = False
    """Whether it is the name of a person or body."""

    @property
    def agreement(self) -> float:
        """The share of the words that agree, from 0 to 1."""
        return self.agreeing / self.words

    @property
    def witnesses(self) -> tuple[Source, ...]:
        """The sources with a known reading of each difference, and of nothing that agrees.

        As in a critical apparatus, the rest of their text is assumed to agree.
        """
        each = [
            dict.fromkeys([reading.citation.source for reading in variant.readings])
            for variant in self.variants
        ]
        first, *others = each or [{}]
        elsewhere = {reading.citation.source for reading in self.readings}
        return tuple(
            [
                source
                for source in first
                if source not in elsewhere and all(source in other for other in others)
            ]
        )

    @property
    def whose(self) -> str:
        """Whose words they are, in a few words.

        The words of a text and those of a person are different things; a paraphrase has the words
        of neither, and reported speech those of the source that reports it.
        """
        if self.fidelity is words.Fidelity.PARAPHRASED:
            return "a paraphrase, not to be quoted"
        if self.fidelity is words.Fidelity.REPORTED:
            names = " and ".join([citation.source.publisher for citation in self.citations])
            return f"reported speech of {names}"
        if self.is_name:
            return "name"
        if self.speaker is not None:
            return f"words of {self.speaker.name}"
        return "words of the text" if "#" in self.ref else "title"

    def __str__(self) -> str:
        known = ", ".join(filter(None, [self.whose, self.fidelity, self.language]))
        line = f"{self.ref} ({known}): {self.exact}"
        if not self.variants or self.fidelity is words.Fidelity.PARAPHRASED:
            return line
        variants = "; ".join(map(str, self.variants))
        return f"{line} ({self.agreeing} of {self.words} words agree: {variants})"


@final
@frozen(eq=False, repr=False, kw_only=True)
class Lead(Value):
    """A record that resembles absent words, to look at next.

    Its text may be a summary of ours, which quotes nobody.
    """

    kind: LeadKind
    ref: ids.Ref
    text: str
    """The similar title, words or summary."""

    def __str__(self) -> str:
        return f"closest {self.kind}: {self.ref}: {self.text}"


@final
@frozen(eq=False, repr=False, kw_only=True)
class Quotation(Value):
    """A quotation, and the places of its words in a corpus.

    Absent means: not in the release, which for most texts has the title or a few clauses.
    """

    text: str
    """The quotation that was located."""
    outcome: Outcome
    passages: tuple[Passage, ...] = ()
    """The places of the whole quotation, at most 20: the nearest first, then official words."""
    count: int = 0
    """The number of wordings and titles that contain the whole quotation."""
    parts: tuple[Passage, ...] = ()
    """The places of its pieces, in order, if they cover more than one passage does."""
    paraphrases: tuple[Passage, ...] = ()
    """Reported speech that it resembles: words of a source or ours, not to be quoted."""
    elsewhere: tuple[Passage, ...] = ()
    """Its places outside the text or speaker to which it was ascribed."""
    leads: tuple[Lead, ...] = ()
    """Records that resemble an absent quotation."""
    texts: int = 0
    """The number of texts searched for an absent quotation."""
    texts_by_title: int = 0
    """The number of those of which only the title is known and was searched."""
    reach: str = ""
    """The day up to which the release covers, for an absent quotation."""
    not_held: str | None = None
    """Its language (BCP 47) or script (ISO 15924), if the release has no wording in it."""
    places: tuple[tuple[int, int], ...] = ()
    """Its places in the article that was checked, as offsets in characters."""

    @property
    def headline(self) -> str:
        """The outcome, and what can change the sense, in one line."""
        line = str(self.outcome)
        if self.parts:
            line += f", in {len(self.parts)} piece{'s' if len(self.parts) > 1 else ''}"
        first = next(iter(self.passages), None)
        if first is not None and self.outcome is Outcome.READING:
            line += f": the words of {' and of '.join([s.publisher for s in first.witnesses])}"
        shown = [first] if first is not None else list(self.parts)
        changes = [v for one in shown for v in one.variants if v.changes_sense]
        cut_off = [one.cut_off for one in shown if one.cut_off]
        if changes:
            phrases = " and ".join([variant.phrase for variant in changes])
            line += f", but {phrases}: {'; '.join([variant.sides for variant in changes])}"
        elif cut_off:
            line += f", but {cut_off[0]!r} is directly before it"
        elif first is not None and self.outcome is Outcome.NEAR:
            line += f": {first.agreeing} of {first.words} words agree"
        if self.elsewhere:
            other = self.elsewhere[0]
            line += f"; elsewhere: {other.ref}, {other.whose}"
        return line

    def __str__(self) -> str:
        lines = [self.headline, *map(str, self.passages)]
        if self.count > len(self.passages) > 0:
            lines.append(f"and {self.count - len(self.passages)} places more")
        lines += [f"in part: {passage}" for passage in self.parts]
        lines += [f"compare: {passage}" for passage in self.paraphrases]
        lines += [f"elsewhere: {passage}" for passage in self.elsewhere]
        lines += map(str, self.leads)
        if self.outcome is Outcome.ABSENT and self.texts:
            lines.append(f"searched by title only: {self.texts_by_title} of {self.texts} texts")
        if self.reach:
            lines.append(self.reach)
        if self.not_held:
            lines.append(f"the release has no wording in {self.not_held}")
        return "\n".join(lines)
