"""The parts of a Word file, from a ZIP archive that nobody vouches for. Nothing is ever unpacked to disk."""

from __future__ import annotations

import lzma
import os
import posixpath
import re
import stat
import struct
import zipfile
import zlib
from io import BytesIO
from typing import TYPE_CHECKING

from lxml import etree

from curriculum_kit.importer import refusals
from curriculum_kit.importer.refusals import Refuse

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_OTHERS = {b"%PDF": "pdf", b"{\\rtf": "rtf"}
"""How papers of other programs begin."""
_OPEN_DOCUMENT = b"application/vnd.oasis.opendocument.text"
_CHUNK = 1 << 20
_BROKEN = (
    zipfile.BadZipFile, zlib.error, lzma.LZMAError, struct.error, EOFError, OSError, NotImplementedError, RuntimeError,
    LookupError, ValueError,
)  # fmt: skip
"""What unpacking raises when bytes are wrong."""
_LOCKED = 0x1
_UNSAFE = re.compile(r"[\x00-\x1f\\]|^/|^[A-Za-z]:|(?:^|/)\.\.(?:/|$)")
_MACRO = re.compile(rb"macroEnabled|vbaProject", re.IGNORECASE)
_DTD = re.compile(rb"<!\s*(?:DOCTYPE|ENTITY)", re.IGNORECASE)
_STRICT = (
    (
        b"http://purl.oclc.org/ooxml/officeDocument/relationships",
        b"http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    ),
    (b"http://purl.oclc.org/ooxml/officeDocument/math", b"http://schemas.openxmlformats.org/officeDocument/2006/math"),
    (
        b"http://purl.oclc.org/ooxml/wordprocessingml/main",
        b"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    ),
    (b"http://purl.oclc.org/ooxml/drawingml/", b"http://schemas.openxmlformats.org/drawingml/2006/"),
)
"""The namespaces of the strict form of the format, and those that every other file uses."""
_RELATION = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
CONTENT_TYPES = "[Content_Types].xml"


class Relation:
    """A reference from one part to another, or to something outside of the file."""

    def __init__(self, kind: str, target: str, *, is_external: bool) -> None:
        self.kind = kind
        self.target = target
        self.is_external = is_external


class Archive:
    """A Word file. Raises `Refuse` for what no honest one holds."""

    def __init__(self, data: bytes) -> None:
        if data.startswith(_OLE):
            raise Refuse("locked" if _ENCRYPTED in data else "old-word")
        if not data.startswith(b"PK"):
            raise Refuse(next((kind for mark, kind in _OTHERS.items() if data.lstrip().startswith(mark)), "not-docx"))
        self._left = refusals.MAX_UNPACKED
        try:
            self._zip = zipfile.ZipFile(BytesIO(data))
        except _BROKEN as error:
            raise Refuse("broken") from error
        self._infos = self._checked(self._zip.infolist())
        if CONTENT_TYPES not in self._infos:
            is_odt = "mimetype" in self._infos and self.read("mimetype").startswith(_OPEN_DOCUMENT)
            raise Refuse("odt" if is_odt else "not-docx")
        if _MACRO.search(self.read(CONTENT_TYPES)) or any("vbaproject" in name.lower() for name in self._infos):
            raise Refuse("macro")

    @staticmethod
    def _checked(infos: list[zipfile.ZipInfo]) -> dict[str, zipfile.ZipInfo]:
        if len(infos) > refusals.MAX_PARTS:
            raise Refuse("too-many-parts")
        found: dict[str, zipfile.ZipInfo] = {}
        seen: set[str] = set()
        for info in infos:
            if _UNSAFE.search(info.orig_filename) or _UNSAFE.search(info.filename):
                raise Refuse("unsafe-name")
            if stat.S_ISLNK(info.external_attr >> 16):
                raise Refuse("link")
            if info.flag_bits & _LOCKED:
                raise Refuse("locked")
            if info.filename.casefold() in seen:
                raise Refuse("double")
            seen.add(info.filename.casefold())
            found[info.filename] = info
        if sum(info.file_size for info in infos) > refusals.MAX_UNPACKED:
            raise Refuse("bomb")
        return found

    def has(self, name: str) -> bool:
        """Whether there is such a part."""
        return name in self._infos

    def read(self, name: str) -> bytes:
        """The bytes of a part; what it says of its size is not believed."""
        limit = refusals.MAX_XML if name.endswith((".xml", ".rels")) else refusals.MAX_BYTES
        chunks = []
        try:
            with self._zip.open(self._infos[name]) as file:
                while chunk := file.read(_CHUNK):
                    chunks.append(chunk)
                    limit -= len(chunk)
                    self._left -= len(chunk)
                    if limit < 0 or self._left < 0:
                        raise Refuse("bomb")
        except _BROKEN as error:
            raise Refuse("broken") from error
        return b"".join(chunks)

    def xml(self, name: str) -> Element | None:
        """A part as XML, or None when there is none."""
        return parsed(self.read(name)) if self.has(name) else None

    def relations(self, part: str) -> dict[str, Relation]:
        """What a part refers to, by id. Targets inside the file are names of parts."""
        folder, name = posixpath.split(part)
        root = self.xml(posixpath.join(folder, "_rels", f"{name}.rels"))
        found: dict[str, Relation] = {}
        for each in root.iter(_RELATION) if root is not None else ():
            is_external = each.get("TargetMode", "").lower() == "external"
            target = each.get("Target", "")
            if not is_external:
                target = posixpath.normpath(posixpath.join("/" + folder, target)).lstrip("/")
            kind = each.get("Type", "").rsplit("/", 1)[-1]
            found[each.get("Id", "")] = Relation(kind, target, is_external=is_external)
        return found


def parsed(data: bytes) -> Element:
    """XML without definitions, from nowhere else, and no deeper than the parser likes. Raises `Refuse`."""
    if _DTD.search(data.replace(b"\x00", b"")):
        raise Refuse("entities")
    for strict, usual in _STRICT:
        data = data.replace(strict, usual)
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        dtd_validation=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        deep = "depth" in str(error).lower()
        raise Refuse("too-deep" if deep else "broken") from error
    if root.getroottree().docinfo.internalDTD is not None:
        raise Refuse("entities")
    return root


def file_bytes(path: str) -> bytes:
    """A file that is one, and not too large."""
    try:
        status = os.lstat(path)
        if not stat.S_ISREG(status.st_mode):
            raise Refuse("not-a-file")
        if status.st_size > refusals.MAX_BYTES:
            raise Refuse("too-large")
        with open(path, "rb") as file:  # noqa: PTH123
            data = file.read(refusals.MAX_BYTES + 1)
    except OSError as error:
        raise Refuse("unreadable") from error
    if len(data) > refusals.MAX_BYTES:
        raise Refuse("too-large")
    return data
