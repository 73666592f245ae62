"""`ck diff` in a repository."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Ck, spoil
from tests.comparison.test_revision import NOBODY, git

SESSION = "kwu-01/sessions/02-hpp.md"
TITLE = "title: Menghitung HPP\n"


@pytest.fixture
def repository(project: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The project as a repository with one commit."""
    for name, value in NOBODY.items():
        monkeypatch.setenv(name, value)
    git(project, "init", "-q", "-b", "main")
    git(project, "add", "-A")
    git(project, "commit", "-qm", "satu")
    return project


def test_nothing_changed_is_one_line(ck: Ck, repository: Path) -> None:
    done = ck("diff")
    assert (done.code, done.err) == (0, "")
    commit = git(repository, "rev-parse", "HEAD")[:12]
    assert done.out == f"Tidak ada perbedaan antara HEAD ({commit}) dan folder kerja.\n"


def test_the_working_tree_against_the_last_commit(ck: Ck, repository: Path) -> None:
    spoil(repository, SESSION, TITLE, "title: Menghitung HPP saya\n")
    done = ck("diff")
    assert done.code == 0
    assert "judulnya dahulu “Menghitung HPP”" in done.out
    assert ck("diff", "--exit-code").code == 1
    assert git(repository, "status", "--porcelain").split() == ["M", f"modules/{SESSION}"]


def test_two_revisions(ck: Ck, repository: Path) -> None:
    spoil(repository, SESSION, TITLE, "title: Menghitung HPP saya\n")
    git(repository, "commit", "-qam", "dua")
    spoil(repository, SESSION, "title: Menghitung HPP saya\n", "title: Lain lagi\n")
    done = ck("diff", "HEAD~1..HEAD")
    assert "Menghitung HPP saya" in done.out
    assert "Lain lagi" not in done.out
    assert ck("diff", "HEAD...main").out.startswith("Tidak ada perbedaan")


def test_a_folder_alone_is_the_curriculum(ck: Ck, repository: Path) -> None:
    (repository / "modules").rename(repository / "kurikulum")
    git(repository, "add", "-A")
    git(repository, "commit", "-qm", "dua")
    assert ck("diff", "kurikulum").out.startswith("Tidak ada perbedaan antara HEAD")
    assert ck("diff", "HEAD", "kurikulum").code == 0


def test_a_module_alone(ck: Ck, repository: Path) -> None:
    spoil(repository, SESSION, TITLE, "title: Menghitung HPP saya\n")
    assert "Menghitung HPP saya" in ck("diff", "--module", "kwu-01").out
    wrong = ck("diff", "--module", "kwu-10")
    assert (wrong.code, wrong.out) == (2, "")
    assert 'Tidak ada modul "kwu-10"; maksud Anda "kwu-01"?' in wrong.err


def test_a_file_is_written(ck: Ck, repository: Path) -> None:
    spoil(repository, SESSION, TITLE, "title: Menghitung HPP saya\n")
    assert ck("diff", "--format", "html", "--output", "tinjau.html").out == "ditulis: tinjau.html\n"
    assert (repository / "tinjau.html").read_text("utf-8").startswith("<!doctype html>")


def test_json_is_nothing_but_data(ck: Ck, repository: Path) -> None:
    spoil(repository, SESSION, TITLE, "title: Menghitung HPP saya\n")
    assert json.loads(ck("diff", "--format", "json").out)["parts"][0]["module"] == "kwu-01"


def test_a_name_that_is_no_revision_is_wrong_use(ck: Ck, repository: Path) -> None:  # noqa: ARG001
    for name in ("HEAD:modules", "a b", "main..--all"):
        refused = ck("diff", name)
        assert (refused.code, refused.out) == (2, "")
        assert "bukan nama revisi" in refused.err
    missing = ck("diff", "tiada")
    assert (missing.code, len(missing.err.splitlines())) == (2, 1)


def test_outside_of_a_repository_there_is_one_line(ck: Ck, project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(project.parent))
    refused = ck("diff")
    assert (refused.code, refused.out, len(refused.err.splitlines())) == (2, "", 1)
    assert "tidak berada di dalam repositori git" in refused.err


def test_before_the_first_commit_there_is_one_line(ck: Ck, project: Path) -> None:
    git(project, "init", "-q")
    refused = ck("diff")
    assert (refused.code, len(refused.err.splitlines())) == (2, 1)
    assert 'Revisi "HEAD" tidak ada' in refused.err
