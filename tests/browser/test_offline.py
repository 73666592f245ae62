"""The websites without a line, in a real browser: the server is really stopped."""

from __future__ import annotations

import json
import shutil
import subprocess
import zipfile
from pathlib import Path
from typing import Any

import pytest

from curriculum_kit.audience import Audience
from curriculum_kit.website.offline import write_worker
from tests.browser.sites import node
from tests.project import Project
from tests.tools import require_html_checker

pytestmark = pytest.mark.xdist_group("browser")
MODULE = "Menghitung biaya, HPP, dan harga jual"
CHANGED, WORDS = "kwu-05/01-mengenal-biaya.html", "Kata yang baru ditambahkan"


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The example with its books."""
    return Project(tmp_path_factory.mktemp("luring")).build().output


@pytest.fixture(scope="module")
def next_release(built: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The participant site after one page has changed."""
    site = shutil.copytree(built / "participant", tmp_path_factory.mktemp("berikut") / "situs")
    page = site / CHANGED
    page.write_text(page.read_text("utf-8").replace("</main>", f"<p>{WORDS}</p></main>"), "utf-8")
    write_worker(site, Audience.PARTICIPANT)
    return site


@pytest.fixture(scope="module")
def unpacked(built: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The pack of the participants, unpacked as on a computer without a line."""
    folder = tmp_path_factory.mktemp("flash disk")
    zipfile.ZipFile(built / "participant/unduhan/situs-luring.zip").extractall(folder)
    return folder


def _story(name: str, profile: Path, site: Path, **settings: Path | str) -> dict[str, Any]:
    values = {"site": site, "profile": profile / "profile", "module": MODULE, **settings}
    words = json.dumps({key: str(value) for key, value in values.items()})
    told: dict[str, Any] = node("offline.mjs", name, words)
    assert told.pop("faults") == []
    return told


def test_the_site_works_after_the_server_has_stopped(built: Path, tmp_path: Path) -> None:
    """One visit is enough: pages, pictures and search; a page that is not there says so, and leads nowhere foreign."""
    told = _story("offline", tmp_path, built / "participant")
    assert told["words"] == "Semua 16 halaman tersimpan."
    assert told["room"].startswith("Dipakai ")
    assert told["titles"] == ["Kurikulum contoh kewirausahaan", MODULE, "Mengenal biaya usaha"]
    assert told["picture"] is True
    assert told["results"] > 0
    assert told["unknown"]["title"] == "Halaman ini belum tersimpan"
    assert told["unknown"]["name"] == "kwu-99/tidak-ada.html"
    assert told["unknown"]["again"].endswith("/kwu-99/tidak-ada.html")
    assert told["foreign"] is False
    assert told["requests"] == []


def test_an_update_of_one_page_costs_two_requests(built: Path, next_release: Path, tmp_path: Path) -> None:
    """The worker and the page; the next page that is opened is of the new release, also without a line."""
    told = _story("update", tmp_path, built / "participant", next=next_release, changed=CHANGED, words=WORDS)
    assert told["requests"] == ["luring.js", CHANGED]
    assert (told["before"], told["after"], told["offline"], told["double"]) == (False, True, True, 0)


def test_a_release_that_did_not_arrive_whole_changes_nothing(built: Path, next_release: Path, tmp_path: Path) -> None:
    """The line breaks during the update: the old release stays; the next visit fetches the rest."""
    told = _story("interrupted", tmp_path, built / "participant", next=next_release, changed=CHANGED, words=WORDS)
    assert told == {"half": {"waiting": False}, "old": True, "whole": {"waiting": True}}


def test_what_could_not_be_kept_is_fetched_on_the_next_visit(built: Path, tmp_path: Path) -> None:
    """An error of the server and the page of a login stop nothing and are not kept."""
    told = _story("tolerant", tmp_path, built / "participant", changed=CHANGED)
    assert told["first"].startswith("14 dari 16 halaman tersimpan.")
    assert told["kept"] == []
    assert told["resumed"] == ["fakta.html", CHANGED]


def test_a_trainer_decides_whether_a_device_holds_answers(built: Path, tmp_path: Path) -> None:
    """Nothing is kept before the button is pressed; removing removes all, also after later visits."""
    told = _story("trainer", tmp_path, built / "trainer")
    assert told["before"] == {}
    assert "jawaban" in told["warning"]
    assert told["held"] > 10
    assert told["offline"] == "Kurikulum contoh kewirausahaan"
    assert told["after"] == told["later"] == {}


def test_a_participant_may_remove_everything(built: Path, tmp_path: Path) -> None:
    """Removed stays removed until the button is pressed."""
    told = _story("removed", tmp_path, built / "participant")
    assert told["after"] == []
    assert told["again"] > 10


def test_the_books_of_a_module_are_kept_by_a_button(built: Path, tmp_path: Path) -> None:
    """Not before; with their size; readable without a line; removable."""
    told = _story("books", tmp_path, built / "participant")
    assert told["before"] == told["after"] == []
    assert told["offer"].startswith("Simpan (")
    books = [f"unduhan/kwu-05/buku-kerja{kind}.pdf" for kind in ("", "-a5", "-isian")]
    assert [name for name in told["requests"] if name.endswith(".pdf")] == books
    assert told["kept"] == 3
    assert told["body"] == {"type": "application/pdf", "start": "%PDF-"}


def test_chromium_installs_the_site(built: Path, tmp_path: Path) -> None:
    """No installability error, no mistake in the web manifest."""
    told = _story("install", tmp_path, built / "participant")
    assert (told["errors"], told["manifest"], told["url"]) == ([], [], "aplikasi.webmanifest")
    assert told["data"]["lang"] == "id"


def test_behind_a_login_everything_is_kept_and_can_be_installed(built: Path, tmp_path: Path) -> None:
    """Browsers ask for the web manifest without the password of the page unless they are told otherwise."""
    told = _story("login", tmp_path, built / "trainer")
    assert (told["errors"], told["manifest"]) == ([], [])
    assert told["data"]["short_name"] == "Pelatih"


def test_the_pack_works_from_disk(built: Path, unpacked: Path, tmp_path: Path) -> None:
    """Opened by its first file: pages, theme and search, and no request to anywhere."""
    told = _story("stick", tmp_path, built / "participant", unpacked=unpacked)
    assert told["start"] == "Kurikulum contoh kewirausahaan"
    assert (told["theme"], told["kept"]) == ("dark", "dark")
    assert told["results"] > 0
    assert told["found"] == "Mengenal biaya usaha"
    assert told["words"].startswith("Situs ini sudah dibuka dari perangkat Anda.")
    assert (told["buttons"], told["leaving"]) == (0, [])


def _new_pages(built: Path, unpacked: Path) -> list[Path]:
    sites = [built / audience for audience in Audience]
    single = [site / "unduhan/kwu-05/modul.html" for site in sites]
    return [
        *single,
        *(site / "luring.html" for site in sites),
        unpacked / "BUKA-SAYA.html",
        unpacked / "situs/index.html",
    ]


def test_the_new_pages_have_no_finding(built: Path, unpacked: Path) -> None:
    """axe-core, requests, security policy, overflow: nothing at 360 and 1280 px, light and dark."""
    addresses = json.dumps([page.as_uri() for page in _new_pages(built, unpacked)])
    assert node("look.mjs", addresses) == []


def test_the_new_pages_validate(built: Path, unpacked: Path) -> None:
    """The Nu HTML checker has no error and no warning."""
    policy = ("--filterpattern", ".*Content Security Policy.*")
    pages = [str(page) for page in _new_pages(built, unpacked)]
    done = subprocess.run(
        [*require_html_checker(), *policy, "--format", "gnu", *pages], capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stderr) == (0, "")
