"""Facts by age, against days counted by hand."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from curriculum_kit.overview.facts import FactsByAge, facts_by_age
from curriculum_kit.source.curriculum import Curriculum
from curriculum_kit.worksheets import Calculator
from tests.overview.curricula import AS_OF, base, changed, example


def aged(curriculum: Curriculum, day: date = AS_OF) -> FactsByAge:
    return facts_by_age(curriculum, Calculator(curriculum, day), day)


def test_the_example_as_counted_by_hand() -> None:
    """From 23 February 2021 four years of 365 days and a leap day pass, then 281 days until 1 December 2025."""
    rows = [(f.id, f.checked_on, f.age, f.recheck_on, f.is_due, f.days_left) for f in aged(example()).facts]
    assert rows == [
        ("umkm-size", date(2021, 2, 23), 4 * 365 + 1 + 281, date(2026, 2, 22), False, 1825 - 1742),
        ("qris-mdr-micro", date(2024, 10, 16), 411, date(2026, 10, 16), False, 730 - 411),
        ("qris-surcharge", date(2024, 10, 16), 411, date(2026, 10, 16), False, 730 - 411),
        ("pph-final-exempt-turnover", date(2025, 11, 18), 13, date(2026, 11, 18), False, 365 - 13),
        ("pph-final-rate", date(2025, 11, 18), 13, date(2026, 11, 18), False, 365 - 13),
    ]


def test_a_fact_is_due_on_the_day_after_its_last() -> None:
    due = [{f.id: f.is_due for f in aged(base(), date(2026, 11, day)).facts} for day in (18, 19)]
    assert [set(by_id.values()) for by_id in due] == [{False}, {True}]


def test_a_fact_that_is_over_is_not_due(tmp_path: Path) -> None:
    curriculum = changed(
        tmp_path,
        ("facts.yaml", "    valid_from: 2022-12-20\n", "    valid_from: 2022-12-20\n    valid_until: 2026-01-01\n"),
    )
    facts = {f.id: f for f in aged(curriculum, date(2027, 1, 1)).facts}
    assert (facts["pph-final-rate"].is_due, facts["pph-final-rate"].valid_until) == (False, date(2026, 1, 1))
    assert facts["mdr-rate"].is_due


def test_values_are_words_of_the_day() -> None:
    values = {f.id: f.value for f in aged(base()).facts}
    assert values == {
        "pph-final-rate": "0,5%",
        "mdr-rate": "0% untuk satu pembayaran sampai dengan Rp500.000 dan 0,3% di atasnya",
        "umkm-size": "Usaha mikro: sampai dengan Rp2.000.000.000; "
        "Usaha kecil: di atas Rp2.000.000.000 sampai dengan Rp15.000.000.000",
    }
    early = {f.id: f.value for f in aged(base(), date(2015, 1, 1)).facts}
    assert early["pph-final-rate"] == "1%"


def test_a_table_of_several_columns_names_them() -> None:
    value = next(f.value for f in aged(example()).facts if f.id == "umkm-size")
    assert value.startswith(
        "Usaha mikro: Modal usaha tanpa tanah dan bangunan sampai dengan Rp1.000.000.000, "
        "Hasil penjualan setahun sampai dengan Rp2.000.000.000; Usaha kecil: "
    )


def test_every_use_is_found_once() -> None:
    uses = {f.id: [(u.span.file, u.kind, u.day) for u in f.uses] for f in aged(base()).facts}
    session = "kwu-01/sessions/02-hpp.md"
    assert uses["pph-final-rate"] == [
        (session, "role", ""), (session, "role", "2015-01-01"), (session, "history", ""),
    ]  # fmt: skip
    assert uses["umkm-size"] == [(session, "role", "")]
    in_example = {f.id: [(u.span.file, u.kind) for u in f.uses] for f in aged(example()).facts}
    assert in_example["pph-final-exempt-turnover"] == [
        ("kwu-05/sessions/02-menghitung-hpp.md", "role"),
        ("kwu-05/worksheets/hpp-keripik.yaml", "formula"),
    ]
