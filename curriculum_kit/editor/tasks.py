"""Tasks for VS Code: check, preview and build. None runs by itself; findings of the check stand among the problems."""

from __future__ import annotations

from typing import Any

VERSION = "2.0.0"
"""Of the form of `tasks.json`."""

_SEVERITIES = {"kesalahan": "error", "peringatan": "warning", "catatan": "info"}
"""The words of `ck check` and those of VS Code."""


def tasks(curriculum: str) -> dict[str, Any]:
    """Tasks for a curriculum folder, given as a path from the folder that VS Code opens."""
    return {
        "version": VERSION,
        "tasks": [
            _task("ck: periksa", "Memeriksa seluruh kurikulum", ["check", curriculum], {
                "group": {"kind": "test", "isDefault": True},
                "problemMatcher": [matcher(word) for word in _SEVERITIES],
            }),
            _task("ck: tampilkan", "Menampilkan situs sambil menulis", ["serve", curriculum, "--open"], {
                "isBackground": True,
                "problemMatcher": [],
            }),
            _task("ck: buat", "Memeriksa, lalu membuat situs dan buku", ["build", curriculum], {
                "group": {"kind": "build", "isDefault": True},
                "problemMatcher": [matcher(word) for word in _SEVERITIES],
            }),
        ],
    }  # fmt: skip


def matcher(word: str) -> dict[str, Any]:
    """How VS Code finds the findings of one severity in what `ck check` prints. `word` is their Indonesian name."""
    return {
        "owner": f"ck-{word}",
        "source": "ck",
        "severity": _SEVERITIES[word],
        "fileLocation": ["relative", "${workspaceFolder}"],
        "pattern": {
            "regexp": rf"^(.+?):(\d+):(\d+): ([A-Z0-9]+\d{{3}}) {word}: (.+)$",
            "file": 1,
            "line": 2,
            "column": 3,
            "code": 4,
            "message": 5,
        },
    }


def _task(label: str, detail: str, arguments: list[str], more: dict[str, Any]) -> dict[str, Any]:
    """A task. `ck` is looked for beside the curriculum first, where `make build` puts it."""
    return {
        "label": label,
        "detail": detail,
        "type": "shell",
        "command": "ck",
        "args": arguments,
        "options": {
            "cwd": "${workspaceFolder}",
            "env": {"NO_COLOR": "1", "PATH": "${workspaceFolder}/.venv/bin:${env:PATH}"},
        },
        **more,
    }
