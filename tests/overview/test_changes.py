"""A release notes what a curriculum holds, and two of them tell what has changed."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from curriculum_kit.overview.changes import differences, last_releases
from curriculum_kit.overview.difference import Difference
from curriculum_kit.overview.snapshot import file_digests, snapshot
from curriculum_kit.source.loader import load
from curriculum_kit.source.schema.release import Release
from tests.project import Project

DAY = date(2025, 12, 1)
MODULE, FIRST, SECOND = (
    "kwu-05/module.yaml",
    "kwu-05/sessions/01-mengenal-biaya.md",
    "kwu-05/sessions/02-menghitung-hpp.md",
)
SHEET = "kwu-05/worksheets/hpp-keripik.yaml"
Edit = Callable[[Project], object]


def release(project: Project, version: str = "0.1.0") -> Release:
    curriculum = load(project.modules).curriculum
    return snapshot(curriculum, version, DAY, file_digests(project.modules))


def changed(folder: Path, edit: Edit) -> tuple[Difference, ...]:
    """What an edit of the example changes."""
    project = Project(folder)
    before = release(project)
    edit(project)
    return differences(before, release(project))


def rewrap(project: Project) -> None:
    project.edit(FIRST, "Namun, sebelum akhir", "Namun,\nsebelum akhir")
    project.edit(SHEET, "lalu isilah kotak", "lalu\n  isilah kotak")


def rename(project: Project) -> None:
    old, new = project.modules / SECOND, project.modules / "kwu-05/sessions/02-hpp.md"
    old.rename(new)
    project.edit(MODULE, "02-menghitung-hpp", "02-hpp")


def swap(project: Project) -> None:
    project.edit(
        MODULE, "  - 01-mengenal-biaya\n  - 02-menghitung-hpp\n", "  - 02-menghitung-hpp\n  - 01-mengenal-biaya\n"
    )


EDITS: dict[str, tuple[Edit, list[tuple[str, str, str, str]]]] = {
    "nothing": (lambda p: p, []),
    "a paragraph wrapped anew": (rewrap, []),
    "title": (
        lambda p: p.edit(FIRST, "title: Mengenal biaya usaha", "title: Mengenal biaya"),
        [("session-title", "01-mengenal-biaya", "Mengenal biaya usaha", "Mengenal biaya")],
    ),
    "minutes": (
        lambda p: p.edit(FIRST, "minutes: 10", "minutes: 20"),
        [("session-minutes", "01-mengenal-biaya", "90", "100")],
    ),
    "objective": (
        lambda p: p.edit(FIRST, "objective: ", "objective: Kelak "),
        [("session-plan", "01-mengenal-biaya", "", "")],
    ),
    "id of a session": (rename, []),
    "order of sessions": (
        swap,
        [
            ("session-number", "02-menghitung-hpp", "5.2", "5.1"),
            ("session-number", "01-mengenal-biaya", "5.1", "5.2"),
        ],
    ),
    "worksheet": (
        lambda p: p.edit(SHEET, "Hitunglah biaya", "Hitung biaya"),
        [("worksheet-text", "hpp-keripik", "", "")],
    ),
    "picture": (
        lambda p: p.edit("kwu-05/media/alur-biaya.svg", "</svg>", "<g/></svg>"),
        [("pictures", "kwu-05", "", "1")],
    ),
    "fact": (
        lambda p: p.edit("facts.yaml", "amount: 0.5", "amount: 0.6"),
        [("fact-value", "pph-final-rate", "0,5%", "0,6%")],
    ),
    "fact checked again": (
        lambda p: p.edit("facts.yaml", "checked_on: 2025-11-18", "checked_on: 2025-11-30"),
        [("fact-checked", "pph-final-rate", "2025-11-18", "2025-11-30")],
    ),
    "words": (
        lambda p: p.edit("glossary.yaml", "meaning: ", "meaning: Yaitu "),
        [("term-text", "biaya-bahan", "", "")],
    ),
    "centres": (
        lambda p: p.edit("centres.yaml", "class_size: 16", "class_size: 12"),
        [("centres", "centres", "4", "4")],
    ),
    "programme": (
        lambda p: p.edit("programmes/contoh-4jp.yaml", "  - kwu-05/02-menghitung-hpp\nday", "day"),
        [("programme-session-gone", "contoh-4jp", "Menghitung HPP dan harga jual", "")],
    ),
}
"""Edits of the example with what, id, old and new of what they change."""


@pytest.mark.parametrize("edit", EDITS)
def test_each_edit_is_told_once(edit: str, tmp_path: Path) -> None:
    do, expected = EDITS[edit]
    found = changed(tmp_path, do)
    assert [(d.what, d.id, d.old, d.new) for d in found] == expected
    assert not any(d.for_trainers for d in found)


SECRET_EDITS: dict[str, tuple[Edit, str]] = {
    "trainer note": (lambda p: p.edit(FIRST, "Mulailah dari cerita peserta", "Mulailah dari cerita"), "session-notes"),
    "step for the trainer": (lambda p: p.edit(FIRST, "trainer: ", "trainer: Nanti "), "session-notes"),
    "answer": (lambda p: p.edit(FIRST, "\nBiaya tetap tidak", "\nBiaya yang tetap tidak"), "session-answers"),
    "key of a worksheet": (lambda p: p.edit(SHEET, "formula: ", "formula: 1 * "), "worksheet-answers"),
    "question": (lambda p: p.edit("kwu-05/assessment.yaml", "stem: ", "stem: Jadi, "), "instrument-text"),
}


@pytest.mark.parametrize("edit", SECRET_EDITS)
def test_what_only_trainers_see_is_no_news_for_participants(edit: str, tmp_path: Path) -> None:
    do, what = SECRET_EDITS[edit]
    assert [(d.what, d.for_trainers) for d in changed(tmp_path, do)] == [(what, True)]


def test_a_new_trainer_note_leaves_the_text_of_participants_alone(tmp_path: Path) -> None:
    note = "\n\n:::{trainer-note} Tambahan\n:topic: open\n\nSatu hal lagi.\n:::\n"
    found = changed(tmp_path, lambda p: p.write(FIRST, (p.modules / FIRST).read_text("utf-8").rstrip() + note))
    assert [d.what for d in found] == ["session-notes"]


def test_what_comes_and_goes(tmp_path: Path) -> None:
    one = release(Project(tmp_path / "one"))
    bare = one.model_copy(update={"modules": {}, "facts": {}, "programmes": {}, "terms": {}})
    come = {d.what for d in differences(bare, one)}
    gone = {d.what for d in differences(one, bare)}
    assert come == {"module-new", "fact-new", "programme-new", "term-new"}
    assert gone == {"module-gone", "fact-gone", "programme-gone", "term-gone"}
    module = one.modules["kwu-05"]
    fewer = {id: session for id, session in module.sessions.items() if id != "02-menghitung-hpp"}
    less = module.model_copy(update={"sessions": fewer, "instruments": {}, "worksheets": {}})
    without = one.model_copy(update={"modules": {"kwu-05": less}})
    assert {(d.what, d.for_trainers) for d in differences(one, without)} == {
        ("session-gone", False), ("worksheet-gone", False), ("instrument-gone", True),
    }  # fmt: skip
    assert "session-new" in {d.what for d in differences(without, one)}


def test_a_session_that_moves_to_another_module_is_neither_new_nor_gone(tmp_path: Path) -> None:
    one = release(Project(tmp_path))
    module = one.modules["kwu-05"]
    moving = module.sessions["02-menghitung-hpp"]
    stays = module.model_copy(update={"sessions": {"01-mengenal-biaya": module.sessions["01-mengenal-biaya"]}})
    other = module.model_copy(
        update={"number": 6, "sessions": {"01-hpp": moving.model_copy(update={"number": "6.1"})}, "worksheets": {},
                "instruments": {}}
    )  # fmt: skip
    two = one.model_copy(update={"modules": {"kwu-05": stays, "kwu-06": other}})
    found = [(d.what, d.scope, d.old, d.new) for d in differences(one, two)]
    assert found == [("module-new", "kwu-06", "", ""), ("session-number", "kwu-06", "5.2", "6.1")]


def test_the_newest_release_comes_first(tmp_path: Path) -> None:
    project = Project(tmp_path)
    for version in ("0.9.0", "0.10.0", "0.2.0"):
        project.write(f"releases/{version}.json", release(project, version).model_dump_json(exclude_none=True))
    loaded = load(project.modules)
    assert loaded.diagnostics == ()
    assert [each.version for each in last_releases(loaded.curriculum)] == ["0.10.0", "0.9.0", "0.2.0"]
