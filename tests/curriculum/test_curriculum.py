"""The sample curriculum as a whole: nothing to mend, hours that come out exactly, everything practised and assessed."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from curriculum_kit.overview.alignment import alignment
from curriculum_kit.overview.hours import hours
from curriculum_kit.rules import run
from curriculum_kit.source.curriculum import Curriculum
from curriculum_kit.source.loader import load

MODULES = Path(__file__).parents[2] / "modules"
AS_OF = date(2026, 1, 15)
"""The day on which the facts of the sample were looked at."""
PROMISED = {
    "wirausaha-pemula-40jp": 40,
    "wirausaha-mandiri-80jp": 80,
    "wirausaha-terpadu-120jp": 120,
    "wirausaha-rintisan": 16,
}


@pytest.fixture(scope="module")
def curriculum() -> Curriculum:
    loaded = load(MODULES)
    assert run(loaded.curriculum, loaded.diagnostics, AS_OF) == ()
    return loaded.curriculum


def test_no_rule_is_switched_off_and_no_finding_let_stand(curriculum: Curriculum) -> None:
    assert curriculum.settings is not None
    assert curriculum.settings.record.severity == {}
    texts = [*MODULES.rglob("*.md"), *MODULES.rglob("*.yaml")]
    assert not [path for path in texts if "ck: ignore" in path.read_text("utf-8")]


def test_programmes_hold_exactly_what_they_promise(curriculum: Curriculum) -> None:
    report = hours(curriculum)
    assert {programme.id: programme.minutes.total / 45 for programme in report.programmes} == PROMISED
    assert all(programme.is_kept(report.jp_minutes) for programme in report.programmes)
    terpadu = next(programme for programme in report.programmes if programme.id == "wirausaha-terpadu-120jp")
    assert [module.number for module in terpadu.modules] == [*range(1, 12)]


def test_every_kuk_is_practised_and_assessed(curriculum: Curriculum) -> None:
    for programme in alignment(curriculum).programmes:
        for module in programme.modules:
            gaps = {row.id: row.gaps for row in module.rows if row.gaps}
            assert gaps == {}, f"{programme.id} {module.id}"
