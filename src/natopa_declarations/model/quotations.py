"""A quotation, and where its words stand."""

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
    """Every word stands there, in this order; words left out are marked by an ellipsis."""
    NEAR = "near"
    """Most words stand there; those that differ are named."""
    ABSENT = "absent"
    """Not in what the release holds, which may be a part of the text only."""


@final
@frozen(eq=False, repr=False, kw_only=True)
class Variant(Value):
    """Words of the wording, and what the quotation has in their place (textual criticism)."""

    lemma: str
    """The words of the wording; empty where the quotation adds words."""
    quoted: str
    """The words of the quotation; empty where it lacks words."""
    readings: tuple[Reading, ...] = ()
    """The known readings that explain it: another source has the words of the quotation."""

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
    """The clause or statement; for a title, the text or the edition that has it."""
    speaker: Person | None = None
    """Whose words they are: a person's, or None for the words of a text."""
    fidelity: words.Fidelity | None = None
    """How near they are to what was written or said; None for the English title of a text."""
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
    inference: str | None = None
    """Our reasoning about whose words these are, and in which text, where no source settles it."""

    @property
    def agreement(self) -> float:
        """The share of the words that agree, from 0 to 1."""
        return self.agreeing / self.words

    @property
    def witnesses(self) -> tuple[Source, ...]:
        """The sources that have a known reading for each of the differences.

        The rest of their text is taken to agree, as in a critical apparatus.
        """
        each = [
            dict.fromkeys([reading.citation.source for reading in variant.readings])
            for variant in self.variants
        ]
        first, *others = each or [{}]
        return tuple([source for source in first if all(source in other for other in others)])

    @property
    def whose(self) -> str:
        """Whose words they are, in a few words.

        The words of a text and those of a person are never the same thing, and a paraphrase
        has the words of neither.
        """
        if self.fidelity is words.Fidelity.PARAPHRASED:
            return "a paraphrase, not to be quoted"
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
class Quotation(Value):
    """A quotation, and where its words stand in a corpus.

    Absent means: not in what the release holds, which for most texts is the title or a few
    clauses.
    """

    text: str
    """The quotation as it was given."""
    outcome: Outcome
    passages: tuple[Passage, ...] = ()
    """Where the whole of it stands: the nearest first, then official words before translated."""
    parts: tuple[Passage, ...] = ()
    """Where pieces of it stand, in its own order, when they say more than any one passage."""
    paraphrases: tuple[Passage, ...] = ()
    """Reported speech that it follows: the words of a source or ours, not to be quoted."""

    def __str__(self) -> str:
        lines = [str(self.outcome), *map(str, self.passages)]
        lines += [f"in part: {passage}" for passage in self.parts]
        lines += [f"compare: {passage}" for passage in self.paraphrases]
        return "\n".join(lines)
