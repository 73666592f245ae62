"""The tree of a formula: frozen nodes that the evaluator, the checks and all writers share.

Nodes are equal when they mean the same: `column` and `length`, the place in the formula, do not count.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from types import MappingProxyType
from typing import Literal, TypeAlias

from curriculum_kit.diagnostics import Text

Operator = Literal["+", "-", "*", "/"]
Relation = Literal["=", "<>", "<", "<=", ">", ">="]
Home = Literal["CASE", "FACT", "SHEET"]

REFERENCES: Mapping[str, str] = MappingProxyType(
    {"CASE": "CASE(sari.batch_kg)", "FACT": "FACT(pph-final-rate)", "SHEET": "SHEET(hpp-keripik.unit_cost)"}
)
"""The words that fetch a number from elsewhere, each with an example."""

FUNCTIONS: Mapping[str, tuple[int, int]] = MappingProxyType(
    {"SUM": (1, 50), "ROUND": (2, 2), "ROUNDUP": (2, 2), "MIN": (2, 50), "MAX": (2, 50), "IF": (3, 3)}
)
"""All functions, each with the smallest and the largest number of arguments."""

ROUNDINGS = frozenset({"ROUND", "ROUNDUP"})
MAX_ROUNDING = 9
"""The second argument of a rounding is a written whole number from −9 to 9."""


@dataclass(frozen=True, slots=True)
class Number:
    """A written number."""

    value: Decimal
    column: int = field(compare=False, default=1)
    length: int = field(compare=False, default=1)


@dataclass(frozen=True, slots=True)
class Name:
    """A column or cell of the same sheet."""

    name: str
    column: int = field(compare=False, default=1)
    length: int = field(compare=False, default=1)


@dataclass(frozen=True, slots=True)
class Reference:
    """A number from elsewhere: `CASE(id.value)`, `FACT(id)`, `SHEET(id.cell)`. The place is that of the address."""

    home: Home
    address: str
    column: int = field(compare=False, default=1)
    length: int = field(compare=False, default=1)


@dataclass(frozen=True, slots=True)
class Negation:
    """A minus before a value."""

    operand: Node
    column: int = field(compare=False, default=1)
    length: int = field(compare=False, default=1)


@dataclass(frozen=True, slots=True)
class Operation:
    """Two values joined by an operator. The place is that of the operator."""

    operator: Operator
    left: Node
    right: Node
    column: int = field(compare=False, default=1)
    length: int = field(compare=False, default=1)


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two values compared. The place is that of the sign."""

    relation: Relation
    left: Node
    right: Node
    column: int = field(compare=False, default=1)
    length: int = field(compare=False, default=1)


@dataclass(frozen=True, slots=True)
class Call:
    """A function with its arguments. The parser accepts any name; the check knows which exist."""

    function: str
    arguments: tuple[Node, ...]
    column: int = field(compare=False, default=1)
    length: int = field(compare=False, default=1)


Node: TypeAlias = Number | Name | Reference | Negation | Operation | Comparison | Call


@dataclass(frozen=True, slots=True)
class Flaw:
    """What is wrong inside a formula. `column` counts from 1 in the formula, without a leading `=`.

    `replacement`, when given, mends the flaw when it is put in the place of the marked letters.
    """

    code: str
    message: Text
    column: int = 1
    length: int = 1
    replacement: str | None = None


class FormulaFlawed(Exception):
    """Raised inside this package only; callers outside get values or diagnostics."""

    def __init__(self, flaw: Flaw) -> None:
        super().__init__(flaw.message.format())
        self.flaw = flaw


def parts(node: Node) -> tuple[Node, ...]:
    """The nodes directly inside a node, in reading order."""
    if isinstance(node, Operation | Comparison):
        return (node.left, node.right)
    if isinstance(node, Negation):
        return (node.operand,)
    return node.arguments if isinstance(node, Call) else ()


def walk(node: Node) -> Iterator[Node]:
    """The node and all nodes inside it, outer before inner, in reading order."""
    waiting = [node]
    while waiting:
        here = waiting.pop()
        yield here
        waiting.extend(reversed(parts(here)))


def whole_number(node: Node) -> int | None:
    """The value of a written whole number with or without a minus; None for anything else."""
    if isinstance(node, Negation):
        inner = whole_number(node.operand)
        return None if inner is None else -inner
    if isinstance(node, Number) and node.value == int(node.value):
        return int(node.value)
    return None
