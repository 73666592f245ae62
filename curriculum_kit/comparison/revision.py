"""A curriculum as it is in a git revision: read from git's store into a folder of its own.

Nothing is checked out, and nothing in the working tree, the index or the settings of git changes. Only plain files of
the kinds that a curriculum holds are written, and only below the folder.
"""

from __future__ import annotations

import re
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from curriculum_kit.diagnostics import text
from curriculum_kit.errors import EnvironmentTrouble
from curriculum_kit.source.path_guard import MIB, SIZE_LIMITS

MAX_FILES = 20_000
"""No curriculum has so many files; an archive of something else may."""
MAX_BYTES = 1024 * MIB
SECONDS = 120
HEAD = "HEAD"

_NAME = re.compile(r"(?![-.])(?!.*\.\.)[^\s:?*\[\]\\\x00-\x1f\x7f]+")
"""A revision as people write it: `main`, `HEAD~2`, `v1.2.0`, `origin/main`, a hash."""
_PLAIN_FILES = frozenset({b"100644", b"100755"})
_SPARE = 12
"""As many digits of a hash as name a commit for people."""


@dataclass(frozen=True, slots=True)
class Revisions:
    """What is compared: `new` is empty for the working tree. With `since_parting` the old one is where they parted."""

    old: str = HEAD
    new: str = ""
    since_parting: bool = False


def parse_revisions(written: str) -> Revisions | None:
    """`REV`, `REV..REV` or `REV...REV`; an end that is left out is the last commit. None for anything else."""
    for dots in ("...", ".."):
        if dots in written:
            old, _, new = written.partition(dots)
            ends = Revisions(old or HEAD, new or HEAD, len(dots) > 2)  # noqa: PLR2004
            return ends if _NAME.fullmatch(ends.old) and _NAME.fullmatch(ends.new) else None
    return Revisions(written) if _NAME.fullmatch(written) else None


class Repository:
    """The git repository that holds a folder. Raises `EnvironmentTrouble` when there is none, or no git."""

    def __init__(self, folder: Path) -> None:
        """Find the repository of `folder`, which must be there."""
        self._folder = folder
        done = _git(folder, "rev-parse", "--show-prefix")
        if b"safe.directory" in done.stderr:
            words = text(
                'git menolak "{folder}" karena pemilik foldernya lain; lihat `git help config`, safe.directory.',
                folder=folder,
            )
            raise EnvironmentTrouble(words.format())
        if done.returncode:
            raise EnvironmentTrouble(text('"{folder}" tidak berada di dalam repositori git.', folder=folder).format())
        self._prefix = done.stdout.decode("utf-8", "surrogateescape").removesuffix("\n").rstrip("/")

    def commit(self, name: str) -> str:
        """The hash of the commit that a name means."""
        done = _git(self._folder, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{name}^{{commit}}")
        if done.returncode:
            words = text(
                'Revisi "{name}" tidak ada di repositori ini. Di CI, ambil riwayat lengkapnya (fetch-depth: 0).',
                name=name,
            )
            raise EnvironmentTrouble(words.format())
        return done.stdout.decode("ascii").strip()

    def parting(self, old: str, new: str) -> str:
        """The hash of the commit from which two commits (hashes) went their own ways."""
        done = _git(self._folder, "merge-base", old, new)
        if done.returncode:
            words = text("Kedua revisi itu tidak punya asal yang sama. Di CI, ambil riwayat lengkapnya.")
            raise EnvironmentTrouble(words.format())
        return done.stdout.decode("ascii").strip()

    def write(self, commit: str, target: Path) -> None:
        """Write the files that `commit` (a hash) has in the folder below `target`, an empty folder.

        A folder that was not there yet leaves it empty.
        """
        listed = _git(self._folder, "ls-tree", "-r", "-z", "-l", "--full-tree", f"{commit}:{self._prefix}")
        if listed.returncode:
            return
        wanted = list(_wanted(listed.stdout))
        if len(wanted) > MAX_FILES or sum(size for _, _, size in wanted) > MAX_BYTES:
            raise EnvironmentTrouble(text("Revisi itu memuat terlalu banyak berkas.").format())
        asked = b"".join(oid + b"\n" for oid, _, _ in wanted)
        content = _git(self._folder, "cat-file", "--batch", given=asked).stdout
        for (_, path, _), blob in zip(wanted, _blobs(content), strict=False):
            place = target.joinpath(*path.parts)
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_bytes(blob)


def short(commit: str) -> str:
    """A hash as people write it."""
    return commit[:_SPARE]


def _git(folder: Path, *words: str, given: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    try:
        return subprocess.run(
            ["git", "--no-optional-locks", *words],  # noqa: S607 - git is found on PATH on purpose
            cwd=folder,
            input=given,
            capture_output=True,
            check=False,
            timeout=SECONDS,
        )
    except FileNotFoundError:
        raise EnvironmentTrouble(text("Program git belum terpasang.").format()) from None
    except (OSError, subprocess.SubprocessError) as error:
        raise EnvironmentTrouble(text("git tidak dapat dijalankan: {error}", error=error).format()) from None


def _wanted(listing: bytes) -> Iterator[tuple[bytes, PurePosixPath, int]]:
    """Object, path and size of the files that may be read; links, programs and what is too large are left out."""
    for entry in listing.split(b"\0"):
        head, tab, name = entry.partition(b"\t")
        fields = head.split()
        if not tab or len(fields) != 4 or fields[0] not in _PLAIN_FILES:  # noqa: PLR2004 - mode, type, hash, size
            continue
        try:
            path = safe_path(name.decode("utf-8"))
        except UnicodeDecodeError:
            continue
        if path is not None and int(fields[3]) <= SIZE_LIMITS.get(path.suffix.lower(), -1):
            yield fields[2], path, int(fields[3])


def safe_path(name: str) -> PurePosixPath | None:
    """The path of a file of a curriculum, or None when it would lead elsewhere or is hidden."""
    if name.startswith("/") or not name.isprintable() or any(sign in name for sign in '\\:*?"<>|'):
        return None
    parts = name.split("/")
    return None if any(not part or part.startswith(".") for part in parts) else PurePosixPath(*parts)


def _blobs(content: bytes) -> Iterator[bytes]:
    """What `git cat-file --batch` answers: a line with hash, kind and size, the content, a line feed."""
    at = 0
    while at < len(content):
        end = content.index(b"\n", at)
        fields = content[at:end].split()
        size = int(fields[2]) if len(fields) == 3 else 0  # noqa: PLR2004
        yield content[end + 1 : end + 1 + size] if size or len(fields) == 3 else b""  # noqa: PLR2004
        at = end + size + 2 if len(fields) == 3 else end + 1  # noqa: PLR2004
