"""A quotation, and where its words stand, as plain text of 80 columns."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..model.ids import record_of
from ..model.words import Fidelity
from .page import Page
from .records import write_reading

if TYPE_CHECKING:
    from .._corpus.corpus import Corpus
    from ..model.quotations import Passage, Quotation, Variant

FIDELITIES = {
    Fidelity.OFFICIAL: "official: the publisher's own edition",
    Fidelity.QUOTED: "quoted: the source has them in quotation marks, as an official one has them",
    Fidelity.TRANSLATED: "translated, often there and back: not the official words",
    Fidelity.PARAPHRASED: "a paraphrase: nobody's words, not to be quoted",
}


def show(quotation: Quotation, corpus: Corpus) -> str:
    """Return what came of locating `quotation`, with the sources."""
    page = Page()
    page.write(quotation.headline, 0)
    for passage in quotation.passages:
        _show(page, passage, corpus)
    if quotation.count > len(quotation.passages) > 0:
        page.write(f"These are {len(quotation.passages)} of {quotation.count} places.", 0)
    for heading, passages in (
        ("Pieces of it that stand there", quotation.parts),
        ("Paraphrases that it follows", quotation.paraphrases),
        ("Where it stands besides", quotation.elsewhere),
    ):
        if passages:
            page.heading(heading, 0)
        for passage in passages:
            _show(page, passage, corpus)
    for lead in quotation.leads:
        page.write(str(lead), 0)
    if quotation.texts:
        page.write(
            f"Of {quotation.texts_by_title} of the {quotation.texts} texts searched the title"
            " alone is held.", 0
        )  # fmt: skip
    if quotation.not_held:
        page.write(f"No wording in the language or script {quotation.not_held} is held.", 0)
    return page.whole()


def _show(page: Page, passage: Passage, corpus: Corpus) -> None:
    """Write one passage: where, in whose words, how faithful, and what differs."""
    page.write("", 0)
    page.write(f"{passage.ref} {page.cite(passage.citations)}", 2)
    paraphrased = passage.fidelity is Fidelity.PARAPHRASED
    exact = f"{'... ' if passage.prefix else ''}{passage.exact}{' ...' if passage.suffix else ''}"
    page.write(exact if paraphrased else f"\u201c{exact}\u201d", 4)
    page.field("whose", _whose(passage, corpus), 4)
    if passage.fidelity is not None:
        page.field(
            "fidelity",
            f"{FIDELITIES.get(passage.fidelity, passage.fidelity)} ({passage.language})",
            4,
        )
    if paraphrased:
        return
    if passage.cut_off:
        page.field("before it", passage.cut_off, 4)
    if passage.variants:
        page.field("agreement", f"{passage.agreeing} of {passage.words} words", 4)
        page.field("differs", "[held] against {given}", 4)
        for variant in passage.variants:
            page.write(f"- {_variant(page, variant)}", 6, hang=2)
    if passage.witnesses:
        named = " or ".join([source.publisher for source in passage.witnesses])
        page.write(f"Every difference is a reading of one source: {named}.", 6)
    for words in passage.omitted:
        page.field("left out", words, 4)
    if passage.readings:
        page.field("elsewhere", "other sources read", 4)
        for reading in passage.readings:
            write_reading(page, reading, 6)
    if passage.inference:
        page.field("inference", passage.inference, 4)


def _whose(passage: Passage, corpus: Corpus) -> str:
    """Return whose words they are, by name."""
    record = record_of(passage.ref)
    if passage.is_name:
        return "a name"
    if passage.speaker is not None:
        capacity = corpus.statement(record).capacity
        told = "told of" if passage.fidelity is Fidelity.PARAPHRASED else "said by"
        return f"{told} {passage.speaker.name}, {capacity}"
    text = corpus.text(record)
    kind = type(text).__name__
    name = f"{kind} {text.number or text.id}" + (f", {text.title}" if text.title else "")
    if passage.ref == record:
        return f"the title of {name}"
    if "@" in passage.ref:
        return f"the title of an edition of {name}: {passage.ref.partition('@')[2]}"
    inferred = ", by inference" if corpus.clause(passage.ref).is_inferred else ""
    return f"the text of {name}{inferred}"


def _variant(page: Page, variant: Variant) -> str:
    """Return the two sides of a difference, in brackets that no terminal loses."""
    sides = f"[{variant.lemma}] {{{variant.quoted}}}"
    if not variant.readings:
        return sides
    cited = page.cite([reading.citation for reading in variant.readings])
    languages = sorted({r.language for r in variant.readings if r.language})
    return f"{sides} a known reading {cited}{', '.join(['', *languages])}"
