"""The passages of a session's Markdown, one by one: paragraphs, items, cells, headings, titles and words for pictures.

They are found with the tokenizer of the edition, block by block as it reads them. What holds the page together (fences,
names, options for programs, signs of lists and tables) is outside of every passage, so that no translation can change
it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from markdown_it.token import Token

from curriculum_kit.blocks import BLOCKS, Argument
from curriculum_kit.source.fence_lines import is_bare_option, is_option_line
from curriculum_kit.source.markdown_tokens import MARKDOWN
from curriculum_kit.source.text_places import one_line_end
from curriculum_kit.translation.fields import has_words
from curriculum_kit.translation.marks import bracketed

TEXT_OPTIONS = {"alt": "teks pengganti gambar", "materials": "bahan kegiatan", "offline": "tanpa listrik atau internet"}
"""Options whose value people read."""
IN_ATTRIBUTES = frozenset({"alt"})
"""Those that end up where no mark can stand."""
TITLED = frozenset({"list-table", "table"})
"""Directives that are no teaching blocks and have a title."""
NAMES = {
    "paragraph": "paragraf",
    "heading": "judul bagian",
    "list_item": "butir daftar",
    "th": "kepala tabel",
    "td": "sel tabel",
    "blockquote": "kutipan",
}


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a line: its number, and where in the line it begins and ends (from 0)."""

    line: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Segment:
    """A passage. `text` is on one line; `pieces` are where it stands, line by line. `is_cell`: `|` is escaped."""

    text: str
    what: str
    trainer_only: bool
    pieces: tuple[Piece, ...]
    is_cell: bool = False
    can_be_marked: bool = True

    @property
    def line(self) -> int:
        """The line on which it begins."""
        return self.pieces[0].line


def segments(text: str, body_line: int = 1) -> tuple[Segment, ...]:
    """The passages of Markdown in reading order. `body_line` is the first line after the front matter."""
    lines = one_line_end(text).split("\n")
    body = lines[body_line - 1 :]
    reader = _Reader(lines)
    reader.read("\n".join(body) + "\n", body_line, trainer_only=False)
    return tuple(sorted(reader.found, key=lambda segment: (segment.line, segment.pieces[0].start)))


def rewritten(text: str, words: Mapping[Segment, str]) -> str:
    """The Markdown with other words in place of some passages, each on the first of its lines."""
    lines: list[str | None] = list(one_line_end(text).split("\n"))
    pieces = [
        (piece, _escaped(words[segment], segment) if piece is segment.pieces[0] else None)
        for segment in words
        for piece in segment.pieces
    ]
    for piece, new in sorted(pieces, key=lambda pair: (pair[0].line, pair[0].start), reverse=True):
        line = lines[piece.line - 1]
        if new is None or line is None:
            lines[piece.line - 1] = None
        else:
            lines[piece.line - 1] = line[: piece.start] + new + line[piece.end :]
    return "\n".join(line for line in lines if line is not None)


def _escaped(words: str, segment: Segment) -> str:
    flat = " ".join(words.split())
    return flat.replace("|", "\\|") if segment.is_cell else flat


