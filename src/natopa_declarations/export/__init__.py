"""What other tools take: tables, citations, and the text as Akoma Ntoso.

>>> import natopa_declarations as natopa
>>> from natopa_declarations import export
>>> len(export.table(natopa.load("2026.1"), "clauses"))
24
"""

# As in the package itself, every name is fetched on first use.
TYPE_CHECKING = not __name__
if TYPE_CHECKING:
    from .akn import akoma_ntoso as akoma_ntoso
    from .citing import cite as cite
    from .columns import Column as Column
    from .linked_data import schema_org as schema_org
    from .tables import Table as Table
    from .tables import table as table

_HOMES = {
    "akn": "akoma_ntoso",
    "citing": "cite",
    "columns": "Column",
    "linked_data": "schema_org",
    "tables": "Table table",
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
