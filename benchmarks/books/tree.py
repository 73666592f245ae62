"""The HTML of a book as a tree for conversions: what is a block, what is a line, which places are linked to."""

from __future__ import annotations

import base64
import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote

from lxml import etree, html

_BLOCKS = frozenset(
    ("section", "div", "aside", "p", "h1", "h2", "h3", "h4", "ul", "ol", "dl", "table", "figure", "textarea")
)
_DATA = re.compile(r"data:image/([\w+]+)[^,]*?(;base64)?,(.*)", re.DOTALL)

Node = html.HtmlElement


def body(source: str) -> Node:
    """The body of a page."""
    found = html.document_fromstring(source).find("body")
    if found is None:
        raise ValueError("no body")
    return found


def is_block(node: Node) -> bool:
    """Whether it stands below what comes before it."""
    return node.tag in _BLOCKS


def elements(node: Node) -> Iterator[Node]:
    """Its children that are elements."""
    return (child for child in node if isinstance(child.tag, str))


def rows(table: Node) -> Iterator[tuple[bool, list[Node]]]:
    """Rows with their cells, and whether each belongs to the head."""
    for row in table.iter("tr"):
        parent = row.getparent()
        yield parent is not None and parent.tag == "thead", [cell for cell in row if cell.tag in {"td", "th"}]


def linked(root: Node) -> frozenset[str]:
    """The ids that links lead to and that are there."""
    wanted = {link.get("href", "")[1:] for link in root.iter("a") if link.get("href", "").startswith("#")}
    return frozenset(wanted & {node.get("id") for node in root.iter(etree.Element) if node.get("id")})


def words(root: Node) -> list[str]:
    """All words of a page, with a break between blocks and cells."""
    pieces: list[str] = []

    def visit(node: Node) -> None:
        apart = is_block(node) or node.tag in {"li", "td", "th", "dt", "dd", "br", "caption", "figcaption", "option"}
        pieces.append(" " if apart else "")
        pieces.append(node.text or "")
        for child in elements(node):
            visit(child)
            pieces.append(child.tail or "")
        pieces.append(" " if apart else "")

    visit(root)
    return "".join(pieces).split()


def picture(address: str, folder: Path, number: int) -> str:
    """The address of a picture as a file: those that stand in the HTML itself are written into `folder`."""
    found = _DATA.match(address)
    if not found:
        return address
    kind, coded, data = found.groups()
    name = f"gambar-{number}.{kind.partition('+')[0]}"
    content = base64.b64decode(unquote(data)) if coded else unquote(data).encode()
    folder.mkdir(parents=True, exist_ok=True)
    (folder / name).write_bytes(content)
    return f"{folder.name}/{name}"
