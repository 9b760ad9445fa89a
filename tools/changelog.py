"""The lines of CHANGELOG.md and CITATION.cff that are derived from the data."""

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
    """Return the manifest of a release."""
    return decode_manifest((digests.DATA / version / MANIFEST).read_bytes())


def changelog(text: str) -> str:
    """Return the changelog with the present digest and changes of each release.

    A release without an item gets one, with its title, as the last under *Data* in the newest
    section; the words of an item may then be edited by hand.
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
    """Return the number of changes of each kind that a release lists."""
    changes = release_of(version).changes
    numbers = Counter(change.kind for change in changes if change.retired_in is None)
    parts = [f"{numbers[kind]} {kind}" for kind in model.ChangeKind if numbers[kind]]
    return ", ".join(parts) or "none"


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
