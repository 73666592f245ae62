"""The one door to files of a curriculum: what authors name is opened only when it is safe on every machine.

Authors are honest, but their files come from pull requests, shared drives and other people's computers. A path must
stay inside the curriculum folder, links included; the file must be a plain one of a known kind and size; its name must
mean the same file on Linux, macOS and Windows.
"""

from __future__ import annotations

import os
import re
import stat
import unicodedata
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from curriculum_kit.diagnostics import Diagnostic, Severity, Span, Text, did_you_mean, text
from curriculum_kit.source.text_files import shown

KIB = 1024
MIB = 1024 * KIB

SIZE_LIMITS: Mapping[str, int] = {
    ".md": 256 * KIB,
    ".yaml": 256 * KIB,
    ".json": 256 * KIB,
    ".po": 2 * MIB,
    ".svg": 512 * KIB,
    ".png": 5 * MIB,
    ".jpg": 5 * MIB,
    ".jpeg": 5 * MIB,
}
"""The kinds of files that are read, with the most bytes that one may have."""

_RESERVED = re.compile(r"(con|prn|aux|nul|conin\$|conout\$|com[0-9¹²³]|lpt[0-9¹²³])(\..*)?", re.IGNORECASE)
_FORBIDDEN = re.compile(r'[<>:"|?*\x00-\x1f\x7f]')
_DRIVE = re.compile(r"[A-Za-z]:")

_INSIDE = text("Pakai nama berkas di dalam folder kurikulum ini, dengan garis miring biasa (/).")
_RENAME = text(
    "Ganti namanya: huruf, angka, tanda hubung, dan titik saja, dan tidak sama dengan nama lain di folder itu."
)
_NO_LINK = text("Ganti pintasan itu dengan salinan berkas aslinya di dalam folder kurikulum.")

