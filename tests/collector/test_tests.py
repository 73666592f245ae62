"""Tests that come back: marked by their keys, compared before and after, beside workbooks of the same participants."""

from __future__ import annotations

import csv
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from pathlib import Path

import pikepdf
import pytest
from openpyxl import load_workbook
from PIL import Image

from curriculum_kit.audience import Audience
from curriculum_kit.collector.collection import Collection, Submission, collect, submission, together
from curriculum_kit.collector.csv import write_csv
from curriculum_kit.collector.forms import BookForm, Edition, book_forms, form_of
from curriculum_kit.collector.marking import Verdict
from curriculum_kit.collector.progress import progress_rows
from curriculum_kit.collector.reader import Refuse, read_fields
from curriculum_kit.collector.table import column_label, remarks, score
from curriculum_kit.collector.xlsx import write_xlsx
from curriculum_kit.edition.context import EditionContext
from curriculum_kit.edition.form import EDITION_FIELD
from curriculum_kit.source.loader import load
from tests.collector.conftest import Books
from tests.collector.filling import Values, fill, fill_with_poppler, type_in

pytestmark = pytest.mark.xdist_group("workbook")

DAY = date(2025, 12, 1)
BEFORE, AFTER = "kwu-05--tes-awal--", "kwu-05--tes-akhir--"
NAME = "peserta--nama"


@pytest.fixture(scope="module")
def forms(books: Books) -> dict[str, BookForm]:
    context = EditionContext.of(load(books.modules).curriculum, Audience.PARTICIPANT, DAY)
    return {form.name.partition(" ")[2]: form for form in book_forms(context, "kwu-05")}


def handed_in(form: BookForm, written: Values, file: str = "a.pdf") -> Submission:
    """A file with all fields of today, some filled in."""
    return submission(file, form, {field.name: "" for field in form.fields} | dict(written))


def test_a_module_has_a_workbook_and_its_tests(forms: dict[str, BookForm]) -> None:
    assert [form.label for form in forms.values()] == ["Buku kerja", "Tes awal", "Esai jenis biaya", "Tes akhir"]
    assert [form.has_score for form in forms.values()] == [False, True, False, True]
    assert forms["tes-akhir"].keys[f"{AFTER}1"].words == "B"
    assert forms["esai-jenis-biaya"].keys == {}


def test_options_are_told_in_words(forms: dict[str, BookForm]) -> None:
    """Without signs of Markdown, with roles as they are read, from one line or from two."""
    assert forms["tes-akhir"].items[f"{AFTER}1"] == ("Upah", "Pisang, segar")
    workbook = forms[""]
    assert workbook.items["kwu-05--latihan-biaya-tetap"][2] == "Paket data untuk melayani pesanan"
    ticks = [field for field in workbook.fields if field.kind == "tick"]
    assert [column_label(field, workbook) for field in ticks] == [
        "Pikirkan “Saya sudah bisa”, butir 1: Menghitung HPP satu bungkus.",
        "Pikirkan “Saya sudah bisa”, butir 2: Menetapkan HPP, lalu menjelaskannya.",
        "Pikirkan “Saya sudah bisa”, butir 3: Menolong teman.",
    ]


def test_the_book_is_told_by_what_it_says_of_itself_then_by_its_fields(forms: dict[str, BookForm]) -> None:
    known = list(forms.values())
    both = [f"{BEFORE}1", f"{AFTER}1", f"{AFTER}2"]
    assert form_of(both, Edition("kwu-05", "0.1.0", "tes-awal"), known) is forms["tes-awal"]
    assert form_of(both, Edition(), known) is forms["tes-akhir"]
    assert form_of(both, Edition("kwu-05", "0.1.0", "tes-lama"), known) is None
    assert form_of(both, Edition("kwu-05", "0.1.0"), known) is forms[""]
    assert form_of(["kwu-05--lain"], Edition(), known) is forms[""]
    assert Edition.of("kwu-05 0.1.0 tes-awal") == Edition("kwu-05", "0.1.0", "tes-awal")
    for nonsense in ("", "=1+1", "kwu-05", "kwu-05 0.1.0 ../x", "kwu-05 0.1.0 a b"):
        assert Edition.of(nonsense) == Edition()


def test_answers_are_marked_by_the_key_and_counted(forms: dict[str, BookForm]) -> None:
    made = handed_in(forms["tes-awal"], {NAME: "Siti", f"{BEFORE}1": "B", f"{BEFORE}2": "A"})
    assert made.verdict(f"{BEFORE}1") is Verdict.RIGHT
    assert made.verdict(f"{BEFORE}2") is Verdict.WRONG
    assert made.verdict(f"{BEFORE}3") is Verdict.EMPTY
    assert score(made) == Decimal(20)
    assert score(handed_in(forms["esai-jenis-biaya"], {"kwu-05--esai-jenis-biaya--1": "Lima biaya."})) is None
    assert score(handed_in(forms[""], {"kwu-05--latihan-biaya-tetap": "C"})) is None


