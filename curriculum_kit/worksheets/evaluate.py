"""Tree → amount, in decimal arithmetic with round half up.

40 digits are carried; what is compared or rounded is first cut to 28, so that `5 / 3 * 3` is 5 and `ROUNDUP` of it
is not 6. A difference that is nothing but such a remainder is 0, as in a spreadsheet. Amounts of 10^18 and more are
refused.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import (
    ROUND_HALF_UP,
    ROUND_UP,
    Context,
    Decimal,
    DivisionByZero,
    InvalidOperation,
    Overflow,
)
from functools import reduce
from typing import Protocol, TypeAlias

from curriculum_kit.diagnostics import text
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
    whole_number,
)

Amount: TypeAlias = Decimal | str

LIMIT_EXPONENT = 18
"""Amounts stay below 10 to this power, the schema's limit for written numbers."""

arithmetic = Context(
    prec=40,
    rounding=ROUND_HALF_UP,
    Emin=-60,
    Emax=LIMIT_EXPONENT - 1,
    traps=[DivisionByZero, InvalidOperation, Overflow],
)
"""The context of all calculation. Its traps become diagnostics."""

_SETTLED_DIGITS = 28
_settling = Context(prec=_SETTLED_DIGITS, rounding=ROUND_HALF_UP, Emin=-60, Emax=LIMIT_EXPONENT)
_ZERO = Decimal(0)
_ROUNDING = {"ROUND": ROUND_HALF_UP, "ROUNDUP": ROUND_UP}


class Values(Protocol):
    """What the names in a formula come to, in the place where the formula stands."""

    def name(self, name: str) -> Amount:
        """The value of a cell, or of a column in the same row. An empty blank is 0 (or the empty text)."""

    def column(self, name: str) -> Sequence[Amount] | None:
        """All values of a column, or None when `name` is no column."""

    def reference(self, reference: Reference) -> Amount:
        """A number from elsewhere."""


def evaluate(tree: Node, values: Values) -> Amount:
    """The amount of a tree that `units.dimension` found sound.

    Raises `FormulaFlawed`: CALC805 for a division by zero that is reached (branches of IF that are not taken are not
    computed), CALC810 for amounts of 10^18 and more.
    """
    match tree:
        case Number():
            return tree.value
        case Name():
            return values.name(tree.name)
        case Reference():
            return values.reference(tree)
        case Negation():
            return arithmetic.minus(_number(evaluate(tree.operand, values)))
        case Operation():
            return _operate(tree, _number(evaluate(tree.left, values)), _number(evaluate(tree.right, values)))
        case Call():
            return _call(tree, values)
        case Comparison():
            raise TypeError("a comparison is no amount")


def settled(amount: Decimal) -> Decimal:
    """The amount without the remainders of earlier divisions: at most 28 digits."""
    return _settling.plus(amount)


def _call(call: Call, values: Values) -> Amount:
    arguments = call.arguments
    if call.function == "IF":
        condition, then, otherwise = arguments
        return evaluate(then if _holds(condition, values) else otherwise, values)
    if call.function in _ROUNDING:
        return _round(call, _number(evaluate(arguments[0], values)), whole_number(arguments[1]) or 0)
    if call.function == "SUM":
        return _within_limit(call, [amount for argument in arguments for amount in _summands(argument, values)])
    amounts = [_number(evaluate(argument, values)) for argument in arguments]
    return max(amounts) if call.function == "MAX" else min(amounts)


def _holds(condition: Node, values: Values) -> bool:
    if not isinstance(condition, Comparison):
        raise TypeError("a condition is a comparison")
    left, right = evaluate(condition.left, values), evaluate(condition.right, values)
    if isinstance(left, str) or isinstance(right, str):
        # As in a spreadsheet, capitals do not count.
        same = str(left).lower() == str(right).lower()
        return same if condition.relation == "=" else not same
    try:
        difference = _plus(left, arithmetic.minus(right))
    except Overflow:
        raise FormulaFlawed(_too_large(condition)) from None
    return {
        "=": difference == 0,
        "<>": difference != 0,
        "<": difference < 0,
        "<=": difference <= 0,
        ">": difference > 0,
        ">=": difference >= 0,
    }[condition.relation]


def _operate(operation: Operation, left: Decimal, right: Decimal) -> Decimal:
    try:
        match operation.operator:
            case "+":
                return _plus(left, right)
            case "-":
                return _plus(left, arithmetic.minus(right))
            case "*":
                return arithmetic.multiply(left, right)
            case "/":
                if right == 0:
                    raise FormulaFlawed(
                        Flaw("CALC805", text("rumus ini membagi dengan nol"), operation.column, operation.length)
                    )
                return arithmetic.divide(left, right)
    except Overflow:
        raise FormulaFlawed(_too_large(operation)) from None


def _plus(left: Decimal, right: Decimal) -> Decimal:
    total = arithmetic.add(left, right)
    largest = max(left.copy_abs(), right.copy_abs())
    return _ZERO if total and total.adjusted() < largest.adjusted() - _SETTLED_DIGITS else total


def _summands(argument: Node, values: Values) -> Sequence[Decimal]:
    column = values.column(argument.name) if isinstance(argument, Name) else None
    amounts = [evaluate(argument, values)] if column is None else column
    return [_number(amount) for amount in amounts]


def _within_limit(call: Call, amounts: Sequence[Decimal]) -> Decimal:
    try:
        return reduce(_plus, amounts, _ZERO)
    except Overflow:
        raise FormulaFlawed(_too_large(call)) from None


def _round(call: Call, amount: Decimal, digits: int) -> Decimal:
    settled_amount = settled(amount)
    try:
        rounded = settled_amount.quantize(
            Decimal(1).scaleb(-digits), rounding=_ROUNDING[call.function], context=arithmetic
        )
        return arithmetic.add(rounded, _ZERO)  # 1.2E+4 becomes 12000
    except (InvalidOperation, Overflow):
        raise FormulaFlawed(_too_large(call)) from None


def _too_large(node: Operation | Comparison | Call) -> Flaw:
    return Flaw("CALC810", text("hasil hitungan terlalu besar"), node.column, node.length)


def _number(amount: Amount) -> Decimal:
    if isinstance(amount, str):
        raise TypeError("a text is no number")
    return amount
