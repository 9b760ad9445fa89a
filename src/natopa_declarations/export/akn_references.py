"""The references of a text in Akoma Ntoso: other texts, persons, sources and concepts."""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree import ElementTree as ET

from ..model.sources import Citation, Source
from ..model.votes import Vote, VoteAccount
from .brought import exported
from .deliberations import Deliberation, work_name
from .works import ASSEMBLY, session_name
from .xml import element

Entry = tuple[str, str, str, str]
"""The element, the kind of thing, its name within the kind, and its label."""

US = "#natopa-declarations"
"""The editor of the file."""
THEM = "#nato-pa"
"""The author of the text."""
ONTOLOGY = "/akn/ontology"


def references(meta: ET.Element, found: Deliberation) -> None:
    """Add the list of everything that the document refers to."""
    parent = element(meta, "references", source=US)
    for target, kinds in _relations(found).items():
        element(parent, "TLCReference", eId=f"text-{target.replace('@', '--')}",
                name=" ".join(kinds), href=_name_of(found, target),
                showAs=f"{kinds[0]} {target}")  # fmt: skip
    version = "" if found.release is None else f" {found.release.version}"
    us = f"natopa-declarations{version}"
    for name, shown in ((THEM, ASSEMBLY), (US, us)):
        element(parent, "TLCOrganization", eId=name[1:],
                href=f"{ONTOLOGY}/organization/{name[1:]}", showAs=shown)  # fmt: skip
    for role in ("author", "editor"):
        element(parent, "TLCRole", eId=role, href=f"{ONTOLOGY}/role/{role}", showAs=role)
    for tag, kind, name, shown in (*_around(found), *_concepts(found)):
        element(parent, tag, eId=f"{kind}-{name}", href=f"{ONTOLOGY}/{kind}/{name}",
                showAs=shown)  # fmt: skip
    for number, copy in enumerate(exported(found.text.copies, documents=found.documents), 1):
        inferred = ", inferred" if copy.inference is not None else ""
        element(parent, "TLCReference", eId=f"copy-{number}", name="copy", href=copy.source.url,
                showAs=f"{copy.kind} copy in {copy.language}{inferred}")  # fmt: skip
    for source in _sources(found).values():
        published = "" if source.published is None else f", {source.published}"
        element(parent, "TLCReference", eId=source_name(source), name="source",
                href=source.url, showAs=f"{source.publisher}{published}")  # fmt: skip


def accounts(found: Deliberation) -> Iterator[tuple[Vote, VoteAccount]]:
    """Yield each account of each vote on the text."""
    for vote in found.text.votes:
        for account in vote.accounts:
            yield vote, account


def vote_name(vote: Vote) -> str:
    """Return the name of a vote in the document."""
    return f"vote-{vote.id.partition('#')[2]}"


def source_name(source: Source) -> str:
    """Return the name of a source in the document."""
    return f"source-{source.id}"


def unit_name(unit: str) -> str:
    """Return the name of a unit, which may be any text."""
    return "unit-" + "-".join("".join([c if c.isalnum() else " " for c in unit]).split())


def _around(found: Deliberation) -> Iterator[Entry]:
    """Yield the session, the persons and the committee of the text."""
    text = found.text
    if text.session is not None:
        city = f", {text.session.city}" if text.session.city else ""
        yield "TLCEvent", "session", text.session.id, session_name(text.session) + city
    if text.presenter is not None:
        yield "TLCPerson", "presenter", text.presenter.id, text.presenter.name
    if text.rapporteur is not None:
        yield "TLCPerson", "rapporteur", text.rapporteur.id, text.rapporteur.name
    if text.committee is not None:
        yield "TLCOrganization", "committee", text.committee.id, text.committee.name


def _concepts(found: Deliberation) -> Iterator[Entry]:
    """Yield the concepts that the document uses."""
    for edition in found.text.editions:
        yield "TLCConcept", "edition", edition.name, edition.title or edition.name
    for vote in found.text.votes:
        yield "TLCConcept", "vote", vote_name(vote).removeprefix("vote-"), f"vote on {vote.on}"
    for concept in ("adopted", "rejected", "inferred"):
        yield "TLCConcept", "is", concept, concept
    yield "TLCConcept", "role", "unknown", "in the preamble or not: not known"
    for option in ("for", "against", "abstain"):
        yield "TLCConcept", "count", option, option
    units = [one.unit for _, one in accounts(found) if one.unit is not None]
    for name, unit in {unit_name(unit): unit for unit in units}.items():
        yield "TLCConcept", "unit", name.removeprefix("unit-"), unit
    for topic in {topic.id: topic for one in found.clauses for topic in one.topics}.values():
        yield "TLCConcept", "topic", topic.id, topic.name
    for country in {country: None for one in found.clauses for country in one.countries}:
        yield "TLCLocation", "country", country, country


def _sources(found: Deliberation) -> dict[str, Source]:
    """Return every source that the document refers to, by its id."""
    cited: list[Citation] = [*found.text.citations]
    for clause in found.clauses:
        words = found.words(clause)
        cited += [*clause.citations, *([] if words is None else [words.citation])]
    for _, account in accounts(found):
        cited += account.citations
    return {citation.source.id: citation.source for citation in cited}


def _relations(found: Deliberation) -> dict[str, list[str]]:
    """Return the relations of the text to others, by their references."""
    kinds: dict[str, list[str]] = {}
    for relation in found.text.relations:
        kinds.setdefault(relation.target, []).append(str(relation.kind))
    for clause in found.clauses:
        for cited in clause.cited_texts:
            if "cites" not in kinds.setdefault(cited, []):
                kinds[cited].append("cites")
    return kinds


def _name_of(found: Deliberation, target: str) -> str:
    """Return the name of another text."""
    record = target.partition("@")[0]
    if found.corpus is None:
        return f"{ONTOLOGY}/text/{record}"
    return work_name(found.corpus.text(record))
