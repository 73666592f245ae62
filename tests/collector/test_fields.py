"""The fields of the fillable books as others see them: the contract, what they say, and that they can be filled in."""

from __future__ import annotations

import subprocess
from collections.abc import Callable, Iterator
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
from curriculum_kit.edition.form import (
    EDITION_FIELD,
    NOTES_FIELD,
    OWNER,
    TEST_OWNER,
    FormField,
    form_fields,
    question_fields,
)
from curriculum_kit.source.loader import load
from tests.collector.conftest import Books
from tests.collector.filling import Values, fill, fill_with_poppler, string, type_in, widgets
from tests.tools import require_tool

pytestmark = pytest.mark.xdist_group("workbook")

CHOICE, NUMBER, LINES = "kwu-05--latihan-biaya-tetap", "kwu-05--latihan-penyusutan", "kwu-05--latihan-pilah-biaya"
CELL = "kwu-05--latihan-hpp-keripik--hpp-keripik--banana--cost"
TICK = "kwu-05--cek-diri--butir-2"
ANSWERS = {
    "peserta--nama": "Siti Aminah",
    CHOICE: "C",
    NUMBER: "Rp 15.000",
    LINES: "Pisang: bahan.",
    CELL: "240.000",
    TICK: "ya",
}
FILLERS = [fill, fill_with_poppler, type_in]


@pytest.fixture(scope="module")
def context(books: Books) -> EditionContext:
    return EditionContext.of(load(books.modules).curriculum, Audience.PARTICIPANT, date(2025, 12, 1))


@pytest.fixture(scope="module")
def fields(context: EditionContext) -> dict[str, FormField]:
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
    assert titles[TICK] == "Pikirkan “Saya sudah bisa”, butir 2: centang bila ya"
    blank = titles["kwu-05--lembar-hpp-usaha-saya--hpp-usaha-saya--1--item"]
    assert blank.startswith("Lembar kerja 5.1, baris 1: ")
    assert len(set(titles.values())) == len(titles)


def test_kinds_lengths_and_sides(fields: dict[str, FormField], written: dict[str, Dictionary]) -> None:
    """Numbers stand at the right, answers have several lines, nothing takes a whole book."""
    for name, field in fields.items():
        there = written[name]
        is_button = field.kind in {"choice", "tick"}
        assert str(there.FT) == ("/Btn" if is_button else "/Tx"), name
        if not is_button:
            assert bool(int(there.get("/Ff", 0)) & 1 << 12) == (field.kind == "lines"), name
            assert there.get("/Q", 0) == (2 if field.kind == "number" else 0), name
            assert int(there.MaxLen) == {"number": 24, "text": 120, "lines": 3000}[field.kind], name
    assert {field.kind for field in fields.values()} == {"choice", "tick", "number", "lines", "text"}


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


@pytest.mark.parametrize("program", FILLERS)
def test_what_others_fill_in_is_shown_by_poppler_and_read_back(
    workbook: Path, tmp_path: Path, program: Callable[[Path, Path, Values], Path]
) -> None:
    filled = program(workbook, tmp_path / "terisi.pdf", ANSWERS)
    shown = subprocess.run([require_tool("pdftotext"), filled, "-"], capture_output=True, text=True, check=True).stdout
    for name, words in ANSWERS.items():
        assert name in {CHOICE, TICK} or words in shown, name
    read = read_fields(filled.read_bytes())
    expected = {**ANSWERS, TICK: "on", EDITION_FIELD: "kwu-05 0.1.0"}
    assert {name: value for name, value in read.items() if value} == expected
    assert PdfReader(filled).get_form_text_fields()[NUMBER] == "Rp 15.000"


def test_poppler_finds_a_plain_form_without_programs(workbook: Path) -> None:
    info = subprocess.run([require_tool("pdfinfo"), workbook], capture_output=True, text=True, check=True).stdout
    told = dict(line.split(":", 1) for line in info.splitlines() if ":" in line)
    assert {name: told[name].strip() for name in ("Form", "JavaScript", "Encrypted")} == {
        "Form": "AcroForm",
        "JavaScript": "no",
        "Encrypted": "no",
    }


