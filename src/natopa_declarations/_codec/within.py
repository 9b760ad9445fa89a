"""What must hold within one record, whatever else the release has."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..model.sources import Citation
from .parsing import MismatchError, describe

if TYPE_CHECKING:
    from typing import Any

    from .shapes import Shape


def check_parts(value: Any, owned: list[str]) -> None:
    """Raise for the first part whose id is not its owner's, and for an edition that is twice."""
    start = f"{value.id}#"
    for name in owned:
        for position, part in enumerate(getattr(value, name)):
            if not part.id.startswith(start):
                expected = f"the id of a part of {value.id!r}"
                raise MismatchError(expected, describe(part.id), f".{name}[{position}].id")
    names: list[str] = []
    for position, edition in enumerate(getattr(value, "editions", ())):
        if edition.name in names:
            found = f"{describe(edition.name)} twice"
            raise MismatchError("each edition once", found, f".editions[{position}].name")
        names.append(edition.name)


def check_citations(value: Any, cited: list[Shape], shapes: tuple[Shape, ...]) -> None:
    """Raise for the first citation that supports a field which the record does not have."""
    for shape in cited:
        content = getattr(value, shape.name)
        for position, citation in enumerate(content if shape.many else (content,)):
            if not citation.fields:
                continue
            for number, name in enumerate(citation.fields):
                if name not in [known.name for known in shapes]:
                    place = f".{shape.key}[{position}]" if shape.many else f".{shape.key}"
                    expected = f"a field of the record: {', '.join(s.name for s in shapes)}"
                    raise MismatchError(expected, describe(name), f"{place}.fields[{number}]")


def check_items(items: tuple[Any, ...], shape: Shape) -> None:
    """Raise for the first item that a list has twice, and for a record that must be cited."""
    if not items and shape.required and shape.item is Citation:
        raise MismatchError("at least one citation", "an empty list")
    if len(items) < 2 or not (shape.by_id or isinstance(items[0], str)):
        return
    names = [getattr(item, "id", item) for item in items]
    if len(set(names)) < len(names):
        position = next(number for number, name in enumerate(names) if name in names[:number])
        raise MismatchError("each once", f"{describe(names[position])} twice", f"[{position}]")
