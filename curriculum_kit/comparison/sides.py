"""The two states that are compared, and what is known of how they belong together."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import PurePosixPath

from curriculum_kit.comparison.told import Told
from curriculum_kit.comparison.touched import Reach
from curriculum_kit.overview.snapshot import file_digests
from curriculum_kit.source.curriculum import Curriculum
from curriculum_kit.source.path_guard import SIZE_LIMITS
from curriculum_kit.worksheets import Calculator
from curriculum_kit.worksheets.words import Words


@dataclass(frozen=True)
class Side:
    """One state of the curriculum. `name` says which; facts are those of `day`."""

    name: str
    curriculum: Curriculum
    day: date

    @cached_property
    def calculator(self) -> Calculator:
        """Its numbers."""
        return Calculator(self.curriculum, self.day)

    @cached_property
    def files(self) -> Mapping[str, str]:
        """The digests of the files that a curriculum can hold."""
        found = file_digests(self.curriculum.root)
        return {file: digest for file, digest in found.items() if PurePosixPath(file).suffix.lower() in SIZE_LIMITS}

    def words(self, module_id: str = "") -> Words:
        """How roles look in a module."""
        return Words(self.curriculum, self.calculator, module_id)


@dataclass(frozen=True, slots=True)
class Pair:
    """Both states. `modules` are new ids with old ones where they differ; so are `sessions`, as `module-id/id`."""

    old: Side
    new: Side
    told: Told
    reach: Reach
    modules: Mapping[str, str]
    sessions: Mapping[str, str]

    def renamed(self, id: str) -> str:
        """What the id or path of a module or session was called before, as it is called now."""
        for now, was in (*self.sessions.items(), *self.modules.items()):
            if was == id:
                return now
            if "/" not in id and was.partition("/")[2] == id:
                return now.partition("/")[2]
        head, slash, rest = id.partition("/")
        return f"{self.renamed(head)}/{rest}" if slash and head else id

    def words(self, old_module: str = "", new_module: str = "") -> tuple[Words, Words]:
        """How roles look in both."""
        return self.old.words(old_module), self.new.words(new_module or old_module)
