"""Elements of XML, written by the standard library and in one way."""

from __future__ import annotations

import re
from xml.etree import ElementTree as ET

HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'
ILLEGAL = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""The characters that no XML may have."""


def element(
    parent: ET.Element, tag: str, text: str | None = None, **attributes: str | None
) -> ET.Element:
    """Add an element and return it; attributes that are None are left out.

    An underscore at the end of a name is for names that Python keeps, and falls away.
    """
    made = ET.SubElement(parent, tag)
    for name, value in attributes.items():
        if value is not None:
            made.set(name.rstrip("_").replace("xml_", "xml:"), legal(value))
    if text is not None:
        made.text = legal(text)
    return made


def legal(text: str) -> str:
    """Return `text` with a replacement character for each that XML does not allow."""
    return ILLEGAL.sub("\ufffd", text)


def write(root: ET.Element, inline: str) -> str:
    """Return a document as text; spaces and line ends are added outside `inline` elements only."""
    ET.indent(root)
    for paragraph in root.iter(inline):
        for each in paragraph.iter():
            if each.text is not None and not each.text.strip():
                each.text = None
            if each is not paragraph and each.tail is not None and not each.tail.strip():
                each.tail = None
    return f"{HEAD}{ET.tostring(root, encoding='unicode')}\n"
