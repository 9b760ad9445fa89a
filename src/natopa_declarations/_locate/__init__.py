"""Where the words of a quotation stand, in whose words, and what differs."""

from __future__ import annotations

import re
from bisect import bisect_right
from heapq import nlargest
from itertools import pairwise
from math import log
from typing import TYPE_CHECKING

from ..errors import InvalidQuotationError, check_text
from ..model.quotations import Outcome, Quotation
from ..model.words import Fidelity
from .alignment import Stretch, align
from .passages import Given, alternatives, passage
from .tokens import words

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

    from ..model.quotations import Passage
    from .held import Held, Prepared
    from .tokens import Word

    _Candidate = tuple[Held, Sequence[Word]]

FEWEST_WORDS = 3
"""The fewest words of a quotation; of one with ellipses, on average between them."""
FEWEST_AGREEING = 5
"""The fewest words that agree in a passage that is near: fewer may agree by chance.

Where known readings account for all that differs, there is no chance in it, and any number do.
"""
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
# A word that so many texts have says little, where there are enough that fewer have.
_FREQUENT = 2_000
_ENOUGH = 4
_BY_FIDELITY = [None, Fidelity.OFFICIAL, Fidelity.QUOTED, Fidelity.TRANSLATED]


def locate(prepared: Prepared, quote: str) -> Quotation:
    """Say where the words of `quote` stand; `Corpus.locate` says how they are compared."""
    check_text(quote, "a quotation")
    given = Given.of(quote)
    _check(given)
    passages, paraphrases = _told_apart(_exact(prepared, given))
    if passages:
        return _quotation(quote, Outcome.EXACT, passages, paraphrases=paraphrases)
    passages, reported = _told_apart(_near(given, _candidates(prepared, given)))
    paraphrases = paraphrases or reported
    if passages and not passages[0].variants:
        passages = [one for one in passages if not one.variants]
        return _quotation(quote, Outcome.EXACT, passages, paraphrases=paraphrases)
    if passages and not _may_say_more(passages[0], quote):
        return _quotation(quote, Outcome.NEAR, passages[:MOST_NEAR], paraphrases=paraphrases)
    parts, told = _told_apart(_parts(prepared, given))
    paraphrases = paraphrases or _nearest_of_each(told)
    if passages and not _say_more(parts, passages[0]):
        return _quotation(quote, Outcome.NEAR, passages[:MOST_NEAR], paraphrases=paraphrases)
    covered = sum([part.agreeing for part in parts])
    enough = covered >= LEAST_AGREEMENT * len(given.words)
    outcome = Outcome.NEAR if enough else Outcome.ABSENT
    return _quotation(quote, outcome, parts=parts, paraphrases=paraphrases)


def _quotation(
    text: str,
    outcome: Outcome,
    passages: Iterable[Passage] = (),
    *,
    parts: Iterable[Passage] = (),
    paraphrases: Iterable[Passage] = (),
) -> Quotation:
    return Quotation(
        text=text,
        outcome=outcome,
        passages=tuple(passages),
        parts=tuple(parts),
        paraphrases=tuple(paraphrases),
    )


def _may_say_more(nearest: Passage, quote: str) -> bool:
    """Say whether it is worth while to look for pieces of the quotation elsewhere."""
    added = [variant.quoted.split() for variant in nearest.variants]
    marked = _QUOTATION_MARKS.search(quote) is not None
    return marked or any(len(more) >= FEWEST_AGREEING for more in added)


def _say_more(parts: Sequence[Passage], nearest: Passage) -> bool:
    """Say whether the pieces account for more of the quotation than its nearest passage does.

    Where they account for as much, they say more if nothing in them differs.
    """
    covered = sum([part.agreeing for part in parts])
    clean = not any(part.variants for part in parts)
    return covered > nearest.agreeing or (covered == nearest.agreeing and clean)


def _check(given: Given) -> None:
    """Refuse what has too few words to say where they come from."""
    if not given.words:
        raise InvalidQuotationError(given.text, "the words of a quotation")
    fewest, ellipses = FEWEST_WORDS * (len(given.gaps) + 1), len(given.gaps)
    if len(given.words) < fewest:
        what = "a quotation (for fewer there is search)"
        if ellipses:
            what = f"a quotation with {ellipses} ellips{'is' if ellipses == 1 else 'es'}"
        raise InvalidQuotationError(given.text, f"at least {fewest} words for {what}")


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


