"""The words of what participants choose from, as plain text."""

from __future__ import annotations

import re
from collections.abc import Iterator

from curriculum_kit.edition.context import EditionContext
from curriculum_kit.edition.form import FormField
from curriculum_kit.source.document import BlockUse, Document
from curriculum_kit.worksheets.words import Words

_ITEM = re.compile(r"[-*+]\s+(?P<words>.*)")
_EMPHASIS = re.compile(r"(?<![\\\w*_])(\*{1,3}|_{1,3})(?=\S)(?P<words>.+?)(?<=\S)\1(?![\w*_])")
_ESCAPE = re.compile(r"\\([^\w\s])")


def items_of(context: EditionContext, module_id: str, field: FormField) -> tuple[str, ...]:
    """The options of a choice in their order, or the one item that is ticked; empty for other fields."""
    if field.kind not in {"choice", "tick"}:
        return ()
    print_roles = Words(context.curriculum, context.calculator, module_id)
    written = tuple(_written(context, module_id, field))
    if field.kind == "tick":
        number = int(field.part.rpartition(" ")[2])
        written = written[number - 1 : number]
    return tuple(_plain(print_roles(words)) for words in written)


def _written(context: EditionContext, module_id: str, field: FormField) -> Iterator[str]:
    module = context.curriculum.modules[module_id]
    if not field.session_id:
        instrument = next(each for each in module.written_instruments if each.id == field.block)
        yield from (option.text for item in instrument.items if item.id == field.address for option in item.options)
        return
    document = module.sessions[field.session_id].document
    for block in document.walk():
        if block.name == field.block:
            yield from _items(block, document)


def _items(block: BlockUse, document: Document) -> Iterator[str]:
    """The items of the one list of a block: lines that begin with a sign, each with the lines that go on with it."""
    inside = {line for child in block.children for line in range(child.first_line, child.last_line + 1)}
    lines = document.text.splitlines()
    item: list[str] = []
    for number in range(block.body_line, block.last_line):
        line = "" if number in inside else lines[number - 1]
        begins = _ITEM.fullmatch(line)
        if item and (begins or not line.strip()):
            yield " ".join(item)
            item = []
        if begins:
            item = [begins["words"].strip()]
        elif item:
            item.append(line.strip())
    if item:
        yield " ".join(item)


def _plain(words: str) -> str:
    bare = _EMPHASIS.sub(lambda match: match["words"], words)
    return " ".join(_ESCAPE.sub(r"\1", bare).split())
