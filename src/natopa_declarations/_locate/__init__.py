"""Find the words of a quotation: where they are, whose they are, and what differs."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from .._messages import check_text
from ..errors import InvalidQuotationError
from ..model.quotations import Outcome, Passage, Quotation
from ..model.words import Fidelity
from .alignment import Stretch
from .exact import Spot, spots, whole
from .indexed import IndexedText, Prepared
from .leads import with_leads
from .near import FEWEST_AGREEING, LEAST_AGREEMENT, candidates, near
from .passages import passage, reading_passage
from .pieces import pieces, quoted_pieces
from .quote import Quote
from .tokens import words
from .witnesses import versions

Allows = Callable[[IndexedText], bool] | None

MOST_PASSAGES = 20
"""The most passages in an answer."""
_BY_FIDELITY = [None, Fidelity.OFFICIAL, Fidelity.QUOTED, Fidelity.TRANSLATED, Fidelity.REPORTED]


def locate(prepared: Prepared, text: str, allows: Allows = None) -> Quotation:
    """Say where the words of `text` are; `Corpus.locate` explains how they are compared.

    With `allows`, search only the wordings for which it returns true.
    """
    check_text(text, "a quotation")
    quote = Quote.of(text, prepared.vocabulary)
    if not quote.words:
        raise InvalidQuotationError(text, "the words of a quotation")
    return located(prepared, quote, allows, narrated=True)


def located(
    prepared: Prepared, quote: Quote, allows: Allows = None, *, narrated: bool = False
) -> Quotation:
    """Say where the words of a parsed quotation are.

    With `narrated`, only what is between quotation marks counts, if there are any.
    """
    found = _whole(prepared, quote, allows)
    if found.outcome not in {Outcome.NEAR, Outcome.ABSENT}:
        return found
    nearest = next(iter(found.passages), None)
    inside = quoted_pieces(quote) if narrated else []
    if nearest is not None and not inside and not _may_say_more(nearest):
        return found

    def find(piece: Quote) -> Quotation:
        return _whole(prepared, piece, allows)

    if inside:
        each = [find(piece) for piece in inside]
        outcome = max([one.outcome for one in each], key=list(Outcome).index)
        parts = [one.passages[0] for one in each if one.passages]
    else:
        parts = pieces(prepared, quote, find, allows)
        outcome = Outcome.ABSENT
    covered = sum([part.agreeing for part in parts])
    is_clean = not any(part.variants for part in parts)
    if nearest is not None and (covered, is_clean) <= (nearest.agreeing, False):
        return found
    if not inside and covered > LEAST_AGREEMENT * len(quote.words):
        outcome = Outcome.NEAR
    answer = Quotation(
        text=quote.text, outcome=outcome, parts=tuple(parts), paraphrases=found.paraphrases
    )
    return with_leads(prepared, quote, answer) if outcome is Outcome.ABSENT else answer


def _may_say_more(nearest: Passage) -> bool:
    """Say whether pieces of the quotation may be found elsewhere."""
    return any(len(variant.quoted.split()) >= FEWEST_AGREEING for variant in nearest.variants)


def _whole(prepared: Prepared, quote: Quote, allows: Allows) -> Quotation:
    """Say where the whole quotation is."""
    too_short = quote.is_too_short
    exact, readings, paraphrases, count = _exact(prepared, quote, allows, too_short=too_short)
    clean = [one for one in exact if not one.variants]
    similar: list[Passage] = []
    if exact:
        outcome, passages = Outcome.EXACT if clean else Outcome.NEAR, clean or exact
    elif readings:
        outcome, passages = Outcome.READING, readings
    elif too_short:
        outcome, passages = Outcome.TOO_SHORT, []
    else:
        found = near(quote, candidates(prepared, quote, allows), prepared.vocabulary)
        passages, reported = _split(found)
        outcome = Outcome.NEAR if passages else Outcome.ABSENT
        count, similar = len(passages), paraphrases or reported
    return Quotation(
        text=quote.text,
        outcome=outcome,
        passages=tuple(passages),
        count=count,
        paraphrases=tuple(similar),
    )


def _exact(
    prepared: Prepared, quote: Quote, allows: Allows, *, too_short: bool
) -> tuple[list[Passage], list[Passage], list[Passage], int]:
    """Return the places with all words: in wordings, in readings and in paraphrases.

    The last item counts the first kind, or else the second.
    """
    found = list(whole(prepared, quote, allows))
    if not too_short:
        known = {spot.line for spot in found}
        found += [one for one in spots(prepared, quote, allows) if one.line not in known]
    ours: list[Spot] = []
    theirs: list[Spot] = []
    paraphrased: list[Spot] = []
    for spot in found:
        if spot.line in prepared.witnesses:
            theirs.append(spot)
        else:
            reported = prepared.entries[spot.line].is_paraphrase
            (paraphrased if reported else ours).append(spot)

    def rank(spot: Spot) -> tuple[int, bool]:
        entry = prepared.entries[prepared.of_line[spot.line]]
        length = spot.spans[-1][1] - spot.spans[0][0]
        return _fidelity(entry.fidelity), length < len(entry.text.split())

    exact = [_passage(prepared, quote, one) for one in sorted(ours, key=rank)[:MOST_PASSAGES]]
    if exact:
        return exact, [], [], len(ours)
    read = [_reading(prepared, quote, one) for one in sorted(theirs, key=rank)]
    readings = [one for one in read if one is not None]
    paraphrases = [_passage(prepared, quote, one) for one in paraphrased[:MOST_PASSAGES]]
    return [], readings[:MOST_PASSAGES], paraphrases, len(readings)


def _passage(prepared: Prepared, quote: Quote, spot: Spot) -> Passage:
    """Return the place of a quotation in a wording that contains all its words."""
    entry = prepared.entries[prepared.of_line[spot.line]]
    found: list[Stretch] = []
    quoted = 0
    for (start, end), piece in zip(spot.spans, quote.pieces(), strict=True):
        if found and found[-1].end < start:
            left_out = (found[-1].end, start, quoted, quoted)
            found.append(Stretch(*left_out, agrees=False, omitted=True))
        found.append(Stretch(start, end, quoted, quoted + len(piece), agrees=True))
        quoted += len(piece)
    return passage(entry, words(entry.text, prepared.vocabulary), quote, found)


def _reading(prepared: Prepared, quote: Quote, spot: Spot) -> Passage | None:
    """Return the place of a quotation in a wording as one source reads it."""
    number = prepared.of_line[spot.line]
    entry = prepared.entries[number]
    before = prepared.of_line[len(prepared.entries) : spot.line].count(number)
    version = list(versions(entry.text, entry.language, entry.readings, prepared.vocabulary))[
        before
    ]
    run = words(entry.text, prepared.vocabulary)
    one = reading_passage(entry, run, quote, version, spot.spans)
    return None if one is None or any(not v.readings for v in one.variants) else one


def _split(found: Iterable[Passage]) -> tuple[list[Passage], list[Passage]]:
    """Return the words of texts and speakers, and the paraphrases, each nearest first."""
    passages: list[Passage] = []
    paraphrases: list[Passage] = []
    for one in sorted(found, key=_rank):
        reported = one.fidelity is Fidelity.PARAPHRASED
        (paraphrases if reported else passages).append(one)
    return passages, paraphrases


def _rank(one: Passage) -> tuple[float, int, bool]:
    """Return a sort key: the nearest first, then official words, then whole wordings."""
    return -one.agreement, _fidelity(one.fidelity), bool(one.prefix or one.suffix)


def _fidelity(fidelity: Fidelity | None) -> int:
    return _BY_FIDELITY.index(fidelity) if fidelity in _BY_FIDELITY else len(_BY_FIDELITY)
