"""A record as blocks, field by field, in the order of the model.

Every field that is not blank is shown, even one that this module does not know.  The tables here
only say where a field goes.
"""

from __future__ import annotations

from .._corpus.backlinks import advisories
from .._deferred import fields
from ..model.dates import PartialDate
from ..model.editions import Edition
from ..model.references import Reference
from ..model.sources import Citation
from ..model.spans import Span
from ..model.value import Value, evolve, id_of
from ..model.wordings import Wording
from .blocks import Fields, Item, Piece, Quote, Section, joined, labelled, line, listed, section
from .mentions import leading
from .phrases import BLANKS, UNKNOWN, capital, label

TYPE_CHECKING = not __name__
if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator
    from typing import Any

    from .blocks import Block, Line
    from .view import View

BARE = {"adopted", "citations", "date", "fidelity", "fields", "kind", "medium", "mode", "note",
        "present", "qualifier", "role", "seen", "unanimous", "verdict"}  # fmt: skip
"""The fields that need no label among others in a line."""
NOT_QUOTED = ("paraphrased", "reported")
"""The fidelities of words that must not look like a quotation."""
PROSE = ("summary", "finding", "text")
REMARKS = ("inference", "note")
FIRST = ("wordings", "clauses")
"""The fields that come before the facts: the words."""
EVIDENCE = ("confidence", "citations")
"""The fields that come after the other facts: how well they are known, and from whom."""
PARTS = ("Edition", "DocumentText")
"""The classes whose values have headings of their own, though they have no ids."""
ATOMS = (Citation, PartialDate, Reference, Span)
"""The values that fit into a line, as a word does."""
MANY = 6
"""The most records in a line; more of them make a list."""


def blocks(
    view: View, value: Value, skip: Collection[str] = (), *, nested: bool = False
) -> tuple[Block, ...]:
    """Return the words of a record, then its facts and remarks, then its parts."""
    heading = view.reads(value)[1] if hasattr(value, "id") or nested else set[str]()
    names = [name for name in filled(value) if name not in {"id", *heading, *skip}]
    lists = [name for name in names if _is_list(value, name)]
    prose = [name for name in names if name in PROSE]
    facts = [name for name in names if name not in {*lists, *prose, *REMARKS}]
    rows = list(rows_of(view, value, [*facts, *[n for n in blank(value) if n not in skip]]))
    about: list[Block] = [labelled(capital(label(n)), view.content(value, n)) for n in prose]
    if nested:
        # In a line, the id comes first and the marks of the sources last.
        rows.sort(key=lambda row: row[0] == "citations")
        known = (Piece(id_of(value), "id"),) if hasattr(value, "id") else ()
        about += filter(None, [joined([known, *in_line(rows)], "; ")])
    elif rows:
        rows.sort(key=lambda row: row[0] in EVIDENCE)
        about.append(Fields(tuple([(label(name), content) for name, content in rows])))
    about += remarks(view, value)
    found = [block for name in lists if name in FIRST for block in listing(view, value, name)]
    # Without a heading, facts after the clauses would seem to be those of the last one.
    found += section("Facts", about) if "clauses" in lists else about
    found += [block for name in lists if name not in FIRST for block in listing(view, value, name)]
    if isinstance(value, Edition):
        found.append(line(f"Any other clause: {UNKNOWN}."))
    return tuple(found)


def rows_of(view: View, value: Value, names: Collection[str]) -> Iterator[tuple[str, Line]]:
    """Yield the name and content of each of these fields; a start and an end become one."""
    for name in fields(type(value)):
        is_span = hasattr(value, "end") and not isinstance(getattr(value, "start", 0), int)
        if name == "start" and "start" in names and is_span:
            yield "dates", view.content(value, "dates") or line(UNKNOWN)
        elif name in names and not (name == "end" and is_span and "start" in names):
            yield name, view.content(value, name)


def remarks(view: View, value: Value) -> tuple[Line, ...]:
    """Return our inference, labelled as such, and the note."""
    names = [name for name in REMARKS if getattr(value, name, None)]
    return tuple([labelled(capital(label(name)), view.content(value, name)) for name in names])


def listing(view: View, value: Value, name: str) -> tuple[Block, ...]:
    """Return a field of several values, or of a value without an id, as a section."""
    content = getattr(value, name)
    items: tuple[Any, ...] = content if isinstance(content, tuple) else (content,)
    inner: tuple[Block, ...]
    if isinstance(items[0], Wording):
        words = [item for item in items if isinstance(item, Wording)]
        inner = tuple([block for item in words for block in quote(view, item)])
    elif type(items[0]).__name__ in PARTS or _is_owned(value, name):
        inner = tuple([part(view, item, id_of(value)) for item in items])
    elif hasattr(items[0], "id") or isinstance(items[0], str):
        inner = listed([(view.link(item),) for item in items])
    else:
        inner = listed(_entries(view, items))
    title = capital(label(name, type(value).__name__))
    return inner if name == "wordings" else section(title, inner)


