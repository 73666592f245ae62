"""`ck rename`: gives one thing another id and rewrites whatever mentions it."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Collection, Iterable, Mapping
from enum import StrEnum
from pathlib import Path

from curriculum_kit.diagnostics import Text, did_you_mean, text
from curriculum_kit.renaming.edits import Edits, Refused, all_readable
from curriculum_kit.renaming.releases import files_in_releases, rename_in_releases
from curriculum_kit.renaming.sessions import Place, relocate, rename_in_lists
from curriculum_kit.renaming.uses import (
    head_of,
    rename_in_formulas,
    renamed_head,
    retarget_roles,
    sheet_places,
    split_owner,
)
from curriculum_kit.rules.reading import blocks, links, named_blocks, session_pages
from curriculum_kit.source.curriculum import Curriculum, LoadedModule, Source
from curriculum_kit.source.loader import SHARED_FOLDERS
from curriculum_kit.source.schema.programme import Programme

_KEBAB = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_NUMBER = re.compile(r"(\d+)-")


class Kind(StrEnum):
    """What can be renamed."""

    SESSION = "session"
    MODULE = "module"
    BLOCK = "block"
    FACT = "fact"
    TERM = "term"
    WORKSHEET = "worksheet"
    CASE = "case"


def renamed(curriculum: Curriculum, kind: Kind, old: str, new: str) -> Edits:
    """Everything that changes when `old` is called `new`. Raises `Refused` with the reason when that cannot be."""
    if not _KEBAB.fullmatch(new):
        raise Refused(text('nama "{new}" tidak dapat dipakai: huruf kecil, angka, dan tanda hubung saja', new=new))
    all_readable(curriculum)
    edits = Edits(curriculum)
    _RENAME[kind](edits, old, new)
    files_in_releases(edits)
    return edits


def _session(edits: Edits, old: str, new: str) -> None:
    module, id = owner_of(edits.curriculum, text("sesi"), old, lambda module: module.sessions)
    number, asked = _NUMBER.match(id), _NUMBER.match(new)
    if number and not asked:
        new = number[0] + new
    elif (number and number[1]) != (asked and asked[1]):
        raise Refused(text("nomor sesi mengikuti urutannya; pindahkan dengan ck move, lalu ganti namanya"))
    _free(text("sesi"), new, module.sessions)
    moved = {Place(module.id, id): Place(module.id, new)}
    relocate(edits, moved)
    rename_in_lists(edits, module, moved)
    rename_in_releases(edits, ("modules", module.id, "sessions"), id, new)


def _module(edits: Edits, old: str, new: str) -> None:
    curriculum = edits.curriculum
    module = module_named(curriculum, old)
    _free(text("modul"), new, os.listdir(curriculum.root))  # noqa: PTH208 - names are wanted, not paths
    if new in SHARED_FOLDERS:
        raise Refused(text('nama folder "{id}" dipakai untuk hal lain', id=new))
    for folder, _, files in os.walk(curriculum.root / old):
        inside = Path(folder).relative_to(curriculum.root / old).as_posix()
        for file in files:
            path = f"{inside}/{file}".removeprefix("./")
            edits.moves[f"{old}/{path}"] = f"{new}/{path}"
    relocate(edits, {Place(old, session): Place(new, session) for session in module.sessions})

    def target(written: str, *_: object) -> str:
        owner, rest, _qualified = split_owner(written, "")
        return f"{new}/{rest}" if owner == old else written

    retarget_roles(edits, "ref", target)
    retarget_roles(edits, "calc", target)
    for programme in curriculum.programmes.values():
        _module_in_programme(edits, programme, old, new)
    rename_in_releases(edits, ("modules",), old, new)


def _module_in_programme(edits: Edits, programme: Source[Programme], old: str, new: str) -> None:
    """Rows of the kurikulum table, and instruments in the plan of the days."""
    for g, group in enumerate(programme.record.groups):
        for r, row in enumerate(group.rows):
            if row.module == old:
                edits.replace(programme.places.value("groups", g, "rows", r, "module"), old, new)
    for d, day in enumerate(programme.record.day_plan.days):
        for s, slot in enumerate(day.slots):
            for n, path in enumerate(slot.instruments):
                owner, slash, instrument = path.partition("/")
                if owner == old:
                    span = programme.places.value("day_plan", "days", d, "slots", s, "instruments", n)
                    edits.replace(span, path, new + slash + instrument)


def _block(edits: Edits, old: str, new: str) -> None:
    curriculum = edits.curriculum
    module, name = owner_of(curriculum, text("blok"), old, named_blocks)
    _free(text("blok"), new, named_blocks(module))
    for _, block in blocks(module):
        if block.name == name:
            edits.replace(block.options["name"].value_span, name, new)
    for session in module.sessions.values():
        for number, step in enumerate(session.plan.record.plan):
            if step.block == name:
                edits.replace(session.plan.places.value("plan", number, "block"), name, new)

    def target(written: str, around: LoadedModule | None, _file: str) -> str:
        owner, rest, qualified = split_owner(written, around.id if around else "")
        return (f"{owner}/{new}" if qualified else new) if (owner, rest) == (module.id, name) else written

    retarget_roles(edits, "ref", target)
    pages = session_pages(curriculum)
    for _, link, page, anchor in links(curriculum):
        if anchor == name and page in pages and pages[page].id == module.id:
            edits.replace(link.span, link.target, f"{link.target.partition('#')[0]}#{new}")


def _fact(edits: Edits, old: str, new: str) -> None:
    curriculum = edits.curriculum
    source = curriculum.facts_source
    facts = {fact.id: number for number, fact in enumerate(source.record.facts)} if source else {}
    _known(text("fakta"), old, facts)
    _free(text("fakta"), new, facts)
    if source:
        edits.replace(source.places.value("facts", facts[old], "id"), old, new)
    retarget_roles(edits, "fact", lambda written, *_: renamed_head(written, old, new))
    rename_in_formulas(edits, "FACT", old, new)
    for module in curriculum.modules.values():
        for _, block in blocks(module):
            if block.kind == "fact-history" and block.argument == old:
                edits.replace(block.argument_span, old, new)
    rename_in_releases(edits, ("facts",), old, new)


def _term(edits: Edits, old: str, new: str) -> None:
    source = edits.curriculum.glossary
    terms = {term.id: number for number, term in enumerate(source.record.terms)} if source else {}
    _known(text("istilah"), old, terms)
    _free(text("istilah"), new, terms)
    if source:
        edits.replace(source.places.value("terms", terms[old], "id"), old, new)
        for number, term in enumerate(source.record.terms):
            for at, other in enumerate(term.see):
                if other == old:
                    edits.replace(source.places.value("terms", number, "see", at), old, new)
    retarget_roles(edits, "term", lambda written, *_: new if written == old else written)
    rename_in_releases(edits, ("terms",), old, new)


def _worksheet(edits: Edits, old: str, new: str) -> None:
    module, id = owner_of(edits.curriculum, text("lembar kerja"), old, lambda module: module.worksheets)
    _free(text("lembar kerja"), new, module.worksheets)
    edits.moves[module.worksheets[id].file] = f"{module.id}/worksheets/{new}.yaml"
    for span in sheet_places(module, id):
        edits.replace(span, id, new)

    def target(written: str, around: LoadedModule | None, _file: str) -> str:
        owner, rest, qualified = split_owner(written, around.id if around else "")
        if owner != module.id or head_of(rest) != id:
            return written
        return f"{owner}/{renamed_head(rest, id, new)}" if qualified else renamed_head(rest, id, new)

    retarget_roles(edits, "calc", target)
    rename_in_formulas(edits, "SHEET", id, new, module)
    for number, referral in enumerate(module.record.plut_referral):
        for at, sheet in enumerate(referral.bring):
            if sheet == id:
                edits.replace(module.source.places.value("plut_referral", number, "bring", at), id, new)
    if assessment := module.assessment:
        for number, instrument in enumerate(assessment.record.instruments):
            if instrument.worksheet == id:
                edits.replace(assessment.places.value("instruments", number, "worksheet"), id, new)
    rename_in_releases(edits, ("modules", module.id, "worksheets"), id, new)


def _case(edits: Edits, old: str, new: str) -> None:
    curriculum = edits.curriculum
    _known(text("kasus"), old, curriculum.cases)
    _free(text("kasus"), new, curriculum.cases)
    edits.moves[f"cases/{old}.yaml"] = f"cases/{new}.yaml"
    retarget_roles(edits, "case", lambda written, *_: renamed_head(written, old, new))
    rename_in_formulas(edits, "CASE", old, new)
    for module in curriculum.modules.values():
        for _, block in blocks(module):
            if block.kind == "case" and "case" in block.options and block.options["case"].value == old:
                edits.replace(block.options["case"].value_span, old, new)


_RENAME: Mapping[Kind, Callable[[Edits, str, str], None]] = {
    Kind.SESSION: _session,
    Kind.MODULE: _module,
    Kind.BLOCK: _block,
    Kind.FACT: _fact,
    Kind.TERM: _term,
    Kind.WORKSHEET: _worksheet,
    Kind.CASE: _case,
}


def owner_of(
    curriculum: Curriculum, kind: Text, written: str, of: Callable[[LoadedModule], Collection[str]]
) -> tuple[LoadedModule, str]:
    """The module and the id that `module/id` means, or `id` alone where only one module has it."""
    module_id, slash, id = written.removesuffix(".md").replace("/sessions/", "/").rpartition("/")
    module_id = module_id.rpartition("/")[2]
    if slash:
        module = module_named(curriculum, module_id)
        _known(kind, id, of(module))
        return module, id
    owners = [module for module in curriculum.modules.values() if id in of(module)]
    if len(owners) > 1:
        names = ", ".join(f"{module.id}/{id}" for module in owners)
        raise Refused(text("{kind} mana yang dimaksud? {names}", kind=kind, names=names))
    if not owners:
        _known(kind, id, {name for module in curriculum.modules.values() for name in of(module)})
    return owners[0], id


def module_named(curriculum: Curriculum, id: str) -> LoadedModule:
    """The module with this id. Raises `Refused` when there is none."""
    _known(text("modul"), id, curriculum.modules)
    return curriculum.modules[id]


def _known(kind: Text, id: str, known: Iterable[str]) -> None:
    names = list(known)
    if id not in names:
        raise Refused(text('tidak ada {kind} "{id}"{hint}', kind=kind, id=id, hint=did_you_mean(id, names)))


def _free(kind: Text, id: str, taken: Collection[str]) -> None:
    if id in taken:
        raise Refused(text('{kind} "{id}" sudah ada', kind=kind, id=id))
