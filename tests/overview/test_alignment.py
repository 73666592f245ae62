"""The alignment, against a matrix read off the files by hand."""

from __future__ import annotations

from pathlib import Path

import pytest

from curriculum_kit.overview.alignment import IukRow, alignment
from tests.overview.curricula import ONE_SESSION, base, changed, example

BY_HAND = {
    "1.1.1": ("01-biaya", "diskusi-uang", "esai"),  # the pretest does not count
    "1.1.2": ("01-biaya", "latihan-biaya", "demonstrasi"),
    "2.1.1": ("02-hpp", "kasus-sari", "esai"),
    "2.1.2": ("02-hpp", "latihan-hpp lembar-hpp-saya", "demonstrasi"),
    "2.1.3": ("02-hpp", "klinik-harga pikirkan-harga", "demonstrasi"),
}


def named(row: IukRow) -> tuple[str, str, str]:
    return " ".join(row.taught), " ".join(block.name for block in row.practised), " ".join(row.assessed)


def test_the_base_as_read_by_hand() -> None:
    report = alignment(base())
    ((module,),) = (programme.modules for programme in report.programmes)
    assert {row.id: named(row) for row in module.rows} == BY_HAND
    assert [row.domain for row in module.rows] == ["knowledge", "skill", "knowledge", "skill", "attitude"]
    assert module.numbers == {"01-biaya": "1.1", "02-hpp": "1.2"}
    assert module.instruments["esai"] == "Esai jenis biaya"
    assert (module.gaps, report.modules, report.all_modules) == (0, (), (module,))


def test_the_example_has_no_gap_and_some_rows_as_read_by_hand() -> None:
    (module,) = alignment(example()).all_modules
    rows = {row.id: named(row) for row in module.rows}
    assert (len(rows), module.gaps) == (12, 0)
    assert rows["1.1.2"] == (
        "01-mengenal-biaya", "aktivitas-kartu-biaya latihan-pilah-biaya latihan-penyusutan",
        "esai-jenis-biaya demonstrasi-hpp",
    )  # fmt: skip
    assert rows["2.2.1"] == ("02-menghitung-hpp", "periksa-harga-pasar", "demonstrasi-hpp")  # reading is no practice


@pytest.mark.parametrize(
    ("file", "right", "wrong", "iuk", "gap"),
    [
        ("kwu-01/sessions/02-hpp.md", "iuk: [2.1.2, 2.1.3]", "iuk: [2.1.2]", "2.1.3", "taught"),
        ("kwu-01/sessions/02-hpp.md", ":iuk: 2.1.1\n", "", "2.1.1", "practised"),
        ("kwu-01/assessment.yaml", "iuk: [2.1.2, 2.1.3]", "iuk: [2.1.2]", "2.1.3", "assessed"),
    ],
)
def test_a_gap_is_marked(tmp_path: Path, file: str, right: str, wrong: str, iuk: str, gap: str) -> None:
    (module,) = alignment(changed(tmp_path, (file, right, wrong))).all_modules
    assert {row.id: row.gaps for row in module.rows if row.gaps} == {iuk: (gap,)}
    assert module.gaps == 1


def test_a_programme_owes_only_what_its_sessions_teach(tmp_path: Path) -> None:
    report = alignment(changed(tmp_path, ONE_SESSION))
    (part,) = report.programmes[0].modules
    assert [row.id for row in part.rows] == ["1.1.1", "1.1.2"]
    assert [row.id for row in report.modules[0].rows] == list(BY_HAND)


def test_a_module_without_assessment_and_with_an_unknown_iuk_is_still_reported(tmp_path: Path) -> None:
    curriculum = changed(
        tmp_path,
        ("kwu-01/sessions/02-hpp.md", "iuk: [2.1.1]", "iuk: [9.9.9]"),
        ("kwu-01/assessment.yaml", "instruments:\n", "instrumen:\n"),
    )
    (module,) = alignment(curriculum).all_modules
    assert [row.gaps for row in module.rows if row.id == "2.1.1"] == [("taught", "assessed")]
    assert module.gaps == 5
