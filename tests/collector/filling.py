"""Filling in a form without our code: as viewers do it (PDFium, Poppler), and as a library does it (pypdf)."""

from __future__ import annotations

import ctypes
import json
import subprocess
from collections.abc import Iterator, Mapping
from pathlib import Path

import pypdfium2
import pypdfium2.raw as pdfium
from pypdf import PdfWriter

from tests.tools import require_poppler_python

Values = Mapping[str, str]
"""By the name of the field; for a choice its letter, for a box to tick `ya`."""


def fill(source: Path, target: Path, values: Values) -> Path:
    """Set values with pypdf, which writes the names of the states of buttons."""
    writer = PdfWriter(clone_from=source)
    fields = writer.get_fields() or {}
    states = {name: _state(value) if fields[name]["/FT"] == "/Btn" else value for name, value in values.items()}
    for page in writer.pages:
        if "/Annots" in page:
            writer.update_page_form_field_values(page, states, auto_regenerate=False)
    target.parent.mkdir(parents=True, exist_ok=True)
    writer.write(target)
    return target


def _state(value: str) -> str:
    """The name of the state of a button."""
    return "/on" if value == "ya" else f"/{ord(value) - 65}"


def fill_with_poppler(source: Path, target: Path, values: Values) -> Path:
    """Set values with Poppler, which Evince and Okular are made of."""
    script = Path(__file__).with_name("poppler_fill.py")
    command = [require_poppler_python(), script, source.resolve(), target.resolve(), json.dumps(values)]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    return target


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
            is_radio = kind == pdfium.FPDF_FORMFIELD_RADIOBUTTON
            if is_radio and pdfium.FPDFAnnot_GetFormControlIndex(form, widget) != ord(left[name]) - 65:
                continue
            x, y = middle(widget)
            pdfium.FORM_OnMouseMove(form, page.raw, 0, x, y)
            pdfium.FORM_OnLButtonDown(form, page.raw, 0, x, y)
            pdfium.FORM_OnLButtonUp(form, page.raw, 0, x, y)
            if not is_radio and kind != pdfium.FPDF_FORMFIELD_CHECKBOX:
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
