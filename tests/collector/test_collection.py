"""Filled books against the fields and keys of today."""

from __future__ import annotations

import csv
import subprocess
from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from openpyxl import load_workbook

from curriculum_kit.audience import Audience
from curriculum_kit.collector.collection import Collection, Refused, Submission, submission
from curriculum_kit.collector.csv import write_csv
from curriculum_kit.collector.forms import BookForm, book_forms, module_of
from curriculum_kit.collector.marking import Verdict
from curriculum_kit.collector.refusals import REASONS
from curriculum_kit.collector.table import COUNTS, column_label, columns, count_cells
from curriculum_kit.collector.xlsx import write_xlsx
from curriculum_kit.edition.context import EditionContext
from curriculum_kit.edition.form import EDITION_FIELD
from curriculum_kit.source.loader import load
from tests.project import EXAMPLE, Project, digests
from tests.tools import require_tool

CHOICE, NUMBER = "kwu-05--latihan-biaya-tetap", "kwu-05--latihan-penyusutan"
SHEET = "kwu-05--latihan-hpp-keripik--hpp-keripik--"
WRITTEN = {
    EDITION_FIELD: "kwu-05 0.1.0",
    "peserta--nama": '=HYPERLINK("http://x.example","Budi")',
    "peserta--lembaga": "+62 BLK",
    CHOICE: "C",
    NUMBER: "-5.000",
    f"{SHEET}banana--cost": "Rp 120.000",
    f"{SHEET}oil--cost": "1",
    f"{SHEET}banana--cost_type": "Bahan",
    f"{SHEET}oil--cost_type": "@SUM(A1)",
}


def forms_of(modules: Path) -> tuple[BookForm, ...]:
    context = EditionContext.of(load(modules).curriculum, Audience.PARTICIPANT, date(2025, 12, 1))
    return book_forms(context, "kwu-05")


@pytest.fixture(scope="module")
def form() -> BookForm:
    return forms_of(EXAMPLE)[0]


def book(form: BookForm, written: Mapping[str, str], file: str = "budi.pdf") -> Submission:
    """A book with all fields of today, some filled in."""
    return submission(file, form, {field.name: "" for field in form.fields} | dict(written))


@pytest.fixture
def collection(form: BookForm) -> Collection:
    books = (book(form, WRITTEN), book(form, {EDITION_FIELD: "kwu-05 0.1.0"}, "kosong.pdf"))
    return Collection((form,), books, (Refused("rusak.pdf", REASONS["broken"]),))


def test_keys_are_those_of_choices_and_practice_sheets(form: BookForm) -> None:
    assert form.keys[CHOICE].words == "C"
    assert form.keys[f"{SHEET}banana--cost"].words == "Rp120.000"
    assert form.keys[f"{SHEET}banana--cost_type"].words == "bahan"
    assert NUMBER not in form.keys
    assert not [name for name in form.keys if "hpp-usaha-saya" in name]


def test_a_key_that_is_written_as_an_option_counts_first(tmp_path: Path) -> None:
    project = Project(tmp_path)
    project.edit(
        "kwu-05/sessions/01-mengenal-biaya.md",
        ":::{answer}\nPilihan C, paket",
        ":::{answer}\n:key: B\n\nPilihan C, paket",
    )
    assert forms_of(project.modules)[0].keys[CHOICE].words == "B"


def test_values_have_types_and_verdicts(form: BookForm) -> None:
    made = book(form, WRITTEN)
    assert made.values[NUMBER] == Decimal(-5000)
    assert made.values[f"{SHEET}banana--cost"] == Decimal(120000)
    said = {name: made.verdict(name) for name in form.keys if made.values[name] != ""}
    assert said == {
        CHOICE: Verdict.RIGHT,
        f"{SHEET}banana--cost": Verdict.RIGHT,
        f"{SHEET}oil--cost": Verdict.WRONG,
        f"{SHEET}banana--cost_type": Verdict.RIGHT,
        f"{SHEET}oil--cost_type": Verdict.REVIEW,
    }
    counts = dict(zip(COUNTS, count_cells(made), strict=True))
    assert (counts["Terisi"], counts["Benar"], counts["Salah"], counts["Perlu diperiksa"]) == (6, 3, 1, 1)
    assert counts["Berkunci"] == sum(int(str(counts[name])) for name in COUNTS[3:-1])
    assert not made.is_other_version


def test_a_book_of_another_version_says_how_it_differs(form: BookForm) -> None:
    written = {field.name: "" for field in form.fields if field.name != NUMBER}
    old = submission(
        "lama.pdf", form, {**written, EDITION_FIELD: "kwu-05 0.0.9", "kwu-05--latihan-lama": "isi lama", CHOICE: "B"}
    )
    assert old.is_other_version
    assert (old.version, [field.name for field in old.missing]) == ("0.0.9", [NUMBER])
    assert old.unknown == {"kwu-05--latihan-lama": "isi lama"}
    assert old.verdict(CHOICE) is Verdict.WRONG


def test_nothing_written_into_the_closed_field_does_harm(form: BookForm) -> None:
    for nonsense in ("", "kwu-05", "=1+1", "kwu-05 " + "9" * 99):
        assert book(form, {EDITION_FIELD: nonsense}).version == ""


def test_the_module_is_told_by_the_names_of_the_fields() -> None:
    known = ("kwu-05", "kwu-06")
    assert module_of(["peserta--nama", "kwu-06--a", "kwu-06--b", "kwu-05--a"], known) == "kwu-06"
    assert module_of(["Text1", "kwu-07--a"], known) is None


