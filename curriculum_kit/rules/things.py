"""Things that are named by their id or file, with what there is to choose from: programmes, glossary, centres, links.

What module folders name stands in `module_things`.
Left out: names whose definition is unreadable, and targets of roles, which `targets` looks up.
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from curriculum_kit.diagnostics import Span, Text, text
from curriculum_kit.rules.reading import can_be_read, is_whole, links, name_span, named_blocks, session_pages
from curriculum_kit.source.curriculum import Curriculum, Loc, Source
from curriculum_kit.source.schema.base import Record
from curriculum_kit.source.schema.programme import Programme


@dataclass(frozen=True, slots=True)
class Thing:
    """A thing as it is named: what kind, which word, where, and what is known with its places."""

    kind: Text
    word: str
    span: Span
    known: Mapping[str, Span]
    help: Text


SESSION = text("sesi")
HELP_SESSION = text("Periksa ejaannya, atau buat berkas sesi itu dalam folder sessions modulnya.")
HELP_ID = text("Periksa ejaannya, atau tuliskan dahulu di tempat asalnya.")
_HELP_MODULE = text("Periksa ejaan nama folder modulnya.")
_HELP_LINK = text("Tautan menuju berkas sesi (02-nama-sesi.md) atau blok bernama (#nama-blok).")


def shared_things(curriculum: Curriculum) -> Iterator[Thing]:
    """All of them."""
    for programme in curriculum.programmes.values():
        yield from _of_programme(curriculum, programme)
    yield from _of_glossary(curriculum)
    yield from _of_centres(curriculum)
    yield from _of_links(curriculum)


def _of_programme(curriculum: Curriculum, source: Source[Programme]) -> Iterator[Thing]:
    record, places = source.record, source.places
    modules = files_of({module.id: module.source for module in curriculum.modules.values()})
    for g, group in enumerate(record.groups):
        for r, row in enumerate(group.rows):
            if row.module and can_be_read(curriculum, f"{row.module}/module.yaml"):
                span = places.value("groups", g, "rows", r, "module")
                yield Thing(text("modul"), row.module, span, modules, _HELP_MODULE)
    for n, path in enumerate(record.sessions):
        yield from _session(curriculum, path, places.value("sessions", n))
    for d, day in enumerate(record.day_plan.days):
        for s, slot in enumerate(day.slots):
            if slot.session:
                yield from _session(curriculum, slot.session, places.value(*_slot(d, s), "session"))
            for i, path in enumerate(slot.instruments):
                yield from _instrument(curriculum, path, places.value(*_slot(d, s), "instruments", i))


def _slot(day: int, slot: int) -> Loc:
    return ("day_plan", "days", day, "slots", slot)


def _session(curriculum: Curriculum, path: str, span: Span) -> Iterator[Thing]:
    module_id, _, session_id = path.partition("/")
    if can_be_read(curriculum, f"{module_id}/module.yaml") and can_be_read(
        curriculum, f"{module_id}/sessions/{session_id}.md"
    ):
        known = {f"{m.id}/{s.id}": Span(s.document.file) for m, s in curriculum.all_sessions()}
        yield Thing(SESSION, path, span, known, HELP_SESSION)


def _instrument(curriculum: Curriculum, path: str, span: Span) -> Iterator[Thing]:
    module_id = path.partition("/")[0]
    module = curriculum.modules.get(module_id)
    if module and module.assessment is None:
        return  # ALIGN404 says so
    if can_be_read(curriculum, f"{module_id}/module.yaml") and can_be_read(curriculum, f"{module_id}/assessment.yaml"):
        known = {
            f"{module.id}/{instrument.id}": module.assessment.places.value("instruments", n, "id")
            for module in curriculum.modules.values()
            if module.assessment
            for n, instrument in enumerate(module.assessment.record.instruments)
        }
        yield Thing(text("instrumen"), path, span, known, text("Periksa id instrumen dalam assessment.yaml modul itu."))


def _of_glossary(curriculum: Curriculum) -> Iterator[Thing]:
    if source := curriculum.glossary:
        known = {term.id: source.places.value("terms", n, "id") for n, term in enumerate(source.record.terms)}
        for n, term in enumerate(source.record.terms):
            for s, other in enumerate(term.see):
                yield Thing(text("istilah"), other, source.places.value("terms", n, "see", s), known, HELP_ID)


def _of_centres(curriculum: Curriculum) -> Iterator[Thing]:
    if source := curriculum.centres:
        known = {centre.id: source.places.value("centres", n, "id") for n, centre in enumerate(source.record.centres)}
        for n, centre in enumerate(source.record.centres):
            if centre.parent:
                span = source.places.value("centres", n, "parent")
                yield Thing(text("lembaga induk"), centre.parent, span, known, HELP_ID)


def _of_links(curriculum: Curriculum) -> Iterator[Thing]:
    pages = session_pages(curriculum)
    for mention, link, page, anchor in links(curriculum):
        if page not in pages and can_be_read(curriculum, page):
            folder = posixpath.dirname(mention.file)
            known = {posixpath.relpath(file, folder): Span(file) for file in pages}
            yield Thing(text("halaman"), link.target.partition("#")[0] or link.target, link.span, known, _HELP_LINK)
        elif anchor and page in pages and is_whole(curriculum, pages[page]):
            names = {name: name_span(block) for name, block in named_blocks(pages[page]).items()}
            yield Thing(text("blok"), anchor, link.span, names, _HELP_LINK)


def files_of(sources: Mapping[str, Source[Record]]) -> dict[str, Span]:
    """Ids with the files that they are the names of."""
    return {id: Span(source.file) for id, source in sources.items()}
