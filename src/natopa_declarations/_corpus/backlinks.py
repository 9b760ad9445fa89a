"""The way back: from a record to what points to it."""

from __future__ import annotations

from collections.abc import Mapping

from .. import model
from .._messages import check_text
from ..model.clauses import Amendment, Clause
from ..model.ids import record_of
from ..model.value import Value
from ..model.votes import Vote
from . import accepts
from .manifest import Manifest
from .queries import Queries
from .shelf import RecordsById


def pointing(corpus: Backlinks, reference: str) -> Mapping[str, Value]:
    """Return the records that may point to this one, and their parts, by their ids.

    In a packaged release these are the records that contain the id, so no others are read.
    """
    index = corpus._index
    return index.pointing(record_of(reference)) if isinstance(index, RecordsById) else index


def advisories(corpus: Backlinks, reference: str) -> tuple[model.Advisory, ...]:
    """Return the advisories on a record, without reading the manifest of a packaged release."""
    from .._store.advisories import advisories

    release = corpus._release
    known = (
        advisories(release.version) if isinstance(release, Manifest) else corpus.release.advisories
    )
    return tuple([found for found in known if found.concerns(reference)])


class Backlinks(Queries):
    """The queries that follow references backwards."""

    __slots__ = ()

    def texts_of(
        self, session: model.Session | str
    ) -> tuple[model.Declaration | model.Resolution, ...]:
        """Return the texts that a session adopted, by number.

        >>> import natopa_declarations as natopa
        >>> [text.number for text in natopa.load("2026.2").texts_of("2024-spring")]
        [489, 490]
        """
        return self.texts(session=session)

    def text_of(
        self, part: model.Clause | model.Amendment | model.Vote | str
    ) -> model.Declaration | model.Resolution:
        """Return the text that a clause, amendment or vote belongs to.

        >>> import natopa_declarations as natopa
        >>> natopa.load().text_of("489#lift-restrictions").number
        489
        """
        kinds = (Clause, Amendment, Vote)
        reference = part.id if isinstance(part, kinds) else part
        check_text(reference, "the id of a part of a text")
        found = self.find(reference)
        if not isinstance(found, kinds):
            raise self._missing("part of a text", str(getattr(found, "id", reference)), Clause)
        return self.text(record_of(found.id))

    def about(
        self, record: accepts.About | accepts.Number | str
    ) -> tuple[model.Decision | model.Statement | model.Claim, ...]:
        """Return the decisions, statements and claims about a record, a part or an edition.

        For a text, what is about its clauses, amendments, votes and editions is included.

        >>> import natopa_declarations as natopa
        >>> len(natopa.load("2026.1").about("489#lift-restrictions"))
        15
        """
        from .filters import within_about
        from .reading import about

        wanted = about(self, "record", record)
        decisions = [each for session in self.sessions() for each in session.decisions]
        return tuple(within_about([*decisions, *self.statements(), *self.claims()], wanted))
