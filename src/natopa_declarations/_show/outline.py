"""Any record, answer or collection as an outline: sections, fields and citations as data.

Text, HTML and Markdown render an outline; nothing else turns a record into something to read.
"""

from __future__ import annotations

from .._codec.kinds import BY_CLASS, KINDS
from .._corpus.backlinks import pointing
from .._corpus.corpus import Corpus
from ..model.claims import Claim
from ..model.editions import Edition
from ..model.ids import record_of
from ..model.releases import Release
from ..model.sessions import Session
from ..model.texts import AdoptedText
from ..model.value import Value, id_of
from .blocks import Fields, Items, Outline, Piece, Section, Table, joined, line, listed, section
from .fields import NOT_QUOTED, advised, blocks, quote
from .lists import table
from .mentions import Mentions
from .phrases import counted, kind, label
from .view import View

TYPE_CHECKING = not __name__
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from ..model.clauses import Clause
    from .blocks import Block, Line

TOP = ("adopted", "session", "presenter")
"""The facts of a text that come before its words."""
QUOTED_FIRST = 3
"""How many clauses of a text are quoted at its top: those most spoken of."""
FEWEST_QUOTED = 4
"""The fewest words of a quotation at the top; fewer say nothing alone."""
LONGEST = 80
"""The most characters of the title of a value that has no id; all of it stands below."""
FAITHFUL = ("official", "quoted", "translated", *NOT_QUOTED)
WAYS = {
    "session": "Texts adopted", "speaker": "What was said", "about": "About it",
    "topics": "Clauses on it", "presenter": "Texts presented", "rapporteur": "Rapporteur of",
    "committee": "Texts of the committee", "relations": "Texts that point to it",
    "cited_texts": "Clauses that cite it", "addressees": "Clauses that ask it",
    "president": "President at", "participants": "Took part in", "host": "Host of",
    "memberships": "Who belongs to it", "moved_by": "Amendments moved",
    "supported_by": "Amendments supported", "citations": "Cited by",
    "Statement.about": "What was said about it", "Claim.about": "Claims about it, checked",
}  # fmt: skip
"""The headings of the records that point to one, by the field that does, in this order."""
CHECKED = ("label", "verdict", "text")
"""The columns of the claims about a record."""
AFTER_LINK = ("verdict", "adopted", "date", "start")
"""The fields that follow a link to a record."""


def outline(
    value: Value | tuple[Value, ...],
    corpus: Corpus | None = None,
    mentions: Mentions | None = None,
    named: Callable[[str, str], str] | None = None,
) -> Outline:
    """Return the outline of a value; with its release, also of what points to it.

    To outline many records of a release, make its `mentions` once.
    """
    view = View(corpus, named)
    if isinstance(value, Corpus):
        return _release(View(value, named), value.release, value)
    if isinstance(value, tuple):
        return _collection(view, value)
    if type(value).__name__ not in BY_CLASS:
        # A record is shown without the modules that show answers.
        from .answers import ANSWERS

        answer = ANSWERS.get(type(value).__name__)
        if answer is not None:
            return answer(view, value)
    if isinstance(value, Release):
        return _release(view, value)
    reference = id_of(value) or _edition(corpus, value)
    if mentions is None:
        mentions = Mentions(pointing(corpus, reference) if corpus is not None else {})
    number = getattr(value, "number", None) if isinstance(value, AdoptedText) else None
    found = tuple(_page(view, mentions, value, reference))
    title = view.title(value)
    if not id_of(value) and len(title) > LONGEST:
        title = f"{title[:LONGEST].rsplit(' ', 1)[0]} \u2026"
    return Outline(kind(type(value)), str(number or reference), title, found, reference)


def _edition(corpus: Corpus | None, value: Value) -> str:
    """Return the reference of an edition, which has no id of its own."""
    texts = corpus.texts() if corpus is not None and isinstance(value, Edition) else ()
    found = [text for text in texts if any(one is value for one in text.editions)]
    return f"{found[0].id}@{getattr(value, 'name', '')}" if found else ""


def _collection(view: View, values: tuple[Value, ...]) -> Outline:
    """Return the outline of several values: a table for each kind among them."""
    from .answers import ANSWERS

    groups: dict[type[Value], list[Value]] = {}
    for value in values:
        # Declarations and resolutions are listed together.
        cls = AdoptedText if isinstance(value, AdoptedText) else type(value)
        groups.setdefault(cls, []).append(value)
    found: list[Block] = []
    for cls, same in groups.items():
        if cls.__name__ in ANSWERS:
            parts = [block for one in same for block in ANSWERS[cls.__name__](view, one).blocks]
            hits = [item for part in parts if isinstance(part, Items) for item in part.items]
            found += listed(hits, "%3d.") if cls.__name__ == "Hit" else parts
        else:
            found.append(table(view, tuple(same)))
    names: tuple[str, ...] = ("record",)
    if len(groups) == 1:
        (only,) = groups
        known = BY_CLASS.get(only.__name__)
        names = (known.words, known.plural) if known else (kind(only).lower(),)
    return Outline("", "", counted(len(values), *names), tuple(found))


