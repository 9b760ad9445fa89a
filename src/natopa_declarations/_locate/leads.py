"""Leads for words that are absent: the nearest title, and how much was searched."""

from __future__ import annotations

from collections import Counter

import attrs

from ..model.quotations import Lead, LeadKind, Quotation
from .given import Given
from .held import Prepared
from .languages import not_held
from .near import candidates

LEAST_OF_TITLE = 0.5
"""The least share of words that a title has in common with words that look like it."""
FEWEST_OF_TITLE = 2


def with_leads(prepared: Prepared, given: Given, quotation: Quotation) -> Quotation:
    """Return an absent quotation with the nearest title, and with how much was searched."""
    title = nearest_title(prepared, given)
    return attrs.evolve(
        quotation,
        leads=() if title is None else (title,),
        texts=prepared.texts,
        texts_by_title=prepared.texts_by_title,
        reach=prepared.reach,
        not_held=not_held(given.text, prepared.languages) if prepared.languages else None,
    )


def nearest_title(prepared: Prepared, given: Given) -> Lead | None:
    """Return the title that has most words of the quotation, if there is one that looks like it.

    Words that are much longer than a title do not look like it.
    """
    best, found = 0.0, None
    quote = Counter(given.keys)
    for held, keys in candidates(prepared, given, lambda held: held.is_title):
        shared = (quote & Counter(keys)).total()
        share = shared / max(len(keys), len(given.words))
        if shared >= FEWEST_OF_TITLE and share >= LEAST_OF_TITLE and share > best:
            best, found = share, Lead(kind=LeadKind.TITLE, ref=held.ref, text=held.text)
    return found
