"""A new curriculum: its folder, and beside it what a repository and an editor need."""

from __future__ import annotations

from importlib.metadata import version
from pathlib import Path

from curriculum_kit.editor.install import wanted
from curriculum_kit.source.loader import SETTINGS
from curriculum_kit.starting.plan import AlreadyThere, Start
from curriculum_kit.starting.scaffold import rendered

FOLDER = "modules"
BESIDE = {
    ".devcontainer/devcontainer.json": "devcontainer.json",
    ".editorconfig": "editorconfig",
    ".gitignore": "gitignore",
    "README.md": "README.md",
    "requirements.txt": "requirements.txt",
}
"""Files of the repository, by the name of their template. One that is there already stays."""


def new_curriculum(folder: Path, name: str, publisher: str) -> Start:
    """A curriculum in `folder/modules` with the files around it. Raises `AlreadyThere` when there is one."""
    root = folder / FOLDER
    if (root / SETTINGS).exists():
        raise AlreadyThere(root / SETTINGS)
    values = {"name": name, "publisher": publisher, "folder": FOLDER, "version": version("curriculum-kit")}
    files = {
        root / file: rendered(f"curriculum/{file}", **values) for file in (SETTINGS, "glossary.yaml", "facts.yaml")
    }
    files |= {
        folder / file: rendered(f"curriculum/{template}", **values)
        for file, template in BESIDE.items()
        if not (folder / file).exists()
    }
    editor = {path: words for path, words in wanted(root).files.items() if not path.exists()}
    return Start(files | editor)
