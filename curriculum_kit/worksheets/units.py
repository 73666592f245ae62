"""Which kind of amount a formula yields, and whether its parts can be combined at all.

Rupiah times rupiah means nothing, and neither does rupiah plus a number; rupiah divided by rupiah is a number. A
written 0 fits every kind, so that `IF(price > 0, ...)` and `MAX(price, 0)` can be said. Words after numbers (kg,
bungkus) are for readers and take no part.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from enum import StrEnum
from types import MappingProxyType

from curriculum_kit.diagnostics import Text, text
from curriculum_kit.source.schema.worksheet import CellType
from curriculum_kit.worksheets.tree import (
    ROUNDINGS,
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
)


class Dimension(StrEnum):
    """The kind of an amount. ZERO is a written 0; TRUTH is a comparison."""

    RUPIAH = "rupiah"
    NUMBER = "number"
    PERCENT = "percent"
    TEXT = "text"
    ZERO = "zero"
    TRUTH = "truth"

    @property
    def words(self) -> Text:
        """The name of the kind for people."""
        return _WORDS[self]


_WORDS: Mapping[Dimension, Text] = MappingProxyType(
    {
        Dimension.RUPIAH: text("rupiah"),
        Dimension.NUMBER: text("angka"),
        Dimension.PERCENT: text("persen"),
        Dimension.TEXT: text("teks"),
        Dimension.ZERO: text("nol"),
        Dimension.TRUTH: text("perbandingan"),
    }
)
_PLAIN = frozenset({Dimension.NUMBER, Dimension.PERCENT, Dimension.ZERO})
_FITS: Mapping[CellType, frozenset[Dimension]] = MappingProxyType(
    {
        "rupiah": frozenset({Dimension.RUPIAH, Dimension.ZERO}),
        "number": frozenset({Dimension.NUMBER, Dimension.ZERO}),
        # A share such as profit / price is a number and may be printed as percent.
        "percent": _PLAIN,
        "text": frozenset({Dimension.TEXT}),
    }
)

DimensionOf = Callable[[Name | Reference], Dimension]
Marked = Operation | Comparison | Call | Negation


def check_fit(tree: Node, type_: CellType, dimension_of: DimensionOf) -> None:
    """Raise `FormulaFlawed` (CALC804) when the parts of a formula do not combine or its result is not of `type_`."""
    result = dimension(tree, dimension_of)
    if result not in _FITS[type_]:
        message = text(
            "hasil rumus ini {result}, tetapi jenis selnya {type}",
            result=result.words,
            type=Dimension(type_).words,
        )
        raise FormulaFlawed(Flaw("CALC804", message, tree.column, tree.length))


def dimension(tree: Node, dimension_of: DimensionOf) -> Dimension:
    """The kind of a tree whose names and functions are known. Raises `FormulaFlawed` (CALC804).

    All branches count, whichever of them will be taken.
    """
    match tree:
        case Number():
            return Dimension.NUMBER if tree.value else Dimension.ZERO
        case Name() | Reference():
            return dimension_of(tree)
        case Negation():
            return _countable(tree, dimension(tree.operand, dimension_of))
        case Operation():
            left = _countable(tree, dimension(tree.left, dimension_of))
            right = _countable(tree, dimension(tree.right, dimension_of))
            return _combined(tree, left, right)
        case Comparison():
            _compared(tree, dimension(tree.left, dimension_of), dimension(tree.right, dimension_of))
            return Dimension.TRUTH
        case Call():
            return _called(tree, [dimension(argument, dimension_of) for argument in tree.arguments])


def _combined(node: Operation, left: Dimension, right: Dimension) -> Dimension:
    if node.operator in {"+", "-"}:
        return _alike(node, left, right)
    rupiah = Dimension.RUPIAH
    if node.operator == "*" and left is right is rupiah:
        raise FormulaFlawed(Flaw("CALC804", text("rupiah tidak dapat dikalikan dengan rupiah"), node.column))
    if node.operator == "/" and right is rupiah:
        if left in {rupiah, Dimension.ZERO}:
            return Dimension.NUMBER
        message = text("{left} tidak dapat dibagi dengan rupiah", left=left.words)
        raise FormulaFlawed(Flaw("CALC804", message, node.column))
    if rupiah in {left, right}:
        return rupiah
    return Dimension.PERCENT if left is right is Dimension.PERCENT and node.operator == "*" else Dimension.NUMBER


def _called(node: Call, found: list[Dimension]) -> Dimension:
    if node.function in ROUNDINGS:
        return _countable(node, found[0])
    if node.function == "IF":
        condition, then, otherwise = found
        if condition is not Dimension.TRUTH:
            message = text("bagian pertama IF adalah perbandingan, misalnya x > 0")
            raise FormulaFlawed(Flaw("CALC804", message, node.column, node.length))
        if Dimension.TRUTH in {then, otherwise}:
            raise FormulaFlawed(_no_truth(node))
        return _alike(node, then, otherwise)
    result = _countable(node, found[0])
    for other in found[1:]:
        result = _alike(node, result, _countable(node, other))
    return result


def _alike(node: Marked, left: Dimension, right: Dimension) -> Dimension:
    """The kind of two amounts that are added, chosen between or compared."""
    if left is right:
        return left
    if left is Dimension.ZERO and right is not Dimension.TEXT:
        return right
    if right is Dimension.ZERO and left is not Dimension.TEXT:
        return left
    if {left, right} == {Dimension.NUMBER, Dimension.PERCENT}:
        return Dimension.NUMBER
    message = text(
        "{left} dan {right} tidak dapat dijumlahkan, dikurangkan, atau dibandingkan", left=left.words, right=right.words
    )
    raise FormulaFlawed(Flaw("CALC804", message, node.column, node.length))


def _compared(node: Comparison, left: Dimension, right: Dimension) -> None:
    if Dimension.TRUTH in {left, right}:
        raise FormulaFlawed(_no_truth(node))
    if _alike(node, left, right) is Dimension.TEXT and node.relation not in {"=", "<>"}:
        message = text("teks hanya dapat dibandingkan dengan = atau <>")
        raise FormulaFlawed(Flaw("CALC804", message, node.column, node.length))


def _countable(node: Marked, found: Dimension) -> Dimension:
    if found is Dimension.TRUTH:
        raise FormulaFlawed(_no_truth(node))
    if found is Dimension.TEXT:
        raise FormulaFlawed(Flaw("CALC804", text("teks tidak dapat dihitung"), node.column, node.length))
    return found


def _no_truth(node: Marked) -> Flaw:
    message = text("hasil perbandingan hanya dipakai sebagai bagian pertama IF")
    return Flaw("CALC804", message, node.column, node.length)
