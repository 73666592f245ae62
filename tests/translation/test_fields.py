"""Which values of records are translated."""

from __future__ import annotations

from curriculum_kit.source.model_shape import bare_type, field_type
from curriculum_kit.source.schema import assessment, curriculum, facts, module, programme, session, worksheet
from curriculum_kit.source.schema.base import Record, TextMark
from curriculum_kit.source.schema.worksheet import Column, Row, Worksheet
from curriculum_kit.translation.fields import KEPT, TRANSLATED, has_words, is_unit, replaced, texts_of

OFFICIAL = {
    name
    for source in (assessment, programme)
    for name, kind in vars(source).items()
    if isinstance(kind, type) and issubclass(kind, Record)
} | {"Standard", "StandardUnit", "StandardElement", "Centre", "Centres"}
"""Records of official forms and of places: they stay Indonesian whole."""


def texts(kind: type[Record]) -> set[str]:
    """The fields of a record that hold text themselves."""
    found = set()
    for name in kind.model_fields:
        queue = [field_type(kind, name)]
        while queue:
            bare, metadata = bare_type(queue.pop())
            if any(isinstance(mark, TextMark) for mark in metadata):
                found.add(name)
            queue += [part for part in getattr(bare, "__args__", ()) if part is not type(None)]
    return found


def test_every_text_field_is_either_translated_or_kept() -> None:
    """A new field must be decided upon."""
    kinds = {
        name: kind
        for source in (curriculum, facts, module, session, worksheet)
        for name, kind in vars(source).items()
        if isinstance(kind, type) and issubclass(kind, Record) and name not in OFFICIAL | {"Record"}
    }
    undecided = {
        f"{name}.{field}"
        for name, kind in kinds.items()
        for field in texts(kind) - TRANSLATED.get(name, frozenset()) - KEPT.get(name, frozenset())
    }
    assert undecided == set()
    assert [name for name in TRANSLATED if TRANSLATED[name] & KEPT.get(name, frozenset())] == []


def test_of_a_worksheet_words_are_translated_and_numbers_are_not() -> None:
    sheet = Worksheet(
        title="Judul",
        mode="practice",
        instructions="Isi.",
        columns=(
            Column(id="name", label="Nama", type="text", kind="given"),
            Column(id="unit", label="Satuan", type="text", kind="given"),
            Column(id="cost", label="Biaya", type="rupiah", unit="rupiah", kind="given"),
        ),
        rows=(Row(id="a", cells={"name": "Oli", "unit": "botol", "cost": "5000"}),),
    )
    found = {loc: text for loc, text, _ in texts_of(sheet)}
    assert found == {
        ("title",): "Judul",
        ("instructions",): "Isi.",
        ("columns", 0, "label"): "Nama",
        ("columns", 1, "label"): "Satuan",
        ("columns", 2, "label"): "Biaya",
        ("rows", 0, "cells", "name"): "Oli",
        ("rows", 0, "cells", "unit"): "botol",
    }
    assert not is_unit(("rows", 0, "cells", "unit"))
    assert is_unit(("columns", 2, "unit"))
    other = replaced(sheet, {("rows", 0, "cells", "name"): "Oil", ("title",): "Title"})
    assert (other.title, other.rows[0].cells["name"], other.rows[0].cells["cost"]) == ("Title", "Oil", "5000")
    assert sheet.title == "Judul"


def test_numbers_and_roles_alone_are_no_words() -> None:
    assert not has_words("{case}`sari.batch_kg` 12.000")
    assert has_words("{term}`kata lain <omzet>`")
    assert has_words("Rp 5")
