"""What a YAML file holds, as plain data with places. `curriculum_kit.source.yaml_events` makes it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TypeAlias

from curriculum_kit.diagnostics import Diagnostic
from curriculum_kit.source.curriculum import Places
from curriculum_kit.source.yaml_text import Extents

Data: TypeAlias = str | list["Data"] | dict[str, "Data"] | None
"""What YAML says, without meaning: texts, nothing, lists, mappings."""


@dataclass(frozen=True, slots=True)
class Yaml:
    """What a file holds. `data` is None when it could not be read; then the last diagnostic says why.

    `text` is the file as text with one kind of line end.
    """

    data: dict[str, Data] | None
    places: Places
    diagnostics: tuple[Diagnostic, ...] = ()
    text: str = ""
    extents: Extents = field(default_factory=Extents)
