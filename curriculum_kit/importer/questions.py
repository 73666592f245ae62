"""Questions, options and keys of tests; rows of checklists."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from curriculum_kit.diagnostics import text
from curriculum_kit.importer.labels import label_of
from curriculum_kit.importer.markdown import inline
from curriculum_kit.importer.outline import bare_title
from curriculum_kit.importer.places import Report
from curriculum_kit.importer.story import Block, Box, Paragraph, Piece, Table

_NUMBER = re.compile(r"(\d{1,3})[.)]\s*")
_LETTER = re.compile(r"([A-Ha-h])[.)]\s+")
_KEYS = re.compile(r"(\d{1,3})\s*[.):-]?\s*([A-Ha-h])(?![\w])")
_KEY = re.compile(r"(?:pilihan\s+)?([A-Ha-h])(?:\s*[.).:]|\s*$)", re.IGNORECASE)
_ROOM = re.compile(r"[\s._…–—-]*")
_YES_NO = (frozenset({"ya", "tidak"}), frozenset({"k", "bk"}), frozenset({"kompeten", "belum kompeten"}))
_OPEN = re.compile(r"esai|essay|uraian|tugas|praktik|unjuk|lisan|wawancara|kerja|terbuka|isian", re.IGNORECASE)


@dataclass(slots=True)
class Question:
    """A question with its options in Markdown; `key` is a letter, `model` the answer to an open one."""

    number: int
    at: int
    stem: str
    options: list[tuple[str, str]] = field(default_factory=list)
    key: str = ""
    model: str = ""
    explanation: str = ""


@dataclass(slots=True)
class Test:
    """Questions under one heading, and rows of a checklist."""

    title: str
    number: int
    instructions: list[str] = field(default_factory=list)
    questions: list[Question] = field(default_factory=list)
    checklist: list[str] = field(default_factory=list)
    __test__ = False


class Questions:
    """Reads the parts of a file that assess."""

    def __init__(self, report: Report) -> None:
        self.report = report
        self.tests: list[Test] = []
        self.in_keys = False
        self._keys_at = 0

    def read(self, title: str, number: int, blocks: Sequence[Block]) -> None:
        """Read a section."""
        self.begin(title, number)
        for block in self._flat(blocks):
            if isinstance(block, Table):
                self._table(block)
            elif isinstance(block, Paragraph) and block.text:
                self._paragraph(block)

    def begin(self, title: str, number: int) -> None:
        """A heading: a new test, or the keys."""
        label = label_of(title)
        if label and label.kind == "answer":
            self.in_keys, self._keys_at = True, len(self.tests)
            self.report.understood(number, text("kunci jawaban"), title)
            return
        if self.in_keys and any(test.title.lower() == title.lower() for test in self.tests):
            self._keys_at = 1 + [test.title.lower() for test in self.tests].index(title.lower())
            self.report.understood(number, text("kunci jawaban"), title)
            return
        self.in_keys = False
        self.tests.append(Test(title, number))

    def _flat(self, blocks: Sequence[Block]) -> Iterator[Block]:
        for block in blocks:
            if isinstance(block, Box):
                yield from self._flat(block.blocks)
            else:
                yield block
                if isinstance(block, Paragraph):
                    yield from self._flat(block.boxes)

    def _paragraph(self, paragraph: Paragraph) -> None:
        words = paragraph.text
        if paragraph.level:
            self.begin(bare_title(paragraph, self.report), paragraph.number)
            return
        if _ROOM.fullmatch(words):
            return
        label = label_of(words)
        if label and label.kind == "answer" and label.is_clear:
            if label.rest:
                self._answer(label.rest, paragraph.number, label.words)
            else:
                self.begin(words, paragraph.number)
        elif self.in_keys:
            self._key_line(paragraph)
        elif paragraph.is_bold and not paragraph.marker and not _NUMBER.match(words) and not _LETTER.match(words):
            self.begin(words, paragraph.number)
        else:
            self._question(paragraph)

    def _question(self, paragraph: Paragraph) -> None:
        test = self.tests[-1]
        words = paragraph.text
        last = test.questions[-1] if test.questions else None
        letter, typed = _LETTER.match(words), _NUMBER.match(words)
        if last and (letter or paragraph.marker == "letter"):
            self._option(last, paragraph, letter)
        elif typed or (paragraph.marker == "number" and paragraph.depth == 0):
            ordinal = int(typed[1]) if typed else paragraph.ordinal
            stem = inline(_after(paragraph.pieces, typed.end() if typed else 0))
            if typed:
                self.report.understood(paragraph.number, text("nomor soal"), typed[1])
            test.questions.append(Question(ordinal, paragraph.number, stem))
        elif last and last.options:
            self.report.keep(paragraph.number, words)
        elif last:
            last.stem += f"\n\n{inline(paragraph.pieces)}"
        else:
            test.instructions.append(inline(paragraph.pieces))

    def _option(self, last: Question, paragraph: Paragraph, letter: re.Match[str] | None) -> None:
        sign = letter[1].lower() if letter else chr(ord("a") + len(last.options))
        if letter:
            self.report.understood(paragraph.number, text("huruf pilihan"), letter[1])
        pieces = _after(paragraph.pieces, letter.end() if letter else 0)
        starred = paragraph.text.rstrip().endswith("*")
        if paragraph.is_bold or starred:
            last.key = last.key or sign
            self.report.guessed(paragraph.number, text("pilihan yang ditandai dibaca sebagai kunci"))
            pieces = [Piece(piece.text.replace("*", "") if starred else piece.text) for piece in pieces]
        last.options.append((sign, inline(pieces)))

    def _answer(self, words: str, number: int, label: str) -> None:
        """`Jawaban: B`, below a question."""
        test = self.tests[-1] if self.tests else None
        last = test.questions[-1] if test and test.questions else None
        self.report.understood(number, text("kunci jawaban"), label)
        if last is None:
            self.report.keep(number, words)
        elif last.options:
            self._key_of(last, words, number)
        else:
            last.model = f"{last.model}\n\n{inline([Piece(words)])}".strip()

    def _key_of(self, question: Question, words: str, number: int) -> None:
        match = _KEY.match(words)
        if match is None:
            self.report.keep(number, words)
            return
        question.key = match[1].lower()
        rest = words[match.end() :].strip()
        self.report.understood(number, text("kunci soal {number}", number=question.number), match[0])
        if rest:
            question.explanation = inline([Piece(rest)])

    def _key_line(self, paragraph: Paragraph) -> None:
        words = paragraph.text
        pairs = _KEYS.findall(words)
        only_pairs = not re.sub(r"[\s,;.]", "", _KEYS.sub("", words))
        if pairs and only_pairs and not paragraph.marker:
            for number, letter in pairs:
                self._set_key(int(number), letter, paragraph.number)
            return
        typed = _NUMBER.match(words)
        number = int(typed[1]) if typed else paragraph.ordinal if paragraph.marker else 0
        rest = words[typed.end() :] if typed else words
        if typed:
            self.report.understood(paragraph.number, text("nomor soal"), typed[1])
        if number and self._set_key(number, rest, paragraph.number):
            return
        self.report.keep(paragraph.number, rest)

    def _set_key(self, number: int, words: str, at: int) -> bool:
        """Give question `number` its key; of several tests the one whose turn it is, else the first without."""
        turn = self.tests[max(self._keys_at - 1, 0) : self._keys_at]
        same = [each for test in (*turn, *self.tests) for each in test.questions if each.number == number]
        if _KEY.match(words):
            question = next((each for each in same if each.options and not each.key), None)
            if question is not None:
                self._key_of(question, words, at)
                return True
        question = next((each for each in same if not each.options and not each.model), None)
        if question is None:
            return False
        question.model = inline([Piece(words)])
        return True

    def _table(self, table: Table) -> None:
        """A checklist, a table of keys, or something to keep."""
        heads = [cell.text.strip().lower() for cell in table.rows[0]]
        second = [cell.text.strip().lower() for cell in table.rows[1]] if len(table.rows) > 1 else []
        if self.in_keys and self._key_table(table):
            return
        for depth, words in ((1, heads), (2, second)):
            if any(pair <= set(words) for pair in _YES_NO) and len(table.rows) > depth:
                self._checklist(table, depth, heads)
                return
        self.report.keep(table.number, _rows(table))

    def _checklist(self, table: Table, depth: int, heads: list[str]) -> None:
        test = self.tests[-1] if self.tests else Test("Daftar cek", table.number)
        if not self.tests:
            self.tests.append(test)
        said = " ".join(cell.text for row in table.rows[:depth] for cell in row)
        self.report.understood(table.number, text("daftar cek menjadi butir penilaian"), said)
        numbered = bool(heads) and heads[0].strip(". ") in {"no", "nomor"}
        for row in table.rows[depth:]:
            first, *rest = [cell.text for cell in row][1:] if numbered else [cell.text for cell in row]
            if numbered and row[0].text:
                self.report.understood(table.number, text("nomor butir"), row[0].text)
            if first:
                test.checklist.append(inline([Piece(first)]))
            if words := " ".join(filter(None, rest)):
                self.report.dropped(table.number, text("isi kolom lain pada daftar cek"), words)

    def _key_table(self, table: Table) -> bool:
        pairs = [
            (match[1], row[1].text, row[2:])
            for row in table.rows
            if len(row) > 1 and (match := re.fullmatch(r"(\d{1,3})[.)]?", row[0].text)) and row[1].text
        ]
        if len(pairs) < len(table.rows) - 1 or not pairs:
            return False
        for row in table.rows:
            if not re.fullmatch(r"(\d{1,3})[.)]?", row[0].text):
                self.report.understood(table.number, text("kunci jawaban"), " ".join(cell.text for cell in row))
        for number, words, rest in pairs:
            self.report.understood(table.number, text("nomor soal"), number)
            more = " ".join(cell.text for cell in rest)
            if not self._set_key(int(number), words, table.number):
                self.report.keep(table.number, words)
            if more:
                self.report.keep(table.number, more)
        return True

    def is_open(self, test: Test) -> bool:
        """Whether a test asks open questions."""
        return bool(_OPEN.search(test.title)) or any(question.model for question in test.questions)

    def found(self) -> list[Test]:
        """The tests that hold something. What stands under headings without questions is kept for somebody to place."""
        kept = []
        for test in self.tests:
            questions = [each for each in test.questions if each.options or self.is_open(test)]
            loose = [each for each in test.questions if each not in questions]
            if questions or test.checklist:
                kept.append(test)
                test.questions = questions
            else:
                words = "\n\n".join(filter(None, (test.title, *test.instructions)))
                self.report.keep(test.number, words)
                test.instructions = []
            for each in loose:
                self.report.keep(each.at, f"{each.number}. {each.stem}")
        return kept


def _rows(table: Table) -> str:
    return "\n\n".join(" | ".join(cell.text for cell in row) for row in table.rows)


def _after(pieces: Sequence[Piece], count: int) -> list[Piece]:
    """Pieces without their first letters; blanks at the beginning do not count."""
    from curriculum_kit.importer.builder import cut  # noqa: PLC0415 - the builder knows blocks, this knows tests

    return cut(pieces, count) if count else list(pieces)
