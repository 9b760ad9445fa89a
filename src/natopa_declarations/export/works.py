"""The facts of a citation, from which every format of citation is written.

Nothing is invented: a fact that the record lacks is left out of every citation.
"""

from __future__ import annotations

from typing import final

import attrs

from .._corpus.corpus import Corpus
from .._messages import printed, shortened
from ..errors import NotFoundError
from ..model.clauses import Clause
from ..model.dates import PartialDate
from ..model.releases import Release
from ..model.sessions import Session
from ..model.sources import Source
from ..model.statements import Statement
from ..model.texts import AdoptedText
from ..model.value import Value
from ..model.words import CopyKind, Medium, SessionFormat
from .brought import exported

ASSEMBLY = "NATO Parliamentary Assembly"
"""The author of adopted texts: the present name of the Assembly."""
MAINTAINERS = "The natopa-declarations maintainers"
"""The author of a release: of its facts and summaries, not of the texts."""
CITABLE = "texts, clauses, statements, sessions, sources and a whole corpus can be cited"


@final
@attrs.frozen(eq=False, kw_only=True)
class Work:
    """A work in terms of bibliographies; an unknown fact is None or empty."""

    id: str
    """The id of the record: the same in every format."""
    type: str
    """The type of CSL, such as ``report``."""
    author: str | None = None
    genre: str | None = None
    number: str | None = None
    title: str | None = None
    title_is_ours: bool = False
    """Whether the title is our description, which is printed in square brackets."""
    event: str | None = None
    place: str | None = None
    start: PartialDate | None = None
    """The date, or the first day."""
    end: PartialDate | None = None
    """The last day of several."""
    publisher: str | None = None
    container: str | None = None
    """The website or network that it is a part of."""
    code: str | None = None
    """The official code of the document."""
    section: str | None = None
    """The label of a clause as printed, or else the name in its id."""
    language: str | None = None
    url: str | None = None
    notes: tuple[str, ...] = ()
    release: str | None = None
    """The version of the release."""

    @property
    def key(self) -> str:
        """The key in a bibliography; it is unique, since no name contains two hyphens."""
        # The version of a user's own release may contain any characters; ids contain only these.
        allowed = [c if c.isalnum() or c in ".-" else "-" for c in self.id.replace("#", "--")]
        return f"natopa-{''.join(allowed)}"

    @property
    def printed_title(self) -> str | None:
        """The title as printed; our own description is in square brackets."""
        if self.title is None:
            return None
        title = one_line(self.title)
        return f"[{title}]" if self.title_is_ours else title

    @property
    def pinned(self) -> str:
        """The release and record of the facts, so that anybody can find them again."""
        if self.type == "dataset":
            return one_line(f"natopa-declarations {self.id}")
        release = f" {self.release}" if self.release else ""
        return one_line(f"natopa-declarations{release}, record {self.id}")


def one_line(text: str) -> str:
    """Return `text` on one line, so that it cannot end a field or an entry."""
    return " ".join(text.split())


def work(record: Value, text: AdoptedText | None = None, release: str | None = None) -> Work:
    """Return a record as a work; `text` is the text of a clause, if it is known.

    Raises `NotFoundError` for a record of a kind that cannot be cited.
    """
    argument: object = record
    if not isinstance(argument, Value):
        name = shortened(printed(argument))
        raise TypeError(f"expected a record, or several of them, found {name}")
    if isinstance(record, AdoptedText):
        found = _text(record)
    elif isinstance(record, Clause):
        found = _clause(record, text)
    elif isinstance(record, Session):
        found = _session(record)
    elif isinstance(record, Statement):
        found = _statement(record)
    elif isinstance(record, Source):
        found = _source(record)
    elif isinstance(record, Corpus):
        return _release(record.release)
    else:
        kind = type(record).__name__
        identifier = str(getattr(record, "id", kind))
        raise NotFoundError("way to cite", identifier, hint=f"it is a {kind}; {CITABLE}")
    return attrs.evolve(found, release=release)


