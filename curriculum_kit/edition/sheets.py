"""A worksheet as it is laid out for one audience: a grid, then single values under headings.

What participants see follows from the mode of the sheet (`worksheets.visible`). The key, for trainers only, shows
everything.
"""

from __future__ import annotations

from dataclasses import dataclass

from curriculum_kit.edition.context import EditionContext
from curriculum_kit.source.schema.worksheet import CellKind, Worksheet
from curriculum_kit.worksheets import visible

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
    text = context.calculator.quantity_text

    def cell(address: str, kind: CellKind, type_: str, unit: str | None) -> CellView:
        shown = key or visible(sheet, kind)
        quantity = result.values.get(address) if shown else None
        return CellView(
            text=text(quantity) if quantity is not None else "",
            blank=not shown,
            field=f"{sheet_id}.{address}",
            type=type_,
            unit="rupiah" if type_ == CURRENCY else "%" if type_ == PERCENT else unit or "",
            computed=kind == "computed",
        )

    rows = [
        tuple(cell(f"{row.id}.{column.id}", column.kind, column.type, column.unit) for column in sheet.columns)
        for row in sheet.rows
    ]
    rows += [
        tuple(
            CellView(
                text="",
                blank=True,
                field=f"{sheet_id}.{number + 1}.{column.id}",
                type=column.type,
                unit="",
                computed=column.kind == "computed",
            )
            for column in sheet.columns
        )
        for number in range(sheet.blank_rows or 0)
    ]
    sections: list[tuple[str, list[LineView]]] = []
    for single in sheet.cells:
        title = single.section or ""
        if not sections or sections[-1][0] != title:
            sections.append((title, []))
        sections[-1][1].append(LineView(single.label, cell(single.id, single.kind, single.type, single.unit)))
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
    weights = [
        {"text": 3, CURRENCY: 4, "number": 3 if column.unit else 2, PERCENT: 2}[column.type] for column in sheet.columns
    ]
    if weights and sheet.columns[0].type == "text":
        weights[0] = 4
    total = sum(weights) or 1
    return tuple(
        ColumnView(column.label, column.type, round(100 * weight / total))
        for column, weight in zip(sheet.columns, weights, strict=True)
    )
