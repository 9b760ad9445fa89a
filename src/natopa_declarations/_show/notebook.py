"""What a notebook shows of a record: one function for each kind, which returns HTML.

`Value` calls `html`, and not the other way round: the model is imported when it runs.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from .html import (
    Html,
    Page,
    address,
    code,
    element,
    fields,
    joined,
    listed,
    remarks,
    section,
    table,
)
from .phrases import UNKNOWN, day, in_words, ordinal, period

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ..model.clauses import Amendment, Clause, Support
    from ..model.editions import Edition, Presence
    from ..model.releases import Release
    from ..model.sessions import AttendanceAccount, Decision, Participant, Session
    from ..model.sources import Account
    from ..model.statements import Statement
    from ..model.texts import AdoptedText, Relation
    from ..model.value import Value
    from ..model.votes import Vote, VoteAccount
    from ..model.wordings import Reading, Wording


def corpus(release: Release, counts: Mapping[str, int]) -> str:
    """Show a release, and how many records of each kind it holds, by the name of the method."""
    rows = [
        (name.replace("_", " "), str(count), code(f"corpus.{name}()"))
        for name, count in counts.items()
        if count
    ]
    return Page().article(
        f"Release {release.version}: {release.title}",
        fields(
            ("Published", day(release.published)),
            ("Changes", joined([f"{len(release.changes)}, in ", code("corpus.release.changes")])),
        ),
        table("What it holds", ("Records", "Count", "All of them"), rows),
        element("p", "One of them, by its id, number or name: ", code("corpus.find(…)"), "."),
    )


def session(value: Session) -> str:
    """Show a session: place, dates, President, who came, what was decided."""
    page = Page()
    city = joined([value.city, *[f"also {name}" for name in value.other_city_names]], ", ")
    place = joined([value.venue, city, value.country], ", ")
    president = value.president.name if value.president else UNKNOWN
    basis = f" ({in_words(value.president_basis)})" if value.president_basis else ""
    return page.article(
        _session_name(value),
        fields(
            ("Id", code(value.id)),
            ("Held", None if value.held else "no: it was called off"),
            ("Place", place or (UNKNOWN if value.format == "in-person" else None)),
            ("Form", in_words(value.format)),
            ("Dates", period(value.start, value.end)),
            ("President", president + basis),
            ("Host", value.host.name if value.host else None),
            ("Confidence", in_words(value.confidence)),
            ("Sources", page.cite(value.citations)),
        ),
        remarks(value.note, value.inference),
        section("Participants", listed([_participant(page, one) for one in value.participants])),
        section("Attendance", listed([_attendance(page, one) for one in value.attendance])),
        section("Decisions", *[_decision(page, one) for one in value.decisions]),
    )


def text(value: AdoptedText) -> str:
    """Show an adopted text, with its editions, clauses, amendments, votes and relations."""
    page = Page()
    subject = f"{value.subject} (the subject; the title is {UNKNOWN})" if value.subject else None
    title = value.title or subject or f"title {UNKNOWN}"
    met = value.session and joined([_session_name(value.session), code(value.session.id)], " ")
    return page.article(
        f"{type(value).__name__} {value.number or value.id}: {title}",
        fields(
            ("Id", code(value.id)),
            ("Number", str(value.number or UNKNOWN)),
            ("Session", met or UNKNOWN),
            ("Adopted", day(value.adopted)),
            ("Held here", in_words(value.coverage)),
            ("Confidence", in_words(value.confidence)),
            ("Subject", value.subject if value.title else None),
            ("Code", value.code),
            ("Presenter", value.presenter.name if value.presenter else None),
            ("Committee", value.committee.name if value.committee else None),
            ("Rapporteur", value.rapporteur.name if value.rapporteur else None),
            ("In our words", value.summary),
            ("Sources", page.cite(value.citations)),
        ),
        remarks(value.note, value.inference),
        section("Clauses", *[_clause(page, one) for one in value.clauses]),
        section("Amendments", *[_amendment(page, one) for one in value.amendments]),
        section("Votes", *[_vote(page, one) for one in value.votes]),
        section("Relations", listed([_relation(page, one) for one in value.relations])),
        section("Editions", *[_edition(page, one) for one in value.editions]),
        section("Title in other languages", *[_wording(page, one) for one in value.titles]),
    )


def clause(value: Clause) -> str:
    """Show a clause, with its wordings and how other sources read."""
    page = Page()
    return page.article(f"Clause {value.id}", _clause(page, value))


def statement(value: Statement) -> str:
    """Show a statement: who said it, as what, when, where, and in which words."""
    page = Page()
    return page.article(
        f"Statement by {value.speaker.name}",
        fields(
            ("Id", code(value.id)),
            ("Speaker", value.speaker.name),
            ("Capacity", value.capacity),
            ("Date", day(value.date)),
            ("Medium", in_words(value.medium)),
            ("About", code(*value.about)),
            ("In our words", value.summary),
        ),
        *[_wording(page, one) for one in value.wordings],
        remarks(value.note),
        section("Other accounts", listed([_account(page, one) for one in value.accounts])),
    )


def html(value: Value) -> str | None:
    """Return what a notebook shows of a value, or None where its repr will do."""
    from ..model.clauses import Clause
    from ..model.sessions import Session
    from ..model.statements import Statement
    from ..model.texts import AdoptedText

    if isinstance(value, AdoptedText):
        return text(value)
    if isinstance(value, Session):
        return session(value)
    if isinstance(value, Clause):
        return clause(value)
    return statement(value) if isinstance(value, Statement) else None


def _session_name(value: Session) -> str:
    place = ordinal(value.ordinal) if value.ordinal else None
    where = value.city or (in_words(value.format) if value.format != "in-person" else None)
    name = " ".join([part for part in (place, value.season, "session") if part])
    return ", ".join([part for part in (name.capitalize(), where, str(value.year)) if part])


def _wording(page: Page, value: Wording) -> Html:
    words = element("span", value.text, lang=value.language, dir="auto")
    if value.fidelity == "paraphrased":
        shown = element("p", element("em", in_words(value.fidelity).capitalize(), ": "), words)
        fidelity = None
    else:
        quoted = joined(["\u201c", words, "\u201d"])
        shown = element("blockquote", quoted, cite=address(value.citation.source.url))
        fidelity = in_words(value.fidelity)
    about = joined([fidelity, f"language {value.language}", page.cite([value.citation])], ", ")
    readings = listed([_reading(page, one) for one in value.readings])
    small = element("div", about, readings, style="font-size: smaller")
    inference = remarks(None, value.inference)
    return element("div", shown, small, inference, style="margin: .4em 0 .4em 1em")


def _reading(page: Page, value: Reading) -> Html:
    source = page.cite([value.citation])
    if value.text is None:
        return joined([f"\u201c{value.lemma}\u201d is not in", source, value.note], " ")
    other = element("span", f"\u201c{value.text}\u201d", lang=value.language, dir="auto")
    language = f"(language {value.language})" if value.language else None
    parts = [f"\u201c{value.lemma}\u201d reads", other, language, "in", source, value.note]
    return joined(parts, " ")


def _edition(page: Page, value: Edition) -> Html:
    name = element("strong", value.name.capitalize(), ":")
    title = joined([value.title or f"title {UNKNOWN}", day(value.date), value.code], ", ")
    states = [_presence(page, one) for one in value.presences]
    return element(
        "div",
        element("p", joined([name, title, page.cite(value.citations)], " ")),
        *[_wording(page, one) for one in value.titles],
        listed([*states, f"any other clause: {UNKNOWN}"]),
        remarks(value.note),
    )


def _presence(page: Page, value: Presence) -> Html:
    state = "has" if value.present else "does not have"
    return _line(state, code(value.clause), page.cite(value.citations), inference=value.inference)


def _clause(page: Page, value: Clause) -> Html:
    opening = element("em", value.opening) if value.opening else None
    label = element("strong", value.label) if value.label else None
    people = ", ".join([body.name for body in value.addressees])
    topics = ", ".join([topic.name for topic in value.topics])
    about = [
        code(value.id),
        None if value.label else f"label {UNKNOWN}",
        f"role {UNKNOWN}" if value.role == "unknown" else value.role,
        f"addressed to {people}" if people else None,
        topics and f"topics: {topics}",
        joined(["brought in by ", code(value.amendment.id)]) if value.amendment else None,
        f"first in the {value.first_edition} edition" if value.first_edition else None,
    ]
    return element(
        "div",
        element("p", joined([label, opening, value.summary, page.cite(value.citations)], " ")),
        element("small", joined(about, " \u00b7 ")),
        *[_wording(page, one) for one in value.wordings],
        remarks(value.note, value.inference),
        style="margin: .8em 0",
    )


def _amendment(page: Page, value: Amendment) -> Html:
    movers = ", ".join([person.name for person in value.moved_by])
    return element(
        "div",
        element("p", _line(value.summary, page.cite(value.citations))),
        fields(
            ("Id", code(value.id)),
            ("Brings in", code(*value.inserts)),
            ("Moved by", movers or UNKNOWN),
            ("Supported by", listed([_support(page, one) for one in value.supported_by])),
        ),
        remarks(value.note),
    )


def _support(page: Page, value: Support) -> Html:
    leaders = " and ".join([person.name for person in value.led_by])
    who = f"{value.body.name}, led by {leaders}" if leaders else value.body.name
    return _line(f"{who}:", value.summary, page.cite(value.citations), note=value.note)


def _vote(page: Page, value: Vote) -> Html:
    caption = ["Vote ", code(value.id), " on ", code(value.on), f", {day(value.date)}: "]
    head = ("Account", "Unit", "For", "Against", "Abstained", "Total", "Verdict")
    rows = [_vote_account(page, account) for account in value.accounts]
    outcome = "adopted" if value.adopted else "not adopted"
    return element("div", table(joined([*caption, outcome]), head, rows), remarks(value.note))


def _vote_account(page: Page, value: VoteAccount) -> tuple[str, ...]:
    unanimous = {None: None, True: "Unanimous.", False: "Not unanimous."}[value.unanimous]
    opponents = f"Against: {', '.join(value.opponents)}." if value.opponents else None
    parts = (value.summary, unanimous, opponents, page.cite(value.citations))
    figures = (value.in_favour, value.against, value.abstentions, value.total)
    return (
        _line(*parts, inference=value.inference),
        value.unit or "not given",
        *["not given" if figure is None else str(figure) for figure in figures],
        value.verdict,
    )


def _relation(page: Page, value: Relation) -> Html:
    cited = page.cite(value.citations)
    return _line(value.kind, code(value.target), cited, note=value.note, inference=value.inference)


def _participant(page: Page, value: Participant) -> Html:
    parts = [
        value.person.name,
        value.capacity or f"capacity {UNKNOWN}",
        f"form {UNKNOWN}" if value.mode == "unknown" else in_words(value.mode),
    ]
    return _line(joined(parts, ", "), page.cite(value.citations), note=value.note)


def _attendance(page: Page, value: AttendanceAccount) -> Html:
    figure = f"{value.qualifier} {value.value}: {value.counted} ({value.verdict})"
    return _line(figure, page.cite(value.citations), note=value.note)


def _decision(page: Page, value: Decision) -> Html:
    about = joined([", about ", code(*value.about)]) if value.about else None
    return element(
        "div",
        element("p", element("strong", value.title, ". "), value.summary),
        element("small", code(value.id), f", {day(value.date)}", about),
        listed([_account(page, one) for one in value.accounts]),
        remarks(value.note),
        style="margin: .8em 0",
    )


def _account(page: Page, value: Account) -> Html:
    known = [value.verdict, value.date and day(value.date)]
    about = joined(["(", joined(known, ", "), ")"]) if any(known) else None
    return _line(value.summary, about, page.cite(value.citations), inference=value.inference)


def _line(*parts: str | None, note: str | None = None, inference: str | None = None) -> Html:
    return joined([joined(parts, " "), remarks(note, inference)])
