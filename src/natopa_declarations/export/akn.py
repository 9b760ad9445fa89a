"""An adopted text as Akoma Ntoso 1.0, the XML of parliaments (OASIS LegalDocML).

A release mostly has facts about a text.  So a paragraph contains the words of the text only if
they are official or quoted in its language; otherwise it contains our summary as an editorial
remark, and is marked as incomplete.
"""

from __future__ import annotations

from collections.abc import Mapping
from xml.etree import ElementTree as ET

from .._corpus.corpus import Corpus
from .._messages import printed, shortened
from ..model.clauses import Clause
from ..model.texts import AdoptedText
from ..model.words import Role
from .akn_metadata import metadata
from .akn_references import US
from .brought import is_document
from .deliberations import Deliberation, deliberation, primary
from .xml import element, legal
from .xml import write as write_xml

NAMESPACE = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"


def akoma_ntoso(
    text: AdoptedText,
    *,
    corpus: Mapping[str, object] | None = None,
    language: str = "en",
    documents: bool = False,
) -> str:
    """Return a declaration or resolution as Akoma Ntoso 1.0; save it as UTF-8.

    With the `corpus` that contains the text, the file names its release, and uses the names in
    Akoma Ntoso of the texts that it refers to.  `language` is a BCP 47 tag.  The words from a
    user's own documents are included only with `documents`.

    Raises `NotFoundError` for a language in which the text has no words; English always works, as
    our summaries are in English.

    >>> import natopa_declarations as natopa
    >>> from natopa_declarations import export
    >>> xml = export.akoma_ntoso(natopa.load("2026.1").declaration(489))
    >>> "<docTitle>Standing with Ukraine until Victory</docTitle>" in xml
    True
    """
    argument: object = text
    if not isinstance(argument, AdoptedText):
        found = shortened(printed(argument))
        raise TypeError(f"expected a declaration or resolution, found {found}")
    if corpus is not None and not isinstance(corpus, Corpus):
        raise TypeError(f"expected a Corpus, found a {type(corpus).__name__}")
    return write(deliberation(text, language=language, documents=documents, corpus=corpus))


def write(found: Deliberation) -> str:
    """Return a text as Akoma Ntoso."""
    root = ET.Element("akomaNtoso", {"xmlns": NAMESPACE})
    statement = element(
        root, "statement", name=type(found.text).__name__.lower(), contains="originalVersion"
    )
    metadata(statement, found)
    _preface(statement, found)
    recitals = [one for one in found.clauses if one.role is Role.PREAMBLE]
    if recitals:
        parent = element(element(statement, "preamble"), "recitals", eId="recs_1")
        for number, clause in enumerate(recitals, 1):
            recital = _paragraph(parent, "recital", f"recs_1__rec_{number}", found, clause)
            _words(recital, found, clause)
    body = element(statement, "mainBody")
    others = [one for one in found.clauses if one.role is not Role.PREAMBLE]
    for number, clause in enumerate(others, 1):
        paragraph = _paragraph(body, "paragraph", f"para_{number}", found, clause)
        _words(element(paragraph, "content"), found, clause)
    if not others:
        none = "The release has none of the operative paragraphs."
        _remark(element(body, "p"), none, found)
    return write_xml(root, "p")


def _preface(statement: ET.Element, found: Deliberation) -> None:
    preface = element(statement, "preface")
    paragraph = element(element(preface, "longTitle"), "p")
    title = found.title()
    if title is not None:
        words, language = title
        other = None if primary(language) == primary(found.language) else language
        element(paragraph, "docTitle", words, xml_lang=other)
    else:
        _remark(paragraph, found.text.subject or "The title is not known.", found)
    paragraph = element(preface, "p")
    kind = element(paragraph, "docType", type(found.text).__name__)
    if found.text.number is not None:
        kind.tail = " No. "
        element(paragraph, "docNumber", str(found.text.number))


def _paragraph(
    parent: ET.Element, tag: str, place: str, found: Deliberation, clause: Clause
) -> ET.Element:
    """Add a clause: `eId` is its place in this file, and `wId` the name in its id."""
    marks = [f"#topic-{topic.id}" for topic in clause.topics]
    marks += [f"#country-{country}" for country in clause.countries]
    marks += [f"#text-{cited}" for cited in clause.cited_texts]
    if clause.is_inferred:
        marks.append("#is-inferred")
    if clause.role is Role.UNKNOWN:
        marks.append("#role-unknown")
    words = found.words(clause)
    whole = words is not None and is_document(words.citation.source)
    paragraph = element(parent, tag, eId=place, wId=clause.id.partition("#")[2],
                        refersTo=" ".join(marks) or US,
                        status=None if whole else "incomplete")  # fmt: skip
    if clause.label is not None:
        element(paragraph, "num", clause.label)
    return paragraph


def _words(parent: ET.Element, found: Deliberation, clause: Clause) -> None:
    """Add the words of a clause, or our summary as a remark, with the sources."""
    words = found.words(clause)
    cited = clause.citations if words is None else (words.citation,)
    sources = " ".join(dict.fromkeys([f"#source-{one.source.id}" for one in cited]))
    paragraph = element(parent, "p", refersTo=sources or None)
    if words is not None:
        paragraph.text = legal(words.text)
    else:
        _remark(paragraph, clause.summary, found)


def _remark(paragraph: ET.Element, words: str, found: Deliberation) -> None:
    """Add our own words, which are in English."""
    language = None if primary(found.language) == "en" else "en"
    element(paragraph, "remark", words, status="editorial", xml_lang=language)
