"""The websites in a real browser and before an HTML validator."""

from __future__ import annotations

import json
import re
import subprocess
from pathlib import Path

import pytest

from tests.project import Project
from tests.tools import BROWSER_FOLDER, CHROMIUM_FLAGS, require_chromium, require_html_checker, require_node_package

pytestmark = pytest.mark.xdist_group("browser")
PAGE_TYPES = (
    "index.html",
    "program/contoh-4jp.html",
    "kwu-05/index.html",
    "kwu-05/01-mengenal-biaya.html",
    "kwu-05/02-menghitung-hpp.html",
    "glosarium.html",
    "fakta.html",
    "balai.html",
    "balai.html?prov=18&internet=1",
    "balai/18.html",
    "perubahan.html",
    "unduhan.html",
    "cari.html",
)
TRAINER_PAGE_TYPES = ("laporan.html",)


@pytest.fixture(scope="module")
def sites(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Both websites of the example."""
    project = Project(tmp_path_factory.mktemp("situs")).build("--only", "site")
    return project.folder / "build-partial"


def _node(script: str, *arguments: str) -> str:
    require_node_package("playwright-core")
    done = subprocess.run(
        ["node", script, *arguments], cwd=BROWSER_FOLDER, capture_output=True, text=True, check=False, timeout=560
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.mark.parametrize("audience", ["participant", "trainer"])
def test_pages_have_no_finding(sites: Path, audience: str) -> None:
    """axe-core, requests, content security policy, scripts, overflow: nothing at 360 and 1280 px, light and dark."""
    pages = (*PAGE_TYPES, *(TRAINER_PAGE_TYPES if audience == "trainer" else ()))
    addresses = [f"{(sites / audience).as_uri()}/{page}" for page in pages]
    problems = json.loads(_node("look.mjs", json.dumps(addresses), require_chromium(), json.dumps(CHROMIUM_FLAGS)))
    assert problems == []


def test_every_page_validates(sites: Path) -> None:
    """The Nu HTML checker has no error and no warning for any page of both sites."""
    pages = [str(path) for path in sorted(sites.rglob("*.html"))]
    # From disk the checker has no origin that 'self' could mean; the browser test proves the policy.
    policy = ("--filterpattern", ".*Content Security Policy.*")
    done = subprocess.run(
        [*require_html_checker(), *policy, "--format", "gnu", *pages], capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stderr) == (0, "")


def test_the_report_is_for_trainers(sites: Path) -> None:
    """The start page of the trainer site leads to it; participants have neither page nor link. No key stands in it."""
    assert 'href="laporan.html"' in (sites / "trainer/index.html").read_text("utf-8")
    report = (sites / "trainer/laporan.html").read_text("utf-8")
    assert "demonstrasi menghitung HPP" in report.replace("Demonstrasi", "demonstrasi")
    for secret in ("Lima biaya tertulis", "Rp10.050", "Pilihan C"):
        assert secret not in report
    assert not (sites / "participant/laporan.html").exists()
    assert [path for path in (sites / "participant").rglob("*.html") if "laporan" in path.read_text("utf-8")] == []


def test_no_address_leads_outside(sites: Path) -> None:
    """Nothing is loaded from elsewhere: only links that a reader clicks may leave the site."""
    loading = re.compile(
        r"""<(?:link|script|img|source|iframe)\b[^>]*\b(?:src|href)=["'](?:https?:)?//|url\(["']?(?:https?:)?//"""
    )
    found = [
        path.relative_to(sites).as_posix()
        for path in sorted(sites.rglob("*"))
        if path.suffix in {".html", ".css", ".js"} and loading.search(path.read_text("utf-8"))
    ]
    assert found == []


def test_every_link_inside_leads_somewhere(sites: Path) -> None:
    """Each relative link and anchor exists."""
    broken = []
    ids = {path: set(re.findall(r'\bid="([^"]+)"', path.read_text("utf-8"))) for path in sites.rglob("*.html")}
    for path in ids:
        for href in re.findall(r'href="([^"]+)"', path.read_text("utf-8")):
            if re.match(r"[a-z]+:", href):
                continue
            file, _, anchor = href.partition("#")
            target = (path.parent / file.partition("?")[0]).resolve() if file else path
            if target.suffix == ".pdf":
                continue  # this build has no books
            if not target.is_file() or (anchor and anchor not in ids.get(target, ())):
                broken.append(f"{path.relative_to(sites)}: {href}")
    assert broken == []


def test_centres_are_found_by_what_the_address_says(sites: Path) -> None:
    """Filters stand in the address; what is not known does not match, and is counted."""
    wanted = {
        "": ["", []],
        "?q=mekar": ["1 balai cocok.", ["BLK Komunitas Mekar Usaha"]],
        "?prov=18&dapur=1": ["1 balai cocok.", ["BLK Komunitas Mekar Usaha"]],
        "?kursi=1": [
            "1 balai cocok. 2 balai lain tidak ikut karena fasilitasnya belum diketahui.",
            ["BLK Komunitas Tunas Mandiri"],
        ],
        "?q=bblpk": ["Tidak ada balai yang cocok. Kurangi pilihan atau coba kata lain.", []],
        "?kejuruan=Menjahit&jenis=6": ["1 balai cocok.", ["BLK Komunitas Tunas Mandiri"]],
    }
    address = (sites / "participant" / "balai.html").as_uri()
    found = json.loads(
        _node("centres.mjs", address, require_chromium(), json.dumps(CHROMIUM_FLAGS), json.dumps(list(wanted)))
    )
    assert found == wanted


def test_search_knows_word_forms(sites: Path) -> None:
    """Other forms of a word are found, from disk, without a server."""
    wanted = {
        "penghitungan": "Menghitung HPP dan harga jual",
        "biayanya": "Mengenal biaya usaha",
        "HPP": "Menghitung HPP dan harga jual",
    }
    address = (sites / "participant" / "cari.html").as_uri()
    flags, queries = json.dumps(CHROMIUM_FLAGS), json.dumps(list(wanted))
    found = json.loads(_node("search.mjs", address, require_chromium(), flags, queries))
    assert {query: title in found[query][:5] for query, title in wanted.items()} == dict.fromkeys(wanted, True)
