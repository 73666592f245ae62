"""How numbers are written in Indonesian, for the rules of language."""

from __future__ import annotations

import re

LARGE = r"ribu|juta|miliar|triliun"
"""Words for thousands and more; a number before them is small and may have decimals."""

_BEFORE_LARGE = re.compile(rf"\s*(?:{LARGE})\b")
_ENGLISH = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d{1,2})?")
_SHORT_DECIMALS = re.compile(r"\d+\.\d{1,2}")


def in_indonesian(number: str, *, after: str = "") -> str:
    """An amount of money with points between thousands and a comma before decimals. `after` is what follows it."""
    if _SHORT_DECIMALS.fullmatch(number):
        number = number.replace(".", ",")
    if _BEFORE_LARGE.match(after):
        return number
    if _ENGLISH.fullmatch(number):
        return swapped(number)
    whole, comma, decimals = number.partition(",")
    return (grouped(whole) if whole.isdigit() else whole) + comma + decimals


def swapped(number: str) -> str:
    """A number whose commas become points and the other way round."""
    return number.translate(str.maketrans(",.", ".,"))


def grouped(digits: str) -> str:
    """Digits with points between thousands."""
    return f"{int(digits):,}".replace(",", ".") if not digits.startswith("0") else digits
