"""Who may see what: the two audiences, and the one place that decides which fields participants get.

Deny by default: a field of a record reaches participants only when `PARTICIPANT_FIELDS` lists it, so a new field is
trainer-only until somebody decides otherwise. Blocks of a session are decided by the block table
(`curriculum_kit.blocks`), cells of a worksheet by its mode (`curriculum_kit.edition.sheets`).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from pydantic import BaseModel


class Audience(StrEnum):
    """The two audiences. The trainer sees everything."""

    PARTICIPANT = "participant"
    TRAINER = "trainer"


PARTICIPANT_FIELDS: dict[str, frozenset[str]] = {
    record: frozenset(fields.split())
    for record, fields in {
        "Settings": "name language publisher site_url format_profile jp_minutes class_size licence",
        "Term": "id term abbreviation meaning see",
        "Glossary": "terms",
        "Case": "name example town province business story",
        "Standard": "kind regulation field source_url units",
        "StandardUnit": "code title source_url",
        "Centre": "id name example former_names kind parent province regency blkk_grade accreditation trades class_size"
        " facilities nearest_plut nearest_shared_production_house source_url checked_on",
        "Facilities": "power internet computers projector production_kitchen wheelchair_access",
        "Fact": "id title statement value legal_basis valid_from valid_until checked_on source_url status history",
        "Facts": "facts",
        "FactVersion": "value legal_basis valid_from valid_until checked_on source_url",
        "ScalarValue": "kind amount unit",
        "RangeValue": "kind above up_to unit",
        "TiersValue": "kind unit threshold_unit threshold_label applies_to tiers",
        "Tier": "id up_to amount",
        "TableValue": "kind columns rows",
        "TableColumn": "id label unit",
        "TableRow": "id label cells",
        "CellRange": "above up_to",
        "TextValue": "kind text",
        "DateValue": "kind date",
        "Programme": "title code version status basis needs_analysis aim participants instructors groups jp sessions"
        " day_plan evaluation certification",
        "NeedsAnalysis": "method conducted_on findings",
        "ParticipantRequirements": "education age sex prerequisites literacy",
        "InstructorRequirements": "methodology technical assignment roles",
        "Group": "kind rows",
        "GroupRow": "module unit_group title jp",
        "PromisedJp": "knowledge skill",
        "DayPlan": "time_zone days",
        "Day": "title start slots",
        "Slot": "session title minutes",
        "Module": "number title version status authors unit elements sessions tools materials plut_referral"
        " shared_production_house media_files references changes",
        "Author": "role name",
        "Unit": "source code title description acuan variables assessment_guide",
        "Acuan": "standard code note",
        "Variables": "context equipment regulations norms_and_standards",
        "AssessmentGuide": "context requirements knowledge_and_skills attitude critical_aspects",
        "KnowledgeAndSkills": "knowledge skill",
        "Element": "id title kuk training_content",
        "Kuk": "id text iuk",
        "Iuk": "id domain text",
        "TrainingContent": "knowledge skill attitude",
        "Item": "name specification unit quantity note",
        "PlutReferral": "service bring purpose",
        "SharedProductionHouse": "note",
        "MediaFile": "file licence credit source_url",
        "Reference": "id author year title publisher isbn url",
        "Change": "version date sessions text",
        "SessionPlan": "title objective plan",
        "Step": "phase minutes kind iuk method participants block",
        "Worksheet": "title mode instructions",
    }.items()
}
"""By record: the fields that participants may see. Records that are not listed are trainer-only whole."""


def visible_fields(record: BaseModel | type[BaseModel], audience: Audience) -> Iterator[str]:
    """The names of the fields of a record that the audience may see, in the order of the schema."""
    kind = record if isinstance(record, type) else type(record)
    allowed = PARTICIPANT_FIELDS.get(kind.__name__, frozenset())
    for name in kind.model_fields:
        if audience is Audience.TRAINER or name in allowed:
            yield name


def is_visible(record: BaseModel, loc: Sequence[str | int], audience: Audience) -> bool:
    """Whether the audience may see the value at a path of keys and indices below the record."""
    value: object = record
    for part in loc:
        if isinstance(value, BaseModel):
            if part not in set(visible_fields(value, audience)):
                return False
            value = getattr(value, str(part))
        elif isinstance(value, tuple | dict):
            value = value[part]  # type: ignore[index]
    return True


class View:
    """What an audience may see of a record: attributes for the visible fields, and nothing behind them."""

    def __init__(self, fields: Mapping[str, object]) -> None:
        """Hold the visible fields; values are views, tuples, mappings or scalars."""
        self.__dict__.update(fields)

    if TYPE_CHECKING:

        def __getattr__(self, name: str) -> Any:  # noqa: ANN401 - the fields are those of the record
            """A visible field."""


def project(record: BaseModel, audience: Audience) -> View:
    """A record reduced to what the audience may see."""
    return View({name: _reduced(getattr(record, name), audience) for name in visible_fields(record, audience)})


def _reduced(value: object, audience: Audience) -> object:
    if isinstance(value, BaseModel):
        return project(value, audience)
    if isinstance(value, tuple):
        return tuple(_reduced(item, audience) for item in value)
    if isinstance(value, dict):
        return {key: _reduced(item, audience) for key, item in value.items()}
    return value
