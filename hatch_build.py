"""What the build checks first: no file of the data has the line ends of another system.

The digests of the releases are those of bytes, so a wheel that was built from a clone in which git
had changed line ends would fail its own `natopa verify`.
"""

from __future__ import annotations

from pathlib import Path

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

DATA = Path("src", "natopa_declarations", "data")
ENOUGH = 5


class CustomBuildHook(BuildHookInterface):
    """The hook that Hatchling looks for in this file."""

    def initialize(self, version: str, build_data: dict[str, object]) -> None:  # noqa: ARG002
        """Refuse to build from data with carriage returns."""
        check(Path(self.root))


def check(root: Path) -> None:
    """Raise where a file of the data of a project has a carriage return."""
    files = [file for file in sorted((root / DATA).rglob("*")) if file.is_file()]
    if not files:
        raise ValueError(f"expected files in {DATA}, found none")
    changed = [file.relative_to(root).as_posix() for file in files if b"\r" in file.read_bytes()]
    if changed:
        more = f" and {len(changed) - ENOUGH} more" if len(changed) > ENOUGH else ""
        raise ValueError(
            f"expected line feeds only, found carriage returns in {', '.join(changed[:ENOUGH])}"
            f"{more}; try: git config core.autocrlf false && git checkout-index --force --all"
        )
