"""What is drawn in a paragraph: pictures and text boxes are taken over, charts, diagrams and formulas reported."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from curriculum_kit.diagnostics import Text, text
from curriculum_kit.importer.markup import DGM, WP, A, C, M, R, V
from curriculum_kit.importer.story import Box, Group, Piece
from curriculum_kit.importer.styles import W
from curriculum_kit.importer.yaml_writer import UNFINISHED
from curriculum_kit.source.lookalikes import as_seen

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

    from curriculum_kit.importer.reader import _Reader

_MACHINE_ALT = re.compile(r"description automatically generated|deskripsi dibuat secara otomatis", re.IGNORECASE)


@dataclass(slots=True)
class Run:
    """What a paragraph holds."""

    pieces: list[Piece] = field(default_factory=list)
    boxes: list[Box] = field(default_factory=list)
    size: int = 0
    is_contents: bool = False


class DrawingReader:
    """Reads drawings, in the new form and in that of old programs (VML)."""

    def __init__(self, reader: _Reader) -> None:
        self.reader = reader

    def read(self, element: Element, run: Run, depth: int) -> None:
        """Pictures, text boxes, charts and diagrams."""
        alt = _alternative(element)
        for box in element.iter(W + "txbxContent"):
            if _is_boxed(box, element):
                continue  # read with the box around it
            at = self.reader.number + 1
            blocks = list(self.reader.blocks(box, depth + 1))
            if blocks:
                run.boxes.append(Box(at, blocks))
        for each in element.iter(A + "blip", V + "imagedata"):
            if not _is_boxed(each, element):
                self._picture(each, alt, run)
        for each in element.iter(C + "chart", DGM + "relIds"):
            relation = self.reader.parts.relations.get(each.get(R + "id") or each.get(R + "dm") or "")
            words = self.reader.parts.drawn_words(relation)
            self.reader.remark(Group.DROPPED, text("bagan atau diagram Word tidak dipindahkan"), f"{alt} {words}")
        for each in element.iter(V + "textpath"):
            self.reader.remark(Group.DROPPED, text("tulisan hias (WordArt) tidak dipindahkan"), each.get("string", ""))

    def _picture(self, element: Element, alt: str, run: Run) -> None:
        """A picture; one that lies elsewhere is never fetched."""
        relation = self.reader.parts.relations.get(element.get(R + "embed") or element.get(R + "id") or "")
        remote = self.reader.parts.relations.get(element.get(R + "link") or "")
        if relation is None or relation.is_external:
            address = (relation or remote).target if relation or remote else ""  # type: ignore[union-attr]
            self.reader.remark(Group.DROPPED, text("gambar dari luar berkas tidak diambil"), f"{address} {alt}")
            return
        found = self.reader.parts.picture(relation.target)
        if isinstance(found, Text):
            self.reader.remark(Group.DROPPED, found, alt)
        else:
            run.pieces.append(Piece(alt, picture=found))


def formula(element: Element, reader: _Reader) -> Piece:
    """A formula is reported with its letters; a mark stands in its place."""
    words = "".join(each.text or "" for each in element.iter(M + "t", W + "t"))
    reader.remark(Group.DROPPED, text("rumus tidak dipindahkan; tulis kembali dengan kata dan angka"), words)
    return Piece(f"({UNFINISHED} rumus)")


def _alternative(element: Element) -> str:
    for each in element.iter(WP + "docPr", V + "shape"):
        words = as_seen(" ".join((each.get("descr") or each.get("alt") or "").split()))
        if words:
            return "" if _MACHINE_ALT.search(words) else words
    return ""


def _is_boxed(inner: Element, drawing: Element) -> bool:
    """Whether something stands in a text box of the drawing."""
    for above in inner.iterancestors():
        if above is drawing:
            return False
        if above.tag == W + "txbxContent":
            return True
    return False
