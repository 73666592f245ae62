"""Everything there is to translate in a curriculum, catalogue by catalogue."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from curriculum_kit.audience import Audience, is_visible
from curriculum_kit.source.curriculum import Curriculum, LoadedModule, LoadedSession, Loc, Source
from curriculum_kit.source.schema.base import Record
from curriculum_kit.source.schema.worksheet import Worksheet
from curriculum_kit.translation.fields import is_unit, texts_of
from curriculum_kit.translation.segments import Segment, segments

SHARED = ""
"""The scope of what modules share: glossary, facts, cases, and all units of numbers."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a text stands, and what it is there (the path of the field, or the kind of passage)."""

    file: str
    line: int
    what: str
    trainer_only: bool


@dataclass(frozen=True, slots=True)
class Message:
    """A text to be translated, with all places where it stands."""

    text: str
    places: tuple[Place, ...]

    @property
    def trainer_only(self) -> bool:
        """Whether participants see it nowhere."""
        return all(place.trainer_only for place in self.places)


def messages(curriculum: Curriculum, scope: str) -> tuple[Message, ...]:
    """The texts of a module, or of what modules share, each once, in the order of files and lines."""
    found: dict[str, list[Place]] = {}
    for text, place in _all(curriculum, scope):
        places = found.setdefault(text, [])
        if place not in places:
            places.append(place)
    return tuple(Message(text, tuple(places)) for text, places in found.items())


def scopes(curriculum: Curriculum) -> tuple[str, ...]:
    """All scopes, the shared one first."""
    return (SHARED, *curriculum.modules)


def records(curriculum: Curriculum, scope: str) -> Iterator[Source[Record]]:
    """The records whose texts belong to a scope."""
    if scope:
        yield from _module_records(curriculum.modules[scope])
        return
    if curriculum.settings:
        yield curriculum.settings
    yield from curriculum.cases.values()
    yield from (source for source in (curriculum.facts_source, curriculum.glossary) if source)


def _module_records(module: LoadedModule) -> Iterator[Source[Record]]:
    yield module.source
    for session in module.sessions.values():
        yield session.plan
    yield from module.worksheets.values()


def session_segments(session: LoadedSession) -> tuple[Segment, ...]:
    """The passages of a session."""
    return segments(session.document.text, session.document.body_line)


def _all(curriculum: Curriculum, scope: str) -> Iterator[tuple[str, Place]]:
    if not scope:
        yield from _fields(curriculum, SHARED, units=False)
        for each in scopes(curriculum):
            yield from _fields(curriculum, each, units=True)
        return
    module = curriculum.modules[scope]
    yield from _of_record(module.source, units=False)
    for session in module.sessions.values():
        yield from _of_record(session.plan, units=False)
        for segment in session_segments(session):
            yield segment.text, Place(session.document.file, segment.line, segment.what, segment.trainer_only)
    for sheet in module.worksheets.values():
        yield from _of_record(sheet, units=False)


def _fields(curriculum: Curriculum, scope: str, *, units: bool) -> Iterator[tuple[str, Place]]:
    for source in records(curriculum, scope):
        yield from _of_record(source, units=units)


def _of_record(source: Source[Record], *, units: bool) -> Iterator[tuple[str, Place]]:
    for loc, text, _ in texts_of(source.record):
        if is_unit(loc) == units:
            line = source.places.value(*loc).line
            yield text, Place(source.file, line, ".".join(map(str, loc)), is_hidden(source.record, loc))


def is_hidden(record: Record, loc: Loc) -> bool:
    """Whether only trainers see a value. What a sheet shows of its cells follows from its mode: answers never."""
    if isinstance(record, Worksheet):
        return loc[-1] == "answer"
    return not is_visible(record, loc, Audience.PARTICIPANT)


def texts_by_file(curriculum: Curriculum, scope: str) -> Mapping[str, frozenset[str]]:
    """The texts that stand in each file of a scope."""
    found: dict[str, set[str]] = {}
    for text, place in _all(curriculum, scope):
        found.setdefault(place.file, set()).add(text)
    return {file: frozenset(texts) for file, texts in found.items()}