def compared(forms: dict[str, BookForm], *files: tuple[str, Values]) -> list[list[object]]:
    made = [handed_in(forms[test], written, f"{number}.pdf") for number, (test, written) in enumerate(files)]
    return [list(row) for row in progress_rows(together(forms.values(), made, ()))]


def test_before_and_after_stand_side_by_side(forms: dict[str, BookForm]) -> None:
    rows = compared(
        forms,
        ("tes-awal", {NAME: "Siti  Aminah", f"{BEFORE}1": "B"}),
        ("tes-akhir", {NAME: "siti aminah", f"{AFTER}1": "B", f"{AFTER}2": "A"}),
        ("tes-awal", {NAME: "Budi", f"{BEFORE}1": "B", f"{BEFORE}2": "D"}),
        ("tes-akhir", {NAME: "Budi", f"{AFTER}1": "B", f"{AFTER}2": "B"}),
        ("tes-akhir", {NAME: "Wati", f"{AFTER}1": "B"}),
    )
    assert rows == [
        ["kwu-05", "Siti  Aminah", "Tes awal", 1, 5, 20, "Tes akhir", 2, 2, 100, 80, ""],
        ["kwu-05", "Budi", "Tes awal", 2, 5, 40, "Tes akhir", 1, 2, 50, 10, ""],
        ["kwu-05", "Wati", "Tes awal", None, None, None, "Tes akhir", 1, 2, 50, None, "Tes awal belum ada"],
        ["kwu-05", "Rata-rata 2 peserta", "Tes awal", None, None, 30, "Tes akhir", None, None, 75, 45, None],
    ]


def test_nobody_is_guessed_at(forms: dict[str, BookForm]) -> None:
    rows = compared(
        forms,
        ("tes-awal", {NAME: "Siti", f"{BEFORE}1": "B"}),
        ("tes-awal", {NAME: "SITI", f"{BEFORE}1": "A"}),
        ("tes-akhir", {NAME: "Siti", f"{AFTER}1": "B"}),
        ("tes-akhir", {f"{AFTER}1": "B"}),
        ("tes-awal", {NAME: "Budi"}),
    )
    assert [(row[1], row[5], row[9], row[10], row[11]) for row in rows] == [
        ("Siti", None, 50, None, "Tes awal ada di lebih dari satu berkas: 0.pdf, 1.pdf"),
        ("Budi", None, None, None, "Tes awal kosong; Tes akhir belum ada"),
        ("", None, None, None, "Tes akhir tanpa nama: 3.pdf"),
    ]
    assert compared(forms, ("tes-awal", {NAME: "Siti", f"{BEFORE}1": "B"})) == []


def test_what_a_trainer_should_know_first(forms: dict[str, BookForm]) -> None:
    form = forms["tes-awal"]
    files = [
        handed_in(form, {NAME: "Siti", EDITION_FIELD: "kwu-05 0.1.0 tes-awal", f"{BEFORE}1": "B"}, "a.pdf"),
        handed_in(form, {NAME: " siti", EDITION_FIELD: "kwu-05 0.0.9 tes-awal"}, "b.pdf"),
        handed_in(form, {EDITION_FIELD: "kwu-05 0.1.0 tes-awal", f"{BEFORE}1": "B"}, "c.pdf"),
        handed_in(form, {EDITION_FIELD: "kwu-05 0.1.0 tes-awal", f"{BEFORE}1": "B"}, "d.pdf"),
    ]
    assert [remarks(each) for each in together((form,), files, ()).submissions] == [
        "nama yang sama juga di b.pdf",
        "tidak ada yang diisi; nama yang sama juga di a.pdf; versi 0.0.9, sekarang 0.1.0",
        "nama belum ditulis",
        "nama belum ditulis",
    ]


@pytest.mark.parametrize("program", [fill, fill_with_poppler, type_in])
def test_a_class_comes_back_with_every_value(
    books: Books, tmp_path: Path, program: Callable[[Path, Path, Values], Path]
) -> None:
    """Tests, an essay and a workbook, filled in by programs that know nothing of ours."""
    inbox = tmp_path / "masuk"
    inbox.mkdir()
    essay = "Pisang, minyak, gas.\nUpah: saya sendiri."
    written: dict[str, Values] = {
        "tes-awal": {NAME: "Siti", "peserta--tanggal": "1-12-2025", f"{BEFORE}1": "B", f"{BEFORE}5": "A"},
        "tes-akhir": {NAME: "Siti", f"{AFTER}1": "B", f"{AFTER}2": "A"},
        "esai-jenis-biaya": {NAME: "Siti", "kwu-05--esai-jenis-biaya--1": essay},
    }
    for test, values in written.items():
        program(books.sheets[test], inbox / f"{test}.pdf", values)
    answers = {NAME: "Siti", "kwu-05--cek-diri--butir-1": "ya", "kwu-05--latihan-biaya-tetap": "C"}
    program(books.workbook, inbox / "buku.pdf", answers)
    collection = collect(load(books.modules).curriculum, DAY, inbox)
    assert not collection.refused
    read = {each.file: each for each in collection.submissions}
    for test, values in written.items():
        made = read[f"{test}.pdf"]
        there = {name: value for name, value in {**made.owner, **made.values}.items() if value}
        assert there == values
        assert (made.version, made.unknown, made.missing) == ("0.1.0", {}, ())
    made = read["buku.pdf"]
    assert {name: value for name, value in {**made.owner, **made.values}.items() if value} == answers
    check_tables(collection, tmp_path, essay)