def test_columns_are_named_for_people(form: BookForm) -> None:
    labels = [column.label for column in columns(form)]
    assert labels[:8] == [
        "Berkas", "Nama peserta", "Lembaga pelatihan", "Angkatan, tahun", "Tanggal mengerjakan", "Versi buku",
        "Keterangan",
        "Pemeriksaan “Kartu yang terlupa”",
    ]  # fmt: skip
    assert "Latihan 5.1: Biaya yang tidak berubah: hasil" in labels
    assert "Latihan 5.3: Penyusutan alat (rupiah)" in labels
    assert "Latihan 5.5, baris 1 (Pisang kepok): Biaya (rupiah)" in labels
    assert len({column_label(field, form) for field in form.fields}) == len(form.fields)


def test_the_table_for_spreadsheets(collection: Collection, tmp_path: Path) -> None:
    write_xlsx(collection, tmp_path / "rekap.xlsx")
    made = load_workbook(tmp_path / "rekap.xlsx")
    assert made.sheetnames == ["Ringkasan", "Soal", "kwu-05"]
    assert {page["A1"].value for page in made} == {"Hanya untuk pelatih"}
    page = made["kwu-05"]
    heads, keys, budi, empty = page.iter_rows(min_row=3, max_row=6)
    at = {cell.value: number for number, cell in enumerate(heads)}
    cost = at["Latihan 5.5, baris 1 (Pisang kepok): Biaya (rupiah)"]
    assert (keys[0].value, keys[cost].value, budi[cost].value, budi[cost + 1].value) == (
        "Kunci",
        120000,
        120000,
        "benar",
    )
    assert (budi[cost].data_type, budi[cost].number_format[:8]) == ("n", "[$Rp-421")
    assert empty[cost].value is None
    assert empty[cost + 1].value == "kosong"
    assert not [
        cell.coordinate for sheet in made for line in sheet.iter_rows() for cell in line if cell.data_type == "f"
    ]
    summary = [[cell.value for cell in line] for line in made["Ringkasan"].iter_rows()]
    assert [cell for line in summary for cell in line if cell == "Berkas yang ditolak"] == ["Berkas yang ditolak"]
    assert summary[-1][1:3] == ["rusak.pdf", "PDF rusak atau terpotong; minta berkas dikirim lagi"]
    questions = {line[2]: line[3:] for line in made["Soal"].iter_rows(values_only=True)}
    assert questions["Latihan 5.1: Biaya yang tidak berubah"] == (2, 1, 1, 0, 0, "C. Paket data untuk melayani pesanan")


def test_values_of_unknown_fields_are_not_lost(form: BookForm, tmp_path: Path) -> None:
    old = book(form, {"kwu-05--latihan-lama": "=isi lama"})
    write_xlsx(Collection((form,), (old,), ()), tmp_path / "rekap.xlsx")
    page = load_workbook(tmp_path / "rekap.xlsx")["Isian lain"]
    assert [cell.value for cell in page[4]] == ["budi.pdf", "kwu-05", "Buku kerja", "kwu-05--latihan-lama", "=isi lama"]


def test_the_same_input_gives_the_same_bytes(collection: Collection, tmp_path: Path) -> None:
    for folder in (tmp_path / "a", tmp_path / "b"):
        write_xlsx(collection, folder / "rekap.xlsx")
        write_csv(collection, folder / "rekap.csv")
    assert digests(tmp_path / "a") == digests(tmp_path / "b")


def test_the_table_as_csv_holds_no_formula(collection: Collection, tmp_path: Path) -> None:
    write_csv(collection, tmp_path / "rekap.csv")
    assert (tmp_path / "rekap.csv").read_bytes().startswith(b"\xef\xbb\xbfUntuk,Modul,Lembar,Berkas,")
    with (tmp_path / "rekap.csv").open(encoding="utf-8-sig", newline="") as file:
        budi, empty = csv.DictReader(file)
    assert budi["Untuk"] == "Hanya untuk pelatih"
    assert budi["Nama peserta"] == '\'=HYPERLINK("http://x.example","Budi")'
    assert budi["Lembaga pelatihan"] == "'+62 BLK"
    assert budi["Latihan 5.5, baris 2 (Minyak goreng): Jenis biaya"] == "'@SUM(A1)"
    assert budi["Latihan 5.3: Penyusutan alat (rupiah)"] == "-5000"
    assert budi["Latihan 5.1: Biaya yang tidak berubah: kunci"].startswith("C. ")
    assert (budi["Latihan 5.1: Biaya yang tidak berubah: hasil"], empty["Benar"]) == ("benar", "0")


def test_office_programs_see_words_where_words_were_written(collection: Collection, tmp_path: Path) -> None:
    """LibreOffice computes nothing of what participants wrote, in neither format."""
    soffice = require_tool("soffice")
    write_xlsx(collection, tmp_path / "rekap.xlsx")
    profile = f"-env:UserInstallation=file://{tmp_path}/profile"
    form = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,1"
    command = [soffice, profile, "--headless", "--convert-to", form, "--outdir", tmp_path, tmp_path / "rekap.xlsx"]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    (made,) = tmp_path.glob("rekap*.csv")
    assert '"=HYPERLINK(""http://x.example"",""Budi"")"' in made.read_text("utf-8")
