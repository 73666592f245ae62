"""Where ids are mentioned: roles, blocks, formulas and links, each with its place."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Literal

from curriculum_kit.diagnostics import Span
from curriculum_kit.renaming.edits import Edits, text_of
from curriculum_kit.rules.reading import blocks, mentions
from curriculum_kit.source.curriculum import Curriculum, LoadedModule, Source
from curriculum_kit.source.document import BlockUse, OptionUse, RoleUse
from curriculum_kit.source.model_shape import marked
from curriculum_kit.source.schema.base import TextMark
from curriculum_kit.source.schema.worksheet import Worksheet

Home = Literal["FACT", "CASE", "SHEET"]
Retarget = Callable[[str, LoadedModule | None, str], str]
"""A target, the module and the file in which it is written → the target as it should be."""

_REFERENCE = re.compile(r"\b(?P<home>FACT|CASE|SHEET)\(\s*(?P<address>[a-z0-9]+(?:[-_.][a-z0-9]+)*)")


def retarget_roles(edits: Edits, name: str, target: Retarget) -> None:
    """Rewrite the targets of all roles of one name."""
    for mention in mentions(edits.curriculum):
        if isinstance(mention.use, RoleUse) and mention.use.name == name:
            edits.replace(
                mention.use.span, mention.use.target, target(mention.use.target, mention.module, mention.file)
            )


def formula_uses(curriculum: Curriculum, sheet: Source[Worksheet], home: Home) -> Iterator[tuple[str, Span]]:
    """The arguments of `FACT()`, `CASE()` or `SHEET()` in the formulas of a worksheet."""
    places = text_of(curriculum, sheet.file)
    for loc, value in marked(sheet.record, TextMark):
        if not isinstance(value, str) or not (loc[-1] == "formula" or value.startswith("=")):
            continue
        at = sheet.places.value(*loc)
        end = places.offset(at.end_line or at.line, at.end_column or 1)
        for match in _REFERENCE.finditer(places.text, places.offset(at.line, at.column), end):
            if match["home"] == home:
                yield match["address"], places.span(*match.span("address"))


def rename_in_formulas(edits: Edits, home: Home, old: str, new: str, only: LoadedModule | None = None) -> None:
    """Rewrite the first part of the arguments that begin with `old`, in one module or in all."""
    for module in [only] if only else edits.curriculum.modules.values():
        for sheet in module.worksheets.values():
            for address, span in formula_uses(edits.curriculum, sheet, home):
                if head_of(address) == old:
                    edits.replace(span, address, new + address[len(old) :])


def head_of(address: str) -> str:
    """The id at the beginning of `id.row.column@date`."""
    return address.partition("@")[0].partition(".")[0]


def renamed_head(address: str, old: str, new: str) -> str:
    """The address with `new` instead of `old` at its beginning; unchanged when it begins with something else."""
    return new + address[len(old) :] if head_of(address) == old else address


def sheet_places(module: LoadedModule, sheet: str) -> Iterator[Span]:
    """Where the blocks of a module name a worksheet."""
    for _, block in blocks(module):
        if named_sheet(block) == sheet:
            yield block.argument_span if block.kind in SHOWING else _last_word(block.options["response"])


def _last_word(option: OptionUse) -> Span:
    """The worksheet in `table ID`."""
    word = option.value.split()[-1]
    span = option.value_span
    return Span.of_text(span.file, span.line, span.column + option.value.rindex(word), word)


def named_sheet(block: BlockUse) -> str:
    """The worksheet that a block shows, draws or asks for; empty when there is none."""
    return block.argument if block.kind in SHOWING else block.sheet


SHOWING = frozenset({"worksheet", "chart"})
"""Blocks whose argument is a worksheet."""


def split_owner(target: str, home: str) -> tuple[str, str, bool]:
    """Of `module/rest` or `rest`: the module that is meant, the rest, and whether the module is written."""
    owner, slash, rest = target.rpartition("/")
    return (owner, rest, True) if slash else (home, rest, False)
