"""Where the words of a quotation stand, in whose words, and what differs."""

from __future__ import annotations

import re
from bisect import bisect_right
from heapq import nsmallest
from math import log
from typing import TYPE_CHECKING

from ._alignment import Stretch, align
from ._errors import InvalidQuotationError
from ._model.quotations import Quotation
from ._model.words import Fidelity, Outcome
from ._passages import Given, passage, variants
from ._running_words import words

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from ._held_words import Held, Prepared
    from ._model.quotations import Passage

FEWEST_WORDS = 3
"""The fewest words of a quotation; of one with ellipses, on average between them."""
FEWEST_WORDS_OF_NEAR = 5
"""The fewest words of a quotation that may be near."""
LEAST_AGREEMENT = 0.6
"""The least share of words that agree in a passage that is near."""
LEAST_AGREEMENT_OF_PARAPHRASE = 0.5
"""The same for a paraphrase: it is only pointed to, so it may be less like the quotation."""
SHORTEST_RUN = 8
"""The fewest words in a row that make a part, where the rest stands nowhere."""
MOST_NEAR = 5
"""The most passages that are given for a near quotation."""

_QUOTATION_MARKS = re.compile("[\"\u201c-\u201f\u00ab\u00bb]|''|``|<<|>>")
_SENTENCE_END = re.compile(r"(?<![.\u2026]\.)(?<=[.!?;:])\s+|\n\s*\n")
# How many of the rarest words of a quotation are looked up, and how many of the texts that
# share the most of them are then compared word by word.
_RAREST = 10
_CANDIDATES = 16
_BY_FIDELITY = [None, Fidelity.OFFICIAL, Fidelity.QUOTED, Fidelity.TRANSLATED]


def locate(prepared: Prepared, quote: str) -> Quotation:
    """Say where the words of `quote` stand; `Corpus.locate` says how they are compared."""
    given = Given.of(quote)
    _check(given)
    passages, paraphrases = _told_apart(_exact(prepared, given))
    if not passages:
        passages, reported = _told_apart(_near(prepared, given))
        paraphrases = paraphrases or reported
    parts: list[Passage] = []
    if passages:
        outcome = Outcome.NEAR if passages[0].differences else Outcome.EXACT
    else:
        parts, reported = _told_apart(_parts(prepared, given))
        paraphrases = paraphrases or _nearest_of_each(reported)
        covered = sum([part.agreeing for part in parts])
        enough = covered >= LEAST_AGREEMENT * len(given.words)
        outcome = Outcome.NEAR if enough else Outcome.ABSENT
    return Quotation(
        text=quote,
        outcome=outcome,
        passages=tuple(passages[:MOST_NEAR] if outcome == Outcome.NEAR else passages),
        parts=tuple(parts),
        paraphrases=tuple(paraphrases),
    )


def _check(given: Given) -> None:
    """Refuse what has too few words to say where they come from."""
    if not given.words:
        raise InvalidQuotationError(given.text, "the words of a quotation")
    if len(given.words) < FEWEST_WORDS * (len(given.gaps) + 1):
        each = ", and as many for each ellipsis" if given.gaps else ""
        raise InvalidQuotationError(
            given.text, f"a quotation of at least {FEWEST_WORDS} words{each}"
        )


def _told_apart(found: Iterable[Passage]) -> tuple[list[Passage], list[Passage]]:
    """Return the words of texts and speakers, and the paraphrases."""
    passages: list[Passage] = []
    paraphrases: list[Passage] = []
    for one in found:
        reported = one.fidelity is Fidelity.PARAPHRASED
        (paraphrases if reported else passages).append(one)
    return passages, paraphrases


def _nearest_of_each(found: Iterable[Passage]) -> list[Passage]:
    """Return the nearest passage of each place."""
    nearest: dict[str, Passage] = {}
    for one in found:
        known = nearest.setdefault(one.ref, one)
        if one.agreement > known.agreement:
            nearest[one.ref] = one
    return list(nearest.values())


def _rank(one: Passage) -> tuple[float, int, bool]:
    """Return what sorts the nearest first, then official words, then whole wordings."""
    fidelity = _BY_FIDELITY.index(one.fidelity) if one.fidelity in _BY_FIDELITY else 9
    return -one.agreement, fidelity, bool(one.prefix or one.suffix)


def _exact(prepared: Prepared, given: Given) -> list[Passage]:
    """Return the places that have all letters of the quotation, from word to word."""
    folded = given.folded()
    pieces = ["".join(folded[start:end]) for start, end in given.pieces()]
    longest = max(pieces, key=len)
    found: list[Passage] = []
    at = prepared.letters.find(longest)
    while at >= 0:
        held = prepared.held[bisect_right(prepared.starts, at) - 1]
        run = words(held.text)
        spans = _spans([word.folded for word in run], pieces)
        if spans:
            found.append(passage(held, run, given, _stretches(spans, given)))
        end = prepared.letters.find("\n", at)
        at = prepared.letters.find(longest, end) if end >= 0 else -1
    return sorted(found, key=_rank)


