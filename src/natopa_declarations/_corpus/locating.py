"""Quotations located in a release: whom they are ascribed to, and what else comes close."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

import attrs

from .._locate import locate as located
from .._messages import printed
from ..errors import InvalidFilterError, SearchUnavailableError
from ..model.agents import Person
from ..model.claims import Claim
from ..model.clauses import Clause
from ..model.ids import Ref, within
from ..model.names import fold
from ..model.quotations import Lead, LeadKind, Outcome, Quotation
from ..model.statements import Statement
from ..model.texts import AdoptedText
from .arguments import whole

if TYPE_CHECKING:
    from collections.abc import Callable

    from .._locate.indexed import IndexedText, Prepared
    from ..model.hits import Hit
    from .queries import Queries

    Search = Callable[..., tuple[Hit, ...]]

_MOST_WORDS = 12
_LEAST_LETTERS = 4
_LEAST_SHARED = 0.5
_FEWEST_SHARED = 3


def locate(
    corpus: Queries, words: Prepared, search: Search, quote: str, about: object, speaker: object
) -> Quotation:
    """Locate a quotation in what it is ascribed to, or else anywhere."""
    person = _person(corpus, speaker)
    reference = _about(corpus, about)
    if person is None and reference is None:
        return _with_lead(corpus, search, located(words, quote))

    def allows(entry: IndexedText) -> bool:
        if person is not None and (entry.speaker is None or entry.speaker.id != person.id):
            return False
        return reference is None or bool(within([entry.ref, *entry.about], reference))

    found = located(words, quote, allows)
    if found.outcome in {Outcome.EXACT, Outcome.READING, Outcome.TOO_SHORT}:
        return found
    others = located(words, quote, lambda entry: not allows(entry))
    elsewhere = others.passages or others.parts
    if found.outcome is Outcome.NEAR and others.outcome not in {Outcome.EXACT, Outcome.READING}:
        elsewhere = ()
    return _with_lead(corpus, search, attrs.evolve(found, elsewhere=elsewhere))


def _with_lead(corpus: Queries, search: Search, quotation: Quotation) -> Quotation:
    """Add the closest statement, claim or clause to the leads of an absent quotation."""
    if quotation.outcome is not Outcome.ABSENT or quotation.elsewhere:
        return quotation
    lead = _closest(corpus, search, quotation.text)
    return quotation if lead is None else attrs.evolve(quotation, leads=(*quotation.leads, lead))


def _closest(corpus: Queries, search: Search, text: str) -> Lead | None:
    """Return what search finds for the longer words of a quotation, if it has enough of them."""
    words = [word for word in dict.fromkeys(fold(text).split()) if len(word) >= _LEAST_LETTERS]
    words = [word for word in words if word.isalpha()][:_MOST_WORDS]
    if len(words) < _FEWEST_SHARED:
        return None
    hits: tuple[Hit, ...] = ()
    with suppress(SearchUnavailableError):
        hits = search(" OR ".join([f'"{word}"' for word in words]), limit=10)
    for hit in hits:
        record = corpus.resolve(hit.ref)
        if isinstance(record, Claim):
            said, wordings = record.text, []
        elif isinstance(record, Clause | Statement):
            said, wordings = record.summary, [wording.text for wording in record.wordings]
        else:
            continue
        has = set(fold(" ".join([said, *wordings])).split())
        shared = len(has.intersection(words))
        if shared >= max(_FEWEST_SHARED, _LEAST_SHARED * len(words)):
            return Lead(kind=LeadKind(hit.kind), ref=hit.ref, text=said)
    return None


def _person(corpus: Queries, speaker: object) -> Person | None:
    """Return the person who is meant."""
    if speaker is None:
        return None
    if not isinstance(speaker, Person | str):
        raise InvalidFilterError("speaker", printed(speaker), "a person, their id or name")
    return corpus.person(speaker.id if isinstance(speaker, Person) else speaker)


def _about(corpus: Queries, about: object) -> Ref | None:
    """Return the text or clause that is meant."""
    if about is None:
        return None
    wanted: str | int | None = (
        about.id if isinstance(about, AdoptedText | Clause) else whole(about)
    )
    if isinstance(about, str):
        wanted = about
    found = None if wanted is None else corpus.find(wanted)
    if isinstance(found, AdoptedText | Clause):
        return Ref(found.id)
    raise InvalidFilterError("about", printed(about), "a text or clause, its id or number")
