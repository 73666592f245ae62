"""What a trainer prepares for a day of a programme: sheets to copy, things to bring, rooms to arrange.

Trainers only: participants get the day plan without it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from curriculum_kit.edition.model import ModuleModel, SessionModel
from curriculum_kit.edition.programme import DayModel, ProgrammeModel

IN_WORKBOOK = " di buku kerja"
"""Media that end so are printed in the workbook of each participant: the workbook is what must be at hand."""
WORKBOOK = "Buku kerja peserta"


@dataclass(frozen=True, slots=True)
class Thing:
    """A line of the list: what, and the sessions ("5.3") that need it. `copies` is 0 for what is not copied."""

    name: str
    sessions: tuple[str, ...] = ()
    copies: int = 0


@dataclass(frozen=True, slots=True)
class Preparation:
    """The list of a day. `spare` are sheets that participants without a workbook need."""

    question_sheets: tuple[Thing, ...]
    things: tuple[Thing, ...]
    rooms: tuple[Thing, ...]
    spare: tuple[Thing, ...]
    modules: tuple[ModuleModel, ...]

    @property
    def count(self) -> int:
        """How many lines there are to tick."""
        groups = (self.question_sheets, self.things, self.rooms, self.spare, self.modules)
        return sum(map(len, groups))


def preparations(programme: ProgrammeModel, class_size: int) -> tuple[Preparation, ...]:
    """The lists of all days of a programme, in order."""
    return tuple(_preparation(programme, day, class_size) for day in programme.days)


def _preparation(programme: ProgrammeModel, day: DayModel, class_size: int) -> Preparation:
    by_address = {session.address: (module, session) for module in programme.modules for session in module.sessions}
    taught = [by_address[slot.address] for slot in day.slots if slot.address in by_address]
    sessions = [session for _, session in taught]
    instruments = [path for slot in day.slots for path in slot.instruments]
    return Preparation(
        question_sheets=tuple(_question_sheets(programme.modules, instruments, class_size)),
        things=_merged(
            (_needed(name), session) for session in sessions for name in (*session.media, *session.materials)
        ),
        rooms=_merged((session.room_layout, session) for session in sessions if session.room_layout),
        spare=tuple(
            Thing(module.worksheet_titles[sheet], (session.number,), class_size)
            for module, session in taught
            for sheet in session.sheets
        ),
        modules=tuple({module.id: module for module, _ in taught}.values()),
    )


def _needed(name: str) -> str:
    return WORKBOOK if name.endswith(IN_WORKBOOK) else name


def _merged(pairs: Iterable[tuple[str, SessionModel]]) -> tuple[Thing, ...]:
    """Each thing once, whatever the case of its letters, with all sessions that need it."""
    names: dict[str, str] = {}
    sessions: dict[str, list[str]] = {}
    for name, session in pairs:
        key = name.casefold().rstrip(".")
        names.setdefault(key, name)
        numbers = sessions.setdefault(key, [])
        if session.number not in numbers:
            numbers.append(session.number)
    return tuple(Thing(name, tuple(sessions[key])) for key, name in names.items())


def _question_sheets(modules: Iterable[ModuleModel], paths: Iterable[str], class_size: int) -> Iterable[Thing]:
    """The instruments of these paths ("kwu-05/tes-awal") that participants get on paper."""
    titles: Mapping[str, str] = {
        f"{module.id}/{instrument.view.id}": f"{instrument.view.title} (modul {module.number})"
        for module in modules
        for instrument in module.instruments
        if instrument.is_sheet
    }
    for path in dict.fromkeys(paths):
        if path in titles:
            yield Thing(titles[path], copies=class_size)
