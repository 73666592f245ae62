"""Which amounts combine, and to what."""

from __future__ import annotations

import pytest

from curriculum_kit.worksheets.formula import parse
from curriculum_kit.worksheets.tree import FormulaFlawed, Name, Reference
from curriculum_kit.worksheets.units import Dimension, check_fit, dimension

DIMENSIONS = {
    "price": Dimension.RUPIAH,
    "cost": Dimension.RUPIAH,
    "packs": Dimension.NUMBER,
    "markup": Dimension.PERCENT,
    "item": Dimension.TEXT,
    "kind": Dimension.TEXT,
}


def dimension_of(node: Name | Reference) -> Dimension:
    return DIMENSIONS[node.name] if isinstance(node, Name) else Dimension.RUPIAH


@pytest.mark.parametrize(
    ("formula", "expected"),
    [
        ("price + cost", "rupiah"),
        ("price - cost", "rupiah"),
        ("-price", "rupiah"),
        ("price * packs", "rupiah"),
        ("packs * price", "rupiah"),
        ("price * markup", "rupiah"),
        ("price / packs", "rupiah"),
        ("price / cost", "number"),
        ("price * (1 + markup)", "rupiah"),
        ("1 + markup", "number"),
        ("markup + markup", "percent"),
        ("packs + 1", "number"),
        ("SUM(price, cost)", "rupiah"),
        ("MAX(price, 0)", "rupiah"),
        ("MAX(0, price)", "rupiah"),
        ("MIN(packs, markup)", "number"),
        ("ROUND(price / packs, 0)", "rupiah"),
        ("ROUNDUP(price / cost, 0) * cost", "rupiah"),
        ("IF(price > 0, price, 0)", "rupiah"),
        ("IF(0 < price, 0, cost)", "rupiah"),
        ("IF(price >= cost, 1, 2)", "number"),
        ("IF(item = kind, item, kind)", "text"),
        ("MAX(price - FACT(limit), 0) * markup", "rupiah"),
        ("0", "zero"),
        ("0 / price", "number"),
        ("price > cost", "truth"),
    ],
)
def test_what_combines(formula: str, expected: str) -> None:
    assert dimension(parse(formula), dimension_of) == expected


@pytest.mark.parametrize(
    ("formula", "column", "words"),
    [
        ("price * cost", 7, "rupiah tidak dapat dikalikan dengan rupiah"),
        ("price + packs", 7, "rupiah dan angka"),
        ("price + 500", 7, "rupiah dan angka"),
        ("price - markup", 7, "rupiah dan persen"),
        ("packs / price", 7, "angka tidak dapat dibagi dengan rupiah"),
        ("SUM(price, packs)", 1, "rupiah dan angka"),
        ("MAX(price, 1)", 1, "rupiah dan angka"),
        ("IF(price > 100, 1, 0)", 10, "rupiah dan angka"),
        ("IF(packs > 0, price, packs)", 1, "rupiah dan angka"),
        ("IF(item > kind, 1, 0)", 9, "teks hanya dapat dibandingkan"),
        ("IF(item = 0, 1, 2)", 9, "teks dan nol"),
        ("IF(packs, 1, 0)", 1, "perbandingan"),
        ("IF(packs > 0, price > 0, cost > 0)", 1, "hasil perbandingan"),
        ("(packs > 1) + 1", 13, "hasil perbandingan"),
        ("item + 1", 6, "teks tidak dapat dihitung"),
        ("-item", 1, "teks tidak dapat dihitung"),
        ("ROUND(item, 0)", 1, "teks tidak dapat dihitung"),
        ("SUM(item)", 1, "teks tidak dapat dihitung"),
        ("SUM(packs, item)", 1, "teks tidak dapat dihitung"),
    ],
)
def test_what_does_not_combine(formula: str, column: int, words: str) -> None:
    with pytest.raises(FormulaFlawed) as raised:
        dimension(parse(formula), dimension_of)
    flaw = raised.value.flaw
    assert (flaw.code, flaw.column) == ("CALC804", column)
    assert words in flaw.message.format()


@pytest.mark.parametrize(
    ("formula", "type_"),
    [("price", "rupiah"), ("0", "rupiah"), ("price / cost", "percent"), ("markup", "percent"), ("item", "text")],
)
def test_what_fits_a_cell(formula: str, type_: str) -> None:
    check_fit(parse(formula), type_, dimension_of)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("formula", "type_"),
    [("500", "rupiah"), ("price", "number"), ("markup", "number"), ("packs > 1", "number"), ("packs", "text")],
)
def test_what_does_not_fit_a_cell(formula: str, type_: str) -> None:
    with pytest.raises(FormulaFlawed) as raised:
        check_fit(parse(formula), type_, dimension_of)  # type: ignore[arg-type]
    assert raised.value.flaw.code == "CALC804"