Names = Callable[[str], Iterable[str]]
"""How the names in a folder are found out."""


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why a file is not opened. `is_missing`: nothing is wrong but that it is not there."""

    code: str
    message: Text
    help: Text
    is_missing: bool = False

    def at(self, span: Span) -> Diagnostic:
        """The refusal as a finding at a place."""
        return Diagnostic(self.code, Severity.ERROR, self.message, self.help, span)


def guarded(root: Path, relative: str, *, names: Names = os.listdir) -> Path | Refusal:
    """The file `relative` to the curriculum folder `root`, if it may be read; otherwise why not.

    `names` lists a folder; whoever asks for many files may remember the lists.
    """
    path = _inside(root, relative, names)
    if isinstance(path, Refusal):
        return path
    status = path.stat()
    if not stat.S_ISREG(status.st_mode):
        return _refused(
            "SAFE906",
            text('"{file}" bukan berkas biasa', file=shown(relative)),
            text("Hapus, atau ganti dengan berkas."),
        )
    limit = SIZE_LIMITS.get(path.suffix.lower())
    if limit is None:
        return _refused(
            "SAFE906",
            text('jenis berkas "{file}" tidak dipakai di sini', file=shown(relative)),
            text("Yang dipakai: {kinds}.", kinds=", ".join(SIZE_LIMITS)),
        )
    if status.st_size > limit:
        return _refused(
            "SAFE906",
            text('"{file}" terlalu besar: {size} KB', file=shown(relative), size=-(-status.st_size // KIB)),
            text("Berkas {kind} paling besar {limit} KB.", kind=path.suffix.lower(), limit=limit // KIB),
        )
    return path


def guarded_folder(root: Path, relative: str, *, names: Names = os.listdir) -> Path | Refusal:
    """The folder `relative` to `root`, if it may be listed; otherwise why not."""
    path = _inside(root, relative, names)
    if isinstance(path, Refusal) or path.is_dir():
        return path
    return _refused("SAFE906", text('"{file}" bukan folder', file=shown(relative)), text("Ganti dengan folder."))


def read_guarded(path: Path, *, limit: int = max(SIZE_LIMITS.values())) -> bytes | Refusal:
    """The first `limit` bytes of a guarded file."""
    try:
        with path.open("rb") as file:
            return file.read(limit)
    except OSError as error:
        return _refused(
            "SAFE905",
            text('"{file}" tidak dapat dibaca: {reason}', file=shown(path.name), reason=error.strerror or str(error)),
            text("Tutup berkas itu di program lain, lalu coba lagi; bila tetap gagal, periksa hak aksesnya."),
        )


def _inside(root: Path, relative: str, names: Names) -> Path | Refusal:
    """The path of something that is there and inside `root`, links followed."""
    parts = _parts(relative)
    if isinstance(parts, Refusal):
        return parts
    at = str(root)
    for part in parts:
        there = _spelled(at, part, relative, names)
        if there is not None:
            return there
        at = f"{at}{os.sep}{part}"
        if os.path.islink(at) and not _is_below(os.path.realpath(at), os.path.realpath(root)):  # noqa: PTH114
            return _refused(
                "SAFE905", text('pintasan "{file}" menunjuk ke luar folder kurikulum', file=shown(relative)), _NO_LINK
            )
    if not os.path.exists(at):  # noqa: PTH110 - a link to nothing, or to itself.
        return _refused("SAFE905", text('pintasan "{file}" tidak menunjuk ke mana pun', file=shown(relative)), _NO_LINK)
    return Path(at)


def _parts(relative: str) -> tuple[str, ...] | Refusal:
    """The names on the way, `..` resolved; or what is wrong with the way as it is written."""
    outside = text('"{file}" berada di luar folder kurikulum', file=shown(relative))
    if "\\" in relative:
        return _refused("SAFE905", text('"{file}" memakai garis miring terbalik (\\)', file=shown(relative)), _INSIDE)
    if relative.startswith(("/", "~")) or _DRIVE.match(relative):
        return _refused("SAFE905", outside, _INSIDE)
    if unicodedata.normalize("NFC", relative) != relative:
        return _refused(
            "SAFE905",
            text('nama "{file}" memuat huruf bertanda yang tidak terbaca sama di semua komputer', file=shown(relative)),
            _RENAME,
        )
    parts: list[str] = []
    for part in PurePosixPath(relative).parts:
        if part == ".." and not parts:
            return _refused("SAFE905", outside, _INSIDE)
        if part == "..":
            parts.pop()
        elif _RESERVED.fullmatch(part) or _FORBIDDEN.search(part) or part.endswith((".", " ")):
            return _refused("SAFE905", text('nama "{name}" tidak sah di Windows', name=shown(part)), _RENAME)
        else:
            parts.append(part)
    return tuple(parts) if parts else _refused("SAFE905", text("tidak ada nama berkasnya"), _INSIDE)


def _spelled(folder: str, name: str, relative: str, names: Names) -> Refusal | None:
    """What is wrong with the spelling of `name` in `folder`: some file systems open `Foto.png` as `foto.png`."""
    try:
        present = frozenset(names(folder))
    except OSError:
        present = frozenset()
    folded = name.casefold()
    twins = sorted(other for other in present if other != name and other.casefold() == folded)
    if name not in present:
        hint = did_you_mean(name, present)
        return Refusal(
            "SAFE905", text('"{file}" tidak ada{hint}', file=shown(relative), hint=hint), _INSIDE, is_missing=True
        )
    if twins:
        message = text(
            '"{name}" dan "{twin}" adalah nama yang sama di Windows dan macOS', name=shown(name), twin=shown(twins[0])
        )
        return _refused("SAFE905", message, _RENAME)
    return None


def _is_below(path: str, root: str) -> bool:
    return path == root or path.startswith(root.rstrip(os.sep) + os.sep)


def _refused(code: str, message: Text, help: Text) -> Refusal:
    return Refusal(code, message, help)
