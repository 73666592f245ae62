"""What a session's Markdown holds, with places: blocks, roles, links, headings and faults. Plain data.

`curriculum_kit.source.markdown` makes it; rules and the edition read it.
"""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum

from msgspec import Struct

from curriculum_kit.blocks import TASKS
from curriculum_kit.diagnostics import Span


class OptionUse(Struct, frozen=True, array_like=True):
    """An option of a block as written: `:name: value`."""

    value: str
    key_span: Span
    value_span: Span


class BlockUse(Struct, frozen=True, array_like=True):
    """A directive as written: a teaching block, or a figure or table.

    `span` is the place of the name inside the braces; `first_line` and `last_line` are the fence lines.
    `trainer_only` is true inside a trainer-only block as well. `list_items` counts the items of each top-level
    bullet list of the body (a choice exercise has exactly one such list: its options).
    """

    kind: str
    argument: str
    argument_span: Span
    options: dict[str, OptionUse]
    span: Span
    first_line: int
    last_line: int
    body_line: int
    trainer_only: bool
    children: tuple[BlockUse, ...] = ()
    list_items: tuple[int, ...] = ()

    @property
    def name(self) -> str | None:
        """The value of `:name:`, or None."""
        option = self.options.get("name")
        return option.value if option else None

    @property
    def iuk(self) -> tuple[str, ...]:
        """The IUK ids of `:iuk:`."""
        return self.words_of("iuk")

    @property
    def sheet(self) -> str:
        """The id of the worksheet that it shows, or in which its answer is written; empty for other blocks."""
        if self.kind == "worksheet":
            return self.argument
        response = self.options["response"].value.split() if "response" in self.options else []
        return response[1] if response[:1] == ["table"] and len(response) > 1 else ""

    @property
    def is_task(self) -> bool:
        """Whether participants do something in it, or in a block inside it."""
        return any(block.kind in TASKS and not block.trainer_only for block in self.walk())

    def words_of(self, name: str) -> tuple[str, ...]:
        """The words of an option that are separated by commas; none where it is not written."""
        option = self.options.get(name)
        return tuple(part.strip() for part in option.value.split(",") if part.strip()) if option else ()

    def walk(self) -> Iterator[BlockUse]:
        """This block and all blocks inside it, in order."""
        yield self
        for child in self.children:
            yield from child.walk()


class RoleUse(Struct, frozen=True, array_like=True):
    """A role as written: `` {name}`words <target>` `` or `` {name}`target` ``. `span` is the place of the target."""

    name: str
    target: str
    words: str | None
    span: Span
    trainer_only: bool = False


class LinkUse(Struct, frozen=True, array_like=True):
    """A Markdown link as written. `span` is the place of the target, or of the link where it uses a reference."""

    target: str
    span: Span
    trainer_only: bool = False


class HeadingUse(Struct, frozen=True, array_like=True):
    """A heading of a session; `block` when it stands inside a block."""

    level: int
    text: str
    span: Span
    inside_block: bool = False


class FaultKind(StrEnum):
    """What is wrong with the Markdown itself, seen from raw lines or tokens."""

    SHORT_FENCE = "short-fence"
    """`::{answer}`: fewer than three colons before a block name."""
    MISSING_BRACES = "missing-braces"
    """`:::answer`: a block name without braces."""
    MALFORMED_FENCE = "malformed-fence"
    """`::: {answer}`, `:::{Answer}`, `:::{answer}Judul`: braces, but not the one spelling that is allowed."""
    INNER_FENCE_TOO_LONG = "inner-fence-too-long"
    """An inner fence at least as long as its outer one: it would close or swallow the outer block."""
    TOO_DEEP = "too-deep"
    """Blocks in blocks in blocks, more than any session needs."""
    UNCLOSED_FENCE = "unclosed-fence"
    STRAY_FENCE = "stray-fence"
    """A closing fence that closes nothing, or with fewer colons than the block it stands in."""
    TEXT_AFTER_FENCE = "text-after-fence"
    """`::: selesai`: words after the colons, so that the line closes nothing."""
    MISPLACED_FENCE = "misplaced-fence"
    """Colons or a block name where no block can begin: indented, in a list, in a quotation, in the middle of a line."""
    FENCE_IN_OPTIONS = "fence-in-options"
    """A fence without a blank line after the opening fence or the options before it."""
    DASHES = "dashes"
    """A body that begins with `---`: MyST reads what follows as options or front matter and prints none of it."""
    LOST_STRUCTURE = "lost-structure"
    """The blocks that the raw lines show are not the blocks that the tokenizer sees."""
    CODE = "code"
    """Backtick or tilde fences and text indented by four spaces."""
    SUSPICIOUS_CHARACTER = "suspicious-character"
    """An invisible character or a look-alike where a fence is meant; a line separator that is no line feed."""
    LIST_SIGN = "list-sign"
    """`• Pisang`, `-Pisang`: meant as items of a list, printed as one paragraph."""
    GLUED_HEADING = "glued-heading"
    """`##Judul`: printed with its signs."""
    RAW_HTML = "raw-html"
    MARKDOWN_IMAGE = "markdown-image"
    """`![](…)`: pictures stand in `{figure}`, which asks for the alternative text."""
    LABEL = "label"
    """`(label)=`: anchors come from `:name:`."""
    ATTRIBUTES = "attributes"
    """`{#id .class}`: anchors come from `:name:`, looks from the templates."""
    FORBIDDEN_DIRECTIVE = "forbidden-directive"
    UNKNOWN_DIRECTIVE = "unknown-directive"
    BLOCK_IN_FIELD = "block-in-field"
    """A block in a Markdown field of a record."""
    UNKNOWN_ROLE = "unknown-role"
    MALFORMED_ROLE = "malformed-role"
    """`{fact}` without its text in backticks."""
    FOOTNOTE = "footnote"
    SUBSTITUTION = "substitution"
    COMMENT = "comment"
    """A Markdown comment line (`% …`): readers of the source only; write a trainer-note instead."""
    LINK_SCHEME = "link-scheme"
    """A link that is no web address, no e-mail address, no anchor and no page of the curriculum."""
    SETEXT_OR_TOP_HEADING = "top-heading"
    """A heading of level 1: the title stands in the front matter. Or one that is underlined instead of marked."""
    HEADING_IN_FIELD = "heading-in-field"
    """A heading in a Markdown field of a record."""
    MALFORMED_OPTION = "malformed-option"
    DUPLICATE_OPTION = "duplicate-option"
    MISPLACED_OPTION = "misplaced-option"
    """`:key: C` after a blank line: no option but text, printed for everybody."""


class Fault(Struct, frozen=True, array_like=True):
    """One fault.

    `word` is what the author wrote there, `related` the other end (the outer or opening fence), `replacement` what
    may stand in place of `mend` (of `span`, when that is the same place) without a second thought.
    """

    kind: FaultKind
    word: str
    span: Span
    related: Span | None = None
    replacement: str | None = None
    mend: Span | None = None


class Document(Struct, frozen=True, array_like=True):
    """A piece of Markdown with everything the rules need. `text` is the whole file, front matter included."""

    file: str
    text: str
    body_line: int
    blocks: tuple[BlockUse, ...] = ()
    roles: tuple[RoleUse, ...] = ()
    links: tuple[LinkUse, ...] = ()
    headings: tuple[HeadingUse, ...] = ()
    faults: tuple[Fault, ...] = ()

    def walk(self) -> Iterator[BlockUse]:
        """All blocks, outer before inner, in reading order."""
        for block in self.blocks:
            yield from block.walk()
