"""A Word file as a story: everything that it says, in reading order, and a remark on whatever cannot be taken over."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from curriculum_kit.diagnostics import Text, text
from curriculum_kit.importer import refusals
from curriculum_kit.importer.archive import CONTENT_TYPES, Archive, Relation
from curriculum_kit.importer.labels import line_label
from curriculum_kit.importer.pictures import usable
from curriculum_kit.importer.refusals import Refuse
from curriculum_kit.importer.runs import RunReader
from curriculum_kit.importer.story import Block, Box, Cell, Group, Paragraph, Piece, Remark, Story, Table, plain
from curriculum_kit.importer.styles import CONTENTS, TITLE, Numbering, Style, Styles, W, framed, number, on, value

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

MAIN_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
_TYPE = "{http://schemas.openxmlformats.org/package/2006/content-types}Override"
_DC_TITLE = "{http://purl.org/dc/elements/1.1/}title"
_MARGINS = {"header": text("kepala halaman tidak dipindahkan"), "footer": text("kaki halaman tidak dipindahkan")}
MAX_DEPTH = 12
"""Tables in tables, boxes in boxes."""
_WRAPPERS = frozenset(
    {W + "sdt", W + "sdtContent", W + "ins", W + "moveTo", W + "customXml", W + "smartTag", MC + "AlternateContent",
     MC + "Choice", MC + "Fallback", W + "bdo", W + "dir"}
)  # fmt: skip
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
        self.main = _main_part(archive)
        self.relations = archive.relations(self.main)
        self.styles = Styles(self._related("styles"))
        self.numbering = Numbering.of(self._related("numbering"))
        self.story_ = Story()
        self.number = 0
        self.is_contents = False
        self._pictures: dict[str, int | Text] = {}
        self.notes = {kind: self._notes(kind) for kind in ("footnote", "endnote")}
        self.comments = {each.get(W + "id", ""): each for each in self._all("comments", "comment")}
        self.runs = RunReader(self)

    def story(self) -> Story:
        """The whole file."""
        root = self.archive.xml(self.main)
        body = root.find(W + "body") if root is not None else None
        if body is None:
            raise Refuse("broken")
        story = self.story_
        story.blocks = _framed(list(self.blocks(body, 0)))
        self._margins()
        self._attached()
        story.paragraphs = self.number
        title = self.archive.xml("docProps/core.xml")
        if title is not None:
            story.title = " ".join((title.findtext(_DC_TITLE) or "").split())
        if not any(True for _ in story.blocks):
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
            elif child.tag in _WRAPPERS:
                yield from self.blocks(child, depth)
            elif child.tag == W + "altChunk":
                self.remark(Group.DROPPED, text("berkas lain yang disisipkan (altChunk) tidak dibaca"))
            elif child.tag in {M + "oMathPara", M + "oMath"}:
                yield Paragraph(self.number, [self.runs.formula(child)])

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
        for row in _children(element, W + "tr"):
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
        for each in _children(row, W + "tc"):
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
            cell = Cell(_framed(blocks), columns)
            cells += [cell, *(Cell([], is_covered=True) for _ in range(columns - 1))]
            above[place] = cell
        return cells

    # ── Other parts ─────────────────────────────────────────────────────────────────────────────────────────────────

    def picture(self, part: str) -> int | Text:
        """The number of a picture in the story, or why it cannot be used."""
        if part not in self._pictures:
            made = (
                usable(self.archive.read(part)) if self.archive.has(part) else text("gambar tidak ada di dalam berkas")
            )
            if isinstance(made, Text):
                self._pictures[part] = made
            else:
                same = next((n for n, each in enumerate(self.story_.pictures) if each.data == made.data), None)
                if same is None:
                    self.story_.pictures.append(made)
                    same = len(self.story_.pictures) - 1
                self._pictures[part] = same
        return self._pictures[part]

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

    def comment(self, id_: str) -> None:
        """Report a comment, once."""
        element = self.comments.pop(id_, None)
        if element is not None:
            author = " ".join(element.get(W + "author", "").split()) or "?"
            self.remark(Group.DROPPED, text("komentar {author}", author=author), written(element))

    def drawn_words(self, relation: Relation | None) -> str:
        """The words of a chart or diagram."""
        if relation is None or relation.is_external or not relation.target.endswith(".xml"):
            return ""
        root = self.archive.xml(relation.target)
        return written(root) if root is not None else ""

    def _related(self, kind: str) -> Element | None:
        found = next((each for each in self.relations.values() if each.kind == kind and not each.is_external), None)
        return self.archive.xml(found.target) if found else None

    def _all(self, kind: str, name: str) -> Iterator[Element]:
        root = self._related(kind)
        if root is not None:
            yield from root.iter(W + name)

    def _notes(self, kind: str) -> dict[str, Element]:
        return {
            each.get(W + "id", ""): each
            for each in self._all(f"{kind}s", kind)
            if each.get(W + "type") in {None, "normal"}
        }

    def _margins(self) -> None:
        """Say what stands in heads and feet of pages; comments and notes that nothing points at."""
        said = set()
        for relation in self.relations.values():
            if relation.kind in _MARGINS and not relation.is_external:
                root = self.archive.xml(relation.target)
                words = written(root) if root is not None else ""
                if words and (relation.target not in said):
                    said.add(relation.target)
                    self.remark(Group.DROPPED, _MARGINS[relation.kind], words, at=0)
        for id_ in list(self.comments):
            self.comment(id_)

    def _attached(self) -> None:
        """Say which other files came along."""
        for relation in self.relations.values():
            if relation.kind in {"package", "oleObject", "control", "aFChunk"}:
                self.remark(Group.DROPPED, text("berkas yang ditanam di dalam Word tidak dibaca"), at=0)
            if relation.kind == "attachedTemplate":
                self.remark(Group.DROPPED, text("templat luar tidak dibuka"), relation.target, at=0)


def _main_part(archive: Archive) -> str:
    types = archive.xml(CONTENT_TYPES)
    names = [
        each.get("PartName", "").lstrip("/")
        for each in (types.iter(_TYPE) if types is not None else ())
        if each.get("ContentType") == MAIN_TYPE
    ]
    for relation in archive.relations("").values():
        if relation.kind == "officeDocument" and relation.target in names and archive.has(relation.target):
            return relation.target
    raise Refuse("not-docx")


def chosen(element: Element) -> Element:
    """Of several forms of the same thing the first, which modern programs show; else the one for old ones."""
    for name in ("Choice", "Fallback"):
        found = element.find(MC + name)
        if found is not None and len(found):
            return found
    return element[0] if len(element) else element


_BREAKS = frozenset({W + "p", W + "tab", W + "br", W + "cr", W + "tc"})
_WORDS = re.compile(r"\{[^}]*\}(?:t|delText|v)")


def written(element: Element) -> str:
    """All words below an element, whatever it is: for reports."""
    parts: list[str] = []
    for each in element.iter():
        if each.tag in _BREAKS:
            parts.append(" ")
        elif isinstance(each.tag, str) and each.text and _WORDS.fullmatch(each.tag):
            parts.append(each.text if each.tag.startswith(W) else f" {each.text} ")
    return " ".join("".join(parts).split())


def _children(element: Element, tag: str) -> Iterator[Element]:
    """Children of a kind, also those inside wrappers."""
    for child in element:
        if child.tag == tag:
            yield child
        elif child.tag in _WRAPPERS:
            yield from _children(child, tag)


def _framed(blocks: Iterable[Block]) -> list[Block]:
    """Neighbouring paragraphs with a border become one box; a line that opens a block begins another one."""
    made: list[Block] = []
    is_open = False
    for block in _closed(blocks):
        in_frame = isinstance(block, Paragraph) and block.is_framed and not block.level
        last = made[-1] if made else None
        if in_frame and is_open and isinstance(last, Box) and not _opens(block):
            last.blocks.append(block)
        elif in_frame:
            made.append(Box(block.number, [block]))
        else:
            made.append(block)
        is_open = in_frame
    return made


def _closed(blocks: Iterable[Block]) -> Iterator[Block]:
    """A paragraph whose mark was deleted and the next one are one."""
    before: Paragraph | None = None
    for block in blocks:
        if before is not None and isinstance(block, Paragraph) and not block.level:
            before.pieces = [*before.pieces, *block.pieces]
            before.boxes = [*before.boxes, *block.boxes]
            before.is_open = block.is_open
        else:
            if before is not None:
                yield before
            before = block if isinstance(block, Paragraph) and block.is_open else None
            if before is None:
                yield block
            continue
        if not before.is_open:
            yield before
            before = None
    if before is not None:
        yield before


def _opens(block: Block) -> bool:
    """Whether a paragraph opens a block of its own, as an answer does not: it belongs to the question above."""
    label = line_label(block.text, is_bold=block.is_bold) if isinstance(block, Paragraph) else None
    return label is not None and label.kind != "answer"
