"""What a book gets when it is linked for folding and for handwriting: pages, sides, lines, and letters set by pairs."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import page
import pikepdf
import pypdfium2
import pytest
from fontTools.ttLib import TTFont
from pikepdf import Name

from curriculum_kit.pdf import (
    MarginText,
    PageLabel,
    PageMargins,
    PdfBook,
    PdfFragment,
    Ruling,
    static_fonts,
    write_pdfs,
)
from curriculum_kit.pdf.kerning import Kerning
from tests.pdf.sample import document, make_book, make_fragment
from tests.pdf.test_finish import run

POINTS = 72 / 25.4
CSS = "@page { size: A5; margin: 20mm 12mm 20mm 18mm } html { font: 11pt/1.5 'Plus Jakarta Sans' } body { margin: 0 }"
NUMBER = MarginText("{page}", "bottom-right", weight=700)
HEAD = MarginText("Modul", "top-left")
FOUR = [document(f'<h1 id="a{number}">Bab {number}</h1><p>Isi bab.</p>') for number in range(1, 6)]


def booklet(folder: Path, *html: str, **options: object) -> PdfBook:
    settings: dict[str, object] = {
        "css": CSS,
        "multiple": 4,
        "mirrored": True,
        "labels": (PageLabel("a1"),),
        "margins": (PageMargins("a1", (HEAD, NUMBER)),),
        "blank": PageMargins("", (NUMBER,), Ruling("Catatan")),
        **options,
    }
    return make_book(folder, *(html or FOUR), **settings)  # type: ignore[arg-type]


def written(book: PdfBook, cache: Path) -> pypdfium2.PdfDocument:
    write_pdfs([book], cache=cache, workers=1)
    report = page.validate_pdf(book.target, profile=page.ValidationProfile.PDF_UA_1)
    assert report.is_compliant, report.failures
    return pypdfium2.PdfDocument(book.target)


def shown(leaf: pypdfium2.PdfPage) -> dict[str, float]:
    """The first letters of the lines of a page with their distance from the left edge of the paper, in millimetres."""
    edge = leaf.get_mediabox()[0]
    text = leaf.get_textpage()
    found = {}
    for index in range(text.count_rects()):
        left, bottom, right, top = text.get_rect(index)
        found[text.get_text_bounded(left, bottom, right, top).strip()] = (left - edge) / POINTS
    return found


def test_pages_come_in_fours_and_the_last_fragment_is_the_back(tmp_path: Path, cache: Path) -> None:
    document = written(booklet(tmp_path), cache)
    texts = [leaf.get_textpage().get_text_range() for leaf in document]
    assert len(texts) == 8
    assert [("Isi bab" in text, "Catatan" in text) for text in texts] == [
        *[(True, False)] * 4,
        *[(False, True)] * 3,
        (True, False),
    ]
    assert "Bab 5" in texts[-1]
    assert sorted(texts[6].split()) == ["7", "Catatan"]


def test_added_pages_are_seen_and_not_heard(tmp_path: Path, cache: Path) -> None:
    book = booklet(tmp_path)
    written(book, cache)
    heard = run("pdfinfo", "-struct-text", book.target)
    assert "Isi bab." in heard
    assert "Catatan" not in heard
    with pikepdf.open(book.target) as pdf:
        for leaf in list(pdf.pages)[4:7]:
            assert "/StructParents" not in leaf.obj
            marked = [str(one.operands[0]) for one in pikepdf.parse_content_stream(leaf) if str(one.operator) == "BDC"]
            assert set(marked) == {"/Artifact"}


def test_inner_margins_and_what_stands_in_the_margins_change_sides(tmp_path: Path, cache: Path) -> None:
    document = written(booklet(tmp_path), cache)
    right, left = shown(document[2]), shown(document[3])
    assert right["Isi bab."] == pytest.approx(18, abs=0.5)
    assert left["Isi bab."] == pytest.approx(12, abs=0.5)
    assert right["Modul"] < 25
    assert left["Modul"] > 100
    assert right["3"] > 120
    assert left["4"] < 20
    assert {leaf.get_size() for leaf in document} == {document[0].get_size()}


def test_links_land_in_front_of_and_behind_added_pages(tmp_path: Path, cache: Path) -> None:
    last = document('<p id="z">Belakang <a href="ck-place:a2">dua</a></p>')
    first = FOUR[0].replace("Isi bab.", 'Isi <a href="ck-place:z">akhir</a>')
    book = booklet(tmp_path, first, FOUR[1], last)
    written(book, cache)
    with pikepdf.open(book.target) as pdf:
        order = [leaf.obj.objgen for leaf in pdf.pages]
        there = [order.index(leaf.obj.Annots[0].Dest[0].objgen) for leaf in pdf.pages if "/Annots" in leaf.obj]
    assert there == [3, 1]


def ink_below(leaf: pypdfium2.PdfPage, millimetres: float) -> int:
    """How many lines are drawn below some height of a page, in its middle."""
    picture = leaf.render(scale=4, grayscale=True).to_pil().convert("L")
    column = picture.crop((picture.width // 2, round(millimetres * POINTS * 4), picture.width // 2 + 1, picture.height))
    dark = [value < 200 for value in column.tobytes()]
    return sum(1 for before, now in pairwise(dark) if now and not before)


def test_the_rest_of_a_page_is_ruled_for_writing(tmp_path: Path, cache: Path) -> None:
    full = document('<h1 id="b">Bab</h1>' + "<p>Isi.</p>" * 14)
    margins = (
        PageMargins("a1", (), Ruling("Catatan", indent=10)),
        PageMargins("b", (), Ruling("Catatan")),
        PageMargins("a2", ()),
    )
    book = booklet(tmp_path, FOUR[0], full, FOUR[1], margins=margins, multiple=1)
    document_ = written(book, cache)
    words = [leaf.get_textpage().get_text_range() for leaf in document_]
    assert ["Catatan" in text for text in words] == [True, False, False]
    assert ink_below(document_[0], 60) == pytest.approx((210 - 20 - 60) / 9, abs=1)
    assert ink_below(document_[2], 60) == 0
    assert shown(document_[0])["Catatan"] == pytest.approx(28, abs=0.5)
    assert "Catatan" not in run("pdfinfo", "-struct-text", book.target)


def test_a_nearly_empty_last_page_is_spared_if_closer_setting_can(tmp_path: Path, cache: Path) -> None:
    def lengths(lines: int) -> list[int]:
        book = booklet(tmp_path, document('<h1 id="a1">Bab</h1>' + "<p>Isi.</p>" * lines), multiple=1)
        plain, close = (
            PdfBook((fragment,), tmp_path / f"{fragment.closer[:1]}.pdf", "x", "x")
            for fragment in (book.fragments[0], _closer(tmp_path, book.fragments[0]))
        )
        write_pdfs([plain, close], cache=cache, workers=1)
        return [len(pypdfium2.PdfDocument(each.target)) for each in (plain, close)]

    counts = [lengths(lines) for lines in range(10, 24)]
    assert [2, 1] in counts  # spared
    assert [1, 1] in counts
    assert counts[-1] == [2, 2]  # too full to be worth it


def _closer(folder: Path, fragment: PdfFragment) -> PdfFragment:
    made = make_fragment(folder, fragment.html, css=fragment.stylesheets[0])
    return PdfFragment(made.html, made.base, made.assets, made.stylesheets, made.name, closer="p { margin: 1mm 0 }")


def test_letters_in_the_margins_are_set_by_pairs(tmp_path: Path, cache: Path) -> None:
    """As HarfBuzz sets them in the text."""
    words = "AVATAR To. LT"
    html = document(f'<p id="a1" style="font: 8pt \'Plus Jakarta Sans\'; word-spacing: 0.05em; margin: 0">{words}</p>')
    margins = (PageMargins("a1", (MarginText(words, "top-left"), MarginText(words, "bottom-right"))),)
    leaf = written(booklet(tmp_path, html, margins=margins, multiple=1), cache)[0]
    text = leaf.get_textpage()
    widths = []
    for index in range(text.count_rects()):
        left, _, right, _ = text.get_rect(index)
        widths.append(right - left)
    assert len(widths) == 3
    assert max(widths) - min(widths) < 0.1
    with pikepdf.open(tmp_path / "buku.pdf") as pdf:
        shows = [one for one in pikepdf.parse_content_stream(pdf.pages[0]) if str(one.operator) == "TJ"]
        assert any(isinstance(part, int) and part > 0 for one in shows for part in one.operands[0])
        assert pdf.pages[0].obj.Type == Name.Page


def test_pairs_are_those_of_the_font(cache: Path) -> None:
    fonts = static_fonts(cache)
    for path in fonts.files.values():
        font = TTFont(path)
        names = font.getBestCmap()
        kerning = Kerning(font)
        assert kerning.between(names[ord("A")], names[ord("V")]) < -20
        assert kerning.between(names[ord("n")], names[ord("n")]) == 0
