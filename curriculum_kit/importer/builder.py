"""From paragraphs, tables and boxes to the parts of a session; teaching blocks are guessed by their first words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from curriculum_kit.diagnostics import text
from curriculum_kit.importer.guarded import has_key_column, is_checklist, is_for_trainers, is_rubric
from curriculum_kit.importer.labels import QUESTIONS, heading_label, tells_key
from curriculum_kit.importer.markdown import escaped, inline, line_start
from curriculum_kit.importer.nodes import Figure, Grid, Heading, Item, Node, Prose, Sheet, Teaching
from curriculum_kit.importer.outline import bare_title
from curriculum_kit.importer.places import Report
from curriculum_kit.importer.sheets import sheet_of
from curriculum_kit.importer.store import Store
from curriculum_kit.importer.story import Block, Box, Paragraph, Piece, Story, Table, paragraphs_of, words_of
from curriculum_kit.importer.styles import CAPTION
from curriculum_kit.importer.teaching import TeachingBlocks
from curriculum_kit.importer.titles import LONGEST_HEADING
from curriculum_kit.importer.typed import BULLET, LETTER, NUMBER, ROOM, cut, without_room
from curriculum_kit.importer.yaml_writer import UNFINISHED

_CAPTION = re.compile(
    r"(?P<kind>gambar|bagan|diagram|foto|tabel|grafik)\s+(?:\d+|[IVX]+|[A-Z](?=[.\-]?\d))(?:[.\-]?\d+)*\s*[.:–-]?\s*"
    r"(?P<words>.*)",
    re.IGNORECASE,
)
_BLANKS = re.compile(r"(?:\d{1,2}|[a-h])[.)](?=[\s._…]*[._…]{4})[\s._…]+")
"""Numbered room to write."""
_ASKED = re.compile(r"[?!…]\W*$|^\d+\\?[.)]")
"""What asks: a question, an order, or anything that is numbered as one."""
ALT = f"{UNFINISHED} jelaskan isi gambar ini."
_HIDDEN = frozenset({"answer", "trainer-note"})


@dataclass(slots=True)
class Maker:
    """Makes the parts of sessions from one file."""

    story: Story
    report: Report
    store: Store
    teaching: TeachingBlocks = field(init=False)
    _caption: str = field(default="", init=False)

    def __post_init__(self) -> None:
        self.teaching = TeachingBlocks(self.nodes, self.report)

    def nodes(self, blocks: Sequence[Block], *, inside: str = "") -> list[Node]:
        """The parts that blocks become. `inside` is the kind of the block around them: blocks do not nest freely."""
        made: list[Node] = []
        at = 0
        while at < len(blocks):
            block = blocks[at]
            label = self.teaching.opening(block, inside)
            if label is not None and isinstance(block, Paragraph):
                end = self.teaching.end_of(blocks, at)
                self.teaching.add(made, label, block, blocks[at + 1 : end])
                at = end
                continue
            if isinstance(block, Paragraph):
                at += self._paragraph(made, blocks, at, inside)
            elif isinstance(block, Box):
                self.teaching.add_box(made, block, inside)
                at += 1
            else:
                self._table(made, block, inside)
                at += 1
        return made

    # ── Paragraphs ──────────────────────────────────────────────────────────────────────────────────────────────────

    def _paragraph(self, made: list[Node], blocks: Sequence[Block], at: int, inside: str) -> int:
        """Add a paragraph with its pictures and boxes. Returns how many blocks were used."""
        paragraph = blocks[at]
        assert isinstance(paragraph, Paragraph)  # noqa: S101 - the caller has looked
        following = blocks[at + 1] if at + 1 < len(blocks) else None
        if not self._is_table_title(made, paragraph, following) and paragraph.text:
            if not paragraph.level:
                self._words(made, paragraph, inside)
            elif inside:
                made.append(Prose(f"**{escaped(paragraph.text)}**"))
            else:
                made.append(Heading(paragraph.level, escaped(bare_title(paragraph, self.report))))
        used = 1
        pictures = [piece for piece in paragraph.pieces if piece.picture >= 0]
        if pictures:
            words = ""
            if (
                isinstance(following, Paragraph)
                and not _has_pictures(following)
                and (following.style == CAPTION or _CAPTION.match(following.text))
            ):
                words, used = self._bare_caption(following), 2
            for piece in pictures:
                made.append(self._figure(piece, paragraph.number, words))
                words = ""
        for box in paragraph.boxes:
            self.teaching.add_box(made, box, inside)
        return used

    def _is_table_title(self, made: list[Node], paragraph: Paragraph, following: Block | None) -> bool:
        """Whether a paragraph is the caption of the table below it, or of that above; it is kept for it."""
        match = _CAPTION.match(paragraph.text)
        is_caption = match is not None and len(paragraph.text) <= 2 * LONGEST_HEADING
        if not (is_caption or paragraph.style == CAPTION) or _has_pictures(paragraph):
            return False
        above = made[-1] if made else None
        if isinstance(following, Table):
            self._caption = self._plain_caption(paragraph)
        elif match and match["kind"].lower() == "tabel" and isinstance(above, Grid) and not above.title:
            above.title = escaped(self._plain_caption(paragraph))
        else:
            return False
        return True

    def _plain_caption(self, paragraph: Paragraph) -> str:
        """The words of a caption without "Gambar 1", which the kit counts itself."""
        words = paragraph.text
        match = _CAPTION.match(words)
        if match is None:
            return words
        self.report.understood(
            paragraph.number, text("keterangan; nomornya dibuat sendiri"), words[: match.start("words")]
        )
        return match["words"]

    def _bare_caption(self, paragraph: Paragraph) -> str:
        """The same in Markdown, as a paragraph."""
        return line_start(escaped(self._plain_caption(paragraph)))

    def _words(self, made: list[Node], paragraph: Paragraph, inside: str) -> None:
        """A paragraph of words: a list item, room to write, or prose."""
        words = paragraph.text
        if ROOM.fullmatch(words) or _BLANKS.fullmatch(words):
            self.report.understood(paragraph.number, text("garis untuk diisi peserta"), words.strip("._… "))
            self._room(made, paragraph.number, inside)
            return
        pieces = [without_room(piece) for piece in paragraph.pieces]
        if paragraph.marker:
            marker = paragraph.marker
            written = inline(pieces)
            made.append(Item(written, marker, paragraph.depth, paragraph.ordinal))
        elif match := BULLET.match(words):
            made.append(Item(inline(cut(pieces, match.end())), "bullet"))
        elif match := NUMBER.match(words):
            made.append(Item(inline(cut(pieces, match.end())), "number", 0, int(match[1])))
        elif LETTER.match(words):
            made.append(Item(inline(pieces), "bullet"))
        else:
            made.append(Prose(inline(pieces, breaks=True)))

    def _room(self, made: list[Node], number: int, inside: str) -> None:
        """Room to write belongs to the block around it; outside of blocks it makes the question above an exercise."""
        last = made[-1] if made else None
        if isinstance(last, Teaching) and last.is_asked:
            last.lines += 1
        elif not inside and isinstance(last, Item | Prose) and _ASKED.search(last.words):
            made[-1] = Teaching("exercise", nodes=[last], answer=[], lines=1, number=number, is_asked=True)
            self.report.guessed(number, text("pertanyaan dengan garis isian dibaca sebagai latihan"))
        else:
            made.append(Prose(""))

    def _figure(self, piece: Piece, number: int, caption: str) -> Figure:
        """A picture with its file; without a description somebody has to write one."""
        file = self.store.picture(self.story.pictures[piece.picture])
        alt = escaped(" ".join(piece.text.split()))
        self.report.understood(number, text("gambar disimpan sebagai media/{file}", file=file))
        if not alt:
            self.report.guessed(number, text("gambar belum mempunyai teks alternatif; ditandai LENGKAPI"))
        return Figure(file, self.store.name(caption or "gambar", "gambar"), alt or ALT, caption)

    # ── Tables ──────────────────────────────────────────────────────────────────────────────────────────────────────

    def _table(self, made: list[Node], table: Table, inside: str) -> None:
        """A table to read, or one to fill in."""
        title, self._caption = self._caption, ""
        if self._is_labelled(table):
            box = Box(table.number, [block for row in table.rows for cell in row for block in cell.blocks])
            self.teaching.add_box(made, box, inside)
            return
        if table.is_merged:
            self.report.guessed(table.number, text("sel gabungan: isinya ditulis satu kali, sel lainnya kosong"))
        if inside not in _HIDDEN and (note := _note_of(table)):
            self.report.guessed(table.number, text("tabel untuk pelatih ditaruh dalam catatan pelatih"), note)
            hidden: list[Node] = [Grid(table, escaped(title))]
            self._from_cells(hidden, table, "trainer-note")
            made.append(Teaching("trainer-note", note, hidden, number=table.number))
            return
        sheet = sheet_of(table, title, self.store, self.report) if inside in {"", *QUESTIONS} else None
        if sheet is not None:
            made.append(Sheet(sheet))
            return
        made.append(Grid(table, escaped(title)))
        self._from_cells(made, table, inside)

    def _from_cells(self, made: list[Node], table: Table, inside: str) -> None:
        """Pictures and boxes in cells stand below the table."""
        for paragraph in _in_cells(table):
            for piece in paragraph.pieces:
                if piece.picture >= 0:
                    self.report.guessed(paragraph.number, text("gambar di dalam tabel ditaruh di bawah tabel"))
                    made.append(self._figure(piece, paragraph.number, ""))
            for box in paragraph.boxes:
                self.teaching.add_box(made, box, inside)

    @staticmethod
    def _is_labelled(table: Table) -> bool:
        """A table of one column whose first row is a label: a box with a head."""
        return all(len(row) == 1 for row in table.rows) and heading_label(table.rows[0][0].text) is not None


def _in_cells(table: Table) -> Iterator[Paragraph]:
    """The paragraphs of a table; those in boxes come with their boxes."""
    for row in table.rows:
        for cell in row:
            yield from _outside_boxes(cell.blocks)


def _outside_boxes(blocks: Sequence[Block]) -> Iterator[Paragraph]:
    for block in blocks:
        if isinstance(block, Paragraph):
            yield block
        elif isinstance(block, Table):
            yield from _in_cells(block)
        else:
            yield from _outside_boxes(block.blocks)


def _note_of(table: Table) -> str:
    """The title of the note in which a table is hidden from participants; empty where it need not be."""
    if has_key_column(table) or any(tells_key(paragraphs_of(cell.blocks)) for row in table.rows for cell in row):
        return "Kunci jawaban"
    if is_checklist(table) or is_rubric(table):
        return "Lembar penilaian"
    return "Kegiatan pelatih" if is_for_trainers(table) else ""


def _has_pictures(paragraph: Paragraph) -> bool:
    return any(piece.picture >= 0 for piece in paragraph.pieces)


def words_in(blocks: Sequence[Block]) -> str:
    """All words of blocks, a paragraph each."""
    return "\n\n".join(filter(None, (words_of(block) for block in blocks)))
