"""Prove that a source prints the words that are cited to it, without a copy of the source.

A maintainer runs this on the text of an article.  It writes the digest of each wording and reading
that the article contains into tests/words/SOURCE.json, and a test compares.  The digest is the
SHA-256 of the words in UTF-8, with single spaces between them.  A word is a run of letters with
inner apostrophes, a number, or a sign of per cent or a currency.  Case, punctuation, hyphens and
line ends do not matter.  Three dots mark words that are left out, and are a word too.
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

import attrs

import natopa_declarations as natopa
from natopa_declarations.model import Fidelity, Reading
from natopa_declarations.model.value import Value

from . import digests

FOLDER = digests.ROOT / "tests" / "words"
LEFT_OUT = "..."
WORD = re.compile(r"\d+(?:[.,]\d+)*|[^\W\d_]+(?:'[^\W\d_]+)*|[%$€£]|\.\.\.")


def words(text: str) -> list[str]:
    """Return the words of a text in the form in which they are compared.

    >>> words("It's 3.5% of the long-term ... Strategy.")
    ["it's", '3.5', '%', 'of', 'the', 'long', 'term', '...', 'strategy']
    """
    plain = unicodedata.normalize("NFC", text).casefold()
    plain = plain.replace("\N{RIGHT SINGLE QUOTATION MARK}", "'")
    plain = plain.replace("\N{HORIZONTAL ELLIPSIS}", LEFT_OUT)
    return WORD.findall(plain)


def digest(text: str) -> str:
    """Return the digest of the words of a text."""
    return f"sha256:{sha256(' '.join(words(text)).encode()).hexdigest()}"


def is_printed(text: str, article: str) -> bool:
    """Say whether an article contains these words; pieces around "..." must be in order."""
    rest = f" {' '.join(words(article))} "
    for piece in f" {' '.join(words(text))} ".split(f" {LEFT_OUT} "):
        if piece.strip():
            _, found, after = rest.partition(f" {piece.strip()} ")
            if not found:
                return False
            rest = f" {after}"
    return True


def cited(corpus: natopa.Corpus, source: str) -> Iterator[tuple[str, str]]:
    """Yield the words that a source must print, with their record or part."""
    for reference, record in corpus._index.items():
        for value in _inside(record):
            if isinstance(value, natopa.Wording | Reading) and value.citation.source.id == source:
                paraphrased = getattr(value, "fidelity", None) == Fidelity.PARAPHRASED
                # A paraphrase quotes nobody, and a reading may state that words are missing.
                if value.text and not paraphrased:
                    yield reference, value.text


def _inside(value: object) -> Iterator[Value]:
    """Yield a value and its parts, except those with ids."""
    if isinstance(value, tuple):
        for item in value:
            if getattr(item, "id", None) is None:
                yield from _inside(item)
    elif isinstance(value, Value):
        yield value
        for field in attrs.fields(type(value)):
            inner = getattr(value, field.name)
            if getattr(inner, "id", None) is None:
                yield from _inside(inner)


def write(article: Path, source: str) -> list[str]:
    """Write the digests of the words in the article; return the words that it lacks."""
    text = article.read_text(encoding="utf-8")
    natopa.load().source(source)
    found: dict[str, dict[str, str | int]] = {}
    missing = []
    for version in digests.versions():
        for reference, wanted in cited(natopa.load(version), source):
            entry: dict[str, str | int] = {
                "of": reference,
                "words": len(words(wanted)),
                "digest": digest(wanted),
            }
            if is_printed(wanted, text):
                found[digest(wanted)] = entry
            else:
                missing.append(f"{version}, {reference}: {wanted}")
    if not found:
        return missing or [f"no words are cited to {source}"]
    FOLDER.mkdir(exist_ok=True)
    document = json.dumps(list(found.values()), indent=2) + "\n"
    (FOLDER / f"{source}.json").write_text(document, encoding="utf-8")
    return missing
