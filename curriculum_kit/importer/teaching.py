"""Teaching blocks, guessed by the first words of lines and boxes: what belongs to them, and what answers them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from curriculum_kit.diagnostics import text
from curriculum_kit.importer.labels import QUESTIONS, Label, heading_label, label_of, line_label
from curriculum_kit.importer.markdown import escaped, inline
from curriculum_kit.importer.nodes import Item, Node, Prose, Teaching
from curriculum_kit.importer.places import Report
from curriculum_kit.importer.story import Block, Box, Paragraph, Piece
from curriculum_kit.importer.titles import LONGEST_HEADING
from curriculum_kit.importer.typed import BULLET, LETTER, NUMBER, name_of

_KEY = re.compile(r"(?:pilihan\s+)?([A-Ha-h])\s*(?:[.)]|$)")
_NAMED = re.compile(r"(?:tugas|soal|latihan|tes|evaluasi|uji) [a-z]{4,}( \d+)?", re.IGNORECASE)
"""Labels of exercises that say which: "Tugas teori"."""
_SHOWN = re.compile(r"jawab|penyelesaian|pembahasan", re.IGNORECASE)
"""How the answer of a worked example begins, which is for participants; keys never are."""
_LEAST_OPTIONS = 2
_HIDDEN = frozenset({"answer", "trainer-note"})
_WITH_ANSWERS = frozenset({*QUESTIONS, "example"})


class Nodes(Protocol):
    """Makes the parts of a session from blocks; `inside` is the kind of the block around them."""

    def __call__(self, blocks: Sequence[Block], *, inside: str = "") -> list[Node]:
        """The parts in order."""


@dataclass(slots=True)
class TeachingBlocks:
    """Puts teaching blocks together; `nodes` makes what stands in them."""

    nodes: Nodes
    report: Report

    def opening(self, block: Block, inside: str) -> Label | None:
        """The label of a line that opens a block. In other blocks nothing is opened; `add` has parted answers."""
        label = _label_of(block)
        return label if not inside or (inside in QUESTIONS and label and label.kind == "answer") else None

    def end_of(self, blocks: Sequence[Block], start: int) -> int:
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
            if following and not (following.kind in _HIDDEN and kind in _WITH_ANSWERS):
                return at
            if kind == "answer" and label and label.rest and _is_question(block):
                return at
        return len(blocks)

    def add(self, made: list[Node], label: Label, opening: Paragraph, blocks: Sequence[Block]) -> None:
        """Add a block with a label; an answer goes to the question before it."""
        number, kind = opening.number, label.kind
        self.report.add_kind(number, kind, label.words)
        title, rest = _title_of(label)
        if kind == "exercise" and not title and _NAMED.fullmatch(name := name_of(label.words).strip(" :.")):
            title = escaped(name[:1].upper() + name[1:].lower())
        lead = [Prose(rest)] if rest else []
        blocks = [*hanging(opening), *blocks]
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
        """The question; and answers and notes, which begin with a label. A worked example shows its answer."""
        questions: list[Block] = []
        answers: list[Block] = []
        is_answer = is_short = False
        for block in blocks:
            label = _label_of(block)
            if label and label.kind in _HIDDEN and not (kind == "example" and _SHOWN.match(label.words)):
                is_answer, is_short = True, bool(label.rest)
            elif is_answer and is_short and isinstance(block, Paragraph) and _is_question(block):
                is_answer = False
            (answers if is_answer else questions).append(block)
        return questions, answers

    def _answer(self, made: list[Node], lead: list[Node], blocks: Sequence[Block], number: int) -> None:
        """An answer belongs to the question before it; where there is none, to a note for trainers."""
        nodes = [*lead, *self._answer_nodes(blocks)]
        last = made[-1] if made else None
        if isinstance(last, Teaching) and last.kind in QUESTIONS and not last.answer:
            last.answer = nodes
            self._key(last)
        else:
            self.report.guessed(number, text("jawaban tanpa soal tepat di atasnya ditaruh dalam catatan pelatih"))
            made.append(Teaching("trainer-note", "Kunci jawaban", nodes, number=number))

    def _answer_nodes(self, blocks: Sequence[Block]) -> list[Node]:
        nodes: list[Node] = []
        for block in blocks:
            label = _label_of(block)
            if label and label.kind in _HIDDEN and isinstance(block, Paragraph):
                self.report.add_kind(block.number, label.kind, label.words)
                title, rest = _title_of(label)
                nodes += [Prose(f"**{title}**")] if title else []
                nodes += [Prose(rest)] if rest else []
                nodes += self.nodes(hanging(block), inside="answer")
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

    def add_box(self, made: list[Node], box: Box, inside: str) -> None:
        """A frame: a block by its first words."""
        first = next((block for block in box.blocks if isinstance(block, Paragraph) and block.text), None)
        label = label_of(first.text) if first is not None and first is box.blocks[0] else None
        if inside:
            self.report.guessed(box.number, text("kotak di dalam blok lain ditulis sebagai teks biasa"))
            shown, answers = (box.blocks, []) if inside in _HIDDEN else self._parted(box.blocks, inside)
            made += self.nodes(shown, inside=inside)
            if answers:
                self._answer(made, [], answers, box.number)
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
        self.add(made, label, first, box.blocks[1:])


def hanging(paragraph: Paragraph) -> list[Block]:
    """The pictures and boxes of a paragraph whose words are used otherwise."""
    pictures = [piece for piece in paragraph.pieces if piece.picture >= 0]
    return [Paragraph(paragraph.number, pictures, boxes=paragraph.boxes)] if pictures or paragraph.boxes else []


def _label_of(block: Block) -> Label | None:
    """The label of a line that opens a block; an item of a list can only be an answer."""
    if not isinstance(block, Paragraph):
        return None
    if block.level:
        return heading_label(block.text)
    words = block.text
    bare = next((words[match.end() :] for form in (BULLET, NUMBER, LETTER) if (match := form.match(words))), words)
    label = line_label(bare, is_bold=block.is_bold)
    if label is None or (label.kind not in _HIDDEN and (block.marker or LETTER.match(words) or NUMBER.match(words))):
        return None
    return Label(label.kind, words[: len(words) - len(bare)] + label.words, label.rest, label.is_clear)


def _is_question(paragraph: Paragraph) -> bool:
    """Whether a paragraph begins the next question."""
    return NUMBER.match(paragraph.text) is not None or (paragraph.marker == "number" and not paragraph.depth)


def options_of(block: Teaching) -> list[Item]:
    """The lettered items of a question, when they are its one list and follow each other."""
    places = [at for at, node in enumerate(block.nodes) if isinstance(node, Item)]
    items = [node for node in block.nodes if isinstance(node, Item)]
    together = len(places) >= _LEAST_OPTIONS and places[-1] - places[0] == len(places) - 1
    lettered = all(item.marker == "letter" or LETTER.match(item.words) for item in items)
    return items if together and lettered else []


def _title_of(label: Label) -> tuple[str, str]:
    """What follows a label: a title, or the first words of the text."""
    rest = label.rest[:1].upper() + label.rest[1:]
    if not rest:
        return "", ""
    is_title = len(rest) <= LONGEST_HEADING and not rest.endswith((".", "?", "!", ":", ";")) and label.kind != "answer"
    return (escaped(rest), "") if is_title else ("", inline([Piece(rest)]))
