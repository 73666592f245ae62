"""An SVG is a program as much as a picture: only still drawings that need nothing from elsewhere get through."""

from __future__ import annotations

import re
from codecs import BOM_UTF16_BE, BOM_UTF16_LE
from collections import Counter
from collections.abc import Mapping
from xml.parsers import expat

from curriculum_kit.diagnostics import text
from curriculum_kit.source.path_guard import Refusal
from curriculum_kit.source.text_files import shown

MAX_DEPTH = 64
MAX_DRAWN = 100_000
"""Elements that a drawing draws, copies counted."""

_SVG = "http://www.w3.org/2000/svg"
_XML = "http://www.w3.org/XML/1998/namespace"
# Notes that drawing programs leave in their files; no browser acts on them.
_NOTES = frozenset({
    "http://creativecommons.org/ns#",
    "http://purl.org/dc/elements/1.1/",
    "http://sodipodi.sourceforge.net/DTD/sodipodi-0.dtd",
    "http://web.resource.org/cc/",
    "http://www.inkscape.org/namespaces/inkscape",
    "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
})  # fmt: skip
_STILL = frozenset({
    "a", "circle", "clipPath", "defs", "desc", "ellipse", "feBlend", "feColorMatrix", "feComponentTransfer",
    "feComposite", "feConvolveMatrix", "feDiffuseLighting", "feDisplacementMap", "feDistantLight",
    "feDropShadow", "feFlood", "feFuncA", "feFuncB", "feFuncG", "feFuncR", "feGaussianBlur", "feMerge",
    "feMergeNode", "feMorphology", "feOffset", "fePointLight", "feSpecularLighting", "feSpotLight", "feTile",
    "feTurbulence", "filter", "g", "image", "line", "linearGradient", "marker", "mask", "metadata", "path",
    "pattern", "polygon", "polyline", "radialGradient", "rect", "stop", "style", "svg", "switch", "symbol",
    "text", "textPath", "title", "tspan", "use", "view",
})  # fmt: skip
_DATA_PICTURE = re.compile(r"data:image/(png|jpeg|gif|webp);base64,[A-Za-z0-9+/=\s]*")
_URL = re.compile(r"""url\(\s*(['"]?)(.*?)\1\s*\)""", re.IGNORECASE | re.DOTALL)
_UNSAFE_CSS = re.compile(
    r"\\|@import|@namespace|@font-face|image-set|cross-fade|\bsrc\s*\(|\bimage\s*\(|\belement\s*\(|expression\s*\("
    r"|javascript:|behavior\s*:|-moz-binding|</|<!",
    re.IGNORECASE,
)
_HELP = text("Simpan gambar sebagai “Plain SVG” tanpa skrip, animasi, dan tautan ke luar, atau pakai PNG.")


class _Unsafe(Exception):
    """An SVG that does not get through; `args[0]` is the refusal."""


def check_svg(name: str, content: bytes) -> Refusal | None:
    """Why an SVG must not be used, or None."""
    reader = _SvgReader(name)
    try:
        reader.read(content)
    except _Unsafe as unsafe:
        refusal: Refusal = unsafe.args[0]
        return refusal
    except expat.ExpatError as error:
        return Refusal(
            "SAFE907",
            text('"{file}" bukan SVG yang utuh (baris {line})', file=name, line=error.lineno),
            text("Simpan ulang gambar dari program gambar."),
        )
    return None


