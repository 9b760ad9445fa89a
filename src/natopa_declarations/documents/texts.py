"""Turn lines into texts: headings, notes, paragraphs and doubts."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ..model.dates import PartialDate
from ..model.documents import DocumentText, Doubt, DoubtKind, Paragraph, TextKind
from ..model.words import Role
from .headings import Heading, foreign_start, headings, opener_rest, split_lines
from .joining import Vocabulary, joined, vocabulary_of
from .labels import ends
from .lines import CODE, Line, Page, is_furniture, lines_of, normal
from .notes import first_date, lift_notes, read_notes
from .openings import Opening, first_words, opening_of
from .segmentation import Draft, segment
from .vocabulary import COMMON, NOT_TITLE

LONGEST_DATE_LINE = 160
"""The most characters of a heading line that may contain a date."""

_DIGITS = re.compile(r"\d\d\d")
_FINAL = re.compile(r"[.!?\u2026]['\"\u201d\u00bb)]*$")


def texts_of(pages: Sequence[Page]) -> tuple[DocumentText, ...]:
    """Return the declarations and resolutions on these pages, in order."""
    lines = split_lines(lines_of(pages))
    words = vocabulary_of(lines)
    found = headings(lines)
    codes = _codes(pages)
    texts: list[DocumentText] = []
    for number, heading in enumerate(found):
        end = found[number + 1].start if number + 1 < len(found) else len(lines)
        text = _text(lines, heading, max(end, heading.body), words, codes)
        if text.paragraphs:
            texts.append(text)
    return tuple(texts)


def _text(
    lines: Sequence[Line], heading: Heading, end: int, words: Vocabulary, codes: dict[int, str]
) -> DocumentText:
    doubts: list[Doubt] = []
    stop = foreign_start(lines, heading.body, end)
    if stop < end:
        what = "a text in a third language follows and was left out"
        doubts.append(Doubt(kind=DoubtKind.LANGUAGE, what=what, page=lines[stop].page))
    top = list(lines[heading.start : heading.body])
    body = [line for line in lines[heading.body : stop] if not _is_tag(line.text)]
    if heading.rest:
        body.insert(0, top[-1]._replace(text=heading.rest) if top else lines[0])
    body, notes = lift_notes(body)
    # A heading may have notes too: a presenter may be below the line.
    note = read_notes([*lift_notes(top[:-1])[1], *notes])
    drafts, guessed = segment(body)
    paragraphs, seen = _paragraphs(drafts, words)
    adopted, place = note.adopted, note.place
    block = [line for line in top if opener_rest(line.text) is None]
    if adopted is None and (dated := _date_in(block)):
        adopted, place, line = dated
        what = f"the day of adoption is taken from the heading: {line!r}"
        doubts.append(Doubt(kind=DoubtKind.DATE, what=what))
    kind = TextKind(heading.kind) if heading.kind else None
    page = lines[min(heading.start, len(lines) - 1)].page
    language = _language(paragraphs)
    if language is None:
        doubts.append(Doubt(kind=DoubtKind.LANGUAGE, what="taken to be English"))
    return DocumentText(
        kind=kind,
        number=heading.number,
        title=heading.title,
        language=language or "en",
        is_draft=heading.is_draft,
        adopted=adopted,
        place=place,
        committee=note.committee,
        presenter=note.presenter,
        code=codes.get(page) or next((codes[p] for p in sorted(codes) if p <= page), None),
        page=page,
        paragraphs=paragraphs,
        doubts=(*_of_heading(heading, page), *doubts, *note.doubts, *guessed, *seen),
    )


def _is_tag(text: str) -> bool:
    """Say whether a line is the tag of a committee from the foot of a page."""
    return text.isupper() and text.lower() in NOT_TITLE


def _paragraphs(
    drafts: Sequence[Draft], words: Vocabulary
) -> tuple[tuple[Paragraph, ...], list[Doubt]]:
    paragraphs: list[Paragraph] = []
    doubts: list[Doubt] = []
    operative = False
    for number, draft in enumerate(drafts):
        last = number + 1 == len(drafts)
        parts = [part.text for part in draft.parts]
        if last:
            parts, left = _cut(draft.parts)
            doubts += [_at(draft, DoubtKind.LEFT_OUT, line) for line in left]
        text, broken = joined(parts, words, draft.name, draft.page)
        doubts += broken
        if not text:
            what = f"{draft.label or draft.name} has no words"
            doubts.append(_at(draft, DoubtKind.NUMBER, what))
            continue
        opening = opening_of(text) if draft.level == 1 else None
        role = Role.UNKNOWN if opening is None else opening.role
        doubts += _of_opening(draft, text, opening, operative=operative)
        operative = operative or role is Role.OPERATIVE
        if not (_FINAL.search(text[-10:]) if last else ends(text)):
            expected = "full stop at the end of the text" if last else "final punctuation"
            doubts.append(_at(draft, DoubtKind.ENDING, f"no {expected}: ...{text[-30:]}"))
        paragraphs.append(
            Paragraph(
                name=draft.name,
                label=draft.label,
                role=role if draft.level == 1 else Role.OPERATIVE,
                level=draft.level,
                opening=opening.words if opening else first_words(text, 4 - draft.level),
                text=text,
                page=draft.page,
            )
        )
    return tuple(paragraphs), doubts


def _of_opening(
    draft: Draft, text: str, opening: Opening | None, *, operative: bool
) -> Iterator[Doubt]:
    """Yield the doubts about the opening words of a paragraph."""
    if opening is None:
        return
    if opening.is_lower:
        what = f"{opening.words!r} is taken for an operative verb"
        yield _at(draft, DoubtKind.ROLE, what)
    if opening.is_glued:
        yield _at(draft, DoubtKind.SPACE, text.split(maxsplit=1)[0])
    if operative and opening.role is Role.PREAMBLE:
        what = "a paragraph of a preamble stands after an operative one"
        yield _at(draft, DoubtKind.ROLE, what)


def _cut(parts: Sequence[Line]) -> tuple[list[str], list[str]]:
    """Separate the lines of the last paragraph from those below the text."""
    for at in range(1, len(parts)):
        if parts[at].gap and _FINAL.search(parts[at - 1].text[-10:]):
            return [part.text for part in parts[:at]], [part.text for part in parts[at:]]
    return [part.text for part in parts], []


def _at(draft: Draft, kind: DoubtKind, what: str) -> Doubt:
    return Doubt(kind=kind, what=what, at=draft.name, page=draft.page)


def _of_heading(heading: Heading, page: int) -> list[Doubt]:
    """Return the doubts about a heading."""
    missing = [
        name
        for name, found in (
            ("kind", heading.kind),
            ("number", heading.number),
            ("title", heading.title),
        )
        if found is None and not (heading.is_draft and name == "number")
    ]
    doubts: list[Doubt] = []
    if missing:
        what = f"no {', '.join(missing)} found above the text"
        if heading.kind is None and heading.title:
            what += f"; the title is guessed: {heading.title!r}"
        doubts.append(Doubt(kind=DoubtKind.HEADING, what=what, page=page))
    if heading.is_foreign:
        what = "kind and number stand in a heading in a third language"
        doubts.append(Doubt(kind=DoubtKind.HEADING, what=what, page=page))
    return doubts


def _date_in(top: Sequence[Line]) -> tuple[PartialDate, str | None, str] | None:
    """Return the date and place in a heading block, and the line that contains them."""
    planned = any("to be held" in line.text for line in top)
    for line in () if planned else lift_notes(top)[0]:
        date, place = first_date(line.text)
        if date is not None and len(line.text) < LONGEST_DATE_LINE:
            return date, place, line.text
    return None


def _language(paragraphs: Sequence[Paragraph]) -> str | None:
    """Return the language whose commonest words the paragraphs contain, or None."""
    words = [word for paragraph in paragraphs for word in paragraph.text.lower().split()]
    counts = {tag: sum(word in common for word in words) for tag, common in COMMON.items()}
    best = max(counts, key=lambda tag: counts[tag])
    others = [count for tag, count in counts.items() if tag != best]
    return best if counts[best] > 2 * max(others) else None


def _codes(pages: Sequence[Page]) -> dict[int, str]:
    """Return the document code on each page."""
    found: dict[int, str] = {}
    for number, page in enumerate(pages, 1):
        for line in page:
            text = normal(line) if _DIGITS.search(line) else ""
            match = CODE.search(text)
            if match and (is_furniture(text) or len(line) > LONGEST_DATE_LINE):
                found.setdefault(number, match.group(1))
    return found
