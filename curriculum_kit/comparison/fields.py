"""How fields and items of records are called when something in them differs, and the words for their values."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal

from pydantic import BaseModel

from curriculum_kit.comparison.field_names import FIELDS, FIELDS_OF
from curriculum_kit.comparison.model import said
from curriculum_kit.diagnostics import Text, text
from curriculum_kit.edition import labels
from curriculum_kit.indonesian import date_text, number_text
from curriculum_kit.source.schema.worksheet import Row

_CELL_KINDS = {"given": "diketahui", "fill": "diisi", "computed": "dihitung"}
_CELL_TYPES = {"text": "teks", "number": "angka", "rupiah": "rupiah", "percent": "persen"}
_MODES = {"practice": "latihan (tanpa kunci bagi peserta)", "example": "contoh", "own": "usaha peserta sendiri"}
_STATUSES = {"draft": "draf", "approved": "disetujui"}
VALUES: Mapping[tuple[str, str], Mapping[str, str]] = {
    ("Step", "phase"): labels.PHASES,
    ("Step", "kind"): labels.STEP_KINDS,
    ("Iuk", "domain"): labels.DOMAIN_NAMES,
    ("Instrument", "kind"): labels.INSTRUMENT_KINDS,
    ("Instrument", "use"): labels.INSTRUMENT_USES,
    ("Fact", "status"): labels.FACT_STATUSES,
    ("Unit", "source"): labels.UNIT_SOURCES,
    ("Programme", "basis"): labels.BASES,
    ("Group", "kind"): labels.GROUP_TITLES,
    ("GroupRow", "unit_group"): labels.UNIT_GROUPS,
    ("ParticipantRequirements", "sex"): labels.SEXES,
    ("Author", "role"): labels.AUTHOR_ROLES,
    ("PlutReferral", "service"): labels.SERVICES,
    ("Module", "status"): _STATUSES,
    ("Programme", "status"): _STATUSES,
    ("Worksheet", "mode"): _MODES,
    ("Column", "kind"): _CELL_KINDS,
    ("Column", "type"): _CELL_TYPES,
    ("SheetCell", "kind"): _CELL_KINDS,
    ("SheetCell", "type"): _CELL_TYPES,
    ("Settings", "format_profile"): labels.PROFILES,
    ("Centre", "kind"): labels.CENTRE_KINDS,
    ("Centre", "blkk_grade"): labels.BLKK_GRADES,
    ("Centre", "accreditation"): labels.ACCREDITATIONS,
    ("Centre", "province"): labels.PROVINCES,
    ("Facilities", "internet"): labels.INTERNET,
}
"""The printed words for enumerated values."""
_ITEMS: Mapping[str, Text] = {
    "Element": text("Elemen {id}"),
    "Kuk": text("KUK {id}"),
    "Iuk": text("IUK {id}"),
    "AssessmentItem": text("Soal {id}"),
    "Option": text("Pilihan {id}"),
    "ChecklistRow": text("Baris {id}"),
    "Criterion": text("Kriteria {id}"),
    "Tier": text("Tingkat {id}"),
    "StandardUnit": text("Unit {id}"),
    "Level": text("Skor {id}"),
    "Change": text("Versi {id}"),
}
_NAMING = ("title", "label", "name", "term", "version", "score", "code", "file", "service", "standard", "session",
           "module", "id")  # fmt: skip
"""Fields that name an item, the first that is written."""
SPEAKING = frozenset(
    {
        "AssessmentItem",
        "CaseValue",
        "ChecklistRow",
        "Criterion",
        "Day",
        "Element",
        "Group",
        "GroupRow",
        "Iuk",
        "Kuk",
        "Level",
        "Option",
        "SheetCell",
        "Slot",
        "Step",
    }
)
"""Kinds of items whose own name is enough: the list that they stand in is not named."""


def field_label(record: BaseModel, name: str) -> Text:
    """What a field is called."""
    return FIELDS_OF.get((type(record).__name__, name)) or FIELDS[name]


def item_label(item: BaseModel, number: int) -> Text:
    """What an item of a list is called; `number` counts from 1."""
    kind = type(item).__name__
    if kind == "Step":
        return text("Langkah {number} ({phase})", number=number, phase=labels.PHASES[str(getattr(item, "phase", ""))])
    if kind == "Group":
        return said(labels.GROUP_TITLES[str(getattr(item, "kind", ""))])
    if isinstance(item, Row):
        cells = (cell for cell in item.cells.values() if isinstance(cell, str) and not cell.startswith("="))
        return said(next(cells, item.id))
    id_ = getattr(item, "id", None)
    names = (str(getattr(item, name)) for name in _NAMING if getattr(item, name, None) is not None)
    if kind in _ITEMS:
        return Text(_ITEMS[kind].template, {"id": str(id_) if id_ else next(names, str(number))})
    return said(next(names, str(number)))


def value_words(record: BaseModel, name: str, value: object) -> str:
    """A value as people read it."""
    known = VALUES.get((type(record).__name__, name))
    if known is not None and value in known:
        return known[str(value)]
    if isinstance(value, bool):
        return "ya" if value else "tidak"
    if isinstance(value, Decimal | int):
        return number_text(value)
    if isinstance(value, date):
        return date_text(value)
    if isinstance(value, tuple):
        return ", ".join(value_words(record, name, item) for item in value)
    return str(value)
