"""The commands ``natopa locate`` and ``natopa check``."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from ._cli import _corpus, _json, _shown, _warn
from ._messages import printable, shortened
from ._terminal import say
from .errors import NatopaError, NotFoundError
from .model.articles import SETTLED
from .model.quotations import Outcome, Quotation

if TYPE_CHECKING:
    from argparse import ArgumentParser

    from ._corpus.corpus import Corpus
    from .model.articles import Check

LOCATE = """\
The outcome is exact, reading (the words of another source), near, too-short or
absent.  Case, punctuation, spaces, line ends and the hyphen of a compound do
not matter; ... stands for words left out.  Where words differ, [these] are of
the record and {these} of the quotation.

exit status: 0 exact, a reading or too short; 1 near or absent; 2 an error.
"""
CHECK = """\
Quotations are found by their marks, of any kind, and what is narrated around
them is not looked at.  The counts come first, then a verdict for each one.

exit status: 0 every quotation is exact, a reading or too short; 1 one is near
or absent; 2 an error.
"""

ENDINGS = (".txt", ".md", ".html", ".htm", ".pdf", ".docx")
"""How the names of files end that people give in place of a quotation."""

LARGEST = 32 * 2**20
"""The most bytes of an article that are read."""


def add_locate(locating: ArgumentParser) -> None:
    """Add what the command ``locate`` takes."""
    locating.description = LOCATE
    locating.add_argument(
        "quote",
        nargs="+",
        metavar="QUOTE",
        help="the words, or - to read them from the standard input",
    )
    locating.add_argument(
        "--about", metavar="TEXT", help="the text or clause that it is ascribed to"
    )
    locating.add_argument("--speaker", metavar="PERSON", help="the person it is ascribed to")
    _add_near(locating)
    locating.set_defaults(command=locate)


def add_check(checking: ArgumentParser) -> None:
    """Add what the command ``check`` takes."""
    checking.description = CHECK
    checking.add_argument("file", metavar="FILE|-", help="the article, or - to read a pipe")
    checking.add_argument(
        "--each-line", action="store_true", help="take every line for a quotation"
    )
    _add_near(checking)
    checking.set_defaults(command=check)


def _add_near(command: ArgumentParser) -> None:
    command.add_argument(
        "--allow-near", action="store_true", help="let near be good enough for status 0"
    )


def locate(options: argparse.Namespace) -> tuple[int, str]:
    """Say where the words of a quotation stand."""
    quote = " ".join(options.quote)
    if quote == "-":
        quote = _decoded(_piped())
    elif len(options.quote) == 1 and _is_file(quote):
        name = printable(quote)
        raise NatopaError(f"{name!r} is a file, not a quotation: try `natopa check {name}`")
    elif len(quote.split()) == 1 and quote.casefold().endswith(ENDINGS):
        hint = "locate takes the words of a quotation, and check a file"
        raise NotFoundError("file", shortened(printable(quote)), hint=hint)
    # Bytes that are not letters in the encoding of the system are not words either.
    quote = quote.encode(errors="replace").decode()
    corpus = _corpus(options)
    quotation = corpus.locate(quote, about=options.about, speaker=options.speaker)
    settled = {*SETTLED, Outcome.NEAR} if options.allow_near else {*SETTLED}
    if quotation.outcome is Outcome.TOO_SHORT:
        from ._cli_hints import called

        name = called(corpus, quote)
        if name:
            say(name)
    output = _output(quotation, corpus, as_json=options.json, brief=options.brief)
    return int(quotation.outcome not in settled), output


def check(options: argparse.Namespace) -> tuple[int, str]:
    """Say of each quotation in an article where it stands."""
    text = _decoded(_piped() if options.file == "-" else _read(options.file))
    corpus = _corpus(options)
    found = corpus.check(text, each_line=options.each_line)
    if not found.quotations:
        other = "it has no lines" if options.each_line else "--each-line takes every line for one"
        say(f"no quotations were found; {other}")
    status = int(not found.is_settled(allow_near=options.allow_near))
    return status, _output(found, corpus, as_json=options.json, brief=options.brief)


def _output(answer: Quotation | Check, corpus: Corpus, *, as_json: bool, brief: bool) -> str:
    """Return an answer as text, or as JSON beside a warning of what was found wrong since."""
    if not as_json:
        return _shown(answer, corpus, brief=brief)
    quotations = [answer] if isinstance(answer, Quotation) else answer.quotations
    passages = [
        passage
        for one in quotations
        for passage in (*one.passages, *one.parts, *one.paraphrases, *one.elsewhere)
    ]
    _warn([advisory for one in passages for advisory in corpus.release.advised(one.ref)])
    return _json(answer)


def _is_file(name: str) -> bool:
    try:
        return Path(name).is_file()
    except (OSError, ValueError):
        # No file can have so long a name, or one with a null in it.
        return False


def _piped() -> bytes:
    return sys.stdin.buffer.read(LARGEST + 1) if sys.stdin else b""


def _read(name: str) -> bytes:
    """Return the bytes of a file, as many as are wanted."""
    shown = shortened(printable(name))
    try:
        path = Path(name)
        if not path.is_file():
            hint = "it is not a plain file" if path.exists() else "give a file, or - for a pipe"
            raise NotFoundError("file", shown, hint=hint)
        with path.open("rb") as file:
            return file.read(LARGEST + 1)
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or "it is not the name of a file"
        raise NotFoundError("file", shown, hint=f"cannot read it: {reason}") from None


def _decoded(content: bytes) -> str:
    """Return the text of an article: UTF-8, UTF-16 with its mark, or else Windows-1252.

    A few bytes that break UTF-8 do not make it another encoding.
    """
    if len(content) > LARGEST:
        raise NatopaError(f"the article is larger than {LARGEST // 2**20} MiB: check it in parts")
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return content.decode("utf-16", errors="replace")
    if b"\0" in content or content.startswith(b"%PDF"):
        raise NatopaError("the article is not plain text: give it as text or HTML")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = content.decode("utf-8", errors="replace")
    broken = text.count("\ufffd")
    others = sum(not letter.isascii() for letter in text) - broken
    return text if others >= broken else content.decode("cp1252", errors="replace")
