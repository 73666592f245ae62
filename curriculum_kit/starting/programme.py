"""A new programme of all sessions there are: the JP that their plans come to, and days of two sessions each."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from curriculum_kit.source.curriculum import Curriculum, LoadedModule
from curriculum_kit.source.timing import jp, total_minutes
from curriculum_kit.starting.plan import Start
from curriculum_kit.starting.scaffold import rendered

SESSIONS_A_DAY = 2


@dataclass(frozen=True, slots=True)
class _Row:
    """A row of the kurikulum table, and the instruments that close the module."""

    module: str
    knowledge: Decimal
    skill: Decimal
    instruments: tuple[str, ...]


def new_programme(curriculum: Curriculum, id: str, title: str) -> Start:
    """A programme of all modules that have sessions."""
    modules = [module for module in curriculum.modules.values() if module.sessions]
    jp_minutes = curriculum.settings.record.jp_minutes if curriculum.settings else 45
    rows = [_row(module, jp_minutes) for module in modules]
    sessions = [f"{module.id}/{session}" for module in modules for session in module.record.sessions]
    words = rendered(
        "programme.yaml",
        title=title,
        code=id.upper(),
        rows=rows,
        knowledge=sum((row.knowledge for row in rows), Decimal(0)),
        skill=sum((row.skill for row in rows), Decimal(0)),
        sessions=sessions,
        days=[sessions[at : at + SESSIONS_A_DAY] for at in range(0, len(sessions), SESSIONS_A_DAY)],
    )
    return Start({curriculum.root / "programmes" / f"{id}.yaml": words})


def _row(module: LoadedModule, jp_minutes: int) -> _Row:
    minutes = total_minutes(module.sessions[id] for id in module.record.sessions if id in module.sessions)
    instruments = module.assessment.record.instruments if module.assessment else ()
    return _Row(
        module.id,
        _short(jp(minutes.knowledge, jp_minutes)),
        _short(jp(minutes.skill, jp_minutes)),
        tuple(f"{module.id}/{instrument.id}" for instrument in instruments if instrument.use == "final"),
    )


def _short(number: Decimal) -> Decimal:
    """Without noughts at the end: 1.50 → 1.5, 2.00 → 2."""
    return number.to_integral() if number == number.to_integral() else number.normalize()
