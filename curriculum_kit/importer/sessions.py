"""A session before it is written."""

from __future__ import annotations

from dataclasses import dataclass, field

from curriculum_kit.importer.nodes import Node
from curriculum_kit.importer.plans import Step


@dataclass(slots=True)
class Session:
    """A session: its parts, and what the file says about aim and time."""

    title: str
    nodes: list[Node] = field(default_factory=list)
    objective: str = ""
    minutes: int = 0
    room: str = ""
    media: list[str] = field(default_factory=list)
    plan: list[Step] = field(default_factory=list)
