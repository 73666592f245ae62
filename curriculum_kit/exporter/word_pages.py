"""HTML of an edition as Word paragraphs with named styles."""

from __future__ import annotations

from collections.abc import Sequence
from io import BytesIO
from typing import TYPE_CHECKING, Any, cast

from docx.oxml import OxmlElement
from docx.shared import Cm
from lxml import html as lxml_html

from curriculum_kit.blocks import BLOCKS
from curriculum_kit.exporter.word_grid import grid_of, widths_of
from curriculum_kit.exporter.word_styles import BODY, META, TERM, block_style, frame, new_document
from curriculum_kit.exporter.word_words import Pictures, add_inline, add_run, tidy

if TYPE_CHECKING:
    from docx.table import _Cell
    from docx.text.paragraph import Paragraph
    from lxml.html import HtmlElement

_LINE = "_" * 60
_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_SILENT = frozenset({"colgroup", "col", "style", "script"})
_INLINE = frozenset(
    {"a", "abbr", "b", "br", "cite", "code", "em", "i", "img", "input", "small", "span", "strong", "sub", "sup", "u"}
)


class WordPages:
    """A Word file that grows. `pictures` gives the bytes of a picture by its name."""

    def __init__(self, title: str, subtitle: str, author: str, pictures: Pictures) -> None:
        self.document = new_document(title, author)
        self.pictures = pictures
        self._depth = 0
        self._framed = ""
        self.document.add_paragraph(title, "Title")
        self.document.add_paragraph(subtitle, META)

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
            self._fill(self._paragraph(place), words)

    def _fill(self, paragraph: Paragraph, words: Sequence[Any]) -> None:
        """Add words and elements within a line."""
        for each in words:
            if isinstance(each, str):
                add_run(paragraph, each)
            else:
                add_inline(paragraph, each, self.pictures)
        tidy(paragraph)

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
            add_run(self._paragraph(place), _LINE)
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
            add_run(paragraph, " ", bold=True)
            add_inline(paragraph, titles[0], self.pictures, bold=True)
        tidy(paragraph)

    def _words(self, element: HtmlElement, place: Any, style: str | None) -> None:  # noqa: ANN401
        paragraph = self._paragraph(place, style)
        add_inline(paragraph, element, self.pictures)
        tidy(paragraph)
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
            self._fill(paragraph, words)
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
            paragraph._p.get_or_add_pPr().append(frame())  # noqa: SLF001
        return paragraph

    # ── Tables ──────────────────────────────────────────────────────────────────────────────────────────────────────

    def _table(self, element: HtmlElement, place: Any) -> None:  # noqa: ANN401
        caption = element.find("caption")
        if caption is not None:
            self._words(caption, place, "Caption")
        rows = list(element.iter("tr"))
        grid, width = grid_of(rows)
        if not rows or not width:
            return
        table = place.add_table(len(rows), width)
        table.style = "Table Grid"
        table.autofit = False  # programs differ in how they fit; the same widths everywhere
        for column, centimetres in zip(table.columns, widths_of(grid, width), strict=True):
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
