"""Checks the links within the built documentation: files and anchors, in the pages as readers get them.

    python -m tools.docs_links FOLDER …

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


def broken(folder: Path) -> Iterator[str]:
    """Every link of a page below `folder` that leads to no file or to no anchor."""
    for page in sorted(folder.rglob("*.html")):
        for target in _targets(page):
            parts = urlsplit(target)
            if parts.scheme or parts.netloc:
                continue
            path = (page.parent / unquote(parts.path)).resolve() if parts.path else page.resolve()
            path = path / "index.html" if path.is_dir() else path
            if not path.is_relative_to(folder.resolve()) or not path.is_file():
                yield f"{page.relative_to(folder)}: {target} leads to no file"
            elif parts.fragment and path.suffix == ".html" and unquote(parts.fragment) not in _anchors(path):
                yield f"{page.relative_to(folder)}: {target} leads to no anchor"


def _targets(page: Path) -> Iterator[str]:
    tree = lxml.html.parse(str(page)).getroot()
    for name in _LINKS:
        yield from dict.fromkeys(tree.xpath(f"//@{name}"))


@cache
def _anchors(page: Path) -> frozenset[str]:
    tree = lxml.html.parse(str(page)).getroot()
    return frozenset(tree.xpath("//@id | //a/@name"))


def main(folders: list[str]) -> int:
    """Print what leads nowhere."""
    found = [line for folder in folders for line in broken(Path(folder))]
    sys.stdout.write("".join(f"{line}\n" for line in found))
    return int(bool(found))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
