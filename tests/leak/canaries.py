"""Plant a unique word in every trainer-only place of a curriculum.

The places are found by walking the schema and the block table. The test compares them with a list written by hand, so
that a place cannot vanish from both unnoticed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml
from pydantic import StringConstraints

from curriculum_kit.audience import Audience, is_visible
from curriculum_kit.blocks import BLOCKS
from curriculum_kit.source.model_shape import marked
from curriculum_kit.source.schema.assessment import Assessment
from curriculum_kit.source.schema.base import Record
from curriculum_kit.source.schema.facts import Facts
from curriculum_kit.source.schema.module import Module
from curriculum_kit.source.schema.programme import Programme
from curriculum_kit.source.schema.session import SessionPlan
from curriculum_kit.source.schema.worksheet import Worksheet

FENCE = re.compile(r"^(:{3,})\{([\w-]+)\}")


class Planter:
    """Plants words and remembers where: `planted` maps the word to the kind of place."""

    def __init__(self) -> None:
        """Nothing planted yet."""
        self.planted: dict[str, str] = {}

    def word(self, place: str) -> str:
        """A new unique word for a place such as `Instrument.stem` or `block answer`."""
        word = f"zkenari{len(self.planted):04d}q"
        self.planted[word] = place
        return word

    def plant(self, modules: Path) -> None:
        """Plant in all files below `modules`."""
        for path in sorted(modules.rglob("*.yaml")):
            model = _model_of(path)
            if model is not None:
                data = yaml.load(path.read_text("utf-8"), yaml.BaseLoader)
                self._plant_record(model, data)
                path.write_text(yaml.safe_dump(data, allow_unicode=True, sort_keys=False), "utf-8")
        for path in sorted(modules.rglob("sessions/*.md")):
            front, body = path.read_text("utf-8").removeprefix("---\n").split("\n---\n", 1)
            data = yaml.load(front, yaml.BaseLoader)
            self._plant_record(SessionPlan, data)
            front = yaml.safe_dump(data, allow_unicode=True, sort_keys=False)
            path.write_text(f"---\n{front}---\n{self._plant_blocks(body)}", "utf-8")

    def _plant_record(self, model: type[Record], data: Any) -> None:
        record = model.model_validate(data)
        for loc, _ in list(marked(record, StringConstraints)):
            if is_visible(record, loc, Audience.PARTICIPANT) or not _free_text(loc):
                continue
            if isinstance(record, Worksheet) and record.mode != "practice":
                continue  # of these, participants see everything that is printed
            parent = data
            for part in loc[:-1]:
                parent = parent[part]
            name = next(str(part) for part in reversed(loc) if isinstance(part, str))
            place = f"{model.__name__}.{'history.' if 'history' in loc else ''}{name}"
            parent[loc[-1]] += f" {self.word(place)}"

    def _plant_blocks(self, body: str) -> str:
        lines = []
        waiting: str | None = None
        for line in body.split("\n"):
            match = FENCE.match(line)
            if match:
                name = match[2]
                waiting = name if BLOCKS.get(name) and BLOCKS[name].trainer_only else None
                title = f" {self.word('title of trainer-note')}" if waiting == "trainer-note" else ""
                lines.append(line + title)
                continue
            if waiting and not line.startswith(":"):
                lines += ["", f"Kata {self.word(f'block {waiting}')} di sini."]
                lines += ["", f"- butir {self.word(f'list in {waiting}')}", ""]
                waiting = None
            lines.append(line)
        return "\n".join(lines)


def _free_text(loc: tuple[str | int, ...]) -> bool:
    """Whether any words may stand there: not ids, keys, formulas, units."""
    name = next(str(part) for part in reversed(loc) if isinstance(part, str))
    return name not in {"id", "key", "formula", "unit", "value", "credit", "file", "item", "label", "section"} and (
        "cells" not in loc or name == "answer"
    )


def _model_of(path: Path) -> type[Record] | None:
    if path.name == "module.yaml":
        return Module
    if path.name == "assessment.yaml":
        return Assessment
    if path.name == "facts.yaml":
        return Facts
    return {"worksheets": Worksheet, "programmes": Programme}.get(path.parent.name)


def planted_places(planter: Planter) -> Iterator[str]:
    """The kinds of places, each once."""
    yield from sorted(set(planter.planted.values()))
