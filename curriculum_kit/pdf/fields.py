"""The form fields of a rendered PDF, checked and mended.

WeasyPrint leaves drawing the fields to the viewer, and viewers disagree: Poppler shows a ticked box as empty. So every
field gets its own picture here, and the request to draw them again is withdrawn. Radio buttons, which come out as
fields of their own and in one group a page, are joined into one field with one button each.

HTML cannot say everything about a field, and WeasyPrint passes on less. So a name may end in `:number` (what is typed
stands at the right) or `:fixed` (nobody can change it); the PDF has the name without that.
"""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterator

from pikepdf import Array, Dictionary, Name, Object, Pdf, String

from curriculum_kit.diagnostics import Text, text
from curriculum_kit.pdf.appearance import draw_text
from curriculum_kit.pdf.charmap import name_alternates

_READ_ONLY, _RADIO, _PUSH_BUTTON = 1, 1 << 15, 1 << 16
_RIGHT = 2
_UNNAMED = re.compile(r"unknown-\d+-\d+")
_LOOK = re.compile(r"(?P<colour>(?:[\d.]+ ){3}rg) .*?/(?P<font>\w+) (?P<size>[\d.]+) Tf")
"""What matters in a `/DA`; the graphics state before it is unknown to viewers."""


def mend_fields(pdf: Pdf) -> list[Text]:
    """Mend all fields. Returns what is wrong with them: names, descriptions, buttons."""
    form = pdf.Root.get("/AcroForm")
    if form is None:
        return []
    fields = _top_fields(form)
    for field in fields:
        _apply_trait(field)
    problems = list(_problems(fields))
    if problems:
        return problems
    off = pdf.make_stream(b"", Type=Name.XObject, Subtype=Name.Form, BBox=Array([0, 0, 1, 1]))
    fonts = Dictionary()
    for field in fields:
        if str(field.FT) == "/Btn":
            for button in field.get("/Kids", [field]):
                button.AP.N.Off = off
            _join_buttons(field)
            continue
        look = _LOOK.search(str(field.DA))
        if look is None:
            raise ValueError(f"unexpected default appearance: {field.DA}")
        font = Name("/" + look["font"])
        if font not in fonts:
            fonts[font] = form.DR.Font[font]
            name_alternates(fonts[font])
        field.DA = String(f"{look['colour']} {font} {look['size']} Tf")
        draw_text(pdf, field, fonts[font], float(look["size"]))
    form.Fields = Array(fields)
    form.DR = Dictionary(Font=fonts)
    del form.NeedAppearances
    return []


def _top_fields(form: Object) -> list[Object]:
    """The fields in reading order, each group of radio buttons once."""
    fields = []
    groups: dict[str, Object] = {}
    for field in form.Fields:
        if "/Parent" in field:
            continue  # a button: its group is in the list as well
        name = str(field.get("/T", ""))
        if "/Kids" in field and name in groups:
            # The same group on a later page.
            group = groups[name]
            for button, value in zip(field.Kids, field.Opt, strict=True):
                button.Parent = group
                group.Kids.append(button)
                group.Opt.append(value)
            continue
        if "/Kids" in field:
            groups[name] = field
        fields.append(field)
    return fields


def _apply_trait(field: Object) -> None:
    """Do as the ending of a name says, and take it away. An unknown one stays, and is a problem."""
    name, colon, trait = str(field.get("/T", "")).rpartition(":")
    if colon and trait in _TRAITS:
        field.T = String(name)
        _TRAITS[trait](field)


def _align_right(field: Object) -> None:
    field.Q = _RIGHT


def _close(field: Object) -> None:
    field.Ff = int(field.get("/Ff", 0)) | _READ_ONLY


_TRAITS: dict[str, Callable[[Object], None]] = {"number": _align_right, "fixed": _close}


def _join_buttons(group: Object) -> None:
    """Number the buttons of a group through, and make them parts of it instead of fields with the same name."""
    buttons = list(group.get("/Kids", ()))
    if not buttons:
        return
    group.V = Name.Off
    for number, button in enumerate(buttons):
        state = Name(f"/{number}")
        pictures = button.AP.N
        drawn = next(key for key in pictures.keys() if key != "/Off")  # noqa: SIM118  # not a dict
        picture = pictures[drawn]
        button.AP.N = Dictionary({str(state): picture, "/Off": pictures.Off})
        ticked = str(button.AS) != "/Off"
        button.AS = state if ticked else Name.Off
        if ticked:
            group.V = state
        button.Contents = String(str(button.TU))
        del button.T, button.FT
    # "Soal 1: A", "Soal 1: B" are the buttons of "Soal 1".
    common = os.path.commonprefix([str(button.TU) for button in buttons]).rstrip(" :,–-")  # noqa: RUF071  # texts
    group.TU = String(common or str(buttons[0].TU))


def _problems(fields: list[Object]) -> Iterator[Text]:
    names = set()
    for field in fields:
        name, description = str(field.get("/T", "")), str(field.get("/TU", ""))
        if field.get("/FT") is None or int(field.get("/Ff", 0)) & _PUSH_BUTTON:
            yield text("isian {name} adalah tombol, yang tidak dapat dipakai di PDF", name=name)
        if not name or _UNNAMED.fullmatch(name):
            yield text('isian "{description}" tidak punya nama (name)', description=description)
            continue
        if ":" in name:
            yield text("nama isian {name} berakhir dengan tanda yang tidak dikenal", name=name)
        if "." in name:
            yield text("nama isian {name} memuat titik, yang di PDF memisahkan tingkat nama", name=name)
        if name in names:
            yield text("nama isian {name} dipakai lebih dari sekali", name=name)
        names.add(name)
        for part in field.get("/Kids", [field]):
            # Without a title WeasyPrint repeats the name, which tells nothing to those who hear it.
            if str(part.get("/TU", "")) in {"", name}:
                yield text("isian {name} tidak punya keterangan (title)", name=name)
