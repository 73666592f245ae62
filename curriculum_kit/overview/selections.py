"""Who gets which sessions: every programme, and every module that no programme takes whole."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from curriculum_kit.source.curriculum import Curriculum, LoadedModule, LoadedSession
from curriculum_kit.source.schema.programme import Programme


@dataclass(frozen=True, slots=True)
class Part:
    """A module, reduced to some of its sessions (in the order of the module)."""

    module: LoadedModule
    sessions: tuple[LoadedSession, ...]

    @property
    def is_whole(self) -> bool:
        """Whether no session is left out."""
        return len(self.sessions) == len(self.module.sessions)


@dataclass(frozen=True, slots=True)
class Selection:
    """The parts that a programme lists."""

    id: str
    programme: Programme
    parts: tuple[Part, ...]


def selections(curriculum: Curriculum) -> Iterator[Selection]:
    """All programmes, with the sessions that could be read."""
    for programme_id, source in curriculum.programmes.items():
        listed = dict.fromkeys(source.record.sessions)
        modules = dict.fromkeys(path.partition("/")[0] for path in listed)
        parts = (_part(curriculum.modules[id], listed) for id in modules if id in curriculum.modules)
        yield Selection(programme_id, source.record, tuple(part for part in parts if part.sessions))


def other_modules(curriculum: Curriculum) -> tuple[Part, ...]:
    """The modules that no programme takes whole, each with all its sessions."""
    whole = {part.module.id for selection in selections(curriculum) for part in selection.parts if part.is_whole}
    return tuple(
        Part(module, tuple(module.sessions.values()))
        for module in curriculum.modules.values()
        if module.id not in whole
    )


def session_number(module: LoadedModule, session: LoadedSession) -> str:
    """The number by which people know a session: "5.2", the same in every programme."""
    return f"{module.record.number}.{list(module.sessions).index(session.id) + 1}"


def _part(module: LoadedModule, paths: Iterable[str]) -> Part:
    listed = set(paths)
    return Part(module, tuple(s for s in module.sessions.values() if f"{module.id}/{s.id}" in listed))
