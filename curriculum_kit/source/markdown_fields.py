"""The Markdown fields of records: short texts in YAML, with roles and links but without blocks and headings."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from markdown_it.token import Token

from curriculum_kit.diagnostics import Span
from curriculum_kit.source.document import Fault, FaultKind, LinkUse, RoleUse
from curriculum_kit.source.fences import scan_fences
from curriculum_kit.source.markdown_inline import InlineReader, link_is_allowed
from curriculum_kit.source.markdown_tokens import MARKDOWN, REFUSED, SHOWN, in_order
from curriculum_kit.source.text_places import TextPlaces, one_line_end


def parse_field(
    file: str, text: str, raw_text: str, span: Span
) -> tuple[tuple[RoleUse, ...], tuple[LinkUse, ...], tuple[Fault, ...]]:
    """The roles, links and faults of a Markdown field: `text` is its value, `span` its place in the file `raw_text`.

    Places are looked for in the raw text from the beginning of the value on; YAML may have folded or escaped it, so
    what is not found there gets the place of the value.
    """
    places = _places(file, raw_text)
    start = places.offset(span.line, span.column)
    end = places.offset(span.end_line, span.end_column or 1) if span.end_line else len(places.text)
    value = one_line_end(text)
    inline = InlineReader(places, MARKDOWN, fallback=span)
    refused: list[tuple[FaultKind, str]] = []
    blocks: list[tuple[FaultKind, str]] = []
    env: dict[str, Any] = {}
    tokens = MARKDOWN.parse(value + "\n", env)
    addresses = [definition["href"] for definition in env.get("references", {}).values()]
    refused += [(FaultKind.LINK_SCHEME, address) for address in addresses if not link_is_allowed(file, address)]
    for index, token in enumerate(tokens):
        if token.type == "inline":
            inline.read(token.children or [], start, end)
        elif token.type == "heading_open":
            refused.append((FaultKind.HEADING_IN_FIELD, tokens[index + 1].content))
        elif token.type == "colon_fence":
            blocks.append((FaultKind.BLOCK_IN_FIELD, f"{token.markup}{token.info.rstrip()}"))
        elif token.type in REFUSED:
            refused.append((REFUSED[token.type], _first_line(value, token)))
    lines = value.split("\n")
    fences = scan_fences(file, lines)
    refused += [(fault.kind, fault.word) for fault in fences.faults]
    if not fences.explains_structure:
        drawn = [(FaultKind.BLOCK_IN_FIELD, lines[block.first_line - 1].rstrip()) for block in fences.blocks]
        refused += drawn or blocks
    faults = [Fault(kind, word, _place_of(word, places, start, end) or span) for kind, word in refused]
    return tuple(inline.roles), tuple(inline.links), in_order([*faults, *inline.faults])


@lru_cache(maxsize=8)
def _places(file: str, raw_text: str) -> TextPlaces:
    """The file of the field: its other fields ask for the same."""
    return TextPlaces(file, one_line_end(raw_text))


def _first_line(value: str, token: Token) -> str:
    lines = value.split("\n")
    number = token.map[0] if token.map else 0
    return lines[number].strip()[:SHOWN] if number < len(lines) else ""


def _place_of(word: str, places: TextPlaces, start: int, end: int) -> Span | None:
    at = places.text.find(word, start, end) if word else -1
    return None if at < 0 else places.span(at, at + len(word))
