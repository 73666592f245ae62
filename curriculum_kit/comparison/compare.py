"""Everything that differs between two states of a curriculum, module by module."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from curriculum_kit.comparison.model import Comparison, Part
from curriculum_kit.comparison.modules import module_things
from curriculum_kit.comparison.pairing import renamed
from curriculum_kit.comparison.shared import shared_parts
from curriculum_kit.comparison.sides import Pair, Side
from curriculum_kit.comparison.told import Told
from curriculum_kit.comparison.touched import Reach
from curriculum_kit.diagnostics import text
from curriculum_kit.overview.changes import differences, moved_sessions
from curriculum_kit.overview.snapshot import snapshot
from curriculum_kit.source.schema.release import Release


def compare(old: Side, new: Side) -> Comparison:
    """What differs. Both sides must stand on disk while it is found out, since pictures are compared by their bytes."""
    modules = renamed(
        {id: (module.record.title, module.record.unit.code) for id, module in old.curriculum.modules.items()},
        {id: (module.record.title, module.record.unit.code) for id, module in new.curriculum.modules.items()},
    )
    ids = {was: id for id, was in modules.items()}
    before = _with_new_ids(snapshot(old.curriculum, "0.0.0", old.day, old.files), ids)
    now = snapshot(new.curriculum, "0.0.0", new.day, new.files)
    moved = moved_sessions(before, now)
    before = _with_new_paths(before, {was: path for path, was in moved.items()})
    sessions = {path: _old_path(was, modules) for path, was in moved.items()}
    pair = Pair(old, new, Told(differences(before, now)), Reach(old.curriculum, new.curriculum), modules, sessions)
    parts = tuple(part for part in (*_modules(pair, ids), *shared_parts(pair)) if part.things)
    return Comparison(old.name, new.name, parts, *_rest(old, new, parts))


def _modules(pair: Pair, ids: Mapping[str, str]) -> Iterator[Part]:
    """A part for each module, in the order of their numbers."""
    old, new = pair.old.curriculum.modules, pair.new.curriculum.modules
    gone = {id: module for id, module in old.items() if id not in new and id not in ids}
    for id, module in sorted({**gone, **new}.items(), key=lambda each: (each[1].record.number, each[0])):
        title = text("Modul {number}: {title}", number=module.record.number, title=module.record.title)
        yield Part(id, title, tuple(module_things(pair, id)))


def _with_new_ids(release: Release, ids: Mapping[str, str]) -> Release:
    """The release with modules under the ids that they have now; `ids` are old ones with new ones."""

    def path(old: str) -> str:
        head, slash, rest = old.partition("/")
        return f"{ids.get(head, head)}{slash}{rest}"

    modules = {ids.get(id, id): module for id, module in release.modules.items()}
    files = {path(file): digest for file, digest in release.files.items()}
    paths = {old: path(old) for programme in release.programmes.values() for old in programme.sessions}
    return _with_new_paths(release.model_copy(update={"modules": modules, "files": files}), paths)


def _with_new_paths(release: Release, paths: Mapping[str, str]) -> Release:
    """The release with programmes that list sessions under the paths that they have now."""
    programmes = {
        id: programme.model_copy(update={"sessions": tuple(paths.get(path, path) for path in programme.sessions)})
        for id, programme in release.programmes.items()
    }
    return release.model_copy(update={"programmes": programmes})


def _old_path(path: str, modules: Mapping[str, str]) -> str:
    """The path of a session as it was; `modules` are new ids with old ones."""
    head, _, id = path.partition("/")
    return f"{modules.get(head, head)}/{id}"


def _rest(old: Side, new: Side, parts: Iterable[Part]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Files that differ without a word about it, and those that could not be read on one side."""
    differ = {file for file in {*old.files, *new.files} if old.files.get(file) != new.files.get(file)}
    broken = {*old.curriculum.unreadable, *new.curriculum.unreadable}
    told = {thing.file for part in parts for thing in part.things}
    both = {file for file in differ if file in old.files and file in new.files}
    return tuple(sorted(both - told - broken)), tuple(sorted(broken & differ))
