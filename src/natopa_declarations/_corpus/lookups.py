"""A mapping of every record by its id, and a lookup for each kind of record."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from .. import model
from .._codec.kinds import BY_CLASS, KINDS
from .._messages import check_text, printed
from ..errors import NotFoundError
from ..model.clauses import Clause
from ..model.texts import AdoptedText
from ..model.value import Value
from . import accepts
from .arguments import identifier
from .records import Records

TYPE_CHECKING = not __name__
if TYPE_CHECKING:
    from typing import TypeVar, overload

    from .._locate.mentions import Known

    T = TypeVar("T")


class Lookups(Records, Mapping[str, "accepts.Record"]):
    """What returns one record, by its id, its number or one of its names.

    Each raises `NotFoundError` for an id, number or name that nothing has, or that more than one
    record has.
    """

    __slots__ = ()

    def __getitem__(self, key: object) -> accepts.Record:
        found = self.get(key)
        if found is not None:
            return found
        if isinstance(key, str):
            raise self._missing("record", key, Value)
        hint = f"a key is text, such as '489', and this is of type {type(key).__name__}"
        raise NotFoundError("record", printed(key), hint=hint)

    if TYPE_CHECKING:

        @overload
        def get(self, key: object) -> accepts.Record | None: ...
        @overload
        def get(self, key: object, default: accepts.Record | T) -> accepts.Record | T: ...

    def get(self, key: object, default: accepts.Any = None) -> accepts.Any:
        """Return the record or part with this id, or else `default`."""
        found = self._index.get(key) if isinstance(key, str) else None
        return default if found is None else found

    def __contains__(self, key: object) -> bool:
        return isinstance(key, str) and self._index.get(key) is not None

    def __iter__(self) -> Iterator[str]:
        return iter(self._index)

    def __len__(self) -> int:
        return len(self._index)

    def __bool__(self) -> bool:
        # An empty corpus is true too, unlike other mappings.
        return True

    def topic(self, topic: str) -> model.Topic:
        """Return the topic with this id or name."""
        return self._look_up(model.Topic, topic)

    def source(self, source: str) -> model.Source:
        """Return the source with this id, or the only one with this title."""
        return self._look_up(model.Source, source)

    def body(self, body: str) -> model.Body:
        """Return the body with this id, name or other name."""
        return self._look_up(model.Body, body)

    def person(self, person: str) -> model.Person:
        """Return the person with this id, name or other spelling of the name.

        Case and diacritics do not matter.

        >>> import natopa_declarations as natopa
        >>> natopa.load().person("Cherniev").name
        'Yehor Chernyev'
        """
        return self._look_up(model.Person, person)

    def member_state(self, member_state: str) -> model.MemberState:
        """Return the member state of NATO with this id, or with this ISO 3166-1 alpha-2 code."""
        return self._look_up(model.MemberState, member_state)

    def size(self, size: str) -> model.AssemblySize:
        """Return the size of the Assembly with this id, such as ``size-2010``."""
        return self._look_up(model.AssemblySize, size)

    def participation_class(self, participation_class: str) -> model.ParticipationClass:
        """Return the way of belonging to the Assembly with this id or name."""
        return self._look_up(model.ParticipationClass, participation_class)

    def session(self, session: str) -> model.Session:
        """Return the session with this id, or the only one in the city of this name.

        An id is the year and ``spring`` or ``annual``.  In the name of a city, case and
        diacritics do not matter; where the Assembly met there more than once, the error
        names the sessions.

        >>> import natopa_declarations as natopa
        >>> natopa.load("2026.1").session("sofia").id
        '2024-spring'
        """
        return self._look_up(model.Session, session)

    def decision(self, decision: str) -> model.Decision:
        """Return the decision of a session with this id or title."""
        return self._look_up(model.Decision, decision)

    def declaration(self, declaration: accepts.Number | str) -> model.Declaration:
        """Return the declaration with this number, id or title.

        >>> import natopa_declarations as natopa
        >>> natopa.load("2026.1").declaration("Standing with Ukraine until Victory").number
        489
        """
        return self._look_up(model.Declaration, declaration)

    def resolution(self, resolution: accepts.Number | str) -> model.Resolution:
        """Return the resolution with this number, id or title."""
        return self._look_up(model.Resolution, resolution)

    def text(self, text: accepts.Number | str) -> model.Declaration | model.Resolution:
        """Return the declaration or resolution with this number, id or title."""
        return self._look_up(model.AdoptedText, text)  # type: ignore[return-value]

    def amendment(self, amendment: str) -> model.Amendment:
        """Return the amendment with this id."""
        return self._look_up(model.Amendment, amendment)

    def clause(self, clause: str) -> model.Clause:
        """Return the clause with this id, or the only one of its text with this printed label.

        The label stands in the place of the name: ``489#14`` for the clause that is printed as
        ``14.``, where no clause has the id ``489#14``.
        """
        check_text(clause, "the id of a clause")
        return self._labelled(clause) or self._look_up(model.Clause, clause)

    def vote(self, vote: str) -> model.Vote:
        """Return the vote with this id."""
        return self._look_up(model.Vote, vote)

    def statement(self, statement: str) -> model.Statement:
        """Return the statement with this id."""
        return self._look_up(model.Statement, statement)

    def claim(self, claim: str) -> model.Claim:
        """Return the claim with this id."""
        return self._look_up(model.Claim, claim)

    def gap(self, gap: accepts.Number | str) -> model.Gap:
        """Return the gap with this id, or the one that explains this number or session.

        >>> import natopa_declarations as natopa
        >>> corpus = natopa.load("2026.2")
        >>> corpus.gap(421).id, corpus.gap("1957-annual").id
        ('gap-421', 'gap-1957-annual')
        """
        wanted = identifier(gap, "the id of a gap, or what it explains", numbers=True)
        return self._explanation(wanted) or self._look_up(model.Gap, wanted)

    # The collections without filters, in document order.

    def topics(self) -> tuple[model.Topic, ...]:
        """Return the subjects that clauses are filed under."""
        return self._records["topics"]

    def bodies(self) -> tuple[model.Body, ...]:
        """Return the assemblies, delegations, parliaments and groups."""
        return self._records["bodies"]

    def member_states(self) -> tuple[model.MemberState, ...]:
        """Return the member states of NATO, in the order of accession."""
        return self._records["member-states"]

    def sizes(self) -> tuple[model.AssemblySize, ...]:
        """Return the sizes of the Assembly that the sources give, oldest first."""
        return self._records["sizes"]

    def participation_classes(self) -> tuple[model.ParticipationClass, ...]:
        """Return the ways of belonging to the Assembly, the fullest first."""
        return self._records["participation-classes"]

    def gaps(self) -> tuple[model.Gap, ...]:
        """Return what the release is known not to hold: numbers first, then sessions."""
        return self._records["gaps"]

    def resolve(self, reference: str) -> accepts.Record | model.Edition:
        """Return what `reference` refers to: a record, a part of one or an edition.

        Raises `InvalidReferenceError` where it breaks the grammar of references and
        `NotFoundError` where it leads nowhere.

        >>> import natopa_declarations as natopa
        >>> natopa.load().resolve("489@draft").title
        'United with Ukraine - Until Victory'
        """
        parsed = model.Reference.parse(reference)
        if parsed.edition is not None:
            return self.text(parsed.record).edition(parsed.edition)
        return self[reference]

    def find(self, text: accepts.Number | str) -> accepts.Record | model.Edition:
        """Return the one record that `text` means: a reference, a number, or a name of any kind.

        A text or session may be named as in prose, as `references` finds it: ``Resolution 498
        (2025)``, ``paragraph 14 of Declaration 489``, ``the 2024 spring session``; a session also
        by city and year: ``Sofia 2024``.  The title of a source counts only where nothing else has
        that name.

        Raises `NotFoundError` where nothing has this name, or more than one record, and
        `InvalidReferenceError` for an ``@`` in what is not a reference.

        >>> import natopa_declarations as natopa
        >>> natopa.load().find("szczerba").id, natopa.load().find("Declaration 489").id
        ('michal-szczerba', '489')
        """
        wanted = identifier(text, "a reference, a number or a name", numbers=True)
        if "@" in wanted:
            # An edition has no other name than its reference.
            return self.resolve(wanted)
        found = self._index.get(wanted) or self._labelled(wanted) or self._meant(wanted)
        if found is None:
            named = [kind for kind in KINDS if kind.named and kind.name != "source"]
            matches = self._named(wanted, named) or self._named(wanted, [BY_CLASS["Source"]])
            found = self._only(matches, "record", wanted, Value)
        return found  # type: ignore[return-value]

    def _meant(self, name: str) -> Value | None:
        """Return the record that is named as in prose; raise if a text or session is not held."""
        if not any(map(str.isdigit, name)) or not any(map(str.isalpha, name)):
            return None
        from .._locate.mentions import meant

        mention = meant(name, self._referred())
        if mention is None or self.release.retirement(name) is not None:
            return None
        if mention.ref is None or mention.hint:
            # A text does not stand for a paragraph of it that is not held.
            raise NotFoundError(mention.kind, name, hint=mention.hint or "")
        return self._index.get(mention.ref)

    def _referred(self) -> Known:
        """Return what can be referred to in prose."""
        from .._locate.mentions import known

        texts = (*self._records["declarations"], *self._records["resolutions"])
        sessions = self._records["sessions"]
        return self._indexes.referred.get(lambda: known(texts, sessions))

    def _labelled(self, reference: str) -> model.Clause | None:
        """Return the clause that a text has under this id, or else under this printed label."""
        text, mark, label = reference.partition("#")
        own = self._index.get(text) if mark else None
        if not isinstance(own, AdoptedText):
            return None
        found = self._index.get(reference)
        if found is not None:
            return found if isinstance(found, Clause) else None
        from .names import label_of

        wanted = label_of(label)
        labelled = [each for each in own.clauses if each.label and label_of(each.label) == wanted]
        if not wanted or not labelled:
            return None
        return self._only([*labelled], "clause", reference, Clause)  # type: ignore[return-value]
