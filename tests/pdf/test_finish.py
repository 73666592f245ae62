"""What a finished PDF is: valid, tagged, described, and readable by every program at hand."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from importlib.metadata import version
from pathlib import Path

import page
import pikepdf
import pypdfium2
import pytest
from pikepdf import Dictionary
from PIL import Image
from pypdf import PdfReader

from curriculum_kit.pdf import PdfBook, write_pdfs
from tests.pdf.sample import make_book
from tests.tools import require_tool

PAGES = ["i", "ii", "1-1", "1-2", "1-3", "5-1", "5-2", "5-3"]
FORM_PAGES = ["i", "ii", "1-1", "1-2", "1-3", "1-4", "5-1", "5-2", "5-3", "5-4"]


def run(tool: str, *arguments: str | Path) -> str:
    """What a program prints about a PDF; it must print no complaint."""
    done = subprocess.run([require_tool(tool), *map(str, arguments)], capture_output=True, text=True, check=True)
    assert not done.stderr
    return done.stdout


@pytest.fixture(params=["form", "print", "linked"])
def pdf(request: pytest.FixtureRequest, books: dict[str, PdfBook]) -> Path:
    return books[request.param].target


@pytest.fixture
def document(pdf: Path) -> Iterator[pikepdf.Pdf]:
    with pikepdf.open(pdf) as opened:
        yield opened


def elements(document: pikepdf.Pdf, kind: str) -> list[pikepdf.Object]:
    """The elements of a kind that hang in the structure tree."""
    found = []
    waiting = list(document.Root.StructTreeRoot.K)
    while waiting:
        element = waiting.pop(0)
        if isinstance(element, Dictionary) and "/S" in element:
            waiting.extend(element.get("/K", ()))
            if str(element.S) == f"/{kind}":
                found.append(element)
    return found


def test_it_passes_the_rules_of_pdf_ua(pdf: Path) -> None:
    report = page.validate_pdf(pdf, profile=page.ValidationProfile.PDF_UA_1)
    assert not [(failure.rule_id, failure.message) for failure in report.failures]
    assert report.is_compliant


def test_qpdf_finds_no_fault(pdf: Path) -> None:
    assert "No syntax or stream encoding errors" in run("qpdf", "--check", pdf)


def test_its_fonts_are_all_inside_and_none_is_the_systems(pdf: Path) -> None:
    lines = run("pdffonts", pdf).splitlines()[2:]
    assert lines
    for line in lines:
        name, *rest = line.split()
        assert "Plus-Jakarta-Sans" in name
        assert rest[-5:-2] == ["yes", "yes", "yes"], line  # embedded, subset, with Unicode


def test_it_says_what_it_is(document: pikepdf.Pdf) -> None:
    producer = f"WeasyPrint {version('weasyprint')}"
    assert dict(document.docinfo) == {"/Title": "Buku Kerja & Latihan", "/Producer": producer}
    assert document.Root.Lang == "id"
    assert document.Root.ViewerPreferences.DisplayDocTitle is True
    assert all(str(leaf.obj.Tabs) == "/S" for leaf in document.pages)
    # Search engines and archives read it without unpacking.
    assert b"<dc:title><rdf:Alt><rdf:li xml:lang" in document.Root.Metadata.read_raw_bytes()
    with document.open_metadata() as metadata:
        assert metadata["dc:title"] == "Buku Kerja & Latihan"
        assert metadata["dc:language"] == {"id"}
        assert metadata["pdfuaid:part"] == "1"
        assert metadata["pdf:Producer"] == producer


def test_it_has_a_date_only_when_given_one(tmp_path: Path, cache: Path) -> None:
    made = make_book(tmp_path, "<html lang=id><p>x</p></html>", as_of=date(2025, 12, 1))
    write_pdfs([made], cache=cache, workers=1)
    with pikepdf.open(made.target) as document:
        assert document.docinfo["/CreationDate"] == document.docinfo["/ModDate"] == "D:20251201000000Z"
        with document.open_metadata() as metadata:
            assert metadata["xmp:CreateDate"] == metadata["xmp:ModifyDate"] == "2025-12-01T00:00:00Z"


def test_viewers_call_the_pages_as_the_book_does(form: Path, book: Path, linked: Path) -> None:
    for path, expected in ((form, FORM_PAGES), (book, PAGES), (linked, FORM_PAGES)):
        assert PdfReader(path).page_labels == expected
        document = pypdfium2.PdfDocument(path)
        assert [document.get_page_label(index) for index in range(len(document))] == expected
        document.close()
        printed = [text.split() for text in run("pdftotext", "-layout", path, "-").split("\f")[:-1]]
        assert [words[-1] for words in printed] == expected


def test_the_contents_name_the_pages(book: Path) -> None:
    lines = run("pdftotext", "-layout", "-f", "2", "-l", "2", book, "-").splitlines()
    entries = [line.split() for line in lines if line.strip().startswith("Modul")]
    assert [(words[1], words[3], words[4]) for words in entries] == [
        ("1", "1", "1-1"),
        ("1", "2", "1-3"),
        ("5", "1", "5-1"),
        ("5", "2", "5-3"),
    ]


def test_lists_are_nested_in_their_items(document: pikepdf.Pdf) -> None:
    for item in elements(document, "LI"):
        kinds = [str(kid.S)[1:] for kid in item.K]
        assert kinds in (["Lbl", "LBody"], ["LBody"])
    for element in elements(document, "L"):
        assert {str(kid.S) for kid in element.K} <= {"/LI"}
    # <li>Minyak, dan bumbu<ul><li>Garam: a list in a list in a list.
    depth = 0
    for element in elements(document, "L"):
        above, parent = 0, element.P
        while str(parent.S) != "/Document":
            above += str(parent.S) == "/L"
            parent = parent.P
        depth = max(depth, above)
    assert depth == 2


def test_figures_have_texts_and_decorations_are_none(document: pikepdf.Pdf) -> None:
    figures = elements(document, "Figure")
    assert [str(figure.Alt) for figure in figures] == ["Bagan arus kas", "Foto dagangan"] * 2
    for figure in figures:
        left, bottom, right, top = (float(number) for number in figure.A.BBox)
        assert 0 < left < right < 596
        assert 0 < bottom < top < 842


def content_of(leaf: pikepdf.Page) -> bytes:
    leaf.contents_coalesce()
    return leaf.obj.Contents.read_bytes()


def test_running_heads_are_artifacts(document: pikepdf.Pdf, pdf: Path) -> None:
    numbers = document.Root.StructTreeRoot.ParentTree.Nums
    parents = {int(numbers[i]): numbers[i + 1] for i in range(0, len(numbers), 2)}
    for leaf in document.pages:
        content = content_of(leaf)
        assert re.search(rb"/Artifact\s<<\s?/Type /Pagination\s?>>\sBDC", content)
        marked = content.count(b"/Span\n<</MCID") + content.count(b"/Figure\n<</MCID")
        owners = parents[int(leaf.obj.StructParents)]
        assert marked == sum(isinstance(owner, Dictionary) for owner in owners)
    # They are seen, but not heard.
    heard = run("pdfinfo", "-struct-text", pdf)
    assert "Modul 1: Menghitung biaya" in heard
    assert '"1-2"' not in heard
    assert heard.count('"Modul 1: Menghitung biaya"') == 1


def test_a_link_is_one_link(document: pikepdf.Pdf) -> None:
    links = elements(document, "Link")
    assert len(links) == 4 + 2 * 2
    for link in links:
        assert all(str(kid.Obj.Subtype) == "/Link" for kid in link.K if isinstance(kid, Dictionary))
    # Contents: the text and the page number each; in the text: the page number lies inside the link.
    assert [len(leaf.obj.get("/Annots", ())) for leaf in document.pages][:4] == [0, 8, 0, 2]


def test_the_outline_opens_with_two_levels(books: dict[str, PdfBook], tmp_path: Path, cache: Path) -> None:
    def shown(path: Path) -> list[tuple[str, bool | None]]:
        with pikepdf.open(path) as document, document.open_outline() as outline:
            return [(item.title, item.is_closed) for root in outline.root for item in (root, *root.children)]

    assert shown(books["print"].target) == [
        ("Buku Kerja", False),
        ("Daftar isi", False),
        ("Modul 1: Menghitung biaya", False),
        ("Sesi 1: Biaya tetap", False),
        ("Sesi 2: Biaya berubah", True),
        ("Modul 5: Menghitung biaya", False),
        ("Sesi 1: Biaya tetap", False),
        ("Sesi 2: Biaya berubah", True),
    ]
    made = replace(books["print"], outline_levels=1, target=tmp_path / "a.pdf")
    write_pdfs([made], cache=cache, workers=1)
    assert [closed for title, closed in shown(made.target) if title.startswith("Modul")] == [True, True]


def test_places_to_click_are_told_from_the_lower_left(document: pikepdf.Pdf) -> None:
    rectangles = [annotation.Rect for leaf in document.pages for annotation in leaf.obj.get("/Annots", ())]
    assert all(tuple(map(float, rectangle)) == sorted_box(rectangle) for rectangle in rectangles)


def test_it_holds_no_path_of_the_machine(document: pikepdf.Pdf) -> None:
    texts = [thing.unparse() for thing in document.objects]
    streams = [thing.read_bytes() for thing in document.objects if isinstance(thing, pikepdf.Stream)]
    assert not [text for text in (*texts, *streams) if b"pytest-of" in text or b"file:" in text]


NAMES = [f"kwu-{module}-latihan-{number}" for module in ("01", "05") for number in range(1, 7)]


def test_fields_have_names_and_descriptions(form: Path) -> None:
    fields = PdfReader(form).get_fields()
    assert fields is not None
    assert list(fields) == NAMES
    assert [field["/TU"] for field in list(fields.values())[:6]] == [
        "Latihan 1.1: nama usaha",
        "Latihan 1.2: jawabanmu",
        "Latihan 1.3",
        "Sudah dihitung",
        "Sudah dicatat",
        "Satuan",
    ]
    assert [field.get("/V") for field in list(fields.values())[:6]] == ["Keripik Sari", "", "/Off", "/Off", "/on", "pc"]
    assert fields["kwu-01-latihan-2"]["/Ff"] & (1 << 12)  # several lines


def test_viewers_find_the_fields(form: Path) -> None:
    document = pypdfium2.PdfDocument(form)
    document.init_forms()
    api = pypdfium2.raw
    found: dict[str, int] = {}
    for index in range(len(document)):
        leaf = document[index]
        for number in range(api.FPDFPage_GetAnnotCount(leaf)):
            annotation = api.FPDFPage_GetAnnot(leaf, number)
            size = api.FPDFAnnot_GetFormFieldName(document.formenv, annotation, None, 0)
            if size > 2:
                buffer = (api.FPDF_WCHAR * (size // 2))()
                api.FPDFAnnot_GetFormFieldName(document.formenv, annotation, buffer, size)
                name = bytes(buffer).decode("utf-16-le").rstrip("\0")
                found[name] = found.get(name, 0) + 1
            api.FPDFPage_CloseAnnot(annotation)
    document.close()
    assert found == {name: 3 if name.endswith("-3") else 1 for name in NAMES}


def test_a_group_of_buttons_spans_pages(form: Path) -> None:
    with pikepdf.open(form) as document:
        group = next(field for field in document.Root.AcroForm.Fields if field.T == "kwu-01-latihan-3")
        assert [str(button.AS) for button in group.Kids] == ["/Off"] * 3
        assert [set(button.AP.N.keys()) for button in group.Kids] == [{f"/{number}", "/Off"} for number in range(3)]
        assert [str(value) for value in group.Opt] == ["a", "b", "c"]
        assert len({button.P.objgen for button in group.Kids}) == 2
        assert "/NeedAppearances" not in document.Root.AcroForm
        assert set(document.Root.AcroForm.DR.keys()) == {"/Font"}


def ink(picture: Image.Image, rectangle: pikepdf.Object, dots: float) -> bool:
    """Whether something is drawn inside a field, its frame apart."""
    left, bottom, right, top = sorted_box(rectangle)
    height = picture.height
    inside = (left * dots + 4, height - top * dots + 4, right * dots - 4, height - bottom * dots - 4)
    darkest, _ = picture.crop(tuple(round(number) for number in inside)).getextrema()  # type: ignore[arg-type]
    return int(darkest) < 128


def sorted_box(rectangle: pikepdf.Object) -> tuple[float, float, float, float]:
    x1, y1, x2, y2 = (float(number) for number in rectangle)
    return min(x1, x2), min(y1, y2), max(x1, x2), max(y1, y2)


def test_viewers_draw_the_fields_alike(form: Path, tmp_path: Path) -> None:
    """In Poppler and in PDFium: a first value, a tick, the choice, and nothing in what is empty."""
    run("pdftoppm", "-r", "144", "-gray", "-png", form, tmp_path / "page")
    with pikepdf.open(form) as document:
        viewer = pypdfium2.PdfDocument(form)
        viewer.init_forms()
        for index, leaf in enumerate(document.pages):
            widgets = [one for one in leaf.obj.get("/Annots", ()) if str(one.Subtype) == "/Widget"]
            seen = viewer[index].render(scale=2, may_draw_forms=True).to_pil().convert("L")
            with Image.open(tmp_path / f"page-{index + 1:02}.png").convert("L") as picture:
                for widget in widgets:
                    value = str(widget.get("/V", widget.get("/AS", "")))
                    expected = value not in {"", "/Off"}
                    assert ink(picture, widget.Rect, 2) is expected, (str(widget.TU), "poppler")
                    assert ink(seen, widget.Rect, 2) is expected, (str(widget.TU), "pdfium")
        viewer.close()


def test_long_first_values_are_broken_into_lines(tmp_path: Path, cache: Path) -> None:
    words = "Bahan baku, upah, dan sewa dihitung per bulan. " * 4
    html = f'<html lang=id><h1>x</h1><textarea name="a" title="A">{words}\nBaris baru</textarea></html>'
    made = make_book(tmp_path, html, forms=True)
    write_pdfs([made], cache=cache, workers=1)
    with pikepdf.open(made.target) as document:
        picture = document.Root.AcroForm.Fields[0].AP.N.read_bytes()
    assert picture.count(b" Tj") >= 3
    assert "Baris baru" in run("pdftotext", made.target, "-")
