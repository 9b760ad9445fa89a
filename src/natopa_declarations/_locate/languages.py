"""Guess the language or script of a text from its letters and commonest words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection

_SCRIPTS = {
    "Grek": (0x370, 0x3FF), "Cyrl": (0x400, 0x52F), "Armn": (0x530, 0x58F),
    "Hebr": (0x590, 0x5FF), "Arab": (0x600, 0x6FF), "Deva": (0x900, 0x97F),
    "Thai": (0xE00, 0xE7F), "Geor": (0x10A0, 0x10FF), "Hira": (0x3040, 0x309F),
    "Kana": (0x30A0, 0x30FF), "Hani": (0x4E00, 0x9FFF), "Hang": (0xAC00, 0xD7AF),
}  # fmt: skip
_OF_SCRIPT = {
    "Grek": "el", "Cyrl": "be bg kk mk mn ru sr uk", "Armn": "hy", "Hebr": "he",
    "Arab": "ar fa ur", "Deva": "hi", "Thai": "th", "Geor": "ka", "Hira": "ja", "Kana": "ja",
    "Hani": "ja zh", "Hang": "ko",
}  # fmt: skip
_LETTERS = {"uk": "іїєґ", "ru": "ыэъё"}

_COMMONEST = {
    "en": "the of and to in that is for with be on as by are it its not we from have this has",
    "fr": "le la les de des du et à en un une que qui dans pour par est sur au aux ne pas nous",
    "de": "der die das und zu den von mit ist für im dem ein eine nicht auf wir sich auch als",
    "es": "el la los las de del y a en un una que por para con es no se al su nos como",
    "it": "il la i le di del della e a in un una che per con è non si al dei sono come",
    "pt": "o a os as de do da e em um uma que por para com é não se ao dos nos como",
    "nl": "de het een en van in op te dat is voor met niet zijn aan wij ook als door",
    "pl": "i w na z do że się nie jest o to jak przez dla od oraz być po ich",
}
_LANGUAGES: dict[str, list[str]] = {}
for _language, _common in _COMMONEST.items():
    for _word in _common.split():
        _LANGUAGES.setdefault(_word, []).append(_language)
_LEAST = 3
"""How many of the commonest words a text must contain to reveal its language."""


def not_held(text: str, searched: Collection[str]) -> str | None:
    """Return the language or script of `text`, if it is recognised and not among `searched`.

    >>> not_held("Ми не маємо часу", ["en"]), not_held("We have no time for it", ["en"])
    ('uk', None)
    """
    known = {language.partition("-")[0] for language in searched}
    script = _script(text)
    if script is not None:
        for language, letters in _LETTERS.items():
            if not {*letters}.isdisjoint(text.casefold()):
                return None if language in known else language
        return script if known.isdisjoint(_OF_SCRIPT[script].split()) else None
    found = text.casefold().replace("\u2019", " ").replace("'", " ").split()
    counts = Counter([language for word in found for language in _LANGUAGES.get(word, ())])
    most = max(counts.values(), default=0)
    leading = [language for language, count in counts.items() if count == most]
    if most < _LEAST or len(leading) > 1 or leading[0] in known:
        return None
    return leading[0]


def _script(text: str) -> str | None:
    """Return the script of most letters, or None if that is Latin or unknown."""
    letters = [ord(letter) for letter in text if letter.isalpha()]
    for script, (first, last) in _SCRIPTS.items():
        if 2 * sum(first <= letter <= last for letter in letters) > len(letters):
            return script
    return None
