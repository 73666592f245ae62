"""Divisions that can meet a zero while a participant fills in a sheet of mode `own`.

Every blank counts as 0 until it is filled, and amounts are not negative. A division is guarded when its divisor is
certainly more than 0 (`1 + markup`, a given 500), or stands in a branch of an IF that says so (`IF(x > 0, y / x, 0)`).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal
from enum import IntEnum
from typing import Protocol

from curriculum_kit.worksheets.tree import (
    Call,
    Comparison,
    Name,
    Negation,
    Node,
    Number,
    Operation,
    Reference,
    Relation,
    parts,
)


class Sign(IntEnum):
    """What is certain about an amount; the larger, the more is known."""

    UNKNOWN = 0
    NOT_NEGATIVE = 1
    POSITIVE = 2

    @classmethod
    def of(cls, amount: Decimal) -> Sign:
        """The sign of a known amount."""
        if amount > 0:
            return cls.POSITIVE
        return cls.UNKNOWN if amount < 0 else cls.NOT_NEGATIVE


class SignOf(Protocol):
    """What is certain about a name or reference; about the sum of all its values when `summed`."""

    def __call__(self, node: Name | Reference, *, summed: bool = False) -> Sign:
        """The sign."""


NonZero = frozenset[Node]
"""Trees that are not zero in the branch at hand."""

_OPPOSITE: dict[Relation, Relation] = {"=": "<>", "<>": "=", "<": ">=", ">=": "<", ">": "<=", "<=": ">"}
_MIRRORED: dict[Relation, Relation] = {"=": "=", "<>": "<>", "<": ">", ">": "<", "<=": ">=", ">=": "<="}


def unguarded_divisions(tree: Node, sign_of: SignOf, non_zero: NonZero = frozenset()) -> Iterator[Operation]:
    """The divisions of a formula whose divisor can be zero."""
    if isinstance(tree, Operation) and tree.operator == "/":
        safe = tree.right in non_zero or sign(tree.right, sign_of, non_zero) is Sign.POSITIVE
        if not safe:
            yield tree
    if isinstance(tree, Call) and tree.function == "IF":
        condition, then, otherwise = tree.arguments
        yield from unguarded_divisions(condition, sign_of, non_zero)
        yield from unguarded_divisions(then, sign_of, non_zero | _assured(condition, sign_of, holds=True))
        yield from unguarded_divisions(otherwise, sign_of, non_zero | _assured(condition, sign_of, holds=False))
        return
    for part in parts(tree):
        yield from unguarded_divisions(part, sign_of, non_zero)


def sign(tree: Node, sign_of: SignOf, non_zero: NonZero = frozenset()) -> Sign:
    """What is certain about the sign of a formula's amount."""
    found = Sign.UNKNOWN
    match tree:
        case Number():
            found = Sign.of(tree.value)
        case Name() | Reference():
            found = sign_of(tree)
        case Operation():
            found = _of_operation(tree, sign(tree.left, sign_of, non_zero), sign(tree.right, sign_of, non_zero))
        case Call(function="IF", arguments=(condition, then, otherwise)):
            found = min(
                sign(then, sign_of, non_zero | _assured(condition, sign_of, holds=True)),
                sign(otherwise, sign_of, non_zero | _assured(condition, sign_of, holds=False)),
            )
        case Call(function="SUM"):
            found = sum_of_signs(
                sign_of(argument, summed=True) if isinstance(argument, Name) else sign(argument, sign_of, non_zero)
                for argument in tree.arguments
            )
        case Call():
            found = _of_call(tree.function, [sign(argument, sign_of, non_zero) for argument in tree.arguments])
        case Negation() | Comparison():
            pass
    return Sign.POSITIVE if found is Sign.NOT_NEGATIVE and tree in non_zero else found


def sum_of_signs(signs: Iterable[Sign]) -> Sign:
    """What is certain about a sum; a sum of nothing is 0."""
    found = {Sign.NOT_NEGATIVE, *signs}
    return Sign.UNKNOWN if Sign.UNKNOWN in found else max(found)


def _of_operation(operation: Operation, left: Sign, right: Sign) -> Sign:
    if operation.operator == "-" or Sign.UNKNOWN in {left, right}:
        return Sign.UNKNOWN
    if operation.operator == "+":
        return sum_of_signs((left, right))
    return left if operation.operator == "/" else min(left, right)


def _of_call(function: str, found: list[Sign]) -> Sign:
    if function == "ROUND":  # may round down to 0
        return min(found[0], Sign.NOT_NEGATIVE)
    if function == "ROUNDUP":
        return found[0]
    return max(found) if function == "MAX" else min(found)


def _assured(condition: Node, sign_of: SignOf, *, holds: bool) -> NonZero:
    """The sides of a condition that are not zero when it holds, or when it does not."""
    if not isinstance(condition, Comparison):
        return frozenset()
    relation = condition.relation if holds else _OPPOSITE[condition.relation]
    sides = ((condition.left, relation, condition.right), (condition.right, _MIRRORED[relation], condition.left))
    return frozenset(side for side, is_, other in sides if _is_not_zero(is_, other, sign_of))


def _is_not_zero(relation: Relation, other: Node, sign_of: SignOf) -> bool:
    """Whether what stands in this relation to `other` cannot be zero."""
    if isinstance(other, Number) and other.value == 0 and relation in {"<", ">", "<>"}:
        return True
    known = sign(other, sign_of)
    return (relation == ">" and known >= Sign.NOT_NEGATIVE) or (relation in {">=", "="} and known is Sign.POSITIVE)
