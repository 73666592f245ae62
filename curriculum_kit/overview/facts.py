"""The regulatory facts by age: when each was last checked, when it is due again, and where it is used."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from curriculum_kit.rules.fact_uses import FactUse, fact_uses, is_over
from curriculum_kit.source.curriculum import Curriculum
from curriculum_kit.source.schema.curriculum import Settings
from curriculum_kit.source.schema.facts import Fact, TableValue
from curriculum_kit.worksheets import Calculator

RECHECK_DAYS: int = Settings.model_fields["fact_recheck_days"].default
"""Days after which a fact is due where neither it nor `curriculum.yaml` says so."""


@dataclass(frozen=True, slots=True)
class FactAge:
    """A fact on one day. `value` is what texts print on that day; a table is told row by row.

    `age` counts the days since the check, `recheck_on` is the last day on which the check still holds. A fact that is
    over is never due.
    """

    id: str
    title: str
    value: str
    status: str
    checked_on: date
    age: int
    recheck_on: date
    is_due: bool
    valid_until: date | None
    uses: tuple[FactUse, ...]

    @property
    def days_left(self) -> int:
        """Days until the check no longer holds; negative when it is due."""
        return (self.recheck_on - self.checked_on).days - self.age


@dataclass(frozen=True, slots=True)
class FactsByAge:
    """The report, the longest unchecked fact first."""

    as_of: date
    facts: tuple[FactAge, ...]


def facts_by_age(curriculum: Curriculum, calculator: Calculator, as_of: date) -> FactsByAge:
    """All facts of a curriculum as they are on `as_of`, which must be the day of the calculator."""
    settings = curriculum.settings
    default = settings.record.fact_recheck_days if settings else RECHECK_DAYS
    uses = _uses(curriculum)

    def aged(fact: Fact) -> FactAge:
        recheck_on = fact.checked_on + timedelta(days=fact.recheck_days or default)
        return FactAge(
            id=fact.id,
            title=fact.title,
            value=fact_words(fact, calculator, as_of),
            status=fact.status,
            checked_on=fact.checked_on,
            age=(as_of - fact.checked_on).days,
            recheck_on=recheck_on,
            is_due=as_of > recheck_on and not is_over(fact, as_of),
            valid_until=fact.at(as_of).valid_until,
            uses=uses.get(fact.id, ()),
        )

    facts = (aged(fact) for fact in curriculum.facts().values())
    return FactsByAge(as_of, tuple(sorted(facts, key=lambda fact: (fact.checked_on, fact.id))))


def fact_words(fact: Fact, calculator: Calculator, as_of: date) -> str:
    """The value of a fact in words on `as_of`; a table row by row."""
    return calculator.fact_text(fact.id) or "; ".join(_table_lines(fact, calculator, as_of))


def _uses(curriculum: Curriculum) -> dict[str, tuple[FactUse, ...]]:
    found: dict[str, list[FactUse]] = {}
    for use in fact_uses(curriculum):
        found.setdefault(use.id, []).append(use)
    return {id: tuple(sorted(uses, key=lambda use: use.span)) for id, uses in found.items()}


def _table_lines(fact: Fact, calculator: Calculator, as_of: date) -> Iterator[str]:
    value = fact.at(as_of).value
    if isinstance(value, TableValue):
        for row in value.rows:
            words = (
                (column.label, calculator.fact_text(f"{fact.id}.{row.id}.{column.id}") or "")
                for column in value.columns
                if column.id in row.cells
            )
            cells = (f"{label} {cell}" if len(value.columns) > 1 else cell for label, cell in words)
            yield f"{row.label}: {', '.join(cells)}"
