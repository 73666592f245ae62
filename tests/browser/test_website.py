"""The websites in a real browser and before an HTML validator."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import pytest

from tests.browser.sites import addresses, node, page_types
from tests.tools import require_html_checker

pytestmark = pytest.mark.xdist_group("browser")


@pytest.mark.parametrize("audience", ["participant", "trainer"])
def test_pages_have_no_finding(sites: Path, audience: str) -> None:
    """axe-core, requests, content security policy, scripts, overflow: nothing at 360 and 1280 px, light and dark."""
    pages = (*page_types(audience), "balai.html?prov=18&internet=1")
    assert node("look.mjs", addresses(sites / audience, pages)) == []


def test_pages_behind_a_server_have_no_finding(server: str) -> None:
    """There too the content security policy refuses nothing, and nothing is asked of another server."""
    assert node("look.mjs", [f"{server}participant/{page}" for page in page_types("participant")]) == []


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
    assert "href=laporan.html" in (sites / "trainer/index.html").read_text("utf-8")
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
    found = node("centres.mjs", address, list(wanted))
    assert found == wanted


def test_search_knows_word_forms(sites: Path) -> None:
    """Other forms of a word are found, from disk, without a server."""
    wanted = {
        "penghitungan": "Menghitung HPP dan harga jual",
        "biayanya": "Mengenal biaya usaha",
        "HPP": "Menghitung HPP dan harga jual",
    }
    found = node("search.mjs", (sites / "participant" / "cari.html").as_uri(), list(wanted))
    assert {query: title in found[query][:5] for query, title in wanted.items()} == dict.fromkeys(wanted, True)
