"""A worksheet as it is laid out for one audience: a grid, then single values under headings.

What participants see follows from the mode of the sheet: `practice` shows given values and blanks only, `own` is all
blanks and given values, `example` shows everything. The key (trainers only) shows everything.
"""

from __future__ import annotations

from dataclasses import dataclass

from curriculum_kit.edition.context import EditionContext
from curriculum_kit.source.schema.worksheet import FillAnswer, Worksheet

PRACTICE, EXAMPLE, OWN = "practice", "example", "own"
CURRENCY, PERCENT = "rupiah", "percent"


@dataclass(frozen=True, slots=True)
class CellView:
    """A cell: words to print, or a blank to fill. `field` names the blank in a form; `unit` is printed beside it."""

    text: str
    blank: bool
    field: str
    type: str
    unit: str
    computed: bool


@dataclass(frozen=True, slots=True)
class LineView:
    """A single value below the table."""

    label: str
    cell: CellView


@dataclass(frozen=True, slots=True)
class SectionView:
    """Single values under one heading."""

    title: str
    lines: tuple[LineView, ...]


@dataclass(frozen=True, slots=True)
class ColumnView:
    """A column of the table: heading, type, and its share of the width in percent."""

    label: str
    type: str
    width: int


@dataclass(frozen=True, slots=True)
class SheetView:
    """A worksheet ready to be laid out."""

    id: str
    title: str
    is_key: bool
    mode: str
    columns: tuple[ColumnView, ...]
    rows: tuple[tuple[CellView, ...], ...]
    sections: tuple[SectionView, ...]


def sheet_view(context: EditionContext, module_id: str, sheet_id: str, *, key: bool) -> SheetView:
    """The sheet for participants and trainers alike, or its key (for trainers only: the caller decides)."""
    sheet = context.curriculum.modules[module_id].worksheets[sheet_id].record
    result = context.calculator.sheet(module_id, sheet_id)
    open_book = key or sheet.mode == EXAMPLE
    text = context.calculator.quantity_text

    def cell(address: str, kind: str, type_: str, unit: str | None, answer: str | None = None) -> CellView:
        shown = kind == "given" or open_book
        quantity = result.values.get(address) if shown else None
        words = answer if open_book and answer else text(quantity) if quantity is not None else ""
        blank = not shown
        shown_unit = "rupiah" if type_ == CURRENCY else "%" if type_ == PERCENT else unit or ""
        return CellView(words, blank, f"{sheet_id}.{address}", type_, shown_unit, kind == "computed")

    rows = []
    for row in sheet.rows:
        cells = []
        for column in sheet.columns:
            written = row.cells.get(column.id)
            answer = written.answer if isinstance(written, FillAnswer) else None
            cells.append(cell(f"{row.id}.{column.id}", column.kind, column.type, column.unit, answer))
        rows.append(tuple(cells))
    for number in range(sheet.blank_rows or 0):
        rows.append(
            tuple(
                CellView("", True, f"{sheet_id}.{number + 1}.{column.id}", column.type, "", column.kind == "computed")
                for column in sheet.columns
            )
        )
    sections: list[tuple[str, list[LineView]]] = []
    for single in sheet.cells:
        title = single.section or ""
        if not sections or sections[-1][0] != title:
            sections.append((title, []))
        sections[-1][1].append(
            LineView(single.label, cell(single.id, single.kind, single.type, single.unit, single.answer))
        )
    return SheetView(
        sheet_id,
        sheet.title,
        key,
        sheet.mode,
        _columns(sheet),
        tuple(rows),
        tuple(SectionView(title, tuple(lines)) for title, lines in sections),
    )


def _columns(sheet: Worksheet) -> tuple[ColumnView, ...]:
    """Widths by type: words need more room than numbers. Fixed widths keep the layout of books fast and even."""
    weights = [{"text": 3, CURRENCY: 3, "number": 2, PERCENT: 2}[column.type] for column in sheet.columns]
    if weights and sheet.columns[0].type == "text":
        weights[0] = 4
    total = sum(weights) or 1
    return tuple(
        ColumnView(column.label, column.type, round(100 * weight / total))
        for column, weight in zip(sheet.columns, weights, strict=True)
    )
