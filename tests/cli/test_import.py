"""`ck import` from the outside."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

from curriculum_kit.cli import FOUND, OK, TROUBLE
from tests.cli.conftest import Ck
from tests.importer.hostile import HOSTILE
from tests.importer.making import KINDS, module_book
from tests.project import EXAMPLE, digests


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with a curriculum and a Word file."""
    monkeypatch.chdir(tmp_path)
    shutil.copytree(EXAMPLE, tmp_path / "modules")
    (tmp_path / "biaya.docx").write_bytes(module_book(tmp_path))
    return tmp_path


def test_a_file_becomes_the_next_module(ck: Ck, place: Path) -> None:
    result = ck("import", "biaya.docx")
    assert (result.code, result.err) == (OK, "")
    assert 'paragraf 1: judul modul: "Menghitung biaya usaha"' in result.out
    assert result.out.splitlines()[-3:] == [
        "ditulis: modules/kwu-06",
        "ditulis: laporan-impor/kwu-06.md",
        "Jalankan `ck check`: tempat bertanda LENGKAPI masih harus ditulis.",
    ]
    report = (place / "laporan-impor/kwu-06.md").read_text("utf-8")
    assert "## Tidak dipindahkan" in report
    checked = ck("check", "modules/kwu-06", "--as-of", "2025-12-01")
    assert checked.code == OK
    assert "FILL881" in checked.out


def test_the_report_is_english_on_request(ck: Ck, place: Path) -> None:
    result = ck("import", "biaya.docx", "--lang", "en")
    assert result.code == OK
    assert 'paragraph 1: title of the module: "Menghitung biaya usaha"' in result.out
    assert "## Not carried over" in (place / "laporan-impor/kwu-06.md").read_text("utf-8")


def test_three_books_are_one_module(ck: Ck, place: Path) -> None:
    for kind in ("information_book", "work_book", "assessment_book"):
        (place / f"{kind}.docx").write_bytes(KINDS[kind](place))
    result = ck("import", "assessment_book.docx", "work_book.docx", "information_book.docx", "--module", "kwu-20")
    assert result.code == OK
    assert "work_book.docx, berkas: dibaca sebagai Buku Kerja" in result.out
    assert "number: 20" in (place / "modules/kwu-20/module.yaml").read_text("utf-8")


def test_a_refused_file_is_one_line_and_nothing_is_written(ck: Ck, place: Path) -> None:
    before = digests(place)
    (place / "jahat.docx").write_bytes(HOSTILE["macros"][0]())
    result = ck("import", "biaya.docx", "jahat.docx")
    assert (result.code, result.out) == (FOUND, "")
    assert result.err == "ditolak: jahat.docx: berkas memuat program (makro); simpan sebagai .docx biasa\n"
    (place / "jahat.docx").unlink()
    assert digests(place) == before


def test_a_module_is_never_overwritten(ck: Ck, place: Path) -> None:
    before = digests(place / "modules")
    result = ck("import", "biaya.docx", "--module", "kwu-05")
    assert result.code == TROUBLE
    assert 'Modul "kwu-05" sudah ada' in result.err
    assert digests(place / "modules") == before


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("tidak-ada.docx",), "Tidak ada berkas"),
        (("biaya.docx", "--module", "../x"), "bukan id modul"),
        (("biaya.docx", "--into", "lain"), "Tidak ada folder"),
        ((), "belum diisi"),
    ],
)
def test_wrong_use_is_said_in_a_line(ck: Ck, place: Path, arguments: tuple[str, ...], words: str) -> None:
    result = ck("import", *arguments)
    assert result.code == TROUBLE
    assert words in result.err
    assert len(result.err.splitlines()) == 1
    assert not (place / "laporan-impor").exists()


def test_a_folder_that_cannot_be_written_is_said_and_nothing_is_left(
    ck: Ck, place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "rename", full)
    result = ck("import", "biaya.docx")
    assert result.code == TROUBLE
    assert "tidak dapat ditulis" in result.err
    assert not (place / "modules/kwu-06").exists()
    assert not list(place.glob(".impor-*"))
    assert not (place / "laporan-impor/kwu-06.md").exists()


def test_the_same_file_gives_the_same_module(ck: Ck, place: Path) -> None:
    assert ck("import", "biaya.docx", "--module", "kwu-06").code == OK
    first = digests(place / "modules/kwu-06")
    (place / "modules/kwu-06").rename(place / "lama")
    assert ck("import", "biaya.docx", "--module", "kwu-06").code == OK
    assert digests(place / "modules/kwu-06") == first
