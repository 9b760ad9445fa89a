"""The errors that this package raises: one root and its leaves.

Each error has its facts as attributes, so that a program need not read the message.  A failed
lookup is also a `KeyError`, and invalid input also a `ValueError`.
"""

from __future__ import annotations

from ._deferred import final
from ._messages import printable, shortened

__all__ = [
    "CannotWriteError", "DigestMismatchError", "IncomparableError", "InvalidDateError",
    "InvalidDigestError", "InvalidFilterError", "InvalidQueryError", "InvalidQuotationError",
    "InvalidReferenceError", "InvalidReleaseError", "MissingExtraError", "NatopaError",
    "NotFoundError", "SearchUnavailableError", "UnreadableDocumentError",
]  # fmt: skip


class NatopaError(Exception):
    """The root of every error that this package raises on purpose."""


@final
class NotFoundError(NatopaError, KeyError):
    """No record has this id, number or name; a similar one is never returned instead.

    `kind` is the kind of record ("declaration"), `value` the argument, `suggestions` similar ids
    or names, best first, `hint` what to try or what is known, and `successor` the id that
    replaced a retired id.  `problem` is the whole message where records match the argument, but
    not exactly one of the right kind.

    >>> import natopa_declarations as natopa
    >>> try:
    ...     natopa.load("2026.1").declaration(498)
    ... except natopa.NotFoundError as error:
    ...     print(error)
    no declaration '498'; did you mean '490' or '489'?
    """

    def __init__(  # noqa: PLR0913, PLR0917 - A program may want to read each of these.
        self, kind: str, value: str, suggestions: tuple[str, ...] = (), hint: str = "",
        successor: str | None = None, problem: str = "",
    ) -> None:  # fmt: skip
        super().__init__(kind, value, suggestions, hint, successor, problem)
        self.kind, self.value, self.suggestions = kind, value, suggestions
        self.hint, self.successor, self.problem = hint, successor, problem

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
    """The root of the errors about a text in the wrong form."""

    def __init__(self, value: str, expected: str) -> None:
        super().__init__(value, expected)
        self.value, self.expected = value, expected

    def __str__(self) -> str:
        return f"expected {self.expected}, found {shortened(self.value)!r}"


@final
class InvalidReferenceError(_InvalidTextError):
    """A text that does not follow the grammar of references.

    `value` is the text, and `expected` says what the grammar requires.
    """


@final
class InvalidDateError(_InvalidTextError):
    """A date that is not in the calendar, or a text that is not a date.

    `value` is the argument, and `expected` says what a date looks like.
    """


@final
class InvalidQuotationError(_InvalidTextError):
    """A quotation that is too short to identify a text.

    `value` is the quotation, and `expected` says what one needs.
    """


@final
class InvalidFilterError(NatopaError, ValueError):
    """A filter of a query with a value of the wrong type, or a range that ends before it starts.

    `name` is the name of the filter, `value` its value, and `expected` says what it accepts.
    `problem` is the whole message where two filters contradict each other.

    >>> import natopa_declarations as natopa
    >>> try:
    ...     natopa.load("2026.1").texts(number_from=490, number_to=489)
    ... except natopa.errors.InvalidFilterError as error:
    ...     print(error)
    number_from (490) is greater than number_to (489)
    """

    def __init__(self, name: str, value: str, expected: str, problem: str = "") -> None:
        super().__init__(name, value, expected, problem)
        self.name, self.value, self.expected = name, value, expected
        self.problem = problem

    def __str__(self) -> str:
        if self.problem:
            return self.problem
        return f"{self.name}: expected {self.expected}; found {shortened(self.value)}"


@final
class InvalidQueryError(NatopaError, ValueError):
    """A search query with a syntax error.

    `position` is the offset of the error in `query`, `expected` and `found` say what is wrong
    there, and `hint` says what to try.

    >>> import natopa_declarations as natopa
    >>> try:
    ...     natopa.load("2026.1").search("(air OR sea")
    ... except natopa.errors.InvalidQueryError as error:
    ...     print(error.position, error.found)
    11 the end of the query
    """

    def __init__(
        self, query: str, position: int, expected: str, found: str, hint: str = ""
    ) -> None:
        super().__init__(query, position, expected, found, hint)
        self.query, self.position, self.expected = query, position, expected
        self.found, self.hint = found, hint

    def __str__(self) -> str:
        place = f"in the query {shortened(self.query)!r}, character {self.position + 1}"
        message = f"{place}: expected {self.expected}, found {self.found}"
        return f"{message}; {self.hint}" if self.hint else message


