"""Any bytes in the place of a file are a release, or are refused.

The first byte chooses the file.
"""

from __future__ import annotations

import atheris

with atheris.instrument_imports(include=["natopa_declarations"]):
    from natopa_declarations._codec.formats import MANIFEST
    from natopa_declarations._codec.kinds import folder_of
    from natopa_declarations._codec.strict import decode, decode_manifest
    from natopa_declarations._codec.writing import encode

from tests.fuzz.harness import run
from tests.small_release import documents, written

FILES = {name: written(document) for name, document in documents().items()}
NAMES = list(FILES)


def test(content: bytes) -> None:
    """What is loaded is written again, and read again as the same."""
    number = content[0] % len(NAMES) if content else 0
    files = FILES | {NAMES[number]: content[1:]}
    release = decode_manifest(files.pop(MANIFEST))
    assert decode_manifest(encode(release, release.format)) == release
    content_of = {name: files[name] for name in release.files if name in files}
    records, _ = decode(release, content_of)
    for folder in {folder_of(name) for name in content_of}:
        encode(records[folder], release.format)


if __name__ == "__main__":
    run(test, *[bytes([number]) + content for number, content in enumerate(FILES.values())])
