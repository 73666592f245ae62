"""The alignment of objectives, teaching and assessment: for each IUK who teaches, practises and assesses it.

What counts is decided where the rules ALIGN402 to ALIGN404 decide it (`curriculum_kit.rules.coverage`).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from curriculum_kit.overview.selections import Part, other_modules, selections, session_number
from curriculum_kit.rules.competency import IukUse, iuk_uses
from curriculum_kit.rules.coverage import is_assessed, is_practised, is_taught, owed_iuk
from curriculum_kit.source.curriculum import Curriculum
from curriculum_kit.source.schema.module import Domain


@dataclass(frozen=True, slots=True)
class Practice:
    """A block in which participants do something. `name` is empty for a block without `:name:`."""

    session: str
    kind: str
    name: str


@dataclass(frozen=True, slots=True)
class IukRow:
    """An IUK: ids of the sessions that teach it and of the instruments that assess it, blocks that practise it."""

    id: str
    domain: Domain
    text: str
    taught: tuple[str, ...]
    practised: tuple[Practice, ...]
    assessed: tuple[str, ...]

    @property
    def gaps(self) -> tuple[str, ...]:
        """What is missing: `taught`, `practised`, `assessed`."""
        return tuple(name for name in ("taught", "practised", "assessed") if not getattr(self, name))


@dataclass(frozen=True, slots=True)
class ModuleAlignment:
    """The IUK that the sessions owe: all of a module, or those of the KUK that the chosen sessions teach.

    `numbers` holds the numbers of the sessions ("5.2") by id, `instruments` the titles by id.
    """

    id: str
    number: int
    title: str
    rows: tuple[IukRow, ...]
    numbers: Mapping[str, str]
    instruments: Mapping[str, str]

    @property
    def gaps(self) -> int:
        """How many IUK lack something."""
        return sum(bool(row.gaps) for row in self.rows)


@dataclass(frozen=True, slots=True)
class ProgrammeAlignment:
    """A programme with its modules."""

    id: str
    title: str
    modules: tuple[ModuleAlignment, ...]


@dataclass(frozen=True, slots=True)
class Alignment:
    """The report. `modules` are those that no programme takes whole."""

    programmes: tuple[ProgrammeAlignment, ...]
    modules: tuple[ModuleAlignment, ...]

    @property
    def all_modules(self) -> tuple[ModuleAlignment, ...]:
        """Every matrix."""
        return (*(module for programme in self.programmes for module in programme.modules), *self.modules)


def alignment(curriculum: Curriculum) -> Alignment:
    """The alignment of a curriculum."""
    return Alignment(
        programmes=tuple(
            ProgrammeAlignment(s.id, s.programme.title, tuple(_module(part) for part in s.parts))
            for s in selections(curriculum)
        ),
        modules=tuple(_module(part) for part in other_modules(curriculum)),
    )


def _module(part: Part) -> ModuleAlignment:
    module = part.module
    sessions = frozenset(session.id for session in part.sessions)
    by_iuk: dict[str, list[IukUse]] = {}
    for use in iuk_uses(module):
        by_iuk.setdefault(use.iuk, []).append(use)
    record = module.record
    owed = {iuk.id for iuk in record.all_iuk()} if part.is_whole else owed_iuk(module, sessions)
    instruments = module.assessment.record.instruments if module.assessment else ()
    return ModuleAlignment(
        id=module.id,
        number=record.number,
        title=record.title,
        rows=tuple(
            _row(iuk.id, iuk.domain, iuk.text, by_iuk.get(iuk.id, ()), sessions)
            for iuk in record.all_iuk()
            if iuk.id in owed
        ),
        numbers={session.id: session_number(module, session) for session in part.sessions},
        instruments={instrument.id: instrument.title for instrument in instruments},
    )


def _row(id: str, domain: Domain, text: str, uses: Iterable[IukUse], sessions: frozenset[str]) -> IukRow:
    listed = tuple(uses)
    return IukRow(
        id=id,
        domain=domain,
        text=text,
        taught=tuple(dict.fromkeys(use.session for use in listed if is_taught(use, sessions))),
        practised=tuple(
            dict.fromkeys(
                Practice(use.session, use.block.kind, use.block.name or "")
                for use in listed
                if use.block is not None and is_practised(use, sessions)
            )
        ),
        assessed=tuple(dict.fromkeys(use.instrument for use in listed if is_assessed(use, sessions))),
    )
