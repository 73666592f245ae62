"""The directory of training centres."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from benchmarks.centres import centres
from curriculum_kit.audience import Audience, project
from curriculum_kit.edition import labels
from curriculum_kit.source.loader import load
from curriculum_kit.source.schema.curriculum import Centre
from curriculum_kit.website.centres import FIRST_LETTER, KINDS, Directory

MODULES = Path(__file__).parents[2] / "modules"


def directory(*records: Centre) -> Directory:
    return Directory(tuple(project(record, Audience.PARTICIPANT) for record in records))


def columns(of: Directory) -> dict[str, object]:
    """What the script holds."""
    text = of.script()
    assert text.startswith("window.BALAI=")
    assert text.endswith(";\n")
    return dict(json.loads(text.removeprefix("window.BALAI=").removesuffix(";\n")))


@pytest.fixture(scope="module")
def real() -> Directory:
    source = load(MODULES).curriculum.centres
    assert source is not None
    return directory(*source.record.centres)


def test_there_are_38_provinces() -> None:
    assert len(labels.PROVINCES) == 38
    assert list(labels.PROVINCES) == sorted(labels.PROVINCES)


def test_every_kind_of_the_schema_has_words() -> None:
    assert Centre.model_fields["kind"].annotation.__args__ == KINDS  # type: ignore[union-attr]


def test_each_centre_stands_on_the_page_of_its_province_and_in_the_script(real: Directory) -> None:
    listed = [centre.id for code in real.counts for kind in real.province(code).kinds for centre in kind.centres]
    assert sorted(listed) == sorted(real.by_id)
    assert str(columns(real)["ids"]).split("\n") == [centre.id for centre in real.centres]


def test_the_columns_tell_the_same_as_the_records() -> None:
    many = directory(*centres(300))
    data = columns(many)
    rows = list(many.centres)
    trades = [str(line) for line in str(data["trade"]).split("\n")]
    for at, centre in enumerate(rows):
        assert data["kinds"][ord(str(data["kind"])[at]) - FIRST_LETTER] == labels.CENTRE_KINDS[centre.kind]  # type: ignore[index]
        assert f"{centre.province}.{str(data['regency'])[2 * at : 2 * at + 2]}" == centre.regency
        names = tuple(data["trades"][int(index)] for index in trades[at].split(","))  # type: ignore[index]
        assert names == centre.trades
        bits = ord(str(data["facilities"])[at]) - FIRST_LETTER
        known = centre.facilities
        assert bits & 1 == (known is not None)
        if known is not None:
            assert (bool(bits & 16), bool(bits & 32)) == (known.production_kitchen, known.wheelchair_access)
            assert ("none", "unstable", "stable")[bits >> 2 & 3] == known.internet
    provinces = [code for code, _, count in data["provinces"] for _ in range(count)]  # type: ignore[attr-defined]
    assert provinces == [centre.province for centre in rows]


def test_examples_are_marked_beside_their_name(real: Directory) -> None:
    made_up = [c for code in real.counts for kind in real.province(code).kinds for c in kind.centres if c.example]
    assert len(made_up) == real.examples == 12
    assert not [centre.name for centre in made_up if centre.name.startswith("Contoh")]


def test_what_is_not_known_is_said_and_leaves_no_empty_row(real: Directory) -> None:
    [serang] = [c for kind in real.province("36").kinds for c in kind.centres]
    assert serang.rows == (("Nama lama", "BBPLK Serang"),)
    assert serang.unknown == "akreditasi, kejuruan, fasilitas, PLUT terdekat, dan rumah produksi bersama terdekat"


def test_a_province_page_leads_to_the_page_of_the_parent(real: Directory) -> None:
    batam = next(c for kind in real.province("21").kinds for c in kind.centres if c.id == "workshop-batam")
    assert batam.parent is not None
    assert batam.parent[1] == "balai/12.html#balai-bbpvp-medan"


def test_no_page_grows_with_all_centres() -> None:
    """The page of the search holds no centre, and a province only its own."""
    many = directory(*centres(1000))
    pages = {page.address: page for page in many.pages()}
    assert len(pages) == 1 + len(many.counts)
    assert sum(province.total for code in many.counts if (province := many.province(code))) == 1000
    assert not [address for address, page in pages.items() if page.kind and address != "balai.html"]


def test_an_empty_directory_is_a_page_all_the_same() -> None:
    assert [page.address for page in directory().pages()] == ["balai.html"]


def test_the_generator_always_makes_the_same_centres() -> None:
    assert centres(50) == centres(50)
    assert len({centre.id for centre in centres(4000)}) == 4000


def test_the_script_that_searches_reads_every_column() -> None:
    source = (MODULES.parent / "templates" / "website" / "static" / "balai.js").read_text("utf-8")
    assert set(columns(directory(*centres(3)))) == set(re.findall(r"\bdata\.(\w+)", source))
