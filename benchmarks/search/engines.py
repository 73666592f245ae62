"""Builds what the other engines need from the pages of a site, and asks all of them."""

from __future__ import annotations

import gzip
import html
import json
import re
import shutil
import subprocess
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import cast

from curriculum_kit.search.index import SearchPage
from curriculum_kit.search.pages import words_in
from curriculum_kit.search.synonyms import search_synonyms
from curriculum_kit.search.words import EMPTY, words_of
from curriculum_kit.source.loader import load

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
Found = list[list[str]]
SPHINX_CONF = """
import snowballstemmer
from sphinx.search import SearchLanguage
project, extensions, html_theme, language = "situs", [], "basic", "id"
html_show_sourcelink, html_copy_source = False, False

class Indonesian(SearchLanguage):
    lang, language_name, js_stemmer_rawcode = "id", "Indonesian", "indonesian-stemmer.js"
    stopwords = set({stop!r}.split())
    def __init__(self, options):
        super().__init__(options)
        self.stemmer = snowballstemmer.stemmer("indonesian")
    def stem(self, word):
        return self.stemmer.stemWord(word.lower())

def setup(app):
    app.add_search_language(Indonesian)
"""
MINI_PAGE = """<!doctype html><html lang="id"><meta charset="utf-8"><title>Cari</title><ol id="hasil"></ol>
<script src="minisearch.js"></script><script src="stemmer.js"></script><script src="indeks.js"></script><script>
const stop = new Set(STOP), tokenize = text => text.toLowerCase().match(/[\\p{L}\\p{N}]+/gu) || [];
const options = {fields: ["title", "headings", "text"], storeFields: ["title"],
  tokenize, processTerm: term => stop.has(term) ? null : stem(term)};
const engine = MiniSearch.loadJSON(INDEX, options), query = new URLSearchParams(location.search).get("q");
for (const hit of engine.search(query, {prefix: true, fuzzy: 0.2}).slice(0, 10)) {
  const item = document.createElement("li");
  item.textContent = hit.title;
  document.getElementById("hasil").append(item);
}</script>"""
PAGEFIND_PAGE = """<!doctype html><html lang="id"><meta charset="utf-8"><title>Cari</title><ol id="hasil"></ol>
<script type="module">
const pagefind = await import("./pagefind/pagefind.js");
const { results } = await pagefind.search(new URLSearchParams(location.search).get("q"));
for (const result of results.slice(0, 10)) {
  const data = await result.data(), item = document.createElement("li");
  item.textContent = data.meta.title;
  document.getElementById("hasil").append(item);
}</script>"""


def _run(task: str, **asked: object) -> object:
    """Run `engines.mjs`."""
    command = [shutil.which("node") or "node", "engines.mjs"]
    asked["task"] = task
    done = subprocess.run(command, cwd=HERE, input=json.dumps(asked), capture_output=True, text=True, check=True)
    return json.loads(done.stdout)


def in_browser(folder: Path, page: str, queries: Sequence[str], engine: str) -> Found:
    """What an engine finds in its own page, served from a folder."""
    answer = _run("inBrowser", folder=str(folder), page=page, queries=queries, engine=engine)
    return cast("dict[str, Found]", answer)["found"]


def first_result(pages: Sequence[dict[str, str]], runs: int) -> dict[str, list[int]]:
    """Milliseconds until the first result, by engine."""
    return cast("dict[str, list[int]]", _run("firstResult", pages=pages, runs=runs))


def minisearch(
    documents: Sequence[dict[str, str]], queries: Sequence[str], synonyms: Sequence[Sequence[str]]
) -> tuple[Found, str]:
    """What MiniSearch finds, and its index."""
    answer = _run("minisearch", documents=documents, queries=queries, stop=sorted(EMPTY), synonyms=synonyms)
    found, index = cast("dict[str, object]", answer)["found"], cast("dict[str, object]", answer)["index"]
    return cast("Found", found), str(index)


def synonyms() -> list[list[str]]:
    """The rows of the curriculum in plain words."""
    rows = search_synonyms(load(ROOT / "modules").curriculum)
    return [[" ".join(words_of(phrase)) for phrase in row] for row in rows]


def packed(*files: Path) -> float:
    """Kilobytes of files, each compressed."""
    return sum(len(gzip.compress(file.read_bytes(), 9)) for file in files) / 1024


def read_pages(site: Path) -> list[SearchPage]:
    """All pages of a site that a search should know."""
    pages = []
    for path in sorted(site.rglob("*.html")):
        address = path.relative_to(site).as_posix()
        if address != "cari.html":
            text = path.read_text("utf-8")
            title = re.search(r"<h1[^>]*>(.*?)</h1>", text, re.DOTALL)
            pages.append(SearchPage.of(address, html.unescape(title[1]) if title else address, "", text))
    return pages


