"""What all parts of an edition share: glossary, facts, people of the story, and the edition as a whole."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from curriculum_kit.audience import Audience, View, project
from curriculum_kit.edition import labels
from curriculum_kit.edition.context import EditionContext
from curriculum_kit.edition.model import Builder, ModuleModel
from curriculum_kit.edition.programme import ProgrammeModel, programme_model
from curriculum_kit.source.curriculum import Translation
from curriculum_kit.source.schema.facts import FactValue, TableValue

TERM_LINK = re.compile(r'#istilah-([a-z0-9-]+)"')


@dataclass(frozen=True, slots=True)
class TermModel:
    """A word of the glossary."""

    id: str
    term: str
    abbreviation: str
    meaning: str
    see: tuple[tuple[str, str], ...]

    @property
    def sort_key(self) -> str:
        """Alphabetical order, whatever the case."""
        return self.term.casefold()


@dataclass(frozen=True, slots=True)
class TableModel:
    """A table of facts: headings of the columns, and rows of a label and the words of each cell."""

    columns: tuple[str, ...]
    rows: tuple[tuple[str, tuple[str, ...]], ...]

    @property
    def lines(self) -> tuple[tuple[str, str], ...]:
        """The rows where there is no room for a table: the label, and each cell with the heading of its column."""
        return tuple(
            (label, "; ".join(f"{column}: {words}" for column, words in zip(self.columns, cells, strict=True) if words))
            for label, cells in self.rows
        )


@dataclass(frozen=True, slots=True)
class FactModel:
    """A fact as it is in force on the day of the edition."""

    id: str
    title: str
    statement: str
    value: str
    table: TableModel | None
    legal_basis: str
    valid_from: date | None
    valid_until: date | None
    checked_on: date
    source_url: str
    status: str
    status_label: str
    note: str


@dataclass(frozen=True, slots=True)
class CaseModel:
    """A person of the story. Invented people are plainly labelled."""

    id: str
    name: str
    town: str
    business: str
    story: str
    example: bool


@dataclass(frozen=True, slots=True)
class EditionModel:
    """Everything that one audience gets, ready to be laid out."""

    audience: Audience
    is_trainer: bool
    settings: View
    profile: str
    licence: str
    as_of: date
    language: str
    translation: Translation | None
    programmes: tuple[ProgrammeModel, ...]
    modules: tuple[ModuleModel, ...]
    terms: tuple[TermModel, ...]
    facts: tuple[FactModel, ...]
    cases: tuple[CaseModel, ...]


def edition_model(builder: Builder) -> EditionModel:
    """The model of an edition."""
    context = builder.context
    curriculum = context.curriculum
    if curriculum.settings is None:
        raise ValueError("the check refuses a curriculum without settings")
    settings = curriculum.settings.record
    return EditionModel(
        audience=context.audience,
        is_trainer=context.audience is Audience.TRAINER,
        settings=project(settings, context.audience),
        profile=labels.PROFILES[settings.format_profile],
        licence=labels.LICENCES.get(settings.licence, settings.licence),
        as_of=context.as_of,
        language=curriculum.language,
        translation=curriculum.translation,
        # Their tables are official forms, which are Indonesian, and they mix modules that are translated and are not.
        programmes=()
        if curriculum.translation
        else tuple(
            programme_model(builder, programme_id, source) for programme_id, source in curriculum.programmes.items()
        ),
        modules=tuple(builder.module(module) for module in curriculum.offered()),
        terms=_terms(builder),
        facts=_facts(builder),
        cases=tuple(
            CaseModel(
                case_id,
                source.record.name,
                source.record.town,
                source.record.business,
                builder.md(source.file)("story"),
                source.record.example,
            )
            for case_id, source in curriculum.cases.items()
        ),
    )


def used_terms(terms: Iterable[TermModel], html: str) -> tuple[TermModel, ...]:
    """The terms that the text links to, and those that their meanings link to."""
    by_id = {term.id: term for term in terms}
    wanted: set[str] = set()
    queue = TERM_LINK.findall(html)
    while queue:
        term_id = queue.pop()
        if term_id not in wanted and term_id in by_id:
            wanted.add(term_id)
            term = by_id[term_id]
            queue += TERM_LINK.findall(term.meaning)
            queue += [other for other, _ in term.see]
    return tuple(term for term in by_id.values() if term.id in wanted)


def _terms(builder: Builder) -> tuple[TermModel, ...]:
    source = builder.context.curriculum.glossary
    if source is None:
        return ()
    names = {term.id: term.abbreviation or term.term for term in source.record.terms}
    md = builder.md(source.file)
    found = [
        TermModel(
            term.id,
            term.term,
            term.abbreviation or "",
            md.inline("terms", index, "meaning"),
            tuple((other, names[other]) for other in term.see),
        )
        for index, term in enumerate(source.record.terms)
    ]
    return tuple(sorted(found, key=lambda term: term.sort_key))


def _facts(builder: Builder) -> tuple[FactModel, ...]:
    context = builder.context
    source = context.curriculum.facts_source
    if source is None:
        return ()
    md = builder.md(source.file)
    found = []
    for index, fact in enumerate(source.record.facts):
        current = fact.at(context.as_of)
        table = table_model(context, fact.id, current.value)
        found.append(
            FactModel(
                id=fact.id,
                title=fact.title,
                statement=md.inline("facts", index, "statement"),
                value="" if table else context.calculator.fact_text(fact.id) or "",
                table=table,
                legal_basis=current.legal_basis or fact.legal_basis,
                valid_from=current.valid_from,
                valid_until=current.valid_until,
                checked_on=current.checked_on or fact.checked_on,
                source_url=current.source_url or fact.source_url,
                status=fact.status,
                status_label=labels.FACT_STATUSES[fact.status],
                note=(fact.note or "") if context.audience is Audience.TRAINER else "",
            )
        )
    return tuple(found)


def table_model(context: EditionContext, fact_id: str, value: FactValue, at: str = "") -> TableModel | None:
    """A fact with rows and columns in words, and None for every other fact. `at` is "" or "@2024-06-01"."""
    if not isinstance(value, TableValue):
        return None

    def words(row_id: str, column_id: str) -> str:
        return context.calculator.fact_text(f"{fact_id}.{row_id}.{column_id}{at}") or ""

    return TableModel(
        tuple(column.label for column in value.columns),
        tuple(
            (row.label, tuple(words(row.id, column.id) if column.id in row.cells else "" for column in value.columns))
            for row in value.rows
        ),
    )