class _Reader:
    """Reads tokens as `curriculum_kit.source.markdown` does, and notes passages."""

    def __init__(self, lines: Sequence[str]) -> None:
        self.lines = lines
        self.found: list[Segment] = []
        self.env: dict[str, Any] = {}

    def read(self, text: str, first_line: int, *, trainer_only: bool, inside: str = "") -> None:
        """Read Markdown whose first line has the number `first_line`."""
        around: list[str] = []
        for token in MARKDOWN.parse(text, self.env):
            if token.nesting == 1:
                around.append(token.type.removesuffix("_open"))
            elif token.nesting == -1:
                around.pop()
            elif token.type == "inline" and token.map:
                self.note(token, first_line + token.map[0], around, trainer_only=trainer_only, inside=inside)
            elif token.type == "colon_fence" and token.map:
                self.block(token, first_line + token.map[0], trainer_only=trainer_only)

    def note(self, token: Token, line: int, around: Sequence[str], *, trainer_only: bool, inside: str) -> None:
        """Note the passage of an inline token."""
        is_cell = around[-1:] in [["th"], ["td"]]
        pieces = []
        for number, part in enumerate(token.content.split("\n"), line):
            written = part.strip().replace("|", "\\|") if is_cell else part.strip()
            start = self.lines[number - 1].find(written, self.read_up_to(number) if is_cell else 0)
            if start < 0 or not written:
                return
            pieces.append(Piece(number, start, start + len(written)))
        what = "keterangan gambar" if inside in {"figure", "chart"} else _name_of(around)
        self.add(token.content, what, pieces, trainer_only=trainer_only, is_cell=is_cell)

    def read_up_to(self, line: int) -> int:
        """How far a line has been read: the cells of a row stand on one line."""
        return max((p.end for segment in self.found[-20:] for p in segment.pieces if p.line == line), default=0)

    def add(
        self, text: str, what: str, pieces: Sequence[Piece], *, trainer_only: bool, is_cell: bool = False,
        can_be_marked: bool = True,
    ) -> None:  # fmt: skip
        """Note a passage, if there are words in it."""
        flat = " ".join(text.split())
        if has_words(flat):
            self.found.append(Segment(flat, what, trainer_only, tuple(pieces), is_cell, can_be_marked))

    def block(self, token: Token, line: int, *, trainer_only: bool) -> None:
        """Note title and options of a block, then read what is in it."""
        head, rest = [*token.info.split(maxsplit=1), "", ""][:2]
        name = head[1:-1] if head.startswith("{") and head.endswith("}") else ""
        hidden = trainer_only or (name in BLOCKS and BLOCKS[name].trainer_only)
        title = rest.strip()
        if title and (name in TITLED or (name in BLOCKS and BLOCKS[name].argument is Argument.TITLE)):
            start = self.lines[line - 1].find(title, self.lines[line - 1].find("}") + 1)
            piece = Piece(line, start, start + len(title))
            self.add(title, f"judul blok {name}", [piece], trainer_only=hidden)
        content = token.content.splitlines()
        count = 0
        while count < len(content) and (is_option_line(content[count]) or is_bare_option(content[count])):
            self.option(content[count], line + 1 + count, trainer_only=hidden)
            count += 1
        body, first = content[count:], line + 1 + count
        if body and not body[0].strip():
            body, first = body[1:], first + 1
        self.read("\n".join(body) + "\n", first, trainer_only=hidden, inside=name)

    def option(self, written: str, line: int, *, trainer_only: bool) -> None:
        """Note the value of an option that people read."""
        name, _, value = written.strip().removeprefix(":").partition(":")
        value = value.strip()
        if name in TEXT_OPTIONS and value:
            start = self.lines[line - 1].find(value, len(name) + 2)
            hidden = trainer_only or name == "offline"
            pieces = [Piece(line, start, start + len(value))]
            self.add(value, TEXT_OPTIONS[name], pieces, trainer_only=hidden, can_be_marked=name not in IN_ATTRIBUTES)


def in_brackets(text: str) -> str:
    """Markdown with the marks around each of its passages."""
    return rewritten(text, {segment: bracketed(segment.text) for segment in segments(text)})


def _name_of(around: Sequence[str]) -> str:
    """What a passage is: the innermost of the elements around it that has a name of its own."""
    return next((NAMES[name] for name in reversed(around) if name in NAMES and name != "paragraph"), NAMES["paragraph"])


def blocks_of(text: str) -> Iterator[str]:
    """The kinds of elements of a piece of Markdown, for comparing two."""
    for token in MARKDOWN.parse(text + "\n", {}):
        if token.type != "inline":
            yield token.type
