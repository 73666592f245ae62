"""A curriculum in a temporary folder: edit, build, look. Chainable, so that a test reads as a story."""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Self

EXAMPLE = Path(__file__).parent / "example" / "modules"
AS_OF = "2025-12-01"


def digests(folder: Path) -> dict[str, str]:
    """Every file below a folder with the SHA-256 of its bytes."""
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


class Project:
    """A copy of the example curriculum, built by the command line as a user would."""

    def __init__(self, folder: Path, source: Path = EXAMPLE) -> None:
        """Copy the curriculum into `folder`."""
        self.folder = folder
        self.modules = folder / "modules"
        self.output = folder / "build"
        shutil.copytree(source, self.modules)

    @classmethod
    def of(cls, folder: Path) -> Self:
        """The project of a curriculum that is in `folder/modules` already."""
        project = cls.__new__(cls)
        project.folder, project.modules, project.output = folder, folder / "modules", folder / "build"
        return project

    def edit(self, file: str, old: str, new: str) -> Self:
        """Replace a text that must be there."""
        path = self.modules / file
        text = path.read_text("utf-8")
        assert old in text, f"{old!r} is not in {file}"
        path.write_text(text.replace(old, new, 1), "utf-8")
        return self

    def write(self, file: str, text: str) -> Self:
        """Write a file."""
        path = self.modules / file
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
        return self

    def delete(self, file: str) -> Self:
        """Delete a file."""
        (self.modules / file).unlink()
        return self

    def ck(self, *arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
        """Run the command line in the folder."""
        return subprocess.run(
            [sys.executable, "-m", "curriculum_kit", *arguments],
            cwd=self.folder,
            env={**os.environ, "NO_COLOR": "1", **environment},
            capture_output=True,
            text=True,
            check=False,
            timeout=600,
        )

    def build(self, *arguments: str, **environment: str) -> Self:
        """Build everything; fails with the output of the command."""
        done = self.ck("build", "--as-of", AS_OF, *arguments, **environment)
        assert done.returncode == 0, done.stdout + done.stderr
        return self

    def fails(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        """Build, which must be refused with exit code 1."""
        done = self.ck("build", "--as-of", AS_OF, *arguments)
        assert done.returncode == 1, done.stdout + done.stderr
        return done

    def clean_copy(self, folder: Path) -> Project:
        """The same sources in a new folder, without caches and output."""
        return Project(folder, self.modules)

    def digests(self) -> dict[str, str]:
        """The output by file."""
        return digests(self.output)
