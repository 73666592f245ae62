"""Charts show what the worksheet says, and nothing that participants may not see."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal
from html import unescape

import pytest

from curriculum_kit.charts import Chart, Series, chart_of, described, drawn
from curriculum_kit.diagnostics import Span
from curriculum_kit.source.document import BlockUse, OptionUse
from curriculum_kit.worksheets import Calculator, Quantity
from tests.worksheets.building import curriculum

AS_OF = date(2025, 12, 1)
NOWHERE = Span("x")
SHEET = """
title: Uang sebulan
mode: example
instructions: Bacalah.
columns:
  - {id: month, label: Bulan, type: text, kind: given}
  - {id: income, label: Uang masuk, type: rupiah, kind: given}
  - {id: left, label: Sisa, type: rupiah, kind: computed, formula: income - cost}
rows:
  - {id: first, cells: {month: Mei, income: 400000}}
  - {id: second, cells: {month: Juni & Juli, income: 100000}}
  - {id: third, cells: {month: Agustus, income: 250000}}
cells:
  - {id: cost, label: Biaya, type: rupiah, kind: given, value: 150000}
  - {id: share, label: Bagian, type: percent, kind: given, value: 25}
"""


def chart(style: str, names: str) -> Chart:
    block = BlockUse(
        "chart", "uang", NOWHERE, {style: OptionUse(names, NOWHERE, NOWHERE)}, NOWHERE, 1, 5, 3, trainer_only=False
    )
    return chart_of(block, Calculator(curriculum({"uang": SHEET}), AS_OF), "kwu-05")


def texts(svg: str) -> list[str]:
    return [unescape(words) for words in re.findall(r"<text[^>]*>([^<]*)</text>", svg)]


def test_bars_of_columns() -> None:
    found = chart("bars", "income, left")
    assert found.categories == ("Mei", "Juni & Juli", "Agustus")
    assert [series.amounts for series in found.series] == [
        (Decimal(400_000), Decimal(100_000), Decimal(250_000)),
        (Decimal(250_000), Decimal(-50_000), Decimal(100_000)),  # income − 150.000
    ]
    assert {"Rp400.000", "−Rp50.000", "Juni & Juli", "Uang masuk", "Sisa"} <= set(texts(drawn(found)))


def test_the_lengths_of_bars_are_in_proportion() -> None:
    svg = drawn(chart("bars", "income"))
    lengths = [float(width) for width in re.findall(r'width="([\d.]+)" height="16"', svg)]
    assert lengths[0] / lengths[1] == pytest.approx(4, rel=0.01)
    assert lengths[0] / lengths[2] == pytest.approx(1.6, rel=0.01)


def test_bars_of_cells() -> None:
    found = chart("bars", "cost, share")
    assert (found.categories, len(found.series)) == (("Biaya", "Bagian"), 1)
    assert described(found) == "Grafik batang. Biaya Rp150.000 dan Bagian 25%."


def test_points_of_lines_are_in_proportion() -> None:
    svg = drawn(chart("lines", "income"))
    heights = [float(y) for y in re.findall(r'cy="([\d.]+)"', svg)]
    zero = float(re.findall(r'd="M96 ([\d.]+)H\d+" stroke="#000"', svg)[0])
    assert (zero - heights[0]) / (zero - heights[1]) == pytest.approx(4, rel=0.01)
    assert "Bulan" in texts(svg)


def test_the_description_names_every_amount() -> None:
    assert described(chart("lines", "income, left")) == (
        "Grafik garis. Uang masuk: Mei Rp400.000, Juni & Juli Rp100.000, dan Agustus Rp250.000. "
        "Sisa: Mei Rp250.000, Juni & Juli −Rp50.000, dan Agustus Rp100.000."
    )


@pytest.mark.parametrize("style", ["bars", "lines"])
@pytest.mark.parametrize("amounts", [(0, 0, 0), (5, 5, 5), (-3, -2, -1), (1, 10**12, 0)])
def test_no_amounts_break_a_drawing(style: str, amounts: tuple[int, ...]) -> None:
    quantities = tuple(Quantity(Decimal(amount), "rupiah") for amount in amounts)
    svg = drawn(Chart(style, "Bulan", ("a", "b", "c"), (Series("x", quantities), Series("y", quantities))))
    assert "nan" not in svg.lower()
    numbers = [float(x) for x in re.findall(r' x="(-?[\d.]+)"', svg)]
    assert all(-1 <= x <= 560 for x in numbers)
