"""What a record is called, and what each of its fields says.

A value reads as a pattern of its fields.  So a heading, a link and an entry of a list say the
same, and it is known which fields they have said.
"""

from __future__ import annotations

import functools
import re
from enum import Enum

from .._deferred import final, light, make
from ..errors import NatopaError
from ..model.agents import Body, Person, Topic
from ..model.sessions import Session
from ..model.sources import Citation, Source
from ..model.texts import AdoptedText
from ..model.value import Value, id_of
from .blocks import Cite, Piece, joined, line, plain
from .mentions import leading
from .phrases import BLANKS, UNKNOWN, capital, in_words, period, sentence

TYPE_CHECKING = not __name__
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    from .._corpus.corpus import Corpus
    from .blocks import Line, Style

PATTERNS = {
    "Advisory": "{record}: {wrong} Mended in release {mended_in}.",
    "AssemblySize": "[{members} members]",
    "AttendanceAccount": "[{qualifier} ]{value}: {counted}",
    "Binding": "{text} -> {bound_to} ({reason})",
    "BoundParagraph": "{paragraph.name} -> {clause} ({basis})[: {agreement}]",
    "Change": "{record}: {kind}. {reason}",
    "Claim": "{label}: {text}",
    "Clause": "[{label} ]{summary}",
    "Copy": "{source}[, {kind}][, in {language}][, {locator}]",
    "Declaration": "{number}: {title}",
    "DocumentText": "[{is_draft} ]{kind}[ {number}][: {title}]",
    "Doubt": "{kind}[ at {at}][, page {page}]: {what}",
    "FieldEvidence": "{kind}, {field}",
    "Gap": "[text {number}][ to {last_number}][{season} session ][{year}][ to {last_year}]",
    "MemberState": "{country}",
    "Membership": "{role}, {body}[, {dates}]",
    "PackagedRelease": "{version}",
    "Paragraph": "{label} {text}",
    "PartialDate": "{in_words}",
    "Participant": "{person}[, {capacity}], {mode}",
    "Presence": "{clause}: {present}",
    "Reading": "{lemma} reads {text}",
    "RecordChange": "{record}: {kind}",
    "Relation": "{kind} {target}",
    "Release": "{version}: {title}",
    "Resolution": "{number}: {title}",
    "Session": "{season} session {year}",
    "Source": "{publisher}[, {title}]",
    "Statement": "{speaker}: {summary}",
    "Support": "{body}[, led by {led_by}][: {summary}]",
    "Vote": "vote on {on}",
    "YearCoverage": "{year}",
}
"""How a value reads; what stands in brackets is left out if a field in it is blank."""
NAMES = ("name", "title", "summary", "text")
"""A value without a pattern reads as the first of these fields that it has."""
HIDDEN = {"Paragraph": ("name", "role", "level", "opening", "page")}
"""The fields that a list of such values has no place for."""
VERBATIM: dict[str, Style] = {
    "Clause.opening": "words", "Clause.verb": "words", "Passage.omitted": "words",
    "Reading.lemma": "words", "Reading.text": "words", "Wording.text": "words",
}  # fmt: skip
"""The fields that hold words as a source prints them."""
CODES = ("country", "countries", "language")


def _parts_of(cls: type) -> list[tuple[bool, list[tuple[str, str]]]]:
    """Return the parts of the pattern of a class, whether each always stands, and what it has."""
    first = next((f"{{{name}}}" for name in NAMES if hasattr(cls, name)), "")
    pattern = PATTERNS.get(cls.__name__, first)
    return [
        (not inside, re.findall(r"([^{]+)|\{([\w.]+)\}", inside or outside))
        for inside, outside in re.findall(r"\[(.*?)\]|([^\[]+)", pattern)
    ]


_parts: Callable[[type], list[tuple[bool, list[tuple[str, str]]]]] = functools.cache(_parts_of)


