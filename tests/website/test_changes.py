"""The page "Yang berubah" of both sites, and the list of facts by age."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest

from curriculum_kit.overview.sentences import SENTENCES
from curriculum_kit.website.fact_ages import age_text
from tests.project import Project

FIRST = "kwu-05/sessions/01-mengenal-biaya.md"
KINDS = {"module", "session", "worksheet", "instrument", "programme", "fact", "term", "pictures", "centres"}
"""What the names of differences begin with."""
pytestmark = pytest.mark.xdist_group("build")


@pytest.fixture(scope="module")
def sites(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Both sites after a release and edits."""
    project = Project(tmp_path_factory.mktemp("berubah"))
    done = project.ck("release", "1.0.0", "--as-of", "2025-12-01")
    assert done.returncode == 0, done.stdout + done.stderr
    project.edit(FIRST, "title: Mengenal biaya usaha", "title: Mengenal biaya")
    project.edit(FIRST, "Mulailah dari cerita peserta", "Mulailah dari cerita")
    project.edit(FIRST, "\nBiaya tetap tidak", "\nBiaya yang tetap tidak")
    project.edit("kwu-05/assessment.yaml", "stem: ", "stem: Jadi, ")
    project.edit("kwu-05/module.yaml", "version: 0.1.0", "version: 0.2.0")
    project.edit(
        "kwu-05/module.yaml",
        "  - version: 0.1.0\n    date",
        "  - version: 0.2.0\n    date: 2025-12-01\n    sessions: [01-mengenal-biaya]\n    text: Judul diperpendek.\n"
        "  - version: 0.1.0\n    date",
    )
    return project.build("--only", "site").folder / "build-partial"


def page(sites: Path, audience: str, name: str = "perubahan.html") -> str:
    return (sites / audience / name).read_text("utf-8")


def test_both_sites_say_what_everybody_sees(sites: Path) -> None:
    for audience in ("participant", "trainer"):
        text = page(sites, audience)
        assert "Perubahan sejak rilis 1.0.0, 1 Desember 2025." in text
        assert "<a href=kwu-05/01-mengenal-biaya.html>Sesi 5.1 Mengenal biaya</a>: judulnya dahulu" in text
        assert text.index("Judul diperpendek.") < text.index("Catatan penyusun per modul")


def test_only_the_trainer_site_says_what_changed_for_trainers(sites: Path) -> None:
    words = [SENTENCES[what].format() for what in ("session-notes", "session-answers", "instrument-text")]
    assert [word for word in words if word not in page(sites, "trainer")] == []
    for path in (sites / "participant").rglob("*"):
        if path.is_file():
            content = path.read_bytes().decode("utf-8", "replace")
            assert [word for word in words if word in content] == []


def test_without_a_release_the_authors_speak(tmp_path: Path) -> None:
    built = Project(tmp_path).build("--only", "site", "--audience", "participant").folder / "build-partial"
    text = (built / "participant" / "perubahan.html").read_text("utf-8")
    assert "Belum ada rilis yang tercatat" in text
    assert "Terbitan pertama contoh modul." in text


def test_every_difference_has_words() -> None:
    folder = Path(__file__).parents[2] / "curriculum_kit" / "overview"
    source = "".join(folder.joinpath(name).read_text("utf-8") for name in ("changes.py", "shared_changes.py"))
    said = {what for what in re.findall(r'"([a-z]+(?:-[a-z]+)*)"', source) if what.partition("-")[0] in KINDS}
    assert said - set(SENTENCES) <= KINDS
    assert len(said & set(SENTENCES)) > len(SENTENCES) / 2


@pytest.mark.parametrize(
    ("day", "words"),
    [
        (date(2026, 1, 15), "hari ini"),
        (date(2026, 1, 14), "kemarin"),
        (date(2025, 12, 1), "45 hari lalu"),
        (date(2025, 11, 1), "2 bulan lalu"),
        (date(2025, 1, 10), "1 tahun lalu"),
        (date(2021, 2, 2), "4 tahun lalu"),
        (date(2026, 2, 1), ""),
    ],
)
def test_the_age_of_a_check_in_everyday_words(day: date, words: str) -> None:
    assert age_text(day, date(2026, 1, 15)) == words


def test_the_list_of_facts_leads_to_each_fact(sites: Path) -> None:
    text = page(sites, "participant", "fakta.html")
    links = re.findall(r"<th scope=row><a href=#(fakta-[a-z-]+)>", text)
    assert links
    assert sorted(links) == sorted(re.findall(r"<section [^>]*\bid=(fakta-[a-z-]+)", text))
    days = re.findall(r"<td>(\d+ \w+ \d{4})<br><span class=meta>", text)
    assert len(days) == len(links)
