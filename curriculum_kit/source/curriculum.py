"""A curriculum in memory: every record with the file it came from and the place of every value. Plain data.

What is loaded is compared by identity: it never changes, so that what is found out about it can be kept.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Generic, TypeVar

from msgspec import Struct

from curriculum_kit.books import BookKindInfo, FormatProfile, book_kinds
from curriculum_kit.diagnostics import Span
from curriculum_kit.source.catalogues import Catalogue
from curriculum_kit.source.document import Document, LinkUse, RoleUse
from curriculum_kit.source.schema.assessment import Assessment, Instrument
from curriculum_kit.source.schema.curriculum import Case, Centres, Glossary, Settings, Standard
from curriculum_kit.source.schema.facts import Fact, Facts
from curriculum_kit.source.schema.module import Module
from curriculum_kit.source.schema.programme import Programme
from curriculum_kit.source.schema.release import Release
from curriculum_kit.source.schema.session import SessionPlan
from curriculum_kit.source.schema.worksheet import Worksheet
from curriculum_kit.texts import SOURCE_LANGUAGE

T = TypeVar("T", covariant=True)
Loc = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class Places:
    """Where the keys and values of one YAML text stand. `Loc` is the path of keys and indices to a value."""

    file: str
    keys: Mapping[Loc, Span] = field(default_factory=dict)
    values: Mapping[Loc, Span] = field(default_factory=dict)

    def value(self, *loc: str | int) -> Span:
        """The place of a value; of its nearest written ancestor when it is not in the file."""
        return self.values.get(self._written(loc), Span(self.file))

    def key(self, *loc: str | int) -> Span:
        """The place of a key (of the item itself in a list)."""
        written = self._written(loc)
        return self.keys.get(written) or self.values.get(written, Span(self.file))

    def _written(self, loc: Loc) -> Loc:
        """`loc` without parts that are not in the file (tags of unions, missing keys)."""
        at: Loc = ()
        for part in loc:
            if (*at, part) in self.values:
                at = (*at, part)
        return at


class FieldMarkdown(Struct, frozen=True, array_like=True):
    """The roles and links of one Markdown field of a record."""

    loc: Loc
    roles: tuple[RoleUse, ...]
    links: tuple[LinkUse, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Source(Generic[T]):
    """A record with its file, places, and what its Markdown fields mention."""

    file: str
    record: T
    places: Places
    markdown: tuple[FieldMarkdown, ...] = ()


@dataclass(frozen=True, slots=True, eq=False)
class LoadedSession:
    """A session: its plan (front matter) and its text."""

    id: str
    plan: Source[SessionPlan]
    document: Document


@dataclass(frozen=True, slots=True)
class Picture:
    """A file in `media/`. A drawing (SVG) has no pixels."""

    bytes: int
    width: int | None = None
    height: int | None = None


@dataclass(frozen=True, slots=True, eq=False)
class LoadedModule:
    """A module folder. `sessions` holds the readable ones, in the order of `module.yaml`, strays last."""

    id: str
    source: Source[Module]
    sessions: Mapping[str, LoadedSession] = field(default_factory=dict)
    assessment: Source[Assessment] | None = None
    worksheets: Mapping[str, Source[Worksheet]] = field(default_factory=dict)
    media: Mapping[str, Picture] = field(default_factory=dict)

    @property
    def record(self) -> Module:
        """The record of `module.yaml`."""
        return self.source.record

    @property
    def written_instruments(self) -> tuple[Instrument, ...]:
        """The tests and essays that participants can fill in on screen."""
        instruments = self.assessment.record.instruments if self.assessment else ()
        return tuple(instrument for instrument in instruments if instrument.is_written)


READABLE = 4
"""A page of which less than one text in so many is translated stays in the language it was written in."""


@dataclass(frozen=True, slots=True)
class Share:
    """How much of something is translated: texts that are, all texts, and those whose translation is out of date."""

    done: int
    all: int
    stale: int = 0

    @property
    def whole(self) -> bool:
        """Whether nothing is left to translate."""
        return self.done == self.all

    @property
    def is_begun(self) -> bool:
        """Whether enough is translated to read it: single phrases recur everywhere and make no page."""
        return self.done * READABLE >= self.all > 0


@dataclass(frozen=True, slots=True)
class Translation:
    """What a translated curriculum is: its language, the modules of which something is translated, and how much.

    `shares` are by file; texts that stand in many files count in each.
    """

    language: str
    modules: frozenset[str]
    shares: Mapping[str, Share]


@dataclass(frozen=True, slots=True, eq=False)
class Curriculum:
    """Everything that could be read. `unreadable` names files that have errors, so that rules do not report echoes.

    `texts` holds the text of every YAML file that could be read (that of a session stands in its document).
    `catalogues` are the translations, by language and by module; those of what modules share go by the empty name.
    `translation` is None for the curriculum as it was written.
    """

    root: Path
    settings: Source[Settings] | None = None
    programmes: Mapping[str, Source[Programme]] = field(default_factory=dict)
    facts_source: Source[Facts] | None = None
    glossary: Source[Glossary] | None = None
    cases: Mapping[str, Source[Case]] = field(default_factory=dict)
    standards: Mapping[str, Source[Standard]] = field(default_factory=dict)
    centres: Source[Centres] | None = None
    releases: Mapping[str, Source[Release]] = field(default_factory=dict)
    modules: Mapping[str, LoadedModule] = field(default_factory=dict)
    unreadable: frozenset[str] = frozenset()
    texts: Mapping[str, str] = field(default_factory=dict)
    catalogues: Mapping[str, Mapping[str, Catalogue]] = field(default_factory=dict)
    translation: Translation | None = None

    @property
    def language(self) -> str:
        """The language that it is written in, or that it has been translated into."""
        return self.translation.language if self.translation else SOURCE_LANGUAGE

    def book_kinds(self) -> tuple[BookKindInfo, ...]:
        """The kinds of books that there are under the profile of the curriculum."""
        default: FormatProfile = Settings.model_fields["format_profile"].default
        return book_kinds(self.settings.record.format_profile if self.settings else default)

    def facts(self) -> dict[str, Fact]:
        """The facts by id."""
        return {fact.id: fact for fact in self.facts_source.record.facts} if self.facts_source else {}

    def session(self, path: str) -> LoadedSession | None:
        """The session `module-id/session-id`, or None."""
        module_id, _, session_id = path.partition("/")
        module = self.modules.get(module_id)
        return module.sessions.get(session_id) if module else None

    def offered(self) -> tuple[LoadedModule, ...]:
        """The modules of an edition: all, or of a translation those of which something is translated."""
        modules = tuple(self.modules.values())
        chosen = self.translation.modules if self.translation else self.modules
        return tuple(module for module in modules if module.id in chosen)

    def all_sessions(self) -> Iterator[tuple[LoadedModule, LoadedSession]]:
        """All sessions with their modules, in order."""
        for module in self.modules.values():
            for session in module.sessions.values():
                yield module, session
