"""Plain keys and values, which YAML takes as they stand: everything that it reads, but not as it was meant."""

from __future__ import annotations

import re

from curriculum_kit.diagnostics import Diagnostic
from curriculum_kit.source import yaml_faults, yaml_habits
from curriculum_kit.source.yaml_faults import Refused
from curriculum_kit.source.yaml_text import Extent, YamlText

NULLS = frozenset({"", "~", "null", "Null", "NULL"})
GLUED_KEY = re.compile(r"[A-Za-z_][\w-]*:[^ \t\n/].*", re.DOTALL)


def read_key(source: YamlText, key: str, extent: Extent) -> tuple[str, Diagnostic | None]:
    """A plain key as it was meant, and what is wrong with it."""
    indent = yaml_habits.odd_indent(source, extent[0])
    if indent:
        raise Refused(indent)
    if GLUED_KEY.fullmatch(key):
        raise Refused(yaml_faults.missing_blank(source.span(extent), key))
    signs = yaml_habits.list_signs(source, extent)
    if signs:
        raise Refused(signs)
    cleaned, found = yaml_habits.odd_key(source, key, extent)
    return (cleaned, found) if found else yaml_habits.curly_quotes(source, key, extent)


def read_value(source: YamlText, value: str, extent: Extent, around: Extent) -> tuple[str, Diagnostic | None]:
    """A plain value as it was meant, and what is wrong with it; `around` is where the list or mapping began."""
    if extent[0] != extent[2]:
        _refuse_swallowed_lines(source, extent, around)
    signs = yaml_habits.list_signs(source, extent) if value else None
    if signs:
        raise Refused(signs)
    line, end = extent[2:]
    comment = source.glued_comments.get(line, -1)
    if comment >= end and not source.lines[line][end:comment].strip():
        found = yaml_faults.glued_comment(source, line, comment, is_all=not value)
        return value or source.lines[line][comment:].strip(), found
    cleaned, odd = yaml_habits.odd_ends(source, value, extent)
    return (cleaned, odd) if odd else yaml_habits.curly_quotes(source, value, extent)


def refuse_special_key(source: YamlText, key: str, extent: Extent) -> None:
    """Keys that mean something to YAML."""
    if key == "<<":
        raise Refused(yaml_faults.merge_key(source.span(extent)))
    if key in NULLS:
        raise Refused(yaml_faults.no_key(source.at(*extent[:2])))


def _refuse_swallowed_lines(source: YamlText, extent: Extent, around: Extent) -> None:
    item = source.swallowed_item(extent)
    if not item:
        return
    opening = source.lines[around[0]][around[1] : around[1] + 1]
    if opening in {"[", "{"}:
        raise Refused(yaml_faults.open_bracket(source.at(*around[:2]), opening))
    first = yaml_habits.list_signs(source, extent)
    raise Refused(first or yaml_faults.swallowed_item(source.rest_of_line(*item)))
