"""What all values share: equality, hash and a short repr."""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

OWNED = {"owned": True}
"""Metadata of a field that holds whole records with ids of their own.

Everywhere else a field that holds a record with an id is written as that id.
"""

NOT_WRITTEN = {"not written": True}
"""Metadata of a field that is known of a value, and does not stand in its file."""


@attrs.frozen(eq=False, repr=False)
class Value:
    """The base of every value.

    Equality, hash and repr are written here once, and not generated for each class, because
    generating them for all classes takes a fifth of the time that the first answer takes.
    """

    def __eq__(self, other: object) -> bool:
        if self is other:
            return True
        if type(self) is not type(other):
            return NotImplemented
        names = [field.name for field in attrs.fields(type(self))]
        return all(getattr(self, name) == getattr(other, name) for name in names)

    def __hash__(self) -> int:
        # Equal values have equal ids, so the id alone makes a lawful and cheap hash.
        identity: object = getattr(self, "id", None)
        if identity is None:
            identity = tuple([getattr(self, field.name) for field in attrs.fields(type(self))])
        return hash((type(self).__name__, identity))

    def __repr__(self) -> str:
        return f"{type(self).__name__}({', '.join(_brief(self))})"

    def cite(self, format: str = "text", *, corpus: Mapping[str, object] | None = None) -> str:  # noqa: A002
        """Return the citation of this text, clause, statement, session or source.

        `format` is ``text`` for a sentence, ``csl-json``, ``bibtex`` or ``ris``.  With the
        `corpus` that the record is from, the citation names its release, and that of a clause
        the text that it stands in, which the clause itself does not know.

        Raises `NotFoundError` for an unknown format, and for a record of another kind.

        >>> import natopa_declarations as natopa
        >>> print(natopa.load("2026.1").declaration(489).cite())
        NATO Parliamentary Assembly, Declaration 489, Standing with Ukraine until Victory, Sofia, \
27 May 2024
        """
        from ..export.citing import cite

        return cite(self, format, corpus=corpus)


def _brief(value: Value) -> Iterator[str]:
    """Yield what a person wants to see of each field that is not blank."""
    for field in attrs.fields(type(value)):
        content: object = getattr(value, field.name)
        if content is None or content == () or field.name.startswith("_"):
            continue
        if isinstance(content, tuple):
            yield f"{field.name}=<{len(content)}>"
        elif isinstance(content, Value):
            yield f"{field.name}={getattr(content, 'id', None) or str(content)!r}"
        else:
            text = repr(str(content) if isinstance(content, str) else content)
            yield f"{field.name}={text if len(text) <= 60 else text[:56] + text[0] + '...'}"
