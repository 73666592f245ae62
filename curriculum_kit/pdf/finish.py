"""The last step of a fragment: mend what the renderer left, look for what must not be in it, take the fonts out.

Books link many fragments with the same fonts. So a fragment is kept without them; what it uses of each face is said in
its facts, and `link_fonts` puts the faces in when a book is linked.
"""

from __future__ import annotations

import io
from collections.abc import Iterator, Mapping
from urllib.parse import urlsplit

import pikepdf
from pikepdf import Array, Dictionary, Name, Pdf

from curriculum_kit.diagnostics import Text, text
from curriculum_kit.pdf.charmap import soften_hyphens, texts
from curriculum_kit.pdf.facts import Letters
from curriculum_kit.pdf.fields import mend_fields
from curriculum_kit.pdf.jobs import PLACE
from curriculum_kit.pdf.structure import mend_structure

_SCHEMES = {"https", "http", "mailto", "tel", PLACE}


def finish(data: bytes, prefix: str, faces: Mapping[str, str]) -> tuple[bytes, dict[str, Letters], list[Text]]:
    """The finished bytes of a fragment that WeasyPrint has written, its fonts, and what is wrong with it.

    `prefix` goes before the ids in its structure, `faces` are the font files by the names of fonts.
    """
    with pikepdf.open(io.BytesIO(data)) as pdf:
        mend_structure(pdf, prefix)
        soften_hyphens(pdf)
        problems = [*mend_fields(pdf), *_unwanted(pdf)]
        for page in pdf.pages:
            page.obj.Tabs = Name.S  # fields are reached in the order of reading
            for annotation in page.obj.get("/Annots", ()):
                x1, y1, x2, y2 = annotation.Rect
                # WeasyPrint tells the upper left corner first, which not every program expects.
                annotation.Rect = Array([min(x1, x2), min(y1, y2), max(x1, x2), max(y1, y2)])
        letters = {} if problems else _without_fonts(pdf, faces)
        for entry in ("/Names", "/Outlines", "/Metadata"):
            if entry in pdf.Root:
                del pdf.Root[entry]
        return saved(pdf), letters, problems


def saved(pdf: Pdf) -> bytes:
    """The bytes of a PDF, the same for the same content."""
    file = io.BytesIO()
    pdf.save(
        file,
        deterministic_id=True,
        fix_metadata_version=False,
        force_version="1.7",
        linearize=False,
        object_stream_mode=pikepdf.ObjectStreamMode.generate,
    )
    return file.getvalue()


def _without_fonts(pdf: Pdf, faces: Mapping[str, str]) -> dict[str, Letters]:
    """Empty the one list of fonts that all pages and pictures of a fragment share."""
    fonts = pdf.pages[0].obj.Resources.Font
    form = pdf.Root.get("/AcroForm", Dictionary())
    whole = set(form.DR.Font.keys()) if form else set()
    letters = {}
    for name in sorted(fonts.keys()):
        letters[name[1:]] = Letters(faces[name[1:]], name in whole, texts(fonts[name]))
        del fonts[name]
    for field in form.get("/Fields", ()):
        for widget in field.get("/Kids", [field]):
            picture = widget.AP.N
            if isinstance(picture, pikepdf.Stream) and "/Font" in picture.Resources:
                picture.Resources.Font = fonts
    if form:
        form.DR = Dictionary(Font=fonts)
    return letters


def _unwanted(pdf: Pdf) -> Iterator[Text]:
    """What no book may hold: attachments, scripts, addresses of this machine, fonts that are not inside."""
    if "/EmbeddedFiles" in pdf.Root.get("/Names", Dictionary()):
        yield text("ada berkas lampiran di dalam PDF")
    for page in pdf.pages:
        for annotation in page.obj.get("/Annots", ()):
            if annotation.Subtype not in {Name.Link, Name.Widget}:
                yield text("ada anotasi {kind} di dalam PDF", kind=str(annotation.Subtype))
            action = annotation.get("/A")
            if action is None:
                continue
            if action.S != Name.URI:
                yield text("ada tindakan {kind} di dalam PDF", kind=str(action.S))
            elif urlsplit(str(action.URI)).scheme not in _SCHEMES:
                yield text("tautan ke {url} tidak dapat dibuka dari PDF", url=str(action.URI).rpartition("/")[2])
    for thing in pdf.objects:
        if isinstance(thing, Dictionary) and thing.get("/Type") == Name.FontDescriptor and "/FontFile2" not in thing:
            yield text("huruf {font} tidak tertanam di dalam PDF", font=str(thing.FontName))
