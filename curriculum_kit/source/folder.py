"""A curriculum folder on disk: its names, its files through the path guard, and what went wrong with them."""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from functools import cache, partial
from pathlib import Path, PurePosixPath

from msgspec import Struct

from curriculum_kit.diagnostics import Diagnostic, Severity, Span, Text, did_you_mean, text
from curriculum_kit.source.curriculum import Picture
from curriculum_kit.source.memory import Memory
from curriculum_kit.source.path_guard import Refusal, guarded, guarded_folder, read_guarded
from curriculum_kit.source.picture_guard import HEAD_BYTES, check_picture, pixels
from curriculum_kit.source.text_files import shown

# What editors, operating systems and people leave beside their work, and what nobody means to publish.
_LITTER = re.compile(
    r"\..*|~\$.*|.*~|.*\.(bak|swp|tmp)|thumbs\.db|desktop\.ini|(readme|licence|license)(\.\w+)?", re.IGNORECASE
)


class Folder:
    """Reads a curriculum folder once. `found` and `unreadable` grow while it is read.

    `overlay` holds the content of files that are read from there and not from disk.
    """

    def __init__(self, root: Path, overlay: Mapping[str, bytes] | None = None, memory: Memory | None = None) -> None:
        self.root = root
        self.memory = memory or Memory()
        self.overlay = overlay or {}
        self.found: list[Diagnostic] = []
        self.unreadable: set[str] = set()
        self._names = cache(_names)

    def entries(self, folder: str = "") -> tuple[str, ...]:
        """The names in a folder that somebody means; none when there is no such folder or it must not be read."""
        path: Path | Refusal = self.root
        if folder:
            path = guarded_folder(self.root, folder, names=self._names)
        if isinstance(path, Refusal):
            if not path.is_missing:
                self.fail(folder, path.at(Span(folder)))
            return ()
        meant = sorted(name for name in self._names(str(path)) if not _LITTER.fullmatch(name))
        for name in meant:
            if not name.isprintable():
                self._refuse_name(folder, name)
        return tuple(name for name in meant if name.isprintable())

    def _refuse_name(self, folder: str, name: str) -> None:
        """A name that cannot be shown, or is no text at all."""
        file = f"{folder}/{shown(name)}".removeprefix("/")
        message = text('nama "{file}" memuat karakter yang tidak terlihat', file=file)
        help = text("Ganti namanya: huruf, angka, tanda hubung, dan titik saja.")
        self.fail(file, Diagnostic("SAFE905", Severity.ERROR, message, help, Span(file)))

    def is_folder(self, relative: str) -> bool:
        """Whether a name means a folder; one that leads elsewhere counts, so that it is refused when it is listed."""
        return (self.root / relative).is_dir()

    def read(self, file: str) -> bytes | None:
        """The content of a file, or None and a finding."""
        content: Path | bytes | Refusal = guarded(self.root, file, names=self._names)
        if isinstance(content, Path):
            given = self.overlay.get(file)
            content = read_guarded(content) if given is None else given
        if isinstance(content, Refusal):
            self.fail(file, content.at(Span(file)))
            return None
        return content

    def picture(self, file: str) -> Picture | None:
        """A picture that may be used, or None and a finding."""
        picture = self._look_into(file)
        if isinstance(picture, Refusal):
            self.fail(file, picture.at(Span(file)))
            return None
        return picture

    def _look_into(self, file: str) -> Picture | Refusal:
        path = guarded(self.root, file, names=self._names)
        if isinstance(path, Refusal):
            return path
        content = read_guarded(path) if path.suffix.lower() == ".svg" else read_guarded(path, limit=HEAD_BYTES)
        if isinstance(content, Refusal):
            return content
        looked = partial(_looked_into, file, content)
        return self.memory.recall("picture", (file, content), _Look, looked).refusal or Picture(
            path.stat().st_size, *(pixels(file, content) or ())
        )

    def fail(self, file: str, *findings: Diagnostic) -> None:
        """A file cannot be used, and this is why."""
        self.unreadable.add(file)
        self.found += findings

    def ignore(self, relative: str, known: tuple[str, ...]) -> None:
        """Say that something is not read. `known` are the names, or the endings of names, that are."""
        name = relative.rpartition("/")[2]
        hint = did_you_mean(PurePosixPath(name).suffix if known[0].startswith(".") else name, known)
        self.found.append(
            Diagnostic(
                "REF306",
                Severity.WARNING,
                text('"{file}" tidak dikenal dan tidak dibaca{hint}', file=relative, hint=hint),
                text(
                    "Di sini hanya dibaca: {names}. Ganti nama berkasnya, atau pindahkan ke folder lain.",
                    names=", ".join(known),
                ),
                Span(relative),
            )
        )

    def miss(self, file: str, help: Text) -> None:
        """Say that a required file is not there."""
        message = text('berkas "{file}" belum ada', file=file)
        self.fail(file, Diagnostic("REF307", Severity.ERROR, message, help, Span(file)))


class _Look(Struct, frozen=True, array_like=True):
    """What is wrong with a picture, or nothing."""

    refusal: Refusal | None


def _looked_into(file: str, content: bytes) -> _Look:
    return _Look(check_picture(file, content))


def _names(folder: str) -> frozenset[str]:
    try:
        return frozenset(os.listdir(folder))  # noqa: PTH208 - names are wanted, not paths
    except OSError:
        return frozenset()
