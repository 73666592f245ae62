"""Worksheets as spreadsheets: what is in them for whom, and that office programs compute them."""

from __future__ import annotations

import subprocess
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from openpyxl import load_workbook
from openpyxl.workbook import Workbook

from curriculum_kit.audience import Audience
from curriculum_kit.edition.context import EditionContext
from curriculum_kit.exporter.xlsx import HEAD, write_sheets
from curriculum_kit.publish.leak_gate import leaks
from curriculum_kit.publish.secrets import Secrets, practice_sheets
from curriculum_kit.source.loader import load
from curriculum_kit.worksheets.spreadsheet import Grid
from tests.project import digests
from tests.tools import require_tool
from tests.worksheets.building import AS_OF, EXAMPLE

MODULES = Path(__file__).parents[2] / "modules"
FOLDER = Path("unduhan", "kwu-05", "lembar")


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The files of both audiences of the example."""
    return write(EXAMPLE, tmp_path_factory.mktemp("xlsx"))


def write(modules: Path, out: Path) -> Path:
    curriculum = load(modules).curriculum
    for audience in Audience:
        write_sheets(EditionContext.of(curriculum, audience, AS_OF), out / audience)
    return out


def grid(sheet_id: str, modules: Path = EXAMPLE, module_id: str = "kwu-05") -> Grid:
    context = EditionContext.of(load(modules).curriculum, Audience.PARTICIPANT, AS_OF)
    layout = context.calculator.layout(module_id, sheet_id)
    assert layout
    return Grid(sheet_id, layout, HEAD)


def workbook(path: Path, *, results: bool = False) -> Workbook:
    return load_workbook(path, data_only=results)


def formulas(book: Workbook) -> Iterator[str]:
    for page in book:
        for row in page.iter_rows():
            yield from (str(cell.value) for cell in row if cell.data_type == "f")


def test_every_shown_sheet_has_a_file_and_keys_are_for_trainers(written: Path) -> None:
    own, practice, key = "hpp-usaha-saya.xlsx", "hpp-keripik.xlsx", "hpp-keripik-kunci.xlsx"
    assert {path.name for path in (written / "participant").rglob("*.xlsx")} == {own, practice}
    assert {path.name for path in (written / "trainer").rglob("*.xlsx")} == {own, practice, key}


def test_own_sheets_carry_formulas_and_results_of_empty_blanks(written: Path) -> None:
    path = written / "participant" / FOLDER / "hpp-usaha-saya.xlsx"
    own = grid("hpp-usaha-saya")
    page, values = workbook(path)["hpp-usaha-saya"], workbook(path, results=True)["hpp-usaha-saya"]
    assert page[own.address(("1", "cost"))].value == "=(C5*E5)"
    assert values[own.address(("1", "cost"))].value == 0
    assert values[own.address(("rounding_step",))].value == 500
    assert page[own.address(("batch_cost",))].value == f"=SUM({own.area('cost')})"
    assert not page[own.address(("output",))].protection.locked
    assert page[own.address(("unit_cost",))].protection.locked
    assert page.protection.sheet
    assert page.protection.password is None
    assert page["A1"].value == "Lembar kerja 5.1: HPP dan harga jual usaha saya"
    _, row = own.place(("fixed_monthly",))
    assert (page.cell(row - 1, 1).value, page.cell(row, 1).value) == ("Biaya tetap", "Biaya tetap sebulan")


def test_practice_sheets_of_participants_carry_given_values_and_blanks_alone(written: Path) -> None:
    path = written / "participant" / FOLDER / "hpp-keripik.xlsx"
    practice = grid("hpp-keripik")
    book = workbook(path)
    assert [*formulas(book)] == []
    page = book["hpp-keripik"]
    for slot in practice.layout.slots.values():
        cell = page[practice.address(slot.key)]
        assert (cell.value is not None) == (slot.kind == "given"), slot.key
        assert cell.protection.locked == (slot.kind == "given")
    assert [each.sheet_state for each in book] == ["visible"]
    assert not book.defined_names
    assert [comment for row in page.iter_rows() for cell in row if (comment := cell.comment)] == []


def test_the_key_carries_formulas_and_results(written: Path) -> None:
    path = written / "trainer" / FOLDER / "hpp-keripik-kunci.xlsx"
    address = grid("hpp-keripik").address(("unit_cost",))
    assert str(workbook(path)["hpp-keripik"][address].value).startswith("=")
    assert workbook(path, results=True)["hpp-keripik"][address].value == 10050


def test_sheets_that_formulas_name_come_along(tmp_path: Path) -> None:
    write(MODULES, tmp_path)
    path = tmp_path / "participant" / "unduhan" / "kwu-10" / "lembar" / "proyeksi-saya.xlsx"
    assert workbook(path).sheetnames == ["proyeksi-saya", "penjualan-saya"]
    # What is given is a value: a practice sheet brings no other sheet and nothing that computes.
    modules = load(MODULES).curriculum.modules.values()
    practice = {(module.id, id) for module in modules for id, each in module.worksheets.items()
                if each.record.mode == "practice"}  # fmt: skip
    checked = 0
    for file in sorted((tmp_path / "participant").rglob("*.xlsx")):
        book = workbook(file)
        pages = {page.title for page in book if (file.parts[-3], page.title) in practice}
        for title in pages:
            assert not any(cell.data_type == "f" for row in book[title].iter_rows() for cell in row)
            checked += 1
    assert checked > 50
    secrets = Secrets({}, {}, {}, practice_sheets(MODULES))
    assert [*leaks(tmp_path / "participant", secrets)] == []
    assert len([*leaks(tmp_path / "trainer", secrets)]) > 50  # the gate knows keys when it sees them


def test_the_same_input_gives_the_same_bytes_without_names_and_times(written: Path, tmp_path: Path) -> None:
    assert digests(write(EXAMPLE, tmp_path)) == digests(written)
    with zipfile.ZipFile(written / "participant" / FOLDER / "hpp-keripik.xlsx") as archive:
        assert {info.date_time[0] for info in archive.infolist()} == {1980}
        properties = archive.read("docProps/core.xml").decode("utf-8")
    assert "<dc:creator></dc:creator>" in properties
    assert properties.count("2000-01-01T00:00:00Z") == 2


def test_libreoffice_computes_what_a_participant_fills_in(written: Path, tmp_path: Path) -> None:
    book = workbook(written / "participant" / FOLDER / "hpp-usaha-saya.xlsx")  # read so, it has no results
    own = grid("hpp-usaha-saya")
    for key, value in {
        ("1", "quantity"): 24, ("1", "unit_price"): 5000, ("2", "quantity"): 2.5, ("2", "unit_price"): 18000,
        ("output",): 40, ("markup",): 0.25,
    }.items():  # fmt: skip
        book["hpp-usaha-saya"][own.address(key)].value = value
    book.save(tmp_path / "isi.xlsx")
    subprocess.run(
        [require_tool("soffice"), f"-env:UserInstallation=file://{tmp_path}/profile", "--headless", "--convert-to",
         "xlsx", "--outdir", tmp_path / "computed", tmp_path / "isi.xlsx"],
        check=True, capture_output=True, timeout=120,
    )  # fmt: skip
    page = workbook(tmp_path / "computed" / "isi.xlsx", results=True)["hpp-usaha-saya"]
    found = [page[own.address(key)].value for key in
             (("1", "cost"), ("batch_cost",), ("unit_cost",), ("selling_price",), ("profit_per_unit",))]  # fmt: skip
    assert found == [120000, 165000, 4125, 5500, 1375]
