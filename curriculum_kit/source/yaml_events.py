"""YAML text → plain data and the place of every key and value, from the events of libyaml in one loop.

Every scalar stays text (only an empty value, `~` and `null` become None): the schema decides what a value means. That
keeps out the surprises of YAML 1.1, where `no` is a boolean, `010` is eight and `1:30` is ninety. Nothing is built
from tags, nothing is expanded, nothing recurses: a hostile file costs no more than an honest one of its size.

A JSON file is read the same way.
"""

from __future__ import annotations

import yaml

from curriculum_kit.diagnostics import Diagnostic, Span, text
from curriculum_kit.source import yaml_faults, yaml_habits, yaml_plain
from curriculum_kit.source.curriculum import Loc, Places
from curriculum_kit.source.text_files import clean, decode, unseen, unseen_fault
from curriculum_kit.source.yaml_data import Data, Yaml
from curriculum_kit.source.yaml_faults import Refused, fault
from curriculum_kit.source.yaml_plain import GLUED_KEY, NULLS
from curriculum_kit.source.yaml_syntax import syntax
from curriculum_kit.source.yaml_text import Extent, Extents, KeySpans, ValueSpans, YamlText

MAX_BYTES = 256 * 1024
MAX_DEPTH = 20


class _Open:
    """A mapping (`pairs`) or list (`items`) whose end has not come yet.

    `first` and `last` are what began it and what came last in it, `own_key` is the key that it is the value of, `key`
    the key in it whose value comes next.
    """

    __slots__ = ("awaits_key", "first", "items", "key", "key_extent", "last", "loc", "own_key", "pairs")

    def __init__(self, first: Extent, *, is_mapping: bool) -> None:
        self.first = self.last = first
        self.pairs: dict[str, Data] = {}
        self.items: list[Data] | None = None if is_mapping else []
        self.awaits_key = is_mapping
        self.loc: Loc = ()
        self.own_key: Extent | None = None
        self.key = ""
        self.key_extent = first

    @property
    def holds(self) -> Data:
        """The mapping or the list."""
        return self.pairs if self.items is None else self.items


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
        return Yaml(None, reading.places, (*reading.found, syntax(reading.source, error)))
    return Yaml(data, reading.places, tuple(reading.found), cleaned, reading.extents)


