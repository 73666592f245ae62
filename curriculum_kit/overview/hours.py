"""Minutes and JP: of programmes, modules, sessions and elements, beside what the programmes promise."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from curriculum_kit.overview.selections import Part, other_modules, selections, session_number
from curriculum_kit.source.curriculum import Curriculum
from curriculum_kit.source.schema.curriculum import Settings
from curriculum_kit.source.schema.programme import Programme, PromisedJp
from curriculum_kit.source.timing import Minutes, element_minutes, jp, session_minutes, taught_elements, total_minutes

JP_MINUTES: int = Settings.model_fields["jp_minutes"].default
"""Minutes of one JP where `curriculum.yaml` does not say, or could not be read."""


@dataclass(frozen=True, slots=True)
class Row:
    """A session (`number` "5.2") or an element (`number` "2") with its time."""

    id: str
    number: str
    title: str
    minutes: Minutes


@dataclass(frozen=True, slots=True)
class ModuleHours:
    """A module, or the sessions of it that a programme lists. `promised` is what the programme says of it."""

    id: str
    number: int
    title: str
    minutes: Minutes
    promised: PromisedJp | None
    sessions: tuple[Row, ...]
    elements: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class ProgrammeHours:
    """A programme. `stated` is the JP of rows that no module stands behind (on the job, non-unit): part of the sum."""

    id: str
    title: str
    minutes: Minutes
    promised: PromisedJp
    stated: PromisedJp
    modules: tuple[ModuleHours, ...]

    def is_kept(self, jp_minutes: int) -> bool:
        """Whether every module keeps its promise, and these with what is only stated make up the whole."""
        promises = [module.promised for module in self.modules if module.promised]
        return (
            len(promises) == len(self.modules)
            and _sum([*promises, self.stated]) == self.promised
            and all(keeps(m.promised, m.minutes, jp_minutes) for m in self.modules if m.promised)
        )


@dataclass(frozen=True, slots=True)
class Hours:
    """The report. `modules` are those that no programme takes whole."""

    jp_minutes: int
    programmes: tuple[ProgrammeHours, ...]
    modules: tuple[ModuleHours, ...]


def hours(curriculum: Curriculum) -> Hours:
    """All hours of a curriculum."""
    settings = curriculum.settings
    return Hours(
        jp_minutes=settings.record.jp_minutes if settings else JP_MINUTES,
        programmes=tuple(_programme(s.id, s.programme, s.parts) for s in selections(curriculum)),
        modules=tuple(_module(part) for part in other_modules(curriculum)),
    )


def practice_share(minutes: Minutes) -> int | None:
    """The share of practice in percent; None where there is no time at all."""
    if not minutes.total:
        return None
    return int((Decimal(minutes.skill * 100) / minutes.total).quantize(Decimal(1), ROUND_HALF_UP))


def keeps(promised: PromisedJp, minutes: Minutes, jp_minutes: int) -> bool:
    """Whether minutes come to what was promised: JP are rounded to two decimals."""
    return promised.knowledge == jp(minutes.knowledge, jp_minutes) and promised.skill == jp(minutes.skill, jp_minutes)


def _programme(id: str, record: Programme, parts: tuple[Part, ...]) -> ProgrammeHours:
    rows = [(row, row.module if group.kind == "unit" else None) for group in record.groups for row in group.rows]
    promised = {module: row.jp for row, module in rows if module}
    return ProgrammeHours(
        id=id,
        title=record.title,
        minutes=sum((total_minutes(part.sessions) for part in parts), Minutes()),
        promised=record.jp,
        stated=_sum(row.jp for row, module in rows if not module),
        modules=tuple(_module(part, promised.get(part.module.id)) for part in parts),
    )


def _sum(promises: Iterable[PromisedJp]) -> PromisedJp:
    listed = list(promises)
    return PromisedJp(
        knowledge=sum((each.knowledge for each in listed), Decimal()),
        skill=sum((each.skill for each in listed), Decimal()),
    )


def _module(part: Part, promised: PromisedJp | None = None) -> ModuleHours:
    module, sessions = part.module, part.sessions
    elements = module.record.elements if part.is_whole else taught_elements(module.record, sessions)
    return ModuleHours(
        id=module.id,
        number=module.record.number,
        title=module.record.title,
        minutes=total_minutes(sessions),
        promised=promised,
        sessions=tuple(
            Row(session.id, session_number(module, session), session.plan.record.title, session_minutes(session))
            for session in sessions
        ),
        elements=tuple(
            Row(element.id, element.id, element.title, element_minutes(element.id, sessions)) for element in elements
        ),
    )
