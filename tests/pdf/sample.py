"""A small book with everything that real ones hold: contents, modules, lists, tables, figures, links, fields."""

from __future__ import annotations

import struct
import zlib
from pathlib import Path

from curriculum_kit.pdf import MarginText, PageLabel, PageMargins, PdfBook, PdfFragment

CSS = """
@page { size: A4; margin: 25mm 20mm; @top-right { content: string(session) } }
html { font: 11pt/1.5 'Plus Jakarta Sans'; hyphens: auto }
.module { break-before: page }
h2 { string-set: session content(text) }
.contents li { list-style: none; border-bottom: .3mm dotted }
.contents a::after { content: attr(data-page); float: right }
.inline a::after { content: " hlm. " target-counter(attr(href), page) }
table { border-collapse: collapse; width: 100%; table-layout: fixed }
td, th { border: .3mm solid; padding: 1mm; text-align: left }
.note { float: right; width: 40mm; margin: 0 0 2mm 4mm; border-left: .5mm solid; padding-left: 2mm; font-size: 9pt }
.lines i { display: block; height: 9mm; border-bottom: .25mm solid #777 }
input, textarea, select { font: 11pt 'Plus Jakarta Sans'; display: inline-block; box-sizing: border-box;
  border: .35mm solid; background: #fff; padding: 1mm }
input[type=text], select { width: 80mm; height: 9mm }
input[type=checkbox], input[type=radio] { width: 5mm; height: 5mm; padding: 0; vertical-align: -1mm }
input[type=radio], input[type=radio]::before { border-radius: 50% }
textarea { display: block; width: 100%; height: 30mm }
footnote, .footnote { float: footnote; font-size: 9pt }
"""

WATERMARK = """
.watermark { position: fixed; top: 0; right: 0; bottom: 0; left: 0;
  background: center/90mm no-repeat url("data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' \
viewBox='0 0 9 9'%3E%3Crect width='9' height='9' fill='%23eee'/%3E%3C/svg%3E") }
"""

LABELS = (PageLabel("front", style="roman"), PageLabel("kwu-01", prefix="1-"), PageLabel("kwu-05", prefix="5-"))

FOOT = MarginText("{page}", "bottom-right", weight=700, size=10)
MARGINS = (
    PageMargins("front", (FOOT,)),
    PageMargins("kwu-01", (MarginText("Modul 1: Menghitung biaya", "top-left", weight=600, grey=0.35), FOOT)),
    PageMargins("kwu-05", (MarginText("Modul 5: Menghitung biaya", "top-left", weight=600, grey=0.35), FOOT)),
)

SVG = (
    "<svg xmlns='http://www.w3.org/2000/svg' width='200' height='60'><rect width='200' height='60' fill='#ccc'/>"
    "<text x='10' y='35' font-family='Plus Jakarta Sans'>Arus kas</text></svg>"
)


def png(width: int = 4, height: int = 4, grey: int = 128) -> bytes:
    """A grey picture."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    rows = (b"\0" + bytes([grey]) * width) * height
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")


def fields(module: int) -> str:
    name = f"kwu-{module:02}-latihan"
    return f"""
<h3>Latihan {module}.1</h3>
<p>Nama usaha: <input type="text" name="{name}-1" title="Latihan {module}.1: nama usaha" value="Keripik Sari"></p>
<textarea name="{name}-2" title="Latihan {module}.2: jawabanmu"></textarea>
<ul style="list-style: none">
<li><input type="radio" name="{name}-3" value="a" title="Latihan {module}.3: A"> Modal sendiri</li>
<li><input type="radio" name="{name}-3" value="b" title="Latihan {module}.3: B"> Pinjaman</li>
<li style="break-before: page">
<input type="radio" name="{name}-3" value="c" title="Latihan {module}.3: C"> Hibah</li>
</ul>
<p><input type="checkbox" name="{name}-4" title="Sudah dihitung"> Sudah dihitung
<input type="checkbox" name="{name}-5" title="Sudah dicatat" checked> Sudah dicatat</p>
<p><select name="{name}-6" title="Satuan">
<option value="kg">kilogram</option><option value="pc" selected>bungkus</option></select></p>
"""


def module(number: int, *, forms: bool, paragraphs: int = 20) -> str:
    answer = fields(number) if forms else f"<h3>Latihan {number}.1</h3><div class=lines><i></i><i></i><i></i></div>"
    return f"""
