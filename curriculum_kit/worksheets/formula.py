"""Formula text → tree, by recursive descent. Nothing is ever handed to Python's own `eval`.

    comparison = sum [("=" | "<>" | "<" | "<=" | ">" | ">=") sum]
    sum        = product {("+" | "-") product}
    product    = signed {("*" | "/") signed}
    signed     = "-" signed | value
    value      = number | name | FUNCTION "(" comparison {"," comparison} ")"
               | ("FACT" | "CASE" | "SHEET") "(" id ")" | "(" comparison ")"

The words are those of `curriculum_kit.worksheets.tokens`; the bounds there and here keep every tree shallow.
"""

from __future__ import annotations

from decimal import Decimal
from typing import cast

from curriculum_kit.diagnostics import text
from curriculum_kit.worksheets.tokens import Token, TokenKind, tokens
from curriculum_kit.worksheets.tree import (
    Call,
    Comparison,
    Flaw,
    FormulaFlawed,
    Home,
    Name,
    Negation,
    Node,
    Number,
    Operation,
    Operator,
    Reference,
    Relation,
)

MAX_NESTING = 32
"""Parentheses, function calls and minus signs inside one another."""

_RELATIONS = frozenset({"=", "<>", "<", "<=", ">", ">="})


def parse(formula: str) -> Node:
    """The tree of a formula, written without the `=` in front.

    Raises `FormulaFlawed` with a CALC801 (or, for a function in lower case, CALC806) that knows its column.
    """
    return _Parser(formula).whole()


class _Parser:
    """Reads tokens from left to right; every method returns the tree of what it read."""

    def __init__(self, formula: str) -> None:
        self.tokens = tokens(formula)
        self.at = 0
        self.nesting = 0

    def whole(self) -> Node:
        first = self.tokens[0]
        if first.kind is TokenKind.END:
            raise FormulaFlawed(Flaw("CALC801", text("rumus kosong")))
        if first.text == "=":
            message = text('rumus di sini ditulis tanpa "=" di depannya')
            raise FormulaFlawed(Flaw("CALC801", message, first.column, 1, ""))
        tree = self.comparison()
        if self.tokens[self.at].kind is not TokenKind.END:
            raise FormulaFlawed(_unexpected(self.tokens[self.at]))
        return tree

    def comparison(self) -> Node:
        left = self.sum()
        sign = self.sign(_RELATIONS)
        if sign is None:
            return left
        right = self.sum()
        again = self.tokens[self.at]
        if again.kind is TokenKind.SIGN and again.text in _RELATIONS:
            message = text("satu perbandingan hanya memuat dua sisi; hapus tanda kedua ini")
            raise FormulaFlawed(Flaw("CALC801", message, again.column, len(again.text)))
        return Comparison(cast("Relation", sign.text), left, right, sign.column, len(sign.text))

    def sum(self) -> Node:
        tree = self.product()
        while sign := self.sign(frozenset("+-")):
            tree = Operation(cast("Operator", sign.text), tree, self.product(), sign.column)
        return tree

    def product(self) -> Node:
        tree = self.signed()
        while sign := self.sign(frozenset("*/")):
            tree = Operation(cast("Operator", sign.text), tree, self.signed(), sign.column)
        return tree

    def signed(self) -> Node:
        sign = self.sign(frozenset("-"))
        if sign is None:
            return self.value()
        self.enter(sign)
        operand = self.signed()
        self.nesting -= 1
        return Negation(operand, sign.column)

    def value(self) -> Node:
        token = self.tokens[self.at]
        self.at += 1
        if token.kind is TokenKind.NUMBER:
            return Number(Decimal(token.text), token.column, len(token.text))
        if token.kind is TokenKind.NAME:
            return Name(token.text, token.column, len(token.text))
        if token.kind is TokenKind.REFERENCE:
            address = self.tokens[self.at + 1]  # the tokens of a reference always come as four
            self.at += 3
            return Reference(cast("Home", token.text), address.text, address.column, len(address.text))
        if token.kind is TokenKind.FUNCTION:
            opening = self.tokens[self.at]
            self.at += 1
            return Call(token.text, self.arguments(opening), token.column, len(token.text))
        if token.text == "(":
            self.enter(token)
            tree = self.comparison()
            self.close(token)
            return tree
        raise FormulaFlawed(_unexpected(token))

    def arguments(self, opening: Token) -> tuple[Node, ...]:
        self.enter(opening)
        found: list[Node] = []
        if self.tokens[self.at].text != ")":
            found.append(self.comparison())
            while self.sign(frozenset(",")):
                found.append(self.comparison())
        self.close(opening)
        return tuple(found)

    def sign(self, wanted: frozenset[str]) -> Token | None:
        """The next token when it is one of the wanted signs; it is then read."""
        token = self.tokens[self.at]
        if token.kind is not TokenKind.SIGN or token.text not in wanted:
            return None
        self.at += 1
        return token

    def enter(self, opening: Token) -> None:
        self.nesting += 1
        if self.nesting > MAX_NESTING:
            message = text(
                "kurung dan fungsi dalam rumus ini terlalu berlapis: paling banyak {limit} tingkat", limit=MAX_NESTING
            )
            raise FormulaFlawed(Flaw("CALC801", message, opening.column))

    def close(self, opening: Token) -> None:
        self.nesting -= 1
        if self.sign(frozenset(")")):
            return
        here = self.tokens[self.at]
        if here.kind is TokenKind.END:
            raise FormulaFlawed(Flaw("CALC801", text("kurung ini belum ditutup"), opening.column))
        raise FormulaFlawed(_unexpected(here))


def _unexpected(token: Token) -> Flaw:
    if token.kind is TokenKind.END:
        return Flaw("CALC801", text("rumus berhenti sebelum selesai"), token.column)
    if token.text == ",":
        message = text("koma hanya memisahkan isi fungsi; desimal ditulis dengan titik, misalnya 0.5")
        return Flaw("CALC801", message, token.column)
    message = text('"{word}" tidak dapat ditulis di sini', word=token.text)
    return Flaw("CALC801", message, token.column, len(token.text))
