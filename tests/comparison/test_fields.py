"""Everything that a record can hold has a name for reviewers."""

from __future__ import annotations

from curriculum_kit.comparison.field_names import FIELDS, FIELDS_OF
from curriculum_kit.comparison.fields import VALUES
from curriculum_kit.source.schema import assessment, curriculum, facts, module, programme, session, worksheet
from curriculum_kit.source.schema.base import Record

RECORDS = {
    record.__name__: record
    for part in (assessment, curriculum, facts, module, programme, session, worksheet)
    for record in vars(part).values()
    if isinstance(record, type) and issubclass(record, Record) and record is not Record
}


def test_every_field_has_a_name() -> None:
    fields = {(record, name) for record, kind in RECORDS.items() for name in kind.model_fields}
    assert sorted(f"{record}.{name}" for record, name in fields if name not in FIELDS) == []
    assert set(FIELDS) <= {name for _, name in fields}
    assert {*FIELDS_OF, *VALUES} <= fields
