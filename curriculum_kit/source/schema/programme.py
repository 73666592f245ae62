"""A training programme: header, kurikulum groups with promised JP, sessions in order, day plan."""

from __future__ import annotations

from typing import Literal

from curriculum_kit.source.schema.base import (
    ClockTime,
    Date,
    InstrumentPath,
    KebabId,
    MarkdownText,
    Number,
    PlainText,
    Positive,
    Record,
    SessionPath,
    Version,
)
from curriculum_kit.source.schema.curriculum import Status


class PromisedJp(Record):
    """JP promised: knowledge (pengetahuan) and skill (keterampilan)."""

    knowledge: Number
    skill: Number

    @property
    def total(self) -> Number:
        """Knowledge and skill together."""
        return self.knowledge + self.skill


class NeedsAnalysis(Record):
    """Training needs analysis; required when the basis is `tna`."""

    method: PlainText
    conducted_on: Date
    findings: tuple[MarkdownText, ...]


class ParticipantRequirements(Record):
    """Who may take part."""

    education: PlainText
    age: PlainText
    sex: Literal["any", "female", "male"] = "any"
    prerequisites: PlainText
    literacy: PlainText


class InstructorRequirements(Record):
    """Who may teach."""

    methodology: PlainText
    technical: PlainText
    assignment: PlainText
    roles: tuple[Literal["resource_person", "facilitator", "mentor", "assessor"], ...]


class GroupRow(Record):
    """A row of the kurikulum table: a module with its unit group, or a title of its own."""

    module: KebabId | None = None
    unit_group: Literal["umum", "dasar", "inti", "spesialis", "pilihan"] | None = None
    title: PlainText | None = None
    jp: PromisedJp


class Group(Record):
    """A group of the kurikulum table, closed by its own subtotal."""

    kind: Literal["unit", "ojt", "non_unit"]
    rows: tuple[GroupRow, ...] = ()


class Slot(Record):
    """A slot of a day: a session, or a title with minutes of its own (never JP)."""

    session: SessionPath | None = None
    title: PlainText | None = None
    minutes: Positive | None = None
    instruments: tuple[InstrumentPath, ...] = ()


class Day(Record):
    """A day of the plan."""

    title: PlainText
    start: ClockTime
    slots: tuple[Slot, ...]


class DayPlan(Record):
    """The days of the programme."""

    time_zone: Literal["WIB", "WITA", "WIT"]
    days: tuple[Day, ...]


class Programme(Record):
    """`programmes/<id>.yaml`."""

    title: PlainText
    code: PlainText
    version: Version
    status: Status
    basis: Literal["jenjang", "okupasi", "klaster", "unit", "tna"]
    needs_analysis: NeedsAnalysis | None = None
    aim: MarkdownText
    participants: ParticipantRequirements
    instructors: InstructorRequirements
    groups: tuple[Group, ...]
    jp: PromisedJp
    sessions: tuple[SessionPath, ...]
    day_plan: DayPlan
    evaluation: MarkdownText
    certification: MarkdownText
