"""Every PDF of a build, judged by independent tools."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pikepdf
import pypdfium2
import pytest

from tests.project import Project
from tests.tools import require_tool

pytestmark = pytest.mark.xdist_group("build")


@pytest.fixture(scope="module")
def pdfs(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """All PDFs of the example."""
    project = Project(tmp_path_factory.mktemp("pdf")).build("--only", "books")
    found = sorted(project.folder.rglob("build-partial/**/*.pdf"))
    assert len(found) >= 9
    return found


def test_qpdf_finds_nothing(pdfs: list[Path]) -> None:
    """`qpdf --check` is clean for every PDF."""
    require_tool("qpdf")
    for path in pdfs:
        done = subprocess.run(["qpdf", "--check", str(path)], capture_output=True, text=True, check=False)
        assert done.returncode == 0, f"{path}: {done.stdout}{done.stderr}"


def test_tagged_with_language_and_title(pdfs: list[Path]) -> None:
    """Screen readers know the structure, the language and the name of each book."""
    for path in pdfs:
        with pikepdf.open(path) as pdf:
            assert pdf.Root.MarkInfo.Marked, path
            assert str(pdf.Root.Lang) == "id", path
            assert str(pdf.docinfo["/Title"]).strip(), path
            assert "/StructTreeRoot" in pdf.Root, path


def test_fonts_are_embedded_and_none_comes_from_the_system(pdfs: list[Path]) -> None:
    """poppler's `pdffonts`: every font embedded, and of the family that comes as a package."""
    require_tool("pdffonts")
    for path in pdfs:
        listed = subprocess.run(["pdffonts", str(path)], capture_output=True, text=True, check=True).stdout
        lines = listed.splitlines()[2:]
        assert lines, path
        for line in lines:
            assert "Jakarta" in line, f"{path}: {line}"
            assert line.split()[-5] == "yes", f"{path}: {line}"  # emb sub uni object id


def test_the_fillable_workbook_has_named_fields(pdfs: list[Path]) -> None:
    """Fields carry module and block, so that answers can be read back."""
    form = next(path for path in pdfs if path.name == "buku-kerja-isian.pdf")
    document = pypdfium2.PdfDocument(form)
    assert document.get_formtype() != 0
    with pikepdf.open(form) as pdf:
        names = {str(field["/T"]) for field in pdf.Root.AcroForm.Fields if "/T" in field}
    assert any(name.startswith("kwu-05--latihan-biaya-sendiri") for name in names), sorted(names)[:10]
    assert any("hpp-keripik--banana--cost" in name for name in names), sorted(names)[:40]
    assert len(names) > 60


def test_printed_workbook_has_no_fields(pdfs: list[Path]) -> None:
    """The print edition is for pens."""
    with pikepdf.open(next(path for path in pdfs if path.name == "buku-kerja.pdf")) as pdf:
        assert "/AcroForm" not in pdf.Root
