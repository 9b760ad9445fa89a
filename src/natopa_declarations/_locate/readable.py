"""A text as a reader sees it: entities, tags, note marks and invisible characters replaced.

Each is replaced by as many characters as it had, so that offsets do not change.
"""

from __future__ import annotations

import re

FILL = "\u2060"
"""A filler where a replacement is shorter than the original; it never splits a word."""

_INVISIBLE = dict.fromkeys(
    [
        0xAD, 0x34F, 0x61C, 0x180E, *range(0x200B, 0x2010), *range(0x202A, 0x202F),
        *range(0x2060, 0x2070), 0xFEFF, *range(0xFE00, 0xFE10), *range(0xE0000, 0xE0080),
    ],
    FILL,
)  # fmt: skip
_BREAK = re.compile("\u00ad(?=[^\\S\n]*\n)")
"""A visible soft hyphen: one at the end of a line."""

_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z]{2,8}\d?);")

_TAG = re.compile(
    r"<!--.{0,5000}?-->|<(script|style)\b[^<>]*>.{0,50000}?</\1\s*>"
    r"|</?(?P<name>a|abbr|address|article|aside|b|blockquote|body|br|cite|code|dd|div|dl|dt|em"
    r"|figcaption|figure|font|footer|h[1-6]|head|header|hr|html|i|img|li|link|main|mark|meta|nav"
    r"|ol|p|pre|q|s|section|small|span|strong|sub|sup|table|tbody|td|th|thead|time|title|tr|u|ul"
    r"|wbr)(?:\s[^<>]{0,2000})?/?>",
    re.IGNORECASE | re.DOTALL,
)
_INLINE = frozenset("a abbr b cite code em font i mark s small span strong sub time u wbr".split())

_ESCAPE = re.compile("\x1b\\[[0-9;]*[A-Za-z]")
"""A code that changes the colour of a terminal, found in text copied from one."""

_SIC = re.compile(r"[\[(]\s?sic\s?!?\s?[\])]", re.IGNORECASE)
_NOTE = re.compile(r"(?<=[^\W\d_]|[.,;:!?\u2019\u201d\"')])\[(?:\d{1,3}|[a-z*\u2020\u2021])\]")
_RAISED = "\u2070\u00b9\u00b2\u00b3\u2074-\u2079"
# A superscript figure after a letter marks a note, except after a unit of length.
_RAISED_NOTE = re.compile(
    rf"(?P<before>[^\W\d_{_RAISED}]+|[.,;:!?\u2019\u201d\"')])(?P<mark>[{_RAISED}]+)(?!\d)"
)
_UNITS = frozenset("m mm cm dm km ft in mi".split())


def readable(text: str) -> str:
    """Return `text` as it is read, with the same number of characters.

    >>> readable("the cable[1] is cut &amp; lost").replace(FILL, "")
    'the cable    is cut & lost'
    """
    if "\x1b" in text:
        text = _ESCAPE.sub(lambda match: FILL * len(match.group()), text)
    if text.isascii():
        if "&" not in text and "<" not in text and "[" not in text and "(" not in text:
            return text
    else:
        text = _BREAK.sub("-", text).translate(_INVISIBLE)
    if "<" in text:
        text = _TAG.sub(_of_tag, text)
    if "&" in text:
        text = _ENTITY.sub(_of_entity, text)
    if "sic" in text.casefold():
        text = _SIC.sub(lambda match: " " * len(match.group()), text)
    text = _NOTE.sub(lambda match: " " * len(match.group()), text)
    return text if text.isascii() else _RAISED_NOTE.sub(_of_raised, text)


def is_invisible(character: str) -> bool:
    """Say whether a character is invisible, such as a mark of direction."""
    return ord(character) in _INVISIBLE


def _of_raised(match: re.Match[str]) -> str:
    kept = match["before"].casefold() in _UNITS
    return match.group() if kept else match["before"] + FILL * len(match["mark"])


def _of_entity(match: re.Match[str]) -> str:
    from html import unescape

    found = unescape(match.group()).translate(_INVISIBLE)
    return found + FILL * (len(match.group()) - len(found))


def _of_tag(match: re.Match[str]) -> str:
    """Return a quotation mark, a line end or a filler in place of a tag."""
    length = len(match.group())
    name = (match["name"] or "").casefold()
    closing = match.group().startswith("</")
    if name == "q":
        return ("\u201d" if closing else "\u201c") + FILL * (length - 1)
    if name == "sup":
        return FILL * length if closing else "^" + FILL * (length - 1)
    if name in _INLINE:
        return FILL * length
    if name == "br":
        return "\n" + " " * (length - 1)
    return "\n\n" + " " * (length - 2) if name else " " * length
