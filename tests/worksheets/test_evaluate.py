"""Trees come to amounts; the oracle is exact arithmetic with fractions."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from curriculum_kit.worksheets.evaluate import Amount, evaluate, settled
from curriculum_kit.worksheets.formula import parse
from curriculum_kit.worksheets.tree import (
    Call,
    Comparison,
    FormulaFlawed,
    Negation,
    Node,
    Number,
    Operation,
    Reference,
)


class Given:
    """Values of names, one column, and references by address."""

    def __init__(self, names: Mapping[str, Amount], column: Sequence[Amount] = ()) -> None:
        self.names = names
        self.values = column

    def name(self, name: str) -> Amount:
        return self.names[name]

    def column(self, name: str) -> Sequence[Amount] | None:
        return self.values if name == "cost" else None

    def reference(self, reference: Reference) -> Amount:
        return self.names[reference.address]


def result(formula: str, /, column: Sequence[str] = (), **names: str) -> Amount:
    amounts = {name: Decimal(value) for name, value in names.items()}
    return evaluate(parse(formula), Given(amounts, [Decimal(value) for value in column]))


def code_of(formula: str, **names: str) -> str:
    with pytest.raises(FormulaFlawed) as raised:
        result(formula, **names)
    return raised.value.flaw.code


@pytest.mark.parametrize(
    ("formula", "amount"),
    [
        ("1 + 2 * 3", "7"),
        ("(1 + 2) * 3", "9"),
        ("10 - 3 - 2", "5"),
        ("24 / 4 / 2", "3"),
        ("0.1 + 0.2", "0.3"),
        ("-(2 + 3)", "-5"),
        ("--2", "2"),
        ("MIN(3, -1, 2)", "-1"),
        ("MAX(3, -1, 2)", "3"),
        ("SUM(1, 2, 3.5)", "6.5"),
        ("SUM(cost)", "6"),
        ("SUM(cost, 10)", "16"),
        ("SUM(cost) / 4", "1.5"),
    ],
)
def test_amounts(formula: str, amount: str) -> None:
    assert result(formula, column=("1", "2", "3")) == Decimal(amount)


def test_the_sum_of_no_rows_is_zero() -> None:
    assert result("SUM(cost)") == 0


@pytest.mark.parametrize(
    ("formula", "amount"),
    [
        ("ROUND(2.5, 0)", "3"),  # half up, not to the even number
        ("ROUND(3.5, 0)", "4"),
        ("ROUND(-2.5, 0)", "-3"),
        ("ROUND(2.49, 0)", "2"),
        ("ROUND(1.005, 2)", "1.01"),  # 1.005 is exact here, unlike in binary
        ("ROUND(12562.5, 0)", "12563"),
        ("ROUND(12345, -3)", "12000"),
        ("ROUND(12500, -3)", "13000"),
        ("ROUNDUP(2.001, 0)", "3"),
        ("ROUNDUP(-2.001, 0)", "-3"),  # away from zero
        ("ROUNDUP(2, 0)", "2"),
        ("ROUNDUP(12001, -3)", "13000"),
        ("ROUNDUP(0, 0)", "0"),
    ],
)
def test_rounding(formula: str, amount: str) -> None:
    assert result(formula) == Decimal(amount)
    assert str(result(formula)) == amount


@pytest.mark.parametrize(
    ("formula", "amount"),
    [
        ("ROUNDUP(5 / 3 * 3, 0)", "5"),
        ("ROUNDUP(5 / 3 * 3 - 5, 0)", "0"),
        ("ROUND(1 / 3 * 1.5, 0)", "1"),  # exactly one half
        ("IF(5 / 3 * 3 = 5, 1, 0)", "1"),
        ("IF(5 / 3 * 3 > 5, 1, 0)", "0"),
        ("ROUNDUP(100000 / 7 * 7, -3)", "100000"),
    ],
)
def test_remainders_of_divisions_do_not_show(formula: str, amount: str) -> None:
    assert result(formula) == Decimal(amount)


@pytest.mark.parametrize(
    ("relation", "outcomes"),
    [("=", "010"), ("<>", "101"), ("<", "100"), ("<=", "110"), (">", "001"), (">=", "011")],
)
def test_comparisons(relation: str, outcomes: str) -> None:
    found = [str(result(f"IF(a {relation} 2, 1, 0)", a=value)) for value in ("1", "2", "3")]
    assert "".join(found) == outcomes


def test_only_the_branch_that_is_taken_is_computed() -> None:
    assert result("IF(a > 0, 10 / a, 0)", a="0") == 0
    assert result("IF(a = 0, 7, 10 / a)", a="0") == 7
    assert result("IF(a > 0, 10 / a, 0)", a="4") == Decimal("2.5")
    assert code_of("IF(a > 0, 0, 10 / a)", a="0") == "CALC805"
    assert code_of("MAX(0, 10 / a)", a="0") == "CALC805"


def test_texts_are_equal_without_regard_to_capitals() -> None:
    values = Given({"a": "Bahan", "b": "bahan", "c": "upah"})
    assert evaluate(parse("IF(a = b, 1, 0)"), values) == 1
    assert evaluate(parse("IF(a <> b, 1, 0)"), values) == 0
    assert evaluate(parse("IF(a = c, 1, 0)"), values) == 0
    assert evaluate(parse("IF(a = c, a, c)"), values) == "upah"


def test_division_by_zero_points_at_its_sign() -> None:
    with pytest.raises(FormulaFlawed) as raised:
        result("1 + 2 / (a - 1)", a="1")
    assert (raised.value.flaw.code, raised.value.flaw.column) == ("CALC805", 7)
    assert code_of("0 / 0") == "CALC805"


@pytest.mark.parametrize(
    "formula",
    [
        "a * a",
        "a + a + a + a + a + a + a + a + a + a + a",
        "SUM(a, a, a, a, a, a, a, a, a, a, a)",
        "1 / 0.000000001 / 0.000000001 / 0.000000001",
        "ROUND(999999999999999999.9, 0)",
        "*".join(["a"] * 100),
        "IF(a * 9 > 0 - a * 9, 1, 0)",
    ],
)
def test_amounts_without_measure_are_refused(formula: str) -> None:
    assert code_of(formula, a="100000000000000000") == "CALC810"


def test_tiny_amounts_do_not_grow_the_work() -> None:
    assert result("*".join(["a"] * 140), a="0.000000001") == 0


# ── Against exact arithmetic ─────────────────────────────────────────────────────────────────────────────────────────

LITERALS = st.builds(lambda n, d: Number(Decimal(n).scaleb(-d)), st.integers(0, 2000), st.integers(0, 2))


def larger(trees: st.SearchStrategy[Node]) -> st.SearchStrategy[Node]:
    digits = st.sampled_from([Number(Decimal(0)), Number(Decimal(2)), Negation(Number(Decimal(1)))])
    relations = st.sampled_from(["=", "<>", "<", "<=", ">", ">="])
    return st.one_of(
        st.builds(Operation, st.sampled_from("+-*/"), trees, trees),
        st.builds(Negation, trees),
        st.builds(lambda tree, places: Call("ROUND", (tree, places)), trees, digits),
        st.builds(lambda name, *of: Call(name, of), st.sampled_from(["SUM", "MIN", "MAX"]), trees, trees),
        st.builds(
            lambda relation, *of: Call("IF", (Comparison(relation, of[0], of[1]), of[2], of[3])),
            relations, trees, trees, trees, trees,
        ),
    )  # fmt: skip


class Exact:
    """Evaluates with fractions; `scale` is the largest amount on the way."""

    def __init__(self) -> None:
        self.scale = Fraction(1)

    def of(self, tree: Node) -> Fraction:
        amount = self.amount(tree)
        self.scale = max(self.scale, abs(amount))
        return amount

    def amount(self, tree: Node) -> Fraction:
        match tree:
            case Number():
                return Fraction(tree.value)
            case Negation():
                return -self.of(tree.operand)
            case Operation():
                left, right = self.of(tree.left), self.of(tree.right)
                return {"+": left.__add__, "-": left.__sub__, "*": left.__mul__, "/": left.__truediv__}[tree.operator](
                    right
                )
            case Call(function="IF", arguments=(Comparison() as condition, then, otherwise)):
                left, right = self.of(condition.left), self.of(condition.right)
                holds = {"=": left == right, "<>": left != right, "<": left < right, "<=": left <= right,
                         ">": left > right, ">=": left >= right}  # fmt: skip
                return self.of(then if holds[condition.relation] else otherwise)
            case Call(function="ROUND", arguments=(inner, places)):
                step = Fraction(10) ** -int(self.amount(places))
                shifted = self.of(inner) / step
                return math.copysign(1, shifted).__int__() * math.floor(abs(shifted) + Fraction(1, 2)) * step
            case Call():
                return {"SUM": sum, "MIN": min, "MAX": max}[tree.function]([self.of(part) for part in tree.arguments])
        raise AssertionError(tree)


@given(st.recursive(LITERALS, larger, max_leaves=12))
@settings(max_examples=600, deadline=None)
def test_decimal_agrees_with_fractions(tree: Node) -> None:
    exact = Exact()
    try:
        expected = exact.of(tree)
    except ZeroDivisionError:
        expected = None
    assume(exact.scale < 10**12)
    try:
        found = evaluate(tree, Given({}))
    except FormulaFlawed as flawed:
        assume(flawed.flaw.code != "CALC810")
        assert expected is None
        return
    assert isinstance(found, Decimal)
    assert expected is not None
    assert abs(Fraction(found) - expected) <= exact.scale / 10**20


@given(st.integers(-(10**9), 10**9), st.integers(1, 10**6), st.integers(1, 10**6), st.sampled_from([-3, 0, 2]))
@settings(max_examples=400, deadline=None)
def test_rounding_up_agrees_with_fractions(a: int, b: int, c: int, digits: int) -> None:
    found = result(f"ROUNDUP({'-' if a < 0 else ''}{abs(a)} / {b} * {c}, {digits})")
    step = Fraction(10) ** -digits
    exact = Fraction(a * c, b) / step
    assert Fraction(found) == (math.ceil(exact) if exact >= 0 else math.floor(exact)) * step


def test_settled_keeps_28_digits() -> None:
    assert settled(Decimal("5." + "0" * 38 + "1")) == 5
    assert settled(Decimal("123456789012345678.123456789")) == Decimal("123456789012345678.123456789")