def _entries(view: View, values: Iterable[Value]) -> list[Item]:
    """Return an entry for each value; an item of a paragraph stands under the paragraph."""
    found: list[Item] = []
    for value in values:
        one = entry(view, value)
        if found and getattr(value, "level", 1) > 1:
            one = Item(found[-1].line, (*found.pop().blocks, *listed([one])))
        found.append(one)
    return found


def part(view: View, value: Value, owner: str = "") -> Section:
    """Return a part of a record with a heading of its own."""
    reference = id_of(value) or (f"{owner}@{value.name}" if isinstance(value, Edition) else "")
    return Section(line(view.title(value)), blocks(view, value, nested=True), reference)


def quote(view: View, value: Wording, *origin: Line) -> tuple[Block, ...]:
    """Return words as a source prints them, whose they are, and how other sources read."""
    facts = rest(view, value, "text", "readings", "citation", *REMARKS)
    publisher = line(value.citation.source.publisher, " ", view.content(value, "citation"))
    found = said(view.content(value, "text"), joined([*origin, *facts, publisher]),
                 value.fidelity, value.citation.source.url)  # fmt: skip
    readings = [entry(view, item) for item in value.readings]
    return (found, *listed(readings), *remarks(view, value))


def said(words: Line, below: Line, fidelity: str | None, url: str = "") -> Block:
    """Return words and whose they are: a quotation, unless they are reported speech."""
    if fidelity not in NOT_QUOTED:
        return Quote(words, below, url)
    plain = [evolve(one, style="plain") for one in words if isinstance(one, Piece)]
    return line(tuple(plain), " — ", below)


def entry(view: View, value: Value, skip: Collection[str] = ()) -> Item:
    """Return a value without an id as an entry of a list, with all its fields."""
    lead, used = view.reads(value)
    used |= {"start", "end"} if "dates" in used else set()
    names = [name for name in [*filled(value), *blank(value)] if name not in {*used, *skip}]
    nested = [name for name in names if _is_list(value, name)]
    cited = [name for name in names if isinstance(first(value, name), Citation)]
    facts = [name for name in names if name not in {*nested, *cited, *REMARKS}]
    known = joined(in_line(rows_of(view, value, facts)))
    details = line("(", known, ")") if known and lead else known
    marks = joined([view.content(value, name) for name in cited], " ")
    inner = [block for name in nested for block in listing(view, value, name)]
    return Item(joined([lead, details, marks], " "), (*inner, *remarks(view, value)))


def in_line(rows: Iterable[tuple[str, Line]]) -> Iterator[Line]:
    """Yield fields for a line, each with its label if it needs one."""
    for name, content in rows:
        yield line("" if name in BARE else f"{label(name)} ", content)


def filled(value: Value) -> list[str]:
    """Return the names of the fields that are not blank."""
    return [
        name
        for name, field in fields(type(value)).items()
        if getattr(value, name) not in (None, (), "", field.default)
    ]


def blank(value: Value) -> list[str]:
    """Return the names of the blank fields that a reader asks about."""
    prefix = f"{type(value).__name__}."
    names = [place.removeprefix(prefix) for place in BLANKS if place.startswith(prefix)]
    return [name for name in names if getattr(value, name) in (None, ())]


WRONG = "Found wrong since release"
"""What the heading of the advisories begins with."""


def advised(view: View, references: Iterable[str]) -> tuple[Section, ...]:
    """Return what was found wrong in records since their release was published."""
    corpus = view.corpus
    known = [advisories(corpus, one) for one in references if one] if corpus is not None else []
    found = [*dict.fromkeys([advisory for some in known for advisory in some])]
    if not found:
        return ()
    entries = [entry(view, one, ("release",)) for one in found]
    return section(f"{WRONG} {found[0].release} was published", listed(entries))


def rest(view: View, value: Value, *known: str) -> list[Line]:
    """Return the fields that are neither blank nor `known`, for a line."""
    names = [name for name in filled(value) if name not in known]
    return [*in_line(rows_of(view, value, names))]


def first(value: Value, name: str) -> object:
    """Return what a field holds, or the first of several."""
    content: object = getattr(value, name)
    return content[0] if isinstance(content, tuple) and content else content


def _is_owned(value: Value, name: str) -> bool:
    return "owned" in fields(type(value))[name].metadata


def _is_list(value: Value, name: str) -> bool:
    """Say whether a field gets a section of its own."""
    content, one = getattr(value, name), first(value, name)
    several = isinstance(content, tuple) and len(content) > MANY
    if not isinstance(one, Value):
        return several and leading(type(value)).get(name, False)
    known = not hasattr(one, "id") and not isinstance(one, ATOMS)
    return known or _is_owned(value, name) or (several and hasattr(one, "id"))
