"""The link check finds every way in which a website can be broken, and says each once."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

import curriculum_kit.publish.build as publishing
from curriculum_kit.publish.links import broken_links
from curriculum_kit.publish.request import BuildRequest
from tests.project import AS_OF, Project

WHOLE = {
    "index.html": '<!doctype html><link rel=stylesheet href="aset/a.css"><a href="m/a.html?q=1#isi">A</a>'
    '<form action="cari.html"></form><img src=gambar/satu.png srcset="gambar/satu.png 1x, gambar/dua.png 2x">',
    "m/a.html": '<h1 id="isi">A</h1><a href="#isi">x</a><a href="../index.html">B</a><a href="https://contoh.id/x">C</a>'
    '<a href="../unduhan/lembar%20isi.zip">D</a><p data-script="../aset/a.js ../aset/b.js" data-sheet="../aset/s.js">'
    '<!-- <a href="tidak-ada"> --><script>var x = \'<a href="tidak-ada">\';</script>',
    "cari.html": "<h1>Cari</h1>",
    "aset/a.css": "a{background:url(data:image/png;base64,AA)}b{background:url('../gambar/satu.png')}",
    "aset/situs.webmanifest": '{"start_url": "../index.html", "scope": "../", "icons": [{"src": "situs.png"}]}',
    **dict.fromkeys(
        (
            "aset/a.js",
            "aset/b.js",
            "aset/s.js",
            "aset/situs.png",
            "gambar/satu.png",
            "gambar/dua.png",
            "unduhan/lembar isi.zip",
        ),
        "",
    ),
}
NOWHERE = "tidak menuju berkas mana pun"
BROKEN = {
    '<a href="tidak-ada.html">': NOWHERE,
    '<a href="M/a.html">': NOWHERE,
    '<a href="m/">': NOWHERE,
    '<a href="m/a.html#lain">': "menuju bagian halaman yang tidak ada",
    '<a href="#lain">': "menuju bagian halaman yang tidak ada",
    '<a href="../trainer/index.html">': "keluar dari situs",
    '<a href="/index.html">': "bermula dari akar server",
    '<a href="//contoh.id/x">': "bermula dari akar server",
    '<a href="javascript:alert(1)">': "memakai skema yang tidak diizinkan",
    '<a href="file:///etc/hosts">': "memakai skema yang tidak diizinkan",
    '<a href="unduhan/buku.xlsx">': NOWHERE,
    "<img src=gambar/tiga.png>": NOWHERE,
    '<img srcset="gambar/satu.png 1x, gambar/tiga.png 2x">': NOWHERE,
    '<img alt="a > b" src="https://contoh.id/a.png">': "memuat berkas dari luar situs",
    '<script src="aset/tidak-ada.js"></script>': NOWHERE,
    '<link rel=manifest href="aset/lain.webmanifest">': NOWHERE,
    '<p data-script="aset/a.js aset/tidak-ada.js">': NOWHERE,
    '<p data-sheet="aset/tidak-ada.js">': NOWHERE,
    '<form action="kirim.html"></form>': NOWHERE,
}


def _site(folder: Path, **changes: str) -> Path:
    for name, text in {**WHOLE, **changes}.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    return folder


def _said(folder: Path) -> list[str]:
    return [f"{one.span.file}:{one.span.line} {one.message.format()}" for one in broken_links(folder, "participant")]


def test_a_whole_site_has_no_finding(tmp_path: Path) -> None:
    assert _said(_site(tmp_path)) == []


@pytest.mark.parametrize("html", BROKEN)
def test_a_broken_address_is_found_with_its_line(html: str, tmp_path: Path) -> None:
    site = _site(tmp_path, **{"index.html": WHOLE["index.html"] + "\n<p>\n" + html})
    (said,) = _said(site)
    assert said.startswith("participant/index.html:3 tautan ")
    assert BROKEN[html] in said


@pytest.mark.parametrize(
    ("file", "text"),
    [("aset/a.css", "a{background:url(hilang.png)}"), ("aset/situs.webmanifest", '{"icons": [{"src": "hilang.png"}]}')],
)
def test_sheets_and_manifests_are_read(file: str, text: str, tmp_path: Path) -> None:
    (said,) = _said(_site(tmp_path, **{file: text}))
    assert said == f"participant/{file}:1 tautan 'hilang.png' {NOWHERE}"


def test_a_page_that_no_link_reaches_is_found(tmp_path: Path) -> None:
    """Even when it links to itself and to the others."""
    site = _site(tmp_path, **{"m/sendiri.html": '<a href="sendiri.html">x</a><a href="../index.html">y</a>'})
    assert _said(site) == ["participant/m/sendiri.html:1 halaman tidak dapat dicapai dari beranda"]


def test_what_is_wrong_on_many_pages_is_said_once(tmp_path: Path) -> None:
    pages = {
        name: WHOLE[name] + f'<a href="{way}hilang.html">x</a>'
        for name, way in (("index.html", ""), ("m/a.html", "../"))
    }
    assert len(_said(_site(tmp_path, **pages))) == 1


def test_a_broken_link_stops_the_publication(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The last good output stays as it was."""
    project = Project(tmp_path).build("--only", "site", "--output", "build")
    before = project.digests()
    write = publishing.write_site

    def write_and_lose(site: publishing.Site, out: Path) -> None:
        write(site, out)
        (out / "glosarium.html").unlink()

    monkeypatch.setattr(publishing, "write_site", write_and_lose)
    request = BuildRequest(project.modules, project.output, tmp_path / "cache", date.fromisoformat(AS_OF), books=False)
    result = publishing.build(request)
    assert not result.published
    assert {one.code for one in result.diagnostics} == {"BUILD982"}
    assert project.digests() == before
