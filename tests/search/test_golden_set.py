"""The golden set of the search is well formed, evenly halved, and names pages that the curriculum has."""

from __future__ import annotations

import csv
from collections import Counter
from pathlib import Path

import pytest

FOLDER = Path(__file__).resolve().parent
MODULES = FOLDER.parents[1] / "modules"
COLUMNS = ["half", "kind", "audience", "query", "expected"]
LEAST_PER_KIND = {
    "form": 20,
    "synonym": 20,
    "typo": 20,
    "question": 20,
    "phrase": 20,
    "term": 20,
    "fact": 20,
    "person": 10,
    "trainer": 10,
}
SINGLE_PAGES = {"glosarium.html", "fakta.html"}
TRAINER_PAGES = {"laporan.html"}


def read(name: str, columns: list[str]) -> list[dict[str, str]]:
    with (FOLDER / name).open(encoding="utf-8", newline="") as file:
        reader = csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
        rows = list(reader)
    assert reader.fieldnames == columns
    return rows


def fields(row: dict[str, str]) -> list[object]:
    """All cells; a missing cell is None and a spare one a list, which no test lets pass."""
    return list(row.values())


@pytest.fixture(scope="module")
def golden() -> list[dict[str, str]]:
    return read("golden.tsv", COLUMNS)


def pages_of(row: dict[str, str]) -> list[str]:
    return row["expected"].split(" ")


def exists(page: str, audience: str) -> bool:
    """Whether the curriculum has what the site shows at this address."""
    if page in SINGLE_PAGES:
        return True
    if page in TRAINER_PAGES:
        return audience == "trainer"
    folder, _, file = page.partition("/")
    stem = file.removesuffix(".html")
    if not file.endswith(".html"):
        return False
    if folder == "program":
        return (MODULES / "programmes" / f"{stem}.yaml").is_file()
    if stem == "index":
        return (MODULES / folder / "module.yaml").is_file()
    return (MODULES / folder / "sessions" / f"{stem}.md").is_file()


def module_of(row: dict[str, str]) -> str:
    """The module of the first expected page inside a module; empty where there is none."""
    return next((page.partition("/")[0] for page in pages_of(row) if page.startswith("kwu-")), "")


def test_every_row_is_complete_and_uses_known_words(golden: list[dict[str, str]]) -> None:
    assert len(golden) >= 150
    for row in golden:
        assert all(isinstance(cell, str) and cell and cell == cell.strip() for cell in fields(row)), row
        assert row["half"] in {"tune", "choose"}, row
        assert row["kind"] in LEAST_PER_KIND, row
        assert row["audience"] == ("trainer" if row["kind"] == "trainer" else "both"), row


def test_every_kind_is_large_enough(golden: list[dict[str, str]]) -> None:
    sizes = Counter(row["kind"] for row in golden)
    assert {kind for kind, least in LEAST_PER_KIND.items() if sizes[kind] < least} == set()


def test_no_query_stands_twice(golden: list[dict[str, str]]) -> None:
    queries = Counter(" ".join(row["query"].casefold().split()) for row in golden)
    assert [query for query, count in queries.items() if count > 1] == []


def test_the_halves_of_every_kind_are_of_equal_size(golden: list[dict[str, str]]) -> None:
    sizes = Counter((row["kind"], row["half"]) for row in golden)
    assert [kind for kind in LEAST_PER_KIND if abs(sizes[kind, "tune"] - sizes[kind, "choose"]) > 1] == []


def test_every_module_stands_in_both_halves_alike(golden: list[dict[str, str]]) -> None:
    sizes = Counter((module_of(row), row["half"]) for row in golden)
    modules = {path.parent.name for path in MODULES.glob("*/module.yaml")}
    assert modules <= {module for module, _ in sizes}
    assert [module for module in modules if abs(sizes[module, "tune"] - sizes[module, "choose"]) > 2] == []


def test_every_session_is_the_answer_to_some_query(golden: list[dict[str, str]]) -> None:
    expected = {page for row in golden for page in pages_of(row)}
    sessions = {f"{path.parents[1].name}/{path.stem}.html" for path in MODULES.glob("*/sessions/*.md")}
    assert sessions - expected == set()


def test_every_query_expects_one_to_six_different_pages_that_exist(golden: list[dict[str, str]]) -> None:
    for row in golden:
        pages = pages_of(row)
        assert 1 <= len(pages) <= 6, row
        assert len(set(pages)) == len(pages), row
        assert [page for page in pages if not exists(page, row["audience"])] == [], row


def test_the_queries_that_find_nothing_are_others_and_say_what_the_user_sees(golden: list[dict[str, str]]) -> None:
    nothing = read("nothing.tsv", ["query", "note"])
    assert len(nothing) >= 10
    assert all(isinstance(cell, str) and cell.strip() for row in nothing for cell in fields(row))
    queries = [row["query"].casefold() for row in nothing]
    assert len(set(queries)) == len(queries)
    assert set(queries).isdisjoint(row["query"].casefold() for row in golden)
