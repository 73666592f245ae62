"""The lists of a curriculum whose ids (or paths) must differ from each other."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Protocol

from curriculum_kit.diagnostics import Span
from curriculum_kit.source.curriculum import Curriculum, LoadedModule, Loc, Places, Source
from curriculum_kit.source.schema.assessment import Assessment
from curriculum_kit.source.schema.facts import Facts, TableValue, TiersValue

Ids = list[tuple[str, Span]]


class HasId(Protocol):
    """A record with an id."""

    @property
    def id(self) -> str:
        """The id."""


def shared_lists(curriculum: Curriculum) -> Iterator[Ids]:
    """One list of ids with their places for each list of records outside of modules."""
    if facts := curriculum.facts_source:
        yield from _of_facts(facts)
    if glossary := curriculum.glossary:
        yield _ids(glossary.places, ("terms",), glossary.record.terms)
    if centres := curriculum.centres:
        yield _ids(centres.places, ("centres",), centres.record.centres)
    for case in curriculum.cases.values():
        yield _ids(case.places, ("values",), case.record.values)
    for standard in curriculum.standards.values():
        yield [(unit.code, standard.places.value("units", n, "code")) for n, unit in enumerate(standard.record.units)]
    for programme in curriculum.programmes.values():
        yield _words(programme.places, ("sessions",), programme.record.sessions)
        yield [
            (row.module, programme.places.value("groups", g, "rows", r, "module"))
            for g, group in enumerate(programme.record.groups)
            for r, row in enumerate(group.rows)
            if row.module
        ]


def module_lists(module: LoadedModule) -> Iterator[Ids]:
    """The same for the records of a module. Worksheets look after their own names (CALC)."""
    places, record = module.source.places, module.record
    yield _words(places, ("sessions",), record.sessions)
    yield _ids(places, ("references",), record.references)
    yield [(entry.file, places.value("media_files", n, "file")) for n, entry in enumerate(record.media_files)]
    if module.assessment:
        yield from _of_assessment(module.assessment)


def _of_assessment(source: Source[Assessment]) -> Iterator[Ids]:
    yield _ids(source.places, ("instruments",), source.record.instruments)
    for n, instrument in enumerate(source.record.instruments):
        lists: dict[str, Sequence[HasId]] = {
            "items": instrument.items,
            "checklist": instrument.checklist,
            "rubric": instrument.rubric,
        }
        for key, records in lists.items():
            yield _ids(source.places, ("instruments", n, key), records)


def _of_facts(source: Source[Facts]) -> Iterator[Ids]:
    yield _ids(source.places, ("facts",), source.record.facts)
    for n, fact in enumerate(source.record.facts):
        versions = {("facts", n, "value"): fact.value} | {
            ("facts", n, "history", h, "value"): version.value for h, version in enumerate(fact.history)
        }
        for loc, value in versions.items():
            if isinstance(value, TableValue):
                yield _ids(source.places, (*loc, "columns"), value.columns)
                yield _ids(source.places, (*loc, "rows"), value.rows)
            elif isinstance(value, TiersValue):
                yield _ids(source.places, (*loc, "tiers"), value.tiers)


def _ids(places: Places, loc: Loc, records: Sequence[HasId]) -> Ids:
    return [(record.id, places.value(*loc, n, "id")) for n, record in enumerate(records)]


def _words(places: Places, loc: Loc, words: Sequence[str]) -> Ids:
    return [(word, places.value(*loc, n)) for n, word in enumerate(words)]
