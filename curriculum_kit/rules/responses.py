"""The grammar of `:response:`, the letters of the options of a choice, and the items of a list to tick."""

from __future__ import annotations

import re
from collections.abc import Collection

from curriculum_kit.blocks import ResponseKind
from curriculum_kit.diagnostics import Text, did_you_mean, text
from curriculum_kit.source.document import BlockUse

LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
MOST_TICKS = 40
"""What still fits on two pages."""
_ARGUMENTS = {
    ResponseKind.LINES: (re.compile(r"[1-9]|[1-4]\d"), "lines 4"),
    ResponseKind.BOX: (re.compile(r"[1-9]\d|1\d\d|2[0-3]\d"), "box 80"),
    ResponseKind.NUMBER: (re.compile(r"\S.*"), "number rupiah"),
    ResponseKind.CHOICE: (re.compile(r""), "choice"),
    ResponseKind.TICKS: (re.compile(r""), "ticks"),
    ResponseKind.TABLE: (re.compile(r"\S+"), "table nama-lembar"),
}
"""What stands after the kind, and an example. At most 49 lines, or a box of 10 to 239 mm: what fits on a page."""


def response_of(block: BlockUse) -> str | None:
    """The kind of response a block asks for, as written, or None."""
    option = block.options.get("response")
    return option.value.partition(" ")[0] if option else None


def option_letters(block: BlockUse) -> str:
    """The letters of the options of a choice: as many as its one list has items."""
    return LETTERS[: block.list_items[0]] if len(block.list_items) == 1 else ""


def tick_count(block: BlockUse) -> int:
    """How many items its one list has: each is ticked for itself."""
    return block.list_items[0] if len(block.list_items) == 1 else 0


def problem_of_response(block: BlockUse, value: str, known: Collection[ResponseKind]) -> tuple[Text, Text] | None:
    """Message and help when `value` is not a response that the block takes."""
    kind, _, argument = value.partition(" ")
    examples = text("Cara menjawab yang dikenal di sini: {examples}.",
                    examples=", ".join(_ARGUMENTS[response][1] for response in known))  # fmt: skip
    if kind not in known:
        hint = did_you_mean(kind, known)
        return text('cara menjawab "{kind}" tidak dikenal di sini{hint}', kind=kind, hint=hint), examples
    grammar, example = _ARGUMENTS[ResponseKind(kind)]
    if not grammar.fullmatch(argument.strip()):
        return text('"{value}" keliru; tulis seperti "{example}"', value=value, example=example), examples
    if kind == ResponseKind.CHOICE and (len(block.list_items) != 1 or not 1 < block.list_items[0] <= len(LETTERS)):
        return (
            text("soal pilihan harus mempunyai tepat satu daftar berbutir, paling sedikit dua pilihan"),
            text('Tulis setiap pilihan pada baris sendiri yang diawali "- ", semuanya dalam satu daftar.'),
        )
    if kind == ResponseKind.TICKS and not 0 < tick_count(block) <= MOST_TICKS:
        return (
            text(
                "daftar centang harus mempunyai tepat satu daftar berbutir, paling banyak {most} butir", most=MOST_TICKS
            ),
            text('Tulis setiap butir pada baris sendiri yang diawali "- ", semuanya dalam satu daftar.'),
        )
    return None
