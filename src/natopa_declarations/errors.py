"""The errors that this package raises: one root and its leaves.

Every error keeps what it knows as attributes, so that a program need not read the
message.  A lookup that fails is also a `KeyError`, bad input is also a `ValueError`.
"""

from __future__ import annotations

from ._deferred import final

__all__ = [
    "CannotWriteError",
    "DigestMismatchError",
    "IncomparableError",
    "InvalidDateError",
    "InvalidDigestError",
    "InvalidFilterError",
    "InvalidQueryError",
    "InvalidQuotationError",
    "InvalidReferenceError",
    "InvalidReleaseError",
    "MissingExtraError",
    "NatopaError",
    "NotFoundError",
    "SearchUnavailableError",
    "UnreadableDocumentError",
]


class NatopaError(Exception):
    """The root of every error that this package raises on purpose."""


@final
class NotFoundError(NatopaError, KeyError):
    """Nothing has this id, number or name; nothing similar is returned instead.

    `kind` says what was looked for ("declaration"), `value` what was given,
    `suggestions` which ids or names come close, best first, `hint` what to try or what is
    known, and `successor` which id took the place of an id that is retired.  `problem` is the
    whole message where something is there, but not the one record that was looked for.

    >>> import natopa_declarations as natopa
    >>> try:
    ...     natopa.load("2026.1").declaration(498)
    ... except natopa.NotFoundError as error:
    ...     print(error)
    no declaration '498'; did you mean '490' or '489'?
    """

    def __init__(  # noqa: PLR0913, PLR0917 - what it knows is what a program may want to read.
        self,
        kind: str,
        value: str,
        suggestions: tuple[str, ...] = (),
        hint: str = "",
        successor: str | None = None,
        problem: str = "",
    ) -> None:
        super().__init__(kind, value, suggestions, hint, successor, problem)
        self.kind = kind
        self.value = value
        self.suggestions = suggestions
        self.hint = hint
        self.successor = successor
        self.problem = problem

    def __str__(self) -> str:
        if self.problem:
            return self.problem
        message = f"no {self.kind} {shortened(self.value)!r}"
        if self.hint:
            message += f"; {self.hint}"
        if self.successor is not None:
            message += f"; its successor is {self.successor!r}"
        if self.suggestions:
            message += f"; did you mean {' or '.join(map(repr, self.suggestions))}?"
        return message


class _InvalidTextError(NatopaError, ValueError):
    """What the errors about a text in the wrong form have in common."""

    def __init__(self, value: str, expected: str) -> None:
        super().__init__(value, expected)
        self.value = value
        self.expected = expected

    def __str__(self) -> str:
        return f"expected {self.expected}, found {shortened(self.value)!r}"


@final
class InvalidReferenceError(_InvalidTextError):
    """A text that does not follow the grammar of references.

    `value` is what was given and `expected` what the grammar asks for.
    """


@final
class InvalidDateError(_InvalidTextError):
    """A date that is not in the calendar, or a text that is not a date.

    `value` is what was given and `expected` what would have been a date.
    """


@final
class InvalidQuotationError(_InvalidTextError):
    """A quotation that is too short to identify a text.

    `value` is what was given and `expected` what a quotation needs.
    """


@final
class InvalidFilterError(NatopaError, ValueError):
    """A filter of a query with a value of the wrong type, or a range that ends before it starts.

    `name` is that of the filter, `value` what was given, and `expected` what it takes.
    `problem` is the whole message where two filters contradict each other.

    >>> import natopa_declarations as natopa
    >>> from natopa_declarations import errors
    >>> try:
    ...     natopa.load("2026.1").texts(number_from=490, number_to=489)
    ... except errors.InvalidFilterError as error:
    ...     print(error)
    number_from (490) is greater than number_to (489)
    """

    def __init__(self, name: str, value: str, expected: str, problem: str = "") -> None:
        super().__init__(name, value, expected, problem)
        self.name = name
        self.value = value
        self.expected = expected
        self.problem = problem

    def __str__(self) -> str:
        if self.problem:
            return self.problem
        return f"{self.name}: expected {self.expected}; found {shortened(self.value)}"


@final
class InvalidQueryError(NatopaError, ValueError):
    """A search that cannot be made as it was asked for.

    `query` is what was given, `position` how many of its characters stand before the place
    where it breaks, `expected` and `found` say what is wrong there, and `hint` what to try.

    >>> import natopa_declarations as natopa
    >>> from natopa_declarations import errors
    >>> try:
    ...     natopa.load("2026.1").search("(air OR sea")
    ... except errors.InvalidQueryError as error:
    ...     print(error.position, error.found)
    11 the end of the query
    """

    def __init__(
        self, query: str, position: int, expected: str, found: str, hint: str = ""
    ) -> None:
        super().__init__(query, position, expected, found, hint)
        self.query = query
        self.position = position
        self.expected = expected
        self.found = found
        self.hint = hint

    def __str__(self) -> str:
        place = f"in the query {shortened(self.query)!r}, character {self.position + 1}"
        message = f"{place}: expected {self.expected}, found {self.found}"
        return f"{message}; {self.hint}" if self.hint else message


@final
class SearchUnavailableError(NatopaError, RuntimeError):
    """This Python lacks what search is made with.

    `missing` names it: SQLite, or its full-text index FTS5.  Everything else works without.
    """

    def __init__(self, missing: str) -> None:
        super().__init__(missing)
        self.missing = missing

    def __str__(self) -> str:
        return (
            f"search needs {self.missing}, which this Python was built without; use another"
            " build of Python, such as that of python.org, or a comprehension over the records"
        )


