"""The Sphinx extension of an edition: nodes, directives, roles and builders."""

from __future__ import annotations

from typing import Any

from sphinx.application import Sphinx

from curriculum_kit.edition import nodes
from curriculum_kit.edition.builders import setup_builders
from curriculum_kit.edition.context import CURRENT
from curriculum_kit.edition.directives import directive_classes
from curriculum_kit.edition.roles import ROLE_CLASSES


def setup(app: Sphinx) -> dict[str, Any]:
    """Register everything for the edition that is being made."""
    context = CURRENT.get()
    setup_builders(app)
    app.add_node(nodes.teaching_block, html=(nodes.visit_block, nodes.depart_block))
    app.add_node(nodes.block_title, html=(nodes.visit_title, nodes.depart_title))
    app.add_node(nodes.slot, html=(nodes.visit_slot, nodes.pass_through))
    app.add_node(nodes.field_text, html=(nodes.pass_through, nodes.pass_through))
    app.add_node(nodes.link, html=(nodes.visit_link, nodes.depart_link))
    for name, directive in directive_classes(context).items():
        app.add_directive(name, directive, override=True)
    for name, role in ROLE_CLASSES.items():
        # Sphinx asks its standard domain before plain roles, and that has a `term` and a `ref` of its own.
        app.add_role_to_domain("std", name, role(context), override=True)
    return {"version": "1", "parallel_read_safe": False, "parallel_write_safe": False}
