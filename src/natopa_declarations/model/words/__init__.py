"""The controlled words: the values of fields that have a few values.

An enumeration is made on first use, since each is slow to make.
"""

TYPE_CHECKING = not __name__
if TYPE_CHECKING:
    # fmt: off
    from .bodies import BodyKind as BodyKind
    from .changes import ChangeKind as ChangeKind
    from .claims import ClaimKind as ClaimKind
    from .evidence import Confidence as Confidence, Fidelity as Fidelity, Verdict as Verdict
    from .session_formats import SessionFormat as SessionFormat
    from .sessions import Mode as Mode, PresidentBasis as PresidentBasis
    from .sessions import Qualifier as Qualifier, Season as Season
    from .sources import SourceKind as SourceKind
    from .statements import Medium as Medium
    from .texts import CopyKind as CopyKind, Coverage as Coverage, EditionName as EditionName
    from .texts import RelationKind as RelationKind, Role as Role, Seen as Seen
    # fmt: on

_HOMES = {
    "bodies": "BodyKind",
    "changes": "ChangeKind",
    "claims": "ClaimKind",
    "evidence": "Confidence Fidelity Verdict",
    "session_formats": "SessionFormat",
    "sessions": "Mode PresidentBasis Qualifier Season",
    "sources": "SourceKind",
    "statements": "Medium",
    "texts": "CopyKind Coverage EditionName RelationKind Role Seen",
}


if not TYPE_CHECKING:
    from ..._first_use import on_first_use

    __all__, __getattr__, __dir__ = on_first_use(globals(), _HOMES)
