"""From paragraphs, tables and boxes to the parts of a session; teaching blocks are guessed by their first words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from curriculum_kit.diagnostics import text
from curriculum_kit.importer.labels import QUESTIONS, Label, heading_label, label_of, line_label
from curriculum_kit.importer.markdown import escaped, inline, line_start
from curriculum_kit.importer.nodes import Figure, Grid, Heading, Item, Node, Prose, Sheet, Teaching
from curriculum_kit.importer.outline import LONGEST_HEADING
from curriculum_kit.importer.places import Report
from curriculum_kit.importer.runs import UNFINISHED
from curriculum_kit.importer.sheets import sheet_of
from curriculum_kit.importer.store import Store
from curriculum_kit.importer.story import Block, Box, Paragraph, Piece, Story, Table, paragraphs_of, words_of
from curriculum_kit.importer.styles import CAPTION

_CAPTION = re.compile(
    r"(?P<kind>gambar|bagan|diagram|foto|tabel|grafik)\s+[\dIVX]+(?:[.\-]\d+)*\s*[.:–-]?\s*(?P<words>.*)", re.IGNORECASE
)
_TYPED_BULLET = re.compile(r"^[•●▪◦‣∙·□■➢✓❖o–—-]\s+(?=\S)")
_TYPED_NUMBER = re.compile(r"(\d{1,2})[.)]\s+(?=\S)")
_TYPED_LETTER = re.compile(r"[a-hA-H][.)]\s+(?=\S)")
_ROOM = re.compile(r"[\s._…‥·–—-]*")
_ROOM_INSIDE = re.compile(r"(?:[._…]{4,}\s*)+$")
_KEY = re.compile(r"(?:pilihan\s+)?([A-Ha-h])\s*(?:[.)]|$)")
ALT = f"{UNFINISHED} jelaskan isi gambar ini."
DEFAULT_LINES = 4
_LEAST_OPTIONS = 2
_HIDDEN = frozenset({"answer", "trainer-note"})
_WITH_ANSWERS = frozenset({*QUESTIONS, "example"})
MOST_LINES = 30


@dataclass(slots=True)
class Maker:
    """Makes the parts of sessions from one file."""

    story: Story
    report: Report
    store: Store
    _caption: str = field(default="", init=False)

    def nodes(self, blocks: Sequence[Block], *, inside: str = "") -> list[Node]:
        """The parts that blocks become. `inside` is the kind of the block around them: blocks do not nest freely."""
        made: list[Node] = []
        at = 0
        while at < len(blocks):
            block = blocks[at]
            label = self._opens(block, inside)
            if label is not None and isinstance(block, Paragraph):
                end = self._end_of(blocks, at)
                self._teaching(made, label, block, blocks[at + 1 : end])
                at = end
                continue
            if isinstance(block, Paragraph):
                at += self._paragraph(made, blocks, at, inside)
            elif isinstance(block, Box):
                self._box(made, block, inside)
                at += 1
            else:
                self._table(made, block, inside)
                at += 1
        return made

    # ── Teaching blocks ─────────────────────────────────────────────────────────────────────────────────────────────

    def _opens(self, block: Block, inside: str) -> Label | None:
        """The label of a line that opens a block. In other blocks nothing is opened; `_teaching` has parted answers."""
        label = _label_of(block)
        return label if not inside or (inside in QUESTIONS and label and label.kind == "answer") else None

    def _end_of(self, blocks: Sequence[Block], start: int) -> int:
        """Where the block that a line opens ends: at the next heading that is not below it, or the next such line.

        An answer with words of its own ends at the next question.
        """
        opening = blocks[start]
        level = opening.level if isinstance(opening, Paragraph) else 0
        label = _label_of(opening)
        kind = label.kind if label else ""
        for at in range(start + 1, len(blocks)):
            block = blocks[at]
            if isinstance(block, Box) and not level:
                return at
            if not isinstance(block, Paragraph):
                continue
            if block.level and (not level or block.level <= level):
                return at
            following = _label_of(block)
            if following and not (following.kind == "answer" and kind in _WITH_ANSWERS):
                return at
            if kind == "answer" and label and label.rest and _is_question(block):
                return at
        return len(blocks)

    def _teaching(self, made: list[Node], label: Label, opening: Paragraph, blocks: Sequence[Block]) -> None:
        """Add a block with a label; an answer goes to the question before it."""
        number, kind = opening.number, label.kind
        self.report.add_kind(number, kind, label.words)
        title, rest = _title_of(label)
        lead = [Prose(rest)] if rest else []
        blocks = [*_hanging(opening), *blocks]
        if kind == "answer":
            self._answer(made, [*lead, *([Prose(f"**{title}**")] if title else [])], blocks, number)
            return
        block = Teaching(kind, title, number=number)
        questions, answers = self._parted(blocks, kind)
        block.nodes = [*lead, *self.nodes(questions, inside=kind)]
        if answers and kind in QUESTIONS:
            self._answer([block], [], answers, number)
        self._finish(block)
        made.append(block)
        if answers and kind not in QUESTIONS:
            self._answer(made, [], answers, number)

    @staticmethod
    def _parted(blocks: Sequence[Block], kind: str) -> tuple[list[Block], list[Block]]:
        """The question, and the answers that begin with their own label. A worked example shows its answer."""
        questions: list[Block] = []
        answers: list[Block] = []
        is_answer = is_short = False
        for block in blocks:
            label = _label_of(block)
            if label and label.kind == "answer" and kind != "example":
                is_answer, is_short = True, bool(label.rest)
            elif is_answer and is_short and isinstance(block, Paragraph) and _is_question(block):
                is_answer = False
            (answers if is_answer else questions).append(block)
        return questions, answers

    def _answer(self, made: list[Node], lead: list[Node], blocks: Sequence[Block], number: int) -> None:
        """An answer belongs to the question before it; where there is none, to a note for trainers."""
        nodes = [*lead, *self._answer_nodes(blocks)]
        last = made[-1] if made else None
        if isinstance(last, Teaching) and last.kind in QUESTIONS and last.answer is None:
            last.answer = nodes
            self._key(last)
        else:
            self.report.guessed(number, text("jawaban tanpa soal di atasnya ditaruh dalam catatan pelatih"))
            made.append(Teaching("trainer-note", "Kunci jawaban", nodes, number=number))

    def _answer_nodes(self, blocks: Sequence[Block]) -> list[Node]:
        nodes: list[Node] = []
        for block in blocks:
            label = _label_of(block)
            if label and label.kind == "answer" and isinstance(block, Paragraph):
                self.report.add_kind(block.number, label.kind, label.words)
                title, rest = _title_of(label)
                nodes += [Prose(f"**{title}**")] if title else []
                nodes += [Prose(rest)] if rest else []
                nodes += self.nodes(_hanging(block), inside="answer")
            else:
                nodes += self.nodes([block], inside="answer")
        return nodes

    @staticmethod
    def _key(block: Teaching) -> None:
        """`B` or `Pilihan B` as the answer to options."""
        first = block.answer[0] if block.answer else None
        match = _KEY.match(first.words) if isinstance(first, Prose) else None
        if match and ord(match[1].upper()) - ord("A") < len(options_of(block)):
            block.key = match[1].upper()

    def _finish(self, block: Teaching) -> None:
        """Room to write; a sheet; the missing answer."""
        kept: list[Node] = []
        for node in block.nodes:
            if isinstance(node, Prose) and not node.words:
                block.lines += 1
            else:
                kept.append(node)
        block.nodes = kept
        if block.kind in QUESTIONS and block.answer is None:
            block.answer = []

    def _box(self, made: list[Node], box: Box, inside: str) -> None:
        """A frame: a block by its first words."""
        first = next((block for block in box.blocks if isinstance(block, Paragraph) and block.text), None)
        label = label_of(first.text) if first is not None and first is box.blocks[0] else None
        if inside:
            if label and label.kind == "answer" and inside in QUESTIONS:
                self._answer(made, [], box.blocks, box.number)
                return
            self.report.guessed(box.number, text("kotak di dalam blok lain ditulis sebagai teks biasa"))
            made += self.nodes(box.blocks, inside=inside)
            return
        if label is None or first is None or not (label.is_clear or first.is_bold or first.level):
            self.report.guessed(
                box.number, text('kotak tanpa kata pembuka yang dikenal dibaca sebagai "Pokok penting"')
            )
            shown, answers = self._parted(box.blocks, "key-points")
            made.append(Teaching("key-points", nodes=self.nodes(shown, inside="key-points"), number=box.number))
            if answers:
                self._answer(made, [], answers, box.number)
            return
        self._teaching(made, label, first, box.blocks[1:])

    # ── Paragraphs ──────────────────────────────────────────────────────────────────────────────────────────────────

    def _paragraph(self, made: list[Node], blocks: Sequence[Block], at: int, inside: str) -> int:
        """Add a paragraph with its pictures and boxes. Returns how many blocks were used."""
        paragraph = blocks[at]
        assert isinstance(paragraph, Paragraph)  # noqa: S101 - the caller has looked
        used = 1
        caption = _CAPTION.match(paragraph.text)
        is_caption = paragraph.style == CAPTION or (caption is not None and len(paragraph.text) <= 2 * LONGEST_HEADING)
        following = blocks[at + 1] if at + 1 < len(blocks) else None
        if is_caption and isinstance(following, Table) and not _has_pictures(paragraph):
            self._caption = self._plain_caption(paragraph)
        elif paragraph.level and inside:
            if paragraph.text:
                made.append(Prose(f"**{escaped(paragraph.text)}**"))
        elif paragraph.level and paragraph.text:
            made.append(Heading(paragraph.level, self._heading(paragraph)))
        elif paragraph.text:
            self._words(made, paragraph)
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
            self._box(made, box, inside)
        return used

    def _heading(self, paragraph: Paragraph) -> str:
        from curriculum_kit.importer.outline import bare_title  # noqa: PLC0415

        return escaped(bare_title(paragraph, self.report))

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

    def _words(self, made: list[Node], paragraph: Paragraph) -> None:
        """A paragraph of words: a list item, room to write, or prose."""
        words = paragraph.text
        if _ROOM.fullmatch(words):
            self.report.understood(paragraph.number, text("garis isian"))
            made.append(Prose(""))
            return
        pieces = [_without_room(piece) for piece in paragraph.pieces]
        if paragraph.marker:
            marker = paragraph.marker
            written = inline(pieces)
            made.append(Item(written, marker, paragraph.depth, paragraph.ordinal))
        elif match := _TYPED_BULLET.match(words):
            made.append(Item(inline(cut(pieces, match.end())), "bullet"))
        elif match := _TYPED_NUMBER.match(words):
            made.append(Item(inline(cut(pieces, match.end())), "number", 0, int(match[1])))
        elif _TYPED_LETTER.match(words):
            made.append(Item(inline(pieces), "bullet"))
        else:
            made.append(Prose(inline(pieces, breaks=True)))

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
            self._box(made, box, inside)
            return
        if table.is_merged:
            self.report.guessed(table.number, text("sel gabungan: isinya ditulis satu kali, sel lainnya kosong"), "")
        if inside not in _HIDDEN and _holds_answers(table):
            self.report.guessed(table.number, text("tabel yang memuat jawaban ditaruh dalam catatan pelatih"))
            hidden: list[Node] = [Grid(table, escaped(title))]
            self._from_cells(hidden, table, "trainer-note")
            made.append(Teaching("trainer-note", "Kunci jawaban", hidden, number=table.number))
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
                self._box(made, box, inside)

    @staticmethod
    def _is_labelled(table: Table) -> bool:
        """A table of one column whose first row is a label: a box with a head."""
        if any(len(row) != 1 for row in table.rows):
            return False
        label = label_of(table.rows[0][0].text)
        return label is not None and heading_label(table.rows[0][0].text) is not None


def _hanging(paragraph: Paragraph) -> list[Block]:
    """The pictures and boxes of a paragraph whose words are used otherwise."""
    pictures = [piece for piece in paragraph.pieces if piece.picture >= 0]
    return [Paragraph(paragraph.number, pictures, boxes=paragraph.boxes)] if pictures or paragraph.boxes else []


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


def _label_of(block: Block) -> Label | None:
    """The label of a line that opens a block; an item of a list can only be an answer."""
    if not isinstance(block, Paragraph):
        return None
    if block.level:
        return heading_label(block.text)
    label = line_label(_TYPED_BULLET.sub("", block.text, count=1), is_bold=block.is_bold)
    return label if label and (not block.marker or label.kind == "answer") else None


def _is_question(paragraph: Paragraph) -> bool:
    """Whether a paragraph begins the next question."""
    return _TYPED_NUMBER.match(paragraph.text) is not None or (paragraph.marker == "number" and not paragraph.depth)


def _holds_answers(table: Table) -> bool:
    """Whether a column is called *Jawaban* and is filled in, or a cell begins with such a word and says more."""
    for at, head in enumerate(table.rows[0]):
        label = heading_label(head.text)
        if label and label.kind == "answer" and any(not _ROOM.fullmatch(row[at].text) for row in table.rows[1:]):
            return True
    return any(
        (label := line_label(paragraph.text, is_bold=False)) is not None and bool(label.rest)
        for row in table.rows
        for cell in row
        for paragraph in paragraphs_of(cell.blocks)
    )


def options_of(block: Teaching) -> list[Item]:
    """The lettered items of a question, when they are its one list and follow each other."""
    places = [at for at, node in enumerate(block.nodes) if isinstance(node, Item)]
    items = [node for node in block.nodes if isinstance(node, Item)]
    together = len(places) >= _LEAST_OPTIONS and places[-1] - places[0] == len(places) - 1
    lettered = all(item.marker == "letter" or _TYPED_LETTER.match(item.words) for item in items)
    return items if together and lettered else []


def _title_of(label: Label) -> tuple[str, str]:
    """What follows a label: a title, or the first words of the text."""
    rest = label.rest[:1].upper() + label.rest[1:]
    if not rest:
        return "", ""
    is_title = len(rest) <= LONGEST_HEADING and not rest.endswith((".", "?", "!", ":", ";")) and label.kind != "answer"
    return (escaped(rest), "") if is_title else ("", inline([Piece(rest)]))


def _has_pictures(paragraph: Paragraph) -> bool:
    return any(piece.picture >= 0 for piece in paragraph.pieces)


def _without_room(piece: Piece) -> Piece:
    """Without the dots to write on at the end."""
    words = _ROOM_INSIDE.sub("", piece.text) if piece.picture < 0 else piece.text
    return piece if words == piece.text else Piece(words or " ", piece.bold, piece.italic, piece.link)


def cut(pieces: Sequence[Piece], count: int) -> list[Piece]:
    """Pieces without the first `count` letters of their words, blanks at the beginning not counted."""
    made: list[Piece] = []
    started = False
    for piece in pieces:
        words = piece.text
        if piece.picture < 0:
            if not started:
                words = words.lstrip()
                started = bool(words)
            taken = min(count, len(words))
            count -= taken
            words = words[taken:]
        made.append(Piece(words, piece.bold, piece.italic, piece.link, piece.picture))
    return made


def words_in(blocks: Sequence[Block]) -> str:
    """All words of blocks, a paragraph each."""
    return "\n\n".join(filter(None, (words_of(block) for block in blocks)))
