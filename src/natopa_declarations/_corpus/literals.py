"""What lookups and filters accept besides values of the model: words, numbers, days, records.

Only `accepts` imports this, when somebody asks for it: typing and datetime take long to import.
"""

from __future__ import annotations

from datetime import date
from typing import Any, Literal, SupportsIndex, TypeAlias

from .. import model

# fmt: off
__all__ = [
    "About", "Any", "ClaimKindWord", "ConfidenceWord", "CoverageWord", "FidelityWord",
    "MediumWord", "Number", "Record", "RoleWord", "SeasonWord", "SeenWord",
    "SessionFormatWord", "SourceKindWord", "VerdictWord", "date", "table",
]

# Type checkers know the words of an enumeration by these; a test keeps the two equal.
SeasonWord = Literal["spring", "annual"]
SessionFormatWord = Literal["in-person", "online", "hybrid"]
RoleWord = Literal["preamble", "operative", "unknown"]
SeenWord = Literal["whole", "cut-off", "reported"]
FidelityWord = Literal["official", "quoted", "translated", "reported", "paraphrased"]
MediumWord = Literal["facebook", "telegram", "speech", "release", "unknown"]
VerdictWord = Literal["corroborated", "refined", "contradicted", "unconfirmed"]
ConfidenceWord = Literal["high", "medium", "low"]
CoverageWord = Literal["full", "partial", "title", "number"]
SourceKindWord = Literal[
    "assembly", "alliance", "parliament", "government", "scholarship", "agency", "press", "weak",
    "document",
]
ClaimKindWord = Literal[
    "quotation", "paraphrase", "statement", "procedure", "decision", "office"
]

Number: TypeAlias = SupportsIndex
"""Whatever has `__index__`, such as the integers of numpy."""

About: TypeAlias = (
    model.AdoptedText | model.Clause | model.Amendment | model.Vote | model.Session
    | model.Decision | model.Person | model.Body
)
"""What a statement or claim may be about, as far as it has an id."""

Record: TypeAlias = (
    model.Topic | model.Source | model.Body | model.Person | model.Session | model.Decision
    | model.Declaration | model.Resolution | model.Amendment | model.Clause | model.Vote
    | model.Statement | model.Claim | model.MemberState | model.AssemblySize
    | model.ParticipationClass | model.Gap
)
"""Any record, or part of one, that has an id of its own."""
# fmt: on


def table() -> type:
    """Return the class of what `Corpus.table` returns."""
    from ..export.tables import Table

    return Table
