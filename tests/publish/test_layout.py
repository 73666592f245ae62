"""How the pages of a build are laid out: what a reader at a publisher's would look for."""

from __future__ import annotations

import re
import subprocess
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path

import pikepdf
import pypdfium2
import pytest
from pikepdf import Dictionary, Name, Object

from tests.project import Project
from tests.publish.pages import Page
from tests.tools import require_tool

pytestmark = pytest.mark.xdist_group("build")
POINTS = 72 / 25.4
MOST_LETTERS = 75
BELOW_HEADING = 7.5
"""Millimetres from the top of a heading, within which its own words end or a second line of them begins."""
ROOM_FOR_FEET = 14


def test_lines_of_running_text_are_not_too_long_to_follow(leaves: dict[Path, list[Page]]) -> None:
    """75 letters at most, counted where the letters have the size of running text."""
    for path, found in leaves.items():
        if not path.name.startswith(("buku-kerja", "buku-pegangan", "buku-informasi")):
            continue
        sizes = sum((leaf.sizes for leaf in found), start=Counter[float]())
        body = sizes.most_common(1)[0][0]
        for number, line in _lines(path, body):
            assert len(line) <= MOST_LETTERS, f"{path.name}, page {number}: {len(line)} letters: {line}"


def _lines(path: Path, size: float) -> Iterator[tuple[int, str]]:
    """The lines of a book as far as they are of a size, with their pages."""
    document = pypdfium2.PdfDocument(path)
    for number, leaf in enumerate(document, start=1):
        text = leaf.get_textpage()
        lines: dict[int, list[str]] = defaultdict(list)
        for part in leaf.get_objects(filter=[pypdfium2.raw.FPDF_PAGEOBJ_TEXT], textpage=text):
            matrix = part.get_matrix()
            if abs(part.get_font_size() * abs(matrix.d) - size) < 0.05:
                lines[round(part.get_bounds()[1])].append(part.extract())
        yield from ((number, "".join(parts).strip()) for parts in lines.values())
        text.close()
    document.close()


def test_no_heading_stands_alone_at_the_end_of_a_page(leaves: dict[Path, list[Page]]) -> None:
    """Headings and the heads of boxes have text, or what is filled in, below them on their page."""
    for path, found in leaves.items():
        for name, number, top in _heads(path, found):
            leaf = found[number]
            below = [box for box in leaf.body if box[1] > top + BELOW_HEADING]
            assert below or "Catatan saya" in leaf.words, f"{path.name}, page {number + 1}: {name} at {top:.0f} mm"


def _heads(path: Path, found: list[Page]) -> Iterator[tuple[str, int, float]]:
    """Headings with bookmarks and heads of boxes: name, page from 0, millimetres from the top."""
    with pikepdf.open(path) as pdf:
        order = {leaf.obj.objgen: number for number, leaf in enumerate(pdf.pages)}
        names = pdf.Root.Names.Dests.Names
        for index in range(0, len(names), 2):
            if str(names[index]).endswith("-judul"):
                number = order[names[index + 1][0].objgen]
                yield str(names[index]), number, found[number].height - float(names[index + 1][3]) / POINTS
    document = pypdfium2.PdfDocument(path)
    for item in document.get_toc():
        place = item.get_dest()
        number = place.get_index()
        _, position = place.get_view()
        yield item.get_title(), number, found[number].height - position[1] / POINTS
    document.close()


def test_every_figure_has_its_caption_on_its_page(pdfs: list[Path]) -> None:
    """The caption comes next after the picture in the structure."""
    pairs = 0
    for path in pdfs:
        with pikepdf.open(path) as pdf:
            for element in _elements(pdf.Root.StructTreeRoot):
                kids = _kids(element)
                captions = [kid for kid in kids if str(kid.S) == "/Caption"]
                around = [kid for kid in kids if str(kid.S) != "/Caption"]
                figures = [one for kid in around for one in (kid, *_kids(kid)) if str(one.S) == "/Figure"]
                if figures and captions:
                    pairs += 1
                    there = {_page_of(one) for one in (*figures, *captions)}
                    assert len(there) == 1, f"{path.name}: a caption on another page"
    assert pairs >= 4


