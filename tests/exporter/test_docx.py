"""Modules as Word files for reviewers."""

from __future__ import annotations

import re
import zipfile
from io import BytesIO
from pathlib import Path

import pytest
from docx import Document

from tests.importer.words import words, words_of_docx, words_of_files
from tests.project import AS_OF, Project
from tests.tools import converted

pytestmark = pytest.mark.xdist_group("docx")


@pytest.fixture(scope="module")
def exported(tmp_path_factory: pytest.TempPathFactory) -> Project:
    """The example, exported for both audiences."""
    project = Project(tmp_path_factory.mktemp("ekspor"))
    for audience in ("trainer", "participant"):
        done = project.ck("export", "docx", "--audience", audience, "--as-of", AS_OF)
        assert done.returncode == 0, done.stdout + done.stderr
    return project


def test_a_module_has_headings_numbers_blocks_and_pictures(exported: Project) -> None:
    document = Document(str(exported.folder / "kwu-05-pelatih.docx"))
    styles = {paragraph.style.name for paragraph in document.paragraphs}
    assert {
        "Title",
        "Heading 1",
        "Heading 2",
        "CK Latihan",
        "CK Jawaban",
        "CK Catatan pelatih",
        "CK Isi blok",
    } <= styles
    headings = [each.text for each in document.paragraphs if each.style.name == "Heading 1"]
    assert headings[:3] == [
        "Standar kompetensi",
        "Sesi 5.1 Mengenal biaya usaha",
        "Sesi 5.2 Menghitung HPP dan harga jual",
    ]
    cells = {cell.text for table in document.tables for row in table.rows for cell in row.cells}
    assert "1.1 Biaya satu kali produksi dikelompokkan menurut jenisnya." in cells
    labels = [each.text for each in document.paragraphs if each.style.name == "CK Latihan"]
    assert labels[:2] == ["Latihan 5.1: Biaya yang tidak berubah", "Latihan 5.2: Memilah biaya Sari"]
    assert len(document.inline_shapes) == 1
    alt = document.inline_shapes[0]._inline.docPr.get("descr")
    assert alt
    assert document.core_properties.title == "Modul 5. Menghitung biaya, HPP, dan harga jual"
    assert document.core_properties.language == "id-ID"
    assert 'w:lang w:val="id-ID"' in document.styles["Normal"].element.xml


def test_participants_get_no_answer_no_note_and_no_test(exported: Project) -> None:
    document = Document(str(exported.folder / "kwu-05-peserta.docx"))
    styles = {paragraph.style.name for paragraph in document.paragraphs}
    assert not {"CK Jawaban", "CK Catatan pelatih"} & styles
    text = "\n".join(each.text for each in document.paragraphs)
    assert "Kegiatan pelatih" not in text
    assert "Penilaian" not in [each.text for each in document.paragraphs if each.style.name == "Heading 1"]
    assert "Latihan 5.1" in text


def test_the_same_input_gives_the_same_bytes(exported: Project, tmp_path: Path) -> None:
    done = exported.ck("export", "docx", "--as-of", AS_OF, "--module", "kwu-05", "-o", str(tmp_path / "lagi.docx"))
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "lagi.docx").read_bytes() == (exported.folder / "kwu-05-pelatih.docx").read_bytes()
    with zipfile.ZipFile(tmp_path / "lagi.docx") as archive:
        assert {info.date_time[0] for info in archive.infolist()} == {1980}
        assert b"2000-01-01" in archive.read("docProps/core.xml")


def test_libreoffice_opens_it_and_sees_every_word(exported: Project, tmp_path: Path) -> None:
    source = exported.folder / "kwu-05-pelatih.docx"
    pdf = converted(source, "pdf", tmp_path)
    assert pdf.read_bytes().startswith(b"%PDF")
    again = converted(source, "docx:MS Word 2007 XML", tmp_path)
    assert words_of_docx(source.read_bytes()) - words_of_docx(again.read_bytes()) == words("")


def test_what_was_exported_can_be_imported_without_losing_a_word(exported: Project) -> None:
    source = exported.folder / "kwu-05-pelatih.docx"
    done = exported.ck("import", source.name, "--module", "kwu-06")
    assert done.returncode == 0, done.stdout + done.stderr
    report = (exported.folder / "laporan-impor" / "kwu-06.md").read_text("utf-8")
    there = words_of_files(exported.modules / "kwu-06") + words(report)
    assert dict(words_of_docx(source.read_bytes()) - there) == {}
    module = (exported.modules / "kwu-06" / "module.yaml").read_text("utf-8")
    assert module.count("Mampu menghitung HPP per satuan dengan lembar kerja") == 1
    assert module.count("domain: attitude") == 4
    checked = exported.ck("check", "--as-of", AS_OF, "modules/kwu-06")
    assert checked.returncode == 0, checked.stdout[-3000:]
    session = (exported.modules / "kwu-06" / "sessions" / "01-mengenal-biaya-usaha.md").read_text("utf-8")
    assert re.findall(r"^:+\{(\w[\w-]*)\}", session, re.MULTILINE).count("exercise") == 4
    assert "{answer}" in session


def test_errors_stop_the_export(tmp_path: Path) -> None:
    project = Project(tmp_path).edit("kwu-05/module.yaml", "number: 5", "number: lima")
    done = project.ck("export", "docx", "--as-of", AS_OF)
    assert done.returncode == 1
    assert "SCHEMA203" in done.stdout
    assert not list(tmp_path.glob("*.docx"))


def test_wrong_use_is_said_in_a_line(exported: Project) -> None:
    for arguments, words_said in (
        (("export", "pdf"), "docx"),
        (("export", "docx", "--module", "kwu-99"), "Tidak ada modul"),
    ):
        done = exported.ck(*arguments)
        assert done.returncode == 2
        assert words_said in done.stderr


def test_an_archive_without_dates_keeps_its_parts() -> None:
    from curriculum_kit.exporter.docx import undated  # noqa: PLC0415

    file = BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("a.xml", "<a/>")
    with zipfile.ZipFile(BytesIO(undated(file.getvalue()))) as archive:
        assert archive.read("a.xml") == b"<a/>"
