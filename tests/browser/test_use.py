"""The websites in use: real clicks, keys, sizes and settings in Chromium (what is done stands in use.mjs)."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.browser.sites import node, page_types
from tests.tools import require_node_package

pytestmark = [pytest.mark.xdist_group("browser"), pytest.mark.browser]
CHECKS = ("theme", "menu", "skip", "tab", "slash", "zoom", "targets", "noscript", "print", "contrast", "motion")


@pytest.mark.parametrize("audience", ["participant", "trainer"])
@pytest.mark.parametrize("check", CHECKS)
def test_the_site_can_be_used(sites: Path, check: str, audience: str) -> None:
    """From disk, as on a memory stick."""
    assert node("use.mjs", check, (sites / audience).as_uri() + "/", page_types(audience)) == []


@pytest.mark.parametrize("check", ["theme", "menu", "slash"])
def test_the_site_can_be_used_behind_a_server(server: str, check: str) -> None:
    """As most readers get it."""
    assert node("use.mjs", check, f"{server}participant/", page_types("participant")) == []


@pytest.mark.slow
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("audience", ["participant", "trainer"])
def test_lighthouse_gives_full_marks_for_accessibility(server: str, audience: str, scheme: str) -> None:
    """On each page type; of the trainer site on those that say more than the other."""
    require_node_package("lighthouse")
    pages = [
        page for page in page_types(audience) if audience == "participant" or "/" in page or page == "laporan.html"
    ]
    assert node("lighthouse.mjs", [f"{server}{audience}/{page}" for page in pages], scheme) == []
