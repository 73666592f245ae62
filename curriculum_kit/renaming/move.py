"""`ck move`: gives a session another place, in its module or in another one, and renumbers the files."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from curriculum_kit.diagnostics import text
from curriculum_kit.renaming.across import move_across
from curriculum_kit.renaming.edits import Edits, Refused, all_readable, text_of
from curriculum_kit.renaming.releases import files_in_releases, rename_in_releases
from curriculum_kit.renaming.sessions import Place, relocate
from curriculum_kit.source.curriculum import Curriculum, LoadedModule
from curriculum_kit.source.yaml_lists import Item, list_fix

_NUMBER = re.compile(r"\d+(?=-)")


@dataclass(frozen=True, slots=True)
class Target:
    """Where a session goes: to a number in the list of a module's sessions, counted without the session itself."""

    module: LoadedModule
    number: int


def moved(
    curriculum: Curriculum, module: LoadedModule, id: str, target: Target, iuk: Mapping[str, str] | None = None
) -> Edits:
    """Everything that changes when a session moves.

    `iuk` says for the IUK of the old module which of the new one are meant; those with the same words are found without
    it. Raises `Refused` with what has to be decided first.
    """
    all_readable(curriculum)
    if id not in module.record.sessions:
        raise Refused(text('sesi "{id}" belum tercatat dalam sessions di module.yaml', id=id))
    edits = Edits(curriculum)
    orders = _orders(module, id, target)
    names = {
        place: Place(of, _numbered(place.session, at))
        for of, order in orders.items()
        for at, place in enumerate(order, 1)
    }
    if len(set(names.values())) < len(names):
        raise Refused(text("dua sesi akan bernama sama; ganti dahulu nama salah satunya"))
    if target.module is not module:
        move_across(edits, module, module.sessions[id], target.module, iuk or {})
    relocate(edits, names)
    for of, order in orders.items():
        _relist(edits, curriculum.modules[of], order, names)
    for old, new in names.items():
        if old.module == new.module:
            rename_in_releases(edits, ("modules", old.module, "sessions"), old.session, new.session)
    files_in_releases(edits)
    path = Place(module.id, id).path
    files = [programme.file for programme in curriculum.programmes.values() if path in programme.record.sessions]
    if files:
        edits.notes.append(
            text(
                "Urutan dalam program tidak diubah; bila perlu, ubah sessions dan day_plan: {files}",
                files=", ".join(files),
            )
        )
    return edits


def _orders(module: LoadedModule, id: str, target: Target) -> dict[str, list[Place]]:
    """The sessions of both modules as they will be."""
    orders = {of.id: [Place(of.id, name) for name in of.record.sessions] for of in (module, target.module)}
    place = Place(module.id, id)
    orders[module.id].remove(place)
    orders[target.module.id].insert(target.number, place)
    return orders


def _numbered(id: str, number: int) -> str:
    match = _NUMBER.match(id)
    return f"{number:0{len(match[0])}}{id[match.end() :]}" if match else id


def _relist(edits: Edits, module: LoadedModule, order: list[Place], names: Mapping[Place, Place]) -> None:
    """Give a module its new list, and its history the new names. What has left the module leaves its history too."""
    here = {name: number for number, name in enumerate(module.record.sessions)}
    items = [
        Item(here[place.session], place.session, names[place].session) if place.module == module.id
        else Item(new=names[place].session)
        for place in order
    ]  # fmt: skip
    raw = text_of(edits.curriculum, module.source.file).text
    edits.add(list_fix(raw, module.source.places, ("sessions",), items))
    stay = {place.session: names[place].session for place in order if place.module == module.id}
    for number, change in enumerate(module.record.changes):
        at = ("changes", number, "sessions")
        if any(name in here and name not in stay for name in change.sessions):
            left = [Item(n, name, stay.get(name, name)) for n, name in enumerate(change.sessions) if name in stay]
            edits.add(list_fix(raw, module.source.places, at, left))
            edits.notes.append(
                text(
                    "Catatan perubahan {version} dalam {file} tidak lagi menyebut sesi yang pindah.",
                    version=change.version,
                    file=module.source.file,
                )
            )
            continue
        for n, name in enumerate(change.sessions):
            edits.replace(module.source.places.value(*at, n), name, stay.get(name, name))
