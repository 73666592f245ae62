"""The parts of a session as Markdown with teaching blocks."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from curriculum_kit.importer.labels import QUESTIONS
from curriculum_kit.importer.markdown import inline, line_start
from curriculum_kit.importer.nodes import Figure, Grid, Heading, Item, Node, Prose, Sheet, Teaching
from curriculum_kit.importer.store import Store
from curriculum_kit.importer.story import Box, Cell, Paragraph, Table
from curriculum_kit.importer.teaching import options_of
from curriculum_kit.importer.yaml_writer import UNFINISHED

NO_ANSWER = f"{UNFINISHED} tulis jawabannya."
NO_QUESTION = f"{UNFINISHED} tulis petunjuknya."
DEFAULT_LINES, MOST_LINES = 4, 30
"""Lines to write on: where the file shows none, and at most."""
_FIRST_LEVEL, _LAST_LEVEL = 2, 5
_WIDEST_ROW = 110
_HIDDEN = frozenset({"answer", "trainer-note"})
_ANSWERED_IN_SHEETS = frozenset({"exercise", "check"})
_FOREIGN_BULLET = re.compile(r"^[•●▪◦‣∙·–—]\s+")
"""What Word writes before items that are no list; here such a line would be refused."""
_CHOICE = re.compile(r"^[A-Ha-h]\\?[.)]\s*")


def body(nodes: Sequence[Node], store: Store) -> str:
    """The text of a session."""
    return "\n".join(_Writer(store).lines(nodes)).strip("\n") + "\n"


class _Writer:
    """Writes nodes; headings go down one level at a time."""

    def __init__(self, store: Store) -> None:
        self.store = store
        self.levels: list[int] = []

    def lines(self, nodes: Sequence[Node], inside: str = "") -> Iterator[str]:
        """Lines, an empty one between parts."""
        at = 0
        while at < len(nodes):
            node = nodes[at]
            if isinstance(node, Item):
                end = at
                while end < len(nodes) and isinstance(nodes[end], Item):
                    end += 1
                yield from _list([each for each in nodes[at:end] if isinstance(each, Item)])
                at = end
            else:
                yield from self.one(node, inside)
                at += 1
            yield ""

    def one(self, node: Node, inside: str) -> Iterator[str]:
        """One part that is no list."""
        match node:
            case Heading():
                yield f"{'#' * self.level(node.level)} {node.words}"
            case Prose():
                yield node.words
            case Grid():
                yield from _table(node)
            case Figure():
                yield from _figure(node, is_counted=inside not in _HIDDEN)
            case Sheet():
                name = self.store.name(f"lembar-{node.id}", "lembar")
                yield from (f":::{{worksheet}} {node.id}", f":name: {name}", "", NO_QUESTION, ":::")
            case Teaching():
                yield from self.teaching(node)

    def level(self, level: int) -> int:
        """The level of a heading in the session: the levels of the file, without gaps."""
        while self.levels and self.levels[-1] >= level:
            self.levels.pop()
        self.levels.append(level)
        return min(_FIRST_LEVEL + len(self.levels) - 1, _LAST_LEVEL)

    def teaching(self, block: Teaching) -> Iterator[str]:
        """A teaching block with its answer; its fence is longer than those inside."""
        options = options_of(block) if block.kind in QUESTIONS and block.key else []
        for option in options:
            option.words, option.marker, option.depth = _CHOICE.sub("", option.words), "bullet", 0
        sheet = next((node for node in block.nodes if isinstance(node, Sheet)), None)
        if block.kind not in _ANSWERED_IN_SHEETS:
            sheet = None
        head = self._head(block, options, sheet.id if sheet else "")
        inner = self._body([node for node in block.nodes if node is not sheet], block.kind, NO_QUESTION)
        if block.answer is not None:
            answer = self._body(block.answer or [Prose(NO_ANSWER)], "answer", NO_ANSWER)
            fence = ":" * (_longest(answer) + 1)
            key = [f":key: {block.key}", ""] if options else []
            inner += ["", f"{fence}{{answer}}", *key, *answer, fence]
        fence = ":" * (_longest(inner) + 1)
        title = f" {block.title}" if block.title else ""
        yield from (f"{fence}{{{block.kind}}}{title}", *head, *([""] if head else []), *inner, fence)

    def _head(self, block: Teaching, options: Sequence[Item], sheet: str) -> list[str]:
        """The options of a block."""
        if block.kind in _HIDDEN:
            return []
        prefix = _PREFIX[block.kind]
        head = [f":name: {self.store.name(f'{prefix}-{block.title}', prefix)}"]
        if block.kind in {"exercise", "check", "reflect"}:
            head.append(f":response: {_response(block, options, sheet)}")
        return head

    def _body(self, nodes: Sequence[Node], kind: str, instead: str) -> list[str]:
        """What stands in a block; a body is never empty and never begins with a fence."""
        lines = list(self.lines(nodes, kind))
        while lines and not lines[-1]:
            lines.pop()
        if not lines:
            return [instead]
        return [instead, "", *lines] if lines[0].startswith(":::") else lines


_PREFIX = {
    "reference": "rujukan", "reading": "bacaan", "discussion": "diskusi", "activity": "aktivitas", "check": "periksa",
    "reflect": "pikirkan", "case": "kasus", "exercise": "latihan", "example": "contoh", "key-points": "pokok",
    "tip": "kiat", "warning": "awas", "trainer-note": "catatan",
}  # fmt: skip
"""How the names of blocks begin."""


def _response(block: Teaching, options: Sequence[Item], sheet: str) -> str:
    if options:
        return "choice"
    if sheet and block.kind != "reflect":
        return f"table {sheet}"
    return f"lines {min(block.lines, MOST_LINES) or DEFAULT_LINES}"


def _longest(lines: Sequence[str]) -> int:
    """The longest fence in lines."""
    return max((len(line) - len(line.lstrip(":")) for line in lines if line.startswith(":::")), default=2)


def _list(items: Sequence[Item]) -> Iterator[str]:
    """A list with lists in it: an item is indented by the width of the marker above it."""
    widths: list[int] = []
    previous = ""
    for item in items:
        depth = min(item.depth, len(widths))
        kind = "-" if item.marker == "bullet" else f"{item.ordinal or 1}."
        if depth == 0 and previous and (previous == "-") != (kind == "-"):
            yield ""
        if depth == 0:
            previous = kind
        indent = " " * sum(widths[:depth])
        widths[depth:] = [len(kind) + 1]
        yield f"{indent}{kind} {item.words}" if item.words else f"{indent}{kind}"


def _figure(figure: Figure, *, is_counted: bool) -> Iterator[str]:
    if is_counted:
        yield f":::{{figure}} ../media/{figure.file}"
        yield f":name: {figure.name}"
        yield f":alt: {figure.alt}"
        if figure.caption:
            yield from ("", figure.caption)
    else:
        yield f":::{{image}} ../media/{figure.file}"
        yield f":alt: {figure.alt}"
    yield ":::"
    if not is_counted and figure.caption:
        yield from ("", figure.caption)


def _table(grid: Grid) -> Iterator[str]:
    """A small table with bars, any other as a list."""
    table = grid.table
    cells = [[_cell(cell) for cell in row] for row in table.rows]
    title = f" {grid.title}" if grid.title else ""
    widest = max(sum(len(" ".join(cell)) + 3 for cell in row) for row in cells)
    if widest <= _WIDEST_ROW and len(cells) > 1 and all(len(cell) <= 1 for row in cells for cell in row):
        rows = [[cell[0] if cell else "" for cell in row] for row in cells]
        lines = [_bars(rows[0]), _bars(["---"] * len(rows[0])), *(_bars(row) for row in rows[1:])]
        yield from ([f":::{{table}}{title}", "", *lines, ":::"] if title else lines)
        return
    yield f":::{{list-table}}{title}"
    if len(cells) > 1:
        yield f":header-rows: {max(1, min(table.heads, len(cells) - 1))}"
    yield ""
    for row in cells:
        for at, cell in enumerate(row):
            first, *rest = cell or [""]
            yield f"{'* -' if at == 0 else '  -'} {first}".rstrip()
            for words in rest:
                if not words.startswith(("- ", "  ")):
                    yield ""
                yield f"    {words}"
    yield ":::"


def _bars(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _cell(cell: Cell) -> list[str]:
    """The paragraphs of a cell; items of lists begin with a dash."""
    made: list[str] = []
    for block in cell.blocks:
        match block:
            case Paragraph():
                words = inline(block.pieces)
                is_item = block.marker == "bullet" or _FOREIGN_BULLET.match(words) is not None
                words = _FOREIGN_BULLET.sub("", words)
                if words and block.marker == "number":
                    words = line_start(f"{block.ordinal}. {words}")
                made.append(f"- {words}" if words and is_item and made else words)
            case Table():
                made += ["; ".join(filter(None, (" ".join(_cell(inner)) for inner in row))) for row in block.rows]
            case Box():
                made += _cell(Cell(block.blocks))
    return [each for each in made if each]
