"""Which pages and books change with an edit."""

from __future__ import annotations

from pathlib import Path

import pytest

from curriculum_kit.comparison import Comparison
from tests.comparison.edits import Edit, compared

SECOND = "kwu-05/sessions/02-menghitung-hpp.md"
PAGE = "kwu-05/02-menghitung-hpp.html"
BOTH = ("contoh-4jp", "kwu-05")


def addresses(kind: str, scopes: tuple[str, ...] = BOTH) -> set[str]:
    return {f"unduhan/{scope}/{kind}.pdf" for scope in scopes}


def books(comparison: Comparison) -> set[str]:
    return {book.address for book in comparison.touched.books}


HANDBOOKS = addresses("buku-pegangan") | addresses("buku-pegangan-a5", ("kwu-05",))
WORKBOOKS = (
    addresses("buku-kerja") | addresses("buku-kerja-a5", ("kwu-05",)) | addresses("buku-kerja-isian", ("kwu-05",))
)
TEXT = HANDBOOKS | WORKBOOKS
SHEETS = {
    f"unduhan/kwu-05/{name}.pdf"
    for name in ("lembar-soal", "lembar-soal-isian-tes-awal", "lembar-soal-isian-esai-jenis-biaya")
}
KEYS = HANDBOOKS | addresses("buku-penilaian")
CASES: dict[str, tuple[Edit, set[str], set[str], set[str]]] = {
    "text": (lambda p: p.edit(SECOND, "Sebagian pembeli", "Banyak pembeli"), {PAGE}, set(), TEXT),
    "an answer": (
        lambda p: p.edit(SECOND, "berarti rugi.", "berarti untung."),
        set(),
        {PAGE},
        HANDBOOKS,
    ),
    "minutes": (
        lambda p: p.edit(SECOND, "minutes: 25", "minutes: 30"),
        {PAGE, "kwu-05/index.html", "program/contoh-4jp.html"},
        {"laporan.html"},
        TEXT | addresses("dokumen-program", ("contoh-4jp",)),
    ),
    "a question": (
        lambda p: p.edit("kwu-05/assessment.yaml", "        key: b", "        key: c"),
        set(),
        {"laporan.html"},
        addresses("buku-penilaian") | SHEETS,
    ),
    "a formula of a practice sheet": (
        lambda p: p.edit("kwu-05/worksheets/hpp-keripik.yaml", "old_price - unit_cost", "unit_cost - old_price"),
        set(),
        {PAGE, "kwu-05/01-mengenal-biaya.html"},
        KEYS,
    ),
    "a word of the glossary": (
        lambda p: p.edit("glossary.yaml", "termasuk bungkusnya", "dan bungkusnya"),
        {"glosarium.html", "kwu-05/01-mengenal-biaya.html"},
        set(),
        TEXT,
    ),
    "a picture": (
        lambda p: p.edit("kwu-05/media/alur-biaya.svg", "<svg", "<svg "),
        {"kwu-05/01-mengenal-biaya.html"},
        set(),
        TEXT,
    ),
    "the directory of centres": (
        lambda p: p.edit("centres.yaml", "name: ", "name: X "),
        {"balai.html"},
        set(),
        set(),
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_pages_and_books_of_an_edit(name: str, tmp_path: Path) -> None:
    edit, pages, trainer_pages, expected = CASES[name]
    comparison = compared(tmp_path, edit)
    assert set(comparison.touched.pages) == pages
    assert set(comparison.touched.only_for_trainers) == trainer_pages
    assert books(comparison) == expected


def test_a_number_of_the_story_reaches_the_sheets_that_use_it(tmp_path: Path) -> None:
    comparison = compared(tmp_path, lambda p: p.edit("cases/sari.yaml", "amount: 5000,", "amount: 6000,"))
    assert PAGE in comparison.touched.pages
    assert books(comparison) >= KEYS


def test_settings_reach_everything(tmp_path: Path) -> None:
    comparison = compared(tmp_path, lambda p: p.edit("curriculum.yaml", "class_size: 16", "class_size: 20"))
    assert PAGE in comparison.touched.pages
    assert books(comparison) >= KEYS | TEXT