class _Reading:
    """The state of the one loop over events."""

    def __init__(self, source: YamlText) -> None:
        self.source = source
        self.extent = source.extent
        self.is_risky = yaml_habits.RISKY.search(source.text) is not None
        self.extents = Extents()
        self.written = self.extents.written
        self.places = Places(source.file, KeySpans(source, self.extents), ValueSpans(source, self.extents))
        self.found: list[Diagnostic] = []
        self.root: dict[str, Data] | None = None
        self.here: _Open | None = None
        self.outer: list[_Open | None] = []
        self.documents = 0

    def read(self) -> dict[str, Data]:
        """The data of the one document."""
        for event in yaml.parse(self.source.text, Loader=yaml.CSafeLoader):
            if isinstance(event, yaml.ScalarEvent):
                self._scalar(event)
            elif isinstance(event, yaml.CollectionEndEvent):
                self._finish(event)
            elif isinstance(event, yaml.CollectionStartEvent):
                self._begin(event)
            elif isinstance(event, yaml.AliasEvent):
                raise Refused(yaml_faults.anchor(self.source.span(self.extent(event))))
            elif isinstance(event, yaml.DocumentStartEvent):
                self._document(event)
        if self.root is None:
            raise Refused(yaml_faults.empty(Span(self.source.file, self.source.first_line)))
        return self.root

    def _document(self, event: yaml.DocumentStartEvent) -> None:
        self.documents += 1
        if event.tags:
            raise Refused(yaml_faults.tag(self.source.span(self.extent(event)), "%TAG"))
        if self.documents > 1:
            raise Refused(yaml_faults.second_document(self.source.span(self.extent(event))))

    def _refuse_decoration(self, event: yaml.ScalarEvent | yaml.CollectionStartEvent) -> None:
        line, column, *_ = self.extent(event)
        if event.anchor is not None:
            raise Refused(yaml_faults.anchor(self.source.at(line, column)))
        if event.tag is not None:
            raise Refused(yaml_faults.tag(self.source.at(line, column), event.tag))

    def _scalar(self, event: yaml.ScalarEvent) -> None:
        """A key or a value that is no collection: seven of ten events, hence few calls on the way."""
        words, quoted, here = event.value, event.style, self.here
        extent = self.extent(event)
        if event.anchor is not None or event.tag is not None:
            self._refuse_decoration(event)
        if here is None:
            raise Refused(self._no_mapping(words, extent))
        if not quoted:
            words = self._plain(words, extent, here)
        if quoted == '"' and not words.isprintable() and (escaped := unseen(words)):
            raise Refused(unseen_fault(self.source.span(extent), escaped[0]))
        if here.awaits_key:
            if words in here.pairs:
                self.found.append(self._duplicate((*here.loc, words), extent))
            here.key, here.key_extent, here.awaits_key, here.last = words, extent, False, extent
            return
        value = None if words in NULLS and not quoted else words
        if here.items is None:
            here.pairs[here.key] = value
            here.awaits_key = True
            if not words and not quoted:
                # An empty value has no place of its own: what is said about it is said about its key.
                extent = here.key_extent
            self.written[*here.loc, here.key] = extent, here.key_extent
        else:
            self.written[*here.loc, len(here.items)] = extent, None
            here.items.append(value)
        here.last = extent

    def _plain(self, words: str, extent: Extent, here: _Open) -> str:
        """A text without quotes as it was meant: YAML reads much without complaint that was meant otherwise."""
        found = None
        if here.awaits_key:
            if words in NULLS or words == "<<":
                yaml_plain.refuse_special_key(self.source, words, extent)
            if self.is_risky or ":" in words:
                words, found = yaml_plain.read_key(self.source, words, extent)
        elif self.is_risky or extent[0] != extent[2]:
            words, found = yaml_plain.read_value(self.source, words, extent, here.first)
        if found:
            self.found.append(found)
        return words

    def _duplicate(self, loc: Loc, extent: Extent) -> Diagnostic:
        first = self.written[loc][1] or extent
        return yaml_faults.duplicate(self.source.span(extent), str(loc[-1]), self.source.span(first))

    def _begin(self, event: yaml.CollectionStartEvent) -> None:
        self._refuse_decoration(event)
        extent, here = self.extent(event), self.here
        is_mapping = isinstance(event, yaml.MappingStartEvent)
        if here is None and not is_mapping:
            raise Refused(yaml_faults.root_is_list(self.source.at(*extent[:2])))
        if here is not None and here.awaits_key:
            raise Refused(yaml_faults.no_key(self.source.at(*extent[:2])))
        if len(self.outer) >= MAX_DEPTH:
            raise Refused(yaml_faults.too_deep(self.source.at(*extent[:2]), MAX_DEPTH))
        new = _Open(extent, is_mapping=is_mapping)
        if here is None:
            self.root = new.pairs
        elif here.items is None:
            here.pairs[here.key] = new.holds
            here.awaits_key = True
            new.loc, new.own_key = (*here.loc, here.key), here.key_extent
        else:
            new.loc = (*here.loc, len(here.items))
            here.items.append(new.holds)
        self.outer.append(here)
        self.here = new

    def _finish(self, event: yaml.CollectionEndEvent) -> None:
        done, self.here = self.here, self.outer.pop()
        if done is None:  # Never so: every end has its beginning.
            return
        extent = self.extent(event)
        # Without a bracket, libyaml says where the next thing begins; we want where this one ends.
        whole = (*done.first[:2], *(extent if extent[:2] != extent[2:] else done.last)[2:])
        self.written[done.loc] = whole, done.own_key
        if self.here is not None:
            self.here.last = whole

    def _no_mapping(self, value: str, extent: Extent) -> Diagnostic:
        if value in NULLS:
            return yaml_faults.empty(Span(self.source.file, self.source.first_line))
        place = self.source.rest_of_line(*extent[:2])
        if GLUED_KEY.fullmatch(value):
            return yaml_faults.missing_blank(place, self.source.lines[extent[0]].strip())
        return yaml_faults.root_is_text(place)
