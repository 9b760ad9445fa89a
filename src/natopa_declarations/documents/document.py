"""A user's document as the reader understood it."""

from __future__ import annotations

from typing import final

import attrs

from ..model.documents import Doubt, DocumentText
from ..model.value import Value
from ..model.words import Fidelity
from .formats import Format


@final
@attrs.frozen(eq=False, repr=False, kw_only=True)
class Document(Value):
    """A user's own document, and the declarations and resolutions that stand in it."""

    digest: str
    """The digest of its bytes, as ``sha256:`` and 64 digits."""
    name: str
    """The name of the file, without the folders; empty where it has none."""
    format: Format
    pages: int
    """How many pages it has; 1 where the format has no pages."""
    fidelity: Fidelity
    """How near its words are to the Assembly's: *official* only where the user says so."""
    texts: tuple[DocumentText, ...]
    doubts: tuple[Doubt, ...] = ()
    """What is not clear about the document as a whole; each text has doubts of its own."""
