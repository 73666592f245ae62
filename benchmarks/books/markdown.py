"""A book in Markdown, converted mechanically from its HTML: no word is lost, no look is copied.

What Markdown has no sign for stays HTML: tables with joined cells, fields, and the names of places. That is how people
write such pages, and Sphinx (MyST) and MkDocs read it alike.
"""

from __future__ import annotations

import re
from html import escape
from pathlib import Path

from lxml import etree

from benchmarks.books.tree import Node, body, elements, is_block, linked, picture

_MARKUP = re.compile(r"[\\`*_{}\[\]<>#+!|~$-]|(?<=\d)[.)]")
_SPACES = re.compile(r"[ \t\n\r]+")
_KEPT = {"colspan", "rowspan", "scope", "id", "href", "src", "alt", "type", "name", "title", "value", "style"}


def markdown(source: str, folder: Path) -> str:
    """The book. Pictures that stand in its HTML are written into `folder`."""
    root = body(source)
    return _Writer(linked(root), folder).block(root)


def parts(source: str, folder: Path) -> list[str]:
    """The book, one page for each of its sections."""
    root = body(source)
    writer = _Writer(linked(root), folder)
    return [writer.section(one) for one in elements(root)]


class _Writer:
    """Nodes as Markdown; whatever is unknown hands on its content."""

    def __init__(self, wanted: frozenset[str], folder: Path) -> None:
        self._wanted, self._folder = wanted, folder
        self._pictures = 0

    def block(self, node: Node) -> str:
        """What is in it, as paragraphs and blocks with an empty line between them."""
        parts, line = [], _escaped(node.text)
        for child in elements(node):
            if is_block(child):
                parts += [line, self._one(child)]
                line = _escaped(child.tail)
            else:
                line += self._inline(child) + _escaped(child.tail)
        return "\n\n".join(part.strip() for part in (*parts, line) if part.strip()) + "\n"

    def section(self, node: Node) -> str:
        """A block with its own place."""
        return f"{self._one(node).strip()}\n"

    def line(self, node: Node) -> str:
        """What is in it, as one line of text."""
        return _escaped(node.text) + "".join(self._inline(one) + _escaped(one.tail) for one in elements(node))

    def _one(self, node: Node) -> str:
        place = self._place(node)
        match node.tag:
            case "h1" | "h2" | "h3" | "h4":
                return f"{'#' * int(node.tag[1])} {place}{self.line(node).strip()}"
            case "ul" | "ol":
                start = int(node.get("start", 1))
                signs = ("-" if node.tag == "ul" else f"{start + number}." for number in range(len(node)))
                items = zip(signs, elements(node), strict=False)
                return place + "\n\n" + "\n".join(self._item(sign, one) for sign, one in items)
            case "table" | "textarea":
                return self._html(node)
            case _:
                return f"{place}\n\n{self.block(node)}" if place else self.block(node)

    def _item(self, sign: str, node: Node) -> str:
        text = f"{self._place(node)}{self.block(node).strip()}"
        return f"{sign:<3} " + text.replace("\n", "\n    ").replace("\n    \n", "\n\n") + "\n"

    def _inline(self, node: Node) -> str:  # noqa: PLR0911 - one for each kind of element
        place = self._place(node)
        match node.tag:
            case "b" | "strong" | "dt" | "figcaption" | "em" | "i":
                return place + self._marked(node, "*" if node.tag in {"em", "i"} else "**")
            case "br":
                return "<br>"
            case "img":
                return f"{place}![{_escaped(node.get('alt'))}]({self._address(node)})"
            case "a" if self._leads(node):
                return f'{place}<a href="{escape(node.get("href", ""))}">{self.line(node)}</a>'
            case "input":
                return self._html(node)
            case "dd" | "li" | "dl":
                return f"{place}\n\n{self.block(node)}\n"
            case _:
                return place + (self.block(node) if any(map(is_block, elements(node))) else self.line(node))

    def _marked(self, node: Node, sign: str) -> str:
        if any(map(is_block, elements(node))):
            return self.block(node)
        text = self.line(node)
        inner = text.strip()
        # Signs must touch letters; a space moves outside.
        before, _, after = text.partition(inner) if inner else (text, "", "")
        return f"{before}{sign}{inner}{sign}{after}" if inner else text

    def _leads(self, node: Node) -> bool:
        address = node.get("href", "")
        return address[1:] in self._wanted if address.startswith("#") else bool(address)

    def _address(self, node: Node) -> str:
        self._pictures += 1
        return picture(node.get("src", ""), self._folder, self._pictures)

    def _html(self, node: Node) -> str:
        """HTML in one line: an empty line would end it."""
        for one in node.iter(etree.Element):
            for name in set(one.attrib) - _KEPT:
                del one.attrib[name]
            if one.tag == "img":
                one.set("src", self._address(one))
            if one.get("id") and one.get("id") not in self._wanted:
                del one.attrib["id"]
            if one.tag == "a" and not self._leads(one):
                one.attrib.pop("href", None)
        return _SPACES.sub(" ", etree.tostring(node, method="html", encoding="unicode", with_tail=False))

    def _place(self, node: Node) -> str:
        name = node.get("id")
        return f'<span id="{name}"></span>' if name in self._wanted else ""


def _escaped(text: str | None) -> str:
    return _MARKUP.sub(r"\\\g<0>", _SPACES.sub(" ", text or "")).replace("&", "&amp;")