def ours(site: Path, queries: Sequence[str]) -> Found:
    """The script of the site in Node."""
    driver = ROOT / "tests/search/find.js"
    command = [shutil.which("node") or "node", str(driver), str(site / "aset/cari.js"), str(site / "aset/indeks.js")]
    asked = json.dumps({"queries": [[query] for query in queries]})
    done = subprocess.run(command, input=asked, capture_output=True, text=True, check=True)
    return [answer["places"] for answer in json.loads(done.stdout)["found"]]


def sphinx(pages: Iterable[SearchPage], folder: Path) -> Path:
    """The same text as a Sphinx project with the Indonesian Snowball stemmer; returns its HTML."""
    source = folder / "sumber"
    shutil.rmtree(folder, ignore_errors=True)
    source.mkdir(parents=True)
    names = []
    for page in pages:
        name = page.address.removesuffix(".html")
        name = "beranda" if name == "index" else name
        lines = [page.title, "=" * len(page.title), ""]
        for piece in page.pieces:
            title = words_in(piece.title)
            if title:
                lines += [_plain(title), "-" * (len(title) * 2), ""]
            lines += [_plain(words_in([*piece.label, " ", *piece.text])), ""]
        target = source / f"{name}.rst"
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text("\n".join(lines), "utf-8")
        names.append(name)
    toc = "\n".join(f"   {name}" for name in names)
    (source / "index.rst").write_text(f"Situs\n=====\n\n.. toctree::\n\n{toc}\n", "utf-8")
    (source / "conf.py").write_text(SPHINX_CONF.replace("{stop!r}", repr(" ".join(sorted(EMPTY)))), "utf-8")
    out = folder / "html"
    subprocess.run(
        [sys.executable, "-m", "sphinx", "-q", "-b", "html", str(source), str(out)], check=True, capture_output=True
    )
    return out


def _element(tag: str, parts: list[str]) -> str:
    return f"<{tag}>{html.escape(words_in(parts))}</{tag}>"


def _plain(text: str) -> str:
    return re.sub(r"([\\*`_|:])", r"\\\1", text)


def pagefind(pages: Iterable[SearchPage], folder: Path) -> Path:
    """The same text as bare HTML pages, indexed by Pagefind."""
    shutil.rmtree(folder, ignore_errors=True)
    for page in pages:
        body = "".join(
            _element("h2", piece.title) + _element("p", [*piece.label, " ", *piece.text]) for piece in page.pieces
        )
        target = folder / page.address
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(
            f'<!doctype html><html lang="id"><meta charset="utf-8"><title>{html.escape(page.title)}</title>'
            f"<main data-pagefind-body><h1>{html.escape(page.title)}</h1>{body}</main></html>",
            "utf-8",
        )
    program = HERE / "node_modules/.bin/pagefind"
    subprocess.run([str(program), "--site", str(folder)], check=True, capture_output=True)
    (folder / "cari.html").write_text(PAGEFIND_PAGE, "utf-8")
    return folder


def pagefind_sizes(bundle: Path) -> tuple[float, float]:
    """Kilobytes of its index (already compressed; fetched in parts) and of its code."""
    index = sum(file.stat().st_size for file in bundle.rglob("*") if file.suffix in {".pf_index", ".pf_meta"})
    wasm = (bundle / "wasm.id.pagefind").stat().st_size
    return index / 1024, packed(bundle / "pagefind.js", bundle / "pagefind-worker.js") + wasm / 1024


def documents(pages: Iterable[SearchPage]) -> list[dict[str, str]]:
    """What MiniSearch indexes: pages, and each term and fact by itself, as ours does."""
    found = []
    for page in pages:
        if page.address in {"glosarium.html", "fakta.html"}:
            found += [
                {
                    "id": f"{page.address}#{piece.anchor}",
                    "title": words_in(piece.title),
                    "headings": "",
                    "text": words_in(piece.text),
                }
                for piece in page.pieces
                if piece.anchor
            ]
        else:
            headings = " ".join(words_in([*piece.label, " ", *piece.title]) for piece in page.pieces)
            text = " ".join(words_in(piece.text) for piece in page.pieces)
            found.append({"id": page.address, "title": page.title, "headings": headings, "text": text})
    return found


def minisearch_page(index: str, folder: Path) -> Path:
    """The least page that searches with MiniSearch from a script."""
    folder.mkdir(parents=True, exist_ok=True)
    modules = HERE / "node_modules"
    shutil.copyfile(modules / "minisearch/dist/umd/index.js", folder / "minisearch.js")
    stemmer = (modules / "@orama/stemmers/dist/id.js").read_text("utf-8")
    plain = stemmer.replace("export ", "")
    (folder / "stemmer.js").write_text(f"const stem = (() => {{{plain}; return stemmer}})();\n", "utf-8")
    (folder / "indeks.js").write_text(f"const INDEX = {json.dumps(index, ensure_ascii=False)};\n", "utf-8")
    stop = json.dumps(sorted(EMPTY))
    (folder / "cari.html").write_text(MINI_PAGE.replace("STOP", stop), "utf-8")
    return folder
