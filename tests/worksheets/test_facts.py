"""Facts in words and as numbers, for the kinds that the example does not show."""

from __future__ import annotations

from decimal import Decimal

import pytest

from curriculum_kit.indonesian import NBSP
from curriculum_kit.worksheets import Calculator, Quantity
from tests.worksheets.building import AS_OF, curriculum

FACT = """
  - id: {id}
    title: Fakta
    statement: Sebuah fakta.
    value: {value}
    legal_basis: Peraturan
    checked_on: 2025-01-01
    source_url: https://example.go.id
    status: in_force
"""
TIERS = (
    "{{kind: tiers, unit: percent, threshold_unit: rupiah, threshold_label: omzet setahun, applies_to: {how},"
    " tiers: [{tiers}]}}"
)
TWO = "{id: low, up_to: 500000000, amount: 0}, {id: high, amount: 0.5}"
THREE = "{id: low, up_to: 500000, amount: 0}, {id: middle, up_to: 1000000, amount: 0.3}, {id: high, amount: 0.7}"
CLOSED = "{id: low, up_to: 500000, amount: 0}, {id: high, up_to: 900000, amount: 2}"
TABLE = (
    "{kind: table, columns: [{id: fee, label: Tarif, unit: rupiah}, {id: days, label: Lama, unit: hari},"
    " {id: who, label: Siapa}],"
    " rows: [{id: micro, label: Mikro, cells: {fee: 500000, days: {above: 5}, who: siapa saja}}]}"
)
VALUES = {
    "date": "{kind: date, date: 2026-10-18}",
    "days": "{kind: scalar, amount: 30, unit: hari}",
    "range": "{kind: range, above: 5, up_to: 20, unit: orang}",
    "whole": TIERS.format(how="whole", tiers=TWO),
    "part": TIERS.format(how="part", tiers=TWO),
    "three": TIERS.format(how="whole", tiers=THREE),
    "three-parts": TIERS.format(how="part", tiers=THREE),
    "closed": TIERS.format(how="whole", tiers=CLOSED),
    "one": TIERS.format(how="whole", tiers="{id: all, amount: 11}"),
    "table": TABLE,
}


@pytest.fixture(scope="module")
def calculator() -> Calculator:
    facts = "facts:" + "".join(FACT.format(id=name, value=value) for name, value in VALUES.items())
    return Calculator(curriculum({}, facts=facts), AS_OF)


@pytest.mark.parametrize(
    ("address", "printed"),
    [
        ("date", "18 Oktober 2026"),
        ("days", f"30{NBSP}hari"),
        ("range", f"di atas 5{NBSP}orang sampai dengan 20{NBSP}orang"),
        ("whole", "0% untuk omzet setahun sampai dengan Rp500.000.000 dan 0,5% di atasnya"),
        ("part", "0% untuk bagian omzet setahun sampai dengan Rp500.000.000 dan 0,5% untuk bagian di atasnya"),
        (
            "three",
            (
                "0% untuk omzet setahun sampai dengan Rp500.000; 0,3% di atas Rp500.000 sampai dengan Rp1.000.000;"
                " dan 0,7% di atasnya"
            ),
        ),
        (
            "three-parts",
            (
                "0% untuk bagian omzet setahun sampai dengan Rp500.000; 0,3% untuk bagian di atas Rp500.000"
                " sampai dengan Rp1.000.000; dan 0,7% untuk bagian di atasnya"
            ),
        ),
        (
            "closed",
            "0% untuk omzet setahun sampai dengan Rp500.000 dan 2% di atas Rp500.000 sampai dengan Rp900.000",
        ),
        ("one", "11% untuk omzet setahun"),
        ("table.micro.fee", "Rp500.000"),
        ("table.micro.days", f"di atas 5{NBSP}hari"),
        ("table.micro.who", "siapa saja"),
    ],
)
def test_words(calculator: Calculator, address: str, printed: str) -> None:
    assert calculator.fact_text(address) == printed


def test_numbers(calculator: Calculator) -> None:
    figures = calculator._figures
    assert figures.fact_number("days") == Quantity(Decimal(30), "number", "hari")
    assert figures.fact_number("table.micro.fee") == Quantity(Decimal(500000), "rupiah")
    assert figures.fact_number("three.high") == Quantity(Decimal("0.007"), "percent")
    for no_number in ("date", "range", "whole", "table", "table.micro.days", "table.micro.who", "days.low", "nope"):
        assert figures.fact_number(no_number) is None
