"""What a phone has to fetch for one page: bytes as a server sends them (gzip) and requests."""

from __future__ import annotations

import gzip
import re
from pathlib import Path

import pytest

pytestmark = pytest.mark.xdist_group("curriculum")
LOADED = re.compile(r"""<(?:link[^>]*\bhref="?([^" >]+\.css)|script[^>]*\bsrc="?([^" >]+))""")
LIMITS = {"participant": 10_000, "trainer": 14_100}
"""Bytes of a session page before the reader searches, with its styles and scripts.

The text of trainers alone, with plan, notes and answers, takes up to 6,000 of them.
"""


def sent(path: Path) -> int:
    """The size of a file on the line."""
    return len(gzip.compress(path.read_bytes(), 9, mtime=0))


def parts_of(page: Path) -> list[Path]:
    """The page and what it makes the browser fetch at once: styles and scripts, but no pictures of its text."""
    loaded = LOADED.findall(page.read_text("utf-8"))
    return [page, *((page.parent / (style or script)).resolve() for style, script in loaded)]


def session_pages(site: Path) -> list[Path]:
    return sorted(path for path in site.glob("kwu-*/*.html") if path.name != "index.html")


@pytest.mark.parametrize("audience", sorted(LIMITS))
def test_session_pages_are_light(curriculum_sites: Path, audience: str) -> None:
    pages = session_pages(curriculum_sites / audience)
    assert len(pages) > 50
    sizes = {page.name: sum(map(sent, parts_of(page))) for page in pages}
    assert {name: size for name, size in sizes.items() if size > LIMITS[audience]} == {}


def test_a_session_page_needs_four_requests(curriculum_sites: Path) -> None:
    for audience in LIMITS:
        for page in session_pages(curriculum_sites / audience):
            assert len(parts_of(page)) == 3, page  # page, style, script; the icon is fetched as well
