"""References in prose to declarations, resolutions and sessions, in English and French."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import final

import attrs

from ..model.ids import Ref
from ..model.mentions import Mention, MentionKind
from ..model.names import fold
from ..model.sessions import Session
from ..model.texts import Declaration, Resolution

LARGEST = 999
"""Larger numbers belong to other bodies, unless the Assembly is named."""

_NUMBER = r"\d{1,4}(?:\s?\(\d{4}\))?"
_LABEL = r"\d{1,3}(?:\s?\(?[a-z]\)?)?(?![\w.])|[a-z](?![\w.])|[ivxl]{1,6}(?![\w.])"
_PARAGRAPH = (
    r"(?:paragraph|paragraphe|para|par|clause|point|alin\u00e9a|\u00a7)s?\.?\s*(?:no?\.?\s*)?"
)
_TEXT = re.compile(
    rf"(?:(?P<paragraph>{_PARAGRAPH}(?P<label>{_LABEL})\s+(?:of|in|from|de|du|dans)\s+)"
    r"(?:the\s+|la\s+|l['\u2019])?)?"
    r"(?P<kind>declaration|resolution|d\u00e9claration|r\u00e9solution)(?P<plural>s?)\s+"
    rf"(?:no?s?\.?\s?|n\u00b0\s?|number\s+|num\u00e9ro\s+)?(?P<first>{_NUMBER})(?![\w%]|[.,]\d)"
    rf"(?P<more>(?:(?:\s*,\s*|\s+(?:and|or|to|et|ou|\u00e0|&)\s+){_NUMBER}(?![\w%]|[.,]\d))*)"
    rf"(?P<after>,?\s+{_PARAGRAPH}(?P<label_after>{_LABEL}))?",
    re.IGNORECASE,
)
_EACH = re.compile(r"(?P<number>\d{1,4})(?:\s?\((?P<year>\d{4})\))?")

_OURS = re.compile(
    r"(?:NATO[\s-]?PA|AP[\s-]?OTAN|(?:NATO\s+Parliamentary|Parliamentary)\s+Assembly"
    r"|Assembl\u00e9e\s+parlementaire\s+de\s+l['\u2019]OTAN)(?:['\u2019]s)?\s*$",
    re.IGNORECASE,
)
_ASSEMBLY = re.compile(
    r"\s*(?:of|de)\s+(?:the\s+|l['\u2019])?(?:NATO[\s-]?PA|NATO\s+Parl|AP[\s-]?OTAN)",
    re.IGNORECASE,
)
_RUN = re.compile(r"(?:(?:[A-Z][\w.'\u2019-]*|of|the|de|du|la|des|and)\s+)+$")
_OTHERS = frozenset(
    "un u.n unsc unga security council general nations european eu house senate congress osce pace"
    " europe bundestag rada duma parliament rights joint concurrent iaea imo icao arab african"
    " commonwealth council's assembly's-general unece unesco".split()
)
_OTHER_AFTER = re.compile(
    r"(?:\s?\(\d{4}\))?\s*(?:of|by|from|adopted by|de|du|des)\s*(?:the\s+|l['\u2019]\s?|la\s+)?"
    r"(?:UN\b|U\.N\.|United Nations|Security|General Assembly|European|Council of|OSCE|House"
    r"|Senate|Congress|ONU\b|Nations|Conseil|Assembl\u00e9e g\u00e9n\u00e9rale|Parlement|APCE)",
    re.IGNORECASE,
)

_SEASON = r"(?P<season{n}>spring|annual|autumn)"
_SAISON = r"(?P<saison{n}>de printemps|annuelle|d['\u2019]automne)"


@final
@attrs.frozen(eq=False)
class Known:
    """What prose can refer to, by the names that it uses."""

    texts: Mapping[int, tuple[Ref, MentionKind, int | None]]
    """The id, the kind and the year of each text that has a number."""
    labels: Mapping[tuple[str, str], Ref]
    """The clauses with a printed label, by the text and the label."""
    sessions: Mapping[tuple[int, str], Ref]
    """The sessions by year and season."""
    ordinals: Mapping[int, Ref]
    cities: Mapping[Ref, frozenset[str]]
    """The names of the city of a session, folded."""
    pattern: re.Pattern[str]
    """The names of sessions; they depend on the cities."""


def known(texts: Iterable[Declaration | Resolution], sessions: Iterable[Session]) -> Known:
    """Return what prose can refer to."""
    numbers: dict[int, tuple[Ref, MentionKind, int | None]] = {}
    labels: dict[tuple[str, str], Ref] = {}
    for text in texts:
        if text.number is not None:
            kind = MentionKind(type(text).__name__.lower())
            year = text.session.year if text.session else None
            numbers[text.number] = (Ref(text.id), kind, year)
        for clause in text.clauses:
            if clause.label:
                labels[text.id, _plain(clause.label)] = Ref(clause.id)
            labels.setdefault((text.id, _plain(clause.id.partition("#")[2])), Ref(clause.id))
    sessions = list(sessions)
    names = {
        Ref(session.id): [*filter(None, [session.city, *session.other_city_names])]
        for session in sessions
    }
    each = sorted({name for found in names.values() for name in found}, key=len, reverse=True)
    return Known(
        numbers,
        labels,
        {(session.year, str(session.season)): Ref(session.id) for session in sessions},
        {session.ordinal: Ref(session.id) for session in sessions if session.ordinal},
        {ref: frozenset(map(fold, found)) for ref, found in names.items()},
        _session_pattern("|".join(map(re.escape, each)) or "(?!)"),
    )


def mentions(text: str, known: Known) -> tuple[Mention, ...]:
    """Return the references in `text`, in order."""
    found = [*_texts(text, known), *_sessions(text, known)]
    return tuple(sorted(found, key=lambda mention: mention.start))


def meant(text: str, known: Known) -> Mention | None:
    """Return the one reference that is the whole of `text`, if it is one."""
    words = text.strip()
    short = re.fullmatch(
        r"(?:(spring|annual)\s+)?(\d{4})(?:\s+(spring|annual))?", words.casefold()
    )
    if short and (short[1] or short[3]):
        words = f"{short[2]} {short[1] or short[3]} session"
    there = _in_city(words, known)
    if there is not None:
        return there
    found = mentions(words, known)
    whole = len(found) == 1 and (found[0].start, found[0].end) == (0, len(words))
    return found[0] if whole else None


def _in_city(words: str, known: Known) -> Mention | None:
    """Return the one session that a city and a year name, in any order."""
    named = words.replace(",", " ").split()
    for year, city in ((named[0], named[1:]), (named[-1], named[:-1])):
        if len(year) == len("2024") and year.isascii() and year.isdecimal() and city:
            name = fold(" ".join(city))
            there = [
                ref
                for (session_year, _), ref in known.sessions.items()
                if session_year == int(year) and name in known.cities[ref]
            ]
            if len(there) == 1:
                return Mention(
                    text=words, start=0, end=len(words), kind=MentionKind.SESSION, ref=there[0],
                    year=int(year),
                )  # fmt: skip
    return None


def _texts(text: str, known: Known) -> Iterator[Mention]:
    for match in _TEXT.finditer(text):
        at = match.start("kind")
        ours = _OURS.search(text, 0, at) is not None or bool(_ASSEMBLY.match(text, match.end()))
        if not ours and _is_of_others(text, at, match.end("more")):
            continue
        kind = MentionKind.DECLARATION if match["kind"][0] in "dD" else MentionKind.RESOLUTION
        numbers = list(_EACH.finditer(text, match.start("first"), match.end("more")))
        if not match["plural"]:
            numbers = numbers[:1]
        label = match["label"] or match["label_after"]
        for order, one in enumerate(numbers):
            number = int(one["number"])
            if number > LARGEST and not ours:
                continue
            alone = len(numbers) == 1
            start = match.start() if order == 0 else one.start()
            end = one.end() if match["more"] else match.end()
            if order == 0 and not match["paragraph"]:
                start = _named_from(text, at)
            yield _of_text(
                text[start:end], start, end, kind, number,
                int(one["year"]) if one["year"] else None,
                label if alone else None, known,
            )  # fmt: skip


def _of_text(
    words: str, start: int, end: int, kind: MentionKind, number: int, year: int | None,
    label: str | None, known: Known,
) -> Mention:  # fmt: skip
    """Return the reference to one text, resolved if the release has it."""
    ref, hint = None, None
    if number not in known.texts:
        hint = f"the release has no text with the number {number}"
    else:
        text, its_kind, its_year = known.texts[number]
        if its_kind is not kind:
            hint = f"{number} is a {its_kind}, not a {kind}"
        elif year is not None and its_year is not None and year != its_year:
            hint = f"{kind} {number} is of {its_year}, not of {year}"
        else:
            ref = text
            if label is not None:
                ref = known.labels.get((text, _plain(label)), text)
                if ref == text:
                    hint = f"the release has no clause of {text} with the label {label}"
    return Mention(
        text=words, start=start, end=end, kind=kind, ref=ref, number=number,
        label=label, year=year, hint=hint,
    )  # fmt: skip


def _named_from(text: str, at: int) -> int:
    """Return where the name of the Assembly before a text begins, or else where the text does."""
    ours = _OURS.search(text, 0, at)
    return at if ours is None else ours.start()


def _is_of_others(text: str, start: int, end: int) -> bool:
    """Say whether a text is called one of another body."""
    if _OTHER_AFTER.match(text, end):
        return True
    run = _RUN.search(text, max(0, start - 80), start)
    if run is None:
        return False
    words = [word.strip(".,").casefold() for word in run.group().split()]
    words = [word.removesuffix("'s").removesuffix("\u2019s") for word in words]
    return words[-1] not in {"committee", "committee's"} and not _OTHERS.isdisjoint(words)


def _plain(label: str) -> str:
    """Return the figures and letters of a label."""
    return "".join([c for c in label.casefold() if c.isalnum()])


def _session_pattern(cities: str) -> re.Pattern[str]:
    """Return the pattern of the names of sessions, for these cities."""
    place = rf"(?:,?\s+(?:held\s+)?(?:in|at|\u00e0|de)\s+(?P<city{{n}}>{cities})\b)?"
    place_after = place.replace("city", "town")
    year = r"(?P<year{n}>(?:19|20)\d\d)"
    forms = [
        rf"(?:the\s+)?{year}\s+{_SEASON}\s+(?:plenary\s+)?session{place}",
        rf"(?:the\s+)?{_SEASON}\s+session{place},?\s+(?:of\s+|in\s+)?{year}{place_after}",
        rf"(?:the\s+)?(?P<city{{n}}>{cities})\s+{_SEASON}\s+session,?\s+(?:of\s+|in\s+)?{year}",
        r"(?:the\s+)?(?P<ordinal{n}>\d{1,3})(?:st|nd|rd|th)\s+annual\s+session",
        rf"(?:la\s+)?session\s+{_SAISON}{place},?\s+(?:de\s+|en\s+)?{year}{place_after}",
        r"(?:la\s+)?(?P<ordinal{n}>\d{1,3})(?:e|\u00e8me|re|\u00e8re)\s+session\s+annuelle",
    ]
    whole = "|".join([form.replace("{n}", str(n)) for n, form in enumerate(forms)])
    return re.compile(rf"\b(?:{whole})", re.IGNORECASE)


def _sessions(text: str, known: Known) -> Iterator[Mention]:
    for match in known.pattern.finditer(text):
        named = {name.rstrip("0123456789"): value for name, value in match.groupdict().items()
                 if value}  # fmt: skip
        where = named.get("city") or named.get("town")
        year = int(named["year"]) if "year" in named else None
        ordinal = int(named["ordinal"]) if "ordinal" in named else None
        season = fold(named.get("season") or named.get("saison") or "annual")
        season = "spring" if "spring" in season or "printemps" in season else "annual"
        hint = None
        if year is not None:
            ref = known.sessions.get((year, season))
        else:
            ref = known.ordinals.get(ordinal or 0)
        if ref is None:
            hint = "the release has no such session"
        elif where and fold(where) not in known.cities[ref]:
            ref, hint = None, f"the {season} session of {year} was not in {where}"
        yield Mention(
            text=match.group(), start=match.start(), end=match.end(), kind=MentionKind.SESSION,
            ref=ref, number=ordinal, year=year, hint=hint,
        )  # fmt: skip
