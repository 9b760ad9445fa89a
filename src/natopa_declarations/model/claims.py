"""The assertions of sources, one by one, and how other sources judge each."""

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
    """The kind of assertion, such as words of the text, an event or an office."""
    text: str
    """What the source asserts, in our words except for quotations."""
    citation: Citation
    """The source that asserts it."""
    about: tuple[ids.Ref, ...]
    """The records that it is about."""
    verdict: words.Verdict
    """How the other sources judge it, in a word."""
    finding: str
    """How the other sources judge it, in our words."""
    evidence: tuple[Citation, ...] = ()
    """The sources of the finding; empty if none was found."""
    inference: str | None = None
    """Our reasoning, if the finding goes beyond what a source states."""
