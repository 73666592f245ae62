"""HTML of an edition as Word paragraphs with named styles."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from copy import deepcopy
from datetime import UTC, datetime
from io import BytesIO
from typing import TYPE_CHECKING, Any, cast

from docx import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Length, Pt, RGBColor
from lxml import html as lxml_html

from curriculum_kit.blocks import BLOCKS
from curriculum_kit.exporter.drawings import drawn

if TYPE_CHECKING:
    from docx.table import _Cell
    from docx.text.paragraph import Paragraph
    from lxml.html import HtmlElement

LANGUAGE = "id-ID"
LONG_AGO = datetime(2000, 1, 1, tzinfo=UTC)
PICTURE_FOLDER = "gambar/"
_MARGIN_CM = 2.2
_TEXT_CM = 21 - 2 * _MARGIN_CM
_WIDTH_CM = 14.5
"""The greatest width of a picture."""
_HEIGHT_CM = 18
_BLANK = re.compile(r"\s+")
_LINE = "_" * 60
_LETTER_CM, _EDGES_CM = 0.21, 0.5
"""The width of a letter, and the edges of a cell."""
_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_SILENT = frozenset({"colgroup", "col", "style", "script"})
_BOLD, _ITALIC = frozenset({"b", "strong", "th", "dt"}), frozenset({"i", "em", "cite"})
_INLINE = frozenset(
    {"a", "abbr", "b", "br", "cite", "code", "em", "i", "img", "input", "small", "span", "strong", "sub", "sup", "u"}
)
BODY = "CK Isi blok"
META = "CK Keterangan"
TERM = "CK Istilah"


def block_style(kind: str) -> str:
    """The style of the line that opens a block: `CK Latihan`."""
    return f"CK {BLOCKS[kind].label}"


class WordPages:
    """A Word file that grows. `pictures` gives the bytes of a picture by its name."""

    def __init__(self, title: str, subtitle: str, author: str, pictures: Callable[[str], bytes | None]) -> None:
        self.document = Document()
        self.pictures = pictures
        self._depth = 0
        self._framed = ""
        self._prepare(title, author)
        self.document.add_paragraph(title, "Title")
        self.document.add_paragraph(subtitle, META)

    def _prepare(self, title: str, author: str) -> None:
        properties = self.document.core_properties
        properties.title, properties.author, properties.language = title, author, LANGUAGE
        properties.comments, properties.last_modified_by, properties.revision = "", author, 1
        properties.created = properties.modified = LONG_AGO
        styles = self.document.styles
        normal = styles["Normal"]
        normal.font.name, normal.font.size = "Calibri", Pt(11)
        languages = normal.element.get_or_add_rPr()
        language = OxmlElement("w:lang")
        language.set(qn("w:val"), LANGUAGE)
        languages.append(language)
        for name in (META, BODY, TERM, *(block_style(kind) for kind in BLOCKS)):
            style = styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
            style.base_style = normal
            style.paragraph_format.space_after = Pt(4)
            if name == META:
                style.font.italic = True
            elif name not in {TERM, META}:
                style.paragraph_format.left_indent = Cm(0.4)
                style.element.get_or_add_pPr().append(_border())
                if name != BODY:
                    style.font.bold, style.paragraph_format.keep_with_next = True, True
                    style.font.color.rgb = RGBColor(0x1F, 0x4E, 0x5F)
        section = self.document.sections[0]
        section.page_width, section.page_height = Cm(21), Cm(29.7)
        section.left_margin = section.right_margin = Cm(_MARGIN_CM)

    def data(self) -> bytes:
        """The bytes of the file."""
        file = BytesIO()
        self.document.save(file)
        return file.getvalue()

    def add(self, html: str) -> None:
        """Add the content of some HTML."""
        root = lxml_html.fragment_fromstring(html, create_parent="div")
        self._children(root, self.document)

    # ── Blocks ──────────────────────────────────────────────────────────────────────────────────────────────────────

    def _children(self, parent: HtmlElement, place: Any) -> None:  # noqa: ANN401 - a document or a cell
        """Everything in an element; words that stand between blocks become paragraphs."""
        words: list[Any] = [parent.text or ""]
        for child in parent:
            if not isinstance(child.tag, str):
                words.append(child.tail or "")
                continue
            if child.tag in _INLINE:
                words.append(child)
            else:
                self._loose(words, place)
                words = []
                self._block(child, place)
            words.append(child.tail or "")
        self._loose(words, place)

    def _loose(self, words: list[Any], place: Any) -> None:  # noqa: ANN401
        if any(not isinstance(each, str) or each.strip() for each in words):
            paragraph = self._paragraph(place)
            for each in words:
                if isinstance(each, str):
                    self._run(paragraph, each)
                else:
                    self._inline(paragraph, each)
            self._tidy(paragraph)

    def _block(self, element: HtmlElement, place: Any) -> None:  # noqa: ANN401
        tag, classes = element.tag, (element.get("class") or "").split()
        kind = next((name.removeprefix("block-") for name in classes if name.removeprefix("block-") in BLOCKS), "")
        if tag in _SILENT:
            return
        if tag in _HEADINGS:
            self._heading(element, place)
        elif tag == "p" and "block-head" in classes:
            self._head(element, place)
        elif tag in {"p", "figcaption", "dt", "dd", "summary"}:
            style = "Caption" if tag == "figcaption" else TERM if tag == "dt" else None
            self._words(element, place, style)
        elif tag in {"ul", "ol"}:
            self._list(element, place)
        elif tag == "table":
            self._table(element, place)
        elif "line" in classes or ("box" in classes and "response" in classes):
            self._run(self._paragraph(place), _LINE)
        elif kind and "block" in classes:
            outer, self._framed = self._framed, kind
            self._children(element, place)
            self._framed = outer
            if not outer:
                place.add_paragraph()
        else:
            self._children(element, place)

    def _heading(self, element: HtmlElement, place: Any) -> None:  # noqa: ANN401
        words = " ".join(element.text_content().split())
        if hasattr(place, "add_heading") and not self._framed:
            place.add_heading(words, _HEADINGS[str(element.tag)])
        else:
            self._paragraph(place).add_run(words).bold = True

    def _head(self, element: HtmlElement, place: Any) -> None:  # noqa: ANN401
        """The line that opens a block: its label, a colon, its title."""
        label = " ".join(element.xpath("string(.//*[contains(@class, 'block-label')])").split())
        titles = element.xpath(".//*[contains(@class, 'block-title')]")
        paragraph = place.add_paragraph(style=block_style(self._framed))
        paragraph.add_run(f"{label}:").bold = True
        if titles:
            self._run(paragraph, " ", bold=True)
            self._inline(paragraph, titles[0], bold=True)
        self._tidy(paragraph)

    def _words(self, element: HtmlElement, place: Any, style: str | None) -> None:  # noqa: ANN401
        paragraph = self._paragraph(place, style)
        self._inline(paragraph, element)
        self._tidy(paragraph)
        if not paragraph.runs:
            place._element.remove(paragraph._p)  # noqa: SLF001 - the library cannot take one away

    def _paragraph(self, place: Any, style: str | None = None) -> Paragraph:  # noqa: ANN401
        """A new paragraph; in blocks it has their frame. The first of a cell is there already."""
        inside_block = self._framed and hasattr(place, "add_heading")
        style = style or (BODY if inside_block else None)
        first = place.paragraphs[0] if not hasattr(place, "add_heading") and len(place.paragraphs) == 1 else None
        if first is not None and not first.runs and len(place.tables) == 0:
            return cast("Paragraph", first)
        return cast("Paragraph", place.add_paragraph(style=style))

    def _list(self, element: HtmlElement, place: Any) -> None:  # noqa: ANN401
        """A list; numbers are written out, because they start anew with each."""
        self._depth += 1
        is_numbered = element.tag == "ol"
        start = int(element.get("start") or 1)
        for number, item in enumerate(element.iterchildren("li"), start):
            level = min(self._depth, 3)
            name = "List Bullet" if level == 1 else f"List Bullet {level}"
            words: list[Any] = [f"{number}. " if is_numbered else "", item.text or ""]
            blocks: list[HtmlElement] = []
            for child in item:
                if (child.tag in _INLINE and not blocks) or (
                    child.tag == "p"
                    and not blocks
                    and not any(not isinstance(each, str) or each.strip() for each in words[1:])
                ):
                    words += [child, child.tail or ""]
                else:
                    blocks.append(child)
            paragraph = self._paragraph(place) if is_numbered else self._list_paragraph(place, name)
            if is_numbered:
                paragraph.paragraph_format.left_indent = Cm(0.8 * self._depth)
            for each in words:
                if isinstance(each, str):
                    self._run(paragraph, each)
                else:
                    self._inline(paragraph, each)
            self._tidy(paragraph)
            for child in blocks:
                if child.tag in _INLINE:
                    self._loose([child], place)
                else:
                    self._block(child, place)
                if (child.tail or "").strip():
                    self._loose([child.tail], place)
        self._depth -= 1

    def _list_paragraph(self, place: Any, name: str) -> Paragraph:  # noqa: ANN401
        paragraph = cast("Paragraph", place.add_paragraph(style=name))
        if self._framed and hasattr(place, "add_heading"):
            paragraph._p.get_or_add_pPr().append(_border())  # noqa: SLF001
        return paragraph

    # ── Tables ──────────────────────────────────────────────────────────────────────────────────────────────────────

    def _table(self, element: HtmlElement, place: Any) -> None:  # noqa: ANN401
        caption = element.find("caption")
        if caption is not None:
            self._words(caption, place, "Caption")
        rows = list(element.iter("tr"))
        grid, width = _grid(rows)
        if not rows or not width:
            return
        table = place.add_table(len(rows), width)
        table.style = "Table Grid"
        table.autofit = False  # programs differ in how they fit; the same widths everywhere
        for column, centimetres in zip(table.columns, _widths(grid, width), strict=True):
            column.width = Cm(centimetres)
            for each in column.cells:
                each.width = Cm(centimetres)
        for (row, column), (cell, right, down) in grid.items():
            target: _Cell = table.cell(row, column)
            if right > 1 or down > 1:
                target = target.merge(table.cell(min(row + down, len(rows)) - 1, min(column + right, width) - 1))
            self._cell(cell, target)
        if element.find("thead") is not None:
            mark = OxmlElement("w:tblHeader")
            table.rows[0]._tr.get_or_add_trPr().append(mark)  # noqa: SLF001
        if hasattr(place, "add_heading"):
            place.add_paragraph()

    def _cell(self, cell: HtmlElement, target: _Cell) -> None:
        outer, self._framed = self._framed, ""
        self._children(cell, target)
        self._framed = outer
        if cell.tag == "th" and cell.get("scope") != "row":
            for paragraph in target.paragraphs:
                for run in paragraph.runs:
                    run.bold = True

    # ── Words ───────────────────────────────────────────────────────────────────────────────────────────────────────

    def _inline(self, paragraph: Paragraph, element: HtmlElement, *, bold: bool = False, italic: bool = False) -> None:
        """An element within a line."""
        classes = (element.get("class") or "").split()
        if "tick" in classes:
            paragraph.add_run("☐ ")
            return
        if "icon" in classes or element.tag == "input":
            return
        if "blank" in classes:
            paragraph.add_run("_" * 12)
        if element.tag == "br":
            paragraph.add_run().add_break()
            return
        if element.tag == "img":
            self._picture(paragraph, element)
            return
        bold, italic = bold or element.tag in _BOLD, italic or element.tag in _ITALIC
        address = element.get("href", "") if element.tag == "a" else ""
        if address.startswith(("http://", "https://", "mailto:")):
            self._link(paragraph, address, element.text_content())
            return
        raised = element.tag if element.tag in {"sup", "sub"} else ""
        self._run(paragraph, element.text or "", bold=bold, italic=italic, raised=raised)
        for child in element:
            if isinstance(child.tag, str):
                self._inline(paragraph, child, bold=bold, italic=italic)
            self._run(paragraph, child.tail or "", bold=bold, italic=italic, raised=raised)

    @staticmethod
    def _run(paragraph: Paragraph, words: str, *, bold: bool = False, italic: bool = False, raised: str = "") -> None:
        words = _BLANK.sub(" ", words)
        if not paragraph.runs or paragraph.runs[-1].text.endswith((" ", "\n")):
            words = words.lstrip()
        if not words:
            return
        run = paragraph.add_run(words)
        run.bold, run.italic = bold or None, italic or None
        if raised:
            run.font.superscript, run.font.subscript = raised == "sup" or None, raised == "sub" or None

    @staticmethod
    def _tidy(paragraph: Paragraph) -> None:
        if paragraph.runs and not paragraph.runs[-1]._r.xpath("w:drawing|w:br"):  # noqa: SLF001
            paragraph.runs[-1].text = paragraph.runs[-1].text.rstrip()

    @staticmethod
    def _link(paragraph: Paragraph, address: str, words: str) -> None:
        kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink"
        relation = paragraph.part.relate_to(address, kind, is_external=True)
        link = OxmlElement("w:hyperlink")
        link.set(qn("r:id"), relation)
        run = paragraph.add_run(" ".join(words.split()))
        run.font.underline = True
        link.append(run._r)  # noqa: SLF001
        paragraph._p.append(link)  # type: ignore[arg-type]  # noqa: SLF001
        paragraph.add_run("\u200a")

    def _picture(self, paragraph: Paragraph, element: HtmlElement) -> None:
        """A picture with its alternative text; where it cannot be shown, the text stands there."""
        alt = " ".join((element.get("alt") or "").split())
        name = (element.get("src") or "").removeprefix(PICTURE_FOLDER)
        data = self.pictures(name)
        if data is None:
            paragraph.add_run(f"[Gambar: {alt}]")
            return
        if name.endswith(".svg"):
            data = drawn(data)
        shape = paragraph.add_run().add_picture(BytesIO(data))
        scale = min(Cm(_WIDTH_CM) / shape.width, Cm(_HEIGHT_CM) / shape.height, 1)
        shape.width, shape.height = Length(shape.width * scale), Length(shape.height * scale)
        properties = shape._inline.docPr  # noqa: SLF001
        properties.set("descr", alt)
        properties.set("name", name.rsplit("/", 1)[-1])


def _border() -> Any:  # noqa: ANN401 - an element of the library
    borders = OxmlElement("w:pBdr")
    for side in ("top", "left", "bottom", "right"):
        line = OxmlElement(f"w:{side}")
        for name, value in (("val", "single"), ("sz", "4"), ("space", "4"), ("color", "7F9FA8")):
            line.set(qn(f"w:{name}"), value)
        borders.append(line)
    return deepcopy(borders)


def _grid(rows: list[HtmlElement]) -> tuple[dict[tuple[int, int], tuple[HtmlElement, int, int]], int]:
    """Where each cell of a table stands, and how many columns there are."""
    taken: set[tuple[int, int]] = set()
    found: dict[tuple[int, int], tuple[HtmlElement, int, int]] = {}
    for row, element in enumerate(rows):
        column = 0
        for cell in _cells(element):
            while (row, column) in taken:
                column += 1
            right, down = int(cell.get("colspan") or 1), int(cell.get("rowspan") or 1)
            found[row, column] = cell, right, down
            taken |= {(row + y, column + x) for y in range(down) for x in range(right)}
            column += right
    return found, max((column + 1 for _, column in taken), default=0)


def _widths(grid: dict[tuple[int, int], tuple[HtmlElement, int, int]], width: int) -> list[float]:
    """The width of each column in cm: room for its longest word, and the rest by how much stands in it."""
    needed, weights = [_EDGES_CM] * width, [1.0] * width
    for (_, column), (cell, right, _) in grid.items():
        words = cell.text_content().split()
        if right == 1 and words:
            needed[column] = max(needed[column], max(map(len, words)) * _LETTER_CM + _EDGES_CM)
            weights[column] = max(weights[column], len(" ".join(words)) ** 0.5)
    rest = _TEXT_CM - sum(needed)
    if rest < 0:
        return [each * _TEXT_CM / sum(needed) for each in needed]
    return [each + rest * weight / sum(weights) for each, weight in zip(needed, weights, strict=True)]


def _cells(row: HtmlElement) -> Iterator[HtmlElement]:
    yield from (cell for cell in row if cell.tag in {"td", "th"})
