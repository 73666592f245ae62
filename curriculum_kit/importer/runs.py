"""The words of a paragraph: bold, italic and links are kept; everything else is taken over as words or reported."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from curriculum_kit.diagnostics import text
from curriculum_kit.importer.drawings import DrawingReader, Run, formula
from curriculum_kit.importer.markup import MC, M, R, chosen, written
from curriculum_kit.importer.story import Group, Piece
from curriculum_kit.importer.styles import Style, W, number, on, value
from curriculum_kit.source.lookalikes import as_seen

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

    from curriculum_kit.importer.reader import _Reader

_SCHEMES = re.compile(r"(?:https?://|mailto:)[^\s]+", re.IGNORECASE)
_LINK_FIELD = re.compile(r'\s*HYPERLINK\s+"([^"]*)"', re.IGNORECASE)
_CONTENTS_FIELD = re.compile(r"\s*(?:TOC|INDEX)\b")
_SYMBOLS = {
    0xFC: "✓", 0xFE: "☑", 0xA8: "☐", 0x6F: "☐", 0x71: "☐", 0x72: "☐", 0xFB: "✗", 0xFD: "☒", 0xE0: "→", 0xE8: "→",
    0xB7: "•", 0xA7: "•", 0x76: "•", 0x6C: "•", 0x6E: "•", 0x4A: "☺", 0x52: "☑", 0xA3: "☐", 0x50: "✓", 0xD8: "•",
}  # fmt: skip
"""Signs of the fonts Wingdings and Symbol by the last byte of their code."""
_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_LOWERED = str.maketrans("0123456789", "₀₁₂₃₄₅₆₇₈₉")
_SHIFTED = 4
_PRIVATE = re.compile("[\ue000-\uf8ff]")
_SILENT = frozenset(
    W + name
    for name in (
        "pPr", "rPr", "bookmarkStart", "bookmarkEnd", "proofErr", "lastRenderedPageBreak", "footnoteRef", "endnoteRef",
        "annotationRef", "separator", "continuationSeparator", "commentRangeStart", "commentRangeEnd", "permStart",
        "permEnd", "pgNum", "sdtPr", "sdtEndPr", "softHyphen",
    )
)  # fmt: skip


@dataclass(slots=True)
class _Look:
    bold: bool = False
    italic: bool = False
    link: str = ""


@dataclass(slots=True)
class _Field:
    """A field that has begun: its instruction, and whether its result has."""

    instruction: str = ""
    has_result: bool = False
    link: str = ""


class RunReader:
    """Reads paragraphs one after the other: fields may begin in one and end in another."""

    def __init__(self, reader: _Reader) -> None:
        self.reader = reader
        self.drawn = DrawingReader(reader)
        self.fields: list[_Field] = []
        self.run = Run()
        self.style = Style()
        self.depth = 0

    def read(self, element: Element, style: Style, depth: int) -> Run:
        """The content of a paragraph."""
        outer = self.run, self.style, self.depth
        self.run, self.style, self.depth = Run(), style, depth
        self.run.is_contents = self._in_contents()
        self.walk(element, _Look())
        made = self.run
        made.is_contents = made.is_contents or self._in_contents()
        made.pieces = _joined(made.pieces)
        self.run, self.style, self.depth = outer
        return made

    def _in_contents(self) -> bool:
        return any(_CONTENTS_FIELD.match(each.instruction) for each in self.fields)

    def walk(self, parent: Element, look: _Look) -> None:  # noqa: C901
        """Everything below an element that may stand in a paragraph."""
        for child in parent:
            tag = child.tag
            if tag in _SILENT or not isinstance(tag, str):
                continue
            if tag == W + "r":
                self.read_run(child, look)
            elif tag == W + "hyperlink":
                self.walk(child, replace(look, link=self.hyperlink(child) or look.link))
            elif tag in {W + "del", W + "moveFrom"}:
                self.reader.removed(child)
            elif tag == W + "fldSimple":
                instruction = child.get(W + "instr", "")
                link = _LINK_FIELD.match(instruction)
                self.run.is_contents |= bool(_CONTENTS_FIELD.match(instruction))
                self.walk(child, replace(look, link=self.link(link[1]) if link else look.link))
            elif tag == MC + "AlternateContent":
                self.walk(chosen(child), look)
            elif tag in {M + "oMath", M + "oMathPara"}:
                self.run.pieces.append(formula(child, self.reader))
            elif tag == W + "ruby":
                self.ruby(child, look)
            elif tag == W + "commentReference":
                self.reader.parts.comment(child.get(W + "id", ""))
            elif tag == W + "subDoc":
                self.reader.remark(Group.DROPPED, text("dokumen lain yang dirujuk tidak dibaca"))
            else:
                self.walk(child, look)

    def read_run(self, element: Element, look: _Look) -> None:
        """A run: words of one look."""
        properties = element.find(W + "rPr")
        named = self.reader.styles(value(properties, "rStyle"))
        if on(properties, "vanish") or named.hidden or self.style.hidden:
            if words := written(element):
                self.reader.remark(Group.DROPPED, text("teks tersembunyi tidak dipindahkan"), words)
            return
        bold, italic = on(properties, "b"), on(properties, "i")
        if not self.run.size:
            self.run.size = number(value(properties, "sz"))
        is_heading = bool(self.style.level)
        look = replace(
            look,
            bold=(named.bold or self.style.bold if bold is None else bold) and not is_heading,
            italic=(named.italic or self.style.italic if italic is None else italic) and not is_heading,
            link=look.link or next((each.link for each in reversed(self.fields) if each.link), ""),
        )
        self.content(element, look, value(properties, "vertAlign") or _shift(number(value(properties, "position"))))

    def content(self, element: Element, look: _Look, raised: str) -> None:  # noqa: C901, PLR0912
        """What stands in a run."""
        for child in element:
            tag = child.tag
            if tag in {W + "t", W + "delText"}:
                self.say(child.text or "", look, raised)
            elif tag in {W + "tab", W + "ptab"}:
                self.say(" ", look)
            elif tag in {W + "br", W + "cr"}:
                self.say("\n" if child.get(W + "type") in {None, "textWrapping"} else " ", look)
            elif tag == W + "noBreakHyphen":
                self.say("-", look)
            elif tag == W + "sym":
                self.symbol(child, look)
            elif tag == W + "fldChar":
                self.field_mark(child.get(W + "fldCharType", ""))
            elif tag == W + "instrText":
                if self.fields:
                    self.fields[-1].instruction += child.text or ""
            elif tag in {W + "footnoteReference", W + "endnoteReference"}:
                self.note(tag.removeprefix(W).removesuffix("Reference"), child.get(W + "id", ""))
            elif tag == W + "commentReference":
                self.reader.parts.comment(child.get(W + "id", ""))
            elif tag == W + "ruby":
                self.ruby(child, look)
            elif tag == MC + "AlternateContent":
                self.content(chosen(child), look, raised)
            elif tag in {W + "drawing", W + "pict", W + "object"}:
                self.drawn.read(child, self.run, self.depth)
            elif tag not in _SILENT and isinstance(tag, str) and len(child):
                self.content(child, look, raised)

    def say(self, words: str, look: _Look, raised: str = "") -> None:
        """Add words as people see them."""
        table = _RAISED if raised == "superscript" else _LOWERED if raised == "subscript" else None
        if table and words.strip().isdigit():
            words = words.translate(table)
        if _PRIVATE.search(words):
            words = _PRIVATE.sub(lambda sign: self.sign(ord(sign[0])), words)
        seen = "\n".join(as_seen(line) for line in words.replace("\t", " ").split("\n"))
        self.run.pieces.append(Piece(seen, look.bold, look.italic, look.link))

    def symbol(self, element: Element, look: _Look) -> None:
        """A sign of a font of signs."""
        try:
            code = int(element.get(W + "char", ""), 16)
        except ValueError:
            code = 0
        self.say(self.sign(code), look)

    def sign(self, code: int) -> str:
        """The sign that a private code stands for."""
        found = _SYMBOLS.get(code & 0xFF)
        if found is None:
            self.reader.remark(
                Group.GUESSED, text("simbol {code} dari huruf khusus ditulis sebagai □", code=f"U+{code:04X}")
            )
        return found or "□"

    def field_mark(self, kind: str) -> None:
        """The beginning, middle or end of a field."""
        if kind == "begin":
            self.fields.append(_Field())
        elif kind == "separate" and self.fields:
            at = self.fields[-1]
            at.has_result = True
            if match := _LINK_FIELD.match(at.instruction):
                at.link = self.link(match[1])
        elif kind == "end" and self.fields:
            self.run.is_contents |= self._in_contents()
            self.fields.pop()

    def hyperlink(self, element: Element) -> str:
        """The address of a link, if it may be kept."""
        relation = self.reader.parts.relations.get(element.get(R + "id", ""))
        return self.link(relation.target) if relation is not None else ""

    def link(self, address: str) -> str:
        """An address of the web or a mailbox; others are dropped and reported."""
        address = address.strip()
        if _SCHEMES.fullmatch(address) and address.isprintable():
            return address
        if address and not address.startswith("#"):
            self.reader.remark(Group.DROPPED, text("alamat tautan dibuang; teksnya tetap ada"), address)
        return ""

    def note(self, kind: str, id_: str) -> None:
        """A footnote becomes words in brackets where it was."""
        pieces = self.reader.note(kind, id_, self.depth)
        if pieces:
            self.reader.remark(Group.UNDERSTOOD, text("catatan kaki ditulis dalam tanda kurung di tempatnya"))
            self.run.pieces += [Piece(" ("), *_stripped(pieces), Piece(")")]

    def ruby(self, element: Element, look: _Look) -> None:
        """A reading aid above words: in brackets behind them."""
        for name, before, after in (("rubyBase", "", ""), ("rt", " (", ")")):
            part = element.find(W + name)
            if part is not None:
                self.say(before, look)
                self.walk(part, look)
                self.say(after, look)


def _shift(half_points: int) -> str:
    """Letters that were moved up or down by hand, as LibreOffice saves them."""
    return "superscript" if half_points >= _SHIFTED else "subscript" if half_points <= -_SHIFTED else ""


def _joined(pieces: list[Piece]) -> list[Piece]:
    """Neighbours of one look as one piece; nothing when there is nothing to see."""
    made: list[Piece] = []
    for piece in pieces:
        last = made[-1] if made else None
        if piece.picture < 0 and not piece.text:
            continue
        if (
            last
            and last.picture < 0
            and piece.picture < 0
            and ((last.bold, last.italic, last.link) == (piece.bold, piece.italic, piece.link))
        ):
            made[-1] = Piece(last.text + piece.text, last.bold, last.italic, last.link)
        else:
            made.append(piece)
    return made if any(piece.picture >= 0 or piece.text.strip() for piece in made) else []


def _stripped(pieces: list[Piece]) -> list[Piece]:
    if pieces and pieces[0].picture < 0:
        head = pieces[0]
        pieces = [Piece(head.text.lstrip(), head.bold, head.italic, head.link), *pieces[1:]]
    return pieces
