"""A quotation, where its words stand, and what differs."""

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
    """What came of locating a quotation."""

    EXACT = "exact"
    """The same words, numbers and signs stand there; words left out are marked by an ellipsis."""
    READING = "reading"
    """The words are those of another source, of which the release holds the readings."""
    NEAR = "near"
    """Most words stand there; those that differ are named."""
    TOO_SHORT = "too-short"
    """It has too few words to be told from any other text, and is not a title or name held."""
    ABSENT = "absent"
    """Not in what the release holds, which may be a part of the text only."""


@final
class VariantKind(StrEnum):
    """What sort of change a variant is."""

    NEGATION = "negation"
    """A negation more, less or other, or a word and its contrary: lawful, unlawful."""
    QUANTIFIER = "quantifier"
    """How much or how many, in words: all, some, certain, only."""
    NUMBER = "number"
    """A number, with its sign, currency or percentage."""
    NAME = "name"
    """A name of a place, person or body."""
    MODAL = "modal"
    """How binding it is: must, should, may."""
    LOOK_ALIKE = "look-alike"
    """The same word with letters of another script that look alike."""
    OTHER = "other"
    """Any other word, or the spelling of one."""


@final
class LeadKind(StrEnum):
    """Where a lead leads to."""

    TITLE = "title"
    STATEMENT = "statement"
    CLAUSE = "clause"
    CLAIM = "claim"


@final
@frozen(eq=False, repr=False, kw_only=True)
class Variant(Value):
    """Words of the wording, and what the quotation has in their place (textual criticism)."""

    lemma: str
    """The words of the wording; empty where the quotation adds words."""
    quoted: str
    """The words of the quotation; empty where it lacks words, ``…`` where it says so."""
    kind: VariantKind = VariantKind.OTHER
    readings: tuple[Reading, ...] = ()
    """The known readings that explain it: another source has the words of the quotation."""

    @property
    def changes_sense(self) -> bool:
        """Whether it is of a kind that can change the sense, and no known reading."""
        return self.kind is not VariantKind.OTHER and not self.readings

    @property
    def sides(self) -> str:
        """Both sides, the wording's in brackets and the quotation's in braces."""
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
    """A place where the words of a quotation stand, all or most of them.

    `exact`, `prefix` and `suffix` are those of a TextQuoteSelector, `start` and `end` those of
    a TextPositionSelector (W3C Web Annotation) in the text of the wording.
    """

    ref: ids.Ref
    """The clause or statement; for a title or name, the record or edition that has it."""
    speaker: Person | None = None
    """Whose words they are: a person's, or None for the words of a text."""
    fidelity: words.Fidelity | None = None
    """How near they are to what was written or said; None for an English title and a name."""
    language: str
    """A BCP 47 tag."""
    citations: tuple[Citation, ...]
    """Where the words were read."""
    quoted: str
    """The words that were looked for: the quotation, or a part of it."""
    exact: str
    """The words that stand there."""
    prefix: str
    """What stands before them in the wording, at most 32 characters."""
    suffix: str
    """What stands after them in the wording, at most 32 characters."""
    start: int
    """Where they start in the text of the wording, in characters from 0."""
    end: int
    """The character after their last."""
    words: int
    """How many words were compared: those that agree, and the longer side of each difference."""
    agreeing: int
    """How many of them agree, by themselves or by a known reading."""
    variants: tuple[Variant, ...] = ()
    """What differs, in the order of the text; a known reading is a difference that agrees."""
    omitted: tuple[str, ...] = ()
    """The words that the ellipses of the quotation leave out."""
    readings: tuple[Reading, ...] = ()
    """How other sources read these words, where the quotation follows the wording."""
    cut_off: str | None = None
    """A negation that stands right before these words, and that the quotation cuts off."""
    inference: str | None = None
    """Our reasoning about whose words these are, and in which text, where no source settles it."""
    is_name: bool = False
    """Whether it is the name of a person or body."""

    @property
    def agreement(self) -> float:
        """The share of the words that agree, from 0 to 1."""
        return self.agreeing / self.words

    @property
    def witnesses(self) -> tuple[Source, ...]:
        """The sources that have a known reading for each difference, and none where it agrees.

        The rest of their text is taken to agree, as in a critical apparatus.
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

        The words of a text and those of a person are never the same thing; a paraphrase has the
        words of neither, and reported speech those of the source that reports it.
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
    """Where to look for words that are absent: a record that comes close to them.

    Its text may be a summary of ours, and is then nobody's words.
    """

    kind: LeadKind
    ref: ids.Ref
    text: str
    """The title, words or summary that come close."""

    def __str__(self) -> str:
        return f"closest {self.kind}: {self.ref}: {self.text}"


@final
@frozen(eq=False, repr=False, kw_only=True)
class Quotation(Value):
    """A quotation, and where its words stand in a corpus.

    Absent means: not in what the release holds, which for most texts is the title or a few
    clauses.
    """

    text: str
    """The quotation as it was given."""
    outcome: Outcome
    passages: tuple[Passage, ...] = ()
    """Where the whole of it stands, at most 20: the nearest first, then official words."""
    count: int = 0
    """In how many wordings and titles the whole of it stands."""
    parts: tuple[Passage, ...] = ()
    """Where pieces of it stand, in its own order, when they say more than any one passage."""
    paraphrases: tuple[Passage, ...] = ()
    """Reported speech that it follows: the words of a source or ours, not to be quoted."""
    elsewhere: tuple[Passage, ...] = ()
    """Where it stands outside of the text or the speaker to which it was ascribed."""
    leads: tuple[Lead, ...] = ()
    """Of an absent one: what comes close to it."""
    texts: int = 0
    """Of an absent one: how many texts were searched."""
    texts_by_title: int = 0
    """Of how many of these the title alone is held, and was searched."""
    reach: str = ""
    """Of an absent one: up to which day the release covers, where it says so."""
    not_held: str | None = None
    """Its language (BCP 47) or script (ISO 15924), where no wording in it is held."""
    places: tuple[tuple[int, int], ...] = ()
    """Where it stands in the article that was checked: from which character to which."""

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
            line += f", but {cut_off[0]!r} stands right before it"
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
            lines.append(f"no wording is held in {self.not_held}")
        return "\n".join(lines)
