"""The right values of fields, for those that have one: choices, and blanks of practice sheets. For trainers only."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from curriculum_kit.edition.context import EditionContext
from curriculum_kit.edition.form import FormField
from curriculum_kit.source.document import BlockUse, Document
from curriculum_kit.worksheets.evaluate import Amount

_OPENING = re.compile(r"Pilihan ([A-Z])\b")
"""How answers to choices begin where they do not say it with `:key:`."""


@dataclass(frozen=True, slots=True)
class Key:
    """The right value: to calculate with, and as it is printed. `is_letter` is true of the options of a choice."""

    amount: Amount
    words: str
    is_letter: bool = False


def keys(context: EditionContext, module_id: str, fields: Iterable[FormField]) -> dict[str, Key]:
    """The keys by the name of the field."""
    found: dict[str, Key] = {}
    for field in fields:
        key = _of_cell(context, module_id, field) if field.sheet else _of_choice(context, module_id, field)
        if key is not None:
            found[field.name] = key
    return found


def _of_cell(context: EditionContext, module_id: str, field: FormField) -> Key | None:
    if context.curriculum.modules[module_id].worksheets[field.sheet].record.mode != "practice":
        return None
    quantity = context.calculator.sheet(module_id, field.sheet).values.get(field.address)
    if quantity is None or quantity.amount is None:
        return None
    return Key(quantity.amount, context.calculator.quantity_text(quantity))


def _of_choice(context: EditionContext, module_id: str, field: FormField) -> Key | None:
    if field.kind != "choice":
        return None
    if not field.session_id:
        return _of_question(context, module_id, field)
    document = context.curriculum.modules[module_id].sessions[field.session_id].document
    for block in document.walk():
        if block.name == field.block:
            letter = next((_letter(child, document) for child in block.children if child.kind == "answer"), "")
            return Key(letter, letter, is_letter=True) if letter and letter in field.letters else None
    return None


def _of_question(context: EditionContext, module_id: str, field: FormField) -> Key | None:
    """The key of a question of a test."""
    for instrument in context.curriculum.modules[module_id].written_instruments:
        for item in instrument.items if instrument.id == field.block else ():
            if item.id == field.address and item.key and item.key.upper() in field.letters:
                return Key(item.key.upper(), item.key.upper(), is_letter=True)
    return None


def _letter(answer: BlockUse, document: Document) -> str:
    """The option that an answer names."""
    if "key" in answer.options:
        return answer.options["key"].value.strip().upper()
    lines = document.text.splitlines()[answer.body_line - 1 : answer.last_line - 1]
    first = next((line.strip() for line in lines if line.strip()), "")
    opening = _OPENING.match(first)
    return opening[1] if opening else ""
