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
    from .._first_use import on_first_use

    __all__, __getattr__, __dir__ = on_first_use(globals(), _HOMES)
