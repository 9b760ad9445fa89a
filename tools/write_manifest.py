"""Put the list of files of a release in document order, and check that it loads.

    python -m tools.write_manifest FOLDER

Kinds come in the order of the format; sessions, declarations and resolutions in order of time,
the undated last; every other kind by name.  What changed, and why, is written by hand.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import attrs

import natopa_declarations as natopa
from natopa_declarations import model
from natopa_declarations._codec.kinds import BY_FOLDER, folder_of
from natopa_declarations._codec.strict import decode_manifest
from natopa_declarations._codec.writing import encode

if TYPE_CHECKING:
    from typing import Any


def files(folder: Path) -> tuple[model.FileName, ...]:
    """Return the names of the files of records in `folder`, in document order."""
    names = [path.relative_to(folder).as_posix() for path in folder.rglob("*.json")]
    names.remove("manifest.json")

    def place(name: str) -> tuple[int, Any, str]:
        return list(BY_FOLDER).index(folder_of(name)), _time(folder / name), name

    return tuple([model.FileName(name) for name in sorted(names, key=place)])


def _time(file: Path) -> tuple[str, int, int]:
    """Return what orders a file of one session or text: its time, and then its number."""
    record = json.loads(file.read_bytes())[0]
    session = record.get("session", "")
    if "season" in record:
        return str(record["year"]), record["season"] == "annual", 0
    if file.parent.name not in ("declarations", "resolutions"):
        return "", 0, 0
    year = session[:4] or record.get("adopted", "9999")[:4]
    return year, session.endswith("annual") or not session, record.get("number", 10**9)


def main(arguments: list[str]) -> int:
    """Rewrite the manifest of the folder that is named."""
    (argument,) = arguments
    folder = Path(argument)
    manifest = folder / "manifest.json"
    release = attrs.evolve(decode_manifest(manifest.read_bytes()), files=files(folder))
    manifest.write_bytes(encode(release, release.format))
    try:
        print(natopa.load(folder))
    except natopa.NatopaError as error:
        raise SystemExit(str(error)) from None
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
