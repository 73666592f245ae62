"""What releases know by name. A thing with a new name is the same thing: the page of changes must not call it new."""

from __future__ import annotations

from collections.abc import Mapping

from curriculum_kit.renaming.edits import Edits
from curriculum_kit.source.curriculum import Loc


def rename_in_releases(edits: Edits, loc: Loc, old: str, new: str) -> None:
    """Rewrite the key `old` of the mapping at `loc` in every release that has it."""
    for release in edits.curriculum.releases.values():
        span = release.places.keys.get((*loc, old)) if (*loc, old) in release.places.values else None
        if span:
            edits.replace(span, old, new)


def files_in_releases(edits: Edits) -> None:
    """Rewrite the paths of all files that move."""
    for old, new in edits.moves.items():
        rename_in_releases(edits, ("files",), old, new)


def sessions_in_releases(edits: Edits, moved: Mapping[str, str]) -> None:
    """Rewrite sessions (`module/session`) in the programmes of releases."""
    for release in edits.curriculum.releases.values():
        for id, programme in release.record.programmes.items():
            for number, path in enumerate(programme.sessions):
                span = release.places.value("programmes", id, "sessions", number)
                edits.replace(span, path, moved.get(path, path))
