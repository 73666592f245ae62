"""Time and coverage derived from the session plans: minutes by element, JP, and what a programme's sessions teach.

Sums are kept in minutes and turned into JP once, where they are printed. Source of the two columns (pengetahuan,
keterampilan; sikap has no JP of its own): silabus form of the Kemnaker training slides "Merumuskan Kursil".
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from curriculum_kit.source.curriculum import LoadedSession
from curriculum_kit.source.schema.module import Element, Module


@dataclass(frozen=True, slots=True)
class Minutes:
    """Minutes of teaching, by kind. Breaks are not counted."""

    knowledge: int = 0
    skill: int = 0

    def __add__(self, other: Minutes) -> Minutes:
        """The sum by kind."""
        return Minutes(self.knowledge + other.knowledge, self.skill + other.skill)

    @property
    def total(self) -> int:
        """Knowledge and skill together."""
        return self.knowledge + self.skill


def jp(minutes: int, jp_minutes: int) -> Decimal:
    """Minutes as JP, with two decimals at most (round half up). `jp_minutes` are the minutes of one JP."""
    return (Decimal(minutes) / jp_minutes).quantize(Decimal("0.01"), ROUND_HALF_UP)


def session_minutes(session: LoadedSession) -> Minutes:
    """Minutes of one session."""
    plan = session.plan.record
    return Minutes(plan.minutes_of("knowledge"), plan.minutes_of("skill"))


def total_minutes(sessions: Iterable[LoadedSession]) -> Minutes:
    """Minutes of several sessions."""
    return sum((session_minutes(session) for session in sessions), Minutes())


def element_minutes(element_id: str, sessions: Iterable[LoadedSession]) -> Minutes:
    """Minutes of the steps whose IUK belong to the element (all IUK of a step belong to one)."""
    total = Minutes()
    for session in sessions:
        for step in session.plan.record.plan:
            if step.iuk and step.iuk[0].split(".")[0] == element_id:
                total += Minutes(
                    step.minutes if step.kind == "knowledge" else 0, step.minutes if step.kind == "skill" else 0
                )
    return total


def taught_iuk(sessions: Iterable[LoadedSession]) -> frozenset[str]:
    """The IUK that the steps of the sessions name."""
    return frozenset(iuk for session in sessions for step in session.plan.record.plan for iuk in step.iuk)


def taught_elements(module: Module, sessions: Iterable[LoadedSession]) -> tuple[Element, ...]:
    """The elements with only those KUK of which the sessions teach at least one IUK."""
    taught = taught_iuk(sessions)
    reduced = []
    for element in module.elements:
        kuk = tuple(kuk for kuk in element.kuk if any(iuk.id in taught for iuk in kuk.iuk))
        if kuk:
            reduced.append(element.model_copy(update={"kuk": kuk}))
    return tuple(reduced)
