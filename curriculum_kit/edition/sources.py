"""The generated source tree that Sphinx reads: one page per session, and pages of Markdown fields.

Sphinx never sees the author's folder. A session is copied with its front matter blanked (line numbers stay), because
MyST would put all of it, trainer steps included, into the environment. The Markdown fields that the audience may see
are written as `{ck-field}` blocks; fields that it may not see are never written. Every generated line knows the
author's file and line, so that warnings of Sphinx point at what the author wrote.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from pathlib import PurePosixPath
from urllib.parse import unquote

from curriculum_kit.audience import Audience, is_visible
from curriculum_kit.edition.context import EditionContext
from curriculum_kit.source.curriculum import Curriculum, LoadedModule, LoadedSession, Loc, Source
from curriculum_kit.source.document import BlockUse, LinkUse, RoleUse
from curriculum_kit.source.model_shape import marked
from curriculum_kit.source.schema.base import MarkdownMark, Record
from curriculum_kit.translation import Untranslated, in_brackets

COLONS = re.compile(r":{3,}")


@dataclass(slots=True)
class Page:
    """A generated page: its Sphinx name and, line by line, text and origin (author's file and line).

    What it mentions (roles, blocks, links) tells the preview whether it must be read again.
    """

    docname: str
    lines: list[str] = field(default_factory=list)
    origins: list[tuple[str, int]] = field(default_factory=list)
    roles: list[RoleUse] = field(default_factory=list)
    blocks: list[BlockUse] = field(default_factory=list)
    links: list[LinkUse] = field(default_factory=list)

    def add(self, text: str, file: str, line: int, *, advance: bool = False) -> None:
        """Append lines that come from one place; with `advance` each from the next line of the file."""
        for offset, part in enumerate(text.split("\n")):
            self.lines.append(part)
            self.origins.append((file, line + offset if advance else line))

    def text(self) -> str:
        """The page as Sphinx reads it."""
        return "\n".join(self.lines) + "\n"


def linked_pages(page: Page, generated: Collection[str]) -> list[str]:
    """The names of the pages that the links of a page may lead to, with room for doubt: all with that file name."""
    paths = (unquote(link.target).partition("#")[0].rpartition(":")[2] for link in page.links)
    stems = {PurePosixPath(path).stem for path in paths} - {""}
    return sorted(docname for docname in generated if docname.rpartition("/")[2] in stems)


def field_key(file: str, loc: Loc) -> str:
    """The name of a rendered Markdown field: file and path, e.g. `kwu-05/module.yaml#unit.description`."""
    return f"{file}#{'.'.join(str(part) for part in loc)}"


def pages(context: EditionContext) -> Iterator[Page]:
    """All pages of an edition."""
    curriculum = context.curriculum
    yield _fields_page("index", _shared_sources(curriculum), context.audience, title=curriculum_name(curriculum))
    for module in curriculum.offered():
        yield _fields_page(f"{module.id}/module", _module_sources(module, context.audience), context.audience)
        for session in module.sessions.values():
            yield _session_page(module, session)
    for module in curriculum.modules.values():
        if module not in curriculum.offered():
            yield from (_named_page(module, session) for session in module.sessions.values())


def curriculum_name(curriculum: Curriculum) -> str:
    """The name of the curriculum."""
    return curriculum.settings.record.name if curriculum.settings else "Kurikulum"


def session_docname(module_id: str, session_id: str) -> str:
    """The Sphinx name of a session. It mirrors the author's folder, so that relative links and pictures hold."""
    return f"{module_id}/sessions/{session_id}"


def _session_page(module: LoadedModule, session: LoadedSession) -> Page:
    document = session.document
    page = Page(
        session_docname(module.id, session.id),
        roles=list(document.roles),
        blocks=list(document.walk()),
        links=list(document.links),
    )
    lines = document.text.split("\n")
    head = document.body_line - 1
    page.add("\n".join([*[""] * (head - 1), f"# {session.plan.record.title}"]), document.file, 1, advance=True)
    page.add("\n".join(lines[head:]), document.file, document.body_line, advance=True)
    return page


def _named_page(module: LoadedModule, session: LoadedSession) -> Page:
    """A session that the edition lacks: no more than its name, for links that lead there."""
    page = Page(session_docname(module.id, session.id))
    page.add(f"# {session.plan.record.title}", session.document.file, 1)
    return page


def _shared_sources(curriculum: Curriculum) -> Iterator[Source[Record]]:
    if curriculum.translation is None:
        yield from curriculum.programmes.values()
    yield from curriculum.cases.values()
    for source in (curriculum.facts_source, curriculum.glossary):
        if source is not None:
            yield source


def _module_sources(module: LoadedModule, audience: Audience) -> Iterator[Source[Record]]:
    yield module.source
    yield from (session.plan for session in module.sessions.values())
    yield from module.worksheets.values()
    if module.assessment is not None and audience is Audience.TRAINER:
        yield module.assessment


def _fields_page(docname: str, sources: Iterator[Source[Record]], audience: Audience, title: str = "-") -> Page:
    page = Page(docname)
    page.add(f"# {title}", docname, 1)
    for source in sources:
        for mentions in source.markdown:
            page.roles += mentions.roles
            page.links += mentions.links
        for loc, text in markdown_fields(source.record, audience):
            place = source.places.value(*loc)
            if isinstance(text, Untranslated):
                text = in_brackets(text)  # noqa: PLW2901 - the same text, for Sphinx
            fence = ":" * max([3, *(len(run) + 1 for run in COLONS.findall(text))])
            key = field_key(source.file, loc)
            page.add(f"\n{fence}{{ck-field}} {key}\n\n{text}\n{fence}", source.file, place.line)
    return page


def markdown_fields(record: Record, audience: Audience) -> Iterator[tuple[Loc, str]]:
    """The Markdown fields of a record that the audience may see, with their paths."""
    for loc, text in marked(record, MarkdownMark):
        if is_visible(record, loc, audience):
            yield loc, text if isinstance(text, str) else str(text)
