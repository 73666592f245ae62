"""Sessions under other names: files, lists, programmes, links between pages."""

from __future__ import annotations

import posixpath
from collections.abc import Mapping
from typing import NamedTuple

from curriculum_kit.renaming.edits import Edits
from curriculum_kit.renaming.releases import sessions_in_releases
from curriculum_kit.rules.reading import links, session_pages
from curriculum_kit.source.curriculum import LoadedModule, Source
from curriculum_kit.source.schema.programme import Programme


class Place(NamedTuple):
    """Where a session is: module and id."""

    module: str
    session: str

    @property
    def path(self) -> str:
        """As programmes write it."""
        return f"{self.module}/{self.session}"

    @property
    def file(self) -> str:
        """Its file in the curriculum folder."""
        return f"{self.module}/sessions/{self.session}.md"


def relocate(edits: Edits, moved: Mapping[Place, Place]) -> None:
    """Move the files and rewrite programmes, links and releases. The lists of the modules are another matter."""
    edits.moves |= {old.file: new.file for old, new in moved.items() if old != new}
    paths = {old.path: new.path for old, new in moved.items()}
    for programme in edits.curriculum.programmes.values():
        _in_programme(edits, programme, paths)
    pages = session_pages(edits.curriculum)
    for mention, link, page, anchor in links(edits.curriculum):
        path = link.target.partition("#")[0]
        if not path or page not in pages:
            continue
        folder = posixpath.dirname(edits.moves.get(mention.file, mention.file))
        leads_to = edits.moves.get(page, page)
        if posixpath.normpath(posixpath.join(folder, path)) != leads_to:
            new = posixpath.relpath(leads_to, folder) + (f"#{anchor}" if anchor else "")
            edits.replace(link.span, link.target, new)
    sessions_in_releases(edits, paths)


def rename_in_lists(edits: Edits, module: LoadedModule, moved: Mapping[Place, Place]) -> None:
    """Rewrite the lists `sessions` of a module, each name in its place."""
    names = {old.session: new.session for old, new in moved.items() if old.module == module.id}
    for number, id in enumerate(module.record.sessions):
        edits.replace(module.source.places.value("sessions", number), id, names.get(id, id))
    for number, change in enumerate(module.record.changes):
        for at, id in enumerate(change.sessions):
            edits.replace(module.source.places.value("changes", number, "sessions", at), id, names.get(id, id))


def _in_programme(edits: Edits, programme: Source[Programme], paths: Mapping[str, str]) -> None:
    for number, path in enumerate(programme.record.sessions):
        edits.replace(programme.places.value("sessions", number), path, paths.get(path, path))
    for d, day in enumerate(programme.record.day_plan.days):
        for s, slot in enumerate(day.slots):
            if slot.session:
                span = programme.places.value("day_plan", "days", d, "slots", s, "session")
                edits.replace(span, slot.session, paths.get(slot.session, slot.session))
