"""Write a copy of the package whose newest release has its records many times over.

Run it:  python -m benchmarks.grown TIMES FOLDER

The copy of a record has another id, such as `489x2`, and points to copies; all else in it is as
released.  So a packaged release grows as it would if the Assembly had adopted as many texts more,
each in a file of its own.  A process that has the folder on its path imports this copy.
"""

from __future__ import annotations

import argparse
import json
import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import natopa_declarations as natopa
from natopa_declarations._store import index

if TYPE_CHECKING:
    from typing import Any

PACKAGE = Path(natopa.__file__).parent
MANIFEST = "manifest.json"


def write(times: int, folder: Path) -> Path:
    """Write the package with its newest release alone, its records as many times; return it."""
    newest = natopa.releases()[-1]
    home = folder / PACKAGE.name
    shutil.copytree(PACKAGE, home, ignore=shutil.ignore_patterns("data", "__pycache__"))
    data = home / "data"
    shutil.copytree(PACKAGE / "data" / newest.version, data / newest.version)
    shutil.copy(PACKAGE / "data" / "advisories.json", data)
    listed = [{"version": newest.version, "digest": newest.digest}]
    (data / "releases.json").write_text(json.dumps(listed), encoding="utf-8")
    _grow(data / newest.version, times)
    contents = {
        file.relative_to(data / newest.version).as_posix(): file.read_bytes()
        for file in (data / newest.version).rglob("*.json")
    }
    (data / f"{newest.version}.index").write_bytes(index.of_release(contents))
    return home


def _grow(release: Path, times: int) -> None:
    manifest = json.loads((release / MANIFEST).read_bytes())
    found = {name: json.loads((release / name).read_bytes()) for name in manifest["files"]}
    known = {record["id"] for records in found.values() for record in records}
    changes, names = manifest["changes"], list[str]()
    for name, records in found.items():
        folder, _, own = name.rpartition("/")
        each = own.removesuffix(".json") in known
        grown = [_copy(record, known, number) for number in range(2, times + 1)
                 for record in records]  # fmt: skip
        files = {name: records if each else [*records, *grown]}
        files |= {f"{folder}/{record['id']}.json": [record] for record in grown if each}
        for file, content in files.items():
            text = json.dumps(content, ensure_ascii=False, indent=2) + "\n"
            (release / file).write_text(text, encoding="utf-8", newline="\n")
        names += files
    manifest["files"] = names
    manifest["changes"] = [change for number in range(1, times + 1)
                           for change in _copy(changes, known, number)]  # fmt: skip
    (release / MANIFEST).write_text(json.dumps(manifest, ensure_ascii=False), encoding="utf-8")


def _copy(value: Any, known: set[str], number: int) -> Any:
    """Return a copy in which each id of a record is that of the copy of this number."""
    if number == 1:
        return value
    if isinstance(value, dict):
        return {key: _copy(item, known, number) for key, item in value.items()}
    if isinstance(value, list):
        return [_copy(item, known, number) for item in value]
    if not isinstance(value, str):
        return value
    record = value.partition("#")[0].partition("@")[0]
    return f"{record}x{number}{value[len(record) :]}" if record in known else value


def main() -> None:
    """Write what the command line asks for."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0] if __doc__ else None)
    parser.add_argument("times", type=int)
    parser.add_argument("folder", type=Path)
    arguments = parser.parse_args()
    print(write(arguments.times, arguments.folder))


if __name__ == "__main__":
    main()
