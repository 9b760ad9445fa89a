"""The records of a release, found by id, number or name."""

from __future__ import annotations

from collections.abc import Mapping

from .. import model
from .._codec.kinds import BY_CLASS, Kind, kind_of
from .._messages import with_article
from ..errors import NotFoundError
from ..model.ids import is_name, record_of
from ..model.texts import AdoptedText
from ..model.value import Value, id_of
from . import accepts
from .arguments import identifier
from .manifest import Manifest

TYPE_CHECKING = not __name__
if TYPE_CHECKING:
    from typing import TypeVar

    from .indexes import Indexes

    R = TypeVar("R", bound=Value)

TEXTS = (BY_CLASS["Declaration"], BY_CLASS["Resolution"])


class Records(Value):
    """The records of a release, with their parts; the fields are those of `Corpus`."""

    __slots__ = ()

    _release: model.Release | Manifest
    _records: Mapping[str, tuple[accepts.Any, ...]]
    _index: Mapping[str, Value]
    _built: dict[str, accepts.Any]

    @property
    def _indexes(self) -> Indexes:
        """What was worked out from the records; a first answer needs none of it."""
        if not self._built:
            from .indexes import Indexes

            self._built.setdefault("indexes", Indexes())
        return self._built["indexes"]  # type: ignore[no-any-return]

    @property
    def _published(self) -> model.Release:
        """The release as it was published; the manifest of a packaged one is read for it."""
        return self._release() if isinstance(self._release, Manifest) else self._release

    @property
    def release(self) -> model.Release:
        """The release that was loaded, with what was found wrong in it since."""
        from .._store.advisories import advised

        # The advisories are read with the first question about the release, and no earlier.
        return self._indexes.release.get(lambda: advised(self._published))

    def _look_up(self, cls: type[R], value: accepts.Number | str) -> R:
        """Return the one record of a class with this id, number or name."""
        kinds = TEXTS if cls is AdoptedText else (BY_CLASS[cls.__name__],)
        called = "adopted text" if cls is AdoptedText else kinds[0].words
        by = (
            f"the {'number, id or title' if kinds[0] in TEXTS else 'id'} of {with_article(called)}"
        )
        wanted = identifier(value, by, numbers=kinds[0] in TEXTS)
        found = self._index.get(wanted)
        if isinstance(found, cls):
            return found  # pyright: ignore[reportReturnType]
        return self._only(self._named(wanted, kinds), called, wanted, cls)  # type: ignore[return-value]

    def _named(self, name: str, kinds: list[Kind] | tuple[Kind, ...]) -> list[Value]:
        """Return the records of these kinds that have this name."""
        from ..model.names import fold

        # An id that is retired is not a name of what took its place.
        if is_name(record_of(name)) and self._published.retirement(name) is not None:
            return []
        found, wanted = [], fold(name)
        for kind in kinds:
            found += self._names(kind).get(wanted, [])
        return found

    def _names(self, kind: Kind) -> Mapping[str, list[Value]]:
        """Return the records of a kind by their names, as `fold` leaves them."""
        from .indexes import Built
        from .names import by_name

        built = self._indexes.names.setdefault(kind.name, Built())
        return built.get(lambda: by_name(self._of_kind(kind), kind))

    def _only(self, matches: list[Value], called: str, name: str, cls: type[Value]) -> Value:
        """Return the only match; raise where there is none, or more than one."""
        if not matches:
            raise self._missing(called, name, cls)
        if len(matches) == 1:
            return matches[0]
        from .names import counted

        kinds = {kind_of(match).plural for match in matches}
        what = counted(len(matches), kinds.pop() if len(kinds) == 1 else "records")
        ids = tuple([id_of(match) for match in matches])
        problem = f"{name!r} matches {what}: {', '.join(map(repr, ids))}; give an id"
        raise NotFoundError(called, name, ids, problem=problem)

    def _explanation(self, value: str) -> model.Gap | None:
        """Return the gap that explains why nothing has this number or id."""
        from .names import explains

        found = (gap for gap in self._records["gaps"] if explains(gap, value))
        return next(found, None)

    def _of_kind(self, kind: Kind) -> tuple[Value, ...]:
        """Return the records or parts of one kind, in document order."""
        if not kind.part:
            return self._records[kind.plural]
        return tuple([value for value in self._index.values() if isinstance(value, kind.cls)])

    def _missing(self, called: str, value: str, cls: type[Value]) -> NotFoundError:
        """Make the error for a lookup that failed, with suggestions."""
        from ..model.names import fold
        from .names import is_number, names_of, suggestions

        found = self._index.get(value)
        if found is not None:
            kind = kind_of(found)
            problem = (
                f"{value} is {with_article(kind.words)}, not {with_article(called)}: "
                f"use `corpus.{kind.method}({value if is_number(value) else repr(value)})`"
            )
            return NotFoundError(called, value, problem=problem)
        retired = self._published.retirement(value)
        if retired is not None:
            reason, version = retired.reason.rstrip("."), self._published.version
            hint = f"it was retired in release {retired.retired_in or version}: {reason}"
            return NotFoundError(called, value, hint=hint, successor=retired.successor)
        names = {
            fold(name): identifier
            for identifier, record in self._index.items()
            if isinstance(record, cls)
            for name in (identifier, *names_of(record, kind_of(record)))
        }
        gap = self._explanation(value)
        hint = f"{gap.id}: {gap.summary.rstrip('.')}" if gap is not None else self._beyond(value)
        return NotFoundError(called, value, suggestions(value, names), hint)

    def _beyond(self, value: str) -> str:
        """Say up to which day the release covers, if a number is greater than all that it has."""
        from .names import is_number

        texts = (*self._records["declarations"], *self._records["resolutions"])
        last = max([text.number or 0 for text in texts], default=0)
        return self._published.reach if is_number(value) and int(value) > last else ""
