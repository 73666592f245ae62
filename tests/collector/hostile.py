"""PDFs that want harm, made from a small honest form."""

from __future__ import annotations

import os
import zlib
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pikepdf
from pikepdf import Array, Dictionary, Name, Pdf, String

NAME = "kwu-05--latihan-penyusutan"


def honest(values: dict[str, str] | None = None) -> Pdf:
    """A form of one page; a field for each value."""
    pdf = pikepdf.new()
    pdf.add_blank_page()
    fields = [
        pdf.make_indirect(Dictionary(FT=Name.Tx, T=String(name), V=String(value)))
        for name, value in ({NAME: "5"} if values is None else values).items()
    ]
    pdf.Root.AcroForm = Dictionary(Fields=Array(fields))
    return pdf


def data_of(pdf: Pdf, **options: object) -> bytes:
    file = BytesIO()
    pdf.save(file, **options)  # type: ignore[arg-type]
    return file.getvalue()


def _with(change: Callable[[Pdf], None], **options: object) -> Callable[[], bytes]:
    def made() -> bytes:
        pdf = honest()
        change(pdf)
        return data_of(pdf, **options)

    return made


def _open_action(**action: object) -> Callable[[], bytes]:
    def change(pdf: Pdf) -> None:
        pdf.Root.OpenAction = Dictionary(**action)

    return _with(change)


def _attach(pdf: Pdf) -> None:
    pdf.attachments["gaji.exe"] = b"MZ"


def _names_script(pdf: Pdf) -> None:
    script = Dictionary(S=Name.JavaScript, JS=String("app.alert(1)"))
    pdf.Root.Names = Dictionary(JavaScript=Dictionary(Names=Array([String("x"), script])))


def _field_script(pdf: Pdf) -> None:
    pdf.Root.AcroForm.Fields[0].AA = Dictionary(K=Dictionary(S=Name.JavaScript, JS=String("x")))


def _buried(pdf: Pdf) -> None:
    """Deep in direct objects, and in nothing that a page reaches."""
    inner = Dictionary(S=Name.Launch, F=String("cmd.exe"))
    for _ in range(20):
        inner = Dictionary(A=Array([inner]))
    pdf.Root.Junk = pdf.make_indirect(inner)


def _foreign(pdf: Pdf) -> None:
    pdf.Root.AcroForm.XFA = pdf.make_stream(b"<xdp/>")


def _media(pdf: Pdf) -> None:
    pdf.pages[0].obj.Annots = Array([pdf.make_indirect(Dictionary(Type=Name.Annot, Subtype=Name.RichMedia))])


def _many_objects(pdf: Pdf) -> None:
    pdf.Root.Junk = Array([pdf.make_indirect(Dictionary()) for _ in range(150_001)])


def _many_pages(pdf: Pdf) -> None:
    for _ in range(1501):
        pdf.add_blank_page()


def _many_fields(pdf: Pdf) -> None:
    """A few objects that are a million fields."""
    kids = Array([pdf.make_indirect(Dictionary(T=String("x")))])
    for _ in range(6):
        kids = Array([pdf.make_indirect(Dictionary(T=String(str(n)), Kids=kids)) for n in range(10)])
    pdf.Root.AcroForm.Fields = kids


def _endless(pdf: Pdf) -> None:
    """A field that is its own child."""
    field = pdf.make_indirect(Dictionary(T=String("x"), FT=Name.Tx))
    field.Kids = Array([field])
    pdf.Root.AcroForm.Fields = Array([field])


def _odd_form(pdf: Pdf) -> None:
    """Every value of a wrong type."""
    pdf.Root.AcroForm.Fields[0].T = Array([1])
    pdf.Root.AcroForm.Fields.append(7)
    pdf.Root.AcroForm.Fields.append(Dictionary(T=String("a"), FT=5, V=Dictionary(), Kids=3, Ff=String("x")))


def _much_text(pdf: Pdf) -> None:
    pdf.Root.AcroForm.Fields = Array(
        [
            pdf.make_indirect(Dictionary(T=String(f"kwu-05--{n}"), FT=Name.Tx, V=String("x" * 20_000)))
            for n in range(201)
        ]
    )


def _named_in_disguise() -> bytes:
    """`/J#61vaScript` is `/JavaScript` to every reader."""
    data = _open_action(S=Name("/JavaScript"), JS=String("x"))()
    plain = BytesIO()
    with pikepdf.open(BytesIO(data)) as pdf:
        pdf.save(plain, object_stream_mode=pikepdf.ObjectStreamMode.disable)
    return _old_table(plain.getvalue().replace(b"/JavaScript", b"/J#61vaScript").replace(b"/JS ", b"/J#53 "))


def _old_table(data: bytes) -> bytes:
    """The cross-reference table written anew for objects that have moved."""
    body = data[: data.rindex(b"xref\n", 0, data.rindex(b"trailer"))]
    offsets = {}
    at = 0
    for line in body.splitlines(keepends=True):
        words = line.split()
        if len(words) == 3 and words[2] == b"obj":
            offsets[int(words[0])] = at
        at += len(line)
    size = max(offsets) + 1
    table = b"xref\n0 %d\n0000000000 65535 f \n" % size
    table += b"".join(b"%010d 00000 n \n" % offsets[number] for number in range(1, size))
    trailer = data[data.rindex(b"trailer") : data.rindex(b"startxref")]
    return body + table + trailer + b"startxref\n%d\n%%%%EOF\n" % len(body)