def test_every_written_instrument_has_a_sheet_with_its_fields(books: Books, context: EditionContext) -> None:
    """One file each, so that a final test is not handed out with the first."""
    instruments = context.curriculum.modules["kwu-05"].written_instruments
    assert sorted(books.sheets) == ["esai-jenis-biaya", "tes-akhir", "tes-awal"] == sorted(i.id for i in instruments)
    for instrument in instruments:
        with pikepdf.open(books.sheets[instrument.id]) as pdf:
            written = {str(field.T): field for field in pdf.Root.AcroForm.Fields}
            asked = question_fields(context, "kwu-05", instrument)
            assert list(written) == [*TEST_OWNER, EDITION_FIELD, *(field.name for field in asked)]
            assert str(written[EDITION_FIELD].V) == f"kwu-05 0.1.0 {instrument.id}"
            assert len(asked) == len(instrument.items)
            for field, item in zip(asked, instrument.items, strict=True):
                there = written[field.name]
                assert field.name == f"kwu-05--{instrument.id}--{item.id}"
                assert len(there.get("/Kids", ())) == len(item.options)
                assert str(there.FT) == ("/Btn" if item.options else "/Tx")


def test_a_question_says_where_it_stands(books: Books) -> None:
    with pikepdf.open(books.sheets["tes-akhir"]) as pdf:
        titles = {str(field.T): str(field.TU) for field in pdf.Root.AcroForm.Fields}
        assert titles["kwu-05--tes-akhir--2"] == "Tes akhir, soal 2: pilihan"
        assert titles["peserta--tanggal"] == "Tanggal mengerjakan"
    with pikepdf.open(books.sheets["esai-jenis-biaya"]) as pdf:
        titles = {str(field.T): str(field.TU) for field in pdf.Root.AcroForm.Fields}
        assert titles["kwu-05--esai-jenis-biaya--1"] == "Esai jenis biaya, soal 1"


@pytest.mark.parametrize("program", FILLERS)
def test_a_choice_is_one_of_several(
    books: Books, tmp_path: Path, program: Callable[[Path, Path, Values], Path]
) -> None:
    """Whoever chooses anew in a program has chosen that alone."""
    name = "kwu-05--tes-awal--1"
    once = program(books.sheets["tes-awal"], tmp_path / "sekali.pdf", {name: "B"})
    again = program(once, tmp_path / "lagi.pdf", {name: "D"})
    assert read_fields(again.read_bytes())[name] == "D"
    with pikepdf.open(again) as pdf:
        group = next(field for field in pdf.Root.AcroForm.Fields if str(field.T) == name)
        assert [str(button.AS) for button in group.Kids] == ["/Off", "/Off", "/Off", "/3"]


def test_a_question_sheet_has_no_keys(books: Books, context: EditionContext) -> None:
    """Neither on its pages nor anywhere else in the file: nothing is ticked, nothing explained."""
    for instrument in context.curriculum.modules["kwu-05"].written_instruments:
        path = books.sheets[instrument.id]
        said = subprocess.run([require_tool("pdftotext"), path, "-"], capture_output=True, text=True, check=True).stdout
        plain = subprocess.run(
            [require_tool("qpdf"), "--qdf", "--object-streams=disable", path, "-"], capture_output=True, check=True
        ).stdout.decode("latin-1")
        words = " ".join(said.split())
        for item in instrument.items:
            assert " ".join(item.stem.split()) in words
            for hidden in filter(None, (item.explanation, item.model_answer)):
                assert " ".join(hidden.split())[:40] not in words
                assert hidden[:40] not in plain
        assert instrument.decision_rule[:40] not in words
        read = read_fields(path.read_bytes())
        assert {name: value for name, value in read.items() if value} == {
            EDITION_FIELD: f"kwu-05 0.1.0 {instrument.id}"
        }
        assert "KHUSUS PELATIH" not in said


def test_question_sheets_on_paper_have_no_fields(books: Books) -> None:
    with pikepdf.open(books.on_paper) as pdf:
        assert "/AcroForm" not in pdf.Root
