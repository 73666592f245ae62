"""The tables that stand in the documentation."""

from __future__ import annotations

from pathlib import Path

import pikepdf
import pytest

from benchmarks.books.looks import Looks, looks
from benchmarks.books.measure import Cost
from benchmarks.books.peer import REQUIREMENTS, lacking
from benchmarks.books.table import Row, markdown


def cost(processors: float, wall: float, memory: int = 5_000_000) -> Cost:
    return Cost(wall, processors, memory, {})


ROWS = [
    Row("plain", "text", "fields", [cost(20, 11), cost(10, 9, 9_000_000), cost(30, 10)], [], [],
        Looks(2, 1200, 3_000_000, 45_000, 7, 1, 0, 3, 0, 12)),
    Row("ours", "contents and text", "", [cost(5, 2)], [1.0, 3.0, 2.0], [0.25],
        Looks(2, 1300, 2_000_000, 45_100, 0, 2, 2, 0, 40, 10)),
]  # fmt: skip


def test_medians_and_ratios_to_the_first_row() -> None:
    lines = markdown(ROWS).splitlines()
    assert lines[2] == "| plain | 20.0 | 1.00 | all again | all again | 10.0 | 9 |"
    assert lines[3] == "| ours | 5.0 | 0.25 | 2.00 | 0.25 | 2.0 | 5 |"


def test_what_comes_out() -> None:
    text = markdown(ROWS)
    assert "| plain | 1,200 | 3.0 | 45,000 | 7 | 1 of 2 | no (3) | no | text | 12 |" in text
    assert "| ours | 1,300 | 2.0 | 45,100 | 0 | yes | yes | 40 | contents and text | 10 |" in text
    assert text.endswith("- plain lacks: fields.\n")


def test_every_row_has_as_many_cells_as_its_head() -> None:
    tables = markdown(ROWS).split("\n\n")[:2]
    for table in tables:
        assert len({line.count("|") for line in table.splitlines()}) == 1


def test_a_pdf_that_is_nothing_special(tmp_path: Path) -> None:
    pdf = pikepdf.new()
    pdf.add_blank_page()
    pdf.save(tmp_path / "kosong.pdf")
    found = looks({"kosong": tmp_path / "kosong.pdf"}, {"kosong": ["Dua", "kata,", "dua", "—"]})
    assert (found.files, found.pages, found.words, found.tagged, found.conforming) == (1, 1, 0, 0, 0)
    assert found.lacking == 3
    assert found.failures > 0


def test_a_peer_that_is_not_installed_is_named(tmp_path: Path) -> None:
    assert lacking(tmp_path, "typst", "mkdocs") == "typst mkdocs"


@pytest.mark.parametrize("line", [line for line in REQUIREMENTS.read_text("utf-8").splitlines() if line[0] != "#"])
def test_peers_have_versions(line: str) -> None:
    assert line.count("==") == 1
