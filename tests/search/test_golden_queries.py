"""The search of the real curriculum, run through the script of the browser."""

from __future__ import annotations

import csv
import gzip
import re
from pathlib import Path

import pytest

from tests.search.engine import ask

pytestmark = [pytest.mark.slow, pytest.mark.xdist_group("curriculum")]
HERE = Path(__file__).parent
AUDIENCES = pytest.mark.parametrize("audience", ["participant", "trainer"])
SESSIONS = 57


def _rows(name: str) -> list[dict[str, str]]:
    with (HERE / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


@AUDIENCES
def test_nineteen_of_twenty_queries_find_a_page_that_answers_among_the_first_five(sites: Path, audience: str) -> None:
    rows = [row for row in _rows("golden.tsv") if row["audience"] in {"both", audience}]
    answers = ask(sites / audience / "aset/indeks.js", [row["query"] for row in rows])["found"]
    missed = [
        row["query"]
        for row, answer in zip(rows, answers, strict=True)
        if not {place.split("#")[0] for place in answer["places"][:5]} & set(row["expected"].split(" "))
    ]
    assert len(missed) <= 0.05 * len(rows), missed


@AUDIENCES
def test_no_page_answers_what_the_curriculum_does_not_teach(sites: Path, audience: str) -> None:
    """Whatever is shown says by its missing or corrected words that it is only a part of what was asked."""
    rows = _rows("nothing.tsv")
    answers = ask(sites / audience / "aset/indeks.js", [row["query"] for row in rows])["found"]
    for row, answer in zip(rows, answers, strict=True):
        told = answer["missing"] or answer["corrected"] or not answer["whole"]
        assert not answer["places"] or told, row["query"]


@AUDIENCES
def test_what_loads_before_the_first_results_is_at_most_one_kilobyte_for_each_session(
    sites: Path, audience: str
) -> None:
    """Compressed as servers do it."""
    index = (sites / audience / "aset/indeks.js").read_bytes()
    assert len(gzip.compress(index, 6)) <= SESSIONS * 1024


@AUDIENCES
def test_every_result_can_be_opened_and_has_its_text(sites: Path, audience: str) -> None:
    """Each place is a page with that anchor; each page has a script with its text."""
    queries = ["usaha", "harga", "pajak", "pemasaran", "program wirausaha", "biaya tetap", "iuran"]
    for answer in ask(sites / audience / "aset/indeks.js", queries)["found"]:
        assert answer["places"]
        for place in answer["places"]:
            page, _, anchor = place.partition("#")
            text = (sites / audience / page).read_text("utf-8")
            assert not anchor or re.search(rf'\bid="?{re.escape(anchor)}[" >]', text)
            assert (sites / audience / "aset/teks" / page).with_suffix(".js").is_file()


def test_words_for_trainers_are_in_no_script_of_the_participants(sites: Path) -> None:
    """A word of a trainer note is found on the trainer site only."""
    query = "kunci jawaban hpp keripik sari"
    found = ask(sites / "trainer/aset/indeks.js", [(query, {"kind": "trainer"})])["found"][0]
    assert "kwu-05/03-menghitung-hpp.html" in found["places"]
    assert ask(sites / "participant/aset/indeks.js", [(query, {"kind": "trainer"})])["found"][0]["places"] == []
