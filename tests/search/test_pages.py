"""What the search takes from a finished page."""

from __future__ import annotations

from curriculum_kit.search.index import SearchPage
from curriculum_kit.search.pages import words_in

PAGE = """<html><body><nav>menu</nav><main id="isi"><nav>jejak</nav>
<p class="kicker">Modul 5 · Sesi 5.3</p><h1>Menghitung HPP</h1>
<p class="draft">Draf</p><p>Tujuan</p>
<section class="plan" aria-labelledby="rencana"><h2 id="rencana">Rencana sesi</h2><p>Bacakan kasus</p></section>
<div class="text"><section id="satu"><h2>Satu bungkus</h2><p>Sebelum<br>blok</p>
<div id="latihan" role="group" class="block-exercise block">
<p class="block-head"><span class="icon" aria-hidden="true">x</span>
<span class="block-label">Latihan 5.7</span> <span class="block-title">HPP Sari</span></p>
<div class="block-body"><p>Isilah</p>
<div class="sheet"><table><tr><td>Gula</td><td><span class="hide">dihitung</span></td></tr></table></div></div></div>
<aside class="block block-answer"><p class="block-head"><span class="block-label">Jawaban</span></p><p>Rp10.050
<div class="block block-tip"><p>Kiat di dalam</p></div></aside>
<p>Sesudah blok</p></section></div></main><footer>kaki</footer></body></html>"""


def test_each_section_and_block_is_a_piece_with_its_anchor_and_kind() -> None:
    page = SearchPage.of("kwu-05/03.html", "Menghitung HPP", "Sesi", PAGE)
    pieces = [(piece.anchor, piece.kind, words_in(piece.title), words_in(piece.text)) for piece in page.pieces]
    assert page.kicker == "Modul 5 · Sesi 5.3"
    assert pieces == [
        ("", "text", "", "Tujuan"),
        ("rencana", "trainer", "Rencana sesi", "Bacakan kasus"),
        ("satu", "text", "Satu bungkus", "Sebelum blok Sesudah blok"),
        ("latihan", "worksheet", "HPP Sari", "Isilah Gula"),
        ("satu", "trainer", "", "Rp10.050"),
        ("satu", "trainer", "", "Kiat di dalam"),
    ]


def test_entries_of_the_glossary_and_facts_are_pieces() -> None:
    glossary = (
        '<main><dl><dt id="istilah-laba">laba</dt><dd>Uang yang tersisa.</dd>'
        '<dt id="istilah-stok">stok</dt><dd>Barang.</dd></dl></main>'
    )
    fact = (
        '<main><section class="fact" id="fakta-tarif"><h2>Tarif</h2><p>0,5%</p><dl><dt>Sumber</dt>'
        '<dd><a href="https://a.example" rel="noreferrer">Sumber untuk Tarif</a></dd></dl></section></main>'
    )
    terms = [
        (piece.anchor, words_in(piece.title), words_in(piece.text))
        for piece in SearchPage.of("g", "", "", glossary).pieces
    ]
    assert terms[1:] == [("istilah-laba", "laba", "Uang yang tersisa."), ("istilah-stok", "stok", "Barang.")]
    facts = [
        (piece.anchor, words_in(piece.title), words_in(piece.text)) for piece in SearchPage.of("f", "", "", fact).pieces
    ]
    assert facts[1:] == [("fakta-tarif", "Tarif", "0,5% Sumber")]
