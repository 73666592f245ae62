"""What no honest workbook holds: programs, attachments, other forms, and more of anything than a book needs."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pikepdf import Array, Dictionary, Name, Object, ObjectType, Pdf

MAX_OBJECTS = 150_000
MAX_PAGES = 1_500
"""A workbook has a hundred pages and fifteen thousand objects."""
MAX_DEPTH = 40

SCRIPT, PROGRAM, FOREIGN_FORM, ATTACHMENT, MEDIA, ACTION = (
    "script", "program", "foreign-form", "attachment", "media", "action",
)  # fmt: skip

_KEYS = {"/JS": SCRIPT, "/JavaScript": SCRIPT, "/XFA": FOREIGN_FORM, "/EF": ATTACHMENT, "/EmbeddedFiles": ATTACHMENT}
_NAMES = {
    "/JavaScript": SCRIPT,
    "/Launch": PROGRAM,
    "/EmbeddedFile": ATTACHMENT,
    "/FileAttachment": ATTACHMENT,
    **dict.fromkeys(("/RichMedia", "/Screen", "/Movie", "/Sound", "/3D"), MEDIA),
    **dict.fromkeys(("/SubmitForm", "/ImportData", "/GoToR", "/GoToE", "/Rendition", "/RichMediaExecute"), ACTION),
}
"""Values of `/S`, `/Subtype` and `/Type`."""
_SUSPECT = re.compile(
    rb"(?:" + b"|".join(re.escape(name.encode()) for name in sorted({*_KEYS, *_NAMES})) + rb")(?![A-Za-z0-9])"
)


class Refuse(Exception):
    """The file is not read on. `reason` is a key of `curriculum_kit.collector.refusals`."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


def refuse_hostile(pdf: Pdf) -> None:
    """Raise `Refuse` when something is in a PDF that a workbook never has, wherever it hides."""
    if pdf.is_encrypted:
        raise Refuse("encrypted")
    if len(pdf.objects) > MAX_OBJECTS:
        raise Refuse("too-many-objects")
    if len(pdf.pages) > MAX_PAGES:
        raise Refuse("too-many-pages")
    for thing in (*pdf.objects, pdf.trailer):
        for found in _suspects(thing):
            raise Refuse(found)


def _suspects(thing: Object) -> Iterator[str]:
    """What is hostile in an object. Things that are objects of their own are looked at on their own."""
    kind = thing._type_code  # noqa: SLF001  # the only way that works for what Python takes for its own types
    if kind not in {ObjectType.dictionary, ObjectType.array, ObjectType.stream}:
        return
    head = thing.stream_dict if kind == ObjectType.stream else thing
    # Names are unparsed without the escapes that hide them; most objects need no second look.
    if not _SUSPECT.search(head.unparse(resolved=True)):
        return
    waiting: list[tuple[Object, int]] = [(head, 0)]
    while waiting:
        at, depth = waiting.pop()
        if depth > MAX_DEPTH:
            raise Refuse("too-deep")
        if isinstance(at, Dictionary):
            yield from (found for key in at.keys() if (found := _KEYS.get(key)))  # noqa: SIM118  # not a dict
            kinds = (at.get(key) for key in ("/S", "/Subtype", "/Type"))
            yield from (found for each in kinds if isinstance(each, Name) and (found := _NAMES.get(str(each))))
            inner = [at[key] for key in at.keys()]  # noqa: SIM118
        else:
            inner = list(at) if isinstance(at, Array) else []
        waiting += [
            (each, depth + 1) for each in inner if isinstance(each, Dictionary | Array) and not each.is_indirect
        ]
