"""The manifest of a build: every file with size and SHA-256, the versions that made it, the day it holds for."""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Iterable
from datetime import date
from importlib.metadata import version
from pathlib import Path
from typing import Any

from curriculum_kit.diagnostics import Diagnostic

MANIFEST = "manifest.json"
MAKERS = ("curriculum-kit", "sphinx", "myst-parser", "weasyprint", "docutils")


def digest(path: Path) -> str:
    """SHA-256 of a file, in hexadecimal."""
    return hashlib.sha256(path.read_bytes()).hexdigest()


def write_manifest(folder: Path, as_of: date, diagnostics: Iterable[Diagnostic]) -> None:
    """Describe all files below `folder`. No clock, no path, no machine: same input, same bytes."""
    content = {
        "as_of": as_of.isoformat(),
        "versions": {name: version(name) for name in MAKERS},
        "diagnostics": dict(sorted(Counter(d.severity.value for d in diagnostics).items())),
    }
    _write(folder, content)


def read_manifest(folder: Path) -> dict[str, Any]:
    """What the manifest of an output says."""
    content: dict[str, Any] = json.loads(folder.joinpath(MANIFEST).read_text("utf-8"))
    return content


def renew_manifest(folder: Path) -> None:
    """Describe the files below `folder` anew; day, versions and findings stay those of the build."""
    _write(folder, {key: value for key, value in read_manifest(folder).items() if key != "files"})


def _write(folder: Path, content: dict[str, Any]) -> None:
    files = {
        path.relative_to(folder).as_posix(): {"size": path.stat().st_size, "sha256": digest(path)}
        for path in sorted(folder.rglob("*"))
        if path.is_file() and path.name != MANIFEST
    }
    target = folder / MANIFEST
    target.unlink(missing_ok=True)  # never write through a link to an older output
    target.write_text(json.dumps({**content, "files": files}, indent=1, ensure_ascii=False) + "\n", "utf-8")


def verify_manifest(folder: Path) -> list[str]:
    """The files that are missing, changed or not listed; empty when the output is whole."""
    listed = read_manifest(folder)["files"]
    present = {
        path.relative_to(folder).as_posix()
        for path in folder.rglob("*")
        if path.is_file() and path.relative_to(folder).as_posix() != MANIFEST
    }
    wrong = [name for name in listed if name not in present or digest(folder / name) != listed[name]["sha256"]]
    return sorted([*wrong, *(present - listed.keys())])
