"""What a phone has to fetch for one page: bytes as a server sends them (gzip) and requests."""

from __future__ import annotations

import gzip
import re
from pathlib import Path

import pytest

pytestmark = pytest.mark.xdist_group("curriculum")
LOADED = re.compile(r"""<(?:link rel="?stylesheet"?|script)\b[^>]*?(?:href|src)="([^"]+)""")
LIMIT = 10_600
"""Bytes of a session page before the reader searches, with its styles and scripts. The goal is 10,000."""


def sent(path: Path) -> int:
    """The size of a file on the line."""
    return len(gzip.compress(path.read_bytes(), 9, mtime=0))


def parts_of(page: Path) -> list[Path]:
    """The page and what it makes the browser fetch at once: styles and scripts, but no pictures of its text."""
    return [page, *((page.parent / address).resolve() for address in LOADED.findall(page.read_text("utf-8")))]


def session_pages(site: Path) -> list[Path]:
    return sorted(path for path in site.glob("kwu-*/*.html") if path.name != "index.html")


def test_session_pages_are_light(curriculum_sites: Path) -> None:
    pages = session_pages(curriculum_sites / "participant")
    assert len(pages) > 50
    heavy = {page.name: sum(map(sent, parts_of(page))) for page in pages}
    assert {name: size for name, size in heavy.items() if size > LIMIT} == {}


def test_a_session_page_needs_few_requests(curriculum_sites: Path) -> None:
    for audience, most in (("participant", 4), ("trainer", 5)):  # trainers also need the script of the time line
        for page in session_pages(curriculum_sites / audience):
            assert len(parts_of(page)) + 1 <= most, page  # the icon is fetched as well
