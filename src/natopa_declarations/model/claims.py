"""What a source asserts, piece by piece, and how each piece stands."""

from __future__ import annotations

from .._deferred import final, frozen
from . import ids, words
from .sources import Citation
from .value import Value


@final
@frozen(eq=False, repr=False, kw_only=True)
class Claim(Value):
    """One atomic assertion of one source.

    >>> import natopa_declarations as natopa
    >>> claim = natopa.load("2026.1").claim("lb-ua-29512#s20")
    >>> claim.verdict, claim.about
    (<Verdict.CORROBORATED: 'corroborated'>, ('489#lift-restrictions',))
    """

    id: ids.ClaimId
    label: str
    """A short label for tables, such as ``S20``."""
    kind: words.ClaimKind
    """What sort of thing it asserts, such as words of the text, an event or an office."""
    text: str
    """What the source asserts: in our words, save for what stands in quotation marks."""
    citation: Citation
    """The source that asserts it."""
    about: tuple[ids.Ref, ...]
    """The records that it is about."""
    verdict: words.Verdict
    """How it stands against the other sources, in a word."""
    finding: str
    """How it stands against the other sources, in our words."""
    evidence: tuple[Citation, ...] = ()
    """The sources that the finding rests on; empty where none was found."""
    inference: str | None = None
    """Our reasoning, where the finding goes beyond what a source states."""
