"""The fields of the workbook as others see them: the contract, what they say, and that they can be filled in."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pikepdf
import pypdfium2
import pypdfium2.raw as pdfium
import pytest
from pikepdf import Dictionary, Name
from pypdf import PdfReader

from curriculum_kit.audience import Audience
from curriculum_kit.collector.reader import read_fields
from curriculum_kit.edition.context import EditionContext
from curriculum_kit.edition.form import EDITION_FIELD, NOTES_FIELD, OWNER, FormField, form_fields
from curriculum_kit.source.loader import load
from tests.collector.filling import fill, string, type_in, widgets
from tests.project import EXAMPLE
from tests.tools import require_tool

pytestmark = pytest.mark.xdist_group("workbook")

CHOICE, NUMBER, LINES = "kwu-05--latihan-biaya-tetap", "kwu-05--latihan-penyusutan", "kwu-05--latihan-pilah-biaya"
CELL = "kwu-05--latihan-hpp-keripik--hpp-keripik--banana--cost"
ANSWERS = {"peserta--nama": "Siti Aminah", CHOICE: "C", NUMBER: "Rp 15.000", LINES: "Pisang: bahan.", CELL: "240.000"}


@pytest.fixture(scope="module")
def fields() -> dict[str, FormField]:
    context = EditionContext.of(load(EXAMPLE).curriculum, Audience.PARTICIPANT, date(2025, 12, 1))
    return {field.name: field for field in form_fields(context, "kwu-05")}


@pytest.fixture(scope="module")
def written(workbook: Path) -> Iterator[dict[str, Dictionary]]:
    """The fields of the file by name, in its order."""
    with pikepdf.open(workbook) as pdf:
        yield {str(field.T): field for field in pdf.Root.AcroForm.Fields}


def test_the_book_has_the_fields_of_the_table_in_its_order(
    fields: dict[str, FormField], written: dict[str, Dictionary]
) -> None:
    """Filled books are read by the same table."""
    assert list(written) == [*OWNER, EDITION_FIELD, *fields, NOTES_FIELD]


def test_the_names_are_the_contract(written: dict[str, Dictionary]) -> None:
    """Module, block, and for cells the sheet with row and column: books that were handed out are read by them."""
    assert list(written)[:8] == [
        "peserta--nama",
        "peserta--lembaga",
        "peserta--angkatan",
        "buku--versi",
        "kwu-05--periksa-kartu-terlupa",
        "kwu-05--latihan-biaya-tetap",
        "kwu-05--latihan-pilah-biaya",
        "kwu-05--latihan-penyusutan",
    ]
    assert {CELL, "kwu-05--latihan-hpp-keripik--hpp-keripik--unit_cost"} < set(written)
    assert "kwu-05--lembar-hpp-usaha-saya--hpp-usaha-saya--1--item" in written


def test_every_field_says_what_belongs_there(written: dict[str, Dictionary]) -> None:
    titles = {name: str(field.TU) for name, field in written.items()}
    assert titles["peserta--nama"] == "Nama peserta"
    assert titles[CHOICE] == "Latihan 5.1: pilihan"
    assert [str(button.TU) for button in written[CHOICE].Kids] == [
        f"Latihan 5.1: pilihan {letter}" for letter in "ABCD"
    ]
    assert titles[NUMBER] == "Latihan 5.3: tulis jawaban Anda dalam rupiah"
    assert titles[CELL] == "Latihan 5.5, baris 1 (Pisang kepok): Biaya (rupiah)"
    assert titles["kwu-05--latihan-hpp-keripik--hpp-keripik--unit_cost"] == (
        "Latihan 5.5, HPP: HPP per bungkus (rupiah)"
    )
    blank = titles["kwu-05--lembar-hpp-usaha-saya--hpp-usaha-saya--1--item"]
    assert blank.startswith("Lembar kerja 5.1, baris 1: ")
    assert len(set(titles.values())) == len(titles)


def test_kinds_lengths_and_sides(fields: dict[str, FormField], written: dict[str, Dictionary]) -> None:
    """Numbers stand at the right, answers have several lines, nothing takes a whole book."""
    for name, field in fields.items():
        there = written[name]
        assert str(there.FT) == ("/Btn" if field.kind == "choice" else "/Tx"), name
        if field.kind != "choice":
            assert bool(int(there.get("/Ff", 0)) & 1 << 12) == (field.kind == "lines"), name
            assert there.get("/Q", 0) == (2 if field.kind == "number" else 0), name
            assert int(there.MaxLen) == {"number": 24, "text": 120, "lines": 3000}[field.kind], name
    assert {field.kind for field in fields.values()} == {"choice", "number", "lines", "text"}


def test_the_book_says_which_it_is_and_nobody_can_change_it(written: dict[str, Dictionary]) -> None:
    assert str(written[EDITION_FIELD].V) == "kwu-05 0.1.0"
    assert int(written[EDITION_FIELD].Ff) & 1


def test_the_tabulator_goes_the_way_of_reading(workbook: Path) -> None:
    """Each page asks for the order of the structure, and in it the fields stand as in the table."""
    with pikepdf.open(workbook) as pdf:
        assert all(page.obj.Tabs == Name.S for page in pdf.pages)
        in_file = [str((each.get("/Parent") or each).T) for page in pdf.pages for each in _fields_of(page.obj)]
        in_structure = [str((each.get("/Parent") or each).T) for each in _fields_in(pdf.Root.StructTreeRoot)]
        assert in_structure == in_file
        assert list(dict.fromkeys(in_file)) == [str(field.T) for field in pdf.Root.AcroForm.Fields]


def _fields_of(page: Dictionary) -> list[Dictionary]:
    return [each for each in page.get("/Annots", ()) if each.Subtype == Name.Widget]


def _fields_in(root: Dictionary) -> Iterator[Dictionary]:
    waiting = list(root.K)
    while waiting:
        element = waiting.pop(0)
        if isinstance(element, Dictionary):
            if element.get("/Type") == Name.OBJR and element.Obj.get("/Subtype") == Name.Widget:
                yield element.Obj
            kids = element.get("/K", [])
            waiting[:0] = list(kids) if isinstance(kids, pikepdf.Array) else [kids]


def test_pdfium_sees_the_same_names_and_words(workbook: Path, written: dict[str, Dictionary]) -> None:
    document = pypdfium2.PdfDocument(workbook)
    document.init_forms()
    seen = {}
    for page in document:
        for widget in widgets(page):
            name = string(pdfium.FPDFAnnot_GetFormFieldName, document.formenv.raw, widget)
            seen[name] = string(pdfium.FPDFAnnot_GetFormFieldAlternateName, document.formenv.raw, widget)
    assert {name: title for name, title in seen.items() if name != CHOICE} == {
        name: str(field.TU) for name, field in written.items() if name != CHOICE
    }
    document.close()


@pytest.mark.parametrize("program", [fill, type_in])
def test_what_others_fill_in_is_shown_by_poppler_and_read_back(
    workbook: Path, tmp_path: Path, program: type[fill]
) -> None:
    filled = program(workbook, tmp_path / "terisi.pdf", ANSWERS)
    shown = subprocess.run([require_tool("pdftotext"), filled, "-"], capture_output=True, text=True, check=True).stdout
    for name, words in ANSWERS.items():
        assert name == CHOICE or words in shown, name
    read = read_fields(filled.read_bytes())
    assert {name: value for name, value in read.items() if value} == {**ANSWERS, EDITION_FIELD: "kwu-05 0.1.0"}
    assert PdfReader(filled).get_form_text_fields()[NUMBER] == "Rp 15.000"


def test_poppler_finds_a_plain_form_without_programs(workbook: Path) -> None:
    info = subprocess.run([require_tool("pdfinfo"), workbook], capture_output=True, text=True, check=True).stdout
    told = dict(line.split(":", 1) for line in info.splitlines() if ":" in line)
    assert {name: told[name].strip() for name in ("Form", "JavaScript", "Encrypted")} == {
        "Form": "AcroForm",
        "JavaScript": "no",
        "Encrypted": "no",
    }
