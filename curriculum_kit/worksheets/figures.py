"""Numbers and words from outside a worksheet: those of the cases, and the regulatory facts on a given day."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date
from decimal import Decimal
from functools import cached_property

from curriculum_kit.indonesian import amount_text, date_text, range_text
from curriculum_kit.source.curriculum import Curriculum
from curriculum_kit.source.schema.facts import (
    CellRange,
    DateValue,
    Fact,
    FactValue,
    RangeValue,
    ScalarValue,
    TableValue,
    TextValue,
    Tier,
    TiersValue,
)
from curriculum_kit.worksheets.quantity import Quantity, measured

_ADDRESS = re.compile(r"(?P<path>[a-z0-9-]+(?:\.[a-z0-9_]+){0,2})(?:@(?P<day>\d{4}-\d{2}-\d{2}))?", re.ASCII)


class Figures:
    """The cases and facts of a curriculum, as they are on `as_of`."""

    def __init__(self, curriculum: Curriculum, as_of: date) -> None:
        self.as_of = as_of
        self._facts = curriculum.facts()
        self._cases = {
            f"{case_id}.{value.id}": measured(value.amount, value.unit)
            for case_id, source in curriculum.cases.items()
            for value in source.record.values
        }

    def case(self, address: str) -> Quantity | None:
        """The number `case-id.value` of the story."""
        return self._cases.get(address)

    def fact_number(self, address: str) -> Quantity | None:
        """The fact `id`, `id.tier` or `id.row.column` when it is one number."""
        fact_id, *path = address.split(".")
        fact = self._facts.get(fact_id)
        return _number(fact.at(self.as_of).value, path) if fact else None

    def fact_text(self, address: str) -> str | None:
        """The fact in words (see `Calculator.fact_text`)."""
        match = _ADDRESS.fullmatch(address)
        if not match:
            return None
        fact_id, *path = match["path"].split(".")
        fact = self._facts.get(fact_id)
        day = _day(match["day"]) if match["day"] else self.as_of
        return _words(fact.at(day).value, path) if fact and day else None

    @cached_property
    def case_addresses(self) -> frozenset[str]:
        """All addresses of numbers of the cases."""
        return frozenset(self._cases)

    @cached_property
    def fact_addresses(self) -> frozenset[str]:
        """All addresses of facts and their parts on `as_of`, numbers or not."""
        return frozenset(address for fact in self._facts.values() for address in _addresses(fact, self.as_of))


def _day(written: str) -> date | None:
    try:
        return date.fromisoformat(written)
    except ValueError:
        return None


def _addresses(fact: Fact, day: date) -> Iterator[str]:
    yield fact.id
    value = fact.at(day).value
    if isinstance(value, TiersValue):
        for tier in value.tiers:
            yield f"{fact.id}.{tier.id}"
    if isinstance(value, TableValue):
        for row in value.rows:
            for column_id in row.cells:
                yield f"{fact.id}.{row.id}.{column_id}"


def _number(value: FactValue, path: Sequence[str]) -> Quantity | None:
    match value, path:
        case ScalarValue(), []:
            return measured(value.amount, value.unit)
        case TiersValue(), [tier_id]:
            tier = next((tier for tier in value.tiers if tier.id == tier_id), None)
            return measured(tier.amount, value.unit) if tier else None
        case TableValue(), [row_id, column_id]:
            cell, unit = _table_cell(value, row_id, column_id)
            return measured(cell, unit) if isinstance(cell, Decimal) else None
    return None


def _words(value: FactValue, path: Sequence[str]) -> str | None:
    words: str | None = None
    match value, path:
        case ScalarValue(), []:
            words = amount_text(value.amount, value.unit)
        case RangeValue(), []:
            words = range_text(value.above, value.up_to, value.unit)
        case TextValue(), []:
            words = value.text
        case DateValue(), []:
            words = date_text(value.date)
        case TiersValue(), []:
            words = _tariff(value)
        case TiersValue(), [tier_id]:
            tier = next((tier for tier in value.tiers if tier.id == tier_id), None)
            words = amount_text(tier.amount, value.unit) if tier else None
        case TableValue(), [row_id, column_id]:
            cell, unit = _table_cell(value, row_id, column_id)
            if isinstance(cell, CellRange):
                words = range_text(cell.above, cell.up_to, unit)
            else:
                words = amount_text(cell, unit) if isinstance(cell, Decimal) else cell
    return words


def _table_cell(table: TableValue, row_id: str, column_id: str) -> tuple[CellRange | Decimal | str | None, str | None]:
    """The cell (None when there is none) and the unit of its column."""
    unit = next((column.unit for column in table.columns if column.id == column_id), None)
    row = next((row for row in table.rows if row.id == row_id), None)
    return (row.cells.get(column_id) if row else None), unit


def _tariff(value: TiersValue) -> str:
    """A tariff as a phrase: `0% untuk satu pembayaran sampai dengan Rp500.000 dan 0,3% di atasnya`."""
    steps: list[str] = []
    above: Decimal | None = None
    for tier in value.tiers:
        steps.append(_step(value, tier, above, first=not steps))
        above = tier.up_to
    # The steps hold decimal commas: from three on they are kept apart by semicolons.
    return " dan ".join(steps) if len(steps) <= 2 else f"{'; '.join(steps[:-1])}; dan {steps[-1]}"  # noqa: PLR2004


def _step(value: TiersValue, tier: Tier, above: Decimal | None, *, first: bool) -> str:
    rate = amount_text(tier.amount, value.unit)
    part = "bagian " if value.applies_to == "part" else ""
    if first:
        limits = f" {range_text(None, tier.up_to, value.threshold_unit)}" if tier.up_to is not None else ""
        return f"{rate} untuk {part}{value.threshold_label}{limits}"
    for_part = f"untuk {part}" if part else ""
    if tier.up_to is None:
        return f"{rate} {for_part}di atasnya"
    return f"{rate} {for_part}{range_text(above, tier.up_to, value.threshold_unit)}"
