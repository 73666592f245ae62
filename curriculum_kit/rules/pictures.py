"""The pictures of modules, and where sessions show them."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator

from curriculum_kit.rules.reading import blocks, is_misread
from curriculum_kit.source.curriculum import Curriculum, LoadedModule, Picture
from curriculum_kit.source.document import BlockUse


def pictures(curriculum: Curriculum) -> Iterator[tuple[str, Picture]]:
    """All pictures with their paths."""
    for module in curriculum.modules.values():
        yield from ((f"{module.id}/media/{name}", picture) for name, picture in module.media.items())


def shown_pictures(curriculum: Curriculum) -> Iterator[tuple[BlockUse, str, Picture]]:
    """The blocks that show pictures, with the path and the picture."""
    for module in curriculum.modules.values():
        for session, block in blocks(module):
            path = posixpath.normpath(posixpath.join(posixpath.dirname(session.document.file), block.argument))
            picture = _picture(module, path)
            if block.kind in {"figure", "image"} and picture and not is_misread(session.document):
                yield block, path, picture


def _picture(module: LoadedModule, path: str) -> Picture | None:
    folder, _, name = path.rpartition("/")
    return module.media.get(name) if folder == f"{module.id}/media" else None
