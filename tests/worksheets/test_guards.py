"""Divisions in own sheets are guarded against blanks."""

from __future__ import annotations

import pytest

from tests.worksheets.building import computed, fill, findings, given, says

BLANKS = (fill("a"), fill("b"), given("step", "500"), given("none", "0"), fill("markup", "percent"))


@pytest.mark.parametrize(
    "formula",
    [
        "a / step",
        "a / 12",
        "a / (1 + markup)",
        "a / MAX(b, 1)",
        "a / (b + step)",
        "a / SUM(b, 1)",
        "IF(b > 0, a / b, 0)",
        "IF(0 < b, a / b, 0)",
        "IF(b >= 1, a / b, 0)",
        "IF(b <> 0, a / b, 0)",
        "IF(b = 0, 0, a / b)",
        "IF(b <= 0, 0, a / b)",
        "IF(b < 1, 0, a / b)",
        "IF(b > 0, 1, 0) + IF(b >= step, a / b, 0)",
        "IF(a = 0, 0, IF(b = 0, 0, 5 / a / b))",
        "IF(b > 0, a / (b * 2), 0)",
        "IF(b > 0, a / ROUNDUP(b, 0), 0)",
        "IF(a + b > 0, a / (a + b), 0)",
        "IF(a - b <> 0, 1 / (a - b), 0)",
        "IF(b > a, 1 / b, 0)",
        "a / IF(b > 0, b, 1)",
        "a / IF(b > step, b, step)",
    ],
)
def test_guarded_divisions(formula: str) -> None:
    assert findings(*BLANKS, computed("x", formula), mode="own") == []


@pytest.mark.parametrize(
    "formula",
    [
        "a / b",
        "a / none",
        "a / (b - 1)",
        "a / (a * b)",
        "a / ROUND(step, 0)",
        "a / MAX(b, 0)",
        "a / MIN(b, 1)",
        "a / SUM(a, b)",
        "IF(a > 0, a / b, 0)",
        "IF(b > 0, 0, a / b)",
        "IF(b < 0, 0, a / b)",
        "IF(b < 1, a / b, 0)",
        "IF(b >= 0, a / b, 0)",
        "IF(a / b > 1, 1, 0)",
        "IF(b < 5, a / b, 0)",
        "IF(b > -1, a / b, 0)",
        "IF(b > 0, a / (b - 1), 0)",
        "step / IF(a > 0, b, 1)",
    ],
)
def test_unguarded_divisions(formula: str) -> None:
    says(findings(*BLANKS, computed("x", formula), mode="own"), "CALC805", "pembagi di sini dapat menjadi nol")


def test_guards_see_through_cells_and_columns() -> None:
    head = """
columns:
  - {id: n, label: N, type: number, kind: fill}
  - {id: m, label: M, type: number, kind: computed, formula: n + 1}
  - {id: s, label: S, type: number, kind: computed, formula: m / SUM(m)}
blank_rows: 3
"""
    assert findings(computed("t", "SUM(m)"), computed("u", "1 / t"), mode="own", head=head) == []
    says(findings(computed("t", "SUM(n)"), computed("u", "1 / t"), mode="own", head=head), "CALC805", "pembagi")
    says(findings(mode="own", head=head.replace("n + 1", "n - 1")), "CALC805", "pembagi")


def test_a_value_that_is_not_zero_now_can_become_so() -> None:
    says(findings(fill("a"), computed("t", "5 - a"), computed("u", "1 / t"), mode="own"), "CALC805", "pembagi")
