"""The outline of a difference between two releases, editions or records."""

from __future__ import annotations

from collections import Counter

from ..model.dates import PartialDate
from ..model.value import Value, evolve
from .blocks import Item, Outline, Piece, Section, joined, labelled, line, listed, plain, section
from .fields import blocks, entry, rest
from .phrases import capital, in_words

TYPE_CHECKING = not __name__
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ..model.differences import Diff, Difference, RecordChange
    from .blocks import Block, Items, Style
    from .view import View

CHANGES = ("corrected", "extended", "added", "retired")
"""The kinds of change to a record, in the order of a changelog."""

EVIDENCE = {"citations", "note"}
"""The fields of evidence, whose differences come last."""


def difference(view: View, value: Diff) -> Outline:
    """Return the differences: of releases by record, of editions with the evidence last."""
    found = [one for one in value.differences if value.kind != "Edition" or one.at[0] != "name"]
    parts: tuple[Block, ...] = (line("No difference."),)
    if value.kind == "Corpus" and found:
        parts = tuple(_releases(view, value))
    elif found:
        last = [one for one in found if value.kind == "Edition" and not EVIDENCE.isdisjoint(
            [step for step in one.at if isinstance(step, str)])]  # fmt: skip
        parts = (
            *_list(view, value, [one for one in found if one not in last]),
            *section("Sources and notes", _list(view, value, last)),
        )
    more = rest(view, value, "kind", "old", "new", "differences", "changes")
    return Outline("Difference", "", f"{value.old} -> {value.new}", (*more, *parts))


def _releases(view: View, value: Diff) -> Iterator[Block]:
    """Yield a count, and what happened to each record: corrections first, and sources last."""
    counts = Counter(str(change.kind) for change in value.changes)
    totals = [f"{counts[kind]:,} {kind}" for kind in CHANGES if counts[kind]]
    yield line(", ".join(totals) or "No record differs; the manifest does.")
    for kind in CHANGES:
        same = [change for change in value.changes if change.kind == kind]
        same.sort(key=lambda change: _place(change) == "sources")
        for place in dict.fromkeys(map(_place, same)):
            inner = [_change(view, value, one) for one in same if _place(one) == place]
            yield from section(capital(f"{kind} {place}"), inner)


def _place(change: RecordChange) -> str:
    """Return the collection that a record stands in."""
    return str(change.differences[0].at[0])


def _change(view: View, diff: Diff, change: RecordChange) -> Section:
    """Return a record with the reasons, the evidence, and each place in which it differs."""
    whole = [found for found in change.differences if len(found.at) == 2]
    name = line(change.record)
    for record in [found.new or found.old for found in whole]:
        name = line(evolve(view.link(record), style="record")
                    if isinstance(record, Value) else change.record)  # fmt: skip
    known = ("record", "kind", "said", "sources", "differences")
    said: list[Block] = [*rest(view, change, *known)]
    for one in change.said:
        successor = (" Successor: ", view.link(one.successor)) if one.successor else ()
        said.append(labelled("Why", one.reason, *successor))
    sources = [line(f"{source.publisher} (", Piece(source.id, "id", source.id), ")")
               for source in change.sources if source.id != change.record]  # fmt: skip
    if sources:
        said.append(labelled("Sources", joined(sources, "; ")))
    moved = [found for found in whole if found.kind == "moved"]
    inside = [*moved, *[found for found in change.differences if found not in whole]]
    said += _list(view, diff, inside, change.record)
    return Section(name, tuple(said))


def _list(
    view: View, diff: Diff, differences: Iterable[Difference], record: str = ""
) -> tuple[Items, ...]:
    return listed([_entry(view, diff, found, record) for found in differences])


def _entry(view: View, diff: Diff, found: Difference, record: str) -> Item:
    """Return the kind and place of a difference, and the old and new contents."""
    path = found.path.partition(f"[{record}].")[2] if record else found.path
    more = rest(view, found, "at", "kind", "old", "new", "by_id", "words")
    head = joined([line(Piece(in_words(found.kind), "strong"), " ", Piece(path, "id")), *more])
    if found.kind == "moved":
        return Item(head)
    if found.at[-1] == "present" and found.kind in {"added", "removed"}:
        # Of two editions, only one has the clause.
        names = (diff.new, diff.old) if found.new else (diff.old, diff.new)
        return Item(head, (line("in {}, and not in {}".format(*names)),))
    sides = [*_side(view, found, "old"), *_side(view, found, "new")]
    if found.kind == "unknown":
        other = diff.old if found.old is None else diff.new
        sides.append(line(f"not known of {other}"))
    words = joined([(Piece(word.old, "old"), Piece(" "), Piece(word.new, "new"))
                    for word in found.words], "; ")  # fmt: skip
    if words and found.words[0].old != found.old:
        sides.append(labelled("Words", words))
    return Item(head, tuple(sides))


def _side(view: View, found: Difference, style: Style) -> Iterator[Block]:
    """Yield the content of one side: a value field by field, all else in the style of the side."""
    content = found.old if style == "old" else found.new
    if not isinstance(content, Value) or isinstance(content, PartialDate) or found.by_id:
        text = getattr(content, "id", None) or plain(view.said(None, "", content))
        yield from [] if content is None else [(Piece(str(text), style),)]
    elif hasattr(content, "id"):
        yield from blocks(view, content, nested=True)
    else:
        whole = entry(view, content)
        yield from (whole.line, *whole.blocks)
