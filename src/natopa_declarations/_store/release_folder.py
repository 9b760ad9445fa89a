"""The folder of a packaged release, inside the package.

It is a module of its own, as what it imports takes long to import.
"""

from __future__ import annotations

from importlib.resources.abc import Traversable

from importlib_resources import files

from .releases import recorded_digest


def release_files(version: str) -> Traversable:
    """Return the folder of a packaged release, to read its JSON as it stands.

    The folder may be inside a zip file; it has the methods of
    `importlib.resources.abc.Traversable`.

    >>> import natopa_declarations as natopa
    >>> natopa.release_files("2026.1").joinpath("manifest.json").is_file()
    True
    """
    recorded_digest(version)
    return files(__name__.partition(".")[0]).joinpath("data", version)
