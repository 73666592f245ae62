"""What the directives, roles and builders of one edition need to know. Handed over once, never changed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextvars import ContextVar
from dataclasses import dataclass
from datetime import date

from curriculum_kit.audience import Audience
from curriculum_kit.charts import Chart, chart_of
from curriculum_kit.edition.numbering import Anchor, anchors
from curriculum_kit.source.curriculum import Curriculum, LoadedModule
from curriculum_kit.source.schema.curriculum import Term
from curriculum_kit.worksheets import Calculator


@dataclass(frozen=True)
class EditionContext:
    """The curriculum as one audience gets it on one day."""

    curriculum: Curriculum
    audience: Audience
    as_of: date
    calculator: Calculator
    anchors: Mapping[str, Mapping[str, Anchor]]
    terms: Mapping[str, Term]
    charts: Mapping[str, Mapping[str, Chart]]
    """By module and by the name of the block."""

    @classmethod
    def of(cls, curriculum: Curriculum, audience: Audience, as_of: date) -> EditionContext:
        """The context of an edition."""
        glossary = curriculum.glossary.record.terms if curriculum.glossary else ()
        calculator = Calculator(curriculum, as_of)
        return cls(
            curriculum,
            audience,
            as_of,
            calculator,
            {module.id: anchors(module) for module in curriculum.modules.values()},
            {term.id: term for term in glossary},
            {module.id: dict(_charts(module, calculator)) for module in curriculum.modules.values()},
        )

    def anchor(self, module_id: str | None, target: str) -> Anchor | None:
        """The block named `name` of the module, or `module-id/name` of another."""
        head, slash, name = target.rpartition("/")
        return self.anchors.get(head if slash else module_id or "", {}).get(name)


def _charts(module: LoadedModule, calculator: Calculator) -> Iterator[tuple[str, Chart]]:
    for session in module.sessions.values():
        for block in session.document.walk():
            if block.kind == "chart" and block.name:
                yield block.name, chart_of(block, calculator, module.id)


CURRENT: ContextVar[EditionContext] = ContextVar("edition")
"""The edition that is being made. Sphinx loads extensions by name, so this is how ours learns of it."""
