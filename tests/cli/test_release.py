"""`ck release` on a small curriculum."""

from __future__ import annotations

import json
from pathlib import Path

from tests.cli.conftest import Ck, spoil

DAY = ("--as-of", "2025-12-01")


def test_a_release_is_written_and_read_again(ck: Ck, project: Path) -> None:
    first = ck("release", "1.0.0", *DAY)
    path = project / "modules" / "releases" / "1.0.0.json"
    assert (first.code, first.out, first.err) == (0, "ditulis: modules/releases/1.0.0.json\n", "")
    data = json.loads(path.read_text("utf-8"))
    assert (data["version"], data["released_on"]) == ("1.0.0", "2025-12-01")
    assert ck("check", *DAY).code == 0
    assert ck("release", "1.0.1", *DAY).out.endswith("0 perubahan sejak rilis 1.0.0.\n")


def test_the_same_curriculum_gives_the_same_bytes(ck: Ck, project: Path) -> None:
    path = project / "modules" / "releases" / "1.0.0.json"
    ck("release", "1.0.0", *DAY)
    once = path.read_bytes()
    path.unlink()
    ck("release", "1.0.0", *DAY)
    assert path.read_bytes() == once


def test_versions_only_go_up(ck: Ck, project: Path) -> None:
    ck("release", "1.10.0", *DAY)
    for version in ("1.10.0", "1.9.0"):
        refused = ck("release", version, *DAY)
        assert (refused.code, refused.out) == (2, "")
        assert "tidak lebih baru daripada rilis terakhir, 1.10.0" in refused.err
    assert ck("release", "2", *DAY).code == 2
    assert [path.name for path in (project / "modules" / "releases").iterdir()] == ["1.10.0.json"]


def test_a_curriculum_with_errors_is_not_released(ck: Ck, project: Path) -> None:
    spoil(project, "kwu-01/sessions/02-hpp.md", "title: Menghitung HPP\n", "")
    refused = ck("release", "1.0.0", *DAY)
    assert refused.code == 1
    assert "SCHEMA202" in refused.out
    assert "tidak ada yang ditulis" in refused.err
    assert not (project / "modules" / "releases").exists()


def test_a_release_holds_no_answer(ck: Ck, project: Path) -> None:
    ck("release", "1.0.0", *DAY)
    release = (project / "modules" / "releases" / "1.0.0.json").read_text("utf-8")
    words = (project / "modules" / "kwu-01" / "assessment.yaml").read_text("utf-8")
    stems = [line.partition("stem: ")[2] for line in words.splitlines() if "stem: " in line]
    assert stems
    assert not [stem for stem in stems if stem in release]
