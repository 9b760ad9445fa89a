"""The types that the signatures of a corpus name, besides those of the model.

They are made when somebody asks for the hints of a signature, and cost nothing before.
"""

TYPE_CHECKING = not __name__
if TYPE_CHECKING:
    # fmt: off
    from .literals import (
        About as About,
    )
    from .literals import (
        Any as Any,
    )
    from .literals import (
        ClaimKindWord as ClaimKindWord,
    )
    from .literals import (
        ConfidenceWord as ConfidenceWord,
    )
    from .literals import (
        CoverageWord as CoverageWord,
    )
    from .literals import (
        FidelityWord as FidelityWord,
    )
    from .literals import (
        MediumWord as MediumWord,
    )
    from .literals import (
        Number as Number,
    )
    from .literals import (
        Record as Record,
    )
    from .literals import (
        RoleWord as RoleWord,
    )
    from .literals import (
        SeasonWord as SeasonWord,
    )
    from .literals import (
        SeenWord as SeenWord,
    )
    from .literals import (
        SessionFormatWord as SessionFormatWord,
    )
    from .literals import (
        SourceKindWord as SourceKindWord,
    )
    from .literals import (
        VerdictWord as VerdictWord,
    )
    from .literals import (
        date as date,
    )
    # fmt: on

else:

    def __getattr__(name: str) -> object:
        if name.startswith("__"):
            raise AttributeError(name)
        from . import literals

        return getattr(literals, name)
