"""The kinds of record: the one table of what each is called, and where it stands."""

from __future__ import annotations

from .._deferred import final, frozen, make

TYPE_CHECKING = not __name__
if TYPE_CHECKING:
    from typing import Any

    from ..model.value import Value


@final
@frozen(eq=False, repr=False)
class Kind:
    """What the package knows of one kind of record, or of one kind of part of a record."""

    name: str
    """The word for one of them, such as ``member-state``; its lookup has the name `method`."""
    home: str
    """The module of the model and the class, such as ``assembly.MemberState``."""
    plural: str = ""
    """The word for several: its collection, and its folder or file; empty for a part without."""
    named: tuple[str, ...] = ()
    """The fields that have its names, by which its lookup finds it besides its id."""
    part: bool = False
    """Whether it stands inside another record, and in no file of its own."""
    file_each: bool = False
    """Whether each record of a packaged release has a file of its own, named after its id."""
    searched: bool = False
    """Whether `Corpus.search` looks in it."""

    @property
    def cls(self) -> type[Any]:
        """The class of its records; the module that has it is imported when it is first asked."""
        module, _, name = self.home.partition(".")
        package = __name__.partition(".")[0]
        home = __import__(f"{package}.model.{module}", fromlist=[name])
        found: type[Any] = getattr(home, name)
        return found

    @property
    def words(self) -> str:
        """What a message calls it, such as *member state*."""
        return self.name.replace("-", " ")

    @property
    def method(self) -> str:
        """The method of a corpus that looks one up, such as ``member_state``."""
        return self.name.replace("-", "_")

    @property
    def collection(self) -> str:
        """The method of a corpus that returns all of them; empty for a part without."""
        return self.plural.replace("-", "_")


_TITLE = ("title", "titles")
_NAME = ("name", "other_names")
_CITY = ("city", "other_city_names")

_kind = make(Kind)

KINDS = (
    _kind("topic", "agents.Topic", "topics", _NAME, searched=True),
    _kind("source", "sources.Source", "sources", ("title",), searched=True),
    _kind("body", "agents.Body", "bodies", _NAME, searched=True),
    _kind("person", "agents.Person", "persons", _NAME, searched=True),
    _kind("member-state", "assembly.MemberState", "member-states", ("country",)),
    _kind("size", "assembly.AssemblySize", "sizes"),
    _kind("participation-class", "assembly.ParticipationClass", "participation-classes", _NAME),
    _kind("session", "sessions.Session", "sessions", _CITY, file_each=True, searched=True),
    _kind("decision", "sessions.Decision", "", ("title",), part=True, searched=True),
    _kind(
        "declaration", "texts.Declaration", "declarations", _TITLE, file_each=True, searched=True
    ),
    _kind("resolution", "texts.Resolution", "resolutions", _TITLE, file_each=True, searched=True),
    _kind("amendment", "clauses.Amendment", part=True),
    _kind("clause", "clauses.Clause", "clauses", part=True, searched=True),
    _kind("vote", "votes.Vote", part=True),
    _kind("statement", "statements.Statement", "statements", searched=True),
    _kind("claim", "claims.Claim", "claims", searched=True),
    _kind("gap", "assembly.Gap", "gaps"),
)
"""Every kind, in document order: each record after those that it points to."""

BY_FOLDER = {kind.plural: kind for kind in KINDS if not kind.part}
"""The kinds of records that have files of their own, by the names of their folders."""

BY_CLASS = {kind.home.partition(".")[2]: kind for kind in KINDS}
"""The kinds by the names of their classes."""


def kind_of(record: Value) -> Kind:
    """Return the kind of a record, or of a part of one that has an id of its own."""
    return BY_CLASS[type(record).__name__]


def folder_of(file: str) -> str:
    """Return the folder of a file of a release: the first part of its name.

    >>> folder_of("declarations/489.json"), folder_of("topics.json")
    ('declarations', 'topics')
    """
    return file.partition("/")[0].removesuffix(".json")
