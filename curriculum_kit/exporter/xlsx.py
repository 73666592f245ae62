"""Worksheets as spreadsheets: `unduhan/<module>/lembar/<sheet>.xlsx`, for trainers `<sheet>-kunci.xlsx` as well.

Sheets of mode `own` and `example` carry their formulas, with results that previews show. A practice sheet carries given
values and blanks: no formula and no result, unless it is the key. Other sheets that the formulas name come along in the
same file. The same input gives the same bytes.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from decimal import Decimal
from pathlib import Path

from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet as Page

from curriculum_kit.audience import Audience
from curriculum_kit.edition.context import EditionContext
from curriculum_kit.edition.live_sheets import SheetPlace, shown_sheets
from curriculum_kit.source.curriculum import LoadedModule
from curriculum_kit.texts import said
from curriculum_kit.worksheets import Calculator, Formula, Slot, visible
from curriculum_kit.worksheets.evaluate import Amount
from curriculum_kit.worksheets.spreadsheet import Grid, spreadsheet_formula
from curriculum_kit.worksheets.tree import Reference, walk

LONG_AGO = datetime(2000, 1, 1, tzinfo=UTC)
"""A date of making that says nothing."""
HEAD = 4
"""The row of the heads: title, hint and a free row stand above."""
A4 = 9
NARROW, WIDE, LABEL = 16, 28, 44
"""Widths of columns in letters: numbers, words, labels of single values."""
LINE = 15
"""The height of a line in points."""
RUPIAH = "[$Rp-421]#,##0;-[$Rp-421]#,##0"
HINTS = {
    "own": "Isilah sel yang berwarna. Sel lain dihitung sendiri.",
    "practice": "Isilah sel yang berwarna.",
    "example": "Contoh: semua nilai dan rumusnya terlihat.",
    "key": "Kunci jawaban, untuk pelatih.",
}


@dataclass(frozen=True, slots=True)
class SheetFile:
    """A file that was written: its module, its address from the root of the site, and what it holds."""

    module_id: str
    address: str
    title: str


def write_sheets(context: EditionContext, out: Path) -> tuple[SheetFile, ...]:
    """Write the files of one audience below `out`, the root of its site; those of a module as its sessions show them.

    Participants get the sheets that sessions show; trainers get all, and the keys of practice sheets.
    """
    return tuple(file for module in context.curriculum.offered() for file in _write_module(context, module, out))


def _write_module(context: EditionContext, module: LoadedModule, out: Path) -> Iterator[SheetFile]:
    places = shown_sheets(module)
    is_trainer = context.audience is Audience.TRAINER
    book = SheetBook(context.calculator, module, places)
    for sheet_id in dict.fromkeys([*places, *module.worksheets]):
        if sheet_id not in places and not is_trainer:
            continue
        keys = (False, True) if is_trainer and module.worksheets[sheet_id].record.mode == "practice" else (False,)
        for key in keys:
            address = f"unduhan/{module.id}/lembar/{sheet_id}{'-kunci' if key else ''}.xlsx"
            target = out / address
            target.parent.mkdir(parents=True, exist_ok=True)
            book.write(sheet_id, target, key=key)
            yield SheetFile(
                module.id, address, f"{said('Kunci')}: {book.title(sheet_id)}" if key else book.title(sheet_id)
            )


@dataclass(frozen=True, slots=True)
class SheetBook:
    """The sheets of a module, ready to be written into files."""

    calculator: Calculator
    module: LoadedModule
    places: Mapping[str, SheetPlace]

    def write(self, sheet_id: str, target: Path, *, key: bool) -> None:
        """Write one sheet, with the others that its formulas name."""
        ids = self.needed(sheet_id, key=key)
        grids = {
            each: Grid(each, layout, HEAD) for each in ids if (layout := self.calculator.layout(self.module.id, each))
        }
        with Workbook(target, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}) as book:
            book.set_properties({"title": self.module.worksheets[sheet_id].record.title, "created": LONG_AGO})
            formats = Formats(book)
            for grid in grids.values():
                _Page(self, grids, grid, key, book.add_worksheet(grid.id), formats).write()

    def title(self, sheet_id: str) -> str:
        """What stands above a sheet: "Lembar kerja 5.2: Menghitung HPP", as in the session that shows it."""
        title = self.module.worksheets[sheet_id].record.title
        return f"{self.places[sheet_id].label}: {title}" if sheet_id in self.places else title

    def needed(self, sheet_id: str, *, key: bool) -> list[str]:
        """The sheet and all that are named by formulas which are written, directly or through others."""
        found = [sheet_id]
        for each in found:  # grows while it is read
            layout = self.calculator.layout(self.module.id, each)
            for formula in layout.formulas() if layout else ():
                if formula.tree is None or not self.has_formula(each, formula, key=key):
                    continue
                for node in walk(formula.tree):
                    other = node.address.split(".")[0] if isinstance(node, Reference) and node.home == "SHEET" else each
                    if other not in found:
                        found.append(other)
        return found

    def has_formula(self, sheet_id: str, formula: Formula, *, key: bool) -> bool:
        """Whether a formula is written as such. What is given is given as a value."""
        return formula.kind == "computed" and (key or self.module.worksheets[sheet_id].record.mode != "practice")

    def number_of(self, reference: Reference) -> Amount:
        """What a case or fact comes to."""
        quantity = self.calculator.number(reference)
        return quantity.amount if quantity and quantity.amount is not None else Decimal(0)


class Formats:
    """The formats of cells of one file, each made once."""

    def __init__(self, book: Workbook) -> None:
        """Formats belong to a file."""
        self._book = book
        self._made: dict[tuple[tuple[str, object], ...], Format] = {}

    def __call__(self, **properties: object) -> Format:
        """The format with these properties of XlsxWriter."""
        properties = {"valign": "top", **properties}
        name = tuple(sorted(properties.items()))
        if name not in self._made:
            self._made[name] = self._book.add_format(properties)
        return self._made[name]


@dataclass(frozen=True, slots=True)
class _Page:
    """One sheet of a file."""

    book: SheetBook
    grids: Mapping[str, Grid]
    grid: Grid
    key: bool
    page: Page
    formats: Formats

    def write(self) -> None:
        sheet = self.grid.layout.sheet
        is_key = self.key and sheet.mode == "practice"
        self.page.write_string(0, 0, self.book.title(self.grid.id), self.formats(bold=True, font_size=14))
        self.page.write_string(1, 0, said(HINTS["key" if is_key else sheet.mode]), self.formats(italic=True))
        self.shape()
        head: dict[str, object] = {"bold": True, "bottom": 2, "text_wrap": True, "bg_color": "#EAF1F2"}
        for index, column in enumerate(self.grid.layout.columns.values()):
            unit = f" ({column.unit})" if column.unit else ""
            align = "left" if column.type == "text" else "right"
            self.page.write_string(self.grid.head - 1, index, column.label + unit, self.formats(**head, align=align))
        for row, words in self.grid.headings().items():
            self.page.write_string(row - 1, 0, words, self.formats(bold=True, bottom=1))
            self.page.write_blank(row - 1, 1, None, self.formats(bottom=1))
        for name, cell in self.grid.layout.cells.items():
            _, row = self.grid.place((name,))
            self.page.write_string(row - 1, 0, cell.label, self.formats(text_wrap=True))
        for slot in self.grid.layout.slots.values():
            self.cell(slot)
        self.page.set_paper(A4)
        self.page.set_landscape()
        self.page.fit_to_pages(1, 0)
        self.page.set_margins(left=0.5, right=0.5, top=0.6, bottom=0.6)
        self.page.protect("", {"format_columns": True, "format_rows": True})

    def widths(self) -> list[int]:
        """The widths of the columns in letters."""
        layout = self.grid.layout
        widths = [WIDE if column.type == "text" else NARROW for column in layout.columns.values()]
        return [LABEL, max(NARROW, *widths[1:2], 0), *widths[2:]] if layout.cells else widths

    def shape(self) -> None:
        """Widths of columns, and heights of rows whose words take several lines."""
        widths = self.widths()
        for index, width in enumerate(widths):
            self.page.set_column(index, index, width)
        lines: dict[int, int] = {}
        for row, column, words in self.words():
            lines[row] = max(lines.get(row, 1), -(-len(words) // (widths[column - 1] - 3)))
        for row, count in lines.items():
            self.page.set_row(row - 1, LINE * count + 3)

    def words(self) -> Iterator[tuple[int, int, str]]:
        """Row, column and text of all words of the table and of the labels below it."""
        layout = self.grid.layout
        for index, column in enumerate(layout.columns.values()):
            yield self.grid.head, index + 1, column.label
        for name, cell in layout.cells.items():
            yield self.grid.place((name,))[1], 1, cell.label
        for slot in layout.slots.values():
            column_number, row = self.grid.place(slot.key)
            yield row, column_number, slot.content if isinstance(slot.content, str) and self.shows(slot) else ""

    def shows(self, slot: Slot) -> bool:
        """Whether the value of a cell may be seen."""
        return self.key or visible(self.grid.layout.sheet, slot.kind)

    def cell(self, slot: Slot) -> None:
        """One value: typed, computed, or a blank."""
        column, row = (number - 1 for number in self.grid.place(slot.key))
        quantity = self.book.calculator.sheet(self.book.module.id, self.grid.id).values[".".join(slot.key)]
        amount = quantity.amount
        if isinstance(slot.content, Formula) and self.book.has_formula(self.grid.id, slot.content, key=self.key):
            words = spreadsheet_formula(slot.content, slot.key, self.grids, self.grid.id, self.book.number_of)
            value = float(amount) if isinstance(amount, Decimal) else amount or ""
            self.page.write_formula(row, column, words, self.look(slot, amount), value)
        elif not self.shows(slot) or amount is None:
            self.page.write_blank(row, column, None, self.look(slot, None))
        elif isinstance(amount, Decimal):
            self.page.write_number(row, column, float(amount), self.look(slot, amount))
        else:
            self.page.write_string(row, column, amount, self.look(slot, amount))

    def look(self, slot: Slot, amount: Amount | None) -> Format:
        """The format of a cell. Blanks can be filled, all else is locked."""
        properties: dict[str, object] = {
            "border": 1,
            "border_color": "#9AA8AC",
            "num_format": number_format(slot, amount),
        }
        if slot.type == "text":
            properties["text_wrap"] = True
        is_practice = self.grid.layout.sheet.mode == "practice" and not self.key
        if slot.kind == "fill" or (is_practice and slot.kind != "given"):
            properties |= {"locked": False, "bg_color": "#FFF6DC"}
        elif slot.kind == "computed":
            properties["bold"] = True
        return self.formats(**properties)


def number_format(slot: Slot, amount: Amount | None) -> str:
    """The format code of a value. A blank takes any number of decimals; a whole amount shows none."""
    whole = isinstance(amount, Decimal) and amount == int(amount)
    if slot.type == "text":
        return "General" if slot.kind == "computed" else "@"
    if slot.type == "rupiah":
        return RUPIAH
    if slot.type == "percent":
        return "0%" if isinstance(amount, Decimal) and amount * 100 == int(amount * 100) else "0.0#%"
    unit = '" {}"'.format(slot.unit.replace('"', "")) if slot.unit and len(slot.key) == 1 else ""
    is_fixed = whole and slot.kind == "given"
    return f"{'#,##0' if is_fixed else 'General'}{unit}"
