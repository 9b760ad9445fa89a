"""The page of an adopted text, and the list of all texts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from natopa_declarations.model import CoverageReport

from .accounts import claims_about, official, statements_about, sure, touches, wording
from .markdown import bullets, code, label, link, listed, table, target, text
from .page import Page, verdict
from .prose import (
    COVERAGES,
    RELATIONS,
    ROLES,
    counted,
    date,
    on,
    session_name,
    session_phrase,
    text_kind,
    text_name,
)

if TYPE_CHECKING:
    from natopa_declarations import Clause, Corpus, Declaration, Resolution
    from natopa_declarations.model import AdoptedText, Amendment, Edition, Vote, VoteAccount

_MORE = ("summary", "code", "presenter", "committee", "rapporteur", "titles", "editions",
         "amendments", "clauses", "votes", "relations", "inference", "note")  # fmt: skip
"""The fields that say more of a text than its number, title, session, date and sources."""


def has_page(found: Declaration | Resolution, corpus: Corpus) -> bool:
    """Say whether more is known of a text than fits into a line of the list."""
    return (
        any(getattr(found, name) for name in _MORE)
        or any(touches(claim, found.id) for claim in corpus.claims())
        or any(touches(statement, found.id) for statement in corpus.statements())
        or any(_points_to(other, found.id) for other in corpus.texts())
    )


def _points_to(other: AdoptedText, identifier: str) -> bool:
    return any(relation.target.partition("@")[0] == identifier for relation in other.relations)


def page(found: Declaration | Resolution, corpus: Corpus) -> Page:
    """Return the page of one adopted text."""
    page = Page(text_name(found), label(found.id), corpus)
    page.add(_where(found), _what(found) + page.cite(found.citations))
    page.add(text(found.summary or ""))
    page.add(page.note(found.note), page.inference(found.inference))
    more = " This says nothing of the clauses, each of which has sources of its own."
    page.add(sure(found, more if found.clauses else ""))
    official(page, found.citations)
    page.add(f"Held here: {COVERAGES[found.coverage]} ({link('not-here', 'why not all')}).")
    for title in found.titles:
        wording(page, title, "The title")
    _clauses(page, found)
    _editions(page, found)
    _amendments(page, found)
    _votes(page, found)
    statements_about(page, found.id)
    claims_about(page, found.id)
    _relations(page, found)
    method = type(found).__name__.lower()
    page.same(f'print(corpus.{method}("{found.id}"))', f"show {found.id}")
    return page


def _where(found: AdoptedText) -> str:
    parts = [link("list-texts", "All texts")]
    if found.session:
        parts.append(link(label(found.session.id), text(session_name(found.session))))
    return " · ".join(parts)


def _what(found: AdoptedText) -> str:
    """Say in a few sentences what text this is, and who dealt with it."""
    kind = text_kind(found)
    name = kind if found.number else f"A {kind.lower()}"
    title = f", *{text(found.title)}*," if found.title else ""
    subject = f" on the subject “{text(found.subject)}”" if found.subject else ""
    when = f" {on(found.adopted)}" if found.adopted else ""
    where = ""
    if found.session:
        name_of_session = text(session_phrase(found.session))
        where = f", at the {link(label(found.session.id), name_of_session)}"
    sentences = [
        f"{name}{title}{subject} was adopted by the NATO Parliamentary Assembly{when}{where}."
    ]
    blanks = [
        name
        for name, value in (
            ("title", found.title),
            ("number", found.number),
            ("date", found.adopted),
        )
        if not value
    ]
    if blanks:
        sentences.append(f"No source that was seen gives its {listed(blanks, 'or')}.")
    people = [
        ("It was presented by", found.presenter),
        ("It came from the", found.committee),
        ("The rapporteur was", found.rapporteur),
    ]
    sentences += [f"{words} {text(who.name)}." for words, who in people if who]
    if found.code:
        sentences.append(f"It was published as document {text(found.code)}.")
    return " ".join(sentences)


def _clauses(page: Page, found: AdoptedText) -> None:
    if not found.clauses:
        return
    page.heading("Clauses")
    page.add("In the order of the text, as far as that is known. The summaries are ours.")
    for clause in found.clauses:
        _clause(page, clause)


def _clause(page: Page, clause: Clause) -> None:
    printed = f"{clause.label} " if clause.label else ""
    page.heading(f"{printed}{clause.summary}", 3, name=label(clause.id))
    facts = [
        ROLES[clause.role]
        + (f", which opens with “{text(clause.opening)}”" if clause.opening else "")
    ]
    if clause.first_edition:
        facts.append(f"It first stands in the {clause.first_edition} edition")
    if clause.amendment:
        facts.append(f"An {link(label(clause.amendment.id), 'amendment')} brought it in")
    if clause.addressees:
        bodies = "; ".join(text(body.name) for body in clause.addressees)
        facts.append(f"It is addressed to: {bodies}")
    if clause.topics:
        facts.append(f"Topics: {'; '.join(text(topic.name) for topic in clause.topics)}")
    facts.append(f"Reference: {code(clause.id)}")
    page.add(f"{'. '.join(facts)}.{page.cite(clause.citations)}")
    for item in clause.wordings:
        wording(page, item)
    page.add(page.inference(clause.inference), page.note(clause.note))


def _editions(page: Page, found: AdoptedText) -> None:
    if not found.editions:
        return
    page.heading("Editions")
    for edition in found.editions:
        _edition(page, found, edition)


def _edition(page: Page, found: AdoptedText, edition: Edition) -> None:
    page.heading(f"{edition.name.capitalize()}", 3, name=label(f"{found.id}@{edition.name}"))
    title = f"The title was *{text(edition.title)}*." if edition.title else ""
    when = f"It dates from {date(edition.date)}." if edition.date else ""
    document = f"Document {text(edition.code)}." if edition.code else ""
    words = " ".join(filter(None, [title, when, document])) or "What is known of it:"
    page.add(words + page.cite(edition.citations))
    for item in edition.titles:
        wording(page, item, "The title")
    for present, words in ((True, "It has:"), (False, "It does **not** have:")):
        lines = [
            " ".join(filter(None, [
                page.reference(presence.clause) + page.cite(presence.citations),
                page.inference(presence.inference),
            ]))
            for presence in edition.presences
            if presence.present is present
        ]  # fmt: skip
        if lines:
            page.add(words, bullets(lines))
    if edition.presences:
        page.add("Whether it has any other clause is not known here.")
    page.add(page.note(edition.note))


def _amendments(page: Page, found: AdoptedText) -> None:
    if not found.amendments:
        return
    page.heading("Amendments")
    for amendment in found.amendments:
        _amendment(page, amendment)


def _amendment(page: Page, amendment: Amendment) -> None:
    page.heading(amendment.summary, 3, name=label(amendment.id))
    movers = listed([text(person.name) for person in amendment.moved_by])
    inserts = f" It brought in {page.references(amendment.inserts)}." if amendment.inserts else ""
    moved = f" It was moved by {movers}." if movers else ""
    words = f"{moved}{inserts} Reference: {code(amendment.id)}."
    page.add(words.strip() + page.cite(amendment.citations))
    lines = []
    for support in amendment.supported_by:
        led = listed([text(person.name) for person in support.led_by])
        who = text(support.body.name) + (f", led by {led}" if led else "")
        words = " ".join(filter(None, [text(support.summary or ""), page.note(support.note)]))
        lines.append(f"{who}: {words}{page.cite(support.citations)}")
    if lines:
        page.add("Who stood behind it:", bullets(lines))
    page.add(page.note(amendment.note))


def _votes(page: Page, found: AdoptedText) -> None:
    if not found.votes:
        return
    page.heading("Votes")
    page.add("Each source counts for itself; a blank means that it gives no figure.")
    for vote in found.votes:
        _vote(page, found, vote)


def _vote(page: Page, found: AdoptedText, vote: Vote) -> None:
    whole = str(vote.on) == found.id
    title = f"On {text_kind(found)} as a whole" if whole else "On the amendment"
    page.heading(title, 3, name=label(vote.id))
    result = "It was adopted." if vote.adopted else "It was not adopted."
    when = f" The vote was {on(vote.date)}." if vote.date else ""
    about = "" if whole else f" It was about {page.reference(vote.on)}."
    page.add(f"{result}{when}{about} Reference: {code(vote.id)}.")
    head = ("What the source says", "Unit", "For", "Against", "Abstained", "Of", "Verdict")
    page.add(table(head, [_account(page, account) for account in vote.accounts]))
    page.add(page.note(vote.note))


def _account(page: Page, account: VoteAccount) -> tuple[str, ...]:
    words = [text(account.summary) + page.cite(account.citations)]
    if account.opponents:
        words.append(f"Named as against: {listed(list(map(text, account.opponents)))}.")
    if account.unanimous is not None:
        words.append(f"Unanimous: {'yes' if account.unanimous else 'no'}.")
    words.append(page.inference(account.inference))
    figures = (account.in_favour, account.against, account.abstentions, account.total)
    return (
        " ".join(filter(None, words)),
        text(account.unit or ""),
        *["" if figure is None else str(figure) for figure in figures],
        verdict(account.verdict),
    )


def _relations(page: Page, found: AdoptedText) -> None:
    """Add the texts that this one points to, and those that point to it."""
    lines = []
    for relation in found.relations:
        line = f"{RELATIONS[relation.kind][0]} {page.reference(relation.target)}"
        more = [text(relation.note or ""), page.inference(relation.inference)]
        lines.append(" ".join(filter(None, [line + page.cite(relation.citations) + ".", *more])))
    own = {relation.target.partition("@")[0] for relation in found.relations}
    for other in page.corpus.texts():
        if _points_to(other, found.id) and other.id not in own:
            kind = next(r.kind for r in other.relations if r.target.partition("@")[0] == found.id)
            lines.append(f"{RELATIONS[kind][1]} {page.reference(other.id)}.")
    if lines:
        page.heading("Other texts")
        page.add(bullets(lines))


def index(corpus: Corpus) -> Page:
    """Return the list of the texts, by year."""
    page = Page("Adopted texts", "list-texts", corpus)
    declarations, resolutions = len(corpus.declarations()), len(corpus.resolutions())
    page.add(
        f"Release {text(corpus.release.version)} has"
        f" {counted(declarations, 'declaration', 'declarations')} and"
        f" {counted(resolutions, 'resolution', 'resolutions')}. They share one series of numbers."
        " Where a text has a page of its own, its name is a link; of the others no more is known"
        f" than stands here. {link('list-coverage', 'Coverage')} says what is missing."
    )
    report = corpus.coverage()
    for heading, texts in _groups(report):
        page.heading(heading)
        page.add("\n".join(_item(page, found) for found in texts))
    page.same("print(len(corpus.texts()))", "list texts")
    return page


def _groups(report: CoverageReport) -> list[tuple[str, tuple[AdoptedText, ...]]]:
    """Return the texts of each year that has some, the newest first, and those without one."""
    groups = [(str(year.year), year.texts) for year in reversed(report.years) if year.texts]
    return [*groups, ("Year not known", report.undated)] if report.undated else groups


def _item(page: Page, found: AdoptedText) -> str:
    """Return the line of a text; one without a page of its own has its sources here."""
    known = page.corpus.text(found.id)
    when = f", adopted {on(found.adopted)}" if found.adopted else ""
    if has_page(known, page.corpus):
        return f"- {page.reference(found.id)}{when}"
    title = "" if found.title or found.subject else " (title not known)"
    return (
        f"- {target(label(found.id))}\n\n"
        f"  {text(text_name(found))}{title}{when}{page.cite(found.citations)}"
    )
