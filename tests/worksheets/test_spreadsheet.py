"""LibreOffice computes every worksheet of the curriculum and comes to the same results."""

from __future__ import annotations

import csv
import subprocess
from decimal import Decimal
from html import escape
from pathlib import Path

from curriculum_kit.source.curriculum import Curriculum
from curriculum_kit.source.loader import load
from curriculum_kit.worksheets import Calculator, Formula
from curriculum_kit.worksheets.evaluate import Amount
from curriculum_kit.worksheets.spreadsheet import Grid, spreadsheet_formula
from curriculum_kit.worksheets.tree import Reference
from tests.tools import require_tool
from tests.worksheets.building import AS_OF

MODULES = Path(__file__).parents[2] / "modules"
NEAR = Decimal("1e-9")
"""LibreOffice counts in binary fractions: results agree to this share."""
FODS = """<?xml version="1.0" encoding="UTF-8"?>
<office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
 xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"
 xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"
 xmlns:msoxl="http://schemas.microsoft.com/office/excel/formula" office:version="1.3"
 office:mimetype="application/vnd.oasis.opendocument.spreadsheet"><office:body><office:spreadsheet>
{tables}</office:spreadsheet></office:body></office:document>"""


def test_libreoffice_agrees(tmp_path: Path) -> None:
    curriculum = load(MODULES).curriculum
    calculator = Calculator(curriculum, AS_OF)
    compared = 0
    for module_id in curriculum.modules:
        grids = grids_of(curriculum, calculator, module_id)
        computed = recalculated(tmp_path / module_id, calculator, grids)
        for sheet_id, grid in grids.items():
            for address, quantity in calculator.sheet(module_id, sheet_id).values.items():
                column, row = grid.place(tuple(address.split(".")))
                cells = computed[sheet_id]
                found = cells[row - 1][column - 1] if row <= len(cells) and column <= len(cells[row - 1]) else ""
                where = f"{module_id}/{sheet_id}.{address}"
                assert agrees(found, quantity.amount), f"{where}: {quantity.amount}, LibreOffice {found!r}"
                compared += 1
    assert compared > 1000


def test_the_comparison_can_fail(tmp_path: Path) -> None:
    curriculum = load(MODULES).curriculum
    calculator = Calculator(curriculum, AS_OF)
    grids = grids_of(curriculum, calculator, "kwu-05")
    cells = recalculated(tmp_path, calculator, grids)["hpp-keripik"]
    column, row = grids["hpp-keripik"].place(("unit_cost",))
    assert agrees(cells[row - 1][column - 1], Decimal(10_050))
    assert not agrees(cells[row - 1][column - 1], Decimal(10_051))


def grids_of(curriculum: Curriculum, calculator: Calculator, module_id: str) -> dict[str, Grid]:
    layouts = {id: calculator.layout(module_id, id) for id in curriculum.modules[module_id].worksheets}
    return {id: Grid(id, layout) for id, layout in layouts.items() if layout}


def recalculated(folder: Path, calculator: Calculator, grids: dict[str, Grid]) -> dict[str, list[list[str]]]:
    """The cells of all sheets, by row, as LibreOffice computes them."""
    folder.mkdir(exist_ok=True)
    tables = "".join(table(calculator, grids, grid) for grid in grids.values())
    (folder / "sheets.fods").write_text(FODS.format(tables=tables), "utf-8")
    # -1: every sheet in a file of its own; numbers in full, not as formatted.
    as_csv = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false,false,false,false,-1"
    subprocess.run(
        [require_tool("soffice"), f"-env:UserInstallation=file://{folder}/profile", "--headless",
         "--convert-to", as_csv, "--outdir", folder, folder / "sheets.fods"],
        check=True, capture_output=True, timeout=120,
    )  # fmt: skip
    files = {id: folder / f"sheets-{id}.csv" for id in grids}
    return {id: [*csv.reader(file.read_text("utf-8").split("\n"))] for id, file in files.items()}


def table(calculator: Calculator, grids: dict[str, Grid], grid: Grid) -> str:
    places = {grid.place(slot.key): slot for slot in grid.layout.slots.values()}
    rows = []
    for row in range(1, max(row for _, row in places) + 1):
        slots = [places.get((column, row)) for column in range(1, len(grid.layout.columns) + 3)]
        contents = [(slot.key, slot.content) if slot else ((), None) for slot in slots]
        rows.append("".join(cell(calculator, grids, grid, key, content) for key, content in contents))
    body = "".join(f"<table:table-row>{row}</table:table-row>\n" for row in rows)
    return f'<table:table table:name="{grid.id}">\n{body}</table:table>\n'


def cell(
    calculator: Calculator, grids: dict[str, Grid], grid: Grid, key: tuple[str, ...], content: Formula | Amount | None
) -> str:
    def number_of(reference: Reference) -> Amount:
        quantity = calculator.number(reference)
        assert quantity is not None
        assert quantity.amount is not None
        return quantity.amount

    if isinstance(content, Formula):
        words = escape(spreadsheet_formula(content, key, grids, grid.id, number_of))
        return f'<table:table-cell table:formula="msoxl:{words}"/>'
    if isinstance(content, Decimal):
        return f'<table:table-cell office:value-type="float" office:value="{content:f}"/>'
    words = f"<text:p>{escape(content)}</text:p>" if content else ""
    return (
        f'<table:table-cell office:value-type="string">{words}</table:table-cell>' if words else "<table:table-cell/>"
    )


def agrees(found: str, amount: Amount | None) -> bool:
    if isinstance(amount, Decimal):
        return abs(Decimal(found or 0) - amount) <= NEAR * max(abs(amount), 1)
    return found == (amount or "")
