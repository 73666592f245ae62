"""The front matter of a session: objective and minute plan. Minutes of a session are written here and nowhere else."""

from __future__ import annotations

from typing import Literal

from curriculum_kit.source.schema.base import IukId, KebabId, MarkdownText, PlainText, Positive, Record

StepKind = Literal["knowledge", "skill", "break"]


class Step(Record):
    """A step of the plan. A break has no `iuk`, `method`, `trainer` or `block`."""

    phase: Literal["opening", "core", "closing"]
    minutes: Positive
    kind: StepKind
    iuk: tuple[IukId, ...] = ()
    method: PlainText | None = None
    trainer: MarkdownText | None = None
    participants: MarkdownText
    block: KebabId | None = None


class SessionPlan(Record):
    """The front matter of `sessions/<id>.md`."""

    title: PlainText
    objective: PlainText
    room_layout: PlainText | None = None
    media: tuple[PlainText, ...] = ()
    plan: tuple[Step, ...]

    @property
    def teaching_minutes(self) -> int:
        """Minutes of all steps without breaks."""
        return sum(step.minutes for step in self.plan if step.kind != "break")

    @property
    def total_minutes(self) -> int:
        """Minutes with breaks: how long the session lasts on the clock."""
        return sum(step.minutes for step in self.plan)

    def minutes_of(self, kind: StepKind) -> int:
        """Minutes of the steps of one kind."""
        return sum(step.minutes for step in self.plan if step.kind == kind)
