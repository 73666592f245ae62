"""A session that was rendered for the books, cut into the pieces between which it may be taken apart."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from html.parser import HTMLParser

from curriculum_kit.search.pages import VOID

BLOCK = re.compile(r"\bblock-([\w-]+)")
BLOCK_HEAD = re.compile(r'<span class="block-label">(.*?)</span>(.*?)</p>', re.DOTALL)
TAG = re.compile(r"<[^>]*>")


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of the text. `words` are HTML, `level` is that in the session."""

    anchor: str
    level: int
    words: str

    def html(self, anchor: str) -> str:
        """The heading one level lower, because a heading of the session stands above it; the anchor may be empty."""
        tag = f"h{self.level + 1}"
        return f"<{tag}{f' id={chr(34)}{anchor}{chr(34)}' if anchor else ''}>{self.words}</{tag}>\n"


@dataclass(frozen=True, slots=True)
class Piece:
    """A block, paragraph, list, picture or table with the headings above it. `kind` is that of a teaching block."""

    html: str
    kind: str
    headings: tuple[Heading, ...]

    @property
    def name(self) -> str:
        """What a block is called: "Latihan 5.1 Penyusutan alat", "Diskusi “Laris”". HTML without elements."""
        head = BLOCK_HEAD.search(self.html) if self.kind else None
        if head is None:
            return ""
        label, title = (" ".join(TAG.sub("", words).split()) for words in head.groups())
        if not title:
            return label
        return f"{label} {title}" if label[-1].isdigit() else f"{label} “{title}”"


def pieces(html: str) -> Iterator[Piece]:
    """The pieces of a session in their order: sections are opened, everything else stays whole, byte by byte."""
    reader = _Reader(html)
    reader.feed(html)
    reader.close()
    yield from reader.pieces


class _Reader(HTMLParser):
    """Finds where the pieces begin and end."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=False)
        self.pieces: list[Piece] = []
        self._html = html
        self._lines = [0, *(match.end() for match in re.finditer("\n", html))]
        self._sections: list[str] = []
        self._headings: list[Heading] = []
        """The headings above, each of the open section of the same place."""
        self._depth = 0
        self._start = 0
        self._kind = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if self._depth == 0 and tag == "section":
            self._sections.append(dict(attrs).get("id") or "")
            return
        if self._depth == 0:
            self._start = self._place()
            css = dict(attrs).get("class") or ""
            found = BLOCK.search(css) if css.split()[:1] == ["block"] else None
            self._kind = found[1] if found else ""
        if tag not in VOID:
            self._depth += 1
        elif self._depth == 0:
            self._add(tag, self._place() + len(self.get_starttag_text() or ""))

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in VOID:
            self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        if self._depth == 0:
            self._sections.pop()
            del self._headings[len(self._sections) :]
            return
        self._depth -= 1
        if self._depth == 0:
            self._add(tag, self._html.index(">", self._place()) + 1)

    def _add(self, tag: str, end: int) -> None:
        html = self._html[self._start : end]
        if re.fullmatch("h[1-6]", tag) and len(self._headings) < len(self._sections):
            words = html[html.index(">") + 1 : html.rindex("<")]
            self._headings.append(Heading(self._sections[-1], int(tag[1]), words))
            return
        self.pieces.append(Piece(f"{html}\n", self._kind, tuple(self._headings)))

    def _place(self) -> int:
        line, column = self.getpos()
        return self._lines[line - 1] + column
