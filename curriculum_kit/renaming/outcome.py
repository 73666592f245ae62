"""What a change would make of the curriculum: looked at in a copy first, then written whole or not at all."""

from __future__ import annotations

import difflib
import os
import shutil
import tempfile
from collections import Counter
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from curriculum_kit.diagnostics import Diagnostic, Severity, text
from curriculum_kit.errors import EnvironmentTrouble
from curriculum_kit.renaming.edits import Edits, Refused, with_fixes
from curriculum_kit.rules import run
from curriculum_kit.source.loader import load
from curriculum_kit.source.memory import Memory


@dataclass(frozen=True, slots=True)
class Outcome:
    """The files that change: `before` by their old paths, `after` by their new ones, and which became which (`moves`).

    `errors` are those that were not there before.
    """

    root: Path
    before: Mapping[str, bytes]
    after: Mapping[str, bytes]
    moves: Mapping[str, str]
    errors: tuple[Diagnostic, ...]

    def diff(self, folder: str) -> str:
        """All changes as `git diff` shows them and `git apply` reads them; `folder` is the way to the curriculum."""
        return "".join(line for old in sorted(self.before) for line in self._of_file(folder, old))

    def _of_file(self, folder: str, old: str) -> Iterator[str]:
        new = self.moves.get(old, old)
        was, now = f"{folder}/{old}", f"{folder}/{new}"
        if was != now or self.before[old] != self.after[new]:
            yield f"diff --git a/{was} b/{now}\n"
        if was != now:
            yield f"rename from {was}\nrename to {now}\n"
        if self.before[old] != self.after[new]:
            old_lines = self.before[old].decode("utf-8").splitlines(keepends=True)
            new_lines = self.after[new].decode("utf-8").splitlines(keepends=True)
            for line in difflib.unified_diff(old_lines, new_lines, f"a/{was}", f"b/{now}"):
                yield line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n"

    def write(self) -> None:
        """Write the new files and take the old ones away; on any trouble everything is put back as it was."""
        modes = {self.moves.get(old, old): (self.root / old).stat().st_mode for old in self.before}
        staged: dict[Path, Path] = {}
        try:
            for new, content in self.after.items():
                path = self.root / new
                path.parent.mkdir(parents=True, exist_ok=True)
                beside = path.with_name(f".{path.name}.ck")
                staged[beside] = path
                beside.write_bytes(content)
                beside.chmod(modes[new])
            self._swap(staged)
        except OSError as error:
            self._put_back(staged)
            raise EnvironmentTrouble(f"{error.filename} tidak dapat ditulis: {error.strerror}") from error
        self._remove_empty_folders()

    def _swap(self, staged: Mapping[Path, Path]) -> None:
        for beside, path in staged.items():
            beside.replace(path)
        for old in self.before:
            if old not in self.after:
                (self.root / old).unlink()

    def _put_back(self, staged: Mapping[Path, Path]) -> None:
        for beside in staged:
            beside.unlink(missing_ok=True)
        for new in self.after.keys() - self.before.keys():
            (self.root / new).unlink(missing_ok=True)
        for old, content in self.before.items():
            with suppress(OSError):
                if not (self.root / old).is_file() or (self.root / old).read_bytes() != content:
                    (self.root / old).write_bytes(content)
        self._remove_empty_folders()

    def _remove_empty_folders(self) -> None:
        kept = {Path(file).parts[0] for file in self.after}
        gone = {Path(file).parts[0] for file in self.before} - kept
        empty = [Path(folder) for name in gone for folder, _, _ in os.walk(self.root / name, topdown=False)]
        empty += [self.root / parent for file in {*self.before, *self.after} for parent in Path(file).parents]
        for folder in empty:
            if folder != self.root:
                with suppress(OSError):
                    folder.rmdir()


def outcome(edits: Edits, as_of: date, memory: Memory | None = None) -> Outcome:
    """Apply changes to a copy of the curriculum and look for errors that were not there before."""
    root = edits.curriculum.root
    before = {file: (root / file).read_bytes() for file in {*edits.fixes, *edits.moves}}
    after = {
        edits.moves.get(file, file): with_fixes(words, edits.fixes[file]) if file in edits.fixes else words
        for file, words in before.items()
    }
    if len(after) < len(before) or any(new not in before and (root / new).exists() for new in after):
        raise Refused(text("berkas dengan nama baru itu sudah ada; tidak ada yang ditulis"))
    with tempfile.TemporaryDirectory(prefix="ck-") as folder:
        copy = Path(folder) / "modules"
        _copy(root, copy, leave_out=set(before))
        for file, words in after.items():
            (copy / file).parent.mkdir(parents=True, exist_ok=True)
            (copy / file).write_bytes(words)
        found = _errors(copy, as_of, memory)
    known = Counter(
        (error.code, edits.moves.get(error.span.file, error.span.file)) for error in _errors(root, as_of, memory)
    )
    errors = []
    for error in found:
        key = (error.code, error.span.file)
        known[key] -= 1
        if known[key] < 0:
            errors.append(error)
    changed = {file for file in before if file in edits.moves or before[file] != after[file]}
    return Outcome(
        root,
        {file: before[file] for file in changed},
        {new: after[new] for new in (edits.moves.get(file, file) for file in sorted(changed))},
        dict(edits.moves),
        tuple(errors),
    )


def _copy(root: Path, copy: Path, leave_out: set[str]) -> None:
    for folder, folders, files in os.walk(root):
        folders[:] = [name for name in folders if not name.startswith(".")]
        inside = Path(folder).relative_to(root)
        for name in files:
            if (inside / name).as_posix() not in leave_out:
                (copy / inside).mkdir(parents=True, exist_ok=True)
                shutil.copy2(root / inside / name, copy / inside / name, follow_symlinks=False)


def _errors(root: Path, as_of: date, memory: Memory | None) -> list[Diagnostic]:
    loaded = load(root, memory=memory)
    found = run(loaded.curriculum, loaded.diagnostics, as_of, memory)
    return [finding for finding in found if finding.severity is Severity.ERROR]