def _text(text: AdoptedText) -> Work:
    year = None if text.year is None else PartialDate(text.year)
    title = text.title or text.subject
    return Work(
        id=text.id,
        type="report",
        author=ASSEMBLY,
        genre=type(text).__name__,
        number=None if text.number is None else str(text.number),
        title=title,
        title_is_ours=text.title is None and title is not None,
        event=None if text.session is None else session_name(text.session),
        place=None if text.session is None else text.session.city,
        start=text.adopted or year,
        publisher=ASSEMBLY,
        code=text.code,
        language="en" if text.title else None,
        url=_address(text),
        notes=("The title was not seen; what is in brackets describes it.",)
        if text.title is None and title
        else (),
    )


def _address(text: AdoptedText) -> str | None:
    """Return the address of an official copy, in English if possible, unless it is inferred."""
    known = [
        copy
        for copy in exported(text.copies, documents=False)
        if copy.kind is CopyKind.OFFICIAL and copy.inference is None
    ]
    english = [copy for copy in known if copy.language.partition("-")[0] == "en"]
    return next((copy.source.url for copy in (*english, *known)), None)


def _clause(clause: Clause, text: AdoptedText | None) -> Work:
    owner, _, name = clause.id.partition("#")
    if text is None:
        number = owner if owner.isdecimal() else None
        whole = Work(id=owner, type="report", author=ASSEMBLY, number=number, publisher=ASSEMBLY)
    else:
        whole = _text(text)
    return attrs.evolve(whole, id=clause.id, section=(clause.label or name).rstrip("."))


def _session(session: Session) -> Work:
    several = session.start is not None and session.end is not None
    notes = () if session.held else ("The session was called off.",)
    return Work(
        id=session.id,
        type="event",
        author=ASSEMBLY,
        genre="Plenary session",
        title=session_name(session),
        place=session.city or ("online" if session.format is SessionFormat.ONLINE else None),
        start=session.start or session.end or PartialDate(session.year),
        end=session.end if several and session.end != session.start else None,
        language="en",
        notes=notes,
    )


def _statement(statement: Statement) -> Work:
    posted = {Medium.FACEBOOK: "Facebook", Medium.TELEGRAM: "Telegram"}.get(statement.medium)
    types = {Medium.SPEECH: "speech", Medium.FACEBOOK: "post", Medium.TELEGRAM: "post"}
    printed = exported(statement.wordings, documents=False)
    source = printed[0].citation.source if printed else None
    return Work(
        id=statement.id,
        type=types.get(statement.medium, "document"),
        author=statement.speaker.name,
        genre="Speech" if statement.medium is Medium.SPEECH else "Statement",
        title=statement.summary.rstrip("."),
        title_is_ours=True,
        start=statement.date,
        container=posted,
        url=None if source is None else source.url,
        notes=(
            f"{statement.speaker.name} spoke as {statement.capacity}.",
            *([] if source is None else [f"As printed by {source.publisher}."]),
        ),
    )


def _source(source: Source) -> Work:
    return Work(
        id=source.id,
        type="webpage" if source.code is None else "report",
        author=None if source.code is None else source.publisher,
        title=source.title,
        start=source.published,
        publisher=None if source.code is None else source.publisher,
        container=source.publisher if source.code is None else None,
        number=source.code,
        language=source.language,
        url=source.url,
    )


def _release(release: Release) -> Work:
    return Work(
        id=release.version,
        type="dataset",
        author=MAINTAINERS,
        title=f"natopa-declarations {release.version}: {release.title}",
        start=release.published,
        language="en",
        notes=(f"Digest {release.digest}.",) if release.digest else (),
    )


def session_name(session: Session) -> str:
    """Return the Assembly's name of a session.

    >>> import natopa_declarations as natopa
    >>> session_name(natopa.load("2026.1").session("2024-spring"))
    '2024 Spring Session'
    """
    return f"{session.year} {session.season.capitalize()} Session"
