"""Checks the links within the built documentation: files and anchors, in the pages as readers get them.

    python -m tools.docs_links FOLDER PART …

Pages of each part may lead to pages of every other part: the languages lead to one another.

Sphinx checks what it resolves itself; this also sees raw HTML, pictures, styles, and links that a theme writes.
Links to elsewhere are checked by `make docs-links`. Exit code 1 when something leads nowhere.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from urllib.parse import unquote, urlsplit

import lxml.html

_LINKS = ("href", "src")


def broken(folder: Path, *parts: str) -> Iterator[str]:
    """Every link of a page in a part of `folder` that leads to no file of any part, or to no anchor."""
    homes = [(folder / part).resolve() for part in parts]
    for page in sorted(page for home in homes for page in home.rglob("*.html")):
        name = page.relative_to(folder.resolve())
        for target in _targets(page):
            address = urlsplit(target)
            if address.scheme or address.netloc:
                continue
            path = (page.parent / unquote(address.path)).resolve() if address.path else page
            path = path / "index.html" if path.is_dir() else path
            if not any(path.is_relative_to(home) for home in homes) or not path.is_file():
                yield f"{name}: {target} leads to no file"
            elif address.fragment and path.suffix == ".html" and unquote(address.fragment) not in _anchors(path):
                yield f"{name}: {target} leads to no anchor"


def _targets(page: Path) -> Iterator[str]:
    tree = lxml.html.parse(str(page)).getroot()
    for name in _LINKS:
        yield from dict.fromkeys(tree.xpath(f"//@{name}"))


@cache
def _anchors(page: Path) -> frozenset[str]:
    tree = lxml.html.parse(str(page)).getroot()
    return frozenset(tree.xpath("//@id | //a/@name"))


def main(folder: str, *parts: str) -> int:
    """Print what leads nowhere."""
    found = list(broken(Path(folder), *parts))
    sys.stdout.write("".join(f"{line}\n" for line in found))
    return int(bool(found))


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
