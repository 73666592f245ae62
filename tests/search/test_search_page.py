"""The search page in a browser, from disk."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.browser.sites import node
from tests.project import Project

pytestmark = pytest.mark.xdist_group("curriculum")
SCRIPT = Path(__file__).with_name("page.mjs")


@pytest.fixture(scope="module")
def seen(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """What the browser saw on the participant site of the example."""
    project = Project(tmp_path_factory.mktemp("halaman")).build("--only", "site")
    address = (project.folder / "build-partial/participant/cari.html").as_uri()
    answer: dict[str, Any] = node(str(SCRIPT), address)
    return answer


def test_results_come_while_typing_with_marks_place_and_a_link_to_the_block(seen: dict[str, Any]) -> None:
    assert seen["status"].endswith("hasil.")
    assert seen["first"]["marks"]
    assert seen["first"]["meta"].startswith("Modul 5 · Sesi 5.")
    assert seen["first"]["href"].startswith("kwu-05/")
    assert "#" in seen["first"]["href"]


def test_arrows_move_and_escape_clears(seen: dict[str, Any]) -> None:
    assert seen["down"] == seen["first"]["title"]
    assert seen["up"] == "kata"
    assert seen["escape"] == ["kata", "", 0]


def test_filters_come_from_the_address(seen: dict[str, Any]) -> None:
    assert seen["filtered"] == ["kwu-05", "worksheet"]
    assert seen["kinds"] > 0


def test_a_correction_and_what_is_missing_are_said(seen: dict[str, Any]) -> None:
    assert "Maksud Anda harga biaya?" in seen["meant"]
    assert "qwertyuiop" in seen["missing"]
    text, hints, results = seen["nothing"]
    assert "Tidak ada yang cocok" in text
    assert (hints, results) == (True, 0)


def test_nothing_breaks_overflows_or_gets_in(seen: dict[str, Any]) -> None:
    assert seen["errors"] == []
    assert seen["wide"] <= 360
    assert seen["injected"] == 0
