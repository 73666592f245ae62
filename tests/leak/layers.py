"""Every file of an output, decoded in every way a reader or a program could: names, text, streams."""

from __future__ import annotations

import html
import re
import subprocess
import tempfile
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path

import pypdf

from tests.tools import require_tool


def layers(folder: Path) -> Iterator[tuple[str, str]]:
    """(file, decoded text) for each layer of each file below the folder."""
    for path in sorted(folder.rglob("*")):
        name = path.relative_to(folder).as_posix()
        yield name, name
        if path.is_file():
            raw = path.read_bytes()
            yield name, raw.decode("latin-1")
            if path.suffix == ".zip":
                with tempfile.TemporaryDirectory() as unpacked:
                    zipfile.ZipFile(path).extractall(unpacked)
                    yield from ((f"{name}/{inner}", text) for inner, text in layers(Path(unpacked)))
            elif path.suffix == ".pdf":
                yield from ((name, text) for text in pdf_layers(path))
            else:
                text = raw.decode("utf-8", "replace")
                yield name, html.unescape(text)
                yield name, html.unescape(re.sub(r"<[^>]*>", "", text))


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
