"""The values: every class, controlled word and id of the records and of the answers.

>>> from natopa_declarations import model
>>> model.Role.OPERATIVE.value
'operative'
"""

# As in the package itself, every name is fetched on first use.
TYPE_CHECKING = not __name__
if TYPE_CHECKING:
    from .advisories import Advisory as Advisory
    from .agents import Body as Body
    from .agents import Membership as Membership
    from .agents import Person as Person
    from .agents import Topic as Topic
    from .assembly import AssemblySize as AssemblySize
    from .assembly import Gap as Gap
    from .assembly import MemberState as MemberState
    from .assembly import ParticipationClass as ParticipationClass
    from .claims import Claim as Claim
    from .clauses import Amendment as Amendment
    from .clauses import Clause as Clause
    from .clauses import Support as Support
    from .coverage import CoverageReport as CoverageReport
    from .coverage import YearCoverage as YearCoverage
    from .dates import PartialDate as PartialDate
    from .differences import Diff as Diff
    from .differences import Difference as Difference
    from .differences import DifferenceKind as DifferenceKind
    from .differences import Item as Item
    from .differences import RecordChange as RecordChange
    from .differences import WordChange as WordChange
    from .editions import Edition as Edition
    from .editions import Presence as Presence
    from .hits import Hit as Hit
    from .hits import SearchKind as SearchKind
    from .ids import AmendmentId as AmendmentId
    from .ids import AssemblySizeId as AssemblySizeId
    from .ids import BodyId as BodyId
    from .ids import ClaimId as ClaimId
    from .ids import ClauseId as ClauseId
    from .ids import Country as Country
    from .ids import DecisionId as DecisionId
    from .ids import GapId as GapId
    from .ids import MemberStateId as MemberStateId
    from .ids import ParticipationClassId as ParticipationClassId
    from .ids import PersonId as PersonId
    from .ids import Ref as Ref
    from .ids import SessionId as SessionId
    from .ids import SourceId as SourceId
    from .ids import StatementId as StatementId
    from .ids import TextId as TextId
    from .ids import TopicId as TopicId
    from .ids import VoteId as VoteId
    from .packaged import PackagedRelease as PackagedRelease
    from .quotations import Outcome as Outcome
    from .quotations import Passage as Passage
    from .quotations import Quotation as Quotation
    from .quotations import Variant as Variant
    from .references import Reference as Reference
    from .releases import Change as Change
    from .releases import FileName as FileName
    from .releases import Release as Release
    from .sessions import AttendanceAccount as AttendanceAccount
    from .sessions import Decision as Decision
    from .sessions import Participant as Participant
    from .sessions import Session as Session
    from .sources import Account as Account
    from .sources import Citation as Citation
    from .sources import Source as Source
    from .spans import Span as Span
    from .statements import Statement as Statement
    from .texts import AdoptedText as AdoptedText
    from .texts import Copy as Copy
    from .texts import Declaration as Declaration
    from .texts import Relation as Relation
    from .texts import Resolution as Resolution
    from .verification import Verification as Verification
    from .votes import Vote as Vote
    from .votes import VoteAccount as VoteAccount
    from .wordings import Reading as Reading
    from .wordings import Wording as Wording
    from .words import BodyKind as BodyKind
    from .words import ChangeKind as ChangeKind
    from .words import ClaimKind as ClaimKind
    from .words import Confidence as Confidence
    from .words import CopyKind as CopyKind
    from .words import Coverage as Coverage
    from .words import EditionName as EditionName
    from .words import Fidelity as Fidelity
    from .words import Medium as Medium
    from .words import Mode as Mode
    from .words import PresidentBasis as PresidentBasis
    from .words import Qualifier as Qualifier
    from .words import RelationKind as RelationKind
    from .words import Role as Role
    from .words import Season as Season
    from .words import Seen as Seen
    from .words import SessionFormat as SessionFormat
    from .words import SourceKind as SourceKind
    from .words import Verdict as Verdict

_HOMES = {
    "advisories": "Advisory",
    "agents": "Body Membership Person Topic",
    "assembly": "AssemblySize Gap MemberState ParticipationClass",
    "claims": "Claim",
    "clauses": "Amendment Clause Support",
    "coverage": "CoverageReport YearCoverage",
    "dates": "PartialDate",
    "differences": "Diff Difference DifferenceKind Item RecordChange WordChange",
    "editions": "Edition Presence",
    "hits": "Hit SearchKind",
    "ids": (
        "AmendmentId AssemblySizeId BodyId ClaimId ClauseId Country DecisionId GapId "
        "MemberStateId ParticipationClassId PersonId Ref SessionId SourceId StatementId "
        "TextId TopicId VoteId"
    ),
    "packaged": "PackagedRelease",
    "quotations": "Outcome Passage Quotation Variant",
    "references": "Reference",
    "releases": "Change FileName Release",
    "sessions": "AttendanceAccount Decision Participant Session",
    "sources": "Account Citation Source",
    "spans": "Span",
    "statements": "Statement",
    "texts": "AdoptedText Copy Declaration Relation Resolution",
    "verification": "Verification",
    "votes": "Vote VoteAccount",
    "wordings": "Reading Wording",
    "words": (
        "BodyKind ChangeKind ClaimKind Confidence CopyKind Coverage EditionName Fidelity "
        "Medium Mode PresidentBasis Qualifier RelationKind Role Season Seen SessionFormat "
        "SourceKind Verdict"
    ),
}


if not TYPE_CHECKING:
    __all__ = sorted(" ".join(_HOMES.values()).split())  # noqa: PLE0605

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