def _elements(root: Object) -> Iterator[Object]:
    waiting = list(root.K)
    while waiting:
        element = waiting.pop()
        yield element
        waiting.extend(_kids(element))


def _kids(element: Object) -> list[Object]:
    return [kid for kid in element.get("/K", ()) if isinstance(kid, Dictionary) and "/S" in kid]


def _page_of(element: Object) -> tuple[int, int]:
    """The page of an element, or of what is in it."""
    while "/Pg" not in element:
        element = _kids(element)[0]
    page: tuple[int, int] = element.Pg.objgen
    return page


def test_every_link_and_bookmark_lands_on_a_page(pdfs: list[Path]) -> None:
    """Bookmarks even on one that shows their words."""
    for path in pdfs:
        with pikepdf.open(path) as pdf:
            known = {leaf.obj.objgen for leaf in pdf.pages}
            links = [one for leaf in pdf.pages for one in leaf.obj.get("/Annots", ()) if one.Subtype == Name.Link]
            for link in links:
                assert "/A" in link or link.Dest[0].objgen in known, f"{path.name}: {link.get('/Contents')}"
        document = pypdfium2.PdfDocument(path)
        marks = list(document.get_toc())
        assert marks, path.name
        for mark in marks:
            number = mark.get_dest().get_index()
            assert number is not None, f"{path.name}: {mark.get_title()}"
            shown = _plain(document[number].get_textpage().get_text_range())
            assert _plain(mark.get_title())[:25] in shown, f"{path.name}, page {number + 1}: {mark.get_title()}"
        document.close()


def test_text_is_read_in_the_order_in_which_it_was_written(example: Project, pdfs: list[Path]) -> None:
    """Headings and titles of boxes, as poppler reads the pages."""
    require_tool("pdftotext")
    sources = sorted((example.modules / "kwu-05" / "sessions").glob("*.md"))
    books = [path for path in pdfs if path.parent.name == "kwu-05" and path.name.startswith("buku-kerja")]
    assert sources
    assert books
    for path in books:
        read = subprocess.run(["pdftotext", path, "-"], capture_output=True, text=True, check=True).stdout
        text = _plain(read)
        place = text.index(_plain("Cara memakai buku ini"))
        for source in sources:
            heads = _written_heads(source.read_text("utf-8"))
            assert len(heads) > 5
            for head in heads:
                found = text.find(_plain(head), place)
                assert found >= 0, f"{path.name}: {head!r} of {source.name} is not read after what precedes it"
                place = found + 1


def _written_heads(source: str) -> list[str]:
    """The headings of a session and the titles of what participants see."""
    other = "answer|trainer-note|worksheet|figure|chart|fact-history"
    found = re.findall(rf"^(?:#{{2,4}} +|:{{3,}}\{{(?!{other})[\w-]+\}} *)(.+)$", source, re.MULTILINE)
    return [re.sub(r"\{\w+\}|[`*]", "", head).strip() for head in found if "{" not in head]


def _plain(words: str) -> str:
    """Words without what typesetting adds."""
    return re.sub(r"[\s\u00ad\u2010-]+", "", words).casefold()


def test_contents_hold_no_dots(pdfs: list[Path]) -> None:
    """Dots that lead to the page numbers would be read aloud."""
    require_tool("pdftotext")
    for path in pdfs:
        read = subprocess.run(["pdftotext", "-l", "6", path, "-"], capture_output=True, text=True, check=True).stdout
        assert re.search(r"(?:\. ?){4}", read) is None, path.name
        with pikepdf.open(path) as pdf:
            codes = [
                one.operands[0]
                for leaf in list(pdf.pages)[:6]
                for one in pikepdf.parse_content_stream(leaf)
                if str(one.operator) == "Tj"
            ]
        assert all(len(set(_pairs(bytes(code)))) > 1 for code in codes if len(bytes(code)) > 8), path.name


def _pairs(codes: bytes) -> list[bytes]:
    return [codes[index : index + 2] for index in range(0, len(codes), 2)]


def test_booklets_can_be_folded(pdfs: list[Path]) -> None:
    """Four pages to a sheet."""
    small = [path for path in pdfs if "-a5" in path.name]
    assert small
    for path in small:
        with pikepdf.open(path) as pdf:
            assert len(pdf.pages) % 4 == 0, path.name
