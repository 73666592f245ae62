"""What real MyST makes of a text, with the settings of the edition: which blocks run, and what each audience reads."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from docutils import nodes
from docutils.core import publish_doctree
from docutils.parsers.rst import Directive, directives, roles
from myst_parser.parsers.docutils_ import Parser

from curriculum_kit.blocks import BLOCKS, FOREIGN_DIRECTIVES, ROLES

SETTINGS = {
    "myst_enable_extensions": ["colon_fence"],
    "myst_disable_syntax": ["html_block", "html_inline"],
    "report_level": 5,
    "halt_level": 5,
    "file_insertion_enabled": False,
    "_disable_config": True,
}


class _AnyOption(dict[str, Any]):
    def __missing__(self, key: str) -> Any:
        return lambda value: value


class Rendering:
    """Parses texts for one audience and remembers the blocks that ran: depth, name, first line."""

    def __init__(self, *, for_trainers: bool) -> None:
        self.for_trainers = for_trainers
        self.ran: list[tuple[int, str, int]] = []
        self.depth = 0

    def words(self, text: str) -> str:
        """The text that readers get."""
        self.ran.clear()
        with self._blocks():
            return publish_doctree(text, parser=Parser(), settings_overrides=SETTINGS).astext()

    @contextmanager
    def _blocks(self) -> Iterator[None]:
        rendering = self

        class BlockForTest(Directive):
            has_content = True
            optional_arguments = 1
            final_argument_whitespace = True
            option_spec = _AnyOption({"name": str})

            def run(self) -> list[nodes.Node]:
                rendering.ran.append((rendering.depth, self.name, self.lineno))
                if self.name in BLOCKS and BLOCKS[self.name].trainer_only and not rendering.for_trainers:
                    return []
                node = nodes.container()
                rendering.depth += 1
                self.state.nested_parse(self.content, self.content_offset, node)
                rendering.depth -= 1
                return [node]

        before = dict(directives._directives), dict(roles._roles)
        for name in (*BLOCKS, *FOREIGN_DIRECTIVES):
            directives.register_directive(name, BlockForTest)
        for name in ROLES:
            roles.register_local_role(name, lambda _name, raw, text, *_rest: ([nodes.inline(raw, text)], []))
        try:
            yield
        finally:
            for registry, kept in zip((directives._directives, roles._roles), before, strict=True):
                registry.clear()
                registry.update(kept)
