"""Tests before they are written: questions, options, keys, rows of checklists, criteria."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from curriculum_kit.importer.marks import Criterion

_OPEN = re.compile(
    r"esai|essay|uraian|tugas|praktik|unjuk|lisan|wawancara|kerja|terbuka|isian|jawaban singkat", re.IGNORECASE
)
_ASKS = re.compile(
    r"[?!]\W*$|^(?:apa|apakah|siapa|berapa|bagaimana|mengapa|kapan|di mana|jelaskan|sebutkan|uraikan|tuliskan|tulislah"
    r"|buatlah|hitung\w*|gambarkan)\b",
    re.IGNORECASE,
)


@dataclass(slots=True)
class Question:
    """A question with its options in Markdown; `key` is a letter, `model` the answer to an open one.

    `is_sure`: it is a question, whatever its words.
    """

    number: int
    at: int
    stem: str
    options: list[tuple[str, str]] = field(default_factory=list)
    key: str = ""
    model: str = ""
    explanation: str = ""
    is_sure: bool = False


@dataclass(slots=True)
class Test:
    """Questions under one heading, rows of a checklist, and criteria. `minutes` is 0 where nothing is said."""

    title: str
    number: int
    instructions: list[str] = field(default_factory=list)
    questions: list[Question] = field(default_factory=list)
    checklist: list[str] = field(default_factory=list)
    rubric: list[Criterion] = field(default_factory=list)
    minutes: int = 0
    chapter: int = 0
    use: str = ""
    __test__ = False


def is_open(test: Test, question: Question) -> bool:
    """Whether a numbered line is an open question, and no line of instructions."""
    told = any(each.model for each in test.questions)
    return question.is_sure or told or bool(_OPEN.search(test.title) or _ASKS.search(question.stem))
