"""Worksheets on screen, with real clicks and keys in Chromium."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest

from tests.browser.sites import node
from tests.project import Project

pytestmark = pytest.mark.xdist_group("browser")
PAGE = "kwu-05/02-menghitung-hpp.html"
ON_DEVICE = "Isian tersimpan di perangkat ini saja."


@pytest.fixture(scope="module")
def sites(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Both websites of the example."""
    return Project(tmp_path_factory.mktemp("lembar")).build("--only", "site").folder / "build-partial"


@pytest.fixture(scope="module")
def visit(sites: Path) -> dict[str, Any]:
    """What a participant met."""
    found = node("sheets.mjs", (sites / "participant" / PAGE).as_uri())
    assert found["problems"] == []  # errors of scripts, refusals of the content security policy, foreign requests
    assert isinstance(found["seen"], dict)
    return found["seen"]


def test_sums_follow_the_keys(visit: dict[str, Any]) -> None:
    assert visit["empty"] == "Rp0"
    assert visit["cost"] == "Rp120.000"
    assert visit["sums"] == {
        "Jumlah biaya langsung": "Rp165.000",
        "Jumlah biaya satu kali produksi": "Rp165.000",  # no number of batches yet: no share of the fixed costs
        "HPP per satuan": "Rp4.125",
        "Harga jual": "Rp5.500",
        "Laba per satuan": "Rp1.375",
    }


def test_entries_are_written_out_when_they_are_left_and_not_before(visit: dict[str, Any]) -> None:
    assert (visit["typing"], visit["left"]) == ("Rp5.000", "Rp5.000")
    assert visit["middle"] == "157000000"


def test_a_wrong_entry_is_marked_and_counts_as_nothing(visit: dict[str, Any]) -> None:
    assert visit["wrong"] == {
        "invalid": "true",
        "text": "lima ribu",
        "said": "Tulis angka saja, misalnya 1.500.000. Titik memisahkan ribuan.",
        "result": "–",
        "why": "Tanda – : betulkan dahulu isian yang ditandai.",
    }
    assert visit["right"] == [None, False]


def test_values_stay_on_the_device(visit: dict[str, Any]) -> None:
    assert visit["stored"]["1.unit_price"] == "Rp5.000"
    assert visit["stored"]["1.cost_type"] == "variabel"
    assert visit["later"] == ["Rp5.000", "", "Rp120.000"]  # what is no text was not saved by us
    assert visit["other"] == "Rp1.205.000"
    assert visit["state"] == ON_DEVICE


def test_clearing_asks_first(visit: dict[str, Any]) -> None:
    assert (visit["asked"], visit["kept"]) == ("Batal", "Pisang")
    assert visit["cleared"] == ["", 0, "Isian lembar ini sudah dihapus."]


def test_a_device_that_keeps_nothing_is_told(visit: dict[str, Any]) -> None:
    sum_, words = visit["unsaved"]
    assert sum_ == "Rp1.000"
    assert words.startswith("Isian tidak dapat disimpan")


def test_the_print_shows_values_and_no_buttons(visit: dict[str, Any]) -> None:
    assert visit["print"] == {
        "asked": "../lembar/kwu-05/hpp-usaha-saya.js",
        "buttons": 0,
        "value": True,
        "text": "Pisang",
        "rest": False,
        "after": True,
    }


def test_fields_can_be_used_with_fingers_and_ears(visit: dict[str, Any]) -> None:
    assert visit["axe"] == []
    assert visit["small"] == []
    assert visit["overflow"] == 0
    assert {"baris 1, Jumlah", "Hasil satu kali produksi, satuan", "Markup"} <= set(visit["labels"])
    assert (visit["rows"], visit["added"]) == (3, [4, "4.item"])


def test_the_page_waits_with_the_script(visit: dict[str, Any]) -> None:
    assert visit["before"] == 0
    blanks, inputs = visit["bare"]
    assert blanks > 60
    assert inputs == 0


def test_practice_sheets_are_blanks_on_both_sites(sites: Path) -> None:
    """They have no data, no field and no script; the key of trainers has its own file."""
    for audience in ("participant", "trainer"):
        assert [path.name for path in (sites / audience / "lembar").rglob("*")] == ["kwu-05", "hpp-usaha-saya.js"]
        page = (sites / audience / PAGE).read_text("utf-8")
        assert re.findall(r"data-sheet=([^ >]*)", page) == ["../lembar/kwu-05/hpp-usaha-saya.js"]
        assert ("hpp-keripik-kunci.xlsx" in page) == (audience == "trainer")
