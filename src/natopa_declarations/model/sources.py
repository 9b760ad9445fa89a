"""Sources, citations and accounts."""

from __future__ import annotations

from .._deferred import field, fields, final, frozen
from .._messages import check_text
from ..errors import NotFoundError
from . import ids, words
from .dates import PartialDate
from .value import LATE, SINCE_2, Value


@final
@frozen(eq=False, repr=False, kw_only=True)
class Source(Value):
    """A page or document that was read, in whole or in part.

    The fields follow CSL: publisher, title, issued (here `published`), URL.

    >>> import natopa_declarations as natopa
    >>> source = natopa.load("2026.1").source("lb-ua-29512")
    >>> source.publisher, str(source.published), source.kind.value
    ('LB.ua', '2024-05-27', 'press')
    """

    id: ids.SourceId
    publisher: str
    """The publisher, as it spells its name."""
    kind: words.SourceKind
    url: str
    """The address at which it was read."""
    title: str | None = None
    """Its title as printed, or None if it was not recorded."""
    language: str | None = None
    """The language that it is written in, as a BCP 47 tag."""
    published: PartialDate | None = None
    """When it was published, according to itself (CSL: issued)."""
    code: str | None = None
    """The official document code, such as ``199 SESA 24 E``."""
    note: str | None = None
    """What a reader should know, such as that it is a machine translation or agency text."""


@final
@frozen(eq=False, repr=False, kw_only=True)
class Citation(Value):
    """A source, and the place in it (CSL: a cite and its locator)."""

    source: Source = field(metadata=LATE)
    locator: str | None = None
    """The place in the source: a paragraph, a page, a section."""
    note: str | None = None
    """What the source says there, in our words."""
    fields: tuple[str, ...] = field(default=(), metadata=SINCE_2)
    """The fields of the record that it supports; empty if that was not recorded."""
    read_on: PartialDate | None = field(default=None, metadata=SINCE_2)
    """The day on which the source was read, or None if that was not recorded."""


@frozen(eq=False, repr=False)
class Cited(Value):
    """The base of the classes with citations of their own."""

    def evidence(self, field: str) -> tuple[Citation, ...]:
        """Return the citations that support one field of this record, such as ``adopted``.

        `Citation.fields` names it in each; citations of releases before 2026.4 name no fields.
        Raises `NotFoundError` for an unknown field.

        >>> import natopa_declarations as natopa
        >>> natopa.load("2026.1").declaration(489).evidence("adopted")
        ()
        """
        check_text(field, "the name of a field")
        names = tuple(fields(type(self)))
        if field not in names:
            raise NotFoundError(f"field of {type(self).__name__}", field, names)
        citations: tuple[Citation, ...] = getattr(self, "citations")  # noqa: B009 - Only its subclasses have the field.
        return tuple([citation for citation in citations if field in citation.fields])


@final
@frozen(eq=False, repr=False, kw_only=True)
class Account(Cited):
    """What one source, or several in agreement, say where sources disagree."""

    summary: str
    """What they say, in our words."""
    citations: tuple[Citation, ...]
    date: PartialDate | None = None
    """When the event took place, if the account states it."""
    verdict: words.Verdict | None = None
    """How this account compares with the others."""
    inference: str | None = None
    """Our reasoning, if it goes beyond what a source states."""
