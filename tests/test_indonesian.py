"""Numbers, money, dates and ranges as they are printed."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from curriculum_kit import indonesian
from curriculum_kit.indonesian import MINUS, NBSP, held_together


@pytest.mark.parametrize(
    ("amount", "printed"),
    [
        ("0", "0"),
        ("7", "7"),
        ("1234.5", "1.234,5"),
        ("1234567", "1.234.567"),
        ("1.50", "1,5"),
        ("0.0625", "0,0625"),  # at most nine decimals: as it is
        ("0.000000001", "0,000000001"),
        ("1E+3", "1.000"),
        ("-3", f"{MINUS}3"),
        ("-0", "0"),
        ("-0.0", "0"),
    ],
)
def test_a_number_is_printed_as_it_is(amount: str, printed: str) -> None:
    assert indonesian.number_text(Decimal(amount)) == printed


def test_a_number_without_end_gets_two_decimals_and_below_one_four() -> None:
    assert indonesian.number_text(Decimal(400) / 3) == "133,33"
    assert indonesian.number_text(Decimal(2) / 3) == "0,6667"


@pytest.mark.parametrize(
    ("amount", "decimals", "printed"),
    [("2.5", 0, "3"), ("-2.5", 0, f"{MINUS}3"), ("0.004", 2, "0"), ("-0.004", 2, "0")],
)
def test_rounding_is_half_up_and_zero_has_no_sign(amount: str, decimals: int, printed: str) -> None:
    assert indonesian.number_text(Decimal(amount), decimals) == printed


def test_whole_numbers_may_be_plain_ints() -> None:
    assert indonesian.number_text(12000) == "12.000"
    assert indonesian.rupiah_text(5000) == "Rp5.000"


@pytest.mark.parametrize(
    ("amount", "printed"),
    [
        ("5000", "Rp5.000"),
        ("12345.5", "Rp12.345,50"),
        ("12345.678", "Rp12.345,68"),
        ("12345.001", "Rp12.345"),
        ("0", "Rp0"),
        ("-50", f"{MINUS}Rp50"),
        ("500000000", "Rp500.000.000"),
    ],
)
def test_rupiah_stand_in_full_with_sen_only_when_there_are_any(amount: str, printed: str) -> None:
    assert indonesian.rupiah_text(Decimal(amount)) == printed


@pytest.mark.parametrize(
    ("amount", "printed"),
    [
        ("500000000", f"Rp500{NBSP}juta"),
        ("4800000000", f"Rp4,8{NBSP}miliar"),
        ("1000000", f"Rp1{NBSP}juta"),
        ("1500000000000", f"Rp1,5{NBSP}triliun"),
        ("-2000000", f"{MINUS}Rp2{NBSP}juta"),
        ("999999", "Rp999.999"),  # below a million
        ("1250000", "Rp1.250.000"),  # two decimals of a million
        ("1250000000", "Rp1.250.000.000"),
        ("1200000.5", "Rp1.200.000,50"),
    ],
)
def test_large_sums_take_a_word_only_when_one_decimal_says_all(amount: str, printed: str) -> None:
    assert indonesian.short_rupiah_text(Decimal(amount)) == printed


@pytest.mark.parametrize(("amount", "printed"), [("0.5", "0,5%"), ("25", "25%"), ("-12.5", f"{MINUS}12,5%")])
def test_percent_has_no_space(amount: str, printed: str) -> None:
    assert indonesian.percent_text(Decimal(amount)) == printed


def test_a_unit_is_joined_by_a_no_break_space() -> None:
    assert indonesian.amount_text(Decimal(24), "kg") == f"24{NBSP}kg"
    assert indonesian.amount_text(Decimal(24)) == "24"
    assert indonesian.amount_text(Decimal(24), "rupiah") == "Rp24"
    assert indonesian.amount_text(Decimal(24), "percent") == "24%"
    assert indonesian.minutes_text(90) == f"90{NBSP}menit"


@pytest.mark.parametrize(
    ("above", "up_to", "printed"),
    [
        (None, 2_000_000_000, "sampai dengan Rp2.000.000.000"),
        (1_000_000_000, 5_000_000_000, "di atas Rp1.000.000.000 sampai dengan Rp5.000.000.000"),
        (500_000, None, "di atas Rp500.000"),
        (0, 5, "di atas Rp0 sampai dengan Rp5"),
        (None, None, "tanpa batas"),
    ],
)
def test_ranges_are_said_in_words(above: int | None, up_to: int | None, printed: str) -> None:
    assert indonesian.range_text(above, up_to, "rupiah") == printed


def test_dates_name_the_month() -> None:
    assert indonesian.date_text(date(2026, 2, 1)) == "1 Februari 2026"
    assert [indonesian.date_text(date(2026, month, 1)).split()[1] for month in range(1, 13)] == list(indonesian.MONTHS)


@pytest.mark.parametrize(
    ("minutes", "printed"), [(90, "2"), (45, "1"), (0, "0"), (100, "2,22"), (5400, "120"), (45000, "1.000")]
)
def test_minutes_become_jp(minutes: int, printed: str) -> None:
    assert indonesian.jp_text(minutes, 45) == f"{printed}{NBSP}JP"


def test_jp_of_sixty_minutes() -> None:
    assert indonesian.jp_text(90, 60) == f"1,5{NBSP}JP"


@pytest.mark.parametrize(
    ("parts", "printed"), [([], ""), (["a"], "a"), (["a", "b"], "a dan b"), (["a", "b", "c"], "a, b, dan c")]
)
def test_enumeration(parts: list[str], printed: str) -> None:
    assert indonesian.enumeration(parts) == printed


@pytest.mark.parametrize(
    ("typed", "held"),
    [
        ("Sesi 5.3 berlangsung 2 JP.", "Sesi~5.3 berlangsung 2~JP."),
        ("untuk 16 orang dan 1,5 kg gula", "untuk 16~orang dan 1,5~kg gula"),
        ("Lihat Lembar kerja 5.1 dan Gambar 5.2.", "Lihat Lembar kerja~5.1 dan Gambar~5.2."),
        ("pada tahun 2024 hanya 3 kegiatan", "pada tahun 2024 hanya 3 kegiatan"),
    ],
)
def test_numbers_stay_with_their_units_and_names(typed: str, held: str) -> None:
    assert held_together(typed) == held.replace("~", NBSP)