@final
@light
class View:
    """The release of the records; without one, references stay as they are."""

    corpus: Corpus | None = None
    named: Callable[[str, str], str] | None = None
    """Gives a country or language its name, by the field and the code; codes stay without it."""

    def find(self, reference: str) -> Value | None:
        """Return what a reference leads to, or None if that is unknown."""
        try:
            return self.corpus.resolve(reference) if self.corpus and reference else None
        except NatopaError:
            return None

    def link(self, record: Value | str, style: Style = "record") -> Piece:
        """Return the name of a record, which leads to it."""
        found = self.find(record) if isinstance(record, str) else record
        target = record if isinstance(record, str) else id_of(record)
        if found is None:
            return Piece(target, "id", target)
        text, _, edition = target.partition("@")
        words = f"{text}, {self.title(found).lower()}" if edition else self.name(found)
        if style == "record" and isinstance(found, Person | Body | Topic):
            style = "name"
        return Piece(words, style, target)

    def name(self, value: Value) -> str:
        """Return the name of a record: for a text and a session with its number or year."""
        if isinstance(value, AdoptedText):
            kind = type(value).__name__ + (f" {value.number}" if value.number else "")
            return ": ".join(filter(None, [kind, value.title or value.subject]))
        return self.title(value)

    def title(self, value: Value) -> str:
        """Return the heading of a record, after its kind and its number or id."""
        if isinstance(value, AdoptedText):
            about = f"{value.subject} (the subject; the title is {UNKNOWN})"
            return value.title or (about if value.subject else f"Title {UNKNOWN}")
        if isinstance(value, Session):
            name = f"{value.season} session {value.year}"
            place = value.city or (capital(value.format) if value.format == "online" else None)
            if place and value.held:
                return f"{place}, {name}"
            return f"{capital(name)}, {'place not known' if value.held else 'called off'}"
        # An address and the number of a source belong below.
        read = [one for one in self.reads(value)[0] if getattr(one, "style", "web") != "web"]
        words = " ".join(plain(tuple(read)).split()).replace(" ,", ",") or id_of(value)
        # A printed label such as "iii." stays as it is printed.
        return sentence(words) if getattr(value, "label", None) else capital(sentence(words))

    def reads(self, value: Value) -> tuple[Line, set[str]]:
        """Return how a value reads in a line, and the fields that this says."""
        used = {*HIDDEN.get(type(value).__name__, ())}
        parts: list[Line] = []
        for always, pieces in _parts(type(value)):
            names = [name for _, name in pieces if name]
            used |= {name.partition(".")[0] for name in names}
            contents = {name: self._inner(value, *name.split(".")) for name in names}
            if always or all(contents.values()):
                parts += [contents[name] if name else line(text) for text, name in pieces]
        return line(*parts), used

    def _inner(self, owner: Any, field: str, inner: str = "") -> Line:
        return self.content(getattr(owner, field), inner) if inner else self.content(owner, field)

    def content(self, owner: Value, field: str) -> Line:
        """Return all that a field says, or what is said for a blank."""
        if field == "dates":
            start, end = getattr(owner, "start", None), getattr(owner, "end", None)
            return line(period(start, end) if start or end else None)
        content: object = getattr(owner, field)
        if content is None or content == ():
            return line(BLANKS.get(f"{type(owner).__name__}.{field}"))
        items = content if isinstance(content, tuple) else (content,)
        separator = " " if isinstance(items[0], Citation) else ", "
        separator = " and " if field == "led_by" else separator
        return joined([self.said(owner, field, item) for item in items], separator)

    def said(self, owner: object, field: str, content: object) -> Line:
        """Return one value of a field as a reader wants it."""
        place = f"{type(owner).__name__}.{field}"
        if isinstance(content, bool | Enum):
            return line(in_words(content, place if isinstance(content, bool) else ""))
        if isinstance(content, Citation):
            return (Cite(content),)
        if isinstance(content, Source) and place == "Copy.source":
            # A reader who looks for the whole text needs the address here.
            mark = Cite(make(Citation)(source=content))
            return line(content.publisher, " ", mark, " ", Piece(content.url, "web", content.url))
        if isinstance(content, Value) and hasattr(content, "id"):
            return (self.link(content, "part" if "#" in id_of(content) else "record"),)
        if isinstance(content, Value) and _parts(type(content)):
            return self.reads(content)[0]
        if isinstance(content, float):
            return line(f"{content:.0%}")
        if not isinstance(content, str):
            return line(str(content))
        if isinstance(owner, Value) and leading(type(owner)).get(field):
            return (self.link(content, "part" if "#" in content else "record"),)
        if place in VERBATIM:
            language = getattr(owner, "language", None) or ""
            return (Piece(content, VERBATIM[place], language=language),)
        if field == "url":
            return (Piece(content, "web", content),)
        return line(self.named(field, content) if self.named and field in CODES else content)
