"""Markdown in which nothing from the data can be more than text.

Everything that comes from the data goes through `text` or `external`, and so cannot open a link, a
heading, a table cell or an element of HTML.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import quote, urlsplit

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

PUNCTUATION = re.compile(r"([!-/:-@\[-`{-~])")
URL_CHARACTERS = "!#$%&'()*+,-./:;=?@[]_~"
"""What may stand in an address as it is; all else becomes a percent sign and a number."""


def text(words: str) -> str:
    """Return `words` so that Markdown shows each of them, on one line, and obeys none."""
    return PUNCTUATION.sub(r"\\\1", " ".join(words.split()))


def code(words: str) -> str:
    """Return `words` as a literal; they are ids, or expressions made of ids."""
    fence = "``" if "`" in words else "`"
    return f"{fence}{' '.join(words.split())}{fence}"


def external(url: str, words: str) -> str:
    """Return a link to an address of the web, or only the words where it is no such address."""
    if urlsplit(url).scheme not in {"http", "https"}:
        return f"{text(words)} ({text(url)})"
    address = quote(url, safe=URL_CHARACTERS).replace("&", "&amp;")
    return f"[{text(words)}](<{address}>)"


def link(label: str, markdown: str) -> str:
    """Return a link to the place with this label, anywhere in the docs."""
    return f"[{markdown}](#{label})"


def label(reference: str) -> str:
    """Return the label of the place where the record that `reference` means is described."""
    return "record-" + reference.replace("#", "--").replace("@", "--at-")


def target(name: str) -> str:
    """Return the mark that gives the next block a label."""
    return f"({name})="


def quotation(words: str, origin: str) -> str:
    """Return a block of quoted words, and under it who has them."""
    lines = [text(line) for line in words.splitlines() if line.strip()]
    return "\n".join([*[f"> {line}" for line in lines], ">", f"> — {origin}"])


def bullets(items: Iterable[str]) -> str:
    """Return a list."""
    return "\n".join(f"- {item}" for item in items)


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Return a table of Markdown, without the columns in which every cell is empty."""
    body = list(rows)
    kept = [place for place in range(len(head)) if any(row[place] for row in body)]
    lines = [head, ["---"] * len(head), *body]
    return "\n".join(f"| {' | '.join(line[place] for place in kept)} |" for line in lines)


def listed(items: Sequence[str], conjunction: str = "and") -> str:
    """Return "a, b and c"."""
    return f" {conjunction} ".join(filter(None, [", ".join(items[:-1]), *items[-1:]]))
