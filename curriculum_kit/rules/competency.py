"""IUK and where they are used: shared by the rules on references and on alignment."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache, partial

from curriculum_kit.diagnostics import Span
from curriculum_kit.rules.reading import blocks, parts
from curriculum_kit.source.curriculum import LoadedModule, LoadedSession
from curriculum_kit.source.document import BlockUse, OptionUse


class Where(StrEnum):
    """Where an IUK is named."""

    PLAN = "plan"
    BLOCK = "block"
    ASSESSMENT = "assessment"


@dataclass(frozen=True, slots=True)
class IukUse:
    """An IUK as it is named somewhere. `block` is set in blocks, `instrument` in the assessment."""

    iuk: str
    place: Callable[[], Span]
    where: Where
    session: str = ""
    block: BlockUse | None = None
    instrument: str = ""
    use: str = ""
    """Of an instrument: pretest, formative or final."""

    @property
    def span(self) -> Span:
        """Where it stands, found when somebody asks."""
        return self.place()


@lru_cache(maxsize=64)
def iuk_places(module: LoadedModule) -> Mapping[str, Span]:
    """The IUK ids of a module and where they stand."""
    places = module.source.places
    return {
        iuk.id: places.value("elements", e, "kuk", k, "iuk", i, "id")
        for e, element in enumerate(module.record.elements)
        for k, kuk in enumerate(element.kuk)
        for i, iuk in enumerate(kuk.iuk)
    }


@lru_cache(maxsize=64)
def iuk_uses(module: LoadedModule) -> tuple[IukUse, ...]:
    """Every mention of an IUK in a module."""
    return tuple(_iuk_uses(module))


def _iuk_uses(module: LoadedModule) -> Iterator[IukUse]:
    for session in module.sessions.values():
        yield from _in_plan(session)
    for session, block in blocks(module):
        for index, iuk in enumerate(block.iuk):
            yield IukUse(iuk, partial(_in_option, block.options["iuk"], index), Where.BLOCK, session.id, block)
    yield from _in_assessment(module)


def _in_plan(session: LoadedSession) -> Iterator[IukUse]:
    for number, step in enumerate(session.plan.record.plan):
        for index, iuk in enumerate(step.iuk):
            place = partial(session.plan.places.value, "plan", number, "iuk", index)
            yield IukUse(iuk, place, Where.PLAN, session.id)


def _in_assessment(module: LoadedModule) -> Iterator[IukUse]:
    if module.assessment is None:
        return
    places = module.assessment.places
    for number, instrument in enumerate(module.assessment.record.instruments):
        for kind in ("items", "checklist", "rubric"):
            for row, part in enumerate(getattr(instrument, kind)):
                for index, iuk in enumerate(part.iuk):
                    place = partial(places.value, "instruments", number, kind, row, "iuk", index)
                    yield IukUse(iuk, place, Where.ASSESSMENT, instrument=instrument.id, use=instrument.use)


def _in_option(option: OptionUse, index: int) -> Span:
    return list(parts(option.value, option.value_span))[index][1]
