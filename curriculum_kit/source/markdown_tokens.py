"""The Markdown parser of the edition, and what it recognises although authors may not write it."""

from __future__ import annotations

from collections.abc import Iterable

from markdown_it import MarkdownIt
from markdown_it.rules_block import make_fence_rule
from mdit_py_plugins.footnote import footnote_plugin
from mdit_py_plugins.front_matter import front_matter_plugin
from mdit_py_plugins.myst_blocks import myst_block_plugin
from mdit_py_plugins.myst_role import myst_role_plugin

from curriculum_kit.source.document import Fault, FaultKind

REFUSED = {
    "fence": FaultKind.CODE,
    "code_block": FaultKind.CODE,
    "html_block": FaultKind.RAW_HTML,
    "myst_target": FaultKind.LABEL,
    "myst_line_comment": FaultKind.COMMENT,
    "myst_block_break": FaultKind.COMMENT,
    "footnote_reference_open": FaultKind.FOOTNOTE,
    "front_matter": FaultKind.DASHES,
}
"""Tokens of whole lines that are faults by themselves."""

SHOWN = 60
"""How much of a faulty line is quoted."""


def tokenizer() -> MarkdownIt:
    """The Markdown parser as `myst_parser` sets it up with nothing but the extension `colon_fence`."""
    markdown = (
        MarkdownIt("commonmark")
        .enable("table")
        .use(front_matter_plugin)
        .use(myst_block_plugin)
        .use(myst_role_plugin)
        .use(footnote_plugin, inline=False, move_to_end=False, always_match_refs=True)
    )
    ends = {"alt": ["paragraph", "reference", "blockquote", "list", "footnote_def"]}
    rule = make_fence_rule(markers=(":",), token_type="colon_fence")  # noqa: S106 (no password)
    markdown.block.ruler.before("fence", "colon_fence", rule, ends)  # type: ignore[arg-type]
    return markdown


MARKDOWN = tokenizer()
"""Built once; parsing keeps its state in the `env` that is handed in."""


def in_order(faults: Iterable[Fault]) -> tuple[Fault, ...]:
    """The faults in reading order. Of several about the same word the first is kept: the cause comes before echoes."""
    unique: dict[tuple[int, int, str], Fault] = {}
    for fault in faults:
        unique.setdefault((fault.span.line, fault.span.column, fault.word), fault)
    return tuple(unique[key] for key in sorted(unique))
