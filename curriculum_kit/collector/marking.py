"""Whether what was filled in is right."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Context, Decimal
from enum import StrEnum

from curriculum_kit.collector.amounts import parse_amount
from curriculum_kit.collector.keys import Key
from curriculum_kit.edition.form import TICKED, FormField
from curriculum_kit.worksheets.evaluate import Amount
from curriculum_kit.worksheets.quantity import hundredth

_WIDE = Context(prec=60, rounding=ROUND_HALF_UP)
_TOLERANCE = Decimal("0.01")


class Verdict(StrEnum):
    """What is said of a value. `REVIEW` is for people to decide: words, and what is no number but should be."""

    RIGHT = "benar"
    WRONG = "salah"
    REVIEW = "periksa"
    EMPTY = "kosong"
    MISSING = "tidak ada"
    """The book has no such field: it is of another version."""


def typed(field: FormField, written: str) -> Amount:
    """A value with its type: a number where one is asked for and one was written, otherwise the words.

    Percent become hundredths, as in worksheets. A box that is ticked says so, whatever the program calls that.
    """
    if field.kind == "tick":
        return TICKED if written else ""
    number = parse_amount(written, field.unit) if field.kind == "number" else None
    if number is None:
        return written
    return hundredth(number) if field.unit == "%" else number


def verdict(value: Amount | None, key: Key) -> Verdict:
    """What is to be said of a value that has a key. None is a field that the book has not."""
    if value is None:
        return Verdict.MISSING
    if value == "":
        return Verdict.EMPTY
    if isinstance(key.amount, Decimal):
        if not isinstance(value, Decimal):
            return Verdict.REVIEW
        return Verdict.RIGHT if is_close(value, key.amount) else Verdict.WRONG
    if _bare(str(value)) == _bare(key.amount):
        return Verdict.RIGHT
    return Verdict.WRONG if key.is_letter else Verdict.REVIEW


def is_close(value: Decimal, key: Decimal) -> bool:
    """Whether a number is the right one, or that one rounded to the decimals that were written, by a hundredth at most.

    Whole numbers are not rounded further: "1,5 juta" is not 1.512.000.
    """
    exponent = value.as_tuple().exponent
    decimals = min(exponent, 0) if isinstance(exponent, int) else 0
    rounded = key.quantize(Decimal(1).scaleb(decimals), context=_WIDE)
    return value == key or (value == rounded and abs(value - key) <= abs(key) * _TOLERANCE)


def _bare(words: str) -> str:
    return " ".join(words.casefold().split()).rstrip(".")
