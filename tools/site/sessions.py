"""The page of a session, and the list of all sessions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .accounts import accounts, claims_about, official, sure
from .markdown import bullets, label, link, listed, table, text
from .page import Page, verdict
from .prose import (
    BASES,
    FORMATS,
    MODES,
    counted,
    country,
    date,
    in_country,
    on,
    period,
    session_name,
)

if TYPE_CHECKING:
    from natopa_declarations import Corpus, Session


def page(session: Session, corpus: Corpus) -> Page:
    """Return the page of one session."""
    page = Page(session_name(session), label(session.id), corpus)
    page.add(_neighbours(session, corpus))
    page.add(_what(session) + page.cite(session.citations))
    page.add(_president(session))
    if session.host:
        page.add(f"The host: {text(session.host.name)}.")
    if session.other_city_names:
        page.add(f"The city is also written {listed(list(map(text, session.other_city_names)))}.")
    page.add(page.note(session.note), page.inference(session.inference))
    page.add(sure(session))
    official(page, session.citations)
    page.add(_allies(page, session), _same_country(page, session))
    _texts(page, session)
    _participants(page, session)
    _attendance(page, session)
    _decisions(page, session)
    claims_about(page, session.id)
    page.same(f'print(corpus.session("{session.id}"))', f"show {session.id}")
    return page


def _what(session: Session) -> str:
    """Say in a sentence or two what session this is, where and when."""
    ordinal = f"{session.ordinal}th " if session.ordinal else ""
    if session.ordinal and session.ordinal % 100 not in {11, 12, 13}:
        ending = {1: "st", 2: "nd", 3: "rd"}.get(session.ordinal % 10, "th")
        ordinal = f"{session.ordinal}{ending} "
    name = f"The {ordinal}{session.season} session of {session.year}"
    when = period(session.start, session.end)
    place = ""
    if session.city:
        land = f", {text(country(session.country))}" if session.country else ""
        place = f" in {text(session.city)}{land}"
        place += f" ({text(session.venue)})" if session.venue else ""
    if not session.held:
        planned = " ".join(filter(None, [place.strip(), when]))
        more = f" It had been planned {planned}." if planned else ""
        return f"{name} of the NATO Parliamentary Assembly was called off.{more}"
    form = "" if session.format == "in-person" else f" {FORMATS[session.format]}"
    day = f"{',' if place else ''} {when}" if when else ""
    questions = (
        (session.city or session.format == "online", "where it met"),
        (session.start, "when it began"),
        (session.end, "when it ended"),
    )
    blanks = [question for answer, question in questions if not answer]
    unknown = f" No source that was seen says {listed(blanks, 'or')}." if blanks else ""
    return f"{name} of the NATO Parliamentary Assembly met{form}{place}{day}.{unknown}"


def _president(session: Session) -> str:
    if session.president is None:
        return "Who was President of the Assembly at the session is not on record here."
    basis = BASES[session.president_basis] if session.president_basis else ""
    how = f" ({basis})" if basis else ""
    return f"{text(session.president.name)} was President of the Assembly{how}."


def _neighbours(session: Session, corpus: Corpus) -> str:
    """Return links to the list, and to the sessions before and after that are known."""
    sessions = corpus.sessions()
    here = sessions.index(session)
    parts = [link("list-sessions", "All sessions")]
    if here > 0:
        before = sessions[here - 1]
        parts.append(f"earlier: {link(label(before.id), text(session_name(before)))}")
    if here + 1 < len(sessions):
        after = sessions[here + 1]
        parts.append(f"later: {link(label(after.id), text(session_name(after)))}")
    return " · ".join(parts)


def _allies(page: Page, session: Session) -> str:
    """Say how many members NATO had, where the dates leave no doubt."""
    states = page.corpus.member_states()
    if not (states and session.held and session.start):
        return ""
    joined = [state for state in states if state.accession.latest <= session.start.earliest]
    doubtful = [
        state
        for state in states
        if state.accession.latest > session.start.earliest >= state.accession.earliest
    ]
    if doubtful or not joined:
        return ""
    latest = max(state.accession.latest for state in joined)
    newest = [state for state in joined if state.accession.latest == latest]
    names = listed([text(country(state.country)) for state in newest])
    last = f"the newest {'was' if len(newest) == 1 else 'were'} {names}"
    sources = {citation.source.id: citation for state in newest for citation in state.citations}
    return (
        f"By the dates of accession on record, NATO then had {len(joined)} members; {last},"
        f" since {date(newest[0].accession)}.{page.cite(sources.values())}"
    )


def _same_country(page: Page, session: Session) -> str:
    """Name the other sessions that are known to have met in the same country."""
    if not (session.country and session.held):
        return ""
    others = [
        link(label(other.id), text(f"{other.city or other.season} {other.year}"))
        for other in page.corpus.sessions()
        if other.country == session.country and other.held and other != session
    ]
    land = text(in_country(session.country))
    return f"The Assembly is also known to have met {land}: {listed(others)}." if others else ""


def _texts(page: Page, session: Session) -> None:
    texts = [text for text in page.corpus.texts() if text.session == session]
    if not session.held and not texts:
        return
    page.heading("Texts adopted")
    if not texts:
        missing = link("list-coverage", "the coverage")
        page.add(f"None is on record here; {missing} says what is missing, and why.")
        return
    page.add(
        bullets(
            page.reference(found.id) + (f", {on(found.adopted)}" if found.adopted else "")
            for found in texts
        )
    )


def _participants(page: Page, session: Session) -> None:
    if not session.participants:
        return
    page.heading("Who was there")
    page.add("Those whom a source that was seen names; there were many more.")
    rows = [
        (
            text(participant.person.name) + page.cite(participant.citations),
            text(participant.capacity or "not stated"),
            " ".join(filter(None, [MODES[participant.mode] + ".", text(participant.note or "")])),
        )
        for participant in session.participants
    ]
    page.add(table(("Person", "There as", "How"), rows))


def _attendance(page: Page, session: Session) -> None:
    if not session.attendance:
        return
    page.heading("How many took part")
    page.add("The sources differ, and often count different things.")
    rows = [
        (
            ("" if account.qualifier == "exactly" else f"{account.qualifier} ")
            + str(account.value),
            " ".join(filter(None, [text(account.counted), text(account.note or "")]))
            + page.cite(account.citations),
            verdict(account.verdict),
        )
        for account in session.attendance
    ]
    page.add(table(("Figure", "What it counts", "Verdict"), rows))


def _decisions(page: Page, session: Session) -> None:
    if not session.decisions:
        return
    page.heading("What else it decided")
    for decision in session.decisions:
        page.heading(decision.title, 3, name=label(decision.id))
        when = f" ({date(decision.date)})" if decision.date else ""
        page.add(f"{text(decision.summary)}{when}")
        if decision.about:
            page.add(f"About: {page.references(decision.about)}.")
        page.add(page.note(decision.note))
        page.add("What the sources say:", accounts(page, decision.accounts))
        claims_about(page, decision.id, depth=4)


def index(corpus: Corpus) -> Page:
    """Return the list of the sessions, by year."""
    page = Page("Sessions", "list-sessions", corpus)
    held = sum(session.held for session in corpus.sessions())
    page.add(
        f"The Assembly meets in plenary twice a year: in spring, and for the annual session in"
        f" autumn. Release {text(corpus.release.version)} has"
        f" {counted(held, 'session', 'sessions')} for which a source was found, and here the"
        f" newest stands first. {link('list-coverage', 'Coverage')} says what is missing."
    )
    rows = []
    for session in reversed(corpus.sessions()):
        texts = sum(text.session == session for text in corpus.texts())
        rows.append(
            (
                link(label(session.id), text(session_name(session))),
                text(country(session.country)) if session.country else "",
                period(session.start, session.end),
                text(session.president.name) if session.president else "",
                str(texts or ""),
            )
        )
    page.add(table(("Session", "Country", "When", "President", "Texts"), rows))
    page.same("print(len(corpus.sessions()))", "list sessions")
    return page
