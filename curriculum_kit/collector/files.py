"""Which files of a folder are looked at, and how the result is written."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from curriculum_kit.diagnostics import text
from curriculum_kit.errors import EnvironmentTrouble

ENDING = ".pdf"


def pdf_files(folder: Path) -> Iterator[Path]:
    """The PDFs in a folder and below it, in the order of their names.

    Links to other folders are not followed. Files whose name begins with a point are leftovers of other programs.
    """
    for at, folders, files in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(files):
            if name.lower().endswith(ENDING) and not name.startswith("."):
                yield Path(at, name)


def shown(path: Path, folder: Path) -> str:
    """A file as it is named to people: from the folder, without characters that steer terminals."""
    name = path.relative_to(folder).as_posix().encode("utf-8", "replace").decode("utf-8")
    return "".join(letter if letter.isprintable() else "?" for letter in name)


def write_whole(target: Path, data: bytes) -> None:
    """Write a file so that it is either the old one or the new one. Raises `EnvironmentTrouble`."""
    beside = target.with_name(f".{target.name}.new")
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        beside.write_bytes(data)
        beside.replace(target)
    except OSError as error:
        beside.unlink(missing_ok=True)
        reason = error.strerror or type(error).__name__
        raise EnvironmentTrouble(
            text("{file} tidak dapat ditulis: {reason}", file=target, reason=reason).format()
        ) from error
