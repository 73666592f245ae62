"""A curriculum reduced to what is needed later to say what has changed: titles, times, numbers and digests.

What participants see and what only trainers see has digests of its own, so that a page for participants can keep
silent about the rest. Texts are compared word by word: wrapping a line anew changes nothing.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from pathlib import Path

from pydantic import BaseModel

from curriculum_kit.audience import Audience, visible_fields
from curriculum_kit.overview.facts import fact_words
from curriculum_kit.overview.selections import session_number
from curriculum_kit.source.curriculum import Curriculum, LoadedModule, LoadedSession
from curriculum_kit.source.schema.assessment import Instrument
from curriculum_kit.source.schema.facts import Fact
from curriculum_kit.source.schema.programme import Programme
from curriculum_kit.source.schema.release import (
    Release,
    ReleasedFact,
    ReleasedInstrument,
    ReleasedModule,
    ReleasedProgramme,
    ReleasedSession,
    ReleasedTerm,
    ReleasedWorksheet,
)
from curriculum_kit.source.schema.worksheet import Worksheet
from curriculum_kit.worksheets import Calculator

DIGEST_BYTES = 6
"""Enough to tell two versions of one text apart."""
KEYS_OF_SHEETS = frozenset({"answer", "formula"})
"""In a practice sheet these fields are the key."""
RELEASES = "releases"


def snapshot(curriculum: Curriculum, version: str, day: date, files: Mapping[str, str]) -> Release:
    """The curriculum as it is, as a release. `files` are the digests of its files (see `file_digests`)."""
    calculator = Calculator(curriculum, day)
    glossary = curriculum.glossary.record.terms if curriculum.glossary else ()
    return Release(
        version=version,
        released_on=day,
        files=dict(files),
        modules={module.id: _module(module) for module in curriculum.modules.values()},
        programmes={id: _programme(source.record) for id, source in curriculum.programmes.items()},
        facts={id: _fact(fact, calculator, day) for id, fact in curriculum.facts().items()},
        terms={term.id: ReleasedTerm(term=term.term, text=_digest(_shown(term))) for term in glossary},
        centres=len(curriculum.centres.record.centres) if curriculum.centres else 0,
    )


def file_digests(root: Path) -> dict[str, str]:
    """The digest of every file below `root` that belongs to the curriculum, by path. Releases are not part of it."""
    found = {}
    for path in sorted(root.rglob("*")):
        parts = path.relative_to(root).parts
        if path.is_file() and parts[0] != RELEASES and not any(part.startswith(".") for part in parts):
            found["/".join(parts)] = hashlib.blake2b(path.read_bytes(), digest_size=DIGEST_BYTES).hexdigest()
    return found


def _module(module: LoadedModule) -> ReleasedModule:
    record = module.record
    return ReleasedModule(
        number=record.number,
        title=record.title,
        version=record.version,
        competence=_digest(_shown(record.unit), *map(_shown, record.elements)),
        materials=_digest(*map(_shown, (*record.tools, *record.materials))),
        sessions={session.id: _session(module, session) for session in module.sessions.values()},
        worksheets={id: _worksheet(source.record) for id, source in module.worksheets.items()},
        instruments={
            instrument.id: _instrument(instrument)
            for instrument in (module.assessment.record.instruments if module.assessment else ())
        },
    )


def _session(module: LoadedModule, session: LoadedSession) -> ReleasedSession:
    plan = session.plan.record
    text, notes, answers = _parts(session)
    return ReleasedSession(
        number=session_number(module, session),
        title=plan.title,
        minutes=plan.teaching_minutes,
        text=_digest(text),
        plan=_digest(_shown(plan.model_copy(update={"title": ""}))),
        notes=_digest(notes, _hidden(plan)),
        answers=_digest(answers),
    )


def _parts(session: LoadedSession) -> tuple[list[str], ...]:
    """What everybody reads, the trainer notes, and the answers, each as one text: lines may be wrapped anew."""
    document = session.document
    lines = document.text.split("\n")
    owners: dict[int, str] = {}
    for block in document.walk():
        if block.trainer_only:
            for number in range(block.first_line, block.last_line + 1):
                owners.setdefault(number, block.kind)
    parts: dict[str, list[str]] = {"": [], "trainer-note": [], "answer": []}
    for number in range(document.body_line, len(lines) + 1):
        parts[owners.get(number, "")].append(lines[number - 1])
    return tuple([" ".join(part)] for part in parts.values())


def _worksheet(sheet: Worksheet) -> ReleasedWorksheet:
    words = list(_leaves(sheet))
    keys = [(path, word) for path, word in words if sheet.mode == "practice" and _is_key(path, word)]
    shown = [word for path, word in words if (path, word) not in keys and path[-1] != "title"]
    return ReleasedWorksheet(title=sheet.title, text=_digest(shown), answers=_digest([word for _, word in keys]))


def _is_key(path: tuple[str, ...], word: str) -> bool:
    return path[-1] in KEYS_OF_SHEETS or word.startswith("=")


def _instrument(instrument: Instrument) -> ReleasedInstrument:
    return ReleasedInstrument(
        title=instrument.title,
        kind=instrument.kind,
        use=instrument.use,
        items=len(instrument.items) + len(instrument.checklist) + len(instrument.rubric),
        text=_digest([word for path, word in _leaves(instrument) if path != ("title",)]),
    )


def _programme(programme: Programme) -> ReleasedProgramme:
    return ReleasedProgramme(
        title=programme.title,
        version=programme.version,
        jp=programme.jp.total,
        days=len(programme.day_plan.days),
        sessions=programme.sessions,
        text=_digest(_shown(programme.model_copy(update={"title": "", "version": "", "sessions": ()}))),
    )


def _fact(fact: Fact, calculator: Calculator, day: date) -> ReleasedFact:
    current = fact.at(day)
    return ReleasedFact(
        title=fact.title,
        value=" ".join(fact_words(fact, calculator, day).split()) or "–",
        valid_from=current.valid_from,
        valid_until=current.valid_until,
        checked_on=fact.checked_on,
        status=fact.status,
        text=_digest([fact.statement, current.legal_basis or fact.legal_basis]),
    )


def _shown(record: BaseModel) -> list[str]:
    return [word for _, word in _leaves(record, Audience.PARTICIPANT)]


def _hidden(record: BaseModel) -> list[str]:
    shown = {path for path, _ in _leaves(record, Audience.PARTICIPANT)}
    return [word for path, word in _leaves(record) if path not in shown]


def _leaves(
    value: object, audience: Audience = Audience.TRAINER, path: tuple[str, ...] = ()
) -> Iterator[tuple[tuple[str, ...], str]]:
    """Every written value with its path. Defaults are left out, so that a new field changes nothing."""
    if isinstance(value, BaseModel):
        for name in visible_fields(value, audience):
            child = getattr(value, name)
            if child != type(value).model_fields[name].default:
                yield from _leaves(child, audience, (*path, name))
    elif isinstance(value, dict):
        for key, child in value.items():
            yield from _leaves(child, audience, (*path, str(key)))
    elif isinstance(value, tuple):
        for index, child in enumerate(value):
            yield from _leaves(child, audience, (*path, str(index)))
    else:
        yield path, str(value)


def _digest(*parts: Iterable[str]) -> str:
    """A digest of the words; how they are wrapped and spaced does not count."""
    joined = "\0".join("\1".join(" ".join(text.split()) for text in part) for part in parts)
    return hashlib.blake2b(joined.encode(), digest_size=DIGEST_BYTES).hexdigest()
