"""Which texts use a fact, a number of the story, a word of the glossary, a worksheet or a picture."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal, NamedTuple

from curriculum_kit.source.curriculum import Curriculum, LoadedModule, LoadedSession, Source
from curriculum_kit.source.schema.base import Record

_SHOWN_FIGURES = frozenset({"figure", "image"})

PlaceKind = Literal["session", "assessment", "module", "programme", "worksheet", "glossary", "facts", "cases"]


class Place(NamedTuple):
    """A text that uses things. `module` is empty for what all share; `hidden`: only trainers read it there."""

    kind: PlaceKind
    module: str
    id: str
    hidden: bool


Target = tuple[str, str]
"""Kind and id; of a worksheet or picture `module-id/id`, of a number of the story `case-id.value`."""


class Uses:
    """All uses in one curriculum."""

    def __init__(self, curriculum: Curriculum) -> None:
        """Read every role, block and formula once."""
        self._places: dict[Target, set[Place]] = {}
        for target, place in _uses(curriculum):
            self._places.setdefault(target, set()).add(place)

    def places(self, kind: str, id: str) -> frozenset[Place]:
        """Where a thing is used by name. What worksheets make of it is told with their results."""
        return frozenset(self._places.get((kind, id), ()))


def _uses(curriculum: Curriculum) -> Iterator[tuple[Target, Place]]:
    for module in curriculum.modules.values():
        yield from _in_module(module)
    for id, programme in curriculum.programmes.items():
        yield from _in_fields(programme, Place("programme", "", id, hidden=False))
    for id, case in curriculum.cases.items():
        yield from _in_fields(case, Place("cases", "", id, hidden=False))
    if curriculum.glossary:
        yield from _in_fields(curriculum.glossary, Place("glossary", "", "", hidden=False))
    if curriculum.facts_source:
        yield from _in_fields(curriculum.facts_source, Place("facts", "", "", hidden=False))


def _in_module(module: LoadedModule) -> Iterator[tuple[Target, Place]]:
    yield from _in_fields(module.source, Place("module", module.id, "", hidden=False))
    for session in module.sessions.values():
        yield from _in_session(module, session)
    for id, sheet in module.worksheets.items():
        place = Place("worksheet", module.id, id, hidden=False)
        yield from _in_fields(sheet, place)
    if module.assessment:
        place = Place("assessment", module.id, "", hidden=True)
        yield from _in_fields(module.assessment, place)
        for instrument in module.assessment.record.instruments:
            if instrument.worksheet:
                yield ("worksheet", f"{module.id}/{instrument.worksheet}"), place


def _in_session(module: LoadedModule, session: LoadedSession) -> Iterator[tuple[Target, Place]]:
    def place(*, hidden: bool) -> Place:
        return Place("session", module.id, session.id, hidden)

    yield from _in_fields(session.plan, place(hidden=False))
    for role in session.document.roles:
        if target := _target(module.id, role.name, role.target):
            yield target, place(hidden=role.trainer_only)
    for block in session.document.walk():
        here = place(hidden=block.trainer_only)
        if block.sheet:
            yield ("worksheet", f"{module.id}/{block.sheet}"), here
        elif block.kind == "chart":
            yield ("worksheet", f"{module.id}/{block.argument}"), here
        elif block.kind == "fact-history":
            yield ("fact", block.argument), here
        elif block.kind in _SHOWN_FIGURES:
            yield ("picture", f"{module.id}/{block.argument.rpartition('/')[2]}"), here
        if "case" in block.options:
            yield ("case", block.options["case"].value), here


def _in_fields(source: Source[Record], place: Place) -> Iterator[tuple[Target, Place]]:
    for field in source.markdown:
        for role in field.roles:
            if target := _target(place.module, role.name, role.target):
                yield target, place


def _target(module_id: str, role: str, target: str) -> Target | None:
    if role == "fact":
        return role, target.partition("@")[0].partition(".")[0]
    if role in {"term", "case"}:
        return role, target
    if role == "calc":
        head, slash, address = target.rpartition("/")
        return "worksheet", f"{head if slash else module_id}/{address.partition('.')[0]}"
    return None
