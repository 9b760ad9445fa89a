"""Several records of one kind as a table: one row for each, its id first."""

from __future__ import annotations

from .._deferred import fields
from ..model.claims import Claim
from ..model.sessions import Session
from ..model.sources import Source
from ..model.value import Value, id_of
from .blocks import Piece, Table, line
from .fields import REMARKS, filled
from .phrases import capital, label

TYPE_CHECKING = not __name__
if TYPE_CHECKING:
    from .blocks import Line
    from .view import View

COLUMNS = {
    "AdoptedText": ("adopted", "session", "title"),
    "Body": ("kind", "country", "name"),
    "Citation": ("source", "locator", "note"),
    "Claim": ("verdict", "text"),
    "Clause": ("label", "role", "summary"),
    "DocumentText": ("kind", "number", "title", "adopted", "page"),
    "Gap": ("title", "summary"),
    "MemberState": ("country", "accession"),
    "ParticipationClass": ("name", "rights"),
    "Person": ("name", "other_names"),
    "Session": ("dates", "title", "country", "president"),
    "Source": ("publisher", "published", "title", "url"),
    "Statement": ("date", "speaker", "summary"),
    "Wording": ("text", "language", "fidelity", "citation"),
}
"""The columns of a kind after its id; any other kind has a column for each field."""


def table(view: View, values: tuple[Value, ...], columns: tuple[str, ...] = ()) -> Table:
    """Return records of one class, or texts of both classes, as a table."""
    columns = columns or _columns(values)
    rows = [tuple([_cell(view, value, name) for name in columns]) for value in values]
    return Table(
        tuple([capital(label(name, type(values[0]).__name__)) for name in columns]), tuple(rows)
    )


def _columns(values: tuple[Value, ...]) -> tuple[str, ...]:
    first = ("id",) if hasattr(values[0], "id") else ()
    for cls in type(values[0]).__mro__:
        if cls.__name__ in COLUMNS:
            return (*first, *COLUMNS[cls.__name__])
    names = fields(type(values[0]))
    used = {name for value in values for name in filled(value)} - {"id", "citations", *REMARKS}
    return (*first, *[name for name in names if name in used])


def _cell(view: View, value: Value, column: str) -> Line:
    content: object = getattr(value, column, None)
    if column == "id":
        return (Piece(str(content), "id", str(content)),)
    if column in {"name", "title"} and id_of(value) and not isinstance(value, Source):
        return (Piece(view.title(value), "name", id_of(value)),)
    if isinstance(value, Claim) and column == "label":
        return (Piece(value.label, "record", value.id),)
    if column == "verdict":
        # A table has no place for the phrase.
        return line(str(content))
    if isinstance(content, Session):
        return (Piece(content.id, "id", content.id),)
    if isinstance(content, Source):
        return (Piece(view.name(content), "web", content.url),)
    if isinstance(content, Value) and hasattr(content, "id"):
        return line(view.name(content))
    return view.content(value, column) if column == "dates" or column in filled(value) else ()
