"""A Word file as a story: everything that it says, in reading order, and a remark on whatever cannot be taken over."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from curriculum_kit.diagnostics import Text, text
from curriculum_kit.importer import refusals
from curriculum_kit.importer.archive import Archive
from curriculum_kit.importer.drawings import formula
from curriculum_kit.importer.frames import joined
from curriculum_kit.importer.markup import MC, WRAPPERS, M, children_of, chosen, written
from curriculum_kit.importer.parts import Parts
from curriculum_kit.importer.refusals import Refuse
from curriculum_kit.importer.runs import RunReader
from curriculum_kit.importer.story import Block, Box, Cell, Group, Paragraph, Piece, Remark, Story, Table, plain
from curriculum_kit.importer.styles import CONTENTS, TITLE, Numbering, Style, Styles, W, framed, number, on, value

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

MAX_DEPTH = 12
"""Tables in tables, boxes in boxes."""
_REMOVED = frozenset({W + "del", W + "moveFrom"})


def read(data: bytes) -> Story:
    """Read a Word file. Raises `Refuse`."""
    archive = Archive(data)
    try:
        return _Reader(archive).story()
    except RecursionError as error:
        raise Refuse("too-deep") from error


class _Reader:
    """Walks through the body. Paragraphs are counted by their marks, as Word does."""

    def __init__(self, archive: Archive) -> None:
        self.archive = archive
        self.story_ = Story()
        self.number = 0
        self.parts = Parts(archive, self.remark)
        self.styles = Styles(self.parts.related("styles"))
        self.numbering = Numbering.of(self.parts.related("numbering"))
        self.notes = {kind: self.parts.notes(kind) for kind in ("footnote", "endnote")}
        self.runs = RunReader(self)

    def story(self) -> Story:
        """The whole file."""
        root = self.archive.xml(self.parts.main)
        body = root.find(W + "body") if root is not None else None
        if body is None:
            raise Refuse("broken")
        story = self.story_
        story.blocks = joined(list(self.blocks(body, 0)))
        self.parts.tell_margins()
        self.parts.tell_attached()
        story.paragraphs, story.title, story.pictures = self.number, self.parts.title(), self.parts.pictures
        if not story.blocks:
            raise Refuse("empty")
        return story

    def remark(self, group: Group, message: Text, words: str = "", at: int | None = None) -> None:
        """Say something of the place that is being read."""
        self.story_.remarks.append(Remark(group, self.number if at is None else at, message, " ".join(words.split())))

    # ── Blocks ──────────────────────────────────────────────────────────────────────────────────────────────────────

    def blocks(self, parent: Element, depth: int) -> Iterator[Block]:
        """The paragraphs and tables below an element."""
        if depth > MAX_DEPTH:
            raise Refuse("too-deep")
        for child in parent:
            if child.tag == W + "p":
                yield from self.paragraph(child, depth)
            elif child.tag == W + "tbl":
                yield from self.table(child, depth)
            elif child.tag in _REMOVED:
                self.removed(child)
            elif child.tag == MC + "AlternateContent":
                yield from self.blocks(chosen(child), depth)
            elif child.tag in WRAPPERS:
                yield from self.blocks(child, depth)
            elif child.tag == W + "altChunk":
                self.remark(
                    Group.DROPPED, text("berkas lain yang disisipkan tidak dibaca; salin isinya ke berkas Word ini")
                )
            elif child.tag in {M + "oMathPara", M + "oMath"}:
                yield Paragraph(self.number, [formula(child, self)])

    def removed(self, element: Element) -> None:
        """Text that a tracked change has taken away."""
        words = written(element)
        if words:
            self.remark(Group.DROPPED, text("teks yang dihapus dalam mode lacak perubahan"), words)

    def paragraph(self, element: Element, depth: int) -> Iterator[Block]:
        """A paragraph, or nothing when it is empty or belongs to a table of contents."""
        self.number += 1
        if self.number > refusals.MAX_PARAGRAPHS:
            raise Refuse("too-many-paragraphs")
        at = self.number
        properties = element.find(W + "pPr")
        style = self.styles(value(properties, "pStyle"))
        outline = value(properties, "outlineLvl")
        level = style.level if outline is None else number(outline, 9) + 1
        run = self.runs.read(element, style, depth)
        made = Paragraph(
            at,
            run.pieces,
            level=level if level <= 9 and style.role != CONTENTS else 0,  # noqa: PLR2004
            style=style.role,
            size=run.size or style.size,
            is_open=properties is not None and properties.find(f"{W}rPr/{W}del") is not None,
            is_framed=style.is_framed if framed(properties) is None else framed(properties) is True,
            boxes=run.boxes,
        )
        if style.role == CONTENTS or run.is_contents:
            if words := plain(run.pieces):
                self.remark(
                    Group.DROPPED, text("daftar isi tidak dipindahkan: situs dan buku membuatnya sendiri"), words
                )
            yield from run.boxes
            return
        self._mark(made, properties, style)
        if made.pieces or made.boxes:
            yield made

    def _mark(self, paragraph: Paragraph, properties: Element | None, style: Style) -> None:
        """The place in a list."""
        list_id = value(properties, "numPr", "numId") or style.list_id
        if paragraph.level or style.role == TITLE or list_id == "0":
            return
        if list_id:
            level = number(value(properties, "numPr", "ilvl"), style.depth)
            paragraph.marker, paragraph.ordinal = self.numbering.count(list_id, level)
            paragraph.depth = max(level, style.nesting)
        elif style.marker:
            paragraph.marker, paragraph.depth = style.marker, style.nesting

    def table(self, element: Element, depth: int) -> Iterator[Block]:
        """A table; one of a single cell is a box."""
        at = self.number + 1
        rows: list[list[Cell]] = []
        heads = 0
        above: dict[int, Cell] = {}
        for row in children_of(element, W + "tr"):
            properties = row.find(W + "trPr")
            if properties is not None and properties.find(W + "del") is not None:
                self.removed(row)
                continue
            made = self._row(row, above, depth)
            if made:
                rows.append(made)
                is_head = on(properties, "tblHeader")
                heads += bool(is_head) and heads == len(rows) - 1
        width = max(map(len, rows), default=0)
        for each in rows:
            each += [Cell([]) for _ in range(width - len(each))]
        if len(rows) == width == 1:
            if rows[0][0].blocks:
                yield Box(at, rows[0][0].blocks)
        elif any(cell.blocks for each in rows for cell in each):
            yield Table(at, rows, heads)

    def _row(self, row: Element, above: dict[int, Cell], depth: int) -> list[Cell]:
        cells: list[Cell] = []
        before = row.find(W + "trPr")
        cells += [Cell([]) for _ in range(min(number(value(before, "gridBefore")), 60))]
        for each in children_of(row, W + "tc"):
            properties = each.find(W + "tcPr")
            columns = min(max(number(value(properties, "gridSpan"), 1), 1), 60)
            merge = properties.find(W + "vMerge") if properties is not None else None
            blocks = list(self.blocks(each, depth + 1))
            place = len(cells)
            top = above.get(place)
            if merge is not None and merge.get(W + "val") != "restart" and top is not None:
                top.rows += 1
                top.blocks += blocks
                cells += [Cell([], is_covered=True) for _ in range(columns)]
                continue
            cell = Cell(joined(blocks), columns)
            cells += [cell, *(Cell([], is_covered=True) for _ in range(columns - 1))]
            above[place] = cell
        return cells

    def note(self, kind: str, id_: str, depth: int) -> list[Piece]:
        """The words of a footnote."""
        element = self.notes[kind].get(id_)
        if element is None or depth > MAX_DEPTH:
            return []
        pieces: list[Piece] = []
        for paragraph in element.iter(W + "p"):
            pieces += (
                [Piece(" "), *self.runs.read(paragraph, Style(), depth + 1).pieces]
                if pieces
                else (self.runs.read(paragraph, Style(), depth + 1).pieces)
            )
        return pieces
