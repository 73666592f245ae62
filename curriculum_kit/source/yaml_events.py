"""YAML text → plain data and the place of every key and value, from the events of libyaml in one loop.

Every scalar stays text (only an empty value, `~` and `null` become None): the schema decides what a value means. That
keeps out the surprises of YAML 1.1, where `no` is a boolean, `010` is eight and `1:30` is ninety. Nothing is built
from tags, nothing is expanded, nothing recurses: a hostile file costs no more than an honest one of its size.

A JSON file is read the same way.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TypeAlias

import yaml

from curriculum_kit.diagnostics import Diagnostic, Span, text
from curriculum_kit.source import yaml_faults
from curriculum_kit.source.curriculum import Loc, Places
from curriculum_kit.source.text_files import clean, decode
from curriculum_kit.source.yaml_faults import Refused, fault
from curriculum_kit.source.yaml_text import Extent, KeySpans, ValueSpans, Written, YamlText

Data: TypeAlias = str | list["Data"] | dict[str, "Data"] | None
"""What YAML says, without meaning: texts, nothing, lists, mappings."""

MAX_BYTES = 256 * 1024
MAX_DEPTH = 20

_NULLS = frozenset({"", "~", "null", "Null", "NULL"})
_GLUED_KEY = re.compile(r"[A-Za-z_][\w-]*:[^ \t\n/].*", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Yaml:
    """What a file holds. `data` is None when it could not be read; then the last diagnostic says why."""

    data: dict[str, Data] | None
    places: Places
    diagnostics: tuple[Diagnostic, ...] = ()


@dataclass(slots=True)
class _Open:
    """A mapping or list whose end has not come yet.

    `end` is the end of what stands in it so far; `own_key` the place of the key that it is the value of; `key` a key
    in it whose value comes next.
    """

    loc: Loc
    holds: dict[str, Data] | list[Data]
    start: tuple[int, int]
    end: tuple[int, int]
    own_key: Extent | None
    is_mapping: bool
    key: str | None = None
    key_extent: Extent | None = None


def read_yaml(file: str, content: bytes | str, *, first_line: int = 1) -> Yaml:
    """Read YAML (or JSON). `first_line` is the line of `file` on which `content` begins."""
    if len(content) > MAX_BYTES:
        too_large = fault(
            "YAML107",
            Span(file, first_line),
            text("berkas lebih besar dari {limit} KB", limit=MAX_BYTES // 1024),
            text("Pecah isinya menjadi beberapa berkas."),
        )
        return Yaml(None, Places(file), (too_large,))
    cleaned = decode(file, content) if isinstance(content, bytes) else clean(file, content, first_line=first_line)
    if isinstance(cleaned, Diagnostic):
        return Yaml(None, Places(file), (cleaned,))
    reading = _Reading(YamlText(file, cleaned, first_line))
    try:
        data = reading.read()
    except Refused as refused:
        return Yaml(None, reading.places, (*reading.found, refused.diagnostic))
    except yaml.YAMLError as error:
        return Yaml(None, reading.places, (*reading.found, yaml_faults.syntax(reading.source, error)))
    return Yaml(data, reading.places, tuple(reading.found))


class _Reading:
    """The state of the one loop over events."""

    def __init__(self, source: YamlText) -> None:
        self.source = source
        self.glued_comments = source.glued_comments
        self.written: Written = {}
        self.places = Places(source.file, KeySpans(source, self.written), ValueSpans(source, self.written))
        self.found: list[Diagnostic] = []
        self.root: dict[str, Data] | None = None
        self.open: list[_Open] = []
        self.documents = 0

    def read(self) -> dict[str, Data]:
        """The data of the one document."""
        for event in yaml.parse(self.source.text, Loader=yaml.CSafeLoader):
            if isinstance(event, yaml.ScalarEvent):
                if event.anchor is not None or event.tag is not None:
                    self._refuse_decoration(event)
                self._scalar(event)
            elif isinstance(event, yaml.CollectionStartEvent):
                self._refuse_decoration(event)
                self._begin(event)
            elif isinstance(event, yaml.CollectionEndEvent):
                self._finish(event)
            elif isinstance(event, yaml.AliasEvent):
                raise Refused(yaml_faults.anchor(self.source.span(self.source.extent(event))))
            elif isinstance(event, yaml.DocumentStartEvent):
                self._document(event)
        if self.root is None:
            raise Refused(yaml_faults.empty(Span(self.source.file, self.source.first_line)))
        return self.root

    def _document(self, event: yaml.DocumentStartEvent) -> None:
        self.documents += 1
        if event.tags:
            raise Refused(yaml_faults.tag(self.source.span(self.source.extent(event)), "%TAG"))
        if self.documents > 1:
            raise Refused(yaml_faults.second_document(self.source.span(self.source.extent(event))))

    def _refuse_decoration(self, event: yaml.ScalarEvent | yaml.CollectionStartEvent) -> None:
        line, column, *_ = self.source.extent(event)
        if event.anchor is not None:
            raise Refused(yaml_faults.anchor(self.source.at(line, column)))
        if event.tag is not None:
            raise Refused(yaml_faults.tag(self.source.at(line, column), event.tag))

    def _scalar(self, event: yaml.ScalarEvent) -> None:
        extent = self.source.extent(event)
        value = event.value
        if not self.open:
            raise Refused(self._no_mapping(value, extent))
        if event.style:
            is_null = False
        else:
            is_null = value in _NULLS
            if self.glued_comments or extent[0] != extent[2]:
                self._refuse_silent_losses(extent)
        here = self.open[-1]
        if here.key is None and here.is_mapping:
            self._key(here, value, extent, is_plain=not event.style)
            return
        key = here.key_extent
        loc = self._attach(here, None if is_null else value)
        if is_null and not value and key:
            # An empty value has no place of its own: what is said about it is said about its key.
            self.written[loc] = key, key
        else:
            self.written[loc] = extent, key
            here.end = extent[2:]

    def _refuse_silent_losses(self, extent: Extent) -> None:
        """Unquoted text that YAML reads without complaint, but not as it was meant."""
        if extent[0] != extent[2]:
            item = self.source.swallowed_item(extent)
            if item:
                raise Refused(yaml_faults.swallowed_item(self.source.rest_of_line(*item)))
        if self.glued_comments:
            line, end = extent[2:]
            comment = self.glued_comments.get(line, -1)
            if comment > end and not self.source.lines[line][end:comment].strip():
                self.found.append(yaml_faults.glued_comment(self.source.rest_of_line(line, comment)))

    def _key(self, here: _Open, key: str, extent: Extent, *, is_plain: bool) -> None:
        if is_plain and (key in _NULLS or key == "<<" or ":" in key):
            self._refuse_plain_key(key, extent)
        if key in here.holds:
            first = self.written[*here.loc, key][1] or extent
            self.found.append(yaml_faults.duplicate(self.source.span(extent), key, self.source.span(first)))
        here.key, here.key_extent, here.end = key, extent, extent[2:]

    def _refuse_plain_key(self, key: str, extent: Extent) -> None:
        if key == "<<":
            raise Refused(yaml_faults.merge_key(self.source.span(extent)))
        if key in _NULLS:
            raise Refused(yaml_faults.no_key(self.source.at(*extent[:2])))
        if _GLUED_KEY.fullmatch(key):
            raise Refused(yaml_faults.missing_blank(self.source.span(extent), key))

    def _begin(self, event: yaml.CollectionStartEvent) -> None:
        start = self.source.extent(event)[:2]
        holds: dict[str, Data] | list[Data] = {} if isinstance(event, yaml.MappingStartEvent) else []
        loc: Loc = ()
        key = None
        if self.open:
            here = self.open[-1]
            if here.key is None and here.is_mapping:
                raise Refused(yaml_faults.no_key(self.source.at(*start)))
            key = here.key_extent
            loc = self._attach(here, holds)
        elif isinstance(holds, dict):
            self.root = holds
        else:
            raise Refused(yaml_faults.root_is_list(self.source.at(*start)))
        if len(self.open) >= MAX_DEPTH:
            raise Refused(yaml_faults.too_deep(self.source.at(*start), MAX_DEPTH))
        self.open.append(_Open(loc, holds, start, start, key, is_mapping=isinstance(holds, dict)))

    def _finish(self, event: yaml.CollectionEndEvent) -> None:
        done = self.open.pop()
        extent = self.source.extent(event)
        # Without a bracket, libyaml says where the next thing begins; we want where this one ends.
        end = extent[2:] if extent[:2] != extent[2:] else done.end
        self.written[done.loc] = (*done.start, *end), done.own_key
        if self.open:
            self.open[-1].end = end

    def _attach(self, here: _Open, value: Data) -> Loc:
        if isinstance(here.holds, list):
            here.holds.append(value)
            return (*here.loc, len(here.holds) - 1)
        key, here.key = here.key or "", None
        here.holds[key] = value
        return (*here.loc, key)

    def _no_mapping(self, value: str, extent: Extent) -> Diagnostic:
        if value in _NULLS:
            return yaml_faults.empty(self.source.span(extent))
        place = self.source.rest_of_line(*extent[:2])
        if _GLUED_KEY.fullmatch(value):
            return yaml_faults.missing_blank(place, self.source.lines[extent[0]].strip())
        return yaml_faults.root_is_text(place)