class _SvgReader:
    """Watches the elements of an SVG go by."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.depth = 0
        self.ids: list[str] = []
        self.words_only = 0
        self.sizes: Counter[str] = Counter()
        self.copies: dict[str, list[str]] = {}
        self.style: list[str] | None = None
        self.parser = expat.ParserCreate(namespace_separator=" ")
        self.parser.XmlDeclHandler = self.declaration
        self.parser.StartDoctypeDeclHandler = self.doctype
        self.parser.ProcessingInstructionHandler = self.instruction
        self.parser.CommentHandler = self.comment
        self.parser.StartElementHandler = self.start
        self.parser.EndElementHandler = self.end
        self.parser.CharacterDataHandler = self.characters

    def read(self, content: bytes) -> None:
        """Look at a whole file."""
        if content.startswith((BOM_UTF16_LE, BOM_UTF16_BE)):
            self.refuse("UTF-16")
        self.parser.Parse(content, True)  # noqa: FBT003 - the signature of expat
        if self.drawn("", {}, 0) > MAX_DRAWN:
            self.refuse("<use>")

    def declaration(self, _version: str, encoding: str | None, _standalone: int) -> None:
        if encoding and encoding.lower() not in {"utf-8", "us-ascii", "ascii"}:
            self.refuse(f"encoding {encoding}")

    def doctype(self, *_: object) -> None:
        self.refuse("DOCTYPE")

    def instruction(self, target: str, _data: str) -> None:
        self.refuse(f"<?{target}?>")

    def comment(self, words: str) -> None:
        # An HTML parser ends such a comment at once, or does not see it, and takes the rest for markup.
        if words.startswith((">", "->")) or self.style is not None:
            self.refuse(f"<!--{words[:20]}")

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        namespace, _, local = tag.rpartition(" ")
        self.depth += 1
        if self.depth > MAX_DEPTH:
            self.refuse("<g><g><g>…")
        if self.depth == 1 and (namespace, local) != (_SVG, "svg"):
            self.refuse(f"<{local}>")
        if self.words_only or not (namespace in _NOTES or (namespace == _SVG and local in _STILL)):
            self.refuse(f"<{local}>")
        if local in {"title", "desc"}:
            self.words_only = self.depth
        self.ids.append(attributes.get("id", ""))
        self.sizes.update({*self.ids, ""})
        if local == "style" and namespace == _SVG:
            self.style = []
        for name, value in attributes.items():
            self.attribute(local, name, value)

    def attribute(self, element: str, name: str, value: str) -> None:
        namespace, _, local = name.rpartition(" ")
        lowered = local.lower()
        if lowered.startswith("on") or (namespace == _XML and lowered == "base"):
            self.refuse(local)
        if namespace in _NOTES:
            return
        if lowered in {"href", "src"}:
            if not self.is_inside(value):
                self.refuse(f'{local}="{value[:40]}"')
            if element == "use":
                self.note_copy(value)
        elif "(" in value or lowered == "style":
            self.css(value)

    def end(self, _tag: str) -> None:
        if self.words_only == self.depth:
            self.words_only = 0
        self.depth -= 1
        self.ids.pop()
        if self.style is not None:
            self.css("".join(self.style))
            self.style = None

    def characters(self, words: str) -> None:
        if self.style is not None:
            self.style.append(words)

    def css(self, words: str) -> None:
        unsafe = _UNSAFE_CSS.search(words)
        if unsafe:
            self.refuse(unsafe[0])
        if words.lower().count("url(") != sum(1 for _ in _URL.finditer(words)):
            self.refuse("url(")
        for match in _URL.finditer(words):
            if not self.is_inside(match[2]):
                self.refuse(f"url({match[2][:40]})")
            self.note_copy(match[2])

    def is_inside(self, address: str) -> bool:
        address = address.strip()
        return address.startswith("#") or _DATA_PICTURE.fullmatch(address) is not None

    def note_copy(self, address: str) -> None:
        """Everything around this place draws what the address names once more."""
        for holder in {*self.ids, ""}:
            self.copies.setdefault(holder, []).append(address.strip().removeprefix("#"))

    def drawn(self, identifier: str, known: dict[str, int], depth: int) -> int:
        """How many elements are drawn below one: copies of copies of copies grow like a chain letter."""
        if depth > MAX_DEPTH:
            self.refuse("<use>")
        if identifier not in known:
            known[identifier] = MAX_DRAWN + 1  # what draws itself never ends
            copies = sum(self.drawn(target, known, depth + 1) for target in self.copies.get(identifier, ()))
            known[identifier] = self.sizes[identifier] + copies
        return known[identifier]

    def refuse(self, found: str) -> None:
        message = text('"{file}" memuat yang tidak boleh ada dalam gambar: {found}', file=self.name, found=shown(found))
        raise _Unsafe(Refusal("SAFE907", message, _HELP))
