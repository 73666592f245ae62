"""An empty Word file with the styles of the kit, in Indonesian, on A4."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from docx import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor

from curriculum_kit.blocks import BLOCKS

if TYPE_CHECKING:
    from docx.document import Document as WordDocument

LANGUAGE = "id-ID"
LONG_AGO = datetime(2000, 1, 1, tzinfo=UTC)
_MARGIN_CM = 2.2
TEXT_CM = 21 - 2 * _MARGIN_CM
"""The width of the text."""
BODY = "CK Isi blok"
META = "CK Keterangan"
TERM = "CK Istilah"


def block_style(kind: str) -> str:
    """The style of the line that opens a block: `CK Latihan`."""
    return f"CK {BLOCKS[kind].label}"


def new_document(title: str, author: str) -> WordDocument:
    """A Word file without text. Nothing in it says when it was made."""
    document = Document()
    properties = document.core_properties
    properties.title, properties.author, properties.language = title, author, LANGUAGE
    properties.comments, properties.last_modified_by, properties.revision = "", author, 1
    properties.created = properties.modified = LONG_AGO
    styles = document.styles
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
            style.element.get_or_add_pPr().append(frame())
            if name != BODY:
                style.font.bold, style.paragraph_format.keep_with_next = True, True
                style.font.color.rgb = RGBColor(0x1F, 0x4E, 0x5F)
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = Cm(_MARGIN_CM)
    return document


def frame() -> Any:  # noqa: ANN401 - an element of the library
    """The border of paragraphs that belong to a block."""
    borders = OxmlElement("w:pBdr")
    for side in ("top", "left", "bottom", "right"):
        line = OxmlElement(f"w:{side}")
        for name, value in (("val", "single"), ("sz", "4"), ("space", "4"), ("color", "7F9FA8")):
            line.set(qn(f"w:{name}"), value)
        borders.append(line)
    return borders
