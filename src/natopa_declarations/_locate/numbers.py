"""Numbers in a text: their pattern, and the form in which they are compared."""

from __future__ import annotations

import re
import unicodedata
from typing import final

from .readable import FILL

_J = f"{FILL}*"
_DASH = "-\u2010-\u2015\u2212"
_THIN = " \u00a0\u2009\u202f'\u2019"
_RAISED = "\u2070\u00b9\u00b2\u00b3\u2074-\u2079\u207a\u207b"
_LOWERED = "\u2080-\u2089"
_MONEY = rf"(?:US{_J}\$|[$\u00a2-\u00a5\u20a0-\u20bf]|(?:EUR|GBP|USD|UAH|CHF)(?![^\W_]))"

_GROUPED = rf"\d{{1,3}}(?:(?:,{_J}\d{{3}})+|(?:[{_THIN}]{_J}\d{{3}})+)(?!\d)(?:[.,]{_J}\d+)?"
_PLAIN = rf"\d+(?:[.,]{_J}\d+)*"
_ONE = rf"(?:{_GROUPED}|{_PLAIN}|(?<![^\W_])(?<![.,])\.\d+)"
_BETWEEN = rf"(?:{_J}[{_DASH}/\u2044\u2215:]{_J}|[^\S\n][{_DASH}][^\S\n])"

NUMBER = (
    # A hyphen is a minus if nothing precedes it and a figure follows directly.
    rf"(?:(?:(?<![^\W_])(?<![)\]%{FILL}])[{_DASH}]|[+\u00b1\u2212]{_J}[^\S\n]?"
    rf"|(?<!<)[<>\u2264\u2265\u2248~=\u00a7]{_J}[^\S\n]?){_J}){{0,2}}"
    rf"(?:{_MONEY}{_J}[^\S\n]?{_J})?"
    rf"{_ONE}(?:{_BETWEEN}{_ONE})*"
    rf"(?:{_J}\^{_J}[-+\u2212]?\d+|[{_RAISED}]+|[{_LOWERED}]+)?"
    rf"(?:{_J}[^\S\n]?{_J}{_MONEY}(?!{_J}[^\S\n]?{_J}\d))?"
    rf"(?:{_J}[^\S\n]?\u00b0|\+(?![^\W_]))?"
)
"""The pattern of a number with its sign, currency, power and degrees; a range is one number."""

NUMERAL = "[\u00bc-\u00be\u2150-\u215f\u2189\u2460-\u249b\u24ea\u24f5-\u24fe\u2776-\u2793]"
"""The pattern of one character that is a number by itself, such as a half."""

_SUPERSCRIPT = re.compile(rf"[{_RAISED}]+")
_SUBSCRIPT = re.compile(rf"[{_LOWERED}]+")
_UNIFORM = str.maketrans(
    dict.fromkeys(map(chr, [*range(0x2010, 0x2016), 0x2212]), "-")
    | {"\u2044": "/", "\u2215": "/", FILL: None}
)
_CODES = {"EUR": "\u20ac", "GBP": "\u00a3", "USD": "US$", "UAH": "\u20b4"}
_COMPONENT = re.compile(_ONE)
_AMOUNT = re.compile(_MONEY)


@final
class Numbers(dict[str, str]):
    """The form in which each number seen so far is compared."""

    def __missing__(self, number: str) -> str:
        plain = number.isascii() and number.isdigit()
        found = self[number] = number if plain else _one_form(number)
        return found


def _one_form(number: str) -> str:
    """Return the form in which a number is compared.

    >>> [_one_form(n) for n in ("1,500", "1 500", "3,5", "EUR 40", "40 \u20ac", "10\u00b2")]
    ['1500', '1500', '3.5', '\u20ac40', '\u20ac40', '10^2']
    """
    if len(number) == 1 and not number.isdecimal():
        return unicodedata.normalize("NFKC", number).replace("\u2044", "/").rstrip(".")
    number = _SUPERSCRIPT.sub(lambda m: "^" + unicodedata.normalize("NFKC", m.group()), number)
    number = _SUBSCRIPT.sub(lambda m: "_" + unicodedata.normalize("NFKC", m.group()), number)
    number = number.translate(_UNIFORM)
    if not number.isascii():
        number = "".join([str(unicodedata.decimal(c, c)) for c in number])
    money = _AMOUNT.search(number)
    if money:
        number = _AMOUNT.sub("", number, count=1)
    number = _COMPONENT.sub(lambda match: _value(match.group()), number)
    number = "".join(number.split())
    if not money:
        return number
    code = money.group()
    return _CODES.get(code, code) + number


def _value(number: str) -> str:
    """Return one number without separators of groups, with a decimal point."""
    if number.startswith("."):
        return f"0{number}"
    number = re.sub(rf"(?<=\d)[{_THIN}](?=\d)", "", number)
    if re.fullmatch(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?", number):
        return number.replace(",", "")
    if re.fullmatch(r"\d{1,3}(?:\.\d{3}){2,}(?:,\d+)?", number):
        return number.replace(".", "").replace(",", ".")
    return number.replace(",", ".") if re.fullmatch(r"\d+,\d+", number) else number
