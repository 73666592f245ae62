"""Every PDF of a build, judged by independent tools."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import page
import pikepdf
import pypdfium2
import pytest

from tests.publish.pages import Page
from tests.tools import require_tool

pytestmark = pytest.mark.xdist_group("build")


def test_qpdf_finds_nothing(pdfs: list[Path]) -> None:
    """`qpdf --check` is clean for every PDF."""
    require_tool("qpdf")
    for path in pdfs:
        done = subprocess.run(["qpdf", "--check", str(path)], capture_output=True, text=True, check=False)
        assert done.returncode == 0, f"{path}: {done.stdout}{done.stderr}"


def test_all_pass_the_rules_of_pdf_ua(pdfs: list[Path]) -> None:
    """With the link from session to session that the example gets for this."""
    for path in pdfs:
        report = page.validate_pdf(path, profile=page.ValidationProfile.PDF_UA_1)
        assert report.is_compliant, f"{path}: {report.failures}"


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


A4, A5 = (210.0, 297.0), (148.0, 210.0)
BODY_SIZES = {
    "buku-kerja.pdf": 12.0,
    "buku-kerja-isian.pdf": 12.0,
    "buku-kerja-a5.pdf": 10.5,
    "buku-pegangan.pdf": 11.0,
    "buku-pegangan-a5.pdf": 10.5,
}
"""Points, from docs/explanation/visual-system.md: 12 for participants on A4, nowhere less than 10.5."""


def test_every_sheet_has_the_format_of_its_book(leaves: dict[Path, list[Page]]) -> None:
    """A4, or A5 where the name says so; upright or across."""
    for path, found in leaves.items():
        expected = A5 if "-a5" in path.name else A4
        for leaf in found:
            size = sorted((round(leaf.width), round(leaf.height)))
            assert size == [round(side) for side in expected], f"{path.name}, {leaf.number}"


def test_no_text_runs_into_the_edge_of_the_paper(leaves: dict[Path, list[Page]]) -> None:
    """Printers at training centres need a margin of 10 mm; only the cover is without."""
    for path, found in leaves.items():
        for leaf in found:
            margins = (0, 0, 0) if leaf.number == 1 else (10, 6, 5)
            for left, top, right, bottom in leaf.boxes:
                place = f"{path.name}, page {leaf.number}: {left:.0f} {top:.0f} {right:.0f} {bottom:.0f} mm"
                side, above, below = margins
                assert left >= side and right <= leaf.width - side, place  # noqa: PT018
                assert top >= above and bottom <= leaf.height - below, place  # noqa: PT018


def test_running_text_has_the_size_of_its_book(leaves: dict[Path, list[Page]]) -> None:
    """The size that most characters have, in points."""
    for path, found in leaves.items():
        if path.name in BODY_SIZES:
            sizes = sum((leaf.sizes for leaf in found), start=type(found[0].sizes)())
            assert sizes.most_common(1)[0][0] == pytest.approx(BODY_SIZES[path.name], abs=0.1), path.name


def test_no_letters_are_too_small_to_read(leaves: dict[Path, list[Page]]) -> None:
    """7.9 pt on A4, 6.8 pt on A5; drawings have sizes of their own and are scaled (below 2 in this measure)."""
    for path, found in leaves.items():
        least = 6.8 if "-a5" in path.name else 7.9
        small = sorted({size for leaf in found for size in leaf.sizes if 2 < size < least})
        assert not small, f"{path.name}: {small}"


def test_no_page_is_almost_empty(leaves: dict[Path, list[Page]]) -> None:
    """Three lines at least, but for pages that are there to be written on."""
    for path, found in leaves.items():
        for leaf in found[1:]:
            if leaf.lines < 3 and "Catatan" not in leaf.words:
                raise AssertionError(f"{path.name}, page {leaf.number}: {leaf.words!r}")


def test_amounts_stand_on_one_line(leaves: dict[Path, list[Page]]) -> None:
    """No line ends between Rp and its number, nor within a number, nor before JP."""
    torn = re.compile(r"(?:Rp\s*[\r\n]+\s*[\d.]|\d[.,]\s*[\r\n]+\d{3}\b|\b\d+\s*[\r\n]+\s*JP\b)")
    for path, found in leaves.items():
        if path.name.startswith(("buku-kerja", "buku-pegangan")):
            for leaf in found:
                match = torn.search(leaf.words)
                assert match is None, f"{path.name}, page {leaf.number}: {match[0]!r}"


def test_readers_find_words_by_the_index(leaves: dict[Path, list[Page]]) -> None:
    """Workbook and handbook of a module end with the index, which names sessions."""
    for path, found in leaves.items():
        if path.name.startswith(("buku-kerja", "buku-pegangan")) and path.parent.name == "kwu-05":
            words = "\n".join(leaf.words for leaf in found if "Indeks istilah" in leaf.words)
            assert re.search(r"\(HPP\):\s+Sesi\s5\.\d", words), path.name
