"""What differs between two releases, or between the last release and the curriculum as it is now.

Plain data: the words are those of the page (`curriculum_kit.website.changes`).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Protocol, TypeVar

from curriculum_kit.indonesian import number_text
from curriculum_kit.source.curriculum import Curriculum
from curriculum_kit.source.schema.release import (
    Release,
    ReleasedFact,
    ReleasedInstrument,
    ReleasedModule,
    ReleasedProgramme,
    ReleasedSession,
    ReleasedWorksheet,
)


@dataclass(frozen=True, slots=True)
class Difference:
    """One thing that differs.

    `what` names it, such as `session-minutes`; `scope` is the id of the module (empty for what all share), `id` that of
    the session, worksheet, programme, fact or word, `title` its title now (before, when it is gone). `old` and `new`
    are what it was and is, where that can be said. What `for_trainers` marks is no news for participants.
    """

    what: str
    scope: str
    id: str
    title: str
    old: str = ""
    new: str = ""
    for_trainers: bool = False


class Titled(Protocol):
    """What has a title."""

    @property
    def title(self) -> str:
        """The title."""


T = TypeVar("T", bound=Titled)


def last_releases(curriculum: Curriculum) -> tuple[Release, ...]:
    """The releases, newest first."""
    records = (source.record for source in curriculum.releases.values())
    return tuple(sorted(records, key=lambda release: release.order, reverse=True))


def differences(old: Release, new: Release) -> tuple[Difference, ...]:
    """What differs, in the order in which it is told: modules with sessions, programmes, facts, words, centres."""
    moved = _moved(old, new)
    return (
        *_modules(old, new, moved),
        *_programmes(old, new),
        *_facts(old.facts, new.facts),
        *_terms(old, new),
        *_centres(old, new),
    )


def _centres(old: Release, new: Release) -> Iterator[Difference]:
    if old.files.get("centres.yaml") != new.files.get("centres.yaml"):
        yield Difference("centres", "", "centres", "", str(old.centres), str(new.centres))


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


def _moved(old: Release, new: Release) -> dict[str, str]:
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
    yield from _come_and_gone("worksheet", module_id, old, new)
    for id, sheet in _kept(old, new):
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
    yield from _come_and_gone("instrument", module_id, old, new, for_trainers=True)
    for id, instrument in _kept(old, new):
        before = old[id]
        if before.items != instrument.items:
            counts = (number_text(before.items), number_text(instrument.items))
            yield Difference("instrument-items", module_id, id, instrument.title, *counts, for_trainers=True)
        elif before != instrument:
            yield Difference("instrument-text", module_id, id, instrument.title, for_trainers=True)


def _programmes(old: Release, new: Release) -> Iterator[Difference]:
    yield from _come_and_gone("programme", "", old.programmes, new.programmes)
    for id, programme in _kept(old.programmes, new.programmes):
        yield from _programme(id, old.programmes[id], programme, {**_titles(old), **_titles(new)})


def _titles(release: Release) -> dict[str, str]:
    return {path: session.title for path, session in _all_sessions(release)}


def _programme(
    id: str, old: ReleasedProgramme, new: ReleasedProgramme, titles: Mapping[str, str]
) -> Iterator[Difference]:
    def found(what: str, was: str = "", now: str = "") -> Difference:
        return Difference(what, "", id, new.title, was, now)

    if old.title != new.title:
        yield found("programme-title", old.title, new.title)
    if old.jp != new.jp:
        yield found("programme-jp", number_text(old.jp), number_text(new.jp))
    if old.days != new.days:
        yield found("programme-days", str(old.days), str(new.days))
    for path in _left_out(new.sessions, old.sessions):
        yield found("programme-session-new", now=titles.get(path, path))
    for path in _left_out(old.sessions, new.sessions):
        yield found("programme-session-gone", was=titles.get(path, path))
    if old.sessions != new.sessions and set(old.sessions) == set(new.sessions):
        yield found("programme-order")
    if old.text != new.text:
        yield found("programme-text")


def _left_out(some: Iterable[str], others: Iterable[str]) -> list[str]:
    known = set(others)
    return [each for each in some if each not in known]


def _facts(old: Mapping[str, ReleasedFact], new: Mapping[str, ReleasedFact]) -> Iterator[Difference]:
    yield from _come_and_gone("fact", "", old, new)
    for id, fact in _kept(old, new):
        before = old[id]
        if before.value != fact.value:
            yield Difference("fact-value", "", id, fact.title, before.value, fact.value)
        if before.status != fact.status:
            yield Difference("fact-status", "", id, fact.title, before.status, fact.status)
        same = before.value == fact.value and before.status == fact.status
        if same and (before.text, before.title) != (fact.text, fact.title):
            yield Difference("fact-text", "", id, fact.title)
        elif same and before.checked_on != fact.checked_on:
            days = (before.checked_on.isoformat(), fact.checked_on.isoformat())
            yield Difference("fact-checked", "", id, fact.title, *days)


def _terms(old: Release, new: Release) -> Iterator[Difference]:
    for id, term in new.terms.items():
        before = old.terms.get(id)
        if before is None:
            yield Difference("term-new", "", id, term.term)
        elif before != term:
            yield Difference("term-text", "", id, term.term)
    for id, term in old.terms.items():
        if id not in new.terms:
            yield Difference("term-gone", "", id, term.term)


def _come_and_gone(
    kind: str, scope: str, old: Mapping[str, T], new: Mapping[str, T], *, for_trainers: bool = False
) -> Iterator[Difference]:
    for id, thing in new.items():
        if id not in old:
            yield Difference(f"{kind}-new", scope, id, thing.title, for_trainers=for_trainers)
    for id, thing in old.items():
        if id not in new:
            yield Difference(f"{kind}-gone", scope, id, thing.title, for_trainers=for_trainers)


def _kept(old: Mapping[str, T], new: Mapping[str, T]) -> Iterable[tuple[str, T]]:
    return ((id, thing) for id, thing in new.items() if id in old)
