"""Lines in which several things were typed behind each other, as paragraphs of their own: options, questions, keys."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from curriculum_kit.diagnostics import text
from curriculum_kit.importer.labels import KEY_INSIDE, label_of
from curriculum_kit.importer.places import Report
from curriculum_kit.importer.story import Block, Box, Cell, Paragraph, Piece, Table
from curriculum_kit.importer.typed import LETTER, NUMBER, ROOM, cut, parted

_NEXT_LINE = re.compile(r"\n(?=\s*(?:\d{1,2}|[A-Ha-h])[.)]\s)")
_FEW, _SURE = 2, 3
_MARK = re.compile(r"(?:\d{1,2}|[A-Ha-h])[.)]|[^\w\s]")
"""What stands before an item of a list, and is no question."""
_LONGEST = 10_000
"""Letters of a line that is looked into; nobody types longer ones."""
_TICKS = re.compile(r"\s*[*✓√✔☑]+\s*$|^\s*[*✓√✔☑]+\s*")


def unfolded(blocks: Sequence[Block], report: Report) -> list[Block]:
    """The blocks, each thing in a paragraph of its own; options that are marked as right get a line with the key."""
    made: list[Block] = []
    for block in blocks:
        if isinstance(block, Paragraph):
            block.boxes = [Box(box.number, unfolded(box.blocks, report)) for box in block.boxes]
            made += _parts(block)
        elif isinstance(block, Box):
            made.append(Box(block.number, unfolded(block.blocks, report)))
        else:
            made.append(_without_colons(block))
    return list(_keyed(_roomy(made, report), report))


def _roomy(blocks: Sequence[Block], report: Report) -> list[Block]:
    """`Jawaban:` before dots is room that participants write in, no answer."""
    made: list[Block] = []
    for at, block in enumerate(blocks):
        label = label_of(block.text) if isinstance(block, Paragraph) and not block.level and not block.boxes else None
        has_room = label is not None and label.kind == "answer" and ROOM.fullmatch(label.rest) is not None
        if label and has_room and (label.rest or (at + 1 < len(blocks) and is_room(blocks[at + 1]))):
            report.understood(block.number, text("garis untuk diisi peserta"), label.words)
            made += [Paragraph(block.number, [Piece(label.rest)])] if label.rest else []
        else:
            made.append(block)
    return made


def _parts(paragraph: Paragraph) -> Iterator[Paragraph]:
    raw = "".join(piece.text for piece in paragraph.pieces if piece.picture < 0)
    if len(raw) > _LONGEST:
        yield paragraph
        return
    places = sorted({*_keys(raw)} if paragraph.level else {*_lines(raw), *_options(raw, paragraph), *_keys(raw)})
    if not places:
        yield paragraph
        return
    first, *others = parted(paragraph.pieces, places)
    paragraph.pieces = first
    boxes, paragraph.boxes = paragraph.boxes, []
    yield paragraph
    for at, pieces in enumerate(others):
        is_last = at == len(others) - 1
        yield Paragraph(paragraph.number, _bare(pieces), size=paragraph.size, boxes=boxes if is_last else [])


def _bare(pieces: list[Piece]) -> list[Piece]:
    """Without the blanks before, and without the brackets around a key."""
    words = "".join(piece.text for piece in pieces if piece.picture < 0).strip()
    if words[:1] not in {"(", "["}:
        return cut(pieces, 0)
    pieces = cut(pieces, 1)
    last = pieces[-1]
    if last.picture < 0 and last.text.rstrip().endswith((")", "]")):
        pieces[-1] = Piece(last.text.rstrip()[:-1], last.bold, last.italic, last.link)
    return pieces


def _lines(raw: str) -> list[int]:
    """Where lines begin that have a number or a letter, when there are several."""
    places = [match.end() for match in _NEXT_LINE.finditer(raw)]
    return places if len(places) >= _FEW or (places and (NUMBER.match(raw) or LETTER.match(raw))) else []


def _options(raw: str, paragraph: Paragraph) -> list[int]:
    """Where options begin that stand behind each other: "a. satu  b. dua", also behind the question."""
    head = LETTER.match(raw.lstrip())
    sign = head[1] if head else "a"
    at = len(raw) - len(raw.lstrip()) + (head.end() if head else 0)
    if not head and re.search(r"\sA[.)]\s", raw) and not re.search(r"\sa[.)]\s", raw):
        sign = "A"
    found: list[int] = []
    expected = chr(ord(sign) + 1) if head else sign
    while match := re.compile(rf"\s({re.escape(expected)}[.)]\s*)(?=\S)").search(raw, at):
        found.append(match.start(1))
        at, expected = match.end(), chr(ord(expected) + 1)
    is_question = NUMBER.match(raw.lstrip()) is not None or paragraph.marker == "number"
    return found if len(found) >= (1 if head else _FEW if is_question else _SURE) else []


def _keys(raw: str) -> list[int]:
    """Where a key begins behind the question that it answers."""
    match = KEY_INSIDE.search(raw)
    return [match.start()] if match and not _MARK.fullmatch(raw[: match.start()].strip()) else []


def _without_colons(table: Table) -> Table:
    """A table without columns in which nothing but colons stand."""
    if table.is_merged:
        return table
    kept = [at for at in range(len(table.rows[0])) if not _is_colons([row[at] for row in table.rows])]
    if kept and len(kept) < len(table.rows[0]):
        table.rows = [[row[at] for at in kept] for row in table.rows]
    return table


def _is_colons(cells: Sequence[Cell]) -> bool:
    words = {cell.text.strip() for cell in cells}
    return ":" in words and words <= {":", ""}


def _keyed(blocks: Sequence[Block], report: Report) -> Iterator[Block]:
    """Options of which one is marked: its mark goes, a line with the key follows."""
    at = 0
    while at < len(blocks):
        end = at
        while end < len(blocks) and _is_option(blocks[end], end - at):
            end += 1
        options = [block for block in blocks[at:end] if isinstance(block, Paragraph)]
        yield from options
        if len(options) >= _FEW and (key := _marked(options, report)):
            yield key
        if end == at:
            yield blocks[at]
            end = at + 1
        at = end


def _is_option(block: Block, place: int) -> bool:
    if not isinstance(block, Paragraph) or block.level or block.boxes:
        return False
    match = LETTER.match(_TICKS.sub("", block.text))
    return ord(match[1].lower()) - ord("a") == place if match else block.marker == "letter"


def _marked(options: Sequence[Paragraph], report: Report) -> Paragraph | None:
    bold = [option for option in options if option.is_bold]
    ticked = [option for option in options if _TICKS.search(option.text)]
    right = ticked if len(ticked) == 1 else bold
    if len(right) != 1:
        return None
    option = right[0]
    pieces = [
        Piece(piece.text, bold=False, italic=piece.italic, link=piece.link, picture=piece.picture)
        for piece in option.pieces
    ]
    if ticked:
        words = _TICKS.sub("", "".join(piece.text for piece in pieces if piece.picture < 0))
        pieces = [Piece(words), *(piece for piece in pieces if piece.picture >= 0)]
    option.pieces = pieces
    report.guessed(option.number, text("pilihan yang ditandai dibaca sebagai kunci"))
    sign = chr(ord("A") + next(n for n, each in enumerate(options) if each is option))
    return Paragraph(option.number, [Piece(f"Kunci: {sign}")])


def is_room(block: Block) -> bool:
    """Whether a paragraph is nothing but room to write."""
    return isinstance(block, Paragraph) and bool(block.text) and ROOM.fullmatch(block.text) is not None
