"""A quotation and a checked article as outlines: verdicts, places, and what differs."""

from __future__ import annotations

from ..model.ids import record_of
from .blocks import Item, Outline, Piece, joined, line, listed, section
from .fields import NOT_QUOTED, advised, entry, remarks, rest, said
from .phrases import capital, counted, in_words

TYPE_CHECKING = not __name__
if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..model.articles import Check
    from ..model.quotations import Passage, Quotation, Variant
    from .blocks import Block, Line, Section
    from .view import View

SIDES = "Words that differ: [of the record] {of the quotation}"
READINGS = "Other sources read:"
PLACES = {"passages": "", "parts": "Pieces of it that stand there",
          "paraphrases": "Reports and paraphrases that it follows",
          "elsewhere": "Where it stands besides"}  # fmt: skip
"""The headings of the passages of a quotation, by the field that has them."""
SAID = {"text", "outcome", "count", "leads", "texts", "texts_by_title", "reach", "not_held",
        "places", *PLACES}  # fmt: skip
"""The fields of a quotation that are said in words of their own."""
KNOWN = {"ref", "speaker", "citations", "quoted", "exact", "prefix", "suffix", "start", "end",
         "words", "agreeing", "is_name"}  # fmt: skip
"""The fields of a passage that its words and the line below them say."""
PARTED = {"variants", "readings", "inference"}
"""The fields of a passage that follow that line."""


def quotation(view: View, value: Quotation) -> Outline:
    """Return what came of locating a quotation, and each passage with its words and marks."""
    found: list[Block] = []
    for name, title in PLACES.items():
        inner = [block for one in getattr(value, name) for block in _passage(view, one)]
        found += section(title, inner) if title else inner
    found += [*_more(view, value), *rest(view, value, *SAID), *_advised(view, value)]
    # What can change the sense stands in the first line.
    outcome, _, phrase = value.headline.partition(" ")
    return Outline(outcome, phrase, in_words(value.outcome), tuple(found))


def check(view: View, value: Check) -> Outline:
    """Return the counts, and a verdict for each quotation with what it rests on."""
    items = []
    for one in value.quotations:
        words = line(Piece(" ".join(one.text.split()), "words"))
        details = listed(_details(view, one))
        items.append(Item(line(Piece(one.headline, "strong")), (words, *details)))
    more = rest(view, value, "text", "quotations")
    found: tuple[Block, ...] = (*more, *listed(items, "%d."), *_advised(view, *value.quotations))
    outcome, _, phrase = value.headline.partition(" ")
    return Outline(outcome, phrase, "", found)


def _advised(view: View, *quotations: Quotation) -> tuple[Section, ...]:
    """Return what was found wrong since in the records where quotations stand."""
    passages = [one for each in quotations for name in PLACES for one in getattr(each, name)]
    return advised(view, [passage.ref for passage in passages])


def _more(view: View, value: Quotation) -> Iterator[Line]:
    """Yield how many places there are, and where to look for words that are absent."""
    if value.count > len(value.passages) > 0:
        yield line(f"These are {len(value.passages)} of {counted(value.count, 'place')}.")
    for lead in value.leads:
        closest = "Nearest title" if lead.kind == "title" else f"Closest {lead.kind}"
        detail = line(Piece(lead.ref, "part", lead.ref), f", {lead.text}")
        more = rest(view, lead, "kind", "ref", "text")
        yield line(Piece(f"{closest}: ", "strong"), joined([detail, *more]))
    if value.texts:
        yield line(f"Of {value.texts_by_title} of the {counted(value.texts, 'text')} searched,"
                   " the title alone is held.")  # fmt: skip
    if value.reach:
        yield line(f"{capital(value.reach)}.")
    if value.not_held:
        yield line(f"No wording in this language or script is held: {value.not_held}.")


def _details(view: View, value: Quotation) -> Iterator[Line]:
    """Yield what a verdict of an article rests on, in a line each."""
    for passage in value.passages[:1]:
        yield _source(view, passage, view.content(passage, "fidelity"))
        for variant in passage.variants:
            yield _variant(view, variant).line
        if passage.omitted:
            yield line("left out: ", view.content(passage, "omitted"))
    for part in value.parts:
        words = line(Piece(part.exact, "words"), ", ")
        yield line(words, _source(view, part, view.content(part, "fidelity")))
    for paraphrase in value.paraphrases[:1]:
        yield line("compare ", _source(view, paraphrase, view.content(paraphrase, "fidelity")))
    if len(value.places) > 1:
        yield line(f"quoted {len(value.places)} times")
    yield from _more(view, value)


def _source(view: View, value: Passage, *facts: Line) -> Line:
    """Return where words stand, whose they are, these facts, and where the words were read."""
    place = (view.link(value.ref, "part"),)
    return joined([place, _whose(view, value), *facts, view.content(value, "citations")])


def _passage(view: View, value: Passage) -> Iterator[Block]:
    """Yield a passage: where, in whose words, how faithful, and what differs."""
    around = ("… " if value.prefix else "", " …" if value.suffix else "")
    words = Piece(f"{around[0]}{value.exact}{around[1]}", "words", language=value.language)
    reported = value.fidelity in NOT_QUOTED
    rows = rest(view, value, *KNOWN, *PARTED)
    if value.variants and not reported:
        rows.append(line(f"{value.agreeing} of {value.words} words agree"))
    yield said((words,), _source(view, value, *rows), value.fidelity)
    if reported:
        return
    if value.variants:
        yield line(SIDES)
        yield from listed([_variant(view, one) for one in value.variants])
    if value.readings:
        yield line(READINGS)
        yield from listed([entry(view, one) for one in value.readings])
    if value.witnesses:
        named = " or ".join([source.publisher for source in value.witnesses])
        yield line(f"Every difference is a reading of one source: {named}.")
    yield from remarks(view, value)


def _variant(view: View, value: Variant) -> Item:
    """Return the two sides of a difference, and who is known to read as the quotation does."""
    more = entry(view, value, ("lemma", "quoted", "kind", "readings"))
    sides = line(Piece(value.lemma, "old"), " ", Piece(value.quoted, "new"))
    kind = line(f"({in_words(value.kind)})") if value.changes_sense else ()
    marks = joined([view.content(one, "citation") for one in value.readings], " ")
    known = line("a known reading ", marks) if marks else ()
    return Item(joined([sides, more.line, kind, known], " "), more.blocks)


def _whose(view: View, value: Passage) -> Line:
    """Return whose words they are, by name."""
    if value.is_name:
        return line("a name")
    if value.speaker is not None:
        said = view.find(record_of(value.ref))
        capacity = getattr(said, "capacity", None)
        verb = "reported of" if value.fidelity in NOT_QUOTED else "said by"
        return line(f"{verb} {value.speaker.name}", f", {capacity}" if capacity else None)
    name = view.link(view.find(record_of(value.ref)) or record_of(value.ref))
    if "#" not in value.ref:
        return line("the title of an edition of " if "@" in value.ref else "the title of ", name)
    inferred = getattr(view.find(value.ref), "inference", None)
    return line("the text of ", name, ", by inference" if inferred else None)
