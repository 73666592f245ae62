"""What the style sheets of the books must not hold: it makes WeasyPrint slow, or the print unclear on a photocopier."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pypdfium2
import pytest

from curriculum_kit.pdf import PdfBook, write_pdfs
from curriculum_kit.resources import templates_folder
from tests.pdf.sample import document, make_fragment

FOLDER = Path(templates_folder()) / "books"
SHEETS = sorted(FOLDER.glob("*.css"))
TEMPLATES = sorted(FOLDER.glob("*.html"))
COLOURS = {"#000", "#fff", "#0b4f5c", "#595959", "#e8e8e8", "#bdbdbd"}
"""The colours of docs/explanation/visual-system.md: told apart in grey, dark enough to read."""

FORBIDDEN = {
    "flex and grid": r"display\s*:\s*(?:inline-)?(?:flex|grid)",
    "variable fonts": r"font-variation-settings|@font-face|wght",
    "dots, which are read aloud": r"leader\(",
    "font features other than ligatures": r"font-feature-settings",
    "transparency and filters": r"(?<![\w-])(?:opacity|filter|box-shadow|text-shadow)\s*:|rgba\(",
    "a file from elsewhere": r"@import|url\((?!\"data:)",
    "a background that breaks off at the edge of the sheet": r"marks\s*:\s*crop|bleed\s*:",
}


def rules(path: Path) -> str:
    """The style sheet without comments and pictures."""
    text = re.sub(r"/\*.*?\*/", "", path.read_text("utf-8"), flags=re.DOTALL)
    return re.sub(r'url\("data:[^"]*"\)', 'url("data:")', text)


def test_all_layers_are_checked() -> None:
    assert [path.name for path in SHEETS] == ["a5.css", "book.css", "closer.css", "translated.css"]


@pytest.mark.parametrize("path", SHEETS, ids=lambda path: path.name)
@pytest.mark.parametrize("what", FORBIDDEN)
def test_style_sheets_hold_nothing_slow_or_unclear(path: Path, what: str) -> None:
    found = re.findall(FORBIDDEN[what], rules(path))
    assert not found, f"{path.name}: {what}: {found}"


@pytest.mark.parametrize("path", SHEETS, ids=lambda path: path.name)
def test_only_the_colours_of_the_system(path: Path) -> None:
    assert set(re.findall(r"#[0-9a-f]{3,8}\b", rules(path))) <= COLOURS


@pytest.mark.parametrize("path", SHEETS, ids=lambda path: path.name)
def test_only_the_family_and_weights_that_are_cut(path: Path) -> None:
    """Other weights would be drawn from the nearest cut, or made up."""
    text = rules(path)
    assert set(re.findall(r'font:[^;]*?"([^"]+)"', text)) <= {"Plus Jakarta Sans"}
    weights = set(re.findall(r"font-weight\s*:\s*([\w-]+)", text))
    assert weights <= {"400", "600", "700", "800", "inherit"}


def test_tables_repeat_their_head_and_keep_two_rows_together(tmp_path: Path, cache: Path) -> None:
    """On every page that a long table goes on to."""
    rows = "".join(f'<tr><th scope="row">Baris {number}</th><td>isi</td></tr>' for number in range(70))
    html = document(f'<table><thead><tr><th scope="col">Pos</th><th scope="col">Rupiah</th></tr></thead>{rows}</table>')
    fragment = replace(make_fragment(tmp_path, html), stylesheets=(SHEETS[1].read_text("utf-8"),))
    write_pdfs([PdfBook((fragment,), tmp_path / "buku.pdf", "x", "x")], cache=cache, workers=1)
    pages = [leaf.get_textpage().get_text_range() for leaf in pypdfium2.PdfDocument(tmp_path / "buku.pdf")]
    assert len(pages) > 1
    for text in pages:
        assert "Rupiah" in text
        assert text.count("Baris") > 1


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.name)
def test_templates_style_nothing_but_measures(path: Path) -> None:
    """Inline styles carry what the data decide: widths, heights, and the place of a step on the cover."""
    for style in re.findall(r'style="([^"]*)"', path.read_text("utf-8")):
        names = {part.split(":")[0].strip() for part in re.sub(r"\{\{.*?\}\}", "0", style).split(";") if part.strip()}
        assert names <= {"width", "height", "left", "top"}, f"{path.name}: {style}"
    assert "<style" not in path.read_text("utf-8")
