"""What stands around each page: its description, the release, and the names for the search."""

from __future__ import annotations

import json
from html import escape
from typing import TYPE_CHECKING

from natopa_declarations._codec.kinds import kind_of
from natopa_declarations._corpus.names import names_of
from natopa_declarations._show.view import View

from .downloads import record_of
from .lists import FOLDERS, INTROS

if TYPE_CHECKING:
    from natopa_declarations import Corpus

ABOUT = (
    "The declarations and resolutions of the NATO Parliamentary Assembly: what they say, who says"
    " so, and how well that is known."
)
LONGEST = 300
"""The most characters of a description; search engines cut it anyway."""


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
    up_to = f", which covers up to {release.as_of.in_words}" if release.as_of else ""
    sentence = f"Data release {release.version} of {release.published.in_words}{up_to}."
    return f'<p class="release">{escape(sentence)} Package {escape(package)}.</p>'


def names(corpus: Corpus) -> str:
    """Return the element that has the names of records, for the page of the search."""
    view, rows = View(corpus), []
    for folder in FOLDERS:
        for record in getattr(corpus, folder)():
            others = [record.id, *names_of(record, kind_of(record))]
            if folder == "texts":
                others.append(f"{type(record).__name__} {record.id}")
            if folder == "sessions":
                # As people write it: spring 2024, Sofia 2024.
                others += [
                    f"{name} {record.year}" for name in (record.season, record.city) if name
                ]
            rows.append([view.name(record), f"record/{folder}/{record.id}.html", others])
    written = json.dumps(rows, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c")
    return f'\n<script type="application/json" id="record-names">{written}</script>\n'
