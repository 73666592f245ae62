"""How the parts of a sheet, and the sheets of a module, are computed together."""

from __future__ import annotations

from decimal import Decimal

import pytest

from curriculum_kit.worksheets import Calculator, Quantity, visible
from curriculum_kit.worksheets.arrange import arrange
from tests.worksheets.building import AS_OF, amounts, computed, curriculum, fill, findings, given, sheet

TABLE = """
columns:
  - {id: item, label: Barang, type: text, kind: given}
  - {id: count, label: Banyak, type: number, kind: given}
  - {id: price, label: Harga, type: rupiah, kind: fill}
  - {id: cost, label: Biaya, type: rupiah, kind: computed, formula: count * price}
  - {id: share, label: Bagian, type: percent, kind: computed, formula: cost / SUM(cost)}
rows:
  - {id: a, cells: {item: Garam, count: 2, price: {answer: '1000'}}}
  - {id: b, cells: {item: Gula, count: =count_of_b, price: {answer: =SUM(count) * unit_price}}}
"""
CELLS = (computed("total", "SUM(cost)", "rupiah"), given("count_of_b", "3"), given("unit_price", "200", "rupiah"))


def test_columns_mean_the_row_and_in_sum_the_column() -> None:
    found = amounts(*CELLS, mode="practice", head=TABLE)
    # b: price = (2 + 3) x 200 = 1.000; cost = 3 x 1.000; total = 2 x 1.000 + 3.000
    assert found == {
        "a.item": "Garam",
        "a.count": 2,
        "a.price": 1000,
        "a.cost": 2000,
        "a.share": Decimal("0.4"),
        "b.item": "Gula",
        "b.count": 3,
        "b.price": 1000,
        "b.cost": 3000,
        "b.share": Decimal("0.6"),
        "total": 5000,
        "count_of_b": 3,
        "unit_price": 200,
    }
    assert findings(*CELLS, mode="practice", head=TABLE) == []


def test_order_in_the_file_does_not_matter() -> None:
    found = amounts(computed("c", "b + 1"), computed("b", "a + 1"), given("a", "1"))
    assert (found["b"], found["c"]) == (2, 3)


def test_sheets_of_a_module_refer_to_each_other_and_to_rows() -> None:
    rows = "columns: [{id: n, label: N, type: number, kind: given}]\nrows: [{id: a, cells: {n: 7}}]"
    sheets = {
        "satu": sheet(computed("x", "SHEET(dua.y) + SHEET(dua.a.n)"), given("z", "5")),
        "dua": sheet(computed("y", "SHEET(satu.z) * 2"), head=rows),
        "tiga": sheet(computed("w", "SHEET(satu.x)")),
    }
    calculator = Calculator(curriculum(sheets), AS_OF)
    assert calculator.value("kwu-05", "satu.x") == Quantity(Decimal(17), "number")
    assert calculator.value("kwu-05", "tiga.w") == Quantity(Decimal(17), "number")


def test_a_running_balance_over_rows_is_no_cycle() -> None:
    head = """
columns:
  - {id: before, label: Saldo awal, type: number, kind: given}
  - {id: received, label: Masuk, type: number, kind: given}
  - {id: after, label: Saldo akhir, type: number, kind: computed, formula: before + received}
rows:
  - {id: a, cells: {before: 10, received: 5}}
  - {id: b, cells: {before: =SHEET(lembar.a.after), received: 7}}
"""
    assert findings(head=head) == []
    assert amounts(head=head)["b.after"] == 22


def test_typed_percent_counts_as_a_hundredth_and_a_share_is_one() -> None:
    found = amounts(
        given("a", "25", "percent"),
        computed("b", "200 * a"),
        computed("c", "1 / 3", "percent"),
        computed("d", "a + a", "percent"),
    )
    assert (found["a"], found["b"], found["d"]) == (Decimal("0.25"), 50, Decimal("0.5"))
    assert Calculator.quantity_text(Quantity(found["c"], "percent")) == "33,33%"  # type: ignore[arg-type]


def test_a_broken_cell_leaves_its_followers_without_value_and_without_echo() -> None:
    cells = (computed("a", "nope"), computed("b", "a + 1"), computed("c", "b * 2"), computed("d", "1 + 1"))
    assert amounts(*cells) == {"a": None, "b": None, "c": None, "d": 2}
    assert [found.code for found in findings(*cells)] == ["CALC802"]


def test_texts_can_be_computed() -> None:
    cells = (given("a", "bahan", "text"), given("b", "Bahan", "text"), computed("c", "IF(a = b, a, b)", "text"))
    assert amounts(*cells)["c"] == "bahan"


def test_blanks_of_own_sheets_have_no_amount() -> None:
    cells = (fill("a"), fill("b", "text"), computed("c", "a + 1"), computed("d", "IF(b = b, 1, 2)"))
    assert amounts(*cells, mode="own") == {"a": None, "b": None, "c": 1, "d": 1}


@pytest.mark.parametrize(
    ("mode", "seen"),
    [("practice", {"given"}), ("own", {"given"}), ("example", {"given", "fill", "computed"})],
)
def test_what_participants_may_see(mode: str, seen: set[str]) -> None:
    worksheet = curriculum({"lembar": sheet(given("a", "1"), mode=mode)}).modules["kwu-05"].worksheets["lembar"].record
    assert {kind for kind in ("given", "fill", "computed") if visible(worksheet, kind)} == seen  # type: ignore[arg-type]


def test_an_answer_is_a_key_even_in_a_given_column() -> None:
    head = "columns: [{id: n, label: N, type: number, kind: given}]\nrows: [{id: a, cells: {n: {answer: 1}}}]"
    layout = Calculator(curriculum({"lembar": sheet(mode="practice", head=head)}), AS_OF).layout("kwu-05", "lembar")
    assert layout is not None
    assert not visible(layout.sheet, layout.slots["a", "n"].kind)


def test_trees_are_at_hand_for_writers() -> None:
    calculator = Calculator(curriculum({"lembar": sheet(*CELLS, mode="practice", head=TABLE)}), AS_OF)
    layout = calculator.layout("kwu-05", "lembar")
    assert layout is not None
    assert [(formula.name, formula.in_row) for formula in layout.formulas()] == [
        ("cost", True),
        ("share", True),
        ("count", True),
        ("price", True),
        ("total", False),
    ]
    assert calculator.layout("kwu-05", "nope") is None


def test_a_thousand_links_need_no_deep_stack() -> None:
    cells = [given("c0", "1"), *(computed(f"c{n}", f"c{n - 1} + 1") for n in range(1, 2000))]
    assert amounts(*reversed(cells))["c1999"] == 2000


def test_arrange_puts_needs_first_and_finds_cycles() -> None:
    order, cycles = arrange(
        {"a": ["b", "outside"], "b": ["c"], "c": [], "x": ["y"], "y": ["z"], "z": ["x"], "w": ["x"]}
    )
    assert order.index("c") < order.index("b") < order.index("a")
    assert cycles == [("x", "y", "z")]
    assert sorted(order) == ["a", "b", "c", "w", "x", "y", "z"]
    assert arrange({"a": ["a"]})[1] == [("a",)]
    # Of cycles that share a part only one is shown.
    assert arrange({"a": ["b"], "b": ["c"], "c": ["b", "a"]})[1] == [("b", "c")]
    assert arrange({"a": ["b"], "b": ["a", "c"], "c": ["b"]})[1] == [("a", "b")]