def _near(given: Given, candidates: Iterable[_Candidate]) -> list[Passage]:
    """Return the places that have most words of the quotation, the nearest first."""
    quote = given.folded()
    found: list[Passage] = []
    for held, run in candidates:
        lemma = [word.folded for word in run]
        readings = list(alternatives(held, lemma))
        known = {word for reading in readings for word in reading.words}.union(lemma)
        reported = held.fidelity is Fidelity.PARAPHRASED
        least = LEAST_AGREEMENT_OF_PARAPHRASE if reported else LEAST_AGREEMENT
        # At most so many words can agree: each of the wording, even where the quotation parts it
        # in two, and those of the readings.
        most = 2 * len(lemma) + sum([len(reading.words) for reading in readings])
        if min(most, _shared(quote, lemma, known)) < least * len(quote):
            continue
        one = passage(held, run, given, align(lemma, quote, given.gaps, readings))
        enough = one.agreeing >= FEWEST_AGREEING or one.agreeing == one.words
        if enough and one.agreement >= least:
            found.append(one)
    return sorted(found, key=_rank)


def _shared(quote: Sequence[str], lemma: Iterable[str], known: Collection[str]) -> int:
    """Return how many words of the quotation can agree at most, wherever they stand."""
    joined = {one + other for one, other in pairwise(lemma)}
    shared = [word in known or word in joined for word in quote]
    for number, (one, other) in enumerate(pairwise(quote)):
        if one + other in known:
            shared[number] = shared[number + 1] = True
    return sum(shared)


def _candidates(prepared: Prepared, given: Given) -> list[_Candidate]:
    """Return what shares the rarest words with the quotation, the most first."""
    having = prepared.having
    known = {word for word in given.folded() if word in having}
    scores: dict[int, float] = {}
    rarest = sorted(known, key=lambda word: (len(having[word]), word))[:_RAREST]
    rare = [word for word in rarest if len(having[word]) <= _FREQUENT]
    for word in rare if len(rare) >= _ENOUGH else rarest:
        weight = log(1 + len(prepared.held) / len(having[word]))
        for number in having[word]:
            scores[number] = scores.get(number, 0.0) + weight
    least = min(nlargest(_CANDIDATES, scores.values()), default=0.0)
    best = [number for number, score in scores.items() if score >= least]
    best.sort(key=lambda number: (-scores[number], number))
    found = [prepared.held[number] for number in best[:_CANDIDATES]]
    return [(held, words(held.text)) for held in found]


def _parts(prepared: Prepared, given: Given) -> list[Passage]:
    """Return where pieces of the quotation stand, in its own order.

    A piece is what stands between quotation marks, or else a sentence, or else a run of words.
    """
    parts: list[Passage] = []
    for text in _QUOTATION_MARKS.split(given.text):
        segment = Given.of(text)
        if len(segment.words) < FEWEST_AGREEING:
            continue
        if text != given.text:
            passages, _ = _told_apart(_near(segment, _candidates(prepared, segment)))
            if passages:
                parts.append(passages[0])
                continue
        for sentence in _SENTENCE_END.split(text):
            piece = Given.of(sentence)
            candidates = _candidates(prepared, piece)
            passages, paraphrases = _told_apart(_near(piece, candidates))
            parts += passages[:1] or [*_runs(piece, candidates), *paraphrases[:1]]
    return parts


def _runs(piece: Given, candidates: Iterable[_Candidate]) -> list[Passage]:
    """Return the long runs of words that agree, none of them over another."""
    if len(piece.words) < SHORTEST_RUN:
        return []
    from difflib import SequenceMatcher

    quote = piece.folded()
    runs: list[tuple[int, int, Passage]] = []
    matcher = SequenceMatcher(None, b=quote, autojunk=False)
    for held, run in candidates:
        lemma = [word.folded for word in run]
        reported = held.fidelity is Fidelity.PARAPHRASED
        if reported or len(set(quote).intersection(lemma)) < SHORTEST_RUN // 2:
            continue
        matcher.set_seq1(lemma)
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