def _spans(run: Sequence[str], pieces: Iterable[str]) -> list[tuple[int, int]]:
    """Return from which word to which each piece stands, one after the other, or nothing."""
    starts, ends, length = {}, {}, 0
    for number, word in enumerate(run):
        starts[length] = number
        length += len(word)
        ends[length] = number + 1
    letters, at = "".join(run), 0
    spans: list[tuple[int, int]] = []
    for piece in pieces:
        at = letters.find(piece, at)
        while at >= 0 and not (at in starts and at + len(piece) in ends):
            at = letters.find(piece, at + 1)
        if at < 0:
            return []
        spans.append((starts[at], ends[at + len(piece)]))
        at += len(piece)
    return spans


def _stretches(spans: Iterable[tuple[int, int]], given: Given) -> list[Stretch]:
    """Return what `align` would, for pieces that agree in full."""
    stretches: list[Stretch] = []
    for (start, end), (quoted_start, quoted_end) in zip(spans, given.pieces(), strict=True):
        if stretches and stretches[-1].end < start:
            left_out = (stretches[-1].end, start, quoted_start, quoted_start)
            stretches.append(Stretch(*left_out, agrees=False, omitted=True))
        stretches.append(Stretch(start, end, quoted_start, quoted_end, agrees=True))
    return stretches


def _near(prepared: Prepared, given: Given) -> list[Passage]:
    """Return the places that have most words of the quotation, the nearest first."""
    if len(given.words) < FEWEST_WORDS_OF_NEAR:
        return []
    quote = given.folded()
    found: list[Passage] = []
    for held in _candidates(prepared, quote):
        run = words(held.text)
        lemma = [word.folded for word in run]
        readings = list(variants(held, lemma))
        known = {word for reading in readings for word in reading.words}.union(lemma)
        # A bound that is cheap to reckon; it leaves room for words that are spaced otherwise.
        if 2 * sum([word in known for word in quote]) < len(quote):
            continue
        reported = held.fidelity is Fidelity.PARAPHRASED
        least = LEAST_AGREEMENT_OF_PARAPHRASE if reported else LEAST_AGREEMENT
        one = passage(held, run, given, align(lemma, quote, given.gaps, readings))
        if one.agreement >= least:
            found.append(one)
    return sorted(found, key=_rank)


def _candidates(prepared: Prepared, quote: Iterable[str]) -> list[Held]:
    """Return what shares the rarest words with the quotation, the most first."""
    having = prepared.having
    known = [word for word in dict.fromkeys(quote) if word in having]
    scores: dict[int, float] = {}
    for word in nsmallest(_RAREST, known, key=lambda word: len(having[word])):
        weight = log(1 + len(prepared.held) / len(having[word]))
        for number in having[word]:
            scores[number] = scores.get(number, 0.0) + weight
    best = nsmallest(_CANDIDATES, scores, key=lambda number: (-scores[number], number))
    return [prepared.held[number] for number in best]


def _parts(prepared: Prepared, given: Given) -> list[Passage]:
    """Return where pieces of the quotation stand, in its own order.

    A piece is what stands between quotation marks, or else a sentence, or else a run of words.
    """
    parts: list[Passage] = []
    for text in _QUOTATION_MARKS.split(given.text):
        whole = [] if text == given.text else _near(prepared, Given.of(text))
        if _told_apart(whole)[0]:
            parts += _told_apart(whole)[0][:1]
            continue
        for sentence in _SENTENCE_END.split(text):
            piece = Given.of(sentence)
            passages, paraphrases = _told_apart(_near(prepared, piece))
            parts += passages[:1] or [*_runs(prepared, piece), *paraphrases[:1]]
    return parts


def _runs(prepared: Prepared, piece: Given) -> list[Passage]:
    """Return the long runs of words that agree, none of them over another."""
    if len(piece.words) < SHORTEST_RUN:
        return []
    from difflib import SequenceMatcher

    quote = piece.folded()
    runs: list[tuple[int, int, Passage]] = []
    matcher = SequenceMatcher(None, b=quote, autojunk=False)
    for held in _candidates(prepared, quote):
        if held.fidelity is Fidelity.PARAPHRASED:
            continue
        run = words(held.text)
        matcher.set_seq1([word.folded for word in run])
        for start, quoted, size in matcher.get_matching_blocks():
            if size >= SHORTEST_RUN:
                stretch = Stretch(start, start + size, 0, size, agrees=True)
                part = piece.part(quoted, quoted + size)
                runs.append((quoted, size, passage(held, run, part, [stretch])))
    taken: list[tuple[int, int, Passage]] = []
    for quoted, size, one in sorted(runs, key=lambda run: (-run[1], run[0])):
        if all(quoted + size <= start or start + length <= quoted for start, length, _ in taken):
            taken.append((quoted, size, one))
    return [one for _, _, one in sorted(taken, key=lambda run: run[0])]
