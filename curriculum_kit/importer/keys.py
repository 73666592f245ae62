"""Keys that stand apart from their questions: in lines, lists and tables, under titles of tests and chapters."""

from __future__ import annotations

import re
from collections.abc import Iterator

from curriculum_kit.diagnostics import text
from curriculum_kit.importer.guarded import is_key_title
from curriculum_kit.importer.markdown import inline
from curriculum_kit.importer.places import Report
from curriculum_kit.importer.story import Paragraph, Piece, Table
from curriculum_kit.importer.trials import Question, Test
from curriculum_kit.importer.typed import CHAPTER, chapter_of

_NUMBER = re.compile(r"(\d{1,3})[.)]\s*")
_PAIR = re.compile(r"(\d{1,3})\s*[.):-]?\s*([A-Ha-h])(?![\w])")
_KEY = re.compile(r"(?:pilihan\s+)?([A-Ha-h])(?:\s*[.).:,;]|\s*$)", re.IGNORECASE)
_LETTER = re.compile(r"([A-Ha-h])\s+(\S.*)", re.DOTALL)
_COUNT = re.compile(r"(\d{1,3})[.)]?")
_MARKED = {"b": "a", "benar": "a", "betul": "a", "s": "b", "salah": "b"}
"""How keys of statements are written, and which option it is."""


class KeyRing:
    """Gives keys to the questions of tests."""

    def __init__(self, report: Report, tests: list[Test]) -> None:
        self.report = report
        self.tests = tests
        self.is_open = False
        self._level = 0
        self._turn: Test | None = None
        self._chapter = 0

    def open(self, title: str, level: int, number: int) -> None:
        """A title of keys; it may name the test."""
        if not self.is_open:
            self._level, self._chapter = level, chapter_of(title) if CHAPTER.fullmatch(title + " ") else 0
        self.is_open = True
        self._turn = self._named(title) or self._turn
        self.report.understood(number, text("kunci jawaban"), title)

    def close(self) -> None:
        """What follows are no keys."""
        self.is_open, self._turn, self._chapter = False, None, 0

    def goes_on(self, title: str, level: int, number: int) -> bool:
        """Whether a title within the keys names what they are for."""
        if not self.is_open:
            return False
        named = self._named(title)
        if named is None and level <= self._level:
            return False
        self._turn = named or self._turn
        self._place(title)
        self.report.understood(number, text("kunci jawaban"), title)
        return True

    def _place(self, title: str) -> None:
        if CHAPTER.fullmatch(title + " "):
            self._chapter, self._turn = chapter_of(title), None

    def _named(self, title: str) -> Test | None:
        """The test whose title is named, best the whole of it."""
        words = title.lower().strip(" :.")
        for fits in (lambda name: name == words, lambda name: name in words or words in name):
            found = next((test for test in self.tests if test.title and fits(test.title.lower())), None)
            if found:
                return found
        return None

    def line(self, paragraph: Paragraph) -> None:
        """A line of keys: `1. A 2. C`, `1. Biaya tetap`, or the title of what follows."""
        words, at = paragraph.text, paragraph.number
        if CHAPTER.fullmatch(words + " ") or any(
            test.title.lower() == words.lower().strip(" :") for test in self.tests
        ):
            self._turn = self._named(words)
            self._place(words)
            self.report.understood(at, text("kunci jawaban"), words)
            return
        pairs = _PAIR.findall(words)
        if pairs and not re.sub(r"[\s,;.]", "", _PAIR.sub("", words)) and not paragraph.marker:
            for number, letter in pairs:
                if not self._set(int(number), letter, at):
                    self.report.keep(at, f"{number}. {letter}")
            return
        typed = _NUMBER.match(words)
        number = int(typed[1]) if typed else paragraph.ordinal if paragraph.marker else 0
        rest = words[typed.end() :] if typed else words
        if number and self._set(number, rest, at):
            self.report.understood(at, text("nomor soal dihitung ulang"), typed[1] if typed else "")
        else:
            self.report.keep(at, words)

    def table(self, table: Table) -> bool:
        """A table of keys; whether it was one."""
        keys = next((at for at, cell in enumerate(table.rows[0]) if at and is_key_title(cell.text)), 1)
        pairs = [
            (match[1], row[keys].text, [cell for at, cell in enumerate(row) if at not in {0, keys}])
            for row in table.rows
            if len(row) > keys and (match := _COUNT.fullmatch(row[0].text)) and row[keys].text
        ]
        if len(pairs) < len(table.rows) - 1 or not pairs:
            return False
        for row in table.rows:
            if not _COUNT.fullmatch(row[0].text):
                self.report.understood(table.number, text("kunci jawaban"), " ".join(cell.text for cell in row))
        for number, words, rest in pairs:
            self.report.understood(table.number, text("nomor soal dihitung ulang"), number)
            more = " ".join(cell.text for cell in rest if cell.text)
            if not self._set(int(number), words, table.number):
                self.report.keep(table.number, f"{number}. {words}")
            self.report.keep(table.number, more)
        return True

    def give(self, question: Question, words: str, number: int) -> None:
        """The key of a question with options; what follows the letter explains it."""
        found = _key_in(words, question)
        if found is None:
            self.report.keep(number, words)
            return
        question.key, rest = found
        self.report.understood(
            number, text("kunci soal {number}", number=question.number), words[: len(words) - len(rest)]
        )
        if rest:
            question.explanation = inline([Piece(rest)])

    def _set(self, number: int, words: str, at: int) -> bool:
        """Give question `number` its key; of several tests the one whose turn it is, else the first without."""
        same = [each for test in self._asked() for each in test.questions if each.number == number]
        question = next((each for each in same if each.options and not each.key and _key_in(words, each)), None)
        if question is not None:
            self.give(question, words, at)
            return True
        question = next((each for each in same if not each.options and not each.model), None)
        if question is None:
            return False
        question.model = inline([Piece(words)])
        return True

    def _asked(self) -> Iterator[Test]:
        """The tests that may be meant, best first."""
        if self._turn is not None:
            yield self._turn
        yield from (test for test in self.tests if not self._chapter or test.chapter == self._chapter)


def _key_in(words: str, question: Question) -> tuple[str, str] | None:
    """The letter of a key and the words behind it; "b makhluk hidup" when that is what option b says."""
    letters = [sign for sign, _ in question.options]
    said = words.strip(" .").lower()
    if letters == ["a", "b"] and said in _MARKED and question.options[0][1] == "Benar":
        return _MARKED[said], ""
    if match := _KEY.match(words):
        return match[1].lower(), words[match.end() :].strip()
    match = _LETTER.match(words)
    if match and match[1].lower() in letters:
        option = dict(question.options)[match[1].lower()]
        if match[2].lower().startswith(option.lower()) or option.lower().startswith(match[2].lower()):
            return match[1].lower(), match[2]
    return None
