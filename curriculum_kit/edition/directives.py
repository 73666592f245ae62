"""The teaching blocks as Sphinx directives.

A block that the audience may not see is dropped while parsing: `run` returns nothing, so its text never enters the
environment: not the doctrees, not labels, not downloads, not the search.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import count
from string import ascii_uppercase
from typing import ClassVar

from docutils import nodes
from docutils.parsers.rst import Directive, directives
from sphinx.directives.patches import Figure
from sphinx.util.docutils import SphinxDirective
from sphinx.util.typing import OptionSpec

from curriculum_kit.audience import Audience
from curriculum_kit.blocks import BLOCKS, Argument, Block, ResponseKind
from curriculum_kit.charts import described
from curriculum_kit.charts.data import STYLES
from curriculum_kit.edition.context import CURRENT, EditionContext
from curriculum_kit.edition.nodes import block_title, field_text, slot, teaching_block
from curriculum_kit.texts import said

PRINTED_OPTIONS = ("group", "materials", "topic")
TRAINER_OPTIONS = ("offline",)
"""How to hold the session without power: no secret, but it would only be in the way of participants."""


class BlockDirective(SphinxDirective):
    """One teaching block of the table."""

    block: ClassVar[Block]
    has_content = True
    optional_arguments = 1
    final_argument_whitespace = True

    def run(self) -> list[nodes.Node]:
        """The block, or nothing when the audience may not see it."""
        if self.context.audience not in self.block.audience:
            return []
        argument = self.arguments[0].strip() if self.arguments else ""
        name = self.options.get("name")
        anchor = self.context.anchor(self.module_id, name) if name else None
        numbered = anchor is not None and anchor.number is not None
        node = teaching_block(
            kind=self.block.name,
            label=anchor.label if anchor and numbered else said(self.block.label),
            **{name: self.options[name] for name in self.printed_options() if name in self.options},
        )
        node["minutes"] = self.minutes(name)
        self.set_source_info(node)
        self.add_name(node)
        node += self.head(argument)
        node += self.parse_content_to_nodes()
        node += self.slots(argument, name)
        self.mark_items(node, name)
        self.add_key_of_sheet(node)
        return [node]

    def printed_options(self) -> tuple[str, ...]:
        """The options that the audience reads."""
        return PRINTED_OPTIONS + (TRAINER_OPTIONS if self.context.audience is Audience.TRAINER else ())

    @property
    def context(self) -> EditionContext:
        """The edition that is being read: the preview reads one after the other with the same directives."""
        return CURRENT.get()

    @property
    def module_id(self) -> str:
        """The module of the session that is being read."""
        return self.env.docname.split("/")[0]

    def minutes(self, name: str | None) -> int:
        """How long the session plan gives the block; 0 for a block that is no step of its own."""
        module_id, _, session_id = self.env.docname.partition("/sessions/")
        module = self.context.curriculum.modules.get(module_id)
        session = module.sessions.get(session_id) if module else None
        if session is None or name is None:
            return 0
        return sum(step.minutes for step in session.plan.record.plan if step.block == name)

    def head(self, argument: str) -> block_title:
        """The title: the author's words, which are Markdown within a line, or the title of the worksheet or fact."""
        if self.block.argument is Argument.WORKSHEET:
            title = self.context.curriculum.modules[self.module_id].worksheets[argument].record.title
            return block_title("", title)
        if self.block.argument is Argument.FACT:
            return block_title("", self.context.curriculum.facts()[argument].title)
        children, messages = self.parse_inline(argument)
        return block_title("", "", *children, *messages)

    def slots(self, argument: str, name: str | None) -> list[nodes.Node]:
        """Writing space, worksheet or history that follows the body."""
        if self.block.argument is Argument.WORKSHEET:
            return [slot(kind="worksheet-body", module=self.module_id, name=name or argument, target=argument)]
        if self.block.argument is Argument.FACT:
            return [slot(kind="fact-history", module=self.module_id, target=argument)]
        response = self.options.get("response", "").split(maxsplit=1)
        if not response:
            return []
        kind, value = ResponseKind(response[0]), response[1] if len(response) > 1 else ""
        if kind is ResponseKind.TABLE:
            return [slot(kind="worksheet", module=self.module_id, name=name, target=value)]
        if kind in {ResponseKind.CHOICE, ResponseKind.TICKS}:
            return []  # the boxes stand at the items: `mark_items`
        size = value if kind in {ResponseKind.LINES, ResponseKind.BOX} else ""
        unit = value if kind is ResponseKind.NUMBER else ""
        return [slot(kind=kind.value, module=self.module_id, name=name, size=size, unit=unit)]

    def mark_items(self, node: teaching_block, name: str | None) -> None:
        """The one list of a choice becomes the options A, B, C, that of `ticks` the items 1, 2, 3, each with a box."""
        response = self.options.get("response", "").strip()
        marks: Iterable[object]
        if response == ResponseKind.CHOICE:
            kind, css, marks = "choice", "options", ascii_uppercase
        elif response == ResponseKind.TICKS:
            kind, css, marks = "tick", "ticks", count(1)
        else:
            return
        for items in (child for child in node.children if isinstance(child, nodes.bullet_list)):
            items["classes"].append(css)
            for mark, item in zip(marks, items.children, strict=False):
                box = slot(kind=kind, module=self.module_id, name=name, target=str(mark))
                first = item.children[0] if item.children else item
                if isinstance(first, nodes.Element):
                    first.insert(0, box)

    def add_key_of_sheet(self, node: teaching_block) -> None:
        """The filled-in sheet goes into the answer; the answer exists for trainers only."""
        sheets = [child for child in node.children if isinstance(child, slot) and child["kind"] == "worksheet"]
        answers = [child for child in node.children if isinstance(child, teaching_block) and child["kind"] == "answer"]
        for sheet in sheets:
            for answer in answers:
                answer.append(slot(kind="worksheet-key", module=sheet["module"], target=sheet["target"]))
        for answer in answers:  # the writing space belongs to the question, before the answer
            node.remove(answer)
            node.append(answer)


class ChartDirective(Figure):
    """A chart: a figure whose picture `curriculum_kit.edition.runner` has drawn, described from the same numbers."""

    option_spec: ClassVar[OptionSpec] = {
        **(Figure.option_spec or {}),
        **dict.fromkeys(STYLES, directives.unchanged),
    }

    def run(self) -> list[nodes.Node]:
        """The figure under the name of the block."""
        name = self.options["name"]
        module_id = self.state.document.settings.env.docname.split("/")[0]
        self.arguments[0] = f"../charts/{name}.svg"
        self.options["alt"] = described(CURRENT.get().charts[module_id][name])
        for style in STYLES:
            self.options.pop(style, None)
        return super().run()


class FieldDirective(SphinxDirective):
    """A Markdown field of a record; written by `curriculum_kit.edition.sources`, never by authors."""

    has_content = True
    required_arguments = 1

    def run(self) -> list[nodes.Node]:
        """The text of the field under its key."""
        node = field_text(key=self.arguments[0])
        node += self.parse_content_to_nodes()
        return [node]


def directive_classes() -> dict[str, type[Directive]]:
    """All directives by name."""
    classes: dict[str, type[Directive]] = {
        name: type(
            f"{name.title()}Directive",
            (BlockDirective,),
            {"block": block, "option_spec": dict.fromkeys(block.option_names, directives.unchanged)},
        )
        for name, block in BLOCKS.items()
    }
    classes["ck-field"] = FieldDirective
    classes["chart"] = ChartDirective
    return classes
