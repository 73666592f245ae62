"""Every fact of the curriculum can be printed as a history, whatever kind of value it has."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from curriculum_kit.audience import Audience
from curriculum_kit.edition.context import EditionContext
from curriculum_kit.edition.slots import history
from curriculum_kit.source.loader import load

MODULES = Path(__file__).parents[2] / "modules"


@pytest.fixture(scope="module")
def context() -> EditionContext:
    """The real curriculum as trainers get it."""
    return EditionContext.of(load(MODULES).curriculum, Audience.TRAINER, date(2026, 1, 15))


def test_each_version_of_each_fact_has_words(context: EditionContext) -> None:
    """No row of a history is empty."""
    facts = context.curriculum.facts()
    assert len(facts) > 30
    empty = [
        fact_id
        for fact_id in facts
        for version in history(context, fact_id)
        if not version.value and not (version.table and all(words for _, words in version.table.lines))
    ]
    assert empty == []


def test_a_table_is_printed_row_by_row(context: EditionContext) -> None:
    """Each cell says which column it stands in, and empty cells are left out."""
    [version] = history(context, "trademark-fees")
    assert version.table is not None
    assert version.table.lines[1] == ("Perpanjangan", "Usaha mikro dan kecil: Rp1.000.000; Umum: Rp2.250.000")
