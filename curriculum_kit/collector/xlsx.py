"""The table for spreadsheet programs: a summary, tests before and after, the questions, a sheet a book.

The same input, the same bytes.
"""

from __future__ import annotations

import io
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

from xlsxwriter import Workbook
from xlsxwriter.worksheet import Worksheet as Page

from curriculum_kit.collector.collection import Collection
from curriculum_kit.collector.files import write_whole
from curriculum_kit.collector.forms import BookForm
from curriculum_kit.collector.marking import Verdict
from curriculum_kit.collector.progress import PROGRESS_HEADS, progress_rows
from curriculum_kit.collector.table import (
    ABOUT,
    BOOK,
    COUNTS,
    FOR_TRAINERS,
    QUESTION_HEADS,
    UNKNOWN_HEADS,
    Cell,
    Column,
    Role,
    about_cells,
    book_cells,
    columns,
    count_cells,
    key_cell,
    question_rows,
    row,
    unknown_rows,
)
from curriculum_kit.edition.form import FormField
from curriculum_kit.exporter.xlsx import LONG_AGO, RUPIAH, Formats

_LONGEST_NAME = 31
_LONGEST_CELL = 32_000
_WIDE, _NARROW = 26, 15
_COLOURS = {Verdict.RIGHT: "#DDEEDD", Verdict.WRONG: "#F6D9D5", Verdict.REVIEW: "#FFF0C2"}
"""Beside the words, never instead of them."""
_KEY_COLOUR = "#EAF1F2"


def write_xlsx(collection: Collection, target: Path) -> None:
    """Write the file. Raises `EnvironmentTrouble` when it cannot be written."""
    file = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    with Workbook(file, options) as book:
        book.set_properties({"title": f"Rekap isian peserta. {FOR_TRAINERS}", "created": LONG_AGO})
        formats = Formats(book)
        _Sheet(book.add_worksheet("Ringkasan"), formats).summary(collection)
        progress = list(progress_rows(collection))
        if progress:
            _Sheet(book.add_worksheet("Awal dan akhir"), formats).list(
                "Nilai tes awal dan tes akhir setiap peserta", PROGRESS_HEADS, progress, wide=(1, 2, 6, 11)
            )
        _Sheet(book.add_worksheet("Soal"), formats).list(
            "Berapa yang mengisi dan berapa yang benar", QUESTION_HEADS, question_rows(collection), wide=(1, 2)
        )
        for form, name in zip(collection.forms, _sheet_names(collection.forms), strict=True):
            _Sheet(book.add_worksheet(name), formats).book(collection, form)
        unknown = list(unknown_rows(collection))
        if unknown:
            _Sheet(book.add_worksheet("Isian lain"), formats).list(
                "Isian yang tidak dikenal buku ini, dari versi lain", UNKNOWN_HEADS, unknown, wide=(0, 3, 4)
            )
    write_whole(target, file.getvalue())


