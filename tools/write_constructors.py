"""Write `_codec/constructors.py`: what builds the packaged records, generated from the model.

Run it after every change of the model:  python -m tools.write_constructors
"""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

import attrs

from natopa_declarations._codec.kinds import BY_FOLDER
from natopa_declarations._codec.shapes import Shape, has_id, shapes
from natopa_declarations.model.dates import PartialDate
from natopa_declarations.model.releases import Release

if TYPE_CHECKING:
    from typing import Any

SOURCE = Path(__file__).parent.parent / "src" / "natopa_declarations"
TARGET = SOURCE / "_codec" / "constructors.py"

LATE = ["assembly", "claims", "releases", "statements"]
"""Modules of the model whose classes are defined only when such records are read."""

HEAD = '''\
"""Build the packaged records from parsed JSON, checking nothing.

Generated from the model by tools/write_constructors.py; do not edit.  A test proves that
it is fresh, and that it builds the same values as the checking way of the codec.
"""

from __future__ import annotations

from functools import partial

from ..model import words
{imports}

TYPE_CHECKING = not __name__
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

{late}
    from ..model.value import Value

new = object.__new__
put = object.__setattr__


class _Words(dict[str, "Any"]):
    """The words of an enumeration, which is made when one of them is needed."""

    def __init__(self, name: str) -> None:
        self.name = name

    def __missing__(self, word: str) -> Any:
        return self.setdefault(word, getattr(words, self.name)(word))


def _date(text: str) -> PartialDate:
    year, month, day, *_ = [*map(int, text.split("-")), None, None]
    value = new(PartialDate)
    put(value, "year", year)
    put(value, "month", month)
    put(value, "day", day)
    return value

'''


def source() -> str:
    """Return the text of the module."""
    classes: list[type[Any]] = []
    enums: list[type[Any]] = []
    for cls in [*[kind.cls for kind in BY_FOLDER.values()], Release]:
        _collect(cls, classes, enums)
    homes: dict[str, set[str]] = {}
    for cls in [*classes, PartialDate]:
        homes.setdefault(cls.__module__.rpartition(".")[2], set()).add(cls.__name__)
    imports = "\n".join(
        f"from ..model.{module} import {', '.join(sorted(names))}"
        for module, names in sorted(homes.items())
        if module not in LATE
    )
    late = "\n".join(
        f"    from ..model.{module} import {', '.join(sorted(homes[module]))}" for module in LATE
    )
    parts = [HEAD.format(imports=imports, late=late)]
    parts += [f'{_table(cls)} = _Words("{cls.__name__}")' for cls in enums]
    parts += [_function(cls) for cls in classes]
    entries = "\n".join(
        f'    "{folder}": {_name(kind.cls)},' for folder, kind in BY_FOLDER.items()
    )
    annotation = "dict[str, Callable[[Any, dict[str, Value]], Value]]"
    parts.append(f"\n\nCONSTRUCTORS: {annotation} = {{\n{entries}\n}}\n")
    return "\n".join(parts)


def _collect(cls: type[Any], classes: list[type[Any]], enums: list[type[Any]]) -> None:
    """Add the classes that values of `cls` hold, and then `cls` itself."""
    for shape in shapes(cls):
        if isinstance(shape.item, type) and issubclass(shape.item, StrEnum):
            if shape.item not in enums:
                enums.append(shape.item)
        elif attrs.has(shape.item) and shape.item is not PartialDate and not shape.by_id:
            _collect(shape.item, classes, enums)
    if cls not in classes:
        classes.append(cls)


def _function(cls: type[Any]) -> str:
    module = cls.__module__.rpartition(".")[2]
    late = [f"    from ..model.{module} import {cls.__name__}", ""] if module in LATE else []
    old = {shape.name: shape.key for shape in shapes(cls, 1)}
    written = {shape.name: _expression(shape, old.get(shape.name, shape.key))
               for shape in shapes(cls)}  # fmt: skip
    lines = [
        f"\n\ndef {_name(cls)}(o: Any, known: Any) -> {cls.__name__}:",
        *late,
        "    get = o.get",
        f"    value = new({cls.__name__})",
    ]
    for field in attrs.fields(cls):
        # What does not stand in files may be put into what was parsed, such as a digest.
        expression = written.get(field.name, f'get("{field.name}", {field.default!r})')
        lines.append(f'    put(value, "{field.name}", {expression})')
    if has_id(cls):
        lines.append("    known[value.id] = value")
    return "\n".join([*lines, "    return value"])


def _expression(shape: Shape, old: str) -> str:
    """Return what makes a field of parsed JSON; `old` is the key that format 1 has for it."""
    convert = _conversion(shape)
    required = shape.default is attrs.NOTHING
    if old != shape.key:
        return f'get("{shape.key}", get("{old}"))'
    if shape.many:
        items = f'o["{shape.name}"]' if required else f'get("{shape.name}", ())'
        return (
            f"tuple({items})"
            if convert == "{}"
            else (f"tuple([{convert.format('x')} for x in {items}])")
        )
    if required:
        return convert.format(f'o["{shape.name}"]')
    if convert == "{}":
        default = "" if shape.default is None else f", {shape.default!r}"
        return f'get("{shape.name}"{default})'
    default = "None" if shape.default is None else f"{_table(shape.item)}[{str(shape.default)!r}]"
    return f'{convert.format("x")} if (x := get("{shape.name}")) is not None else {default}'


def _conversion(shape: Shape) -> str:
    if shape.by_id:
        return "partial(known.find, {})" if shape.late else "known[{}]"
    if shape.item is PartialDate:
        return "_date({})"
    if attrs.has(shape.item):
        return f"{_name(shape.item)}({{}}, known)"
    if isinstance(shape.item, type) and issubclass(shape.item, StrEnum):
        return f"{_table(shape.item)}[{{}}]"
    return "{}"


def _name(cls: type[Any]) -> str:
    return "".join(f"_{c.lower()}" if c.isupper() else c for c in cls.__name__)[1:]


def _table(cls: type[Any]) -> str:
    return f"_{_name(cls).upper()}"


if __name__ == "__main__":
    TARGET.write_text(source(), encoding="utf-8")
    print(f"wrote {TARGET.name}")
