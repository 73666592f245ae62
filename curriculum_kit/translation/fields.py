"""The values of records that are translated, and records with other words in their place.

Names of people and places, codes, titles of regulations and books, and licences stay as they are. So do programmes,
standards, training centres and assessments: they are printed on official forms, which are Indonesian.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import TypeVar

from curriculum_kit.source.curriculum import Loc
from curriculum_kit.source.model_shape import marked
from curriculum_kit.source.schema.base import MarkdownMark, Record, TextMark
from curriculum_kit.source.schema.worksheet import Worksheet

R = TypeVar("R", bound=Record)

UNIT = "unit"
TRANSLATED: dict[str, frozenset[str]] = {
    record: frozenset(fields.split())
    for record, fields in {
        "Settings": "name",
        "Term": "term abbreviation meaning",
        "Case": "business story",
        "CaseValue": "unit",
        "Fact": "title statement note",
        "ScalarValue": "unit",
        "RangeValue": "unit",
        "TiersValue": "unit threshold_unit threshold_label",
        "TableColumn": "label unit",
        "TableRow": "label cells",
        "TextValue": "text",
        "Module": "title",
        "Unit": "title description",
        "Acuan": "note",
        "Kuk": "text",
        "Iuk": "text",
        "Element": "title",
        "TrainingContent": "knowledge skill attitude",
        "Item": "name specification unit note",
        "PlutReferral": "purpose",
        "SharedProductionHouse": "note",
        "Change": "text",
        "SessionPlan": "title objective room_layout media",
        "Step": "method participants trainer",
        "Worksheet": "title instructions",
        "Column": "label unit",
        "Row": "cells",
        "FillAnswer": "answer",
        "SheetCell": "section label unit value answer",
    }.items()
}
"""By record: the fields that are translated."""
KEPT: dict[str, frozenset[str]] = {
    record: frozenset(fields.split())
    for record, fields in {
        "Settings": "publisher licence search_synonyms",
        "HouseWords": "names trade_terms foreign_terms words hyphenation",
        "Term": "non_standard",
        "Case": "name town",
        "CaseValue": "label",
        "Fact": "legal_basis",
        "FactVersion": "legal_basis note",
        "Author": "name",
        "Acuan": "code",
        "Unit": "code",
        "Variables": "context equipment regulations norms_and_standards",
        "AssessmentGuide": "context requirements attitude critical_aspects",
        "KnowledgeAndSkills": "knowledge skill",
        "MediaFile": "file licence credit",
        "Reference": "author year title publisher isbn",
        "Column": "formula",
        "SheetCell": "formula",
    }.items()
}
"""By record: the fields that stay as they are. A text field must be in one of the two tables."""
_NUMBER_ROLE = re.compile(r"\{[a-z]+\}`[^`<]*`")
"""A role that prints what the program knows."""
KEYWORDS = frozenset({"rupiah", "percent"})
"""Units that the program itself prints."""


def texts_of(record: Record) -> Iterator[tuple[Loc, str, bool]]:
    """The texts of a record that are translated: path, text, and whether it is Markdown."""
    markdown = {loc for loc, _ in marked(record, MarkdownMark)}
    for loc, value in marked(record, TextMark):
        if isinstance(value, str) and has_words(value) and _is_translated(record, loc, value):
            yield loc, value, loc in markdown


def has_words(text: str) -> bool:
    """Whether there is anything to translate: a letter outside of roles."""
    return any(letter.isalpha() for letter in _NUMBER_ROLE.sub("", text))


def is_unit(loc: Loc) -> bool:
    """Whether a value is a unit, which must be called the same everywhere."""
    return loc[-1] in {UNIT, "threshold_unit"} and loc[-2:-1] != ("cells",)  # there it names a column


def replaced(record: R, words: Mapping[Loc, str]) -> R:
    """The record with other texts at some paths."""
    return _replaced(record, words, ())  # type: ignore[return-value]


def _replaced(value: object, words: Mapping[Loc, str], loc: Loc) -> object:
    if loc in words:
        return words[loc]
    inside = {path[len(loc)] for path in words if path[: len(loc)] == loc}
    if not inside:
        return value
    if isinstance(value, Record):
        return value.model_copy(
            update={str(name): _replaced(getattr(value, str(name)), words, (*loc, name)) for name in sorted(inside)}
        )
    if isinstance(value, tuple):
        return tuple(_replaced(item, words, (*loc, index)) for index, item in enumerate(value))
    if isinstance(value, dict):
        return {key: _replaced(item, words, (*loc, key)) for key, item in value.items()}
    return value


def _is_translated(record: Record, loc: Loc, value: str) -> bool:
    owner, field = _owner(record, loc)
    if field not in TRANSLATED.get(type(owner).__name__, frozenset()):
        return False
    if is_unit(loc):
        return value not in KEYWORDS
    return not isinstance(record, Worksheet) or _is_typed_text(record, loc, value)


def _owner(record: Record, loc: Loc) -> tuple[Record, str]:
    """The innermost record that holds a value, and its field."""
    value: object = record
    owner, field = record, str(loc[0])
    for part in loc:
        if isinstance(value, Record):
            owner, field = value, str(part)
            value = getattr(value, field)
        elif isinstance(value, tuple | dict):
            value = value[part]  # type: ignore[index]
    return owner, field


def _is_typed_text(sheet: Worksheet, loc: Loc, value: str) -> bool:
    """Of what is typed into cells: words in cells for words, no numbers and no formulas."""
    match loc:
        case ("rows", int(), "cells", str(column_id), *_):
            types = {column.id: column.type for column in sheet.columns}
            return types.get(column_id) == "text" and not value.startswith("=")
        case ("cells", int(index), "value" | "answer"):
            return sheet.cells[index].type == "text" and not value.startswith("=")
    return True
