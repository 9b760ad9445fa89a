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
    from ._compare import Diff, diff
    from ._compare.differences import Difference, DifferenceKind, Item, WordChange
    from ._corpus.corpus import Corpus, load
    from ._corpus.coverage import CoverageReport, YearCoverage
    from ._search import Hit, SearchKind
    from ._store.releases import release_files, releases
    from ._store.verification import Verification, verify
    from .errors import (
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
    from .model.agents import Body, Membership, Person, Topic
    from .model.assembly import AssemblySize, Gap, MemberState, ParticipationClass
    from .model.claims import Claim
    from .model.dates import PartialDate
    from .model.ids import (
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
    from .model.packaged import PackagedRelease
    from .model.quotations import Outcome, Passage, Quotation, Variant
    from .model.references import Reference
    from .model.releases import Change, FileName, Release
    from .model.sessions import AttendanceAccount, Decision, Participant, Session
    from .model.sources import Account, Citation, Source
    from .model.spans import Span
    from .model.statements import Statement
    from .model.texts import (
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
    from .model.wordings import Reading, Wording
    from .model.words import (
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
    "_corpus.corpus": "Corpus load",
    "_corpus.coverage": "CoverageReport YearCoverage",
    "_compare.differences": "Difference DifferenceKind Item WordChange",
    "errors": "DigestMismatchError IncomparableError InvalidDateError InvalidDigestError InvalidFilterError InvalidQueryError InvalidQuotationError InvalidReferenceError InvalidReleaseError NatopaError NotFoundError SearchUnavailableError",
    "model.ids": "AmendmentId AssemblySizeId BodyId ClaimId ClauseId DecisionId GapId MemberStateId ParticipationClassId PersonId Ref SessionId SourceId StatementId TextId TopicId VoteId",
    "model.agents": "Body Membership Person Topic",
    "model.assembly": "AssemblySize Gap MemberState ParticipationClass",
    "model.claims": "Claim",
    "model.dates": "PartialDate",
    "model.quotations": "Outcome Passage Quotation Variant",
    "model.packaged": "PackagedRelease",
    "model.references": "Reference",
    "model.releases": "Change FileName Release",
    "model.sessions": "AttendanceAccount Decision Participant Session",
    "model.sources": "Account Citation Source",
    "model.spans": "Span",
    "model.statements": "Statement",
    "model.texts": "AdoptedText Amendment Clause Declaration Edition Presence Relation Resolution Support Vote VoteAccount",
    "model.wordings": "Reading Wording",
    "model.words": "BodyKind ChangeKind ClaimKind Confidence Coverage EditionName Fidelity Medium Mode PresidentBasis Qualifier RelationKind Role Season SessionFormat SourceKind Verdict",
    "_store.releases": "release_files releases",
    "_store.verification": "Verification verify",
    "_compare": "Diff diff",
    "_search": "Hit SearchKind",
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
