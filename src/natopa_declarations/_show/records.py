"""A record as plain text of 80 columns, for a terminal or a file."""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

from ..model.agents import Membership
from ..model.assembly import AssemblySize, MemberState
from ..model.clauses import Amendment, Clause, Support
from ..model.editions import Edition, Presence
from ..model.ids import within
from ..model.sessions import AttendanceAccount, Decision, Participant, Session
from ..model.sources import Account, Citation, Source
from ..model.texts import AdoptedText, Relation
from ..model.value import Value
from ..model.votes import Vote, VoteAccount
from ..model.wordings import Reading, Wording
from .page import Page, shortened
from .phrases import in_words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from typing import Any

    from .._corpus.corpus import Corpus


def show(value: Value, corpus: Corpus) -> str:
    """Return `value` as text, with what is said about it and the sources of it all."""
    page = Page()
    kind = type(value).__name__.upper()
    if isinstance(value, AdoptedText):
        page.write(f"{kind} {value.number or value.id}", 0)
        page.write(value.title or value.subject or "Title not known", 0)
        page.write("", 0)
        _fields(page, value, 0, skip=("number", "title"))
    else:
        page.write(kind, 0)
        _fields(page, value, 0)
    about = [] if isinstance(value, Source) else list(_about(value, corpus))
    if about:
        page.heading("Statements and claims about it", 0)
        for line in about:
            page.write(line, 2, hang=2)
    return page.whole()


def row(value: Value) -> str:
    """Return `value` as one line of at most 80 columns, its id first."""
    identifier = str(getattr(value, "id", ""))
    parts = [" ".join(part.split()) for part in _row_parts(value) if part]
    return shortened(" ".join([identifier.ljust(28), *parts]))


def _row_parts(value: Value) -> Iterator[str]:
    if isinstance(value, Session):
        dates = f"{value.start or '?'} to {value.end or '?'}"
        yield from [value.city or value.format, value.country or "", dates]
    elif isinstance(value, AdoptedText):
        yield from [str(value.adopted or "date not known"), value.title or value.subject or "-"]
    elif isinstance(value, Source):
        yield from [value.publisher + ",", str(value.published or "no date"), value.title or ""]
    elif isinstance(value, MemberState):
        yield from [value.country, f"since {value.accession}"]
    elif isinstance(value, AssemblySize):
        yield from [f"{value.start} to {value.end or '?'}", f"{value.members} members"]
    else:
        for name in ("label", "verdict", "name", "text", "summary"):
            part = getattr(value, name, None)
            if part:
                yield str(part)


def _fields(page: Page, value: Value, indent: int, skip: tuple[str, ...] = ()) -> None:
    """Write every field of `value` that is not blank: plain ones first, then those with items."""
    groups: list[tuple[str, tuple[Value, ...]]] = []
    for field in attrs.fields(type(value)):
        content: object = getattr(value, field.name)
        if content is None or content == () or field.name in skip:
            continue
        if content is True and field.default is True:
            continue
        if isinstance(content, Citation):
            page.field(field.name, page.cite([content]), indent)
        elif isinstance(content, bool):
            page.field(field.name, "yes" if content else "no", indent)
        elif not isinstance(content, tuple):
            page.field(field.name, _brief(content), indent)
        elif isinstance(content[0], Citation):
            page.field("sources", page.cite(content), indent)
        elif isinstance(content[0], Value) and type(content[0]) in _ITEMS:
            groups.append((field.name, content))
        else:
            page.field(field.name, ", ".join(map(_brief, content)), indent)
    for name, items in groups:
        page.heading(name, indent)
        for item in items:
            _ITEMS[type(item)](page, item, indent + 2)


def _brief(content: object) -> str:
    """Return one value in a few words: a record by its name and id."""
    identifier = getattr(content, "id", None)
    if identifier is None:
        return str(content)
    name = getattr(content, "name", None) or getattr(content, "city", None)
    return f"{name} ({identifier})" if name else str(identifier)


def _about(value: Value, corpus: Corpus) -> Iterator[str]:
    identifier = str(getattr(value, "id", ""))
    if not identifier:
        return
    for statement in corpus.statements():
        if within(statement.about, identifier) or statement.speaker is value:
            yield f"{statement.speaker.name}: {statement.summary} ({statement.id})"
    for claim in corpus.claims():
        if within(claim.about, identifier):
            yield f"{claim.label}, {claim.verdict}: {claim.text} ({claim.id})"