@final
class SearchUnavailableError(NatopaError, RuntimeError):
    """This Python lacks what search needs.

    `missing` names it: SQLite, or its full-text index FTS5.  Everything else works without it.
    """

    def __init__(self, missing: str) -> None:
        super().__init__(missing)
        self.missing = missing

    def __str__(self) -> str:
        remedy = "such as that of python.org, or a comprehension over the records"
        missing = f"search needs {self.missing}, which this Python was built without"
        return f"{missing}; use another build of Python, {remedy}"


@final
class InvalidReleaseError(NatopaError, ValueError):
    """The files of a release do not follow the format.

    `file` is the name of the file, relative to the folder of the release, or the folder itself;
    `path` is the place in it as JSONPath (``$[0].clauses[3].id``), empty for the whole file;
    `expected` and `found` say what is wrong there; `more` counts further problems.
    """

    def __init__(self, file: str, path: str, expected: str, found: str, more: int = 0) -> None:
        super().__init__(file, path, expected, found, more)
        self.file, self.path, self.expected = file, path, expected
        self.found, self.more = found, more

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

    `value` is the text, and `expected` says what a digest looks like.
    """


@final
class DigestMismatchError(NatopaError, ValueError):
    """The bytes of a release do not have the expected digest.

    `release` is its version or folder, and `found` the digest of its bytes.

    >>> import natopa_declarations as natopa
    >>> try:
    ...     natopa.load("2026.1", digest="sha256:" + 64 * "0")
    ... except natopa.errors.DigestMismatchError as error:
    ...     print(error.release, error.found == natopa.releases()[0].digest)
    2026.1 True
    """

    def __init__(self, release: str, expected: str, found: str) -> None:
        super().__init__(release, expected, found)
        self.release, self.expected, self.found = release, expected, found

    def __str__(self) -> str:
        message = f"release {self.release!r}: expected digest {self.expected}, found {self.found}"
        return f"{message}; `natopa verify` names the files that differ"


@final
class IncomparableError(NatopaError, ValueError):
    """Two values of different kinds, which cannot be compared.

    `old` and `new` describe the values, and `hint` says what to compare.

    >>> import natopa_declarations as natopa
    >>> corpus = natopa.load("2026.1")
    >>> try:
    ...     natopa.diff(corpus.declaration(489), corpus.session("2024-spring"))
    ... except natopa.errors.IncomparableError as error:
    ...     print(f"{error.old}, {error.new}")
    Declaration '489', Session '2024-spring'
    """

    def __init__(self, old: str, new: str, hint: str) -> None:
        super().__init__(old, new, hint)
        self.old, self.new, self.hint = old, new, hint

    def __str__(self) -> str:
        return f"cannot compare {self.old} with {self.new}; {self.hint}"


@final
class UnreadableDocumentError(NatopaError, ValueError):
    """A document of the user's in which no text of the Assembly was found.

    `document` is its name, `expected` and `found` say what is wrong, and `hint` what to try.

    >>> import natopa_declarations as natopa
    >>> try:
    ...     natopa.read(b"", name="booklet.pdf")
    ... except natopa.errors.UnreadableDocumentError as error:
    ...     print(error)
    booklet.pdf: expected a document as PDF, DOCX, HTML or text, found an empty file
    """

    def __init__(self, document: str, expected: str, found: str, hint: str = "") -> None:
        super().__init__(document, expected, found, hint)
        self.document, self.expected, self.found = document, expected, found
        self.hint = hint

    def __str__(self) -> str:
        place = printable(shortened(self.document))
        message = f"{place}: expected {self.expected}, found {self.found}"
        return f"{message}; {self.hint}" if self.hint else message


@final
class MissingExtraError(NatopaError, ImportError):
    """A function needs a package that is not installed.

    `missing` is the name of the package, and `extra` the extra of ours that installs it.
    """

    def __init__(self, missing: str, extra: str) -> None:
        super().__init__(missing, extra)
        self.missing, self.extra = missing, extra

    def __str__(self) -> str:
        remedy = f'try: pip install "natopa-declarations[{self.extra}]"'
        return f"this needs {self.missing}, which is not installed; {remedy}"


@final
class CannotWriteError(NatopaError, OSError):
    """A file that could not be written.

    `path` is the path of the file, and `reason` what the operating system says.
    """

    def __init__(self, path: str, reason: str) -> None:
        super().__init__(path, reason)
        self.path, self.reason = path, reason

    def __str__(self) -> str:
        return f"cannot write {printable(self.path)}: {self.reason}"
