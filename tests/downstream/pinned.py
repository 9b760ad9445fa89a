"""A program that pins a data release by its version and by its digest."""

from __future__ import annotations

import natopa_declarations as natopa
from natopa_declarations import errors, model

RELEASE = "2026.1"
DIGEST = "sha256:772ae1a2232e456c3cb0abc1591fec4c3e1cab71f1aa635e745e0372433ed8f6"


def main() -> None:
    """Load the pinned release, look at the newest, and ask for bytes that are not there."""
    corpus = natopa.load(RELEASE, digest=DIGEST)
    newest: model.PackagedRelease = natopa.releases()[-1]
    clause = corpus.clause("489#lift-restrictions")
    print(corpus.release.version, corpus.release.digest == DIGEST, clause.id)
    verification: model.Verification = natopa.verify(RELEASE)
    print(f"as released: {not verification.differs}, {verification.files} files")
    diff: natopa.Diff = natopa.diff(corpus, natopa.load(newest.version, digest=newest.digest))
    added = [found for found in diff.differences if found.kind is model.DifferenceKind.ADDED]
    print(f"something new in {newest.version}: {bool(added)}")
    try:
        natopa.load(RELEASE, digest=newest.digest)
    except errors.DigestMismatchError as error:
        print(f"refused: {error.expected == newest.digest}, {error.found == DIGEST}")


if __name__ == "__main__":
    main()
