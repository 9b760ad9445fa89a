"""The errors that this package raises: one root and its leaves.

Every error keeps what it knows as attributes, so that a program need not read the
message.  A lookup that fails is also a `KeyError`, bad input is also a `ValueError`.
"""

from __future__ import annotations

from typing import final


class NatopaError(Exception):
    """The root of every error that this package raises on purpose."""


@final
class NotFoundError(NatopaError, KeyError):
    """Nothing has this id, number or name; nothing near it is given in its place.

    `kind` says what was looked for ("declaration"), `value` what was given,
    `suggestions` which ids or names come close, best first, and `hint` what to try.

    >>> import natopa_declarations as natopa
    >>> try:
    ...     natopa.load("2026.1").declaration(498)
    ... except natopa.NotFoundError as error:
    ...     print(error)
    no declaration '498'; did you mean '490' or '489'?
    """

    def __init__(
        self, kind: str, value: str, suggestions: tuple[str, ...] = (), hint: str = ""
    ) -> None:
        super().__init__(kind, value, suggestions, hint)
        self.kind = kind
        self.value = value
        self.suggestions = suggestions
        self.hint = hint

    def __str__(self) -> str:
        message = f"no {self.kind} {self.value!r}"
        if self.suggestions:
            message += f"; did you mean {' or '.join(map(repr, self.suggestions))}?"
        if self.hint:
            message += f"; {self.hint}"
        return message


@final
class InvalidReferenceError(NatopaError, ValueError):
    """A text that does not follow the grammar of references.

    `value` is what was given and `expected` what the grammar asks for.
    """

    def __init__(self, value: str, expected: str) -> None:
        super().__init__(value, expected)
        self.value = value
        self.expected = expected

    def __str__(self) -> str:
        return f"expected {self.expected}, found {self.value!r}"


@final
class InvalidDateError(NatopaError, ValueError):
    """A date that is not in the calendar, or a text that is not a date.

    `value` is what was given and `expected` what would have been a date.
    """

    def __init__(self, value: str, expected: str) -> None:
        super().__init__(value, expected)
        self.value = value
        self.expected = expected

    def __str__(self) -> str:
        return f"expected {self.expected}, found {self.value!r}"


@final
class InvalidQueryError(NatopaError, ValueError):
    """A search that cannot be made as it was asked for.

    `query` is what was given, `position` how many of its characters stand before the place
    where it breaks, `expected` and `found` say what is wrong there, and `hint` what to try.

    >>> import natopa_declarations as natopa
    >>> try:
    ...     natopa.load("2026.1").search("(air OR sea")
    ... except natopa.InvalidQueryError as error:
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
        shown = self.query if len(self.query) <= 60 else self.query[:57] + "..."
        place = f"in the query {shown!r}, character {self.position + 1}"
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
        # A name that a file system allows may break the line, or the terminal.
        file = self.file if self.file.isprintable() else ascii(self.file)
        place = f"{file}: {self.path}" if self.path else file
        message = f"{place}: expected {self.expected}, found {self.found}"
        if self.more:
            message += f" (and {self.more} more problem{'s' if self.more > 1 else ''})"
        return message
