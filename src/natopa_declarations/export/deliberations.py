"""An adopted text as an exporter of documents sees it: its names, its words, what was asked for.

Akoma Ntoso names a work by country, issuing organ, date and number, as the United Nations do for
their deliberations: ``/akn/un/statement/deliberation/unga/2025-03-25/79-275``.  The Assembly has
no code of a country; ``xn`` is one of those that ISO 3166-1 leaves to its users.
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
"""A day before the first session of the Assembly, so that no text is older."""
UNDATED = "undated"
"""What stands for the date in the name of a text whose year is not known."""

_CODES = (
    "ar:ara az:aze be:bel bg:bul bs:bos ca:cat cs:ces cy:cym da:dan de:deu el:ell en:eng es:spa"
    " et:est eu:eus fa:fas fi:fin fr:fra ga:gle gl:glg he:heb hr:hrv hu:hun hy:hye is:isl it:ita"
    " ja:jpn ka:kat ko:kor lb:ltz lt:lit lv:lav mk:mkd mt:mlt nb:nob nl:nld nn:nno no:nor pl:pol"
    " pt:por ro:ron ru:rus sk:slk sl:slv sq:sqi sr:srp sv:swe tr:tur uk:ukr zh:zho"
)
TERMINOLOGY_CODES = {pair[:2]: pair[3:] for pair in _CODES.split()}
"""ISO 639-2/T, which Akoma Ntoso asks for, by the two letters of BCP 47."""


@final
@attrs.frozen(eq=False, kw_only=True)
class Deliberation:
    """A text in one language, and what of it is exported."""

    text: AdoptedText
    language: str
    """The language that was asked for, as a BCP 47 tag."""
    documents: bool
    corpus: Corpus | None

    @property
    def release(self) -> Release | None:
        """The release that it is from, where the corpus was given."""
        return None if self.corpus is None else self.corpus.release

    @property
    def day(self) -> date:
        """The day of adoption, or the earliest day that it may have been."""
        if self.text.adopted is not None:
            return self.text.adopted.earliest
        return FIRST if self.text.year is None else date(self.text.year, 1, 1)

    @property
    def is_dated(self) -> bool:
        """Whether `day` is known, and not merely the earliest that it may be."""
        return self.text.adopted is not None and self.text.adopted.day is not None

    @property
    def work(self) -> str:
        """The name of the text as a work, in whatever language."""
        return work_name(self.text)

    @property
    def expression(self) -> str:
        """The name of the text in this language, as adopted."""
        language = primary(self.language)
        code = TERMINOLOGY_CODES.get(language, language)
        return f"{self.work}/{code}@{_when(self.text)}"

    @property
    def manifestation(self) -> str:
        """The name of the file: with the release where that is known, as another may say more."""
        # A user's own release may call itself anything.
        version = "" if self.release is None else f"/{quote(self.release.version, safe='')}"
        return f"{self.expression}{version}.akn"

    @property
    def clauses(self) -> tuple[Clause, ...]:
        """The clauses that are exported, in order."""
        return brought.clauses(self.text, documents=self.documents)

    def title(self) -> tuple[str, str] | None:
        """Return the title and its language: this one where it is held, or else English."""
        held = brought.wordings(self.text.titles, documents=self.documents)
        found = [one for one in held if primary(one.language) == primary(self.language)]
        if found and primary(self.language) != "en":
            return found[0].text, found[0].language
        return None if self.text.title is None else (self.text.title, "en")

    def words(self, clause: Clause) -> Wording | None:
        """Return the words of a clause in this language, or None where they are not held.

        Words that are translated back or reported are nobody's text.  Where several sources
        print some, those of a document of the user come first, then official ones, then the
        longest.
        """
        held = [
            one
            for one in brought.wordings(clause.wordings, documents=self.documents)
            if primary(one.language) == primary(self.language) and is_text(one)
        ]
        return max(held, key=_rank, default=None)


def deliberation(
    text: AdoptedText, *, language: str, documents: bool, corpus: Corpus | None
) -> Deliberation:
    """Return what is to be exported; raise `NotFoundError` for a language that is not held."""
    check_text(language, "a language")
    found = Deliberation(text=text, language=language, documents=documents, corpus=corpus)
    known = {"en": None} | dict.fromkeys(map(primary, _languages(found)))
    if primary(language) not in known:
        near = tuple(close(language, {fold(name): name for name in known}))
        hint = f"what is held of it is in {', '.join(known)}"
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
    """Say whether words may stand as those of the text itself."""
    mine = brought.is_document(wording.citation.source)
    return mine or wording.fidelity in {Fidelity.OFFICIAL, Fidelity.QUOTED}


def _rank(wording: Wording) -> tuple[bool, bool, int]:
    mine = brought.is_document(wording.citation.source)
    return mine, wording.fidelity is Fidelity.OFFICIAL, len(wording.text)


def _languages(found: Deliberation) -> Iterator[str]:
    clauses: Iterable[Wording] = [one for clause in found.clauses for one in clause.wordings]
    for wording in brought.wordings(clauses, documents=found.documents):
        if is_text(wording):
            yield wording.language
    for wording in brought.wordings(found.text.titles, documents=found.documents):
        yield wording.language


def _when(text: AdoptedText) -> str:
    """Return the date in the name of a text: as exact as it is known."""
    return str(text.adopted or text.year or UNDATED)
