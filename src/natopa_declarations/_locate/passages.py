"""A quotation aligned with a text: what agrees and what differs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

import attrs

from ..model.quotations import Passage, Variant, VariantKind
from ..model.wordings import Reading
from .alignment import Stretch
from .indexed import IndexedText
from .quote import Quote, cut, printable
from .senses import kind_of, left_out, negation_before
from .spelling import in_one_script
from .tokens import GAP, Word
from .witnesses import Version, places

Spans = Sequence[tuple[int, int]]

CONTEXT = 32
"""How many characters before and after a passage are returned."""
ENDS = ".!?;:"


def passage(
    entry: IndexedText, run: Sequence[Word], quote: Quote, stretches: Sequence[Stretch]
) -> Passage:
    """Return two aligned runs of words as a passage; `run` has the words of `entry`."""
    compared = agreeing = 0
    variants: list[Variant] = []
    omitted: list[str] = []
    for stretch in stretches:
        lemma = cut(entry.text, run, stretch.start, stretch.end)
        ours = run[stretch.start : stretch.end]
        theirs = quote.words[stretch.quoted_start : stretch.quoted_end]
        if stretch.omitted:
            if [word.key for word in ours] != [GAP]:
                omitted.append(lemma)
            swallowed = left_out(ours)
            if swallowed:
                variants.append(Variant(lemma=lemma, quoted=GAP, kind=swallowed[0]))
            continue
        compared += len(theirs) if stretch.agrees else max(len(ours), len(theirs))
        agreeing += len(theirs) if stretch.agrees else 0
        quoted = cut(quote.text, quote.words, stretch.quoted_start, stretch.quoted_end)
        if stretch.readings or not stretch.agrees:
            variants.append(
                Variant(
                    lemma=lemma,
                    quoted=printable(quoted),
                    kind=kind_of(ours, theirs, entry.text, quote.text),
                    readings=tuple([entry.readings[number] for number in stretch.readings]),
                )
            )
        else:
            variants += _look_alikes(entry.text, ours, quote.text, theirs)
    first, last = stretches[0].start, stretches[-1].end
    start, end = run[first].start, run[last - 1].end
    return Passage(
        ref=entry.ref,
        speaker=entry.speaker,
        fidelity=entry.fidelity,
        language=entry.language,
        citations=entry.citations,
        quoted=printable(cut(quote.text, quote.words, 0, len(quote.words))),
        exact=entry.text[start:end],
        prefix=entry.text[max(0, start - CONTEXT) : start],
        suffix=entry.text[end : end + CONTEXT],
        start=start,
        end=end,
        words=compared,
        agreeing=agreeing,
        variants=tuple(variants),
        omitted=tuple(omitted),
        readings=_other_readings(entry, run, stretches),
        cut_off=negation_before(run, entry.text, first),
        inference=entry.inference,
        is_name=entry.is_name,
    )


def reading_passage(
    entry: IndexedText, run: Sequence[Word], quote: Quote, version: Version, spans: Spans
) -> Passage | None:
    """Return the place of words as another source has them, or None if none is a reading."""
    found: list[Stretch] = []
    quoted = 0
    for (start, end), piece in zip(spans, quote.pieces(), strict=True):
        origins = version.origins[start:end]
        last = quoted + len(piece)
        if entry.is_paraphrase and not all(origin.reading is not None for origin in origins):
            return None
        for origin in origins:
            before = found[-1] if found else None
            if before is not None and before.end < origin.start and before.quoted_end == quoted:
                found.append(_between(entry, run, before.end, origin.start, quoted, quote))
            more = min(quoted + 1, last)
            known = () if origin.reading is None else (origin.reading,)
            if (
                before is not None
                and before.readings == known
                and not before.omitted
                and (before.end == origin.start or (known and before.start == origin.start))
            ):
                found[-1] = before._replace(end=origin.end, quoted_end=more)
            else:
                found.append(
                    Stretch(origin.start, origin.end, quoted, more, agrees=True, readings=known)
                )
            quoted = more
        if found and quoted < last:
            found[-1] = found[-1]._replace(quoted_end=last)
            quoted = last
    read = [entry.readings[number] for stretch in found for number in stretch.readings]
    if not read:
        return None
    one = passage(entry, run, quote, found)
    language = next((reading.language for reading in read if reading.language), entry.language)
    citations = tuple(dict.fromkeys([reading.citation for reading in read]))
    return attrs.evolve(one, fidelity=None, language=language, citations=citations)


def _between(
    entry: IndexedText, run: Sequence[Word], start: int, end: int, quoted: int, quote: Quote
) -> Stretch:
    """Return the words of the text between two adjacent words of a version."""
    omitted = quoted in quote.gaps
    lemma = [word.key for word in run]
    known = [
        number
        for number, first, last in places(entry.readings, lemma)
        if (first, last) == (start, end)
    ]
    empty = tuple([number for number in known if not entry.readings[number].text])
    return Stretch(start, end, quoted, quoted, agrees=not omitted, omitted=omitted, readings=empty)


def with_ends(stretches: Sequence[Stretch], run: Sequence[Word], text: str) -> list[Stretch]:
    """Align words that were added at either end with the words of the text there.

    Words of another sentence are not a counterpart.
    """
    found = list(stretches)
    last = found[-1]
    if not last.agrees and len(found) > 1:
        end = last.end
        more = last.quoted_end - last.quoted_start
        while end < len(run) and end - last.end < more and not _is_parted(run, text, end):
            end += 1
        found[-1] = last._replace(end=end)
    first = found[0]
    if not first.agrees and len(found) > 1:
        start, more = first.end, first.quoted_end - first.quoted_start
        while start > 0 and first.end - start < more and not _is_parted(run, text, start):
            start -= 1
        found[0] = first._replace(start=start)
    return found


def _is_parted(run: Sequence[Word], text: str, at: int) -> bool:
    """Say whether a sentence ends between the word before `at` and that word."""
    if at == 0 or run[at].key == GAP or run[at - 1].key == GAP:
        return True
    return any(mark in text[run[at - 1].end : run[at].start] for mark in ENDS)


def _look_alikes(
    lemma: str, ours: Sequence[Word], quoted: str, theirs: Sequence[Word]
) -> Iterator[Variant]:
    """Yield the words that contain letters of another script in the quotation."""
    if quoted.isascii():
        return
    for one, other in zip(ours, theirs, strict=False):
        here, there = lemma[one.start : one.end], quoted[other.start : other.end]
        if not there.isascii() and in_one_script(there) != there and there not in lemma:
            yield Variant(lemma=here, quoted=there, kind=VariantKind.LOOK_ALIKE)


def _other_readings(
    entry: IndexedText, run: Sequence[Word], stretches: Iterable[Stretch]
) -> tuple[Reading, ...]:
    """Return the readings of the words that the quotation and the text share."""
    if not entry.readings:
        return ()
    same = [(s.start, s.end) for s in stretches if s.agrees and not s.readings]
    numbers = {
        number
        for number, first, last in places(entry.readings, [word.key for word in run])
        if any(start < last and first < end for start, end in same)
    }
    return tuple([entry.readings[number] for number in sorted(numbers)])
