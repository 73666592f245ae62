"""The packs: the site for a USB stick and the module as one file."""

from __future__ import annotations

import base64
import hashlib
import io
import json
import os
import re
import shutil
import zipfile
from collections import Counter
from pathlib import Path

import pytest

from curriculum_kit.audience import Audience
from curriculum_kit.publish.leak_gate import leaks
from curriculum_kit.publish.manifest import renew_manifest, verify_manifest
from curriculum_kit.publish.secrets import Secrets
from curriculum_kit.website.offline import write_worker
from curriculum_kit.website.rewrite import Element, rewritten
from tests.project import Project, digests

pytestmark = pytest.mark.xdist_group("build")
PACK = "unduhan/situs-luring.zip"
SINGLE = "unduhan/kwu-05/modul.html"
SECRET = ("gerobak", "sewaan", "pasar", "malam", "minggu")


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Project:
    """The example with its books, built once. Tests work on copies."""
    return Project(tmp_path_factory.mktemp("kemas")).build()


@pytest.fixture
def project(built: Project, tmp_path: Path) -> Project:
    """A copy of what was built."""
    copy = built.clean_copy(tmp_path / "salinan")
    shutil.copytree(built.output, copy.output)
    return copy


def _members(pack: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(pack) as opened:
        return {name: opened.read(name) for name in opened.namelist()}


def _dead_links(members: dict[str, bytes]) -> list[str]:
    dead = []
    for name, raw in members.items():
        if not name.endswith(".html"):
            continue
        inside = re.findall(r'\b(?:href|src)="?(?![a-z]+:)([^"#?> ]+)', raw.decode())
        assert inside or name.endswith("modul.html"), name  # one file, whole by itself
        dead += [f"{name}: {href}" for href in inside if os.path.normpath(f"{name}/../{href}") not in members]
    return dead


@pytest.mark.parametrize("audience", list(Audience))
def test_a_pack_opens_at_its_top_and_has_no_dead_link(built: Project, audience: str) -> None:
    """Two files and a folder lie at the top; without the books, pages do not link to them."""
    members = _members(built.output / audience / PACK)
    assert sorted({name.split("/")[0] for name in members}) == ["BACA-SAYA.txt", "BUKA-SAYA.html", "situs"]
    assert _dead_links(members) == []
    assert not [name for name in members if name.endswith((".pdf", ".zip", ".webmanifest"))]
    assert "situs/luring.js" not in members
    book = "Buku kerja peserta" if audience == "participant" else "Buku pegangan pelatih"
    assert f"{book} (tidak ada dalam paket ini)</span>".encode() in members["situs/unduhan.html"]
    assert b"situs-luring.zip" not in members["situs/unduhan.html"] + members["situs/luring.html"]
    assert (b"Khusus pelatih" in members["BUKA-SAYA.html"]) is (audience == "trainer")


def test_members_carry_no_date_and_no_owner(built: Project) -> None:
    """Sorted, of one date, with the same rights: nothing of the machine is in the pack."""
    with zipfile.ZipFile(built.output / "participant" / PACK) as pack:
        infos = pack.infolist()
    assert [info.filename for info in infos] == sorted(info.filename for info in infos)
    assert {(info.date_time, info.external_attr, info.create_system) for info in infos} == {
        ((1980, 1, 1, 0, 0, 0), 0o644 << 16, 3)
    }


def test_the_size_of_the_pack_stands_beside_its_link(built: Project) -> None:
    """On both pages that offer it."""
    for page in ("unduhan.html", "luring.html"):
        text = built.output.joinpath("participant", page).read_text("utf-8")
        assert re.search(r'ZIP, <span class="?pack-size"?>\d+ KB</span>', text)


def test_packing_again_gives_the_same_bytes(project: Project) -> None:
    """`ck pack` makes what `ck build` made."""
    before = project.digests()
    done = project.ck("pack")
    assert (done.returncode, done.stderr) == (0, "")
    assert sorted(re.findall(r"(\w+)/unduhan/situs-luring.zip: \d+ KB", done.stdout)) == ["participant", "trainer"]
    assert project.digests() == before


def test_with_books_the_stick_has_the_pdfs(project: Project) -> None:
    """They are in the pack and linked, the pages say so, the manifest holds; without them all is as before."""
    before = project.digests()
    assert project.ck("pack", "--books", "--audience", "participant").returncode == 0
    members = _members(project.output / "participant" / PACK)
    assert "situs/unduhan/kwu-05/buku-kerja.pdf" in members
    assert _dead_links(members) == []
    assert b"tidak ada dalam paket ini" not in members["situs/unduhan.html"]
    assert "dengan buku PDF" in (project.output / "participant/luring.html").read_text("utf-8")
    assert verify_manifest(project.output) == []
    changed = {name for name, digest in project.digests().items() if before[name] != digest}
    pages = {f"participant/{name}" for name in (PACK, "luring.js", "luring.html", "unduhan.html")}
    assert changed == {"manifest.json", *pages}
    assert project.ck("pack", "--audience", "participant").returncode == 0
    assert project.digests() == before


def test_only_a_whole_output_is_packed(project: Project) -> None:
    """No output, and one with a damaged file: exit code 2, nothing changes."""
    missing = project.ck("pack", "--output", "lain")
    assert (missing.returncode, "belum berisi hasil" in missing.stderr) == (2, True)
    project.output.joinpath("participant/index.html").write_text("rusak", "utf-8")
    before = project.digests()
    damaged = project.ck("pack")
    assert (damaged.returncode, "participant/index.html" in damaged.stderr) == (2, True)
    assert project.digests() == before
    assert list(project.folder.glob(".build*")) == []


def test_a_leak_stops_packing(project: Project) -> None:
    """A page with an answer, in an output whose manifest is whole: exit code 1, nothing changes."""
    page = project.output / "participant/kwu-05/01-mengenal-biaya.html"
    words = "Pilihan C, paket data. Biaya tetap tidak berubah walaupun"
    page.write_text(page.read_text("utf-8").replace("</main>", f"<p>{words}</p></main>"), "utf-8")
    renew_manifest(project.output)
    before = project.digests()
    done = project.ck("pack")
    assert done.returncode == 1
    assert "situs-luring.zip/situs/kwu-05/01-mengenal-biaya.html" in done.stdout
    assert project.digests() == before


def _zip(members: dict[str, bytes]) -> bytes:
    raw = io.BytesIO()
    with zipfile.ZipFile(raw, "w", zipfile.ZIP_DEFLATED) as pack:
        for name, content in members.items():
            pack.writestr(name, content)
    return raw.getvalue()


PLANTED = {
    "text": {"situs/kwu-05/a.html": " ".join(SECRET).encode()},
    "entities": {"situs/kwu-05/a.html": b"gerobak&#32;sewaan pasar <b>malam</b> minggu"},
    "name": {f"situs/{'-'.join(SECRET)}.html": b"x"},
    "number": {"situs/kwu-05/a.html": b"Hasilnya Rp382.000 saja"},
    "zip in a zip": {"situs/lagi.zip": _zip({"a.txt": b"x"})},
}


@pytest.mark.parametrize("place", PLANTED)
def test_the_gate_opens_packs(place: str, tmp_path: Path) -> None:
    """What may not stand in a file may not stand in a file of a pack."""
    secrets = Secrets({SECRET: "kwu-05/x.md"}, {"kwu-05": {"382.000": "kwu-05/worksheets"}})
    tmp_path.joinpath("a.zip").write_bytes(_zip({"situs/b.html": b"Gerobak milik sendiri"}))
    assert list(leaks(tmp_path, secrets)) == []
    tmp_path.joinpath("a.zip").write_bytes(_zip(PLANTED[place]))
    found = list(leaks(tmp_path, secrets))
    assert [leak.code for leak in found] == ["LEAK971"]


def test_a_member_that_only_shares_a_name_is_read(tmp_path: Path) -> None:
    """The gate skips a member only when it has the bytes of the file beside the pack."""
    secrets = Secrets({SECRET: "kwu-05/x.md"}, {})
    tmp_path.joinpath("b.html").write_text("Gerobak milik sendiri", "utf-8")
    tmp_path.joinpath("a.zip").write_bytes(_zip({"situs/b.html": " ".join(SECRET).encode()}))
    assert len(list(leaks(tmp_path, secrets))) == 1


@pytest.mark.parametrize("audience", list(Audience))
def test_the_worker_lists_the_files_of_its_site(built: Project, audience: str) -> None:
    """All but books, spreadsheets and packs are kept unasked, with their hash; books and spreadsheets are offered."""
    site = built.output / audience
    text = site.joinpath("luring.js").read_text("utf-8")
    files, offers = (json.loads(part) for part in re.findall(r"Object\.entries\((\{.*?\})\)", text))
    hashes = {name: digest[:12] for name, digest in digests(site).items() if name != "luring.js"}
    assert files == {name: digest for name, digest in hashes.items() if not name.startswith("unduhan/")}
    assert offers == {name: digest for name, digest in hashes.items() if name.endswith((".pdf", ".xlsx"))}
    assert ("laporan.html" in files) is (audience == "trainer")


def test_one_changed_page_changes_one_entry(built: Project, tmp_path: Path) -> None:
    """Nothing else in the worker: an update costs the worker and the page."""
    site = shutil.copytree(built.output / "participant", tmp_path / "situs")
    before = site.joinpath("luring.js").read_text("utf-8")
    write_worker(site, Audience.PARTICIPANT)
    assert site.joinpath("luring.js").read_text("utf-8") == before
    page = site / "glosarium.html"
    page.write_text(page.read_text("utf-8") + "\n", "utf-8")
    write_worker(site, Audience.PARTICIPANT)
    after = site.joinpath("luring.js").read_text("utf-8")
    assert re.sub(r'("glosarium.html":")[0-9a-f]+', r"\1", after) == re.sub(
        r'("glosarium.html":")[0-9a-f]+', r"\1", before
    )
    assert after != before


@pytest.mark.parametrize("audience", list(Audience))
def test_a_single_file_needs_nothing_else(built: Project, audience: str) -> None:
    """No address but anchors and data; every anchor exists, once; only the named styles are allowed."""
    page = built.output.joinpath(audience, SINGLE).read_text("utf-8")
    assert set(re.findall(r'\bsrc="([a-z]+:[a-z]+/[a-z+]+)', page)) == {"data:image/svg+xml"}
    anchors = re.findall(r'\bhref="([^"]*)"', page)
    ids = Counter(re.findall(r'\bid="([^"]*)"', page))
    assert [anchor for anchor in anchors if not anchor.startswith("#") or anchor[1:] not in ids] == []
    assert [name for name, count in ids.items() if count > 1] == []
    assert not re.search(
        r"<(?:script|link|iframe|input|textarea|form|object)\b|\sstyle=|\son\w+=|url\([\"']?(?!data:)[^)]",
        page.split("</style>")[1],
    )
    style = re.search(r"<style>(.*?)</style>", page, re.DOTALL)
    assert style is not None
    digest = base64.b64encode(hashlib.sha256(style[1].encode()).digest()).decode()
    policy = re.search(r'Content-Security-Policy" content="([^"]*)"', page)
    assert policy is not None
    assert f"style-src &#39;sha256-{digest}&#39;" in policy[1]
    assert "unsafe" not in policy[1]
    assert len(page) < 400_000
    assert ("Khusus pelatih" in page) is (audience == "trainer")


def test_links_out_of_a_single_file_become_words(tmp_path: Path) -> None:
    """Within the module they stay links; elsewhere the reader gets the address of the site."""
    project = Project(tmp_path)
    file = "kwu-05/sessions/01-mengenal-biaya.md"
    project.edit(file, "Sari membuat keripik", "Lihat [lembaga](https://plut.example/id). Sari membuat keripik")
    page = project.build("--only", "site").folder.joinpath("build-partial/participant", SINGLE).read_text("utf-8")
    assert '<span class="away">lembaga (plut.example/id)</span>' in page
    assert 'href="#istilah-hpp"' in page


def test_rewriting_changes_only_what_it_is_asked_to() -> None:
    """Everything else stays, byte by byte: entities, case, left-out end tags."""
    html = '<!doctype html><UL CLASS=a><li>A &amp; &#66;<li><a href="x">C</a><br></UL><!-- d --><p hidden>e</p>'
    assert rewritten(html, lambda _: None) == html.replace("</UL>", "</ul>")

    def change(element: Element) -> None:
        if element.name == "a":
            element.name, element.attributes, element.tail = "b", {"title": 'A "B"'}, " & C"
        element.dropped = element.name == "ul" or "hidden" in element.attributes

    assert rewritten('<p>1<a href="x">C</a></p><ul><li><ul><li>a</ul></ul><p hidden><a>b</a></p>2', change) == (
        '<p>1<b title="A &quot;B&quot;">C &amp; C</b></p>2'
    )
