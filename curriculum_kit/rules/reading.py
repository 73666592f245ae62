"""What many rules look at: mentions with their places, who may see them, and whether a file can be believed.

A rule must not report echoes. When a file is unreadable, or its fences are so broken that blocks were misread, what
it defines is unknown, and whoever mentions it is innocent.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from curriculum_kit.audience import Audience, is_visible
from curriculum_kit.diagnostics import Related, Span, nearest, text
from curriculum_kit.source.curriculum import Curriculum, LoadedModule, LoadedSession, Loc, Source
from curriculum_kit.source.document import BlockUse, Document, FaultKind, LinkUse, RoleUse
from curriculum_kit.source.fence_lines import meant_block
from curriculum_kit.source.schema.assessment import Assessment, AssessmentItem, Instrument
from curriculum_kit.source.schema.base import Record

FENCE_FAULTS = frozenset({
    FaultKind.SHORT_FENCE, FaultKind.MISSING_BRACES, FaultKind.MALFORMED_FENCE, FaultKind.INNER_FENCE_TOO_LONG,
    FaultKind.TOO_DEEP, FaultKind.UNCLOSED_FENCE, FaultKind.STRAY_FENCE, FaultKind.TEXT_AFTER_FENCE,
    FaultKind.MISPLACED_FENCE, FaultKind.FENCE_IN_OPTIONS, FaultKind.LOST_STRUCTURE, FaultKind.SUSPICIOUS_CHARACTER,
    FaultKind.FORBIDDEN_DIRECTIVE, FaultKind.CODE, FaultKind.DASHES, FaultKind.MALFORMED_OPTION,
    FaultKind.MISPLACED_OPTION,
})  # fmt: skip
"""Faults after which the blocks of a document cannot be believed."""

_WEB = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:")

QUESTION_SHEET_FIELDS = frozenset({"instructions", "conditions", "stem", "options", "task"})
"""Of an assessment, which is trainer-only: what `lembar-soal.pdf` prints for participants."""


@dataclass(frozen=True, slots=True)
class Mention:
    """A role or link with its surroundings. `module` is None outside of module folders."""

    use: RoleUse | LinkUse
    file: str
    module: LoadedModule | None
    trainer_only: bool


@lru_cache(maxsize=64)
def is_whole(curriculum: Curriculum, module: LoadedModule) -> bool:
    """Whether everything in a module's folder could be read."""
    misread = any(is_misread(session.document) for session in module.sessions.values())
    return not misread and can_be_read(curriculum, f"{module.id}/")


def lacks_sessions(module: LoadedModule) -> bool:
    """Whether the module lists sessions that could not be read."""
    return not module.sessions.keys() >= set(module.record.sessions)


def can_be_read(curriculum: Curriculum, start: str) -> bool:
    """Whether no file whose path begins with `start`, and no folder around it, is unreadable."""
    return not any(file.startswith(start) or start.startswith(f"{file}/") for file in curriculum.unreadable)


def is_misread(document: Document) -> bool:
    """Whether the blocks of a document cannot be believed."""
    return any(
        fault.kind in FENCE_FAULTS or (fault.kind is FaultKind.UNKNOWN_DIRECTIVE and not meant_block(fault.word))
        for fault in document.faults
    )


@lru_cache(maxsize=64)
def blocks(module: LoadedModule) -> tuple[tuple[LoadedSession, BlockUse], ...]:
    """All blocks of a module with their sessions, in reading order."""
    return tuple((session, block) for session in module.sessions.values() for block in session.document.walk())


def named_blocks(module: LoadedModule) -> dict[str, BlockUse]:
    """The blocks of a module by `:name:`; of several with one name the first."""
    found: dict[str, BlockUse] = {}
    for _, block in blocks(module):
        if block.name:
            found.setdefault(block.name, block)
    return found


def name_span(block: BlockUse) -> Span:
    """Where a block's name stands, or the block itself."""
    option = block.options.get("name")
    return option.value_span if option else block.span


def parts(option_value: str, span: Span) -> Iterator[tuple[str, Span]]:
    """The words of an option's value that are separated by commas, with their places."""
    at = 0
    for part in option_value.split(","):
        word = part.strip()
        if word:
            column = span.column + at + part.index(word)
            yield word, Span.of_text(span.file, span.line, column, word)
        at += len(part) + 1


