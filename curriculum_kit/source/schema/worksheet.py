"""A worksheet: one table and single cells below it.

A typed value that begins with `=` is a formula; `formula` has no `=`. The language: `curriculum_kit.worksheets`.
"""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from curriculum_kit.source.schema.base import MarkdownText, PlainText, Positive, Record, SnakeId

CellType = Literal["text", "number", "rupiah", "percent"]
CellKind = Literal["given", "fill", "computed"]


class FillAnswer(Record):
    """What belongs into a blank of a practice sheet. Trainer-only."""

    answer: PlainText


class Column(Record):
    """A column of the table. In a column formula a column's name is the value of the same row."""

    id: SnakeId
    label: PlainText
    type: CellType
    unit: PlainText | None = None
    kind: CellKind
    formula: PlainText | None = None


class Row(Record):
    """A row of the table; `cells` by column id: a value, `=` and a formula, or the answer of a blank."""

    id: SnakeId
    cells: dict[str, PlainText | FillAnswer] = Field(default_factory=dict)


class SheetCell(Record):
    """A single value below the table, under the heading `section`."""

    id: SnakeId
    section: PlainText | None = None
    label: PlainText
    type: CellType
    unit: PlainText | None = None
    kind: CellKind
    value: PlainText | None = None
    formula: PlainText | None = None
    answer: PlainText | None = None


class Worksheet(Record):
    """`worksheets/<id>.yaml`."""

    title: PlainText
    mode: Literal["practice", "example", "own"]
    instructions: MarkdownText
    columns: tuple[Column, ...] = ()
    rows: tuple[Row, ...] = ()
    blank_rows: Positive | None = None
    cells: tuple[SheetCell, ...] = ()
