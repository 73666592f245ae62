"""What differs between two releases, or between the last release and the curriculum as it is now.

Plain data: the words stand in `curriculum_kit.overview.sentences`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from curriculum_kit.indonesian import number_text
from curriculum_kit.overview.difference import Difference, come_and_gone, kept
from curriculum_kit.overview.shared_changes import centres_changed, facts_changed, programmes_changed, terms_changed
from curriculum_kit.source.curriculum import Curriculum
from curriculum_kit.source.schema.release import (
    Release,
    ReleasedInstrument,
    ReleasedModule,
    ReleasedSession,
    ReleasedWorksheet,
)


def last_releases(curriculum: Curriculum) -> tuple[Release, ...]:
    """The releases, newest first."""
    records = (source.record for source in curriculum.releases.values())
    return tuple(sorted(records, key=lambda release: release.order, reverse=True))


def differences(old: Release, new: Release) -> tuple[Difference, ...]:
    """What differs, in the order in which it is told: modules with sessions, programmes, facts, words, centres."""
    moved = moved_sessions(old, new)
    return (
        *_modules(old, new, moved),
        *programmes_changed(old, new),
        *facts_changed(old.facts, new.facts),
        *terms_changed(old, new),
        *centres_changed(old, new),
    )


def _modules(old: Release, new: Release, moved: Mapping[str, str]) -> Iterator[Difference]:
    for id, module in new.modules.items():
        before = old.modules.get(id)
        if before is None:
            yield Difference("module-new", id, id, module.title)
        else:
            yield from _module(id, before, module)
        yield from _sessions(id, old, new, moved)
        if before is not None:
            yield from _worksheets(id, before.worksheets, module.worksheets)
            yield from _pictures(id, old, new)
            yield from _instruments(id, before.instruments, module.instruments)
    for id in old.modules.keys() - new.modules.keys():
        yield Difference("module-gone", id, id, old.modules[id].title)


def _module(id: str, old: ReleasedModule, new: ReleasedModule) -> Iterator[Difference]:
    if old.title != new.title:
        yield Difference("module-title", id, id, new.title, old.title, new.title)
    if old.number != new.number:
        yield Difference("module-number", id, id, new.title, str(old.number), str(new.number))
    if old.competence != new.competence:
        yield Difference("module-competence", id, id, new.title)
    if old.materials != new.materials:
        yield Difference("module-materials", id, id, new.title)


def moved_sessions(old: Release, new: Release) -> dict[str, str]:
    """Sessions that have another id now, with the one they had: the text or the title is still the same."""
    before, now = dict(_all_sessions(old)), dict(_all_sessions(new))
    gone = {path: session for path, session in before.items() if path not in now}
    found: dict[str, str] = {}
    for path, session in now.items():
        if path in before:
            continue
        same_text = (was for was, candidate in gone.items() if candidate.text == session.text)
        same_title = (was for was, candidate in gone.items() if candidate.title == session.title)
        match = next(same_text, None) or next(same_title, None)
        if match is not None:
            found[path] = match
            del gone[match]
    return found


def _all_sessions(release: Release) -> Iterator[tuple[str, ReleasedSession]]:
    for module_id, module in release.modules.items():
        for id, session in module.sessions.items():
            yield f"{module_id}/{id}", session


def _sessions(module_id: str, old: Release, new: Release, moved: Mapping[str, str]) -> Iterator[Difference]:
    before = dict(_all_sessions(old))
    module = new.modules[module_id]
    known = old.modules.get(module_id)
    for id, session in module.sessions.items():
        path = f"{module_id}/{id}"
        was = moved.get(path, path)
        if was not in before:
            if known is not None:  # in a new module every session is new
                yield Difference("session-new", module_id, id, session.title, "", session.number)
            continue
        yield from _session(module_id, id, before[was], session, keeps_module=was.startswith(f"{module_id}/"))
    if known is not None:
        gone = (f"{module_id}/{id}" for id in known.sessions if id not in module.sessions)
        for path in gone:
            if path not in moved.values():
                session = before[path]
                yield Difference("session-gone", module_id, path.partition("/")[2], session.title, session.number)


def _session(
    module_id: str, id: str, old: ReleasedSession, new: ReleasedSession, *, keeps_module: bool
) -> Iterator[Difference]:
    def found(what: str, was: str = "", now: str = "", *, for_trainers: bool = False) -> Difference:
        return Difference(what, module_id, id, new.title, was, now, for_trainers)

    if old.title != new.title:
        yield found("session-title", old.title, new.title)
    if not keeps_module or _place(old) != _place(new):
        yield found("session-number", old.number, new.number)
    if old.minutes != new.minutes:
        yield found("session-minutes", number_text(old.minutes), number_text(new.minutes))
    if old.text != new.text:
        yield found("session-text")
    if old.plan != new.plan and old.minutes == new.minutes:
        yield found("session-plan")
    if old.notes != new.notes:
        yield found("session-notes", for_trainers=True)
    if old.answers != new.answers:
        yield found("session-answers", for_trainers=True)


def _place(session: ReleasedSession) -> str:
    """The place within the module: a module with a new number has said so itself."""
    return session.number.partition(".")[2]


def _worksheets(
    module_id: str, old: Mapping[str, ReleasedWorksheet], new: Mapping[str, ReleasedWorksheet]
) -> Iterator[Difference]:
    yield from come_and_gone("worksheet", module_id, old, new)
    for id, sheet in kept(old, new):
        if (old[id].text, old[id].title) != (sheet.text, sheet.title):
            yield Difference("worksheet-text", module_id, id, sheet.title)
        if old[id].answers != sheet.answers:
            yield Difference("worksheet-answers", module_id, id, sheet.title, for_trainers=True)


def _pictures(module_id: str, old: Release, new: Release) -> Iterator[Difference]:
    folder = f"{module_id}/media/"
    changed = [path for path, digest in new.files.items() if path.startswith(folder) and old.files.get(path) != digest]
    if changed:
        yield Difference("pictures", module_id, module_id, "", "", number_text(len(changed)))


def _instruments(
    module_id: str, old: Mapping[str, ReleasedInstrument], new: Mapping[str, ReleasedInstrument]
) -> Iterator[Difference]:
    yield from come_and_gone("instrument", module_id, old, new, for_trainers=True)
    for id, instrument in kept(old, new):
        before = old[id]
        if before.items != instrument.items:
            counts = (number_text(before.items), number_text(instrument.items))
            yield Difference("instrument-items", module_id, id, instrument.title, *counts, for_trainers=True)
        elif before != instrument:
            yield Difference("instrument-text", module_id, id, instrument.title, for_trainers=True)