@lru_cache(maxsize=4)
def mentions(curriculum: Curriculum) -> tuple[Mention, ...]:
    """All roles and links of the curriculum: in session texts and in the Markdown fields of records."""
    return tuple(_mentions(curriculum))


def _mentions(curriculum: Curriculum) -> Iterator[Mention]:
    for source in shared_sources(curriculum):
        yield from _of_fields(source, None)
    for module in curriculum.modules.values():
        for source in module_sources(module):
            yield from _of_fields(source, module)
        for session in module.sessions.values():
            document = session.document
            uses: tuple[RoleUse | LinkUse, ...] = (*document.roles, *document.links)
            hidden = is_misread(document)  # an escaped answer is one mistake, not as many as it mentions things
            for use in uses:
                yield Mention(use, document.file, module, hidden or use.trainer_only)


def links(curriculum: Curriculum) -> Iterator[tuple[Mention, LinkUse, str, str]]:
    """All links but those to the web: each with the page that it leads to and the name behind `#`, if any."""
    for mention in mentions(curriculum):
        link = mention.use
        if isinstance(link, LinkUse) and not _WEB.match(link.target):
            path, _, name = link.target.partition("#")
            folder = posixpath.dirname(mention.file)
            yield mention, link, posixpath.normpath(posixpath.join(folder, path)) if path else mention.file, name


@lru_cache(maxsize=4)
def session_pages(curriculum: Curriculum) -> Mapping[str, LoadedModule]:
    """The pages that links can lead to, with their modules."""
    return {session.document.file: module for module, session in curriculum.all_sessions()}


def module_sources(module: LoadedModule) -> Iterator[Source[Record]]:
    """All records of a module, those of its sessions among them."""
    yield module.source
    yield from (session.plan for session in module.sessions.values())
    yield from filter(None, (module.assessment, *module.worksheets.values()))


def shared_sources(curriculum: Curriculum) -> Iterator[Source[Record]]:
    """All records outside of module folders that mention something."""
    yield from curriculum.programmes.values()
    yield from filter(None, (curriculum.facts_source, curriculum.glossary, curriculum.centres))
    yield from curriculum.cases.values()
    yield from curriculum.standards.values()


def _of_fields(source: Source[Record], module: LoadedModule | None) -> Iterator[Mention]:
    for part in source.markdown:
        hidden = not is_shown(source.record, part.loc)
        uses: tuple[RoleUse | LinkUse, ...] = (*part.roles, *part.links)
        yield from (Mention(use, source.file, module, trainer_only=hidden) for use in uses)


def is_shown(record: Record, loc: Loc) -> bool:
    """Whether participants get to read a field of a record."""
    if isinstance(record, Assessment):
        return not QUESTION_SHEET_FIELDS.isdisjoint(loc)
    return is_visible(record, loc, Audience.PARTICIPANT)


def instruments(curriculum: Curriculum) -> Iterator[tuple[Source[Assessment], Loc, Instrument]]:
    """All instruments, each with its file and the way to it."""
    for module in curriculum.modules.values():
        if source := module.assessment:
            for number, instrument in enumerate(source.record.instruments):
                yield source, ("instruments", number), instrument


def keyed_items(source: Source[Assessment], at: Loc, instrument: Instrument) -> Iterator[tuple[AssessmentItem, Span]]:
    """The choice items of an instrument whose key is one of their options, each with the place of its key."""
    for number, item in enumerate(instrument.items):
        if len(item.options) > 1 and item.key in {option.id for option in item.options}:
            yield item, source.places.value(*at, "items", number, "key")


def closest(word: str, known: Mapping[str, Span]) -> tuple[Related, ...]:
    """Where the known word stands that was probably meant."""
    match = nearest(word, known)
    return (Related(known[match], text('"{match}" ada di sini', match=match)),) if match else ()


def listed(known: Collection[str], limit: int = 8) -> str:
    """Known words for a help text: all when they are few."""
    words = sorted(known)
    return ", ".join(words[:limit]) + (", …" if len(words) > limit else "")
