"""Word files that want harm, or are none."""

from __future__ import annotations

import os
import stat
import zipfile
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

from tests.importer.making import RELATIONS, TYPES, by_hand, p, relation

HONEST = by_hand(p("Usaha", "<w:outlineLvl w:val='0'/>") + p("Isi yang jujur."))


def _with(*members: tuple[str, bytes], data: bytes = HONEST) -> bytes:
    file = BytesIO(data)
    with zipfile.ZipFile(file, "a", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members:
            archive.writestr(name, content)
    return file.getvalue()


def _replaced(name: str, content: str | bytes) -> bytes:
    file = BytesIO()
    with zipfile.ZipFile(BytesIO(HONEST)) as old, zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as new:
        for each in old.namelist():
            new.writestr(each, content if each == name else old.read(each))
    return file.getvalue()


def _link() -> bytes:
    info = zipfile.ZipInfo("word/media/a.png")
    info.external_attr = (stat.S_IFLNK | 0o777) << 16
    file = BytesIO(HONEST)
    with zipfile.ZipFile(file, "a") as archive:
        archive.writestr(info, "/etc/passwd")
    return file.getvalue()


def _double() -> bytes:
    return _with(("word/Document.xml", b"<x/>"))


def _bomb() -> bytes:
    file = BytesIO(HONEST)
    with zipfile.ZipFile(file, "a", zipfile.ZIP_DEFLATED) as archive, archive.open("word/media/x.bin", "w") as part:
        for _ in range(260):
            part.write(b"\x00" * 1_000_000)
    return file.getvalue()


def _lying_bomb() -> bytes:
    """A part that says it is small: both places that tell its size are changed."""
    size = 45_000_000
    data = _replaced("word/document.xml", b" " * size)
    return data.replace(size.to_bytes(4, "little"), (1000).to_bytes(4, "little"))


def _locked() -> bytes:
    data = bytearray(HONEST)
    at = 0
    while (at := data.find(b"PK\x01\x02", at)) >= 0:
        data[at + 8] |= 1
        at += 4
    return bytes(data)


def _entity(definition: str, use: str) -> bytes:
    document = (
        f'<?xml version="1.0"?><!DOCTYPE w:document [{definition}]><w:document xmlns:w="http://schemas.openxmlformats'
        f'.org/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>{use}</w:t></w:r></w:p></w:body></w:document>'
    )
    return _replaced("word/document.xml", document)


def _deep(tag: str, times: int) -> bytes:
    return by_hand(f"<w:{tag}>" * times + p("dalam") + f"</w:{tag}>" * times)


def _deep_tables() -> bytes:
    return by_hand("<w:tbl><w:tr><w:tc>" * 40 + p("dalam") + "</w:tc></w:tr></w:tbl>" * 40)


_LAUGHS = "<!ENTITY a 'ha'>" + "".join(f"<!ENTITY {chr(98 + n)} '{f'&{chr(97 + n)};' * 10}'>" for n in range(9))

HOSTILE: dict[str, tuple[Callable[[], bytes], set[str]]] = {
    "empty": (lambda: b"", {"not-docx"}),
    "a pdf": (lambda: b"%PDF-1.7\n", {"pdf"}),
    "another zip": (lambda: _with(data=b"PK\x05\x06" + b"\x00" * 18), {"not-docx"}),
    "old word": (lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 600, {"old-word"}),
    "with a password": (
        lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 600 + "EncryptedPackage".encode("utf-16-le"),
        {"locked"},
    ),
    "locked parts": (_locked, {"locked"}),
    "cut": (lambda: HONEST[:-40], {"broken"}),
    "wrong bytes": (lambda: HONEST[:200] + b"\x00" * 200 + HONEST[400:], {"broken"}),
    "no xml": (lambda: _replaced("word/document.xml", "<w:document"), {"broken"}),
    "macros": (lambda: _with(("word/vbaProject.bin", b"\xd0\xcf")), {"macro"}),
    "docm": (
        lambda: _replaced(
            "[Content_Types].xml",
            TYPES.replace(
                "vnd.openxmlformats-officedocument.wordprocessingml.document.main",
                "vnd.ms-word.document.macroEnabled.main",
            ),
        ),
        {"macro"},
    ),
    "path upwards": (lambda: _with(("../../etc/x", b"x")), {"unsafe-name"}),
    "path upwards in the middle": (lambda: _with(("word/../../x", b"x")), {"unsafe-name"}),
    "absolute path": (lambda: _with(("/etc/x", b"x")), {"unsafe-name"}),
    "backslashes": (lambda: _with(("word\\..\\x", b"x")), {"unsafe-name"}),
    "drive": (lambda: _with(("C:/x", b"x")), {"unsafe-name"}),
    "link": (_link, {"link"}),
    "the same name twice": (_double, {"double"}),
    "many parts": (lambda: _with(*((f"word/x{n}.xml", b"") for n in range(3100))), {"too-many-parts"}),
    "bomb": (_bomb, {"bomb"}),
    "one part that is a bomb": (lambda: _replaced("word/document.xml", b" " * 41_000_000), {"bomb"}),
    "bomb that lies": (_lying_bomb, {"bomb", "broken"}),
    "entity of a file": (lambda: _entity("<!ENTITY x SYSTEM 'file:///etc/passwd'>", "&x;"), {"entities"}),
    "entity of the net": (lambda: _entity("<!ENTITY x SYSTEM 'http://x.example/'>", "&x;"), {"entities"}),
    "laughs": (lambda: _entity(_LAUGHS, "&j;"), {"entities"}),
    "definitions in other letters": (
        lambda: _replaced(
            "word/document.xml",
            "<?xml version='1.0' encoding='utf-16'?><!DOCTYPE x [<!ENTITY y 'z'>]><x>&y;</x>".encode("utf-16"),
        ),
        {"entities"},
    ),
    "deep": (lambda: _deep("sdt", 5000), {"too-deep", "broken"}),
    "tables in tables": (_deep_tables, {"too-deep"}),
    "many paragraphs": (lambda: by_hand("<w:p/>" * 60_001), {"too-many-paragraphs"}),
    "nothing in it": (lambda: by_hand("<w:p/>"), {"empty"}),
    "a main part elsewhere": (
        lambda: _replaced("_rels/.rels", RELATIONS.format(relation("r1", "officeDocument", "../../../etc/passwd"))),
        {"not-docx"},
    ),
}
"""What is in the file, and the reasons for which it may be refused."""


def odd_files(folder: Path) -> dict[str, str]:
    """Things that are called `.docx` and are no files, or too large; with the reasons."""
    (folder / "tautan.docx").symlink_to("/etc/passwd")
    os.mkfifo(folder / "pipa.docx")
    with (folder / "raksasa.docx").open("wb") as file:
        file.truncate(60_000_001)
    (folder / "folder.docx").mkdir()
    return {
        "tautan.docx": "not-a-file",
        "pipa.docx": "not-a-file",
        "raksasa.docx": "too-large",
        "folder.docx": "not-a-file",
    }
