"""What peers get is converted from the HTML of the books without losing a word."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest
from markdown_it import MarkdownIt

from benchmarks.books.markdown import markdown, parts
from benchmarks.books.tree import body, linked, words
from benchmarks.books.typst_markup import typst

SESSION = """<!doctype html><html lang="id" class="buku-kerja"><head><title>Buku</title></head><body>
<section class="front contents" id="daftar-isi"><h2>Daftar isi</h2><ol>
<li class="level-1"><a href="#sesi" data-page="ck-page:sesi">Sesi 1.1. Dua dompet</a></li></ol></section>
<section class="chapter session text" id="sesi" data-place="Sesi 1.1">
<h2><span class="number">Sesi 1.1 · 2&#160;JP</span> Dua dompet</h2>
<p class="objective"><b>Tujuan:</b> Memisahkan uang_usaha * 50% (±Rp1.000.000,00) #1 $5
<em>dengan yakin</em>.<br>Baris kedua.</p>
<div class="block block-discussion" id="diskusi" role="group">
<p class="block-head"><span class="icon" aria-hidden="true"></span><span class="block-label">Diskusi</span>
<span>Alasan</span></p>
<div class="block-body"><ol start="3">
<li><p>Mengapa?</p><ul><li>Karena [satu] ~ `dua`</li><li><p>Karena <b>tiga</b></p></li></ul></li>
<li><p>Lihat <a class="ref" href="#sesi">Sesi 1.1</a>, <a class="term" href="#hilang">dompet</a>,
halaman <a class="page-of" href="#sesi" data-page="ck-page:sesi"></a>, dan
<a href="https://contoh.id/a_b">contoh.id/a_b</a>.</p></li></ol>
teks lepas</div></div>
<div class="table-box"><table><caption>Tabel 1.1 Uang</caption>
<colgroup><col style="width:40%"><col style="width:60%"></colgroup>
<thead><tr><th scope="col">Hari</th><th scope="col">Jumlah</th></tr></thead>
<tbody><tr><th scope="row" rowspan="2">Senin</th><td><p>Rp5.000</p><ul><li>pagi - sore</li></ul></td></tr>
<tr><td id="sel"><input type="text" name="a" value="tetap"> kosong</td></tr></tbody></table></div>
<figure id="gambar"><img alt="Dua dompet" src="gambar/a.svg">
<figcaption><p><span>Gambar 1.1</span> Dompet</p></figcaption></figure>
<dl><dt>kata</dt><dd>artinya</dd><dt>lain</dt><dd><p>arti lain</p></dd></dl>
<p><input type="radio" name="b"><span class="letter">A.</span> Pilihan “pertama”</p><textarea name="c"></textarea>
<img alt="Kode" src="data:image/svg+xml;charset=utf-8,%3Csvg/%3E">
</section></body></html>"""


def bare(text: str) -> Counter[str]:
    return Counter(word for part in text.split() if (word := re.sub(r"\W|_", "", part)))


WANTED = bare(" ".join(words(body(SESSION))))


def test_the_words_of_html_are_parted_by_blocks() -> None:
    assert {"Daftar", "isi", "Mengapa", "Senin", "Rp5000", "artinya", "kosong"} <= set(WANTED)
    assert "isiSesi" not in WANTED


def test_links_that_lead_nowhere_are_known() -> None:
    assert linked(body(SESSION)) == {"sesi"}


def test_markdown_keeps_every_word(tmp_path: Path) -> None:
    made = MarkdownIt("commonmark", {"html": True}).render(markdown(SESSION, tmp_path / "sisipan"))
    found = bare(" ".join(words(body(made))))
    assert not WANTED - found, WANTED - found
    assert not found - WANTED, found - WANTED
    for kept in (
        '<span id="sesi"></span>',
        'href="#sesi"',
        "<table>",
        'rowspan="2"',
        'name="a"',
        "<textarea",
        "<ol start",
    ):
        assert kept in made
    assert 'href="#hilang"' not in made


def test_pages_are_sections(tmp_path: Path) -> None:
    pages = parts(SESSION, tmp_path / "sisipan")
    assert [page.partition("\n")[0] for page in pages] == ["## Daftar isi", '<span id="sesi"></span>']
    assert sum(map(bare, pages), Counter()) == bare(markdown(SESSION, tmp_path / "sisipan"))


def test_typst_keeps_every_word(tmp_path: Path) -> None:
    made = typst(SESSION, "Buku kerja: Dua dompet", "Dua dompet", "A4", tmp_path / "sisipan").partition("gray), it)")[2]
    # Escaped signs are text; everything else that Typst knows is taken away.
    signed = re.sub(r"\\(.)", lambda sign: chr(0xE000 + ord(sign[1])), made)
    text = re.sub(r'"[^"]*"', " ", signed)
    text = re.sub(r"#?[\w.-]+(?:: ?[\w.]+)?[(]|[\[\]()]", " ", text)
    text = re.sub("[\ue000-\ue07f]", lambda sign: chr(ord(sign[0]) - 0xE000), text)
    assert not WANTED - bare(text), WANTED - bare(text)
    for kept in (
        '#metadata(none)#label("sesi")', '#link(label("sesi"))', "counter(page).at", "#heading(level: 1)", "rowspan: 2",
        "columns: (40fr, 60fr, )", "table.header(", "enum(start: 3", 'alt: "Dua dompet"', "#space(",
        '#link("https://contoh.id/a_b")', "contoh\\.id\\/a\\_b",
    ):  # fmt: skip
        assert kept in made, kept


@pytest.mark.parametrize("sign", list("\\#*_`$@<>~\"'/-+=[]"))
def test_signs_of_typst_are_letters(sign: str, tmp_path: Path) -> None:
    source = f"<body><p>{sign.replace('<', '&lt;')}</p></body>"
    assert typst(source, "Buku", "1", "A4", tmp_path).endswith(f"\\{sign}\n\n")


def test_pictures_inside_the_html_become_files(tmp_path: Path) -> None:
    made = markdown(SESSION, tmp_path / "sisipan")
    assert "![Dua dompet](gambar/a.svg)" in made
    assert "![Kode](sisipan/gambar-2.svg)" in made
    assert (tmp_path / "sisipan" / "gambar-2.svg").read_text("utf-8") == "<svg/>"
