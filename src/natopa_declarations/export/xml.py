"""Write XML with the standard library."""

from __future__ import annotations

import re
from xml.etree import ElementTree as ET

HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'
ILLEGAL = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""The characters that XML forbids."""


def element(
    parent: ET.Element, tag: str, text: str | None = None, **attributes: str | None
) -> ET.Element:
    """Add an element and return it; attributes that are None are left out.

    A final underscore of a name is removed: it is for names that Python reserves.
    """
    child = ET.SubElement(parent, tag)
    for name, value in attributes.items():
        if value is not None:
            child.set(name.rstrip("_").replace("xml_", "xml:"), legal(value))
    if text is not None:
        child.text = legal(text)
    return child


def legal(text: str) -> str:
    """Return `text` with a replacement for each character that XML forbids."""
    return ILLEGAL.sub("\ufffd", text)


def write(root: ET.Element, inline: str) -> str:
    """Return a document as text, with white space added outside `inline` elements only."""
    ET.indent(root)
    for paragraph in root.iter(inline):
        for each in paragraph.iter():
            if each.text is not None and not each.text.strip():
                each.text = None
            if each is not paragraph and each.tail is not None and not each.tail.strip():
                each.tail = None
    return f"{HEAD}{ET.tostring(root, encoding='unicode')}\n"
