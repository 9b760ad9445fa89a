"""Write the index of each packaged release beside its folder, after the data changed.

python -m tools.write_index
"""

from __future__ import annotations

from natopa_declarations._codec.formats import MANIFEST
from natopa_declarations._codec.strict import decode_manifest
from natopa_declarations._store import folder, index

from .write_digests import DATA, versions


def index_of(version: str) -> bytes:
    """Return the index of the files of a release as they are now."""
    files = folder.contents(DATA / version)
    return index.build({name: files[name] for name in decode_manifest(files[MANIFEST]).files})


def main() -> None:
    """Write the index of every release anew."""
    for version in versions():
        (DATA / f"{version}.index").write_bytes(index_of(version))
        print(f"wrote {version}.index")


if __name__ == "__main__":
    main()
