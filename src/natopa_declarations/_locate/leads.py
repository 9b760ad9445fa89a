"""Leads for absent words: the nearest title, and how much was searched."""

from __future__ import annotations

from collections import Counter

import attrs

from ..model.quotations import Lead, LeadKind, Quotation
from .indexed import Prepared
from .languages import not_held
from .near import candidates
from .quote import Quote

LEAST_OF_TITLE = 0.5
"""The least share of words that a title and a quotation that resembles it have in common."""


def with_leads(prepared: Prepared, quote: Quote, quotation: Quotation) -> Quotation:
    """Return an absent quotation with the nearest title and what was searched."""
    title = nearest_title(prepared, quote)
    return attrs.evolve(
        quotation,
        leads=() if title is None else (title,),
        texts=prepared.texts,
        texts_by_title=prepared.texts_by_title,
        reach=prepared.reach,
        not_held=not_held(quote.text, prepared.languages) if prepared.languages else None,
    )


def nearest_title(prepared: Prepared, quote: Quote) -> Lead | None:
    """Return the title that shares most words with the quotation, if one resembles it.

    A quotation much longer than the title does not resemble it.
    """
    best, found = 0.0, None
    counts = Counter(quote.keys)
    for entry, keys in candidates(prepared, quote, lambda entry: entry.is_title):
        shared = (counts & Counter(keys)).total()
        share = shared / max(len(keys), len(quote.words))
        if share >= LEAST_OF_TITLE and share > best:
            best, found = share, Lead(kind=LeadKind.TITLE, ref=entry.ref, text=entry.text)
    return found
