"""The markup of Word files: names, wrappers, alternatives, and all words below an element."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from curriculum_kit.importer.styles import W

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
DGM = "{http://schemas.openxmlformats.org/drawingml/2006/diagram}"
V = "{urn:schemas-microsoft-com:vml}"
WRAPPERS = frozenset(
    {W + "sdt", W + "sdtContent", W + "ins", W + "moveTo", W + "customXml", W + "smartTag", MC + "AlternateContent",
     MC + "Choice", MC + "Fallback", W + "bdo", W + "dir"}
)  # fmt: skip
_BREAKS = frozenset({W + "p", W + "tab", W + "br", W + "cr", W + "tc"})
_WORDS = re.compile(r"\{[^}]*\}(?:t|delText|v)")


def chosen(element: Element) -> Element:
    """Of several forms of the same thing the first, which modern programs show; else the one for old ones."""
    for name in ("Choice", "Fallback"):
        found = element.find(MC + name)
        if found is not None and len(found):
            return found
    return element[0] if len(element) else element


def written(element: Element) -> str:
    """All words below an element, whatever it is: for reports."""
    parts: list[str] = []
    for each in element.iter():
        if each.tag in _BREAKS:
            parts.append(" ")
        elif isinstance(each.tag, str) and each.text and _WORDS.fullmatch(each.tag):
            parts.append(each.text if each.tag.startswith(W) else f" {each.text} ")
    return " ".join("".join(parts).split())


def children_of(element: Element, tag: str) -> Iterator[Element]:
    """Children of a kind, also those inside wrappers."""
    for child in element:
        if child.tag == tag:
            yield child
        elif child.tag in WRAPPERS:
            yield from children_of(child, tag)
