"""The kinds of files that authors write, and where each kind is found in a curriculum folder."""

from __future__ import annotations

from dataclasses import dataclass
from fnmatch import fnmatchcase
from pathlib import PurePosixPath

from curriculum_kit.source.schema.assessment import Assessment
from curriculum_kit.source.schema.base import Record
from curriculum_kit.source.schema.curriculum import Case, Centres, Glossary, Settings, Standard
from curriculum_kit.source.schema.facts import Facts
from curriculum_kit.source.schema.module import Module
from curriculum_kit.source.schema.programme import Programme
from curriculum_kit.source.schema.session import SessionPlan
from curriculum_kit.source.schema.worksheet import Worksheet

SCHEMA_FOLDER = ".schemas"
"""Where the schemas stand in a curriculum folder; the loader passes over names that begin with a dot."""


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of file: its record, and the pattern of its paths from the curriculum folder."""

    name: str
    record: type[Record]
    pattern: str

    @property
    def schema_file(self) -> str:
        """The name of its schema."""
        return f"{self.name}.schema.json"

    @property
    def is_yaml(self) -> bool:
        """Whether it is a YAML file. The other kind is the head of a Markdown file."""
        return self.pattern.endswith(".yaml")

    def holds(self, file: str) -> bool:
        """Whether a path from the curriculum folder is of this kind."""
        return file.count("/") == self.pattern.count("/") and fnmatchcase(file, self.pattern)


KINDS = (
    Kind("curriculum", Settings, "curriculum.yaml"),
    Kind("facts", Facts, "facts.yaml"),
    Kind("glossary", Glossary, "glossary.yaml"),
    Kind("centres", Centres, "centres.yaml"),
    Kind("case", Case, "cases/*.yaml"),
    Kind("standard", Standard, "standards/*.yaml"),
    Kind("programme", Programme, "programmes/*.yaml"),
    Kind("module", Module, "*/module.yaml"),
    Kind("assessment", Assessment, "*/assessment.yaml"),
    Kind("worksheet", Worksheet, "*/worksheets/*.yaml"),
    Kind("session", SessionPlan, "*/sessions/*.md"),
)
"""`releases/<version>.json` is not among them: a program writes it."""


def kind_of(file: str) -> Kind | None:
    """The kind of a file, by its path from the curriculum folder."""
    return next((kind for kind in KINDS if kind.holds(file)), None)


def modeline(file: str) -> str | None:
    """The first line that tells every editor the schema of a YAML file; none for other files."""
    kind = kind_of(file)
    if kind is None or not kind.is_yaml:
        return None
    up = "../" * (len(PurePosixPath(file).parts) - 1)
    return f"# yaml-language-server: $schema={up}{SCHEMA_FOLDER}/{kind.schema_file}"
