"""Questions, options and keys of tests; rows of checklists and rubrics."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from curriculum_kit.diagnostics import text
from curriculum_kit.importer.guarded import (
    checklist_depth,
    has_key_column,
    heads_of,
    is_key_title,
    is_marks_title,
    is_note_title,
    is_rubric,
)
from curriculum_kit.importer.keys import KeyRing
from curriculum_kit.importer.labels import label_of, tells_key
from curriculum_kit.importer.markdown import inline
from curriculum_kit.importer.marks import checklist_of, rubric_of
from curriculum_kit.importer.outline import bare_title
from curriculum_kit.importer.places import Report
from curriculum_kit.importer.story import Block, Box, Paragraph, Piece, Table, paragraphs_of
from curriculum_kit.importer.trials import Question, Test, is_open
from curriculum_kit.importer.typed import BULLET, LETTER, NUMBER, ROOM, cut

_NUMBER = re.compile(r"(\d{1,3})[.)]\s*")
_LETTER = re.compile(r"([A-Ha-h])[.)]\s+")
_TOLD = re.compile(
    r"(?:petunjuk|perintah|instruksi|tata tertib|aturan)(?: umum| khusus| soal| pengerjaan| mengerjakan| kerja)*\s*:?",
    re.IGNORECASE,
)
"""What stands above the instructions of a test."""
_SIGNED = re.compile(
    r"mengetahui,?|(?:nama|tanda tangan|tgl|tanggal|paraf)\b[^?]*"
    r"|(?:peserta|instruktur|pelatih|penilai|asesor|\s)+[:,]?|[\s().…_]+",
    re.IGNORECASE,
)
_WRONG_RIGHT = (("b", "s"), ("benar", "salah"), ("betul", "salah"))
_FIELDS = re.compile(r"(?P<time>waktu\b.*|alokasi waktu)|(?P<told>perintah|petunjuk|instruksi)", re.IGNORECASE)
_MINUTES = re.compile(r"(\d{1,3})\s*menit", re.IGNORECASE)
_MATCHED = re.compile(r"jodoh|pasang", re.IGNORECASE)
_BESIDE = 99
"""The level of a title without one: a bold line is below every heading."""


class Questions:
    """Reads the parts of a file that assess."""

    def __init__(self, report: Report) -> None:
        self.report = report
        self.tests: list[Test] = []
        self.keys = KeyRing(report, self.tests)
        self._is_told = self._is_note = False
        self._chapter = 0
        self._use = ""

    def read(self, title: str, number: int, blocks: Sequence[Block], chapter: int = 0, *, use: str = "") -> None:
        """Read a section; `chapter` is the number under which keys may name it, `use` that of its tests."""
        self._chapter, self._use = chapter, use
        self.begin(title, number, 0)
        for block in self._flat(blocks):
            if isinstance(block, Table):
                self._is_told = False
                self._table(block)
            elif isinstance(block, Paragraph) and block.text:
                self._paragraph(block)

    def begin(self, title: str, number: int, level: int) -> None:
        """A title: a new test, the keys of one, or instructions."""
        self._is_told = self._is_note = False
        if is_note_title(title.partition(":")[0]):
            self._is_note = True
            self.report.keep(number, title)
        elif is_key_title(title):
            self.keys.open(title, level, number)
        elif self.keys.goes_on(title, level, number):
            return
        elif _TOLD.fullmatch(title) and self.tests and not self.keys.is_open:
            self._is_told = True
            self.report.understood(number, text("petunjuk tes"), title)
        else:
            self.keys.close()
            self.tests.append(Test(title, number, chapter=self._chapter, use=self._use))

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
        typed = next((match.end() for form in (BULLET, NUMBER, LETTER) if (match := form.match(words))), 0)
        label = label_of(words if self.keys.is_open else words[typed:])
        if paragraph.level:
            self.begin(bare_title(paragraph, self.report), paragraph.number, paragraph.level)
        elif ROOM.fullmatch(words):
            return
        elif label and label.kind == "answer" and label.is_clear:
            if label.rest:
                self._answer(label.rest, paragraph.number, words[: len(words) - len(label.rest)])
            else:
                self.begin(words, paragraph.number, _BESIDE)
        elif self._is_note or (label and label.kind == "trainer-note" and label.rest and label.is_clear):
            self.report.keep(paragraph.number, words)
        elif self.keys.is_open:
            self.keys.line(paragraph)
        elif _SIGNED.fullmatch(words):
            self.report.dropped(paragraph.number, text("baris nama dan tanda tangan"), words)
        elif _TOLD.fullmatch(words) or (
            paragraph.is_bold and not paragraph.marker and not _NUMBER.match(words) and not _LETTER.match(words)
        ):
            self.begin(words, paragraph.number, _BESIDE)
        elif self._is_told or not self.tests:
            self._tell(self._test(), paragraph)
        else:
            self._question(paragraph)

    def _test(self) -> Test:
        """The test that is being read."""
        if not self.tests:
            self.tests.append(Test("", 0, chapter=self._chapter, use=self._use))
        return self.tests[-1]

    def _question(self, paragraph: Paragraph) -> None:
        test = self._test()
        words = paragraph.text
        last = test.questions[-1] if test.questions else None
        letter, typed = _LETTER.match(words), _NUMBER.match(words)
        if last and (letter or paragraph.marker == "letter"):
            self._option(last, paragraph, letter)
        elif typed or (paragraph.marker == "number" and paragraph.depth == 0):
            ordinal = int(typed[1]) if typed else paragraph.ordinal
            stem = inline(cut(paragraph.pieces, typed.end() if typed else 0))
            if typed:
                self.report.understood(paragraph.number, text("nomor soal dihitung ulang"), typed[1])
            test.questions.append(Question(ordinal, paragraph.number, stem))
        elif (last and last.options) or test.checklist or test.rubric:
            self.report.keep(paragraph.number, words)
        elif last:
            last.stem += f"\n\n{inline(paragraph.pieces)}"
        else:
            self._tell(test, paragraph)

    def _tell(self, test: Test, paragraph: Paragraph) -> None:
        """Instructions are printed for participants; what a paper for marks says is for those who mark."""
        if is_marks_title(test.title):
            self.report.keep(paragraph.number, paragraph.text)
        else:
            test.instructions.append(inline(paragraph.pieces))

    def _option(self, last: Question, paragraph: Paragraph, letter: re.Match[str] | None) -> None:
        sign = letter[1].lower() if letter else chr(ord("a") + len(last.options))
        if letter:
            self.report.understood(paragraph.number, text("huruf pilihan dibuat ulang"), letter[1])
        last.options.append((sign, inline(cut(paragraph.pieces, letter.end() if letter else 0))))

    def _answer(self, words: str, number: int, label: str) -> None:
        """`Jawaban: B`, below a question."""
        test = self.tests[-1] if self.tests else None
        last = test.questions[-1] if test and test.questions else None
        self.report.understood(number, text("kunci jawaban"), label)
        if last is None:
            self.report.keep(number, words)
        elif last.options:
            self.keys.give(last, words, number)
        else:
            last.model = f"{last.model}\n\n{inline([Piece(words)])}".strip()

    # ── Tables ──────────────────────────────────────────────────────────────────────────────────────────────────────

    def _table(self, table: Table) -> None:
        """A checklist, a rubric, a table of keys, of questions, or something to keep."""
        if (self.keys.is_open or has_key_column(table)) and self.keys.table(table):
            return
        if checklist_depth(table):
            self._test().checklist += checklist_of(table, self.report)
        elif is_rubric(table) and (criteria := rubric_of(table, self.report)):
            self._test().rubric += criteria
        elif (
            self._is_note
            or tells_key(paragraphs_of([table]))
            or not (self._right_or_wrong(table) or self._to_match(table) or self._fields(table))
        ):
            self.report.keep(table.number, rows_of(table))

    def _right_or_wrong(self, table: Table) -> bool:
        """Statements with columns B and S."""
        heads = heads_of(table, 1)
        pair = next((pair for pair in _WRONG_RIGHT if set(pair) <= set(heads)), None)
        spare = [at for at, head in enumerate(heads) if pair and head not in pair and head not in {"no", "nomor"}]
        if pair is None or len(spare) != 1:
            return False
        statements = [row for row in table.rows[1:] if row[spare[0]].text]
        if not statements:
            return False
        self.report.understood(table.number, text("tabel benar-salah menjadi soal pilihan"), " ".join(heads))
        for row in table.rows[1:]:
            rest = " ".join(cell.text for at, cell in enumerate(row) if at != spare[0] and cell.text)
            self.report.understood(table.number, text("nomor soal dihitung ulang"), rest)
        for at, row in enumerate(statements, 1):
            stem = inline([Piece(row[spare[0]].text)])
            self._test().questions.append(Question(at, table.number, stem, [("a", "Benar"), ("b", "Salah")]))
        return True

    def _to_match(self, table: Table) -> bool:
        """What is to be matched is one open question."""
        test = self._test()
        if not _MATCHED.search(" ".join([test.title, *test.instructions])):
            return False
        lines = [" – ".join(filter(None, (cell.text for cell in row))) for row in table.rows]
        self.report.guessed(table.number, text("tabel menjodohkan menjadi satu soal uraian"))
        stem = "\n".join(f"- {inline([Piece(line)])}" for line in lines if line)
        test.questions.append(Question(len(test.questions) + 1, table.number, f"Jodohkan.\n\n{stem}", is_sure=True))
        return True

    def _fields(self, table: Table) -> bool:
        """Rows such as `Waktu | 60 menit`."""
        cells = [[cell.text.strip(" :") for cell in row if cell.text.strip(" :")] for row in table.rows]
        if not any(row and _FIELDS.fullmatch(row[0]) for row in cells):
            return False
        test = self._test()
        for row in cells:
            match = _FIELDS.fullmatch(row[0]) if row else None
            rest = " ".join(row[1:])
            minutes = _MINUTES.fullmatch(rest)
            if match and match["time"] and minutes and not test.minutes:
                test.minutes = int(minutes[1])
                self.report.understood(table.number, text("waktu tes"), " ".join(row))
            elif match and match["told"] and rest:
                test.instructions.append(inline([Piece(rest)]))
                self.report.understood(table.number, text("petunjuk tes"), row[0])
            else:
                self.report.keep(table.number, " | ".join(row))
        return True

    def found(self) -> list[Test]:
        """The tests that hold something. What stands under headings without questions is kept for somebody to place."""
        kept: list[Test] = []
        for test in self.tests:
            loose = [each for each in test.questions if not (each.options or is_open(test, each))]
            test.questions = [each for each in test.questions if each not in loose]
            if test.questions or test.checklist or test.rubric:
                kept.append(test)
            else:
                words = "\n\n".join(filter(None, (test.title, *test.instructions)))
                self.report.keep(test.number, words)
                test.instructions = []
            for each in loose:
                self.report.keep(each.at, f"{each.number}. {each.stem}")
                self.report.keep(each.at, each.model)
        return kept


def rows_of(table: Table) -> str:
    """The words of a table, a line for each row."""
    return "\n\n".join(" | ".join(cell.text for cell in row) for row in table.rows)