@final
class InvalidReleaseError(NatopaError, ValueError):
    """The files of a release do not say what the format asks for.

    `file` is the name of the file, relative to the folder of the release, or the folder
    itself; `path` is the place in it, in the style of JSONPath (``$[0].clauses[3].id``), or
    the empty text where the whole file is meant; `expected` and `found` say what is wrong
    there; `more` counts the further problems that were seen and are not shown.
    """

    def __init__(self, file: str, path: str, expected: str, found: str, more: int = 0) -> None:
        super().__init__(file, path, expected, found, more)
        self.file = file
        self.path = path
        self.expected = expected
        self.found = found
        self.more = more

    def __str__(self) -> str:
        file = printable(self.file)
        place = f"{file}: {self.path}" if self.path else file
        message = f"{place}: expected {self.expected}, found {self.found}"
        if self.more:
            message += f" (and {self.more} more problem{'s' if self.more > 1 else ''})"
        return message


@final
class InvalidDigestError(_InvalidTextError):
    """A text that is not the digest of a release.

    `value` is what was given and `expected` what would have been a digest.
    """


@final
class DigestMismatchError(NatopaError, ValueError):
    """A release has other bytes than the digest asks for.

    `release` is the version or the folder that was given, `expected` the digest that was
    asked for and `found` the digest of the bytes that are there.

    >>> import natopa_declarations as natopa
    >>> from natopa_declarations import errors
    >>> try:
    ...     natopa.load("2026.1", digest="sha256:" + 64 * "0")
    ... except errors.DigestMismatchError as error:
    ...     print(error.release, error.found == natopa.releases()[0].digest)
    2026.1 True
    """

    def __init__(self, release: str, expected: str, found: str) -> None:
        super().__init__(release, expected, found)
        self.release = release
        self.expected = expected
        self.found = found

    def __str__(self) -> str:
        return (
            f"release {self.release!r}: expected digest {self.expected}, found {self.found};"
            " `natopa verify` names the files that differ"
        )


@final
class IncomparableError(NatopaError, ValueError):
    """Two values that cannot be compared, as they are not of one kind.

    `old` and `new` say what was given, and `hint` what to give.

    >>> import natopa_declarations as natopa
    >>> from natopa_declarations import errors
    >>> corpus = natopa.load("2026.1")
    >>> try:
    ...     natopa.diff(corpus.declaration(489), corpus.session("2024-spring"))
    ... except errors.IncomparableError as error:
    ...     print(f"{error.old} is no {error.new}")
    Declaration '489' is no Session '2024-spring'
    """

    def __init__(self, old: str, new: str, hint: str) -> None:
        super().__init__(old, new, hint)
        self.old = old
        self.new = new
        self.hint = hint

    def __str__(self) -> str:
        return f"cannot compare {self.old} with {self.new}; {self.hint}"


@final
class UnreadableDocumentError(NatopaError, ValueError):
    """A document of the user's in which no text of the Assembly can be read.

    `document` is its name, `expected` and `found` say what is wrong with it, and `hint` what to
    try.

    >>> import natopa_declarations as natopa
    >>> try:
    ...     natopa.read(b"", name="booklet.pdf")
    ... except natopa.errors.UnreadableDocumentError as error:
    ...     print(error)
    booklet.pdf: expected a document as PDF, DOCX, HTML or text, found an empty file
    """

    def __init__(self, document: str, expected: str, found: str, hint: str = "") -> None:
        super().__init__(document, expected, found, hint)
        self.document = document
        self.expected = expected
        self.found = found
        self.hint = hint

    def __str__(self) -> str:
        place = printable(shortened(self.document))
        message = f"{place}: expected {self.expected}, found {self.found}"
        return f"{message}; {self.hint}" if self.hint else message


@final
class MissingExtraError(NatopaError, ImportError):
    """What was asked for needs a package that is not installed.

    `missing` names the package, and `extra` the extra of this package that brings it.
    """

    def __init__(self, missing: str, extra: str) -> None:
        super().__init__(missing, extra)
        self.missing = missing
        self.extra = extra

    def __str__(self) -> str:
        return (
            f"this needs {self.missing}, which is not installed;"
            f' try: pip install "natopa-declarations[{self.extra}]"'
        )


@final
class CannotWriteError(NatopaError, OSError):
    """A file that could not be written.

    `path` is the file that was given, and `reason` what the system says.
    """

    def __init__(self, path: str, reason: str) -> None:
        super().__init__(path, reason)
        self.path = path
        self.reason = reason

    def __str__(self) -> str:
        return f"cannot write {printable(self.path)}: {self.reason}"


def check_text(value: object, what: str) -> None:
    """Raise `TypeError` where `value` is not a text, before it breaks something further in."""
    if not isinstance(value, str):
        raise TypeError(f"expected {what} as a str, found {shortened(printed(value))}")


def check_type(value: object, cls: type[object], what: str) -> None:
    """Raise `TypeError` where `value` is not of a class."""
    if not isinstance(value, cls):
        raise TypeError(f"expected {what}, found {shortened(printed(value))}")


def printed(value: object) -> str:
    """Return the repr of any value; that of a number of thousands of digits is an error.

    So may be that of an object of somebody else's.
    """
    try:
        return repr(value)
    except MemoryError:
        raise
    except Exception:  # noqa: BLE001 - the message is about the value, and not about its repr.
        return f"a {type(value).__name__} that cannot be printed"


def printable(name: str) -> str:
    """Return the name of a file so that it breaks neither the line nor the terminal."""
    return name if name.isprintable() else ascii(name)


def shortened(text: str) -> str:
    """Return as much of `text` as a message has room for."""
    return text if len(text) <= 60 else text[:57] + "..."
