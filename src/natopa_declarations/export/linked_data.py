"""A record in the vocabulary of schema.org, as JSON-LD for the head of a web page."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping

from .._corpus.corpus import Corpus
from .._messages import printed, shortened
from ..errors import NotFoundError
from ..model.sessions import Session
from ..model.sources import Source
from ..model.texts import AdoptedText
from ..model.value import Value
from ..model.words import SessionFormat
from . import brought
from .works import ASSEMBLY, session_name, work

Node = dict[str, object]

CONTEXT = "https://schema.org"
LICENSE = "https://creativecommons.org/publicdomain/zero/1.0/"
"""The licence of our own facts and summaries, as in `LICENSE-DATA`."""
MODES = {
    SessionFormat.IN_PERSON: "https://schema.org/OfflineEventAttendanceMode",
    SessionFormat.ONLINE: "https://schema.org/OnlineEventAttendanceMode",
    SessionFormat.HYBRID: "https://schema.org/MixedEventAttendanceMode",
}


def schema_org(record: Value, *, url: str | None = None) -> str:
    """Return a text, a session or a corpus as JSON-LD, in the vocabulary of schema.org.

    `url` is the address of the page that it describes.  It contains no words of the texts, and is
    safe inside a ``script`` element.
    Raises `NotFoundError` for a record of another kind.

    >>> import natopa_declarations as natopa
    >>> from natopa_declarations import export
    >>> '"@type": "Legislation"' in export.schema_org(natopa.load("2026.1").declaration(489))
    True
    """
    if isinstance(record, AdoptedText):
        node = _text(record)
    elif isinstance(record, Session):
        node = _session(record)
    elif isinstance(record, Corpus):
        node = _dataset(record)
    else:
        found = shortened(printed(record))
        hint = "texts, sessions and corpora have one"
        raise NotFoundError("schema.org type of", found, hint=hint)
    document = {"@context": CONTEXT, **node}
    if url is not None:
        document |= {"@id": url, "url": url}
    return json.dumps(document, ensure_ascii=False, indent=2).replace("<", "\\u003c")


def _text(text: AdoptedText) -> Node:
    facts = work(text)
    kind = type(text).__name__
    cited = brought.exported(text.citations, documents=False)
    clauses = brought.clauses(text, documents=False)
    return _known(
        {
            "@type": "Legislation",
            "identifier": text.id,
            "name": facts.printed_title or " ".join(filter(None, [kind, facts.number])),
            "legislationIdentifier": f"{kind} {text.number}" if text.number else None,
            "legislationType": kind,
            "legislationDate": None if facts.start is None else str(facts.start),
            "legislationPassedBy": _organization(ASSEMBLY),
            "locationCreated": None if text.session is None else _place(text.session),
            "abstract": text.summary,
            "contributor": None
            if text.presenter is None
            else {"@type": "Person", "name": text.presenter.name},
            "sameAs": facts.url,
            "hasPart": [
                _known(
                    {
                        "@type": "Legislation",
                        "identifier": clause.id,
                        "legislationIdentifier": clause.label,
                        "abstract": clause.summary,
                        "about": [{"@type": "Thing", "name": one.name} for one in clause.topics],
                    }
                )
                for clause in clauses
            ],
            "citation": _sources([citation.source for citation in cited]),
        }
    )


def _session(session: Session) -> Node:
    cancelled = "https://schema.org/EventCancelled"
    return _known(
        {
            "@type": "Event",
            "identifier": session.id,
            "name": session_name(session),
            "startDate": str(session.start or session.year),
            "endDate": None if session.end is None else str(session.end),
            "eventStatus": "https://schema.org/EventScheduled" if session.held else cancelled,
            "eventAttendanceMode": MODES[session.format],
            "location": _place(session),
            "organizer": _organization(ASSEMBLY),
        }
    )


def _dataset(corpus: Corpus) -> Node:
    release = corpus.release
    return _known(
        {
            "@type": "Dataset",
            "identifier": release.version,
            "name": f"natopa-declarations {release.version}: {release.title}",
            "description": "The declarations and resolutions of the NATO Parliamentary Assembly:"
            " sessions, texts, clauses, votes and statements, each fact with its sources.",
            "version": release.version,
            "datePublished": str(release.published),
            "license": LICENSE,
            "about": _organization(ASSEMBLY),
        }
    )


def _known(node: Node) -> Node:
    """Return a node without the properties that have no value."""
    return {name: value for name, value in node.items() if value not in (None, [], {})}


def _organization(name: str) -> Node:
    return {"@type": "Organization", "name": name}


def _place(session: Session) -> Node | None:
    address: Mapping[str, str | None] = {
        "addressLocality": session.city, "addressCountry": session.country
    }  # fmt: skip
    known = {name: value for name, value in address.items() if value is not None}
    if not known:
        return None
    return {"@type": "Place", "address": {"@type": "PostalAddress", **known}}


def _sources(found: Iterable[Source]) -> list[Node]:
    """Return the sources, each once."""
    return [
        _known(
            {
                "@type": "CreativeWork",
                "identifier": source.id,
                "name": source.title,
                "url": source.url,
                "publisher": _organization(source.publisher),
                "datePublished": None if source.published is None else str(source.published),
                "inLanguage": source.language,
            }
        )
        for source in {source.id: source for source in found}.values()
    ]
