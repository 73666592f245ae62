"""A book taken apart: every section starts a page, so each can become a PDF of its own and be linked later.

A section holds nothing that depends on the rest of the book. Links to other sections get a scheme of their own, page
numbers stand in it as names of places, and running heads are not in it at all. So a session is the same in the book of
its module and in the book of a programme.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape

from curriculum_kit.pdf.jobs import PLACE

_TAG = re.compile(r"<(/?)section\b([^>]*)>")
_ATTRIBUTE = re.compile(r'([\w-]+)="([^"]*)"')
_ID = re.compile(r'\sid="([^"]+)"')
_LINK = re.compile(r'(<a\b[^>]*\shref=")#([^"]+)"')
_ROOT = re.compile(r'<html lang="(\w+)" class="([\w -]+)">')


@dataclass(frozen=True, slots=True)
class Section:
    """A part of a book: its id, the classes that tell its pages, its name for running heads, and its HTML.

    `kind` are the classes of the book.
    """

    kind: str
    anchor: str
    classes: frozenset[str]
    place: str
    html: str

    @property
    def has_fields(self) -> bool:
        """Whether there is something to fill in on screen."""
        return re.search(r"<(?:input|textarea|select)\b", self.html) is not None


def sections(html: str) -> Iterator[Section]:
    """The sections of a book. Raises `ValueError` when something stands between them."""
    root = _ROOT.search(html)
    head, _, rest = html.partition("<body>")
    body, end, _ = rest.rpartition("</body>")
    if root is None or not head or not end:
        raise ValueError("not a book")
    language, kind = root.groups()
    depth = start = last = 0
    attributes = ""
    for tag in _TAG.finditer(body):
        if not tag[1]:
            if depth == 0:
                _empty(body[last : tag.start()])
                start, attributes = tag.start(), tag[2]
            depth += 1
            continue
        depth -= 1
        if depth == 0:
            last = tag.end()
            yield _section(language, kind, attributes, body[start:last])
    _empty(body[last:])


def document(language: str, kind: str, body: str) -> str:
    """A part of a book as a document: the same in all books of its kind."""
    head = f'<head><meta charset="utf-8"><title>{kind}</title></head>'
    return f'<!doctype html>\n<html lang="{language}" class="{kind}">{head}<body>\n{body}\n</body></html>\n'


def _section(language: str, kind: str, attributes: str, html: str) -> Section:
    values = dict(_ATTRIBUTE.findall(attributes))
    inside = set(_ID.findall(html))
    linked = _LINK.sub(lambda link: link[0] if link[2] in inside else f'{link[1]}{PLACE}:{link[2]}"', html)
    return Section(
        kind,
        values.get("id", ""),
        frozenset(values.get("class", "").split()),
        unescape(values.get("data-place", "")),
        document(language, kind, linked),
    )


def _empty(between: str) -> None:
    if between.strip():
        raise ValueError(f"outside of all sections: {between.strip()[:80]}")
