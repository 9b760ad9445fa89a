"""The values: every class, controlled word and id of the records and of the answers.

>>> from natopa_declarations import model
>>> model.Role.OPERATIVE.value
'operative'
"""

# As in the package itself, every name is fetched on first use.
TYPE_CHECKING = not __name__
if TYPE_CHECKING:
    # fmt: off
    from .advisories import Advisory as Advisory
    from .agents import Body as Body, Membership as Membership, Person as Person, Topic as Topic
    from .articles import Check as Check
    from .assembly import (
        AssemblySize as AssemblySize, Gap as Gap, MemberState as MemberState,
        ParticipationClass as ParticipationClass,
    )
    from .claims import Claim as Claim
    from .clauses import Amendment as Amendment, Clause as Clause, Support as Support
    from .coverage import (
        CoverageReport as CoverageReport, FieldEvidence as FieldEvidence,
        YearCoverage as YearCoverage,
    )
    from .dates import PartialDate as PartialDate
    from .differences import (
        Diff as Diff, Difference as Difference, DifferenceKind as DifferenceKind, Item as Item,
        RecordChange as RecordChange, WordChange as WordChange,
    )
    from .documents import (
        Agreement as Agreement, Binding as Binding, BindingBasis as BindingBasis,
        BoundParagraph as BoundParagraph, Document as Document, DocumentText as DocumentText,
        Doubt as Doubt, DoubtKind as DoubtKind, DocumentFormat as DocumentFormat,
        Paragraph as Paragraph, TextKind as TextKind,
    )
    from .editions import Edition as Edition, Presence as Presence
    from .hits import Hit as Hit, SearchKind as SearchKind
    from .ids import (
        AmendmentId as AmendmentId, AssemblySizeId as AssemblySizeId, BodyId as BodyId,
        ClaimId as ClaimId, ClauseId as ClauseId, Country as Country, DecisionId as DecisionId,
        FileName as FileName,
        GapId as GapId, MemberStateId as MemberStateId,
        ParticipationClassId as ParticipationClassId, PersonId as PersonId, Ref as Ref,
        SessionId as SessionId, SourceId as SourceId, StatementId as StatementId, TextId as TextId,
        TopicId as TopicId, VoteId as VoteId,
    )
    from .mentions import Mention as Mention, MentionKind as MentionKind
    from .packaged import PackagedRelease as PackagedRelease
    from .quotations import (
        Lead as Lead, LeadKind as LeadKind, Outcome as Outcome, Passage as Passage,
        Quotation as Quotation, Variant as Variant, VariantKind as VariantKind,
    )
    from .references import Reference as Reference
    from .releases import Change as Change, Release as Release
    from .sessions import (
        AttendanceAccount as AttendanceAccount, Decision as Decision, Participant as Participant,
        Session as Session,
    )
    from .sources import Account as Account, Citation as Citation, Source as Source
    from .spans import Span as Span
    from .statements import Statement as Statement
    from .texts import (
        AdoptedText as AdoptedText, Copy as Copy, Declaration as Declaration, Relation as Relation,
        Resolution as Resolution,
    )
    from .verification import Verification as Verification
    from .votes import Vote as Vote, VoteAccount as VoteAccount
    from .wordings import Reading as Reading, Wording as Wording
    from .words import (
        BodyKind as BodyKind, ChangeKind as ChangeKind, ClaimKind as ClaimKind,
        Confidence as Confidence, CopyKind as CopyKind, Coverage as Coverage,
        EditionName as EditionName, Fidelity as Fidelity, Medium as Medium, Mode as Mode,
        PresidentBasis as PresidentBasis, Qualifier as Qualifier, RelationKind as RelationKind,
        Role as Role, Season as Season, Seen as Seen, SessionFormat as SessionFormat,
        SourceKind as SourceKind, Verdict as Verdict,
    )
    # fmt: on

_HOMES = {
    "advisories": "Advisory",
    "agents": "Body Membership Person Topic",
    "assembly": "AssemblySize Gap MemberState ParticipationClass",
    "claims": "Claim",
    "clauses": "Amendment Clause Support",
    "coverage": "CoverageReport FieldEvidence YearCoverage",
    "dates": "PartialDate",
    "differences": "Diff Difference DifferenceKind Item RecordChange WordChange",
    "documents": (
        "Agreement Binding BindingBasis BoundParagraph Document DocumentFormat DocumentText Doubt "
        "DoubtKind Paragraph TextKind"
    ),
    "editions": "Edition Presence",
    "hits": "Hit SearchKind",
    "ids": (
        "AmendmentId AssemblySizeId BodyId ClaimId ClauseId Country DecisionId "
        "FileName GapId "
        "MemberStateId ParticipationClassId PersonId Ref SessionId SourceId StatementId "
        "TextId TopicId VoteId"
    ),
    "packaged": "PackagedRelease",
    "mentions": "Mention MentionKind",
    "articles": "Check",
    "quotations": "Lead LeadKind Outcome Passage Quotation Variant VariantKind",
    "references": "Reference",
    "releases": "Change Release",
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
    from .._first_use import on_first_use

    __all__, __getattr__, __dir__ = on_first_use(globals(), _HOMES)
