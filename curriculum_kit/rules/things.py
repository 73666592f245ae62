"""Everything in a curriculum that is named by its id or file, with what there is to choose from.

Left out: names whose definition is unreadable, and targets of roles (`targets`) and of links, which the source layer
follows.
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from curriculum_kit.diagnostics import Span, Text, text
from curriculum_kit.rules.reading import blocks, can_be_read
from curriculum_kit.source.curriculum import Curriculum, LoadedModule, Places, Source
from curriculum_kit.source.document import BlockUse
from curriculum_kit.source.schema.programme import Programme


@dataclass(frozen=True, slots=True)
class Thing:
    """A thing as it is named: what kind, which word, where, and what is known with its places."""

    kind: Text
    word: str
    span: Span
    known: Mapping[str, Span]
    help: Text


_SESSION = text("sesi")
_WORKSHEET = text("lembar kerja")
_HELP_SESSION = text("Periksa ejaannya, atau buat berkas sesi itu dalam folder sessions modulnya.")
_HELP_WORKSHEET = text("Periksa ejaannya, atau buat berkas itu dalam folder worksheets modul ini.")
_HELP_MEDIA = text("Simpan gambar dalam folder media modul ini dan tulis ../media/ di depan namanya.")
_HELP_MODULE = text("Periksa ejaan nama folder modulnya.")
_HELP_ID = text("Periksa ejaannya, atau tuliskan dahulu di tempat asalnya.")


def named_things(curriculum: Curriculum) -> Iterator[Thing]:
    """All of them."""
    for programme in curriculum.programmes.values():
        yield from _of_programme(curriculum, programme)
    for module in curriculum.modules.values():
        yield from _of_module(curriculum, module)
        yield from _of_blocks(curriculum, module)
    yield from _of_glossary(curriculum)
    yield from _of_centres(curriculum)


def _of_programme(curriculum: Curriculum, source: Source[Programme]) -> Iterator[Thing]:
    record, places = source.record, source.places
    modules = _files(curriculum.modules.items())
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
                yield from _session(curriculum, slot.session, places.value("day_plan", "days", d, "slots", s, "session"))
            for i, path in enumerate(slot.instruments):
                yield from _instrument(
                    curriculum, path, places.value("day_plan", "days", d, "slots", s, "instruments", i)
                )


def _session(curriculum: Curriculum, path: str, span: Span) -> Iterator[Thing]:
    module_id, _, session_id = path.partition("/")
    if can_be_read(curriculum, f"{module_id}/module.yaml") and can_be_read(
        curriculum, f"{module_id}/sessions/{session_id}.md"
    ):
        known = {f"{m.id}/{s.id}": Span(s.document.file) for m, s in curriculum.all_sessions()}
        yield Thing(_SESSION, path, span, known, _HELP_SESSION)


def _instrument(curriculum: Curriculum, path: str, span: Span) -> Iterator[Thing]:
    module_id = path.partition("/")[0]
    if can_be_read(curriculum, f"{module_id}/module.yaml") and can_be_read(curriculum, f"{module_id}/assessment.yaml"):
        known = {
            f"{module.id}/{instrument.id}": module.assessment.places.value("instruments", n, "id")
            for module in curriculum.modules.values()
            if module.assessment
            for n, instrument in enumerate(module.assessment.record.instruments)
        }
        yield Thing(text("instrumen"), path, span, known, text("Periksa id instrumen dalam assessment.yaml modul itu."))


def _of_module(curriculum: Curriculum, module: LoadedModule) -> Iterator[Thing]:
    record, places = module.record, module.source.places
    sessions = {session.id: Span(session.document.file) for session in module.sessions.values()}
    for n, session_id in enumerate(record.sessions):
        if can_be_read(curriculum, f"{module.id}/sessions/{session_id}.md"):
            yield Thing(_SESSION, session_id, places.value("sessions", n), sessions, _HELP_SESSION)
    listed = {id: places.value("sessions", n) for n, id in enumerate(record.sessions)}
    for c, change in enumerate(record.changes):
        for n, session_id in enumerate(change.sessions):
            span = places.value("changes", c, "sessions", n)
            yield Thing(_SESSION, session_id, span, listed, text("Periksa ejaannya dalam daftar sessions."))
    for p, referral in enumerate(record.plut_referral):
        for n, sheet in enumerate(referral.bring):
            yield from _worksheet(curriculum, module, sheet, places.value("plut_referral", p, "bring", n))
    media = {file: Span(f"{module.id}/media/{file}") for file in module.media}
    for n, entry in enumerate(record.media_files):
        if can_be_read(curriculum, f"{module.id}/media/{entry.file}"):
            yield Thing(text("gambar"), entry.file, places.value("media_files", n, "file"), media, _HELP_MEDIA)
    yield from _acuan(curriculum, module, places)
    if module.assessment:
        for n, instrument in enumerate(module.assessment.record.instruments):
            if instrument.worksheet:
                span = module.assessment.places.value("instruments", n, "worksheet")
                yield from _worksheet(curriculum, module, instrument.worksheet, span)


def _acuan(curriculum: Curriculum, module: LoadedModule, places: Places) -> Iterator[Thing]:
    for n, acuan in enumerate(module.record.unit.acuan):
        if not can_be_read(curriculum, f"standards/{acuan.standard}."):
            continue
        standard = curriculum.standards.get(acuan.standard)
        if standard is None:
            known = _files(curriculum.standards.items())
            span = places.value("unit", "acuan", n, "standard")
            help = text("Periksa ejaannya, atau buat berkas itu dalam folder standards.")
            yield Thing(text("standar"), acuan.standard, span, known, help)
        else:
            units = {unit.code: standard.places.value("units", u, "code") for u, unit in enumerate(standard.record.units)}
            span = places.value("unit", "acuan", n, "code")
            yield Thing(text("unit acuan"), acuan.code, span, units, text("Pakai kode yang tertulis dalam berkas standar."))


def _of_blocks(curriculum: Curriculum, module: LoadedModule) -> Iterator[Thing]:
    for _, block in blocks(module):
        if block.kind == "worksheet":
            yield from _worksheet(curriculum, module, block.argument, block.argument_span)
        elif block.kind == "fact-history" and can_be_read(curriculum, "facts.yaml"):
            yield Thing(text("fakta"), block.argument, block.argument_span, _facts(curriculum), _HELP_ID)
        elif block.kind in {"figure", "image"}:
            yield from _picture(curriculum, module, block)
        case = block.options.get("case")
        if block.kind == "case" and case and can_be_read(curriculum, f"cases/{case.value}."):
            yield Thing(text("kasus"), case.value, case.value_span, _files(curriculum.cases.items()), _HELP_ID)
        response = block.options.get("response")
        kind, _, sheet = response.value.partition(" ") if response else ("", "", "")
        if response and kind == "table" and sheet.strip():
            span = response.value_span
            column = span.column + response.value.rindex(sheet.strip())
            yield from _worksheet(
                curriculum, module, sheet.strip(), Span.of_text(span.file, span.line, column, sheet.strip())
            )


def _picture(curriculum: Curriculum, module: LoadedModule, block: BlockUse) -> Iterator[Thing]:
    path = posixpath.normpath(posixpath.join(posixpath.dirname(block.span.file), block.argument))
    if block.argument and can_be_read(curriculum, path):
        known = {f"../media/{file}": Span(f"{module.id}/media/{file}") for file in module.media}
        word = block.argument if path not in {span.file for span in known.values()} else next(
            name for name, span in known.items() if span.file == path
        )
        yield Thing(text("gambar"), word, block.argument_span, known, _HELP_MEDIA)


def _worksheet(curriculum: Curriculum, module: LoadedModule, sheet: str, span: Span) -> Iterator[Thing]:
    if can_be_read(curriculum, f"{module.id}/worksheets/{sheet}."):
        yield Thing(_WORKSHEET, sheet, span, _files(module.worksheets.items()), _HELP_WORKSHEET)


def _of_glossary(curriculum: Curriculum) -> Iterator[Thing]:
    if source := curriculum.glossary:
        known = {term.id: source.places.value("terms", n, "id") for n, term in enumerate(source.record.terms)}
        for n, term in enumerate(source.record.terms):
            for s, other in enumerate(term.see):
                yield Thing(text("istilah"), other, source.places.value("terms", n, "see", s), known, _HELP_ID)


def _of_centres(curriculum: Curriculum) -> Iterator[Thing]:
    if source := curriculum.centres:
        known = {centre.id: source.places.value("centres", n, "id") for n, centre in enumerate(source.record.centres)}
        for n, centre in enumerate(source.record.centres):
            if centre.parent:
                span = source.places.value("centres", n, "parent")
                yield Thing(text("lembaga induk"), centre.parent, span, known, _HELP_ID)


def _facts(curriculum: Curriculum) -> dict[str, Span]:
    source = curriculum.facts_source
    if source is None:
        return {}
    return {fact.id: source.places.value("facts", n, "id") for n, fact in enumerate(source.record.facts)}


def _files(sources: Iterable[tuple[str, Source[object] | LoadedModule]]) -> dict[str, Span]:
    return {id: Span(s.source.file if isinstance(s, LoadedModule) else s.file) for id, s in sources}
