"""Where most words of a quotation stand."""

from __future__ import annotations

from heapq import nlargest
from itertools import pairwise
from math import log
from typing import TYPE_CHECKING

from ..model.quotations import VariantKind
from .alignment import align
from .compounds import closed, compounds
from .passages import passage
from .explanations import explained
from .tokens import words
from .witnesses import places

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Sequence

    from ..model.quotations import Passage
    from .given import Given
    from .held import Held, Prepared
    from .tokens import Word

    Candidate = tuple[Held, Sequence[Word]]

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

_CLOSED_KINDS = frozenset(
    {VariantKind.NUMBER, VariantKind.QUANTIFIER, VariantKind.MODAL, VariantKind.NEGATION}
)


def near(given: Given, candidates: Iterable[Candidate]) -> list[Passage]:
    """Return the places that have most words of the quotation, in no order."""
    found: list[Passage] = []
    for held, run in candidates:
        one = _compared(held, run, given)
        if one is not None:
            found.append(one)
    return found


def _compared(held: Held, run: Sequence[Word], given: Given) -> Passage | None:
    """Return the place in one wording that is nearest, if it is near."""
    lemma, quote = [word.key for word in run], given.keys
    least = LEAST_AGREEMENT_OF_PARAPHRASE if held.is_paraphrase else LEAST_AGREEMENT
    known = {*lemma, *map("".join, compounds(run))}
    most = len(run)
    for number in {number for number, _, _ in places(held.readings, lemma)}:
        there = [word.key for word in words(held.readings[number].text or "")]
        known.update(there)
        most += len(there)
    if min(_shared(quote, known), most + len(given.pieces())) < least * len(quote):
        return None
    run, given = closed(run, set(quote)), given.closed(set(lemma))
    pieces = [[word.key for word in piece] for piece in given.pieces()]
    stretches = align([word.key for word in run], pieces)
    one = passage(held, run, given, explained(held, run, given, stretches))
    return one if _is_near(one, least) else None


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


def _shared(quote: Sequence[str], known: Collection[str]) -> int:
    """Return how many words of the quotation can agree at most, wherever they stand."""
    shared = [word in known for word in quote]
    for number, (one, other) in enumerate(pairwise(quote)):
        if one + other in known:
            shared[number] = shared[number + 1] = True
    return sum(shared)


def candidates(
    prepared: Prepared, given: Given, allows: Callable[[Held], bool] | None = None
) -> list[Candidate]:
    """Return what shares the rarest words with the quotation, the most first."""
    having = prepared.having
    known = {*given.keys, *map("".join, compounds(given.words))}.intersection(having)
    scores: dict[int, float] = {}
    rarest = sorted(known, key=lambda word: (len(having[word]), word))[:_RAREST]
    rare = [word for word in rarest if len(having[word]) <= _FREQUENT]
    for word in rare if len(rare) >= _ENOUGH else rarest:
        weight = log(1 + len(prepared.held) / len(having[word]))
        for number in having[word]:
            scores[number] = scores.get(number, 0.0) + weight
    if allows is not None:
        scores = {number: score for number, score in scores.items() if allows(prepared.held[number])}
    least = min(nlargest(_CANDIDATES, scores.values()), default=0.0)
    best = [number for number, score in scores.items() if score >= least]
    best.sort(key=lambda number: (-scores[number], number))
    found = [prepared.held[number] for number in best[:_CANDIDATES]]
    return [(held, words(held.text, prepared.vocabulary)) for held in found]