def check_tables(collection: Collection, folder: Path, essay: str) -> None:
    """Every value stands in both files, the options with their words."""
    write_xlsx(collection, folder / "rekap.xlsx")
    made = load_workbook(folder / "rekap.xlsx")
    assert made.sheetnames == [
        "Ringkasan", "Awal dan akhir", "Soal", "kwu-05", "kwu-05 tes-awal", "kwu-05 esai-jenis-biaya",
        "kwu-05 tes-akhir",
    ]  # fmt: skip
    assert {page["A1"].value for page in made} == {"Hanya untuk pelatih"}
    heads, keys, siti = made["kwu-05 tes-awal"].iter_rows(min_row=3, max_row=5, values_only=True)
    at = {head: number for number, head in enumerate(heads)}
    first = at["Tes awal, soal 1"]
    assert keys[first] == siti[first] == "B. Upah untuk diri sendiri"
    assert siti[first + 1] == "benar"
    assert siti[at["Tes awal, soal 5"]] == "A. Laba bertambah bila barang laris"
    assert siti[at["Tanggal mengerjakan"]] == "1-12-2025"
    assert "Catatan saya" not in at
    heads, _, siti = made["kwu-05 esai-jenis-biaya"].iter_rows(min_row=3, max_row=5, values_only=True)
    assert siti[heads.index("Esai jenis biaya, soal 1")] == essay
    assert not [head for head in heads if head and head.endswith("hasil")]
    (compared,) = list(made["Awal dan akhir"].iter_rows(min_row=4, values_only=True))[:1]
    assert compared[1:11] == ("Siti", "Tes awal", 1, 5, 20, "Tes akhir", 2, 2, 100, 80)
    write_csv(collection, folder / "rekap.csv")
    with (folder / "rekap.csv").open(encoding="utf-8-sig", newline="") as file:
        lines = {line["Lembar"]: line for line in csv.DictReader(file)}
    assert lines["Tes awal"]["Tes awal, soal 1"] == "B. Upah untuk diri sendiri"
    assert lines["Tes awal"]["Tes awal, soal 1: kunci"] == "B. Upah untuk diri sendiri"
    assert lines["Tes awal"]["Nilai (0–100)"] == "20"
    assert lines["Esai jenis biaya"]["Esai jenis biaya, soal 1"] == essay
    assert lines["Buku kerja"]["Pikirkan “Saya sudah bisa”, butir 1: Menghitung HPP satu bungkus."] == "ya"
    assert lines["Buku kerja"]["Nilai (0–100)"] == ""


def test_what_is_no_form_any_more_is_refused_for_what_it_is(books: Books, tmp_path: Path) -> None:
    """A flattened file has letters and no fields, a scan has neither; other modules and old tests are told."""
    inbox = tmp_path / "masuk"
    inbox.mkdir()
    with pikepdf.open(books.sheets["tes-awal"]) as pdf:
        pdf.flatten_annotations()
        pdf.save(inbox / "datar.pdf")
    Image.new("L", (80, 120), 255).save(inbox / "pindaian.pdf")
    for name, (old, new) in {
        "lain.pdf": ("kwu-05", "kwu-77"),
        "lama.pdf": ("tes-awal", "tes-lama"),
    }.items():
        with pikepdf.open(books.sheets["tes-awal"]) as pdf:
            for field in pdf.Root.AcroForm.Fields:
                field.T = pikepdf.String(str(field.T).replace(old, new))
                if str(field.T) == EDITION_FIELD:
                    field.V = pikepdf.String(str(field.V).replace(old, new))
            pdf.save(inbox / name)
    collection = collect(load(books.modules).curriculum, DAY, inbox)
    assert not collection.submissions
    assert {each.file: each.reason.format() for each in collection.refused} == {
        "datar.pdf": "tidak ada isian; mungkin dicetak menjadi PDF atau diratakan, bukan disimpan",
        "pindaian.pdf": "hasil pindaian atau foto, bukan PDF isian; salin jawabannya dengan tangan",
        "lain.pdf": 'milik modul "kwu-77", yang tidak ada di kurikulum ini',
        "lama.pdf": 'lembar soal "tes-lama" tidak ada lagi di modul kwu-05',
    }


def test_a_scan_is_told_from_a_print(books: Books, tmp_path: Path) -> None:
    Image.new("L", (80, 120), 255).save(tmp_path / "a.pdf")
    for path, reason in ((tmp_path / "a.pdf", "scan"), (books.on_paper, "no-form")):
        with pytest.raises(Refuse) as refused:
            read_fields(path.read_bytes())
        assert refused.value.reason == reason
