"""What VS Code is told about a curriculum, merged into what its folder already says."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from typing import Any

from curriculum_kit.editor.kinds import KINDS

EXTENSION = "redhat.vscode-yaml"
_WRITING = {
    "editor.wordWrap": "on",
    "editor.tabSize": 2,
    "editor.insertSpaces": True,
    "editor.detectIndentation": False,
}
_SUGGESTIONS = {"other": "on", "comments": "off", "strings": "on"}
"""Markdown is written without suggestions unless somebody asks for them, and snippets are suggestions."""


def settings(curriculum: str, schemas: str) -> dict[str, Any]:
    """Settings for a curriculum folder and a folder with schemas, both as paths from the folder that VS Code opens."""
    inside = "" if curriculum == "." else f"{curriculum}/"
    patterns = {kind: f"{inside}{kind.pattern}" for kind in KINDS}
    return {
        "yaml.schemas": {
            f"{'' if schemas.startswith('../') else './'}{schemas}/{kind.schema_file}": [pattern]
            for kind, pattern in patterns.items()
            if kind.is_yaml
        },
        "files.associations": {  # a pattern with a slash is compared with the whole path
            f"**/{pattern}": "yaml" if kind.is_yaml else "markdown" for kind, pattern in patterns.items()
        },
        "[yaml]": {**_WRITING, "editor.quickSuggestions": _SUGGESTIONS},
        "[markdown]": {**_WRITING, "editor.quickSuggestions": _SUGGESTIONS},
    }


def extensions() -> dict[str, Any]:
    """The extensions that VS Code should offer to install."""
    return {"recommendations": [EXTENSION]}


def merged(existing: str | None, wanted: Mapping[str, Any]) -> str | None:
    """A JSON file with `wanted` in it; None when the file is not plain JSON, for instance because of comments.

    What somebody has set stays, except the patterns of a schema, which are ours; so does a task with the label of one
    of ours. A file that lacks nothing is returned as it is.
    """
    if existing is None or not existing.strip():
        return _json({}, wanted, "  ")
    try:
        before = json.loads(existing)
    except ValueError:
        return None
    if not isinstance(before, dict):
        return None
    indent = re.search(r'^([ \t]+)"', existing, re.MULTILINE)
    return existing if _joined(before, wanted) == before else _json(before, wanted, indent[1] if indent else "  ")


def _json(before: Mapping[str, Any], wanted: Mapping[str, Any], indent: str) -> str:
    return json.dumps(_joined(before, wanted), ensure_ascii=False, indent=indent) + "\n"


def _joined(before: Mapping[str, Any], wanted: Mapping[str, Any]) -> dict[str, Any]:
    result = dict(before)
    for key, value in wanted.items():
        there = before.get(key)
        if isinstance(value, dict) and isinstance(there, dict):
            result[key] = {**there, **value} if key == "yaml.schemas" else _joined(there, value)
        elif isinstance(value, list) and isinstance(there, list):
            labels = {item["label"] for item in there if isinstance(item, dict) and "label" in item}
            result[key] = [*there, *(item for item in value if item not in there and not _is_labelled(item, labels))]
        elif key not in before:
            result[key] = value
    return result


def _is_labelled(item: object, labels: set[str]) -> bool:
    return isinstance(item, dict) and item.get("label") in labels
