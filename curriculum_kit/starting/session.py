"""A new session at the end of a module: its file, and its line in `module.yaml`."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from curriculum_kit.renaming.edits import with_fixes
from curriculum_kit.rules.reading import named_blocks
from curriculum_kit.source.curriculum import Curriculum, LoadedModule, Source
from curriculum_kit.source.schema.base import Record
from curriculum_kit.source.schema.module import Element
from curriculum_kit.source.timing import jp
from curriculum_kit.source.yaml_lists import Item, list_fix
from curriculum_kit.starting.plan import Start
from curriculum_kit.starting.scaffold import rendered, slug_of

MINUTES = 90
"""The minutes in the plan of the scaffold."""

_NUMBERED = re.compile(r"(\d+)-.+")


@dataclass(frozen=True, slots=True)
class _Iuk:
    """The IUK that the scaffold puts into steps and blocks."""

    knowledge: tuple[str, ...]
    practised: tuple[str, ...]


def next_session(module: LoadedModule, title: str) -> str:
    """The id of a new session: the next number, and the words of its title."""
    numbers = [int(match[1]) for id in {*module.record.sessions, *module.sessions} if (match := _NUMBERED.match(id))]
    return f"{max(numbers, default=0) + 1:02}-{slug_of(title) or 'sesi'}"


def new_session(curriculum: Curriculum, module: LoadedModule, title: str, programmes: tuple[str, ...] = ()) -> Start:
    """A session about the first element that no session teaches yet, listed in the module and in `programmes`."""
    id = next_session(module, title)
    number, _, slug = id.partition("-")
    if f"latihan-{slug}" in named_blocks(module):  # another session of the same title
        slug = f"{slug}-{number}"
    iuk = _iuk(_next_element(module))
    settings = curriculum.settings.record if curriculum.settings else None
    words = rendered(
        "session/session.md",
        title=title,
        slug=slug,
        knowledge=iuk.knowledge,
        practised=iuk.practised,
        minutes=MINUTES,
        jp=f"{jp(MINUTES, settings.jp_minutes if settings else 45):f}".rstrip("0").rstrip(".").replace(".", ","),
    )
    changed = [_appended(curriculum, module.source, len(module.record.sessions), id)]
    for name in programmes:
        programme = curriculum.programmes[name]
        changed.append(_appended(curriculum, programme, len(programme.record.sessions), f"{module.id}/{id}"))
    return Start({curriculum.root / module.id / "sessions" / f"{id}.md": words}, dict(changed))


def _appended(
    curriculum: Curriculum, source: Source[Record], count: int, value: str
) -> tuple[Path, tuple[bytes, bytes]]:
    """A file whose list `sessions` gets one more item."""
    path = curriculum.root / source.file
    before = path.read_bytes()
    items = [*(Item(number) for number in range(count)), Item(new=value)]
    return path, (
        before,
        with_fixes(before, [list_fix(curriculum.texts[source.file], source.places, ("sessions",), items)]),
    )


def _next_element(module: LoadedModule) -> Element:
    taught = {
        iuk.split(".")[0]
        for session in module.sessions.values()
        for step in session.plan.record.plan
        for iuk in step.iuk
    }
    elements = module.record.elements
    return next((element for element in elements if element.id not in taught), elements[0])


def _iuk(element: Element) -> _Iuk:
    """The knowledge of an element, and what is practised; where one is missing, all of it."""
    all_iuk = [iuk for kuk in element.kuk for iuk in kuk.iuk]
    every = tuple(iuk.id for iuk in all_iuk)
    knowledge = tuple(iuk.id for iuk in all_iuk if iuk.domain == "knowledge")
    practised = tuple(iuk.id for iuk in all_iuk if iuk.domain != "knowledge")
    return _Iuk(knowledge or every, practised or every)
