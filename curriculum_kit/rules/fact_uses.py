"""Where regulatory facts are used: roles, histories, and formulas of worksheets."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Literal

from curriculum_kit.diagnostics import Related, Span, text
from curriculum_kit.rules.reading import blocks, is_misread, is_shown, module_sources, shared_sources
from curriculum_kit.source.curriculum import Curriculum, LoadedSession, Source
from curriculum_kit.source.document import RoleUse
from curriculum_kit.source.model_shape import marked
from curriculum_kit.source.schema.base import MarkdownMark, Record, TextMark
from curriculum_kit.source.schema.facts import Fact
from curriculum_kit.source.schema.worksheet import Worksheet

MANY = 3
"""So many places of use are shown beside a finding."""

_FORMULA = re.compile(r"\bFACT\(\s*(?P<address>[a-z0-9-]+(?:\.[a-z0-9_]+)*)")


@dataclass(frozen=True, slots=True)
class FactUse:
    """A place that uses a fact. `day` is what follows `@`; `around` is the text that surrounds a role.

    `shown`: participants get to read it.
    """

    id: str
    kind: Literal["role", "history", "formula"]
    span: Span
    day: str = ""
    around: str = ""
    shown: bool = True


@lru_cache(maxsize=4)
def fact_uses(curriculum: Curriculum) -> tuple[FactUse, ...]:
    """All places that use a fact, known or not."""
    return tuple(_fact_uses(curriculum))


def _fact_uses(curriculum: Curriculum) -> Iterator[FactUse]:
    modules = (source for module in curriculum.modules.values() for source in module_sources(module))
    for source in (*shared_sources(curriculum), *modules):
        yield from _in_fields(source)
        raw = curriculum.texts.get(source.file, "") if isinstance(source.record, Worksheet) else ""
        if "FACT(" in raw:
            yield from _in_formulas(source, raw.split("\n"))
    for module in curriculum.modules.values():
        for session in module.sessions.values():
            yield from _in_session(session)
        for session, block in blocks(module):
            if block.kind == "fact-history":
                hidden = block.trainer_only or is_misread(session.document)
                yield FactUse(block.argument, "history", block.argument_span, shown=not hidden)


def facts_with_places(curriculum: Curriculum) -> Iterator[tuple[Fact, int]]:
    """The facts with their numbers in the list."""
    if curriculum.facts_source:
        yield from ((fact, number) for number, fact in enumerate(curriculum.facts_source.record.facts))


def is_over(fact: Fact, day: date) -> bool:
    """Whether what the fact says on `day` is no longer in force; gaps and slips are the business of FACT854."""
    first, last = fact.valid_from, fact.valid_until
    if fact.at(day) is not fact or (first and last and last < first):
        return False
    return fact.status == "ended" or (last is not None and last < day)


def used_here(uses: list[FactUse]) -> tuple[Related, ...]:
    """The first places that use a fact, to be shown beside a finding."""
    return tuple(Related(use.span, text("dipakai di sini")) for use in uses[:MANY])


def paragraph(lines: list[str], number: int) -> tuple[int, int]:
    """The first and last line of the paragraph or list that line `number` stands in."""
    first = last = number
    while first > 1 and _continues(lines[first - 2]):
        first -= 1
    while last < len(lines) and _continues(lines[last]):
        last += 1
    return first, last


def _continues(line: str) -> bool:
    return bool(line.strip()) and not line.lstrip().startswith(":")


def _of_role(role: RoleUse, around: str, *, shown: bool) -> FactUse:
    address, _, day = role.target.partition("@")
    return FactUse(address.split(".")[0], "role", role.span, day, around, shown)


def _in_fields(source: Source[Record]) -> Iterator[FactUse]:
    uses = [(part, role) for part in source.markdown for role in part.roles if role.name == "fact"]
    values = {loc: str(value) for loc, value in marked(source.record, MarkdownMark)} if uses else {}
    for part, role in uses:
        yield _of_role(role, values.get(part.loc, ""), shown=is_shown(source.record, part.loc))


def _in_session(session: LoadedSession) -> Iterator[FactUse]:
    document = session.document
    misread = is_misread(document)
    roles = [role for role in document.roles if role.name == "fact"]
    lines = document.text.split("\n") if roles else []
    for role in roles:
        first, last = paragraph(lines, role.span.line)
        around = "\n".join(lines[first - 1 : last])
        yield _of_role(role, around, shown=not (misread or role.trainer_only))


def _in_formulas(source: Source[Record], lines: list[str]) -> Iterator[FactUse]:
    for loc, value in marked(source.record, TextMark):
        if not isinstance(value, str) or not (loc[-1] == "formula" or value.startswith("=")):
            continue
        span = source.places.value(*loc)
        at = span.column - 1
        for match in _FORMULA.finditer(value):
            word = match["address"]
            at = lines[span.line - 1].find(word, at) if 0 < span.line <= len(lines) and at >= 0 else -1
            place = Span.of_text(source.file, span.line, at + 1, word) if at >= 0 else span
            yield FactUse(word.split(".")[0], "formula", place)
            at = at + len(word) if at >= 0 else at
