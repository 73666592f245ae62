"""Assessment instruments of a module. Trainer-only whole; `lembar-soal.pdf` prints a fixed list of fields."""

from __future__ import annotations

from typing import Literal

from curriculum_kit.source.schema.base import (
    Boolean,
    IukId,
    KebabId,
    MarkdownText,
    PlainText,
    Positive,
    Record,
    Whole,
)

InstrumentKind = Literal[
    "written-choice", "written-essay", "oral", "demonstration", "observation", "case-study", "project", "portfolio",
    "interview", "product-review", "attitude",
]  # fmt: skip


class Option(Record):
    """An option of a choice item."""

    id: PlainText
    text: MarkdownText


class AssessmentItem(Record):
    """A question. `key` only for choices, `model_answer` for open questions."""

    id: PlainText
    iuk: tuple[IukId, ...]
    stem: MarkdownText
    options: tuple[Option, ...] = ()
    key: PlainText | None = None
    explanation: MarkdownText | None = None
    model_answer: MarkdownText | None = None


class ChecklistRow(Record):
    """A row of an observation checklist, marked Ya or Tidak."""

    id: PlainText
    iuk: tuple[IukId, ...]
    text: MarkdownText
    critical: Boolean = False


class Level(Record):
    """A level of a criterion with its score."""

    score: Whole
    text: MarkdownText


class Criterion(Record):
    """A criterion of a rubric; its highest score is its weight."""

    id: PlainText
    iuk: tuple[IukId, ...]
    text: MarkdownText
    levels: tuple[Level, ...]


class Instrument(Record):
    """An instrument. A pretest does not count as coverage."""

    id: KebabId
    title: PlainText
    kind: InstrumentKind
    use: Literal["pretest", "formative", "final"]
    time_allowed: Positive | None = None
    conditions: MarkdownText | None = None
    instructions: MarkdownText | None = None
    task: MarkdownText | None = None
    worksheet: KebabId | None = None
    items: tuple[AssessmentItem, ...] = ()
    checklist: tuple[ChecklistRow, ...] = ()
    rubric: tuple[Criterion, ...] = ()
    decision_rule: MarkdownText

    @property
    def is_written(self) -> bool:
        """Whether participants answer it alone and in writing, question by question."""
        return self.kind in {"written-choice", "written-essay"} and bool(self.items)

    def iuk(self) -> frozenset[str]:
        """All IUK that the instrument assesses."""
        parts: tuple[AssessmentItem | ChecklistRow | Criterion, ...] = (*self.items, *self.checklist, *self.rubric)
        return frozenset(iuk for part in parts for iuk in part.iuk)


class Assessment(Record):
    """`<module-id>/assessment.yaml`."""

    instruments: tuple[Instrument, ...]
