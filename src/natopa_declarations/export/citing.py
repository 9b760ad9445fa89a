"""Cite records: in a sentence, or in a file for a reference manager."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from importlib import import_module

from .._corpus.corpus import Corpus
from .._messages import check_text
from ..errors import NotFoundError
from ..model.clauses import Clause
from ..model.ids import record_of
from ..model.names import close, fold
from ..model.texts import AdoptedText
from ..model.value import Value
from .works import Work, work

FORMATS = {"text": "sentence", "csl-json": "csl_json", "bibtex": "bibtex", "ris": "ris"}
"""The formats of citations, and the module that writes each."""


def cite(
    records: Value | Iterable[Value],
    format: str = "text",  # noqa: A002 - This is the usual word for it.
    *,
    corpus: Mapping[str, object] | None = None,
) -> str:
    """Return the citation of a record, or of several.

    `format` is ``text`` for a sentence, ``csl-json``, ``bibtex`` or ``ris``.  Texts, clauses,
    statements, sessions and sources can be cited, and a corpus as a data set.  With the `corpus`
    that contains the records, the citation names its release, and that of a clause its text.

    Raises `NotFoundError` for an unknown format, for a record of another kind, and for a clause
    that `corpus` does not have.

    >>> import natopa_declarations as natopa
    >>> from natopa_declarations import export
    >>> corpus = natopa.load("2026.1")
    >>> print(export.cite(corpus.declarations()[:1], corpus=corpus))
    NATO Parliamentary Assembly, Declaration 489, Standing with Ukraine until Victory, Sofia, 27 \
May 2024 (natopa-declarations 2026.1, record 489)
    """
    check_text(format, "a format of citations")
    if format not in FORMATS:
        near = tuple(close(format, {fold(name): name for name in FORMATS}))
        hint = f"the formats are {', '.join(FORMATS)}"
        raise NotFoundError("format of citations", format, near, hint=hint)
    if corpus is not None and not isinstance(corpus, Corpus):
        raise TypeError(f"expected a Corpus, found a {type(corpus).__name__}")
    release = None if corpus is None else corpus.release.version
    cited = (records,) if isinstance(records, Value) else tuple(records)
    works = [work(one, _text_of(one, corpus), release) for one in cited]
    write: Callable[[list[Work]], str] = import_module(f".{FORMATS[format]}", __package__).write
    return write(works)


def _text_of(record: Value, corpus: Corpus | None) -> AdoptedText | None:
    """Return the text of a clause, if the corpus is known."""
    if corpus is None or not isinstance(record, Clause):
        return None
    return corpus.text(record_of(record.id))
