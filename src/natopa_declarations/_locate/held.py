"""The words that a corpus holds, ready to be searched."""

from __future__ import annotations

from array import array
from collections import defaultdict
from typing import TYPE_CHECKING, final

import attrs

from ..model.ids import Ref
from .tokens import Folding, folded_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from ..model.agents import Person
    from ..model.sources import Citation
    from ..model.statements import Statement
    from ..model.texts import Declaration, Resolution
    from ..model.wordings import Reading, Wording
    from ..model.words import Fidelity


@final
@attrs.frozen(eq=False)
class Held:
    """Words that the corpus holds, and whose they are."""

    ref: Ref
    text: str
    language: str
    fidelity: Fidelity | None
    citations: tuple[Citation, ...]
    speaker: Person | None = None
    readings: tuple[Reading, ...] = ()
    inference: str | None = None


@final
@attrs.frozen(eq=False)
class Prepared:
    """Everything that the corpus holds word by word, ready to be searched."""

    held: tuple[Held, ...]
    letters: str
    """The letters of all of them, without spaces, each after a line end."""
    starts: Sequence[int]
    """Where each of them starts in `letters`."""
    having: Mapping[str, Sequence[int]]
    """Which of them have a word, by their numbers; the words of the readings count."""


def prepare(
    texts: Iterable[Declaration | Resolution], statements: Iterable[Statement]
) -> Prepared:
    """Return the words of these records, ready to be searched."""
    folding = Folding()
    held = tuple(_held(texts, statements))
    having: defaultdict[str, array[int]] = defaultdict(lambda: array("I"))
    letters: list[str] = []
    starts = array("I")
    length = 0
    for number, one in enumerate(held):
        run = folded_words(one.text, folding)
        joined = "".join(run)
        letters.append(joined)
        starts.append(length + 1)
        length += len(joined) + 1
        for reading in one.readings:
            run += folded_words(reading.text or "", folding)
        for word in set(run):
            having[word].append(number)
    return Prepared(held, "\n" + "\n".join(letters), starts, dict(having))


def _held(
    texts: Iterable[Declaration | Resolution], statements: Iterable[Statement]
) -> Iterator[Held]:
    for text in texts:
        if text.title is not None:
            yield Held(Ref(text.id), text.title, "en", None, text.citations)
        for wording in text.titles:
            yield _of(Ref(text.id), wording)
        for edition in text.editions:
            ref = Ref(f"{text.id}@{edition.name}")
            if edition.title not in (None, text.title):
                yield Held(ref, edition.title or "", "en", None, edition.citations)
            for wording in edition.titles:
                yield _of(ref, wording)
        for clause in text.clauses:
            for wording in clause.wordings:
                yield _of(Ref(clause.id), wording, place=clause.inference)
    for statement in statements:
        for wording in statement.wordings:
            yield _of(Ref(statement.id), wording, statement.speaker)


def _of(
    ref: Ref, wording: Wording, speaker: Person | None = None, *, place: str | None = None
) -> Held:
    """Return the words of a wording; `place` says why they are taken to stand in this text."""
    return Held(
        ref,
        wording.text,
        wording.language,
        wording.fidelity,
        (wording.citation,),
        speaker,
        wording.readings,
        " ".join(filter(None, [place, wording.inference])) or None,
    )
