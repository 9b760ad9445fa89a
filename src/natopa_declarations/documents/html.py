"""Read HTML as the lines that a reader sees, with the numbers of lists."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from typing import final

from .labels import ROMANS
from .lines import Page
from .plain import decoded

_UNSEEN = frozenset(
    "script style nav aside footer noscript template svg select button head form iframe".split()
)
_BLOCKS = frozenset(
    """
    address article aside blockquote body center dd div dl dt fieldset figcaption figure footer
    form h1 h2 h3 h4 h5 h6 header hr li main nav ol p pre section table tbody td th thead tr ul
    """.split()
)
_VOID = frozenset("area base br col embed hr img input link meta source track wbr".split())
_CHARSET = re.compile(rb"""<meta[^>]{0,200}?charset\s*=\s*["']?([\w-]+)""", re.IGNORECASE)
DEEPEST_LIST = 50
"""The deepest list that is numbered."""


def pages_of(content: bytes, name: str) -> list[Page]:
    """Return an HTML document as one page of lines, with blank lines between blocks."""
    reader = _Reader()
    reader.feed(_text(content, name))
    reader.close()
    reader.end_line()
    return [reader.lines]


def _text(content: bytes, name: str) -> str:
    found = _CHARSET.search(content[:4096])
    if found and not content.startswith(b"\xef\xbb\xbf"):
        try:
            return content.decode(found.group(1).decode("ascii"))
        except (LookupError, UnicodeDecodeError):
            pass
    return decoded(content, name)


@final
class _List:
    """A numbered list: its style, and the number of the next item."""

    def __init__(self, attributes: dict[str, str | None]) -> None:
        self.style = attributes.get("type") or "1"
        style = (attributes.get("style") or "").replace(" ", "")
        if "list-style-type:lower-alpha" in style or "list-style-type:lower-latin" in style:
            self.style = "a"
        elif "list-style-type:lower-roman" in style:
            self.style = "i"
        self.next = _number(attributes.get("start"), 1)

    def label(self, value: str | None) -> str:
        """Return the label of the next item."""
        number = _number(value, self.next)
        self.next = number + 1
        if self.style in {"a", "A"} and 1 <= number <= 26:
            return f"{chr(ord(self.style) + number - 1)}. "
        if self.style in {"i", "I"} and 1 <= number < len(ROMANS):
            return f"{ROMANS[number] if self.style == 'i' else ROMANS[number].upper()}. "
        return f"{number}. "


def _number(text: str | None, otherwise: int) -> int:
    plain = (text or "").strip()
    return int(plain) if plain.isascii() and plain.isdigit() and len(plain) < 4 else otherwise


@final
class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.lines: Page = []
        self._parts: list[str] = []
        self._unseen: list[str] = []
        self._in_title = False
        self._lists: list[_List | None] = []

    def end_line(self, *, block: bool = True) -> None:
        """End a line, and with `block` the block too."""
        text = " ".join("".join(self._parts).split())
        self._parts = []
        if text:
            self.lines.append(text)
        if block and self.lines and self.lines[-1]:
            self.lines.append("")

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "title":
            self._in_title = True
        elif tag == "body":
            # From here on the page is visible, whatever was left open before.
            self._unseen.clear()
        if self._unseen:
            if tag in _UNSEEN and tag not in _VOID:
                self._unseen.append(tag)
            return
        if tag in _UNSEEN:
            self.end_line()
            self._unseen.append(tag)
        elif tag == "br":
            self.end_line(block=False)
        elif tag in _BLOCKS:
            self._block(tag, dict(attrs))

    def _block(self, tag: str, attributes: dict[str, str | None]) -> None:
        if tag == "p" and self._is_label():
            # The words of a list item may be in a paragraph of their own.
            self._parts.append(" ")
            return
        self.end_line()
        if tag in {"ol", "ul"} and len(self._lists) < DEEPEST_LIST:
            self._lists.append(_List(attributes) if tag == "ol" else None)
        elif tag == "li" and self._lists:
            numbered = self._lists[-1]
            self._parts = [numbered.label(attributes.get("value")) if numbered else ""]

    def _is_label(self) -> bool:
        text = "".join(self._parts).strip()
        return bool(re.fullmatch(r"\(?\w{1,4}[.)]", text))

    def handle_endtag(self, tag: str) -> None:
        if tag == "title":
            self._in_title = False
            self.end_line()
        if self._unseen:
            if tag in self._unseen:
                del self._unseen[len(self._unseen) - 1 - self._unseen[::-1].index(tag) :]
            return
        if tag in {"ol", "ul"} and self._lists:
            self.end_line()
            self._lists.pop()
        elif tag in _BLOCKS:
            self.end_line()

    def handle_data(self, data: str) -> None:
        if self._in_title or not self._unseen:
            self._parts.append(data)
