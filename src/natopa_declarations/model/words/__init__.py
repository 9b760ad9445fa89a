"""The controlled words: where a field takes one of a few values, they stand here.

An enumeration is made when it is first asked for, since each of them takes long to make.
"""

TYPE_CHECKING = not __name__
if TYPE_CHECKING:
    # fmt: off
    from .bodies import BodyKind as BodyKind
    from .changes import ChangeKind as ChangeKind
    from .claims import ClaimKind as ClaimKind
    from .evidence import Confidence as Confidence
    from .evidence import Fidelity as Fidelity
    from .evidence import Verdict as Verdict
    from .session_formats import SessionFormat as SessionFormat
    from .sessions import (
        Mode as Mode,
    )
    from .sessions import (
        PresidentBasis as PresidentBasis,
    )
    from .sessions import (
        Qualifier as Qualifier,
    )
    from .sessions import (
        Season as Season,
    )
    from .sources import SourceKind as SourceKind
    from .statements import Medium as Medium
    from .texts import (
        CopyKind as CopyKind,
    )
    from .texts import (
        Coverage as Coverage,
    )
    from .texts import (
        EditionName as EditionName,
    )
    from .texts import (
        RelationKind as RelationKind,
    )
    from .texts import (
        Role as Role,
    )
    from .texts import (
        Seen as Seen,
    )
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
