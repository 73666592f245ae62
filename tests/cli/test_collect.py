"""`ck collect` from the outside."""

from __future__ import annotations

from pathlib import Path

import pytest
from openpyxl import load_workbook

from curriculum_kit.cli import FOUND, OK, TROUBLE
from tests.cli.conftest import Ck
from tests.collector.conftest import Books, books, workbook
from tests.collector.filling import fill, type_in
from tests.collector.hostile import data_of, honest
from tests.conftest import MODULES
from tests.project import EXAMPLE

__all__ = ["books", "workbook"]
pytestmark = pytest.mark.xdist_group("workbook")
DAY = ("--as-of", "2025-12-01")


@pytest.fixture
def inbox(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder `masuk`, to be named from where the person is."""
    monkeypatch.chdir(tmp_path)
    folder = tmp_path / "masuk"
    folder.mkdir()
    return folder


def test_a_class_is_collected(ck: Ck, inbox: Path, books: Books, workbook: Path) -> None:
    answers = {"peserta--nama": "Siti", "kwu-05--latihan-biaya-tetap": "C", "kwu-05--latihan-penyusutan": "15.000"}
    fill(workbook, inbox / "a" / "siti.pdf", answers)
    type_in(workbook, inbox / "budi.pdf", {**answers, "peserta--nama": "Budi", "kwu-05--latihan-biaya-tetap": "A"})
    result = ck("collect", "masuk", str(books.modules), *DAY)
    assert (result.code, result.err) == (OK, "")
    assert result.out == (
        "2 buku kerja dan 0 lembar soal dibaca, 0 berkas ditolak.\n"
        "ditulis: rekap-pelatih.xlsx (memuat kunci, hanya untuk pelatih)\n"
    )
    page = load_workbook("rekap-pelatih.xlsx")["Ringkasan"]
    read = {line[2]: line for line in page.iter_rows(min_row=4, values_only=True)}
    assert [read[file][3] for file in ("budi.pdf", "a/siti.pdf")] == ["Budi", "Siti"]
    assert [read[file][10] for file in ("budi.pdf", "a/siti.pdf")] == [2, 2]
    assert [read[file][12:14] for file in ("budi.pdf", "a/siti.pdf")] == [(0, 1), (1, 0)]


def test_what_is_refused_is_said_in_a_line_and_the_rest_is_written(
    ck: Ck,
    inbox: Path,
    workbook: Path,
) -> None:
    fill(workbook, inbox / "siti.pdf", {})
    (inbox / "rusak.pdf").write_bytes(workbook.read_bytes()[:9000])
    (inbox / "lain.pdf").write_bytes(data_of(honest({"Text1": "x"})))
    result = ck("collect", "masuk", str(EXAMPLE), *DAY, "--output", "hasil/rekap.csv")
    assert (result.code, result.out.splitlines()[0]) == (
        FOUND,
        "1 buku kerja dan 0 lembar soal dibaca, 2 berkas ditolak.",
    )
    assert result.err == (
        "ditolak: lain.pdf: bukan buku kerja atau lembar soal dari kurikulum ini\n"
        "ditolak: rusak.pdf: PDF rusak atau terpotong; minta berkas dikirim lagi\n"
    )
    assert len(Path("hasil/rekap.csv").read_text("utf-8-sig").splitlines()) == 2
    english = ck("collect", "masuk", str(EXAMPLE), *DAY, "--lang", "en")
    assert "refused: lain.pdf: not a workbook or question sheet of this curriculum\n" in english.err


def test_nothing_is_written_where_nothing_was_read(ck: Ck, inbox: Path) -> None:
    result = ck("collect", "masuk", str(EXAMPLE))
    assert result.code == TROUBLE
    assert result.err == 'Tidak ada berkas PDF di "masuk"; tidak ada yang ditulis.\n'
    (inbox / "x.pdf").write_bytes(b"x")
    result = ck("collect", "masuk", str(EXAMPLE))
    assert (result.code, result.err.splitlines()[0]) == (FOUND, "ditolak: x.pdf: bukan PDF")
    assert [path.name for path in Path().iterdir()] == ["masuk"]


def test_books_of_other_modules_are_passed_over(ck: Ck, inbox: Path) -> None:
    (inbox / "a.pdf").write_bytes(data_of(honest()))
    assert "1 berkas dari versi lain; lihat kolom Keterangan." in ck("collect", "masuk", str(EXAMPLE), *DAY).out
    result = ck("collect", "masuk", str(MODULES), "--module", "kwu-06", *DAY)
    assert result == (TROUBLE, "", "Semua berkas itu milik modul lain; tidak ada yang ditulis.\n")
    (inbox / "b.pdf").write_bytes(data_of(honest({"kwu-06--latihan-kaki-meja": ""})))
    result = ck("collect", "masuk", str(MODULES), "--module", "kwu-06", *DAY)
    assert result.code == OK
    assert result.out.startswith(
        "1 buku kerja dan 0 lembar soal dibaca, 0 berkas ditolak.\n1 berkas modul lain dilewati.\n"
    )
    wrong = ck("collect", "masuk", str(EXAMPLE), "--module", "kwu-5")
    assert wrong == (TROUBLE, "", 'Tidak ada modul "kwu-5"; maksud Anda "kwu-05"?\n')


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("tiada", str(EXAMPLE)), 'Tidak ada folder "tiada" di sini'),
        (("masuk", "tiada"), 'Tidak ada folder "tiada" di sini'),
        (("masuk", str(EXAMPLE), "--output", "rekap.pdf"), 'Hasil ditulis sebagai .xlsx atau .csv, bukan "rekap.pdf"'),
        ((), "FOLDER belum diisi"),
    ],
)
@pytest.mark.usefixtures("inbox")
def test_wrong_use_is_one_line(ck: Ck, words: tuple[str, ...], said: str) -> None:
    result = ck("collect", *words)
    assert (result.code, result.err.count("\n"), result.out) == (TROUBLE, 1, "")
    assert result.err.startswith(said)
