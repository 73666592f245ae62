"""A programme as it is laid out: kurikulum table, silabus per unit, day plan with clock times."""

from __future__ import annotations

from dataclasses import dataclass

from curriculum_kit.audience import Audience, View, project
from curriculum_kit.edition import labels
from curriculum_kit.edition.model import Builder, Jp, Markdown, ModuleModel
from curriculum_kit.indonesian import number_text
from curriculum_kit.source.curriculum import Curriculum, Source
from curriculum_kit.source.schema.programme import Day, Programme, PromisedJp
from curriculum_kit.source.timing import session_minutes

ROMAN = ("I", "II", "III", "IV", "V", "VI")


@dataclass(frozen=True, slots=True)
class KurikulumRow:
    """A row of the kurikulum table."""

    number: str
    title: str
    code: str
    jp: Jp


@dataclass(frozen=True, slots=True)
class KurikulumGroup:
    """A group of rows, closed by its subtotal."""

    numeral: str
    title: str
    rows: tuple[KurikulumRow, ...]
    subtotal: Jp


@dataclass(frozen=True, slots=True)
class SlotModel:
    """A slot of a day with its clock times ("08.00"). `instruments` ("kwu-05/tes-awal") are for trainers."""

    start: str
    end: str
    minutes: int
    title: str
    address: str
    jp: str
    instruments: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class DayModel:
    """A day of the plan."""

    title: str
    slots: tuple[SlotModel, ...]


@dataclass(frozen=True, slots=True)
class ProgrammeModel:
    """A programme with its modules, each reduced to the sessions that the programme lists."""

    id: str
    title: str
    draft: bool
    view: View
    md: Markdown
    groups: tuple[KurikulumGroup, ...]
    total: Jp
    modules: tuple[ModuleModel, ...]
    days: tuple[DayModel, ...]
    time_zone: str
    minutes: int
    """Of teaching in its sessions: for an order by length."""


def programme_model(builder: Builder, programme_id: str, source: Source[Programme]) -> ProgrammeModel:
    """The model of a programme."""
    record = source.record
    curriculum = builder.context.curriculum
    by_module: dict[str, list[str]] = {}
    for path in record.sessions:
        module_id, _, session_id = path.partition("/")
        by_module.setdefault(module_id, []).append(session_id)
    modules = tuple(builder.module(curriculum.modules[module_id], ids) for module_id, ids in by_module.items())
    return ProgrammeModel(
        id=programme_id,
        title=record.title,
        draft=record.status == "draft" or any(module.draft for module in modules),
        view=project(record, builder.context.audience),
        md=builder.md(source.file),
        groups=_groups(record, curriculum),
        total=_promised(record.jp),
        modules=modules,
        days=tuple(_day(day, builder) for day in record.day_plan.days),
        time_zone=record.day_plan.time_zone,
        minutes=sum(module.jp.minutes for module in modules),
    )


def _promised(*promises: PromisedJp) -> Jp:
    knowledge = sum(promise.knowledge for promise in promises)
    skill = sum(promise.skill for promise in promises)
    return Jp(number_text(knowledge), number_text(skill), number_text(knowledge + skill), 0)


def _groups(record: Programme, curriculum: Curriculum) -> tuple[KurikulumGroup, ...]:
    groups = []
    for position, group in enumerate(record.groups):
        rows = []
        for number, row in enumerate(group.rows, start=1):
            unit = curriculum.modules[row.module].record.unit if row.module else None
            rows.append(
                KurikulumRow(
                    number=f"{position + 1}.{number}",
                    title=unit.title if unit else row.title or "",
                    code=unit.code if unit else "",
                    jp=_promised(row.jp),
                )
            )
        groups.append(
            KurikulumGroup(
                ROMAN[position],
                labels.GROUP_TITLES[group.kind],
                tuple(rows),
                _promised(*(row.jp for row in group.rows)),
            )
        )
    return tuple(groups)


def _day(day: Day, builder: Builder) -> DayModel:
    hours, minutes = day.start.split(":")
    clock = int(hours) * 60 + int(minutes)
    slots = []
    for slot in day.slots:
        session = builder.context.curriculum.session(slot.session) if slot.session else None
        if session is not None and slot.session is not None:
            plan = session.plan.record
            module_id = slot.session.split("/")[0]
            length, title = plan.total_minutes, plan.title
            address, jp = f"{module_id}/{session.id}.html", builder.jp(session_minutes(session)).total
        else:
            length, title, address, jp = slot.minutes or 0, slot.title or "", "", ""
        instruments = slot.instruments if builder.context.audience is Audience.TRAINER else ()
        slots.append(SlotModel(_clock(clock), _clock(clock + length), length, title, address, jp, instruments))
        clock += length
    return DayModel(day.title, tuple(slots))


def _clock(minutes: int) -> str:
    """Minutes since midnight as `pukul`: 08.00."""
    return f"{minutes // 60 % 24:02d}.{minutes % 60:02d}"
