"""Things that a module folder names by their id or file, with what there is to choose from."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator

from curriculum_kit.diagnostics import Span, text
from curriculum_kit.rules.reading import blocks, can_be_read
from curriculum_kit.rules.things import HELP_ID, HELP_SESSION, SESSION, Thing, files_of
from curriculum_kit.source.curriculum import Curriculum, LoadedModule
from curriculum_kit.source.document import BlockUse

_HELP_WORKSHEET = text("Periksa ejaannya, atau buat berkas itu dalam folder worksheets modul ini.")
_HELP_MEDIA = text("Simpan gambar dalam folder media modul ini dan tulis ../media/ di depan namanya.")


def module_things(curriculum: Curriculum) -> Iterator[Thing]:
    """All of them, module by module."""
    for module in curriculum.modules.values():
        yield from _sessions(curriculum, module)
        yield from _acuan(curriculum, module)
        yield from _in_records(curriculum, module)
        for _, block in blocks(module):
            yield from _in_block(curriculum, module, block)


def _sessions(curriculum: Curriculum, module: LoadedModule) -> Iterator[Thing]:
    places = module.source.places
    readable = {session.id: Span(session.document.file) for session in module.sessions.values()}
    for n, session_id in enumerate(module.record.sessions):
        if can_be_read(curriculum, f"{module.id}/sessions/{session_id}.md"):
            yield Thing(SESSION, session_id, places.value("sessions", n), readable, HELP_SESSION)
    listed = {id: places.value("sessions", n) for n, id in enumerate(module.record.sessions)}
    for c, change in enumerate(module.record.changes):
        for n, session_id in enumerate(change.sessions):
            help = text("Periksa ejaannya dalam daftar sessions.")
            yield Thing(SESSION, session_id, places.value("changes", c, "sessions", n), listed, help)


def _acuan(curriculum: Curriculum, module: LoadedModule) -> Iterator[Thing]:
    """Units of standards are found by file and code: codes alone are not unique."""
    places = module.source.places
    for n, acuan in enumerate(module.record.unit.acuan):
        standard = curriculum.standards.get(acuan.standard)
        if standard:
            units = standard.record.units
            known = {unit.code: standard.places.value("units", u, "code") for u, unit in enumerate(units)}
            help = text("Pakai kode yang tertulis dalam berkas standar itu.")
            yield Thing(text("unit acuan"), acuan.code, places.value("unit", "acuan", n, "code"), known, help)
        elif can_be_read(curriculum, f"standards/{acuan.standard}."):
            known = files_of(curriculum.standards)
            help = text("Periksa ejaannya, atau buat berkas itu dalam folder standards.")
            yield Thing(text("standar"), acuan.standard, places.value("unit", "acuan", n, "standard"), known, help)


def _in_records(curriculum: Curriculum, module: LoadedModule) -> Iterator[Thing]:
    places = module.source.places
    for p, referral in enumerate(module.record.plut_referral):
        for n, sheet in enumerate(referral.bring):
            yield from _worksheet(curriculum, module, sheet, places.value("plut_referral", p, "bring", n))
    media = {file: Span(f"{module.id}/media/{file}") for file in module.media}
    for n, entry in enumerate(module.record.media_files):
        if can_be_read(curriculum, f"{module.id}/media/{entry.file}"):
            yield Thing(text("gambar"), entry.file, places.value("media_files", n, "file"), media, _HELP_MEDIA)
    if assessment := module.assessment:
        for n, instrument in enumerate(assessment.record.instruments):
            if instrument.worksheet:
                span = assessment.places.value("instruments", n, "worksheet")
                yield from _worksheet(curriculum, module, instrument.worksheet, span)


def _in_block(curriculum: Curriculum, module: LoadedModule, block: BlockUse) -> Iterator[Thing]:
    case, response = block.options.get("case"), block.options.get("response")
    if block.kind in {"worksheet", "chart"}:
        yield from _worksheet(curriculum, module, block.argument, block.argument_span)
    elif block.kind == "fact-history":
        yield from _fact(curriculum, block)
    elif block.kind in {"figure", "image"}:
        yield from _picture(curriculum, module, block)
    elif block.kind == "case" and case and can_be_read(curriculum, f"cases/{case.value}."):
        yield Thing(text("kasus"), case.value, case.value_span, files_of(curriculum.cases), HELP_ID)
    kind, _, sheet = response.value.partition(" ") if response else ("", "", "")
    if response and kind == "table" and sheet.strip():
        span = response.value_span
        column = span.column + response.value.rindex(sheet.strip())
        place = Span.of_text(span.file, span.line, column, sheet.strip())
        yield from _worksheet(curriculum, module, sheet.strip(), place)


def _fact(curriculum: Curriculum, block: BlockUse) -> Iterator[Thing]:
    if can_be_read(curriculum, "facts.yaml"):
        source = curriculum.facts_source
        facts = source.record.facts if source else ()
        known = {fact.id: source.places.value("facts", n, "id") for n, fact in enumerate(facts) if source}
        yield Thing(text("fakta"), block.argument, block.argument_span, known, HELP_ID)


def _picture(curriculum: Curriculum, module: LoadedModule, block: BlockUse) -> Iterator[Thing]:
    path = posixpath.normpath(posixpath.join(posixpath.dirname(block.span.file), block.argument))
    is_there = path in {f"{module.id}/media/{file}" for file in module.media}
    if not is_there and can_be_read(curriculum, path):
        known = {f"../media/{file}": Span(f"{module.id}/media/{file}") for file in module.media}
        yield Thing(text("gambar"), block.argument, block.argument_span, known, _HELP_MEDIA)


def _worksheet(curriculum: Curriculum, module: LoadedModule, sheet: str, span: Span) -> Iterator[Thing]:
    if can_be_read(curriculum, f"{module.id}/worksheets/{sheet}."):
        yield Thing(text("lembar kerja"), sheet, span, files_of(module.worksheets), _HELP_WORKSHEET)
