"""All words of a Word file, read without the importer; and all words of what it wrote."""

from __future__ import annotations

import re
import unicodedata
import zipfile
from collections import Counter
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from xml.etree import ElementTree as ET

_PARTS = re.compile(r"word/(document|footnotes|endnotes|comments|header\d*|footer\d*)\.xml")
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"


def words(text: str) -> Counter[str]:
    plain = unicodedata.normalize("NFKC", text)
    return Counter(
        re.findall(r"[^\W_]+", "".join(sign for sign in plain if unicodedata.category(sign) != "Cf").lower())
    )


def words_of_docx(data: bytes) -> Counter[str]:
    found: Counter[str] = Counter()
    with zipfile.ZipFile(BytesIO(data)) as archive:
        for name in archive.namelist():
            if _PARTS.fullmatch(name):
                found += words("".join(_texts(ET.fromstring(archive.read(name)))))  # noqa: S314
    return found


def _texts(element: ET.Element) -> Iterator[str]:
    name = element.tag.rsplit("}", 1)[-1]
    if element.tag == _FALLBACK:
        return
    if name in {"p", "tab", "br", "tc"}:
        yield " "
    if name in {"t", "delText"}:
        yield element.text or ""
    if name == "docPr":
        yield f" {element.get('descr', '')} "
    for child in element:
        yield from _texts(child)
    if name in {"p", "oMath"}:
        yield " "


def words_of_files(folder: Path) -> Counter[str]:
    found: Counter[str] = Counter()
    for path in folder.rglob("*"):
        if path.suffix in {".md", ".yaml"}:
            found += words(path.read_text("utf-8").replace("\\\n", " ").replace("\\", ""))
    return found
