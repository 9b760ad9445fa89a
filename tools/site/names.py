"""The English names of countries and languages, from CLDR."""

from __future__ import annotations

from babel import Locale

ENGLISH = Locale.parse("en")


def named(field: str, code: str) -> str:
    """Return the name of a country or a language, or the code where it has none.

    >>> named("country", "BG"), named("language", "uk"), named("country", "nowhere")
    ('Bulgaria', 'Ukrainian', 'nowhere')
    """
    names = ENGLISH.languages if field == "language" else ENGLISH.territories
    return str(names.get(code.replace("-", "_"), code))