<section class="module" id="kwu-{number:02}" data-number="{number}">
<h1>Modul {number}: Menghitung biaya</h1>
<h2 id="s{number}-1">Sesi 1: Biaya tetap</h2>
<aside class="note">Kiat: catat setiap hari.</aside>
{"<p>Usaha kecil mencatat pengeluaran dan pemasukan setiap hari supaya tahu laba yang sebenarnya.</p>" * paragraphs}
<p class="inline">Lihat <a href="#s{number}-2">sesi 2</a></p>
<p>Dari <a href="https://kemnaker.go.id/">Kementerian</a>, juga ✓ ☐ ☑ → 5 × 3 ≤ 20.
<span class="footnote">Catatan kaki dengan <b>tebal</b>.</span></p>
<ul><li>Bahan<ul><li>Singkong</li><li><p>Minyak</p><p>dan bumbu</p><ul><li>Garam</li></ul></li></ul></li>
<li><p>Tenaga</p><ol><li>Sari</li><li>Budi</li></ol></li><li></li></ul>
<dl><dt>Laba</dt><dd>Sisa setelah semua biaya.</dd><dt>Rugi</dt><dd><p>Kurang dari biaya.</p></dd></dl>
<h2 id="s{number}-2">Sesi 2: Biaya berubah</h2>
<figure><img src="media/kas.svg" alt="Bagan arus kas"><figcaption>Gambar {number}.1 Arus kas</figcaption></figure>
<figure><img src="media/foto.png" alt="Foto dagangan" style="width: 30mm">
<figcaption>Gambar {number}.2</figcaption></figure>
<p><img src="media/kas.svg" alt="" style="height: 4mm"> Gambar hiasan.</p>
<table><caption>Tabel {number}.1 Biaya</caption><thead><tr><th>Pos</th><th>Rupiah</th></tr></thead>
<tbody><tr><th scope="row">Singkong</th><td>25.000</td></tr><tr><th scope="row">Minyak</th><td>18.000</td></tr>
<tr><td colspan="2">Jumlah 43.000</td></tr></tbody></table>
{answer}
</section>"""


def front(modules: tuple[int, ...], link: str) -> str:
    contents = "".join(
        f'<li><a data-page="ck-page:s{number}-{session}" href="{link}s{number}-{session}">'
        f"Modul {number} sesi {session}</a></li>"
        for number in modules
        for session in (1, 2)
    )
    return (
        '<div class="front" id="front"><h1>Buku Kerja</h1><nav style="break-before: page"><h2>Daftar isi</h2>'
        f'<ul class="contents">{contents}</ul></nav></div>'
    )


def document(body: str) -> str:
    return f'<!DOCTYPE html><html lang="id"><head><title>x</title></head><body>{body}</body></html>'


def book(*, forms: bool = False, modules: tuple[int, ...] = (1, 5), paragraphs: int = 20) -> str:
    """The whole book as one document."""
    parts = (module(number, forms=forms, paragraphs=paragraphs) for number in modules)
    return document(front(modules, "#") + "".join(parts))


def make_fragment(folder: Path, html: str, *, css: str = CSS, name: str = "bagian", forms: bool = False) -> PdfFragment:
    """A fragment with its pictures, in a folder of its own."""
    media = folder / "media"
    media.mkdir(parents=True, exist_ok=True)
    (media / "kas.svg").write_text(SVG, encoding="utf-8")
    (media / "foto.png").write_bytes(png())
    return PdfFragment(html=html, base=folder, assets=(media,), stylesheets=(css,), name=name, forms=forms)


def make_book(
    folder: Path,
    *html: str,
    css: str = CSS,
    name: str = "buku.pdf",
    forms: bool = False,
    language: str = "id",
    **options: object,
) -> PdfBook:
    """A book of some fragments; of one, which holds the whole sample, when none is given."""
    bodies = html or (book(forms=forms),)
    settings: dict[str, object] = {"title": "Buku Kerja & Latihan", "margins": () if html else MARGINS, **options}
    return PdfBook(
        fragments=tuple(make_fragment(folder, body, css=css, name=name, forms=forms) for body in bodies),
        target=folder / name,
        name=name,
        language=language,
        **settings,  # type: ignore[arg-type]
    )


def split_book(folder: Path, *, forms: bool = False, name: str = "buku.pdf", **options: object) -> PdfBook:
    """The same book in three fragments, with a watermark."""
    bodies = (front((1, 5), "ck-place:"), *(module(number, forms=forms) for number in (1, 5)))
    settings = {"labels": LABELS, "margins": MARGINS, **options}
    watermark = make_fragment(folder, document('<div class="watermark"></div>'), css=CSS + WATERMARK)
    return make_book(folder, *map(document, bodies), forms=forms, name=name, watermark=(watermark,), **settings)
