"""Recall, sizes and first-result times of the search of the website beside other engines, as a Markdown table.

    (cd benchmarks/search && npm ci)
    python -m curriculum_kit build --only site
    python -m benchmarks.search [--site build-partial] [--runs 5] [--misses]

Takes about three minutes. `--misses` prints every query of the golden set that ours does not answer among the first five.
"""

from __future__ import annotations

import argparse
import csv
import json
import statistics
import sys
import tempfile
from collections.abc import Mapping
from pathlib import Path

from benchmarks.search import engines
from curriculum_kit.search.synonyms import search_synonyms
from curriculum_kit.search.words import EMPTY, words_of
from curriculum_kit.source.loader import load

GOLDEN = engines.ROOT / "tests/search/golden.tsv"
AUDIENCES = ("participant", "trainer")
OURS, SPHINX, SPHINX_CODE = "ours", "Sphinx + Snowball", ("doctools.js", "language_data.js", "searchtools.js")
PAGEFIND, MINI, MINI_PLUS = "Pagefind", "MiniSearch + Snowball", "MiniSearch + Snowball + our synonyms"
Rows = list[dict[str, str]]


def rank(places: list[str], row: Mapping[str, str]) -> int:
    """The place of the first page that answers, counted from 1; 0 if it is not among the first twelve."""
    expected = set(row["expected"].split(" "))
    return next((at for at, place in enumerate(places, 1) if place.split("#")[0] in expected), 0)


def recall(rows: Rows, found: engines.Found, half: str) -> str:
    """The share of queries of a half that are answered among the first five."""
    hits = [0 < rank(places, row) <= 5 for row, places in zip(rows, found, strict=True) if row["half"] == half]
    return f"{100 * sum(hits) / len(hits):.1f}"


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--site", type=Path, default=Path("build-partial"))
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--misses", action="store_true")
    arguments = parser.parse_args()
    arguments.site = arguments.site.resolve()
    with GOLDEN.open(encoding="utf-8", newline="") as file:
        golden = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    synonyms = [
        [" ".join(words_of(phrase)) for phrase in row]
        for row in search_synonyms(load(engines.ROOT / "modules").curriculum)
    ]
    found: dict[tuple[str, str], engines.Found] = {}
    sizes: dict[tuple[str, str], float] = {}
    code: dict[str, float] = {}
    timed = []
    rows_of: dict[str, Rows] = {}
    with tempfile.TemporaryDirectory() as name:
        for audience in AUDIENCES:
            rows = rows_of[audience] = [row for row in golden if row["audience"] in {"both", audience}]
            queries = [row["query"] for row in rows]
            site, work = arguments.site / audience, Path(name) / audience
            pages = engines.read_pages(site)

            found[OURS, audience] = engines.ours(site, queries)
            sizes[OURS, audience] = engines.packed(site / "aset/indeks.js")
            code[OURS] = engines.packed(site / "aset/cari.js")

            out = engines.sphinx(pages, work / "sphinx")
            found[SPHINX, audience] = engines.ask(
                task="inBrowser", folder=str(out), page="search.html", queries=queries, engine="sphinx"
            )["found"]
            sizes[SPHINX, audience] = engines.packed(out / "searchindex.js")
            code[SPHINX] = engines.packed(*(out / "_static" / script for script in SPHINX_CODE))

            pagefind = engines.pagefind(pages, work / "pagefind")
            found[PAGEFIND, audience] = engines.ask(
                task="inBrowser", folder=str(pagefind), page="cari.html", queries=queries, engine="pagefind"
            )["found"]
            bundle = pagefind / "pagefind"
            sizes[PAGEFIND, audience] = sum(
                file.stat().st_size for file in bundle.rglob("*") if file.suffix in {".pf_index", ".pf_meta"}
            ) / 1024  # fmt: skip
            code[PAGEFIND] = engines.packed(bundle / "pagefind.js", bundle / "pagefind-worker.js") + (
                (bundle / "wasm.id.pagefind").stat().st_size / 1024
            )

            documents = engines.documents(pages)
            for engine, rows_of_words in ((MINI, []), (MINI_PLUS, synonyms)):
                answer = engines.ask(
                    task="minisearch", documents=documents, queries=queries, stop=sorted(EMPTY), synonyms=rows_of_words
                )
                found[engine, audience] = answer["found"]
                mini = engines.minisearch_page(answer["index"], work / "minisearch")
                sizes[engine, audience] = engines.packed(mini / "indeks.js")
                code[engine] = engines.packed(mini / "minisearch.js", mini / "stemmer.js")
            if audience == "participant":
                query = "?q=perizinan"
                timed = [
                    {"name": OURS, "folder": str(site), "page": f"cari.html{query}", "result": "#hasil li"},
                    {"name": SPHINX, "folder": str(out), "page": f"search.html{query}", "result": "ul.search li"},
                    {"name": PAGEFIND, "folder": str(pagefind), "page": f"cari.html{query}", "result": "#hasil li"},
                    {"name": MINI, "folder": str(mini), "page": f"cari.html{query}", "result": "#hasil li"},
                ]
        times = engines.ask(task="firstResult", pages=timed, runs=arguments.runs) if arguments.runs else {}

    write = sys.stdout.write
    write(
        "| engine | recall@5 tune, P / T | recall@5 choose, P / T | MRR, P / T | index KB, P / T | code KB | first result |\n"
    )
    write("| --- | --- | --- | --- | --- | --- | --- |\n")
    for engine in (OURS, MINI_PLUS, MINI, SPHINX, PAGEFIND):
        cells = []
        for half in ("tune", "choose"):
            cells.append(" / ".join(recall(rows_of[who], found[engine, who], half) for who in AUDIENCES))
        means = []
        for who in AUDIENCES:
            ranks = [rank(places, row) for row, places in zip(rows_of[who], found[engine, who], strict=True)]
            means.append(f"{statistics.mean(1 / at if at else 0.0 for at in ranks):.3f}")
        cells += [
            " / ".join(means),
            " / ".join(f"{sizes[engine, who]:.1f}" for who in AUDIENCES),
            f"{code[engine]:.1f}",
        ]
        cells.append(f"{statistics.median(times[engine]) / 1000:.2f} s" if engine in times else "–")
        write(f"| {engine} | {' | '.join(cells)} |\n")
    if times:
        write(f"\n{json.dumps(times)}\n")
    if arguments.misses:
        for who in AUDIENCES:
            for row, places in zip(rows_of[who], found[OURS, who], strict=True):
                if not 0 < rank(places, row) <= 5:
                    write(f"{who}\t{row['half']}\t{row['kind']}\t{row['query']}\t{row['expected']}\t{places[:5]}\n")


if __name__ == "__main__":
    main()
