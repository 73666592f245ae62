"""What stands within a line: words of one look, links, pictures."""

from __future__ import annotations

import re
from collections.abc import Callable
from io import BytesIO
from typing import TYPE_CHECKING, TypeAlias

from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Length

from curriculum_kit.exporter.drawings import drawn

if TYPE_CHECKING:
    from docx.text.paragraph import Paragraph
    from lxml.html import HtmlElement

Pictures: TypeAlias = Callable[[str], bytes | None]
"""The bytes of a picture by its name in the text."""
PICTURE_FOLDER = "gambar/"
_WIDTH_CM = 14.5
"""The greatest width of a picture."""
_HEIGHT_CM = 18
_BLANK = re.compile(r"\s+")
_BOLD, _ITALIC = frozenset({"b", "strong", "th", "dt"}), frozenset({"i", "em", "cite"})


def add_inline(
    paragraph: Paragraph, element: HtmlElement, pictures: Pictures, *, bold: bool = False, italic: bool = False
) -> None:
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
        _picture(paragraph, element, pictures)
        return
    bold, italic = bold or element.tag in _BOLD, italic or element.tag in _ITALIC
    address = element.get("href", "") if element.tag == "a" else ""
    if address.startswith(("http://", "https://", "mailto:")):
        _link(paragraph, address, element.text_content())
        return
    raised = element.tag if element.tag in {"sup", "sub"} else ""
    add_run(paragraph, element.text or "", bold=bold, italic=italic, raised=raised)
    for child in element:
        if isinstance(child.tag, str):
            add_inline(paragraph, child, pictures, bold=bold, italic=italic)
        add_run(paragraph, child.tail or "", bold=bold, italic=italic, raised=raised)


def add_run(paragraph: Paragraph, words: str, *, bold: bool = False, italic: bool = False, raised: str = "") -> None:
    """Words of one look; blanks are single, and none stands at the beginning of a line."""
    words = _BLANK.sub(" ", words)
    if not paragraph.runs or paragraph.runs[-1].text.endswith((" ", "\n")):
        words = words.lstrip()
    if not words:
        return
    run = paragraph.add_run(words)
    run.bold, run.italic = bold or None, italic or None
    if raised:
        run.font.superscript, run.font.subscript = raised == "sup" or None, raised == "sub" or None


def tidy(paragraph: Paragraph) -> None:
    """Take away the blank at the end."""
    if paragraph.runs and not paragraph.runs[-1]._r.xpath("w:drawing|w:br"):  # noqa: SLF001
        paragraph.runs[-1].text = paragraph.runs[-1].text.rstrip()


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


def _picture(paragraph: Paragraph, element: HtmlElement, pictures: Pictures) -> None:
    """A picture with its alternative text; where it cannot be shown, the text stands there."""
    alt = " ".join((element.get("alt") or "").split())
    name = (element.get("src") or "").removeprefix(PICTURE_FOLDER)
    data = pictures(name)
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
