"""A session's Markdown, read without Sphinx: blocks, roles, links, headings and faults.

The tokenizer is the one that MyST builds for the edition, and the body of a block is parsed again as MyST does it, so
that what is checked here is what the edition will show. The blocks that the tokens show are then compared with those
that the raw lines show (`curriculum_kit.source.fences`): a document without faults has one structure, not two.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from markdown_it.token import Token

from curriculum_kit.blocks import BLOCKS, Argument
from curriculum_kit.diagnostics import Span
from curriculum_kit.source.document import BlockUse, Document, Fault, FaultKind, HeadingUse
from curriculum_kit.source.faults import fault_diagnostic, is_forbidden
from curriculum_kit.source.fence_lines import KNOWN, meant_block
from curriculum_kit.source.fences import MAX_DEPTH, FenceStructure, scan_fences
from curriculum_kit.source.markdown_fields import parse_field
from curriculum_kit.source.markdown_inline import InlineReader, link_is_allowed
from curriculum_kit.source.markdown_lines import line_faults
from curriculum_kit.source.markdown_options import read_options
from curriculum_kit.source.markdown_tokens import MARKDOWN, REFUSED, SHOWN, in_order
from curriculum_kit.source.text_places import TextPlaces, one_line_end

__all__ = ["fault_diagnostic", "parse_field", "parse_session"]

_HIDING = frozenset({FaultKind.CODE, FaultKind.DASHES, FaultKind.RAW_HTML})
"""What can hide a fence from the tokenizer. All of it is refused with a code that no setting can lower."""
_WITHOUT_TITLE = frozenset({"figure", "image", "chart"})
# What can begin a role, a link, a picture, HTML or anything refused; most titles have none of it.
_MARKED = re.compile(r"[{\[<`]")


@dataclass(slots=True)
class _Body:
    """What the body of a block holds: the blocks in it, and the items of each bullet list."""

    blocks: list[BlockUse] = field(default_factory=list)
    list_items: list[int] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class _Around:
    """What surrounds the text that is being read."""

    depth: int = 0
    trainer_only: bool = False


class _SessionReader:
    """Reads the tokens of a session, block by block."""

    def __init__(self, places: TextPlaces, fences: FenceStructure) -> None:
        self.places = places
        self.inline = InlineReader(places, MARKDOWN)
        self.faults: list[Fault] = list(fences.faults)
        self.headings: list[HeadingUse] = []
        self.shape: list[tuple[int, str, int, int]] = []
        self.env: dict[str, Any] = {}  # definitions of links hold for the whole page, as in MyST
        self._reported = {fault.span.line for fault in fences.faults if fault.kind is not FaultKind.MISPLACED_OPTION}

    def read(self, text: str, first_line: int, around: _Around) -> _Body:
        """Read Markdown whose first line has the number `first_line`."""
        body = _Body()
        known = set(self.env.get("references", ()))
        tokens = MARKDOWN.parse(text, self.env)
        for label, definition in self.env.get("references", {}).items():
            if label not in known and not link_is_allowed(self.places.file, definition["href"]):
                # `[Jawaban]: C` prints nothing, whether or not a link uses it.
                self.report(FaultKind.LINK_SCHEME, definition["href"], first_line + definition["map"][0])
        for index, token in enumerate(tokens):
            lines = token.map or [0, 0]
            line = first_line + lines[0]
            if token.type == "inline":
                end = self.places.offset(first_line + lines[1])
                self.inline.read(token.children or [], self.places.offset(line), end, trainer_only=around.trainer_only)
            elif token.type == "colon_fence":
                body.blocks += self.read_block(token, line, first_line + lines[1] - 1, around)
            elif token.type == "heading_open":
                self.read_heading(token, tokens[index + 1].content, line, around)
            elif token.type == "bullet_list_open" and token.level == 0:
                body.list_items.append(0)
            elif token.type == "list_item_open" and token.level == 1 and token.markup in {"-", "*", "+"}:
                body.list_items[-1] += 1
            elif token.type in REFUSED and line not in self._reported:
                self.report(REFUSED[token.type], self.places.line(line).strip()[:SHOWN] or token.content, line)
        return body

    def read_heading(self, token: Token, text: str, line: int, around: _Around) -> None:
        """Note a heading; the title of the page is not written in the text."""
        level = int(token.tag[1:])
        span = self.places.span_in_line(line, text)
        self.headings.append(HeadingUse(level, text, span, inside_block=around.depth > 0))
        if level == 1 or not token.markup.startswith("#"):
            self.faults.append(Fault(FaultKind.SETEXT_OR_TOP_HEADING, text, span))

    def read_block(self, token: Token, first_line: int, last_line: int, around: _Around) -> list[BlockUse]:
        """The block of a colon fence; where it is none that exists, the blocks inside it."""
        head, rest = [*token.info.split(maxsplit=1), "", ""][:2]
        name = head[1:-1] if head.startswith("{") and head.endswith("}") else ""
        self.shape.append((around.depth, name, first_line, last_line))
        kind = self.kind_of(name, first_line) if name else ""
        trainer_only = around.trainer_only or (kind in BLOCKS and BLOCKS[kind].trainer_only)
        argument, argument_span = self.read_argument(kind, rest.strip(), first_line, trainer_only=trainer_only)
        content = token.content.splitlines()
        options = read_options(self.places, content if name else [], first_line + 1)
        self.faults += options.faults
        content = content[options.count :]
        body_line = first_line + 1 + options.count
        if name and content and not content[0].strip():  # as MyST does it
            content, body_line = content[1:], body_line + 1
        body = _Body()
        if around.depth <= MAX_DEPTH:
            inner = _Around(around.depth + 1, trainer_only)
            body = self.read("\n".join(content) + "\n", body_line, inner)
        if not kind:
            return body.blocks
        use = BlockUse(
            kind=kind,
            argument=argument,
            argument_span=argument_span,
            options=options.uses,
            span=self.places.span_in_line(first_line, name),
            first_line=first_line,
            last_line=last_line,
            body_line=body_line,
            trainer_only=trainer_only,
            children=tuple(body.blocks),
            list_items=tuple(body.list_items),
        )
        return [use]

    def kind_of(self, name: str, line: int) -> str:
        """The block that `name` means. A misspelt one is read as what it was meant to be, to say one thing only."""
        if name in KNOWN:
            return name
        meant = "" if is_forbidden(name) else meant_block(name)
        kind = FaultKind.FORBIDDEN_DIRECTIVE if is_forbidden(name) else FaultKind.UNKNOWN_DIRECTIVE
        if line not in self._reported:
            self.report(kind, name, line)
        return meant

    def read_argument(self, kind: str, argument: str, line: int, *, trainer_only: bool) -> tuple[str, Span]:
        """The words after the name, with their place. Titles are Markdown within a line."""
        after = self.places.line(line).find("}") + 1
        span = self.places.span_in_line(line, argument, after=after)
        is_title = BLOCKS[kind].argument is Argument.TITLE if kind in BLOCKS else kind not in _WITHOUT_TITLE
        if is_title and _MARKED.search(argument):
            start = self.places.offset(span.line, span.column)
            for token in MARKDOWN.parseInline(argument, self.env):
                self.inline.read(token.children or [], start, start + len(argument), trainer_only=trainer_only)
        return argument, span if argument else Span.of_text(span.file, line, after + 1, "")

    def report(self, kind: FaultKind, word: str, line: int) -> None:
        """Note a fault of a whole line."""
        self.faults.append(Fault(kind, word, self.places.span_in_line(line, word)))


def parse_session(file: str, text: str, body_line: int) -> Document:
    """The Markdown of a session: `text` is the whole file, `body_line` the first line after the front matter."""
    places = TextPlaces(file, one_line_end(text))
    lines = places.lines[body_line - 1 :]
    fences = scan_fences(file, lines, body_line)
    reader = _SessionReader(places, fences)
    # The edition blanks the front matter as well; the line end saves a plugin from reading past the end.
    body = reader.read("\n" * (body_line - 1) + "\n".join(lines) + "\n", 1, _Around())
    more = line_faults(places, body_line)
    faults = [*reader.faults, *reader.inline.faults, *more, *_lost(file, fences, reader.shape, reader.faults)]
    return Document(
        file=file,
        text=text,
        body_line=body_line,
        blocks=tuple(body.blocks),
        roles=tuple(reader.inline.roles),
        links=tuple(reader.inline.links),
        headings=tuple(reader.headings),
        faults=in_order(faults),
    )


def _lost(
    file: str, fences: FenceStructure, shape: Sequence[tuple[int, str, int, int]], found: Sequence[Fault]
) -> list[Fault]:
    """The first block that raw lines and tokens do not agree on, unless a fault has explained it already."""
    if fences.explains_structure or any(fault.kind in _HIDING for fault in found):
        return []
    drawn = [
        (depth, fence.name, fence.first_line, fence.last_line)
        for block in fences.blocks
        for depth, fence in block.walk()
    ]
    if drawn == list(shape):
        return []
    common = next((i for i, pair in enumerate(zip(drawn, shape, strict=False)) if pair[0] != pair[1]), None)
    at = min(len(drawn), len(shape)) if common is None else common
    _, name, line, _ = min([*drawn[at : at + 1], *shape[at : at + 1]], key=lambda block: block[2])
    return [Fault(FaultKind.LOST_STRUCTURE, name or ":::", Span(file, line))]
