"""What a command is about to write: new files, and files that get a line more."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from curriculum_kit.errors import EnvironmentTrouble


class AlreadyThere(EnvironmentTrouble):
    """A file that would be written is there already. `path` is the file."""

    def __init__(self, path: Path) -> None:
        super().__init__(f"{path} sudah ada; tidak ada yang ditulis.")
        self.path = path


@dataclass(frozen=True, slots=True)
class Start:
    """New files with their content, and `changed` files with their content as it was and as it will be."""

    new: Mapping[Path, str]
    changed: Mapping[Path, tuple[bytes, bytes]] = field(default_factory=dict)

    def write(self) -> None:
        """Write everything or nothing.

        Raises `AlreadyThere` when a new file is there already, `EnvironmentTrouble` when it cannot be written.
        """
        for path in self.new:
            if path.exists() or path.is_symlink():
                raise AlreadyThere(path)
        written: list[Path] = []
        folders: list[Path] = []
        try:
            for path, words in self.new.items():
                missing = [folder for folder in path.parents if not folder.exists()]
                path.parent.mkdir(parents=True, exist_ok=True)
                folders += missing
                with path.open("xb") as file:
                    written.append(path)
                    file.write(words.encode("utf-8"))
            for path, (_, after) in self.changed.items():
                path.write_bytes(after)
        except OSError as error:
            self._take_back(written, folders)
            raise EnvironmentTrouble(f"{error.filename} tidak dapat ditulis: {error.strerror}") from error

    def _take_back(self, written: list[Path], folders: list[Path]) -> None:
        for path, (before, _) in self.changed.items():
            with suppress(OSError):
                path.write_bytes(before)
        for path in written:
            path.unlink(missing_ok=True)
        for folder in sorted(folders, reverse=True):
            with suppress(OSError):
                folder.rmdir()
