"""The page with all downloads: what is there is listed, in the order of the modules."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from curriculum_kit.audience import Audience
from curriculum_kit.website.page import size_text

pytestmark = pytest.mark.xdist_group("curriculum")
ENTRY = re.compile(r'<li><a href="?([^">]+\.xlsx)"?>(.+?)</a> ([\d,.]+ [KM]B)')


@pytest.mark.parametrize(("language", "least"), [("", 100), ("en", 1)])
@pytest.mark.parametrize("audience", list(Audience))
def test_every_spreadsheet_is_listed_with_its_size(
    curriculum_sites: Path, audience: Audience, language: str, least: int
) -> None:
    site = curriculum_sites / audience / language
    listed = {address: size for address, _, size in ENTRY.findall((site / "unduhan.html").read_text("utf-8"))}
    files = {
        path.relative_to(site).as_posix(): size_text(path.stat().st_size) for path in (site / "unduhan").rglob("*.xlsx")
    }
    assert len(files) > least
    assert listed == files


def test_no_two_sheets_have_one_name_and_keys_say_what_they_are(curriculum_sites: Path) -> None:
    entries = ENTRY.findall((curriculum_sites / "trainer/unduhan.html").read_text("utf-8"))
    titles = {address: title for address, title, _ in entries}
    assert len(set(titles.values())) == len(titles)
    keys = {address for address, title in titles.items() if title.startswith("Kunci: ")}
    assert keys == {address for address in titles if address.endswith("-kunci.xlsx")}
    assert keys
    for address in keys:
        assert titles[address] == f"Kunci: {titles[address.replace('-kunci.xlsx', '.xlsx')]}"


def test_modules_stand_in_their_order(curriculum_sites: Path) -> None:
    text = (curriculum_sites / "participant/unduhan.html").read_text("utf-8")
    numbers = [int(number) for number in re.findall(r"<h2>Modul (\d+): ", text)]
    assert numbers == list(range(1, 12))
