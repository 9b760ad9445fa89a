"""Votes, as each source counts them."""

from __future__ import annotations

from .._deferred import final, frozen
from . import ids, words
from .dates import PartialDate
from .sources import Citation, Cited
from .value import Value


@final
@frozen(eq=False, repr=False, kw_only=True)
class VoteAccount(Cited):
    """One source's figures for a vote, in its own unit; None means that it has no figure.

    Popolo has one count for each option of a vote event.  Here each source has its own, as sources
    count different things: check `unit` before you add or compare figures of two accounts.
    """

    summary: str
    """What the source says, in our words."""
    citations: tuple[Citation, ...]
    verdict: words.Verdict
    """How the account compares with the others."""
    unit: str | None = None
    """What the figures count, such as "delegates" or "countries"."""
    in_favour: int | None = None
    """The votes for it, in `unit`."""
    against: int | None = None
    """The votes against it, in `unit`."""
    abstentions: int | None = None
    """The abstentions, in `unit`."""
    total: int | None = None
    """The total, in `unit`, if the source states it."""
    unanimous: bool | None = None
    """Whether the source calls it unanimous; None if it does not say."""
    opponents: tuple[str, ...] = ()
    """Those who voted against, according to the source."""
    inference: str | None = None
    """Our reasoning, if a figure was worked out or is doubtful."""


@final
@frozen(eq=False, repr=False, kw_only=True)
class Vote(Value):
    """A vote, and each source's account of it (Popolo: vote event).

    >>> import natopa_declarations as natopa
    >>> vote = natopa.load("2026.1").resolve("489#vote-amendment")
    >>> vote.on, vote.adopted
    ('489#amendment-restrictions', True)
    >>> sorted({account.unit for account in vote.accounts if account.against == 9})
    ['countries', 'delegates', 'member states', 'votes']
    """

    id: ids.VoteId
    on: ids.Ref
    """What was put to the vote: the text itself or an amendment."""
    adopted: bool
    """Whether what was put to the vote was adopted."""
    accounts: tuple[VoteAccount, ...]
    """The figures of each source."""
    date: PartialDate | None = None
    """When the vote took place."""
    note: str | None = None
