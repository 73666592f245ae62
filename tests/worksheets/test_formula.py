"""Formula text becomes a tree, or a flaw that knows its column."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from curriculum_kit.worksheets.formula import MAX_NESTING, parse
from curriculum_kit.worksheets.tokens import MAX_LENGTH
from curriculum_kit.worksheets.tree import (
    Call,
    Comparison,
    Flaw,
    FormulaFlawed,
    Name,
    Negation,
    Node,
    Number,
    Operation,
    Reference,
    walk,
)


def number(value: str) -> Number:
    return Number(Decimal(value))


def flaw_of(formula: str) -> Flaw:
    with pytest.raises(FormulaFlawed) as raised:
        parse(formula)
    return raised.value.flaw


@pytest.mark.parametrize(
    ("formula", "tree"),
    [
        ("1 + 2 * 3", Operation("+", number("1"), Operation("*", number("2"), number("3")))),
        ("(1 + 2) * 3", Operation("*", Operation("+", number("1"), number("2")), number("3"))),
        ("8 / 4 / 2", Operation("/", Operation("/", number("8"), number("4")), number("2"))),
        ("5 - 3 - 1", Operation("-", Operation("-", number("5"), number("3")), number("1"))),
        ("-a * -2.50", Operation("*", Negation(Name("a")), Negation(number("2.50")))),
        ("a - -b", Operation("-", Name("a"), Negation(Name("b")))),
        ("a+1 <= b", Comparison("<=", Operation("+", Name("a"), number("1")), Name("b"))),
        (
            "IF(a > 0, ROUND(a / 3, -2), 0)",
            Call(
                "IF",
                (
                    Comparison(">", Name("a"), number("0")),
                    Call("ROUND", (Operation("/", Name("a"), number("3")), Negation(number("2")))),
                    number("0"),
                ),
            ),
        ),
        ("SUM(cost)", Call("SUM", (Name("cost"),))),
        ("NOW()", Call("NOW", ())),
        (
            "FACT(pph-final-rate) - CASE( sari.batch_kg )",
            Operation("-", Reference("FACT", "pph-final-rate"), Reference("CASE", "sari.batch_kg")),
        ),
        ("SHEET(hpp-keripik.banana.cost)", Reference("SHEET", "hpp-keripik.banana.cost")),
        ("\n a\t* \n b ", Operation("*", Name("a"), Name("b"))),
    ],
)
def test_trees(formula: str, tree: Node) -> None:
    assert parse(formula) == tree


def test_nodes_know_their_columns() -> None:
    places = {type(node).__name__: (node.column, node.length) for node in walk(parse("harga*SUM(FACT(a-b))"))}
    assert places == {"Operation": (6, 1), "Name": (1, 5), "Call": (7, 3), "Reference": (16, 3)}


@pytest.mark.parametrize(
    ("formula", "column", "length", "words"),
    [
        ("", 1, 1, "kosong"),
        ("   ", 1, 1, "kosong"),
        ("a +", 4, 1, "berhenti sebelum selesai"),
        ("a + * b", 5, 1, '"*"'),
        ("a ** 2", 4, 1, '"*"'),
        ("2 harga", 3, 5, '"harga"'),
        ("1e999999999", 2, 10, '"e999999999"'),
        ("(a + b", 1, 1, "kurung ini belum ditutup"),
        ("SUM(a", 4, 1, "kurung ini belum ditutup"),
        ("a + b)", 6, 1, '")"'),
        ("SUM(a,)", 7, 1, '")"'),
        ("0,5 * a", 2, 1, "desimal ditulis dengan titik"),
        ("1.250.000 + a", 1, 9, "1.250.000"),
        ("5. + a", 1, 2, "5."),
        ("1234567890123456789", 1, 19, "tidak terbaca"),
        ("a * 25%", 7, 1, "0.25"),
        ('IF(a = "bahan", 1, 0)', 8, 1, "tidak dikenal"),
        ("a ^ 2", 3, 1, "tidak dikenal"),
        ("sari.harga", 5, 1, "tidak dikenal"),
        ("a < b < c", 7, 1, "dua sisi"),
        ("=a + b", 1, 1, "tanpa"),
        ("2 * FACT(pph final)", 5, 4, "berisi satu id"),
        ("FACT()", 1, 4, "berisi satu id"),
        ("CASE(sari.a + 1)", 1, 4, "berisi satu id"),
        ("FACT(SUM(a))", 1, 4, "berisi satu id"),
        ("FACT(tarif@2024-06-01)", 1, 4, "berisi satu id"),
        ("__import__('os').system('id')", 12, 1, "tidak dikenal"),
        ("a if b else c", 3, 2, '"if"'),
        ("lambda: 0", 7, 1, "ditulis"),
        ("hárga", 2, 1, "tidak dikenal"),
    ],
)
def test_syntax_errors_say_where(formula: str, column: int, length: int, words: str) -> None:
    flaw = flaw_of(formula)
    assert (flaw.code, flaw.column, flaw.length) == ("CALC801", column, length)
    assert words in flaw.message.format()


@pytest.mark.parametrize(
    ("formula", "column", "replacement"),
    [
        ("MAX(a; b)", 6, ","),
        ("a \N{MULTIPLICATION SIGN} b", 3, "*"),
        ("a \N{MINUS SIGN} b", 3, "-"),
        ("a \N{GREATER-THAN OR EQUAL TO} b", 3, ">="),
        ("=a", 1, ""),
    ],
)
def test_signs_of_other_programs_can_be_replaced(formula: str, column: int, replacement: str) -> None:
    flaw = flaw_of(formula)
    assert (flaw.code, flaw.column, flaw.replacement) == ("CALC801", column, replacement)


def test_a_function_in_lower_case_can_be_replaced() -> None:
    flaw = flaw_of("1 + sum(a)")
    assert (flaw.code, flaw.column, flaw.length, flaw.replacement) == ("CALC806", 5, 3, "SUM")
    assert flaw_of("fact(pph-final-rate)").replacement == "FACT"


@pytest.mark.parametrize(
    "formula",
    [
        "(" * 5000 + "1" + ")" * 5000,
        "(" * 400 + "1" + ")" * 400,
        "-" * 900 + "1",
        "SUM(" * 200 + "1" + ")" * 200,
        "1" * 100_000,
        "a" * (MAX_LENGTH + 1),
        "+".join(["1"] * 400),
        "9" * 900,
        "(" * 900,
        "MAX(" * 240,
    ],
    ids=lambda formula: f"{formula[:8]}-{len(formula)}",
)
def test_formulas_that_no_person_wrote_are_refused(formula: str) -> None:
    assert flaw_of(formula).code == "CALC801"


def test_honest_depth_is_accepted() -> None:
    assert parse("(" * MAX_NESTING + "1" + ")" * MAX_NESTING) == number("1")
    assert len(list(walk(parse("+".join(["a"] * 140))))) == 279


@given(st.text(max_size=60))
@settings(max_examples=400, deadline=None)
def test_any_text_is_a_tree_or_a_flaw_inside_the_text(formula: str) -> None:
    try:
        parse(formula)
    except FormulaFlawed as flawed:
        assert 1 <= flawed.flaw.column <= len(formula) + 1  # noqa: PT017
        assert flawed.flaw.message.format()  # noqa: PT017


@given(
    st.lists(st.sampled_from(["a", "1", "(", ")", ",", "-", "*", "SUM(", "FACT(x-y)", "=", "<>", "0.5"]), max_size=40)
)
@settings(max_examples=400, deadline=None)
def test_any_row_of_words_is_a_tree_or_a_flaw(words: list[str]) -> None:
    try:
        parse(" ".join(words))
    except FormulaFlawed as flawed:
        assert flawed.flaw.code == "CALC801"  # noqa: PT017
