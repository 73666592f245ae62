"""What a build promises: every path of the contract, the same bytes everywhere, and never half a site."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from curriculum_kit.audience import Audience
from curriculum_kit.books import BOOK_KINDS, book_address, book_kinds
from curriculum_kit.outputs import BESIDE, OUTPUTS, outputs_of
from curriculum_kit.publish.leak_gate import strangers
from curriculum_kit.publish.manifest import verify_manifest
from tests.project import AS_OF, Project, digests

pytestmark = pytest.mark.xdist_group("build")
MODULE, PROGRAMME = "kwu-05", "contoh-4jp"
PAGES = [
    "index.html",
    f"program/{PROGRAMME}.html",
    f"{MODULE}/index.html",
    f"{MODULE}/01-mengenal-biaya.html",
    f"{MODULE}/02-menghitung-hpp.html",
    "glosarium.html",
    "fakta.html",
    "balai.html",
    "balai/18.html",
    "perubahan.html",
    "unduhan.html",
    "luring.html",
    "cari.html",
]
LOADED = [
    "aplikasi.webmanifest",
    "luring.js",
    *(f"aset/{name}.css" for name in ("situs", "alat", "lembar")),
    *(f"aset/{name}.js" for name in ("situs", "cari", "indeks", "balai", "balai-data", "jadwal", "lembar", "simpan")),
    *(f"aset/ikon{name}" for name in (".svg", "-192.png", "-512.png", "-penuh-512.png")),
    f"aset/teks/{MODULE}/02-menghitung-hpp.js",
    f"lembar/{MODULE}/hpp-usaha-saya.js",
    f"gambar/{MODULE}/alur-biaya.svg",
]
DOWNLOADS = [
    "unduhan/situs-luring.zip",
    f"unduhan/{MODULE}/modul.html",
    f"unduhan/{MODULE}/buku-kerja.pdf",
    f"unduhan/{MODULE}/buku-kerja-a5.pdf",
    f"unduhan/{MODULE}/buku-kerja-isian.pdf",
    f"unduhan/{MODULE}/lembar/hpp-keripik.xlsx",
    f"unduhan/{MODULE}/lembar/hpp-usaha-saya.xlsx",
    f"unduhan/{PROGRAMME}/buku-kerja.pdf",
    f"unduhan/{PROGRAMME}/dokumen-program.pdf",
]
FOR_TRAINERS = [
    "laporan.html",
    "aset/jam.js",
    f"unduhan/{MODULE}/buku-pegangan.pdf",
    f"unduhan/{MODULE}/buku-pegangan-a5.pdf",
    f"unduhan/{MODULE}/buku-penilaian.pdf",
    f"unduhan/{MODULE}/lembar-soal.pdf",
    f"unduhan/{MODULE}/lembar-soal-isian-tes-awal.pdf",
    f"unduhan/{MODULE}/lembar-soal-isian-esai-jenis-biaya.pdf",
    f"unduhan/{MODULE}/lembar/hpp-keripik-kunci.xlsx",
    f"unduhan/{PROGRAMME}/buku-pegangan.pdf",
    f"unduhan/{PROGRAMME}/buku-penilaian.pdf",
]
CONTRACT = [
    "manifest.json",
    *(f"{site}/{path}" for site in ("participant", "trainer") for path in (*PAGES, *LOADED, *DOWNLOADS)),
    *(f"trainer/{path}" for path in FOR_TRAINERS),
]


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Project:
    """The example, built once."""
    return Project(tmp_path_factory.mktemp("built")).build()


def test_every_path_of_the_contract_exists(built: Project) -> None:
    """The names that people rely on (docs: output)."""
    assert [path for path in CONTRACT if not (built.output / path).is_file()] == []


def test_participants_get_no_file_that_is_for_trainers(built: Project) -> None:
    """Not one of them lies in the folder that everybody may read."""
    assert [path for path in FOR_TRAINERS if (built.output / "participant" / path).exists()] == []


def test_every_file_stands_in_the_table_of_outputs_and_every_line_is_written(built: Project) -> None:
    written = set()
    for audience in Audience:
        for file in digests(built.output / audience):
            lines = outputs_of(file, audience)
            assert lines, f"{audience}/{file}"
            written |= {(audience, line.path) for line in lines}
    other_profiles = {info.kind for info in BOOK_KINDS} - {info.kind for info in book_kinds("kepdirjen-771-2023")}
    elsewhere = {book_address(kind, "{module}") for kind in other_profiles}
    wanted = {(audience, line.path) for line in OUTPUTS for audience in line.audience if line.path not in elsewhere}
    assert wanted - written == set()
    assert {path.name for path in built.output.iterdir() if path.is_file()} == {path for path, _ in BESIDE}


def test_a_file_that_nobody_gave_to_participants_is_refused(tmp_path: Path) -> None:
    for name in ("index.html", "laporan.html", "kwu-05/catatan.txt", "unduhan/kwu-05/buku-pegangan.pdf"):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(b"")
    assert [found.span.file for found in strangers(tmp_path)] == [
        "participant/kwu-05/catatan.txt",
        "participant/laporan.html",
        "participant/unduhan/kwu-05/buku-pegangan.pdf",
    ]


def test_a_translation_is_given_like_the_site_that_it_lies_in(tmp_path: Path) -> None:
    for name in ("en/kwu-05/01-mengenal-biaya.html", "en/laporan.html", "su/kwu-05/index.html"):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch()
    assert [found.span.file for found in strangers(tmp_path, ("en",))] == [
        "participant/en/laporan.html",
        "participant/su/kwu-05/index.html",
    ]


def test_manifest_describes_every_file(built: Project) -> None:
    """Sizes and digests hold, and the day is the one that was asked for."""
    assert verify_manifest(built.output) == []
    manifest = json.loads((built.output / "manifest.json").read_text("utf-8"))
    assert manifest["as_of"] == AS_OF
    assert manifest["versions"]["weasyprint"]


def test_manifest_notices_a_cut_file(built: Project, tmp_path: Path) -> None:
    """A file that is shorter than it was made is named."""
    copy = tmp_path / "build"
    subprocess.run(["cp", "-r", str(built.output), str(copy)], check=True)
    page = copy / "participant" / "index.html"
    page.write_bytes(page.read_bytes()[:100])
    assert verify_manifest(copy) == ["participant/index.html"]


def test_same_bytes_whatever_the_surroundings(built: Project, tmp_path: Path) -> None:
    """Another folder, time zone, locale, hash seed and number of processes: the same bytes."""
    other = built.clean_copy(tmp_path / "lain di sini").build(
        "--jobs", "1", TZ="Asia/Jayapura", LC_ALL="C", PYTHONHASHSEED="7", USER="orang-lain"
    )
    assert other.digests() == built.digests()


def test_an_error_leaves_the_last_good_output_untouched(tmp_path: Path) -> None:
    """A build that is refused changes nothing."""
    project = Project(tmp_path).build("--audience", "participant", "--only", "site", "--output", "build")
    before = project.digests()
    project.edit("kwu-05/module.yaml", "number: 5", "number: lima").fails(
        "--audience", "participant", "--only", "site", "--output", "build"
    )
    assert project.digests() == before


def test_a_killed_build_leaves_the_last_good_output_whole(tmp_path: Path) -> None:
    """SIGKILL at several moments: readers still have a whole site, and the next build needs no cleaning."""
    site = ("--audience", "participant", "--only", "site", "--output", "build")
    project = Project(tmp_path).build(*site)
    before = project.digests()
    project.edit("kwu-05/sessions/01-mengenal-biaya.md", "Sari membuat keripik", "Sari membuat banyak keripik")
    for delay in (0.3, 0.8, 1.3, 1.8, 2.3):
        process = subprocess.Popen(
            [sys.executable, "-m", "curriculum_kit", "build", "--as-of", AS_OF, *site],
            cwd=project.folder,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
        time.sleep(delay)
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()
        assert verify_manifest(project.output) == []
    project.output.rename(project.folder / "alt")
    (project.folder / "alt").rename(project.output)
    after = project.build(*site).digests()
    assert after != before
    assert [path.name for path in project.folder.glob(".build*")] == []
    assert after == project.clean_copy(tmp_path / "bersih").build(*site).digests()


def test_no_process_outlives_a_killed_build(tmp_path: Path) -> None:
    """What the build has started ends with it, although nobody is left to tell it so."""
    project = Project(tmp_path)
    command = [sys.executable, "-m", "curriculum_kit", "build", "--as-of", AS_OF, "--only", "site", "--jobs", "2"]
    with subprocess.Popen(
        command, cwd=project.folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True
    ) as process:
        children = Path(f"/proc/{process.pid}/task/{process.pid}/children")
        while len(started := children.read_text("ascii").split()) < 3:  # both editions, and what tracks their means
            time.sleep(0.05)
        time.sleep(1)  # they have said whose they are
        process.kill()
    last = time.monotonic() + 60
    while any(Path(f"/proc/{pid}/exe").exists() for pid in started) and time.monotonic() < last:
        time.sleep(0.1)
    assert [pid for pid in started if Path(f"/proc/{pid}/exe").exists()] == []


EDITS = {
    "text": ("kwu-05/sessions/01-mengenal-biaya.md", "Sari membuat keripik", "Sari kini membuat keripik"),
    "title": ("kwu-05/sessions/02-menghitung-hpp.md", "title: Menghitung HPP dan harga jual", "title: HPP dan harga"),
    "number": ("cases/sari.yaml", "amount: 900", "amount: 950"),
    "term": ("glossary.yaml", "Uang untuk semua", "Semua uang untuk"),
    "fact": ("facts.yaml", "amount: 0.5, unit: percent", "amount: 0.6, unit: percent"),
    "picture": ("kwu-05/media/alur-biaya.svg", ">Bahan<", ">Bahan baku<"),
    "answer": ("kwu-05/sessions/01-mengenal-biaya.md", "Pilihan C, paket data.", "Jawabannya C, paket data."),
}


@settings(max_examples=4, deadline=None, suppress_health_check=list(HealthCheck))
@given(order=st.permutations(sorted(EDITS)), steps=st.integers(2, 4))
def test_incremental_equals_clean(order: list[str], steps: int, tmp_path_factory: pytest.TempPathFactory) -> None:
    """Random edits with a build in between give, byte for byte, what a clean build gives."""
    selection = ("--only", "site", "--output", "build")
    project = Project(tmp_path_factory.mktemp("edits")).build(*selection)
    for name in order[:steps]:
        project.edit(*EDITS[name])
    project.build(*selection)
    clean = project.clean_copy(tmp_path_factory.mktemp("clean") / "x").build(*selection)
    assert project.digests() == clean.digests()


def test_books_after_edit_rename_and_delete_equal_a_clean_build(built: Project, tmp_path: Path) -> None:
    """The whole output, books included, after an edit, a renamed and a deleted session."""
    project = built.clean_copy(tmp_path / "a").build()
    session = project.modules / "kwu-05/sessions/02-menghitung-hpp.md"
    session.rename(session.with_name("02-hpp-dan-harga.md"))
    for file in ("kwu-05/module.yaml", "programmes/contoh-4jp.yaml"):
        path = project.modules / file
        path.write_text(path.read_text("utf-8").replace("02-menghitung-hpp", "02-hpp-dan-harga"), "utf-8")
    project.edit(*EDITS["number"]).build()
    assert not (project.output / "participant/kwu-05/02-menghitung-hpp.html").exists()
    assert project.digests() == project.clean_copy(tmp_path / "b").build().digests()


def test_a_wrong_byte_in_the_cache_changes_nothing(built: Project) -> None:
    """Every cached file is damaged; the next build gives the same bytes."""
    before = built.digests()
    for path in (built.folder / ".ck-cache").rglob("*"):
        if path.is_file() and path.suffix != ".lock":
            data = bytearray(path.read_bytes())
            if data:
                data[len(data) // 2] ^= 0xFF
                path.write_bytes(bytes(data))
    assert built.build().digests() == before


def test_books_whose_pdfs_are_gone_are_made_again(built: Project) -> None:
    """The books are known by what they are made of, but their PDFs, or what says where these are, cannot be had."""
    before = built.digests()
    cache = built.folder / ".ck-cache"
    for gone in ("pdf/pdf/*.entry", "steps/books"):
        for path in cache.glob(gone):
            path.unlink()
        for record in cache.glob("built/*"):
            record.unlink()
        assert built.build().digests() == before


def test_a_selection_never_touches_the_whole_output(built: Project) -> None:
    """`--module` writes to build-partial/."""
    before = digests(built.output)
    built.build("--module", MODULE, "--audience", "participant", "--only", "books")
    assert digests(built.output) == before
    assert (built.folder / f"build-partial/participant/unduhan/{MODULE}/buku-kerja.pdf").is_file()
    assert not (built.folder / f"build-partial/participant/unduhan/{PROGRAMME}").exists()