def _page(view: View, mentions: Mentions, value: Value, reference: str) -> Iterable[Block]:
    yield from advised(view, [reference])
    whole = view.find(record_of(reference)) if record_of(reference) != reference else None
    if whole is not None:
        yield Fields((("belongs to", (view.link(whole),)),))
    if isinstance(value, AdoptedText):
        yield from _opening(view, mentions, value)
    own = blocks(view, value, TOP if isinstance(value, AdoptedText) else ())
    found = [*own, *_ways(view, mentions, reference)]
    if isinstance(value, Session):
        # What a session adopted comes before who came to it, and after the facts.
        last = [one for one in found if isinstance(one, Section)]
        last.sort(key=lambda one: one.title != line(WAYS["session"]))
        found = [*[one for one in found if not isinstance(one, Section)], *last]
    yield from found


def _opening(view: View, mentions: Mentions, value: AdoptedText) -> Iterable[Block]:
    """Yield when and where a text was adopted, and its words that are most spoken of."""
    names = [name for name in TOP if view.content(value, name)]
    yield Fields(tuple([(label(name), view.content(value, name)) for name in names]))

    def spoken_of(clause: Clause) -> tuple[int, int, int]:
        """Rank words by whether they may be quoted, and then by who speaks of them."""
        count = sum(map(len, mentions.of(clause.id).values()))
        return (-FAITHFUL.index(str(clause.wordings[0].fidelity)), count, len(clause.citations))

    if len(value.clauses) > QUOTED_FIRST:
        held = [
            clause
            for clause in value.clauses
            if clause.wordings and len(clause.wordings[0].text.split()) >= FEWEST_QUOTED
        ]
        for clause in sorted(held, key=spoken_of, reverse=True)[:QUOTED_FIRST]:
            yield quote(view, clause.wordings[0], (view.link(clause, "part"),))[0]


def _ways(view: View, mentions: Mentions, reference: str) -> Iterable[Section]:
    """Yield the records that point to this one, each group under a heading."""
    groups: dict[str, dict[str, Value]] = {}
    for (cls, field), found in mentions.of(reference).items() if reference else ():
        name = f"{cls}.{field}" if f"{cls}.{field}" in WAYS else field
        heading = WAYS.get(name, f"{kind(type(next(iter(found.values()))))}: {label(field)}")
        groups.setdefault(heading, {}).update(found)
    order = list(WAYS.values())
    for heading in sorted(
        groups, key=lambda name: (name not in order, [*order, name].index(name))
    ):
        same = tuple(groups[heading].values())
        claims = all(isinstance(one, Claim) for one in same)
        mentioned = listed([_mention(view, one) for one in same])
        yield from section(heading, (table(view, same, CHECKED),) if claims else mentioned)


def _mention(view: View, value: Value) -> Line:
    """Return a link to a record, and what tells a reader whether to follow it."""
    details = [view.content(value, name) for name in AFTER_LINK if getattr(value, name, None)]
    whole = view.find(record_of(id_of(value)))
    if isinstance(whole, AdoptedText) and whole is not value:
        details.append(line(f"{kind(type(whole))} {whole.number or whole.id}"))
    return joined([(view.link(value),), *details])


def _release(view: View, release: Release, corpus: Corpus | None = None) -> Outline:
    """Return the outline of a release: what it says of itself, and how much it holds."""
    several = ("files", "changes", "advisories")
    rows = [
        (name, line(f"{len(getattr(release, name)):,}, in ", Piece(f"release.{name}", "id")))
        for name in several
    ]
    facts = blocks(view, release, ("version", "title", *several))
    found = (*facts, Fields(tuple(rows)), *(_held(corpus) if corpus is not None else ()))
    return Outline("Release", release.version, release.title, found)


def _held(corpus: Corpus) -> tuple[Block, ...]:
    """Return how many records of each kind a release has, and how to get at them."""
    rows = []
    for one in KINDS:
        count = len(getattr(corpus, one.collection)()) if one.plural else 0
        call = (Piece(f"corpus.{one.collection}()", "id"),)
        rows += [(line(one.plural.replace("-", " ")), line(str(count)), call)] if count else []
    find = line("One of them, by its id, number or name: ", Piece("corpus.find(…)", "id"))
    return Table(("Records", "Count", "All of them"), tuple(rows)), find
