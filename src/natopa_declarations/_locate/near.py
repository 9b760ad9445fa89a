"""Find texts that contain most words of a quotation."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from heapq import nlargest
from itertools import chain, pairwise, repeat
from math import log
from typing import NamedTuple, final

from ..model.quotations import Passage, VariantKind
from .alignment import Stretch, align
from .compounds import closed, compounds
from .explanations import explained
from .indexed import IndexedText, Prepared
from .passages import passage, with_ends
from .quote import Quote
from .tokens import Vocabulary, Word, keys_of, words

Candidate = tuple[IndexedText, Sequence[str]]
"""An indexed text, and its words in the form in which they are compared."""

FEWEST_AGREEING = 5
"""The fewest words that agree in a near passage: fewer may agree by chance.

Fewer are enough where only words that can change the sense differ, such as a number.
"""
FEWEST_BESIDE_A_NUMBER = 2
LEAST_AGREEMENT = 2 / 3
"""More than this share of the words agrees in a near passage."""
LEAST_AGREEMENT_OF_PARAPHRASE = 0.5
"""The same for a paraphrase, which is only pointed out and may resemble the quotation less."""

# How many of the rarest words of a quotation are looked up, and how many of the texts that
# share the most of them are then compared word by word.
_RAREST = 10
_CANDIDATES = 16
# A word in so many texts says little, if there are enough words in fewer texts.
_FREQUENT = 2_000
_ENOUGH = 4
# The rarest word weighs at most this many times as much as the commonest.
_MOST_TIMES = 4
# How many of the places that agree most are examined closely and returned.
_SHOWN = 5

_CLOSED_KINDS = frozenset(
    {VariantKind.NUMBER, VariantKind.QUANTIFIER, VariantKind.MODAL, VariantKind.NEGATION}
)


def near(quote: Quote, candidates: Iterable[Candidate], vocabulary: Vocabulary) -> list[Passage]:
    """Return the places with most words of the quotation, in no order."""
    keys = quote.keys
    aligned: list[_Aligned] = []
    for entry, lemma in candidates:
        readings = [keys_of(reading.text or "", vocabulary) for reading in entry.readings]
        if _most(keys, lemma, readings) >= _least(entry) * len(keys):
            aligned.append(_align_beside(entry, words(entry.text, vocabulary), quote))
    # To describe the differences takes longer than to count what agrees.
    best = sorted(aligned, key=lambda one: -one.agreement)[:_SHOWN]
    found = [(one.entry, passage(*one)) for one in best if one.agreement]
    return [one for entry, one in found if _is_near(one, _least(entry))]


@final
class _Aligned(NamedTuple):
    """A text and a quotation side by side."""

    entry: IndexedText
    run: Sequence[Word]
    quote: Quote
    stretches: Sequence[Stretch]

    @property
    def agreement(self) -> float:
        """The share of words that agree."""
        agreeing = sum([s.quoted_end - s.quoted_start for s in self.stretches if s.agrees])
        longer = [
            max(s.end - s.start, s.quoted_end - s.quoted_start)
            for s in self.stretches
            if not (s.agrees or s.omitted)
        ]
        return agreeing / (agreeing + sum(longer))


def _align_beside(entry: IndexedText, run: Sequence[Word], quote: Quote) -> _Aligned:
    """Align a quotation with the nearest place in a text."""
    theirs, ours = set(quote.keys), {word.key for word in run}
    run, quote = closed(run, theirs), quote.closed(ours)
    pieces = [[word.key for word in piece] for piece in quote.pieces()]
    stretches = with_ends(align([word.key for word in run], pieces), run, entry.text)
    return _Aligned(entry, run, quote, explained(entry, run, quote, stretches))


def _least(entry: IndexedText) -> float:
    return LEAST_AGREEMENT_OF_PARAPHRASE if entry.is_paraphrase else LEAST_AGREEMENT


def _is_near(one: Passage, least: float) -> bool:
    """Say whether too many words agree for it to be chance."""
    others = [variant for variant in one.variants if not variant.readings]
    if not others:
        return True
    if one.agreeing >= FEWEST_AGREEING and one.agreement > least:
        return True
    fewest = FEWEST_BESIDE_A_NUMBER + any(v.kind is not VariantKind.NUMBER for v in others)
    is_small = len(others) == 1 and others[0].kind in _CLOSED_KINDS and one.agreeing >= fewest
    return is_small and max(_length(others[0].lemma), _length(others[0].quoted)) <= 2


def _length(text: str) -> int:
    return len(text.split())


def _most(keys: Sequence[str], lemma: Sequence[str], readings: Sequence[Sequence[str]]) -> int:
    """Return how many words of the quotation can agree at most, in any order."""
    known = {*lemma, *[word for reading in readings for word in reading]}
    shared = [word in known for word in keys]
    if not all(shared):
        # Two words on one side may be one on the other.
        known.update(map("".join, pairwise(lemma)))
        shared = [word in known for word in keys]
        for number, (one, other) in enumerate(pairwise(keys)):
            if one + other in known:
                shared[number] = shared[number + 1] = True
    # A word of the text agrees with one of the quotation, or with two that it joins.
    return min(sum(shared), 2 * (len(lemma) + sum(map(len, readings))))


def candidates(
    prepared: Prepared, quote: Quote, allows: Callable[[IndexedText], bool] | None = None
) -> list[Candidate]:
    """Return the texts that share the most of the rarest words, best first."""
    having = prepared.having
    asked = {*quote.keys, *map("".join, compounds(quote.words))}
    known = [word for word in asked if word in having]
    rarest = sorted(known, key=lambda word: (len(having[word]), word))[:_RAREST]
    rare = [word for word in rarest if len(having[word]) <= _FREQUENT]
    chosen = rare if len(rare) >= _ENOUGH else rarest
    weights = [log(1 + len(prepared.entries) / len(having[word])) for word in chosen]
    # A rare word counts several times: among thousands of texts only counting is fast.
    least_weight = min(weights, default=1.0)
    times = [min(_MOST_TIMES, round(weight / least_weight)) for weight in weights]
    scores = Counter(
        chain.from_iterable([
            chain.from_iterable(repeat(having[word], many))
            for word, many in zip(chosen, times, strict=True)
        ])
    )  # fmt: skip
    if allows is not None:
        for number in [number for number in scores if not allows(prepared.entries[number])]:
            del scores[number]
    least = min(nlargest(_CANDIDATES, scores.values()), default=0)
    best = [number for number, score in scores.items() if score >= least]
    best.sort(key=lambda number: (-scores[number], number))
    return [(prepared.entries[number], prepared.keys(number)) for number in best[:_CANDIDATES]]
