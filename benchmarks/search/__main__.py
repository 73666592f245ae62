"""Recall, sizes and first-result times of the search of the website beside other engines, as a Markdown table.

    (cd benchmarks/search && npm ci)
    python -m curriculum_kit build --only site
    python -m benchmarks.search [--site build-partial] [--runs 5] [--misses]

Takes about three minutes. `--misses` prints the queries that ours does not answer among the first five.
"""

from __future__ import annotations

import argparse
import csv
import statistics
import sys
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from benchmarks.search import engines

GOLDEN = engines.ROOT / "tests/search/golden.tsv"
AUDIENCES = ("participant", "trainer")
OURS, SPHINX, SPHINX_CODE = "ours", "Sphinx + Snowball", ("doctools.js", "language_data.js", "searchtools.js")
PAGEFIND, MINI, MINI_PLUS = "Pagefind", "MiniSearch + Snowball", "MiniSearch + Snowball + our synonyms"
Rows = list[dict[str, str]]
FIRST = 5
"""Results that count."""
HEADER = (
    "engine",
    "recall@5 tune, P / T",
    "recall@5 choose, P / T",
    "MRR, P / T",
    "index KB, P / T",
    "code KB",
    "first result",
)


def rank(places: list[str], row: Mapping[str, str]) -> int:
    """The place of the first page that answers, counted from 1; 0 if it is not among the first twelve."""
    expected = set(row["expected"].split(" "))
    return next((at for at, place in enumerate(places, 1) if place.split("#")[0] in expected), 0)


@dataclass
class Measured:
    """What was measured, by engine and audience."""

    golden: Rows
    found: dict[tuple[str, str], engines.Found] = field(default_factory=dict)
    sizes: dict[tuple[str, str], float] = field(default_factory=dict)
    code: dict[str, float] = field(default_factory=dict)
    pages: list[dict[str, str]] = field(default_factory=list)
    times: dict[str, list[int]] = field(default_factory=dict)

    def rows(self, audience: str) -> Rows:
        """The queries of an audience."""
        return [row for row in self.golden if row["audience"] in {"both", audience}]

    def ranks(self, engine: str, audience: str, half: str = "") -> list[int]:
        """The rank of each query, of one half or of all."""
        pairs = zip(self.rows(audience), self.found[engine, audience], strict=True)
        return [rank(places, row) for row, places in pairs if half in {"", row["half"]}]

    def line(self, engine: str) -> list[str]:
        """The cells of the table."""
        cells = []
        for half in ("tune", "choose"):
            shares = [statistics.mean(0 < at <= FIRST for at in self.ranks(engine, who, half)) for who in AUDIENCES]
            cells.append(" / ".join(f"{100 * share:.1f}" for share in shares))
        means = [statistics.mean(1 / at if at else 0.0 for at in self.ranks(engine, who)) for who in AUDIENCES]
        cells.append(" / ".join(f"{mean:.3f}" for mean in means))
        cells.append(" / ".join(f"{self.sizes[engine, who]:.1f}" for who in AUDIENCES))
        cells.append(f"{self.code[engine]:.1f}")
        cells.append(f"{statistics.median(self.times[engine]) / 1000:.2f} s" if engine in self.times else "–")
        return cells

    def misses(self) -> list[str]:
        """What ours does not answer among the first five."""
        return [
            "\t".join((audience, *row.values(), " ".join(places[:FIRST])))
            for audience in AUDIENCES
            for row, places in zip(self.rows(audience), self.found[OURS, audience], strict=True)
            if not 0 < rank(places, row) <= FIRST
        ]


def measure(measured: Measured, audience: str, site: Path, work: Path) -> None:
    """Build and ask every engine for one site."""
    queries = [row["query"] for row in measured.rows(audience)]
    pages = engines.read_pages(site)

    def note(engine: str, found: engines.Found, size: float, code: float) -> None:
        measured.found[engine, audience] = found
        measured.sizes[engine, audience] = size
        measured.code[engine] = code

    size, code = engines.packed(site / "aset/indeks.js"), engines.packed(site / "aset/cari.js")
    note(OURS, engines.ours(site, queries), size, code)

    out = engines.sphinx(pages, work / "sphinx")
    asked = engines.in_browser(out, "search.html", queries, "sphinx")
    code = engines.packed(*(out / "_static" / script for script in SPHINX_CODE))
    note(SPHINX, asked, engines.packed(out / "searchindex.js"), code)

    found_by_page = engines.pagefind(pages, work / "pagefind")
    asked = engines.in_browser(found_by_page, "cari.html", queries, "pagefind")
    note(PAGEFIND, asked, *engines.pagefind_sizes(found_by_page / "pagefind"))

    documents = engines.documents(pages)
    synonyms = engines.synonyms()
    for engine, rows in ((MINI_PLUS, synonyms), (MINI, [])):
        found, index = engines.minisearch(documents, queries, rows)
        mini = engines.minisearch_page(index, work / "minisearch")
        code = engines.packed(mini / "minisearch.js", mini / "stemmer.js")
        note(engine, found, engines.packed(mini / "indeks.js"), code)

    measured.pages = [
        {"name": OURS, "folder": str(site), "page": "cari.html?q=perizinan", "result": "#hasil li"},
        {"name": SPHINX, "folder": str(out), "page": "search.html?q=perizinan", "result": "ul.search li"},
        {"name": PAGEFIND, "folder": str(found_by_page), "page": "cari.html?q=perizinan", "result": "#hasil li"},
        {"name": MINI, "folder": str(mini), "page": "cari.html?q=perizinan", "result": "#hasil li"},
    ]


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--site", type=Path, default=Path("build-partial"))
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--misses", action="store_true")
    arguments = parser.parse_args()
    with GOLDEN.open(encoding="utf-8", newline="") as file:
        measured = Measured(list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)))
    with tempfile.TemporaryDirectory() as name:
        for audience in reversed(AUDIENCES):  # the participant site last: its pages are timed
            measure(measured, audience, arguments.site.resolve() / audience, Path(name) / audience)
        if arguments.runs:
            measured.times = engines.first_result(measured.pages, arguments.runs)
    lines = [list(HEADER), ["---"] * len(HEADER)]
    lines += [[engine, *measured.line(engine)] for engine in (OURS, MINI_PLUS, MINI, SPHINX, PAGEFIND)]
    sys.stdout.write("".join(f"| {' | '.join(line)} |\n" for line in lines))
    if arguments.misses:
        sys.stdout.write("\n" + "\n".join(measured.misses()) + "\n")


if __name__ == "__main__":
    main()
