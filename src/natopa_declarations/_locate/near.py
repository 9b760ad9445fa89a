"""Find where most words of a quotation stand."""

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
from .passages import passage
from .quote import Quote
from .tokens import Vocabulary, Word, keys_of, words

Candidate = tuple[IndexedText, Sequence[str]]
"""Words that are held, and the forms in which they are compared."""

FEWEST_AGREEING = 5
"""The fewest words that agree in a passage that is near: fewer may agree by chance.

Where nothing differs but words that can change the sense, such as a number, fewer are enough.
"""
FEWEST_BESIDE_A_NUMBER = 2
LEAST_AGREEMENT = 2 / 3
"""The share of words that agree in a passage that is near is more than this."""
LEAST_AGREEMENT_OF_PARAPHRASE = 0.5
"""The same for a paraphrase: it is only pointed to, so it may be less like the quotation."""

# How many of the rarest words of a quotation are looked up, and how many of the texts that
# share the most of them are then compared word by word.
_RAREST = 10
_CANDIDATES = 16
# A word that so many texts have says little, where there are enough that fewer have.
_FREQUENT = 2_000
_ENOUGH = 4
# How many times the weight of the commonest word the rarest one has at most.
_MOST_TIMES = 4
# How many of the places that agree most are looked at closely, and returned.
_SHOWN = 5

_CLOSED_KINDS = frozenset(
    {VariantKind.NUMBER, VariantKind.QUANTIFIER, VariantKind.MODAL, VariantKind.NEGATION}
)


def near(quote: Quote, candidates: Iterable[Candidate], vocabulary: Vocabulary) -> list[Passage]:
    """Return the places that have most words of the quotation, in no order."""
    keys = quote.keys
    laid: list[_Laid] = []
    for entry, lemma in candidates:
        readings = [keys_of(reading.text or "", vocabulary) for reading in entry.readings]
        if _most(keys, lemma, readings) >= _least(entry) * len(keys):
            laid.append(_laid_beside(entry, words(entry.text, vocabulary), quote))
    # What is shown of a difference takes longer to find out than how much agrees.
    best = sorted(laid, key=lambda one: -one.agreement)[:_SHOWN]
    found = [(one.entry, passage(*one[:4])) for one in best]
    return [one for entry, one in found if _is_near(one, _least(entry))]


@final
class _Laid(NamedTuple):
    """A wording and a quotation side by side."""

    entry: IndexedText
    run: Sequence[Word]
    quote: Quote
    stretches: Sequence[Stretch]

    @property
    def agreement(self) -> float:
        """The share of the words that agree."""
        agreeing = sum([s.quoted_end - s.quoted_start for s in self.stretches if s.agrees])
        longer = [
            max(s.end - s.start, s.quoted_end - s.quoted_start)
            for s in self.stretches
            if not (s.agrees or s.omitted)
        ]
        return agreeing / (agreeing + sum(longer))


def _laid_beside(entry: IndexedText, run: Sequence[Word], quote: Quote) -> _Laid:
    """Lay a quotation beside the place in a wording that is nearest."""
    theirs, ours = set(quote.keys), {word.key for word in run}
    run, quote = closed(run, theirs), quote.closed(ours)
    pieces = [[word.key for word in piece] for piece in quote.pieces()]
    stretches = align([word.key for word in run], pieces)
    return _Laid(entry, run, quote, explained(entry, run, quote, stretches))


def _least(entry: IndexedText) -> float:
    return LEAST_AGREEMENT_OF_PARAPHRASE if entry.is_paraphrase else LEAST_AGREEMENT


def _is_near(one: Passage, least: float) -> bool:
    """Say whether so many words agree that it is not by chance."""
    others = [variant for variant in one.variants if not variant.readings]
    if not others:
        return 0 < one.agreeing == one.words
    if one.agreeing >= FEWEST_AGREEING and one.agreement > least:
        return True
    fewest = FEWEST_BESIDE_A_NUMBER + any(v.kind is not VariantKind.NUMBER for v in others)
    is_small = len(others) == 1 and others[0].kind in _CLOSED_KINDS and one.agreeing >= fewest
    return is_small and max(_length(others[0].lemma), _length(others[0].quoted)) <= 2


def _length(text: str) -> int:
    return len(text.split())


def _most(keys: Sequence[str], lemma: Sequence[str], readings: Sequence[Sequence[str]]) -> int:
    """Return how many words of the quotation can agree at most, wherever they stand."""
    known = {*lemma, *[word for reading in readings for word in reading]}
    shared = [word in known for word in keys]
    if not all(shared):
        # What is two words on one side may be one on the other.
        known.update(map("".join, pairwise(lemma)))
        shared = [word in known for word in keys]
        for number, (one, other) in enumerate(pairwise(keys)):
            if one + other in known:
                shared[number] = shared[number + 1] = True
    # A word of the wording agrees with one of the quotation, or with two that it joins.
    return min(sum(shared), 2 * (len(lemma) + sum(map(len, readings))))


def candidates(
    prepared: Prepared, quote: Quote, allows: Callable[[IndexedText], bool] | None = None
) -> list[Candidate]:
    """Return what shares the rarest words with the quotation, the most first."""
    having = prepared.having
    asked = {*quote.keys, *map("".join, compounds(quote.words))}
    known = [word for word in asked if word in having]
    rarest = sorted(known, key=lambda word: (len(having[word]), word))[:_RAREST]
    rare = [word for word in rarest if len(having[word]) <= _FREQUENT]
    chosen = rare if len(rare) >= _ENOUGH else rarest
    weights = [log(1 + len(prepared.entries) / len(having[word])) for word in chosen]
    # A word that is rare counts several times: to count is all that is quick among thousands.
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
