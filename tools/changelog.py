"""The lines of CHANGELOG.md and CITATION.cff that follow from the data."""

from __future__ import annotations

import re
from collections import Counter

from natopa_declarations import model
from natopa_declarations._codec.formats import MANIFEST
from natopa_declarations._codec.strict import decode_manifest

from . import digests

CHANGELOG = digests.ROOT / "CHANGELOG.md"
CITATION = digests.ROOT / "CITATION.cff"


def release_of(version: str) -> model.Release:
    """Return what the manifest of a release says."""
    return decode_manifest((digests.DATA / version / MANIFEST).read_bytes())


def changelog(text: str) -> str:
    """Return the changelog with the digest and the changes of each release as they are now.

    A release without an item of its own gets one, with its title, as the last under *Data* in the
    newest section; the words of an item may then be written anew by hand.
    """
    for version in digests.versions():
        lines = f"  `{digests.digest(version)}`\n  Changes: {counts(version)}.\n"
        old = re.compile(rf"^- Release {re.escape(version)}[,:]", re.MULTILINE).search(text)
        if old is None:
            title = release_of(version).title
            item, start = f"- Release {version}: {title.rstrip('.')}.\n", _end_of_data(text)
            end = start
        else:
            start, end = old.start(), _end(text, old.start())
            item = re.sub(
                r"^  `sha256:.*\n(  Changes: .*\n)?", "", text[start:end], flags=re.MULTILINE
            )
        text = text[:start] + item + lines + text[end:]
    return text


def _end_of_data(text: str) -> int:
    """Return where the items under *Data* in the newest section end."""
    newest = re.compile(r"## .*\n(?:(?!## ).*\n)*?### Data\n\n(?:(?!#).*\S.*\n)*")
    found = newest.match(text, text.index("\n## ") + 1)
    if found is None:
        raise SystemExit(f"{CHANGELOG.name}: write a section '### Data' under the newest version")
    return found.end()


def _end(text: str, start: int) -> int:
    """Return where the item of a list that begins at `start` ends."""
    found = re.compile(r"^(?!  )", re.MULTILINE).search(text, start + 1)
    return len(text) if found is None else found.start()


def counts(version: str) -> str:
    """Say how many changes of each kind a release lists."""
    changes = release_of(version).changes
    numbers = Counter(change.kind for change in changes if change.retired_in is None)
    told = [f"{numbers[kind]} {kind}" for kind in model.ChangeKind if numbers[kind]]
    return ", ".join(told) or "none"


def citation(text: str) -> str:
    """Return CITATION.cff with the newest release of the data."""
    release = release_of(digests.versions()[-1])
    for pattern, new in (
        (r"release \S+ of the data", f"release {release.version} of the data"),
        (r'(?<=\n    version: )".*"', f'"{release.version}"'),
        (r"(?<=\n    date-released: ).*", str(release.published)),
    ):
        text, found = re.subn(pattern, new, text)
        if found != 1:
            raise SystemExit(f"{CITATION.name}: expected one line for {pattern!r}, found {found}")
    return text
