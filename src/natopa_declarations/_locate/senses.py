"""Classify differences: what kind they are, and whether they can change the sense."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence

from ..model.quotations import VariantKind
from .tokens import Word

NEGATIONS = frozenset(
    "no not never none nothing nobody nowhere neither nor cannot without unless except hardly"
    " scarcely barely seldom rarely refuse refuses refused fail fails failed deny denies denied"
    " non anti reject rejects rejected oppose opposes opposed lack lacks forbid forbids forbidden"
    " prohibit prohibits prohibited instead rather"
    " ne n pas jamais aucun aucune rien personne nul nulle ni sans sauf excepte' refuse refusent"
    " rejette rejettent interdit interdits".split()
)
QUANTIFIERS = frozenset(
    "all some any every each both either most many much few fewer several certain various only"
    " half majority minority everything something anything everyone everybody someone somebody"
    " anyone entire whole always often sometimes alone"
    " tout toute tous toutes certain certains certaine certaines chaque plusieurs quelque quelques"
    " plupart peu beaucoup seul seule seuls seules seulement moitie' moitie majorite' majorite"
    " toujours souvent parfois".split()
)
MODALS = frozenset(
    "must should shall may might can could will would ought need needs"
    " doit doivent devra devront devrait devraient peut peuvent pourra pourront pourrait"
    " pourraient faut faudra faudrait".split()
)
CONDITIONS = frozenset("if unless until only except si sauf jusque avant".split())
"""Words that state a condition: to leave one out removes the condition."""

NUMBER_WORDS = {
    word: number
    for number, words in enumerate(
        "zero/ze'ro one two/deux three/trois four/quatre five/cinq six seven/sept eight/huit"
        " nine/neuf ten/dix eleven/onze twelve/douze".split()
    )
    for word in words.split("/")
} | dict.fromkeys(
    "hundred thousand million billion trillion cent mille milliard dozen bn tn".split(), -1
)

_ROMAN = re.compile(r"(?=[IVXLC]{2})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})")
_PREFIXES = ("un", "in", "im", "il", "ir", "dis", "non", "anti", "mal")

PLACES = frozenset(
    "albania belgium bulgaria canada croatia czechia denmark estonia finland france germany greece"
    " hungary iceland italy latvia lithuania luxembourg montenegro netherlands norway poland"
    " portugal romania slovakia slovenia spain sweden turkey turkiye kingdom states ukraine russia"
    " belarus georgia moldova armenia azerbaijan china iran iraq israel syria serbia kosovo"
    " afghanistan libya korea taiwan crimea moscow kyiv minsk beijing tehran washington brussels"
    " europe nato russian ukrainian belarusian georgian chinese iranian american european"
    " albanie belgique bulgarie croatie danemark espagne estonie finlande allemagne grece hongrie"
    " islande italie lettonie lituanie norvege pologne roumanie slovaquie slovenie suede turquie"
    " royaume russie moldavie armenie azerbaidjan chine syrie serbie coree crimee moscou otan"
    " russe ukrainien ukrainienne chinois americain europeen".split()
)


def kind_of(
    lemma: Sequence[Word], quoted: Sequence[Word], lemma_text: str, quoted_text: str
) -> VariantKind:
    """Return the kind of the change from the words `lemma` to the words `quoted`."""
    here, there = [word.key for word in lemma], [word.key for word in quoted]
    if here == there:
        return VariantKind.OTHER
    if _polarity(here) != _polarity(there) or _is_negated(here, there):
        return VariantKind.NEGATION
    if _differ(here, there, QUANTIFIERS):
        return VariantKind.QUANTIFIER
    numbers, other_numbers = _numbers(lemma, lemma_text), _numbers(quoted, quoted_text)
    if numbers != other_numbers:
        return VariantKind.NUMBER
    if _differ(here, there, MODALS):
        return VariantKind.MODAL
    names, others = _names(lemma, lemma_text), _names(quoted, quoted_text)
    # Each name of one side may be a word of the other, in another case.
    is_only_case = {*names} <= {*there} and {*others} <= {*here}
    if _romanised(names) != _romanised(others) and not is_only_case:
        return VariantKind.NAME
    return VariantKind.OTHER


def left_out(run: Sequence[Word]) -> tuple[VariantKind, str] | None:
    """Return the first word that an ellipsis may not leave out, and its kind."""
    for number, word in enumerate(run):
        if _is_negation(word.key) and not _is_label(run, number):
            return VariantKind.NEGATION, word.key
        if word.key in CONDITIONS:
            return VariantKind.QUANTIFIER, word.key
        if len(run) <= 2 and word.key in MODALS and not word.key.startswith("need"):
            return VariantKind.MODAL, word.key
        if len(run) <= 2 and word.key in QUANTIFIERS and not word.key.startswith("any"):
            return VariantKind.QUANTIFIER, word.key
    return None


def negation_before(run: Sequence[Word], text: str, start: int) -> str | None:
    """Return the negation directly before the word `start`, which a quotation cuts off."""
    first = max(0, start - 3)
    for number in range(start - 1, first - 1, -1):
        if not text[run[number].end : run[number + 1].start].isspace():
            return None
        key = run[number].key
        if _is_negation(key) and not _is_label(run, number):
            return text[run[number].start : run[number].end]
    return None


def _is_negation(key: str) -> bool:
    return key in NEGATIONS or key.endswith("n't")


def _is_label(run: Sequence[Word], number: int) -> bool:
    """Say whether a word is the "no" before a number, as in No. 5."""
    return run[number].key == "no" and number + 1 < len(run) and run[number + 1].is_number


def _differ(here: Iterable[str], there: Iterable[str], of: Collection[str]) -> bool:
    """Say whether the two sides have different words of one class."""
    return sorted([word for word in here if word in of]) != sorted(
        [word for word in there if word in of]
    )


def _polarity(run: Iterable[str]) -> frozenset[str]:
    """Return the negations; "don't" equals "do not", and so do "ne" and "n'" with "pas"."""
    plain = {"ne", "n", "pas", "not", "cannot"}
    found = [word for word in run if _is_negation(word)]
    return frozenset(["not" if word in plain or word.endswith("n't") else word for word in found])


def _is_negated(here: Iterable[str], there: Iterable[str]) -> bool:
    """Say whether a word of one side is a word of the other with a negative prefix."""
    ours, theirs = set(here), set(there)
    for word in ours ^ theirs:
        other = theirs if word in ours else ours
        for prefix in _PREFIXES:
            if word.startswith(prefix) and word.removeprefix(prefix) in other:
                return True
    return False


def _numbers(run: Iterable[Word], text: str) -> list[str]:
    """Return the numbers, Roman ones too; number words become figures where known."""
    found = []
    for word in run:
        is_roman = _ROMAN.fullmatch(text, word.start, word.end)
        if word.is_number or word.key in {"%", "\u2030"} or is_roman:
            found.append(word.key)
        elif word.key in NUMBER_WORDS:
            value = NUMBER_WORDS[word.key]
            found.append(word.key if value < 0 else str(value))
    return found


def _names(run: Sequence[Word], text: str) -> list[str]:
    """Return the names: words in capitals within a sentence, and known places."""
    found = []
    for word in run:
        first = text[word.start : word.start + 1]
        before = text[: word.start].rstrip(" \u00a0\"'\u201c\u2018\u00ab(")
        begins = not before or before[-1] in ".!?:\n\u2026"
        whole = text[word.start : word.end]
        is_capital = first.isupper() and (not begins or (len(whole) > 1 and whole.isupper()))
        if (is_capital and not text.isupper()) or word.key in PLACES:
            found.append(word.key)
    return found


def _romanised(names: Iterable[str]) -> list[str]:
    """Return names without the letters in which transliterations differ."""
    found = []
    for name in names:
        letters = name.replace("j", "i").replace("y", "i").replace("kh", "h")
        found.append("".join([c for n, c in enumerate(letters) if c != letters[n - 1 : n]]))
    return [name.replace("ie", "e") for name in found]
