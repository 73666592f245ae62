"""The docutils nodes of the teaching blocks and their HTML, the same for website and books.

Whatever is laid out by templates (writing space, worksheets, histories of facts) becomes a slot: an empty
`<ck-slot>` element that the layout fills (`curriculum_kit.edition.slots`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from docutils import nodes

from curriculum_kit.blocks import BLOCKS, GROUPS, TOPICS
from curriculum_kit.texts import said

if TYPE_CHECKING:
    from sphinx.writers.html5 import HTML5Translator


class teaching_block(nodes.General, nodes.Element):  # noqa: N801 - docutils names nodes in lower case
    """A teaching block: kind, label, group, minutes, materials, offline, topic, key. Its first child is its title."""


class block_title(nodes.Part, nodes.TextElement):  # noqa: N801
    """The title of a teaching block; empty where it has none."""


class slot(nodes.General, nodes.Element):  # noqa: N801
    """A place that the layout fills: kind, module, name, target, size, unit."""


class field_text(nodes.General, nodes.Element):  # noqa: N801
    """The rendered text of one Markdown field of a record: key."""


class link(nodes.Inline, nodes.TextElement):  # noqa: N801
    """A link to a block or a glossary term: to (block|term), module, session, name."""


SLOT_ATTRIBUTES = ("kind", "module", "name", "target", "size", "unit")


def visit_block(self: HTML5Translator, node: teaching_block) -> None:
    """Open the block: heading line with icon and label. On screens answers are folded and the markup is lean."""
    block = BLOCKS[node["kind"]]
    node["on_screen"] = self.builder.on_screen  # type: ignore[attr-defined]
    if node["on_screen"]:
        folded = block.name == "answer"
        node["closing"] = "details" if folded else "aside" if block.trainer_only else "div"
        node["head"] = "summary" if folded else "p"
        self.body.append(self.starttag(node, node["closing"], CLASS=f"block block-{block.name}"))
        self.body.append(f'<{node["head"]} class="block-head"><b>{self.encode(node["label"])}</b>')
        return
    tag = "aside" if block.trainer_only else "div"  # a section would need a heading, and blocks stand below any level
    anchor = (node["ids"] or [""])[0]
    heading_id = f"{anchor}-judul" if anchor else ""
    labelled: dict[str, Any] = {"aria-labelledby": heading_id} if heading_id else {}
    if heading_id and not block.trainer_only:
        labelled["role"] = "group"
    self.body.append(self.starttag(node, tag, CLASS=f"block block-{block.name}", **labelled))
    self.body.append(
        f'<p class="block-head"{f" id={chr(34)}{heading_id}{chr(34)}" if heading_id else ""}>'
        f'<span class="icon icon-{block.icon}" aria-hidden="true"></span>'
        f'<span class="block-label">{self.encode(node["label"])}</span>'
    )
    node["closing"], node["head"] = tag, "p"


def visit_title(self: HTML5Translator, node: block_title) -> None:
    """Open the title within the heading line."""
    if node.children:
        self.body.append(" " if node.parent["on_screen"] else ' <span class="block-title">')


def depart_title(self: HTML5Translator, node: block_title) -> None:
    """Close the heading line; then who works, for how long (in books), and with what."""
    block, words_of_title = node.parent, node.astext()
    self.body.append(("</span>" if node.children and not block["on_screen"] else "") + f"</{block['head']}>\n")
    facts = [
        (said("Cara kerja"), said(GROUPS.get(block.get("group", ""), ""))),
        (said("Bahan"), block.get("materials", "")),
        (said("Untuk"), said(TOPICS.get(block.get("topic", ""), ""))),
    ]
    told = [f"<b>{label}:</b> {self.encode(words)}" for label, words in facts if words and words != words_of_title]
    if block["on_screen"]:
        self.body += [f'<p class="block-meta">{words}</p>\n' for words in told]
        return
    if block.get("minutes"):
        told.insert(
            1 if block.get("group") else 0,
            f"<b>{said('Waktu')}:</b> {block['minutes']}\N{NO-BREAK SPACE}{said('menit')}",
        )
    if told:
        told = [f"<span>{words}</span>" for words in told]
        self.body.append(f'<p class="block-meta">{" ".join(told)}</p>\n')
    self.body.append('<div class="block-body">\n')


def depart_block(self: HTML5Translator, node: teaching_block) -> None:
    """Close the block, with the alternative for days without power or internet."""
    if not node["on_screen"]:
        self.body.append("</div>\n")
    if node.get("offline"):
        label = said("Tanpa listrik atau internet")
        self.body.append(f'<p class="block-offline"><b>{label}:</b> {self.encode(node["offline"])}</p>\n')
    self.body.append(f"</{node['closing']}>\n")


def visit_slot(self: HTML5Translator, node: slot) -> None:
    """Write the slot; it has no content of its own."""
    attributes = " ".join(
        f'{name}="{self.attval(str(node[name]))}"' for name in SLOT_ATTRIBUTES if node.get(name) not in {None, ""}
    )
    self.body.append(f"<ck-slot {attributes}></ck-slot>\n")
    raise nodes.SkipNode


def visit_link(self: HTML5Translator, node: link) -> None:
    """Open a link, or nothing where this builder has no such place."""
    href = self.builder.href(node)  # type: ignore[attr-defined]
    css = "term" if node["to"] == "term" else "ref"
    node["closing"] = "a" if href else "span"
    self.body.append(f'<a class="{css}" href="{self.attval(href)}">' if href else f'<span class="{css}">')


def depart_link(self: HTML5Translator, node: link) -> None:
    """Close the link."""
    self.body.append(f"</{node['closing']}>")


def pass_through(_self: HTML5Translator, _node: nodes.Node) -> None:
    """Nothing to write."""
