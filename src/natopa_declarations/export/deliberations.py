"""An adopted text for the export as a document: its names, and its words in one language.

Akoma Ntoso names a work by country, issuing organ, date and number, as the United Nations do for
their deliberations: ``/akn/un/statement/deliberation/unga/2025-03-25/79-275``.  The Assembly has
no country code; ``xn`` is one of those that ISO 3166-1 leaves to its users.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import final
from urllib.parse import quote

import attrs

from .._corpus.corpus import Corpus
from .._messages import check_text
from ..errors import NotFoundError
from ..model.clauses import Clause
from ..model.names import close, fold
from ..model.releases import Release
from ..model.texts import AdoptedText
from ..model.wordings import Wording
from ..model.words import Fidelity
from . import brought

ROOT = "/akn/xn/statement/deliberation/nato-pa"
FIRST = date(1955, 1, 1)
"""A day before the first session of the Assembly; no text is older."""
UNDATED = "undated"
"""Replaces the date in the name of a text whose year is unknown."""

_CODES = (
    "ar:ara az:aze be:bel bg:bul bs:bos ca:cat cs:ces cy:cym da:dan de:deu el:ell en:eng es:spa"
    " et:est eu:eus fa:fas fi:fin fr:fra ga:gle gl:glg he:heb hr:hrv hu:hun hy:hye is:isl it:ita"
    " ja:jpn ka:kat ko:kor lb:ltz lt:lit lv:lav mk:mkd mt:mlt nb:nob nl:nld nn:nno no:nor pl:pol"
    " pt:por ro:ron ru:rus sk:slk sl:slv sq:sqi sr:srp sv:swe tr:tur uk:ukr zh:zho"
)
TERMINOLOGY_CODES = {pair[:2]: pair[3:] for pair in _CODES.split()}
"""The codes of ISO 639-2/T, which Akoma Ntoso requires, by the two letters of BCP 47."""


@final
@attrs.frozen(eq=False, kw_only=True)
class Deliberation:
    """A text in one language, for the export."""

    text: AdoptedText
    language: str
    """The language of the export, as a BCP 47 tag."""
    documents: bool
    corpus: Corpus | None

    @property
    def release(self) -> Release | None:
        """Its release, if the corpus is known."""
        return None if self.corpus is None else self.corpus.release

    @property
    def day(self) -> date:
        """The day of adoption, or the earliest possible day."""
        if self.text.adopted is not None:
            return self.text.adopted.earliest
        return FIRST if self.text.year is None else date(self.text.year, 1, 1)

    @property
    def is_dated(self) -> bool:
        """Whether `day` is the exact day."""
        return self.text.adopted is not None and self.text.adopted.day is not None

    @property
    def work(self) -> str:
        """The name of the text as a work, in any language."""
        return work_name(self.text)

    @property
    def expression(self) -> str:
        """The name of the text in this language, as adopted."""
        language = primary(self.language)
        code = TERMINOLOGY_CODES.get(language, language)
        return f"{self.work}/{code}@{_when(self.text)}"

    @property
    def manifestation(self) -> str:
        """The name of the file: with the release if known, as another release may contain more."""
        # A user's own release may have any version.
        version = "" if self.release is None else f"/{quote(self.release.version, safe='')}"
        return f"{self.expression}{version}.akn"

    @property
    def clauses(self) -> tuple[Clause, ...]:
        """The clauses that are exported, in order."""
        return brought.clauses(self.text, documents=self.documents)

    def title(self) -> tuple[str, str] | None:
        """Return the title and its language: this one if known, or else English."""
        titles = brought.exported(self.text.titles, documents=self.documents)
        found = [one for one in titles if primary(one.language) == primary(self.language)]
        if found and primary(self.language) != "en":
            return found[0].text, found[0].language
        return None if self.text.title is None else (self.text.title, "en")

    def words(self, clause: Clause) -> Wording | None:
        """Return the words of a clause in this language, or None if they are unknown.

        Words that are translated back or reported are not the text.  Of several wordings, one of a
        user's document comes first, then an official one, then the longest.
        """
        wordings = [
            one
            for one in brought.exported(clause.wordings, documents=self.documents)
            if primary(one.language) == primary(self.language) and is_text(one)
        ]
        return max(wordings, key=_rank, default=None)


def deliberation(
    text: AdoptedText, *, language: str, documents: bool, corpus: Corpus | None
) -> Deliberation:
    """Return a text for the export; raise `NotFoundError` for a language without words."""
    check_text(language, "a language")
    found = Deliberation(text=text, language=language, documents=documents, corpus=corpus)
    known = {"en": None} | dict.fromkeys(map(primary, _languages(found)))
    if primary(language) not in known:
        near = tuple(close(language, {fold(name): name for name in known}))
        hint = f"its words are in {', '.join(known)}"
        raise NotFoundError(f"text of {text.id} in the language", language, near, hint=hint)
    return found


def work_name(text: AdoptedText) -> str:
    """Return the name of a text as a work.

    >>> import natopa_declarations as natopa
    >>> work_name(natopa.load("2026.1").declaration(489))
    '/akn/xn/statement/deliberation/nato-pa/2024-05-27/489'
    """
    return f"{ROOT}/{_when(text)}/{text.id}"


def primary(language: str) -> str:
    """Return the language of a tag without script and region: ``en`` for ``en-GB``."""
    return language.partition("-")[0].lower()


def is_text(wording: Wording) -> bool:
    """Say whether words count as those of the text itself."""
    mine = brought.is_document(wording.citation.source)
    return mine or wording.fidelity in {Fidelity.OFFICIAL, Fidelity.QUOTED}


def _rank(wording: Wording) -> tuple[bool, bool, int]:
    mine = brought.is_document(wording.citation.source)
    return mine, wording.fidelity is Fidelity.OFFICIAL, len(wording.text)


def _languages(found: Deliberation) -> Iterator[str]:
    clauses: Iterable[Wording] = [one for clause in found.clauses for one in clause.wordings]
    for wording in brought.exported(clauses, documents=found.documents):
        if is_text(wording):
            yield wording.language
    for wording in brought.exported(found.text.titles, documents=found.documents):
        yield wording.language


def _when(text: AdoptedText) -> str:
    """Return the date in the name of a text, as exact as known."""
    return str(text.adopted or text.year or UNDATED)
