"""The Sphinx extension of an edition: nodes, directives, roles and builders."""

from __future__ import annotations

from typing import Any

from docutils.nodes import document
from sphinx.application import Sphinx
from sphinx.domains.std import StandardDomain
from sphinx.environment import BuildEnvironment

from curriculum_kit.edition import nodes
from curriculum_kit.edition.builders import setup_builders
from curriculum_kit.edition.directives import directive_classes
from curriculum_kit.edition.roles import ROLE_CLASSES


class NamesOfModules(StandardDomain):
    """Sphinx's standard domain without its one table of names for all pages.

    Names are unique in a module, not in the curriculum, and our own `{ref}` looks them up.
    """

    def process_doc(self, env: BuildEnvironment, docname: str, document: document) -> None:
        """Note nothing."""


def setup(app: Sphinx) -> dict[str, Any]:
    """Register everything that an edition needs."""
    setup_builders(app)
    app.add_domain(NamesOfModules, override=True)
    app.add_node(nodes.teaching_block, html=(nodes.visit_block, nodes.depart_block))
    app.add_node(nodes.block_title, html=(nodes.visit_title, nodes.depart_title))
    app.add_node(nodes.slot, html=(nodes.visit_slot, nodes.pass_through))
    app.add_node(nodes.field_text, html=(nodes.pass_through, nodes.pass_through))
    app.add_node(nodes.link, html=(nodes.visit_link, nodes.depart_link))
    for name, directive in directive_classes().items():
        app.add_directive(name, directive, override=True)
    for name, role in ROLE_CLASSES.items():
        # Sphinx asks its standard domain before plain roles, and that has a `term` and a `ref` of its own.
        app.add_role_to_domain("std", name, role(), override=True)
    return {"version": "1", "parallel_read_safe": False, "parallel_write_safe": False}
