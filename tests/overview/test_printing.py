"""What there is to print, against sheets counted by hand."""

from __future__ import annotations

import json
from pathlib import Path

import pikepdf

from curriculum_kit.overview.built import Built, built_books, last_built
from curriculum_kit.overview.printing import printing
from tests.overview.curricula import ONE_SESSION, base, changed, example, lay_out_books

PROGRAMME, MODULE = "dasar-2jp", "kwu-01"
PAGES = {
    f"unduhan/{PROGRAMME}/buku-kerja.pdf": 10,
    f"unduhan/{PROGRAMME}/buku-pegangan.pdf": 21,
    f"unduhan/{PROGRAMME}/buku-penilaian.pdf": 8,
    f"unduhan/{PROGRAMME}/dokumen-program.pdf": 7,
    f"unduhan/{MODULE}/lembar-soal.pdf": 3,
}


def test_sheets_as_counted_by_hand() -> None:
    """Both sides of a sheet: 10 pages are 5 sheets, 21 are 11. A copy of workbook and questions for each of 16."""
    report = printing(base(), PAGES)
    (programme,) = report.programmes
    assert report.class_size == 16
    assert [(b.kind, b.scope, b.copies, b.sheets, b.all_sheets) for b in programme.books] == [
        ("buku-kerja", PROGRAMME, 16, 5, 80),
        ("buku-pegangan", PROGRAMME, 1, 11, 11),
        ("buku-penilaian", PROGRAMME, 1, 4, 4),
        ("dokumen-program", PROGRAMME, 1, 4, 4),
        ("lembar-soal", MODULE, 16, 2, 32),
    ]
    assert programme.all_sheets == 80 + 11 + 4 + 4 + 32


def test_without_a_build_pages_are_left_out() -> None:
    (programme,) = printing(base(), {}).programmes
    assert {book.pages for book in programme.books} == {None}
    assert programme.all_sheets is None
    (module,) = printing(base(), PAGES).modules
    assert [book.kind for book in module.books] == ["buku-kerja", "buku-pegangan", "buku-penilaian", "lembar-soal"]
    assert [book.pages for book in module.books] == [None, None, None, 3]
    assert module.all_sheets is None


def test_worksheets_are_those_that_are_filled_in(tmp_path: Path) -> None:
    """`contoh-warung` is a worked example; the first session of the base has no worksheet."""
    (programme,) = printing(base(), {}).programmes
    assert [sheet.id for sheet in programme.worksheets] == ["hpp-keripik", "hpp-saya"]
    assert [s.id for s in printing(example(), {}).programmes[0].worksheets] == ["hpp-keripik", "hpp-usaha-saya"]
    assert printing(changed(tmp_path, ONE_SESSION), {}).programmes[0].worksheets == ()


def test_the_pages_of_a_build_are_counted(tmp_path: Path) -> None:
    address = f"unduhan/{MODULE}/buku-kerja.pdf"
    listed = [f"participant/{address}", f"trainer/unduhan/{MODULE}/lembar-soal.pdf", "trainer/unduhan/x/gone.pdf"]
    for file in listed[:2]:
        path = tmp_path / file
        path.parent.mkdir(parents=True)
        with pikepdf.new() as pdf:
            for _ in range(3):
                pdf.add_blank_page()
            pdf.save(path)
    (tmp_path / listed[1]).write_bytes(b"%PDF-1.7 cut")
    tmp_path.joinpath("manifest.json").write_text(json.dumps({"as_of": "2025-12-01", "files": dict.fromkeys(listed)}))
    assert built_books(tmp_path) == Built("2025-12-01", {address: 3}, {}, tmp_path.name)
    assert last_built([tmp_path / "build", tmp_path]).pages == {address: 3}


def test_words_are_counted_when_they_are_asked_for(tmp_path: Path) -> None:
    """Seven words: a number alone is none, a word with a hyphen is two, and pages break no word."""
    address = "unduhan/kwu-01/buku-kerja.pdf"
    lay_out_books(tmp_path, {address: ["Tiga kata saja", "Modal awal Rp5.000: 12 kali-kali"]})
    assert built_books(tmp_path).words == {}
    assert built_books(tmp_path, with_words=True).words == {address: 3 + 5}


def test_pictures_are_those_of_the_sessions_and_for_whom_they_are(tmp_path: Path) -> None:
    """The base has one figure; a picture in a note for trainers stands in their book only."""
    (programme,) = printing(base(), {}).programmes
    pictures = {book.kind: book.pictures for book in programme.books}
    note = "Pasangkan peserta yang sulit membaca dengan temannya.\n:::"
    picture = f":::{{image}} ../media/alur.svg\n:alt: Panah.\n:::\n\n{note}"
    outer = ":::{trainer-note} Membantu peserta"
    file = "kwu-01/sessions/01-biaya.md"
    noted = changed(tmp_path, (file, note, f"{picture}:"), (file, outer, f":{outer}"))
    more = {book.kind: book.pictures for book in printing(noted, {}).programmes[0].books}
    assert pictures == {**dict.fromkeys(pictures, 0), "buku-kerja": 1, "buku-pegangan": 1}
    assert more == {**pictures, "buku-pegangan": 2}


def test_totals_of_a_class() -> None:
    (programme,) = printing(base(), PAGES).programmes
    assert programme.copies == 16 + 1 + 1 + 1 + 16
    assert programme.all_pages == 16 * 10 + 21 + 8 + 7 + 16 * 3
    assert programme.minutes.total == 90


def test_no_build_and_a_broken_manifest_are_no_trouble(tmp_path: Path) -> None:
    assert built_books(tmp_path / "build") == Built()
    for content in ("", "[]", '{"as_of": "2025-12-01"}'):
        tmp_path.joinpath("manifest.json").write_text(content)
        assert built_books(tmp_path) == Built()
