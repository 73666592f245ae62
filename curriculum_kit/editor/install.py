"""Puts everything that an editor needs beside a curriculum: schemas, and the files of VS Code's folder `.vscode`."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path, PurePath
from typing import Any

from curriculum_kit.editor.kinds import KINDS, SCHEMA_FOLDER
from curriculum_kit.editor.schemas import schema_text
from curriculum_kit.editor.settings import extensions, merged, settings
from curriculum_kit.editor.snippets import snippets_text
from curriculum_kit.editor.tasks import tasks
from curriculum_kit.errors import EnvironmentTrouble


@dataclass(frozen=True, slots=True)
class Wanted:
    """The files that should be there with their content, and those that stand `beside` a file that nobody can merge."""

    files: Mapping[Path, str]
    beside: Mapping[Path, Path]

    def write(self) -> tuple[Path, ...]:
        """Write what is missing or has changed, and say what that was."""
        return tuple(_write(self.files))


def wanted(curriculum: Path, schemas: Path | None = None) -> Wanted:
    """What belongs beside a curriculum. `schemas` is the folder for the schemas, if not the usual one."""
    root = Path(os.path.abspath(curriculum))  # noqa: PTH100 - links stay, `..` goes
    folder = Path(os.path.abspath(schemas or root / SCHEMA_FOLDER))  # noqa: PTH100
    workspace = workspace_of(root)
    vscode = workspace / ".vscode"
    files = {folder / kind.schema_file: schema_text(kind) for kind in KINDS}
    files[vscode / "curriculum.code-snippets"] = snippets_text()
    beside = {}
    parts = {
        "settings.json": settings(_from(workspace, root), _from(workspace, folder)),
        "extensions.json": extensions(),
        "tasks.json": tasks(_from(workspace, root)),
    }
    for path, values in ((vscode / name, values) for name, values in parts.items()):
        target, content = _joined(path, values)
        files[target] = content
        if target != path:
            beside[path] = target
    return Wanted(files, beside)


def workspace_of(curriculum: Path) -> Path:
    """The folder that a team opens: the repository around a curriculum, or else the folder that holds it."""
    for folder in (curriculum, *curriculum.parents):
        if (folder / ".git").exists():
            return folder
    return curriculum.parent


def _from(folder: Path, path: Path) -> str:
    return PurePath(os.path.relpath(path, folder)).as_posix()


def _joined(path: Path, values: Mapping[str, Any]) -> tuple[Path, str]:
    """Where to write settings, and what: into the file, or beside one that we cannot read without loss."""
    content = merged(_read(path), values)
    if content is not None:
        return path, content
    beside = path.with_name(f"{path.stem}.curriculum.json")
    return beside, merged(None, values) or ""


def _write(files: Mapping[Path, str]) -> Iterator[Path]:
    for path, content in files.items():
        if _read(path) == content:
            continue
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(content, encoding="utf-8", newline="\n")
        except OSError as error:
            raise EnvironmentTrouble(f"{path} tidak dapat ditulis: {error.strerror}") from error
        yield path


def _read(path: Path) -> str | None:
    try:
        return path.read_bytes().decode("utf-8")
    except FileNotFoundError:
        return None
    except UnicodeDecodeError:
        return "?"  # no JSON either
    except OSError as error:
        raise EnvironmentTrouble(f"{path} tidak dapat dibaca: {error.strerror}") from error
