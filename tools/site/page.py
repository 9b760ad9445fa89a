"""A page that is being written: blocks of Markdown, and the sources that they cite."""

from __future__ import annotations

from typing import TYPE_CHECKING, final

from natopa_declarations import Citation, Claim, Clause, Corpus, Session, Source, Statement
from natopa_declarations.model import (
    AdoptedText,
    Amendment,
    Decision,
    Edition,
    EditionName,
    SourceKind,
    Vote,
)

from .markdown import external, label, link, listed, target, text
from .prose import date, sentence, session_name, text_kind, text_name

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from natopa_declarations.model import Verdict


@final
class Page:
    """A page of Markdown; what it cites is numbered, and listed at its end."""

    def __init__(self, title: str, name: str, corpus: Corpus) -> None:
        self.corpus = corpus
        self._name = name
        # The lists lead to these pages, so they need no place in the table of contents.
        self._blocks = ["---\norphan: true\n---", f"{target(name)}\n# {text(title)}"]
        self._cited: dict[str, tuple[Source, list[str]]] = {}

    def add(self, *blocks: str) -> None:
        """Add blocks; empty ones are left out."""
        self._blocks += filter(None, blocks)

    def heading(self, title: str, depth: int = 2, *, name: str | None = None) -> None:
        """Add a heading, which may have a label."""
        mark = f"{target(name)}\n" if name else ""
        self.add(f"{mark}{'#' * depth} {text(sentence(title))}")

    def cite(self, citations: Iterable[Citation]) -> str:
        """Return the marks of the sources, such as " [1] [2] (page 4)", the Assembly's first."""
        return "".join(f" {self._mark(citation)}" for citation in ranked(citations))

    def _mark(self, citation: Citation) -> str:
        _, notes = self._cited.setdefault(citation.source.id, (citation.source, []))
        if citation.note and citation.note not in notes:
            notes.append(citation.note)
        place = f" ({text(citation.locator)})" if citation.locator else ""
        return f"[^s-{citation.source.id}]{place}"

    def reference(self, reference: str) -> str:
        """Return a link to what `reference` means, or its name where it has no place here."""
        record = self.corpus.resolve(reference)
        if isinstance(record, Session):
            return link(label(reference), text(session_name(record)))
        if isinstance(record, AdoptedText):
            return link(label(reference), text(text_name(record)))
        if isinstance(record, Statement):
            words = f"{record.speaker.name}: {sentence(record.summary)}"
            return link(label(reference), text(words))
        if isinstance(record, Source):
            return link(label(reference), text(record.publisher))
        if isinstance(record, Claim):
            words = f"claim {record.label} of {record.citation.source.publisher}"
            return link(label(reference), text(words))
        if isinstance(record, Amendment | Clause | Decision | Edition | Vote):
            return self._part(reference, record)
        return text(str(getattr(record, "name", None) or reference))

    def _part(self, reference: str, part: Amendment | Clause | Decision | Edition | Vote) -> str:
        """Return a link to a part of a record, which says of what where that is another page."""
        whole = self.corpus.resolve(reference.partition("#")[0].partition("@")[0])
        if isinstance(part, Amendment | Clause):
            words = f"“{sentence(part.summary)}”"
        elif isinstance(part, Decision):
            words = f"the decision “{sentence(part.title)}”"
        elif isinstance(part, Edition):
            words = "the draft" if part.name == EditionName.DRAFT else "the text as adopted"
        else:
            words = "the vote on the whole" if "#" not in part.on else "the vote on the amendment"
        found = link(label(reference), text(words))
        if isinstance(whole, AdoptedText) and label(whole.id) != self._name:
            found += f" ({text(text_kind(whole))})"
        return found

    def references(self, references: Sequence[str]) -> str:
        """Return links to all of them, as a list in a sentence."""
        return listed([self.reference(reference) for reference in references])

    def inference(self, words: str | None) -> str:
        """Return a reasoning of ours, marked as one."""
        return f"*Inference, not stated by a source:* {text(words)}" if words else ""

    def note(self, words: str | None) -> str:
        """Return a note."""
        return f"*Note:* {text(words)}" if words else ""

    def same(self, expression: str, command: str | None = None) -> None:
        """Say how to get the same in Python, and on the command line."""
        version = self.corpus.release.version
        self.heading("The same in Python and on the command line")
        lines = [
            "import natopa_declarations as natopa",
            "",
            f'corpus = natopa.load("{version}")',
            expression,
        ]
        self.add("\n".join(["```python", *lines, "```"]))
        if command:
            self.add(f"```console\n$ natopa {command}\n```")

    def markdown(self) -> str:
        """Return the page as Markdown, with the list of its sources."""
        blocks = list(self._blocks)
        if self._cited:
            blocks.append("## Sources")
            blocks += [f"[^s-{name}]: {_footnote(*found)}" for name, found in self._cited.items()]
        return "\n\n".join(blocks) + "\n"


def _footnote(source: Source, notes: list[str]) -> str:
    """Return the entry of a source: what it is, where it was read and what it is cited for."""
    more = link(label(source.id), "more on this source")
    words = f"{described(source)} ({more})."
    return " ".join([words, *(["Here for:", *map(text, notes)] if notes else [])])


def ranked(citations: Iterable[Citation]) -> list[Citation]:
    """Return citations with those of the Assembly first, then NATO, and the weak ones last."""
    kinds = list(SourceKind)
    return sorted(citations, key=lambda citation: kinds.index(citation.source.kind))


def verdict(found: Verdict) -> str:
    """Return a verdict, with a link to what it means."""
    return link("verdicts", found.capitalize())


def described(source: Source) -> str:
    """Return publisher, title, date, code and address of a source."""
    title = f"*{text(source.title)}*" if source.title else ""
    published = date(source.published) if source.published else ""
    parts = [text(source.publisher), title, published, text(source.code or "")]
    return f"{', '.join(filter(None, parts))}, {external(source.url, short(source.url))}"


def short(url: str) -> str:
    """Return an address short enough to read."""
    words = url.partition("://")[2] or url
    return words if len(words) <= 60 else f"{words[:57]}..."
