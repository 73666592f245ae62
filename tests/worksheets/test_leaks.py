"""Results of practice sheets are keys: nothing that participants see is made from them."""

from __future__ import annotations

import pytest

from tests.worksheets.building import computed, fill, findings, given, says, sheet

PRACTICE = sheet(given("price", "10"), fill("guess", answer="7"), computed("result", "price * 2"), mode="practice")


@pytest.mark.parametrize("mode", ["example", "own"])
@pytest.mark.parametrize("cell", ["result", "guess"])
def test_no_visible_sheet_uses_the_key_of_a_practice_sheet(mode: str, cell: str) -> None:
    one = says(
        findings(computed("x", f"1 + SHEET(latihan.{cell})"), mode=mode, latihan=PRACTICE),
        "CALC809",
        f'"x" memakai hasil latihan "latihan.{cell}"',
    )
    assert one.related[0].span.file == "kwu-05/worksheets/latihan.yaml"
    assert one.span.end_column == one.span.column + len(f"latihan.{cell}")


def test_given_values_of_a_practice_sheet_are_no_key() -> None:
    assert findings(computed("x", "SHEET(latihan.price)"), latihan=PRACTICE) == []


def test_a_given_value_of_a_practice_sheet_cannot_be_a_key() -> None:
    shown = "id: x, type: number, kind: given, value: =SHEET(latihan.result)"
    says(findings(shown, mode="practice", latihan=PRACTICE), "CALC809", "latihan.result")
    own = ("id: x, type: number, kind: given, value: =y + 1", computed("y", "1 + 1"))
    says(findings(*own, mode="practice"), "CALC809", "lembar.y")


def test_the_key_of_a_practice_sheet_may_use_another_key() -> None:
    assert findings(computed("x", "SHEET(latihan.result)"), mode="practice", latihan=PRACTICE) == []


def test_columns_of_keys_leak_as_well() -> None:
    head = """
columns:
  - {id: n, label: N, type: number, kind: fill}
  - {id: m, label: M, type: number, kind: given}
rows: [{id: a, cells: {n: {answer: 1}, m: =n}}, {id: b, cells: {n: {answer: 2}, m: 5}}]
"""
    says(findings(mode="practice", head=head), "CALC809", '"m" memakai hasil latihan "lembar.n"')
    total = "id: t, type: number, kind: given, value: =SUM(n)"
    says(findings(total, mode="practice", head=head.replace("m: =n", "m: 5")), "CALC809", "lembar.n")
