"""The automatic numbers of a DOCX: definitions, styles, restarts and counters."""

from __future__ import annotations

from typing import NamedTuple, final
from xml.etree.ElementTree import Element

from .labels import ROMANS

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
DEEPEST_LEVEL = 8
"""The deepest level of a list, from 0, as the format has it."""


@final
class Level(NamedTuple):
    """How one level of a list is numbered."""

    form: str
    text: str
    start: int


@final
class Numbering:
    """The lists of one document, and the count of each."""

    def __init__(self, definitions: Element | None, styles: Element | None) -> None:
        self._abstract: dict[str, str] = {}
        self._levels: dict[tuple[str, int], Level] = {}
        self._overrides: dict[tuple[str, int], int] = {}
        self._counts: dict[tuple[str, int], int] = {}
        self._restarted: set[str] = set()
        self._style_levels: dict[str, tuple[str, int]] = {}
        if definitions is not None:
            self._define(definitions)
        if styles is not None:
            self._styles(styles)

    def _define(self, definitions: Element) -> None:
        for abstract in definitions.iter(f"{W}abstractNum"):
            key = abstract.get(f"{W}abstractNumId", "")
            for element in abstract.iter(f"{W}lvl"):
                self._levels[key, _integer(element.get(f"{W}ilvl"))] = Level(
                    _value(element, "numFmt") or "decimal",
                    _value(element, "lvlText") or "",
                    _integer(_value(element, "start"), 1),
                )
        for number in definitions.iter(f"{W}num"):
            key = number.get(f"{W}numId", "")
            self._abstract[key] = _value(number, "abstractNumId") or ""
            for override in number.iter(f"{W}lvlOverride"):
                start = _value(override, "startOverride")
                if start is not None:
                    level = _integer(override.get(f"{W}ilvl"))
                    self._overrides[key, level] = _integer(start, 1)

    def _styles(self, styles: Element) -> None:
        parents: dict[str, str] = {}
        own: dict[str, tuple[str, int]] = {}
        for style in styles.iter(f"{W}style"):
            key = style.get(f"{W}styleId", "")
            parents[key] = _value(style, "basedOn") or ""
            properties = style.find(f"{W}pPr/{W}numPr")
            if properties is not None and _value(properties, "numId") is not None:
                level = _integer(_value(properties, "ilvl"))
                own[key] = (_value(properties, "numId") or "", level)
        for key in parents:
            at, seen = key, set[str]()
            while at and at not in own and at not in seen:
                seen.add(at)
                at = parents.get(at, "")
            if at in own:
                self._style_levels[key] = own[at]

    def label(self, properties: Element | None) -> str:
        """Return the label of the next paragraph with these properties, or the empty text."""
        place = self._place(properties)
        if place is None:
            return ""
        number, level = place
        abstract = self._abstract.get(number, "")
        described = self._levels.get((abstract, level))
        if described is None or described.form in {"none", "bullet"}:
            return "\u2022 " if described and described.form == "bullet" else ""
        if number not in self._restarted:
            self._restarted.add(number)
            for (other, at), start in self._overrides.items():
                if other == number:
                    self._counts[abstract, at] = start - 1
        count = self._counts.get((abstract, level), described.start - 1) + 1
        self._counts[abstract, level] = count
        for deeper in range(level + 1, DEEPEST_LEVEL + 1):
            self._counts.pop((abstract, deeper), None)
        return self._printed(abstract, described)

    def _place(self, properties: Element | None) -> tuple[str, int] | None:
        """Return the list and level of a paragraph, from itself or its style."""
        if properties is None:
            return None
        styled = self._style_levels.get(_value(properties, "pStyle") or "")
        own = properties.find(f"{W}numPr")
        if own is None:
            return styled
        number, level = _value(own, "numId"), _value(own, "ilvl")
        if number == "0":
            # Zero removes the number that the style has.
            return None
        if number is None:
            number = styled[0] if styled else ""
        at = _integer(level) if level is not None else (styled[1] if styled else 0)
        return number, min(at, DEEPEST_LEVEL)

    def _printed(self, abstract: str, described: Level) -> str:
        text = described.text
        for level in range(DEEPEST_LEVEL + 1):
            mark = f"%{level + 1}"
            if mark in text:
                form = self._levels.get((abstract, level), described)
                count = self._counts.get((abstract, level), form.start)
                text = text.replace(mark, _formed(count, form.form))
        return f"{text} " if text else ""


def _formed(number: int, form: str) -> str:
    if form in {"lowerLetter", "upperLetter"} and number > 0:
        letter = chr(ord("a") + (number - 1) % 26) * min((number - 1) // 26 + 1, 4)
        return letter.upper() if form == "upperLetter" else letter
    if form in {"lowerRoman", "upperRoman"} and 0 < number < len(ROMANS):
        return ROMANS[number].upper() if form == "upperRoman" else ROMANS[number]
    return str(number)


def _value(element: Element, name: str) -> str | None:
    child = element.find(f"{W}{name}")
    return None if child is None else child.get(f"{W}val")


def _integer(text: str | None, otherwise: int = 0) -> int:
    plain = text or ""
    return int(plain) if plain.isascii() and plain.isdigit() and len(plain) < 6 else otherwise