@dataclass(frozen=True, slots=True)
class _Sheet:
    """One sheet of the file."""

    page: Page
    formats: Formats

    def summary(self, collection: Collection) -> None:
        """Every book with its counts, then the files that were refused."""
        heads = (*BOOK, *ABOUT, *COUNTS)
        rows = [[*book_cells(book.form), *about_cells(book), *count_cells(book)] for book in collection.submissions]
        at = self.list("Rekap isian peserta", heads, rows, wide=range(1, len(BOOK) + len(ABOUT)))
        if collection.refused:
            self.page.write_string(at + 1, 0, "Berkas yang ditolak", self.formats(bold=True))
            for number, each in enumerate(collection.refused, at + 2):
                self.write(number, 1, each.file)
                self.write(number, 2, each.reason.format())

    def list(self, title: str, heads: Sequence[str], rows: Iterable[Sequence[Cell]], wide: Iterable[int]) -> int:
        """A plain list; returns the row below it."""
        self.head(title, heads)
        broad = set(wide)
        for number in range(len(heads)):
            self.page.set_column(number, number, _WIDE if number in broad else _NARROW)
        at = _FIRST
        for at, cells in enumerate(rows, _FIRST):  # the last one is asked for
            for number, cell in enumerate(cells):
                self.write(at, number, cell)
        self.page.freeze_panes(_FIRST, 0)
        return at + 1

    def book(self, collection: Collection, form: BookForm) -> None:
        """A row a book, below a row with the keys."""
        heads = tuple(column for column in columns(form) if column.role is not Role.KEY)
        self.head(
            f"{form.label}, modul {form.number}: {form.title}, versi {form.version}", [column.label for column in heads]
        )
        self.page.set_row(_FIRST - 1, 75)
        keyed = self.formats(bg_color=_KEY_COLOUR, italic=True, bottom=1)
        self.page.set_row(_FIRST, None, keyed)
        self.page.write_string(_FIRST, 0, "Kunci", self.formats(bg_color=_KEY_COLOUR, bold=True, bottom=1))
        for number, column in enumerate(heads):
            is_value = column.role is Role.VALUE
            self.page.set_column(number, number, _NARROW if is_value or column.role is Role.VERDICT else _WIDE)
            if is_value and column.key and column.field:
                words = key_cell(column.key, column.field, form)
                self.write(_FIRST, number, words, column, bg_color=_KEY_COLOUR, italic=True, bottom=1)
        for at, book in enumerate(collection.of(form), _FIRST + 1):
            for number, (column, cell) in enumerate(zip(heads, row(book, heads), strict=True)):
                self.write(at, number, cell, column)
        self.page.freeze_panes(_FIRST + 1, 2)

    def head(self, title: str, heads: Sequence[str]) -> None:
        """The first three rows: for whom this is, what it is, and the heads."""
        self.page.write_string(0, 0, FOR_TRAINERS, self.formats(bold=True, font_color="#A61C00"))
        self.page.write_string(1, 0, title, self.formats(bold=True, font_size=13))
        look = self.formats(bold=True, text_wrap=True, bottom=2, bg_color=_KEY_COLOUR)
        for number, words in enumerate(heads):
            self.page.write_string(_FIRST - 1, number, words, look)
        self.page.set_header(f"&L{FOR_TRAINERS}&R&A, &P")
        self.page.set_landscape()
        self.page.set_paper(9)

    def write(self, at: int, number: int, cell: Cell, column: Column | None = None, **look: object) -> None:
        """A cell with its type. Words never become formulas, links or numbers."""
        if cell is None or cell == "":
            return
        if isinstance(cell, Decimal | int):
            pattern = _number_format(column.field, cell) if column and column.field else "General"
            self.page.write_number(at, number, float(cell), self.formats(num_format=pattern, **look))
            return
        if column and column.role is Role.VERDICT and cell in _COLOURS:
            look["bg_color"] = _COLOURS[Verdict(cell)]
        self.page.write_string(at, number, cell[:_LONGEST_CELL], self.formats(num_format="@", text_wrap=True, **look))


_FIRST = 3
"""The row below the heads."""


def _sheet_names(forms: Iterable[BookForm]) -> list[str]:
    """The names of the sheets of books: as long as spreadsheet programs allow, and no two alike."""
    names: list[str] = []
    for form in forms:
        name, number = form.name[:_LONGEST_NAME], 1
        while name in names:
            number += 1
            name = f"{form.name[: _LONGEST_NAME - 4]} ({number})"
        names.append(name)
    return names


def _number_format(field: FormField, cell: Decimal | int) -> str:
    """The format code of a value: rupiah and percent as such, whole numbers with points."""
    if field.unit == "rupiah":
        return RUPIAH
    if field.unit == "%":
        return "0%" if cell * 100 == int(cell * 100) else "0.0#%"
    return "#,##0" if cell == int(cell) else "#,##0.########"
