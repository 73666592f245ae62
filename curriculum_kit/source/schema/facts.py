"""Regulatory facts with their legal basis, dates and history.

The record itself is the newest version; `history` holds the older ones, newest first, without gaps.
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Annotated, Literal

from pydantic import Discriminator, Tag

from curriculum_kit.source.schema.base import (
    Date,
    KebabId,
    MarkdownText,
    Number,
    PlainText,
    Positive,
    Record,
    SnakeId,
    WebAddress,
)


class ScalarValue(Record):
    """One number. `percent` counts as a hundredth in formulas."""

    kind: Literal["scalar"]
    amount: Number
    unit: PlainText


class RangeValue(Record):
    """From `above` (exclusive) up to `up_to` (inclusive); either end may be open."""

    kind: Literal["range"]
    above: Number | None = None
    up_to: Number | None = None
    unit: PlainText


class Tier(Record):
    """A step of a tariff; it holds up to and including `up_to`. The last has none."""

    id: SnakeId
    up_to: Number | None = None
    amount: Number


class TiersValue(Record):
    """A tariff in steps. `whole`: the rate holds for the whole amount; `part`: for the part in the tier."""

    kind: Literal["tiers"]
    unit: PlainText
    threshold_unit: PlainText
    threshold_label: PlainText
    applies_to: Literal["whole", "part"]
    tiers: tuple[Tier, ...]


class TableColumn(Record):
    """A column of a table of facts."""

    id: SnakeId
    label: PlainText
    unit: PlainText | None = None


class CellRange(Record):
    """A range in a cell."""

    above: Number | None = None
    up_to: Number | None = None


def _cell_kind(value: object) -> str:
    if isinstance(value, dict | CellRange):
        return "range"
    try:
        Decimal(str(value))
    except ArithmeticError:
        return "text"
    return "number"


Cell = Annotated[
    Annotated[CellRange, Tag("range")] | Annotated[Number, Tag("number")] | Annotated[PlainText, Tag("text")],
    Discriminator(_cell_kind),
]


class TableRow(Record):
    """A row of a table of facts; `cells` by column id."""

    id: SnakeId
    label: PlainText
    cells: dict[str, Cell]


class TableValue(Record):
    """A table of facts. One cell is `fact-id.row.column`."""

    kind: Literal["table"]
    columns: tuple[TableColumn, ...]
    rows: tuple[TableRow, ...]


class TextValue(Record):
    """A fact in words that fit into a sentence."""

    kind: Literal["text"]
    text: PlainText


class DateValue(Record):
    """A day on which something begins or ends."""

    kind: Literal["date"]
    date: Date


FactValue = Annotated[ScalarValue | RangeValue | TiersValue | TableValue | TextValue | DateValue, Discriminator("kind")]


class FactVersion(Record):
    """An older version of a fact."""

    value: FactValue
    legal_basis: PlainText | None = None
    valid_from: Date | None = None
    valid_until: Date | None = None
    checked_on: Date | None = None
    source_url: WebAddress | None = None
    note: PlainText | None = None


class Fact(Record):
    """A regulatory fact in its newest version."""

    id: KebabId
    title: PlainText
    statement: MarkdownText
    value: FactValue
    legal_basis: PlainText
    valid_from: Date | None = None
    valid_until: Date | None = None
    checked_on: Date
    source_url: WebAddress
    status: Literal["announced", "in_force", "ended", "uncertain"]
    recheck_days: Positive | None = None
    note: PlainText | None = None
    history: tuple[FactVersion, ...] = ()

    def at(self, day: date) -> Fact | FactVersion:
        """The version in force on `day`: the newest that had begun; before all of them the oldest."""
        versions: tuple[Fact | FactVersion, ...] = (self, *self.history)
        for version in versions:
            if version.valid_from is None or version.valid_from <= day:
                return version
        return self.history[-1] if self.history else self


class Facts(Record):
    """`facts.yaml`."""

    facts: tuple[Fact, ...]
