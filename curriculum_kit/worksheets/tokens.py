"""Formula text → tokens with their columns.

The argument of `FACT`, `CASE` and `SHEET` becomes one token: hyphens and points inside it belong to the id.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum, auto

from curriculum_kit.diagnostics import text
from curriculum_kit.worksheets.tree import FUNCTIONS, REFERENCES, Flaw, FormulaFlawed

MAX_LENGTH = 1000
"""Letters of a formula. Longer ones were not written by a person."""
MAX_TOKENS = 300
"""Bounds the tree: a chain of operators is no deeper than half of this."""


class TokenKind(Enum):
    """What a token is."""

    NUMBER = auto()
    NAME = auto()
    FUNCTION = auto()
    REFERENCE = auto()
    ADDRESS = auto()
    SIGN = auto()
    END = auto()


@dataclass(frozen=True, slots=True)
class Token:
    """A piece of a formula. `column` counts from 1."""

    kind: TokenKind
    text: str
    column: int


_BLANK = re.compile(r"[ \t\r\n]+")
_NUMBER = re.compile(r"\d[\d.]*")
_WRITTEN_NUMBER = re.compile(r"\d{1,18}(\.\d{1,9})?", re.ASCII)
_WORD = re.compile(r"[A-Za-z_][A-Za-z0-9_]*")
_SIGN = re.compile(r"<=|>=|<>|[-+*/=<>(),]")
_OPENING = re.compile(r"[ \t\r\n]*\(")
_ADDRESS = re.compile(r"[ \t\r\n]*\([ \t\r\n]*(?P<id>[a-z0-9]+(?:[-_.][a-z0-9]+)*)[ \t\r\n]*\)")
_INSTEAD = {
    "\N{MULTIPLICATION SIGN}": "*",
    "\N{DIVISION SIGN}": "/",
    ":": "/",
    "\N{MINUS SIGN}": "-",
    "\N{EN DASH}": "-",
    ";": ",",
    "\N{LESS-THAN OR EQUAL TO}": "<=",
    "\N{GREATER-THAN OR EQUAL TO}": ">=",
    "\N{NOT EQUAL TO}": "<>",
    "\N{NO-BREAK SPACE}": " ",
}
"""Signs that people write or paste, and what formulas use in their place."""


def tokens(formula: str) -> list[Token]:
    """The tokens of a formula, closed by an END token.

    Raises `FormulaFlawed` at the first letter that belongs to no token (CALC801), at a function in lower case
    (CALC806), and when the formula is too long (CALC801).
    """
    if len(formula) > MAX_LENGTH:
        message = text(
            "rumus terlalu panjang: {length} huruf, paling banyak {limit}", length=len(formula), limit=MAX_LENGTH
        )
        raise FormulaFlawed(Flaw("CALC801", message))
    found: list[Token] = []
    at = 0
    while at < len(formula):
        if blank := _BLANK.match(formula, at):
            at = blank.end()
        elif word := _WORD.match(formula, at):
            found += _word_tokens(formula, word)
            at = found[-1].column - 1 + len(found[-1].text)
        elif number := _NUMBER.match(formula, at):
            found.append(_number_token(number))
            at = number.end()
        elif sign := _SIGN.match(formula, at):
            found.append(Token(TokenKind.SIGN, sign[0], at + 1))
            at = sign.end()
        else:
            raise FormulaFlawed(_strange(formula[at], at + 1))
        if len(found) > MAX_TOKENS:
            message = text("rumus terlalu panjang: paling banyak {limit} bagian", limit=MAX_TOKENS)
            raise FormulaFlawed(Flaw("CALC801", message, found[-1].column))
    found.append(Token(TokenKind.END, "", len(formula) + 1))
    return found


def _word_tokens(formula: str, match: re.Match[str]) -> list[Token]:
    word, column = match[0], match.start() + 1
    opening = _OPENING.match(formula, match.end())
    if not opening:
        return [Token(TokenKind.NAME, word, column)]
    capitals = word.upper()
    if word != capitals and capitals in {*FUNCTIONS, *REFERENCES}:
        message = text('fungsi "{word}" ditulis dengan huruf besar: {capitals}', word=word, capitals=capitals)
        raise FormulaFlawed(Flaw("CALC806", message, column, len(word), capitals))
    if word not in REFERENCES:
        return [Token(TokenKind.FUNCTION, word, column)]
    address = _ADDRESS.match(formula, match.end())
    if not address:
        message = text("{word}() berisi satu id, misalnya {example}", word=word, example=REFERENCES[word])
        raise FormulaFlawed(Flaw("CALC801", message, column, len(word)))
    return [
        Token(TokenKind.REFERENCE, word, column),
        Token(TokenKind.SIGN, "(", opening.end()),
        Token(TokenKind.ADDRESS, address["id"], address.start("id") + 1),
        Token(TokenKind.SIGN, ")", address.end()),
    ]


def _number_token(match: re.Match[str]) -> Token:
    if not _WRITTEN_NUMBER.fullmatch(match[0]):
        message = text(
            'angka "{number}" tidak terbaca: tulis ribuan tanpa titik, desimal dengan titik, paling banyak 18 angka',
            number=match[0],
        )
        raise FormulaFlawed(Flaw("CALC801", message, match.start() + 1, len(match[0])))
    return Token(TokenKind.NUMBER, match[0], match.start() + 1)


def _strange(sign: str, column: int) -> Flaw:
    if sign == "%":
        message = text("tanda % tidak dipakai di dalam rumus; tulis 0.25 untuk 25% atau nama sel persen")
        return Flaw("CALC801", message, column)
    if sign in _INSTEAD:
        message = text('tanda "{sign}" ditulis "{instead}" di dalam rumus', sign=sign, instead=_INSTEAD[sign])
        return Flaw("CALC801", message, column, replacement=_INSTEAD[sign])
    return Flaw("CALC801", text('tanda "{sign}" tidak dikenal di dalam rumus', sign=sign), column)
