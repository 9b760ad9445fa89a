"""The declarations of the NATO Parliamentary Assembly, as sourced, immutable, typed objects.

All other public names are in `natopa_declarations.model` and `natopa_declarations.errors`.

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
    # fmt: off
    from ._codec.schema import json_schema as json_schema
    from ._codec.writing import to_dict as to_dict, to_json as to_json
    from ._corpus.comparing import diff as diff
    from ._corpus.corpus import Corpus as Corpus
    from ._corpus.loading import load as load
    from ._corpus.writing import write as write
    from ._store.release_folder import release_files as release_files
    from ._store.releases import releases as releases
    from ._store.verification import verify as verify
    from .documents.reading import read as read
    from .errors import NatopaError as NatopaError, NotFoundError as NotFoundError
    from .model.agents import Body as Body, Person as Person
    from .model.claims import Claim as Claim
    from .model.clauses import Clause as Clause
    from .model.dates import PartialDate as PartialDate
    from .model.differences import Diff as Diff
    from .model.documents import Document as Document
    from .model.hits import Hit as Hit
    from .model.quotations import Quotation as Quotation
    from .model.references import Reference as Reference
    from .model.sessions import Session as Session
    from .model.sources import Citation as Citation, Source as Source
    from .model.statements import Statement as Statement
    from .model.texts import Declaration as Declaration, Resolution as Resolution
    from .model.wordings import Wording as Wording
    # fmt: on

__version__ = "0.1.0"

_HOMES = {
    "_codec.schema": "json_schema",
    "_codec.writing": "to_dict to_json",
    "_corpus.comparing": "diff",
    "_corpus.corpus": "Corpus",
    "_corpus.loading": "load",
    "_corpus.writing": "write",
    "_store.release_folder": "release_files",
    "_store.releases": "releases",
    "_store.verification": "verify",
    "documents.reading": "read",
    "errors": "NatopaError NotFoundError",
    "model.agents": "Body Person",
    "model.claims": "Claim",
    "model.clauses": "Clause",
    "model.dates": "PartialDate",
    "model.differences": "Diff",
    "model.documents": "Document",
    "model.hits": "Hit",
    "model.quotations": "Quotation",
    "model.references": "Reference",
    "model.sessions": "Session",
    "model.sources": "Citation Source",
    "model.statements": "Statement",
    "model.texts": "Declaration Resolution",
    "model.wordings": "Wording",
}


def load_ipython_extension(shell: object) -> None:
    """Show tuples of records as tables in a notebook, after ``%load_ext natopa_declarations``."""
    from ._show.notebook import register

    register(shell)


if not TYPE_CHECKING:
    # A type checker must not see this, or it would let every misspelt name pass.
    __all__ = sorted(["__version__", *" ".join(_HOMES.values()).split()])  # noqa: PLE0605

    def __getattr__(name: str) -> object:
        for home, names in _HOMES.items():
            if name in names.split():
                value: object = getattr(__import__(f"{__name__}.{home}", fromlist=[name]), name)
                globals()[name] = value
                return value
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")

    def __dir__() -> list[str]:
        return __all__
