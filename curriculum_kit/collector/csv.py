"""The table as CSV: one row a book, whichever it is. UTF-8 with the mark that spreadsheets look for."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

from curriculum_kit.collector.collection import Collection
from curriculum_kit.collector.files import write_whole
from curriculum_kit.collector.table import (
    ABOUT,
    BOOK,
    COUNTS,
    FOR_TRAINERS,
    Cell,
    Role,
    about_cells,
    book_cells,
    columns,
    count_cells,
    row,
)

_ACTIVE = ("=", "+", "-", "@", "\t", "\r", "\n", "\N{FULLWIDTH EQUALS SIGN}", "\N{FULLWIDTH PLUS SIGN}",
           "\N{FULLWIDTH HYPHEN-MINUS}", "\N{FULLWIDTH COMMERCIAL AT}")  # fmt: skip


def write_csv(collection: Collection, target: Path) -> None:
    """Write the file. Different books share it: the columns of each stand behind those of the one before."""
    file = io.StringIO(newline="")
    writer = csv.writer(file)
    writer.writerows([_safe(cell) for cell in line] for line in lines(collection))
    write_whole(target, file.getvalue().encode("utf-8-sig"))


def lines(collection: Collection) -> Iterator[list[Cell]]:
    """The heading and the rows."""
    about = len(ABOUT)
    heads = {form.name: columns(form) for form in collection.forms}
    several = len({form.id for form in collection.forms}) > 1
    labels = [
        f"Modul {form.number}. {column.label}" if several else column.label
        for form in collection.forms
        for column in heads[form.name][about:]
    ]
    yield ["Untuk", *BOOK, *ABOUT, *COUNTS, *labels]
    for book in collection.submissions:
        cells: list[Cell] = []
        for form in collection.forms:
            mine = heads[form.name]
            if form is book.form:
                cells += [
                    column.key.words if column.role is Role.KEY and column.key and not column.key.is_letter else cell
                    for column, cell in zip(mine[about:], row(book, mine)[about:], strict=True)
                ]
            else:
                cells += [None] * (len(mine) - about)
        yield [FOR_TRAINERS, *book_cells(book.form), *about_cells(book), *count_cells(book), *cells]


def _safe(cell: Cell) -> str:
    """A cell as text. What a spreadsheet would take for a formula begins with an apostrophe; numbers are numbers."""
    if cell is None:
        return ""
    if isinstance(cell, Decimal):
        return format(cell, "f")
    words = str(cell)
    return f"'{words}" if words.lstrip().startswith(_ACTIVE) or words.startswith(_ACTIVE) else words
