"""Split lines into paragraphs: by the next expected number, then by opening words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from enum import Enum
from typing import final

import attrs

from ..model.documents import Doubt, DoubtKind
from .labels import DASH, ITEM, NUMBER, ROMAN, ends, lost_spaces, roman, unfolded
from .lines import Line
from .openings import opens, verb_of

MOST_SKIPPED = 3
"""The most numbers in a row that may be lost."""

FARTHEST = 200
"""How many lines ahead are searched for numbers."""


@final
class Scheme(Enum):
    """What separates the paragraphs of a text."""

    NUMBERS = "by their numbers"
    ROMAN = "by their roman numerals"
    CONSTANT = "by a number that is the same for all"
    DASHES = "by dashes"
    OPENINGS = "by their opening words"


@final
@attrs.define
class Draft:
    """A paragraph while its lines are collected."""

    name: str
    label: str | None
    level: int
    page: int
    parts: list[Line]

    @property
    def ended(self) -> bool:
        """Whether another paragraph may begin after its last line."""
        # "and" may be alone on a line after the punctuation.
        return not self.parts or ends(" ".join([part.text for part in self.parts[-2:]]))

    @property
    def announces(self) -> bool:
        """Whether items may follow."""
        return bool(self.parts) and self.parts[-1].text.endswith(":")


def segment(lines: Sequence[Line]) -> tuple[list[Draft], list[Doubt]]:
    """Return the paragraphs of a body, in order, and the guesses about their bounds."""
    body = unfolded(lines)
    body, doubts = _numbers_first(body)
    if lost_spaces(lines):
        what = "line ends were lost without a space, so words may be glued together"
        doubts.append(Doubt(kind=DoubtKind.SPACE, what=what))
    one = _Pass(body, scheme_of(body), doubts)
    one.run()
    return one.drafts, one.doubts


def scheme_of(lines: Sequence[Line]) -> Scheme:
    """Return what separates the paragraphs of these lines."""
    texts = [line.text for line in lines]
    numbers = [int(m["value"]) for text in texts if (m := NUMBER.match(text))]
    run = 0
    for number in numbers:
        run += number == run + 1
    if run == 1 and numbers.count(1) >= 3:
        return Scheme.CONSTANT
    romans = [roman(m["value"]) for text in texts if (m := ROMAN.match(text))]
    if run < 2 and 1 in romans and 2 in romans[romans.index(1) :]:
        return Scheme.ROMAN
    # One number is enough if the body begins with it: the rest may be cut off.
    if run >= 2 or (run and NUMBER.match(texts[0])) or len(set(numbers)) >= 3:
        return Scheme.NUMBERS
    if sum(map(bool, map(DASH.match, texts))) >= 3:
        return Scheme.DASHES
    return Scheme.OPENINGS


def _numbers_first(lines: list[Line]) -> tuple[list[Line], list[Doubt]]:
    """Move each number before its paragraph, if all come after its first line."""
    bare = [at for at, line in enumerate(lines) if _bare(line.text)]
    if len(bare) < 2 or bare[0] == 0 or NUMBER.match(lines[0].text):
        return lines, []
    after = [
        at for at in bare if opens(lines[at - 1].text) and not NUMBER.match(lines[at - 1].text)
    ]
    before = [at for at in bare if at + 1 < len(lines) and opens(lines[at + 1].text)]
    if len(after) < 2 or len(before) >= len(after):
        return lines, []
    moved = list(lines)
    for at in after:
        moved[at - 1], moved[at] = lines[at], lines[at - 1]
    what = f"{len(after)} numbers stand after the first line of their paragraphs"
    return moved, [Doubt(kind=DoubtKind.NUMBER, what=what, page=lines[bare[0]].page)]


def _bare(text: str) -> bool:
    match = NUMBER.match(text)
    return match is not None and not match["rest"]


@final
class _Pass:
    """One pass over the lines of a body."""

    def __init__(self, lines: Sequence[Line], scheme: Scheme, doubts: list[Doubt]) -> None:
        self.lines = lines
        self.scheme = scheme
        self.drafts: list[Draft] = []
        self.doubts = doubts
        self.names: set[str] = set()
        self.lettered = any((m := ITEM.match(line.text)) and m["value"] in "ab" for line in lines)
        """Whether items have letters, so that no word begins one."""
        self.number = 0
        """The number of the last paragraph."""
        self.letter = 0
        """The number of its items so far."""
        self.pending: str | None = None
        """The label of a paragraph whose words follow the items of the one before."""

    def run(self) -> None:
        """Read all lines."""
        if self.scheme is not Scheme.NUMBERS:
            what = f"paragraphs are separated {self.scheme.value}"
            kind = DoubtKind.SEGMENTATION
            if self.scheme is Scheme.ROMAN:
                kind = DoubtKind.NUMBER
            self.doubts.append(Doubt(kind=kind, what=what))
        for at, line in enumerate(self.lines):
            if not (self._numbered(at, line) or self._item(line) or self._unnumbered(at, line)):
                self._go_on(line)

    def _go_on(self, line: Line) -> None:
        if self.drafts:
            self.drafts[-1].parts.append(line)
        elif line.text.strip("*\u2020() 0123456789"):
            self._doubt(DoubtKind.LEFT_OUT, line, line.text)

    def _start(self, line: Line, number: int, label: str | None, text: str) -> bool:
        self.number, self.letter = number, 0
        self._add(line, f"p{number}", label, 1, text)
        return True

    def _add(self, line: Line, name: str, label: str | None, level: int, text: str) -> None:
        while name in self.names:
            name += "-again"
        self.names.add(name)
        parts = [line._replace(text=text)] if text else []
        draft = Draft(name, label, level, line.page, parts)
        self.drafts.append(draft)

    def _doubt(self, kind: DoubtKind, line: Line, what: str) -> None:
        at = self.drafts[-1].name if self.drafts else None
        self.doubts.append(Doubt(kind=kind, what=what, at=at, page=line.page))

    @property
    def _ended(self) -> bool:
        return not self.drafts or self.drafts[-1].ended

    def _numbered(self, at: int, line: Line) -> bool:
        """Begin a paragraph if a line has the next expected number."""
        if self.scheme is Scheme.ROMAN:
            match = ROMAN.match(line.text)
            if match is None or roman(match["value"]) != self.number + 1:
                return False
            return self._start(line, self.number + 1, match["label"], match["rest"])
        match = NUMBER.match(line.text)
        if match is None:
            return False
        if self.scheme is not Scheme.NUMBERS:
            constant = self.scheme is Scheme.CONSTANT and self._ended
            return constant and self._start(line, self.number + 1, None, match["rest"])
        value, label = int(match["value"]), match["label"].replace(" ", "")
        text = match["rest"] or (self.lines[at + 1].text if at + 1 < len(self.lines) else "")
        if value == self.number + 1 and not match["rest"] and ITEM.match(text) and self._announced:
            # The number was read before the items above it.
            self.pending = label
            return True
        if not self._plausible(value, at, text, bare=not match["rest"]):
            return False
        if value > self.number + 1:
            lost = ", ".join([f"{number}." for number in range(self.number + 1, value)])
            self._doubt(DoubtKind.NUMBER, line, f"{lost} not seen before {label}")
        elif value <= self.number:
            self._doubt(DoubtKind.NUMBER, line, f"{label} follows {self.number}.")
        return self._start(line, max(value, self.number + 1), label, match["rest"])

    def _plausible(self, value: int, at: int, text: str, *, bare: bool) -> bool:
        """Say whether a number at the start of a line numbers a paragraph."""
        opening = opens(text)
        capital = not text or text.lstrip("\"\u201c\u00ab'(")[:1].isupper()
        if value == self.number + 1:
            return opening or (capital and (self._ended or bare)) or (self._ended and not bare)
        if not (self._ended and opening):
            return False
        if value <= self.number:
            return value > 1 or self.number == 1
        expected = self.number + 1
        ahead = (NUMBER.match(line.text) for line in self.lines[at + 1 : at + FARTHEST])
        comes = any(match and int(match["value"]) == expected for match in ahead)
        return value <= self.number + 1 + MOST_SKIPPED and not comes

    @property
    def _announced(self) -> bool:
        return bool(self.drafts) and (self.drafts[-1].announces or self.letter > 0)

    def _item(self, line: Line) -> bool:
        """Add an item to the paragraph if a line has the next expected letter."""
        if not self.drafts:
            return False
        match = ITEM.match(line.text)
        if match:
            value = ord(match["value"]) - ord("a") + 1
            skipped = value - self.letter - 1
            likely = self._ended and (self.letter > 0 or self._announced or self._operative)
            if skipped == 0 and (likely or (self.letter > 0 and not match["rest"])):
                return self._add_item(line, match["label"].replace(" ", ""), match["rest"])
            if 0 < skipped <= 2 and likely:
                label = match["label"]
                self._doubt(DoubtKind.NUMBER, line, f"{skipped} item(s) not seen before {label}")
                self.letter += skipped
                return self._add_item(line, label.replace(" ", ""), match["rest"])
            return False
        match = DASH.match(line.text)
        if match and self._announced and self._ended and not opens(match["rest"]):
            return self._add_item(line, None, match["rest"])
        if (
            line.text.startswith(("to ", "\u00e0 ", "de ", "d'"))
            and self._announced
            and self._ended
        ):
            if self.lettered:
                return False
            self._doubt(DoubtKind.SEGMENTATION, line, "items are separated by their first words")
            return self._add_item(line, None, line.text)
        return False

    @property
    def _operative(self) -> bool:
        last = next((draft for draft in reversed(self.drafts[-27:]) if draft.level == 1), None)
        return last is not None and bool(last.parts) and verb_of(last.parts[0].text) is not None

    def _add_item(self, line: Line, label: str | None, text: str) -> bool:
        self.letter += 1
        rounds, letter = divmod(self.letter - 1, 26)
        name = chr(ord("a") + letter) + (str(rounds + 1) if rounds else "")
        self._add(line, f"p{self.number}-{name}", label, 2, text)
        return True

    def _unnumbered(self, at: int, line: Line) -> bool:
        """Begin a paragraph whose number was lost, or that has none."""
        waits = bool(self.drafts) and not self.drafts[-1].parts
        if self.scheme is Scheme.ROMAN or waits or not self._ended:
            return False
        match = DASH.match(line.text)
        text = match["rest"] if match else line.text
        if self.scheme is Scheme.NUMBERS:
            if not opens(text) or not (self.drafts or verb_of(text) or self._lost(at)):
                return False
            if self.pending is None and not self._lost(at):
                return False
            label, self.pending = self.pending, None
            what = f"{label} stands before the items above it" if label else "its number is lost"
            self._start(line, self.number + 1, label, text)
            self._doubt(DoubtKind.NUMBER, line, what)
            return True
        if opens(text) or (match and self.scheme is Scheme.DASHES):
            return self._start(line, self.number + 1, None, text)
        return False

    def _lost(self, at: int) -> bool:
        """Say whether a number was lost: the next one is not the expected one."""
        for value, text in self._numbers_after(at):
            if value == self.number + 1:
                return False
            if value == self.number + 2 and opens(text):
                return True
        return verb_of(self.lines[at].text) is not None and bool(self.drafts)

    def _numbers_after(self, at: int) -> Iterator[tuple[int, str]]:
        for place in range(at + 1, min(at + FARTHEST, len(self.lines))):
            match = NUMBER.match(self.lines[place].text)
            if match:
                follows = self.lines[place + 1].text if place + 1 < len(self.lines) else ""
                yield int(match["value"]), match["rest"] or follows
