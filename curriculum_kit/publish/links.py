"""The link check: every link of a website leads to a file and a place inside it, and every page can be reached.

A site must work from any folder of any server, from a memory stick and without a line. So no address begins at a root
or leaves the site, capitals and small letters agree, and nothing is loaded from elsewhere.
"""

from __future__ import annotations

import html
import json
import os
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from posixpath import dirname, join, normpath
from urllib.parse import unquote

from curriculum_kit.diagnostics import Diagnostic, Severity, Span, Text, text

ATTRIBUTES = r"""(?:[^<>"']|"[^"]*"|'[^']*')*+"""
TAG = re.compile(
    rf"<!--.*?-->|<(?P<raw>script|style)\b(?P<head>{ATTRIBUTES})>.*?</(?P=raw)\s*>|<(?P<name>[a-z][a-z0-9]*)\b(?P<rest>{ATTRIBUTES})>",
    re.DOTALL | re.IGNORECASE,
)
ATTRIBUTE = re.compile(r"""([^\s"'<>/=]+)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'=<>`]+))""")
STYLE_ADDRESS = re.compile(r"""url\(\s*(?:"([^"]*)"|'([^']*)'|([^"')\s]*))\s*\)""")
SCHEME = re.compile(r"[a-z][a-z0-9+.-]*:", re.IGNORECASE)
ADDRESSES = frozenset({"href", "src", "poster", "action", "formaction", "data"})
SPACED = frozenset({"data-script", "data-sheet"})
"""Attributes with several addresses, parted by spaces: what a script of the page loads later."""
MANIFEST_ADDRESSES = frozenset({"src", "url", "start_url"})
OUTSIDE = frozenset({"http:", "https:", "mailto:", "tel:"})
"""Where a link that a reader follows may lead besides the site."""
HOME = "index.html"


@dataclass(frozen=True, slots=True)
class Link:
    """An address as it is written, and its line. `followed` when a reader follows it, not when the page loads it."""

    address: str
    line: int
    followed: bool = False


@dataclass(frozen=True, slots=True)
class Document:
    """A file with addresses in it, and the places in it that an address may name."""

    links: list[Link] = field(default_factory=list)
    anchors: set[str] = field(default_factory=set)


def broken_links(folder: Path, name: str) -> Iterator[Diagnostic]:
    """What is wrong in the website in `folder`: one diagnostic for each wrong address, one for each page out of reach.

    `name` is the name of the folder in the output. An address that is wrong on many pages is said once.
    """
    files = {path.relative_to(folder).as_posix(): path for path in _files(folder)}
    documents = {file: _read(path) for file, path in sorted(files.items()) if path.suffix in READERS}
    pages: dict[str, list[str]] = {file: [] for file in documents if file.endswith(".html")}
    said: set[tuple[str, str]] = set()
    for file, document in documents.items():
        for link in document.links:
            target, anchor = _target(file, link.address)
            if reason := _trouble(link, target, anchor, files, documents):
                key = (f"{target}#{anchor}", reason.template)
                if key not in said:
                    said.add(key)
                    yield _diagnostic(
                        text("tautan {address!r} {reason}", address=link.address, reason=reason),
                        f"{name}/{file}",
                        link.line,
                    )
            elif link.followed and file in pages and target in pages:
                pages[file].append(target)
    for page in sorted(pages.keys() - _reached(pages)):
        yield _diagnostic(text("halaman tidak dapat dicapai dari beranda"), f"{name}/{page}", 1)


def _files(folder: Path) -> Iterator[Path]:
    """All files below a folder, spelled as on the disk."""
    for place, _, names in os.walk(folder):
        yield from (Path(place, name) for name in names)


def _read(path: Path) -> Document:
    return READERS[path.suffix](path.read_text("utf-8"))


def _read_page(source: str) -> Document:
    document = Document()
    line = place = 0
    for tag in TAG.finditer(source):
        attributes = tag["head"] or tag["rest"]
        if not attributes:
            continue
        line += source.count("\n", place, tag.start())
        place = tag.start()
        followed = (tag["name"] or "").lower() in {"a", "area"}
        for name, *quoted in ATTRIBUTE.findall(attributes):
            value = html.unescape("".join(quoted))
            if name == "id":
                document.anchors.add(value)
            elif name in ADDRESSES:
                document.links.append(Link(value.strip(), line + 1, followed or name == "action"))
            elif name in SPACED:
                document.links.extend(Link(address, line + 1) for address in value.split())
            elif name == "srcset":
                document.links.extend(Link(part.split()[0], line + 1) for part in value.split(", ") if part.strip())
    return document


def _read_sheet(source: str) -> Document:
    return Document([Link("".join(quoted), 1) for quoted in STYLE_ADDRESS.findall(source)])


def _read_manifest(source: str) -> Document:
    return Document([Link(address, 1) for address in _manifest_addresses(json.loads(source))])


def _manifest_addresses(value: object) -> Iterator[str]:
    if isinstance(value, list):
        for part in value:
            yield from _manifest_addresses(part)
    elif isinstance(value, dict):
        for key, part in value.items():
            if key in MANIFEST_ADDRESSES and isinstance(part, str):
                yield part
            else:
                yield from _manifest_addresses(part)


READERS = {".html": _read_page, ".css": _read_sheet, ".webmanifest": _read_manifest}
"""How the addresses of a file are found, by the ending of its name."""


def _target(file: str, address: str) -> tuple[str, str]:
    """The file that an address names, seen from the root of the site, and the place in it."""
    path, _, anchor = address.partition("#")
    path = unquote(path.partition("?")[0])
    return (normpath(join(dirname(file), path)) if path else file), unquote(anchor)


def _trouble(
    link: Link, target: str, anchor: str, files: Mapping[str, Path], documents: Mapping[str, Document]
) -> Text | None:
    """Why an address is wrong, or None."""
    if scheme := SCHEME.match(link.address):
        return _scheme_trouble(link, scheme[0].lower())
    if link.address.startswith("/"):
        return text("bermula dari akar server, padahal situs dapat terletak di folder mana pun")
    if target.startswith(".."):
        return text("keluar dari situs")
    if target not in files:
        return text("tidak menuju berkas mana pun")
    if anchor and target in documents and anchor not in documents[target].anchors:
        return text("menuju bagian halaman yang tidak ada")
    return None


def _scheme_trouble(link: Link, scheme: str) -> Text | None:
    if link.followed:
        return None if scheme in OUTSIDE else text("memakai skema yang tidak diizinkan")
    return None if scheme == "data:" else text("memuat berkas dari luar situs")


def _reached(pages: Mapping[str, list[str]]) -> set[str]:
    """The pages that a reader reaches from the start page by following links."""
    found: set[str] = set()
    queue = [HOME]
    while queue:
        page = queue.pop()
        if page in pages and page not in found:
            found.add(page)
            queue += pages[page]
    return found


def _diagnostic(message: Text, file: str, line: int) -> Diagnostic:
    return Diagnostic(
        "BUILD982",
        Severity.ERROR,
        message,
        text("Perbaiki tautan di sumbernya; bila tulisannya sudah benar, laporkan sebagai kekurangan alat."),
        Span(file, line),
    )
