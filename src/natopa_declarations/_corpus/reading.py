"""Read the values of filters: words, records, dates and numbers.

Each function takes the corpus, the name of the filter and its value, some after what they read.  A
value that exists nowhere raises `NotFoundError`, and one of the wrong type `InvalidFilterError`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .._codec.kinds import BY_CLASS
from .._messages import printed, shortened, with_article
from ..errors import InvalidFilterError, NotFoundError
from ..model.dates import PartialDate
from ..model.names import fold
from ..model.texts import AdoptedText
from ..model.value import SINCE_2, Value
from .arguments import whole
from .names import suggestions

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import date
    from enum import StrEnum

    from .lookups import Lookups

    Read = Callable[[Lookups, str, Any], Any]


def number(_: object, name: str, value: object, *, least: int | None = None) -> int:
    """Read a whole number, which may be required to be `least` or greater."""
    found = whole(value)
    if found is not None and (least is None or found >= least):
        return found
    expected = "a whole number such as 2024" if least is None else f"a whole number from {least}"
    raise InvalidFilterError(name, printed(value), expected)


def truth(_: object, name: str, value: object) -> bool:
    """Read true or false."""
    if isinstance(value, bool):
        return value
    raise InvalidFilterError(name, printed(value), "True or False")


def first_day(_: object, __: str, value: Any) -> date:
    """Read the first day of a range, which may be given as a month or a year."""
    return PartialDate.of(value).earliest


def last_day(_: object, __: str, value: Any) -> date:
    """Read the last day of a range."""
    return PartialDate.of(value).latest


def title(corpus: Lookups, name: str, value: object) -> Any:
    """Read the words of a title; return them with the words of the titles of each text."""
    words = frozenset(fold(_text(name, value, "words of a title")).split())
    if not words:
        raise InvalidFilterError(name, printed(value), "at least one word")

    def build() -> dict[Any, frozenset[str]]:
        texts = (*corpus._records["declarations"], *corpus._records["resolutions"])
        titles = {text.id: [text.title or "", *[w.text for w in text.titles]] for text in texts}
        return {one: frozenset(fold(" ".join(each)).split()) for one, each in titles.items()}

    return words, corpus._indexes.titles.get(build)


def about(corpus: Lookups, name: str, value: object) -> str:
    """Read what a statement or claim is about, and return its id or reference."""
    identifier: str | None = getattr(value, "id", None)
    if isinstance(value, Value) and identifier is not None:
        corpus.find(identifier)
        return identifier
    if isinstance(value, str) or whole(value) is not None:
        found = corpus.find(value)  # type: ignore[arg-type]
        # An edition has no id; it is meant by the reference that was given.
        return getattr(found, "id", None) or str(value)
    raise InvalidFilterError(name, printed(value), "a record, its id or its name")


def word(enumeration: type[StrEnum], _: object, name: str, value: object) -> Any:
    """Read a word of an enumeration, whatever its case."""
    if isinstance(value, enumeration):
        return value
    wanted = _text(name, value, "one of its words")
    words = {fold(each): each for each in enumeration}
    if fold(wanted) in words:
        return words[fold(wanted)]
    written = {folded: str(each) for folded, each in words.items()}
    hint = f"the words are {', '.join(written.values())}"
    raise NotFoundError(name, wanted, suggestions(wanted, written), hint)


def record(cls: type[Any], corpus: Lookups, name: str, value: Any) -> Any:
    """Read a record of a class: the object, its id, or one of its names."""
    if isinstance(value, cls):
        return corpus._look_up(cls, value.id)
    is_text = cls is AdoptedText
    if isinstance(value, str) or (is_text and whole(value) is not None):
        return corpus._look_up(cls, value)
    kind = "text" if is_text else BY_CLASS[cls.__name__].words
    raise InvalidFilterError(name, printed(value), f"{with_article(kind)}, its id or its name")


def recorded(field: str, read: Read, corpus: Lookups, name: str, value: Any) -> Any:
    """Read a value as `read` does; refuse a release whose clauses do not have this field."""
    first, release = SINCE_2["since"], corpus._published
    if release.format >= first:
        return read(corpus, name, value)
    problem = (
        f"{name}: release {release.version} does not record `Clause.{field}`, as its format is"
        f" {release.format}; load a release of format {first}, such as the newest"
    )
    raise InvalidFilterError(name, printed(value), f"a release of format {first}", problem)


def spelled(kind: str, hint: str, corpus: Lookups, name: str, value: object) -> frozenset[str]:
    """Read a word that a record has in a field where any text may stand."""
    from .vocabularies import vocabulary

    wanted = _text(name, value, "a text")
    words = vocabulary(corpus, kind)
    found = words.get(fold(wanted))
    if found:
        return found
    written = sorted({each for spellings in words.values() for each in spellings})
    near = suggestions(wanted, {fold(each): each for each in written})
    raise NotFoundError(name, wanted, near, hint)


def check_ranges(values: Mapping[str, Any], read: Mapping[str, Any]) -> None:
    """Raise where a range of dates or numbers ends before it begins."""
    for stem, beyond in (("date", "later"), ("number", "greater")):
        first, last = read.get(f"{stem}_from"), read.get(f"{stem}_to")
        if first is not None and last is not None and first > last:
            start, end = values[f"{stem}_from"], values[f"{stem}_to"]
            dated = stem == "date"
            lower = str(PartialDate.of(start)) if dated else shortened(printed(first))
            upper = str(PartialDate.of(end)) if dated else shortened(printed(last))
            problem = f"{stem}_from ({lower}) is {beyond} than {stem}_to ({upper})"
            raise InvalidFilterError(f"{stem}_from", lower, f"a {stem} up to {upper}", problem)


def _text(name: str, value: object, expected: str) -> str:
    if isinstance(value, str):
        return value
    raise InvalidFilterError(name, printed(value), expected)
