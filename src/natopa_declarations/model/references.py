"""References, parsed by the grammar of `ids`."""

from __future__ import annotations

from .._deferred import final, frozen, make
from .._messages import check_text
from ..errors import InvalidReferenceError
from .ids import GRAMMAR, is_name
from .value import Value


@final
@frozen(eq=False, repr=False)
class Reference(Value):
    """A parsed reference.  `parse` and `str` are inverses.

    >>> reference = Reference.parse("489#lift-restrictions")
    >>> reference.record, reference.part
    ('489', 'lift-restrictions')
    >>> str(reference)
    '489#lift-restrictions'
    """

    record: str
    """The id of the record itself."""
    edition: str | None = None
    """The name after ``@``, if any."""
    part: str | None = None
    """The name after ``#``, if any."""

    @classmethod
    def parse(cls, text: str) -> Reference:
        """Parse `text`; raise `InvalidReferenceError` if it is not a reference."""
        check_text(text, "a reference")
        mark = "@" if "@" in text else "#"
        record, found, name = text.partition(mark)
        if not is_name(record) or (found and not is_name(name)):
            raise InvalidReferenceError(text, GRAMMAR)
        edition, part = (name, None) if mark == "@" else (None, name)
        return make(cls)(record, edition if found else None, part if found else None)

    def __str__(self) -> str:
        if self.edition is not None:
            return f"{self.record}@{self.edition}"
        return self.record if self.part is None else f"{self.record}#{self.part}"
