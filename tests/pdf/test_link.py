"""Fragments linked to a book: as if it had been made in one go."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import page
import pikepdf
import pypdfium2
import pytest
from pikepdf import Array, Dictionary, Name, Object
from pypdf import PdfReader

from curriculum_kit.pdf import MarginText, PageLabel, PageMargins, PdfBook, PdfFailed, PdfFragment, write_pdfs
from curriculum_kit.pdf.layout import page_number
from tests.pdf.sample import document, make_book, make_fragment
from tests.pdf.test_finish import elements, run


@pytest.fixture
def opened(linked: Path) -> Iterator[pikepdf.Pdf]:
    with pikepdf.open(linked) as pdf:
        yield pdf


def write(book: PdfBook, cache: Path) -> pikepdf.Pdf:
    write_pdfs([book], cache=cache, workers=2)
    report = page.validate_pdf(book.target, profile=page.ValidationProfile.PDF_UA_1)
    assert report.is_compliant, report.failures
    return pikepdf.open(book.target)


def places(pdf: pikepdf.Pdf) -> dict[str, int]:
    """The pages of all ids."""
    names = pdf.Root.Names.Dests.Names
    return {str(names[i]): page_of(pdf, names[i + 1]) for i in range(0, len(names), 2)}


def page_of(pdf: pikepdf.Pdf, place: Object) -> int:
    assert place[1] == Name.XYZ
    return next(index for index, leaf in enumerate(pdf.pages) if leaf.obj.objgen == place[0].objgen)


def links(pdf: pikepdf.Pdf) -> list[tuple[int, int | str]]:
    """The page of each link, and the page or the address that it leads to."""
    return [
        (index, page_of(pdf, one.Dest) if "/Dest" in one else str(one.A.URI))
        for index, leaf in enumerate(pdf.pages)
        for one in leaf.obj.get("/Annots", ())
        if one.Subtype == Name.Link
    ]


def test_it_reads_as_the_book_that_was_made_in_one_go(linked: Path, form: Path) -> None:
    def text(path: Path) -> list[str]:
        lines = run("pdftotext", "-layout", path, "-").splitlines()
        # Footnotes and page numbers inside the text count by fragment.
        return [line for line in lines if not any(word in line for word in ("hlm.", "Dari Kem", "Catatan kaki"))]

    assert text(linked) == text(form)


def test_bookmarks_are_those_of_one_book(linked: Path, form: Path) -> None:
    def outline(path: Path) -> list[tuple[int, str, int | None]]:
        reader = pypdfium2.PdfDocument(path)
        found = [(item.level, item.title, item.page_index) for item in map(Bookmark, reader.get_toc())]
        reader.close()
        return found

    assert outline(linked) == outline(form)
    assert len(outline(linked)) > 6


class Bookmark:
    def __init__(self, item: object) -> None:
        self.level: int = item.level  # type: ignore[attr-defined]
        self.title: str = item.get_title()  # type: ignore[attr-defined]
        self.page_index: int | None = item.get_dest().get_index()  # type: ignore[attr-defined]


def test_all_links_land(opened: pikepdf.Pdf) -> None:
    where = places(opened)
    contents = [where[name] for name in ("s1-1", "s1-2", "s5-1", "s5-2") for _ in range(2)]
    assert links(opened) == [
        *((1, target) for target in contents),
        (3, where["s1-2"]),
        (3, "https://kemnaker.go.id/"),
        (7, where["s5-2"]),
        (7, "https://kemnaker.go.id/"),
    ]


def test_the_structure_is_one_tree_that_knows_all_content(opened: pikepdf.Pdf, form: Path) -> None:
    assert [str(kid.S) for kid in opened.Root.StructTreeRoot.K] == ["/Document"]
    top = opened.Root.StructTreeRoot.K[0]
    with pikepdf.open(form) as whole:
        assert [str(kid.S) for kid in top.K] == [str(kid.S) for kid in whole.Root.StructTreeRoot.K[0].K]
    assert all(kid.P.objgen == top.objgen for kid in top.K)
    numbers = opened.Root.StructTreeRoot.ParentTree.Nums
    keys = [int(key) for key in list(numbers)[::2]]
    assert keys == sorted(set(keys))
    assert int(opened.Root.StructTreeRoot.ParentTreeNextKey) == keys[-1] + 1
    owners = dict(zip(keys, list(numbers)[1::2], strict=True))
    for leaf in opened.pages:
        owned = owners.pop(int(leaf.obj.StructParents))
        assert all(one is None or one.Pg.objgen == leaf.obj.objgen for one in owned)
        for annotation in leaf.obj.get("/Annots", ()):
            owner = owners.pop(int(annotation.StructParent))
            assert any(isinstance(kid, Dictionary) and kid.Obj.objgen == annotation.objgen for kid in owner.K)
    assert not owners


def test_ids_of_table_headers_are_unique_and_found(opened: pikepdf.Pdf) -> None:
    headers = [bytes(cell.ID) for cell in elements(opened, "TH")]
    assert len(headers) == len(set(headers)) == 2 * 4
    named = [bytes(header) for cell in elements(opened, "TD") for header in cell.A.get("/Headers", Array())]
    assert named
    assert set(named) <= set(headers)


def test_fields_are_those_of_one_book(linked: Path, form: Path) -> None:
    def fields(path: Path) -> list[tuple[str, object, object]]:
        found = PdfReader(path).get_fields()
        assert found
        return [(name, field.get("/TU"), field.get("/V")) for name, field in found.items()]

    assert fields(linked) == fields(form)
    with pikepdf.open(linked) as pdf:
        fonts = pdf.Root.AcroForm.DR.Font
        for field in pdf.Root.AcroForm.Fields:
            if "/DA" in field:
                name = str(field.DA).split()[-3]
                assert fonts[name].objgen == field.AP.N.Resources.Font[name].objgen
        assert all(str(leaf.obj.Tabs) == "/S" for leaf in pdf.pages)


def test_each_font_and_image_is_in_it_once(opened: pikepdf.Pdf) -> None:
    fonts = [str(thing.BaseFont) for thing in opened.objects if is_a(thing, "/Type", "/Font")]
    assert len(fonts) == 2 * len(set(fonts))  # each with its descendant
    images = [thing for thing in opened.objects if is_a(thing, "/Subtype", "/Image")]
    assert len(images) == 1
    files = [thing.FontFile2.objgen for thing in opened.objects if is_a(thing, "/Type", "/FontDescriptor")]
    assert len(files) == len(set(files)) == len(set(fonts))


def is_a(thing: Object, key: str, kind: str) -> bool:
    return isinstance(thing, (Dictionary, pikepdf.Stream)) and str(thing.get(key, "")) == kind


def test_the_watermark_lies_below_all_pages_of_its_size(opened: pikepdf.Pdf) -> None:
    for leaf in opened.pages:
        assert b"/ck-watermark Do" in leaf.obj.Contents[0].read_bytes()
        assert leaf.obj.Resources.XObject["/ck-watermark"].Subtype == Name.Form
    pictures = {leaf.obj.Resources.XObject["/ck-watermark"].objgen for leaf in opened.pages}
    assert len(pictures) == 1


def test_the_same_id_in_two_fragments_is_two_places(tmp_path: Path, cache: Path) -> None:
    one = document('<h1>Satu</h1><p style="break-before: page" id="a">x</p><p><a href="#a">a</a></p>')
    two = one.replace("Satu", "Dua")
    with write(make_book(tmp_path, one, two), cache) as pdf:
        assert links(pdf) == [(1, 1), (3, 3)]
        assert places(pdf) == {"a": 1}


def test_a_place_that_the_book_lacks_is_on_the_website(tmp_path: Path, cache: Path) -> None:
    html = document('<h1>x</h1><p><a href="ck-place:laba">laba</a></p>')
    address = "https://example.org/kwu-05/01.html#laba"
    with write(make_book(tmp_path, html, elsewhere=(("laba", address),)), cache) as pdf:
        assert links(pdf) == [(0, address)]
        assert str(pdf.pages[0].obj.Annots[0].Contents) == address
    with write(make_book(tmp_path, html, document('<h2 id="laba">Laba</h2>')), cache) as pdf:
        assert links(pdf) == [(0, 1)]


def test_a_link_may_hold_other_elements(tmp_path: Path, cache: Path) -> None:
    """Sphinx writes links to other sessions so; PDF/UA wants each place to click right below its link."""
    words = "Sesi <em>kedua</em>, yang namanya begitu panjang sehingga harus dibagi di antara dua baris, satu, dua"
    html = document(f'<h1>x</h1><p>Lihat <a href="ck-place:b"><span class="doc">{words}</span></a>.</p>')
    with write(make_book(tmp_path, html, document('<h2 id="b">Kedua</h2>')), cache) as pdf:
        assert [target for _, target in links(pdf)] == [1, 1]  # one for each line
        for link in elements(pdf, "Link"):
            assert sum(1 for kid in link.K if isinstance(kid, Dictionary) and "/Obj" in kid) == 1


def test_contents_name_the_pages_after_them_however_long_they_are(tmp_path: Path, cache: Path) -> None:
    """Their own length moves the numbers that they name."""
    lines = "".join(
        f'<p style="break-after: page">Bab <b class="no" title="ck-page:bab{n}"></b></p>' for n in (1, 2, 3)
    )
    front = document(f'<h1 id="isi">Isi</h1>{lines}')
    chapters = [document(f'<h1 id="bab{n}">Bab</h1><p style="break-before: page">x') for n in (1, 2, 3)]
    css = ".no::after { content: attr(title) }"
    labels = (PageLabel("isi", prefix="h-"),)
    with write(make_book(tmp_path, front, *chapters, css=css, labels=labels), cache) as pdf:
        assert len(pdf.pages) == 3 + 6
    words = run("pdftotext", tmp_path / "buku.pdf", "-").split()
    assert [word for word in words if word.startswith("h-")] == ["h-4", "h-6", "h-8"]


def test_words_in_the_margins_are_broken_and_kept_from_the_reader(tmp_path: Path, cache: Path) -> None:
    long = "Sesi 5.12. Menghitung harga pokok produksi dan harga jual untuk banyak barang dan jasa sekaligus"
    texts = (
        MarginText("Buku “Kerja”", "top-left", weight=600, width=0.4),
        MarginText(long, "top-right", width=0.5),
        MarginText("{page}", "bottom-right", weight=700, size=10),
    )
    html = document('<h1 id="a">Judul</h1>')
    with write(make_book(tmp_path, html, margins=(PageMargins("a", texts),)), cache):
        pass
    shown = run("pdftotext", "-layout", tmp_path / "buku.pdf", "-").splitlines()
    assert any("Sesi 5.12." in line and "sekaligus" not in line for line in shown)
    assert shown[-1].split() == ["1"] or shown[-2].split() == ["1"]
    heard = run("pdfinfo", "-struct-text", tmp_path / "buku.pdf")
    assert "Judul" in heard
    assert "sekaligus" not in heard


def test_a_letter_that_the_margins_cannot_show_is_told(tmp_path: Path, cache: Path) -> None:
    margins = (PageMargins("a", (MarginText("漢", "top-left"),)),)
    with pytest.raises(PdfFailed, match=r"buku\.pdf: tanda .*漢.*U\+6F22"):
        write_pdfs([make_book(tmp_path, document('<p id="a">x'), margins=margins)], cache=cache, workers=1)


def test_pages_that_lie_get_a_watermark_of_their_own(tmp_path: Path, cache: Path) -> None:
    css = "@page wide { size: A4 landscape } section { page: wide } .w { background: #eee; height: 50mm }"
    pages = [document("<p>x"), document("<section><p>y</section>")]
    marks = [document('<div class="w"></div>'), document('<section><div class="w"></div></section>')]

    def fragments(htmls: list[str]) -> tuple[PdfFragment, ...]:
        return tuple(make_fragment(tmp_path, html, css=css) for html in htmls)

    book = replace(make_book(tmp_path), fragments=fragments(pages), watermark=fragments(marks), margins=())
    with write(book, cache) as pdf:
        for leaf in pdf.pages:
            assert leaf.obj.Resources.XObject["/ck-watermark"].BBox == leaf.obj.MediaBox


@pytest.mark.parametrize(
    ("number", "written"), [(1, "i"), (4, "iv"), (9, "ix"), (14, "xiv"), (49, "xlix"), (99, "xcix"), (207, "ccvii")]
)
def test_roman_numbers(number: int, written: str) -> None:
    assert page_number(PageLabel("", style="roman"), number - 1) == written
    assert page_number(PageLabel("", prefix="L-", start=3), number - 1) == f"L-{number + 2}"
