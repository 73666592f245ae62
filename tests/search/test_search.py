"""The script of the browser over a small site."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from curriculum_kit.search.index import SearchPage, write_search_index
from tests.search.engine import ask

SESSIONS = {
    "kwu-01/01-pasar": ("Memasarkan produk", "Pembeli baru datang karena pemasaran. Kemasan dibuat rapi."),
    "kwu-01/02-harga": ("Menetapkan harga jual", "Harga jual dihitung dari harga pokok produksi dan laba."),
    "kwu-02/01-izin": ("Mengurus izin", "Perizinan berusaha terbit di kantor. Mintalah surat."),
    "kwu-02/02-catat": ("Mencatat uang", "Catatlah uang masuk. Neraca memuat harta dan utang. Lembar kerja diisi."),
}
SYNONYMS = (
    ("HPP", "harga pokok produksi"),
    ("daring", "online"),
    ("memasarkan", "marketing"),
    ("praktik", "kantor"),
    ("senyap", "tidak masuk"),
)
KICKER = '<p class="kicker">Modul 1 · Sesi 1.1</p>'


def _session(name: str, title: str, text: str) -> SearchPage:
    sheet = f'<div class="block block-worksheet" id="lembar"><p>{title} tabel</p></div>'
    return SearchPage.of(f"{name}.html", title, "Sesi", f"<main>{KICKER}<p>{text}</p>{sheet}</main>")


def _pages() -> list[SearchPage]:
    pages = [_session(name, title, text) for name, (title, text) in SESSIONS.items()]
    pages += [SearchPage.of(f"kwu-0{n}/index.html", f"Modul {n}", "Modul", "<main></main>") for n in (1, 2)]
    glossary = '<main><dl><dt id="istilah-laba">laba</dt><dd>Uang yang tersisa.</dd></dl></main>'
    return [*pages, SearchPage.of("glosarium.html", "Glosarium", "Glosarium", glossary)]


@pytest.fixture(scope="module")
def index(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The index of the small site."""
    folder = tmp_path_factory.mktemp("aset")
    write_search_index(_pages(), folder, SYNONYMS)
    return folder / "indeks.js"


def _one(index: Path, query: str, **filters: Any) -> dict[str, Any]:
    answer: dict[str, Any] = ask(index, [(query, filters)])["found"][0]
    return answer


@pytest.mark.parametrize(
    ("query", "page"),
    [
        ("dipasarkan", "kwu-01/01-pasar"),
        ("pengemasan", "kwu-01/01-pasar"),
        ("gimana cara ngitung harga jual", "kwu-01/02-harga"),
        ("hpp", "kwu-01/02-harga"),
        ("marketing", "kwu-01/01-pasar"),
        ("ijin", "kwu-02/01-izin"),
        ("pemasarn", "kwu-01/01-pasar"),
        ("nerac", "kwu-02/02-catat"),
        ("nyatet", "kwu-02/02-catat"),
        ("hargajual", "kwu-01/02-harga"),
        ('"uang masuk"', "kwu-02/02-catat"),
    ],
)
def test_the_page_comes_first(index: Path, query: str, page: str) -> None:
    assert _one(index, query)["places"][:1] == [f"{page}.html"]


def test_a_correction_is_told_and_a_missing_word_too(index: Path) -> None:
    assert _one(index, "pemasarn ")["corrected"] == {"pemasarn": "pemasaran"}
    assert _one(index, "harga bioskop")["missing"] == ["bioskop"]
    assert _one(index, "harga bioskop")["whole"] == 0


@pytest.mark.parametrize(
    "query", ["", "   ", "?!", "qwertyuiop", "zxcv 99123", '"" "', "yang di ke", "\\", "constructor", "__proto__"]
)
def test_nothing_is_found_where_nothing_is_sought_or_known(index: Path, query: str) -> None:
    assert _one(index, query)["places"] == []


def test_a_phrase_does_not_lose_its_negation(index: Path) -> None:
    """`senyap` is `tidak masuk`, so it must not lead to what is `masuk`."""
    assert _one(index, "senyap")["places"] == []
    assert _one(index, "surat")["places"] == ["kwu-02/01-izin.html"]


def test_filters_keep_a_module_and_a_kind(index: Path) -> None:
    assert set(_one(index, "uang harga", module=1)["places"]) == {"kwu-02/02-catat.html"}
    assert _one(index, "laba", kind="g")["places"] == ["glosarium.html#istilah-laba"]
    assert _one(index, "laba", kind="worksheet")["places"] == []
    assert _one(index, "tabel harga", kind="worksheet")["places"][0] == "kwu-01/02-harga.html"


def test_the_same_pages_give_the_same_bytes(tmp_path: Path) -> None:
    for name in ("a", "b"):
        write_search_index(_pages(), tmp_path / name, SYNONYMS)
    files = sorted(path.relative_to(tmp_path / "a") for path in (tmp_path / "a").rglob("*.js"))
    assert len(files) == 8
    assert [(tmp_path / "a" / file).read_bytes() for file in files] == [
        (tmp_path / "b" / file).read_bytes() for file in files
    ]
