"""Pieces of a quotation that no text contains as a whole."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

from ..model.quotations import Passage, Quotation
from .alignment import Stretch
from .indexed import IndexedText, Prepared
from .near import FEWEST_AGREEING, Candidate, candidates
from .passages import passage
from .quote import Quote
from .quoted import spans
from .tokens import words

SHORTEST_RUN = 8
"""The fewest words in a row that count as a piece."""
MOST_SENTENCES = 200
"""The most sentences of a quotation that are looked up one by one."""

_SENTENCE_END = re.compile(r"(?<![.\u2026]\.)(?<=[.!?;:])\s+|\n\s*\n")


def quoted_pieces(quote: Quote) -> list[Quote]:
    """Return what is between quotation marks, if a narrator's words surround it."""
    inside = [Quote.of(quote.text[start:end]) for start, end in spans(quote.text)]
    inside = [piece for piece in inside if piece.words]
    count = sum([len(piece.words) for piece in inside])
    if count == len(quote.words) or all(piece.is_too_short for piece in inside):
        return []
    return [piece for piece in inside if not piece.is_too_short]


def pieces(
    prepared: Prepared,
    quote: Quote,
    find: Callable[[Quote], Quotation],
    allows: Callable[[IndexedText], bool] | None,
) -> list[Passage]:
    """Return the places of sentences or long runs of words, in the order of the quotation."""
    found: list[Passage] = []
    sentences = _SENTENCE_END.split(quote.text)[:MOST_SENTENCES]
    for sentence in sentences:
        piece = Quote.of(sentence)
        if len(piece.words) < FEWEST_AGREEING:
            continue
        if len(sentences) > 1:
            passages = find(piece).passages
            if passages:
                found.append(passages[0])
                continue
        found += _runs(piece, candidates(prepared, piece, allows))
    return found


def _runs(piece: Quote, among: Iterable[Candidate]) -> list[Passage]:
    """Return the long runs of words that agree and do not overlap."""
    keys = piece.keys
    starts = {
        tuple(keys[at : at + SHORTEST_RUN]): at for at in range(len(keys) - SHORTEST_RUN + 1)
    }
    if not starts:
        return []
    runs: list[tuple[int, int, Passage]] = []
    for entry, lemma in among:
        if entry.is_paraphrase:
            continue
        at = 0
        while at <= len(lemma) - SHORTEST_RUN:
            quoted = starts.get(tuple(lemma[at : at + SHORTEST_RUN]))
            if quoted is None:
                at += 1
                continue
            size = SHORTEST_RUN
            while (
                lemma[at + size : at + size + 1] == keys[quoted + size : quoted + size + 1] != []
            ):
                size += 1
            stretch = Stretch(at, at + size, 0, size, agrees=True)
            run = words(entry.text)
            one = passage(entry, run, piece.part(quoted, quoted + size), [stretch])
            runs.append((quoted, size, one))
            at += size
    taken: list[tuple[int, int, Passage]] = []
    for quoted, size, one in sorted(runs, key=lambda run: (-run[1], run[0])):
        if all(quoted + size <= start or start + length <= quoted for start, length, _ in taken):
            taken.append((quoted, size, one))
    return [one for _, _, one in sorted(taken, key=lambda run: run[0])]
