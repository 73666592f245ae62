"""The key of Sari's worksheet, computed by hand, and the words that the roles print."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from curriculum_kit.indonesian import MINUS, NBSP
from curriculum_kit.worksheets import Calculator, Quantity, diagnose
from tests.worksheets.building import AS_OF, EXAMPLE, curriculum, example

COSTS = {
    "banana": 120_000,  # 24 kg x 5.000
    "oil": 72_000,  # 4 liter x 18.000
    "sugar": 18_000,  # 1 kg x 18.000
    "seasoning": 8_000,  # 1 paket x 8.000
    "pouch": 36_000,  # 40 lembar x 900
    "label": 10_000,  # 40 lembar x 250
    "labour": 96_000,  # 8 jam x 12.000
    "gas": 22_000,  # 1 tabung x 22.000
}
KEY = {
    # 120.000 + 72.000 + 18.000 + 8.000 + 36.000 + 10.000 + 96.000 + 22.000
    "batch_cost": "382000",
    "utilities_monthly": "120000",
    "tools_cost": "1920000",
    "tools_life_months": "48",
    "depreciation_monthly": "40000",  # 1.920.000 / 48
    "batches_per_month": "8",
    "fixed_per_batch": "20000",  # (120.000 + 40.000) / 8
    "total_cost": "402000",  # 382.000 + 20.000
    "packs": "40",
    "unit_cost": "10050",  # 402.000 / 40 = 10.050 exactly
    "old_price": "10000",
    "old_profit": "-50",  # 10.000 - 10.050: Sari loses
    "markup": "0.25",  # 25%
    "target_price": "12563",  # 10.050 x 1,25 = 12.562,5; half goes up
    "rounding_step": "500",
    "selling_price": "13000",  # 12.563 / 500 = 25,126 -> 26 x 500
    "profit_per_pack": "2950",  # 13.000 - 10.050
    "market_price": "14000",
    "price_gap": "1000",  # 14.000 - 13.000
    "annual_turnover": "49920000",  # 13.000 x 40 x 8 x 12 = 520.000 x 96
    "annual_tax": "0",  # 49.920.000 is below 500.000.000
}


@pytest.fixture(scope="module")
def calculator() -> Calculator:
    return Calculator(example(), AS_OF)


def test_the_example_is_free_of_findings() -> None:
    assert list(diagnose(example(), AS_OF)) == []


def test_the_costs_of_the_rows(calculator: Calculator) -> None:
    values = calculator.sheet("kwu-05", "hpp-keripik").values
    assert {row: values[f"{row}.cost"].amount for row in COSTS} == COSTS


def test_the_single_cells(calculator: Calculator) -> None:
    values = calculator.sheet("kwu-05", "hpp-keripik").values
    assert {name: values[name].amount for name in KEY} == {name: Decimal(amount) for name, amount in KEY.items()}
    assert len(values) == len(KEY) + 8 * 6


@pytest.mark.parametrize(
    ("address", "printed"),
    [
        ("hpp-keripik.unit_cost", "Rp10.050"),
        ("hpp-keripik.old_profit", f"{MINUS}Rp50"),
        ("hpp-keripik.target_price", "Rp12.563"),
        ("hpp-keripik.markup", "25%"),
        ("hpp-keripik.packs", f"40{NBSP}bungkus"),
        ("hpp-keripik.tools_life_months", f"48{NBSP}bulan"),
        ("hpp-keripik.annual_turnover", "Rp49.920.000"),
        ("hpp-keripik.annual_tax", "Rp0"),
        ("hpp-keripik.banana.cost", "Rp120.000"),
        ("hpp-keripik.banana.quantity", "24"),  # the unit has a column of its own
        ("hpp-keripik.banana.cost_type", "bahan"),
        ("hpp-usaha-saya.fixed_monthly", ""),
    ],
)
def test_the_words_of_calc(calculator: Calculator, address: str, printed: str) -> None:
    quantity = calculator.value("kwu-05", address)
    assert quantity is not None
    assert calculator.quantity_text(quantity) == printed


@pytest.mark.parametrize(
    "address", ["hpp-keripik", "hpp-keripik.", "hpp-keripik.nope", "nope.unit_cost", "", "a.b.c.d"]
)
def test_unknown_cells_are_none(calculator: Calculator, address: str) -> None:
    assert calculator.value("kwu-05", address) is None
    assert calculator.value("kwu-99", address) is None


def test_the_own_sheet_counts_blanks_as_zero_and_keeps_them_blank(calculator: Calculator) -> None:
    values = calculator.sheet("kwu-05", "hpp-usaha-saya").values
    assert values["1.quantity"] == Quantity(None, "number")
    assert values["10.cost"] == Quantity(Decimal(0), "rupiah")
    assert values["batches_per_month"] == Quantity(None, "number", "kali")
    assert values["unit_cost"] == Quantity(Decimal(0), "rupiah")
    assert "11.cost" not in values


@pytest.mark.parametrize(
    ("address", "printed"),
    [
        ("sari.batch_kg", f"24{NBSP}kg"),
        ("sari.pack_grams", f"150{NBSP}gram"),
        ("sari.tools_cost", "Rp1.920.000"),
        ("sari.markup", "25%"),
    ],
)
def test_the_words_of_case(calculator: Calculator, address: str, printed: str) -> None:
    quantity = calculator.case_value(address)
    assert quantity is not None
    assert calculator.quantity_text(quantity) == printed


def test_percent_counts_as_a_hundredth(calculator: Calculator) -> None:
    assert calculator.case_value("sari.markup") == Quantity(Decimal("0.25"), "percent")
    assert calculator.case_value("sari.nope") is None
    assert calculator.case_value("sari") is None


@pytest.mark.parametrize(
    ("address", "printed"),
    [
        ("pph-final-rate", "0,5%"),
        ("pph-final-exempt-turnover", "Rp500.000.000"),
        ("qris-mdr-micro", "0% untuk satu pembayaran sampai dengan Rp500.000 dan 0,3% di atasnya"),
        ("qris-mdr-micro@2024-06-01", "0% untuk satu pembayaran sampai dengan Rp100.000 dan 0,3% di atasnya"),
        ("qris-mdr-micro@2023-07-15", "0,3%"),
        ("qris-mdr-micro@2020-01-01", "0%"),
        ("qris-mdr-micro.large", "0,3%"),
        ("qris-mdr-micro.small@2024-06-01", "0%"),
        ("qris-surcharge", "tidak boleh ditambahkan ke harga yang dibayar pembeli"),
        ("umkm-size.micro.sales", "sampai dengan Rp2.000.000.000"),
        ("umkm-size.small.capital", "di atas Rp1.000.000.000 sampai dengan Rp5.000.000.000"),
        ("umkm-size", None),
        ("umkm-size.micro", None),
        ("umkm-size.micro.nope", None),
        ("umkm-size.nope.sales", None),
        ("qris-mdr-micro.nope", None),
        ("qris-mdr-micro.large@2023-07-15", None),  # was no tariff then
        ("pph-final-rate.nope", None),
        ("pph-final-rate@2024-13-01", None),
        ("pph-final-rate@kemarin", None),
        ("pph-final-rate@", None),
        ("nope", None),
        ("", None),
    ],
)
def test_the_words_of_fact(calculator: Calculator, address: str, printed: str | None) -> None:
    assert calculator.fact_text(address) == printed


def test_facts_follow_the_day() -> None:
    assert Calculator(example(), date(2024, 6, 1)).fact_text("qris-mdr-micro") == (
        "0% untuk satu pembayaran sampai dengan Rp100.000 dan 0,3% di atasnya"
    )


def test_turnover_above_the_exemption_is_taxed() -> None:
    # With 100 times the batches: 13.000 is no longer the price, but the fixed cost a batch falls to
    # 160.000 / 800 = 200; 382.200 / 40 = 9.555; x 1,25 = 11.943,75 -> 11.944; up to 12.000.
    # 12.000 x 40 x 800 x 12 = 4.608.000.000; (4.608.000.000 - 500.000.000) x 0,5% = 20.540.000.
    case = (
        (EXAMPLE / "cases" / "sari.yaml").read_text("utf-8").replace("amount: 8, unit: kali", "amount: 800, unit: kali")
    )
    keripik = (EXAMPLE / "kwu-05" / "worksheets" / "hpp-keripik.yaml").read_text("utf-8")
    facts = (EXAMPLE / "facts.yaml").read_text("utf-8")
    calculator = Calculator(curriculum({"hpp-keripik": keripik}, cases={"sari": case}, facts=facts), AS_OF)
    tax = calculator.value("kwu-05", "hpp-keripik.annual_tax")
    assert tax == Quantity(Decimal(20_540_000), "rupiah")


def test_all_addresses_are_known(calculator: Calculator) -> None:
    assert {"hpp-keripik.unit_cost", "hpp-keripik.gas.cost", "hpp-usaha-saya.10.cost"} <= calculator.calc_addresses(
        "kwu-05"
    )
    assert calculator.calc_addresses("kwu-99") == frozenset()
    assert "sari.batch_kg" in calculator.case_addresses()
    assert {"umkm-size", "umkm-size.micro.sales", "qris-mdr-micro.large"} <= calculator.fact_addresses()


def test_results_are_kept(calculator: Calculator) -> None:
    assert calculator.sheet("kwu-05", "hpp-keripik") is calculator.sheet("kwu-05", "hpp-keripik")
    assert calculator.sheet("kwu-05", "nope").values == {}
    assert calculator.sheet("kwu-99", "nope").values == {}
