"""Ids, references, and their grammar.

A record with a file of its own has a plain id: lower-case letters and digits, in groups joined by
single hyphens (``489``, ``2024-spring``, ``yehor-chernyev``).  The name of a part of such a record
follows a ``#`` (``489#lift-restrictions``), that of an edition of a text an ``@``
(``489@draft``):

    reference = name [ "@" name | "#" name ]
    name      = group *( "-" group )
    group     = 1*( %x61-7A / %x30-39 )        ; a-z, 0-9

Ids are unique within a release, so a reference needs no kind.
"""

from __future__ import annotations

from collections.abc import Iterable

TYPE_CHECKING = not __name__
if TYPE_CHECKING:
    from typing import NewType

    SourceId = NewType("SourceId", str)
    """The id of a `Source`, such as ``lb-ua-29512``."""
    TopicId = NewType("TopicId", str)
    """The id of a `Topic`, such as ``weapons-restrictions``."""
    BodyId = NewType("BodyId", str)
    """The id of a `Body`, such as ``nato-parliamentary-assembly``."""
    PersonId = NewType("PersonId", str)
    """The id of a `Person`, such as ``michal-szczerba``."""
    SessionId = NewType("SessionId", str)
    """The id of a `Session`: the year and the season, such as ``2024-spring``."""
    DecisionId = NewType("DecisionId", str)
    """The id of a `Decision`: its session's and a name, such as ``2024-spring#status``."""
    TextId = NewType("TextId", str)
    """The id of a `Declaration` or `Resolution`: its number (``489``), or a name without one."""
    AmendmentId = NewType("AmendmentId", str)
    """The id of an `Amendment`: its text's and a name, such as ``489#amendment-restrictions``."""
    ClauseId = NewType("ClauseId", str)
    """The id of a `Clause`: its text's and a name, such as ``489#lift-restrictions``."""
    VoteId = NewType("VoteId", str)
    """The id of a `Vote`: its text's and a name, such as ``489#vote-whole``."""
    StatementId = NewType("StatementId", str)
    """The id of a `Statement`, such as ``szczerba-they-need-it-now``."""
    ClaimId = NewType("ClaimId", str)
    """The id of a `Claim`: its source's and a name, such as ``lb-ua-29512#s20``."""
    MemberStateId = NewType("MemberStateId", str)
    """The id of a `MemberState`: ``member`` and its country, such as ``member-bg``."""
    AssemblySizeId = NewType("AssemblySizeId", str)
    """The id of an `AssemblySize`: ``size`` and its first year, such as ``size-2010``."""
    ParticipationClassId = NewType("ParticipationClassId", str)
    """The id of a `ParticipationClass`: ``class`` and its name, such as ``class-associate``."""
    GapId = NewType("GapId", str)
    """The id of a `Gap`: ``gap`` and what is missing, such as ``gap-1957-annual``."""
    Country = NewType("Country", str)
    """A country as in ISO 3166-1 alpha-2, such as ``BG``; ``XK`` is Kosovo."""
    Ref = NewType("Ref", str)
    """A reference to any record, part or edition; `Corpus.resolve` turns it into the object."""
    FileName = NewType("FileName", str)
    """The name of a file of a release, relative to its folder, with ``/`` between the parts."""

TYPES = tuple(
    "SourceId TopicId BodyId PersonId SessionId DecisionId TextId AmendmentId ClauseId VoteId"
    " StatementId ClaimId MemberStateId AssemblySizeId ParticipationClassId GapId Country Ref"
    " FileName".split()
)
"""The types above: at run time each is made on first use, since typing is slow to import."""

GRAMMAR = (
    "a reference: names of a-z and 0-9 joined by single hyphens, then at most one"
    " '@edition' or '#part', such as '489#lift-restrictions'"
)


def is_name(text: str) -> bool:
    """Say whether `text` is a `name` of the grammar."""
    return (
        text.isascii()
        and text.replace("-", "").isalnum()
        and text == text.lower()
        and not text.startswith("-")
        and not text.endswith("-")
        and "--" not in text
    )


def record_of(reference: str) -> str:
    """Return the id of the record that a reference refers to, or to a part of.

    >>> record_of("489#lift-restrictions"), record_of("489@draft"), record_of("489")
    ('489', '489', '489')
    """
    return reference.partition("#")[0].partition("@")[0]


def within(references: Iterable[str], identifier: str) -> frozenset[str]:
    """Return the references to `identifier`, to its parts and to its editions.

    >>> sorted(within(["489", "489#lift-restrictions", "489@draft", "4890", "490"], "489"))
    ['489', '489#lift-restrictions', '489@draft']
    """
    inside = (f"{identifier}#", f"{identifier}@")
    return frozenset(
        [
            reference
            for reference in references
            if reference == identifier or reference.startswith(inside)
        ]
    )


if not TYPE_CHECKING:

    def __getattr__(name: str) -> object:
        if name not in TYPES:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        from typing import NewType

        return globals().setdefault(name, NewType(name, str))
