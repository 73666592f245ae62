"""YAML for authors: block style, one key a line, and a comment where something has to be completed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import yaml

from curriculum_kit.source.fill_marks import WORD

MARK = f"# {WORD}"
UNFINISHED = f"{WORD}:"
"""What marks a place that somebody has to complete."""
_ENDLESS = 1 << 30


@dataclass(frozen=True, slots=True)
class Unfinished:
    """A value that stands in for one that somebody has to write."""

    value: object
    hint: str = ""

    @property
    def comment(self) -> str:
        """What stands behind it; nothing where the value says so itself."""
        if self.hint:
            return f"  {MARK}: {self.hint}"
        return "" if isinstance(self.value, str) and MARK.strip("# ") in self.value else f"  {MARK}"


@dataclass(frozen=True, slots=True)
class Raw:
    """A value written as it is: numbers and ids that need no quotes."""

    text: str


def written(value: Mapping[str, object]) -> str:
    """A mapping as YAML."""
    return "\n".join(_mapping(value, "")) + "\n"


def _mapping(value: Mapping[str, object], indent: str) -> Iterator[str]:
    for key, inner in value.items():
        if inner is None or (isinstance(inner, str) and not inner):
            continue
        yield from _entry(f"{indent}{key}:", inner, indent)


def _entry(head: str, inner: object, indent: str) -> Iterator[str]:
    comment = ""
    if isinstance(inner, Unfinished):
        comment, inner = inner.comment, inner.value
    if isinstance(inner, Mapping) and inner:
        yield head + comment
        yield from _mapping(inner, indent + "  ")
    elif isinstance(inner, Sequence) and not isinstance(inner, str) and inner:
        if all(isinstance(each, Raw) for each in inner):
            yield f"{head} [{', '.join(each.text for each in inner)}]{comment}"
        else:
            yield head + comment
            for each in inner:
                yield from _item(each, indent + "  ")
    elif isinstance(inner, str) and "\n" in inner:
        yield f"{head} |-{comment}"
        yield from (f"{indent}  {line}".rstrip() for line in inner.split("\n"))
    else:
        yield f"{head} {scalar(inner)}{comment}"


def _item(value: object, indent: str) -> Iterator[str]:
    comment = ""
    if isinstance(value, Unfinished):
        comment, value = value.comment, value.value
    if isinstance(value, Mapping):
        lines = list(_mapping(value, indent + "  "))
        lines[0] = f"{indent}- {lines[0].removeprefix(indent + '  ')}{comment}"
        yield from lines
    else:
        yield f"{indent}- {scalar(value)}{comment}"


def scalar(value: object) -> str:
    """A single value; words are quoted where YAML would read something else."""
    if isinstance(value, Raw):
        return value.text
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int):
        return str(value)
    if isinstance(value, Sequence) and not value and not isinstance(value, str):
        return "[]"
    words = str(value)
    if "\n" in words or "\\" in words or '"' in words or ": " in words or " #" in words:
        return _quoted(words)
    plain = yaml.safe_dump(words, allow_unicode=True, width=_ENDLESS)
    return plain.removesuffix("\n").removesuffix("\n...")


def _quoted(words: str) -> str:
    """In double quotes, where they can hold everything."""
    escaped = words.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    return f'"{escaped}"'
