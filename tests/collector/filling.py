"""Filling in a form without our code: as a viewer does it (PDFium), and as a library does it (pypdf)."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator, Mapping
from pathlib import Path

import pypdfium2
import pypdfium2.raw as pdfium
from pypdf import PdfWriter

Values = Mapping[str, str]
"""By the name of the field; for a choice its letter."""


def fill(source: Path, target: Path, values: Values) -> Path:
    """Set values with pypdf, which writes the names of the states of buttons."""
    writer = PdfWriter(clone_from=source)
    states = {name: f"/{ord(value) - 65}" if _is_choice(writer, name) else value for name, value in values.items()}
    for page in writer.pages:
        if "/Annots" in page:
            writer.update_page_form_field_values(page, states, auto_regenerate=False)
    target.parent.mkdir(parents=True, exist_ok=True)
    writer.write(target)
    return target


def _is_choice(writer: PdfWriter, name: str) -> bool:
    return (writer.get_fields() or {}).get(name, {}).get("/FT") == "/Btn"


def type_in(source: Path, target: Path, values: Values) -> Path:
    """Click into fields and type, as people do in Chrome and in many apps; buttons are clicked."""
    document = pypdfium2.PdfDocument(source)
    document.init_forms()
    form = document.formenv.raw
    left = dict(values)
    for page in document:
        for widget in widgets(page):
            name = string(pdfium.FPDFAnnot_GetFormFieldName, form, widget)
            if name not in left:
                continue
            kind = pdfium.FPDFAnnot_GetFormFieldType(form, widget)
            is_button = kind == pdfium.FPDF_FORMFIELD_RADIOBUTTON
            if is_button and pdfium.FPDFAnnot_GetFormControlIndex(form, widget) != ord(left[name]) - 65:
                continue
            x, y = middle(widget)
            pdfium.FORM_OnMouseMove(form, page.raw, 0, x, y)
            pdfium.FORM_OnLButtonDown(form, page.raw, 0, x, y)
            pdfium.FORM_OnLButtonUp(form, page.raw, 0, x, y)
            if not is_button:
                pdfium.FORM_SelectAllText(form, page.raw)
                words = ctypes.create_string_buffer(f"{left[name]}\0".encode("utf-16-le"))
                pdfium.FORM_ReplaceSelection(form, page.raw, ctypes.cast(words, pdfium.FPDF_WIDESTRING))
            pdfium.FORM_ForceToKillFocus(form)
            del left[name]
        page.close()
    assert not left
    document.save(target)
    document.close()
    return target


def widgets(page: pypdfium2.PdfPage) -> Iterator[pdfium.FPDF_ANNOTATION]:
    """The fields of a page in the order of the file."""
    for number in range(pdfium.FPDFPage_GetAnnotCount(page.raw)):
        annotation = pdfium.FPDFPage_GetAnnot(page.raw, number)
        if pdfium.FPDFAnnot_GetSubtype(annotation) == pdfium.FPDF_ANNOT_WIDGET:
            yield annotation
        pdfium.FPDFPage_CloseAnnot(annotation)


def string(ask: object, form: object, widget: object) -> str:
    """What PDFium says in UTF-16."""
    length = ask(form, widget, None, 0)  # type: ignore[operator]
    buffer = ctypes.create_string_buffer(length)
    ask(form, widget, ctypes.cast(buffer, ctypes.POINTER(pdfium.FPDF_WCHAR)), length)  # type: ignore[operator]
    return buffer.raw[: length - 2].decode("utf-16-le")


def middle(widget: object) -> tuple[float, float]:
    """The middle of a field on its page."""
    box = pdfium.FS_RECTF()
    assert pdfium.FPDFAnnot_GetRect(widget, box)
    return (box.left + box.right) / 2, (box.top + box.bottom) / 2
