"""Names of a package that are fetched when they are first used: importing it costs nothing."""

from __future__ import annotations

TYPE_CHECKING = not __name__
if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from typing import Any


def on_first_use(
    package: dict[str, Any], homes: Mapping[str, str]
) -> tuple[list[str], Callable[[str], object], Callable[[], list[str]]]:
    """Return the `__all__`, `__getattr__` and `__dir__` of a package, given its globals.

    `homes` has the names that stand in each of its modules.  The package itself does not ask this,
    since importing it imports nothing.
    """
    found = {name: home for home, names in homes.items() for name in names.split()}
    listed = sorted(found)
    path = package["__name__"]

    def fetch(name: str) -> object:
        if name not in found:
            raise AttributeError(f"module {path!r} has no attribute {name!r}")
        value: object = getattr(__import__(f"{path}.{found[name]}", fromlist=[name]), name)
        return package.setdefault(name, value)

    return listed, fetch, lambda: listed
