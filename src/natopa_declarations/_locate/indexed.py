"""The texts of a corpus, indexed word by word."""

from __future__ import annotations

from array import array
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import final

import attrs

from ..model.agents import Body, Person
from ..model.ids import Ref
from ..model.sources import Citation
from ..model.statements import Statement
from ..model.texts import Declaration, Resolution
from ..model.wordings import Reading, Wording
from ..model.words import Fidelity
from .compounds import compounds
from .tokens import Vocabulary, keys_of, words
from .witnesses import versions


@final
@attrs.frozen(eq=False)
class IndexedText:
    """A text of the corpus that is searched, and whose words it has."""

    ref: Ref
    text: str
    language: str
    fidelity: Fidelity | None
    citations: tuple[Citation, ...]
    speaker: Person | None = None
    readings: tuple[Reading, ...] = ()
    inference: str | None = None
    about: tuple[Ref, ...] = ()
    """The texts and clauses that a statement is about."""
    is_title: bool = False
    is_name: bool = False
    """Whether it is the name of a person or body, which only a whole quotation matches."""

    @property
    def is_paraphrase(self) -> bool:
        """Whether these are a paraphrase, which no text and no speaker has."""
        return self.fidelity is Fidelity.PARAPHRASED


@final
@attrs.frozen(eq=False)
class Prepared:
    """Every text of the corpus, indexed word by word."""

    entries: tuple[IndexedText, ...]
    lines: str
    """A line for each entry, then one for each other version of an entry.

    One space separates words, and one is at either end of a line.
    """
    starts: Sequence[int]
    """The offset of each line in `lines`."""
    of_line: Sequence[int]
    """The number of the entry that each line belongs to."""
    witnesses: Mapping[int, str]
    """The source whose readings a line contains, by the number of the line."""
    having: Mapping[str, Sequence[int]]
    """The numbers of the entries that contain a word, in their text or a reading."""
    closed: Mapping[str, frozenset[tuple[str, str]]]
    """The two parts of each compound with a hyphen, by the two as one word."""
    vocabulary: Vocabulary
    texts: int
    """How many adopted texts are searched."""
    texts_by_title: int
    """How many of them have no wording but their titles."""
    languages: frozenset[str]
    """The languages of the wordings and readings, without titles."""
    reach: str = ""
    """The day up to which the release covers (`Release.reach`)."""

    def keys(self, line: int) -> list[str]:
        """Return the words of a line in the form in which they are compared."""
        start = self.starts[line]
        return self.lines[start : self.lines.index("\n", start)].split()


def prepare(
    texts: Iterable[Declaration | Resolution],
    statements: Iterable[Statement],
    named: Iterable[Person | Body] = (),
    reach: str = "",
) -> Prepared:
    """Index the words of these records."""
    vocabulary, texts = Vocabulary(), list(texts)
    entries = tuple(_entries(texts, statements, named))
    having: defaultdict[str, array[int]] = defaultdict(lambda: array("I"))
    closed: defaultdict[str, set[tuple[str, str]]] = defaultdict(set)
    lines: list[str] = []
    of_line = array("I", range(len(entries)))
    witnesses: dict[int, str] = {}
    others: list[str] = []
    for number, one in enumerate(entries):
        run = keys_of(one.text, vocabulary)
        lines.append(" ".join(run))
        if "-" in one.text or "\u2010" in one.text or "\u2011" in one.text:
            for pair in compounds(words(one.text, vocabulary)):
                closed["".join(pair)].add(pair)
                run.append("".join(pair))
        for reading in one.readings:
            run += keys_of(reading.text or "", vocabulary)
        if one.is_name:
            continue
        for word in set(run):
            having[word].append(number)
        for version in versions(one.text, one.language, one.readings, vocabulary):
            witnesses[len(of_line)] = version.source
            of_line.append(number)
            others.append(" ".join(version.keys))
    starts = array("I")
    length = 1
    for line in [*lines, *others]:
        starts.append(length)
        length += len(line) + 3
    whole = "\n " + " \n ".join([*lines, *others]) + " \n"
    return Prepared(
        entries,
        whole,
        starts,
        of_line,
        witnesses,
        dict(having),
        {word: frozenset(pairs) for word, pairs in closed.items()},
        vocabulary,
        len(texts),
        sum(not any(clause.wordings for clause in text.clauses) for text in texts),
        frozenset(
            [
                language
                for one in entries
                if not (one.is_title or one.is_name)
                for language in (one.language, *[r.language for r in one.readings])
                if language
            ]
        ),
        reach,
    )


def _entries(
    texts: Iterable[Declaration | Resolution],
    statements: Iterable[Statement],
    named: Iterable[Person | Body],
) -> Iterator[IndexedText]:
    for text in texts:
        if text.title is not None:
            yield IndexedText(Ref(text.id), text.title, "en", None, text.citations, is_title=True)
        for wording in text.titles:
            yield _of(Ref(text.id), wording, is_title=True)
        for edition in text.editions:
            ref = Ref(f"{text.id}@{edition.name}")
            title = edition.title
            if title is not None and title != text.title:
                yield IndexedText(ref, title, "en", None, edition.citations, is_title=True)
            for wording in edition.titles:
                yield _of(ref, wording, is_title=True)
        for clause in text.clauses:
            for wording in clause.wordings:
                yield _of(Ref(clause.id), wording, place=clause.inference)
    for statement in statements:
        for wording in statement.wordings:
            yield _of(Ref(statement.id), wording, statement.speaker, about=statement.about)
    for record in named:
        for name in (record.name, *record.other_names):
            yield IndexedText(Ref(record.id), name, "und", None, (), is_name=True)


def _of(
    ref: Ref,
    wording: Wording,
    speaker: Person | None = None,
    *,
    place: str | None = None,
    about: tuple[Ref, ...] = (),
    is_title: bool = False,
) -> IndexedText:
    """Index a wording; `place` is our reasoning if its place is inferred."""
    return IndexedText(
        ref,
        wording.text,
        wording.language,
        wording.fidelity,
        (wording.citation,),
        speaker,
        wording.readings,
        " ".join(filter(None, [place, wording.inference])) or None,
        about,
        is_title,
    )
