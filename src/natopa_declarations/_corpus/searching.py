"""Search a corpus: which records have these words."""

from __future__ import annotations

from .. import model
from .._codec.kinds import KINDS
from ..errors import NotFoundError
from ..model.agents import Topic
from ..model.sessions import Session
from ..model.sources import Source
from ..model.value import id_of
from . import accepts
from .backlinks import Backlinks

TYPE_CHECKING = not __name__
if TYPE_CHECKING:
    from .._search import SearchIndex
    from .._search.fields import Named

# What is filed under a topic, or printed by a source, is better than the name of either.
_CALLED = [kind for kind in KINDS if kind.named and kind.name not in {"topic", "source"}]
"""The kinds of record that come first where the whole query is the name of one."""


class Searching(Backlinks):
    """The search for records by their words."""

    __slots__ = ()

    def search(
        self,
        query: str,
        *,
        kind: model.SearchKind | None = None,
        session: model.Session | str | None = None,
        limit: accepts.Number | None = None,
    ) -> tuple[model.Hit, ...]:
        r"""Return the records that have the words of `query`, the best first.

        Searched are the titles, subjects and summaries of texts, also the titles of their
        editions and those in other languages; the wordings, readings and summaries of clauses
        and statements, and the names of speakers; the titles and summaries of decisions; and
        what claims assert.  A word in a title counts most, one in a claim or reading least, and
        words that stand side by side count more than the same words apart (Okapi BM25).
        Equally good hits are in document order.  After these come the sessions, persons, bodies
        and topics that have the words in their names, and the sources that have them in publisher
        or title.

        Records of which the whole query is a name come before all else: *489*, *Declaration 489*,
        *spring 2024*, *Sofia*, *Szczerba*, or a title.  `find` takes the same names.

        - ``air defence``: both words, anywhere in the record; also ``air AND defence``
        - ``"air defence"``: side by side
        - ``sanction*``: words that begin with these letters
        - ``deterrent OR containment``, ``weapons NOT nuclear``
        - ``(ukraine OR georgia) membership``

        AND, OR and NOT are in capitals.  Case, diacritics and British or American spelling do
        not matter: *defence* finds *Defense*, *organise* finds *organize*, and *cooperation*
        finds *co-operation*.  Words are not stemmed: *weapon* does not find *weapons*, and
        *weapon\** does.

        `kind` is one of ``topic``, ``source``, ``body``, ``person``, ``session``, ``decision``,
        ``declaration``, ``resolution``, ``clause``, ``statement`` and ``claim``.  `session` is a
        session, its id or its city; a statement or claim belongs to the sessions of what it is
        about.  `limit` is the most hits to return.

        The first search of a corpus makes an index of its words in memory, and each later one
        uses it, from any thread.

        Raises `InvalidQueryError` where the query breaks these rules, `NotFoundError` for an
        unknown kind or session, `InvalidFilterError` for a `limit` that is not a positive integer,
        and `SearchUnavailableError` where Python was built without SQLite's FTS5.

        >>> import natopa_declarations as natopa
        >>> corpus = natopa.load("2026.1")
        >>> [hit.ref for hit in corpus.search('"air defense" NOT importance')]
        ['szczerba-air-defence']
        >>> corpus.search("lifting restrictions", kind="clause", session="Sofia")[0].field
        'wordings[0].text'
        """
        from .._search import check
        from .reading import number

        # An invalid search is refused before an index is built.
        most = None if limit is None else number(self, "limit", limit, least=1)
        wanted = check(query, kind)
        if session is not None:
            session = self.session(session.id if isinstance(session, Session) else session).id
        index = self._indexes.search.get(self._search_index)
        called = self._called(query)
        return index.search(wanted, kind=kind, session=session, limit=most, called=called)

    def _called(self, query: str) -> list[str]:
        """Return the ids of the records of which the whole query is a name."""
        from ..model.names import fold

        try:
            found = self._index.get(query.strip()) or self._labelled(query) or self._meant(query)
        except NotFoundError:
            # A search that names what is not held looks for its words.
            found = None
        if found is None and fold(query) not in self._indexes.called.get(self._all_names):
            return []
        named = [found] if found is not None else self._named(query, _CALLED)
        return [id_of(one) for one in named if not isinstance(one, Topic | Source)]

    def _all_names(self) -> frozenset[str]:
        """Return all names that a query may be, as `fold` leaves them."""
        kinds = [self._names(kind) for kind in _CALLED]
        return frozenset([name for names in kinds for name in names])

    def _search_index(self) -> SearchIndex:
        from .._search import SearchIndex, documents

        sessions, said = self.sessions(), (self.statements(), self.claims())
        kinds = (self.persons(), self.bodies(), self.topics(), self.sources())
        named: list[Named] = [*sessions]
        for records in kinds:
            named += records
        return SearchIndex(documents(sessions, self.texts(), *said, named))
