"""Whether everything that a release refers to is there, and is of the right kind."""

from __future__ import annotations

from itertools import chain, islice
from typing import TYPE_CHECKING, NewType, final

from .._messages import with_article
from ..errors import InvalidReleaseError
from ..model.ids import Ref, TextId, record_of
from ..model.sources import Source
from ..model.texts import AdoptedText
from ..model.words import ChangeKind
from .formats import MANIFEST
from .limits import ENOUGH
from .parsing import describe, find

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping
    from typing import Any

    from ..model.ids import FileName
    from ..model.releases import Release
    from ..model.value import Value

    Documents = Mapping[FileName, Any]
    Index = Mapping[str, Value]

REFERENCE = "a reference to a record of this release"
OF_A_TEXT = "a reference to a text, or to a part or edition of one"
RETIRED = "a retired id, which no record has"

IN_TEXT = NewType("IN_TEXT", str)
"""The type of a reference to a text, or to a part or an edition of one."""

LEADS_TO: dict[Any, type[Any] | None] = {Ref: None, TextId: AdoptedText, IN_TEXT: None}
"""The types of fields that refer to what is read later, and the class of what they lead to."""


@final
class Found:
    """The references that were read, and the keys under which references stand."""

    def __init__(self) -> None:
        self.keys: dict[str, Any] = {}
        self.valid: set[str] = set()
        """The texts of which it is known already that they are references."""
        self.texts: dict[tuple[FileName, Any], set[str]] = {}
        """The references of each file, by the type of the fields that have them."""

    def add(self, file: FileName, type_: Any, texts: Collection[str]) -> None:
        """Note references that a file has in fields of a type."""
        if texts:
            self.texts.setdefault((file, type_), set()).update(texts)


def check(release: Release, documents: Documents, index: Index, found: Found) -> None:
    """Raise for the first reference that leads nowhere, or to the wrong kind of record."""
    problems = chain(_in_changes(release, index), _in_records(documents, index, found))
    dangling = list(islice(problems, ENOUGH))
    if dangling:
        file, path, expected, text = dangling[0]
        raise InvalidReleaseError(file, path, expected, describe(text), len(dangling) - 1)


def id_of_a(cls: type[Any]) -> str:
    """Say what was expected where the id of a record of a class is due."""
    kind = "text" if cls is AdoptedText else cls.__name__.lower()
    return f"the id of {with_article(kind)} of this release"


def _in_changes(release: Release, index: Index) -> Iterator[tuple[str, str, str, str]]:
    retired: dict[str, str | None] = {}
    for position, change in enumerate(release.changes):
        if change.kind == ChangeKind.RETIRED:
            if change.record in retired:
                yield (
                    MANIFEST,
                    f"$.changes[{position}].record",
                    "an id retired once",
                    change.record,
                )
            retired.setdefault(change.record, change.successor)
    yield from _in_circles(release, retired)
    for position, change in enumerate(release.changes):
        path = f"$.changes[{position}]"
        leads = _leads_somewhere(change.record, index)
        if change.kind == ChangeKind.RETIRED:
            if leads:
                yield MANIFEST, f"{path}.record", RETIRED, change.record
        elif not leads:
            yield MANIFEST, f"{path}.record", REFERENCE, change.record
        for key in ("successor", "retired_in"):
            text = getattr(change, key)
            if text is not None and change.kind != ChangeKind.RETIRED:
                yield MANIFEST, f"{path}.{key}", f"no {key} where nothing is retired", text
        successor = change.successor
        if successor is not None and not (
            _leads_somewhere(successor, index)
            or successor in retired
            or record_of(successor) in retired
        ):
            yield MANIFEST, f"{path}.successor", f"{REFERENCE}, or a retired id", successor
        for number, source in enumerate(change.sources):
            if not isinstance(index.get(source), Source):
                yield MANIFEST, f"{path}.sources[{number}]", id_of_a(Source), source


def _in_circles(
    release: Release, successors: dict[str, str | None]
) -> Iterator[tuple[str, str, str, str]]:
    """Yield the first change whose successor was retired for what it is to succeed."""
    ended: set[str] = set()
    for position, change in enumerate(release.changes):
        way: dict[str, None] = {}
        step: str | None = change.record if change.kind == ChangeKind.RETIRED else None
        while step in successors and step not in ended:
            if step in way:
                path = f"$.changes[{position}].successor"
                yield MANIFEST, path, "a successor that is not its own", str(change.successor)
                break
            way[step] = None
            step = successors[step]
        ended.update(way)


def _in_records(
    documents: Documents, index: Index, found: Found
) -> Iterator[tuple[str, str, str, str]]:
    texts: dict[Any, set[str]] = {type_: set() for type_ in LEADS_TO}
    for (_, type_), some in found.texts.items():
        texts[type_] |= some
    lost = {
        type_: {text for text in some if not _leads(text, type_, index)}
        for type_, some in texts.items()
    }
    files = {file for (file, type_), some in found.texts.items() if some & lost[type_]}

    # The same words may stand in a title, so only keys that refer are looked at.
    def is_lost(key: str, value: Any) -> bool:
        return key in found.keys and type(value) is str and value in lost[found.keys[key]]

    for file in [file for file in documents if file in files]:
        for path, key, value in find(documents[file], is_lost):
            type_ = found.keys[key]
            cls = LEADS_TO[type_]
            anywhere = OF_A_TEXT if type_ is IN_TEXT and value in index else REFERENCE
            yield file, path, id_of_a(cls) if cls else anywhere, value


def _leads(text: str, type_: Any, index: Index) -> bool:
    cls = LEADS_TO[type_]
    if type_ is IN_TEXT and not isinstance(index.get(record_of(text)), AdoptedText):
        return False
    return _leads_somewhere(text, index) if cls is None else isinstance(index.get(text), cls)


def _leads_somewhere(text: str, index: Index) -> bool:
    record, mark, name = text.partition("@")
    if not mark:
        return text in index
    return name in [edition.name for edition in getattr(index.get(record), "editions", ())]
