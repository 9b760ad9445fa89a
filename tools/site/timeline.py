"""The timeline of sessions and texts: a drawing, and the same in words."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from natopa_declarations import Declaration
from natopa_declarations.model import Season

from .markdown import label, link, table, text
from .page import Page
from .prose import counted, session_name

if TYPE_CHECKING:
    from natopa_declarations import Corpus
    from natopa_declarations.model import YearCoverage

STEP = 9
"""The width of a year, in units of the drawing."""
LEFT = 78
BASE = 200
"""Where the column of the texts of a year stands."""
ROWS = {Season.SPRING: 228, Season.ANNUAL: 250}


def page(corpus: Corpus) -> Page:
    """Return the page of the timeline."""
    page = Page("Timeline", "list-timeline", corpus)
    years = corpus.coverage().years
    if not years:
        page.add("There is no session and no text in this release.")
        return page
    first, last = years[0].year, years[-1].year
    page.add(
        f"The sessions and adopted texts of release {text(corpus.release.version)}, from"
        f" {first} to {last}. An empty place means that no source was found, and not that"
        " nothing happened. The table under the drawing says the same in words."
    )
    page.add(f"```{{raw}} html\n{drawing(years)}\n```")
    page.heading("In words")
    rows = []
    for year in years:
        sessions = [link(label(s.id), text(session_name(s))) for s in year.sessions]
        if sessions or year.texts:
            numbers = _numbers(year)
            rows.append((str(year.year), "; ".join(sessions), *[str(n or "") for n in numbers]))
    page.add(table(("Year", "Sessions", "Declarations", "Resolutions"), rows))
    page.same("print(corpus.coverage().years[0].year)", "list sessions")
    return page


def _numbers(year: YearCoverage) -> tuple[int, int]:
    declarations = sum(isinstance(found, Declaration) for found in year.texts)
    return declarations, len(year.texts) - declarations


def drawing(years: tuple[YearCoverage, ...]) -> str:
    """Return the drawing as SVG; it takes its colours from the page, so it reads in the dark."""
    width = LEFT + STEP * len(years) + 12
    high = max(1, *[len(year.texts) for year in years])
    unit = min(10.0, 150 / high)
    sessions = sum(len(year.sessions) for year in years)
    texts = sum(len(year.texts) for year in years)
    summary = (
        f"{counted(sessions, 'session', 'sessions')} and {counted(texts, 'text', 'texts')}"
        f" from {years[0].year} to {years[-1].year}; most texts in one year: {high}."
    )
    parts = [
        '<div class="timeline" role="region" aria-label="Timeline" tabindex="0">',
        f'<svg viewBox="0 0 {width} 290" width="{width}" height="290" role="img"',
        'aria-labelledby="timeline-title timeline-summary">',
        '<title id="timeline-title">Sessions and adopted texts by year</title>',
        f'<desc id="timeline-summary">{escape(summary)}</desc>',
        *_axis(years, unit, high, width),
    ]
    for place, year in enumerate(years):
        parts += _year(year, LEFT + STEP * place, unit)
    return "\n".join([*parts, "</svg>", "</div>"])


def _axis(years: tuple[YearCoverage, ...], unit: float, high: int, width: int) -> list[str]:
    """Return the names of the rows, the lines of the scale, and the years."""
    parts = [
        f'<text x="{LEFT - 8}" y="{row + 4}" text-anchor="end">{season.capitalize()}</text>'
        for season, row in ROWS.items()
    ]
    parts.append(f'<text x="{LEFT - 8}" y="20" text-anchor="end">Texts</text>')
    for left, name in ((LEFT, "declaration"), (LEFT + 120, "resolution")):
        parts.append(f'<rect class="{name}" x="{left}" y="10" width="10" height="10"/>')
        parts.append(f'<text x="{left + 16}" y="20">{name.capitalize()}s</text>')
    for level in range(0, high + 1, 5):
        height = BASE - level * unit
        parts.append(f'<line class="scale" x1="{LEFT - 4}" x2="{width - 8}"'
                     f' y1="{height:g}" y2="{height:g}"/>')  # fmt: skip
        parts.append(f'<text x="{LEFT - 8}" y="{height + 4:g}" text-anchor="end">{level}</text>')
    parts += [
        f'<text x="{LEFT + STEP * place + STEP / 2:g}" y="276" text-anchor="middle">'
        f"{year.year}</text>"
        for place, year in enumerate(years)
        if year.year % 5 == 0
    ]
    return parts


def _year(year: YearCoverage, left: int, unit: float) -> list[str]:
    """Return the column of the texts of a year, and a mark for each of its sessions."""
    parts = []
    declarations, resolutions = _numbers(year)
    height = float(BASE)
    for name, number in (("resolution", resolutions), ("declaration", declarations)):
        if number:
            top = height - number * unit
            words = f"{year.year}: {counted(number, name, f'{name}s')}"
            parts.append(
                f'<rect class="{name}" x="{left + 0.5}" y="{top:g}" width="{STEP - 1}"'
                f' height="{number * unit:g}"><title>{words}</title></rect>'
            )
            height = top
    for session in year.sessions:
        state = "held" if session.held else "called-off"
        parts.append(
            f'<circle class="{state}" cx="{left + STEP / 2:g}" cy="{ROWS[session.season]}"'
            f' r="3.5"><title>{escape(session_name(session))}</title></circle>'
        )
    return parts
