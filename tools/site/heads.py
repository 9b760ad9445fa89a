"""What stands around each page: its description, the release, and the names for the search."""

from __future__ import annotations

import json
from html import escape
from typing import TYPE_CHECKING

from natopa_declarations._show.phrases import day
from natopa_declarations._show.view import View

from .downloads import record_of
from .lists import INTROS

if TYPE_CHECKING:
    from natopa_declarations import Corpus

ABOUT = (
    "The declarations and resolutions of the NATO Parliamentary Assembly: what they say, who says"
    " so, and how well that is known."
)
LONGEST = 300
"""The most characters of a description: those who show it cut it anyway."""


def description(corpus: Corpus, page: str, title: str) -> str:
    """Return the element of the head that says what a page is about, in a sentence or two."""
    name = page.removeprefix("record/")
    record = record_of(corpus, name) if name != page else None
    if record is not None:
        summary = getattr(record, "summary", None)
        words = " ".join(filter(None, [record.cite(corpus=corpus), summary]))
    elif page == "index":
        words = ABOUT
    else:
        words = INTROS.get(name, "") if name != page else ""
        words = words or f"{title}. {ABOUT}"
    return f'\n<meta name="description" content="{escape(words[:LONGEST])}">\n'


def footer(corpus: Corpus, package: str) -> str:
    """Return the line under each page: of which release it is, and up to which day."""
    release = corpus.release
    up_to = f", which covers up to {day(release.as_of)}" if release.as_of else ""
    sentence = f"Data release {release.version} of {day(release.published)}{up_to}."
    return f'<p class="release">{escape(sentence)} Package {escape(package)}.</p>'


def names(corpus: Corpus) -> str:
    """Return the element that has the names of records, for the page of the search."""
    view = View(corpus)
    rows = []
    for kind, records in (
        ("texts", corpus.texts()),
        ("sessions", corpus.sessions()),
        ("persons", corpus.persons()),
        ("topics", corpus.topics()),
    ):
        for record in records:
            others = [record.id, getattr(record, "title", None), getattr(record, "city", None)]
            others += [*getattr(record, "other_names", ())]
            others += [*getattr(record, "other_city_names", ())]
            if kind == "texts":
                others.append(f"{type(record).__name__} {record.id}")
            if kind == "sessions":
                # As people write it: spring 2024, Sofia 2024.
                year, season = record.id.split("-")
                others += [f"{season} {year}", f"{getattr(record, 'city', '')} {year}"]
            address = f"record/{kind}/{record.id}.html"
            rows.append([view.name(record), address, list(filter(None, others))])
    written = json.dumps(rows, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c")
    return f'\n<script type="application/json" id="record-names">{written}</script>\n'
