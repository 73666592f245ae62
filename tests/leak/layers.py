"""Every file of an output, decoded in every way a reader or a program could: names, text, streams."""

from __future__ import annotations

import html
import io
import re
import subprocess
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path

import pypdf

from tests.tools import require_tool

ARCHIVES = frozenset({".docx", ".xlsx", ".zip"})


def layers(folder: Path) -> Iterator[tuple[str, str]]:
    """(file, decoded text) for each layer of each file below the folder."""
    for path in sorted(folder.rglob("*")):
        name = path.relative_to(folder).as_posix()
        yield name, name
        if path.is_file():
            raw = path.read_bytes()
            yield name, raw.decode("latin-1")
            if path.suffix == ".pdf":
                yield from ((name, text) for text in pdf_layers(path))
            elif path.suffix in ARCHIVES:
                yield from archive_layers(name, raw)
            else:
                text = raw.decode("utf-8", "replace")
                yield name, html.unescape(text)
                yield name, html.unescape(re.sub(r"<[^>]*>", "", text))


def archive_layers(name: str, raw: bytes) -> Iterator[tuple[str, str]]:
    """The files in an archive, those of archives in it as well; numbers of spreadsheets also as people write them."""
    with zipfile.ZipFile(io.BytesIO(raw)) as archive:
        for member in archive.namelist():
            content = archive.read(member)
            inner = f"{name}/{member}"
            yield inner, member
            if member.endswith(tuple(ARCHIVES)):
                yield from archive_layers(inner, content)
            else:
                text = html.unescape(content.decode("utf-8", "replace"))
                yield inner, text
                yield inner, re.sub(r"<[^>]*>", "", text)
                yield (
                    inner,
                    re.sub(r"<v>(\d+)(?:\.\d+)?</v>", lambda cell: f" {int(cell[1]):,} ".replace(",", "."), text),
                )


def pdf_layers(path: Path) -> Iterator[str]:
    """Text by poppler, all streams by qpdf, metadata, outline, fields and attachments by pypdf."""
    require_tool("pdftotext")
    require_tool("qpdf")
    yield subprocess.run(["pdftotext", str(path), "-"], capture_output=True, check=True).stdout.decode("utf-8")
    unpacked = subprocess.run(
        ["qpdf", "--qdf", "--object-streams=disable", str(path), "-"], capture_output=True, check=True
    ).stdout
    yield unpacked.decode("latin-1")
    yield unpacked.replace(b"\x00", b"").decode("latin-1")
    yield from (_utf16(part) for part in re.findall(rb"<([0-9a-fA-F]{8,})>", unpacked))
    for packed in re.findall(rb"stream\r?\n(.*?)\r?\nendstream", path.read_bytes(), re.DOTALL):
        try:
            yield zlib.decompress(packed).decode("latin-1")
        except zlib.error:
            continue
    reader = pypdf.PdfReader(path)
    yield str(reader.metadata)
    yield "".join(str(item) for item in _flat(reader.outline))
    yield str(reader.get_fields())
    yield str(list(reader.attachments))
    yield str(list(reader.named_destinations))


def _utf16(digits: bytes) -> str:
    raw = bytes.fromhex((digits + b"0" * (len(digits) % 2)).decode())
    return raw.decode("utf-16-be", "replace") + raw.decode("latin-1")


def _flat(outline: list[object]) -> Iterator[object]:
    for item in outline:
        if isinstance(item, list):
            yield from _flat(item)
        else:
            yield item
