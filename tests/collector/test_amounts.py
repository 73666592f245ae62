"""Numbers as people write them, and what is right enough."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from curriculum_kit.collector.amounts import parse_amount
from curriculum_kit.collector.keys import Key
from curriculum_kit.collector.marking import Verdict, is_close, typed, verdict
from curriculum_kit.edition.form import FormField
from curriculum_kit.indonesian import number_text, rupiah_text


@pytest.mark.parametrize(
    ("written", "unit", "meant"),
    [
        ("1.250.000", "", "1250000"),
        ("12,5", "", "12.5"),
        ("Rp 15.000", "rupiah", "15000"),
        ("Rp15.000,-", "rupiah", "15000"),
        ("rp. 15.000,00", "rupiah", "15000"),
        ("15.000 rupiah", "rupiah", "15000"),
        ("IDR 7500", "rupiah", "7500"),
        ("1 250 000", "", "1250000"),
        ("1\N{NO-BREAK SPACE}250", "", "1250"),
        ("-5.000", "rupiah", "-5000"),
        ("\N{MINUS SIGN}Rp250", "rupiah", "-250"),
        ("Rp -250", "rupiah", "-250"),
        ("(1.500)", "rupiah", "-1500"),
        ("2,5 juta", "rupiah", "2500000"),
        ("15rb", "rupiah", "15000"),
        ("15 ribu rupiah", "rupiah", "15000"),
        ("25%", "%", "25"),
        ("25 persen", "%", "25"),
        ("12 kg", "kg", "12"),
        ("24 Bungkus", "bungkus", "24"),
        ("0", "", "0"),
        ("0,125", "", "0.125"),
        (" 7 \n", "", "7"),
    ],
)
def test_numbers_are_read_the_indonesian_way(written: str, unit: str, meant: str) -> None:
    assert parse_amount(written, unit) == Decimal(meant)


@pytest.mark.parametrize(
    "written",
    ["", "-", "Rp", "1.5", "0.125", "1,250,000", "1.250.00", "12.34.567", "--5", "kira-kira 5", "5 atau 6", "5-6", "١٢",
     "1e9", "0x10", "1_000", "9" * 19, "999999999999 triliun", "1,0123456789", "5 kg", "=5", "25%", "(5", "nan"],
)  # fmt: skip
def test_what_is_not_certain_is_no_number(written: str) -> None:
    assert parse_amount(written) is None


@given(st.decimals(min_value=-(10**15), max_value=10**15, places=2))
def test_what_the_books_print_is_read_back(amount: Decimal) -> None:
    assert parse_amount(rupiah_text(amount), "rupiah") == amount
    assert parse_amount(number_text(amount)) == amount


@given(st.text())
def test_no_text_is_too_strange(written: str) -> None:
    found = parse_amount(written, "kg")
    assert found is None or found.is_finite()


@pytest.mark.parametrize(
    ("value", "key", "right"),
    [
        ("10050", "10050", True),
        ("10050", "10050.3333", True),
        ("10050.3", "10050.3333", True),
        ("10051", "10050.3333", False),
        ("33", "33.3333", True),
        ("0.33", "0.33333", True),
        ("0", "0.4", False),
        ("13", "12.5", False),
        ("1500000", "1512000", False),
        ("0", "0", True),
        ("-5", "5", False),
    ],
)
def test_a_rounded_number_is_right_when_it_is_near(value: str, key: str, right: bool) -> None:  # noqa: FBT001
    assert is_close(Decimal(value), Decimal(key)) == right


def field(kind: str, unit: str = "") -> FormField:
    return FormField("m--b", kind, "01", "b", "Latihan 1.1", "Judul", unit=unit)  # type: ignore[arg-type]


def test_values_have_the_type_of_their_field() -> None:
    assert typed(field("number", "rupiah"), "Rp 15.000") == Decimal(15000)
    assert typed(field("number", "%"), "25") == Decimal("0.25")
    assert typed(field("number"), "kira-kira 5") == "kira-kira 5"
    assert typed(field("text"), "1.000") == "1.000"


def test_words_are_for_people_to_judge_and_letters_are_not() -> None:
    number, words, letter = Key(Decimal(5), "5"), Key("tenaga kerja", "tenaga kerja"), Key("C", "C", is_letter=True)
    assert verdict(Decimal(5), number) is Verdict.RIGHT
    assert verdict(Decimal(6), number) is Verdict.WRONG
    assert verdict("lima", number) is Verdict.REVIEW
    assert verdict(" Tenaga  Kerja.", words) is Verdict.RIGHT
    assert verdict("K", words) is Verdict.REVIEW
    assert verdict("variabel", Key("V", "V")) is Verdict.REVIEW
    assert [verdict(each, letter) for each in ("C", "c", "B", "", None)] == [
        Verdict.RIGHT,
        Verdict.RIGHT,
        Verdict.WRONG,
        Verdict.EMPTY,
        Verdict.MISSING,
    ]