def _deep_arrays() -> bytes:
    """An array in an array, a hundred thousand times."""
    depth = 100_000
    body = b"%PDF-1.7\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R /Junk " + b"[" * depth + b"]" * depth + b" >>\nendobj\n"
    body += b"2 0 obj\n<< /Type /Pages /Kids [] /Count 0 >>\nendobj\n"
    return _old_table(body + b"xref\ntrailer\n<< /Size 3 /Root 1 0 R >>\nstartxref\n0\n%%EOF\n")


def _bomb() -> bytes:
    """An object stream that unpacks to more than a gigabyte."""
    packer = zlib.compressobj(9)
    packed = b"".join(packer.compress(b" " * (1 << 20)) for _ in range(1100)) + packer.flush()
    body = b"%PDF-1.7\n2 0 obj\n<< /Type /Pages /Kids [] /Count 0 >>\nendobj\n"
    stream_at = len(body)
    body += b"3 0 obj\n<< /Type /ObjStm /N 1 /First 4 /Filter /FlateDecode /Length %d >>\nstream\n" % len(packed)
    body += packed + b"\nendstream\nendobj\n"
    table_at = len(body)
    rows = b"".join(
        kind.to_bytes(1, "big") + at.to_bytes(4, "big") + more.to_bytes(1, "big")
        for kind, at, more in ((0, 0, 255), (2, 3, 0), (1, 9, 0), (1, stream_at, 0), (1, table_at, 0))
    )
    body += b"4 0 obj\n<< /Type /XRef /Size 5 /W [1 4 1] /Root 1 0 R /Length %d >>\nstream\n" % len(rows)
    return body + rows + b"\nendstream\nendobj\nstartxref\n%d\n%%%%EOF\n" % table_at


HOSTILE: dict[str, tuple[Callable[[], bytes], set[str]]] = {
    "not a pdf": (lambda: b"PK\x03\x04 sebuah arsip", {"not-a-pdf"}),
    "empty": (lambda: b"", {"not-a-pdf"}),
    "only a head": (lambda: b"%PDF-1.7\n", {"broken"}),
    "cut": (lambda: data_of(honest())[:-200], {"broken"}),
    "encrypted": (lambda: data_of(honest(), encryption=pikepdf.Encryption(owner="a", user="b")), {"encrypted"}),
    "encrypted for writers only": (
        lambda: data_of(honest(), encryption=pikepdf.Encryption(owner="a", user="")),
        {"encrypted"},
    ),
    "script when opened": (_open_action(S=Name.JavaScript, JS=String("app.alert(1)")), {"script"}),
    "script by name": (_with(_names_script), {"script"}),
    "script of a field": (_with(_field_script), {"script"}),
    "script in disguise": (_named_in_disguise, {"script"}),
    "script in an object stream": (
        _with(_field_script, object_stream_mode=pikepdf.ObjectStreamMode.generate),
        {"script"},
    ),
    "program": (_open_action(S=Name.Launch, F=String("cmd.exe")), {"program"}),
    "program, buried": (_with(_buried), {"program"}),
    "sends the form": (_open_action(S=Name.SubmitForm, F=String("http://x.example")), {"action"}),
    "opens another file": (_open_action(S=Name.GoToR, F=String("//host/share")), {"action"}),
    "other form": (_with(_foreign), {"foreign-form"}),
    "attachment": (_with(_attach), {"attachment"}),
    "film": (_with(_media), {"media"}),
    "many objects": (_with(_many_objects), {"too-many-objects"}),
    "many pages": (_with(_many_pages), {"too-many-pages"}),
    "many fields": (_with(_many_fields), {"too-many-fields"}),
    "a field in itself": (_with(_endless), {"too-deep"}),
    "much text": (_with(_much_text), {"too-much-text"}),
    "odd form": (_with(_odd_form), {"broken", ""}),
    "deep arrays": (_deep_arrays, {"broken", "no-form", "died"}),
    "bomb": (_bomb, {"broken", "died", "too-slow"}),
}
"""What is in the file, and the reasons that it may be refused for; an empty one where it may also be read."""


def odd_files(folder: Path) -> dict[str, str]:
    """Things that are called `.pdf` and are no files, or too large; with the reasons."""
    (folder / "tautan.pdf").symlink_to("/etc/passwd")
    (folder / "putus.pdf").symlink_to("tidak-ada")
    os.mkfifo(folder / "pipa.pdf")
    with (folder / "raksasa.pdf").open("wb") as file:
        file.write(b"%PDF-1.7\n")
        file.truncate(30_000_001)
    (folder / "folder.pdf").mkdir()
    return {
        "pipa.pdf": "not-a-file",
        "putus.pdf": "not-a-file",
        "raksasa.pdf": "too-large",
        "tautan.pdf": "not-a-file",
    }
