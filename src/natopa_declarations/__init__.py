"""The declarations of the NATO Parliamentary Assembly, as sourced, immutable, typed objects.

>>> import natopa_declarations as natopa
>>> corpus = natopa.load()
>>> corpus.declaration(489).title
'Standing with Ukraine until Victory'
"""

# Importing this package runs nothing but these lines: every name is fetched on first use.
# Type checkers know this name, and it costs no import of typing.  Under a plain False, editors
# that complete by jedi would skip the lines below.
TYPE_CHECKING = not __name__
if TYPE_CHECKING:
    from ._corpus import Corpus, load
    from ._coverage import CoverageReport, YearCoverage
    from ._errors import (
        DigestMismatchError,
        IncomparableError,
        InvalidDateError,
        InvalidDigestError,
        InvalidFilterError,
        InvalidQueryError,
        InvalidQuotationError,
        InvalidReferenceError,
        InvalidReleaseError,
        NatopaError,
        NotFoundError,
        SearchUnavailableError,
    )
    from ._ids import (
        AmendmentId,
        AssemblySizeId,
        BodyId,
        ClaimId,
        ClauseId,
        DecisionId,
        GapId,
        MemberStateId,
        ParticipationClassId,
        PersonId,
        Ref,
        SessionId,
        SourceId,
        StatementId,
        TextId,
        TopicId,
        VoteId,
    )
    from ._model.agents import Body, Membership, Person, Topic
    from ._model.assembly import AssemblySize, Gap, MemberState, ParticipationClass
    from ._model.claims import Claim
    from ._model.dates import PartialDate
    from ._model.packaged import PackagedRelease
    from ._model.quotations import Outcome, Passage, Quotation, Variant
    from ._model.references import Reference
    from ._model.releases import Change, FileName, Release
    from ._model.sessions import AttendanceAccount, Decision, Participant, Session
    from ._model.sources import Account, Citation, Source
    from ._model.spans import Span
    from ._model.statements import Statement
    from ._model.texts import (
        AdoptedText,
        Amendment,
        Clause,
        Declaration,
        Edition,
        Presence,
        Relation,
        Resolution,
        Support,
        Vote,
        VoteAccount,
    )
    from ._model.wordings import Reading, Wording
    from ._model.words import (
        BodyKind,
        ChangeKind,
        ClaimKind,
        Confidence,
        Coverage,
        EditionName,
        Fidelity,
        Medium,
        Mode,
        PresidentBasis,
        Qualifier,
        RelationKind,
        Role,
        Season,
        SessionFormat,
        SourceKind,
        Verdict,
    )
    from ._releases import release_files, releases
    from ._verification import Verification, verify
    from .compare import Diff, diff
    from .compare.differences import Difference, DifferenceKind, Item, WordChange
    from .search import Hit, SearchKind

__version__ = "0.1.0"

__all__ = [
    "Account",
    "AdoptedText",
    "Amendment",
    "AmendmentId",
    "AssemblySize",
    "AssemblySizeId",
    "AttendanceAccount",
    "Body",
    "BodyId",
    "BodyKind",
    "Change",
    "ChangeKind",
    "Citation",
    "Claim",
    "ClaimId",
    "ClaimKind",
    "Clause",
    "ClauseId",
    "Confidence",
    "Corpus",
    "Coverage",
    "CoverageReport",
    "Decision",
    "DecisionId",
    "Declaration",
    "Diff",
    "Difference",
    "DifferenceKind",
    "DigestMismatchError",
    "Edition",
    "EditionName",
    "Fidelity",
    "FileName",
    "Gap",
    "GapId",
    "Hit",
    "IncomparableError",
    "InvalidDateError",
    "InvalidDigestError",
    "InvalidFilterError",
    "InvalidQueryError",
    "InvalidQuotationError",
    "InvalidReferenceError",
    "InvalidReleaseError",
    "Item",
    "Medium",
    "MemberState",
    "MemberStateId",
    "Membership",
    "Mode",
    "NatopaError",
    "NotFoundError",
    "Outcome",
    "PackagedRelease",
    "PartialDate",
    "Participant",
    "ParticipationClass",
    "ParticipationClassId",
    "Passage",
    "Person",
    "PersonId",
    "Presence",
    "PresidentBasis",
    "Qualifier",
    "Quotation",
    "Reading",
    "Ref",
    "Reference",
    "Relation",
    "RelationKind",
    "Release",
    "Resolution",
    "Role",
    "SearchKind",
    "SearchUnavailableError",
    "Season",
    "Session",
    "SessionFormat",
    "SessionId",
    "Source",
    "SourceId",
    "SourceKind",
    "Span",
    "Statement",
    "StatementId",
    "Support",
    "TextId",
    "Topic",
    "TopicId",
    "Variant",
    "Verdict",
    "Verification",
    "Vote",
    "VoteAccount",
    "VoteId",
    "WordChange",
    "Wording",
    "YearCoverage",
    "__version__",
    "diff",
    "load",
    "release_files",
    "releases",
    "verify",
]

_HOMES = {
    "_corpus": "Corpus load",
    "_coverage": "CoverageReport YearCoverage",
    "compare.differences": "Difference DifferenceKind Item WordChange",
    "_errors": "DigestMismatchError IncomparableError InvalidDateError InvalidDigestError InvalidFilterError InvalidQueryError InvalidQuotationError InvalidReferenceError InvalidReleaseError NatopaError NotFoundError SearchUnavailableError",
    "_ids": "AmendmentId AssemblySizeId BodyId ClaimId ClauseId DecisionId GapId MemberStateId ParticipationClassId PersonId Ref SessionId SourceId StatementId TextId TopicId VoteId",
    "_model.agents": "Body Membership Person Topic",
    "_model.assembly": "AssemblySize Gap MemberState ParticipationClass",
    "_model.claims": "Claim",
    "_model.dates": "PartialDate",
    "_model.quotations": "Outcome Passage Quotation Variant",
    "_model.packaged": "PackagedRelease",
    "_model.references": "Reference",
    "_model.releases": "Change FileName Release",
    "_model.sessions": "AttendanceAccount Decision Participant Session",
    "_model.sources": "Account Citation Source",
    "_model.spans": "Span",
    "_model.statements": "Statement",
    "_model.texts": "AdoptedText Amendment Clause Declaration Edition Presence Relation Resolution Support Vote VoteAccount",
    "_model.wordings": "Reading Wording",
    "_model.words": "BodyKind ChangeKind ClaimKind Confidence Coverage EditionName Fidelity Medium Mode PresidentBasis Qualifier RelationKind Role Season SessionFormat SourceKind Verdict",
    "_releases": "release_files releases",
    "_verification": "Verification verify",
    "compare": "Diff diff",
    "search": "Hit SearchKind",
}


if not TYPE_CHECKING:
    # A type checker must not see this, or it would let every misspelt name pass.

    def __getattr__(name: str) -> object:
        for home, names in _HOMES.items():
            if name in names.split():
                from importlib import import_module

                value: object = getattr(import_module(f"{__name__}.{home}"), name)
                globals()[name] = value
                return value
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def __dir__() -> list[str]:
    return __all__