def _wording(page: Page, wording: Wording, indent: int) -> None:
    quoted = wording.text if wording.fidelity == "paraphrased" else f"\u201c{wording.text}\u201d"
    page.write(quoted, indent, hang=0)
    fidelity = in_words(wording.fidelity)
    origin = f"{fidelity}, {wording.language} {page.cite([wording.citation])}"
    page.write(f"- {origin}", indent + 2, hang=2)
    for reading in wording.readings:
        write_reading(page, reading, indent + 2)
    if wording.inference:
        page.write(f"- inference: {wording.inference}", indent + 2, hang=2)


def write_reading(page: Page, reading: Reading, indent: int) -> None:
    """Write the words of the wording, and beside them those of the other source."""
    language = f" ({reading.language})" if reading.language else ""
    note = f" {reading.note}" if reading.note else ""
    other = reading.text or "nothing"
    cited = page.cite([reading.citation])
    page.write(f"- {reading.lemma} ] {other}{language} {cited}{note}", indent, hang=2)


def _edition(page: Page, edition: Edition, indent: int) -> None:
    title = ", ".join(filter(None, [edition.name, edition.title, str(edition.date or "")]))
    page.write(f"{title} {page.cite(edition.citations)}", indent, hang=2)
    for wording in edition.titles:
        _wording(page, wording, indent + 2)
    for presence in edition.presences:
        _presence(page, presence, indent + 2)
    page.write("- any other clause: not known", indent + 2)
    if edition.note:
        page.write(edition.note, indent + 2)


def _presence(page: Page, presence: Presence, indent: int) -> None:
    state = "present" if presence.present else "absent"
    inference = f" inference: {presence.inference}" if presence.inference else ""
    cited = page.cite(presence.citations)
    page.write(f"- {presence.clause}: {state} {cited}{inference}", indent, hang=2)


def _account(page: Page, account: Account | VoteAccount, indent: int) -> None:
    verdict = f" - {account.verdict}" if account.verdict else ""
    page.write(f"- {account.summary}{verdict} {page.cite(account.citations)}", indent, hang=2)
    if account.inference:
        page.write(f"inference: {account.inference}", indent + 2)


def _attendance(page: Page, account: AttendanceAccount, indent: int) -> None:
    qualifier = "" if account.qualifier == "exactly" else f"{account.qualifier} "
    figure = f"{qualifier}{account.value}: {account.counted}"
    note = f" {account.note}" if account.note else ""
    cited = page.cite(account.citations)
    page.write(f"- {figure}{note} - {account.verdict} {cited}", indent, hang=2)


def _participant(page: Page, participant: Participant, indent: int) -> None:
    parts = [participant.person.name, participant.capacity, participant.mode]
    note = f" {participant.note}" if participant.note else ""
    line = ", ".join([str(part) for part in parts if part])
    page.write(f"- {line} {page.cite(participant.citations)}{note}", indent, hang=2)


def _support(page: Page, support: Support, indent: int) -> None:
    led = f", led by {' and '.join([person.name for person in support.led_by])}"
    who = support.body.name + (led if support.led_by else "")
    words = " ".join(filter(None, [support.summary, support.note]))
    page.write(f"- {who}: {words} {page.cite(support.citations)}", indent, hang=2)


def _membership(page: Page, membership: Membership, indent: int) -> None:
    known = membership.start or membership.end
    term = f", {membership.start or '?'} to {membership.end or '?'}" if known else ""
    words = " ".join(filter(None, [membership.note, membership.inference]))
    line = f"- {membership.role}, {membership.body.name}{term}"
    page.write(f"{line} {page.cite(membership.citations)} {words}", indent, hang=2)


def _relation(page: Page, relation: Relation, indent: int) -> None:
    words = " ".join(filter(None, [relation.note, relation.inference]))
    line = f"- {relation.kind} {relation.target} {page.cite(relation.citations)} {words}"
    page.write(line, indent, hang=2)


def _part(page: Page, part: Amendment | Clause | Decision | Vote, indent: int) -> None:
    """Write a part that has an id of its own, and its fields under it."""
    if page.lines[-1]:
        page.lines.append("")
    label = getattr(part, "label", None)
    page.write(f"{label} {part.id}" if label else part.id, indent)
    _fields(page, part, indent + 2, skip=("id", "label"))


_ITEMS: dict[type[Value], Callable[[Page, Any, int], None]] = {
    Account: _account,
    Amendment: _part,
    AttendanceAccount: _attendance,
    Clause: _part,
    Decision: _part,
    Edition: _edition,
    Membership: _membership,
    Participant: _participant,
    Presence: _presence,
    Reading: write_reading,
    Relation: _relation,
    Support: _support,
    Vote: _part,
    VoteAccount: _account,
    Wording: _wording,
}
