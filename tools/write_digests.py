"""Write the digests of the releases where they are recorded.

    python -m tools.write_digests           after every change of the release in preparation
    python -m tools.write_digests --freeze  once, when it is published

Beside the folder of a release stands its listing, as sha256sum prints it; the digest of the
listing is that of the release, and goes into data/releases.json and into CHANGELOG.md.  A frozen
release is also in tests/frozen.sha256, and is never written again.
"""

from __future__ import annotations

import json
import re
import sys
from collections import Counter
from pathlib import Path

import natopa_declarations as natopa
from natopa_declarations import model
from natopa_declarations._store import releases as _releases
from natopa_declarations._store.digests import (
    PREFIX,
    digest_of,
    listing,
    read_listing,
    write_listing,
)

ROOT = Path(__file__).parent.parent
DATA = ROOT / "src" / "natopa_declarations" / "data"
FROZEN = ROOT / "tests" / "frozen.sha256"
CHANGELOG = ROOT / "CHANGELOG.md"


def versions() -> list[str]:
    """Return the versions that have a folder, oldest first."""
    names = [path.name for path in DATA.iterdir() if path.is_dir()]
    return sorted(names, key=lambda name: [int(part) for part in name.split(".")])


def frozen() -> dict[str, str]:
    """Return the digests of the frozen releases."""
    listed = read_listing(FROZEN.name, FROZEN.read_bytes())
    return {name.removesuffix(".sha256"): digest for name, digest in listed.items()}


def listing_of(version: str) -> bytes:
    """Return the listing of the files of a release as they are now."""
    return listing(_releases.contents(DATA / version).items())


def release_list() -> str:
    """Return what data/releases.json has to say."""
    releases = [
        {"version": version, "digest": digest_of(listing_of(version))} for version in versions()
    ]
    return json.dumps(releases, indent=2) + "\n"


def changelog(text: str) -> str:
    """Return the changelog with one line of each release written anew: digest and changes."""
    for version in versions():
        lines = f"  `{digest_of(listing_of(version))}`\n  Changes: {counts(version)}.\n"
        old = re.search(rf"^- Release {re.escape(version)}[,:]", text, re.MULTILINE)
        if old is None:
            sys.exit(f"CHANGELOG.md: write a line '- Release {version}, ...' under Data first")
        start, end = old.start(), _end(text, old.start())
        item = re.sub(
            r"^  `sha256:.*\n(  Changes: .*\n)?", "", text[start:end], flags=re.MULTILINE
        )
        text = text[:start] + item + lines + text[end:]
    return text


def _end(text: str, start: int) -> int:
    """Return where the item of a list that begins at `start` ends."""
    found = re.compile(r"^(?!  )", re.MULTILINE).search(text, start + 1)
    return len(text) if found is None else found.start()


def counts(version: str) -> str:
    """Say how many changes of each kind a release lists."""
    changes = natopa.load(DATA / version).release.changes
    numbers = Counter(change.kind for change in changes if change.retired_in is None)
    return ", ".join([f"{numbers[kind]} {kind}" for kind in model.ChangeKind if numbers[kind]])


def freeze(version: str) -> None:
    """Record that a release is published, and never to change."""
    digests = {f"{name}.sha256": digest for name, digest in frozen().items()}
    digests[f"{version}.sha256"] = digest_of(listing_of(version))
    FROZEN.write_bytes(write_listing(digests))


def main(arguments: list[str]) -> int:
    """Write every record of the digests anew; refuse where a frozen release has changed."""
    for version, digest in frozen().items():
        if digest_of(listing_of(version)) != digest:
            sys.exit(f"{version} is frozen with {PREFIX}...{digest[-8:]}, and has other bytes now")
    newest = versions()[-1]
    (DATA / f"{newest}.sha256").write_bytes(listing_of(newest))
    (DATA / "releases.json").write_text(release_list(), encoding="utf-8")
    CHANGELOG.write_text(changelog(CHANGELOG.read_text(encoding="utf-8")), encoding="utf-8")
    print(f"{newest} {digest_of(listing_of(newest))}")
    if arguments == ["--freeze"]:
        freeze(newest)
        print(f"froze {newest}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
