"""Old states are read from git's store: nothing else is touched, and nothing leads out of the folder."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest

from curriculum_kit.comparison.revision import Repository, Revisions, parse_revisions, safe_path
from curriculum_kit.errors import EnvironmentTrouble

NOBODY = {
    "GIT_AUTHOR_NAME": "x", "GIT_AUTHOR_EMAIL": "x@x.example", "GIT_COMMITTER_NAME": "x",
    "GIT_COMMITTER_EMAIL": "x@x.example", "GIT_CONFIG_GLOBAL": os.devnull,
}  # fmt: skip


def git(folder: Path, *words: str) -> str:
    done = subprocess.run(
        ["git", *words], cwd=folder, env={**os.environ, **NOBODY}, capture_output=True, text=True, check=True
    )
    return done.stdout.strip()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A repository with a curriculum folder in it."""
    root = tmp_path / "repo"
    (root / "modules" / "kwu-01").mkdir(parents=True)
    (root / "modules" / "curriculum.yaml").write_text("name: satu\n", "utf-8")
    (root / "modules" / "kwu-01" / "module.yaml").write_text("title: Bab\n", "utf-8")
    git(root, "init", "-q", "-b", "main")
    git(root, "add", "-A")
    git(root, "commit", "-qm", "satu")
    return root


def written(root: Path, commit: str, target: Path) -> set[str]:
    target.mkdir()
    Repository(root / "modules").write(commit, target)
    return {path.relative_to(target).as_posix() for path in target.rglob("*") if path.is_file()}


def test_files_of_a_revision_are_written_as_they_were(folder: Path, tmp_path: Path) -> None:
    (folder / "modules" / "curriculum.yaml").write_text("name: dua\n", "utf-8")
    git(folder, "add", "-A")
    status = git(folder, "status", "--porcelain")
    commit = Repository(folder / "modules").commit("HEAD")
    assert written(folder, commit, tmp_path / "out") == {"curriculum.yaml", "kwu-01/module.yaml"}
    assert (tmp_path / "out" / "curriculum.yaml").read_text("utf-8") == "name: satu\n"
    assert (folder / "modules" / "curriculum.yaml").read_text("utf-8") == "name: dua\n"
    assert git(folder, "status", "--porcelain") == status


def test_only_plain_files_of_a_curriculum_are_written(folder: Path, tmp_path: Path) -> None:
    modules = folder / "modules"
    (modules / "pintasan.yaml").symlink_to("/etc/passwd")
    (modules / "kwu-01" / "keluar").symlink_to("../../..")
    (modules / "besar.yaml").write_text("x" * 300_000, "utf-8")
    (modules / "alat.exe").write_bytes(b"MZ")
    (modules / ".rahasia").mkdir()
    (modules / ".rahasia" / "kunci.yaml").write_text("a: b\n", "utf-8")
    (modules / "kosong.md").write_bytes(b"")
    git(folder, "add", "-A")
    git(folder, "commit", "-qm", "dua")
    commit = git(folder, "rev-parse", "HEAD")
    assert written(folder, commit, tmp_path / "out") == {"curriculum.yaml", "kwu-01/module.yaml", "kosong.md"}


def test_attributes_and_keywords_of_the_repository_change_nothing(folder: Path, tmp_path: Path) -> None:
    (folder / ".gitattributes").write_text("*.yaml export-ignore export-subst\n", "utf-8")
    (folder / "modules" / "curriculum.yaml").write_text("name: $Format:%H$\n", "utf-8")
    git(folder, "add", "-A")
    git(folder, "commit", "-qm", "dua")
    assert "curriculum.yaml" in written(folder, git(folder, "rev-parse", "HEAD"), tmp_path / "out")
    assert (tmp_path / "out" / "curriculum.yaml").read_text("utf-8") == "name: $Format:%H$\n"


def test_a_folder_that_was_not_there_yet_is_empty(folder: Path, tmp_path: Path) -> None:
    commit = git(folder, "rev-parse", "HEAD")
    git(folder, "mv", "modules", "kurikulum")
    out = tmp_path / "out"
    out.mkdir()
    Repository(folder / "kurikulum").write(commit, out)
    assert list(out.iterdir()) == []


def test_the_place_where_two_branches_parted(folder: Path) -> None:
    start = git(folder, "rev-parse", "HEAD")
    git(folder, "checkout", "-qb", "lain")
    git(folder, "commit", "-q", "--allow-empty", "-m", "a")
    git(folder, "checkout", "-q", "main")
    git(folder, "commit", "-q", "--allow-empty", "-m", "b")
    repository = Repository(folder / "modules")
    assert repository.parting(repository.commit("main"), repository.commit("lain")) == start


def test_without_a_repository_there_is_one_sentence(tmp_path: Path) -> None:
    with pytest.raises(EnvironmentTrouble, match="tidak berada di dalam repositori git"):
        Repository(tmp_path)


def test_a_repository_of_another_owner_is_one_sentence(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_TEST_ASSUME_DIFFERENT_OWNER", "1")
    with pytest.raises(EnvironmentTrouble, match=r"safe\.directory"):
        Repository(folder / "modules")


def test_an_unknown_revision_is_one_sentence(folder: Path) -> None:
    with pytest.raises(EnvironmentTrouble, match='Revisi "tiada" tidak ada'):
        Repository(folder / "modules").commit("tiada")


def test_without_git_there_is_one_sentence(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    with pytest.raises(EnvironmentTrouble, match="git belum terpasang"):
        Repository(folder)


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("main", Revisions("main")),
        ("HEAD~2", Revisions("HEAD~2")),
        ("v1.2.0", Revisions("v1.2.0")),
        ("origin/main", Revisions("origin/main")),
        ("HEAD@{1}", Revisions("HEAD@{1}")),
        ("a..b", Revisions("a", "b")),
        ("a..", Revisions("a", "HEAD")),
        ("..b", Revisions("HEAD", "b")),
        ("a...b", Revisions("a", "b", since_parting=True)),
        ("a....b", None),
        ("--output=x", None),
        ("-p", None),
        ("main..--all", None),
        ("HEAD:modules", None),
        ("a b", None),
        ("a\nb", None),
        ("^main", Revisions("^main")),
        ("", None),
    ],
)
def test_names_of_revisions(words: str, expected: Revisions | None) -> None:
    assert parse_revisions(words) == expected


@pytest.mark.parametrize(
    "name",
    ["../a.yaml", "a/../b.yaml", "/etc/a.yaml", "a\\b.yaml", "C:a.yaml", ".git/config.yaml", "a//b.yaml", "a\n.md"],
)
def test_paths_that_lead_elsewhere_are_left_out(name: str) -> None:
    assert safe_path(name) is None


def test_paths_of_a_curriculum_are_kept() -> None:
    assert str(safe_path("kwu-01/sessions/01-biaya.md")) == "kwu-01/sessions/01-biaya.md"
