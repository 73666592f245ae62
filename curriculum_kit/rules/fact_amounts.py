"""Amounts in facts and in text: what a number typed by hand may have been copied from."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from curriculum_kit.source.schema.facts import (
    CellRange,
    Fact,
    FactValue,
    RangeValue,
    ScalarValue,
    TableValue,
    TiersValue,
)

SMALLEST = Decimal(1_000_000)
"""Rupiah. Smaller amounts are prices of everyday life that equal a fee by chance."""

AMOUNT = re.compile(
    r"\bRp\.?\s?(?P<rupiah>\d{1,3}(?:\.\d{3})+|\d+)(?:,(?P<part>\d+))?(?!\d)(?:\s?(?P<scale>ribu|juta|miliar))?"
    r"|(?<![\d.,])(?P<percent>\d+(?:,\d+)?)\s?(?:%|persen\b)"
)
_SCALES = {None: 1, "ribu": 1_000, "juta": 1_000_000, "miliar": 1_000_000_000}
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_SMALL_WORDS = frozenset({"untuk", "yang", "bagi", "dengan", "pada", "dari", "sampai", "atau", "luar", "dalam", "lain"})
_EVERYDAY = frozenset({
    "usaha", "omzet", "setahun", "sebulan", "hasil", "penjualan", "modal", "harga", "biaya", "bagian", "orang",
    "bidang", "pekerja", "layanan", "memakai", "pemakaian", "tertentu", "laba",
})  # fmt: skip
"""Words of titles that every story of money uses; alone they do not show that a fact is meant."""

Key = tuple[str, Decimal]
"""`rupiah` or `percent`, and the amount."""


@dataclass(frozen=True, slots=True)
class KnownAmount:
    """An amount of a fact, the role that prints it, and the words of its title."""

    role: str
    number: int
    words: frozenset[str]
    marks: frozenset[str]

    def is_meant(self, sentence: str) -> bool:
        """Whether a sentence speaks about the fact: an abbreviation of its title, or two of its words, one telling."""
        words = set(_WORD.findall(sentence))
        if self.marks & words:
            return True
        common = self.words & {word.lower() for word in words}
        return len(common) > 1 and not common <= _EVERYDAY


def known_amounts(fact: Fact, number: int, day: date) -> Iterator[tuple[Key, KnownAmount]]:
    """The amounts of a fact as it is on `day`."""
    title = _WORD.findall(fact.title)
    long = 4
    words = frozenset(word.lower() for word in title if len(word) >= long) - _SMALL_WORDS
    marks = frozenset(word for word in title if sum(letter.isupper() for letter in word) > 1)
    for address, unit, amount in _amounts(fact.at(day).value):
        if unit == "percent" or (unit == "rupiah" and amount >= SMALLEST):
            role = f"{{fact}}`{fact.id}{address}`"
            yield (unit, amount), KnownAmount(role, number, words, marks)


def typed_amount(match: re.Match[str]) -> Key:
    """The amount that a match of `AMOUNT` means."""
    if match["percent"]:
        return "percent", Decimal(match["percent"].replace(",", "."))
    number = Decimal(match["rupiah"].replace(".", "") + (f".{match['part']}" if match["part"] else ""))
    return "rupiah", number * _SCALES[match["scale"]]


def _amounts(value: FactValue) -> Iterator[tuple[str, str | None, Decimal]]:
    """Address within the fact, unit and amount."""
    if isinstance(value, ScalarValue):
        yield "", value.unit, value.amount
    elif isinstance(value, RangeValue):
        yield from (("", value.unit, end) for end in (value.above, value.up_to) if end is not None)
    elif isinstance(value, TiersValue):
        yield from ((f".{tier.id}", value.unit, tier.amount) for tier in value.tiers)
        limits = (tier.up_to for tier in value.tiers)
        yield from (("", value.threshold_unit, limit) for limit in limits if limit is not None)
    elif isinstance(value, TableValue):
        yield from _of_table(value)


def _of_table(value: TableValue) -> Iterator[tuple[str, str | None, Decimal]]:
    units = {column.id: column.unit for column in value.columns}
    for row in value.rows:
        for column, cell in row.cells.items():
            ends = (cell.above, cell.up_to) if isinstance(cell, CellRange) else (cell,)
            numbers = (end for end in ends if isinstance(end, Decimal))
            yield from ((f".{row.id}.{column}", units.get(column), number) for number in numbers)
