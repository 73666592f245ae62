"""What of an imported module participants can come to see, read without the kit."""

from __future__ import annotations

import re
from collections.abc import Iterator

import yaml

from tests.importer.conftest import Imported

_FENCE = re.compile(r"(:{3,})(?:\{([\w-]+)\})?.*")
_WORKED = re.compile(r"[\W\d]*Jawab")
_HIDDEN = frozenset({"answer", "trainer-note"})
_PLAN = frozenset({"objective", "title"})


def seen(imported: Imported) -> str:
    """Session texts without answers and notes, their heads without trainers, module.yaml, what test sheets print."""
    parts = [imported.text("module.yaml")]
    for path in sorted((imported.folder / "sessions").iterdir()):
        _, head, body = path.read_text("utf-8").split("---\n", 2)
        plan = yaml.safe_load(head)
        parts += [f"{name} {value}" for name, value in plan.items() if name in _PLAN]
        parts += [f"{step.get('method')} {step.get('participants')}" for step in plan["plan"]]
        parts += _open_lines(body)
    for path in (imported.folder / "worksheets").glob("*.yaml"):
        parts.append(path.read_text("utf-8"))
    for instrument in yaml.safe_load(imported.text("assessment.yaml"))["instruments"]:
        parts += [str(instrument.get(name)) for name in ("title", "instructions", "conditions", "task")]
        for item in instrument.get("items", ()):
            parts += [item["stem"], *(option["text"] for option in item.get("options", ()))]
    return "\n".join(map(str, parts))


def _open_lines(body: str) -> Iterator[str]:
    """The lines that stand in no block for trainers."""
    opened: list[tuple[int, str]] = []
    for line in body.splitlines():
        fence = _FENCE.fullmatch(line)
        if fence and fence[2]:
            opened.append((len(fence[1]), fence[2]))
        elif fence and opened and len(fence[1]) == opened[-1][0]:
            opened.pop()
        elif not any(kind in _HIDDEN for _, kind in opened):
            is_worked = opened and opened[-1][1] == "example" and _WORKED.match(line)
            yield "" if is_worked else line  # a worked example shows its answer
