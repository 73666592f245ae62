"""A book in Typst's markup, converted mechanically from its HTML: no word is lost, no look is copied."""

from __future__ import annotations

import re
from pathlib import Path

from benchmarks.books.tree import Node, body, elements, is_block, linked, picture, rows

_MARKUP = re.compile(r"""[\\#*_`$@<>~"'/\-+=\[\].:]""")
_SPACES = re.compile(r"[ \t\n\r]+")
_SIZES = {"buku-kerja": 12, "buku-penilaian": 10.5, "dokumen-program": 10.5}
_HEAD = """#set document(title: {title})
#set page(paper: "{paper}", margin: (top: 24mm, bottom: 22mm, x: {side}mm), header: text(8pt)[{kind}],
  footer: text(8pt)[{edition} #h(1fr) #context counter(page).display()])
#set text(font: "Plus Jakarta Sans", size: {size}pt, lang: "id", hyphenate: true)
#set table(stroke: 0.2mm + gray)
#show table: set text(0.86em)
#show figure: set block(breakable: true)
#let space(width, height) = box(width: width, height: height, stroke: 0.2mm + gray)
#let teaching(it) = block(width: 100%, inset: (left: 3mm, y: 1mm), stroke: (left: 1mm + gray), it)
"""


def typst(source: str, title: str, edition: str, paper: str, folder: Path) -> str:
    """The book. Pictures that stand in its HTML are written into `folder`."""
    kind, _, _ = title.partition(":")
    size = next((size for name, size in _SIZES.items() if f'class="{name}' in source), 11) - (2 if paper == "A5" else 0)
    head = _HEAD.format(
        title=_string(title), paper=paper.lower(), side=25 if paper == "A4" else 14, kind=_escaped(kind),
        edition=_escaped(edition), size=size,
    )  # fmt: skip
    root = body(source)
    return head + _Writer(linked(root), folder).block(root)


class _Writer:
    """Nodes as markup. `block` and `line` end differently; whatever is unknown hands on its content."""

    def __init__(self, wanted: frozenset[str], folder: Path) -> None:
        self._wanted, self._folder = wanted, folder
        self._pictures = 0
        self._level = 0

    def block(self, node: Node) -> str:
        """What is in it, as paragraphs and blocks: text between blocks becomes a paragraph of its own."""
        parts, line = [], _escaped(node.text)
        for child in elements(node):
            if is_block(child):
                parts += [line, self._one(child)]
                line = _escaped(child.tail)
            else:
                line += self._inline(child) + _escaped(child.tail)
        return "\n\n".join(part.strip() for part in (*parts, line) if part.strip()) + "\n\n"

    def line(self, node: Node) -> str:
        """What is in it, as one line of text."""
        return _escaped(node.text) + "".join(self._inline(one) + _escaped(one.tail) for one in elements(node))

    def _one(self, node: Node) -> str:  # noqa: PLR0911 - one for each kind of element
        place = self._place(node)
        match node.tag:
            case "h1" | "h2" | "h3" | "h4":
                # PDF/UA wants no level left out.
                self._level = min(int(node.tag[1]), self._level + 1)
                return f"#heading(level: {self._level})[{self.line(node)}]{place}"
            case "ul" | "ol":
                items = "".join(f"  [{self._place(one)}{self.block(one)}],\n" for one in elements(node))
                start = f"start: {node.get('start')}, " if node.get("start") else ""
                return f"{place}#{'list(' if node.tag == 'ul' else 'enum(' + start}\n{items})"
            case "table":
                return place + self._table(node)
            case "textarea":
                return "#space(100%, 18mm)"
            case "section":
                turn = (
                    "#pagebreak(weak: true)\n" if "data-place" in node.attrib or _has(node, "front opener last") else ""
                )
                return f"{turn}{place}{self.block(node)}"
            case _ if _has(node, "block"):
                return f"{place}#teaching[{self.block(node)}]"
            case _:
                return place + self.block(node)

    def _inline(self, node: Node) -> str:  # noqa: PLR0911 - one for each kind of element
        place = self._place(node)
        match node.tag:
            case "b" | "strong" | "dt" | "figcaption" | "caption":
                return f"{place}#strong[{self.line(node)}]"
            case "em" | "i":
                return f"{place}#emph[{self.line(node)}]"
            case "br":
                return " #linebreak() "
            case "img":
                return f"{place}{self._image(node)}"
            case "a":
                return place + self._link(node)
            case "input" if node.get("type") in {"radio", "checkbox"}:
                return "#space(3mm, 3mm) "
            case "input":
                return f"#space(60%, 6mm) {_escaped(node.get('value'))}"
            case "dd" | "li":
                return f"{place}{self.block(node)}"
            case _:
                return place + (self.block(node) if any(map(is_block, elements(node))) else self.line(node))

    def _link(self, node: Node) -> str:
        address, words = node.get("href", ""), self.line(node)
        if address[1:] not in self._wanted:
            return words if address.startswith("#") or not address else f"#link({_string(address)})[{words}]"
        place = f"label({_string(address[1:])})"
        if "data-page" in node.attrib:
            dots = "#box(width: 1fr, repeat[.]) " if words else ""
            words += f" {dots}#context counter(page).at({place}).first()"
        return f"#link({place})[{words}]"

    def _image(self, node: Node) -> str:
        self._pictures += 1
        address = picture(node.get("src", ""), self._folder, self._pictures)
        width = "30mm" if node.get("src", "").startswith("data:") else "80%"
        return f"#image({_string(address)}, width: {width}, alt: {_string(node.get('alt') or 'Gambar')})"

    def _table(self, node: Node) -> str:
        found = list(rows(node))
        widths = [re.search(r"width:([\d.]+)%", column.get("style", "")) for column in node.iter("col")]
        count = max(sum(int(cell.get("colspan", 1)) for cell in cells) for _, cells in found)
        whole = len(widths) == count and all(widths)
        columns = "".join(f"{width[1]}fr, " for width in widths if width) if whole else "1fr, " * count
        head = "".join(self._cells(cells) for is_head, cells in found if is_head)
        rest = "".join(self._cells(cells) for is_head, cells in found if not is_head)
        caption = next((f"#strong[{self.line(one)}]\n\n" for one in elements(node) if one.tag == "caption"), "")
        header = f"table.header(\n{head}),\n" if head else ""
        return f"{caption}#table(columns: ({columns}),\n{header}{rest})"

    def _cells(self, cells: list[Node]) -> str:
        return "".join(
            f"  table.cell(colspan: {cell.get('colspan', 1)}, rowspan: {cell.get('rowspan', 1)})"
            f"[{self._place(cell)}{self.block(cell).strip()}],\n"
            for cell in cells
        )

    def _place(self, node: Node) -> str:
        name = node.get("id")
        return f"#metadata(none)#label({_string(name)})" if name in self._wanted else ""


def _has(node: Node, names: str) -> bool:
    return bool(set(node.get("class", "").split()) & set(names.split()))


def _escaped(text: str | None) -> str:
    return _MARKUP.sub(r"\\\g<0>", _SPACES.sub(" ", text or ""))


def _string(text: str | None) -> str:
    return '"' + _SPACES.sub(" ", text or "").replace("\\", "\\\\").replace('"', '\\"') + '"'
