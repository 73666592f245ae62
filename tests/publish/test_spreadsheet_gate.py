"""The leak gate opens spreadsheets and archives."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from pathlib import Path

from xlsxwriter import Workbook

from curriculum_kit.publish.leak_gate import leaks
from curriculum_kit.publish.secrets import Practice, Secrets, amount_secrets, practice_sheets
from tests.worksheets.building import EXAMPLE

SECRETS = Secrets(
    {("biaya", "tetap", "tidak", "ikut", "naik"): "kwu-05/sessions/01.md"},
    {"kwu-05": {"Rp10.050": "kwu-05/worksheets"}},
    {"kwu-05": frozenset({10050.0})},
    {("kwu-05", "hpp-keripik"): Practice(2, frozenset({"bahan"}))},
)


def spreadsheet(cells: Mapping[str, str | float], tab: str = "hpp-keripik") -> bytes:
    target = io.BytesIO()
    with Workbook(target) as book:
        page = book.add_worksheet(tab)
        for address, value in cells.items():
            page.write(address, value)
    return target.getvalue()


def found(folder: Path, name: str, raw: bytes) -> list[str]:
    target = folder / name
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(raw)
    return [one.message.format() for one in leaks(folder, SECRETS)]


def says(messages: list[str], words: str) -> None:
    assert len(messages) == 1, messages
    assert words in messages[0]


FILE = "unduhan/kwu-05/lembar/hpp-keripik.xlsx"


def test_labels_given_values_and_blanks_pass(tmp_path: Path) -> None:
    assert found(tmp_path, FILE, spreadsheet({"A1": "Biaya", "B1": 5000, "B2": 25})) == []


def test_a_formula_of_a_practice_sheet_is_found(tmp_path: Path) -> None:
    says(found(tmp_path, FILE, spreadsheet({"B1": "=1+1"})), 'rumus lembar latihan "hpp-keripik"')


def test_a_formula_of_another_sheet_passes(tmp_path: Path) -> None:
    assert found(tmp_path, FILE, spreadsheet({"B1": "=1+1"}, "usaha-saya")) == []


def test_more_numbers_than_are_given_are_found(tmp_path: Path) -> None:
    says(found(tmp_path, FILE, spreadsheet({"B1": 1, "B2": 2, "B3": 3})), "isi sel kosong lembar latihan")


def test_a_result_is_found_on_any_sheet(tmp_path: Path) -> None:
    says(found(tmp_path, FILE, spreadsheet({"B1": 10050}, "usaha-saya")), "hasil lembar latihan 10050")


def test_an_answer_of_one_word_is_found(tmp_path: Path) -> None:
    says(found(tmp_path, FILE, spreadsheet({"B1": "Bahan"})), "jawaban lembar latihan 'bahan'")


def test_words_of_trainers_are_found_in_spreadsheets_in_archives(tmp_path: Path) -> None:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("kwu-05/sesi.html", "<p>Biaya <b>tetap</b> tidak ikut naik.</p>")
        archive.writestr(FILE, spreadsheet({"A1": "Biaya tetap tidak ikut naik", "B1": 10050}))
    messages = found(tmp_path, "unduhan/situs.zip", target.getvalue())
    assert sum("biaya tetap tidak ikut naik" in each for each in messages) >= 2
    assert sum("hasil lembar latihan 10050" in each for each in messages) == 1


def test_an_archive_that_cannot_be_read_is_no_clean_one(tmp_path: Path) -> None:
    says(found(tmp_path, "unduhan/situs.zip", b"PK nothing"), "arsip yang tidak dapat diperiksa")


def test_practice_sheets_are_read_from_the_raw_files() -> None:
    practice = practice_sheets(EXAMPLE)
    assert [*practice] == [("kwu-05", "hpp-keripik")]
    one = practice["kwu-05", "hpp-keripik"]
    assert one.given > 20
    assert "tenaga kerja" in one.answers


def test_a_result_that_a_public_number_equals_is_no_secret() -> None:
    assert amount_secrets([("a", 1500.0), ("a", 1700.0)], [1500.0]) == {"a": frozenset({1700.0})}
