"""An amount with its type and unit: what a cell, a number of a case or a fact comes to."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from curriculum_kit.indonesian import amount_text
from curriculum_kit.source.schema.worksheet import CellType
from curriculum_kit.worksheets.evaluate import Amount

_NUMBER = re.compile(r"-?\d{1,18}(\.\d{1,9})?", re.ASCII)


@dataclass(frozen=True, slots=True)
class Quantity:
    """An amount as formulas count it: 25 percent is `Decimal("0.25")`, rupiah are rupiah, text is `str`.

    `amount` is None for an empty blank, and for a cell that cannot be computed because of an author's mistake.
    `unit` is the word after a plain number (`kg`); rupiah and percent are told by `type`.
    """

    amount: Amount | None
    type: CellType
    unit: str | None = None


def quantity_text(quantity: Quantity) -> str:
    """The quantity as it is printed: `Rp5.000`, `25%`, `24 kg`, `1,5`, a text as it is, nothing for None."""
    amount = quantity.amount
    if amount is None or isinstance(amount, str):
        return amount or ""
    if quantity.type == "percent":
        return amount_text(amount.scaleb(2), "percent")
    return amount_text(amount, "rupiah" if quantity.type == "rupiah" else quantity.unit)


def measured(amount: Decimal, unit: str | None) -> Quantity:
    """The quantity of a number with the unit that the source files give: `rupiah`, `percent` or a word."""
    if unit == "rupiah":
        return Quantity(amount, "rupiah")
    if unit == "percent":
        return Quantity(hundredth(amount), "percent")
    return Quantity(amount, "number", unit)


def written_amount(written: str, type_: CellType) -> Amount | None:
    """What a typed cell value counts as (`25` in a percent cell is 0.25); None when it is no number but must be."""
    if type_ == "text":
        return written
    if not _NUMBER.fullmatch(written):
        return None
    return hundredth(Decimal(written)) if type_ == "percent" else Decimal(written)


def hundredth(amount: Decimal) -> Decimal:
    """Percent as formulas count it."""
    return amount.scaleb(-2)
