"""YAML as editors read it: version 1.2, where `no` is a word and a date is a text."""

from __future__ import annotations

import re
from typing import Any

import yaml

MAP = "tag:yaml.org,2002:map"


class Yaml12Loader(yaml.CSafeLoader):
    """The core schema of YAML 1.2."""


Yaml12Loader.yaml_implicit_resolvers = {}
for name, pattern, first in (
    ("null", r"~|null|Null|NULL|", "~nN\0"),
    ("bool", r"true|True|TRUE|false|False|FALSE", "tTfF"),
    ("int", r"[-+]?[0-9]+", "-+0123456789"),
    ("float", r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?", "-+.0123456789"),
):
    Yaml12Loader.add_implicit_resolver(f"tag:yaml.org,2002:{name}", re.compile(f"({pattern})\\Z"), [*first, ""])
Yaml12Loader.add_constructor("tag:yaml.org,2002:int", lambda loader, node: int(loader.construct_scalar(node)))


def read(text: str) -> Any:
    """The data that an editor sees."""
    return yaml.load(text, Loader=Yaml12Loader)  # noqa: S506 - as safe as the loader that it extends


def read_texts(text: str) -> Any:
    """The data that a record sees: every scalar is a text."""
    return yaml.load(text, Loader=yaml.BaseLoader)
